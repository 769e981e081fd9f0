"""Cells of a sheet as text, the way a person reads them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from operator import itemgetter
from typing import TypeVar

from app.transfer.grid.long_sheets import Chosen, LongRows
from app.transfer.grid.sheets import Cell, CellError

One = TypeVar("One")

_MARK = "\ufeff"
_INVISIBLE = f"{_MARK} \t\r\n\u3000\xa0"


def text(cell: Cell) -> str:
    """The cell as text without outer blanks; whole floats lose their point, midnights their time."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        value = cell.strip()
        if value.isalnum():
            return value
        if "_x000D_" in value or "\r" in value or "\ufeff" in value:
            value = value.replace("_x000D_", "").replace("\r\n", "\n").replace("\r", "\n").strip("\ufeff \t\n")
        return value
    if cell.__class__ is int:
        return str(cell)
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e16 else repr(cell)
    if isinstance(cell, datetime):
        shown = cell.isoformat(" ", timespec="minutes")
        return shown.removesuffix(" 00:00")
    if isinstance(cell, (date, time)):
        return cell.isoformat()
    return str(cell)


def blank(cell: Cell) -> bool:
    """Whether a person sees nothing in the cell."""
    if cell is None:
        return True
    return isinstance(cell, str) and (not cell or cell.isspace() or (_MARK in cell and not cell.strip(_INVISIBLE)))


def is_number(cell: Cell) -> bool:
    """Whether the cell holds a number (not a truth value)."""
    return isinstance(cell, (int, float)) and not isinstance(cell, bool)


def is_moment(cell: Cell) -> bool:
    """Whether the cell holds a day, a time or a span."""
    return isinstance(cell, (date, time, timedelta))


def is_error(cell: Cell) -> bool:
    """Whether the cell holds an error such as ``#N/A``."""
    return isinstance(cell, CellError)


def letter(column: int) -> str:
    """The name of a column as Excel shows it: 0 is ``A``, 26 is ``AA``."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def at(row: list[Cell], column: int) -> Cell:
    """The cell of a row, empty past its end."""
    return row[column] if column < len(row) else None


def chosen(rows: Sequence[list[Cell]], numbers: Sequence[int]) -> Sequence[list[Cell]]:
    """Some rows of a sheet, in the order of their numbers."""
    return Chosen(rows, numbers) if isinstance(rows, LongRows) else list(map(rows.__getitem__, numbers))


def widest(rows: Sequence[list[Cell]]) -> int:
    """How many columns the widest row has."""
    return rows.widest if isinstance(rows, LongRows) else max(map(len, rows), default=0)


def column_cells(rows: Sequence[list[Cell]], column: int) -> list[Cell]:
    """The cells of one column, empty past the end of a row."""
    if isinstance(rows, (LongRows, Chosen)):
        return rows.column(column)
    try:
        return list(map(itemgetter(column), rows))
    except IndexError:
        return [row[column] if column < len(row) else None for row in rows]


def changed(rows: Sequence[list[Cell]], cells: Mapping[tuple[int, int], Cell]) -> Sequence[list[Cell]]:
    """The same rows with other values in some cells, (row, column); those given stay as they are."""
    if isinstance(rows, LongRows):
        return rows.changed(cells)
    made = list(rows)
    for (row, column), cell in cells.items():
        held = [*made[row], *[None] * (column + 1 - len(made[row]))]
        held[column] = cell
        made[row] = held
    return made


def put(held: list[list[One] | None], place: int, one: One) -> None:
    """Add one thing to what a row holds, where most rows hold nothing."""
    known = held[place]
    if known is None:
        held[place] = [one]
    else:
        known.append(one)
