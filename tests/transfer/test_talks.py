"""Lists of conversations: their headers tell it, one row is enough, and who visits is one of one's own people."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from app.records import queries
from app.records.record import Record
from app.records.workspace import Workspace
from app.transfer.commands import plan_import, run_import
from app.transfer.grid.talk_words import logged
from app.transfer.plans.options import Options
from tests.transfer.sheets_made import workbook


def talks(ws: Workspace, tmp_path: Path, *rows: list[Any]) -> list[Record]:
    """The conversations that an import of these rows makes."""
    run_import(ws, plan_import(ws, (workbook(tmp_path / "表.xlsx", Sheet1=list(rows)),), Options()))
    return queries.rows(ws, "activity", queries.ids(ws, "activity", (), (("id", False),)))


@pytest.mark.parametrize(
    ("headers", "customer", "told"),
    [
        (["日期", "客户", "拜访人", "受访人", "联系电话", "拜访内容"], 1, True),
        (["拜访时间", "客户", "联系人", "电话", "洽谈内容"], 1, True),
        (["客户姓名", "电话", "回访日期", "回访人", "回访内容"], 0, True),
        (["客户名称", "来访日期", "接待人", "来访人", "来访事由"], 0, True),
        # A list of customers with the last conversation of each.
        (["客户名称", "联系人", "电话", "地址", "跟进日期", "跟进情况"], 0, False),
        (["客户名称", "最近跟进日期", "最近跟进内容", "跟进人"], 0, False),
        (["日期", "客户", "产品", "数量"], 1, False),
        # Nothing but when and what.
        (["客户名称", "跟进时间", "跟进内容"], 0, True),
        (["客户名称", "联系人", "拜访日期", "拜访情况", "负责人ID", "备注"], 0, True),
        (["Customer", "Call date", "Call notes", "owner_id"], 0, True),
        (["客户名称", "电话", "跟进时间", "跟进内容"], 0, False),
        (["客户名称", "日期", "情况"], 0, False),
        # Bare words that tell of it only together.
        (["日期", "客户", "联系人", "方式", "内容"], 1, True),
        (["客户", "联系人", "日期", "内容", "跟进人"], 0, True),
        (["日期", "客户", "联系人", "内容"], 1, False),
        (["日期", "客户", "付款方式", "内容", "金额"], 1, False),
    ],
)
def test_headers_tell_of_conversations(headers: list[str], customer: int, told: bool) -> None:
    assert logged(headers, customer) is told


def test_who_visits_is_ours_and_who_is_visited_is_theirs(ws: Workspace, tmp_path: Path) -> None:
    first, second = talks(
        ws, tmp_path, ["日期", "客户", "拜访人", "受访人", "联系电话", "拜访内容", "结果"],
        ["2026-05-06", "宁波海曙模具厂", "小周", "赵经理", "13800138001", "了解新项目", "约下周看样"],
        ["2026-05-09", "宁波海曙模具厂", "老吴", "赵经理", "13800138001", "报价沟通", "等回复"],
    )  # fmt: skip
    assert [(one["author"], one["text"], one["outcome"]) for one in (first, second)] == [
        ("小周", "了解新项目", "约下周看样"), ("老吴", "报价沟通", "等回复"),
    ]  # fmt: skip
    (person,) = queries.rows(ws, "contact", queries.ids(ws, "contact"))
    assert person["name"] == "赵经理"


@pytest.mark.parametrize(
    ("headers", "author"),
    [
        (["来访日期", "客户名称", "接待人", "来访人", "来访事由"], "李娜"),
        (["拜访日期", "客户名称", "接待人", "拜访人", "拜访内容"], "黄总"),
    ],
)
def test_who_receives_depends_on_who_comes(ws: Workspace, tmp_path: Path, headers: list[str], author: str) -> None:
    (one,) = talks(ws, tmp_path, headers, ["2026-3-1", "东莞精工", "李娜", "黄总", "看厂"])
    assert one["author"] == author
    (person,) = queries.rows(ws, "contact", queries.ids(ws, "contact"))
    assert {person["name"], author} == {"李娜", "黄总"}


def test_calls_after_a_sale_are_done_on_their_day_and_find_the_customer_by_phone(ws: Workspace, tmp_path: Path) -> None:
    first, second, third = talks(
        ws, tmp_path, ["手机号", "回访日期", "回访情况", "回访员", "处理结果"],
        ["13911112222", "2026/4/1", "使用正常", "小林", "无需处理"],
        ["13911113333", "2026/4/2", "噪音大", "小林", "安排上门"],
        ["13911112222", "2026/4/9", "又打来，问滤芯", "小何", "已寄"],
    )  # fmt: skip
    assert (first["done_at"], first["author"], first["outcome"]) == (datetime(2026, 4, 1), "小林", "无需处理")
    assert first["customer"] == third["customer"] != second["customer"]
    customers = queries.rows(ws, "customer", queries.ids(ws, "customer", (), (("id", False),)))
    assert [one["name"] for one in customers] == ["13911112222", "13911113333"]


def test_a_day_that_is_written_once_for_several_visits(ws: Workspace, tmp_path: Path) -> None:
    found = talks(
        ws, tmp_path, ["日期", "拜访客户", "接洽人/职务", "联系电话", "拜访目的", "洽谈情况及结果"],
        ["2023-9-4", "嘉善三立传动", "陆工/设备科", "0573-84120011", "推荐新品", "对新款减速机有兴趣"],
        ["", "平湖华星箱包", "俞经理/采购", "13857300012", "催款", "承诺月底付5万"],
        ["2023-9-5", "海宁皮革城物业", "", "", "初访", "留资料"],
    )  # fmt: skip
    assert [one["done_at"].day for one in found] == [4, 4, 5]
    assert "留资料" in found[2]["text"]


def test_the_year_over_the_table_is_that_of_its_days(ws: Workspace, tmp_path: Path) -> None:
    found = talks(
        ws, tmp_path, ["工作周报（第36周）"], ["姓名：邵建平   2023.9.4-9.10"], ["日期", "拜访客户", "拜访目的", "洽谈情况及结果"],
        ["9月4日 周一", "嘉善三立传动", "推荐新品", "对新款减速机有兴趣"], ["", "平湖华星箱包", "催款", "承诺月底付5万"],
        ["9月5日 周二", "海宁皮革城物业", "初访", "留资料"],
    )  # fmt: skip
    assert [(one["done_at"].year, one["done_at"].day) for one in found] == [(2023, 4), (2023, 4), (2023, 5)]


def test_with_whom_was_spoken_makes_no_customers_of_conversations(ws: Workspace, tmp_path: Path) -> None:
    first, second = talks(
        ws, tmp_path, ["日期", "客户", "联系人", "方式", "内容", "跟进人"],
        ["2026-01-03", "绍兴柯桥轴承厂", "马丽", "电话", "询问交期", "老王"],
        ["2026-01-08 14:30", "绍兴柯桥轴承厂", "马丽", "上门", "投诉轴承有异响", "老王"],
    )  # fmt: skip
    assert [(one["kind"], one["text"], one["author"]) for one in (first, second)] == [
        ("call", "询问交期", "老王"), ("visit", "投诉轴承有异响", "老王"),
    ]  # fmt: skip
    assert second["done_at"] == datetime(2026, 1, 8, 14, 30)
