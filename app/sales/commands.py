"""Writing quotes: each function is one operation that can be undone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from app.records import queries as records
from app.records.commands import Saved, checked
from app.records.queries import Condition
from app.records.workspace import Workspace
from app.sales import settings, statuses
from app.sales.document import gather
from app.sales.numbering import parse_pattern
from app.sales.positions import arranged
from app.sales.queries import quote as read_quote
from app.sales.records import AFTER_DEAL
from app.sales.view import FIGURE_FIELDS, Line, QuoteView, totals_of
from app.shared.errors import InvalidValue, KebuError
from app.shared.i18n import N_
from db.changes import ChangeSet
from reports.documents import quote_to_json

LARGEST_TOTAL = Decimal(10) ** 15
LARGEST_FIGURE = Decimal(10) ** 12
_FREE = frozenset({"language", *AFTER_DEAL})
_AMOUNTS = ("discount", "freight", "received")
_NOT_COPIED = ("status", "date", "valid_until", *AFTER_DEAL)


def new_quote(ws: Workspace, customer: int | None = None, *, lines: Iterable[Line] = (), **values: Any) -> Saved:
    """Make a draft with the next number; what is not given comes from the settings and the customer.

    Raises InvalidValue when a value does not fit.
    """
    header = _defaults(ws, customer)
    given = _checked_header(ws, values, str(values.get("currency") or header["currency"]))
    header |= given
    if "date" in given and "valid_until" not in given:
        header["valid_until"] = statuses.valid_until(header["date"], ws.setting(settings.VALID_DAYS))
    _check_dates(header)
    name = next(iter(records.titles(ws, "customer", (customer,)).values()), "") if customer else ""
    with ws.operation(N_("New quote {customer}"), customer=name) as op:
        header["number"] = next_number(ws, header["date"])
        number = op.insert("quote", header)
        _write_lines(ws, op, number, (), tuple(lines), header)
    return Saved(number, op.changes)


def duplicate(ws: Workspace, quote_id: int, *, customer: int | None = None) -> Saved:
    """Make a new draft of today with the header and lines of another quote. Raises NotFound."""
    view = read_quote(ws, quote_id)
    source = records.get(ws, "quote", quote_id)
    values = {
        field.name: source[field.name]
        for field in ws.dictionary.type("quote").fields
        if field.name not in _NOT_COPIED and not field.readonly
    }
    values.pop("customer")
    if customer is not None and customer != view.customer:
        values.pop("contact")
    return new_quote(ws, customer or view.customer, lines=[replace(line, id=None) for line in view.lines], **values)


def update_quote(ws: Workspace, quote_id: int, values: Mapping[str, Any]) -> ChangeSet:
    """Set header fields; the total follows. A quote that was sent becomes a draft of its next revision.

    A new date moves the last day of validity along; a new customer brings the main contact.

    Raises InvalidValue, NotFound, and KebuError when the quote is won or lost.
    """
    view = read_quote(ws, quote_id)
    ready = _checked_header(ws, values, str(values.get("currency") or view.currency))
    changed = {name: value for name, value in ready.items() if value != _held(view, name)}
    if not changed:
        return ChangeSet()
    if "date" in changed and "valid_until" not in ready and view.valid_until:
        changed["valid_until"] = changed["date"] + (view.valid_until - view.date)
    if "customer" in changed and "contact" not in ready:
        changed["contact"] = main_contact(ws, changed["customer"])
    header = {name: changed.get(name, _held(view, name)) for name in (*FIGURE_FIELDS, "date", "valid_until")}
    _check_dates(header)
    _check_after(view, changed)
    if "currency" in changed:
        held = {"received": changed.get("received", view.received), **header}
        changed |= _checked_header(ws, {name: held[name] for name in _AMOUNTS}, changed["currency"])
        header |= {name: changed[name] for name in ("discount", "freight")}
    _check_open(view, changed)
    with ws.operation(N_("Edit quote {number}"), number=view.number) as op:
        if not _free(view, changed):
            changed["total"] = _checked_total(view.lines, header)
        if view.status == "sent" and not _free(view, (name for name in changed if name != "total")):
            changed["status"] = "draft"
        op.update("quote", quote_id, changed)
    return op.changes


def set_lines(ws: Workspace, quote_id: int, lines: Sequence[Line]) -> ChangeSet:
    """Save the whole grid: rows are added, changed, moved and removed as needed, and only those. The total follows.

    Lines keep their identity by ``Line.id``; empty lines are not saved. A quote that was sent becomes a draft.

    Raises InvalidValue, NotFound, and KebuError when the quote is won or lost.
    """
    view = read_quote(ws, quote_id)
    wanted = tuple(line for line in lines if not line.empty)
    if wanted == view.lines:
        return ChangeSet()
    _check_open(view, {"lines": wanted})
    with ws.operation(N_("Edit quote {number}"), number=view.number) as op:
        header = {name: _held(view, name) for name in FIGURE_FIELDS}
        _write_lines(ws, op, quote_id, view.lines, wanted, header)
        if view.status == "sent":
            op.update("quote", quote_id, {"status": "draft"})
    return op.changes


def set_tax(ws: Workspace, quote_id: int, tax: settings.TaxChoice) -> ChangeSet:
    """Set one tax in all lines and for the freight. Raises NotFound, and KebuError when the quote is won or lost."""
    view = read_quote(ws, quote_id)
    with ws.operation(N_("Edit quote {number}"), number=view.number) as op:
        set_lines(ws, quote_id, [replace(line, tax_rate=tax.rate, tax_exempt=tax.exempt) for line in view.lines])
        update_quote(ws, quote_id, {"freight_tax_rate": tax.rate})
    return op.changes


def mark_sent(ws: Workspace, quote_id: int, language: str = "") -> ChangeSet:
    """Mark a draft as sent and keep the document as it goes out, as R1, R2 and so on.

    Raises KebuError when it is no draft, or has no customer or no lines; NotFound.
    """
    view = read_quote(ws, quote_id)
    _check_step(view, "sent")
    if not view.customer:
        raise KebuError(N_("Quote {number} has no customer."), N_("Choose the customer first."), number=view.number)
    if not view.lines:
        raise KebuError(N_("Quote {number} has no lines."), N_("Type at least one line first."), number=view.number)
    if view.status != "draft":
        return _set_status(ws, view, "sent", N_("Reopen quote {number}"))
    now = ws.clock.now_utc().replace(microsecond=0)
    sent = replace(view, status="sent", revision=view.revision + 1, sent_at=now)
    document = gather(ws, sent, language)
    with ws.operation(N_("Send quote {number}"), number=view.number) as op:
        op.update("quote", quote_id, {"status": "sent", "revision": sent.revision, "sent_at": now})
        op.insert(
            "quote_revision",
            {
                "quote": quote_id,
                "label": statuses.revision_label(sent.revision),
                "sent_at": now,
                "language": document.language,
                "document": quote_to_json(document),
            },
        )
    return op.changes


def mark_won(ws: Workspace, quote_id: int) -> ChangeSet:
    """Mark a sent quote as won. Raises KebuError when its status does not allow it; NotFound."""
    return _set_status(ws, read_quote(ws, quote_id), "won", N_("Mark quote {number} as won"))


def mark_lost(ws: Workspace, quote_id: int) -> ChangeSet:
    """Mark a sent quote as lost. Raises KebuError when its status does not allow it; NotFound."""
    return _set_status(ws, read_quote(ws, quote_id), "lost", N_("Mark quote {number} as lost"))


def reopen(ws: Workspace, quote_id: int) -> ChangeSet:
    """Set a quote one step back: won or lost to sent, sent to draft. Raises KebuError for a draft; NotFound."""
    view = read_quote(ws, quote_id)
    back = "sent" if view.status in statuses.CLOSED else "draft"
    return _set_status(ws, view, back, N_("Reopen quote {number}"))


def delete_quotes(ws: Workspace, quote_ids: Sequence[int]) -> ChangeSet:
    """Delete drafts that were never sent. Raises KebuError for one that was: its number is out in the world."""
    found = records.rows(ws, "quote", quote_ids, ("number", "revision"))
    for record in found:
        if record["revision"]:
            raise KebuError(
                N_("Quote {number} was sent, so it is kept."), N_("Mark it as lost instead."), number=record["number"]
            )
    if len(found) == 1:
        name, values = N_("Delete quote {number}"), {"number": found[0]["number"]}
    else:
        name, values = N_("Delete {count} quotes"), {"count": len(found)}
    with ws.operation(name, **values) as op:
        op.delete("quote", quote_ids)
    return op.changes


def next_number(ws: Workspace, day: date, taken: Iterable[str] = ()) -> str:
    """The next free number of a day's period; take it inside the operation that uses it.

    Args:
        taken: numbers that are about to be written as well.
    """
    pattern = parse_pattern(ws.setting(settings.NUMBER_PATTERN))
    prefix = pattern.prefix(day)
    where = (Condition("number", ">=", prefix), Condition("number", "<", prefix + "\U0010ffff")) if prefix else ()
    found = records.titles(ws, "quote", records.ids(ws, "quote", where))
    return pattern.next_number(day, (*found.values(), *taken))


def set_number_pattern(ws: Workspace, text: str) -> ChangeSet:
    """Keep the pattern of quote numbers. Raises InvalidValue when it cannot make numbers that differ."""
    parse_pattern(text)
    return ws.set_setting(settings.NUMBER_PATTERN, text.strip())


def main_contact(ws: Workspace, customer: int | None) -> int | None:
    """The main contact of a customer, else the first."""
    if not customer:
        return None
    contacts = records.linked(ws, "contact", "customer", customer)
    return next((one.id for one in contacts if one["is_primary"]), contacts[0].id if contacts else None)


def _defaults(ws: Workspace, customer: int | None) -> dict[str, Any]:
    today = ws.clock.today()
    terms = ""
    if customer:
        terms = records.get(ws, "customer", customer)["payment_terms"] or ""
    return {
        "customer": customer,
        "contact": main_contact(ws, customer),
        "status": "draft",
        "revision": 0,
        "date": today,
        "valid_until": statuses.valid_until(today, ws.setting(settings.VALID_DAYS)),
        "currency": ws.currency,
        "tax_included": ws.setting(settings.TAX_INCLUDED),
        "discount": None,
        "discount_percent": None,
        "freight": None,
        "freight_tax_rate": settings.default_tax(ws).rate,
        "rounding": ws.setting(settings.ROUNDING),
        "payment_terms": terms or ws.setting(settings.PAYMENT_TERMS),
        "delivery_terms": ws.setting(settings.DELIVERY_TERMS),
        "terms": ws.setting(settings.TERMS),
        "language": ws.setting(settings.LANGUAGE),
    }


def _checked_header(ws: Workspace, values: Mapping[str, Any], currency: str) -> dict[str, Any]:
    record = ws.dictionary.type("quote")
    for name in values:
        if record.field(name).readonly or name == "status":
            raise InvalidValue(name, N_("“{name}” is set by the program."), name=name)
    ready = checked(ws, record, {**values, "currency": currency})
    if "currency" not in values:
        del ready["currency"]
    elif len(ready["currency"]) != 3 or not ready["currency"].isascii() or not ready["currency"].isalpha():
        raise InvalidValue(
            "currency", N_("“{value}” is no currency."), N_("Write its three letters, such as CNY."), value=currency
        )
    else:
        ready["currency"] = ready["currency"].upper()
    return ready


def _check_dates(header: Mapping[str, Any]) -> None:
    if header["valid_until"] and header["date"] and header["valid_until"] < header["date"]:
        raise InvalidValue(
            "valid_until", N_("The quote would expire before its own date."), N_("Choose a later last day.")
        )


def _check_after(view: QuoteView, changed: Mapping[str, Any]) -> None:
    """What is told of a deal must fit it. Raises InvalidValue."""
    if "won_on" in changed and (changed["won_on"] is None) is (view.status == "won"):
        if view.status == "won":
            raise InvalidValue("won_on", N_("A won quote has a day on which it was won."), N_("Write that day."))
        raise InvalidValue("won_on", N_("Quote {number} is not won."), N_("Mark it as won first."), number=view.number)
    if (changed.get("received") or 0) < 0:
        raise InvalidValue("received", N_("Less than nothing cannot be received."), N_("Write what has come in."))


def _check_open(view: QuoteView, changed: Mapping[str, Any]) -> None:
    if view.status in statuses.CLOSED and not _free(view, changed):
        raise KebuError(N_("Quote {number} is closed."), N_("Reopen it before changing it."), number=view.number)


def _free(view: QuoteView, names: Iterable[str]) -> bool:
    """Whether a change of these fields changes nothing that the customer was sent."""
    return all(name in _FREE or name in view.own for name in names)


def _check_step(view: QuoteView, status: str) -> None:
    if not statuses.may_become(view.status, status):
        raise KebuError(
            N_("Quote {number} cannot take this step now."), N_("Look at its status first."), number=view.number
        )


def _set_status(ws: Workspace, view: QuoteView, status: str, name: str) -> ChangeSet:
    _check_step(view, status)
    with ws.operation(name, number=view.number) as op:
        op.update("quote", view.id, {"status": status})
    return op.changes


def _checked_total(lines: Sequence[Line], header: Mapping[str, Any]) -> Decimal:
    total = totals_of(tuple(lines), header).total
    if abs(total) >= LARGEST_TOTAL:
        raise InvalidValue("total", N_("The total is too large."), N_("Check quantities and prices."))
    return total


def _write_lines(
    ws: Workspace, op: Any, quote_id: int, old: tuple[Line, ...], new: tuple[Line, ...], header: Mapping[str, Any]
) -> None:
    known = {line.id: line for line in old}
    record = ws.dictionary.type("quote_line")
    numbers = records.ids(ws, "quote_line", (Condition("quote", "=", quote_id),))
    places = {one.id: one["position"] for one in records.rows(ws, "quote_line", numbers, ("position",))}
    kept: list[Line] = []
    taken: set[int | None] = set()
    for line in new:
        if line.empty:
            continue
        if line.id not in known or line.id in taken:
            line = replace(line, id=None)
        taken.add(line.id)
        if line != known.get(line.id):
            line = _normal(checked(ws, record, line.values()), line.id)
            _check_figures(line)
        kept.append(line)
    wanted = arranged([places.get(line.id) if line.id else None for line in kept])
    gone = [number for number in known if number is not None and number not in taken]
    if gone:
        op.delete("quote_line", gone)
    fresh = []
    for line, place in zip(kept, wanted, strict=True):
        if line.id is None:
            fresh.append({"quote": quote_id, "position": place, **line.values()})
            continue
        before = known[line.id].values()
        changed = {name: value for name, value in line.values().items() if value != before[name]}
        if places[line.id] != place:
            changed["position"] = place
        if changed:
            op.update("quote_line", line.id, changed)
    if fresh:
        op.insert_many("quote_line", fresh)
    op.update("quote", quote_id, {"total": _checked_total(kept, header)})


def _check_figures(line: Line) -> None:
    for name in ("quantity", "price", "cost", "discount_percent", "tax_rate"):
        value = getattr(line, name)
        if value is not None and not (value.is_finite() and abs(value) < LARGEST_FIGURE):
            raise InvalidValue(name, N_("“{value}” is too large."), N_("Check the figures."), value=value)


def _normal(values: Mapping[str, Any], number: int | None) -> Line:
    full: dict[str, Any] = dict(values)
    for name in ("name", "specification", "unit"):
        full[name] = full[name] or ""
    full["tax_exempt"] = bool(full["tax_exempt"])
    return Line(id=number, **full)


def _held(view: QuoteView, name: str) -> Any:
    value = view.value(name)
    return None if value == "" else value
