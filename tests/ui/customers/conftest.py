"""A real window over a real book."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.records.workspace import Workspace
from app.shared.settings import MachineSettings
from ui.runtime.jobs import JobRunner
from ui.shell.window import MainWindow


@pytest.fixture
def window(qtbot, ws: Workspace, settings: MachineSettings, jobs: JobRunner) -> Iterator[MainWindow]:
    """The window, shown offscreen, 1440 × 900."""
    from ui.main import build

    made = build(ws, settings, jobs)
    made.resize(1440, 900)
    made.show()
    made.activateWindow()
    QTest.qWaitForWindowActive(made)
    jobs.drain()
    yield made
    jobs.drain()
    made.close()


@pytest.fixture
def write() -> Callable[[QWidget, str], None]:
    """Types a text as an input method does; Latin keys and Chinese alike."""

    def send(widget: QWidget, text: str) -> None:
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(widget, event)

    return send


@pytest.fixture
def settle(jobs: JobRunner) -> Callable[[], None]:
    """Waits until what was written has reached the window, and its jobs are done."""

    def wait() -> None:
        for _round in range(3):
            QApplication.processEvents()
            jobs.drain()

    return wait


@pytest.fixture
def press(window: MainWindow, settle: Callable[[], None]) -> Callable[..., None]:
    """Presses a key where the focus is."""

    def send(key: Qt.Key | str, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        if QApplication.activeWindow() is None:
            window.activateWindow()
            QApplication.processEvents()
        widget = QApplication.focusWidget()
        assert widget is not None
        QTest.keyClick(widget, key, modifier)
        settle()

    return send
