"""Reading customers: rows of the list, its views, and what a card shows."""

from __future__ import annotations

import json
from array import array
from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.customers.rules import main_contact
from app.customers.settings import UNTRADED_DAYS
from app.records import queries
from app.records.jsonable import linked_titles
from app.records.queries import AnyOf, Condition, Linked, Order, Where
from app.records.record import Record
from app.records.workspace import Workspace
from app.shared.i18n import N_, Filled
from app.shared.phones import Phone

YEAR = 365
DEFAULT_ORDER: Order = (("next_follow_up_on", False), ("name", False))


@dataclass(frozen=True, slots=True)
class View:
    """A view of the list: its code, English label, and the conditions that make it."""

    code: str
    label: str
    where: tuple[Where, ...] = ()


def untraded(days: int) -> View:
    """Those who bought before, a won quote or their status telling it, and of whom no quote was won for so many days."""
    return View(
        "untraded",
        N_("Not traded for a year") if days == YEAR else Filled(N_("Not traded for {days} days"), days=days),
        (
            Condition("status", "!=", "public_pool"),
            Condition("status", "!=", "lost"),
            Condition("kind", "!=", "supplier"),
            AnyOf((Condition("status", "in", ("active", "dormant")), Condition("last_deal_on", "not_empty"))),
            AnyOf((Condition("last_deal_on", "empty"), Condition("last_deal_on", "<=", f"today-{days}"))),
        ),
    )


_BIRTHDAY = Condition("birthday", "month", "this")
VIEWS = (
    View("all", N_("All")),
    View("prospect", N_("Prospects"), (Condition("status", "=", "prospect"),)),
    View("public_pool", N_("Public pool"), (Condition("status", "=", "public_pool"),)),
    View("active", N_("Customers won"), (Condition("status", "=", "active"),)),
    untraded(UNTRADED_DAYS.default),
    View("level_a", N_("A level"), (Condition("level", "=", "A"),)),
    View(
        "no_next",
        N_("No next step"),
        (Condition("status", "in", ("prospect", "active")), Condition("next_follow_up_on", "empty")),
    ),
    View("birthday", N_("Birthday this month"), (AnyOf((_BIRTHDAY, Linked("contact", "customer", (_BIRTHDAY,)))),)),
)


def built_in(ws: Workspace) -> tuple[View, ...]:
    """The views that every book has; after how many days one has not traded for long is the user's setting."""
    days = ws.setting(UNTRADED_DAYS)
    return VIEWS if days == YEAR else tuple(untraded(days) if view.code == "untraded" else view for view in VIEWS)


@dataclass(frozen=True, slots=True)
class Reach:
    """Whom to call at a customer: contact id or None, name and title, and a number or None."""

    contact: int | None
    name: str
    title: str
    phone: Phone | None


@dataclass(frozen=True, slots=True)
class Card:
    """A customer with its contacts (the main one first) and the open reminders about it, earliest first."""

    record: Record
    contacts: tuple[Record, ...]
    reminders: tuple[Record, ...]
    reach: Reach

    @property
    def main(self) -> Record | None:
        """The main contact."""
        return self.contacts[0] if self.contacts else None


@dataclass(frozen=True, slots=True)
class Belongings:
    """How much belongs to some customers; ``sent`` of the quotes are out in the world."""

    contacts: int
    activities: int
    quotes: int
    sent: int
    reminders: int


def belongings(ws: Workspace, numbers: Sequence[int]) -> Belongings:
    """How much would go with these customers if they were deleted."""
    mine = "IN (SELECT value FROM json_each(?1))"
    about = (
        f"(about_kind='customer' AND about_id {mine})"
        f" OR (about_kind='contact' AND about_id IN (SELECT id FROM contact WHERE customer {mine}))"
        f" OR (about_kind='quote' AND about_id IN (SELECT id FROM quote WHERE customer {mine}))"
    )
    sql = (
        f"SELECT (SELECT count(*) FROM contact WHERE customer {mine}),"
        f" (SELECT count(*) FROM activity WHERE customer {mine}),"
        f" (SELECT count(*) FROM quote WHERE customer {mine}),"
        f" (SELECT count(*) FROM quote WHERE customer {mine} AND revision > 0),"
        f" (SELECT count(*) FROM reminder WHERE done_at IS NULL AND ({about}))"
    )
    with ws.book.reading() as connection:
        return Belongings(*connection.execute(sql, (json.dumps(list(numbers)),)).fetchall()[0])


def list_ids(ws: Workspace, where: Sequence[Where] = (), order: Order = DEFAULT_ORDER, text: str = "") -> array[int]:
    """The ordered ids of the customers that fit; see ``records.queries.ids``."""
    return queries.ids(ws, "customer", where, order or DEFAULT_ORDER, text)


def list_rows(ws: Workspace, numbers: Sequence[int], fields: Sequence[str] | None = None) -> list[Record]:
    """Customers as the list shows them, in the order of their ids.

    Beside the fields of the dictionary each has ``contact_name`` (the main contact's, "" when there is none), and
    ``reach``, the number to call: the customer's own, else the main contact's.
    """
    wanted = None if fields is None else list(dict.fromkeys((*fields, "phone", "mobile")))
    people = reaches(ws, numbers)
    out = []
    found = queries.rows(ws, "customer", numbers, wanted)
    links = linked_titles(ws, ws.dictionary.type("customer"), found)
    for record in found:
        reach = people.get(record.id)
        own = record["phone"] or record["mobile"]
        extra = {"contact_name": reach.name if reach else "", "reach": own or (reach.phone if reach else None)}
        extra |= {f"{name}_name": titles.get(record.get(name), "") for name, titles in links.items()}
        out.append(replace(record, values={**record.values, **extra}))
    return out


def reaches(ws: Workspace, numbers: Sequence[int]) -> dict[int, Reach]:
    """The main contact of each of these customers that has one; by customer."""
    sql = (
        "SELECT customer, id, name, title, mobile, mobile_normal, phone, phone_normal FROM contact"
        " WHERE customer IN (SELECT value FROM json_each(?)) ORDER BY customer, is_primary DESC, id"
    )
    found: dict[int, Reach] = {}
    with ws.book.reading() as connection:
        for customer, number, name, title, mobile, mobile_normal, phone, phone_normal in connection.execute(
            sql, (json.dumps(list(numbers)),)
        ):
            if customer not in found:
                typed, normal = (mobile, mobile_normal) if mobile else (phone, phone_normal)
                found[customer] = Reach(number, name or "", title or "", Phone(typed, normal or "") if typed else None)
    return found


def view_counts(ws: Workspace) -> dict[str, int]:
    """How many customers each of the views holds that every book has, by its code."""
    statuses = queries.groups(ws, "customer", "status")
    counts = {"all": sum(statuses.values())}
    for view in built_in(ws)[1:]:
        told = next((one.value for one in view.where if isinstance(one, Condition) and one.field == "status"), None)
        plain = len(view.where) == 1 and isinstance(told, str)
        counts[view.code] = statuses.get(told, 0) if plain else queries.count(ws, "customer", view.where)
    return counts


def card(ws: Workspace, customer: int) -> Card:
    """What the card of a customer shows. Raises NotFound."""
    record = queries.get(ws, "customer", customer)
    contacts = queries.linked(ws, "contact", "customer", customer)
    first = main_contact(contacts)
    contacts.sort(key=lambda one: (one is not first, one.id))
    where = (
        Condition("about_kind", "=", "customer"),
        Condition("about_id", "=", customer),
        Condition("done_at", "empty"),
    )
    reminders = queries.rows(ws, "reminder", queries.ids(ws, "reminder", where, (("due_at", False),)))
    return Card(record, tuple(contacts), tuple(reminders), _reach(record, contacts))


def _reach(record: Record, contacts: Sequence[Record]) -> Reach:
    own = record["phone"] or record["mobile"]
    if not contacts:
        return Reach(None, "", "", own)
    first = contacts[0]
    return Reach(first.id, first.title, first["title"] or "", own or first["mobile"] or first["phone"])


def tags(ws: Workspace, limit: int = 50) -> list[str]:
    """The tags in use, most used first."""
    sql = (
        "SELECT value FROM customer, json_each(customer.tags) WHERE customer.tags IS NOT NULL"
        " GROUP BY value ORDER BY count(*) DESC, value LIMIT ?"
    )
    with ws.book.reading() as connection:
        return [row[0] for row in connection.execute(sql, (limit,))]


def cities(ws: Workspace, limit: int = 30) -> list[str]:
    """The cities of customers, most used first."""
    return queries.distinct(ws, "customer", "city", limit=limit)
