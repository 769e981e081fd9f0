"""A column of cells as calamine gives it, sent and made into plain values; whole columns at a time, for speed."""

from __future__ import annotations

import math
import pickle
import zlib
from array import array
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

BATCH = 1000
"""So many rows of a sheet are sent at a time."""
LONGEST_EXACT = 10**15
"""Excel keeps 15 digits of a number; longer ones end in digits that were never typed."""


_NUL = "\0"
_NUMBERS, _DAYS = b"n", b"d"
Packed = str | bytes | Sequence[Any]


def packed(column: Sequence[Any]) -> Packed:
    """A column to be sent: texts joined by NULs, numbers and days as bytes, anything else as it is.

    Joining and splitting cost a fifth of what pickling single cells does.
    """
    kinds = set(map(type, column))
    if kinds == {str}:
        joined = _NUL.join(column)
        if joined.count(_NUL) == len(column) - 1:
            return joined
    elif kinds == {float}:
        return _NUMBERS + array("d", column).tobytes()
    elif kinds == {date}:
        return _DAYS + array("i", map(date.toordinal, column)).tobytes()
    return column


class Shared:
    """Equal texts and equal days as one object each: columns of few words and of days then take a tenth of the memory."""

    def __init__(self) -> None:
        self._texts: dict[str, str] = {}
        self._days: dict[int, date] = {}

    def texts(self, cells: Sequence[Any]) -> Sequence[Any]:
        """The cells of a column of texts (None for nothing), as they are where most differ."""
        if 2 * len(set(cells)) > len(cells):
            return cells
        return list(map(self._texts.setdefault, cells, cells))

    def days(self, numbers: Sequence[int]) -> list[date]:
        """The days of these ordinals."""
        known = self._days
        for number in set(numbers).difference(known):
            known[number] = date.fromordinal(number)
        return [known[number] for number in numbers]


def unpacked(column: Packed, shared: Shared | None = None) -> tuple[Sequence[Any], int | None]:
    """What was ``packed``, tidy: see ``tidy``."""
    shared = shared or Shared()
    if isinstance(column, str):
        return shared.texts(_split(column)), None
    if not isinstance(column, bytes):
        return tidy(column)
    if column[:1] == _DAYS:
        days = array("i")
        days.frombytes(column[1:])
        return shared.days(days), None
    numbers = array("d")
    numbers.frombytes(column[1:])
    return tidy(numbers.tolist())


class Squeezed(bytes):
    """Cells of several kinds, already tidy."""


def squeezed(cells: Sequence[Any]) -> Squeezed:
    """Tidy cells of several kinds, made small for a sheet of very many rows."""
    return Squeezed(zlib.compress(pickle.dumps(list(cells), protocol=5), 1))


def held(column: Packed) -> Sequence[Any]:
    """The cells of a column that was ``packed`` or ``squeezed``."""
    if isinstance(column, Squeezed):
        return pickle.loads(zlib.decompress(column))  # type: ignore[no-any-return]
    return unpacked(column)[0]


def _split(joined: str) -> Sequence[Any]:
    if "\r" in joined:
        joined = joined.replace("\r\n", "\n").replace("\r", "\n")
    cells = joined.split(_NUL)
    if not cells[0] or not cells[-1] or "\0\0" in joined:
        return [cell or None for cell in cells]
    return cells


def tidy(column: Sequence[Any]) -> tuple[Sequence[Any], int | None]:
    """The cells with "" as None, whole numbers as int, others with the 15 digits Excel shows, line ends as ``\\n``.

    Returns:
        The cells, and the index of the first number too long to be exact, if there is one.
    """
    kinds = set(map(type, column))
    if str in kinds:
        column = _texts(column, len(kinds) == 1)
    long_at = None
    if float in kinds or int in kinds:
        column = _numbers(column, kinds == {float})
        long_at = _first_long(column)
    if datetime in kinds:
        column = [_whole_seconds(v) if type(v) is datetime else v for v in column]
    return column, long_at


def _numbers(column: Sequence[Any], only: bool) -> Sequence[Any]:
    if not only:
        return [(int(v) if v.is_integer() else _decimal(v)) if type(v) is float else v for v in column]
    try:
        whole = list(map(int, column))
    except (OverflowError, ValueError):
        whole = []
    if whole == list(column):
        return whole
    return [int(v) if v.is_integer() else _decimal(v) for v in column]


def _first_long(column: Sequence[Any]) -> int | None:
    numbers = [v for v in column if type(v) is int]
    if not numbers or (max(numbers) < LONGEST_EXACT and min(numbers) > -LONGEST_EXACT):
        return None
    return next(i for i, v in enumerate(column) if type(v) is int and abs(v) >= LONGEST_EXACT)


def _texts(column: Sequence[Any], only: bool) -> Sequence[Any]:
    joined = "".join(column if only else [v for v in column if type(v) is str])
    if "\r" in joined or "\0" in joined:
        column = [_plain(v) if type(v) is str else v for v in column]
    if not joined and only:
        return [None] * len(column)
    if "" in column:
        return [None if v == "" else v for v in column]
    return column


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")


def _decimal(value: float) -> float | int | None:
    if not math.isfinite(value):
        return None
    rounded = float(f"{value:.15g}")
    return int(rounded) if rounded.is_integer() else rounded


def _whole_seconds(value: datetime) -> date:
    """Excel's fractions of a day are never exact: 39627.999999988424 is midnight, which is a date."""
    if value.microsecond:
        try:
            value = (value + timedelta(microseconds=500_000)).replace(microsecond=0)
        except OverflowError:
            value = value.replace(microsecond=0)
        if not (value.hour or value.minute or value.second):
            return value.date()
    return value
