"""Telling of reminders on a book: what is due now, and the marks of what was told. The marks are no data of the user."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from datetime import UTC, datetime, time, timedelta, tzinfo

from app.followups.notifying import Alarm, Telling, tell, zone_of
from app.followups.settings import MORNING
from app.records.workspace import Workspace

# How far two clocks on earth are apart at most: reminders of other zones are due that much earlier or later by ours.
_EARTH = timedelta(hours=27)
_LEADS = timedelta(days=32)
_FIELDS = "r.id, r.due_at, r.all_day, r.zone, r.lead, told.moment"
_FROM = "FROM reminder AS r LEFT JOIN told ON told.reminder = r.id WHERE r.done_at IS NULL"


def due_now(ws: Workspace, since: datetime | None, changed: Collection[int] = ()) -> Telling:
    """What is to be told now.

    Args:
        since: the wall time of the last look, so that only what has become due since is read; None for all.
        changed: ids of reminders that were made or changed since, whatever their time.
    """
    wall, now = ws.clock.now_wall(), ws.clock.now_utc()
    first = "" if since is None else _text(min(since, wall) - _EARTH)
    soon, lead = _text(wall + _EARTH), _text(wall + _LEADS)
    with ws.book.reading() as connection:
        rows = connection.execute(
            f"SELECT {_FIELDS} {_FROM} AND r.due_at >= ?1 AND r.due_at <= ?2"
            f" AND (told.moment IS NULL OR told.moment <> r.due_at)"
            f" UNION SELECT {_FIELDS} {_FROM} AND r.due_at > ?2 AND r.due_at <= ?3 AND r.lead IS NOT NULL"
            f" UNION SELECT {_FIELDS} {_FROM} AND r.id IN (SELECT value FROM json_each(?4))",
            (first, soon, lead, json.dumps(list(changed))),
        ).fetchall()
    alarms = [
        Alarm(number, datetime.fromisoformat(due), bool(all_day), zone or "", lead or 0)
        for number, due, all_day, zone, lead, _mark in rows
    ]
    marks = {row[0]: row[5] for row in rows if row[5]}
    return tell(alarms, marks, now, here(ws), morning(ws))


def note_old(ws: Workspace) -> int:
    """Keep of everything that was missed days ago that it was told, set-wise; gives how many that were.

    There may be very many in a book that was imported, and by no zone can they be due just now.

    Raises:
        BookError: a long task is writing; nothing was kept.
    """
    long_ago = _text(ws.clock.now_wall() - 2 * _EARTH)
    with ws.book.journal.alone() as connection, connection:
        connection.execute(
            "INSERT INTO told(reminder, moment) SELECT id, due_at FROM reminder WHERE done_at IS NULL AND due_at < ?1"
            " ON CONFLICT(reminder) DO UPDATE SET moment = excluded.moment WHERE moment <> excluded.moment",
            (long_ago,),
        )
        return int(connection.changes())


def mark(ws: Workspace, telling: Telling) -> None:
    """Keep that these were told, before they are shown: a crash in between must not tell them twice.

    Raises:
        BookError: a long task is writing; nothing was kept, and nothing is to be shown.
    """
    with ws.book.journal.alone() as connection, connection:
        connection.executemany(
            "INSERT OR REPLACE INTO told(reminder, moment) VALUES(?, ?)", [(one.id, one.mark) for one in telling.all]
        )


def forget(ws: Workspace) -> None:
    """Let go of the marks of reminders that are gone, or were done a month ago. Raises BookError as ``mark`` does."""
    long_ago = _text(ws.clock.now_wall() - timedelta(days=31))
    with ws.book.journal.alone() as connection, connection:
        connection.execute(
            "DELETE FROM told WHERE NOT EXISTS"
            " (SELECT 1 FROM reminder WHERE id = told.reminder AND (done_at IS NULL OR done_at > ?))",
            (long_ago,),
        )


def here(ws: Workspace) -> tzinfo:
    """The zone in which the user is."""
    found = zone_of(ws.clock.zone_name())
    if found is not None:
        return found
    return ws.clock.now_utc().astimezone().tzinfo or UTC


def morning(ws: Workspace) -> time:
    """When whole days are told of; nine o'clock unless the book says otherwise."""
    try:
        return time.fromisoformat(ws.setting(MORNING))
    except ValueError:
        return time(9)


def missed_ids(ws: Workspace, limit: int) -> list[int]:
    """The open reminders whose time is over, the oldest first: of whole days from the next day on."""
    now = ws.clock.now_wall()
    midnight = _text(datetime.combine(now.date(), time()))
    sql = (
        "SELECT id FROM reminder WHERE done_at IS NULL AND due_at < ?1 AND (due_at < ?2 OR NOT coalesce(all_day, 0))"
        " ORDER BY due_at, id LIMIT ?3"
    )
    with ws.book.reading() as connection:
        return [row[0] for row in connection.execute(sql, (_text(now), midnight, limit))]


def existing(ws: Workspace, numbers: Sequence[int]) -> list[int]:
    """Those of the reminders that are still open, in their order."""
    sql = "SELECT id FROM reminder WHERE done_at IS NULL AND id IN (SELECT value FROM json_each(?))"
    with ws.book.reading() as connection:
        found = {row[0] for row in connection.execute(sql, (json.dumps(list(numbers)),))}
    return [number for number in numbers if number in found]


def _text(moment: datetime) -> str:
    return moment.isoformat(timespec="minutes")
