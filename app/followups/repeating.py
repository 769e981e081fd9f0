"""What a person does to a series of reminders: begin it, skip one, end it; each can be undone."""

from __future__ import annotations

from datetime import datetime

from app.followups.commands import in_step
from app.followups.queries import understood
from app.followups.recurrence import first
from app.followups.series import next_time
from app.records import queries
from app.records.workspace import Workspace
from app.shared.errors import InvalidValue, NotFound
from app.shared.i18n import N_
from app.shared.workdays import workdays
from db.changes import ChangeSet


def repeat(ws: Workspace, reminder: int, words: str) -> ChangeSet:
    """Let a reminder come again, as words such as 每月31号 or “every Monday” say; empty words end its series.

    Raises:
        InvalidValue: the words tell no rule. NotFound: there is no such reminder.
    """
    if not words.strip():
        return end(ws, reminder)
    record = queries.get(ws, "reminder", reminder)
    parsed = understood(ws, words, ws.clock.now_wall())
    if not parsed.every:
        raise InvalidValue(
            "every", N_("“{text}” does not say how often."), N_("Write, for example, “every Monday”."), text=words
        )
    due: datetime = record["due_at"] if parsed.all_day else parsed.when
    start = first(parsed.every, due, workdays(ws.region)) or due
    values = {"every": parsed.every, "starts_at": start, "occurs_at": start, "due_at": start}
    if not parsed.all_day:
        values["all_day"] = False
    with in_step(ws, reminder, N_("Repeat: {title}")) as (op, _record):
        op.update("reminder", reminder, values)
    return op.changes


def skip(ws: Workspace, reminder: int) -> ChangeSet:
    """Leave out this one of a series; the reminder moves on to the next. The last one is ticked off.

    Raises:
        NotFound: there is no such reminder, or it does not come again.
    """
    record = queries.get(ws, "reminder", reminder)
    if not record["every"]:
        raise NotFound(N_("“{title}” does not repeat."), title=record.title)
    now = ws.clock.now_wall().replace(second=0, microsecond=0)
    when = next_time(ws, record.values, now)
    with in_step(ws, reminder, N_("Skip once: {title}")) as (op, _record):
        op.update("reminder", reminder, {"done_at": now} if when is None else {"due_at": when, "occurs_at": when})
    return op.changes


def end(ws: Workspace, reminder: int) -> ChangeSet:
    """Let a reminder stand once more and not come again. Raises NotFound."""
    with in_step(ws, reminder, N_("End the repeats: {title}")) as (op, _record):
        op.update("reminder", reminder, {"every": None})
    return op.changes


def priority(ws: Workspace, reminder: int, level: str) -> ChangeSet:
    """Mark a reminder as important (high), as one that can wait (low), or as neither ("").

    Raises:
        NotFound: there is no such reminder.
    """
    with in_step(ws, reminder, N_("Priority: {title}")) as (op, _record):
        op.update("reminder", reminder, {"priority": level or None})
    return op.changes


def lead(ws: Workspace, reminder: int, minutes: int) -> ChangeSet:
    """Tell of a reminder so many minutes before its time; 0 for at its time. Raises NotFound."""
    with in_step(ws, reminder, N_("Remind earlier: {title}")) as (op, _record):
        op.update("reminder", reminder, {"lead": max(0, minutes) or None})
    return op.changes
