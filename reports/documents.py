"""What a printed document holds: frozen data, gathered by a feature, without any layout.

A document is kept as JSON with the revision that was sent, so that the very same page can be printed again.
"""

from __future__ import annotations

import base64
import datetime as dt
import json
from dataclasses import asdict, dataclass, fields
from decimal import Decimal
from typing import Any

FORMAT = 1


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The sender's company as it stands on the page. Empty parts are left out."""

    name: str = ""
    subtitle: str = ""
    contact_lines: tuple[str, ...] = ()
    bank: str = ""
    bank_account: str = ""
    tax_number: str = ""
    logo: bytes = b""
    stamp: bytes = b""
    signature: bytes = b""


@dataclass(frozen=True, slots=True)
class Party:
    """One side of a document: its name in bold and the lines under it."""

    name: str = ""
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """One line of goods. ``tax_rate`` is 13 for 13 %, ``amount`` is None for a line that is only text."""

    name: str
    specification: str = ""
    unit: str = ""
    quantity: Decimal | None = None
    price: Decimal | None = None
    discount_percent: Decimal | None = None
    tax_rate: Decimal | None = None
    tax_exempt: bool = False
    amount: Decimal | None = None


@dataclass(frozen=True, slots=True)
class DocumentTax:
    """The tax of one rate; ``rate`` None and not exempt means that no rate is stated."""

    rate: Decimal | None
    exempt: bool
    base: Decimal
    tax: Decimal


@dataclass(frozen=True, slots=True)
class DocumentTotals:
    """The figures under the lines, worked out by the rule of the feature; nothing is added up here."""

    subtotal: Decimal
    discount: Decimal
    freight: Decimal
    net: Decimal
    taxes: tuple[DocumentTax, ...]
    tax_included: bool
    rounding_difference: Decimal
    total: Decimal


@dataclass(frozen=True, slots=True)
class QuoteDocument:
    """A quote to print: ``language`` is the page's, ``revision`` 1 for the first version sent."""

    language: str
    number: str
    revision: int
    date: dt.date
    valid_until: dt.date | None
    currency: str
    letterhead: Letterhead
    customer: Party
    sender: Party
    project: str
    lines: tuple[DocumentLine, ...]
    totals: DocumentTotals
    payment_terms: str = ""
    delivery_terms: str = ""
    terms: tuple[str, ...] = ()
    remarks: str = ""
    signer: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a list: ``numeric`` ones stand right."""

    title: str
    numeric: bool = False


@dataclass(frozen=True, slots=True)
class TableDocument:
    """A list to print: texts as they are shown.

    Args:
        totals: a last row in bold, or empty.
        about: lines under the title: what was filtered, how it is sorted.
        count: how many rows there are, in words.
        lying: whether the page lies; None as the columns ask.
    """

    language: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    totals: tuple[str, ...] = ()
    company: str = ""
    date: dt.date | None = None
    note: str = ""
    about: tuple[str, ...] = ()
    count: str = ""
    lying: bool | None = None


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A part of a record's sheet: a table under its title, or a text when it has no columns."""

    title: str
    columns: tuple[Column, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    text: str = ""
    more: str = ""


@dataclass(frozen=True, slots=True)
class SheetDocument:
    """One record with all that is known of it.

    Args:
        kind: what it is, such as "Customer".
        marks: short words beside the name, such as its level and status.
        facts: label and value of each field that is filled.
    """

    language: str
    kind: str
    title: str
    letterhead: Letterhead
    marks: tuple[str, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    parts: tuple[SheetPart, ...] = ()
    date: dt.date | None = None


def quote_to_json(document: QuoteDocument) -> str:
    """The document as JSON text, pictures included."""
    return json.dumps({"format": FORMAT, **asdict(document)}, default=_plain, ensure_ascii=False, separators=(",", ":"))


def quote_from_json(text: str) -> QuoteDocument:
    """The document that ``quote_to_json`` wrote. Raises ValueError when it is none."""
    raw = json.loads(text)
    if not isinstance(raw, dict) or raw.pop("format", None) != FORMAT:
        raise ValueError("not a quote document of this format")
    try:
        return _quote(raw)
    except (KeyError, TypeError, ArithmeticError) as error:
        raise ValueError("not a quote document") from error


def _plain(value: object) -> str:
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, bytes):
        return base64.b64encode(value).decode("ascii")
    raise TypeError(f"no JSON form of {type(value).__name__}")


def _quote(raw: dict[str, Any]) -> QuoteDocument:
    head = dict(raw["letterhead"])
    for name in ("logo", "stamp", "signature"):
        head[name] = base64.b64decode(head[name])
    head["contact_lines"] = tuple(head["contact_lines"])
    figures = dict(raw["totals"])
    figures["taxes"] = tuple(_decimals(DocumentTax, tax, "rate", "base", "tax") for tax in figures["taxes"])
    values = dict(raw)
    values["date"] = dt.date.fromisoformat(raw["date"])
    values["valid_until"] = dt.date.fromisoformat(raw["valid_until"]) if raw["valid_until"] else None
    values["letterhead"] = Letterhead(**head)
    for side in ("customer", "sender"):
        values[side] = Party(raw[side]["name"], tuple(raw[side]["lines"]))
    numbers = ("quantity", "price", "discount_percent", "tax_rate", "amount")
    values["lines"] = tuple(_decimals(DocumentLine, line, *numbers) for line in raw["lines"])
    values["totals"] = _decimals(
        DocumentTotals, figures, "subtotal", "discount", "freight", "net", "rounding_difference", "total"
    )
    values["terms"] = tuple(raw["terms"])
    return QuoteDocument(**{field.name: values[field.name] for field in fields(QuoteDocument)})


def _decimals(kind: Any, raw: dict[str, Any], *names: str) -> Any:
    return kind(**{**raw, **{name: None if raw[name] is None else Decimal(raw[name]) for name in names}})
