"""The unit that a header gives to its amounts: 单价（万元）, 价格(分), Umsatz in T€, price_cents."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from functools import lru_cache

from app.shared.currencies import SIGN
from app.shared.patterns import later
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
    "[kt] ?[€$£]|[€$£] ?k|(?:k ?|t)(?:eur|usd|chf|gbp|dkk|nok|sek|pln|czk|cny|rmb|jpy)"
)
_MILLIONS = "millions?|millionen|mio|mln|млн|millones|milioni|milhões|miljoen|m ?[€$£]|[€$£] ?m|m(?:eur|usd|chf|gbp)"
_WESTERN = tuple(
    (times, re.compile(rf"(?<![^\W_])(?:in )?({words})(?![^\W_])"))
    for times, words in ((Decimal("0.01"), _CENTS), (Decimal(1000), _THOUSANDS), (Decimal(1_000_000), _MILLIONS))
)
_EACH = re.compile(
    r"(?:[/÷<>≥≤]|(?<![^\W\d_])(?:each|every|per|pr|pro|je|für|zu|ab|à|au|le|la|les|par|pour|por|cada|al|el|o|um|il|ogni|voor|vanaf|"
    r"за|на|от|по|від|za|na|od|po|a|an|one|at|for|from|ex))[\W_]*$|每\s*$"
)
"""Before what a price is of: per thousand, au millier, за тыс. шт."""
_COUNTED = re.compile(r"(?:\d[ ,.'’-]*|[一二三四五六七八九十两几]\s*)$")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?P<between>[ ,.'’-]*)$")
_MONEY_BEHIND, _MONEY_BEFORE = later(rf"[\W_]*(?:{SIGN}|руб|р\.|грн)"), later(rf"(?:{SIGN}|руб|грн)[\W_]*$")
_OPENED, _CLOSED = re.compile(r"[(\[【][\W_]*$"), re.compile(r"[\W_]*[)\]】]|/")
# A letter with money behind is one word: kEUR.
_CAMEL = re.compile(r"(?<=[a-z0-9])(?<![\W_][kt])(?<!^[kt])(?=[A-Z])")
_EDGES = " \t\n_-/／:：,，.·"
_BEHIND = frozenset(listed("in|en|em|unit|单位|單位|金额单位"))


def factor(header: str, each: bool = False) -> Decimal:
    """How many times as large the amounts under a header are as the figures that stand there; a price per thousand is one.

    Args:
        header: the header as it stands.
        each: whether they are prices, where a plain thousand is rather what they are of.
    """
    times, _start, _end = _found(header, each)
    return times


def without(header: str) -> str:
    """A header without the unit that stands last in it: amount_cents is amount; "" for one that tells none."""
    times, start, end = _found(header, False)
    if times == 1 or start <= 0 or end < len(_spelt(header).rstrip(_EDGES)):
        return ""
    words = _spelt(header)[:start].rstrip(_EDGES)
    rest, _blank, last = words.rpartition(" ")
    return (rest if last in _BEHIND else words).rstrip(_EDGES)


@lru_cache(maxsize=4096)
def _found(header: str, each: bool) -> tuple[Decimal, int, int]:
    said = _spelt(header)
    if match := _EASTERN.search(said):
        word = match[1] or match[2] or match[3]
        money = re.match(rf"\s*(?:{_MONEY})", said[match.end() :])
        end = match.end() + (money.end() if money else 0)
        if not _of_so_many(said, match.start(), bool(money)) and (money or not each or _alone(said, match)):
            return Decimal(_LARGE[_PLAIN.get(word, word)]), match.start(), end
    if match := _CHANGE.search(said):
        return _SMALL[match[1]], match.start(), match.end()
    for times, pattern in _WESTERN:
        match = pattern.search(said)
        if match is None or _of_so_many(said, match.start()):
            continue
        if times < 1 or not each or _of_money(said, match):
            return times, match.start(), match.end()
    return Decimal(1), -1, -1


def _of_so_many(said: str, start: int, money: bool = False) -> bool:
    """Whether a word for a number says how many of something a price is of: per thousand, 1万, 1'000; 金额/万元 does not."""
    before = said[:start]
    if (year := _YEAR.search(before)) and (year["between"] or not said[start].isdigit()):
        return False
    if money and before.rstrip().endswith("/"):
        return False
    return bool(_EACH.search(before) or _COUNTED.search(before))


def _of_money(said: str, match: re.Match[str]) -> bool:
    """Whether money stands in, before or behind a word for a thousand, or the word stands alone in brackets."""
    if re.search("[€$£]|(?:eur|usd|chf|gbp|dkk|nok|sek|pln|czk|cny|rmb|jpy)$", match[1]):
        return True
    behind = said[match.end() :]
    ended = not behind.strip(_EDGES + ")]】") or _CLOSED.match(behind) is not None
    return (
        bool(_MONEY_BEHIND.match(behind))
        or (ended and bool(_MONEY_BEFORE.search(said[: match.start()])))
        or _alone(said, match)
    )


def _alone(said: str, match: re.Match[str]) -> bool:
    """Whether a word stands alone in brackets, but for what its amounts are for one of: （万/台）."""
    return bool(_OPENED.search(said[: match.start()]) and _CLOSED.match(said[match.end() :]))


def _spelt(header: str) -> str:
    return _CAMEL.sub(" ", unicodedata.normalize("NFKC", header)).replace("_", " ").casefold()
