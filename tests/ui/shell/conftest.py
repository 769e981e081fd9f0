"""A real window over a real book."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.main import create_workspace, open_workspace
from app.records import commands
from app.records.workspace import Workspace
from app.safety import commands as safety
from app.shared.settings import MachineSettings
from ui.main import build
from ui.runtime.books import Books
from ui.runtime.jobs import JobRunner
from ui.shell.window import MainWindow


@pytest.fixture
def book(tmp_path: Path) -> Workspace:
    """A book with three customers, the first with a contact; the window that opens on it closes it."""
    ws = create_workspace(tmp_path / "客户.kebu")
    first = commands.create(
        ws, "customer", {"name": "苏州恒瑞精密机械有限公司", "level": "A", "phone": "138 0000 2317", "status": "active"}
    ).id
    commands.create(ws, "contact", {"customer": first, "name": "周建明", "mobile": "13900004470"})
    commands.create(ws, "customer", {"name": "青岛海荣建鑫建材有限公司", "level": "C"})
    commands.create(ws, "customer", {"name": "杭州瑞锦信息设备有限公司", "level": "B"})
    return ws


@pytest.fixture
def window(qapp, book: Workspace, settings: MachineSettings, jobs: JobRunner) -> Iterator[MainWindow]:
    """The window on that book, shown and closed with its backup at the end."""
    qapp.translator.use("en")
    made = build(
        book,
        settings,
        jobs,
        closing=safety.close,
        backup=lambda _services: None,
        books=Books(open_workspace, create_workspace),
    )
    made.resize(1440, 900)
    made.show()
    made.activateWindow()
    qapp.processEvents()
    yield made
    made.close()
    made.deleteLater()
    jobs.drain()
    qapp.processEvents()
    qapp.translator.use("en")
