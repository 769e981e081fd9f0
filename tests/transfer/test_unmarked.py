"""A sheet of Kebu's comes back without its hidden columns, and rows come back mended."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from app.records import commands
from app.records.workspace import Workspace
from app.shared.phones import parse
from app.transfer.commands import plan_import, run_import
from app.transfer.drafting.merging import changes
from app.transfer.exporting.export import export
from app.transfer.reading import read_workbook
from tests.transfer.imports import held
from tests.transfer.sheets_made import workbook


@pytest.mark.parametrize("both", [True, False])
def test_without_the_hidden_columns_it_is_told_and_nothing_is_doubled(
    ws: Workspace, tmp_path: Path, both: bool
) -> None:
    for name in ("甲机械有限公司", "乙机械有限公司"):
        commands.create(ws, "customer", {"name": name, "address": "苏州路1号"})
    path = tmp_path / "out.xlsx"
    export(ws, "customer", path)
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    ours = [cell.column for cell in sheet[1] if str(cell.value).startswith("kebu:")]
    assert len(ours) == 2
    for column in reversed(ours if both else ours[:1]):
        sheet.delete_cols(column)
    book.save(path)
    read = read_workbook(path)
    assert len(read.sheets) == 1
    assert not any("kebu:" in str(cell) for cell in read.sheets[0].rows[0])
    (told,) = read.warnings
    assert "hidden column" in told
    done = run_import(ws, plan_import(ws, [path]))
    assert done.operation is None
    assert [one["notes"] for one in held(ws, "customer")] == [None, None]


@pytest.mark.parametrize(
    ("broken", "whole", "mended"),
    [
        ("1380000000", "13800000003", True),
        ("138000000033", "13800000003", True),
        ("1.38E+10", "13800000003", True),
        ("1390000000", "13800000003", False),
        ("13800000004", "13800000003", False),
        ("1380000000", "138000000", False),
    ],
)
def test_a_number_put_right_takes_the_place_of_the_broken_one(broken: str, whole: str, mended: bool) -> None:
    found = changes({"mobile": parse(broken)}, {"mobile": parse(whole)}, False)
    assert found.get("mobile") == (parse(whole) if mended else None)


def test_mended_rows_come_in_and_the_others_are_known(ws: Workspace, tmp_path: Path) -> None:
    rows = [["客户名称", "联系人", "手机", "信用额度"], ["甲机械有限公司", "张三", "13800000001", "10000"]]
    rows += [["乙机械有限公司", "王五", "1380000000", "abc"]]
    run_import(ws, plan_import(ws, [workbook(tmp_path / "a.xlsx", 客户=rows)]))
    rows[2][2:] = ["13800000003", "3000"]
    done = run_import(ws, plan_import(ws, [workbook(tmp_path / "b.xlsx", 客户=rows)]))
    assert dict(done.counts) == {"duplicates": 1, "updated": 1}
    assert [one["mobile"].normal for one in held(ws, "contact")] == ["+8613800000001", "+8613800000003"]
    assert [one["credit_limit"] for one in held(ws, "customer")] == [10000, 3000]
