"""Cells into moments: a day, a day with its time, or a time alone whose day stands in another column."""

from __future__ import annotations

import re
from collections.abc import MutableMapping
from datetime import date, datetime, time, timedelta
from typing import Any

from app.records.fields import Field
from app.shared import dates
from app.shared.i18n import _
from app.shared.text import half_width
from app.transfer.converting import calendars, instants, yearless
from app.transfer.converting.outcome import EMPTY, Convert, Outcome, Settings, kept
from app.transfer.grid.cells import is_number, text
from app.transfer.grid.sheets import Cell
from app.transfer.grid.times import HALVES, TIME, clock

ALONE = "#time:"
"""Stands before the target of a time whose day is in another column."""
_BEHIND = re.compile(
    rf"(?P<day>.*?\d.*?(?:日|号)?)[T\s,，]*(?:[(（]?(?:周|星期|礼拜)[一二三四五六日天][)）]?)?[T\s,，]*(?P<time>{TIME.pattern})",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(rf"(?:\s*[(（]?(?:周|星期|礼拜)[一二三四五六日天][)）]?|\s*(?:{HALVES}))+\s*$")
_COMPACT = range(6, 9)
_ZONE = re.compile(r"(?<=\d)(?:Z|[+-]\d{2}:?\d{2})$")


def moment(target: str, field: Field, settings: Settings) -> Convert:
    """How cells become days with a time; a day alone is its midnight."""
    order = settings.order

    def day_of(value: str) -> date | None:
        return dates.parse_date(_WEEKDAY.sub("", value), order)

    def convert(cell: Cell) -> Outcome:
        if isinstance(cell, datetime):
            day = calendars.our_day(cell.replace(second=0, microsecond=0, tzinfo=None), order)
            return Outcome(((target, day),)) if day else kept(cell, _("This month has no such day."))
        if isinstance(cell, date):
            day = calendars.our_day(datetime(cell.year, cell.month, cell.day), order)
            return Outcome(((target, day),)) if day else kept(cell, _("This month has no such day."))
        if isinstance(cell, time):
            return Outcome(((ALONE + target, cell),))
        if isinstance(cell, timedelta):
            return (
                Outcome(((ALONE + target, _fraction(cell / timedelta(1))),))
                if timedelta() <= cell < timedelta(1)
                else kept(cell, _("This is no date."))
            )
        value = text(cell)
        if not value or value.strip("0-/. :") == "":
            return EMPTY
        if is_number(cell) and len(value) < 20:
            return _serial(target, cell, order)
        if (plain := _plainly(target, value)) is not None:
            return plain
        whole = _ZONE.sub("", half_width(value).strip())
        found = day_of(whole) if not TIME.search(whole) else None
        at, part = time(), whole
        if found is None and (match := _BEHIND.fullmatch(whole)) and (said := clock(match["time"])):
            part = match["day"].strip()
            found, at = day_of(part), said
        if found is None:
            found = day_of(whole)
        if found is None and (found := yearless.day(_WEEKDAY.sub("", part), settings, "due" in field.name)) is not None:
            reason = _("The year is missing; {year} is taken.").format(year=found.year)
            return Outcome(((target, datetime.combine(found, at)),), note=value, reason=reason)
        if found is None:
            problem = dates.date_problem(value)
            return kept(cell, _(problem) if problem else _("This is no date."))
        reason = _("Only the month is given; its first day is taken.") if dates.only_month(value) else ""
        return Outcome(((target, datetime.combine(found, at)),), note=value if reason else "", reason=reason)

    return convert


def _plainly(target: str, value: str) -> Outcome | None:
    """A moment that names its zone, or a time alone; None for any other text."""
    if (here := instants.local(half_width(value))) is not None:
        return Outcome(((target, here),))
    alone = clock(value)
    return None if alone is None else Outcome(((ALONE + target, alone),))


def _serial(target: str, cell: Cell, order: dates.DateOrder) -> Outcome:
    number = float(text(cell))
    if 0 < number < 1:
        return Outcome(((ALONE + target, _fraction(number)),))
    found = dates.from_serial(number)
    if found is None and len(text(cell)) in _COMPACT:
        found = dates.parse_date(text(cell), order)
        return Outcome(((target, datetime.combine(found, time())),)) if found else kept(cell, _("This is no date."))
    return (
        Outcome(((target, datetime.combine(found, _fraction(number % 1))),))
        if found
        else kept(cell, _("This is no date."))
    )


def _fraction(share: float) -> time:
    minutes = min(round(share * 24 * 60), 24 * 60 - 1)
    return time(*divmod(minutes, 60))


def join_times(held: MutableMapping[str, Any]) -> None:
    """Put the times that stand in columns of their own to the days of theirs."""
    for key in [key for key in held if key.startswith(ALONE)]:
        alone, target = held.pop(key), key.removeprefix(ALONE)
        day = held.get(target)
        if isinstance(day, datetime) and day.time() == time():
            held[target] = datetime.combine(day.date(), alone.replace(second=0, microsecond=0))
