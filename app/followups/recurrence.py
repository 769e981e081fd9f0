"""When a recurring reminder comes again; pure.

A rule is one line of text: an RRULE of RFC 5545 (``FREQ=WEEKLY;BYDAY=MO``), or one of three that RFC 5545 cannot say:
``WORKDAYS`` (each day that people work), ``LASTWORKDAY`` (the last of each month), ``LUNAR=8-15`` (each year on a day of the
Chinese lunar calendar). Each may end with ``;COUNT=n`` or ``;UNTIL=20261231T235959``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from itertools import islice

from dateutil.rrule import rrulestr

from app.shared import lunar
from app.shared.errors import InvalidValue
from app.shared.i18n import N_
from app.shared.workdays import Workdays

WORKDAYS, LASTWORKDAY, LUNAR = "WORKDAYS", "LASTWORKDAY", "LUNAR"
_FREQUENCIES = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
_PARTS = {
    "FREQ",
    "INTERVAL",
    "COUNT",
    "UNTIL",
    "BYDAY",
    "BYMONTHDAY",
    "BYMONTH",
    "BYSETPOS",
    "BYWEEKNO",
    "BYYEARDAY",
    "WKST",
}
# Years: a rule that names no day that exists (30 February) ends its search there.
_FAR = 12


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule in its parts: its name or FREQ, all parts, and where it ends."""

    kind: str
    parts: tuple[tuple[str, str], ...]
    count: int
    until: datetime | None

    def part(self, name: str) -> str:
        """The value of a part, "" when the rule does not have it."""
        return dict(self.parts).get(name, "")


def read(every: str) -> Rule:
    """Take a rule apart. Raises InvalidValue when it is none."""
    parts: dict[str, str] = {}
    for piece in every.strip().upper().removeprefix("RRULE:").split(";"):
        name, _sign, value = piece.partition("=")
        if not name or name in parts:
            raise _invalid(every)
        parts[name] = value
    kind = next((name for name in (WORKDAYS, LASTWORKDAY, LUNAR) if name in parts), parts.get("FREQ", ""))
    known = {kind, "COUNT", "UNTIL"} if kind not in _FREQUENCIES else _PARTS
    count, until = parts.get("COUNT", ""), parts.get("UNTIL", "")
    if (
        kind not in (WORKDAYS, LASTWORKDAY, LUNAR, *_FREQUENCIES)
        or not parts.keys() <= known
        or (count and not re.fullmatch(r"[1-9]\d{0,4}", count))
        or (kind == LUNAR and lunar.read_words(parts[LUNAR]) is None)
    ):
        raise _invalid(every)
    rule = Rule(kind, tuple(parts.items()), int(count or 0), _until(every, until))
    if kind in _FREQUENCIES:
        try:
            rrulestr(_standard(rule), dtstart=datetime(2026, 1, 1))
        except (ValueError, TypeError, KeyError) as error:
            raise _invalid(every) from error
    return rule


def first(every: str, start: datetime, workdays: Workdays) -> datetime | None:
    """The first occurrence at or after a wall time, at its time of day; an interval is told from there."""
    rule = read(every)
    near = replace(rule, parts=tuple(part for part in rule.parts if part[0] != "INTERVAL"))
    return next(_all(near, start, start, workdays), None)


def following(every: str, start: datetime, after: datetime, workdays: Workdays) -> datetime | None:
    """The first occurrence after a wall time; None when the series has ended.

    Args:
        start: the first occurrence of all, from which intervals and counts are told.
    """
    rule = read(every)
    numbered: Iterator[datetime] = _all(rule, start, start if rule.count else max(start, after), workdays)
    if rule.count:
        numbered = islice(numbered, rule.count)
    for found in numbered:
        if rule.until is not None and found > rule.until:
            return None
        if found > after:
            return found
    return None


def occurrences(every: str, start: datetime, first_day: date, end: date, workdays: Workdays) -> Iterator[datetime]:
    """The occurrences from one day to another (the last left out), as a calendar shows what is still to come."""
    at = datetime.combine(first_day, time()) - timedelta(microseconds=1)
    while (found := following(every, start, at, workdays)) is not None and found.date() < end:
        yield found
        at = found


def _all(rule: Rule, start: datetime, since: datetime, workdays: Workdays) -> Iterator[datetime]:
    """All occurrences of a rule from a time on, without its end."""
    last = since.year + _FAR
    if rule.kind == WORKDAYS:
        day = since.date()
        while day.year < last:
            found = datetime.combine(day, start.time())
            if workdays.is_workday(day) and found >= since:
                yield found
            day += timedelta(days=1)
    elif rule.kind == LASTWORKDAY:
        for month in range(12 * since.year + since.month - 1, 12 * last):
            found = datetime.combine(workdays.last_of_month(month // 12, month % 12 + 1), start.time())
            if found >= since:
                yield found
    elif rule.kind == LUNAR:
        month_day = lunar.read_words(rule.part(LUNAR)) or (1, 1)
        for year in range(since.year - 1, last):
            day_found = lunar.solar(year, *month_day)
            if day_found is not None and datetime.combine(day_found, start.time()) >= since:
                yield datetime.combine(day_found, start.time())
    else:
        text = f"{_standard(rule)};UNTIL={last}0101T000000"
        yield from rrulestr(text, dtstart=start).xafter(since, inc=True)


def _standard(rule: Rule) -> str:
    """The RRULE as dateutil takes it: the 29th to 31st is the last day where a month is shorter; ends are counted here."""
    parts = {name: value for name, value in rule.parts if name not in ("COUNT", "UNTIL")}
    day = parts.get("BYMONTHDAY", "")
    if day in ("29", "30", "31") and "BYSETPOS" not in parts and "BYDAY" not in parts and rule.kind != "DAILY":
        parts["BYMONTHDAY"] = ",".join(str(one) for one in range(28, int(day) + 1))
        parts["BYSETPOS"] = "-1"
    return ";".join(f"{name}={value}" for name, value in parts.items())


def rfc(every: str) -> str:
    """The rule as other calendar programs take it, "" when RFC 5545 cannot say it."""
    rule = read(every)
    if rule.kind not in _FREQUENCIES:
        return ""
    ends = [f"{name}={value}" for name, value in rule.parts if name in ("COUNT", "UNTIL")]
    return ";".join([_standard(rule), *ends])


def _until(every: str, text: str) -> datetime | None:
    if not text:
        return None
    for form in ("%Y%m%dT%H%M%SZ", "%Y%m%dT%H%M%S", "%Y%m%d"):
        try:
            found = datetime.strptime(text, form)
        except ValueError:
            continue
        return found if "T" in form else found + timedelta(days=1, microseconds=-1)
    raise _invalid(every)


def _invalid(every: str) -> InvalidValue:
    return InvalidValue(
        "every", N_("“{text}” is no rule for repeating."), N_("Write it in words, such as “every Monday”."), text=every
    )
