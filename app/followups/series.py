"""Reminders that come again: ticking one off makes the next, one can be skipped, and a series ends."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from app.followups.recurrence import following, read
from app.followups.rules import Next
from app.records import queries
from app.records.operation import Operation
from app.records.queries import Condition
from app.records.record import Record
from app.records.workspace import Workspace
from app.shared.workdays import workdays

# What the next reminder of a series takes over from the one before.
_TAKEN = (
    "about_kind", "about_id", "contact", "kind", "text", "all_day", "zone", "priority", "every", "starts_at", "lead",
)  # fmt: skip


def begun(first: Next) -> dict[str, Any]:
    """The fields of the first reminder of a series. Raises InvalidValue when its rule is none."""
    read(first.every)
    return {"every": first.every, "starts_at": first.when, "occurs_at": first.when}


def next_time(ws: Workspace, reminder: Mapping[str, Any], now: datetime) -> datetime | None:
    """When a reminder comes again: after the time it had by its rule, and not before now; None when the series has ended.

    What was missed in between is left out: one that stood for a month comes once, not thirty times.
    """
    if not reminder["every"]:
        return None
    own = reminder["occurs_at"] or reminder["due_at"]
    since = now.replace(hour=23, minute=59) if reminder["all_day"] else now
    return following(reminder["every"], reminder["starts_at"] or own, max(own, since), workdays(ws.region))


def tick(ws: Workspace, op: Operation, record: Record, now: datetime) -> None:
    """Tick a reminder off inside an operation, and make the next of its series."""
    if record["done_at"] is not None:
        return
    when = next_time(ws, record.values, now)
    values: dict[str, Any] = {"done_at": now}
    if when is not None:
        number = record["series"] or record.id
        values["series"] = number
        taken = {name: record[name] for name in _TAKEN}
        taken["starts_at"] = taken["starts_at"] or record["due_at"]
        op.insert("reminder", {**taken, "series": number, "occurs_at": when, "due_at": when})
    op.update("reminder", record.id, values)


def untick(ws: Workspace, op: Operation, record: Record) -> None:
    """Take a tick off inside an operation; the open reminders that the series has made since go."""
    if record["series"] and record["occurs_at"] is not None:
        where = (
            Condition("series", "=", record["series"]),
            Condition("occurs_at", ">", record["occurs_at"]),
            Condition("done_at", "empty"),
        )
        op.delete("reminder", queries.ids(ws, "reminder", where, (("id", False),)))
    op.update("reminder", record.id, {"done_at": None})
