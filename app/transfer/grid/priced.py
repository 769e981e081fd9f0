"""Headers with a word for prices or costs that say which: Cena katalogowa 2022, Preis je Stück, Наша цена, costo_usd, 代理价."""

from __future__ import annotations

import re
from collections.abc import Callable

from app.transfer.grid.folding import bare, fold, folded

PRICE, COST = "price", "cost"
_MONEYS = folded("euro|euros|eur|in euro|in eur|chf|gbp|pln|zł|czk|kč|sek|nok|dkk|usd|huf|ft|ron|lei|try|tl")
"""What a column of prices is called in lists that say only in which money."""
_CURRENCIES = _MONEYS | folded(
    "cny|rmb|jpy|hkd|twd|ntd|cad|aud|nzd|mxn|ars|brl|clp|cop|pen|bs|ves|bob|uyu|inr|pkr|sar|aed|egp|idr|thb|vnd|myr|sgd|php|krw|rub|"
    "uah|zar|kes|ngn|etb|ils"
)
_OURS = folded(
    "our|your|own|unser|ihr|notre|votre|nuestro|su|nosso|nostro|onze|nasza|twoja|наша|ваша|naše|vår|vores|meilleur|best"
)
"""Before a word for prices: what the list's own customers pay."""
_ANY_PRICE = re.compile(
    r"(?!.*(?:中标|投标|招标|合同|成交|控制|预算|我司|对手|竞品))[\u3400-\u9fff]{1,5}(?<![总合评差造议估竞均])(?:价|价格|單價|单价|價)"
)
_BETWEEN = re.compile(r"[\s_]+")
_FEWEST, _MOST = 2, 4
# How sure it is that a header means the price: the user's own; one in a currency; one of several; any sum.
_OWN, _IN_CURRENCY, _ONE_OF, _ANY = 0.97, 0.9, 0.72, 0.66


def priced(header: str, means: Callable[[str, str], bool]) -> tuple[str, float] | None:
    """Whether a header says a price or a cost, with how surely; None when it says neither.

    Args:
        header: the header as it stands.
        means: whether a folded word names a field.
    """
    whole = fold(bare(header))
    if fold(header) in _MONEYS or fold(header) == "list":
        return PRICE, _ANY
    if _ANY_PRICE.fullmatch(whole):
        return PRICE, _ONE_OF
    words = [word for word in _BETWEEN.split(bare(header)) if word]
    if not _FEWEST <= len(words) <= _MOST:
        return None
    if fold(words[-1]) in _CURRENCIES:
        first = fold(" ".join(words[:-1]))
        if field := next((field for field in (PRICE, COST) if means(first, field)), ""):
            return field, _IN_CURRENCY
    if fold(words[0]) in _OURS and means(fold(" ".join(words[1:])), PRICE):
        return PRICE, _OWN
    ahead = any(means(fold(" ".join(words[:size])), PRICE) for size in range(min(len(words) - 1, 2), 0, -1))
    return (PRICE, _ONE_OF) if ahead else None
