"""What a calendar shows: the reminders of each day, a few of them, and how many there are."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from app.followups.due import parts
from app.followups.notifying import on_clock, seen_at, zone_of
from app.followups.queries import Item
from app.followups.recurrence import occurrences
from app.followups.triage import to_day
from app.records import queries
from app.records.workspace import Workspace
from app.shared.i18n import N_
from app.shared.workdays import workdays
from db.changes import ChangeSet

WEEK = 7
# Series whose coming days are shown; more than that nobody keeps.
SERIES = 200
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a day. ``item`` is the reminder; one that is only foreseen by its series has ``coming`` set."""

    item: Item
    at: datetime
    coming: bool = False


@dataclass(frozen=True, slots=True)
class Day:
    """A day: what is shown of it, how many reminders it has in all, and whether people work."""

    day: date
    entries: tuple[Entry, ...]
    count: int
    workday: bool


def weeks_of(day: date) -> tuple[date, int]:
    """The first Monday and the number of weeks in which a calendar shows the month of a day."""
    first = day.replace(day=1)
    start = first - timedelta(days=first.weekday())
    following = (first + timedelta(days=32)).replace(day=1)
    return start, -(-(following - start).days // WEEK)


def days(ws: Workspace, first: date, number: int, most: int) -> list[Day]:
    """So many days from a first one on, with at most ``most`` reminders shown of each; the open ones first."""
    found: dict[date, list[int]] = {}
    counts: dict[date, int] = {}
    for one in (first + timedelta(days=place) for place in range(number)):
        found[one], counts[one] = _of_day(ws, one, most)
    items = {item.id: item for item in _brief(ws, [number for ids in found.values() for number in ids])}
    coming = _coming(ws, first, first + timedelta(days=number), most)
    calendar = workdays(ws.region)
    out = []
    for one, ids in found.items():
        own = [Entry(items[number], items[number].due) for number in ids if number in items]
        own += coming[one][: max(0, most - len(own))]
        own.sort(key=lambda entry: (entry.item.done is not None, not entry.item.all_day, entry.at, entry.item.id))
        out.append(Day(one, tuple(own), counts[one] + len(coming[one]), calendar.is_workday(one)))
    return out


def _of_day(ws: Workspace, day: date, most: int) -> tuple[list[int], int]:
    """The first reminders of a day on the user's clock, the open ones before the others, and how many it has."""
    start = datetime.combine(day, time())
    shown: list[tuple[bool, str, int]] = []
    count = 0
    with ws.book.reading() as connection:
        for where, values, bounds in parts(ws, start, start + timedelta(days=1)):
            base = f"FROM reminder WHERE due_at >= ? AND due_at < ?{where}"
            said = (*bounds, *values)
            found: list[tuple[bool, str, int]] = []
            # Done ones fill what the open ones leave; the plus sign keeps them on the index of the time that they were due.
            for done, open_ones in ((False, "done_at IS NULL"), (True, "+done_at IS NOT NULL")):
                if len(found) < most:
                    sql = f"SELECT due_at, id {base} AND {open_ones} ORDER BY due_at, id LIMIT ?"
                    rows = connection.execute(sql, (*said, most - len(found)))
                    found += [(done, due, number) for due, number in rows]
            full = len(found) >= most
            count += int(connection.execute(f"SELECT count(*) {base}", said).get) if full else len(found)
            shown += found
    return [number for _done, _due, number in sorted(shown)[:most]], count


def _brief(ws: Workspace, numbers: Sequence[int]) -> list[Item]:
    """Reminders with the customer's name and nothing else about it: a calendar has many and little room for each."""
    sql = (
        "SELECT r.id, r.text, r.kind, r.due_at, r.all_day, r.about_kind, r.about_id, r.done_at, r.every, r.priority, r.rule,"
        " r.zone, c.id, coalesce(nullif(c.short_name, ''), c.name) FROM json_each(?1) AS j JOIN reminder AS r ON r.id = j.value"
        " LEFT JOIN customer AS c ON c.id = CASE r.about_kind WHEN 'customer' THEN r.about_id"
        " WHEN 'contact' THEN (SELECT customer FROM contact WHERE id = r.about_id)"
        " WHEN 'quote' THEN (SELECT customer FROM quote WHERE id = r.about_id) END"
    )
    here = zone_of(ws.clock.zone_name())
    with ws.book.reading() as connection:
        rows = connection.execute(sql, (json.dumps(list(numbers)),)).fetchall()
    return [
        Item(
            source="reminder",
            id=number,
            text=text or "",
            kind=kind or "note",
            due=seen_at(due, bool(all_day), zone or "", here),
            all_day=bool(all_day),
            about=(about, about_id) if about and about_id else None,
            customer=customer,
            name=name or "",
            contact="",
            phone=None,
            note="",
            done=datetime.fromisoformat(done) if done else None,
            every=every or "",
            priority=priority or "",
            rule=rule or "",
        )
        for number, text, kind, due, all_day, about, about_id, done, every, priority, rule, zone, customer, name in rows
    ]


def move(ws: Workspace, reminder: int, number: int) -> ChangeSet:
    """Move one reminder by so many days, at its own time; of a series this one only. Raises NotFound."""
    record = queries.get(ws, "reminder", reminder)
    with ws.operation(N_("Move: {title}"), title=record.title) as op:
        to_day(ws, [reminder], record["due_at"].date() + timedelta(days=number))
    return op.changes


def _coming(ws: Workspace, first: date, end: date, most: int) -> dict[date, list[Entry]]:
    """What the open series will bring on these days, beside the reminders that are there already."""
    sql = "SELECT id FROM reminder WHERE done_at IS NULL AND every IS NOT NULL AND due_at < ? ORDER BY due_at LIMIT ?"
    with ws.book.reading() as connection:
        numbers = [row[0] for row in connection.execute(sql, (end.isoformat(), SERIES))]
    found: dict[date, list[Entry]] = defaultdict(list)
    records = {one.id: one for one in queries.rows(ws, "reminder", numbers)}
    calendar, here, now = workdays(ws.region), zone_of(ws.clock.zone_name()), ws.clock.now_wall()
    for item in _brief(ws, numbers):
        record = records[item.id]
        own = record["occurs_at"] or record["due_at"]
        begun, zone = record["starts_at"] or own, "" if item.all_day else record["zone"] or ""
        # A series runs on the clock of its own zone, where its days may begin a day earlier or later.
        start, last = max(first - DAY, own.date()), end + DAY
        for at in occurrences(item.every, begun, start, last, calendar):
            seen = on_clock(at, item.all_day, zone, here) if here else at
            # What an open reminder let pass does not come any more: the next one is after now.
            over = seen.date() <= now.date() if item.all_day else seen <= now
            if at > own and not over and first <= seen.date() < end and len(found[seen.date()]) < most:
                found[seen.date()].append(Entry(item, seen, True))
    return found
