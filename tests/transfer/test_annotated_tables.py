"""Remarks in the copy of a file whose sheets hold several tables, or forms."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook

from app.records import queries
from app.records.workspace import Workspace
from app.transfer import commands
from app.transfer.grid.remarks import is_remark
from app.transfer.reviewing.annotated import save_annotated
from app.transfer.reviewing.report import result

CUSTOMERS = [
    ["客户名称", "联系人", "电话"],
    ["苏州甲有限公司", "张伟", "13800001001"],
    ["苏州乙有限公司", "李娜", "13800001002"],
]
PRODUCTS = [["品名", "规格", "单价"], ["轴承", "6204", 12.5], ["链条", "08B", "很贵"]]


def copied(ws: Workspace, folder: Path, rows: list[list[Any]]) -> Any:
    book = Workbook()
    book.active.title = "资料"
    for row in rows:
        book.active.append(row)
    book.save(folder / "a.xlsx")
    plan = commands.plan_import(ws, [folder / "a.xlsx"])
    commands.run_import(ws, plan)
    save_annotated(plan, folder / "a.xlsx", folder / "b.xlsx")
    return load_workbook(folder / "b.xlsx")


def test_tables_below_each_other_share_the_columns(ws: Workspace, tmp_path: Path) -> None:
    page = copied(ws, tmp_path, [*CUSTOMERS, [], *PRODUCTS])["资料"]
    assert page.max_column == 5
    assert [page.cell(row, 4).value for row in (2, 3, 6, 7)] == ["Added"] * 4
    assert is_remark(page.cell(1, 4).value)
    assert is_remark(page.cell(5, 4).value)
    again = commands.plan_import(ws, [tmp_path / "b.xlsx"])
    assert [(sheet.proposal.kind, len(sheet.rows)) for sheet in again.sheets] == [("customers", 2), ("products", 2)]
    save_annotated(again, tmp_path / "b.xlsx", tmp_path / "c.xlsx")
    assert load_workbook(tmp_path / "c.xlsx")["资料"].max_column == 5


def test_tables_side_by_side_have_their_own(ws: Workspace, tmp_path: Path) -> None:
    page = copied(ws, tmp_path, [[*one, None, *other] for one, other in zip(CUSTOMERS, PRODUCTS, strict=True)])["资料"]
    assert [is_remark(str(page.cell(1, column).value)) for column in (8, 9, 10, 11)] == [True] * 4
    again = commands.plan_import(ws, [tmp_path / "b.xlsx"])
    assert [sheet.counts["created"] for sheet in result(again, None).sheets] == [0, 0]
    save_annotated(again, tmp_path / "b.xlsx", tmp_path / "c.xlsx")
    assert load_workbook(tmp_path / "c.xlsx")["资料"].max_column == 11


def test_forms_have_a_list_behind_them_which_is_no_table_when_it_comes_again(ws: Workspace, tmp_path: Path) -> None:
    form = [
        ["客户名称", "甲有限公司"],
        ["联系人", "张伟"],
        ["电话", "不知道"],
        ["地址", "苏州市1号"],
        ["邮箱", "a@b.cn"],
    ]
    book = copied(ws, tmp_path, form)
    assert book.sheetnames == ["资料", "资料 Kebu"]
    assert [[cell.value for cell in row] for row in book["资料"].iter_rows()] == form
    assert [cell.value for cell in book["资料 Kebu"][2]][:2] == ["甲有限公司", "Added"]
    commands.run_import(ws, commands.plan_import(ws, [tmp_path / "b.xlsx"]))
    assert queries.count(ws, "customer") == 1


def test_groups_and_companies_over_their_people_stay_so_when_the_copy_comes_again(
    ws: Workspace, tmp_path: Path
) -> None:
    groups = [["客户名称", "联系人", "电话"], ["江苏省"], *CUSTOMERS[1:]]
    copied(ws, tmp_path, groups)
    plan = commands.plan_import(ws, [tmp_path / "b.xlsx"])
    (again,) = plan.sheets
    assert (len(again.rows), dict(again.proposal.layout.skipped)[1]) == (2, "group")
    assert result(plan, None).counts["created"] == 0
    people = [
        ["姓名", "手机"],
        ["无锡丙有限公司"],
        ["王芳", "13900001001"],
        ["无锡丁有限公司"],
        ["赵六", "13900001002"],
    ]
    page = copied(ws, tmp_path, people)["资料"]
    assert [page.cell(row, 3).value for row in (3, 5)] == ["Added", "Added"]
    contacts = queries.count(ws, "contact")
    commands.run_import(ws, commands.plan_import(ws, [tmp_path / "b.xlsx"]))
    assert (queries.count(ws, "customer"), queries.count(ws, "contact")) == (4, contacts)
