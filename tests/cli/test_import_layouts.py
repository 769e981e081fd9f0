"""kebu import: layouts that are told in JSON."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from tests.cli.conftest import Kebu

ROWS = [[f"苏州{name}有限公司", "张伟", f"1380000100{at}", f"秘密{at}"] for at, name in enumerate("甲乙丙丁")]


@pytest.mark.parametrize("way", ["take", "leave"])
def test_hidden_rows_and_columns_are_told_and_left_when_asked(kebu: Kebu, book: Path, tmp_path: Path, way: str) -> None:
    made = openpyxl.Workbook()
    for row in [["客户名称", "联系人", "电话", "内部备注"], *ROWS]:
        made.active.append(row)
    made.active.row_dimensions[3].hidden = True
    made.active.column_dimensions["D"].hidden = True
    made.save(tmp_path / "客户.xlsx")
    (told,) = kebu("import", tmp_path / "客户.xlsx", "--json", "--hidden", way).json["files"][0]["sheets"]
    assert told["hidden"] == {"rows": 1, "columns": ["D"], "taken": way == "take"}
    assert told["rows"] == (4 if way == "take" else 3)
    assert "hidden column D" in kebu("import", tmp_path / "客户.xlsx", "--dry-run", "--hidden", way).out


def test_tables_of_one_sheet_have_an_entry_each(kebu: Kebu, book: Path, tmp_path: Path) -> None:
    made = openpyxl.Workbook()
    page = made.active
    page.title = "资料"
    for row in [
        ["客户名称", "联系人", "电话", "内部备注"],
        *ROWS,
        [],
        ["产品价格表"],
        ["品名", "规格", "单价"],
        ["轴承", "6204", 12.5],
    ]:
        page.append(row)
    made.save(tmp_path / "资料.xlsx")
    told = kebu("import", tmp_path / "资料.xlsx", "--json").json["files"][0]["sheets"]
    assert [(one["sheet"], one["kind"], one["header_row"], one["rows"]) for one in told] == [
        ("资料", "customers", 1, 4), ("资料", "products", 8, 1),
    ]  # fmt: skip
    assert told[1]["mapping"] == {"品名": "name", "规格": "specification", "单价": "price"}
    one = kebu("import", tmp_path / "资料.xlsx", "--json", "--dry-run", "--sheet", "资料").json["files"][0]["sheets"]
    assert len(one) == 2
