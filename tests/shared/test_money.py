"""Amounts: what people type, and what documents print."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.shared import money

amounts = st.decimals(min_value=-(10**11), max_value=10**11, places=2, allow_nan=False)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("18.6万", "186000"),
        ("￥1,234.50元", "1234.50"),
        ("(1,234.50)", "-1234.50"),
        ("$-142.85", "-142.85"),
        ("-$142.85", "-142.85"),
        ("1.234,56 €", "1234.56"),
        ("1 234,56", "1234.56"),
        ("1'234.50", "1234.50"),
        ("１２３．５", "123.5"),
        ("3.7765", "3.7765"),
        ("$90,000 ", "90000"),
        ("2亿", "200000000"),
        ("10K", "10000"),
        ("500-", "-500"),
        ("1.86E5", "186000"),
        ("0角", "0"),
        ("12.5元/件", "12.5"),
        ("12.5/件", "12.5"),
        ("$3.50/pc", "3.50"),
        ("12元5角", "12.5"),
        ("12元5角3分", "12.53"),
        ("12块5", "12.5"),
        ("5角", "0.5"),
        ("三万五", "35000"),
        ("3万5千", "35000"),
        ("壹万贰仟元整", "12000"),
        ("人民币壹佰贰拾叁元肆角伍分", "123.45"),
        ("1,23,456.00", "123456"),
        ("1.234.567", "1234567"),
        ("12,5", "12.5"),
        ("0,125", "0.125"),
        ("1\u00a0234,56", "1234.56"),
        ("12,345,678", "12345678"),
    ],
)
def test_amounts_as_people_type_them(text: str, value: str) -> None:
    assert money.parse_amount(text) == Decimal(value)


@pytest.mark.parametrize(
    "text",
    [
        "面议",
        "",
        "12.5%",
        "A12",
        "138-0000-2317",
        "1,23,4",
        "(5",
        "1.2.3",
        "138 0000 2317",
        "12 34",
        "1,2345",
        "1,2345.6",
        "万",
        "万元",
        "一般",
        "12/Mar",
        "1E99",
        "元",
        "整",
        "3/5",
        "角",
    ],
)
def test_what_is_no_amount(text: str) -> None:
    assert money.parse_amount(text) is None


@given(st.text(alphabet="0123456789.,' -+()元角分万亿一二十整/件eE￥", max_size=12))
def test_any_text_is_read_or_refused(text: str) -> None:
    value = money.parse_amount(text)
    assert value is None or value.is_finite()


@given(amounts)
def test_what_is_shown_reads_back(value: Decimal) -> None:
    assert money.parse_amount(money.format_amount(value, "CNY")) == value


@given(amounts, st.sampled_from(["CNY", "USD", "JPY", "KWD"]))
def test_minor_units_keep_the_rounded_amount(value: Decimal, currency: str) -> None:
    assert money.from_minor(money.to_minor(value, currency), currency) == money.round_amount(value, currency)


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=6, allow_nan=False))
def test_millionths_keep_six_decimals(value: Decimal) -> None:
    assert money.from_millionths(money.to_millionths(value)) == value


def test_unit_prices_keep_their_decimals() -> None:
    assert money.format_price(Decimal("3.7765")) == "3.7765"
    assert money.format_price(Decimal("42800")) == "42,800.00"
    assert money.round_amount(Decimal("0.005"), "CNY") == Decimal("0.01")
