"""Which reminders are due from one time to another on the user's clock, wherever each was set.

A reminder stands on the clock of the zone in which it was set, see ``notifying``. Few are of another zone than the user's,
mostly none: they are sought by zone, each with these times as its clock shows them.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from app.followups.notifying import on_clock, zone_of
from app.records.workspace import Workspace

MOST = 9_999
_NEXT_ZONE = "SELECT min(zone) FROM reminder WHERE zone > ?"
# One part of the reminders: a further condition with its values, the earliest and the latest time on their clock.
Part = tuple[str, tuple[str, ...], tuple[str, str]]


def due_ids(ws: Workspace, first: datetime | None, last: datetime, limit: int) -> list[int]:
    """The open reminders due from one time to another (the last left out), earliest first."""
    found: list[tuple[datetime, int]] = []
    with ws.book.reading() as connection:
        here = zone_of(ws.clock.zone_name())
        for where, values, bounds in parts(ws, first, last):
            sql = (
                "SELECT id, due_at, all_day, zone FROM reminder"
                f" WHERE done_at IS NULL AND due_at >= ? AND due_at < ?{where} ORDER BY due_at, id LIMIT ?"
            )
            for number, due, all_day, zone in connection.execute(sql, (*bounds, *values, limit)):
                at = datetime.fromisoformat(due)
                found.append((on_clock(at, bool(all_day), zone or "", here) if here else at, number))
    return [number for _at, number in sorted(found)[: limit if limit >= 0 else None]]


def ticked_ids(ws: Workspace, since: datetime, first: datetime | None, last: datetime, limit: int) -> list[int]:
    """The reminders ticked off since a time that were due from one time to another (the last left out), the last ones."""
    found: list[tuple[str, int]] = []
    with ws.book.reading() as connection:
        for where, values, bounds in parts(ws, first, last):
            # The plus signs keep it on the index of what was done: that is little, all that was ever due is much.
            sql = (
                f"SELECT done_at, id FROM reminder WHERE done_at >= ? AND +due_at >= ? AND +due_at < ?{where}"
                " ORDER BY done_at DESC, due_at DESC LIMIT ?"
            )
            found += connection.execute(sql, (minute(since), *bounds, *values, limit)).fetchall()
    return [number for _at, number in sorted(found, reverse=True)[: limit if limit >= 0 else None]]


def open_count(ws: Workspace, first: datetime | None, last: datetime, most: int = MOST) -> int:
    """How many reminders are open from one time to another, ``most`` at most."""
    count = 0
    with ws.book.reading() as connection:
        for where, values, bounds in parts(ws, first, last):
            sql = (
                "SELECT count(*) FROM (SELECT 1 FROM reminder WHERE done_at IS NULL AND due_at >= ? AND due_at < ?"
                f"{where} LIMIT ?)"
            )
            count += int(connection.execute(sql, (*bounds, *values, most - count)).get)
    return count


def minute(moment: datetime) -> str:
    """A time as the book keeps it."""
    return moment.isoformat(timespec="minutes")


def parts(ws: Workspace, first: datetime | None, last: datetime) -> Iterator[Part]:
    """The reminders due from one time to another on the user's clock, in parts by the zone in which they were set."""
    here_name = ws.clock.zone_name()
    here = zone_of(here_name)
    abroad = [name for name in _zones(ws) if name != here_name and zone_of(name) not in (None, here)] if here else []
    own = f" AND (all_day OR coalesce(zone, '') NOT IN ({','.join('?' * len(abroad))}))" if abroad else ""
    yield own, tuple(abroad), (minute(first) if first else "", minute(last))
    for name in abroad:
        zone = zone_of(name)

        def there(moment: datetime, zone: object = zone) -> str:
            return minute(moment.replace(tzinfo=here).astimezone(UTC).astimezone(zone).replace(tzinfo=None))  # type: ignore[arg-type]

        yield " AND NOT coalesce(all_day, 0) AND zone = ?", (name,), (there(first) if first else "", there(last))


def _zones(ws: Workspace) -> list[str]:
    """The zones of all reminders, by one step of an index for each."""
    found: list[str] = []
    with ws.book.reading() as connection:
        while name := connection.execute(_NEXT_ZONE, (found[-1] if found else "",)).get:
            found.append(str(name))
    return found
