"""A list exported, edited and imported again from the command line: conflicts and rows that were taken out."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest

from app.main import open_workspace
from app.records import commands, queries
from tests.cli.conftest import Kebu


@pytest.fixture
def sheet(kebu: Kebu, book: Path, tmp_path: Path) -> Path:
    """Three customers exported; in the sheet a city is changed and a row is out, in the book the city as well."""
    ws = open_workspace(book)
    for name in ("甲", "乙", "丙"):
        commands.create(ws, "customer", {"name": name, "city": "苏州"})
    ws.close()
    target = tmp_path / "客户.xlsx"
    assert kebu("export", "customers", target, "--fields", "name,city").code == 0
    found = openpyxl.load_workbook(target)
    found.worksheets[0]["B2"].value = "无锡"
    found.worksheets[0].delete_rows(4)
    found.save(target)
    ws = open_workspace(book)
    commands.update(ws, "customer", 1, {"city": "南京"})
    ws.close()
    return target


def held(book: Path) -> list[tuple[str, str]]:
    ws = open_workspace(book)
    found = [(one.title, one["city"]) for one in queries.rows(ws, "customer", queries.ids(ws, "customer"))]
    ws.close()
    return sorted(found)


def test_the_book_holds_and_nothing_is_deleted_unless_told(kebu: Kebu, book: Path, sheet: Path) -> None:
    done = kebu("import", sheet)
    assert done.code == 0
    assert "the book keeps “南京”" in done.out
    assert "1 row was taken out of the sheet; its record stays" in done.out
    assert held(book) == [("丙", "苏州"), ("乙", "苏州"), ("甲", "南京")]


def test_the_file_holds_and_rows_are_deleted_when_told(kebu: Kebu, book: Path, sheet: Path) -> None:
    done = kebu("import", sheet, "--conflicts", "file", "--removed", "delete", "--json")
    (told,) = json.loads(done.out)["files"][0]["sheets"]
    assert told["changes"] == [
        {"row": 2, "id": 1, "field": "city", "old": "南京", "new": "无锡", "conflict": True, "taken": "file"}
    ]
    assert told["removed"] == [{"id": 3, "name": "丙", "deleted": True}]
    assert held(book) == [("乙", "苏州"), ("甲", "无锡")]
    assert kebu("undo").code == 0
    assert held(book) == [("丙", "苏州"), ("乙", "苏州"), ("甲", "南京")]
