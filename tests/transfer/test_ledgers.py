"""Lists that tell of sales by their shape alone, and lists of what is owed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from app.records.workspace import Workspace
from app.shared.i18n import _
from app.transfer.drafting.owed import WHY
from tests.transfer.imports import held, imported_sheet
from tests.transfer.sheets_made import workbook

A, B, C = "苏州恒瑞机械有限公司", "无锡永泰电气有限公司", "杭州大明仪器有限公司"
D = Decimal


@pytest.mark.parametrize(
    "header",
    [
        ["客户", "产品", "金额", "日期"],
        ["客户名称", "品名", "金额(元)", "日期"],
        ["Customer", "Product", "Amount", "Date"],
    ],
)
def test_each_row_with_a_customer_a_product_an_amount_and_a_day_is_a_sale(
    ws: Workspace, tmp_path: Path, header: list[str]
) -> None:
    rows: list[list[Any]] = [
        header, [A, "离心泵", 1200, "2026-05-01"], [B, "球阀", 300, "2026-05-02"], [A, "机械密封", 80, "2026-06-03"],
    ]  # fmt: skip
    told = imported_sheet(ws, workbook(tmp_path / "x.xlsx", Sheet1=rows))
    assert (told.kind, dict(told.counts)) == ("quotes", {"created": 3})
    names = {one.id: one["name"] for one in held(ws, "customer")}
    assert sorted(names.values()) == sorted([A, B])
    assert [(names[one["customer"]], one["status"], one["total"], one["won_on"]) for one in held(ws, "quote")] == [
        (A, "won", D(1200), date(2026, 5, 1)), (B, "won", D(300), date(2026, 5, 2)), (A, "won", D(80), date(2026, 6, 3)),
    ]  # fmt: skip
    assert [one["name"] for one in held(ws, "quote_line")] == ["离心泵", "球阀", "机械密封"]
    again = imported_sheet(ws, workbook(tmp_path / "y.xlsx", Sheet1=rows))
    assert (again.counts["created"], len(held(ws, "quote"))) == (0, 3)


@pytest.mark.parametrize(
    "rows",
    [
        [
            ["客户", "电话", "产品", "金额", "日期"],
            [A, "0512-66880001", "泵", 9, "2026-05-01"],
            [B, "0510-85550001", "阀", 8, "2026-05-02"],
        ],
        [["客户", "意向产品", "预算金额", "日期"], [A, "泵", 9, "2026-05-01"], [B, "阀", 8, "2026-05-02"]],
        [
            ["客户", "产品", "金额", "日期", "客户级别"],
            [A, "泵", 9, "2026-05-01", "A"],
            [B, "阀", 8, "2026-05-02", "B"],
        ],
        [["客户", "产品", "金额", "日期"], [A, "泵", 9, "2026-05-01"], [B, None, None, None], [C, None, None, None]],
    ],
)
def test_customers_with_what_they_want_stay_customers(ws: Workspace, tmp_path: Path, rows: list[list[Any]]) -> None:
    told = imported_sheet(ws, workbook(tmp_path / "x.xlsx", Sheet1=rows))
    assert (told.kind, held(ws, "quote")) == ("customers", [])


def test_what_is_owed_with_its_day_is_a_sale_of_its_own(ws: Workspace, tmp_path: Path) -> None:
    rows = [["客户名称", "日期", "欠款"], [A, "2026-05-01", 5000], [B, "2026-04-02", 1200.5]]
    told = imported_sheet(ws, workbook(tmp_path / "x.xlsx", Sheet1=rows))
    assert told.kind == "quotes"
    assert [(one["status"], one["total"], one["received"], one["date"]) for one in held(ws, "quote")] == [
        ("won", D(5000), D(0), date(2026, 5, 1)), ("won", D("1200.5"), D(0), date(2026, 4, 2)),
    ]  # fmt: skip
    assert [one["name"] for one in held(ws, "quote_line")] == [_("Still owed from before")] * 2


@pytest.mark.parametrize("name", ["Sheet1", "应收账款"])
def test_what_is_owed_without_a_day_stays_in_the_notes_and_it_is_said(ws: Workspace, tmp_path: Path, name: str) -> None:
    rows = [["客户名称", "欠款金额"], [A, 5000], [B, 1200], [C, 1]]
    told = imported_sheet(ws, workbook(tmp_path / "x.xlsx", **{name: rows}))
    assert (told.kind, told.counts["created"]) == ("customers", 3)
    assert [one["notes"] for one in held(ws, "customer")] == ["欠款金额: 5000", "欠款金额: 1200", "欠款金额: 1"]
    assert [(one.column, one.reason) for one in told.problems] == [("欠款金额", _(WHY))]


def test_who_owes_nothing_is_told_nothing(ws: Workspace, tmp_path: Path) -> None:
    rows = [
        ["客户名称", "电话", "欠款"],
        [A, "0512-66881111", 0],
        [B, "0510-66881111", "0.00"],
        [C, "0571-66881111", 1200],
    ]
    told = imported_sheet(ws, workbook(tmp_path / "a.xlsx", 客户=rows))
    assert [(one.row, one.reason) for one in told.problems] == [(4, _(WHY))]
    told = imported_sheet(ws, workbook(tmp_path / "b.xlsx", 客户=rows[:3]))
    assert not told.problems
