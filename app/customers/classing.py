"""Classes and fitting statuses of the book's customers: read from the deals, proposed, and set on request."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.customers.classes import Deals, Fit, Reason, fitting, pareto, rfm, segment
from app.records.workspace import Workspace
from app.shared.errors import Cancelled
from app.shared.i18n import N_, _
from app.shared.money import from_minor
from app.shared.settings import Setting
from db.changes import ChangeSet

DORMANT_DAYS = Setting("dormant_days", 365)
AUTOMATIC = Setting("status_automatic", False)
_WATCHED = ("prospect", "active", "dormant", "public_pool", "lost")
_EVERY = 5000
Cancel = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Proposal:
    """Another status for a customer, as the rules find it."""

    customer: int
    name: str
    status: str
    fit: Fit


@dataclass(frozen=True, slots=True)
class Standing:
    """What the deals with a customer make of it.

    Attributes:
        grade: A, B or C by sales. scores: recency, frequency and money, 1 to 5. group: of ``classes.SEGMENTS``.
    """

    customer: int
    name: str
    grade: str
    scores: tuple[int, int, int]
    group: str
    deals: int
    total: Decimal
    last: date


def deals(ws: Workspace) -> dict[int, Deals]:
    """The deals with each customer: quotes that were won. Those in another currency count without their amount."""
    days: dict[int, list[date]] = defaultdict(list)
    totals: dict[int, int] = defaultdict(int)
    sql = (
        "SELECT customer, coalesce(won_on, date) AS day, total, currency FROM quote"
        " WHERE status='won' AND customer IS NOT NULL ORDER BY day"
    )
    with ws.book.reading() as connection:
        for customer, day, total, currency in connection.execute(sql):
            days[customer].append(date.fromisoformat(day))
            if currency in (None, "", ws.currency):
                totals[customer] += total or 0
    return {customer: Deals(tuple(found), totals[customer]) for customer, found in days.items()}


def proposals(ws: Workspace, cancelled: Cancel = lambda: False) -> list[Proposal]:
    """The customers whose status does not fit, by name. Raises Cancelled."""
    known, today, usual = deals(ws), ws.clock.today(), ws.setting(DORMANT_DAYS)
    found: list[Proposal] = []
    sql = (
        f"SELECT id, name, status, last_contact_on FROM customer WHERE status IN ({', '.join('?' * len(_WATCHED))})"
        " AND (last_contact_on IS NOT NULL OR id IN (SELECT value FROM json_each(?)))"
    )
    with ws.book.reading() as connection:
        for at, (number, name, status, contact) in enumerate(
            connection.execute(sql, (*_WATCHED, json.dumps(list(known))))
        ):
            if at % _EVERY == 0 and cancelled():
                raise Cancelled("")
            days = known[number].days if number in known else ()
            fit = fitting(status, days, date.fromisoformat(contact) if contact else None, today, usual)
            if fit is not None:
                found.append(Proposal(number, name or "", status, fit))
    return sorted(found, key=lambda one: (one.fit.status, one.name))


def accept(ws: Workspace, wanted: Sequence[Proposal], *, alone: bool = False) -> ChangeSet:
    """Set the proposed statuses, as one operation; ``alone``: the program does it by itself, and Ctrl+Z passes it by."""
    name = N_("Set the status of {title} by the rules") if len(wanted) == 1 else N_("Set {count} statuses by the rules")
    begin = ws.beside if alone else ws.operation
    with begin(name, title=wanted[0].name if wanted else "", count=len(wanted)) as op:
        op.update_many("customer", [(one.customer, {"status": one.fit.status}) for one in wanted])
    return op.changes


def accept_automatically(ws: Workspace, cancelled: Cancel = lambda: False) -> ChangeSet | None:
    """Set what the rules find, where the user wants that by itself; None when there is nothing to do."""
    if not ws.setting(AUTOMATIC):
        return None
    found = proposals(ws, cancelled)
    return accept(ws, found, alone=True) if found else None


def standings(ws: Workspace) -> list[Standing]:
    """All customers who bought, the largest first."""
    known = deals(ws)
    grades, scores = pareto({number: one.total for number, one in known.items()}), rfm(known)
    sql = "SELECT id, name FROM customer WHERE id IN (SELECT value FROM json_each(?))"
    with ws.book.reading() as connection:
        names = dict(connection.execute(sql, (json.dumps(list(known)),)).fetchall())
    found = [
        Standing(
            number, names.get(number) or "", grades.get(number, ""), scores[number], segment(scores[number]),
            len(one.days), from_minor(one.total, ws.currency), one.last,
        )
        for number, one in known.items()
    ]  # fmt: skip
    return sorted(found, key=lambda one: (-one.total, one.name))


def said(fit: Fit) -> str:
    """Why a status fits, in the language in use."""
    return {
        Reason.DEAL: _("Bought {days} days ago"),
        Reason.RHYTHM: _("Nothing bought for {days} days, more than twice as long as usual"),
        Reason.QUIET: _("Nothing for {days} days"),
        Reason.GIVEN_UP: _("Dormant, and nothing heard for {days} days"),
    }[fit.reason].format(days=f"{fit.days:,}")
