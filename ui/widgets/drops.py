"""Files dropped on a part of the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QTimer
from PySide6.QtWidgets import QWidget


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
        if event.type() in (QEvent.Type.DragEnter, QEvent.Type.DragMove) and local_files(event.mimeData()):
            event.acceptProposedAction()
            return True
        if event.type() == QEvent.Type.Drop and (files := local_files(event.mimeData())):
            event.acceptProposedAction()
            # The program that the files come from waits until the drop has ended.
            QTimer.singleShot(0, self, lambda: self._take(files))
            return True
        return super().eventFilter(watched, event)
