"""Logging conversations and keeping reminders; the dates on the customer follow in the same operation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import Any

from app.followups import series
from app.followups.notifying import zone_of
from app.followups.queries import (
    clock_time,
    contact_in,
    customer_of,
    open_days,
    people,
    read_log,
    resolve_customer,
    understood,
)
from app.followups.rules import (
    NO_CONTACT,
    Next,
    ParsedLog,
    Snooze,
    last_contact,
    next_follow_up,
    snoozed,
)
from app.followups.series import tick, untick
from app.records import commands, queries
from app.records.operation import Operation
from app.records.queries import Condition
from app.records.record import Record
from app.records.workspace import Workspace
from app.shared.errors import InvalidValue, NotFound
from app.shared.i18n import N_, translate
from db.changes import ChangeSet

CALL_BACK = N_("Call back")
FOLLOW_UP = N_("Follow up")


@dataclass(frozen=True, slots=True)
class Logged:
    """A logged conversation: the activity, the reminder it set (0 when none), how it was read, and what changed."""

    activity: int
    reminder: int
    parsed: ParsedLog
    changes: ChangeSet


@dataclass(frozen=True, slots=True)
class Added:
    """A new reminder, the customer it is about (None when about nobody), and what changed."""

    reminder: int
    customer: int | None
    when: datetime
    all_day: bool
    changes: ChangeSet


def log(
    ws: Workspace,
    customer: int,
    text: str,
    *,
    now: datetime | None = None,
    contact: int | Sequence[int] | None = None,
    kind: str | None = None,
    outcome: str | None = None,
    minutes: int | None = None,
    place: str | None = None,
    follow_up: bool = True,
    default: str = "note",
) -> Logged:
    """Log what was said to a customer, and set the reminder that the sentence asks for, as one operation.

    Args:
        now: when it was said, what the user's clock shows; this moment when None.
        contact: who it was, one or several; read from the sentence when None, and 0 for nobody.
        kind: call, visit ...; read from the sentence when None, else ``default``.
        outcome: what came of it; read from the sentence when None, "" for nothing.
        place: where it was; read from the sentence when None, "" for nowhere.
        follow_up: whether a follow-up in the sentence becomes a reminder.

    Raises:
        InvalidValue: the sentence is empty. NotFound: there is no such customer.
    """
    now = _minute(now or ws.clock.now_wall())
    text = text.strip()
    if not text:
        raise InvalidValue("text", N_("There is nothing to log."), N_("Write what was said."))
    record = queries.get(ws, "customer", customer)
    parsed = read_log(ws, text, now, people(ws, customer), default)
    kind = kind or parsed.kind
    if contact is None:
        contact = parsed.contacts
    with_whom = tuple(one for one in ((contact,) if isinstance(contact, int) else contact) if one)
    values = commands.checked(
        ws,
        ws.dictionary.type("activity"),
        {
            "customer": customer,
            "contact": with_whom or None,
            "kind": kind,
            "done_at": now,
            "text": text,
            "outcome": (parsed.outcome or None) if outcome is None else outcome or None,
            "minutes": minutes,
            "place": parsed.place if place is None else place,
        },
    )
    reminder = 0
    following = parsed.next if follow_up else None
    settled = now.date() if kind != NO_CONTACT or following is not None else None
    with (
        ws.operation(N_("Log with {title}"), title=record.title) as op,
        step_with(ws, op, customer, settled=settled, contact=(kind, now.date())),
    ):
        activity = op.insert("activity", values)
        if following is not None:
            reminder = op.insert(
                "reminder", _reminder(ws, following, "customer", customer, with_whom[0] if with_whom else None)
            )
    return Logged(activity, reminder, parsed, op.changes)


def add_reminder(
    ws: Workspace,
    text: str,
    *,
    now: datetime | None = None,
    about: tuple[str, int] | None = None,
    when: datetime | date | None = None,
) -> Added:
    """Add a reminder from a sentence such as “明天上午 打电话给沈丽”.

    Args:
        about: kind and id of the record; when None, the customer whose name, or whose contact's name, the sentence
            holds, if only one fits.
        when: the time, instead of the one in the sentence; a date is for the whole day.

    Raises:
        InvalidValue: the sentence is empty. NotFound: the record is not there.
    """
    now = _minute(now or ws.clock.now_wall())
    if not text.strip():
        raise InvalidValue("text", N_("There is nothing to remind of."), N_("Write what to do."))
    parsed = understood(ws, text.strip(), now)
    if when is not None:
        parsed = _at(parsed, text.strip(), when)
    if about is None:
        found = resolve_customer(ws, parsed.text)
        about = ("customer", found) if found else None
    elif about[1] not in queries.titles(ws, about[0], (about[1],)):
        raise NotFound(N_("The record is not there."), N_("It may have been deleted."))
    customer = customer_of(ws, *about) if about else None
    contact = _named(ws, text, customer, about)
    with (
        ws.operation(N_("New reminder: {title}"), title=parsed.text) as op,
        step_with(ws, op, customer, settled=now.date()),
    ):
        number = op.insert("reminder", _reminder(ws, parsed, *(about or ("", 0)), contact))
    return Added(number, customer, parsed.when, parsed.all_day, op.changes)


def add_reminders(ws: Workspace, text: str, customers: Sequence[int], *, now: datetime | None = None) -> ChangeSet:
    """Add the same reminder about several customers, as one operation. Raises InvalidValue, NotFound."""
    with ws.operation(N_("New reminder for {count} customers"), count=len(customers)) as op:
        for customer in customers:
            add_reminder(ws, text, now=now, about=("customer", customer))
    return op.changes


def done(ws: Workspace, reminder: int, *, now: datetime | None = None) -> ChangeSet:
    """Tick a reminder off; of one that comes again the next is made with it. Raises NotFound."""
    now = _minute(now or ws.clock.now_wall())
    with in_step(ws, reminder, N_("Done: {title}")) as (op, record):
        tick(ws, op, record, now)
    return op.changes


def reopen(ws: Workspace, reminder: int) -> ChangeSet:
    """Take the tick off a reminder; the next one that came with it goes. Raises NotFound."""
    with in_step(ws, reminder, N_("Not done yet: {title}")) as (op, record):
        untick(ws, op, record)
    return op.changes


def snooze(ws: Workspace, reminder: int, until: Snooze | datetime | date, *, now: datetime | None = None) -> ChangeSet:
    """Put a reminder off: an hour, till tomorrow, for a week, or to a time or a day. Raises NotFound."""
    record = queries.get(ws, "reminder", reminder)
    values = _later(ws, _own_time(ws, record), bool(record["all_day"]), until, now)
    return _change(ws, reminder, values, N_("Put off: {title}"))


def edit_reminder(ws: Workspace, reminder: int, values: Mapping[str, Any]) -> ChangeSet:
    """Set fields of a reminder: text, due_at, all_day, kind, contact.

    Raises:
        InvalidValue: a value does not fit, or the contact is not one of the customer. NotFound.
    """
    ready = commands.checked(ws, ws.dictionary.type("reminder"), values)
    if (contact := ready.get("contact")) is not None:
        customer = _customer(ws, queries.get(ws, "reminder", reminder).values)
        if queries.get(ws, "contact", contact)["customer"] != customer:
            raise InvalidValue("contact", N_("This contact belongs to another customer."), N_("Choose one of its own."))
    return _change(ws, reminder, ready, N_("Edit reminder: {title}"))


def delete_reminder(ws: Workspace, reminder: int) -> ChangeSet:
    """Delete a reminder; what a rule made is ticked off instead, as the rule would make it again. Raises NotFound."""
    with in_step(ws, reminder, N_("Delete reminder: {title}")) as (op, record):
        if record["rule"]:
            op.update("reminder", reminder, {"done_at": _minute(ws.clock.now_wall())})
        else:
            op.delete("reminder", [reminder])
    return op.changes


def date_done(ws: Workspace, customer: int, *, now: datetime | None = None) -> ChangeSet:
    """Tick off the follow-up date that stands on a customer without a reminder; it is kept as a reminder done."""
    now = _minute(now or ws.clock.now_wall())
    return _settle_date(ws, customer, {"done_at": now}, N_("Done: follow up {title}"))


def date_snooze(
    ws: Workspace, customer: int, until: Snooze | datetime | date, *, now: datetime | None = None
) -> ChangeSet:
    """Put off the follow-up date that stands on a customer; it becomes a reminder."""
    record = queries.get(ws, "customer", customer)
    due = datetime.combine(record["next_follow_up_on"] or ws.clock.today(), time())
    return _settle_date(ws, customer, _later(ws, due, True, until, now), N_("Put off: follow up {title}"))


def edit_activity(ws: Workspace, activity: int, values: Mapping[str, Any]) -> ChangeSet:
    """Set fields of an activity; the customer's last contact follows. Raises InvalidValue, NotFound.

    ``contact`` takes one id or several; they are people of the customer.
    """
    record = queries.get(ws, "activity", activity)
    ready = commands.checked(ws, ws.dictionary.type("activity"), values)
    with ws.operation(N_("Edit conversation: {title}"), title=_short(record.title)) as op:
        op.update("activity", activity, ready)
        _recount(ws, op, record["customer"], record["done_at"].date())
    return op.changes


def delete_activity(ws: Workspace, activity: int) -> ChangeSet:
    """Delete an activity; the customer's last contact follows. Raises NotFound."""
    record = queries.get(ws, "activity", activity)
    with ws.operation(N_("Delete conversation: {title}"), title=_short(record.title)) as op:
        op.delete("activity", [activity])
        _recount(ws, op, record["customer"], record["done_at"].date())
    return op.changes


def _recount(ws: Workspace, op: Operation, customer: int, day: date) -> None:
    """Make the last contact right after a conversation of that day was changed; an older or imported date stays."""
    current = queries.rows(ws, "customer", (customer,), ("last_contact_on",))[0]["last_contact_on"]
    where = (Condition("customer", "=", customer), Condition("kind", "!=", NO_CONTACT))
    numbers = queries.ids(ws, "activity", where, (("done_at", True),), limit=1)
    newest = queries.rows(ws, "activity", numbers, ("done_at",))
    left = newest[0]["done_at"].date() if newest else None
    fresh = left if current is None or current == day else max(filter(None, (current, left)))
    if fresh != current:
        op.update("customer", customer, {"last_contact_on": fresh})


def _change(ws: Workspace, reminder: int, values: Mapping[str, Any], name: str) -> ChangeSet:
    with in_step(ws, reminder, name) as (op, _record):
        op.update("reminder", reminder, values)
    return op.changes


@contextmanager
def in_step(ws: Workspace, reminder: int, name: str) -> Iterator[tuple[Operation, Record]]:
    """An operation on one reminder, in which its customer's dates follow. Raises NotFound."""
    record = queries.get(ws, "reminder", reminder)
    with ws.operation(name, title=_short(record.title)) as op, step_with(ws, op, _customer(ws, record.values)):
        yield op, record


def _settle_date(ws: Workspace, customer: int, values: Mapping[str, Any], name: str) -> ChangeSet:
    record = queries.get(ws, "customer", customer)
    day = record["next_follow_up_on"]
    if day is None:
        raise NotFound(N_("No follow-up is set for “{title}”."), title=record.title)
    given = {
        "about_kind": "customer",
        "about_id": customer,
        "kind": "call",
        "text": translate(FOLLOW_UP),
        "due_at": datetime.combine(day, time()),
        "all_day": True,
        "zone": ws.clock.zone_name(),
        **values,
    }
    with ws.operation(name, title=record.title) as op:
        op.insert("reminder", given)
        op.update("customer", customer, {"next_follow_up_on": min(open_days(ws, customer), default=None)})
    return op.changes


def _later(
    ws: Workspace, due: datetime, all_day: bool, until: Snooze | datetime | date, now: datetime | None
) -> dict[str, Any]:
    if isinstance(until, Snooze):
        when, all_day = snoozed(due, all_day, until, now or ws.clock.now_wall())
    elif isinstance(until, datetime):
        when, all_day = _minute(until), False
    else:
        when = datetime.combine(until, due.time())
    return {"due_at": when, "all_day": all_day, "done_at": None, "zone": ws.clock.zone_name()}


def _own_time(ws: Workspace, reminder: Record) -> datetime:
    return clock_time(reminder, zone_of(ws.clock.zone_name()))


def _reminder(ws: Workspace, following: Next, kind: str, number: int, contact: int | None) -> dict[str, Any]:
    return {
        "about_kind": kind or None,
        "about_id": number or None,
        "contact": contact,
        "kind": following.kind,
        "text": following.text or translate(CALL_BACK),
        "due_at": following.when,
        "all_day": following.all_day,
        "zone": ws.clock.zone_name(),
        **(series.begun(following) if following.every else {}),
    }


def _named(ws: Workspace, text: str, customer: int | None, about: tuple[str, int] | None) -> int | None:
    """The contact whom a reminder is about, or whom its sentence names."""
    if about and about[0] == "contact":
        return about[1]
    found = contact_in(ws, customer, text) if customer else None
    return found.id if found else None


def _at(parsed: Next, text: str, when: datetime | date) -> Next:
    # An hour, or how often, is said by the time of the reminder itself.
    text = parsed.text if parsed.every or not parsed.all_day else text
    if isinstance(when, datetime):
        return replace(parsed, when=_minute(when), all_day=False, text=text)
    return replace(parsed, when=datetime.combine(when, time()), all_day=True, text=text)


def _customer(ws: Workspace, reminder: Mapping[str, Any]) -> int | None:
    if not reminder.get("about_kind") or not reminder.get("about_id"):
        return None
    return customer_of(ws, reminder["about_kind"], reminder["about_id"])


@contextmanager
def step_with(
    ws: Workspace,
    op: Operation,
    customer: int | None,
    *,
    settled: date | None = None,
    contact: tuple[str, date] | None = None,
) -> Iterator[None]:
    """Keep the customer's dates right over what the block does with its reminders and conversations."""
    before = open_days(ws, customer) if customer else []
    yield
    if not customer:
        return
    record = queries.rows(ws, "customer", (customer,), ("last_contact_on", "next_follow_up_on"))[0]
    current: dict[str, Any] = dict(record.values)
    fresh: dict[str, Any] = {
        "next_follow_up_on": next_follow_up(
            current["next_follow_up_on"], before, open_days(ws, customer), settled=settled
        )
    }
    if contact is not None:
        fresh["last_contact_on"] = last_contact(current["last_contact_on"], *contact)
    changed = {name: value for name, value in fresh.items() if value != current[name]}
    if changed:
        op.update("customer", customer, changed)


def _minute(moment: datetime) -> datetime:
    return moment.replace(second=0, microsecond=0)


def _short(text: str, most: int = 40) -> str:
    line = text.split("\n", 1)[0]
    return line if len(line) <= most else line[: most - 1] + "…"
