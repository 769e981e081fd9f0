"""Dates of columns that go to the notes: written so that nobody can misread them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date

from app.shared import dates
from app.shared.dates import DateOrder
from app.shared.i18n import _
from app.shared.text import half_width
from app.transfer.columns.proposals import Column
from app.transfer.converting import amounts
from app.transfer.converting.home import Home, ordering
from app.transfer.converting.values import LONGEST, NOTHING
from app.transfer.grid.cells import is_number, text
from app.transfer.grid.scale import LARGELY, NEARLY
from app.transfer.grid.sheets import Cell

Told = tuple[str, str]
_NOTHING: Told = ("", "")
_MEMO = 60_000
"""Of columns whose cells come again what was told of a cell is kept."""
_DATED = re.compile(r"日期|时间|日子|(?<!节)日$|\bdate\b|datum|\bday\b|\btime\b", re.IGNORECASE)
_POSSIBLE = 0.2
_SERIALS = 34_700, 60_000
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|(?<!\d)(?:19|20)\d{6}(?!\d)")
_SHORT = re.compile(r"\d{1,3}\s*([-/.])\s*\d{1,2}\s*\1\s*(?:\d{4}|\d\d)\b")
_TIME = re.compile(r"[T\s]+(?=\d{1,2}:\d\d)")
_NUMBERS = re.compile(r"\d+")
_LETTERS = re.compile(r"[a-z]{3}", re.IGNORECASE)


def reader(
    column: Column, cells: Sequence[Cell], home: Home, order: str = "", today: date | None = None
) -> Callable[[Cell], Told]:
    """How the cells of a column are written into the notes: the text, and what is wrong with it or "".

    Args:
        column: a column whose texts go to the notes.
        cells: all its cells, which decide the order of day and month.
        home: where the sheet is at home, which decides where the column itself shows none.
        order: that order when the user says so ("ymd", "dmy", "mdy").
        today: the day of the import; None when it is not known.
    """
    named, share = _DATED.search(column.header) is not None, column.evidence.share("date")
    serials = named and any(_is_serial(cell) for cell in cells)
    if share < (_POSSIBLE if named else NEARLY) and not serials:
        return _as_text
    guess = dates.guess_order(value for cell in cells if isinstance(cell, str) and (value := cell.strip()))
    found = ordering(guess.order, guess.evidence, cells, home, today, order)
    decided = found.order if order or found.evidence or home.order is not None else None

    def read(cell: Cell) -> Told:
        value = text(cell)
        if serials and _is_serial(cell) and (day := dates.from_serial(float(value))):
            return day.isoformat(), ""
        if not isinstance(cell, str) or not (named or (_YEAR.search(value) and not value.isdecimal())):
            return value, ""
        return _told(value, decided)

    return read


def teller(
    column: Column, cells: Sequence[Cell], home: Home, order: str = "", today: date | None = None
) -> Callable[[Cell], Told]:
    """As ``reader``, with "" for what stands for nothing, and a word about numbers whose last digits are lost."""
    read, memo = reader(column, cells, home, order, today), dict[object, Told]()
    lost = _("The spreadsheet has rounded this long number; its last digits are lost.")

    def tell(cell: Cell) -> Told:
        value, reason = read(cell)
        if len(value) <= LONGEST and value.casefold() in NOTHING:
            return _NOTHING
        return value, reason or (lost if amounts.rounded(cell) else "")

    def plain(cell: Cell) -> Told:
        if cell.__class__ is not str or "e" in cell or "E" in cell:
            return tell(cell)
        value = text(cell)
        return _NOTHING if len(value) <= LONGEST and value.casefold() in NOTHING else (value, "")

    def remembered(cell: Cell) -> Told:
        key: object = cell if cell.__class__ is str else (cell.__class__, cell)
        if (told := memo.get(key)) is None:
            told = tell(cell)
            if len(memo) < _MEMO:
                memo[key] = told
        return told

    if column.evidence.distinct < LARGELY:
        return remembered
    return plain if read is _as_text else tell


def _as_text(cell: Cell) -> Told:
    return text(cell), ""


def _is_serial(cell: Cell) -> bool:
    """Whether a number is a day of our time as spreadsheets count them, 1995 to 2064."""
    return is_number(cell) and _SERIALS[0] <= float(text(cell)) <= _SERIALS[1]


def _told(value: str, order: DateOrder | None) -> Told:
    day, *time = _TIME.split(half_width(value).strip(), maxsplit=1)
    if order in (DateOrder.ROC, DateOrder.BE) and _whole(day) and (told := dates.parse_date(day, order)):
        return " ".join((told.isoformat(), *time)), ""
    problem = dates.date_problem(day)
    if problem:
        return value, _(problem) if _YEAR.search(day) else ""
    if (order is None and _SHORT.fullmatch(day) and _two_ways(day)) or not _whole(day):
        return value, ""
    found = dates.parse_date(day, order or DateOrder.YMD)
    return (" ".join((found.isoformat(), *time)), "") if found else (value, "")


def _two_ways(day: str) -> bool:
    return len({dates.parse_date(day, order) for order in DateOrder}) > 1


def _whole(day: str) -> bool:
    """Whether a text has a year, a month and a day, so that nothing is made up; and no time, so that nothing is lost."""
    if ":" in day or "时" in day or "点" in day:
        return False
    numbers = _NUMBERS.findall(day)
    return (
        len(numbers) == 3
        or (len(numbers) == 2 and _LETTERS.search(day) is not None)
        or (len(numbers) == 1 and len(numbers[0]) == 8)
    )
