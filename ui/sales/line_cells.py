"""The cells of the line grid: how they are painted, and how they are typed."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from app.shared.errors import InvalidValue
from app.shared.i18n import N_, translate
from ui.runtime.application import theme
from ui.runtime.index import Index
from ui.sales.cell_edit import CellEdit
from ui.sales.line_model import COLUMNS, FIRST, LineModel
from ui.widgets import painting


class CellDelegate(QStyledItemDelegate):
    """Paints the cells and makes their editors.

    Signals:
        begun: a cell is typed in this editor.
        left: the focus went elsewhere while a cell was typed.
        refused: a plain sentence why something typed was not taken.
    """

    begun = Signal(CellEdit)
    left = Signal()
    refused = Signal(str)

    def __init__(self, grid: QTableView, lines: LineModel) -> None:
        super().__init__(grid)
        self._grid, self._lines = grid, lines
        self.editor: CellEdit | None = None

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        self.editor = CellEdit(parent, COLUMNS[index.column()], index)
        self.begun.emit(self.editor)
        return self.editor

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        if editor is self.editor:
            self.editor = None
        super().destroyEditor(editor, index)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, CellEdit) and not editor.property("begun"):
            editor.setProperty("begun", True)
            editor.setText(index.data(Qt.ItemDataRole.EditRole))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, CellEdit) and not self.take(editor):
            self.refused.emit(editor.accessibleDescription())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        editor.setGeometry(option.rect)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        away = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
        if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut and event.reason() not in away:
            self.left.emit()
        return False

    def take(self, editor: CellEdit) -> bool:
        """Write an editor's text into the line; False and a word under the cell when it cannot be read."""
        index, model = editor.index, self._lines
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
        model = self._lines
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
