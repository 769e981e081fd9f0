"""Lists of opportunities that people keep by hand."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from app.records.workspace import Workspace
from app.transfer.converting.deal_stages import state
from tests.transfer.imports import held, imported
from tests.transfer.sheets_made import workbook

PIPELINE: list[list[Any]] = [
    ["Company", "Contact person", "E-mail", "Deal", "Stage", "Value (k€)", "Prob. %", "Expected close", "Last contact"],
    ["Acme GmbH", "Anna Schmidt", "a@acme.example", "Retrofit", "Proposal", "45,5", "60%", "15.12.2025", "03.11.2025"],
    ["Bolt & Co. KG", "Jürgen Weiß", None, "Spare parts", "Won", 12, "100%", "01.10.2025", "01.10.2025"],
    ["Zanetti S.p.A.", "Paolo Zanetti", None, "New press", "Lost", "120", "0%", "01.09.2025", "15.08.2025"],
]
PROJECTS: list[list[Any]] = [
    ["序号", "项目名称", "客户", "阶段", "预计金额(万)", "预计签单", "负责人", "备注"],
    [1, "三期扩产", "苏州恒达机电有限公司", "投标", 120, "2026-12-20", "李敏", "对手：上银"],
    [2, "旧线翻新", "无锡新瑞自动化有限公司", "已签约", 35.5, "2026-10-20", "王强", None],
    [3, "仓储", "昆山亿达有限公司", "丢单", 20, None, "王强", "价格高"],
]


def test_deals_become_quotes_and_who_is_wooed_a_customer(ws: Workspace, tmp_path: Path) -> None:
    (done,) = imported(ws, workbook(tmp_path / "a.xlsx", Pipeline=PIPELINE)).sheets
    assert (done.kind, dict(done.counts)) == ("quotes", {"created": 3})
    quotes = held(ws, "quote")
    assert [(one["project"], one["status"]) for one in quotes] == [
        ("Retrofit", "sent"), ("Spare parts", "won"), ("New press", "lost"),
    ]  # fmt: skip
    assert [one["total"] for one in quotes] == [Decimal(45500), Decimal(12000), Decimal(120000)]
    assert [one["won_on"] for one in quotes] == [None, date(2025, 10, 1), None]
    acme = held(ws, "customer")[0]
    assert (acme["name"], acme["email"], acme["last_contact_on"]) == ("Acme GmbH", "a@acme.example", date(2025, 11, 3))
    assert [one["name"] for one in held(ws, "contact")] == ["Anna Schmidt", "Jürgen Weiß", "Paolo Zanetti"]


def test_projects_with_a_stage_and_what_they_may_bring_are_deals(ws: Workspace, tmp_path: Path) -> None:
    imported(ws, workbook(tmp_path / "a.xlsx", 项目跟进=PROJECTS))
    assert [(one["project"], one["status"], one["total"]) for one in held(ws, "quote")] == [
        ("三期扩产", "sent", Decimal(1200000)), ("旧线翻新", "won", Decimal(355000)), ("仓储", "lost", Decimal(200000)),
    ]  # fmt: skip


CUSTOMERS: dict[str, Any] = {
    "电话": "0512-6288123{}", "固定电话": "0512-6288123{}", "联系人": "张伟", "地址": "苏州市星湖街{}号", "微信": "wx1234{}a",
    "商机": "水泵", "预计金额": 20000, "成功率": "50%", "Contact": "Ann Lee", "Mobile phone": "+1 617 555 013{}", "Opportunity": "Pumps",
    "Email address": "a{}@b.example", "Expected close": "2025-01-0{}", "Address": "{} High St", "Industry": "Steel",
}  # fmt: skip


@pytest.mark.parametrize(
    "head",
    [
        "客户名称 电话 阶段 预计金额", "客户名称 联系人 阶段 地址", "公司名称 项目名称 项目进度 地址",
        "客户名称 联系人 固定电话 微信 地址 阶段 成功率", "Company|Contact|Mobile phone|Email address|Stage|Expected close",
        "Company|Address|Industry|Opportunity|Stage", "客户名称 电话 地址 商机 阶段",
    ],
)  # fmt: skip
def test_customers_with_a_stage_stay_customers(ws: Workspace, tmp_path: Path, head: str) -> None:
    heads = head.split("|") if "|" in head else head.split()
    rows = [
        [f"苏州第{sign}机电有限公司", *(str(CUSTOMERS.get(one, "意向")).format(number) for one in heads[1:])]
        for number, sign in enumerate("一二三四", 1)
    ]
    (done,) = imported(ws, workbook(tmp_path / "a.xlsx", 客户=[heads, *rows])).sheets
    assert done.kind == "customers"


@pytest.mark.parametrize(
    ("stage", "told"),
    [
        ("未赢单", "draft"), ("待签约", "draft"), ("即将成交", "draft"), ("成交中", "draft"), ("Not won", "draft"), ("2", "draft"),
        ("Won't buy", "draft"), ("Almost won", "draft"), ("Not lost", "draft"), ("not accepted", "lost"), ("未中标", "lost"),
        ("签约失败", "lost"), ("已签约", "won"), ("Closed Won", "won"), ("合同谈判", "sent"),
    ],
)  # fmt: skip
def test_what_is_yet_to_be_won_is_not(stage: str, told: str) -> None:
    assert state(stage) == told
