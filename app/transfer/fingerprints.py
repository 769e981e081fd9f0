"""What a cell said when it was exported, in four signs, so that an import sees which cells were edited since.

The text that is marked is the same for a value on its way out and for what a spreadsheet program gives back: numbers
without needless zeros, days without a midnight, texts without outer blanks.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import Any
from zlib import crc32

from app.transfer.xlsx_stream import ILLEGAL, LONGEST_TEXT, as_written

WIDTH = 4
_EMPTY = "----"
_DIGITS = 15
"""Excel keeps so many digits of a number."""


def canonical(cell: Any) -> str:
    """The text that stands for a cell, whichever program saved it."""
    match cell:
        case None:
            return ""
        case str():
            return as_written(cell).strip()
        case bool():
            return "true" if cell else "false"
        case int():
            return str(cell)
        case float():
            return _number(Decimal(f"{cell:.{_DIGITS}g}")) if abs(cell) < float("inf") else str(cell)
        case Decimal():
            return _number(cell)
        case datetime():
            shown = cell.replace(tzinfo=None).isoformat("T", "minutes")
            return shown.removesuffix("T00:00")
        case date():
            return cell.isoformat()
    return str(cell)


def _number(value: Decimal) -> str:
    text = f"{value:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def mark(cell: Any) -> str:
    """The four signs of one cell."""
    return _of_text(canonical(cell))


def _of_text(text: str) -> str:
    return f"{crc32(text.encode('utf-8', 'surrogatepass')) & 0xFFFF:04x}" if text else _EMPTY


def marks(columns: Sequence[Sequence[Any]]) -> list[str]:
    """The signs of each row, those of its cells one after the other.

    Args:
        columns: the cells, column by column.
    """
    return list(map("".join, zip(*map(_column, columns), strict=True)))


def _column(values: Sequence[Any]) -> list[str]:
    kinds = set(map(type, values))
    if kinds == {type(None)}:
        return [_EMPTY] * len(values)
    if kinds <= {str, type(None)} and _plain(values):
        signs = _signs()
        return [
            signs[crc32(text.encode("utf-8", "surrogatepass")) & 0xFFFF]
            if value and (text := value.strip())
            else _EMPTY
            for value in values
        ]
    if len(kinds - {type(None)}) > 1:
        # 1 == True == Decimal(1): values of several types cannot share keys.
        return list(map(mark, values))
    known = {value: mark(value) for value in set(values)}
    return [known[value] for value in values]


def _plain(values: Sequence[Any]) -> bool:
    """Whether every text stands in a sheet as it is."""
    joined = "".join(filter(None, values))
    if "\r" in joined or ILLEGAL.search(joined):
        return False
    return len(joined) <= LONGEST_TEXT or max(map(len, filter(None, values))) <= LONGEST_TEXT


@cache
def _signs() -> list[str]:
    return [f"{number:04x}" for number in range(0x10000)]


def parted(signs: str) -> list[str]:
    """The signs of each cell of a row."""
    return [signs[start : start + WIDTH] for start in range(0, len(signs), WIDTH)]
