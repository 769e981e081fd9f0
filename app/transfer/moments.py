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
from app.transfer.cells import is_number, text
from app.transfer.outcome import EMPTY, Convert, Outcome, Settings, kept
from app.transfer.sheets import Cell

ALONE = "#time:"
"""Stands before the target of a time whose day is in another column."""
_HALVES = "上午|早上|早晨|清晨|凌晨|中午|午后|下午|傍晚|晚上|晚|早"
_LATER = frozenset(("中午", "午后", "下午", "傍晚", "晚上", "晚", "pm", "p.m."))
_TIME = re.compile(
    rf"(?P<half>{_HALVES})?\s*(?P<hour>\d{{1,2}})(?:[:：](?P<minute>\d{{2}})(?:[:：]\d{{2}}(?:\.\d+)?)?|[点时](?:(?P<past>\d{{1,2}})分?|(?P<thirty>半)|整)?)"
    r"\s*(?P<after>[ap]\.?m\.?)?|(?P<bare>\d{1,2})\s*(?P<noon>[ap]\.?m\.?)",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    rf"(?P<day>.*?\d.*?(?:日|号)?)[T\s,，]*(?:[(（]?(?:周|星期|礼拜)[一二三四五六日天][)）]?)?[T\s,，]*(?P<time>{_TIME.pattern})",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(rf"(?:\s*[(（]?(?:周|星期|礼拜)[一二三四五六日天][)）]?|\s*(?:{_HALVES}))+\s*$")
_ZONE = re.compile(r"(?<=\d)(?:Z|[+-]\d{2}:?\d{2})$")


def clock(value: str) -> time | None:
    """The time of day that a text holds wholly: 14:30, 下午2点半, 2:30 PM; None when it is none."""
    match = _TIME.fullmatch(half_width(value).strip())
    if match is None:
        return None
    hour = int(match["hour"] or match["bare"])
    minute = 30 if match["thirty"] else int(match["minute"] or match["past"] or 0)
    half = (match["half"] or match["after"] or match["noon"] or "").casefold().replace(".", "")
    if half in _LATER and hour < 12 and not (half == "中午" and hour > 9):
        hour += 12
    elif half == "am" and hour == 12:
        hour = 0
    return time(hour, minute) if hour < 24 and minute < 60 else None


def moment(target: str, field: Field, settings: Settings) -> Convert:
    """How cells become days with a time; a day alone is its midnight."""
    order = settings.order

    def day_of(value: str) -> date | None:
        return dates.parse_date(_WEEKDAY.sub("", value), order)

    def convert(cell: Cell) -> Outcome:
        if isinstance(cell, datetime):
            return Outcome(((target, cell.replace(second=0, microsecond=0, tzinfo=None)),))
        if isinstance(cell, date):
            return Outcome(((target, datetime(cell.year, cell.month, cell.day)),))
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
            return _serial(target, cell)
        if (alone := clock(value)) is not None:
            return Outcome(((ALONE + target, alone),))
        whole = _ZONE.sub("", half_width(value).strip())
        found = day_of(whole) if not _TIME.search(whole) else None
        at = time()
        if found is None and (match := _BEHIND.fullmatch(whole)) and (said := clock(match["time"])):
            found, at = day_of(match["day"].strip()), said
        if found is None:
            found = day_of(whole)
        if found is None:
            problem = dates.date_problem(value)
            return kept(cell, _(problem) if problem else _("This is no date."))
        reason = _("Only the month is given; its first day is taken.") if dates.only_month(value) else ""
        return Outcome(((target, datetime.combine(found, at)),), note=value if reason else "", reason=reason)

    return convert


def _serial(target: str, cell: Cell) -> Outcome:
    number = float(text(cell))
    if 0 < number < 1:
        return Outcome(((ALONE + target, _fraction(number)),))
    found = dates.from_serial(number)
    if found is None and len(text(cell)) == 8:
        found = dates.parse_date(text(cell))
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
