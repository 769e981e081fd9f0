"""The rules about what follows a won quote: the first call after its delivery, consumables to replace, payments due.

A won quote is a book's record of a sale. What is looked for is found by indexes, the most wanted first.
"""

from __future__ import annotations

import calendar
from collections.abc import Generator
from contextlib import closing
from datetime import date, timedelta

from app.followups.wanted import Days, Maker, Wanted, first_undone
from app.records.workspace import Workspace
from app.shared.i18n import N_, language, translate
from app.shared.money import format_amount, from_minor
from app.shared.settings import Setting

DELIVERY_WAIT, DELIVERY_LATEST = Setting("rule.delivery.days", 7), Setting("rule.delivery.latest", 60)
REPLACE_LEAD, REPLACE_TIMES = Setting("rule.consumable.days", 7), Setting("rule.consumable.times", 3)
PAYMENT_LEAD, PAYMENT_LATE = Setting("rule.payment.days", 3), Setting("rule.payment.late", 7)
# So many days a month has at least.
_MONTH = 28


def delivered(ws: Workspace, today: date) -> list[Wanted]:
    """Deliveries of some days ago after which nobody spoke with the customer; of several to one customer the first."""
    wait, latest = ws.setting(DELIVERY_WAIT), ws.setting(DELIVERY_LATEST)
    if wait <= 0:
        return []
    # A call that was ticked off is a call, also where nothing was written about it.
    sql = (
        "WITH called(customer, day) AS MATERIALIZED ("
        " SELECT quote.customer, max(substr(reminder.done_at, 1, 10)) FROM reminder"
        " JOIN quote ON quote.id = reminder.about_id WHERE reminder.rule = 'delivery' AND reminder.done_at >= ?1"
        " AND reminder.about_kind = 'quote' GROUP BY 1)"
        " SELECT quote.id, quote.number, min(quote.delivered_on) FROM quote"
        " JOIN customer ON customer.id = quote.customer LEFT JOIN called ON called.customer = quote.customer"
        " WHERE quote.delivered_on >= ?1 AND quote.delivered_on <= ?2 AND +quote.status = 'won'"
        " AND coalesce(customer.last_contact_on, '') <= quote.delivered_on"
        " AND coalesce(called.day, '') <= quote.delivered_on"
        " GROUP BY +quote.customer ORDER BY 3 DESC, 1 DESC"
    )
    first, last = today - timedelta(days=max(wait, latest)), today - timedelta(days=wait)

    def found() -> Generator[Wanted, None, None]:
        values = first.isoformat(), last.isoformat()
        with ws.book.reading() as connection, closing(connection.execute(sql, values)) as rows:
            for number, code, day in rows:
                text = translate(N_("First call after the delivery of {number} on {day}")).format(number=code, day=day)
                due = date.fromisoformat(day) + timedelta(days=wait)
                yield Wanted(f"quote:{number}:{day}", "quote", number, due, text)

    return first_undone(ws, "delivery", found())


def replaced(ws: Workspace, today: date) -> list[Wanted]:
    """Products that are used up some months after a customer last bought them; they come again each period."""
    lead, times = max(0, ws.setting(REPLACE_LEAD)), ws.setting(REPLACE_TIMES)
    if times <= 0:
        return []
    # The last sale of each product to each customer. Months differ in their length: what is due is worked out below.
    sql = (
        "SELECT customer, product, max(day), quote, months, name FROM ("
        " SELECT quote.customer AS customer, quote_line.product AS product, quote.id AS quote,"
        " coalesce(quote.delivered_on, quote.won_on, quote.date) AS day,"
        " product.replace_months AS months, product.name AS name"
        " FROM product CROSS JOIN quote_line ON quote_line.product = product.id"
        " CROSS JOIN quote ON quote.id = quote_line.quote"
        " WHERE product.replace_months > 0 AND quote.status = 'won' AND quote.customer IS NOT NULL) AS sold"
        " GROUP BY customer, product"
        " HAVING max(day) <= date(?1, '-' || (months * ?2) || ' days')"
        " AND max(day) >= date(?1, '-' || (months * (?3 + 1) + 1) || ' months')"
        " AND (SELECT coalesce(one.status, '') FROM customer AS one WHERE one.id = sold.customer)"
        " NOT IN ('public_pool', 'lost')"
        " ORDER BY 3 DESC, 1, 2"
    )

    def found() -> Generator[Wanted, None, None]:
        values = (today + timedelta(days=lead)).isoformat(), _MONTH, times
        with ws.book.reading() as connection, closing(connection.execute(sql, values)) as rows:
            for customer, product, said, quote, months, name in rows:
                day = date.fromisoformat(said)
                due = _last_due(day, months, times, today + timedelta(days=lead))
                if due is None:
                    continue
                text = translate(N_("Time to replace {product}, last sold on {day}")).format(product=name, day=day)
                cause = f"quote:{quote}:{product}:{due}"
                yield Wanted(cause, "customer", customer, due - timedelta(days=lead), text)

    return first_undone(ws, "consumable", found())


def unpaid(ws: Workspace, today: date) -> list[Wanted]:
    """Won quotes that are to be paid within some days or should have been, the latest first; once more when they are late."""
    lead, late = max(0, ws.setting(PAYMENT_LEAD)), ws.setting(PAYMENT_LATE)
    sql = (
        "SELECT quote.id, number, coalesce(nullif(quote.currency, ''), ?), outstanding, due_on FROM quote"
        " WHERE outstanding > 0 AND due_on <= ?"
        " ORDER BY due_on, quote.id"
    )

    def found() -> Generator[Wanted, None, None]:
        values = ws.currency, (today + timedelta(days=lead)).isoformat()
        with ws.book.reading() as connection, closing(connection.execute(sql, values)) as rows:
            for number, code, money, owed, said in rows:
                due, amount = date.fromisoformat(said), format_amount(from_minor(owed, money), money, language())
                cause = f"quote:{number}:{due}:{owed}"
                if late > 0 and (today - due).days >= late:
                    text = translate(N_("{amount} for {number} is late: it was due on {day}"))
                    day, cause = due + timedelta(days=late), f"{cause}:late"
                else:
                    text, day = translate(N_("{amount} for {number}, due on {day}")), due - timedelta(days=lead)
                text = text.format(amount=amount, number=code, day=due)
                yield Wanted(cause, "quote", number, day, text, priority="high" if due < today else "")

    return first_undone(ws, "payment", found())


def months_after(day: date, months: int) -> date:
    """The same day some months later, or the last of that month; the last day of all where that is too far."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _last_due(day: date, months: int, times: int, until: date) -> date | None:
    """The last time until a day at which something sold on a day is to be replaced, None when there is none.

    It comes only so many times: who never bought it again does without it.
    """
    if until >= months_after(day, months * (times + 1)):
        return None
    return max((due for one in range(1, times + 1) if (due := months_after(day, months * one)) <= until), default=None)


MAKERS = (
    Maker(
        "delivery",
        N_("First call after delivery"),
        N_(
            "Some days after a won quote was delivered, when nobody has spoken with the customer since; it goes with a"
            " conversation, or when it has become too late to ask."
        ),
        ("quote", "customer", "activity"),
        (
            Days(DELIVERY_WAIT, N_("days after delivery")),
            Days(DELIVERY_LATEST, N_("days after delivery at the latest")),
        ),
        delivered,
    ),
    Maker(
        "consumable",
        N_("Consumables"),
        N_(
            "When a product is to be replaced, by the months that stand in it, after the delivery of a won quote; it goes"
            " when the customer buys it again, else it comes again each period."
        ),
        ("quote", "quote_line", "product", "customer"),
        (Days(REPLACE_LEAD, N_("days before")), Days(REPLACE_TIMES, N_("times at most"))),
        replaced,
    ),
    Maker(
        "payment",
        N_("Payment due"),
        N_(
            "Some days before a won quote is to be paid, and once more when it is late; it goes when all has been received."
        ),
        ("quote",),
        (Days(PAYMENT_LEAD, N_("days before")), Days(PAYMENT_LATE, N_("days late, once more"))),
        unpaid,
    ),
)
