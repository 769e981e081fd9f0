"""Money that customers owe for won quotes, and what they pay of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from app.followups.rules import NO_CONTACT
from app.records.commands import checked
from app.records.workspace import Workspace
from app.sales.queries import quote
from app.shared.errors import InvalidValue, KebuError
from app.shared.i18n import N_, language, translate
from app.shared.money import format_amount, from_minor
from db.changes import ChangeSet


@dataclass(frozen=True, slots=True)
class Debt:
    """A won quote that is not paid in full.

    Args:
        total, received: what it comes to, and what has come in.
        due: when it is to be paid, None when nothing was agreed.
        late: by how many days it is late, 0 or less when it is not.
    """

    id: int
    number: str
    currency: str
    total: Decimal
    received: Decimal
    due: date | None
    late: int

    @property
    def owed(self) -> Decimal:
        """What is still to be paid."""
        return self.total - self.received


def debts(ws: Workspace, customer: int) -> list[Debt]:
    """What a customer owes, the earliest day first."""
    sql = (
        "SELECT id, number, coalesce(nullif(currency, ''), ?), total, coalesce(received, 0), due_on FROM quote"
        " WHERE customer = ? AND outstanding > 0 ORDER BY due_on IS NULL, due_on, id"
    )
    with ws.book.reading() as connection:
        rows = connection.execute(sql, (ws.currency, customer)).fetchall()
    today, out = ws.clock.today(), []
    for number, code, money, total, received, said in rows:
        due = date.fromisoformat(said) if said else None
        amounts = from_minor(total, money), from_minor(received, money)
        out.append(Debt(number, code, money, *amounts, due, (today - due).days if due else 0))
    return out


def sums(found: list[Debt]) -> list[tuple[str, Decimal]]:
    """What is owed in each currency, the one with most debts first; they are never added up."""
    held: dict[str, list[Decimal]] = {}
    for one in found:
        held.setdefault(one.currency, []).append(one.owed)
    return [(money, sum(held[money], Decimal(0))) for money in sorted(held, key=lambda one: (-len(held[one]), one))]


def receive(ws: Workspace, quote_id: int, values: dict[str, Any]) -> ChangeSet:
    """Note that money came in for a won quote: the amount received grows, and the customer's timeline tells of it.

    Args:
        values: ``amount``, ``day`` (today when empty), and ``remark``, raw or as Python values.

    Raises:
        InvalidValue: ``amount`` or ``day`` is none, or more than is owed. KebuError: the quote is not won. NotFound.
    """
    view = quote(ws, quote_id)
    if view.status != "won":
        raise KebuError(N_("Quote {number} is not won."), N_("Mark it as won first."), number=view.number)
    amount, day = _read(ws, view.currency, values)
    held, total = view.received or Decimal(0), view.totals.total
    left = total - held - amount
    if left < 0:
        raise InvalidValue(
            "amount",
            N_("Only {owed} is still owed."),
            N_("Write no more than that; what was received in all stands in the quote."),
            owed=format_amount(max(total - held, Decimal(0)), view.currency, language()),
        )
    figure = format_amount(amount, view.currency, language())
    rest = format_amount(left, view.currency, language())
    said = translate(N_("Received {amount} for {number}, {rest} left")) if left else translate(
        N_("Received {amount} for {number}, paid in full")
    )  # fmt: skip
    text = said.format(amount=figure, number=view.number, rest=rest)
    if remark := str(values.get("remark") or "").strip():
        text = translate(N_("{text} ({remark})")).format(text=text, remark=remark)
    today = ws.clock.today()
    at = ws.clock.now_wall().replace(second=0, microsecond=0) if day == today else datetime.combine(day, time())
    with ws.operation(N_("Receive {amount} for {number}"), amount=figure, number=view.number) as op:
        op.update("quote", quote_id, {"received": held + amount})
        if view.customer:
            op.insert("activity", {"customer": view.customer, "kind": NO_CONTACT, "done_at": at, "text": text})
    return op.changes


def _read(ws: Workspace, currency: str, values: dict[str, Any]) -> tuple[Decimal, date]:
    """The amount and the day that were given."""
    given = {"currency": currency, "received": values.get("amount"), "due_on": values.get("day")}
    try:
        ready = checked(ws, ws.dictionary.type("quote"), given)
    except InvalidValue as error:
        name = {"received": "amount", "due_on": "day"}.get(error.field, error.field)
        raise InvalidValue(name, error.message, error.advice, **error.values) from error
    amount: Decimal | None = ready["received"]
    if amount is None or amount <= 0:
        raise InvalidValue("amount", N_("How much came in is missing."), N_("Write an amount such as 20,000."))
    return amount, ready["due_on"] or ws.clock.today()
