"""The editor of a cell of the line grid, and the keys that mean something for its row."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from app.shared.i18n import translate
from ui.runtime.index import Index
from ui.runtime.key_events import asked
from ui.sales.line_model import LineColumn
from ui.widgets import cell_edit

ROW_KEYS = {
    (Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier): "copy_above",
    (Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier): "remove_rows",
    (Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier): "move_up",
    (Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier): "move_down",
}


def row_command(event: QKeyEvent) -> str:
    """Which command on rows a key means, "" for none."""
    mods = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return ROW_KEYS.get((Qt.Key(event.key()), mods), "")


class CellEdit(cell_edit.CellEdit):
    """Edits one cell of a line; ``command`` names a row command."""

    command = Signal(str)
    pasted = Signal()
    made = Signal()

    def __init__(self, parent: QWidget, column: LineColumn, index: Index) -> None:
        super().__init__(parent, translate(column.label), right=column.right)
        self.column, self.index = column, QPersistentModelIndex(index)

    def event(self, event: QEvent) -> bool:
        if asked(event):
            new = self.column.name == "name" and event.matches(QKeySequence.StandardKey.New)
            if row_command(event) or new:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if command := row_command(event):
            self.command.emit(command)
        elif self.column.name == "name" and event.matches(QKeySequence.StandardKey.New):
            self.made.emit()
        elif event.matches(QKeySequence.StandardKey.Paste) and _several_cells():
            self.pasted.emit()
        else:
            super().keyPressEvent(event)


def _several_cells() -> bool:
    from PySide6.QtGui import QGuiApplication

    text = QGuiApplication.clipboard().text().strip("\r\n")
    return "\t" in text or "\n" in text
