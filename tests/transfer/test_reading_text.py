"""Text tables: encoding, delimiter, quotes, records."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.shared.errors import SheetError
from app.transfer.grid.sheets import Workbook
from app.transfer.readers.delimited import find_delimiter
from app.transfer.readers.encoding import decode
from app.transfer.reading import read_workbook

CHINESE = "客户名称,电话,地址\n苏州恒瑞精密机械有限公司,13800138000,江苏省苏州市工业园区\n"
TAIWAN = "客戶名稱,電話,地址\n臺灣水泥股份有限公司,02-25317099,臺北市中山北路二段113號\n"
GERMAN = "Name;Straße;Ort\nCornelius Weiß;Hübelstraße 3;München\n"


@pytest.mark.parametrize(
    ("text", "written", "found"),
    [
        (CHINESE, "utf-8", "utf-8"),
        (CHINESE, "utf-8-sig", "utf-8-sig"),
        (CHINESE, "gb18030", "gb18030"),
        (CHINESE, "utf-16", "utf-16"),
        (CHINESE, "utf-16-le", "utf-16-le"),
        (CHINESE, "utf-16-be", "utf-16-be"),
        (TAIWAN, "cp950", "cp950"),
        (TAIWAN, "utf-8", "utf-8"),
        (GERMAN, "cp1252", "cp1252"),
        ("name\n张三\n", "gb18030", "gb18030"),
        ("姓名\n李四\n", "gb18030", "gb18030"),
        ("姓名\n陳先生\n", "cp950", "cp950"),
        ("Name\nMüller\n", "cp1252", "cp1252"),
        ("Name,Note\nCafé,“quoted”\n", "cp1252", "cp1252"),
        ("价格,￥１２３．５０\n", "gb18030", "gb18030"),
    ],
)
def test_encoding(text: str, written: str, found: str) -> None:
    decoded = decode(text.encode(written))
    assert (decoded.text, decoded.encoding, decoded.lost) == (text, found, 0)


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        ("a,b\n1,2\n", ","),
        ("a;b\n1,5;2,5\n3,5;4,5\n", ";"),
        ("a\tb\n1,2\t3\n", "\t"),
        ("a|b|c\n1|2|3\n", "|"),
        ("Name\nGlasgow\n", ","),
        ('Title\n\nname;note\n"a";"x,y,z"\n"b";"p,q"\n', ";"),
        ("name,address\nA,x;y;z\nB,x;y\n", ","),
    ],
)
def test_delimiter(text: str, delimiter: str) -> None:
    assert find_delimiter(text) == delimiter


def rows(path: Path, text: str) -> list[list[object]]:
    path.write_bytes(text.encode())
    (sheet,) = read_workbook(path).sheets
    return [list(row) for row in sheet.rows]


def test_records_are_counted_as_a_csv_parser_counts(tmp_path: Path) -> None:
    text = 'name,note\r\n\r\n"a","first\r\nsecond"\r\nb,,extra\r\n\r\n'
    assert rows(tmp_path / "客户 名单.csv", text) == [
        ["name", "note"],
        [],
        ["a", "first\nsecond"],
        ["b", None, "extra"],
    ]
    assert read_workbook(tmp_path / "客户 名单.csv").sheets[0].name == "客户 名单"


def test_marks_of_other_programs_are_taken_away(tmp_path: Path) -> None:
    assert rows(tmp_path / "a.csv", 'sep=;\na;b\n="00123";\'=1+1\n') == [[], ["a", "b"], ["00123", "=1+1"]]


def test_a_quotation_mark_that_is_never_closed_loses_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text('size,name\n"5 inch,x\n' + "a,b\n" * 100)
    read = read_workbook(tmp_path / "a.csv")
    assert len(read.sheets[0].rows) == 102
    assert "quotation mark" in read.warnings[0]


def test_lost_characters_are_told(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(CHINESE.encode("gb18030") * 5 + b"\xff\n")
    read = read_workbook(tmp_path / "a.csv")
    assert read.encoding == "gb18030"
    assert read.sheets[0].rows[0][0] == "客户名称"
    assert "1 character" in read.warnings[0]


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(data=st.binary(max_size=400))
def test_any_bytes_give_a_workbook_or_a_sentence(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"x" + data)
    with contextlib.suppress(SheetError):
        assert isinstance(read_workbook(path), Workbook)
