"""Tables from the clipboard, and the files of a folder."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.records.workspace import Workspace
from app.shared.errors import SheetError
from app.transfer.commands import plan_import, run_import
from app.transfer.grid.sheets import Workbook
from app.transfer.reading import files_in, read_workbook


def pasted(folder: Path, text: str) -> Workbook:
    """The text of a clipboard as the window reads it, by way of a file."""
    file = folder / "Clipboard"
    file.write_text(text, "utf-8")
    return read_workbook(file)


def test_cells_between_tabs_with_line_breaks_in_quotation_marks(tmp_path: Path) -> None:
    text = '名称\t备注\t电话\r\n甲\t"第一行\n第二行 ""好"""\t\r\n"乙" 公司\t5" 管\t"x"\r\n\t\t\r\n'
    (sheet,) = pasted(tmp_path, text).sheets
    assert sheet.rows == [
        ["名称", "备注", "电话"],
        ["甲", '第一行\n第二行 "好"', None],
        ['"乙" 公司', '5" 管', "x"],
    ]


def test_other_delimiters_and_a_single_column(tmp_path: Path) -> None:
    assert pasted(tmp_path, "a,b\n1,2\n").sheets[0].rows == [["a", "b"], ["1", "2"]]
    assert pasted(tmp_path, "甲公司\n乙公司").sheets[0].rows == [["甲公司"], ["乙公司"]]


def test_tabs_come_before_other_delimiters(tmp_path: Path) -> None:
    assert pasted(tmp_path, "a,b,c\t1\nd,e,f\t\n").sheets[0].rows == [["a,b,c", "1"], ["d,e,f", None]]


def test_a_tab_in_a_note_of_a_list_without_an_ending_parts_nothing(tmp_path: Path) -> None:
    text = "name,phone,notes\nAcme,13800138000,calls\tback\nBeta,13900139000,ok\n"
    assert pasted(tmp_path, text).sheets[0].rows[1:] == [
        ["Acme", "13800138000", "calls\tback"],
        ["Beta", "13900139000", "ok"],
    ]


def test_cells_of_many_lines_stay_between_tabs(tmp_path: Path) -> None:
    note = "\n".join(["a, b"] * 9)
    assert pasted(tmp_path, f'甲\t"{note}"\n乙\t2\n').sheets[0].rows == [["甲", note], ["乙", "2"]]


def test_a_quotation_mark_that_is_never_closed_takes_no_rows_along(tmp_path: Path) -> None:
    assert pasted(tmp_path, '"5 寸\t1\n乙\t2\n').sheets[0].rows == [['"5 寸', "1"], ["乙", "2"]]


def test_nothing_to_paste(tmp_path: Path) -> None:
    for text in ("", " \n\t\n"):
        with pytest.raises(SheetError):
            pasted(tmp_path, text)


def test_a_pasted_table_is_imported(ws: Workspace, tmp_path: Path) -> None:
    done = run_import(ws, plan_import(ws, [pasted(tmp_path, "客户名称\t电话\n甲公司\t0512-66881234\n")]))
    assert done.counts["created"] == 1


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text(st.sampled_from('a"\t\n, '), min_size=1, max_size=60))
def test_any_text_gives_rows_or_a_sentence(tmp_path: Path, text: str) -> None:
    try:
        book = pasted(tmp_path, text)
    except SheetError:
        assert not text.strip()
    else:
        assert all(cell != "" for row in book.sheets[0].rows for cell in row)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.lists(st.lists(st.text(st.sampled_from('甲b"\n ,'), max_size=6), min_size=2, max_size=4), min_size=1, max_size=5)
)
def test_what_a_spreadsheet_copies_comes_back(tmp_path: Path, rows: list[list[str]]) -> None:
    def copied(cell: str) -> str:
        return '"{}"'.format(cell.replace('"', '""')) if "\n" in cell or cell.startswith('"') else cell

    text = "\n".join("\t".join(map(copied, row)) for row in rows)
    if not text.strip():
        return
    found = pasted(tmp_path, text).sheets[0].rows
    wanted = [[cell or None for cell in row] for row in rows]
    while wanted and not any(wanted[-1]):
        wanted.pop()
    assert found == wanted


def test_the_files_of_a_folder(tmp_path: Path) -> None:
    for name in ("b.XLSX", "a.csv", "~$b.xlsx", ".x.csv", "c.pdf", "d.vcf"):
        (tmp_path / name).write_text("x")
    (tmp_path / "e.csv").mkdir()
    assert [file.name for file in files_in(tmp_path)] == ["a.csv", "b.XLSX", "d.vcf"]
    with pytest.raises(SheetError, match="without a spreadsheet"):
        files_in(tmp_path / "e.csv")
