"""The cell cursor of a list: ← → show and move it within the row, F2 edits under it, Esc takes it away."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from ui.widgets.column_layout import KeptColumns
from ui.widgets.table_head import FrozenColumns


class CellCursor(KeptColumns):
    """What a list of records does with its cell cursor."""

    cell_shown = False
    frozen: FrozenColumns

    def show_cell(self, row: int, section: int) -> None:
        """Put the cell cursor on a cell and bring it into sight, beside the column that stays."""
        self.cell_shown = True
        index = self.records.index(row, section)
        self.setCurrentIndex(index)
        self.scrollTo(index)
        rect = self.visualRect(index)
        if self.frozen.isVisible() and section not in self.frozen_sections() and rect.left() < self.frozen.width():
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() - (self.frozen.width() - rect.left()))
        self._redraw()

    def hide_cell(self) -> bool:
        """Take the cell cursor away; False when there was none."""
        was, self.cell_shown = self.cell_shown, False
        self._redraw()
        return was

    def step_cell(self, by: int) -> None:
        """Move the cell cursor to the left or right; the first key shows it where it is."""
        row, cells = self.currentIndex().row(), [at for at in self.sections() if not self.isColumnHidden(at)]
        if row >= 0 and cells:
            at = cells.index(held) if (held := self.currentIndex().column()) in cells else 0
            self.show_cell(row, cells[max(0, min(at + (by if self.cell_shown else 0), len(cells) - 1))])

    def copy_cell(self) -> None:
        """Put the words of the cell on the clipboard."""
        QGuiApplication.clipboard().setText(str(self.currentIndex().data() or ""))

    @property
    def cell_held(self) -> bool:
        """Whether one of its cells has the keys: the row under the cursor then looks as if the list had them."""
        held = QApplication.focusWidget()
        return held is not None and held is not self and self.isAncestorOf(held)

    def _redraw(self) -> None:
        self.viewport().update()
        self.frozen.viewport().update()
