"""Files dropped on a part of the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, QTimer
from PySide6.QtGui import QDropEvent, QGuiApplication, QWindow
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from shiboken6 import isValid

_OVER = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)


def local_files(data: QMimeData | None) -> list[Path]:
    """The files of this computer that a drag or the clipboard holds."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()] if data is not None else []


class FileDrops(QObject):
    """Lets a widget take dropped files before the window does.

    Args:
        target: the widget. take: gets the files, after the drop has ended.
    """

    def __init__(self, target: QWidget, take: Callable[[list[Path]], object]) -> None:
        super().__init__(target)
        self._take = take
        target.setAcceptDrops(True)
        target.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            not isinstance(event, QDropEvent)
            or event.type() not in _OVER
            or not (files := local_files(event.mimeData()))
        ):
            return super().eventFilter(watched, event)
        # Whoever offers to move a file may delete it once that was accepted.
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if event.type() == QEvent.Type.Drop:
            # The program that the files come from waits until the drop has ended.
            QTimer.singleShot(0, self, lambda: self._take(files))
        return True


class FieldsLetPass(QObject):
    """Lets dropped files fall through text fields, which would write down where they lie, to the part that takes files."""

    def __init__(self, app: QGuiApplication, parent: QObject) -> None:
        super().__init__(parent)
        self._passed: list[QWidget] = []
        app.focusWindowChanged.connect(self._watch)

    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if isinstance(event, QDropEvent) and isinstance(watched, QWindow) and local_files(event.mimeData()):
            field = QApplication.widgetAt(watched.mapToGlobal(event.position().toPoint()))
            for part in (field, field.parentWidget() if field is not None else None):
                if isinstance(part, QLineEdit | QPlainTextEdit | QTextEdit) and part.acceptDrops():
                    part.setAcceptDrops(False)
                    self._passed.append(part)
        if kind in (QEvent.Type.DragLeave, QEvent.Type.Drop) and self._passed:
            # Texts are dragged into them all the same.
            QTimer.singleShot(0, self, self._restore)
        return False

    def _restore(self) -> None:
        for part in self._passed:
            if isValid(part):
                part.setAcceptDrops(True)
        self._passed.clear()
