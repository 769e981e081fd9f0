"""A window over a book with some products."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from app.products.commands import new_product

if TYPE_CHECKING:
    from app.records.workspace import Workspace
    from app.shared.settings import MachineSettings
    from ui.products.page import ProductsPage
    from ui.runtime.jobs import JobRunner
    from ui.shell.window import MainWindow


class Told:
    """Stands for the messages of a window and remembers them."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.errors: list[Exception] = []
        self.path: Path | None = None

    def toast(self, text: str, *_more: Any) -> None:
        self.said.append(text)

    def error(self, error: Exception) -> None:
        self.errors.append(error)

    def open_file(self, *_what: Any) -> Path | None:
        return self.path


@pytest.fixture
def settle(qtbot, jobs: JobRunner) -> Callable[[], None]:
    """Waits until timers have fired and jobs are through."""

    def wait() -> None:
        for _ in range(3):
            qtbot.wait(40)
            jobs.drain()

    return wait


@pytest.fixture
def window(qtbot, ws: Workspace, settings: MachineSettings, jobs: JobRunner) -> Iterator[MainWindow]:
    """The real window over three products."""
    from ui.main import build

    for code, name in (("A-1", "阀门"), ("B-2", "水泵"), ("C-3", "电机")):
        new_product(ws, {"code": code, "name": name, "price": "10"})
    made = build(ws, settings, jobs)
    qtbot.addWidget(made)
    made.resize(1440, 900)
    made.show()
    yield made
    jobs.drain()


@pytest.fixture
def told(window: MainWindow) -> Told:
    """The window's messages, remembered instead of shown."""
    fake = Told()
    window.services.actions._messages = fake
    object.__setattr__(window.services, "messages", fake)
    return fake


@pytest.fixture
def page(window: MainWindow, told: Told, settle: Callable[[], None]) -> ProductsPage:
    """The page, open."""
    made = window.router.open("products")
    settle()
    return made
