"""What was missed, dealt with in bulk; each is one operation that can be undone."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from datetime import date, datetime, time, timedelta

from app.followups.commands import step_with
from app.followups.queries import customer_of, late_dates
from app.followups.series import tick
from app.records import queries
from app.records.operation import Operation
from app.records.queries import Condition
from app.records.record import Record
from app.records.workspace import Workspace
from app.shared.errors import NotFound
from app.shared.i18n import N_
from app.shared.workdays import workdays
from db.changes import ChangeSet

SPREAD_DAYS = 5


def next_workday(ws: Workspace) -> date:
    """The first day after today on which people work in the book's country."""
    return workdays(ws.region).following(ws.clock.today())


def to_day(ws: Workspace, reminders: Sequence[int], day: date) -> ChangeSet:
    """Move reminders to a day, each at its own time."""
    found = queries.rows(ws, "reminder", reminders)
    with _named(ws, found, N_("Put off {count} reminders"), N_("Put off: {title}")) as op:
        for record in found:
            with step_with(ws, op, _customer(ws, record)):
                op.update("reminder", record.id, _moved(record, day))
    return op.changes


def spread(ws: Workspace, reminders: Sequence[int]) -> ChangeSet:
    """Spread reminders evenly over the next five workdays: the important ones first, then in the order of their time."""
    found = queries.rows(ws, "reminder", reminders)
    ranks = {"high": 0, "low": 2}
    found = sorted(found, key=lambda one: (ranks.get(one["priority"] or "", 1), one["due_at"], one.id))
    days: list[date] = []
    day = ws.clock.today()
    for _turn in range(SPREAD_DAYS):
        day = workdays(ws.region).following(day)
        days.append(day)
    with _named(ws, found, N_("Spread {count} reminders over the week"), N_("Put off: {title}")) as op:
        for place, record in enumerate(found):
            with step_with(ws, op, _customer(ws, record)):
                op.update("reminder", record.id, _moved(record, days[place * SPREAD_DAYS // len(found)]))
    return op.changes


def done(ws: Workspace, reminders: Sequence[int]) -> ChangeSet:
    """Tick reminders off; those that come again come again."""
    now = ws.clock.now_wall().replace(second=0, microsecond=0)
    found = queries.rows(ws, "reminder", reminders)
    with _named(ws, found, N_("Done: {count} reminders"), N_("Done: {title}")) as op:
        for record in found:
            with step_with(ws, op, _customer(ws, record)):
                tick(ws, op, record, now)
    return op.changes


def drop(ws: Workspace, reminders: Sequence[int]) -> ChangeSet:
    """Delete reminders; what a rule made is ticked off instead, as the rule would make it again."""
    now = ws.clock.now_wall().replace(second=0, microsecond=0)
    found = queries.rows(ws, "reminder", reminders)
    with _named(ws, found, N_("Drop {count} reminders"), N_("Delete reminder: {title}")) as op:
        for record in found:
            with step_with(ws, op, _customer(ws, record)):
                if record["rule"]:
                    op.update("reminder", record.id, {"done_at": now})
                else:
                    op.delete("reminder", [record.id])
    return op.changes


def move(ws: Workspace, reminder: int, days: int) -> ChangeSet:
    """Move one reminder by so many days, at its own time, as a calendar does. Raises NotFound."""
    record = queries.get(ws, "reminder", reminder)
    return to_day(ws, [reminder], record["due_at"].date() + timedelta(days=days))


def all_overdue_to(ws: Workspace, day: date) -> ChangeSet:
    """Put everything overdue off to a day, as one operation: reminders at their own time, and customers' mere dates."""
    midnight = datetime.combine(ws.clock.today(), time())
    late = queries.ids(ws, "reminder", (Condition("done_at", "empty"), Condition("due_at", "<", midnight)))
    alone = late_dates(ws, midnight.date())
    if not late and not alone:
        raise NotFound(N_("Nothing is overdue."))
    with ws.operation(N_("Put off {count} overdue items"), count=len(late) + len(alone)) as op:
        op.update_all("customer", alone, {"next_follow_up_on": day})
        for record in queries.rows(ws, "reminder", late):
            with step_with(ws, op, _customer(ws, record)):
                op.update("reminder", record.id, _moved(record, day))
    return op.changes


def _moved(record: Record, day: date) -> dict[str, object]:
    return {"due_at": datetime.combine(day, record["due_at"].time())}


def _customer(ws: Workspace, record: Record) -> int | None:
    if not record["about_kind"] or not record["about_id"]:
        return None
    return customer_of(ws, record["about_kind"], record["about_id"])


def _named(ws: Workspace, found: Sequence[Record], many: str, one: str) -> AbstractContextManager[Operation]:
    """An operation that is called by the reminder's own words when it is only one."""
    name, title = (one, found[0].title) if len(found) == 1 else (many, "")
    return ws.operation(name, count=len(found), title=title)
