"""A list that was exported and saved again in a character set without its letters: they are no edits."""

from __future__ import annotations

import csv
from pathlib import Path

import openpyxl
import pytest

from app.records import commands
from app.records.workspace import Workspace
from app.transfer.exporting.export import export
from app.transfer.plans.lost_letters import lost_letters
from tests.transfer.imports import held, imported


@pytest.mark.parametrize(
    ("cell", "before", "lost"),
    [
        ("??", "苏州", True),
        ("??Ltd,5?", "苏州Ltd，5元", True),
        ("a??b", "a😀b", True),
        ("a?b", "a😀b", True),
        ("?\n?", "一\r\n二", True),
        # Edited, or never other than it is.
        ("???", "苏州", False),
        ("?A", "苏州", False),
        ("??!", "苏州", False),
        ("AB", "苏州", False),
        ("what?", "what?", False),
        ("what?", "what!", False),
        ("?", "", False),
        ("苏?", "苏州", True),
        ("", "苏州", False),
    ],
)
def test_what_was_lost_is_told_from_what_was_edited(cell: str, before: str, lost: bool) -> None:
    assert lost_letters(cell, before) is lost


def test_a_list_saved_as_latin_text_keeps_the_letters_of_the_book(ws: Workspace, tmp_path: Path) -> None:
    for name in ("苏州恒瑞机械有限公司", "Müller GmbH 苏州"):
        commands.create(
            ws, "customer",
            {"name": name, "city": "苏州", "notes": "一\n二？", "phone": "0512-66881234 转 8", "tags": "老客户,机械"},
        )  # fmt: skip
    export(ws, "customer", tmp_path / "a.xlsx")
    rows = [
        ["" if cell is None else str(cell) for cell in row]
        for row in openpyxl.load_workbook(tmp_path / "a.xlsx").worksheets[0].values
    ]
    rows[2][rows[0].index("City")] = "Leeds"
    with (tmp_path / "a.csv").open("w", encoding="cp1252", errors="replace", newline="") as target:
        csv.writer(target).writerows(rows)
    before = [dict(one.values) for one in held(ws, "customer")]
    done = imported(ws, tmp_path / "a.csv")
    assert done.counts == {"updated": 1, "duplicates": 1}
    assert [dict(one.values) for one in held(ws, "customer")] == [before[0], before[1] | {"city": "Leeds"}]
    assert {one.column for sheet in done.sheets for one in sheet.problems} >= {"Name", "Notes", "Phone", "Tags"}
