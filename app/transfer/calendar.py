"""Reminders as a calendar file (RFC 5545) with alarms, as phones and calendar programs take it.

Each is an event: the calendars of phones, of Google and of Outlook leave tasks (VTODO) out when they import a file.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from app.records import queries
from app.records.jsonable import as_json
from app.records.paging import PAGE
from app.records.record import Record
from app.records.workspace import Workspace
from app.transfer.origins import book_id
from app.transfer.writing import replacing

if TYPE_CHECKING:
    from icalendar import Event

_LASTS = timedelta(minutes=15)
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
        names = [one["about_name"] for one in as_json(ws, record, page)]
        for row, name in zip(page, names, strict=True):
            calendar.add_component(_event(row, name or "", f"reminder-{row.id}@{book}", now))
    calendar.add_missing_timezones()
    with replacing(path) as file:
        file.write(calendar.to_ical())
    return len(calendar.events)


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
    if row["done_at"] is None:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", text.split("\n", 1)[0])
        alarm.add("trigger", _MORNING if row["all_day"] else timedelta(0))
        event.add_component(alarm)
    return event


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
