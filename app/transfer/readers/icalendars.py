"""Calendar files (RFC 5545) as a list of reminders: events and tasks, each a row under the names that our own JSON has.

Our own file tells more in properties of its own (``X-KEBU-…``), so that reminders come back as they were. What another
calendar holds and lies behind is done; what was called off is left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

from app.transfer.readers.container import Refused
from app.transfer.readers.encoding import decode
from app.transfer.readers.parts import Part, Value

OURS = "-//Kebu//"
MARK = "X-KEBU-"
COLUMNS = (
    "about_customer",
    "contact_name",
    "kind",
    "text",
    "due_at",
    "all_day",
    "zone",
    "done_at",
    "priority",
    "every",
)
_OWN = {
    "about_customer": "CUSTOMER",
    "contact_name": "CONTACT",
    "kind": "KIND",
    "priority": "PRIORITY",
    "every": "EVERY",
}
"""What our own file tells of a reminder besides, by column."""
_MORE = ("LOCATION", "URL")
_URGENT, _LOW = 4, 6
_FAR = {"high": range(1, _URGENT + 1), "low": range(_LOW, 10)}


def parts(data: bytes, cells: int) -> list[Part]:
    """The reminders of a calendar file.

    Args:
        data: the file.
        cells: so many at most.

    Raises:
        Refused: it is damaged, too big, or holds neither events nor tasks.
    """
    from icalendar import Calendar

    try:
        calendars = Calendar.from_ical(decode(data).text, multiple=True)
    except RecursionError as error:
        raise Refused("too_deep") from error
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        raise Refused("damaged") from error
    rows: list[list[Value]] = [list(COLUMNS)]
    name = ""
    for calendar in calendars:
        ours = str(calendar.get("PRODID", "")).startswith(OURS)
        name = name or str(calendar.get("X-WR-CALNAME", ""))
        for one in calendar.walk():
            if one.name in ("VEVENT", "VTODO") and str(one.get("STATUS", "")).upper() != "CANCELLED":
                held = dict(_row(one, ours))
                rows.append([held.get(column, "") for column in COLUMNS])
        if len(rows) * len(COLUMNS) > cells:
            raise Refused("too_many_cells", sheet=name)
    if len(rows) == 1:
        raise Refused("empty")
    return [Part(name, rows=rows)]


def _row(one: Any, ours: bool) -> Iterator[tuple[str, Value]]:
    for column, mark in _OWN.items():
        yield column, _said(one, MARK + mark)
    due = _moment(one, "DUE") or _moment(one, "DTSTART")
    yield "text", _text(one, ours)
    if due is not None:
        whole = not isinstance(due, datetime)
        yield "due_at", _wall(due)
        yield "all_day", whole
        yield "zone", "" if whole else _zone(due)
    rule = _said(one, "RRULE")
    if rule and not one.get(MARK + "EVERY"):
        yield "every", rule
    if done := _done(one, due, ours, bool(rule)):
        yield "done_at", done
    if not ours and (rank := _said(one, "PRIORITY")).isdecimal():
        yield "priority", next((word for word, ranks in _FAR.items() if int(rank) in ranks), "")


def _text(one: Any, ours: bool) -> str:
    summary, more = _said(one, "SUMMARY"), _said(one, "DESCRIPTION")
    if ours:
        about = _said(one, MARK + "ABOUT")
        return more or (summary.removesuffix(f" ({about})") if about else summary)
    lines = [summary, more, *(_said(one, name) for name in _MORE)]
    return "\n".join(dict.fromkeys(line for line in lines if line)) or str(one.name)


def _done(one: Any, due: date | None, ours: bool, again: bool) -> datetime | None:
    """When it was done: as it says, or when it was over, for an event of another calendar."""
    if (said := _moment(one, "COMPLETED")) is not None:
        return _wall(said)
    if ours:
        said = _moment(one, MARK + "DONE")
        return None if said is None else _wall(said)
    if one.name == "VTODO":
        finished = _said(one, "STATUS").upper() == "COMPLETED" or _said(one, "PERCENT-COMPLETE") == "100"
        return _wall(due) if finished and due is not None else None
    end = _moment(one, "DTEND") or due
    if end is None or again:
        return None
    over = _wall(end) + (timedelta() if isinstance(end, datetime) or one.get("DTEND") else timedelta(days=1))
    return over if over < datetime.now(UTC).astimezone().replace(tzinfo=None) else None


def _said(one: Any, name: str) -> str:
    value = one.get(name)
    if isinstance(value, list):
        value = value[0] if value else None
    if value is None:
        return ""
    text = value.to_ical().decode("utf-8", "replace") if name == "RRULE" and hasattr(value, "to_ical") else str(value)
    return text.replace("\r\n", "\n").strip()


def _moment(one: Any, name: str) -> date | None:
    """A day or a time, None where it is missing or says neither."""
    value = one.get(name)
    if isinstance(value, list):
        value = value[0] if value else None
    found = getattr(value, "dt", None)
    if found is None and name.startswith(MARK) and value is not None:
        try:
            found = datetime.fromisoformat(str(value))
        except ValueError:
            return None
    return found if isinstance(found, date) else None


def _wall(value: date) -> datetime:
    """What the clock shows: in the zone that is named, or here for a time that is told in UTC."""
    if not isinstance(value, datetime):
        return datetime(value.year, value.month, value.day)
    try:
        here = value.astimezone() if value.tzinfo is not None and not _zone(value) else value
    except (OverflowError, ValueError, OSError):
        here = value
    return here.replace(tzinfo=None)


def _zone(value: date) -> str:
    """The name of the zone of a time, "" for UTC and for one without."""
    name = getattr(getattr(value, "tzinfo", None), "key", "")
    return "" if name in ("UTC", "Etc/UTC") else str(name)
