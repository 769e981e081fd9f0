"""Histories in one cell: 3/5 called; 3/12 visited. They are read as a list of their own, a conversation in each row."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from app.shared.i18n import _
from app.transfer.grid.cells import at, blank, is_moment, text
from app.transfer.grid.headers import CONTACT, CUSTOMER, Vocabulary
from app.transfer.grid.scale import MOSTLY, SAID
from app.transfer.grid.sheets import Cell, Sheet
from app.transfer.layout.header_rows import find_header

ACTIVITY = "activity"
_MOST_ROWS, _MOST_COLUMNS = 20_000, 200
_HALF_A_YEAR, _LEAP_YEAR = 6, 2000
_APART = " · "
_REACH = ("phone", "mobile", "city")
_HISTORY = re.compile(
    r"(?:跟进|跟踪|追踪|联系|拜访|回访|沟通|洽谈|走访|往来|通话|接触|维护|服务)(?:记录|情况|历史|内容|日志|过程|明细|进展|备注)|跟進|"
    r"follow[\s-]?ups?(?: (?:history|log|notes))?$|(?:contact|call|visit)s? (?:history|log|notes)$|kontakthistorie",
    re.IGNORECASE,
)
_DAY = re.compile(
    r"(?:^|(?<=[；;\n|。]))\s*(?:\d{1,2}[.、)）]\s*(?=\d{2,4}[-/.年]))?[(（\[【]?"
    r"(?:(?P<whole>20\d\d[01]\d[0-3]\d)(?!\d)|"
    r"(?:(?P<year>(?:19|20)\d\d|\d\d(?=[-/.年]\d{1,2}[-/.月]))\s*[-/.年]\s*)?(?P<month>\d{1,2})\s*[-/.月]\s*(?P<day>\d{1,2})(?![\d%万元.]|"
    r"\s*(?:匹|寸|吨|台|套|件|个|人|家|米|斤|公斤|年内|小时|inch|in\b|kg|mm|cm|m\b|am\b|pm\b|h\b|hours?|days?|weeks?|months?|years?|people)))"
    r"\s*[日号]?[)）\]】]?[\s:：,，、—-]*"
)
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")


class _Day(NamedTuple):
    """A day that begins a conversation, and where it stands; the year is 0 where it is not told."""

    year: int
    month: int
    day: int
    at: re.Match[str]

    @property
    def sure(self) -> bool:
        """Whether the figures can be nothing but a day, and something was said on it."""
        end = self.at.string.find("\n", self.at.end())
        said = self.at.string[self.at.end() : end if end > 0 else None]
        return bool(said.strip()) and (self.year > 0 or "月" in self.at[0])


class _Said(NamedTuple):
    """One conversation: its day as it is to be read, and what was said."""

    day: str
    text: str


def apart(sheet: Sheet, words: Vocabulary, taken: frozenset[str]) -> Iterator[Sheet]:
    """The sheet without its histories, and the list of them; the sheet alone when it has none.

    Args:
        sheet: a table as it stands.
        words: what headers may mean.
        taken: names of other sheets, which the list may not have.
    """
    found = _column(sheet, words)
    if found is None:
        yield sheet
        return
    header, column, said = found
    heads = [text(cell) for cell in sheet.rows[header]]
    names = _of(heads, words, (CUSTOMER, "name"))
    names = _of(heads, words, (CONTACT, "name")) if names is None else names
    if names is None or names == column:
        yield sheet
        return
    owner = _of(heads, words, (CUSTOMER, "owner"))
    called = Counter(text(at(row, names)) for row in sheet.rows[header + 1 :])
    rows = [list(row) for row in sheet.rows]
    record = words.every[ACTIVITY]
    labels = [words.every[CUSTOMER].label, record.field("done_at").label, record.field("text").label]
    labels += [record.field("author").label] if owner is not None else []
    # Rows of one name are told apart by what else they say, so that a conversation finds its customer.
    reach = [place for field in _REACH if (place := _of(heads, words, (CUSTOMER, field))) is not None]
    reach = reach if any(count > 1 for count in called.values()) else []
    made: list[list[Cell]] = [[*(_(label) for label in labels), *(heads[place] for place in reach)]]
    above = " ".join(text(cell) for row in sheet.rows[:header] for cell in row)
    for number, told in said.items():
        name = text(at(rows[number], names))
        if not name:
            continue
        told_by = [at(rows[number], place) if called[name] > 1 else None for place in reach]
        rest = [cell for place, cell in enumerate(rows[number]) if place != column]
        for one in _dated(told, _year(rest) or _year([f"{above} {sheet.title}"])):
            author = [at(rows[number], owner)] if owner is not None else []
            made.append([name, one.day, one.text, *author, *told_by])
        rows[number][column] = None
    name = f"{sheet.name}{_APART}{_(record.label_plural)}"
    if len(made) == 1 or name in taken:
        yield sheet
        return
    yield replace(sheet, rows=rows)
    yield Sheet(name, made, visible=sheet.visible, within=sheet.title, anew=True)


def _column(sheet: Sheet, words: Vocabulary) -> tuple[int, int, dict[int, list[_Day]]] | None:
    """The header's row, the column with histories, and the days in each of its cells that is one."""
    if (
        len(sheet.rows) > _MOST_ROWS
        or ACTIVITY not in words.every
        or max(map(len, sheet.rows), default=0) > _MOST_COLUMNS
    ):
        return None
    if not any(isinstance(cell, str) and _HISTORY.search(cell) for row in sheet.rows[:_MOST_COLUMNS] for cell in row):
        return None
    header = find_header(sheet.rows, words)
    if header is None:
        return None
    for column, cell in enumerate(sheet.rows[header]):
        if not isinstance(cell, str) or not _HISTORY.search(cell):
            continue
        cells = {
            number: value
            for number, row in enumerate(sheet.rows)
            if number > header and not blank(value := at(row, column))
        }
        said = {number: days for number, value in cells.items() if (days := _days(value))}
        if not (any(len(days) > 1 for days in said.values()) or _again(sheet, header, words, said)):
            rows_of = _of_customers(sheet, header, words)
            said = {number: days for number, days in said.items() if rows_of and days[0].sure}
        if said and len(said) >= MOSTLY * len(cells):
            return header, column, said
    return None


def _again(sheet: Sheet, header: int, words: Vocabulary, said: Mapping[int, object]) -> bool:
    """Whether a customer has several rows, each with its own conversation."""
    names = _of([text(cell) for cell in sheet.rows[header]], words, (CUSTOMER, "name"))
    called = Counter(text(at(sheet.rows[number], names)) for number in said) if names is not None else Counter[str]()
    return any(name and count > 1 for name, count in called.items())


def _of_customers(sheet: Sheet, header: int, words: Vocabulary) -> bool:
    """Whether the rows are customers and not conversations themselves, which have a day in a column of its own."""
    heads = [text(cell) for cell in sheet.rows[header]]
    reached = any(_of(heads, words, (CUSTOMER, field)) is not None for field in _REACH)
    return reached and not any(one.field == "done_at" for head in heads for one in words.lookup(head)[:3])


def _days(cell: Cell) -> list[_Day]:
    """The days that begin the parts of a history; none when it does not begin with one."""
    if not isinstance(cell, str):
        return []
    found = [day for day in map(_day, _DAY.finditer(cell.strip())) if _exists(day)]
    return found if found and found[0].at.start() == 0 else []


def _exists(day: _Day) -> bool:
    try:
        date(day.year or _LEAP_YEAR, day.month, day.day)
    except ValueError:
        return False
    return True


def _day(match: re.Match[str]) -> _Day:
    if whole := match["whole"]:
        return _Day(int(whole[:4]), int(whole[4:6]), int(whole[6:]), match)
    year = int(match["year"] or 0)
    return _Day(year + 2000 if 0 < year < 100 else year, int(match["month"]), int(match["day"]), match)


def _dated(days: Sequence[_Day], year: int) -> Iterator[_Said]:
    """The conversations of one cell; a year that is not said is that of the one before, or of the next when the months run over."""
    before = 0
    for one, after in zip(days, [*days[1:], None], strict=True):
        whole = one.at.string
        said = whole[one.at.end() : after.at.start() if after else len(whole)].strip(" ；;\n|\t")
        if one.year:
            year = one.year
        elif year and before and abs(one.month - before) > _HALF_A_YEAR:
            year += 1 if one.month < before else -1
        before = one.month
        day = f"{one.month}月{one.day}日"
        if year:
            try:
                day = date(year, one.month, one.day).isoformat()
            except ValueError:
                day = f"{year}-{one.month}-{one.day}"
        yield _Said(day, said or whole[one.at.start() : one.at.end()].strip())


def _year(cells: Sequence[Cell]) -> int:
    """The year that cells name; 0 when none does, or they name several."""
    years = {cell.year for cell in cells if is_moment(cell) and isinstance(cell, date)}
    years = years or {int(one) for cell in cells if isinstance(cell, str) for one in _YEAR.findall(cell)}
    return years.pop() if len(years) == 1 else 0


def _of(heads: Sequence[str], words: Vocabulary, wanted: tuple[str, str]) -> int | None:
    """The first column whose header surely means a field."""
    return next(
        (
            column for column, head in enumerate(heads)
            if any((one.record, one.field) == wanted and one.score >= SAID for one in words.lookup(head)[:3])
        ),
        None,
    )  # fmt: skip
