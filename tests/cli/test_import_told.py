"""What an import tells on the command line: many problems in groups, kinds by their names, each cell that changes."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from tests.cli.conftest import Kebu


@pytest.fixture
def sheets(tmp_path: Path) -> tuple[Path, Path]:
    first, then = tmp_path / "旧.xlsx", tmp_path / "新.xlsx"
    book = openpyxl.Workbook()
    book.active.append(["客户名称", "电话"])
    book.active.append(["苏州恒瑞精密机械有限公司", "13800002317"])
    book.save(first)
    book = openpyxl.Workbook()
    book.active.append(["客户名称", "电话", "地址", "上次联系"])
    book.active.append(["苏州恒瑞精密机械有限公司", "13800002317", "吴中区", "2025-01-03"])
    for at in range(24):
        book.active.append([f"昆山客户{at}号电子厂", f"139{at:08}", None, "2025.2.30"])
    book.save(then)
    return first, then


def test_many_problems_stand_in_groups_with_their_first_rows(kebu: Kebu, book: Path, sheets: tuple[Path, Path]) -> None:
    out = kebu("--book", book, "--lang", "en", "import", sheets[1], "--dry-run").out
    assert "上次联系: This month has no such day (24): row 3 [2025.2.30], row 4 [2025.2.30], row 5 [2025.2.30] …" in out
    assert "Sheet: customers, 25 rows" in out
    out = kebu("--book", book, "--lang", "zh", "import", sheets[1], "--dry-run").out
    assert "：客户，25 行" in out


def test_each_changed_cell_is_told_old_and_new(kebu: Kebu, book: Path, sheets: tuple[Path, Path]) -> None:
    kebu("--book", book, "import", sheets[0])
    out = kebu("--book", book, "--lang", "en", "import", sheets[1], "--dry-run", "--changes").out
    assert "row 2, 苏州恒瑞精密机械有限公司: " in out
    assert "empty → 吴中区" in out
    found = kebu("--book", book, "--json", "import", sheets[1], "--changes").json
    updates = found["files"][0]["sheets"][0]["updates"]
    assert [one["row"] for one in updates] == [2]
    assert {"field": "Address", "old": "", "new": "吴中区"} in updates[0]["cells"]
