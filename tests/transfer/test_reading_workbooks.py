"""Workbooks: what the cells become, and where they stand."""

from __future__ import annotations

import sys
import zipfile
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from app.shared.errors import Cancelled
from app.transfer.grid.sheets import CellError, Sheet
from app.transfer.readers.columns import tidy
from app.transfer.readers.formats import pad
from app.transfer.reading import read_workbook


def book(path: Path, fill: Callable[[Any], None]) -> Path:
    workbook = openpyxl.Workbook()
    fill(workbook.active)
    workbook.save(path)
    return path


def rewrite(path: Path, part: str, old: str, new: str) -> None:
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert old in parts[part].decode()
    parts[part] = parts[part].decode().replace(old, new).encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


def test_values_keep_their_kind_and_place(tmp_path: Path) -> None:
    def fill(sheet: Any) -> None:
        sheet.title = "客户"
        sheet["B3"] = "名称"
        sheet["B4"], sheet["C4"], sheet["D4"] = "恒瑞", 13800138000, 3.7765
        sheet["B5"], sheet["C5"], sheet["D5"] = datetime(2020, 1, 2, 3, 4, 5), date(2020, 1, 2), time(3, 4)
        sheet["B6"], sheet["C6"], sheet["D6"] = True, timedelta(hours=30), 0.1 + 0.2
        sheet["B7"] = "第一行_x000D_\n第二行"
        sheet.merge_cells("B3:D3")

    read = read_workbook(book(tmp_path / "客户 名单 2019.xlsx", fill))
    (sheet,) = read.sheets
    assert (read.format, sheet.name, sheet.visible, sheet.merged) == ("xlsx", "客户", True, ((2, 1, 2, 3),))
    assert [row[1:] for row in sheet.rows[2:6]] == [
        ["名称", None, None],
        ["恒瑞", 13800138000, 3.7765],
        [datetime(2020, 1, 2, 3, 4, 5), date(2020, 1, 2), time(3, 4)],
        [True, timedelta(hours=30), 0.3],
    ]
    assert type(sheet.rows[3][2]) is int
    assert sheet.rows[6][1] == "第一行\n第二行"
    assert [any(row) for row in sheet.rows[:2]] == [False, False]


def test_leading_zeros_errors_and_uncached_formulas_are_found(tmp_path: Path) -> None:
    def fill(sheet: Any) -> None:
        sheet.append(["code", "error", "formula", "phone", "plain"])
        sheet.append([123, "#N/A", "=1+1", 5550123, 7])
        sheet["A2"].number_format = "00000"
        sheet["D2"].number_format = "000-00000"

    (sheet,) = read_workbook(book(tmp_path / "a.xlsx", fill)).sheets
    assert sheet.rows[1] == ["00123", CellError("#N/A"), CellError("="), "055-50123", 7]
    assert [type(cell) for cell in sheet.rows[1][1:3]] == [CellError, CellError]


def test_formula_with_a_stored_result_gives_it(tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", lambda sheet: sheet.append(["=1+1", '=""']))
    rewrite(path, "xl/worksheets/sheet1.xml", '<c r="A1"><f>1+1</f><v /></c>', '<c r="A1"><f>1+1</f><v>2</v></c>')
    rewrite(path, "xl/worksheets/sheet1.xml", '<c r="B1"><f>""</f>', '<c r="B1" t="str"><f>""</f>')
    assert read_workbook(path).sheets[0].rows == [[2, None]]


def test_long_numbers_are_exact_where_the_file_has_them_and_warned_of_otherwise(tmp_path: Path) -> None:
    def fill(sheet: Any) -> None:
        sheet.append([1, 2])

    path = book(tmp_path / "a.xlsx", fill)
    rewrite(path, "xl/worksheets/sheet1.xml", "<v>1</v>", "<v>110101199003071234</v>")
    exact = read_workbook(path)
    assert exact.sheets[0].rows == [["110101199003071234", 2]]
    assert exact.warnings == ()
    rewrite(path, "xl/worksheets/sheet1.xml", "110101199003071234", "1.10101199003071E+17")
    (warning,) = read_workbook(path).warnings
    assert "column A" in warning


def test_hidden_and_empty_sheets_are_kept_and_charts_are_not(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    workbook.active.append(["a"])
    workbook.create_sheet("空")
    workbook.create_sheet("暗").sheet_state = "hidden"
    workbook.create_chartsheet("图")
    workbook.save(tmp_path / "a.xlsx")
    sheets = read_workbook(tmp_path / "a.xlsx").sheets
    assert [(s.name, s.visible, len(s.rows)) for s in sheets] == [("Sheet", True, 1), ("空", True, 0), ("暗", False, 0)]


def test_the_content_counts_and_not_the_name(tmp_path: Path) -> None:
    path = book(tmp_path / "a.xls", lambda sheet: sheet.append(["名称", 1]))
    assert read_workbook(path).sheets[0].rows == [["名称", 1]]
    (tmp_path / "b.xlsx").write_text("名称,电话\n恒瑞,1\n", encoding="utf-8")
    assert read_workbook(tmp_path / "b.xlsx").format == "csv"


def test_minimal_ods(tmp_path: Path) -> None:
    path = tmp_path / "a.ods"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr(
            "META-INF/manifest.xml",
            '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
        )
        archive.writestr(
            "content.xml",
            '<?xml version="1.0"?><office:document-content '
            'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
            'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
            'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
            '<table:table table:name="表"><table:table-row><table:table-cell office:value-type="string">'
            "<text:p>名称</text:p>"
            '</table:table-cell><table:table-cell office:value-type="float" office:value="12"/></table:table-row>'
            "</table:table></office:spreadsheet></office:body></office:document-content>",
        )
    read = read_workbook(path)
    assert (read.format, read.sheets) == ("ods", (Sheet("表", [["名称", 12]]),))


def test_progress_grows_and_a_cancel_stops(tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", lambda sheet: [sheet.append([n, "x"]) for n in range(3000)])
    seen: list[float] = []
    assert len(read_workbook(path, progress=seen.append).sheets[0].rows) == 3000
    assert seen == sorted(seen)
    assert seen[-1] == 1.0
    with pytest.raises(Cancelled):
        read_workbook(path, cancelled=lambda: True)


@pytest.mark.parametrize(
    ("number", "code", "shown"),
    [
        (123, "00000", "00123"),
        (1234567, "000-0000", "123-4567"),
        (12345678, "000-0000", "1234-5678"),
        (5, '"No."000', "No.005"),
        (5, "0000;-0000", "0005"),
        (5, "[$-804]000", "005"),
        (5, "0", None),
        (5, "0.00", None),
        (5, "#,##0", None),
        (5, "yyyy\\-mm", None),
        (5, "00%", None),
        (-5, "000", None),
    ],
)
def test_pad(number: int, code: str, shown: str | None) -> None:
    assert pad(number, code) == shown


@pytest.mark.parametrize(
    ("column", "cells"),
    [
        ((1.0, 2.5, ""), [1, 2.5, None]),
        ((1170.0000000000002, 10574.199999999999), [1170, 10574.2]),
        ((float("inf"), float("nan"), 1e300), [None, None, int(1e300)]),
        (("a\r\nb", "\0c", ""), ["a\nb", "c", None]),
        ((datetime(2008, 6, 30, 23, 59, 59, 999_000),), [date(2008, 7, 1)]),
        ((True, 0.0, ""), [True, 0, None]),
    ],
)
def test_tidy(column: tuple[Any, ...], cells: list[Any]) -> None:
    assert list(tidy(column)[0]) == cells


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in for the bundle is a shell script")
def test_a_bundled_program_reads_sheets_with_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from app.transfer.readers import process

    sheet = tmp_path / "a.xlsx"
    book = openpyxl.Workbook()
    book.active.append(["公司", "电话"])
    book.active.append(["恒瑞", "13800002317"])
    book.save(sheet)
    starter = tmp_path / "kebu"
    starter.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m app "$@"\n')
    starter.chmod(0o755)
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).resolve().parents[2]))
    monkeypatch.setattr(process.sys, "frozen", True, raising=False)
    monkeypatch.setattr(process.sys, "executable", str(starter))
    assert read_workbook(sheet).sheets[0].rows[1] == ["恒瑞", "13800002317"]
