"""``kebu import --copy``, and the same file again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook


def test_the_file_comes_back_with_remarks(kebu: Any, tmp_path: Path) -> None:
    book, source, copy = tmp_path / "a.kebu", tmp_path / "客户.xlsx", tmp_path / "客户 批注.xlsx"
    made = Workbook()
    for row in (("客户名称", "电话"), ("恒瑞", "13812345678"), ("德力", "1381")):
        made.active.append(row)
    made.save(source)
    assert kebu("new", book).code == 0
    wrong = kebu("--book", book, "import", source, "--copy", tmp_path / "a.csv")
    assert wrong.code == 1
    assert ".xlsx" in wrong.err
    assert kebu("--book", book, "list", "customers").out.strip().count("恒瑞") == 0
    done = kebu("--book", book, "import", source, "--copy", copy)
    assert done.code == 0
    assert "before" not in done.out
    assert [cell.value for cell in load_workbook(copy).active["C"]][1:] == ["Added", "Added"]
    again = kebu("--book", book, "import", source)
    assert "imported before" in again.out
    several = kebu("--book", book, "import", source, copy, "--copy", copy)
    assert several.code == 1
    assert "one file" in several.err
