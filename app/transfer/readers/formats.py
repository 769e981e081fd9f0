"""Numbers as their number format shows them, where that says more than the number: zeros in front, percent, currency.

Rules: ECMA-376 part 1, 18.8.30 and 18.8.31 (format codes and the built-in ones).
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from functools import lru_cache

_FORMAT_PART = re.compile(r'"([^"]*)"|\\(.)|\[[^\]]*\]|_.|\*.|(0)|(.)')
_LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.')
_BRACKETS = re.compile(r"\[[^\]]*\]")
_CURRENCY = re.compile(r"\[\$([^\]-]+)(?:-[^\]]*)?\]|(US\$|HK\$|NT\$|A\$|C\$|S\$|\$|€|£|₹|₽|₩|฿)")
_CURRENCY_LETTERS = frozenset(
    "RMB CNY USD EUR GBP HKD TWD NTD JPY KRW AUD CAD SGD CHF RUB INR THB VND MYR US HK NT KR SEK".split()
)
_HOME = frozenset("¥￥元")
_BUILT_IN = {9: "0%", 10: "0.00%"}
_BUILT_IN |= dict.fromkeys((14, 15, 16, 17, *range(27, 32), 36, *range(50, 55), 57, 58), "yyyy-mm-dd")
_BUILT_IN |= dict.fromkeys((18, 19, 20, 21, 32, 33, 34, 35, 55, 56), "hh:mm:ss") | {22: "yyyy-mm-dd hh:mm"}
"""27 to 36 and 50 to 58 are dates and times in Chinese, Japanese and Korean Excel, which write them without a code."""
_DAY = timedelta(days=1)
_EPOCH, _EPOCH_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)
_LAST_SERIAL = 2_958_466
_DIGITS = 15


def built_in(number: int) -> str:
    """The code of a built-in format that says more than the number; else ""."""
    return _BUILT_IN.get(number, "")


@lru_cache(maxsize=1000)
def speaking(code: str) -> str:
    """What a format tells beyond the number: "padded", "percent", "date", a currency's sign, or ""."""
    if not code or code in ("General", "@"):
        return ""
    if pad(0, code) is not None:
        return "padded"
    first = code.split(";")[0]
    bare = _BRACKETS.sub("", _LITERAL.sub("", first))
    if "%" in bare:
        return "percent"
    if re.search(r"[ymdhs]", bare.lower().replace("general", "")) and not re.search(
        r"[0#?](?!\d*s)", bare.split(".")[0]
    ):
        return "date"
    match = _CURRENCY.search(first.replace('"', ""))
    sign = (match[1] or match[2]).strip() if match else ""
    return "" if sign in _HOME or sign.upper() in ("CNY", "RMB", "CN¥") else sign


def pad(number: int, code: str) -> str | None:
    """The number as a format of zeros and plain text shows it: 123 by ``00000`` is 00123.

    Returns:
        None when the format holds anything else (dates, decimals, optional digits), has fewer than two zeros and no letters
        in front, or the number is negative.
    """
    parts: list[str | None] = []
    for quoted, escaped, zero, other in _FORMAT_PART.findall(code.split(";")[0]):
        if zero:
            parts.append(None)
        elif quoted or escaped:
            parts.append(quoted or escaped)
        elif other in ("-", " ", "(", ")", "+", ":", "/") and other:
            parts.append(other)
        elif other:
            return None
    zeros = parts.count(None)
    if number < 0 or zeros < (1 if _lettered(parts) else 2):
        return None
    digits = str(number).zfill(zeros)
    head, rest = digits[: len(digits) - zeros + 1], iter(digits[len(digits) - zeros + 1 :])
    first = parts.index(None)
    return "".join(head if i == first else next(rest) if part is None else part for i, part in enumerate(parts))


def _lettered(parts: list[str | None]) -> bool:
    """Whether letters stand before the number, as in VIP12; those of currencies are none."""
    front = (parts[0] or "").strip() if parts else ""
    return len(front) > 1 and front.isascii() and front.isalpha() and front.upper() not in _CURRENCY_LETTERS


def shown(value: float, code: str) -> str | None:
    """The number as text where its format is a padded, a percent or a foreign currency one; else None."""
    match speaking(code):
        case "" | "date":
            return None
        case "padded":
            return pad(int(value), code) if value == int(value) else None
        case "percent":
            return f"{_plain(value * 100)}%"
        case sign:
            number = _plain(abs(value))
            return f"{'-' if value < 0 else ''}{sign}{' ' if sign.isalpha() else ''}{number}"


def _plain(value: float) -> str:
    text = f"{value:.{_DIGITS}g}"
    return f"{float(text):.10f}".rstrip("0").rstrip(".") if "e" in text else text


def moment(serial: float, mode_1904: bool = False) -> date | datetime | time | None:
    """The day or time that a serial number stands for, None when there is none."""
    if not 0 <= serial < _LAST_SERIAL:
        return None
    try:
        found = (_EPOCH_1904 if mode_1904 else _EPOCH) + serial * _DAY + timedelta(microseconds=500_000)
    except OverflowError:
        return None
    found = found.replace(microsecond=0)
    if serial < 1 and not mode_1904:
        return found.time()
    if not mode_1904 and serial < 60:
        found += _DAY
    return found if found.time() != time.min else found.date()
