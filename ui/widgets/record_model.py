"""The model of a list: ordered ids, and pages of 64 rows fetched when they are looked at."""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QObject, Qt

from app.records.fields import Field, FieldKind
from app.records.record import Record
from app.shared.i18n import N_, translate
from ui.runtime.given import given
from ui.runtime.index import NONE, Index

PAGE, PAGES = 64, 48
DISPLAY = 0
ALIGN, ACCESSIBLE, CHECK, HEADER = 7, 11, 10, Qt.Orientation.Horizontal
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
FIGURES = {FieldKind.MONEY, FieldKind.PRICE, FieldKind.QUANTITY, FieldKind.PERCENT, FieldKind.INTEGER}


@dataclass(frozen=True, slots=True)
class Column:
    """One column: a field of the dictionary, and how its value is said.

    Args:
        show: gives the text of a record; the value's own ``show`` when None.
        paint: "" by kind, or "level", "status", "due", "title", "faint" or "tag".
    """

    field: Field
    show: Callable[[Record], str] | None = None
    paint: str = ""

    @property
    def figures(self) -> bool:
        """Whether the column is aligned to the right."""
        return self.field.kind in FIGURES


class RecordModel(QAbstractTableModel):
    """Rows by id.

    Args:
        columns: all columns; column 0 of the model is the tick when ``ticks``.
        fetch: gives the records of some ids, in that order.
        text: says a value: ``text(field, value) -> str``.
    """

    def __init__(
        self,
        columns: Sequence[Column],
        fetch: Callable[[Sequence[int]], list[Record]],
        text: Callable[[Field, Any], str],
        *,
        ticks: bool = False,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = list(columns)
        self.ticks = ticks
        self.ticked: set[int] = set()
        self._fetch, self._text = fetch, text
        self._ids = array("q")
        self._pages: OrderedDict[int, dict[int, Record]] = OrderedDict()

    @property
    def ids(self) -> array[int]:
        """The ids in the order of the rows."""
        return self._ids

    def set_ids(self, ids: Iterable[int]) -> None:
        """Show other rows. When the new ids begin with the old ones, rows are added and nothing jumps."""
        fresh = ids if isinstance(ids, array) else array("q", ids)
        held = len(self._ids)
        if held and len(fresh) >= held and fresh[:held] == self._ids:
            if len(fresh) > held:
                self.beginInsertRows(NONE, held, len(fresh) - 1)
                self._ids = fresh
                self._pages.pop((held - 1) // PAGE, None)
                self.endInsertRows()
            return
        self.beginResetModel()
        self._ids = fresh
        self._pages.clear()
        self.endResetModel()

    def record(self, row: int) -> Record | None:
        """The record of a row; None when it is gone from the book."""
        if not 0 <= row < len(self._ids):
            return None
        page = row // PAGE
        held = self._pages.get(page)
        if held is None:
            ids = self._ids[page * PAGE : (page + 1) * PAGE]
            held = self._pages[page] = {record.id: record for record in self._fetch(ids)}
            if len(self._pages) > PAGES:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(page)
        return held.get(self._ids[row])

    def row_of(self, number: int) -> int:
        """The row of an id, or -1."""
        try:
            return self._ids.index(number)
        except ValueError:
            return -1

    def refresh(self, numbers: Iterable[int]) -> None:
        """Fetch some records anew where they are held, and repaint only their rows."""
        wanted = set(numbers)
        last = self.columnCount() - 1
        for page, held in list(self._pages.items()):
            hit = wanted & held.keys()
            if not hit:
                continue
            fresh = {record.id: record for record in self._fetch(array("q", sorted(hit)))}
            held.update(fresh)
            start = page * PAGE
            for at, number in enumerate(self._ids[start : start + PAGE]):
                if number in hit:
                    self.dataChanged.emit(self.index(start + at, 0), self.index(start + at, last))

    def reload(self) -> None:
        """Forget every fetched row, for a change of language or of the day."""
        self._pages.clear()
        if self._ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, self.columnCount() - 1))
        self.headerDataChanged.emit(HEADER, 0, self.columnCount() - 1)

    def tick(self, row: int, on: bool | None = None) -> None:
        """Tick or untick a row; None turns it over."""
        number = self._ids[row]
        if on is None:
            on = number not in self.ticked
        (self.ticked.add if on else self.ticked.discard)(number)
        self.dataChanged.emit(self.index(row, 0), self.index(row, self.columnCount() - 1))

    def tick_all(self, on: bool) -> None:
        """Tick every row of the list, or none."""
        self.ticked = set(self._ids) if on else set()
        if self._ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, self.columnCount() - 1))
        self.headerDataChanged.emit(HEADER, 0, 0)

    def column(self, section: int) -> Column | None:
        """The column of a section; None for the ticks."""
        at = section - self.ticks
        return self.columns[at] if 0 <= at < len(self.columns) else None

    def data_column(self, section: int) -> Column:
        """The column of a section that is not the ticks."""
        return given(self.column(section))

    def said(self, record: Record, column: Column) -> str:
        """The text of a cell."""
        if column.show is not None:
            return column.show(record)
        value = record.get(column.field.name)
        return "" if value is None else self._text(column.field, value)

    def sentence(self, record: Record) -> str:
        """A whole row as one sentence, for screen readers."""
        parts = [self.said(record, column) for column in self.columns]
        return ", ".join(part for part in parts if part)

    def rowCount(self, parent: Index = NONE) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = NONE) -> int:
        return 0 if parent.isValid() else len(self.columns) + self.ticks

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        # Comparing with Qt.DisplayRole instead of its number doubles the time of a repaint.
        role = int(role)
        if role not in (DISPLAY, ALIGN, ACCESSIBLE):
            return None
        column = self.column(index.column())
        if role == ALIGN:
            return RIGHT if column and column.figures else LEFT
        record = self.record(index.row())
        if record is None:
            return None
        if role == ACCESSIBLE:
            return self.sentence(record)
        return self.said(record, column) if column else ""

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:
        if orientation != HEADER:
            return None
        column = self.column(section)
        if int(role) == DISPLAY:
            return translate(column.field.label) if column else ""
        if int(role) == ALIGN:
            return RIGHT if column and column.figures else LEFT
        if int(role) == ACCESSIBLE and column is None:
            return translate(N_("Ticked"))
        return None
