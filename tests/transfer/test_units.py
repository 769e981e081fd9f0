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


def test_cents_come_in_as_whole_money() -> None:
    rows = [["SKU", "Name", "price_cents", "cost_in_cents"], ["A1", "水泵", 12050, 9000], ["A2", "阀门", 350, "1,200"]]
    assert targets(proposed(rows)) == {"SKU": "code", "Name": "name", "price_cents": "price", "cost_in_cents": "cost"}
    assert [one.customer["price"] for one in drafts(rows)] == [Decimal("120.5"), Decimal("3.5")]
    assert [one.customer["cost"] for one in drafts(rows)] == [90, 12]
