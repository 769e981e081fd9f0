"""The scanners of markup: rows taken apart by one search give what their trees give, and odd pages cost no time."""

from __future__ import annotations

import io
import zipfile
from dataclasses import asdict
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.transfer.readers import columns, html_tables, html_tags, ods, trees, wire, xml_sheet
from app.transfer.readers.container import Refused

MARK = "<!-- a comment makes every row a tree -->"
TEXTS = st.sampled_from(
    ["甲", "00123", " a  b ", "1.5", "2020-01-02T00:00:00.000", "x &amp; y", "&lt;5&#10;", "#N/A", "/>", ""]
)
ODF = "urn:oasis:names:tc:opendocument:xmlns"


@st.composite
def excel_cells(draw: st.DrawFn) -> str:
    place = draw(
        st.sampled_from(["", "", ' ss:Index="9"', ' ss:MergeAcross="2" ss:MergeDown="1"', ' ss:HRef="http://a"'])
    )
    style = draw(st.sampled_from(["", ' ss:StyleID="p"']))
    kind = draw(st.sampled_from(["String", "Number", "DateTime", "Boolean", "Error"]))
    data = f'<Data ss:Type="{kind}">{draw(TEXTS)}</Data>'
    return draw(
        st.sampled_from(
            [
                f"<Cell{place}{style}>{data}</Cell>\n",
                f"<Cell{place}{style}>\n {data}\n</Cell>",
                f"<Cell{place}{style}/>",
                f"<Cell{place}></Cell>",
                f"<Cell>{data}<Comment><Data>老客户</Data></Comment></Cell>",
                '<Cell><Data ss:Type="String">a<B>b</B>c</Data></Cell>',
                f"<Cell><Data>{draw(TEXTS)}</Data></Cell>",
            ]
        )
    )


@st.composite
def office_cells(draw: st.DrawFn) -> str:
    more = draw(
        st.sampled_from(
            [
                "",
                "",
                ' table:number-columns-repeated="3"',
                ' table:number-columns-spanned="2" table:number-rows-spanned="2"',
            ]
        )
    )
    kind = draw(
        st.sampled_from(
            [
                "", ' office:value-type="string"', ' office:value-type="float" office:value="12.5"',
                ' office:value-type="date" office:date-value="2020-01-02"', ' office:value-type="time" office:time-value="PT03H04M05S"',
                ' office:value-type="boolean" office:boolean-value="true"', ' office:value-type="percentage" office:value="0.13"',
            ]
        )
    )  # fmt: skip
    text = draw(TEXTS)
    name = draw(st.sampled_from(["table-cell", "table-cell", "covered-table-cell"]))
    inside = draw(
        st.sampled_from(
            [
                "", f"<text:p>{text}</text:p>", f"<text:p>{text}</text:p>", f"<text:p>{text}</text:p><text:p>b</text:p>",
                f'<text:p>a<text:s text:c="2"/>{text}<text:a xlink:href="http://a">b</text:a>c</text:p>',
                f"<office:annotation><dc:date>2020</dc:date><text:p>{text}</text:p></office:annotation><text:p>x</text:p>",
            ]
        )
    )  # fmt: skip
    return f"<table:{name}{kind}{more}>{inside}</table:{name}>" if inside else f"<table:{name}{kind}{more}/>"


def excel(rows: list[str], mark: str) -> bytes:
    space = "urn:schemas-microsoft-com:office:spreadsheet"
    return (
        f'<?xml version="1.0"?>{mark}<Workbook xmlns="{space}" xmlns:ss="{space}"><Styles><Style ss:ID="p">'
        '<NumberFormat ss:Format="00000"/></Style></Styles><Worksheet ss:Name="a"><Table>'
        f"{''.join(rows)}</Table></Worksheet></Workbook>"
    ).encode()


def office(rows: list[str], mark: str) -> bytes:
    content = (
        f'<?xml version="1.0"?>{mark}<office:document-content xmlns:office="{ODF}:office:1.0" xmlns:table="{ODF}:table:1.0" '
        f'xmlns:text="{ODF}:text:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f'<office:body><office:spreadsheet><table:table table:name="a">{"".join(rows)}</table:table></office:spreadsheet>'
        "</office:body></office:document-content>"
    )
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("content.xml", content)
    return packed.getvalue()


@given(
    st.lists(
        st.tuples(st.sampled_from(["", ' ss:Index="4"', ' ss:Hidden="1"']), st.lists(excel_cells(), max_size=6)),
        max_size=8,
    )
)
def test_plain_rows_of_excels_xml_give_what_trees_give(rows: list[tuple[str, list[str]]]) -> None:
    texts = [f"<Row{given_}>{''.join(cells)}</Row>" for given_, cells in rows]
    quick, slow = (list(map(asdict, xml_sheet.sheets(excel(texts, mark), 100_000))) for mark in ("", MARK))
    assert quick == slow


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["", ' table:number-rows-repeated="3"', ' table:visibility="collapse"']),
            st.lists(office_cells(), max_size=6),
        ),
        max_size=8,
    )
)
def test_plain_rows_of_opendocument_give_what_trees_give(rows: list[tuple[str, list[str]]]) -> None:
    texts = [f"<table:table-row{given_}>{''.join(cells)}</table:table-row>" for given_, cells in rows]
    quick, slow = (list(map(asdict, ods.sheets(office(texts, mark), 100_000))) for mark in ("", MARK))
    assert quick == slow


@given(
    st.lists(
        st.sampled_from(["<Row>", "</Row>", "<Cell>", "</Cell>", "<Cell/>", "<Data>", "</Data>", "a", "<Row a='1'/>"])
    )
)
def test_rows_cut_at_any_place_are_read_whole(pieces: list[str]) -> None:
    document = f"<T>{''.join(pieces)}</T>"
    found = []
    for size in (7, 10_000):
        chunks = [document[at : at + size] for at in range(0, len(document), size)]
        try:
            found.append([_flat(event) for event in trees.Scanner("Row", "Cell", "Data").events(chunks)])
        except SyntaxError:
            return
    ends = [[name for kind, name in one if kind == "row" or (kind, name) == ("end", "Row")] for one in found]
    assert len(ends[0]) == len(ends[1])


def _flat(event: tuple[str, object]) -> tuple[str, str]:
    kind, found = event
    return kind, "" if isinstance(found, trees.PlainRow) else getattr(found, "tag")  # noqa: B009 - an Element


@pytest.mark.parametrize(
    "declared", ['<!ENTITY a "aaaa">', '<!ENTITY % a "b">', '<!ENTITY a SYSTEM "file:///etc/passwd">']
)
def test_entities_are_refused_before_anything_is_read(declared: str) -> None:
    content = excel(["<Row><Cell><Data>x</Data></Cell></Row>"], f"<!DOCTYPE x [{declared}]>")
    with pytest.raises(Refused, match="bomb"):
        xml_sheet.sheets(content, 1000)


class Seen:
    """Writes down what a page hands over."""

    def __init__(self) -> None:
        self.said: list[tuple[str, ...]] = []

    def cell(self, attributes: str, text: str) -> None:
        self.said.append(("cell", attributes, text))

    def start(self, tag: str, attributes: str) -> None:
        self.said.append(("start", tag, attributes))

    def end(self, tag: str) -> None:
        self.said.append(("end", tag))

    def data(self, text: str) -> None:
        self.said.append(("data", text))


def said(page: str) -> list[tuple[str, ...]]:
    seen = Seen()
    html_tags.walk(page, seen)
    return seen.said


def test_quotation_marks_count_behind_an_equals_sign_only() -> None:
    assert said("<td title=\"a>b\" x='c>d'>1</td>") == [("cell", " title=\"a>b\" x='c>d'", "1")]
    assert said('<p width=5">x</p>') == [("start", "p", ' width=5"'), ("data", "x"), ("end", "p")]
    assert said("<b a='>x") == [("start", "b", " a='"), ("data", "x")]
    assert html_tags.attributes(" A='1&amp;2' b=\"x y\" c=3 d") == {"a": "1&2", "b": "x y", "c": "3", "d": ""}


def test_scripts_hold_no_tags_and_open_ends_are_left_out() -> None:
    assert said("a<script>if (x<td) '</td>'</SCRIPT >b") == [
        ("data", "a"), ("start", "script", ""), ("end", "script"), ("data", "b"),
    ]  # fmt: skip
    assert said("<br/>5 < 6<!doctype x><?php ?></ x>y<td ") == [
        ("start", "br", "/"), ("end", "br"), ("data", "5 < 6"), ("data", "y"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "piece", ["<td a='", '<td a="', "<td>", "<script>", "<td><!--", "<a <a=", "<td a=b ", "<", "</", "<td>&"]
)
def test_many_beginnings_are_read_in_one_go(piece: str) -> None:
    html_tables.tables(f"<table><tr><td>{piece * 30_000}".encode(), 1_000_000)


CELLS = st.one_of(
    st.text("a\r\n\0 甲", max_size=4),
    st.floats(),
    st.booleans(),
    st.dates(),
    st.just(datetime(2020, 1, 2, 3, 4, 5)),
    st.just(""),
)


@given(
    st.one_of(st.lists(CELLS, min_size=1), st.lists(st.text(max_size=3), min_size=1), st.lists(st.floats(), min_size=1))
)
def test_a_column_comes_over_the_wire_as_it_is(column: list[str | float | bool | date]) -> None:
    sent = wire.receive(io.BytesIO(wire.pack(("columns", [columns.packed(column)]))))
    assert sent is not None
    came, plain = columns.unpacked(sent[1][0]), columns.tidy(column)
    assert (list(came[0]), came[1]) == (list(plain[0]), plain[1])
    assert list(map(type, came[0])) == list(map(type, plain[0]))
