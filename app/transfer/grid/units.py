"""The unit that a header gives to its amounts: 单价（万元）, 价格(分), Umsatz in T€, price_cents."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from functools import lru_cache

from app.transfer.grid.folding import listed

_LARGE = {"千": 1000, "万": 10_000, "十万": 100_000, "百万": 1_000_000, "千万": 10_000_000, "亿": 100_000_000}
_SMALL = {"分": Decimal("0.01"), "角": Decimal("0.1")}
_MONEY = "元|圆|円|원|美[元金]|欧元|港[元币]|日元|英镑|人民币|rmb|cny|usd|eur"
_EASTERN = re.compile(
    # What is no money behind a stroke or 每 is what the price is of: 元/千只.
    rf"(?<![每十百千])([十百千]?万|萬|百萬|亿|億|만|백만|천|千)(?=\s*(?:{_MONEY}))|"
    r"(?<![/每十百千])([十百千]?万|萬|百萬|亿|億|만|백만)(?=\s*(?:[)\]】/]|$))|(?<![/每])(千|천)(?=\s*[)\]】])",
    re.IGNORECASE,
)
_PLAIN = {"萬": "万", "億": "亿", "만": "万", "백만": "百万", "천": "千", "百萬": "百万"}
_CHANGE = re.compile(r"(?:[(\[【:]|(?<!元)/)\s*(?:人民币)?([分角])\s*(?:/\s*\w{1,3}\s*)?(?:[)\]】]|$)")
_CENTS = "cents?|centimes?|centavos?|c[eé]ntimos?|centesimi|pence|paise|копе[йе]\\w*|коп|groszy|halíř\\w*|öre|øre|minor(?: units?)?"
_THOUSANDS = (
    "thousands?|thsd|tausend|tsd|milliers?|(?:en )?miles(?= de)|migliaia|milhares|duizend|тыс\\w*|тис|tys|tis|ezer|'?000'?s?|"
    "[kt] ?[€$£]|[€$£] ?k|[kt](?:eur|usd|chf|gbp|dkk|nok|sek|pln|czk)"
)
_MILLIONS = "millions?|millionen|mio|mln|млн|millones|milioni|milhões|miljoen|m ?[€$£]|[€$£] ?m|m(?:eur|usd|chf|gbp)"
_WESTERN = tuple(
    (
        times,
        re.compile(
            rf"(?<![^\W_])(?<!per )(?<!pro )(?<!je )(?<!par )(?<!por )(?<![/\d])(?<!/ )(?<!\d[ .,])(?:in )?({words})(?![^\W_])"
        ),
    )
    for times, words in ((Decimal("0.01"), _CENTS), (Decimal(1000), _THOUSANDS), (Decimal(1_000_000), _MILLIONS))
)
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_EDGES = " \t\n_-/／:：,，.·"
_BEHIND = frozenset(listed("in|en|em|unit|单位|單位|金额单位"))


def factor(header: str) -> Decimal:
    """How many times as large the amounts under a header are as the figures that stand there; a price per thousand is one."""
    times, _start, _end = _found(header)
    return times


def without(header: str) -> str:
    """A header without the unit that stands last in it: amount_cents is amount; "" for one that tells none."""
    times, start, end = _found(header)
    if times == 1 or start <= 0 or end < len(_spelt(header).rstrip(_EDGES)):
        return ""
    words = _spelt(header)[:start].rstrip(_EDGES)
    rest, _blank, last = words.rpartition(" ")
    return (rest if last in _BEHIND else words).rstrip(_EDGES)


@lru_cache(maxsize=4096)
def _found(header: str) -> tuple[Decimal, int, int]:
    said = _spelt(header)
    if match := _EASTERN.search(said):
        word = match[1] or match[2] or match[3]
        money = re.match(rf"\s*(?:{_MONEY})", said[match.end() :])
        return Decimal(_LARGE[_PLAIN.get(word, word)]), match.start(), match.end() + (money.end() if money else 0)
    if match := _CHANGE.search(said):
        return _SMALL[match[1]], match.start(), match.end()
    for times, pattern in _WESTERN:
        if match := pattern.search(said):
            return times, match.start(), match.end()
    return Decimal(1), -1, -1


def _spelt(header: str) -> str:
    return _CAMEL.sub(" ", unicodedata.normalize("NFKC", header)).replace("_", " ").casefold()
