"""Calendar files (RFC 5545) as a list of reminders: events and tasks, each a row under the names that our own JSON has.

Our own file tells more in properties of its own (``X-KEBU-…``), so that reminders come back as they were. What another
calendar holds and lies behind is done; what was called off is left out.
"""

from __future__ import annotations

import re
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
_FOLD = re.compile(r"\r?\n[ \t]")
_KINDS = ("VEVENT", "VTODO")
_MOST_LINES = 50_000
_MORE = ("LOCATION", "URL")
_URGENT, _LOW, _TAIL = 4, 6, 200
_FAR = {"high": range(1, _URGENT + 1), "low": range(_LOW, 10)}


def parts(data: bytes, cells: int) -> list[Part]:
    """The reminders of a calendar file.

    Args:
        data: the file.
        cells: so many at most.

    Raises:
        Refused: it is damaged, too big, or holds neither events nor tasks.
    """
    rows: list[list[Value]] = [list(COLUMNS)]
    name = ""
    for calendar in _calendars(decode(data).text):
        ours = str(calendar.get("PRODID", "")).startswith(OURS)
        name = name or str(calendar.get("X-WR-CALNAME", ""))
        for one in calendar.walk():
            if one.name in _KINDS and _said(one, "STATUS").upper() != "CANCELLED":
                held = dict(_row(one, ours))
                rows.append([held.get(column, "") for column in COLUMNS])
        if len(rows) * len(COLUMNS) > cells:
            raise Refused("too_many_cells", sheet=name)
    if len(rows) == 1:
        raise Refused("empty")
    return [Part(name, rows=rows)]


def _calendars(text: str) -> list[Any]:
    """The calendars of a file; of a damaged one the events and tasks that are whole, without the lines that are not."""
    from icalendar import Calendar

    if "END:VCALENDAR" not in text[-_TAIL:].upper():
        raise Refused("damaged")
    try:
        return list(Calendar.from_ical(text, multiple=True))
    except RecursionError as error:
        raise Refused("too_deep") from error
    except Exception:  # noqa: BLE001 - damage shows as any error
        head = "BEGIN:VCALENDAR\r\n" + (f"PRODID:{OURS}\r\n" if f"PRODID:{OURS}" in text else "")
    lines = _FOLD.sub("", text).splitlines()
    if len(lines) > _MOST_LINES:
        raise Refused("damaged")
    found = []
    for kind, body in _blocks(lines):
        found += Calendar.from_ical(
            _framed(head, kind, [one for one in body if _sound(one, head, kind)]), multiple=True
        )
    if not found:
        raise Refused("damaged")
    return found


def _blocks(lines: list[str]) -> Iterator[tuple[str, list[str]]]:
    """The events and tasks that have an end, each with its own lines: those of its alarms are left out."""
    kind, body, inner = "", list[str](), ""
    for line in lines:
        begun, _colon, name = line.strip().upper().partition(":")
        if begun == "BEGIN" and name in _KINDS:
            kind, body, inner = name, [], ""
        elif begun == "END" and name == kind:
            yield kind, body
            kind = ""
        elif begun == "BEGIN" and kind:
            inner = name
        elif begun == "END" and name == inner:
            inner = ""
        elif kind and not inner and line.strip():
            body.append(line)


def _framed(head: str, kind: str, lines: list[str]) -> str:
    return head + "\r\n".join((f"BEGIN:{kind}", *lines, f"END:{kind}", "END:VCALENDAR", ""))


def _sound(line: str, head: str, kind: str) -> bool:
    from icalendar import Calendar

    try:
        return bool(Calendar.from_ical(_framed(head, kind, [line]), multiple=True))
    except Exception:  # noqa: BLE001 - damage shows as any error
        return False


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
    try:
        found = getattr(value, "dt", None)
    except ValueError:
        # A property that the library keeps as broken says so when it is looked at.
        return None
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
