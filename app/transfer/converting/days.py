"""Cells into days; a text that is none is told with its reason."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, datetime, timedelta

from app.records.fields import Field
from app.shared import dates
from app.shared.i18n import N_, _
from app.transfer.converting import calendars, instants, yearless
from app.transfer.converting.outcome import EMPTY, Convert, Outcome, Settings, kept
from app.transfer.grid.cells import is_number, text
from app.transfer.grid.sheets import Cell

_YEARLESS = N_(
    "Birthdays without a year are kept in the notes: the field needs the whole day. No other row is told of."
)
_WRITTEN = 8
"""Digits of a day that is written as one number (20260701); fewer are the count of days of a spreadsheet."""
_SHORT_YEAR = re.compile(r"(\d\d)([-/.])\d{1,2}\2\d")


def day(target: str, field: Field, settings: Settings) -> Convert:
    """How cells become days."""
    order = settings.order

    def convert(cell: Cell) -> Outcome:
        if isinstance(cell, datetime):
            ours = calendars.our_day(cell, order)
            return Outcome(((target, ours.date()),)) if ours else kept(cell, _("This month has no such day."))
        if isinstance(cell, date):
            ours = calendars.our_day(datetime(cell.year, cell.month, cell.day), order)
            return Outcome(((target, ours.date()),)) if ours else kept(cell, _("This month has no such day."))
        if isinstance(cell, timedelta):
            return kept(cell, _("This is no date."))
        value = text(cell)
        if not value or value.strip("0-/. :") == "":
            return EMPTY
        if is_number(cell) and not isinstance(cell, bool) and len(value) < _WRITTEN:
            found = dates.from_serial(float(value)) or dates.parse_date(value, order)
            return Outcome(((target, found),)) if found else kept(cell, _("This is no date."))
        if (here := instants.local(value)) is not None:
            return Outcome(((target, here.date()),))
        found = dates.parse_date(value, order)
        if found is None and (match := _SHORT_YEAR.fullmatch(value)):
            found = dates.parse_date(f"20{value}" if int(match[1]) < 50 else f"19{value}")
        if found is None:
            problem = dates.date_problem(value)
            return kept(cell, _(problem) if problem else _("This is no date."), _last_day(value))
        if dates.only_month(value):
            return Outcome(((target, found),), note=value, reason=_("Only the month is given; its first day is taken."))
        return Outcome(((target, found),))

    return convert


def birthday(target: str, field: Field, settings: Settings) -> Convert:
    """How cells become birthdays; one whose year nobody knows is nobody's mistake, so its column tells of it once."""
    plain = day(target, field, settings)

    def convert(cell: Cell) -> Outcome:
        if yearless.lacks_year(cell):
            return Outcome(note=text(cell), reason=_(_YEARLESS), once=True)
        return plain(cell)

    return convert


def _last_day(value: str) -> str:
    """The last day of the month for a day that its month does not have (2025.2.30)."""
    match = re.fullmatch(r"\s*(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?\s*", value)
    if not match or not 1 <= int(match[2]) <= 12 or not 28 < int(match[3]) <= 31:
        return ""
    year, month = int(match[1]), int(match[2])
    last = monthrange(year, month)[1]
    return f"{year:04}-{month:02}-{last}" if last < int(match[3]) else ""
