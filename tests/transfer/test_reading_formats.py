"""What number formats say, and what stands beside cells, in every kind of workbook."""

from __future__ import annotations

import struct
import zipfile
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.comments import Comment

from app.records import queries
from app.records.workspace import Workspace
from app.transfer.commands import plan_import, run_import
from app.transfer.converting.beside import address
from app.transfer.grid.sheets import CellError
from app.transfer.readers import formats
from app.transfer.reading import read_workbook

FILES = Path(__file__).with_name("files")
SEEN = [
    ["名称", "编号", "税率", "价格", "日期", "错误", "账号", "中文日期"],
    ["恒瑞机械", "00123", "13%", "$1234.5", date(2020, 1, 1), CellError("#N/A"), 6222020200012345, date(2020, 1, 1)],
    ["乙公司", "00007", "6.5%", 8, datetime(2020, 1, 2, 12, 0), None, None, date(2020, 1, 2)],
]
HEAD = (
    '<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"><office:automatic-styles><style:style style:name="h">'
    '<style:table-properties table:display="false"/></style:style></office:automatic-styles><office:body><office:spreadsheet>'
)


def ods(path: Path, tables: str) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", f"{HEAD}{tables}</office:spreadsheet></office:body></office:document-content>")
    return path


@pytest.mark.parametrize("name", ["formats.xls", "formats.xlsb"])
def test_old_and_binary_workbooks_made_by_another_program(name: str) -> None:
    (sheet,) = read_workbook(FILES / name).sheets
    assert sheet.rows == SEEN
    assert (sheet.links, sheet.hidden_columns) == ({(1, 0): "mailto:li@hengrui.cn"}, frozenset({2}))
    if name == "formats.xlsb":
        assert (sheet.comments, sheet.hidden_rows) == ({(1, 0): "老客户"}, frozenset({2}))


def test_an_xlsx_with_comments_links_and_hidden_places(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    sheet: Any = workbook.active
    for row in (["名称", "税率", "价格", "旧"], ["恒瑞", 0.13, 12.5, 1], ["乙", 0.065, 100, 2]):
        sheet.append(row)
    for row in (2, 3):
        sheet.cell(row, 2).number_format = "0.00%"
        sheet.cell(row, 3).number_format = '[$€-407]#,##0.00;[Red]-"€"0'
    sheet["A2"].comment = Comment("老客户\n要小心 & 客气", "我")
    sheet["A2"].hyperlink = "mailto:a@hengrui.cn?subject=x"
    sheet.row_dimensions[3].hidden = sheet.row_dimensions[9].hidden = True
    sheet.column_dimensions["D"].hidden = sheet.column_dimensions["E"].hidden = True
    workbook.save(tmp_path / "a.xlsx")
    read = read_workbook(tmp_path / "a.xlsx")
    (found,) = read.sheets
    assert found.rows[1:] == [["恒瑞", "13%", "€12.5", 1], ["乙", "6.5%", "€100", 2]]
    assert found.comments == {(1, 0): "老客户\n要小心 & 客气"}
    assert found.links == {(1, 0): "mailto:a@hengrui.cn?subject=x"}
    assert (found.hidden_rows, found.hidden_columns) == (frozenset({2}), frozenset({3}))
    assert read.warnings == ()


def test_ods_as_its_cells_show_it(tmp_path: Path) -> None:
    cell = '<table:table-cell office:value-type="{}" {}><text:p>{}</text:p></table:table-cell>'
    number = "office:value"
    path = ods(
        tmp_path / "a.ods",
        '<table:table table:name="表">\n <table:table-column table:number-columns-repeated="2"/>'
        '<table:table-column table:visibility="collapse"/>\n<table:table-row>'
        + cell.format("float", f'{number}="123"', "00123")
        + cell.format("percentage", f'{number}="0.13"', "13%")
        + cell.format("currency", f'office:currency="USD" {number}="12.5"', "$12.50")
        + cell.format("currency", f'office:currency="CNY" {number}="12.5"', "¥12.50")
        + cell.format("date", 'office:date-value="2020-01-02"', "2.1.20")
        + cell.format("time", 'office:time-value="PT03H04M05S"', "3:04")
        + cell.format("boolean", 'office:boolean-value="true"', "TRUE")
        + cell.format("float", f'table:formula="of:=NA()" {number}="0"', "#N/A")
        + "</table:table-row>\n"
        '<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="2" '
        'office:value-type="string"><text:p>甲<text:s text:c="2"/>乙</text:p><text:p><text:a xlink:href="mailto:a@b.cn">丙</text:a>'
        "</text:p><office:annotation><dc:date>2020</dc:date><text:p>批注</text:p></office:annotation></table:table-cell>"
        '<table:table-cell table:number-columns-repeated="16382"/></table:table-row>'
        '<table:table-row table:visibility="filter"><table:table-cell table:number-columns-spanned="2" office:value-type="float" '
        'office:value="6222020200012345678"><text:p>6.2E18</text:p></table:table-cell></table:table-row>'
        '<table:table-row table:number-rows-repeated="1048572"><table:table-cell/></table:table-row></table:table>'
        '<table:table table:name="暗" table:style-name="h"/>',
    )  # fmt: skip
    first, second = read_workbook(path).sheets
    assert [[*row, None][:8] for row in first.rows] == [
        ["00123", "13%", "USD 12.5", 12.5, date(2020, 1, 2), time(3, 4, 5), True, CellError("#N/A")],
        ["甲  乙\n丙", "甲  乙\n丙", *[None] * 6],
        ["甲  乙\n丙", "甲  乙\n丙", *[None] * 6],
        ["6222020200012345678", *[None] * 7],
    ]
    assert (first.comments, first.links) == ({(1, 0): "批注"}, {(1, 0): "mailto:a@b.cn"})
    assert (first.merged, first.hidden_rows, first.hidden_columns) == (((3, 0, 3, 1),), frozenset({3}), frozenset({2}))
    assert (second.name, second.visible) == ("暗", False)


@pytest.mark.parametrize(
    ("version", "opening", "label", "number", "cell"),
    [
        (2, 0x0009, 0x0004, 0x0003, "<HH3x"),
        (3, 0x0209, 0x0204, 0x0203, "<HHH"),
        (4, 0x0409, 0x0204, 0x0203, "<HHH"),
    ],
)
def test_workbooks_of_excel_2_to_4(
    tmp_path: Path, version: int, opening: int, label: int, number: int, cell: str
) -> None:
    """The records LABEL, NUMBER and their BOF as in OpenOffice's documentation of the Excel format, chapter 5."""

    def record(kind: int, data: bytes) -> bytes:
        return struct.pack("<HH", kind, len(data)) + data

    def place(row: int, column: int) -> bytes:
        return struct.pack(cell, row, column, *([0] * (version > 2)))

    name = "恒瑞机械有限公司老客户".encode("gbk")
    size = struct.pack("<B" if version == 2 else "<H", len(name))
    body = struct.pack("<HH", version, 0x10) + b"\0\0" * (version > 2)
    path = tmp_path / "旧.xls"
    path.write_bytes(
        record(opening, body)
        + record(label, place(0, 0) + size + name)
        + record(number, place(1, 1) + struct.pack("<d", 12.5))
        + record(0x000A, b"")
    )
    read = read_workbook(path)
    assert (read.format, read.sheets[0].rows) == ("xls", [["恒瑞机械有限公司老客户", None], [None, 12.5]])


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("General", ""), ("0.00", ""), ("#,##0", ""), ("@", ""), ("¥#,##0.00", ""), ('"RMB"0', ""), ("0000", "padded"),
        ("0.0%", "percent"), ("yyyy-mm-dd", "date"), ('yyyy"年"m"月"', "date"), ("[$-804]h:mm", "date"), ("[$$-409]#,##0", "$"),
        ('"US$"0.00', "US$"), ("[$EUR] 0", "EUR"), ('0"天"', ""), ("[Red]0.0", ""),
    ],
)  # fmt: skip
def test_what_a_format_tells(code: str, told: str) -> None:
    assert formats.speaking(code) == told


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (0.065, "0.0%", "6.5%"), (1, "0%", "100%"), (1e-9, "0%", "0.0000001%"), (-12.5, "$0.00", "-$12.5"), (3, "[$EUR] 0", "EUR 3"),
        (1.5, "0000", None), (7, "0000", "0007"),
    ],
)  # fmt: skip
def test_shown(value: float, code: str, text: str | None) -> None:
    assert formats.shown(value, code) == text


@pytest.mark.parametrize(
    ("serial", "mode_1904", "found"),
    [
        (43831, False, date(2020, 1, 1)), (43831.999999, False, date(2020, 1, 2)), (1, False, date(1900, 1, 1)),
        (0.5, False, time(12)), (0, True, date(1904, 1, 1)), (-1, False, None), (2_958_466, False, None), (1e300, False, None),
        (2_958_465, True, None),
    ],
)  # fmt: skip
def test_serial_numbers(serial: float, mode_1904: bool, found: object) -> None:
    assert formats.moment(serial, mode_1904) == found


def test_links_and_comments_reach_the_records(ws: Workspace, tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    sheet: Any = workbook.active
    sheet.append(["客户名称", "电话", "网址"])
    sheet.append(["恒瑞机械", "0512-66881234", "打开"])
    sheet.append(["乙公司", "0512-66881235", None])
    sheet["A2"].hyperlink = "mailto:li@hengrui.cn"
    sheet["C2"].hyperlink = "https://www.hengrui.cn"
    sheet["B3"].comment = Comment("打前台", "我")
    workbook.save(tmp_path / "a.xlsx")
    run_import(ws, plan_import(ws, [tmp_path / "a.xlsx"]))
    first, second = queries.find(ws, "customer", "恒瑞机械"), queries.find(ws, "customer", "乙公司")
    assert (first["email"], first["website"].rstrip("/")) == ("li@hengrui.cn", "https://www.hengrui.cn")
    assert second["notes"] == "Comment on 电话: 打前台"


def test_addresses_of_links() -> None:
    assert address("mailto:a%40b.cn?subject=x") == ("email", "a@b.cn")
    assert address("https://b.cn") == ("website", "https://b.cn")
    assert address("mailto:#%@") == ("", "")
    assert address("#Sheet1!A1") == address("file:///c:/x") == address("") == ("", "")


def test_links_in_formulas_and_letters_in_formats(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    sheet: Any = workbook.active
    sheet.append(["名称", "邮箱", "会员"])
    sheet.append(["恒瑞", '=HYPERLINK("mailto:li@hengrui.cn?subject=你好","写信")', 12])
    sheet["C2"].number_format = '"VIP"0'
    workbook.save(tmp_path / "a.xlsx")
    (found,) = read_workbook(tmp_path / "a.xlsx").sheets
    assert found.links == {(1, 1): "mailto:li@hengrui.cn?subject=你好"}
    assert found.rows[1][2] == "VIP12"


@pytest.mark.parametrize(
    ("code", "text"), [('"KH"0000', "KH0012"), ('"VIP"0', "VIP12"), ('"RMB"0', None), ('0"台"', None), ('"¥"0', None)]
)
def test_letters_in_front_belong_to_a_number_unless_they_name_a_currency(code: str, text: str | None) -> None:
    assert formats.pad(12, code) == text
