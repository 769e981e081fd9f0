"""Editing customers in the cells of their list: which cells cannot be typed and why, and what is written how."""

from __future__ import annotations

from typing import Any

from app.customers.relations import INTRODUCER, PARENT, relate
from app.followups.next_date import set_next
from app.records import commands
from app.records.fields import Field
from app.records.record import Record
from app.shared.i18n import N_
from ui.shell.page import Services
from ui.widgets.record_edit import RecordEditing
from ui.widgets.record_table import RecordTable

NEXT = "next_follow_up_on"
_WHY = {
    "contact_name": N_("This is the main contact. Enter opens the card, where contacts are changed."),
    "last_contact_on": N_("This follows from the conversations. L logs one."),
    "last_deal_on": N_("This follows from the quotes that were won."),
}


def editing(table: RecordTable, services: Services) -> RecordEditing:
    """The editor of the cells of a list of customers."""
    ws = services.ws

    def write(number: int, name: str, raw: Any) -> Any:
        if name in (PARENT, INTRODUCER):
            return relate(ws, number, name, raw)
        if name != NEXT:
            return commands.update(ws, "customer", number, {name: raw})
        ready = commands.checked(ws, ws.dictionary.type("customer"), {NEXT: raw})
        return set_next(ws, number, ready[NEXT])

    return RecordEditing(table, services.actions, services.jobs, "customer", write=write, why=_why, target=_target)


def _why(field: Field) -> str:
    return _WHY.get(field.name, "")


def _target(record: Record, field: Field) -> str:
    """The cell of the phone shows the mobile number where a customer has no other: that is what one edits there."""
    return "mobile" if field.name == "phone" and not record.get("phone") and record.get("mobile") else field.name
