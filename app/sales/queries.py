"""Reading quotes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from app.records import queries
from app.records.queries import Condition, Order
from app.records.record import Record
from app.records.workspace import Workspace
from app.sales.document import gather
from app.sales.view import LINE_FIELDS, Line, QuoteView
from reports.documents import QuoteDocument, quote_from_json

_LAST_QUOTES = 500


@dataclass(frozen=True, slots=True)
class QuoteRow:
    """A quote in a list."""

    id: int
    number: str
    revision: int
    status: str
    customer: int | None
    customer_name: str
    project: str
    date: dt.date
    valid_until: dt.date | None
    currency: str
    total: Decimal | None
    sent_at: dt.datetime | None


@dataclass(frozen=True, slots=True)
class Revision:
    """A version that was sent."""

    id: int
    label: str
    sent_at: dt.datetime
    language: str


@dataclass(frozen=True, slots=True)
class LastPrice:
    """What a customer was last quoted for a product."""

    price: Decimal
    date: dt.date
    number: str


def quote(ws: Workspace, quote_id: int) -> QuoteView:
    """A quote with its lines. Raises NotFound."""
    record = queries.get(ws, "quote", quote_id)
    customer, contact = record["customer"], record["contact"]
    return QuoteView(
        id=record.id,
        number=record["number"],
        revision=record["revision"] or 0,
        status=record["status"],
        date=record["date"],
        valid_until=record["valid_until"],
        customer=customer,
        customer_name=_title(ws, "customer", customer),
        contact=contact,
        contact_name=_title(ws, "contact", contact),
        project=record["project"] or "",
        currency=record["currency"],
        tax_included=bool(record["tax_included"]),
        discount=record["discount"],
        discount_percent=record["discount_percent"],
        freight=record["freight"],
        freight_tax_rate=record["freight_tax_rate"],
        rounding=record["rounding"] or "none",
        delivery_terms=record["delivery_terms"] or "",
        payment_terms=record["payment_terms"] or "",
        terms=record["terms"] or "",
        remarks=record["remarks"] or "",
        language=record["language"] or "zh",
        sent_at=record["sent_at"],
        lines=lines(ws, quote_id),
        own={one.name: record[one.name] for one in ws.dictionary.type("quote").fields if one.custom},
        won_on=record["won_on"],
        delivered_on=record["delivered_on"],
        due_on=record["due_on"],
        received=record["received"],
        contract_number=record["contract_number"] or "",
    )


def lines(ws: Workspace, quote_id: int) -> tuple[Line, ...]:
    """The lines of a quote in their order."""
    where = (Condition("quote", "=", quote_id),)
    numbers = queries.ids(ws, "quote_line", where, order=(("position", False),))
    return tuple(_line(record) for record in queries.rows(ws, "quote_line", numbers, LINE_FIELDS))


def list_rows(ws: Workspace, numbers: Sequence[int]) -> list[QuoteRow]:
    """Quotes as a list shows them, in the order of their ids."""
    fields = [
        "number", "revision", "status", "customer", "project", "date", "valid_until", "currency", "total", "sent_at",
    ]  # fmt: skip
    records = queries.rows(ws, "quote", numbers, fields)
    names = queries.titles(ws, "customer", [record["customer"] for record in records if record["customer"]])
    return [
        QuoteRow(
            record.id,
            record["number"],
            record["revision"] or 0,
            record["status"],
            record["customer"],
            names.get(record["customer"], ""),
            record["project"] or "",
            record["date"],
            record["valid_until"],
            record["currency"],
            record["total"],
            record["sent_at"],
        )
        for record in records
    ]


def of_customer(ws: Workspace, customer: int, limit: int | None = None) -> list[QuoteRow]:
    """The quotes of a customer, newest first."""
    order: Order = (("date", True), ("id", True))
    return list_rows(ws, queries.ids(ws, "quote", (Condition("customer", "=", customer),), order, limit=limit))


def document(ws: Workspace, quote_id: int, language: str = "") -> QuoteDocument:
    """The quote as it prints now, in a language (``zh`` or ``en``; the quote's own when empty). Raises NotFound."""
    return gather(ws, quote(ws, quote_id), language)


def preview(ws: Workspace, view: QuoteView, language: str = "") -> QuoteDocument:
    """The page of a quote that is still being typed."""
    return gather(ws, view, language)


def revisions(ws: Workspace, quote_id: int) -> list[Revision]:
    """The versions that were sent, first to last."""
    records = queries.linked(ws, "quote_revision", "quote", quote_id)
    return [Revision(one.id, one["label"], one["sent_at"], one["language"] or "") for one in records]


def revision_document(ws: Workspace, revision: int) -> QuoteDocument:
    """The very document that was sent. Raises NotFound."""
    return quote_from_json(queries.get(ws, "quote_revision", revision)["document"])


def last_price(ws: Workspace, customer: int | None, product: int, *, besides: int | None = None) -> LastPrice | None:
    """What the customer was last quoted for the product, in another quote than ``besides``."""
    if not customer:
        return None
    numbers = queries.ids(
        ws, "quote", (Condition("customer", "=", customer),), (("date", True), ("id", True)), limit=_LAST_QUOTES
    )
    wanted = [number for number in numbers if number != besides]
    found = queries.ids(ws, "quote_line", (Condition("product", "=", product), Condition("quote", "in", wanted)))
    records = [one for one in queries.rows(ws, "quote_line", found, ("quote", "price")) if one["price"] is not None]
    if not records:
        return None
    newest = min(records, key=lambda one: wanted.index(one["quote"]))
    header = queries.rows(ws, "quote", (newest["quote"],), ("number", "date"))[0]
    return LastPrice(newest["price"], header["date"], header["number"])


def _line(record: Record) -> Line:
    values = {name: record[name] for name in LINE_FIELDS}
    for name in ("name", "specification", "unit"):
        values[name] = values[name] or ""
    values["tax_exempt"] = bool(values["tax_exempt"])
    return Line(id=record.id, **values)


def _title(ws: Workspace, kind: str, number: int | None) -> str:
    return queries.titles(ws, kind, (number,)).get(number, "") if number else ""
