"""Reading conversations and reminders: whom they concern, and what is due."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, tzinfo

from app.customers.queries import reaches
from app.followups.due import MOST, open_count
from app.followups.naming import Person, person_in
from app.followups.notifying import on_clock, seen_at, zone_of
from app.followups.rules import Next, ParsedLog, parse_log, parse_reminder
from app.followups.words import OUTCOMES
from app.records import queries
from app.records.record import Record
from app.records.workspace import Workspace
from app.shared.i18n import Own, translate
from app.shared.phones import Phone
from app.shared.workdays import workdays

# Of so many conversations, the newest, the outcomes are words that a sentence may say.
_OF_LATE = 500
_ABOUT = (
    "((about_kind='customer' AND about_id=?1)"
    " OR (about_kind='contact' AND about_id IN (SELECT id FROM contact WHERE customer=?1))"
    " OR (about_kind='quote' AND about_id IN (SELECT id FROM quote WHERE customer=?1)))"
)
# That no open reminder of a person's own is about a customer, its contacts or its quotes. Few are about the last two: they are read once.
UNREMINDED = (
    "NOT EXISTS (SELECT 1 FROM reminder WHERE done_at IS NULL AND about_kind='customer' AND about_id=customer.id"
    " AND rule IS NULL)"
    " AND id NOT IN (SELECT contact.customer FROM reminder JOIN contact ON contact.id=about_id"
    " WHERE done_at IS NULL AND rule IS NULL AND about_kind='contact' AND contact.customer IS NOT NULL"
    " UNION ALL SELECT quote.customer FROM reminder JOIN quote ON quote.id=about_id"
    " WHERE done_at IS NULL AND rule IS NULL AND about_kind='quote' AND quote.customer IS NOT NULL)"
)


@dataclass(frozen=True, slots=True)
class Item:
    """Something to do.

    Attributes:
        source: ``reminder``, or ``customer`` for a follow-up date that stands on a customer without a reminder.
        id: of the reminder or customer.
        text: what to do, "" for a mere date.
        kind: call, visit ...: how.
        about: kind and id of the record it is about, None when about nothing.
        customer: its id, None when the record belongs to none; ``name``, ``contact`` and ``phone`` say whom to reach:
            the contact whom the reminder names, else the main one.
        note: what was said last.
        done: when it was ticked off.
        every: the rule by which it comes again, "" when it does not; ``rule`` names what made it by itself.
        priority: high, low or "".
    """

    source: str
    id: int
    text: str
    kind: str
    due: datetime
    all_day: bool
    about: tuple[str, int] | None
    customer: int | None
    name: str
    contact: str
    phone: Phone | None
    note: str
    done: datetime | None
    every: str = ""
    priority: str = ""
    rule: str = ""

    @property
    def key(self) -> tuple[str, int]:
        """What names the item in a list."""
        return self.source, self.id


def understood(ws: Workspace, text: str, now: datetime) -> Next:
    """How a sentence about what is to be done is read, with the working calendar of the book's country."""
    return parse_reminder(text, now, workdays(ws.region))


def people(ws: Workspace, customer: int) -> list[Person]:
    """The contacts of a customer, as the sentences of the quick log may name them."""
    found = queries.linked(ws, "contact", "customer", customer)
    return [Person(one.id, one.title, one["title"] or "") for one in found]


def outcomes(ws: Workspace) -> tuple[str, ...]:
    """The words for what came of a conversation: the user's list, those every book knows, and what was noted of late."""
    words = ws.dictionary.type("activity").field("outcome").words
    retired = {one.code for one in words if one.retired}
    with ws.book.reading() as connection:
        rows = connection.execute("SELECT outcome FROM activity ORDER BY id DESC LIMIT ?", (_OF_LATE,)).fetchall()
    often = [word for word, times in Counter(row[0] for row in rows if row[0]).items() if times > 1]
    known = (*(one.code for one in words), *map(translate, OUTCOMES), *often)
    return tuple(word for word in dict.fromkeys(known) if word not in retired)


def read_log(
    ws: Workspace,
    text: str,
    now: datetime,
    contacts: Sequence[Person],
    default: str,
    results: Sequence[str] | None = None,
) -> ParsedLog:
    """Read a sentence of the quick log with what the book knows; see ``rules.parse_log``.

    Args:
        results: the words for outcomes, where they were asked for already.
    """
    known = outcomes(ws) if results is None else results
    calendar, kinds = workdays(ws.region), own_kinds(ws)
    return parse_log(text, now, contacts, default=default, kinds=kinds, workdays=calendar, outcomes=known)


def customer_of(ws: Workspace, kind: str, number: int) -> int | None:
    """The customer whom a record belongs to: itself, or the one its parent link names."""
    if kind == "customer":
        return number
    record = ws.dictionary.type(kind)
    if not record.has("customer"):
        return None
    found = queries.rows(ws, kind, (number,), ("customer",))
    return found[0]["customer"] if found else None


def open_days(ws: Workspace, customer: int) -> list[date]:
    """The days of the open reminders about a customer, its contacts and its quotes; what a rule made is no agreed step."""
    with ws.book.reading() as connection:
        sql = f"SELECT due_at FROM reminder WHERE done_at IS NULL AND rule IS NULL AND {_ABOUT}"
        return [datetime.fromisoformat(row[0]).date() for row in connection.execute(sql, (customer,))]


def open_reminders(ws: Workspace, customer: int) -> list[Item]:
    """The open reminders about a customer, its contacts and its quotes, earliest first."""
    with ws.book.reading() as connection:
        sql = f"SELECT id FROM reminder WHERE done_at IS NULL AND {_ABOUT} ORDER BY due_at, id"
        numbers = [row[0] for row in connection.execute(sql, (customer,))]
    return reminder_items(ws, numbers)


def resolve_customer(ws: Workspace, text: str) -> int | None:
    """The customer whom a sentence means: by its name, or by the name of a contact; None unless only one fits."""
    sql = (
        "SELECT id, name FROM customer WHERE length(name) > 1 AND instr(?1, name)"
        " UNION SELECT id, short_name FROM customer WHERE length(short_name) > 1 AND instr(?1, short_name)"
    )
    with ws.book.reading() as connection:
        found = connection.execute(sql, (text,)).fetchall()
        if not found:
            contacts = "SELECT customer, name FROM contact WHERE length(name) > 1 AND instr(?1, name)"
            found = connection.execute(contacts, (text,)).fetchall()
    if not found:
        return None
    longest = max(len(name) for _, name in found)
    best = {number for number, name in found if len(name) == longest}
    return best.pop() if len(best) == 1 else None


def contact_in(ws: Workspace, customer: int, text: str) -> Person | None:
    """The contact of a customer whom a sentence names."""
    found = person_in(text, people(ws, customer))
    return found[0] if found else None


def reminder_items(ws: Workspace, numbers: Sequence[int]) -> list[Item]:
    """Reminders with whom they concern, in the order of their ids."""
    records = queries.rows(ws, "reminder", numbers)
    owners = _owners(ws, {(one["about_kind"], one["about_id"]) for one in records if one["about_id"]})
    facts = _facts(ws, {number for number in owners.values() if number})
    named = _named(ws, {number for one in records if (number := _contact(one))})
    out = []
    here = zone_of(ws.clock.zone_name())
    for one in records:
        about = (one["about_kind"], one["about_id"]) if one["about_id"] else None
        customer = owners.get(about) if about else None
        name, contact, phone, note = facts.get(customer or 0, ("", "", None, ""))
        if (own := named.get(_contact(one) or 0)) is not None:
            contact, phone = own.title, own["mobile"] or own["phone"] or phone
        out.append(
            Item(
                source="reminder",
                id=one.id,
                text=one["text"] or "",
                kind=one["kind"] or "note",
                due=clock_time(one, here),
                all_day=bool(one["all_day"]),
                about=about,
                customer=customer,
                name=name,
                contact=contact,
                phone=phone,
                note=note,
                done=one["done_at"],
                every=one["every"] or "",
                priority=one["priority"] or "",
                rule=one["rule"] or "",
            )
        )
    return out


def clock_time(reminder: Record, here: tzinfo | None) -> datetime:
    """The time of a reminder as the user's clock shows it, who may have travelled since it was set."""
    due: datetime = reminder["due_at"]
    return on_clock(due, bool(reminder["all_day"]), reminder["zone"] or "", here) if here is not None else due


def date_items(ws: Workspace, numbers: Sequence[int]) -> list[Item]:
    """Customers whose follow-up date stands on them alone, in the order of their ids."""
    records = queries.rows(ws, "customer", numbers, ("name", "next_follow_up_on"))
    facts = _facts(ws, [one.id for one in records])
    out = []
    for one in records:
        name, contact, phone, note = facts[one.id]
        due = datetime.combine(one["next_follow_up_on"], datetime.min.time())
        about = ("customer", one.id)
        out.append(Item("customer", one.id, "", "call", due, True, about, one.id, name, contact, phone, note, None))
    return out


def _contact(reminder: Record) -> int | None:
    """The contact whom a reminder names, or whom it is about."""
    number: int | None = reminder["contact"]
    return number or (reminder["about_id"] if reminder["about_kind"] == "contact" else None)


def _named(ws: Workspace, contacts: Iterable[int]) -> dict[int, Record]:
    return {one.id: one for one in queries.rows(ws, "contact", list(contacts), ("mobile", "phone"))}


def _owners(ws: Workspace, abouts: set[tuple[str, int]]) -> dict[tuple[str, int], int | None]:
    out: dict[tuple[str, int], int | None] = {}
    by_kind: dict[str, list[int]] = {}
    for kind, number in abouts:
        by_kind.setdefault(kind, []).append(number)
    for kind, numbers in by_kind.items():
        if kind == "customer":
            out |= {(kind, number): number for number in numbers}
        elif ws.dictionary.type(kind).has("customer"):
            out |= {(kind, one.id): one["customer"] for one in queries.rows(ws, kind, numbers, ("customer",))}
    return out


def _facts(ws: Workspace, customers: Iterable[int]) -> dict[int, tuple[str, str, Phone | None, str]]:
    numbers = list(customers)
    reach = reaches(ws, numbers)
    notes = last_notes(ws, numbers)
    out = {}
    for one in queries.rows(ws, "customer", numbers, ("name", "short_name", "phone", "mobile")):
        found = reach.get(one.id)
        phone = one["phone"] or one["mobile"]
        if found and found.phone:
            phone = found.phone
        out[one.id] = (one["short_name"] or one.title, found.name if found else "", phone, notes.get(one.id, ""))
    return out


def last_notes(ws: Workspace, customers: Sequence[int]) -> dict[int, str]:
    """What was said last to each customer, in one line."""
    sql = (
        "SELECT value, (SELECT text FROM activity WHERE customer = value ORDER BY done_at DESC, id DESC LIMIT 1)"
        " FROM json_each(?)"
    )
    with ws.book.reading() as connection:
        rows = connection.execute(sql, (json.dumps(list(customers)),)).fetchall()
    return {number: " ".join(text.split()) for number, text in rows if text}


def late_dates(ws: Workspace, today: date) -> list[int]:
    """The customers whose follow-up date is past and who have no open reminder."""
    return dates_alone(ws, None, today, -1)


def dates_alone(ws: Workspace, first: date | None, last: date, limit: int) -> list[int]:
    """Customers with a follow-up date from one day to another (the last left out) and without an open reminder."""
    sql = (
        "SELECT id FROM customer WHERE next_follow_up_on >= ? AND next_follow_up_on < ?"
        f" AND {UNREMINDED} ORDER BY next_follow_up_on, id LIMIT ?"
    )
    with ws.book.reading() as connection:
        rows = connection.execute(sql, (first.isoformat() if first else "", last.isoformat(), limit)).fetchall()
    return [row[0] for row in rows]


def due_count(ws: Workspace, first: datetime | None, last: datetime) -> int:
    """How many reminders are open, and customers with a date but no open reminder, from one midnight to another.

    Beyond ``MOST`` nobody works by the number any more: it stops there.
    """
    dates = ((first.date().isoformat() if first else ""), last.date().isoformat())
    customers = (
        f"SELECT 1 FROM customer WHERE next_follow_up_on >= ? AND next_follow_up_on < ? AND {UNREMINDED} LIMIT ?"
    )
    found = open_count(ws, first, last)
    if found < MOST:
        with ws.book.reading() as connection:
            found += int(connection.execute(f"SELECT count(*) FROM ({customers})", (*dates, MOST - found)).get)
    return found


def next_times(ws: Workspace, customers: Sequence[int]) -> dict[int, tuple[datetime, bool, str]]:
    """When the first open reminder about each of these customers is due, whether all day, and what it says."""
    sql = (
        "SELECT about_id, due_at, all_day, zone, text FROM reminder WHERE about_kind='customer' AND done_at IS NULL"
        " AND about_id IN (SELECT value FROM json_each(?))"
    )
    here = zone_of(ws.clock.zone_name())
    with ws.book.reading() as connection:
        rows = connection.execute(sql, (json.dumps(list(customers)),)).fetchall()
    found: dict[int, tuple[datetime, bool, str]] = {}
    for number, due, all_day, zone, text in rows:
        at = seen_at(due, bool(all_day), zone or "", here)
        if number not in found or at < found[number][0]:
            found[number] = (at, bool(all_day), text or "")
    return found


def own_kinds(ws: Workspace) -> dict[str, str]:
    """The user's own words for kinds of conversation, each with its code."""
    return {
        str(one.label): one.code
        for one in ws.dictionary.type("activity").field("kind").offered
        if isinstance(one.label, Own)
    }
