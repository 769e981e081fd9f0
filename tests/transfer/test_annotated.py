"""The imported file back with remarks, and the file that comes again."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import pytest
from msoffcrypto.format.ooxml import OOXMLFile
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Font

from app.records import history, queries
from app.records.workspace import Workspace
from app.shared.errors import Cancelled, KebuError
from app.transfer import commands, reading
from app.transfer.grid.remarks import is_remark
from app.transfer.grid.stopping import ROUND
from app.transfer.readers import annotating, process
from app.transfer.reading import PasswordNeeded, read_workbook
from app.transfer.reviewing import plain_copy
from app.transfer.reviewing.annotated import save_annotated
from app.transfer.reviewing.past import imported_before, imports
from app.transfer.reviewing.report_sheet import save_report

ROWS = [
    ["客户资料 2019", None, None, None],
    ["客户名称", "电话", "生日", "备注"],
    ["苏州恒瑞精密机械有限公司", "13812345678", "1980-03-05", "=1+1"],
    ["宁波德力五金厂", "1381234567", "1985-02-31", "老客户"],
    [None, "0574-87654321", None, None],
]


def workbook(path: Path) -> Path:
    book = Workbook()
    sheet = book.active
    sheet.title = "客户"
    for row in ROWS:
        sheet.append(row)
    sheet["A1"].font = Font(bold=True, size=20)
    sheet.column_dimensions["A"].width = 33
    book.create_sheet("说明").append(["不要动"])
    book.save(path)
    return path


def test_the_file_comes_back_with_its_look_and_a_remark_per_row(ws: Workspace, tmp_path: Path) -> None:
    source = workbook(tmp_path / "客户 2019.xlsx")
    plan = commands.plan_import(ws, [source])
    commands.run_import(ws, plan)
    copy = tmp_path / "copy.xlsx"
    assert save_annotated(plan, source, copy) >= 3
    book = load_workbook(copy)
    sheet = book["客户"]
    assert book.sheetnames == ["客户", "说明"]
    assert sheet["A1"].font.size == 20
    assert sheet.column_dimensions["A"].width == 33
    assert sheet["D3"].value == "=1+1"
    assert is_remark(sheet["E2"].value)
    assert is_remark(sheet["F2"].value)
    assert [sheet.cell(row, 5).value for row in (3, 4)] == ["Added", "Added"]
    assert "电话" in sheet["F4"].value
    assert "生日" in sheet["F4"].value
    assert sheet["B4"].fill.fgColor.rgb == sheet["C4"].fill.fgColor.rgb == "FFFCEFC9"
    assert sheet["B3"].fill.fgColor.rgb != "FFFCEFC9"


def test_the_mended_copy_is_imported_and_nothing_is_doubled(ws: Workspace, tmp_path: Path) -> None:
    source = workbook(tmp_path / "a.xlsx")
    plan = commands.plan_import(ws, [source])
    commands.run_import(ws, plan)
    copy = tmp_path / "copy.xlsx"
    save_annotated(plan, source, copy)
    book = load_workbook(copy)
    book["客户"]["C4"] = "1985-02-28"
    book.save(copy)
    before = queries.count(ws, "customer")
    again = commands.plan_import(ws, [copy])
    assert not [key for sheet in again.sheets for key in sheet.proposal.mapping() if is_remark(key)]
    commands.run_import(ws, again)
    assert queries.count(ws, "customer") == before
    found = queries.find(ws, "customer", "宁波德力五金厂")
    assert str(found["birthday"]) == "1985-02-28"
    assert "Kebu" not in str(found["notes"])
    # A second round writes its remarks over those of the first.
    save_annotated(again, copy, tmp_path / "third.xlsx")
    heads = [cell.value for cell in load_workbook(tmp_path / "third.xlsx")["客户"][2]]
    assert len([head for head in heads if head and is_remark(str(head))]) == 2


def test_another_kind_of_file_becomes_a_workbook(ws: Workspace, tmp_path: Path) -> None:
    source = tmp_path / "客户.csv"
    source.write_bytes("客户名称,电话\n恒瑞,013812345678\n德力,=cmd\n".encode("gb18030"))
    plan = commands.plan_import(ws, [source])
    commands.run_import(ws, plan)
    save_annotated(plan, source, tmp_path / "out.xlsx")
    sheet = load_workbook(tmp_path / "out.xlsx").worksheets[0]
    assert sheet["B2"].value == "013812345678"
    assert sheet["B3"].data_type == "s"
    assert sheet["C2"].value == "Added"


def test_a_file_that_is_gone_is_told(ws: Workspace, tmp_path: Path) -> None:
    source = workbook(tmp_path / "a.xlsx")
    plan = commands.plan_import(ws, [source])
    source.unlink()
    with pytest.raises(KebuError, match="not where it was"):
        save_annotated(plan, source, tmp_path / "out.xlsx")
    assert not (tmp_path / "out.xlsx").exists()


def test_a_copy_that_is_stopped_leaves_no_file(ws: Workspace, tmp_path: Path) -> None:
    source = workbook(tmp_path / "a.xlsx")
    plan = commands.plan_import(ws, [source])
    with pytest.raises(Cancelled):
        save_annotated(plan, source, tmp_path / "out.xlsx", lambda: True)
    assert [path.name for path in tmp_path.iterdir() if path.suffix in (".xlsx", ".tmp")] == ["a.xlsx"]


def test_a_copy_of_cells_alone_and_a_report_stop_as_well(
    ws: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "a.csv"
    source.write_text("客户名称,电话\n甲公司,0512-66881234\n", "utf-8")
    plan = commands.plan_import(ws, [source])
    read: list[Any] = []
    monkeypatch.setattr(reading, "read_workbook", lambda *what, **how: read.append(1) or read_workbook(*what, **how))
    with pytest.raises(Cancelled):
        save_annotated(plan, source, tmp_path / "out.xlsx", lambda: bool(read))
    assert read
    with pytest.raises(Cancelled):
        save_report(plan, tmp_path / "report.xlsx", lambda: True)
    assert [path.name for path in tmp_path.iterdir() if path.suffix in (".xlsx", ".tmp")] == []
    assert save_report(plan, tmp_path / "report.xlsx", lambda: False) == 1


def test_a_copy_of_cells_alone_stops_in_the_middle_of_a_sheet(
    ws: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "a.csv"
    source.write_text("客户名称,电话\n" + "".join(f"公司{at},0512-{at:08d}\n" for at in range(ROUND * 2)), "utf-8")
    plan = commands.plan_import(ws, [source])
    written: list[Any] = []
    cell = plain_copy._cell
    monkeypatch.setattr(plain_copy, "_cell", lambda *what: written.append(1) or cell(*what))
    with pytest.raises(Cancelled):
        save_annotated(plan, source, tmp_path / "out.xlsx", lambda: bool(written))
    assert len(written) == ROUND * 2
    assert not (tmp_path / "out.xlsx").exists()


def test_a_copy_of_cells_alone_marks_rows_and_cells(ws: Workspace, tmp_path: Path) -> None:
    source = tmp_path / "a.csv"
    source.write_text("\n".join(",".join(cell or "" for cell in row) for row in ROWS[1:]), "utf-8")
    plan = commands.plan_import(ws, [source])
    save_annotated(plan, source, tmp_path / "out.xlsx")
    sheet = load_workbook(tmp_path / "out.xlsx").worksheets[0]
    assert [is_remark(str(sheet.cell(1, column).value)) for column in (4, 5, 6)] == [False, True, True]
    assert [sheet.cell(row, 5).value for row in (2, 3, 4)] == ["Added", "Added", "Not imported"]
    assert [sheet.cell(row, 5).fill.fgColor.rgb for row in (3, 4)] == ["00000000", annotating.RED]
    assert sheet["C3"].fill.fgColor.rgb == annotating.YELLOW
    assert (sheet.auto_filter.ref, sheet["E1"].font.b, sheet.column_dimensions["F"].width) == ("A1:F4", True, 60)
    assert (sheet["B2"].value, sheet["D2"].value, sheet["D2"].data_type) == ("13812345678", "=1+1", "s")
    again = commands.plan_import(ws, [tmp_path / "out.xlsx"])
    save_annotated(again, tmp_path / "out.xlsx", tmp_path / "third.xlsx")
    assert load_workbook(tmp_path / "third.xlsx").worksheets[0].max_column == 6


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_what_stands_above_the_lines_of_a_document_marks_no_cell_beside_them(
    ws: Workspace, tmp_path: Path, ending: str
) -> None:
    rows = [["报价单", None, None], ["客户：", "甲有限公司", None], ["电话：", "138001380001234567", None]]
    rows += [["报价日期：", "2026-13-45", None], ["有效期：", "随便", None]]
    rows += [["产品", "数量", "单价"], ["水泵", "1", "200"], ["球阀", "2", "30"]]
    source = tmp_path / f"quote.{ending}"
    if ending == "csv":
        source.write_text("\n".join(",".join(cell or "" for cell in row) for row in rows), "utf-8")
    else:
        book = Workbook()
        for row in rows:
            book.active.append(row)
        book.save(source)
    plan = commands.plan_import(ws, [source])
    assert any(one.index > 2 for sheet in plan.sheets for row in sheet.rows for one in row.problems)
    save_annotated(plan, source, tmp_path / "out.xlsx")
    sheet = load_workbook(tmp_path / "out.xlsx").worksheets[0]
    assert not [cell for row in sheet for cell in row if cell.fill.fgColor.rgb.endswith(annotating.YELLOW[2:])]


def test_the_original_is_opened_by_a_process_with_limits(ws: Workspace, tmp_path: Path) -> None:
    source = workbook(tmp_path / "a.xlsx")
    with (tmp_path / "out").open("wb") as target, pytest.raises(process.NotCopied):
        process.annotated(source, [], (30 << 20, 60), target, lambda: False)


def test_what_openpyxl_cannot_open_comes_back_as_plain_cells(ws: Workspace, tmp_path: Path) -> None:
    source = workbook(tmp_path / "a.xlsx")
    broken = tmp_path / "b.xlsx"
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(broken, "w") as new:
        for name in old.namelist():
            new.writestr(name, b"<x" if name.endswith("theme1.xml") or name == "docProps/core.xml" else old.read(name))
    plan = commands.plan_import(ws, [broken])
    assert save_annotated(plan, broken, tmp_path / "out.xlsx") >= 3
    sheet = load_workbook(tmp_path / "out.xlsx")["客户"]
    assert sheet["A3"].value == "苏州恒瑞精密机械有限公司"
    assert sheet["E3"].value


def test_the_same_file_is_known_until_its_import_is_undone(ws: Workspace, tmp_path: Path) -> None:
    source = workbook(tmp_path / "客户.xlsx")
    assert imported_before(ws, source) is None
    done = commands.run_import(ws, commands.plan_import(ws, [source]))
    renamed = source.rename(tmp_path / "other.xlsx")
    found = imported_before(ws, renamed)
    assert found is not None
    assert found.operation == done.operation
    (file,) = found.files
    assert file.name == "客户.xlsx"
    assert file.count("created") == done.counts["created"]
    assert file.sheets[0]["mapping"]["客户名称"] == "name"
    history.undo(ws)
    assert imported_before(ws, renamed) is None
    assert [one.undone for one in imports(ws)] == [True]
    with renamed.open("ab") as file_again:
        file_again.write(b" ")
    history.redo(ws)
    assert imported_before(ws, renamed) is None


def test_names_and_signs_that_a_workbook_refuses_do_not_stop_the_remarks(ws: Workspace, tmp_path: Path) -> None:
    source = tmp_path / "客户[2019] 一二三四五六七八九十一二三四五六七八九十.csv"
    rows = ("客户名称,成立日期", "甲\x0b有限公司,2020-01-02", "乙有限公司,ab\x0bc", "丙有限公司,2020-01-02")
    source.write_text("\n".join(rows), "utf-8")
    plan = commands.plan_import(ws, [source])
    assert save_annotated(plan, source, tmp_path / "out.xlsx") == 3
    sheet = load_workbook(tmp_path / "out.xlsx").worksheets[0]
    assert sheet.title == "客户 2019  一二三四五六七八九十一二三四五六七八九十"
    assert sheet["A2"].value == "甲有限公司"
    assert [cell.value for cell in sheet["C"]][1:] == ["Added"] * 3
    assert sheet["B3"].value == "abc"


def test_a_reason_that_quotes_such_signs_goes_beside_the_cells_with_their_look(ws: Workspace, tmp_path: Path) -> None:
    source = workbook(tmp_path / "a.xlsx")
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(tmp_path / "b.xlsx", "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace("生日".encode(), "生日_x000B_".encode()))
    plan = commands.plan_import(ws, [tmp_path / "b.xlsx"])
    save_annotated(plan, tmp_path / "b.xlsx", tmp_path / "out.xlsx")
    sheet = load_workbook(tmp_path / "out.xlsx")["客户"]
    assert sheet["A1"].font.size == 20
    assert "生日: " in sheet["F4"].value


def test_values_that_no_sheet_holds_come_back_as_texts(ws: Workspace, tmp_path: Path) -> None:
    source = tmp_path / "a.json"
    source.write_text('[{"客户名称": "恒瑞", "备注": 1e400}, {"客户名称": "德力", "备注": %s}]' % ("9" * 400), "utf-8")
    plan = commands.plan_import(ws, [source])
    assert save_annotated(plan, source, tmp_path / "out.xlsx") == 2
    assert load_workbook(tmp_path / "out.xlsx").worksheets[0]["B3"].value == "9" * 400


def test_a_file_of_more_columns_than_a_sheet_takes_is_told(ws: Workspace, tmp_path: Path) -> None:
    source = tmp_path / "a.csv"
    source.write_text("客户名称,电话" + ",x" * 16_382 + "\n恒瑞,13812345678\n", "utf-8")
    plan = commands.plan_import(ws, [source])
    with pytest.raises(KebuError, match="with remarks beside them"):
        save_annotated(plan, source, tmp_path / "out.xlsx")
    assert not (tmp_path / "out.xlsx").exists()


def test_the_copy_of_a_locked_workbook_keeps_its_look_and_is_not_locked(ws: Workspace, tmp_path: Path) -> None:
    plain, source = workbook(tmp_path / "a.xlsx"), tmp_path / "b.xlsx"
    with plain.open("rb") as file, source.open("wb") as target:
        OOXMLFile(file).encrypt("geheim", target)
    plan = commands.plan_import(ws, [read_workbook(source, password="geheim")])
    with pytest.raises(PasswordNeeded):
        save_annotated(plan, source, tmp_path / "out.xlsx")
    assert save_annotated(plan, source, tmp_path / "out.xlsx", password="geheim") >= 3
    sheet = load_workbook(tmp_path / "out.xlsx")["客户"]
    assert sheet["A1"].font.size == 20
    assert sheet["E3"].value == "Added"


def test_the_copy_never_takes_the_place_of_the_file(ws: Workspace, tmp_path: Path) -> None:
    source = workbook(tmp_path / "a.xlsx")
    (tmp_path / "link").symlink_to(tmp_path)
    (tmp_path / "b.xlsx").symlink_to(source)
    before = source.read_bytes()
    plan = commands.plan_import(ws, [source])
    (tmp_path / "x").mkdir()
    for target in (source, tmp_path / "link" / "a.xlsx", tmp_path / "x" / ".." / "a.xlsx", tmp_path / "b.xlsx"):
        with pytest.raises(KebuError, match="the imported file itself"):
            save_annotated(plan, source, target)
    assert source.read_bytes() == before
