"""Percentages in an .xlsx are numbers that a spreadsheet can reckon with, and come back as they were."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import openpyxl
from hypothesis import given
from hypothesis import strategies as st

from app.records import commands, queries
from app.records.values import plain
from app.records.workspace import Workspace
from app.transfer.commands import plan_import, run_import
from app.transfer.exporting.export import export
from app.transfer.exporting.xlsx_stream import _cell
from app.transfer.readers.formats import shown


def test_percentages_are_numbers_in_their_own_format(ws: Workspace, tmp_path: Path) -> None:
    for name, rate in (("a", "13"), ("b", "6.5"), ("c", "33.333333"), ("d", None), ("e", "0")):
        commands.create(ws, "product", {"name": name, "tax_rate": rate})
    export(ws, "product", tmp_path / "a.xlsx", fields=["name", "tax_rate"])
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").worksheets[0]
    cells = [(sheet.cell(row, 2).value, sheet.cell(row, 2).number_format) for row in range(2, 7)]
    assert cells == [(0.13, "0%"), (0.065, "0.00%"), (0.33333333, "0.00####%"), (None, "General"), (0, "0%")]


def test_a_percentage_edited_in_the_sheet_arrives(ws: Workspace, tmp_path: Path) -> None:
    for name in "ab":
        commands.create(ws, "product", {"name": name, "tax_rate": "13"})
    export(ws, "product", tmp_path / "a.xlsx", fields=["name", "tax_rate"])
    assert not plan_import(ws, [tmp_path / "a.xlsx"]).writes
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    book.worksheets[0]["B2"].value = 0.065
    book.save(tmp_path / "a.xlsx")
    plan = plan_import(ws, [tmp_path / "a.xlsx"])
    assert [(one.field, one.old, one.new) for one in plan.sheets[0].changes] == [("tax_rate", "13", "6.5")]
    run_import(ws, plan)
    assert queries.get(ws, "product", 1)["tax_rate"] == Decimal("6.5")


@given(st.integers(-(10**14), 10**14))
def test_every_percentage_is_read_back_as_it_was(millionths: int) -> None:
    text = plain(Decimal(millionths).scaleb(-6))
    cell = _cell(f"{text}%", "percent")
    if "<v>" in cell:
        assert shown(float(cell.partition("<v>")[2].partition("</v>")[0]), "0%") == f"{text}%"
    else:
        assert f">{text}%<" in cell
