"""The import through the real page: drop, map, review, import, undo."""

from __future__ import annotations

import pydoc
from pathlib import Path
from time import sleep
from typing import Any

import openpyxl
import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from app.records import commands, queries
from app.records.workspace import Workspace
from app.transfer.commands import run_import
from app.transfer.plans.planning import ImportPlan
from app.transfer.reviewing.past import imports
from app.transfer.reviewing.report import ImportResult
from tests.ui.transfer.tools import Window, decide_all
from ui.transfer.field_menu import box_width
from ui.transfer.page import CHOOSE, DONE, MAP, REVIEW


def test_whole_way_and_undo(window: Window, sheet: Path) -> None:
    held = commands.create(
        window.ws, "customer", {"name": "苏州恒瑞精密机械有限公司", "phone": "138 0000 2317", "address": "尧峰西路"}
    ).id
    page = window.drop(sheet)
    assert page.step == MAP
    assert [column.target for column in page.session.proposal(0).columns][1:4] == ["name", "contact.name", "phone"]
    decide_all(window)
    review = page.review
    assert [pair.title for pair in review.list.pairs.pairs] == ["苏州恒瑞机械"]
    review._prefer("address", True)
    review.decide("merge")
    window.settle()
    assert review.undecided == 0
    phone = next(doubt for doubt in review.table.doubts.doubts if doubt.problem.column == "电 话")
    review.mending.edit(phone, "15100003370")
    window.settle()
    assert [doubt.problem.column for doubt in review.table.doubts.doubts] == ["上次联系"]
    index = review.table.doubts.index(0, 5)
    assert index.data()
    review.table._fix(0)
    window.settle()
    assert not review.table.doubts.doubts
    page.next.click()
    window.settle()
    assert page.step == DONE
    assert queries.count(window.ws, "customer") == 3
    merged = queries.get(window.ws, "customer", held)
    assert (merged["name"], merged["address"]) == ("苏州恒瑞精密机械有限公司", "吴中区")
    page.done.undo.click()
    window.settle()
    assert queries.count(window.ws, "customer") == 1
    assert queries.get(window.ws, "customer", held)["address"] == "尧峰西路"
    assert not page.done.can_undo


def test_escape_leaves_the_focus_where_the_keys_of_the_step_work(window: Window, sheet: Path, qtbot) -> None:
    page = window.drop(sheet)
    page.mapping.view.setFocus()
    qtbot.keyClick(page.mapping.view, Qt.Key.Key_Escape)
    assert page.step == MAP
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    window.settle()
    assert page.step == REVIEW
    page.escape()
    assert page.review.isAncestorOf(QApplication.focusWidget())


def test_keys_map_columns(window: Window, sheet: Path, qtbot) -> None:
    page = window.drop(sheet)
    view = page.mapping.view
    view.setFocus()
    assert view.column() == 1
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert page.mapping.pane.header.text() == "联系人/职务"
    window.settle()
    qtbot.wait(60)
    window.settle()
    assert page.mapping.pane.samples.accessibleName().startswith("周工 → 周工")
    page.mapping.pane.parts.click()
    assert page.session.column(0, 2).targets == ("contact.name",)
    view.dropped.emit(2)
    assert page.session.column(0, 2).targets == ()
    page.mapping._change(2, ("custom:联系人/职务",))
    page.mapping._change(6, ())
    view.setCurrentIndex(view.sheet.index(3, 1))
    view.headed.emit(4)
    window.settle()
    assert page.session.proposal(0).layout.header_row == 4
    view.headed.emit(3)
    window.settle()
    page.mapping._change(2, ("custom:称呼",))
    qtbot.keyClick(view, Qt.Key.Key_Return)
    window.settle()
    assert page.step == REVIEW
    page.next.click()
    window.settle()
    assert page.step == DONE
    labels = {field.label for field in window.ws.dictionary.type("customer").fields}
    assert "称呼" in labels


def test_sheet_left_out_and_kind(window: Window, sheet: Path) -> None:
    page = window.drop(sheet)
    mapping = page.mapping
    mapping.kinds.setCurrentIndex(mapping.kinds.findData(""))
    mapping.kinds.activated.emit(mapping.kinds.currentIndex())
    window.settle()
    assert page.session.rows == 0
    assert not page.next.isEnabled()
    assert mapping.nothing.isVisible()
    mapping.kinds.setCurrentIndex(0)
    mapping.kinds.activated.emit(0)
    window.settle()
    assert page.session.rows == 3
    assert page.next.isEnabled()


def test_rest_is_left_out_when_the_box_is_cleared(window: Window, sheet: Path) -> None:
    commands.create(window.ws, "customer", {"name": "苏州恒瑞精密机械有限公司", "phone": "138 0000 2317"})
    page = window.drop(sheet)
    decide_all(window)
    assert page.review.count == 3
    page.review.wait.setChecked(False)
    window.settle()
    assert page.review.count == 2
    page.review.tiles.tiles["out"].click()
    assert page.review.rows.isVisible()


def test_bad_file_is_told_plainly(window: Window, tmp_path: Path) -> None:
    bad = tmp_path / "照片.xlsx"
    bad.write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 200)
    page = window.drop(bad)
    assert page.step == CHOOSE
    assert page.choose.failure.isVisible()
    assert "照片.xlsx" in page.choose.problem.text()
    assert page.choose.choose.isEnabled()


def test_paste_and_several_files(window: Window, sheet: Path, tmp_path: Path) -> None:
    page = window.window.router.open("import")
    QGuiApplication.clipboard().setText("客户名称\t电话\n昆山优尼特电子\t137 0000 6128\n丹阳精工眼镜\t139 0000 1836\n")
    page.choose.take_clipboard()
    window.settle()
    assert page.step == MAP
    assert page.session.rows == 2
    other = tmp_path / "b.csv"
    other.write_text("公司名称,手机\n台州正邦阀门,13800005093\n温州立信五金厂,13700002264\n", "utf-8")
    page = window.drop(sheet, other)
    assert len(page.session.sources) == 2
    page.mapping.sheets.setCurrentIndex(2)
    page.mapping.sheets.activated.emit(2)
    assert page.mapping.file.text() == "b.csv"
    decide_all(window)
    page.next.click()
    window.settle()
    assert queries.count(window.ws, "customer") == 5


def test_a_column_has_room_for_another_field(window: Window, tmp_path: Path) -> None:
    narrow = tmp_path / "a.csv"
    narrow.write_text("公司名称,x,y,z\n恒瑞机械,1,2,3\n拓嘉新材料,4,5,6\n", "utf-8")
    page = window.drop(narrow)
    view = page.mapping.view
    view.setColumnWidth(2, 44)
    page.mapping._change(1, ("contact.wechat",))
    assert view.columnWidth(1) >= box_width(view.top.words(1)) > 60
    assert view.columnWidth(2) == 44


def test_the_page_of_a_clipboard_comes_before_its_text_where_it_holds_a_table(window: Window) -> None:
    window.window.router.open("import")
    cells = (
        "<tr><td>客户名称<td>电话</tr><tr><td rowspan=2>昆山优尼特电子<td>0512-66881234</tr><tr><td>0512-66881235</tr>"
    )
    for page, format_ in ((f"<table>{cells}</table>", "html"), ("<p>丹阳</p>", "csv")):
        data = QMimeData()
        data.setHtml(page)
        data.setText("客户名称\t电话\n丹阳精工眼镜\t139 0000 1836\n")
        QGuiApplication.clipboard().setMimeData(data)
        window.page.choose.take_clipboard()
        window.settle()
        (source,) = window.page.session.sources
        assert source.book.format == format_
        assert window.page.mapping.file.text() == "Clipboard"
    decide_all(window)
    window.page.next.click()
    window.settle()
    (one,) = imports(window.ws)
    assert [file.name for file in one.files] == ["Clipboard"]
    assert window.page.done.sentence.text() == "Clipboard is imported."


def test_copied_files_are_pasted_as_files(window: Window, sheet: Path) -> None:
    window.window.router.open("import")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(sheet))])
    data.setText(str(sheet))
    QGuiApplication.clipboard().setMimeData(data)
    window.page.choose.take_clipboard()
    window.settle()
    assert window.page.mapping.file.text() == sheet.name


def test_an_import_that_was_through_when_it_was_to_stop_is_told(window: Window, sheet: Path, monkeypatch) -> None:
    page = window.drop(sheet)
    decide_all(window)

    def through(*what: Any) -> ImportResult:
        made = run_import(*what)
        page._job.cancel()
        return made

    monkeypatch.setattr("ui.transfer.page.run_import", through)
    page.next.click()
    window.settle()
    assert page.step == DONE
    assert page.done.can_undo
    assert queries.count(window.ws, "customer") == 3


def test_an_import_that_was_stopped_stays_with_the_review(window: Window, sheet: Path, monkeypatch) -> None:
    page = window.drop(sheet)
    decide_all(window)

    def stopped(ws: Workspace, plan: ImportPlan, _progress: Any, stop: Any, *more: Any) -> ImportResult:
        page._job.cancel()
        return run_import(ws, plan, None, stop, *more)

    monkeypatch.setattr("ui.transfer.page.run_import", stopped)
    page.next.click()
    window.settle()
    assert page.step == REVIEW
    assert page.next.isEnabled()
    assert window.said == ["Stopped; nothing was changed."]
    assert queries.count(window.ws, "customer") == 0


def test_report_is_saved(window: Window, sheet: Path, tmp_path: Path) -> None:
    page = window.drop(sheet)
    decide_all(window)
    page.next.click()
    window.settle()
    path = tmp_path / "report.xlsx"
    window.window.messages.save_file = lambda *_what: path
    page._save_report()
    window.settle()
    rows = list(openpyxl.load_workbook(path).active.iter_rows(values_only=True))
    assert rows[0][3]
    assert len(rows) > 4


@pytest.mark.parametrize("late", [False, True])
@pytest.mark.parametrize(("save", "written"), [
    ("_save_report", "app.transfer.reviewing.report_sheet.save_report"),
    ("_save_copy", "app.transfer.reviewing.annotated.save_annotated"),
])  # fmt: skip
def test_a_stop_while_saving_says_what_became_of_the_report_and_of_the_copy(
    window: Window, sheet: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, save: str, written: str, late: bool
) -> None:
    page = window.drop(sheet)
    decide_all(window)
    page.next.click()
    window.settle()
    path = tmp_path / "out.xlsx"
    window.window.messages.save_file = lambda *_what: path
    whole = pydoc.locate(written)

    def stopped(*what: Any) -> None:
        while page._job is None:
            sleep(0.001)
        if not late:
            page._job.cancel()
        whole(*what)
        page._job.cancel()

    monkeypatch.setattr(written, stopped)
    window.said.clear()
    getattr(page, save)()
    window.settle()
    assert path.exists() == late
    assert window.said == ["Saved “out.xlsx”" if late else "Stopped; no file was written."]


def test_a_dropped_folder_gives_its_files(window: Window, sheet: Path, tmp_path: Path) -> None:
    folder = tmp_path / "旧表 2019"
    folder.mkdir()
    page = window.drop(folder)
    assert page.step == CHOOSE
    assert folder.name in page.choose.problem.text()
    sheet.rename(folder / sheet.name)
    (folder / "readme.md").write_text("no sheet")
    window.page.read([folder])
    window.settle()
    assert page.step == MAP
    assert [source.book.path.name for source in page.session.sources] == [sheet.name]


def test_a_folder_is_chosen_by_a_key(window: Window, sheet: Path, tmp_path: Path, qtbot) -> None:
    folder = tmp_path / "旧表"
    folder.mkdir()
    sheet.rename(folder / sheet.name)
    window.window.router.open("import")
    window.window.messages.choose_folder = lambda _title: folder
    qtbot.keyClick(
        window.page.choose.choose, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    window.settle()
    assert window.page.step == MAP
    assert [source.book.path.name for source in window.page.session.sources] == [sheet.name]
