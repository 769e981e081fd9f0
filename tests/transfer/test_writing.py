"""Tables written to .xlsx and .csv, opened again by other readers and by ours."""

from __future__ import annotations

import csv
import os
from collections.abc import Iterator
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.shared.errors import KebuError
from app.transfer.exporting import xlsx_stream
from app.transfer.exporting.writing import write_csv, write_xlsx
from app.transfer.reading import read_workbook

ROW = ["恒瑞 & Söhne <x>", "00123", Decimal("16409.02"), 7, date(2020, 2, 29), datetime(2020, 1, 2, 3, 4), True, None]
HEADERS = ["名称", "编码", "金额", "数量", "日期", "时间", "有效", "备注"]
KINDS = ["text", "text", "money", "number", "date", "datetime", "flag", "text"]


def left(folder: Path) -> list[str]:
    """What lies in the folder, without the home that every test has."""
    return sorted(path.name for path in folder.iterdir() if path.name != "home")


def test_xlsx_opens_elsewhere_with_values_and_styles(tmp_path: Path) -> None:
    assert write_xlsx(tmp_path / "客户 名单.xlsx", "客户/2019", HEADERS, [ROW], KINDS) == 1
    sheet = openpyxl.load_workbook(tmp_path / "客户 名单.xlsx").active
    assert sheet.title == "客户 2019"
    assert [cell.value for cell in sheet[1]] == HEADERS
    assert [cell.value for cell in sheet[2]] == [
        ROW[0], "00123", 16409.02, 7, datetime(2020, 2, 29), datetime(2020, 1, 2, 3, 4), True, None,
    ]  # fmt: skip
    assert (sheet["A1"].font.b, sheet.freeze_panes, sheet.auto_filter.ref) == (True, "A2", "A1:H2")
    assert sheet["C2"].number_format == "#,##0.00"
    assert [sheet["E2"].is_date, sheet["F2"].is_date] == [True, True]
    assert left(tmp_path) == ["客户 名单.xlsx"]


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    write_xlsx(tmp_path / "a.xlsx", "客户", HEADERS, [ROW] * 2500, KINDS)
    (sheet,) = read_workbook(tmp_path / "a.xlsx").sheets
    assert len(sheet.rows) == 2501
    assert sheet.rows[2500][:7] == [ROW[0], "00123", 16409.02, 7, ROW[4], ROW[5], True]


def test_values_that_excel_would_change_are_text(tmp_path: Path) -> None:
    values: list[Any] = [
        110101199003071234,
        Decimal("1234567890.1234567"),
        date(1850, 1, 1),
        "=1+1",
        "-2+3",
        time(9, 30),
    ]
    write_xlsx(tmp_path / "a.xlsx", "a", ["h"], [[value] for value in values], ["text"])
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").active
    cells = [row[0] for row in sheet.iter_rows(min_row=2)]
    assert [cell.value for cell in cells] == [
        "110101199003071234", "1234567890.1234567", "1850-01-01", "=1+1", "-2+3", time(9, 30),
    ]  # fmt: skip
    assert cells[3].data_type in ("s", "inlineStr")


def test_empty_lists_and_columns(tmp_path: Path) -> None:
    assert write_xlsx(tmp_path / "a.xlsx", "", ["h"], [], ["text"]) == 0
    assert openpyxl.load_workbook(tmp_path / "a.xlsx").active.title == "Sheet1"


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(texts=st.lists(st.text(min_size=1), min_size=1, max_size=20))
def test_any_text_comes_back_without_what_xml_forbids(tmp_path: Path, texts: list[str]) -> None:
    write_xlsx(tmp_path / "a.xlsx", "a", ["h"], [["x", text][1:] for text in texts], ["text"])
    workbook = openpyxl.load_workbook(tmp_path / "a.xlsx")
    found = [row[0].value or "" for row in workbook.active.iter_rows(min_row=2, max_row=len(texts) + 1)]
    normal = [xlsx_stream.ILLEGAL.sub("", t.replace("\r\n", "\n").replace("\r", "\n")) for t in texts]
    assert [text.replace("_x005F_", "_") for text in found] == normal


def test_csv_is_for_excel_and_safe(tmp_path: Path) -> None:
    cells = [
        "=HYPERLINK(1)",
        "@x",
        "+86 138 0000 2317",
        "-12.5",
        "+1 212 555 0100 ext. 4",
        "-2+A1",
        "a,b",
        'q"',
        "x\ny",
    ]
    assert write_csv(tmp_path / "a.csv", ["h"] * 9, [cells]) == 1
    data = (tmp_path / "a.csv").read_bytes()
    assert (data[:3], data[-2:]) == (b"\xef\xbb\xbf", b"\r\n")
    line = data.decode("utf-8-sig").split("\r\n")[1]
    assert line == (
        "'=HYPERLINK(1),'@x,+86 138 0000 2317,-12.5,+1 212 555 0100 ext. 4,'-2+A1,\"a,b\",\"q\"\"\",\"x\ny\""
    )  # fmt: skip
    assert read_workbook(tmp_path / "a.csv").sheets[0].rows[1] == cells


@pytest.mark.parametrize(
    ("text", "guarded"),
    [
        ("+86-138-1234-5678", True), ("+8613812345678", True), ("+86/138", True), ("-138-1234", True), ("+5", True),
        ("+1 (555) 123-4567", True), ("-2020-01-02", True), ("+12:30", True), ("+1 1/2", True), ("-007", True),
        ("-123456789012", True), ("\n=1", True), ("--1", True), ("+86 138-0000-2317", False), ("-5%", False),
        ("+49 30 1234 x 12", False), ("-0.5", False), ("-", False), ("- -", False), ("0-1", False), ("'t Hooft", False),
        ("'+1", True), ("''5", True), ("＝1+1", True), ("＠SUM(1)", True), ("＋8613812345678", True), ("－2+3", True),
        ("'＝1", True), ("－", False), ("－－ －", False), ("一＝一", False),
    ],
)  # fmt: skip
def test_what_a_spreadsheet_would_calculate_is_written_as_text(tmp_path: Path, text: str, guarded: bool) -> None:
    write_csv(tmp_path / "a.csv", ["电话", "备注"], [[text, "x"], ["y", "z"]])
    (_header, line, *_more) = read_plainly(tmp_path / "a.csv")
    assert line[0] == ("'" if guarded else "") + text
    assert read_workbook(tmp_path / "a.csv").sheets[0].rows[1] == [text, "x"]


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(text=st.text("'+-=@＝＋－＠ 0123456789().x\t\n/a", min_size=1, max_size=12))
def test_any_text_comes_back_from_a_csv(tmp_path: Path, text: str) -> None:
    write_csv(tmp_path / "a.csv", ["电话", "备注"], [[text, "x"], ["y", "z"]])
    assert read_workbook(tmp_path / "a.csv").sheets[0].rows[1] == [text, "x"]


def read_plainly(path: Path) -> list[list[str]]:
    """The cells of a .csv as any other program reads them."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def failing() -> Iterator[list[str]]:
    yield ["a"]
    raise KebuError("stop")


@pytest.mark.parametrize("name", ["a.xlsx", "a.csv"])
def test_a_failure_leaves_the_old_file(tmp_path: Path, name: str) -> None:
    target = tmp_path / name
    target.write_text("old")
    with pytest.raises(KebuError, match="stop"):
        write_csv(target, ["h"], failing()) if name == "a.csv" else write_xlsx(target, "a", ["h"], failing(), ["text"])
    assert target.read_text() == "old"
    assert left(tmp_path) == [name]


def test_places_that_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(KebuError, match="no folder"):
        write_csv(tmp_path / "none" / "a.csv", ["h"], [])
    (tmp_path / "folder.csv").mkdir()
    with pytest.raises(KebuError, match="is a folder"):
        write_csv(tmp_path / "folder.csv", ["h"], [])
    with pytest.raises(KebuError, match="too long"):
        write_csv(tmp_path / f"{'长' * 100}.csv", ["h"], [])
    with pytest.raises(KebuError, match="can be written into the folder"):
        write_csv(Path(__file__) / "a.csv", ["h"], [])
    assert left(tmp_path) == ["folder.csv"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everything")
def test_a_folder_that_may_not_be_written_or_looked_into(tmp_path: Path) -> None:
    for mode in (0o500, 0o000):
        (tmp_path / "shut").mkdir(exist_ok=True)
        (tmp_path / "shut").chmod(mode)
        try:
            with pytest.raises(KebuError, match="can be written into the folder"):
                write_csv(tmp_path / "shut" / "a.csv", ["h"], [])
        finally:
            (tmp_path / "shut").chmod(0o700)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(**_: object) -> tuple[int, str]:
        place = tmp_path / ".kebu-x.tmp"
        place.symlink_to("/dev/full")
        return os.open(place, os.O_WRONLY), str(place)

    monkeypatch.setattr("app.transfer.exporting.writing.tempfile.mkstemp", full)
    with pytest.raises(KebuError, match="no room"):
        write_csv(tmp_path / "a.csv", ["h"], [["x"]])
    assert left(tmp_path) == []


def test_more_rows_than_excel_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx_stream, "MOST_ROWS", 5)
    with pytest.raises(KebuError, match="at most"):
        write_xlsx(tmp_path / "a.xlsx", "a", ["h"], [["x"]] * 6, ["text"])
    assert left(tmp_path) == []
