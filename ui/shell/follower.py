"""What works beside the window for as long as that is open, and hears what changes in its book."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal

from app.records.workspace import ChangeSet, Workspace
from ui.runtime.alive import while_alive
from ui.shell.window import MainWindow


class Follower(QObject):
    """Hears of changes in the window's thread, whoever made them; another book that the window takes is followed.

    Who derives from it calls ``_take`` with the open book once it is made.
    """

    _changed = Signal(object)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.window = window
        self._changed.connect(self._note, Qt.ConnectionType.QueuedConnection)
        window.taken.connect(self._take)

    def _take(self, ws: Workspace) -> None:
        """Begin with a book. Its listeners end with it."""
        ws.subscribe(while_alive(self, self._changed.emit))

    def _note(self, changes: ChangeSet) -> None:
        """Hear what changed."""
        raise NotImplementedError
