"""What a cell said when it was exported, in four signs, so that an import sees which cells were edited since.

The text that is marked is the same for a value on its way out and for what a spreadsheet program gives back: numbers
without needless zeros, days without a midnight, texts without outer blanks.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import Any
from zlib import crc32

from app.transfer.exporting.xlsx_stream import ILLEGAL, LONGEST_TEXT, as_written

WIDTH = 4
_SAMPLE = 64
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
    """The four signs of one cell; zeros for an empty one."""
    return f"{_number_of(cell):04x}"


@lru_cache(maxsize=20_000, typed=True)
def _again(cell: Any) -> int:
    """The number of a value that comes again, page after page."""
    return _number_of(cell)


def _number_of(cell: Any) -> int:
    text = canonical(cell)
    return crc32(text.encode("utf-8", "surrogatepass")) & 0xFFFF or 1 if text else 0


def marks(columns: Sequence[Sequence[Any]]) -> list[str]:
    """The signs of each row, those of its cells one after the other.

    Args:
        columns: the cells, column by column, all of one length.
    """
    step = 2 * len(columns)
    held = bytearray(step * len(columns[0]))
    for place, values in enumerate(columns):
        numbers = _column(values)
        if numbers is None:
            continue
        if sys.byteorder == "little":
            numbers.byteswap()
        plain = numbers.tobytes()
        held[2 * place :: step], held[2 * place + 1 :: step] = plain[::2], plain[1::2]
    signs = held.hex()
    return [signs[start : start + 2 * step] for start in range(0, len(signs), 2 * step)]


def _column(values: Sequence[Any]) -> array[int] | None:
    """The marks of a column as numbers of two bytes; None when all its cells are empty."""
    if not values or (values[0] is None and values.count(None) == len(values)):
        return None
    kinds = set(map(type, values))
    if len(kinds - {type(None)}) > 1:
        # 1 == True == Decimal(1): values of several types cannot share keys.
        return array("H", map(_number_of, values))
    sample = values[:_SAMPLE]
    if kinds == {str} and len(set(sample)) > len(sample) // 2 and (texts := _texts(values)) is not None:
        return array("H", [number & 0xFFFF or 1 for number in map(crc32, map(str.encode, texts))])
    known = {value: _again(value) for value in set(values)}
    return array("H", [known[value] for value in values])


def _texts(values: Sequence[str]) -> Sequence[str] | None:
    """What is marked of texts that stand in a sheet as they are; None where one is empty or a sheet would change it."""
    joined = "".join(values)
    plain = joined.isprintable()
    if not plain and ("\r" in joined or ILLEGAL.search(joined)):
        return None
    if len(joined) > LONGEST_TEXT and max(map(len, values)) > LONGEST_TEXT:
        return None
    # Of the signs that strip() takes away only the blank is printable.
    stripped = values if plain and " " not in joined else list(map(str.strip, values))
    return stripped if all(stripped) else None


def parted(signs: str) -> list[str]:
    """The signs of each cell of a row."""
    return [signs[start : start + WIDTH] for start in range(0, len(signs), WIDTH)]
