"""A grid whose cells open at the first letter."""

from __future__ import annotations

from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QTableView


class TypedCells(QTableView):
    """A grid of cells that are typed into without opening them first, by keys and by input methods alike."""

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        editing = QAbstractItemView.State.EditingState
        closed = self.state() != editing
        super().inputMethodEvent(event)
        # Qt opens the cell, but hands on only what is composed: a text that comes whole would be lost.
        if closed and event.commitString() and self.state() == editing:
            cell = self.indexWidget(self.currentIndex())
            if cell is not None:
                QApplication.sendEvent(cell, event)
