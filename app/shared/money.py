"""Amounts of money and unit prices: exact, never a float."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from functools import lru_cache

from app.shared.text import half_width

MILLION = Decimal(1_000_000)
# ISO 4217: currencies whose minor unit is not a hundredth.
_DECIMALS = dict.fromkeys(
    ("BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "VND", "VUV", "XAF", "XOF", "XPF"), 0
)
_DECIMALS |= dict.fromkeys(("BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"), 3)
SYMBOLS = {"CNY": "¥", "USD": "$", "EUR": "€", "GBP": "£", "JPY": "JP¥", "HKD": "HK$", "TWD": "NT$", "KRW": "₩"}

_UNITS = {
    "十": 10,
    "百": 100,
    "千": 1_000,
    "k": 1_000,
    "万": 10_000,
    "萬": 10_000,
    "w": 10_000,
    "m": 1_000_000,
    "百万": 1_000_000,
}
_UNITS |= {"千万": 10_000_000, "亿": 100_000_000, "億": 100_000_000}
_CURRENCY = r"(?:人民币|rmb|cny|us\$|usd|eur|gbp|jpy|hkd|hk\$|nt\$|twd|chf|cad|aud|[￥¥$€£₩₹₽฿])"
_AMOUNT = re.compile(
    rf"(?P<open>\()?\s*(?P<sign>[-+−–])?\s*{_CURRENCY}?\s*:?\s*(?P<sign2>[-+−])?\s*(?P<number>\d[\d.,'’\s\u00a0\u202f]*|\.\d+)"
    rf"\s*(?P<unit>百万|千万|[百千万萬亿億十]|[kwm](?![a-z]))?\s*(?:{_CURRENCY}|元|圆|块|圓)?\s*(?:整|正)?\s*(?P<sign3>-)?\s*(?P<close>\))?",
    re.IGNORECASE,
)


def decimals(currency: str) -> int:
    """How many decimals the currency's amounts have (ISO 4217)."""
    return _DECIMALS.get(currency.upper(), 2)


@lru_cache(maxsize=8)
def _unit(currency: str) -> Decimal:
    return Decimal(1).scaleb(-decimals(currency))


def round_amount(value: Decimal, currency: str) -> Decimal:
    """The amount in the currency's decimals, halves away from zero, as trade does it."""
    return value.quantize(_unit(currency), ROUND_HALF_UP)


def to_minor(value: Decimal, currency: str) -> int:
    """An amount in minor units, as the book holds it."""
    return int(round_amount(value, currency).scaleb(decimals(currency)))


def from_minor(value: int, currency: str) -> Decimal:
    """An amount from minor units, with the currency's decimals."""
    return Decimal(value).scaleb(-decimals(currency))


def to_millionths(value: Decimal) -> int:
    """A unit price, quantity or percentage in millionths, as the book holds it."""
    return int((value * MILLION).quantize(Decimal(1), ROUND_HALF_UP))


def from_millionths(value: int) -> Decimal:
    """A unit price, quantity or percentage from millionths, without needless zeros."""
    found = Decimal(value).scaleb(-6).normalize()
    return found.quantize(Decimal(1)) if found == found.to_integral() else found


def parse_amount(text: str) -> Decimal | None:
    """An amount as people write it, or None.

    Knows currency signs and words, 元, 万 and 亿, thousands separators of every custom (a single comma or point with three
    digits after it parts thousands), brackets and trailing minus for negative, full-width digits.
    """
    match = _AMOUNT.fullmatch(half_width(text).strip())
    if match is None or bool(match["open"]) != bool(match["close"]):
        return None
    number = _number(re.sub(r"['’\s\u00a0\u202f]", "", match["number"]))
    if number is None:
        return None
    if match["unit"]:
        number *= _UNITS[match["unit"].lower()]
    minus = any(match[name] in ("-", "−", "–") for name in ("sign", "sign2", "sign3")) or bool(match["open"])
    return -number if minus else number


def _number(text: str) -> Decimal | None:
    point, comma = text.rfind("."), text.rfind(",")
    if point >= 0 and comma >= 0:
        text = text.replace(",", "") if point > comma else text.replace(".", "").replace(",", ".")
    elif comma >= 0:
        parts = text.split(",")
        grouped = all(len(part) == 3 for part in parts[1:]) and 1 <= len(parts[0]) <= 3
        text = text.replace(",", "") if grouped else text.replace(",", ".") if len(parts) == 2 else ""
    elif text.count(".") > 1:
        parts = text.split(".")
        text = text.replace(".", "") if all(len(part) == 3 for part in parts[1:]) else ""
    try:
        return Decimal(text)
    except InvalidOperation:
        return None


def format_number(value: Decimal, places: int) -> str:
    """A number with grouped thousands and so many decimals, halves away from zero; a true minus before it."""
    rounded = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    return ("−" if rounded < 0 else "") + f"{abs(rounded):,f}"


def format_price(value: Decimal) -> str:
    """A unit price with all its decimals, two at least."""
    places = max(2, -int(value.normalize().as_tuple().exponent))
    return format_number(value, places)


def format_amount(value: Decimal, currency: str, lang: str = "en") -> str:
    """An amount with its currency's sign, such as ``¥27,336.20``; the same in both languages by the house's design."""
    text = format_number(value, decimals(currency))
    sign = SYMBOLS.get(currency.upper(), currency.upper() + " ")
    return "−" + sign + text[1:] if text.startswith("−") else sign + text
