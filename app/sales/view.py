"""A quote as screens and commands hold it: frozen, with its lines and its figures."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from app.sales import rules
from app.sales.rules import Margin, PricedLine, Totals, margin, totals

LINE_FIELDS = (
    "product",
    "name",
    "specification",
    "unit",
    "quantity",
    "price",
    "cost",
    "discount_percent",
    "tax_rate",
    "tax_exempt",
)
_TEXTS = {"name", "specification", "unit"}


@dataclass(frozen=True, slots=True)
class Line:
    """One line. ``id`` is None until it is saved; a line without ``product`` is free text."""

    id: int | None = None
    product: int | None = None
    name: str = ""
    specification: str = ""
    unit: str = ""
    quantity: Decimal | None = None
    price: Decimal | None = None
    cost: Decimal | None = None
    discount_percent: Decimal | None = None
    tax_rate: Decimal | None = None
    tax_exempt: bool = False

    @property
    def empty(self) -> bool:
        """Whether nothing was typed that is worth keeping."""
        return not (self.product or self.name.strip() or self.specification.strip()) and (
            self.quantity is None and self.price is None
        )

    @property
    def priced(self) -> PricedLine:
        """What the rule of totals needs."""
        return PricedLine(self.quantity, self.price, self.discount_percent, self.tax_rate, self.tax_exempt, self.cost)

    def values(self) -> dict[str, Any]:
        """The fields as the book holds them."""
        return {name: getattr(self, name) or None if name in _TEXTS else getattr(self, name) for name in LINE_FIELDS}


@dataclass(frozen=True, slots=True)
class QuoteView:
    """A quote with all that its editor shows. ``revision`` is the last one sent, 0 when none was; ``own`` holds the values
    of the user's own fields, which no document prints.
    """

    id: int
    number: str
    revision: int
    status: str
    date: dt.date
    valid_until: dt.date | None
    customer: int | None
    customer_name: str
    contact: int | None
    contact_name: str
    project: str
    currency: str
    tax_included: bool
    discount: Decimal | None
    discount_percent: Decimal | None
    freight: Decimal | None
    freight_tax_rate: Decimal | None
    rounding: str
    delivery_terms: str
    payment_terms: str
    terms: str
    remarks: str
    language: str
    sent_at: dt.datetime | None
    lines: tuple[Line, ...]
    own: Mapping[str, Any] = field(default_factory=dict)
    won_on: dt.date | None = None
    delivered_on: dt.date | None = None
    due_on: dt.date | None = None
    received: Decimal | None = None
    contract_number: str = ""

    def value(self, name: str) -> Any:
        """The value of a field of the header by its name, the user's own included."""
        return self.own[name] if name in self.own else getattr(self, name)

    @property
    def totals(self) -> Totals:
        """The figures, by the one rule."""
        return totals_of(self.lines, {name: getattr(self, name) for name in FIGURE_FIELDS})

    @property
    def owed(self) -> Decimal | None:
        """What is still to be paid; None while nothing is said of a payment."""
        return rules.owed(self.totals.total, self.received, self.due_on)

    @property
    def margin(self) -> Margin | None:
        """What is left after the cost; for the screen only."""
        return margin([line.priced for line in self.lines], self.totals, self.currency)

    @property
    def printed_revision(self) -> int:
        """The revision that the page shows: a draft is the next one."""
        return self.revision + 1 if self.status == "draft" else max(self.revision, 1)

    def with_lines(self, lines: tuple[Line, ...]) -> QuoteView:
        """The same quote with other lines, unsaved: for a preview while typing."""
        return replace(self, lines=lines)


FIGURE_FIELDS = (
    "currency",
    "tax_included",
    "discount",
    "discount_percent",
    "freight",
    "freight_tax_rate",
    "rounding",
)


def totals_of(lines: tuple[Line, ...], header: Mapping[str, Any]) -> Totals:
    """The figures of lines under a header's values by field name."""
    return totals(
        [line.priced for line in lines],
        tax_included=bool(header["tax_included"]),
        whole_discount=header["discount"],
        discount_percent=header["discount_percent"],
        freight=header["freight"],
        freight_tax_rate=header["freight_tax_rate"],
        rounding=header["rounding"] or "none",
        currency=header["currency"],
    )
