"""Forms: labels beside their values."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from app.main import dictionary
from app.records import queries
from app.records.workspace import Workspace
from app.transfer.commands import plan_import, run_import
from app.transfer.layout.forms import tabled
from tests.transfer.mapping_tools import WORDS, sheet

CARD: list[list[Any]] = [
    ["客户登记表"],
    [],
    ["客户名称", None, "苏州恒瑞机械有限公司"],
    ["联系人", "张伟", "职务", "采购"],
    ["电话", "0512-66001122", "手机", "13800001001"],
    ["地址：", "苏州市吴中区1号"],
    ["验收标准", "按国标"],
    ["备注", None],
]


def test_a_card_becomes_a_row() -> None:
    found = tabled(sheet(CARD), WORDS)
    assert found is not None
    assert dict(zip(*found.rows, strict=True)) == {
        "客户名称": "苏州恒瑞机械有限公司", "联系人": "张伟", "职务": "采购", "电话": "0512-66001122", "手机": "13800001001",
        "地址": "苏州市吴中区1号", "验收标准": "按国标", "备注": None,
    }  # fmt: skip


@pytest.mark.parametrize(
    "rows",
    [
        [["客户名称", "甲公司"], ["电话", "0512-66001122"], ["地址", "苏州"], ["联系人", "张伟"]],
        [["公司名称：甲公司"], ["联系人：张伟"], ["电话：0512-66001122"], ["地址：苏州"]],
        [["Company", "Acme"], ["Contact person", "Ann Lee"], ["Phone", "+1 212 555 0101"], ["Address", "1 Main St"]],
    ],
)
def test_simple_forms(rows: list[list[Any]]) -> None:
    found = tabled(sheet(rows), WORDS)
    assert found is not None
    assert len(found.rows[1]) == 4


@pytest.mark.parametrize(
    "rows",
    [
        [["客户名称", "电话", "地址", "联系人"], *[["甲公司", "0512-66001122", "苏州", "张伟"]] * 4],
        [["客户名称", "电话", "地址", "联系人"], ["甲公司", "0512-66001122", "苏州", "张伟"]],
        [
            ["客户", "甲公司"],
            ["联系人", "张伟"],
            ["序号", "品名", "数量", "单价"],
            *[[n, "轴承", 2, 3] for n in range(8)],
        ],
        [["甲公司", "13800001001"], ["乙公司", "13800001002"], ["丙公司", "13800001003"], ["丁公司", "13800001004"]],
        [],
    ],
)
def test_tables_are_no_forms(rows: list[list[Any]]) -> None:
    assert tabled(sheet(rows), WORDS) is None


def test_what_stands_beside_a_form_is_kept() -> None:
    found = tabled(sheet([*CARD, ["以上信息由销售部填写", None, "老林"]]), WORDS)
    assert found is not None
    assert "老林" in found.rows[1][-1]


def test_a_workbook_of_cards_is_a_customer_each(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for number in range(3):
        page = book.active if number == 0 else book.create_sheet()
        page.title = f"客户{number}"
        for row in CARD:
            page.append([f"{cell}{number}" if cell == "苏州恒瑞机械有限公司" else cell for cell in row])
    book.save(tmp_path / "客户卡.xlsx")
    with_book = Workspace.create(tmp_path / "a.kebu", dictionary())
    try:
        run_import(with_book, plan_import(with_book, [tmp_path / "客户卡.xlsx"]))
        rows = queries.rows(with_book, "customer", queries.ids(with_book, "customer"))
        assert sorted(row["name"] for row in rows) == [f"苏州恒瑞机械有限公司{number}" for number in range(3)]
        assert {row["notes"] for row in rows} == {"验收标准: 按国标"}
        assert queries.count(with_book, "contact") == 3
    finally:
        with_book.close()
