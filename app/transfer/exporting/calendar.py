"""Reminders as a calendar file (RFC 5545) with alarms, as phones and calendar programs take it.

Each is an event: the calendars of phones, of Google and of Outlook leave tasks (VTODO) out when they import a file.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from app.followups.recurrence import rfc
from app.records import queries
from app.records.jsonable import as_json
from app.records.paging import PAGE
from app.records.record import Record
from app.records.workspace import Workspace
from app.shared.errors import InvalidValue
from app.transfer.exporting import abouts
from app.transfer.exporting.origins import book_id
from app.transfer.exporting.writing import replacing
from app.transfer.grid.own_headers import ABOUT_ID

if TYPE_CHECKING:
    from icalendar import Event

_LASTS = timedelta(minutes=15)
_BACK, _MANY = timedelta(days=60), 5000
_MORNING = timedelta(hours=9)
"""When the alarm of a whole day rings."""


def write_calendar(ws: Workspace, path: Path, numbers: Sequence[int]) -> int:
    """Write reminders as events with alarms; gives how many. Those that are done ring no more.

    A reminder stands at the time of its own zone; one without a zone stands at that time wherever the reader is.

    Args:
        numbers: their ids, in the order wanted.

    Raises:
        KebuError: the file cannot be written.
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//Kebu//Kebu//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    book, now = book_id(ws), ws.clock.now_utc()
    record = ws.dictionary.type("reminder")
    for start in range(0, len(numbers), PAGE):
        page = queries.rows(ws, record.name, numbers[start : start + PAGE])
        told = as_json(ws, record, page)
        owners = abouts.cells(ws, record, record.field(ABOUT_ID), [row.id for row in page])
        for row, one, owner in zip(page, told, owners, strict=True):
            event = _event(row, one["about_name"] or "", f"reminder-{row.id}@{book}", now)
            _mark(event, {**one, "about_customer": owner})
            calendar.add_component(event)
    calendar.add_missing_timezones()
    with replacing(path) as file:
        file.write(calendar.to_ical())
    return len(calendar.events)


def keep_calendar(ws: Workspace, folder: Path) -> Path:
    """Write the open reminders from two months ago on into a calendar file of the book's name; gives the file.

    Raises:
        KebuError: the file cannot be written, or the folder is gone.
    """
    since = ws.clock.now_wall().replace(hour=0, minute=0, second=0, microsecond=0) - _BACK
    where = (queries.Condition("done_at", "empty"), queries.Condition("due_at", ">=", since))
    path = folder / f"{ws.path.stem}.ics"
    write_calendar(ws, path, queries.ids(ws, "reminder", where, (("due_at", False),), limit=_MANY))
    return path


def _event(row: Record, about: str, uid: str, now: datetime) -> Event:
    from icalendar import Alarm, Event

    event = Event()
    text = _plain(str(row["text"]))
    event.add("uid", uid)
    event.add("dtstamp", now)
    event.add("summary", text.split("\n", 1)[0] + (f" ({_plain(about)})" if about else ""))
    if "\n" in text:
        event.add("description", text)
    due: datetime = row["due_at"]
    if row["all_day"]:
        event.add("dtstart", due.date())
        event.add("dtend", due.date() + timedelta(days=1))
        event.add("transp", "TRANSPARENT")
    else:
        zone = _zone(row["zone"] or "")
        start = due.replace(tzinfo=zone) if zone else due
        event.add("dtstart", start)
        event.add("dtend", start + _LASTS)
    _repeat(event, row, event.start)
    if row["done_at"] is None:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", text.split("\n", 1)[0])
        alarm.add("trigger", _MORNING if row["all_day"] else timedelta(0))
        event.add_component(alarm)
    return event


def _mark(event: Event, told: Mapping[str, Any]) -> None:
    """What a calendar has no property for, so that the reminder comes back as it was."""
    held = {
        "ABOUT": told["about_name"], "CUSTOMER": told["about_customer"], "CONTACT": told["contact_name"], "KIND": told["kind"],
        "PRIORITY": told["priority"], "EVERY": told["every"], "DONE": told["done_at"],
    }  # fmt: skip
    for name, value in held.items():
        if value:
            event.add(f"X-KEBU-{name}", _plain(str(value)))


def _repeat(event: Event, row: Record, start: date) -> None:
    """Let the event come again where RFC 5545 can say the rule and it starts from this time; else it stands once."""
    from icalendar import vRecur

    if not row["every"] or row["done_at"] is not None or row["occurs_at"] not in (None, row["due_at"]):
        return
    try:
        rule = rfc(row["every"])
    except InvalidValue:
        return
    if not rule or "COUNT" in rule:
        return
    parts = vRecur.from_ical(rule)
    if "UNTIL" in parts:
        last = parts["UNTIL"][0]
        day = last.date() if isinstance(last, datetime) else last
        if not isinstance(start, datetime):
            parts["UNTIL"] = [day]
        elif start.tzinfo is None:
            parts["UNTIL"] = [datetime.combine(day, time(23, 59, 59))]
        else:
            # With a zone the end is told in UTC (RFC 5545, 3.3.10).
            parts["UNTIL"] = [datetime.combine(day, time(23, 59, 59), start.tzinfo).astimezone(UTC)]
    event.add("rrule", parts)


def _plain(text: str) -> str:
    """Without the control characters that RFC 5545 forbids."""
    return "".join(sign for sign in text.replace("\r\n", "\n").replace("\r", "\n") if sign >= " " or sign in "\n\t")


@lru_cache(maxsize=64)
def _zone(name: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(name) if name else None
    except (KeyError, ValueError, OSError):
        # An offset such as +08:00, or a zone that this machine does not know.
        return None
