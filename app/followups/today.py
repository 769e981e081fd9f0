"""What the day brings: overdue, today, next; quotes to watch; birthdays."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from app.followups.birthdays import coming
from app.followups.due import MOST, due_ids, ticked_ids
from app.followups.queries import Item, date_items, dates_alone, reminder_items
from app.followups.queries import due_count as count_due
from app.followups.settings import BIRTHDAY_DAYS, EXPIRING_DAYS, NEXT_DAYS, UNANSWERED_DAYS
from app.records import queries
from app.records.workspace import Workspace

OVERDUE_SHOWN = 20
TODAY_SHOWN = 200
EVERYTHING = 2**31


@dataclass(frozen=True, slots=True)
class Section:
    """One part of the agenda: what is shown of it, how many open items it has in all, and how many are ticked off."""

    items: tuple[Item, ...]
    count: int
    done: int = 0

    @property
    def more(self) -> int:
        """How many open items are not shown."""
        return max(0, self.count - sum(item.done is None for item in self.items))

    @property
    def uncounted(self) -> bool:
        """Whether there are more than were counted."""
        return self.count >= MOST


@dataclass(frozen=True, slots=True)
class Agenda:
    """The agenda of a day."""

    day: date
    overdue: Section
    today: Section
    next: Section

    @property
    def due(self) -> int:
        """How many items are due or late: the number beside Today in the sidebar."""
        return self.overdue.count + self.today.count


@dataclass(frozen=True, slots=True)
class QuoteToWatch:
    """A quote that wants something: ``reason`` is draft, expired, expiring or unanswered; ``days`` how many of them."""

    id: int
    number: str
    customer: int | None
    name: str
    total: Decimal | None
    currency: str
    reason: str
    days: int


@dataclass(frozen=True, slots=True)
class Birthday:
    """A birthday to come. ``kind`` and ``id`` name the contact, or the customer who is a person."""

    kind: str
    id: int
    customer: int
    name: str
    company: str
    day: date
    lunar: bool = False


def agenda(ws: Workspace, *, overdue: int = OVERDUE_SHOWN, today: int = TODAY_SHOWN, following: int = 8) -> Agenda:
    """Overdue, today and next, of reminders and of follow-up dates that stand on customers without a reminder.

    Args:
        overdue, today, following: how many items of each part to show at most.
    """
    day = ws.clock.today()
    start, end = datetime.combine(day, time()), datetime.combine(day + timedelta(days=1), time())
    horizon = end + timedelta(days=ws.setting(NEXT_DAYS))
    late = _section(ws, None, start, day, overdue)
    now = _section(ws, start, end, day, today)
    later = _section(ws, end, horizon, day, following)
    return Agenda(day, late, now, later)


def due_count(ws: Workspace) -> int:
    """How many items are due today or late."""
    end = datetime.combine(ws.clock.today() + timedelta(days=1), time())
    return count_due(ws, None, end)


def _section(ws: Workspace, first: datetime | None, last: datetime, day: date, limit: int) -> Section:
    numbers = due_ids(ws, first, last, limit)
    ticked = ticked_ids(ws, datetime.combine(day, time()), first, last, limit)
    alone = dates_alone(ws, first.date() if first else None, last.date(), limit)
    items = reminder_items(ws, [*numbers, *ticked]) + date_items(ws, alone)
    items.sort(key=lambda item: (item.due.date(), item.all_day, item.due, item.key))
    shown: list[Item] = []
    left = limit
    for item in items:
        if item.done is not None:
            shown.append(item)
        elif left:
            shown.append(item)
            left -= 1
    return Section(tuple(shown), count_due(ws, first, last), len(ticked))


def quotes_to_watch(ws: Workspace, limit: int = 20) -> list[QuoteToWatch]:
    """Drafts, and sent quotes that expire soon, have expired, or have had no answer for some days."""
    today = ws.clock.today()
    soon = today + timedelta(days=ws.setting(EXPIRING_DAYS))
    waited = ws.clock.now_utc() - timedelta(days=ws.setting(UNANSWERED_DAYS))
    # Newest first by one index: without the plus signs all quotes that ever expired would be gathered and sorted.
    sql = "SELECT id FROM quote WHERE status = ? {} ORDER BY date DESC, id DESC LIMIT ?"
    found: dict[int, None] = {}
    with ws.book.reading() as connection:
        for condition, values in (
            ("", ("draft",)),
            ("AND +valid_until <= ?", ("sent", soon.isoformat())),
            ("AND +sent_at <= ?", ("sent", waited.isoformat(timespec="seconds"))),
        ):
            rows = connection.execute(sql.format(condition), (*values, limit))
            found |= dict.fromkeys(row[0] for row in rows)
    fields = ("number", "customer", "status", "valid_until", "sent_at", "total", "currency")
    records = queries.rows(ws, "quote", list(found)[: 2 * limit], fields)
    names = _names(ws, [one["customer"] for one in records if one["customer"]])
    out = []
    for one in records:
        reason, days = _reason(one.values, today, soon)
        customer = one["customer"]
        name = names.get(customer, "")
        watched = QuoteToWatch(one.id, one["number"], customer, name, one["total"], one["currency"], reason, days)
        out.append(watched)
    return out[:limit]


def _reason(quote: Any, today: date, soon: date) -> tuple[str, int]:
    if quote["status"] == "draft":
        return "draft", 0
    last: date | None = quote["valid_until"]
    if last is not None and last <= soon:
        return ("expired", (today - last).days) if last < today else ("expiring", (last - today).days)
    sent = quote["sent_at"]
    return "unanswered", (today - sent.astimezone().date()).days if sent else 0


def birthdays(ws: Workspace, limit: int = 20) -> list[Birthday]:
    """Birthdays of contacts, and of customers who are persons, from today on for some days, the nearest first."""
    found = coming(ws, ws.setting(BIRTHDAY_DAYS), 10 * limit)
    people = queries.rows(ws, "contact", [one.id for one in found if one.kind == "contact"], ("name", "customer"))
    contacts = {one.id: one for one in people}
    persons = [one.id for one in found if one.kind == "customer"]
    names = _names(ws, [one["customer"] for one in people] + persons)
    out = []
    for one in found:
        if one.kind == "customer":
            out.append(Birthday("customer", one.id, one.id, names.get(one.id, ""), "", one.day, one.lunar))
        elif (who := contacts.get(one.id)) is not None:
            company = names.get(who["customer"], "")
            out.append(Birthday("contact", one.id, who["customer"], who.title, company, one.day, one.lunar))
    return sorted(out, key=lambda one: (one.day, one.name))[:limit]


def _names(ws: Workspace, customers: list[int]) -> dict[int, str]:
    records = queries.rows(ws, "customer", customers, ("name", "short_name"))
    return {one.id: one["short_name"] or one.title for one in records}
