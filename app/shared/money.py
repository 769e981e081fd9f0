"""Amounts of money and unit prices: exact, never a float."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from functools import lru_cache

from app.shared.currencies import POINTS, SIGN, named
from app.shared.patterns import later
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
    "million": 1_000_000,
    "mio": 1_000_000,
    "mio.": 1_000_000,
    "百万": 1_000_000,
}
_UNITS |= {"千万": 10_000_000, "亿": 100_000_000, "億": 100_000_000}
_CURRENCY = rf"(?:{SIGN})"
_AMOUNT = later(
    rf"(?P<open>\()?\s*(?P<sign>[-+−–])?\s*(?P<money>{_CURRENCY})?\s*:?\s*(?P<sign2>[-+−])?\s*"
    r"(?P<number>\d[\d.,'’\s\u00a0\u202f]*(?:(?<=\d)e[-+]?\d{1,2})?|\.\d+)"
    rf"\s*(?P<unit>百万|千万|[百千万萬亿億十]|[kwm](?![^\W\d_])|million|mio\.?)?\s*(?P<money2>{_CURRENCY})?(?:\s*{_CURRENCY})?\s*(?:整|正)?"
    r"\s*(?P<sign3>-)?\s*(?P<close>\))?\s*(?P<each>(?:/|每)\s*[^\W\d_]{1,6})?",
    re.IGNORECASE,
)
_PLAIN = later(r"-?\d+(?:\.\d+)?")
# A point alone is a decimal point; blanks, commas and apostrophes part groups of three, commas also those of India.
_DECIMAL_POINT = later(
    r"(?:\d+|\d{1,3}(?:,\d{3})+|\d{1,3}(?:'\d{3})+|\d{1,3}(?: \d{3})+|\d{1,2}(?:,\d{2})+,\d{3})?(?:\.\d*)?(?:e[-+]?\d+)?"
)
_DECIMAL_COMMA = later(
    r"(?:\d{1,3}(?:\.\d{3})+|\d{1,3}(?: \d{3})+|\d{1,3}(?:'\d{3})+)(?:,\d+)?|\d+,\d{1,2}|0,\d+|\d{1,3}(?:\.\d{3}){2,}"
)
_POINTED = later(r"\d{1,3}(?:\.\d{3})+")
_LARGEST_POWER = 15
_GROUPS = later(r"[,' ]")
_YUAN_JIAO = later(r"(?:(?P<yuan>\d+)[元圆块])?(?:(?P<jiao>\d)[角毛])?(?:(?P<fen>\d)分)?|(?P<whole>\d+)块(?P<rest>\d)")
_NUMERALS = later(
    r"(?P<minus>[负-])?(?P<words>[零一二两三四五六七八九十百千万亿壹贰貳叁肆伍陆柒捌玖拾佰仟点元角分]+|(?:\d{1,4}[亿万千百]){2,})"
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

    Knows currency signs and words, 元, 万 and 亿, 角 and 分, Chinese numerals, thousands separators of every custom (a single
    comma with three digits after it parts thousands, a single point never does), brackets and trailing minus for
    negative, full-width digits, powers of ten as spreadsheets write them, and ``/件`` behind a price.
    """
    if _PLAIN.fullmatch(text):
        return Decimal(text) if text.isascii() else _parsed(half_width(text))
    text = half_width(text).strip()
    return _parsed(text) if text else None


def _parsed(text: str) -> Decimal | None:
    match = _AMOUNT.fullmatch(text)
    if match is None:
        return None if text.isascii() else _in_numerals(text) if (jiao := _in_jiao(text)) is None else jiao
    if bool(match["open"]) != bool(match["close"]):
        return None
    each = match["each"]
    if each and each.isascii() and not (match["money"] or match["money2"]):
        return None
    number = _number(match["number"], match["money"] or match["money2"] or "")
    if number is None:
        return None
    if match["unit"]:
        number *= _UNITS[match["unit"].lower()]
    minus = any(match[name] in ("-", "−", "–") for name in ("sign", "sign2", "sign3")) or bool(match["open"])
    return -number if minus else number


def _number(text: str, money: str = "") -> Decimal | None:
    if money and "." in text and named(money, "") in POINTS and _POINTED.fullmatch(text.strip()):
        text = text.replace(".", "")
    text = text.strip().lower().replace("’", "'").replace("\u00a0", " ").replace("\u202f", " ")
    if _DECIMAL_POINT.fullmatch(text):
        plain = _GROUPS.sub("", text)
        if text[:2] == "0," and len(text) == 5:
            plain = text.replace(",", ".")
    elif _DECIMAL_COMMA.fullmatch(text):
        plain = text.replace(".", "").replace("'", "").replace(" ", "").replace(",", ".")
    else:
        return None
    try:
        value = Decimal(plain)
    except InvalidOperation:
        return None
    if "e" not in plain:
        return value
    return Decimal(format(value, "f")) if abs(value.adjusted()) <= _LARGEST_POWER else None


def _in_jiao(text: str) -> Decimal | None:
    """The amount of ``12元5角3分`` or ``12块5``."""
    match = _YUAN_JIAO.fullmatch(text.removesuffix("整"))
    if match is None or not match[0]:
        return None
    if match["whole"]:
        return Decimal(f"{match['whole']}.{match['rest']}")
    return Decimal(f"{match['yuan'] or 0}.{match['jiao'] or 0}{match['fen'] or 0}")


def _in_numerals(text: str) -> Decimal | None:
    """The amount of 三万五 or 壹万贰仟元整."""
    text = (
        text.removeprefix("人民币").strip().rstrip("整正").replace("圆", "元").replace("〇", "零").replace("貳", "贰")
    )
    match = _NUMERALS.fullmatch(text.replace("萬", "万").replace("億", "亿"))
    if match is None:
        return None
    from cn2an import cn2an

    words = match["words"]
    try:
        value = Decimal(str(cn2an(words.removesuffix("元"), "smart")))
    except ValueError:
        return None
    return -value if match["minus"] else value


def format_number(value: Decimal, places: int) -> str:
    """A number with grouped thousands and so many decimals, halves away from zero; a true minus before it."""
    rounded = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    return ("−" if rounded < 0 else "") + f"{abs(rounded):,f}"


def format_price(value: Decimal, currency: str = "") -> str:
    """A unit price with all its decimals, two at least, with the sign of its currency if that is given."""
    places = max(2, -int(value.normalize().as_tuple().exponent))
    text = format_number(value, places)
    return _signed(text, currency) if currency else text


def format_amount(value: Decimal, currency: str, lang: str = "en") -> str:
    """An amount with its currency's sign, such as ``¥27,336.20``; the same in both languages by the house's design."""
    return _signed(format_number(value, decimals(currency)), currency)


def _signed(text: str, currency: str) -> str:
    sign = SYMBOLS.get(currency.upper(), currency.upper() + " ")
    return "−" + sign + text[1:] if text.startswith("−") else sign + text
