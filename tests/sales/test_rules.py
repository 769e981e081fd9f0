"""The one rule of totals: what is printed adds up, always."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.sales.rules import PricedLine, line_amount, margin, rounded, spread, totals
from app.shared.money import decimals

D = Decimal
prices = st.decimals(min_value=-100_000, max_value=10_000_000, places=6)
quantities = st.none() | st.decimals(min_value=0, max_value=100_000, places=4)
percents = st.none() | st.decimals(min_value=0, max_value=100, places=2)
rates = st.sampled_from([None, D(13), D(9), D(6), D(3), D(1), D(0), D("0.5")])
lines = st.lists(
    st.builds(PricedLine, quantities, st.none() | prices, percents, rates, st.booleans(), st.none() | prices),
    max_size=12,
)
amounts = st.none() | st.decimals(min_value=0, max_value=1_000_000, places=3)
roundings = st.sampled_from(["none", "unit", "unit_down", "ten"])
currencies = st.sampled_from(["CNY", "USD", "JPY"])


@given(lines, st.booleans(), amounts, percents, amounts, rates, roundings, currencies)
def test_printed_figures_add_up(items, included, discount, percent, freight, freight_rate, rounding, currency):
    result = totals(
        items,
        tax_included=included,
        whole_discount=discount,
        discount_percent=percent,
        freight=freight,
        freight_tax_rate=freight_rate,
        rounding=rounding,
        currency=currency,
    )
    step = D(1).scaleb(-decimals(currency))
    figures = [result.subtotal, result.discount, result.freight, result.net, result.total, result.rounding_difference]
    figures += [amount for amount in result.amounts if amount is not None]
    figures += [figure for tax in result.taxes for figure in (tax.base, tax.tax)]
    assert all(figure == figure.quantize(step) for figure in figures)
    assert sum((amount for amount in result.amounts if amount is not None), D(0)) == result.subtotal
    added = D(0) if included else result.tax
    assert result.subtotal - result.discount + result.freight + added + result.rounding_difference == result.total
    assert sum((tax.base for tax in result.taxes), D(0)) == result.net
    assert result.net + result.tax + result.rounding_difference == result.total
    if rounding == "none":
        assert result.rounding_difference == 0
    assert abs(result.rounding_difference) <= {"none": 0, "unit": D("0.5"), "unit_down": 1, "ten": 5}[rounding]


@given(
    st.decimals(min_value=-1_000_000, max_value=1_000_000, places=2),
    st.lists(st.decimals(min_value=-1_000_000, max_value=1_000_000, places=2), max_size=8),
)
def test_spread_is_whole_and_fair(amount, weights):
    parts = spread(amount, weights, "CNY")
    assert len(parts) == len(weights)
    if not weights:
        return
    assert sum(parts) == amount
    whole = sum(abs(weight) for weight in weights)
    if whole:
        for part, weight in zip(parts, weights, strict=True):
            assert abs(part - amount * abs(weight) / whole) < D("0.01")


def test_the_quote_of_the_picture():
    items = [
        PricedLine(D(2), D(42800), D(5), D(13)),
        PricedLine(D(2), D(6900), None, D(13)),
        PricedLine(D(2), D(1280), None, D(13)),
        PricedLine(D(1), D(5600), None, D(13)),
        PricedLine(D(1), D(3500), None, D(13)),
    ]
    result = totals(items, whole_discount=D(1780))
    assert result.amounts == (D("81320.00"), D("13800.00"), D("2560.00"), D("5600.00"), D("3500.00"))
    assert (result.subtotal, result.net, result.tax, result.total) == (
        D("106780.00"),
        D("105000.00"),
        D("13650.00"),
        D("118650.00"),
    )


def test_prices_with_tax_are_taken_apart():
    result = totals([PricedLine(D(1), D(113), None, D(13)), PricedLine(D(1), D(109), None, D(9))], tax_included=True)
    assert result.total == D("222.00")
    assert [(tax.rate, tax.base, tax.tax) for tax in result.taxes] == [
        (D(13), D("100.00"), D("13.00")),
        (D(9), D("100.00"), D("9.00")),
    ]


def test_zero_rate_and_exemption_stay_apart():
    result = totals([PricedLine(D(1), D(10), None, D(0)), PricedLine(D(1), D(10), None, D(13), True)])
    assert [(tax.rate, tax.exempt, tax.tax) for tax in result.taxes] == [(D(0), False, 0), (None, True, 0)]
    assert result.total == 20


def test_whole_discount_is_spread_over_the_rates():
    items = [PricedLine(D(1), D(100), None, D(13)), PricedLine(D(1), D(100), None, D(9)), PricedLine(D(1), D(100))]
    result = totals(items, whole_discount=D("0.10"))
    assert [tax.base for tax in result.taxes] == [D("99.96"), D("99.97"), D("99.97")]


def test_freight_bears_its_own_rate():
    result = totals([PricedLine(D(1), D(100), None, D(13))], freight=D(50), freight_tax_rate=D(9))
    assert [(tax.rate, tax.tax) for tax in result.taxes] == [(D(13), D("13.00")), (D(9), D("4.50"))]
    assert result.total == D("167.50")


@pytest.mark.parametrize(
    ("rounding", "total", "difference"),
    [("none", "118.65", "0"), ("unit", "119", "0.35"), ("unit_down", "118", "-0.65"), ("ten", "120", "1.35")],
)
def test_rounding_shows_its_difference(rounding, total, difference):
    result = totals([PricedLine(D(1), D(105), None, D(13))], rounding=rounding)
    assert (result.total, result.rounding_difference) == (D(total), D(difference))


def test_six_decimals_count_in_full():
    assert line_amount(PricedLine(D(1000), D("3.7765")), "CNY") == D("3776.50")
    assert line_amount(PricedLine(D("0.000001"), D(5000)), "CNY") == D("0.01")


def test_a_price_without_quantity_counts_once_and_text_counts_nothing():
    assert line_amount(PricedLine(None, D(3500)), "CNY") == D(3500)
    assert line_amount(PricedLine(D(3), None), "CNY") is None


def test_halves_go_up():
    assert rounded(D("0.125"), "CNY") == D("0.13")
    assert rounded(D("-0.125"), "CNY") == D("-0.13")
    assert rounded(D("0.5"), "JPY") == 1


def test_margin_counts_lines_with_a_cost():
    items = [PricedLine(D(2), D(100), cost=D(70)), PricedLine(D(1), D(50))]
    found = margin(items, totals(items), "CNY")
    assert found is not None
    assert (found.profit, found.percent, found.complete) == (D("60.00"), D("30.0"), False)
    assert margin([PricedLine(D(1), D(5))], totals([PricedLine(D(1), D(5))]), "CNY") is None


def test_margin_bears_the_discount():
    items = [PricedLine(D(1), D(100), cost=D(50))]
    found = margin(items, totals(items, discount_percent=D(20)), "CNY")
    assert found is not None
    assert (found.profit, found.percent, found.complete) == (D("30.00"), D("37.5"), True)
