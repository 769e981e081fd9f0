"""Columns whose years are counted otherwise: from 1912 as in Taiwan, from the death of the Buddha as in Thailand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime

from app.shared import calendars, dates
from app.shared.dates import DateOrder, OrderGuess
from app.shared.text import half_width
from app.transfer.grid.cells import is_number, text
from app.transfer.grid.scale import MOSTLY
from app.transfer.grid.sheets import Cell

_HALF_CENTURY = 50
_COMPACT = range(6, 8)
_MADE, _FIRST_MADE = range(1930, 2000), 1941
"""The years that spreadsheets make of two figures from 30 to 99, and the year that 30 is in the count of the Republic."""
_NAMED = re.compile(r"民[国國]|(?<![a-z])roc(?![a-z])|taiwan", re.IGNORECASE)
_OURS = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def _texts(cells: Iterable[Cell]) -> list[str]:
    """The cells that may hold a date of a year not told in full, as typed; a number of six or seven figures may be one."""
    found = [
        half_width(text(cell)).strip() for cell in dict.fromkeys(cells) if isinstance(cell, str) or is_number(cell)
    ]
    return [one for one in found if one and not _OURS.search(one) and (not one.isdigit() or len(one) in _COMPACT)]


def proof(cells: Iterable[Cell]) -> str:
    """The first text whose year can only be one counted from 1912, where most texts can be read so; else ""."""
    texts = _texts(cells)
    sure = next((one for one in texts if calendars.surely_of_republic(one)), "")
    fit = sum(_of_republic(one) is not None for one in texts) if sure else 0
    return sure if fit and fit >= MOSTLY * len(texts) else ""


def decided(guess: OrderGuess, cells: Sequence[Cell], republic: str, today: date | None) -> OrderGuess:
    """The order of a column of dates, put right where its years are counted otherwise.

    Args:
        guess: the order that the figures tell.
        republic: what tells that the sheet counts its years from 1912, "" for nothing.
        today: the day of the import; None when it is not known.
    """
    cells = list(dict.fromkeys(cells))
    if sure := proof(cells):
        return OrderGuess(DateOrder.ROC, sure)
    texts = _texts(cells)
    if republic and guess.order is DateOrder.YMD and _likely(texts, today):
        return OrderGuess(DateOrder.ROC, republic)
    years = [str(cell.year) if isinstance(cell, date) else cell for cell in cells if isinstance(cell, (str, date))]
    buddhist = [one for one in years if calendars.is_buddhist(one)]
    if buddhist and len(buddhist) >= MOSTLY * len(years):
        return OrderGuess(DateOrder.BE, buddhist[0])
    return guess


def ways(cells: Sequence[Cell], header: str = "", *, births: bool = False) -> tuple[str, ...]:
    """The counts of years that a column may use besides the usual one: "roc", "be".

    Args:
        header: what the column is called.
        births: whether it holds days of birth, which lie in the last century anyway.
    """
    texts = _texts(cells)
    republican = any(_of_republic(one) is not None for one in texts) or _turned(cells, header, births)
    found = ["roc"] if republican else []
    if any(
        calendars.is_buddhist(str(one.year) if isinstance(one, date) else one)
        for one in (*texts, *cells)
        if isinstance(one, (str, date))
    ):
        found.append("be")
    return tuple(found)


def our_day(day: datetime, order: DateOrder) -> datetime | None:
    """A day of the spreadsheet itself, whose year may be counted otherwise; None when that year has no such day.

    Of a year of the Republic of two figures (88/5/20) a spreadsheet makes one of the last century (1988).
    """
    if order is DateOrder.ROC and day.year in _MADE:
        year = day.year - _MADE.start + _FIRST_MADE
    elif order is DateOrder.BE:
        year = calendars.our_year(day.year)
    else:
        return day
    try:
        return day.replace(year=year)
    except ValueError:
        return None


def _turned(cells: Sequence[Cell], header: str, births: bool) -> bool:
    """Whether a spreadsheet may have made its own dates of years of the Republic: none of them lies in this century, or the header
    tells."""
    made = [cell for cell in cells if isinstance(cell, date)]
    old = [cell for cell in made if cell.year in _MADE]
    return bool(old) and (_NAMED.search(header) is not None or (old == made and not births))


def _of_republic(value: str) -> date | None:
    return dates.parse_date(value, DateOrder.ROC) if calendars.of_republic(value) else None


def _likely(texts: Sequence[str], today: date | None) -> bool:
    """Whether years of two figures are likelier counted from 1912: all dates can be, none is one that has not come yet, and some
    are beyond 1961, or would lie ahead as years of ours."""
    read = [(_of_republic(one), dates.parse_date(one)) for one in texts]
    if not read or any(one is None or (today is not None and one > today) for one, _ours in read):
        return False
    return any(
        one is not None
        and (one.year - 1911 >= _HALF_CENTURY or (today is not None and ours is not None and ours > today))
        for one, ours in read
    )
