"""Figures as printed documents show them: grouped, with a true minus sign, never rounded here."""

from __future__ import annotations

import re
from decimal import Decimal

MINUS = "−"


def amount(value: Decimal) -> str:
    """An amount with the decimals that it has: −1,780.00."""
    return f"{value:,f}".replace("-", MINUS)


def grand_total(value: Decimal, currency: str, chinese: bool) -> str:
    """An amount with its currency: ¥118,650.00 for yuan on a Chinese page, else CNY 118,650.00."""
    if chinese and currency == "CNY":
        sign = MINUS if value < 0 else ""
        return f"{sign}¥{amount(abs(value))}"
    return f"{currency} {amount(value)}"


def price(value: Decimal, decimals: int) -> str:
    """A unit price in full, with the currency's decimals at least: 42,800.00 and 3.7765."""
    plain = value.normalize()
    exponent = plain.as_tuple().exponent
    places = max(decimals, -exponent if isinstance(exponent, int) else 0, 0)
    return f"{value:,.{places}f}".replace("-", MINUS)


def quantity(value: Decimal) -> str:
    """A quantity without trailing zeros: 2, 1,250, 0.35."""
    return price(value, 0)


def percent(value: Decimal) -> str:
    """A percentage: 13%, 5.5%."""
    return f"{quantity(value)}%"


def account(text: str) -> str:
    """A bank account's digits in fours, as banks print them; anything else as typed."""
    digits = text.replace(" ", "")
    if not re.fullmatch("[0-9]{12,}", digits):
        return text
    return " ".join(digits[index : index + 4] for index in range(0, len(digits), 4))
