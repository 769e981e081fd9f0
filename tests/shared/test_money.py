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
    ],
)
def test_amounts_as_people_type_them(text: str, value: str) -> None:
    assert money.parse_amount(text) == Decimal(value)


@pytest.mark.parametrize("text", ["面议", "", "12.5%", "A12", "138-0000-2317", "1,23,4", "(5", "1.2.3"])
def test_what_is_no_amount(text: str) -> None:
    assert money.parse_amount(text) is None


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
