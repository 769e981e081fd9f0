"""Currencies as people write them: signs, words and the three letters of ISO 4217."""

from __future__ import annotations

import re
from functools import lru_cache

from app.shared.patterns import later

_SIGNS: dict[str, tuple[str, ...]] = {
    "CNY": ("人民币", "人民幣", "rmb", "cn¥", "￥", "¥"),
    "USD": ("美元", "美金", "us$", "usd$", "u.s.$", "us dollars"),
    "HKD": ("港币", "港幣", "港元", "港纸", "hk$"),
    "TWD": ("新台币", "新臺幣", "台币", "臺幣", "台幣", "nt$", "ntd"),
    "MOP": ("澳门元", "澳门币", "葡币", "mop$"),
    "SGD": ("新加坡元", "新加坡币", "新币", "坡币", "s$", "sg$"),
    "AUD": ("澳大利亚元", "澳元", "澳币", "a$", "au$"),
    "CAD": ("加拿大元", "加元", "加币", "c$", "ca$"),
    "NZD": ("新西兰元", "纽元", "纽币", "nz$"),
    "BRL": ("雷亚尔", "r$"),
    "MXN": ("墨西哥比索", "mx$"),
    "EUR": ("欧元", "歐元", "€", "euros", "euro"),
    "GBP": ("英镑", "英鎊", "£"),
    "JPY": ("日元", "日圆", "日圓", "日币", "jp¥", "円"),
    "KRW": ("韩元", "韩圆", "韩币", "₩"),
    "CHF": ("瑞士法郎", "瑞郎", "sfr.", "sfr", "fr."),
    "MYR": ("林吉特", "令吉", "马币", "rm"),
    "INR": ("印度卢比", "₹", "rs.", "rs"),
    "THB": ("泰铢", "泰币", "฿"),
    "VND": ("越南盾", "₫", "đ"),
    "IDR": ("印尼盾", "印尼卢比", "rp.", "rp"),
    "PHP": ("菲律宾比索", "₱"),
    "RUB": ("卢布", "₽", "руб.", "руб"),
    "TRY": ("土耳其里拉", "₺", "tl"),
    "ILS": ("₪",),
    "UAH": ("₴",),
    "KZT": ("坚戈", "₸"),
    "NGN": ("₦",),
    "PLN": ("兹罗提", "zł"),
    "CZK": ("kč",),
    "AED": ("迪拉姆", "dhs.", "dhs", "dh"),
    "SAR": ("沙特里亚尔", "﷼"),
    "ZAR": ("兰特",),
}
_CODES = (
    "CNY USD HKD TWD MOP SGD AUD CAD NZD BRL MXN EUR GBP JPY KRW CHF MYR INR THB VND IDR PHP RUB TRY ILS UAH KZT NGN "
    "PLN CZK AED SAR ZAR SEK NOK DKK HUF RON BGN ISK CLP COP PEN ARS EGP PKR BDT LKR KWD QAR OMR BHD MMK KHR"
).split()
_OF = {sign: code for code, signs in _SIGNS.items() for sign in signs} | {code.casefold(): code for code in _CODES}
_IDEOGRAPHS = "\u2e80"
_DOLLARS = frozenset(("USD", "HKD", "TWD", "SGD", "AUD", "CAD", "NZD", "MXN", "CLP", "COP", "ARS", "MOP"))
_YUAN = frozenset(("CNY", "TWD", "HKD", "MOP"))
_YEN = frozenset(("CNY", "JPY"))
POINTS = frozenset(("IDR", "VND"))
"""Currencies whose amounts have no decimals in trade and part thousands by points."""


def _written(sign: str) -> str:
    """A sign as a pattern; letters stand apart from other letters, so that RM is none in FIRM."""
    before = r"(?<![^\W\d_])" if sign[0].isalpha() and sign[0] < _IDEOGRAPHS else ""
    after = r"(?![^\W\d_])" if sign[-1].isalpha() and sign[-1] < _IDEOGRAPHS else ""
    return before + re.escape(sign) + after


SIGN = "|".join(map(_written, sorted(_OF, key=len, reverse=True))) + r"|\$|元|圆|圓|块"
"""A pattern of all signs and words, in small letters or by IGNORECASE."""
_SIGN = later(SIGN)
_SHORT = re.compile(r"[a-z]{2}\.?|fr\.|dhs\.?|sfr\.?")
"""Letters that mean a currency beside an amount only."""


@lru_cache(maxsize=4096)
def named(text: str, home: str, amount: bool = True) -> str:
    """The currency that a text names first, by its three letters; "" when it names none.

    Args:
        text: such as ``HK$ 300``, ``12万美元``, ``Unit price (EUR)`` or ``USD``.
        home: the currency of the book: its own ``$``, ``¥`` and 元 are meant where they could be those of several.
        amount: whether the text is an amount; in a header such as ``Rs`` or ``RM`` may be any abbreviation.
    """
    found = (match[0] for match in _SIGN.finditer(text.casefold().replace("＄", "$")))
    sign = next((sign for sign in found if amount or not _SHORT.fullmatch(sign)), "")
    if not sign:
        return ""
    if sign == "$":
        return home if home in _DOLLARS else "USD"
    if sign in ("¥", "￥"):
        return home if home in _YEN else "CNY"
    if sign in ("元", "圆", "圓", "块"):
        return home if home in _YUAN else "CNY"
    return _OF[sign]
