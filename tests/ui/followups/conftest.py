"""A real window over a real book."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
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
def press() -> Callable[..., None]:
    """Presses a key where the focus is."""

    def send(key: Qt.Key | str, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        widget = QApplication.focusWidget()
        assert widget is not None
        QTest.keyClick(widget, key, modifier)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    return send
