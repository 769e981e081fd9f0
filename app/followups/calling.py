"""The calls of the week: customers not traded for a year, dealt on Monday so that all come round.

The last trade is the last quote that was won, and who bought before without a quote in the book (as its status tells)
counts too: they are the customers of the view “Not traded for a year”. As long as a book knows of no deal at all, the
calls go by the last contact.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from app.customers.queries import reaches
from app.followups import commands
from app.followups.settings import CALLS_DAYS, CALLS_NUMBER, CALLS_ON, CALLS_REST
from app.records import queries
from app.records.workspace import Workspace
from app.shared.i18n import N_, translate
from app.shared.money import from_minor
from app.shared.phones import Phone
from db.changes import ChangeSet

POOL = "public_pool"
BOUGHT = ("active", "dormant", POOL, "lost")
"""Statuses of those who bought before, and of those given up since they were dealt."""
GIVEN_UP = N_("Given up, to the public pool")
_WON = "SELECT sum(total) FROM quote WHERE customer = c.id AND status = 'won' AND currency = ?2"
# What was dealt before and what was won is gathered once: asked for each customer it takes seconds of a million.
_DEALT = "dealt AS MATERIALIZED (SELECT customer, max(week) AS week FROM calling GROUP BY customer)"
_FREE = (
    " AND coalesce(c.status, '') NOT IN ('public_pool', 'lost') AND coalesce(c.kind, '') <> 'supplier'"
    " AND coalesce(c.next_follow_up_on, '') < ?3"
    " AND (d.week IS NULL OR d.week <= ?4)"
)
# The whole index that holds all this is read through: way by way a million customers took 2 s.
_TRADED = (
    f"WITH {_DEALT} SELECT c.id, d.week, CASE WHEN c.last_deal_on IS NULL THEN 0"
    " ELSE coalesce((SELECT sum(total) FROM quote WHERE customer = c.id AND status = 'won' AND currency = ?1), 0)"
    " END AS amount FROM customer AS c LEFT JOIN dealt AS d ON d.customer = c.id"
    " WHERE (+c.last_deal_on <= ?2 OR (+c.last_deal_on IS NULL AND +c.status IN ('active', 'dormant')))"
    f"{_FREE}"
)
_SILENT = (
    "SELECT c.id, d.week, 0 AS amount FROM customer AS c LEFT JOIN dealt AS d ON d.customer = c.id"
    f" WHERE {{since}} <= ?2 AND ?1 <> ''{_FREE}"
)


@dataclass(frozen=True, slots=True)
class Call:
    """One customer to call this week.

    Attributes:
        last: the day of the last trade, or contact when the calls go by that; None when unknown.
        amount: what was won from it in all.
        done: when it was called; ``outcome`` says what came of it.
    """

    id: int
    customer: int
    name: str
    last: date | None
    amount: Decimal | None
    phone: Phone | None
    done: datetime | None
    outcome: str


@dataclass(frozen=True, slots=True)
class Calls:
    """The calls of a week, those that are done as well; ``traded``: they go by the last deal, not the last contact."""

    week: date
    items: tuple[Call, ...]
    traded: bool = False

    @property
    def done(self) -> int:
        """How many have been called."""
        return sum(one.done is not None for one in self.items)


def monday(day: date) -> date:
    """The first day of a day's week."""
    return day - timedelta(days=day.weekday())


def deal(ws: Workspace) -> ChangeSet:
    """Deal the calls of this week if that was not done yet; one operation beside the undo, or none.

    Who was never dealt comes first, the largest amount won in the past before the others; then who was dealt the longest
    ago, and nobody twice within the weeks of rest: so all come round. Customers with a next step are left out.
    """
    week = monday(ws.clock.today())
    if not ws.setting(CALLS_ON) or _count(ws, week):
        return ChangeSet()
    chosen = candidates(ws, ws.setting(CALLS_NUMBER))
    if not chosen:
        return ChangeSet()
    with ws.beside(N_("Calls of the week: {count} customers"), count=len(chosen)) as op:
        op.insert_many(
            "calling",
            [{"customer": number, "week": week, "position": place} for place, number in enumerate(chosen, 1)],
        )
    return op.changes


def candidates(ws: Workspace, limit: int) -> list[int]:
    """The customers who would be dealt now, in their order."""
    today = ws.clock.today()
    cutoff = (today - timedelta(days=ws.setting(CALLS_DAYS))).isoformat()
    rest = (monday(today) - timedelta(weeks=ws.setting(CALLS_REST))).isoformat()
    if has_deals(ws):
        found = _TRADED
    else:
        # Two ways to be silent, each by its own index: heard long ago, or never heard and in the book for long.
        heard = _SILENT.format(since="c.last_contact_on")
        never = _SILENT.format(since="c.last_contact_on IS NULL AND c.created_on")
        found = f"WITH {_DEALT} SELECT id FROM ({heard} UNION ALL {never})"
    sql = f"{found} ORDER BY week IS NOT NULL, week, amount DESC, id LIMIT ?5"
    with ws.book.reading() as connection:
        rows = connection.execute(sql, (ws.currency, cutoff, today.isoformat(), rest, max(0, limit))).fetchall()
    return [row[0] for row in rows]


def has_deals(ws: Workspace) -> bool:
    """Whether the book knows of any deal."""
    with ws.book.reading() as connection:
        sql = "SELECT EXISTS(SELECT 1 FROM customer WHERE last_deal_on IS NOT NULL)"
        return bool(connection.execute(sql).get)


def calls(ws: Workspace) -> Calls:
    """The calls of this week."""
    week = monday(ws.clock.today())
    sql = (
        "SELECT k.id, c.id, coalesce(nullif(c.short_name, ''), c.name), c.last_contact_on, k.done_at, k.outcome,"
        f" c.last_deal_on, c.status, ({_WON})"
        " FROM calling AS k JOIN customer AS c ON c.id = k.customer WHERE k.week = ?1 ORDER BY k.position, k.id"
    )
    with ws.book.reading() as connection:
        rows = connection.execute(sql, (week.isoformat(), ws.currency)).fetchall()
    reach = reaches(ws, [row[1] for row in rows])
    traded = has_deals(ws) and all(row[6] or row[7] in BOUGHT for row in rows)
    out = []
    for number, customer, name, contact, done, outcome, won, _status, total in rows:
        last = won if traded else contact
        phone = reach[customer].phone if customer in reach else None
        out.append(
            Call(
                number,
                customer,
                name,
                date.fromisoformat(last) if last else None,
                from_minor(total, ws.currency) if total else None,
                phone,
                datetime.fromisoformat(done) if done else None,
                outcome or "",
            )
        )
    return Calls(week, tuple(out), traded)


def called(ws: Workspace, call: int, outcome: str) -> ChangeSet:
    """Tick a call off with what came of it: it is logged with the customer, and a time in it sets a reminder.

    Raises:
        InvalidValue: the outcome is empty. NotFound: there is no such call.
    """
    record = queries.get(ws, "calling", call)
    title = queries.titles(ws, "customer", (record["customer"],)).get(record["customer"], "")
    now = ws.clock.now_wall().replace(second=0, microsecond=0)
    with ws.operation(N_("Called {title}"), title=title) as op:
        commands.log(ws, record["customer"], outcome, kind="call", now=now)
        op.update("calling", call, {"done_at": now, "outcome": outcome.strip()})
    return op.changes


def give_up(ws: Workspace, call: int) -> ChangeSet:
    """Let a customer go to the public pool; the call is ticked off. Raises NotFound."""
    record = queries.get(ws, "calling", call)
    title = queries.titles(ws, "customer", (record["customer"],)).get(record["customer"], "")
    now = ws.clock.now_wall().replace(second=0, microsecond=0)
    with ws.operation(N_("To the public pool: {title}"), title=title) as op:
        op.update("customer", record["customer"], {"status": POOL})
        op.update("calling", call, {"done_at": now, "outcome": translate(GIVEN_UP)})
    return op.changes


def reopen(ws: Workspace, call: int) -> ChangeSet:
    """Take the tick off a call; what was logged stays. Raises NotFound."""
    record = queries.get(ws, "calling", call)
    title = queries.titles(ws, "customer", (record["customer"],)).get(record["customer"], "")
    with ws.operation(N_("Not called yet: {title}"), title=title) as op:
        op.update("calling", call, {"done_at": None, "outcome": None})
    return op.changes


def _count(ws: Workspace, week: date) -> int:
    with ws.book.reading() as connection:
        return int(connection.execute("SELECT count(*) FROM calling WHERE week = ?", (week.isoformat(),)).get)
