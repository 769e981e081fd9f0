"""Amounts in words, proved against a reader of our own."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.shared.capitals import LARGEST, chinese_capitals, english_words

_DIGITS = {sign: value for value, sign in enumerate("零壹贰叁肆伍陆柒捌玖")}
_UNITS = {"拾": 10, "佰": 100, "仟": 1000}


def _section(text: str) -> int:
    total = digit = 0
    for sign in text:
        if sign in _DIGITS:
            digit = _DIGITS[sign]
        else:
            total += digit * _UNITS[sign]
            digit = 0
    return total + digit


def _read(text: str) -> Decimal:
    minus = text.startswith("负")
    whole, _, rest = text.removeprefix("负").rpartition("元")
    value = 0
    for unit, size in (("亿", 10**8), ("万", 10**4)):
        if unit in whole:
            head, _, whole = whole.rpartition(unit) if unit == "亿" else whole.partition(unit)
            value += (int(_read(head + "元")) if "万" in head else _section(head)) * size
    value += _section(whole)
    jiao = re.search(r"([壹贰叁肆伍陆柒捌玖])角", rest)
    fen = re.search(r"([壹贰叁肆伍陆柒捌玖])分", rest)
    found = (
        Decimal(value) + Decimal(_DIGITS[jiao[1]] if jiao else 0) / 10 + Decimal(_DIGITS[fen[1]] if fen else 0) / 100
    )
    return -found if minus else found


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("16409.02", "壹万陆仟肆佰零玖元零贰分"),
        ("118650", "壹拾壹万捌仟陆佰伍拾元整"),
        ("0", "零元整"),
        ("0.5", "伍角整"),
        ("10000.05", "壹万元零伍分"),
        ("20000000", "贰仟万元整"),
        ("-3.10", "负叁元壹角整"),
        ("1409.5", "壹仟肆佰零玖元伍角整"),
    ],
)
def test_capitals_by_the_rules_for_cheques(value: str, words: str) -> None:
    assert chinese_capitals(Decimal(value)) == words


@given(st.decimals(min_value=0, max_value=LARGEST - 1, places=2, allow_nan=False))
def test_capitals_read_back_as_the_amount(value: Decimal) -> None:
    words = chinese_capitals(value)
    assert _read(words) == value
    assert "零零" not in words
    assert words.endswith("整") == (not words.endswith("分"))


def test_no_words_for_what_no_cheque_holds() -> None:
    with pytest.raises(ValueError, match="cheque"):
        chinese_capitals(LARGEST)


@pytest.mark.parametrize(
    ("value", "currency", "words"),
    [
        ("118650", "CNY", "One hundred eighteen thousand six hundred fifty yuan only"),
        ("1", "USD", "One US dollar only"),
        ("21.05", "USD", "Twenty-one US dollars and five cents"),
        ("1000000", "JPY", "One million yen only"),
        ("0", "EUR", "Zero euros only"),
    ],
)
def test_english_words(value: str, currency: str, words: str) -> None:
    assert english_words(Decimal(value), currency) == words
