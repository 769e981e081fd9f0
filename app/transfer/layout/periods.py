"""Headers that name a span of time, such as 1月, 2023年1月, Jan-23, Q1 or 2021, runs of them, and the unit of their amounts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from app.shared import phrase_hours
from app.transfer.grid.cells import is_moment, is_number, text
from app.transfer.grid.sheets import Cell

YEAR, HALF, QUARTER, MONTH, WEEK, DAY, BARE = "year", "half", "quarter", "month", "week", "day", "bare"
_FEWEST = {YEAR: 2, HALF: 2, QUARTER: 2, BARE: 6}
_USUAL = 3
_LONGEST = 24
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_Y = r"(?P<y>(?:19|20)\d\d)"
_SHORT_Y = r"(?P<y>(?:19|20)?\d\d)"
_NAMED = (
    r"(?P<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_PATTERNS: tuple[tuple[str, str], ...] = (
    (DAY, rf"{_Y}[-/.年](?P<m>\d{{1,2}})[-/.月](?P<d>\d{{1,2}})日?"),
    (DAY, r"(?<![\d.])(?P<m>\d{1,2})月(?P<d>\d{1,2})[日号]"),
    (
        MONTH,
        rf"(?:(?<!\d){_SHORT_Y}\s*[年\-/.]\s*)?(?<!\d)(?P<m>\d{{1,2}}|十[一二]?|[一二三四五六七八九])\s*月份?(?!\d)",
    ),
    (MONTH, rf"(?<!\d){_Y}[-/.年](?P<m>0?[1-9]|1[0-2])(?!\d)"),
    (MONTH, rf"(?<!\d){_Y}(?P<m>0[1-9]|1[0-2])(?!\d)"),
    (MONTH, rf"\b{_NAMED}\b\.?(?:[\s\-'’/,]*{_SHORT_Y}\b)?"),
    (MONTH, rf"\b{_Y}[\s\-/]*{_NAMED}\b"),
    (MONTH, rf"(?<!\d)(?P<m>0?[1-9]|1[0-2])[/.-]{_Y}(?!\d)"),
    (QUARTER, rf"(?:{_Y}\s*年?[\s\-]*)?第?(?P<m>[1-4一二三四])\s*季度?"),
    (QUARTER, rf"(?:{_Y}[\s\-]*)?(?<![a-z])q(?P<m>[1-4])(?:[\s\-'’/]*(?:{_SHORT_Y.replace('<y>', '<y2>')}))?\b"),
    (HALF, rf"(?:{_Y}\s*年?\s*)?(?P<half>[上下])半年"),
    (WEEK, r"第\s*(?P<m>\d{1,2})\s*周|\bw(?:k|eek)?\s*(?P<m2>\d{1,2})\b"),
    (YEAR, rf"(?:\bfy\s*)?(?<!\d){_Y}(?!\d)\s*年?度?"),
)
_FOUND = tuple((sort, re.compile(pattern, re.IGNORECASE)) for sort, pattern in _PATTERNS)
UNIT = re.compile(r"(?:金额)?单位\s*[:：]\s*([^\s,，;；)）]{1,8})|\bunit\s*:\s*(\w{1,8})", re.IGNORECASE)
"""What a note over a table says of its amounts: 单位：万元."""
_EDGES = " \t\n-—_/·:："
_EMPTY = re.compile(r"[(（\[【]\s*[)）\]】]")


class Period(NamedTuple):
    """A span of time in a header: of which sort, its place in the order of time, and the other words of the header."""

    sort: str
    at: int
    year: int
    rest: str


def period(cell: Cell) -> Period | None:
    """The span of time that a header names, None when it names none."""
    if is_moment(cell):
        return Period(DAY, cell.toordinal(), cell.year, "") if isinstance(cell, date) else None
    if is_number(cell):
        return _number(cell)
    value = text(cell)
    if not value or len(value) > _LONGEST:
        return None
    for sort, pattern in _FOUND:
        match = pattern.search(value)
        if match is not None and (made := _made(sort, match, value)):
            return made
    if value.isdecimal() and len(value) <= 2:
        return _number(int(value))
    return None


def _number(cell: Cell) -> Period | None:
    if not isinstance(cell, (int, float)) or cell != int(cell):
        return None
    value = int(cell)
    if 1990 <= value <= 2099:
        return Period(YEAR, value, value, "")
    if 199001 <= value <= 209912 and 1 <= value % 100 <= 12:
        return Period(MONTH, value // 100 * 12 + value % 100 - 1, value // 100, "")
    return Period(BARE, value, 0, "") if 1 <= value <= 31 else None


def _made(sort: str, match: re.Match[str], value: str) -> Period | None:
    held = match.groupdict()
    rest = _EMPTY.sub("", value[: match.start()] + " " + value[match.end() :]).strip(_EDGES)
    said = held.get("y") or held.get("y2") or ""
    year = 0 if not said else int(said) if len(said) == 4 else 2000 + int(said)
    if sort == YEAR:
        return Period(sort, year, year, rest)
    if sort == HALF:
        return Period(sort, year * 2 + (held["half"] == "下"), year, rest)
    if held.get("name"):
        number = _MONTHS.index(held["name"][:3].lower()) + 1
    else:
        digits = held.get("m") or held.get("m2") or ""
        number = phrase_hours.count(digits) if digits else 0
    if sort == DAY:
        day = int(held["d"])
        if not (1 <= number <= 12 and 1 <= day <= 31):
            return None
        return Period(sort, date(year or 2000, number, min(day, 28)).toordinal() + max(0, day - 28), year, rest)
    most = {MONTH: 12, QUARTER: 4, WEEK: 53}[sort]
    if not 1 <= number <= most:
        return None
    return Period(sort, year * most + number - 1, year, rest)


def runs(cells: Sequence[tuple[int, Cell]]) -> list[list[tuple[int, Period]]]:
    """The runs of rising spans of time in a row: of each its columns, from left to right.

    Other cells may stand between them, as totals of a quarter do.

    Args:
        cells: the filled cells of a row with their columns.
    """
    found: list[list[tuple[int, Period]]] = []
    last: dict[str, list[tuple[int, Period]]] = {}
    for column, cell in cells:
        one = period(cell)
        if one is None:
            continue
        if one.sort in last and _follows(last[one.sort], one):
            last[one.sort].append((column, one))
        else:
            found.append([(column, one)])
            last[one.sort] = found[-1]
    return [
        run for run in found
        if len({one.at for _column, one in run}) >= _FEWEST.get(run[0][1].sort, _USUAL) and _regular(run)
    ]  # fmt: skip


def _regular(run: Sequence[tuple[int, Period]]) -> bool:
    """Whether days follow each other as those of a calendar do: the dates of an order and its delivery do not."""
    if run[0][1].sort != DAY:
        return True
    days = sorted({one.at for _column, one in run})
    steps = {later - earlier for earlier, later in pairwise(days)}
    return len(steps) == 1 or len({date.fromordinal(day).day for day in days}) == 1


def _follows(run: Sequence[tuple[int, Period]], one: Period) -> bool:
    last = run[-1][1]
    if last.sort != one.sort or bool(last.year) != bool(one.year):
        return False
    if last.sort == BARE:
        return one.at == last.at + 1
    if one.at == last.at:
        return all(one.rest != other.rest for _column, other in run if other.at == one.at)
    if one.at > last.at:
        return True
    # A business year may begin in April: 12月 is followed by 1月, as long as no month comes again.
    return not one.year and one.at == 0 and all(other.at != one.at for _column, other in run)


def columns(cells: Sequence[tuple[int, Cell]]) -> set[int]:
    """The columns of a row that belong to a run of spans of time."""
    return {column for run in runs(cells) for column, _one in run}
