"""What every test of the window has: one offscreen application with the real theme, and a window over a real book."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

if TYPE_CHECKING:
    from app.records.workspace import Workspace
    from app.shared.settings import MachineSettings
    from ui.runtime.jobs import JobRunner
    from ui.shell.window import MainWindow


@pytest.fixture(scope="session")
def qapp_cls() -> type:
    """The application class that pytest-qt makes."""
    from ui.runtime.application import Application

    return Application


@pytest.fixture
def jobs(qapp) -> Iterator[JobRunner]:
    """A job runner that is drained at the end."""
    from ui.runtime.jobs import JobRunner

    runner = JobRunner()
    yield runner
    runner.stop()


@pytest.fixture
def settings(tmp_path: Path) -> MachineSettings:
    """Machine settings of this test alone."""
    from app.shared.settings import MachineSettings

    return MachineSettings(tmp_path / "settings.json")


@pytest.fixture
def furnished(ws: Workspace) -> Workspace:
    """The book as it is when the window opens on it; a folder of tests puts its own records in."""
    return ws


@pytest.fixture
def window(qtbot, furnished: Workspace, settings: MachineSettings, jobs: JobRunner) -> Iterator[MainWindow]:
    """The real window over that book, shown and active, at 1440 × 900."""
    from ui.main import build

    made = build(furnished, settings, jobs)
    made.resize(1440, 900)
    made.show()
    made.activateWindow()
    QTest.qWaitForWindowActive(made)
    jobs.drain()
    yield made
    jobs.drain()
    made.close()
    # Else hundreds of closed windows would listen to each change of theme and language until the end of the run.
    made.deleteLater()


class Told:
    """Stands for the messages of a window and remembers them."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.offered: list[tuple[str, Callable[[], object] | None]] = []
        self.errors: list[Exception] = []
        self.path: Path | None = None

    def toast(
        self,
        text: str,
        action: str = "",
        _key: str = "",
        run: Callable[[], object] | None = None,
        _stays: object = None,
    ) -> None:
        self.said.append(text)
        self.offered.append((action, run))

    def error(self, error: Exception) -> None:
        self.errors.append(error)

    def save_file(self, *_what: Any) -> Path | None:
        return self.path

    def open_file(self, *_what: Any) -> Path | None:
        return self.path


@pytest.fixture
def told(window: MainWindow) -> Told:
    """The window's messages, remembered instead of shown."""
    fake = Told()
    window.services.actions._messages = fake
    object.__setattr__(window.services, "messages", fake)
    return fake


@pytest.fixture
def settle(qtbot, jobs: JobRunner) -> Callable[[], None]:
    """Waits until timers have fired, what was written has reached the window, and jobs are through."""

    def wait() -> None:
        for _round in range(3):
            qtbot.wait(40)
            jobs.drain()

    return wait


@pytest.fixture
def write() -> Callable[[QWidget, str], None]:
    """Types a text as an input method does; Latin keys and Chinese alike."""

    def send(widget: QWidget, text: str) -> None:
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(widget, event)

    return send


@pytest.fixture
def press(window: MainWindow, jobs: JobRunner) -> Callable[..., None]:
    """Presses a key where the focus is, and waits for what it wrote and for its jobs."""

    def send(key: Qt.Key | str, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        if QApplication.activeWindow() is None:
            window.activateWindow()
            QApplication.processEvents()
        widget = QApplication.focusWidget()
        assert widget is not None
        QTest.keyClick(widget, key, modifier)
        for _round in range(3):
            QApplication.processEvents()
            jobs.drain()

    return send
