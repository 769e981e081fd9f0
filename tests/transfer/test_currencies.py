"""Amounts in the currencies of others: into the record's own currency, or told and kept where a field has only the book's."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from app.records.workspace import Workspace
from app.shared.currencies import named
from app.shared.money import parse_amount
from tests.transfer.imports import held, imported
from tests.transfer.sheets_made import workbook


@pytest.mark.parametrize(
    ("text", "amount", "code"),
    [
        ("S$1,200.50", "1200.50", "SGD"),
        ("HK$ 3,000", "3000", "HKD"),
        ("NT$12000", "12000", "TWD"),
        ("R$ 500,00", "500", "BRL"),
        ("A$900", "900", "AUD"),
        ("C$800", "800", "CAD"),
        ("CHF 1'200.00", "1200", "CHF"),
        ("RM 4,500.00", "4500", "MYR"),
        ("₹1,20,000", "120000", "INR"),
        ("฿35,000", "35000", "THB"),
        ("25.000.000 ₫", "25000000", "VND"),
        ("Rp 15.000", "15000", "IDR"),
        ("港币5000元", "5000", "HKD"),
        ("1200美金", "1200", "USD"),
        ("欧元 800", "800", "EUR"),
        ("80万日元", "800000", "JPY"),
        ("3万美元", "30000", "USD"),
        ("12万元", "120000", "CNY"),
        ("1.2亿", "120000000", ""),
        ("US$ 3 million", "3000000", "USD"),
        ("500 Kč", "500", "CZK"),
        ("5000元人民币", "5000", "CNY"),
    ],
)
def test_amounts_name_their_currency(text: str, amount: str, code: str) -> None:
    assert parse_amount(text) == Decimal(amount)
    assert named(text, "CNY") == code


def test_the_sign_of_several_is_that_of_the_book() -> None:
    assert [named("$90", home) for home in ("CNY", "SGD", "EUR")] == ["USD", "SGD", "USD"]
    assert [named("¥90", home) for home in ("CNY", "JPY", "EUR")] == ["CNY", "JPY", "CNY"]
    assert [named(text, "CNY", amount=False) for text in ("RM code", "Price (USD)", "单价(美元)")] == ["", "USD", "USD"]
    assert parse_amount("FIRM 12") is None


def test_quotes_take_the_currency_of_their_amounts(ws: Workspace, tmp_path: Path) -> None:
    rows = [
        ["报价单号", "客户", "日期", "品名", "数量", "单价", "金额"],
        ["Q1", "甲泵业有限公司", "2024-01-02", "泵", 2, "US$100", "US$200"],
        ["Q1", "甲泵业有限公司", "2024-01-02", "阀", 1, "US$50", "US$50"],
        ["Q2", "乙泵业有限公司", "2024-02-02", "阀", 1, "S$50", "S$50"],
        ["Q3", "丙泵业有限公司", "2024-02-02", "阀", 10, "￥50", "￥500"],
        ["Q4", "丁泵业有限公司", "2024-02-03", "阀", 1, "HK$5", "HK$5"],
        ["Q4", "丁泵业有限公司", "2024-02-03", "泵", 1, "€7", "€7"],
    ]
    done = imported(ws, workbook(tmp_path / "报价.xlsx", 报价=rows))
    assert [(one["currency"], one["total"]) for one in held(ws, "quote")] == [
        ("USD", 250), ("SGD", 50), ("CNY", 500), ("HKD", 12),
    ]  # fmt: skip
    assert [one.reason for one in done.sheets[0].problems if "currencies" in one.reason] == [
        "The amounts are in several currencies (HKD, EUR); HKD is taken for all."
    ]


def test_a_price_in_another_currency_is_told_and_kept(ws: Workspace, tmp_path: Path) -> None:
    rows = [
        ["产品编号", "产品名称", "单价", "成本", "币种"],
        ["P1", "泵", "US$12.50", 8, ""],
        ["P2", "阀", 120, "￥60", ""],
        ["P3", "表", 30, 20, "港币"],
    ]
    done = imported(ws, workbook(tmp_path / "产品.xlsx", 产品=rows))
    first, second, third = held(ws, "product")
    assert (first.get("price"), first["cost"], first["notes"]) == (None, 8, "单价: US$12.50")
    assert (second["price"], second["cost"]) == (120, 60)
    assert (third.get("price"), third.get("cost")) == (None, None)
    assert third["notes"] == "币种: 港币\n单价: 30 HKD\n成本: 20 HKD"
    reason = "The amount is in {}, and this field holds CNY only; it is kept in the notes."
    assert [(one.row, one.column, one.reason) for one in done.sheets[0].problems] == [
        (2, "单价", reason.format("USD")),
        (4, "单价", reason.format("HKD")),
        (4, "成本", reason.format("HKD")),
    ]


def test_the_header_names_the_currency(ws: Workspace, tmp_path: Path) -> None:
    rows = [["产品编号", "产品名称", "单价(美元)", "成本(元)"], ["P1", "泵", 12.5, 80]]
    done = imported(ws, workbook(tmp_path / "产品.xlsx", 产品=rows))
    (one,) = held(ws, "product")
    assert (one.get("price"), one["cost"], one["notes"]) == (None, 80, "单价(美元): 12.5")
    assert len(done.sheets[0].problems) == 1


def test_a_list_wholly_in_another_currency_gives_its_figures_and_says_so(ws: Workspace, tmp_path: Path) -> None:
    rows = [
        ["SKU", "Product name", "Unit price", "Cost"],
        ["P1", "Pump", "$12.50", "$8"],
        ["P2", "Valve", "$1,200", "$9"],
    ]
    done = imported(ws, workbook(tmp_path / "products.xlsx", Products=rows))
    assert [(one["price"], one["notes"]) for one in held(ws, "product")] == [
        (Decimal("12.5"), "Unit price: $12.50\nCost: $8"), (1200, "Unit price: $1,200\nCost: $9"),
    ]  # fmt: skip
    (told,) = done.sheets[0].problems
    assert (told.row, told.reason) == (
        2, "All amounts are in USD, those of the book in CNY: the figures are taken as they are, and noted.",
    )  # fmt: skip
