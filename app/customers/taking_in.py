"""Persons who stood as customers of their own become contacts of their company, which came later."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from app.customers.joining import lines_added
from app.customers.merging import join_contacts, one_main
from app.records import queries
from app.records.operation import Operation
from app.records.queries import Condition
from app.records.record import Record
from app.records.workspace import Workspace

_PLACE = ("country", "province", "city", "address", "postcode")


def take_in(ws: Workspace, op: Operation, pairs: Iterable[tuple[int, int]]) -> None:
    """Move all that belongs to persons to their companies, within a running operation; the persons' own records go.

    Args:
        pairs: the ids of the person's and of the company's customer records.
    """
    company = dict(pairs)
    persons = {row.id: row for row in queries.rows(ws, "customer", list(company))}
    company = {person: to for person, to in company.items() if person in persons and person != to}
    if not company:
        return
    wanted = list(company)
    before = {
        to: list(queries.ids(ws, "contact", (Condition("customer", "=", to),)))
        for to in set(company.values())
    }  # fmt: skip
    for contact in queries.rows(ws, "contact", queries.ids(ws, "contact", (Condition("customer", "in", wanted),))):
        if changed := _own(persons[contact["customer"]], contact):
            op.update("contact", contact.id, changed)
    for child, field in ws.dictionary.children("customer"):
        held = queries.rows(ws, child.name, queries.ids(ws, child.name, (Condition(field, "in", wanted),)), (field,))
        op.update_many(child.name, [(one.id, {field: company[one[field]]}) for one in held])
    for other in ws.dictionary.types:
        if other.soft_parent:
            where = (Condition("about_kind", "=", "customer"), Condition("about_id", "in", wanted))
            held = queries.rows(ws, other.name, queries.ids(ws, other.name, where), ("about_id",))
            op.update_many(other.name, [(one.id, {"about_id": company[one["about_id"]]}) for one in held])
    for to, contacts in before.items():
        one_main(ws, op, to, contacts)
        if contacts:
            join_contacts(ws, op, to)
    op.delete("customer", wanted)


def _own(person: Record, contact: Record) -> dict[str, Any]:
    """What only the person's customer record tells: the place, and its notes."""
    found: dict[str, Any] = {}
    place = ", ".join(str(person[name]) for name in _PLACE if person.get(name))
    if place and not contact.get("address"):
        found["address"] = place
    held = str(contact.get("notes") or "")
    if (notes := lines_added(held, person.get("notes") or "")) != held:
        found["notes"] = notes
    return found
