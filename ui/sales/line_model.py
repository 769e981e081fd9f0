"""The lines of a quote as a table: what stands in each cell, and what typing into one makes of the line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QObject, Qt, Signal

from app.products.queries import ProductChoice
from app.records.values import plain
from app.records.workspace import Workspace
from app.sales import entry
from app.sales.rules import line_amount
from app.sales.view import Line
from app.shared.errors import InvalidValue
from app.shared.i18n import N_, translate
from app.shared.money import decimals, format_number, format_price
from ui.runtime.index import NONE, Index

DISPLAY, EDIT, ALIGN, ACCESSIBLE = 0, 2, 7, 11
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True, slots=True)
class LineColumn:
    """A column of the grid; ``name`` is the field of the line, or ``number`` and ``amount``, which are not typed."""

    name: str
    label: str
    width: int
    right: bool = False
    typed: bool = True
    shown: bool = True


COLUMNS = (
    LineColumn("number", "", 42, right=True, typed=False),
    LineColumn("name", N_("Product"), 200),
    LineColumn("specification", N_("Specification"), 96),
    LineColumn("unit", N_("Unit"), 48),
    LineColumn("quantity", N_("Quantity"), 74, right=True),
    LineColumn("price", N_("Unit price"), 92, right=True),
    LineColumn("discount_percent", N_("Discount"), 74, right=True),
    LineColumn("tax_rate", N_("Tax rate"), 66, right=True, shown=False),
    LineColumn("cost", N_("Cost"), 92, right=True, shown=False),
    LineColumn("amount", N_("Amount"), 104, right=True, typed=False),
)
NAMES = tuple(column.name for column in COLUMNS)
FIRST = NAMES.index("name")


class LineModel(QAbstractTableModel):
    """Lines with one empty row at the end to type into.

    ``edited`` is sent after each change of the person's, to be saved; ``drafted`` while a cell is being typed.
    """

    edited = Signal()
    drafted = Signal()

    def __init__(self, ws: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ws = ws
        self._blank = Line()
        self._draft: tuple[int, Line] | None = None
        self.rows: list[Line] = [self._blank]
        self.currency = ws.currency
        self.open = True

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines that hold something, in their order."""
        return tuple(line for line in self.rows if not line.empty)

    @property
    def typed_lines(self) -> tuple[Line, ...]:
        """The lines with what is being typed just now."""
        if self._draft is None:
            return self.lines
        row, draft = self._draft
        return tuple(line for at, old in enumerate(self.rows) if not (line := draft if at == row else old).empty)

    def adopt(self, lines: Sequence[Line], currency: str, *, open_: bool = True) -> None:
        """Show the lines as the book holds them; rows that are the same are not painted again."""
        self._blank = entry.new_line(self._ws)
        currency_changed, opened = currency != self.currency, open_ != self.open
        self.currency, self.open = currency, open_
        held = [at for at, line in enumerate(self.rows) if not line.empty]
        if len(held) != len(lines) or opened:
            self.beginResetModel()
            self.rows = [*lines] + ([self._blank] if open_ else [])
            self.endResetModel()
            return
        for at, line in zip(held, lines, strict=True):
            if self.rows[at] != line or currency_changed:
                self.rows[at] = line
                self._tell(at)

    def put_line(self, row: int, line: Line) -> None:
        """Set a whole line; an empty row follows the last one again."""
        self._draft = None
        if self.rows[row] == line:
            return
        self.rows[row] = line
        self._tell(row)
        self._end()
        self.edited.emit()

    def type_cell(self, row: int, name: str, text: str) -> None:
        """Take what was typed into a cell. Raises InvalidValue with a plain reason."""
        self.put_line(row, entry.with_cell(self._ws, self.rows[row], name, text))

    def take_product(self, row: int, product: ProductChoice) -> None:
        """Put a product into a row."""
        self.put_line(row, entry.with_product(self._ws, self.rows[row], product))

    def draft(self, row: int, name: str, text: str) -> None:
        """Know what is being typed, for the preview and the totals; what cannot be read yet does not count."""
        try:
            self._draft = (row, entry.with_cell(self._ws, self.rows[row], name, text))
        except InvalidValue:
            return
        self.drafted.emit()

    def drop_draft(self) -> None:
        """The cell is not being typed any more."""
        if self._draft is not None:
            self._draft = None
            self.drafted.emit()

    def insert(self, row: int, lines: Sequence[Line] | None = None) -> None:
        """Put lines, or one empty row, before a row."""
        fresh = list(lines) if lines is not None else [self._blank]
        if not fresh:
            return
        self.beginInsertRows(NONE, row, row + len(fresh) - 1)
        self.rows[row:row] = fresh
        self.endInsertRows()
        self._end()
        if lines is not None:
            self.edited.emit()

    def replace(self, row: int, lines: Sequence[Line]) -> None:
        """Put lines over the rows from ``row`` on; rows are added where there are too few. One change."""
        more = row + len(lines) - len(self.rows)
        if more > 0:
            self.beginInsertRows(NONE, len(self.rows), len(self.rows) + more - 1)
            self.rows += [self._blank] * more
            self.endInsertRows()
        for at, line in enumerate(lines, row):
            self.rows[at] = line
            self._tell(at)
        self._end()
        self.edited.emit()

    def remove(self, first: int, last: int) -> None:
        """Take rows away, both ends included."""
        held = any(not line.empty for line in self.rows[first : last + 1])
        self.beginRemoveRows(NONE, first, last)
        del self.rows[first : last + 1]
        self.endRemoveRows()
        self._end()
        if held:
            self.edited.emit()

    def move(self, row: int, step: int) -> bool:
        """Move a row up (-1) or down (1); False at the ends."""
        to = row + step
        if not (0 <= to < len(self.rows)) or self.rows[row].empty or self.rows[to].empty:
            return False
        self.beginMoveRows(NONE, row, row, NONE, to + (step > 0))
        self.rows[row], self.rows[to] = self.rows[to], self.rows[row]
        self.endMoveRows()
        self.edited.emit()
        return True

    def blank(self, row: int) -> bool:
        """Whether nothing stands in a row."""
        return self.rows[row].empty

    def text(self, row: int, name: str, *, typing: bool = False) -> str:
        """What stands in a cell, or with ``typing`` what its editor begins with."""
        line = self.rows[row]
        if name == "number":
            return str(row + 1)
        if name == "amount":
            amount = line_amount(line.priced, self.currency)
            return "" if amount is None else format_number(amount, decimals(self.currency))
        if name == "tax_rate" and line.tax_exempt:
            return translate(N_("exempt"))
        value = getattr(line, name)
        if value is None or isinstance(value, str):
            return value or ""
        if typing:
            return plain(value)
        return _shown(name, value)

    def rowCount(self, parent: Index = NONE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = NONE) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        role = int(role)
        column = COLUMNS[index.column()]
        if role == DISPLAY:
            return self.text(index.row(), column.name)
        if role == EDIT:
            return self.text(index.row(), column.name, typing=True)
        if role == ALIGN:
            return RIGHT if column.right else LEFT
        if role == ACCESSIBLE:
            words = translate(column.label) if column.label else ""
            return " ".join(part for part in (words, self.text(index.row(), column.name)) if part)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        column = COLUMNS[section]
        if int(role) == DISPLAY:
            return translate(column.label) if column.label else ""
        if int(role) == ALIGN:
            return RIGHT if column.right else LEFT
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self.open and COLUMNS[index.column()].typed:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def _tell(self, row: int) -> None:
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(COLUMNS) - 1))

    def _end(self) -> None:
        if self.open and (not self.rows or not self.rows[-1].empty):
            self.beginInsertRows(NONE, len(self.rows), len(self.rows))
            self.rows.append(self._blank)
            self.endInsertRows()


def _shown(name: str, value: Decimal) -> str:
    if name in ("price", "cost"):
        return format_price(value)
    if name in ("discount_percent", "tax_rate"):
        return plain(value) + "%"
    return f"{Decimal(plain(value)):,f}"
