"""The rows and columns of the list of customers: what is read, and how each column is said and painted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial

from app.customers.queries import list_rows
from app.followups.queries import next_times
from app.records import queries
from app.records.fields import Field, FieldKind
from app.records.record import Record
from app.records.workspace import ChangeSet, Workspace
from app.shared import phones
from app.shared.date_words import show_past
from app.shared.i18n import N_, language
from ui.customers.words import due_words, region
from ui.widgets.record_model import Column

_ORDER = (
    "name",
    "level",
    "status",
    "contact_name",
    "phone",
    "city",
    "last_contact_on",
    "next_follow_up_on",
    "last_deal_on",
)
_PAINT = {
    "name": "title",
    "phone": "faint",
    "last_contact_on": "faint",
    "last_deal_on": "faint",
    "next_follow_up_on": "due",
    "tags": "tag",
}
_WIDTHS = {
    "name": 196,
    "level": 50,
    "status": 96,
    "phone": 130,
    "city": 104,
    "last_contact_on": 88,
    "last_deal_on": 88,
    "next_follow_up_on": 120,
}
CONTACT = Field("contact_name", FieldKind.TEXT, N_("Contact"), shown=True, width=84)


def columns(ws: Workspace) -> list[Column]:
    """The columns of the list, those of the first view first."""

    def due(one: Record) -> str:
        return due_words(one["next_follow_up_on"], one.get("following"), ws.clock.today())

    def last(one: Record, name: str = "last_contact_on") -> str:
        day = one[name]
        return show_past(day, ws.clock.today(), language()) if day else ""

    record = ws.dictionary.type("customer")
    fields = {field.name: field for field in record.fields if field.listed} | {CONTACT.name: CONTACT}
    names = [*_ORDER, *(name for name in fields if name not in _ORDER)]
    said: dict[str, Callable[[Record], str]] = {
        "phone": lambda one: phones.pretty(one["reach"]) if one.get("reach") else "",
        "city": region,
        "last_contact_on": last,
        "last_deal_on": lambda one: last(one, "last_deal_on"),
        "next_follow_up_on": due,
    }
    for field in fields.values():
        if field.link:
            said[field.name] = partial(_linked, f"{field.name}_name")
    return [
        Column(replace(fields[name], width=_WIDTHS.get(name, fields[name].width)), said.get(name), _PAINT.get(name, ""))
        for name in names
    ]


def _linked(name: str, one: Record) -> str:
    return one.get(name) or ""


def fetch(ws: Workspace, numbers: Sequence[int]) -> list[Record]:
    """Customers as the list shows them, each with the time of its next follow-up."""
    following = next_times(ws, numbers)
    return [replace(one, values={**one.values, "following": following.get(one.id)}) for one in list_rows(ws, numbers)]


def concerned(ws: Workspace, changes: ChangeSet, shown: Iterable[int]) -> set[int]:
    """The customers whose contacts or reminders changed; all that are shown when a row is gone."""
    if changes.deleted.get("contact") or changes.deleted.get("reminder"):
        return set(shown)
    found: set[int] = set()
    for kind, field in (("contact", "customer"), ("reminder", "about_id")):
        numbers = (*changes.created.get(kind, ()), *changes.updated.get(kind, ()))
        found |= {one[field] for one in queries.rows(ws, kind, numbers, (field,)) if one[field]}
    return found
