"""Amounts in words: 人民币大写 for Chinese documents, English words for others."""

from __future__ import annotations

from decimal import Decimal

from app.shared.money import decimals, round_amount

LARGEST = Decimal(10) ** 12
_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
).split()
_TENS = "x x twenty thirty forty fifty sixty seventy eighty ninety".split()
_SCALES = ("", "thousand", "million", "billion", "trillion")
_NAMES = {
    "CNY": ("yuan", "yuan", "fen"),
    "USD": ("US dollar", "US dollars", "cents"),
    "EUR": ("euro", "euros", "cents"),
    "GBP": ("pound", "pounds", "pence"),
    "HKD": ("Hong Kong dollar", "Hong Kong dollars", "cents"),
    "JPY": ("yen", "yen", ""),
}


def chinese_capitals(value: Decimal) -> str:
    """An amount of yuan in capitals, without 人民币 before it.

    By the rules for filling in cheques (《正确填写票据和结算凭证的基本规定》): 零 for zeros inside, 整 after 元 and 角.

    Raises:
        ValueError: a million million yuan or more.
    """
    amount = round_amount(value, "CNY")
    if abs(amount) >= LARGEST:
        raise ValueError("too large for a cheque")
    from cn2an import an2cn

    text = str(an2cn(format(abs(amount), "f"), "rmb"))
    if text.endswith("角"):
        text += "整"
    return ("负" if amount < 0 else "") + text


def english_words(value: Decimal, currency: str) -> str:
    """An amount in English words, such as ``One hundred eighteen thousand six hundred fifty yuan only``."""
    amount = round_amount(value, currency)
    one, many, minor = _NAMES.get(currency.upper(), (currency.upper(), currency.upper(), "cents"))
    whole = int(abs(amount))
    rest = int((abs(amount) - whole).scaleb(decimals(currency)))
    words = f"{whole_number(whole)} {one if whole == 1 else many}"
    words += f" and {whole_number(rest)} {minor}" if rest and minor else " only"
    words = ("minus " if amount < 0 else "") + words
    return words[0].upper() + words[1:]


def whole_number(number: int) -> str:
    """A whole number below a thousand million million in English words."""
    if number < 1000:
        return _below_thousand(number)
    parts = []
    for scale in _SCALES:
        number, rest = divmod(number, 1000)
        if rest:
            parts.append(f"{_below_thousand(rest)} {scale}".strip())
        if not number:
            break
    return " ".join(reversed(parts))


def _below_thousand(number: int) -> str:
    if number < 20:
        return _SMALL[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        return _TENS[tens] + (f"-{_SMALL[ones]}" if ones else "")
    hundreds, rest = divmod(number, 100)
    return f"{_SMALL[hundreds]} hundred" + (f" {_below_thousand(rest)}" if rest else "")
