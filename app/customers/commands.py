"""Writing customers and their contacts; each write is one operation that can be undone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any

from app.customers.rules import changed_tags
from app.records import commands, queries
from app.records.commands import Saved
from app.records.operation import Operation, missing
from app.records.queries import Condition
from app.records.values import coerce
from app.records.workspace import Workspace
from app.shared.errors import KebuError
from app.shared.i18n import N_
from db.changes import ChangeSet


@dataclass(frozen=True, slots=True)
class NewCustomer:
    """A customer that was made, its first contact (0 when none was given), and what changed."""

    id: int
    contact: int
    changes: ChangeSet


def check_new(ws: Workspace, values: Mapping[str, Any], contact: Mapping[str, Any] | None = None) -> None:
    """Check what ``create`` would write, without writing. Raises InvalidValue as it does."""
    for kind, given in (("customer", values), ("contact", contact)):
        if given is None:
            continue
        record = ws.dictionary.type(kind)
        ready = commands.checked(ws, record, given)
        if not ready.get("name"):
            raise missing(record, "name")


def create(ws: Workspace, values: Mapping[str, Any], contact: Mapping[str, Any] | None = None) -> NewCustomer:
    """Make a customer, with its first contact when one is given.

    Raises:
        InvalidValue: a value does not fit, or a name is missing; nothing is written then.
    """
    record = ws.dictionary.type("customer")
    ready = commands.checked(ws, record, values)
    person = commands.checked(ws, ws.dictionary.type("contact"), contact) if contact else None
    with ws.operation(N_("New {kind}: {title}"), kind=record.label, title=str(ready.get("name") or "")) as op:
        number = op.insert("customer", ready)
        first = op.insert("contact", {**person, "customer": number, "is_primary": True}) if person else 0
    return NewCustomer(number, first, op.changes)


def add_contact(ws: Workspace, customer: int, values: Mapping[str, Any]) -> Saved:
    """Add a contact to a customer; the first one becomes the main one. Raises InvalidValue, NotFound."""
    record = ws.dictionary.type("contact")
    queries.get(ws, "customer", customer)
    ready = commands.checked(ws, record, values)
    ready["customer"] = customer
    if not queries.count(ws, "contact", (Condition("customer", "=", customer),)):
        ready["is_primary"] = True
    with ws.operation(N_("New {kind}: {title}"), kind=record.label, title=str(ready.get("name") or "")) as op:
        number = op.insert("contact", ready)
        if ready.get("is_primary"):
            _only(ws, op, customer, number)
    return Saved(number, op.changes)


def set_main_contact(ws: Workspace, contact: int) -> ChangeSet:
    """Make a contact the main one of its customer; there is only one. Raises NotFound."""
    record = queries.get(ws, "contact", contact)
    with ws.operation(N_("Make {title} the main contact"), title=record.title) as op:
        op.update("contact", contact, {"is_primary": True})
        _only(ws, op, record["customer"], contact)
    return op.changes


def _only(ws: Workspace, op: Operation, customer: int, contact: int) -> None:
    where = (Condition("customer", "=", customer), Condition("is_primary", "=", True), Condition("id", "!=", contact))
    op.update_many("contact", [(number, {"is_primary": False}) for number in queries.ids(ws, "contact", where)])


def set_level(ws: Workspace, numbers: Sequence[int], level: str | None) -> ChangeSet:
    """Set the level of customers (a code or its name; None for none), as one operation. Raises InvalidValue."""
    return _set(ws, numbers, "level", level, N_("Set the level of {title}"), N_("Set the level of {count} customers"))


def set_status(ws: Workspace, numbers: Sequence[int], status: str) -> ChangeSet:
    """Set the status of customers, as one operation. Raises InvalidValue."""
    one, many = N_("Set the status of {title}"), N_("Set the status of {count} customers")
    return _set(ws, numbers, "status", status, one, many)


def release(ws: Workspace, numbers: Sequence[int]) -> ChangeSet:
    """Give customers up to the public pool: nobody owns them and no follow-up is due."""
    values = {"status": "public_pool", "owner": None, "next_follow_up_on": None}
    with _bulk(
        ws, numbers, N_("Put {title} into the public pool"), N_("Put {count} customers into the public pool")
    ) as op:
        op.update_all("customer", numbers, values)
        where = (Condition("about_kind", "=", "customer"), Condition("done_at", "empty"))
        wanted = set(numbers)
        open_ones = queries.rows(ws, "reminder", queries.ids(ws, "reminder", where), ("about_id",))
        op.delete("reminder", [one.id for one in open_ones if one["about_id"] in wanted])
    return op.changes


def change_tags(
    ws: Workspace, numbers: Sequence[int], add: Iterable[str] = (), remove: Iterable[str] = ()
) -> ChangeSet:
    """Add tags to customers and take others off, as one operation; the rest of their tags stays."""
    field = ws.dictionary.type("customer").field("tags")
    more, less = coerce(field, list(add)), coerce(field, list(remove))
    records = queries.rows(ws, "customer", numbers, ("tags",))
    changes = [
        (one.id, {"tags": tags}) for one in records if (tags := changed_tags(one["tags"], more, less)) != one["tags"]
    ]
    with _bulk(ws, numbers, N_("Change the tags of {title}"), N_("Change the tags of {count} customers")) as op:
        op.update_many("customer", changes)
    return op.changes


def _set(ws: Workspace, numbers: Sequence[int], name: str, value: Any, one: str, many: str) -> ChangeSet:
    ready = commands.checked(ws, ws.dictionary.type("customer"), {name: value})
    with _bulk(ws, numbers, one, many) as op:
        op.update_all("customer", numbers, ready)
    return op.changes


def _bulk(ws: Workspace, numbers: Sequence[int], one: str, many: str) -> AbstractContextManager[Operation]:
    if not numbers:
        raise KebuError(N_("No customer is selected."), N_("Tick some first."))
    if len(numbers) > 1:
        return ws.operation(many, count=len(numbers))
    return ws.operation(one, title=queries.titles(ws, "customer", numbers).get(numbers[0], ""))
