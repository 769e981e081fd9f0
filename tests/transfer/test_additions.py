"""What the review tells of a new row is what the book has after the import."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from app.records import queries
from app.records.values import show
from app.records.workspace import Workspace
from app.shared.i18n import translate
from app.transfer.commands import plan_import, run_import
from app.transfer.grid.sheets import Sheet, Workbook
from app.transfer.plans.planned import Action
from app.transfer.reviewing.additions import NewCell, new_cells

CUSTOMERS: list[list[Any]] = [
    ["客户名称", "等级", "电话", "联系人1", "手机1", "联系人2", "手机2", "城市", "开户行", "上次联系"],
    [
        "苏州恒瑞机械",
        "A",
        "0512-65201234",
        "周工",
        "138-0000-2317",
        "李会计",
        "13900006402",
        "苏州",
        "工行",
        "2025.11.3",
    ],
    ["合肥远景塑胶", "B", "", "许峰", "15100003370", "", "", "合肥", "", ""],
]
PRODUCTS: list[list[Any]] = [
    ["货号", "品名", "规格", "单位", "零售价"],
    ["00123", "深沟球轴承", "6204-2RS", "只", "12.50"],
]
QUOTES: list[list[Any]] = [
    ["报价单号", "报价日期", "客户名称", "品名", "数量", "单价", "备注"],
    ["Q-7", "2025-03-02", "苏州恒瑞机械", "深沟球轴承", 20, 12.5, "急"],
]
FILES = {"customer": CUSTOMERS, "product": PRODUCTS, "quote": QUOTES}


def told(ws: Workspace, rows: list[list[Any]], at: int = 0) -> list[NewCell]:
    plan = plan_import(ws, [Workbook(Path("旧.xlsx"), "xlsx", (Sheet("表", rows),))])
    row = plan.sheets[0].rows[at]
    assert row.action is Action.CREATE
    found = new_cells(ws, plan, 0, row, rows[row.number - 1])
    run_import(ws, plan)
    return found


def test_each_field_stands_beside_what_the_file_says(ws: Workspace) -> None:
    found = {one.label: (one.file, one.value) for one in told(ws, CUSTOMERS)}
    assert found["Customer name"] == ("苏州恒瑞机械", "苏州恒瑞机械")
    assert found["Phone"] == ("0512-65201234", "0512 6520 1234")
    assert found["Contact’s name"] == ("周工", "周工")
    assert found["Contact: Mobile"] == ("138-0000-2317", "138 0000 2317")
    assert found["Contact 2: Mobile"] == ("13900006402", "139 0000 6402")
    assert found["Bank"] == ("工行", "工行")


def test_nothing_is_told_of_what_a_row_leaves_empty(ws: Workspace) -> None:
    found = told(ws, CUSTOMERS, 1)
    assert not [one for one in found if not one.value or one.label.startswith("Contact 2")]


@pytest.mark.parametrize("kind", FILES)
def test_what_is_told_is_what_the_book_has_afterwards(ws: Workspace, kind: str) -> None:
    record, today = ws.dictionary.type(kind), ws.clock.today()
    labels = {translate(field.label): field for field in record.fields} | {"Customer name": record.field(record.title)}
    mine = [one for one in told(ws, FILES[kind]) if one.label in labels and one.label != "Customer"]
    (made, *_rest) = queries.rows(ws, kind, queries.ids(ws, kind, (), (("id", False),)))
    assert len(mine) >= 4
    for one in mine:
        field = labels[one.label]
        assert one.value == show(field, made.values[field.name], currency=ws.currency, today=today), one


def test_a_row_that_is_not_the_files_has_no_cells_beside_it(ws: Workspace) -> None:
    plan = plan_import(ws, [Workbook(Path("旧.xlsx"), "xlsx", (Sheet("表", PRODUCTS),))])
    found = new_cells(ws, plan, 0, plan.sheets[0].rows[0])
    assert {one.file for one in found} == {""}
    assert "深沟球轴承" in {one.value for one in found}
