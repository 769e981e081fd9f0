"""Amounts whose header says in which unit they are: cents, thousands, 万元."""

from __future__ import annotations

from decimal import Decimal

import pytest

from app.transfer.grid.units import factor
from tests.transfer.mapping_tools import drafts, proposed, targets

THOUSAND = Decimal(1000)


@pytest.mark.parametrize(
    ("header", "times"),
    [
        ("价格(分)", "0.01"), ("单价/分", "0.01"), ("单价：分", "0.01"), ("价格（分/个）", "0.01"), ("Price (cents)", "0.01"),
        ("price_cents", "0.01"), ("priceInCents", "0.01"), ("Цена, коп.", "0.01"), ("单价（角）", "0.1"), ("金额/万元", "10000"),
        ("销售额万元", "10000"), ("信用额度(万)", "10000"), ("单价（万美元）", "10000"), ("単価（千円）", "1000"), ("합계(천원)", "1000"),
        ("Price (k€)", "1000"), ("Umsatz in T€", "1000"), ("Umsatz TEUR", "1000"), ("Amount (000s)", "1000"),
        ("Сумма, тыс. руб.", "1000"), ("Total in thousands", "1000"), ("Revenue (M€)", "1000000"), ("合同额（亿元）", "100000000"),
        ("Preis (kEUR)", "1000"), ("Revenue kUSD", "1000"), ("Umsatz k EUR", "1000"), ("Umsatz 2024 TEUR", "1000"),
        ("销售额2024万元", "10000"), ("Сумма за 2024, тыс. руб.", "1000"),
    ],
)  # fmt: skip
def test_a_unit_in_the_header(header: str, times: str) -> None:
    assert factor(header) == Decimal(times)


@pytest.mark.parametrize(
    "header",
    [
        "积分", "单价(元/千只)", "单价（元/万只）", "万能胶单价", "per cent", "percent", "Price per 1,000", "Price per thousand",
        "Preis € / t", "Price/t €", "net €", "价格(元)", "Price",
    ],
)  # fmt: skip
def test_what_is_priced_is_no_unit_of_the_money(header: str) -> None:
    assert factor(header) == 1


@pytest.mark.parametrize(
    "header",
    [
        "Preis pro 1'000", "Price per '000", "Price per (000)", "Цена за тыс. шт", "Cena za tys. szt.", "Cena za tis. ks",
        "Prix au millier", "Prix le millier", "Preis für Tsd", "Preis ab tausend", "Price (one thousand)", "Price a thousand",
        "EP 1'000 Stk", "单价（1千）", "单价（一千）", "单价（元/1万）", "单价(元/ 万)", "单价(1万)", "单价(>=1万)",
    ],
)  # fmt: skip
def test_a_thousand_that_a_price_is_of_is_no_unit(header: str) -> None:
    assert factor(header) == factor(header, each=True) == 1


@pytest.mark.parametrize(("header", "times"), [
    ("Ár ezer darabra", 1), ("Price tis", 1), ("Price 000's", 1), ("单价 万", 1), ("Price (000)", 1000), ("价格(万)", 10000),
    ("价格（万/台）", 10000), ("单价（千元）", 1000), ("Price (Rs. in '000)", 1000), ("Цена, тыс. руб.", 1000), ("Preis T€", 1000),
])  # fmt: skip
def test_prices_are_in_thousands_beside_money_or_alone_in_brackets(header: str, times: int) -> None:
    assert factor(header, each=True) == times


def test_prices_for_a_thousand_come_in_as_they_stand() -> None:
    rows = [["Artikelnummer", "Bezeichnung", "Preis pro 1'000"], ["A1", "Schraube", 12.5], ["A2", "Mutter", 13.5]]
    assert [one.customer["price"] for one in drafts(rows)] == [Decimal("12.5"), Decimal("13.5")]
    rows = [["Artikel", "Preis (kEUR)"], ["Ventil", 1.5], ["Pumpe", 2]]
    assert [one.customer["price"] for one in drafts(rows)] == [1500, 2000]


def test_cents_come_in_as_whole_money() -> None:
    rows = [["SKU", "Name", "price_cents", "cost_in_cents"], ["A1", "水泵", 12050, 9000], ["A2", "阀门", 350, "1,200"]]
    assert targets(proposed(rows)) == {"SKU": "code", "Name": "name", "price_cents": "price", "cost_in_cents": "cost"}
    assert [one.customer["price"] for one in drafts(rows)] == [Decimal("120.5"), Decimal("3.5")]
    assert [one.customer["cost"] for one in drafts(rows)] == [90, 12]
