"""Setting the next follow-up of a customer by its date alone, as one does in a list."""

from __future__ import annotations

from datetime import date

from app.followups.commands import snooze
from app.followups.queries import open_reminders
from app.records import commands, queries
from app.records.workspace import Workspace
from app.shared.errors import InvalidValue
from app.shared.i18n import N_
from db.changes import ChangeSet


def set_next(ws: Workspace, customer: int, day: date | None) -> ChangeSet:
    """Set the day of the next follow-up; the reminder that the present day comes from is put off to it.

    Raises:
        InvalidValue: the day is taken away while a reminder stands for it. NotFound.
    """
    record = queries.get(ws, "customer", customer)
    present = record["next_follow_up_on"]
    if present == day:
        return ChangeSet()
    waiting = [item for item in open_reminders(ws, customer) if not item.rule and item.due.date() == present]
    if not waiting:
        return commands.update(ws, "customer", customer, {"next_follow_up_on": day})
    if day is None:
        raise InvalidValue(
            "next_follow_up_on",
            N_("A reminder stands for this day: “{text}”."),
            N_("Tick it off or delete it on the card."),
            text=waiting[0].text,
        )
    return snooze(ws, waiting[0].id, day)
