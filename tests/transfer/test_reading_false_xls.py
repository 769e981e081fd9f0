"""Web pages and XML under an .xls name, as web systems and Excel 2003 write them."""

from __future__ import annotations

from datetime import date, datetime, time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.records import queries
from app.records.workspace import Workspace
from app.shared.errors import SheetError
from app.transfer.commands import plan_import, run_import
from app.transfer.grid.sheets import CellError, Workbook
from app.transfer.readers.html_tables import tables
from app.transfer.reading import Limits, read_workbook

ROWS = "<tr><th>客户名称<th>电话<tr><td>恒瑞&nbsp;机械</td><td>00512-1</td></tr>"
XML = (
    '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'
    '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel">{}</Workbook>'
)


def read(tmp_path: Path, content: str | bytes, name: str = "客户.xls") -> Workbook:
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_workbook(path)


@pytest.mark.parametrize("encoding", ["utf-8", "gbk", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize(
    "page",
    [
        "<html><head><meta http-equiv=Content-Type content='text/html; charset={charset}'></head><body><table>{rows}</table>",
        "<table border=1>{rows}</table>",
        "\r\n<style>td {{ mso-number-format:'\\@' }}</style><div><TABLE><TBODY>{rows}</TBODY></TABLE></div>",
    ],
)
def test_a_page_in_each_encoding_with_and_without_a_frame(tmp_path: Path, page: str, encoding: str) -> None:
    read_ = read(tmp_path, page.format(rows=ROWS, charset="gb2312" if encoding == "gbk" else "utf-8").encode(encoding))
    assert read_.format == "html"
    assert read_.sheets[0].rows == [["客户名称", "电话"], ["恒瑞 机械", "00512-1"]]


def test_text_is_joined_as_a_page_shows_it(tmp_path: Path) -> None:
    (sheet,) = read(
        tmp_path,
        "<table><tr><td>\n  one\n  <b>two</b> <i>three</i></td><td>a<br>b<p>c</p><div>d</div></td>"
        "<td><script>x()</script><input type=text value='in'></td><td x:num='6222020200012345678'>6.2E+18</td>"
        "<td>&lt;5&amp;6&#8364;</td></tr></table>",
    ).sheets
    assert sheet.rows == [["one two three", "a\nb\nc\nd", "in", "6222020200012345678", "<5&6€"]]


def test_cells_that_span_keep_all_others_in_their_columns(tmp_path: Path) -> None:
    (sheet,) = read(
        tmp_path,
        "<table><tr><td colspan=2>AB</td><td rowspan=3>C</td></tr><tr><td>a</td><td>b</td></tr>"
        "<tr><td rowspan=0>x</td><td colspan=x>y</td></tr><tr><td>p</td><td>q</td><td>r</td></tr></table>",
    ).sheets
    assert sheet.rows == [["AB", None, "C"], ["a", "b", None], ["x", "y", None], ["p", "q", "r"]]
    assert sheet.merged == ((0, 0, 0, 1), (0, 2, 2, 2))


def test_tables_of_one_width_are_one_sheet_and_others_their_own(tmp_path: Path) -> None:
    read_ = read(
        tmp_path,
        "<html><head><title>导出</title><body><table><tr><td>客户资料 2019</td></tr></table><table>"
        + ROWS
        + "</table><table><tr><td>乙公司<td>2</table><table><tr><td>1<td>2<td>3<tr><td>4<td>5<td>6</table>",
    )
    assert [(sheet.name, len(sheet.rows), max(map(len, sheet.rows))) for sheet in read_.sheets] == [
        ("导出", 4, 2),
        ("客户", 2, 3),
    ]


def test_a_table_inside_a_cell_is_a_table_and_links_and_hidden_rows_are_told(tmp_path: Path) -> None:
    read_ = read(
        tmp_path,
        "<table><tr><td><table><tr><td>名称<td>邮箱</td></tr><tr style='display:none'><td>甲</td>"
        "<td><a href='mailto:a@b.cn'>写信</a></td></tr></table></td></tr></table>",
    )
    (sheet,) = read_.sheets
    assert sheet.rows == [["名称", "邮箱"], ["甲", "写信"]]
    assert (dict(sheet.links), sheet.hidden_rows) == ({(1, 1): "mailto:a@b.cn"}, frozenset({1}))
    assert read_.warnings == ()


def test_a_web_archive(tmp_path: Path) -> None:
    page = f"<html><table>{ROWS}</table></html>".encode("gbk").hex("=").upper()
    content = (
        'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\nContent-Type: text/html; '
        f"charset=gbk\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n={page}\r\n--x--\r\n"
    )
    assert read(tmp_path, content, "a.mht").sheets[0].rows[0] == ["客户名称", "电话"]


def test_an_import_of_a_page(ws: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "客户.xls"
    path.write_bytes(f"<table>{ROWS.replace('00512-1', '0512-66881234')}</table>".encode("gbk"))
    run_import(ws, plan_import(ws, [path]))
    assert queries.find(ws, "customer", "恒瑞 机械")["phone"].normal == "+8651266881234"


def test_long_tables_come_in_batches_and_lose_no_row(tmp_path: Path) -> None:
    rows = "".join(f"<tr><td>{number}</td>{'<td>x</td>' * (number % 3)}</tr>" for number in range(2500))
    (sheet,) = read(tmp_path, f"<table>{rows}</table>").sheets
    assert [row[0] for row in sheet.rows] == [str(number) for number in range(2500)]


def test_the_limit_of_cells(tmp_path: Path) -> None:
    path = tmp_path / "a.xls"
    path.write_text("<table>" + "<tr>" + "<td colspan=1000>x</td>" * 4 + "</tr></table>")
    with pytest.raises(SheetError, match="too many cells"):
        read_workbook(path, limits=Limits(cells=3000))


def test_xml_spreadsheet_with_typed_cells(tmp_path: Path) -> None:
    body = (
        '<Styles><Style ss:ID="p"><NumberFormat ss:Format="00000"/></Style><Style ss:ID="d"><NumberFormat ss:Format="Short Date"/>'
        '</Style><Style ss:ID="r"><NumberFormat ss:Format="Percent"/></Style></Styles>'
        '<Worksheet ss:Name="客户"><Table><Column ss:Index="3" ss:Hidden="1"/><Row><Cell ss:MergeAcross="1" ss:MergeDown="1">'
        '<Data ss:Type="String">标题</Data></Cell><Cell><Data ss:Type="String">c</Data></Cell></Row>'
        '<Row ss:Index="3"><Cell><Data ss:Type="String">00123</Data></Cell><Cell ss:StyleID="p"><Data ss:Type="Number">123</Data></Cell>'
        '<Cell ss:StyleID="d"><Data ss:Type="Number">43831</Data></Cell>'
        '<Cell><Data ss:Type="DateTime">2020-01-02T00:00:00.000</Data></Cell>'
        '<Cell><Data ss:Type="DateTime">2020-01-02T03:04:05.000</Data></Cell>'
        '<Cell><Data ss:Type="DateTime">1899-12-31T03:04:00.000</Data></Cell>'
        '<Cell ss:Index="8"><Data ss:Type="Boolean">1</Data></Cell><Cell><Data ss:Type="Error">#N/A</Data></Cell>'
        '<Cell ss:StyleID="r"><Data ss:Type="Number">0.13</Data></Cell></Row>'
        '<Row ss:Hidden="1"><Cell ss:HRef="mailto:a@b.cn"><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40">甲<B>乙</B></ss:Data>'
        '<Comment ss:Author="x"><ss:Data xmlns="http://www.w3.org/TR/REC-html40">老客户</ss:Data></Comment></Cell></Row></Table></Worksheet>'
        '<Worksheet ss:Name="暗"><Table/><WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><Visible>SheetHidden</Visible>'
        "</WorksheetOptions></Worksheet>"
    )
    first, second = read(tmp_path, XML.format(body)).sheets
    assert first.rows == [
        ["标题", None, "c", *[None] * 7],
        [None] * 10,
        [
            "00123", "00123", date(2020, 1, 1), date(2020, 1, 2), datetime(2020, 1, 2, 3, 4, 5), time(3, 4), None, True,
            CellError("#N/A"), "13%",
        ],
        ["甲乙", *[None] * 9],
    ]  # fmt: skip
    assert (first.merged, first.hidden_rows, first.hidden_columns) == (((0, 0, 1, 1),), frozenset({3}), frozenset({2}))
    assert (first.comments, first.links) == ({(3, 0): "老客户"}, {(3, 0): "mailto:a@b.cn"})
    assert (second.name, second.visible, second.rows) == ("暗", False, [])


def test_xml_with_the_usual_slips_is_mended_and_with_entities_refused(tmp_path: Path) -> None:
    cell = '<Worksheet ss:Name="a"><Table><Row><Cell><Data ss:Type="String">{}</Data></Cell></Row></Table></Worksheet>'
    assert read(tmp_path, XML.format(cell.format("甲 & 乙&nbsp;\x0b"))).sheets[0].rows == [["甲 & 乙\xa0"]]
    gbk = XML.replace('"1.0"', '"1.0" encoding="GB2312"').format(cell.format("甲")).encode("gbk")
    assert read(tmp_path, gbk).sheets[0].rows == [["甲"]]
    bomb = XML.format(cell.format("&a;")).replace("<Workbook", '<!DOCTYPE x [<!ENTITY a "aaaa">]><Workbook', 1)
    with pytest.raises(SheetError):
        read(tmp_path, bomb)


@given(st.text("<>/=tdrableh '\"x&;#1!-", max_size=200), st.integers(1, 500))
def test_no_page_breaks_it(text: str, cells: int) -> None:
    for table in tables(f"<table><tr><td>{text}".encode(), 10_000_000 * cells):
        assert all(isinstance(cell, str) for row in table.rows for cell in row)
        assert all(r0 <= r1 < len(table.rows) for r0, _c0, r1, _c1 in table.merged)
