"""The lines of a quote, typed like in a spreadsheet."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QItemSelectionModel, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu

from app.products.queries import ProductChoice
from app.records.workspace import Workspace
from app.sales import entry
from app.shared.i18n import N_, ngettext, translate
from ui.runtime.application import theme, translator
from ui.runtime.index import Index
from ui.runtime.key_events import asked
from ui.runtime.translator import tr
from ui.sales.cell_edit import CellEdit, row_command
from ui.sales.line_cells import CellDelegate
from ui.sales.line_head import LineHead
from ui.sales.line_model import COLUMNS, FIRST, NAMES, LineModel
from ui.sales.product_popup import ProductPopup
from ui.widgets.typed_cells import TypedCells

QUANTITY = NAMES.index("quantity")


class LineGrid(TypedCells):
    """The grid. It changes the lines of its model only; who owns it saves them.

    Signals:
        refused: a plain sentence why something typed or pasted was not taken.
        wanted: a new product is asked for, with the text of the cell.
        left: Tab went beyond the last cell (True) or before the first (False).

    Args:
        quote: gives the quote's id and its customer's id and name.
    """

    refused = Signal(str)
    wanted = Signal(str)
    left = Signal(bool)

    def __init__(self, ws: Workspace, quote: Callable[[], tuple[int, int | None, str]]) -> None:
        super().__init__()
        self._ws, self._quote, self._given = ws, quote, 0
        self.lines = LineModel(ws, self)
        self.popup: ProductPopup | None = None
        self._painter = CellDelegate(self, self.lines)
        self._painter.begun.connect(self._attach)
        self._painter.left.connect(self.finish)
        self._painter.refused.connect(self.refused)
        self.head = LineHead(self)
        self.setHorizontalHeader(self.head)
        self.setModel(self.lines)
        self.setItemDelegate(self._painter)
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.head.setMinimumSectionSize(30)
        for at, column in enumerate(COLUMNS):
            self.setColumnHidden(at, not column.shown)
            fixed = QHeaderView.ResizeMode.Stretch if at == FIRST else QHeaderView.ResizeMode.Interactive
            self.head.setSectionResizeMode(at, fixed)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(lambda at: self.row_menu().exec(self.viewport().mapToGlobal(at)))
        tr(self, self.setAccessibleName, N_("Quote lines"))
        theme().changed.connect(self._measure)
        translator().changed.connect(lambda _language: (self.viewport().update(), self.head.viewport().update()))
        self._place = (0, FIRST)
        self.lines.modelAboutToBeReset.connect(self._keep_place)
        self.lines.modelReset.connect(lambda: self.go(*self._place))
        self._measure()

    @property
    def editor(self) -> CellEdit | None:
        """The editor of the cell being typed, if one is."""
        return self._painter.editor

    def go(self, row: int, column: int) -> None:
        """Put the cursor on a cell."""
        row = max(0, min(row, self.lines.rowCount() - 1))
        index = self.lines.index(row, column)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    def _attach(self, editor: CellEdit) -> None:
        """Wire a new editor."""
        row, name = editor.index.row(), editor.column.name
        editor.stepped.connect(self._step_from)
        editor.command.connect(lambda command: self.finish() and getattr(self, command)())
        editor.escaped.connect(self._cancel)
        editor.pasted.connect(self._paste_over)
        editor.made.connect(lambda: self.wanted.emit(editor.text().strip()))
        self.popup = None
        if name == "name":
            self.popup = ProductPopup(self._ws, editor, self._quote)
            self.popup.chosen.connect(self.take_product)
        editor.textEdited.connect(lambda text: self._draft(row, name, text))

    def finish(self) -> bool:
        """Write the cell being typed and close its editor; False when its text cannot be read."""
        editor = self.editor
        if editor is None:
            return True
        if not self._painter.take(editor):
            return False
        self._close()
        return True

    def take_product(self, product: ProductChoice) -> None:
        """Put a product into the current row and go on to its quantity."""
        row = self.currentIndex().row()
        if self.editor is not None:
            self.editor.setModified(False)
        self._close()
        self.lines.take_product(row, product)
        self.go(row, QUANTITY)

    def copy_above(self) -> None:
        """Copy the row above into this one; into a row that holds something, as a new row."""
        row = self.currentIndex().row()
        if row < 1 or not self.lines.open or self.lines.blank(row - 1):
            return
        from dataclasses import replace

        copied = replace(self.lines.rows[row - 1], id=None)
        if self.lines.blank(row):
            self.lines.put_line(row, copied)
        else:
            self.lines.insert(row, [copied])
        self.go(row, self.currentIndex().column())

    def move_up(self) -> None:
        """Move the row up."""
        self._move(-1)

    def move_down(self) -> None:
        """Move the row down."""
        self._move(1)

    def remove_rows(self) -> None:
        """Take the selected rows away."""
        rows = self._selected_rows()
        if not rows or not self.lines.open:
            return
        column = self.currentIndex().column()
        self.lines.remove(rows[0], rows[-1])
        self.go(rows[0], column)

    def insert_row(self) -> None:
        """Make an empty row above this one."""
        if self.lines.open:
            row = max(0, self.currentIndex().row())
            self.lines.insert(row)
            self.go(row, FIRST)

    def paste(self) -> None:
        """Put cells copied from a spreadsheet at the cursor."""
        text = QGuiApplication.clipboard().text()
        index = self.currentIndex()
        if not text.strip() or not self.lines.open or not index.isValid():
            return
        at = max(index.column(), FIRST)
        columns = [COLUMNS[n].name for n in range(at, len(COLUMNS)) if COLUMNS[n].typed and not self.isColumnHidden(n)]
        over = self.lines.rows[index.row() : self.lines.rowCount() - 1]
        pasted = entry.paste(self._ws, text, columns, over)
        if pasted.lines:
            self.lines.replace(index.row(), pasted.lines)
            self.go(index.row() + len(pasted.lines), at)
        if pasted.problems:
            first = pasted.problems[0]
            rest = len(pasted.problems) - 1
            said = ngettext(
                "{reason} {count} more cell was left out.", "{reason} {count} more cells were left out.", rest
            )
            self.refused.emit(said.format(reason=first.reason, count=rest) if rest else first.reason)

    def copy(self) -> None:
        """Put the selected cells on the clipboard, as a spreadsheet takes them."""
        chosen = sorted({(index.row(), index.column()) for index in self.selectedIndexes()})
        rows: dict[int, list[str]] = {}
        for row, column in chosen:
            if not self.isColumnHidden(column):
                rows.setdefault(row, []).append(self.lines.text(row, COLUMNS[column].name, typing=True))
        QGuiApplication.clipboard().setText("\n".join("\t".join(cells) for cells in rows.values()))

    def clear_cells(self) -> None:
        """Empty the selected cells that can be typed."""
        if not self.lines.open:
            return
        rows: dict[int, list[str]] = {}
        for index in self.selectedIndexes():
            if COLUMNS[index.column()].typed:
                rows.setdefault(index.row(), []).append(COLUMNS[index.column()].name)
        if not rows:
            return
        first, fresh = min(rows), []
        for row in range(first, max(rows) + 1):
            line = self.lines.rows[row]
            for name in rows.get(row, ()):
                line = entry.with_cell(self._ws, line, name, "")
            fresh.append(line)
        self.lines.replace(first, fresh)

    def row_menu(self) -> QMenu:
        """What can be done with rows."""
        menu = QMenu(self)
        entries = (
            (N_("Insert a row above"), "Ins", self.insert_row),
            (N_("Copy the row above"), "Ctrl+D", self.copy_above),
            (N_("Move up"), "Alt+↑", self.move_up),
            (N_("Move down"), "Alt+↓", self.move_down),
            (N_("Remove the row"), "Ctrl+Del", self.remove_rows),
            (N_("Copy"), "Ctrl+C", self.copy),
            (N_("Paste"), "Ctrl+V", self.paste),
        )
        for text, key, run in entries:
            action = menu.addAction(f"{translate(text)}\t{key}", run)
            action.setEnabled(self.lines.open or run == self.copy)
        return menu

    def event(self, event: QEvent) -> bool:
        if asked(event) and row_command(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, shift = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if command := row_command(event):
            getattr(self, command)()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif (
            key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self._step("up" if shift else "down")
        elif key == Qt.Key.Key_Insert:
            self.insert_row()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.clear_cells()
        elif key == Qt.Key.Key_Escape or event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        if self._step("next" if forward else "previous"):
            return True
        self.left.emit(forward)
        return super().focusNextPrevChild(forward)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()
        self.viewport().update()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()

    def sizeHint(self) -> QSize:
        return QSize(640, 320)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, theme().px(30 + 34 * 3))

    def _draft(self, row: int, name: str, text: str) -> None:
        """What looks for a product is no line yet."""
        if self.popup is not None and self.popup.visible:
            self.lines.drop_draft()
        else:
            self.lines.draft(row, name, text)

    def _step_from(self, where: str) -> None:
        if self.finish():
            self._step(where)

    def _step(self, where: str) -> bool:
        row, column = self.currentIndex().row(), self.currentIndex().column()
        last = self.lines.rowCount() - 1
        if where == "down":
            to = min(row + 1, last)
            self.go(to, FIRST if self.lines.open and self.lines.blank(to) else column)
            return True
        if where in ("up", "below"):
            self.go(row - 1 if where == "up" else row + 1, column)
            return True
        cells = [at for at, shown in enumerate(COLUMNS) if shown.typed and not self.isColumnHidden(at)]
        if where == "next":
            if row == last and self.lines.open and self.lines.blank(row):
                return False
            after = [at for at in cells if at > column]
            if not after and row == last:
                return False
            self.go(row if after else row + 1, after[0] if after else cells[0])
            return True
        before = [at for at in cells if at < column]
        if not before and row <= 0:
            return False
        self.go(row if before else row - 1, before[-1] if before else cells[-1])
        return True

    def _move(self, step: int) -> None:
        row, column = self.currentIndex().row(), self.currentIndex().column()
        if self.lines.open and self.lines.move(row, step):
            self.go(row + step, column)

    def _keep_place(self) -> None:
        index = self.currentIndex()
        self._place = (index.row(), index.column()) if index.isValid() else (0, FIRST)

    def _selected_rows(self) -> list[int]:
        rows = sorted({index.row() for index in self.selectedIndexes()})
        return rows or ([self.currentIndex().row()] if self.currentIndex().isValid() else [])

    def _paste_over(self) -> None:
        self._cancel()
        self.paste()

    def _cancel(self) -> None:
        if self.editor is not None:
            self.editor.setModified(False)
        self._close()

    def _close(self) -> None:
        editor, self._painter.editor = self._painter.editor, None
        if editor is not None:
            editor.tell("")
            if self.popup is not None:
                self.popup.list.hide()
                self.popup = None
            self._painter.closeEditor.emit(editor)
            self.setFocus()
        self.lines.drop_draft()

    def _share(self) -> None:
        """Give the specification its part of the room that is left, until the person sets its width."""
        at = FIRST + 1
        if self.columnWidth(at) != self._given:
            return
        least = theme().px(COLUMNS[at].width)
        self._given = max(least, (self.columnWidth(FIRST) + self._given) * 2 // 5)
        self.setColumnWidth(at, self._given)

    def _measure(self) -> None:
        self.verticalHeader().setDefaultSectionSize(theme().px(34))
        self.head.setFixedHeight(theme().px(30))
        for at, column in enumerate(COLUMNS):
            if at != FIRST:
                self.setColumnWidth(at, theme().px(column.width))
        self._given = self.columnWidth(FIRST + 1)
        self._share()
        self.viewport().update()
