"""The editor and the painter of a cell of the line grid."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.shared.errors import InvalidValue
from app.shared.i18n import N_, translate
from ui.runtime.application import theme
from ui.sales.line_model import COLUMNS, FIRST, LineColumn, LineModel
from ui.widgets import cell_edit, painting

if TYPE_CHECKING:
    from ui.sales.line_grid import LineGrid

Index = QModelIndex | QPersistentModelIndex
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
        if event.type() == QEvent.Type.ShortcutOverride:
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


class CellDelegate(QStyledItemDelegate):
    """Paints the cells and makes their editors."""

    def __init__(self, grid: LineGrid) -> None:
        super().__init__(grid)
        self._grid = grid
        self.editor: CellEdit | None = None

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        self.editor = CellEdit(parent, COLUMNS[index.column()], index)
        self._grid.attach(self.editor)
        return self.editor

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        if editor is self.editor:
            self.editor = None
        super().destroyEditor(editor, index)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if not editor.property("begun"):
            editor.setProperty("begun", True)
            editor.setText(index.data(Qt.ItemDataRole.EditRole))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: LineModel, index: Index) -> None:
        if self.take(editor):
            return
        self._grid.refused.emit(editor.accessibleDescription())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        editor.setGeometry(option.rect)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut and event.reason() not in (
            Qt.FocusReason.PopupFocusReason,
            Qt.FocusReason.ActiveWindowFocusReason,
        ):
            self._grid.finish()
        return False

    def take(self, editor: CellEdit) -> bool:
        """Write an editor's text into the line; False and a word under the cell when it cannot be read."""
        index, model = editor.index, self._grid.lines
        if not index.isValid() or not editor.isModified():
            return True
        name, text = editor.column.name, editor.text()
        editor.setModified(False)
        try:
            if text != model.text(index.row(), name, typing=True):
                model.type_cell(index.row(), name, text)
        except InvalidValue as error:
            editor.setModified(True)
            editor.tell(error.sentence())
            return False
        return True

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        grid, t, rect = self._grid, theme(), QRect(option.rect)
        model: LineModel = grid.lines
        column = COLUMNS[index.column()]
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected and len(grid.selectedIndexes()) > 1:
            painter.fillRect(rect, t.c("selection"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, t.c("border"))
        if column.name != "amount":
            painter.fillRect(rect.right(), rect.top(), 1, rect.height(), t.c("border"))
        words, ink, bold = index.data(), t.c("text"), False
        blank = model.blank(index.row())
        match column.name:
            case "number":
                ink = t.c("textMuted")
            case "specification":
                ink = t.c("textMuted")
            case "amount":
                bold = True
        if not words and not blank and column.name in ("specification", "discount_percent", "tax_rate"):
            words, ink = "—", t.c("textFaint")
        if blank and (
            column.name == "tax_rate" or (column.name == "number" and index.row() != grid.currentIndex().row())
        ):
            words = ""
        if blank and index.column() == FIRST and index.row() == model.rowCount() - 1 and index.row():
            words, ink = translate(N_("Enter adds a row")), t.c("textFaint")
        inner = rect.adjusted(8, 0, -8, 0)
        painting.text(painter, inner, words, t.font(bold=bold), ink, painting.RIGHT if column.right else painting.LEFT)
        if index == grid.currentIndex() and column.typed:
            painter.setPen(QPen(t.c("accent" if grid.hasFocus() else "borderStrong"), 2))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))
        painter.restore()
