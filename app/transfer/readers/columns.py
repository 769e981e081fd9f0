"""A column of cells as calamine gives it, made into plain values; whole columns at a time, for speed."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

LONGEST_EXACT = 10**15
"""Excel keeps 15 digits of a number; longer ones end in digits that were never typed."""


def tidy(column: Sequence[Any]) -> tuple[list[Any], int | None]:
    """The cells with "" as None, whole numbers as int, others with the 15 digits Excel shows, line ends as ``\\n``.

    Returns:
        The cells, and the index of the first number too long to be exact, if there is one.
    """
    kinds = set(map(type, column))
    values = list(column)
    if str in kinds:
        values = _texts(values, kinds == {str})
    long_at = None
    if float in kinds:
        if kinds <= {float}:
            values = [int(v) if v.is_integer() else _decimal(v) for v in values]
        else:
            values = [(int(v) if v.is_integer() else _decimal(v)) if type(v) is float else v for v in values]
    if float in kinds or int in kinds:
        long_at = next((i for i, v in enumerate(values) if type(v) is int and abs(v) >= LONGEST_EXACT), None)
    if datetime in kinds:
        values = [_whole_seconds(v) if type(v) is datetime else v for v in values]
    return values, long_at


def _texts(values: list[Any], only: bool) -> list[Any]:
    texts = values if only else [v for v in values if type(v) is str]
    joined = "".join(texts)
    if "\r" in joined or "\0" in joined:
        values = [_plain(v) if type(v) is str else v for v in values]
    if only:
        return [v or None for v in values]
    return [None if v == "" else v for v in values]


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")


def _decimal(value: float) -> float | int | None:
    if not math.isfinite(value):
        return None
    rounded = float(f"{value:.15g}")
    return int(rounded) if rounded.is_integer() else rounded


def _whole_seconds(value: datetime) -> Any:
    """Excel's fractions of a day are never exact: 39627.999999988424 is midnight, which is a date."""
    if value.microsecond:
        try:
            value = (value + timedelta(microseconds=500_000)).replace(microsecond=0)
        except OverflowError:
            value = value.replace(microsecond=0)
        if not (value.hour or value.minute or value.second):
            return value.date()
    return value
