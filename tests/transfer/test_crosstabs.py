"""Crosstabs: amounts of months, quarters and years beside the customer, kept together in the notes."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.transfer.columns.mapping import propose
from app.transfer.drafting.context import Context
from app.transfer.drafting.drafts import draft
from app.transfer.layout import periods
from app.transfer.layout.shaping import prepared
from app.transfer.reviewing.preview import changed_cells
from tests.transfer.mapping_tools import TYPES, WORDS, book, drafts, proposed, sheet, targets

MONTHS = [f"{number}月" for number in range(1, 13)]


def notes(rows: list[list[Any]], merged: list[tuple[int, int, int, int]] | None = None, name: str = "Sheet1") -> Any:
    return drafts(rows, merged or (), name)[0].customer["notes"]


def test_months_and_their_total_stand_in_one_line() -> None:
    rows = [
        ["2023年客户销售额统计"], ["单位：元"], ["序号", "客户名称", "区域", *MONTHS, "合计"],
        [1, "苏州甲有限公司", "苏州", *[1200.5 * number for number in range(12)], 79233],
        [2, "苏州乙有限公司", "苏州", 5, *[None] * 11, 5], [None, "合计", None, *[1] * 12, 12],
    ]  # fmt: skip
    found = proposed(rows)
    assert (found.kind, found.layout.header_row, found.layout.data) == ("customers", 3, (3, 4))
    assert {targets(found)[month] for month in [*MONTHS, "合计"]} == {"notes"}
    told = drafts(rows)
    assert told[0].customer["notes"].startswith("2023年客户销售额统计 (元): 1月 0; 2月 1,200.5; 3月 2,401;")
    assert told[1].customer["notes"] == "2023年客户销售额统计 (元): 1月 5; 合计 5"


@pytest.mark.parametrize(
    ("rows", "merged", "line"),
    [
        (
            [["客户", "2023年", "", "", "2024年", "", "", "合计"], ["", *MONTHS[:3], *MONTHS[:3], ""], ["甲公司", 1, 2, 3, 4, 5, 6, 21]],
            (), "销售额: 2023年1月 1; 2023年2月 2; 2023年3月 3; 2024年1月 4; 2024年2月 5; 2024年3月 6; 合计 21",
        ),
        (
            [["客户", "2023年销售额", None, None, None, None, None], [None, 1, 2, 3, 4, 5, 6], ["甲公司", 1, 2, 3, 4, 5, 6]],
            [(0, 0, 1, 0), (0, 1, 0, 6)], "2023年销售额: 1月 1; 2月 2; 3月 3; 4月 4; 5月 5; 6月 6",
        ),
        (
            [["客户名称", *(datetime(2023, month, 1) for month in (1, 2, 3)), "Total"], ["甲公司", 1.5, 2, 3, 6.5]],
            (), "销售额 2023: 2023-01 1.5; 2023-02 2; 2023-03 3; Total 6.5",
        ),
        (
            [["Customer", "Jan", "Feb", "Mar", "Q1", "Apr", "May", "Jun", "Q2", "Total"], ["Acme Ltd", 1, 2, 3, 6, 1, 2, 3, 6, 12]],
            (), "销售额: Jan 1; Feb 2; Mar 3; Q1 6; Apr 1; May 2; Jun 3; Q2 6; Total 12",
        ),
        (
            [["客户名称", "1月", None, "2月", None, "3月", None], [None, *["数量", "金额"] * 3], ["甲公司", 1, 100, 2, 200, 3, 300]],
            [(0, 0, 1, 0), (0, 1, 0, 2), (0, 3, 0, 4), (0, 5, 0, 6)],
            "销售额: 1月 数量 1; 1月 金额 100; 2月 数量 2; 2月 金额 200; 3月 数量 3; 3月 金额 300",
        ),
        (
            [["客户名称", "2021年采购额(万元)", "2022年采购额(万元)"], ["甲公司", 10, "12.5"]],
            (), "采购额(万元): 2021年 10; 2022年 12.5",
        ),
        ([["客户名称", 2021, 2022, 2023, "平均"], ["甲公司", 100000, None, 5, 50002.5]], (), "销售额: 2021 100,000; 2023 5; 平均 50,002.5"),
    ],
)  # fmt: skip
def test_shapes_of_crosstabs(rows: list[list[Any]], merged: list[tuple[int, int, int, int]], line: str) -> None:
    assert notes(rows, merged, "销售额") == line


def test_a_month_that_the_user_sends_elsewhere_leaves_the_line() -> None:
    rows = [["客户名称", "1月", "2月", "3月"], ["甲公司", 1, 2, 3]]
    found = proposed(rows).changed(2, ("custom:二月",))
    assert [column.targets for column in found.columns] == [("name",), ("notes",), ("custom:二月",), ("notes",)]
    assert changed_cells(book(sheet(rows)), {}).sheets[0].rows == rows


@pytest.mark.parametrize(
    ("cell", "sort", "rest"),
    [
        ("1月", "month", ""), ("十二月", "month", ""), ("2023年1月", "month", ""), ("2023-01", "month", ""), ("202311", "month", ""),
        ("Jan-23", "month", ""), ("1月销售额", "month", "销售额"), ("销售额(1月)", "month", "销售额"), ("2023Q2", "quarter", ""),
        ("第一季度", "quarter", ""), ("上半年", "half", ""), ("2021年度", "year", ""), (2020, "year", ""), ("W12", "week", ""),
        (date(2023, 5, 1), "day", ""), (7, "bare", ""),
    ],
)  # fmt: skip
def test_spans_of_time(cell: Any, sort: str, rest: str) -> None:
    found = periods.period(cell)
    assert found is not None
    assert (found.sort, found.rest) == (sort, rest)


@pytest.mark.parametrize("cell", ["12个月", "Market", "Mary", "13800001001", "客户名称", None, 3.5, "0512-66001122"])
def test_what_is_no_span_of_time(cell: Any) -> None:
    assert periods.period(cell) is None


def test_dates_of_one_deal_are_no_calendar() -> None:
    deal = [(0, date(2024, 1, 3)), (1, date(2024, 2, 11)), (2, date(2024, 2, 29))]
    assert periods.runs(deal) == []
    assert len(periods.runs([(number, date(2024, number + 1, 1)) for number in range(4)])) == 1


@settings(deadline=None)
@given(st.lists(st.one_of(st.none(), st.integers(0, 10**9), st.text(max_size=8)), min_size=12, max_size=12))
def test_every_amount_stands_in_the_notes(amounts: list[Any]) -> None:
    rows = [["客户名称", *MONTHS], ["甲有限公司", *amounts], ["乙有限公司", *[1] * 12]]
    said = drafts(rows)[0].customer.get("notes") or ""
    for cell in amounts:
        if isinstance(cell, int):
            assert f"{cell:,}" in said


def test_the_same_crosstab_for_another_year_is_a_table_of_its_own() -> None:
    head = ["客户", *MONTHS[:3], "合计"]
    rows = [["2022年"], head, ["甲公司", 1, 2, 3, 6], [], ["2023年"], head, ["甲公司", 4, 5, 6, 15]]
    made = prepared(book(sheet(rows, name="销售额")), WORDS)
    told = [draft(one, propose(one, WORDS), Context(TYPES))[0][0].customer["notes"] for one in made.sheets]
    assert told == ["销售额 2022年: 1月 1; 2月 2; 3月 3; 合计 6", "销售额 2023年: 1月 4; 2月 5; 3月 6; 合计 15"]


def test_months_may_go_down_and_customers_across() -> None:
    rows = [
        ["2023年销售额"],
        ["月份", "甲公司", "乙公司"],
        ["1月", 100, 200],
        ["2月", 110, None],
        ["3月", 120, 220],
        ["合计", 330, 420],
    ]
    (made,) = prepared(book(sheet(rows)), WORDS).sheets
    found = draft(made, propose(made, WORDS), Context(TYPES))[0]
    assert [(one.customer["name"], one.customer["notes"]) for one in found] == [
        ("甲公司", "2023年销售额: 1月 100; 2月 110; 3月 120; 合计 330"), ("乙公司", "2023年销售额: 1月 200; 3月 220; 合计 420"),
    ]  # fmt: skip
