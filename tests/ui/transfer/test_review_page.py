"""The review through the real page: keys, suggestions, decisions at once, the way back after the import."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit

from app.records import commands, queries
from tests.ui.transfer.tools import Window, decide_all
from ui.shell.keyguard import takes_text
from ui.transfer.counts import done_words
from ui.transfer.page import DONE, REVIEW
from ui.transfer.tables import VALUE

ROWS: list[list[Any]] = [
    ["客户名称", "联系人", "电话", "上次联系"],
    ["苏州恒瑞机械", "周工", "13800002317", "2025.11.3"],
    ["合肥远景塑胶", "许峰", "151 0000 337", "2025.2.30"],
    [None, "王老板", "15900007120", "2025.3.1"],
    ["无锡拓嘉新材料公司", "吴敏", "139-0000-6402", "2025年3月"],
]


@pytest.fixture
def page(window: Window, tmp_path: Path) -> Any:
    book = openpyxl.Workbook()
    for row in ROWS:
        book.active.append(row)
    book.save(tmp_path / "客户.xlsx")
    commands.create(window.ws, "customer", {"name": "苏州恒瑞精密机械有限公司", "phone": "138 0000 2317"})
    window.drop(tmp_path / "客户.xlsx")
    return decide_all(window)


def problems(page: Any) -> list[tuple[int, str]]:
    return [(one.problem.row, one.problem.column) for one in page.review.table.doubts.doubts]


def test_what_an_input_method_commits_opens_the_cell(page: Any, write) -> None:
    table = page.review.table
    table.setFocus()
    assert takes_text(table)
    write(table, "明年")
    assert table.indexWidget(table.currentIndex()).text() == "明年"


def test_tab_goes_from_problem_to_problem(page: Any, qtbot) -> None:
    table = page.review.table
    assert problems(page) == [(3, "电话"), (3, "上次联系"), (4, "客户名称"), (5, "上次联系")]
    table.setFocus()
    seen = [(table.currentIndex().row(), table.currentIndex().column())]
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
        qtbot.keyClick(table, key)
        seen.append((table.currentIndex().row(), table.currentIndex().column()))
    assert seen == [(0, VALUE), (1, VALUE), (2, VALUE), (1, VALUE)]


def test_tab_in_a_cell_keeps_what_was_typed_and_opens_the_next(page: Any, qtbot) -> None:
    table = page.review.table
    table.setFocus()
    table.edit_value()
    editor = table.findChild(QLineEdit)
    editor.setText("15100003370")
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: table.state() == table.State.EditingState)
    assert problems(page)[0] == (3, "上次联系")
    assert table.currentIndex().row() == 0


def test_every_suggestion_does_what_it_says(window: Window, page: Any) -> None:
    table, plan = page.review.table, page.plan
    fixes = [one.problem.suggestion for one in table.doubts.doubts if one.problem.suggestion]
    assert fixes == ["2025-02-28", "王老板"]
    for fix in fixes:
        at = next(at for at, one in enumerate(table.doubts.doubts) if one.problem.suggestion == fix)
        table._fix(at)
    assert problems(page) == [(3, "电话"), (5, "上次联系")]
    assert page.plan is plan
    page.next.click()
    window.settle()
    assert page.step == DONE
    names = {row["name"]: row for row in queries.rows(window.ws, "customer", queries.ids(window.ws, "customer"))}
    assert names["王老板"]["kind"] == "person"
    assert str(names["合肥远景塑胶"]["last_contact_on"]) == "2025-02-28"


def test_a_cell_that_is_still_wrong_stays_with_its_new_reason(page: Any) -> None:
    table = page.review.table
    page.review.mending.edit(table.doubts.doubts[0], "151 0000 33")
    assert problems(page)[0] == (3, "电话")
    assert table.doubts.doubts[0].problem.value == "151 0000 33"
    page.review.mending.edit(table.doubts.doubts[0], "")
    assert problems(page)[0] == (3, "上次联系")


def test_decisions_are_shown_at_once_and_planned_once(window: Window, page: Any) -> None:
    plan, review = page.plan, page.review
    assert (review.undecided, review.count) == (1, 4)
    review.decide("skip")
    assert (review.undecided, review.count) == (0, 3)
    review.decide("skip")
    review.decide("merge")
    assert page.plan is plan
    assert not window.jobs.drain.__self__._jobs
    page.next.click()
    window.settle()
    assert page.step == DONE
    assert queries.count(window.ws, "customer") == 4


def test_the_toast_tells_what_was_done(window: Window, page: Any) -> None:
    page.review.decide("skip")
    promised = page.review.count
    page.next.click()
    window.settle()
    assert window.said[-1] == f"Imported: {promised} added"
    assert done_words({"created": 3, "updated": 1200}, 2) == "Imported: 3 added, 1,200 changed, 2 deleted"
    assert done_words({"created": 0}, 1) == "Imported: 1 deleted"


def test_a_mended_cell_that_makes_a_new_likeness_is_asked_before_the_import(window: Window, page: Any) -> None:
    commands.create(window.ws, "customer", {"name": "合肥远景塑胶制品厂", "phone": "15100003370"})
    review = page.review
    review.decide("keep")
    review.mending.edit(review.table.doubts.doubts[0], "15100003370")
    page.next.click()
    window.settle()
    assert page.step == REVIEW
    assert [pair.title for pair in review.list.pairs.pairs if not review.session.decisions.get(pair.key)] == [
        "合肥远景塑胶"
    ]
    assert window.said
    page.next.click()
    window.settle()
    assert page.step == DONE


def test_the_new_records_are_told_before_and_after_but_not_while_decisions_wait(window: Window, page: Any) -> None:
    told = page.foot.made.text()
    assert told.startswith("Customers ")
    pairs = len(page.review.list.pairs.pairs)
    assert pairs
    page.review.decide("skip")
    assert page.foot.made.text() == ""
    page.next.click()
    window.settle()
    said = [one.text() for one in page.done.findChildren(QLabel)]
    customers = queries.count(window.ws, "customer") - 1
    assert any(one.startswith(f"Customers {customers}") for one in said), said


def test_the_done_page_tells_of_the_undo_and_does_it_again(window: Window, page: Any) -> None:
    page.next.click()
    window.settle()
    done, count = page.done, queries.count(window.ws, "customer")
    assert done.goals["customers"].isVisible()
    assert done._grid.count()
    page._undo()
    window.settle()
    assert queries.count(window.ws, "customer") == 1
    assert not done._grid.count()
    assert not done.goals["customers"].isVisible()
    assert not done.undo.isVisible()
    assert done.redo.isVisible()
    done.redo.click()
    window.settle()
    assert queries.count(window.ws, "customer") == count
    assert done.goals["customers"].isVisible()
    assert done.undo.isVisible()


def test_a_row_that_looks_like_another_after_a_decision_is_gone_to(window: Window, tmp_path: Path) -> None:
    commands.create(window.ws, "customer", {"name": "慈溪一二三四塑料制品公司", "mobile": "13700002222"})
    book = openpyxl.Workbook()
    for row in (
        ["客户名称", "联系人", "手机"],
        ["慈溪一二三四塑料有限公司", "丁丁", "13700002222"],
        ["慈溪一二三四塑料", "丁丁", "13700002222"],
        ["余姚甲乙阀门", "方方", "13600003333"],
    ):
        book.active.append(row)
    path = tmp_path / "a.xlsx"
    book.save(path)
    window.drop(path)
    review = decide_all(window).review
    assert [pair.number for pair in review.list.pairs.pairs] == [2]
    review.decide("skip")
    window.page.next.click()
    window.settle()
    assert window.page.step == REVIEW
    assert window.said == ["1 more row looks like another"]
    assert review.list.pairs.pairs[review.list.currentIndex().row()].number == 3


def test_other_files_do_not_throw_decisions_away_unasked(window: Window, sheet: Path, tmp_path: Path) -> None:
    other = tmp_path / "b.csv"
    other.write_text("公司名称,手机\n台州正邦阀门,13800005093\n", "utf-8")
    window.drop(sheet)
    review = decide_all(window).review
    asked: list[str] = []

    def ask(title: str, text: str, *_more: Any, **_how: Any) -> bool:
        asked.append(f"{title} {text}")
        return len(asked) > 1

    window.window.messages.ask = ask
    review.mending.edit(review.table.doubts.doubts[0], "15100003370")
    assert window.drop(other).step == REVIEW
    assert sheet.name in asked[0]
    assert window.drop(other).mapping.file.text() == "b.csv"
    assert window.drop(sheet).mapping.file.text() == sheet.name
    assert len(asked) == 2


def test_files_that_are_dropped_amid_an_import_are_told_to_wait(window: Window, sheet: Path) -> None:
    window.drop(sheet)
    window.page.next.click()
    window.window.router.open("import", path=sheet, paths=[sheet])
    window.settle()
    assert window.said == ["An import is under way; Esc stops it."]
    assert window.page.step == REVIEW
