"""Gathering what a printed quote says: the quote, the customer, the contact and the user's own company."""

from __future__ import annotations

from app.records import queries
from app.records.record import Record
from app.records.workspace import Workspace
from app.sales.view import QuoteView
from app.settings.letterhead import letterhead
from app.settings.queries import company
from app.shared import phones
from app.shared.i18n import normalise
from app.shared.phones import Phone
from reports.documents import (
    DocumentLine,
    DocumentTax,
    DocumentTotals,
    Party,
    QuoteDocument,
)


def gather(ws: Workspace, view: QuoteView, language: str = "") -> QuoteDocument:
    """The document of a quote in a language, the quote's own when it is empty."""
    language = normalise(language or view.language or "zh")
    chinese = language == "zh_CN"
    own = company(ws)
    figures = view.totals
    return QuoteDocument(
        language=language,
        number=view.number,
        revision=view.printed_revision,
        date=view.date,
        valid_until=view.valid_until,
        currency=view.currency,
        letterhead=letterhead(own, chinese),
        customer=_customer(ws, view, chinese),
        sender=_sender(own, chinese),
        project=view.project,
        lines=tuple(
            DocumentLine(
                line.name or line.specification,
                line.specification if line.name else "",
                line.unit,
                line.quantity,
                line.price,
                line.discount_percent,
                line.tax_rate,
                line.tax_exempt,
                amount,
            )
            for line, amount in zip(view.lines, figures.amounts, strict=True)
        ),
        totals=DocumentTotals(
            figures.subtotal,
            figures.discount,
            figures.freight,
            figures.net,
            tuple(DocumentTax(tax.rate, tax.exempt, tax.base, tax.tax) for tax in figures.taxes),
            figures.tax_included,
            figures.rounding_difference,
            figures.total,
        ),
        payment_terms=view.payment_terms,
        delivery_terms=view.delivery_terms,
        terms=tuple(view.terms.splitlines()),
        remarks=view.remarks,
        signer=_text(own, "user_name"),
    )


def _sender(own: Record | None, chinese: bool) -> Party:
    phone = _phone(own.get("mobile") if own else None, chinese)
    reached = " · ".join(part for part in (phone, _text(own, "email")) if part)
    return Party(_titled(_text(own, "user_name"), _text(own, "user_title"), chinese), (reached,) if reached else ())


def _customer(ws: Workspace, view: QuoteView, chinese: bool) -> Party:
    lines = []
    address = ""
    if view.contact and (contacts := queries.rows(ws, "contact", (view.contact,))):
        contact = contacts[0]
        phone = _phone(contact["mobile"] or contact["phone"], chinese)
        person = _titled(_text(contact, "name"), _text(contact, "title"), chinese)
        lines.append(" · ".join(part for part in (person, phone) if part))
        address = _text(contact, "address")
    if view.customer and (customers := queries.rows(ws, "customer", (view.customer,))):
        address = address or _address(customers[0], chinese)
        if not view.contact and (phone := _phone(customers[0]["phone"] or customers[0]["mobile"], chinese)):
            lines.append(phone)
    return Party(view.customer_name, tuple(line for line in (*lines, address) if line))


def _address(customer: Record, chinese: bool) -> str:
    address = _text(customer, "address")
    places = [_text(customer, name) for name in ("province", "city")]
    missing = [place for place in dict.fromkeys(places) if place and place.rstrip("省市") not in address]
    if not address:
        return ""
    if chinese:
        return "".join(missing) + address
    return ", ".join([address, *reversed(missing)])


def _titled(name: str, title: str, chinese: bool) -> str:
    return (" " if chinese else ", ").join(part for part in (name, title) if part)


def _phone(phone: Phone | None, chinese: bool) -> str:
    return phones.pretty(phone, "CN" if chinese else "") if phone else ""


def _text(record: Record | None, name: str) -> str:
    return str(record.get(name) or "") if record else ""
