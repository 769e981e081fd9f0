"""Settings of quotes, kept in the book."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from app.records.workspace import Workspace
from app.sales.numbering import DEFAULT_PATTERN
from app.shared.i18n import N_, translate
from app.shared.settings import Setting

EXEMPT = N_("exempt")
_EXEMPT = {EXEMPT, "免税", "免征"}
NUMBER_PATTERN = Setting("quote_number_pattern", DEFAULT_PATTERN)
TAX_RATES = Setting("tax_rates", f"13 9 6 3 1 0 {EXEMPT}")
DEFAULT_TAX = Setting("default_tax", "13")
TAX_INCLUDED = Setting("quote_tax_included", False)
VALID_DAYS = Setting("quote_valid_days", 30)
ROUNDING = Setting("quote_rounding", "none", ("none", "unit", "unit_down", "ten"))
TERMS = Setting("quote_terms", "")
PAYMENT_TERMS = Setting("quote_payment_terms", "")
DELIVERY_TERMS = Setting("quote_delivery_terms", "")
LANGUAGE = Setting("quote_language", "zh", ("zh", "en"))
ALL = (
    NUMBER_PATTERN,
    TAX_RATES,
    DEFAULT_TAX,
    TAX_INCLUDED,
    VALID_DAYS,
    ROUNDING,
    TERMS,
    PAYMENT_TERMS,
    DELIVERY_TERMS,
    LANGUAGE,
)


@dataclass(frozen=True, slots=True)
class TaxChoice:
    """A tax that a line may bear: a rate (13 for 13 %), or the exemption with rate None."""

    rate: Decimal | None
    exempt: bool = False


def tax_choices(ws: Workspace) -> tuple[TaxChoice, ...]:
    """The taxes of the settings list, in its order."""
    return tuple(choice for text in ws.setting(TAX_RATES).split() if (choice := read_tax(text)))


def default_tax(ws: Workspace) -> TaxChoice:
    """The tax that new lines and freight bear."""
    return read_tax(ws.setting(DEFAULT_TAX)) or TaxChoice(None)


def said_taxes(text: str) -> str:
    """Taxes as the settings keep them, parted by blanks, in the language in use."""
    return " ".join(translate(EXEMPT) if word == EXEMPT else word for word in text.split())


def kept_taxes(text: str) -> str:
    """Taxes as a person writes them, as the settings keep them; what is no tax stays as it is."""
    words = text.replace(",", " ").replace("，", " ").replace("、", " ").split()
    taxes = [(word, read_tax(word)) for word in words]
    return " ".join(EXEMPT if tax is not None and tax.exempt else word for word, tax in taxes)


def read_tax(text: str) -> TaxChoice | None:
    """The tax that a word means, None when it means none: ``13``, ``0.5 %``, ``exempt``, ``免税``."""
    text = text.strip().rstrip("%％").strip().lower()
    if text in {*_EXEMPT, translate(EXEMPT)}:
        return TaxChoice(None, True)
    try:
        rate = Decimal(text)
    except InvalidOperation:
        return None
    return TaxChoice(rate) if rate.is_finite() and 0 <= rate <= 100 else None
