"""A sheet as it stands in the file, for a virtual table."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QObject, Qt

from app.transfer.columns.proposals import Column, Proposal
from app.transfer.grid.cells import at, letter, text, widest
from app.transfer.grid.sheets import Sheet
from app.transfer.reviewing.preview import skip_reason
from ui.runtime.index import NONE, Index

Role = Qt.ItemDataRole


class SheetModel(QAbstractTableModel):
    """The cells of one sheet and what its rows are; nothing is copied."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sheet: Sheet | None = None
        self.proposal: Proposal | None = None
        self._width = 0
        self._skipped: dict[int, str] = {}
        self._headers: set[int] = set()
        self._columns: dict[int, Column] = {}

    def put(self, sheet: Sheet, proposal: Proposal) -> None:
        """Show a sheet."""
        self.beginResetModel()
        self.sheet = sheet
        self._width = widest(sheet.rows)
        self._take(proposal)
        self.endResetModel()

    def change(self, proposal: Proposal) -> None:
        """The same sheet with another mapping or header."""
        self._take(proposal)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, max(0, self._width - 1))
        if self.sheet is not None and self.sheet.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.sheet.rows) - 1, max(0, self._width - 1)))

    def _take(self, proposal: Proposal) -> None:
        self.proposal = proposal
        self._skipped = dict(proposal.layout.skipped)
        self._headers = set(proposal.layout.header_rows)
        self._columns = {one.index: one for one in proposal.columns}

    def column(self, index: int) -> Column | None:
        """The column as it is mapped, None when it is blank."""
        return self._columns.get(index)

    def skipped(self, row: int) -> str:
        """Why a row is no record, said, or ""."""
        code = self._skipped.get(row, "")
        return skip_reason(code) if code else ""

    def is_header(self, row: int) -> bool:
        """Whether a row is part of the header."""
        return row in self._headers

    def words(self, row: int) -> str:
        """All texts of a row."""
        return "　".join(part for cell in self.sheet.rows[row] if (part := text(cell))) if self.sheet else ""

    def texts(self, rows: Iterable[int], column: int) -> list[str]:
        """The texts of some cells of a column."""
        return [text(at(self.sheet.rows[row], column)) for row in rows] if self.sheet else []

    def rowCount(self, parent: Index = NONE) -> int:
        return 0 if parent.isValid() or self.sheet is None else len(self.sheet.rows)

    def columnCount(self, parent: Index = NONE) -> int:
        return 0 if parent.isValid() else self._width

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if self.sheet is None or not index.isValid():
            return None
        if role == Role.DisplayRole:
            return text(at(self.sheet.rows[index.row()], index.column()))
        if role == Role.AccessibleTextRole:
            said = text(at(self.sheet.rows[index.row()], index.column()))
            why = self.skipped(index.row())
            return f"{said} ({why})" if why else said
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if role != Role.DisplayRole:
            return None
        return letter(section) if orientation == Qt.Orientation.Horizontal else str(section + 1)
