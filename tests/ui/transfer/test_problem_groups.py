"""Problem cells in groups: all alike put right, rows left out and taken back; pairs decided alike; what updates change."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from app.records import commands, queries
from tests.ui.transfer.tools import Window, decide_all
from ui.shell.keyguard import takes_text
from ui.transfer.page import DONE
from ui.transfer.tables import VALUE
from ui.transfer.tiles import NEW, OUT, PAIRS, PROBLEMS, UPDATES

ROWS: list[list[Any]] = [
    ["客户名称", "联系人", "电话", "上次联系", "邮箱"],
    ["苏州恒瑞精密机械有限公司", "周工", "13800002317", "2025.11.3", "a@hr.cn"],
    ["合肥远景塑胶", "许峰", "见名片", "2025.2.30", None],
    ["无锡拓嘉新材料", "吴敏", "见名片", "2025.2.30", None],
    ["常州丰润电子厂", "何晴", "见名片", "2025.4.31", None],
    ["南通海纳印染", "顾丽", "151 0000 337", "2025.1.9", None],
]


def opened(window: Window, path: Path, rows: list[list[Any]]) -> Any:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)
    window.drop(path)
    return decide_all(window)


@pytest.fixture
def page(window: Window, tmp_path: Path) -> Any:
    commands.create(window.ws, "customer", {"name": "苏州恒瑞精密机械有限公司", "phone": "138 0000 2317"})
    return opened(window, tmp_path / "客户.xlsx", ROWS)


def cells(page: Any) -> list[tuple[int, str]]:
    return [(one.problem.row, one.problem.value) for one in page.review.table.doubts.doubts]


def test_problems_are_grouped_by_column_and_reason(page: Any) -> None:
    box = page.review.problems
    assert [(one.column, one.count) for one in box.list.groups.groups] == [("电话", 3), ("上次联系", 3), ("电话", 1)]
    page.review.tiles.tiles[PROBLEMS].click()
    assert box.list.isVisible()
    box.list.setCurrentIndex(box.list.groups.index(2))
    assert cells(page) == [(3, "2025.2.30"), (4, "2025.2.30"), (5, "2025.4.31")]
    box.list.setCurrentIndex(box.list.groups.index(0))
    assert len(cells(page)) == 7


def test_one_cell_then_all_like_it(window: Window, page: Any) -> None:
    table, box = page.review.table, page.review.problems
    page.review.tiles.tiles[PROBLEMS].click()
    table.edited.emit(table.doubts.doubts[0], "13900001111")
    assert box.all.isVisible()
    assert (4, "见名片") in cells(page)
    box.all.click()
    assert not [one for one in cells(page) if one[1] == "见名片"]
    assert box._offer.isHidden()
    page.next.click()
    window.settle()
    assert page.step == DONE
    rows = queries.rows(window.ws, "customer", queries.ids(window.ws, "customer"))
    people = queries.rows(window.ws, "contact", queries.ids(window.ws, "contact"))
    said = [str(row[name]) for row in (*rows, *people) for name in ("phone", "mobile") if name in row.values]
    assert said.count("13900001111") == 3, said


def test_what_all_like_it_means_is_known_in_the_next_file(window: Window, page: Any, tmp_path: Path) -> None:
    box = page.review.problems
    for value, said in (("2025.2.30", "2025-02-28"), ("见名片", "13900001111")):
        box.alike_edited.emit([one for one in box.doubts if one.problem.value == value], said)
    page.next.click()
    window.settle()
    assert page.step == DONE
    again = opened(
        window, tmp_path / "再来.xlsx", [ROWS[0], ["扬州新客户有限公司", "陈丽", "见名片", "2025.2.30", None]]
    )
    assert again.mapping.memory.words.text() == "As last time: 1 column as you set it"
    assert [value for _row, value in cells(again)] == ["见名片"]
    again.next.click()
    window.settle()
    found = queries.find(window.ws, "customer", "扬州新客户有限公司")
    assert str(found["last_contact_on"] or found["notes"]).startswith(("2025-02-28", "上次联系: 2025-02-28"))


def test_a_value_explained_in_the_preview_is_known_in_the_next_file(window: Window, tmp_path: Path) -> None:
    rows = [
        ["客户名称", "电话", "客户级别"],
        ["苏州恒瑞机械有限公司", "0512-66881231", "A"],
        ["无锡永泰电气", "0512-66881232", "老铁"],
    ]
    page = opened(window, tmp_path / "甲.xlsx", [*rows, ["杭州大明仪器有限公司", "0571-66881233", "B"]])
    box = page.review.problems
    doubt = next(one for one in box.doubts if one.problem.value == "老铁")
    label = page.review.mending.options(doubt)[0]
    box.edited.emit(doubt, label)
    page.next.click()
    window.settle()
    again = opened(
        window,
        tmp_path / "乙.xlsx",
        [rows[0], ["扬州新客户", "0514-66881239", "老铁"], ["泰州老客户", "0523-66881230", "B"]],
    )
    assert "老铁" not in [value for _row, value in cells(again)]
    again.next.click()
    window.settle()
    levels = {
        row["name"]: row["level"] for row in queries.rows(window.ws, "customer", queries.ids(window.ws, "customer"))
    }
    assert levels["扬州新客户"] == levels["无锡永泰电气"] is not None


def test_shift_enter_changes_all_like_it_at_once(page: Any, qtbot) -> None:
    table = page.review.table
    page.review.tiles.tiles[PROBLEMS].click()
    table.setCurrentIndex(table.doubts.index(0, VALUE))
    table.edit_value()
    editor = table.findChild(QLineEdit)
    editor.setText("13900001111")
    qtbot.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: not [one for one in cells(page) if one[1] == "见名片"])
    qtbot.wait(50)
    assert QApplication.focusWidget() is table


def test_shift_enter_in_the_table_repeats_the_last_change(page: Any, qtbot) -> None:
    table = page.review.table
    page.review.tiles.tiles[PROBLEMS].click()
    table.edited.emit(table.doubts.doubts[0], "13900001111")
    table.setFocus()
    table.setCurrentIndex(table.doubts.index(0, VALUE))
    qtbot.keyClick(table, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert not [one for one in cells(page) if one[1] == "见名片"]


def test_a_new_text_that_is_wrong_too_stays_for_all_of_them(page: Any) -> None:
    box = page.review.problems
    box.alike_edited.emit([one for one in box.doubts if one.problem.value == "见名片"], "名片上")
    assert [value for _row, value in cells(page)].count("名片上") == 3


def test_all_suggestions_of_a_group(page: Any) -> None:
    box = page.review.problems
    box._choose(next(one.key for one in box.list.groups.groups if one.column == "上次联系"))
    box.use.click()
    assert "上次联系" not in {one.problem.column for one in box.doubts}
    assert box.group() is None


def test_rows_left_out_and_taken_back(window: Window, page: Any, qtbot) -> None:
    review, box = page.review, page.review.problems
    before = review.count
    review.tiles.tiles[PROBLEMS].click()
    box.list.setCurrentIndex(box.list.groups.index(1))
    box.out.click()
    assert review.count == before - 3
    assert [row for row, _value in cells(page)] == [6]
    review.table.setFocus()
    qtbot.keyClick(review.table, Qt.Key.Key_Delete)
    assert review.count == before - 4
    review.tiles.tiles[OUT].click()
    assert [number for _sheet, number, *_rest in review.out.table.rows.rows] == [3, 4, 5, 6]
    assert review.out.bring.isVisible()
    review.out.bring.click()
    window.settle()
    assert review.count == before
    box.left.emit([(0, 6)])
    page.next.click()
    window.settle()
    assert page.step == DONE
    names = {row["name"] for row in queries.rows(window.ws, "customer", queries.ids(window.ws, "customer"))}
    assert "南通海纳印染" not in names
    assert "合肥远景塑胶" in names


def test_an_update_is_shown_cell_by_cell(page: Any) -> None:
    review = page.review
    review.tiles.tiles[UPDATES].click()
    review.out.show_cells()
    said = [(one.label, one.cells[0], one.merged) for one in review.out.grid.rows]
    assert ("Last contact", "", "3 Nov 2025") in said
    assert any(label == "New contact" and "周工" in new for label, _old, new in said)
    assert review.out.below.isVisible()


def test_a_new_row_is_shown_cell_by_cell_beside_what_the_file_says(window: Window, tmp_path: Path, qtbot) -> None:
    rows = [
        ROWS[0],
        ["合肥远景塑胶", "许峰", "151-0000-3370", "2025.2.3", None],
        ["南通海纳印染", "顾丽", None, None, None],
    ]
    review = opened(window, tmp_path / "新.xlsx", rows).review
    review.tiles.tiles[NEW].click()
    review.out.show_cells()
    at = review.rows.currentIndex().row()
    name = review.rows.rows.rows[at][2]
    assert name in review.out.head.text()
    said = {one.label: (one.cells[0], one.merged) for one in review.out.grid.rows}
    assert said["Customer name"] == (name, name)
    assert ("151-0000-3370", "151 0000 3370") in said.values()
    assert review.out.below.isVisible()
    qtbot.keyClick(review.rows, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: name not in review.out.head.text())
    assert review.out.grid.rows[0].merged == review.rows.rows.rows[at + 1][2]
    qtbot.keyClick(review.rows, Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: name in review.out.head.text())
    qtbot.keyClick(review.rows, Qt.Key.Key_End)
    assert review.rows.currentIndex().row() == len(review.rows.rows.rows) - 1


def test_counts_are_gone_through_with_keys_save_those_of_nothing(window: Window, page: Any, qtbot) -> None:
    tiles = page.review.tiles
    seen = []
    for _turn in range(4):
        seen += [code for code, tile in tiles.tiles.items() if tile.isChecked()]
        qtbot.keyClick(window.window.focusWidget(), Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert seen[:3] != [seen[0]] * 3
    assert set(seen) == {code for code, tile in tiles.tiles.items() if tile.number}
    before = seen[-1]
    qtbot.keyClick(window.window.focusWidget(), Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert tiles.tiles[before].isChecked()


def test_pairs_are_decided_all_alike_and_taken_back(window: Window, tmp_path: Path) -> None:
    for at in range(3):
        commands.create(window.ws, "customer", {"name": f"常州兴隆{at}精密机械有限公司", "phone": f"1380000100{at}"})
    rows = [ROWS[0], *([f"常州兴隆{at}机械", "张工", f"1380000100{at}", None, None] for at in range(3))]
    page = opened(window, tmp_path / "像.xlsx", rows)
    review = page.review
    review.tiles.tiles[PAIRS].click()
    assert review.undecided == 3
    review.decide_all("keep")
    assert (review.undecided, review.count) == (0, 3)
    review._take_back()
    assert review.undecided == 3
    review.decide_all("skip", review._all[0].match.reason)
    assert (review.undecided, review.count) == (0, 0)
    assert [one.text for one in page.actions_list()][:1] == ["Next pair"]


def test_a_cell_of_a_choice_offers_what_the_field_knows(window: Window, tmp_path: Path, qtbot) -> None:
    rows = [
        ["客户名称", "电话", "客户状态"],
        *([f"昆山{at}号客户", f"139{at:08}", ("成交", "意向", "黑名单")[at % 3]] for at in range(9)),
    ]
    page = opened(window, tmp_path / "状态.xlsx", rows)
    table = page.review.table
    assert {one.problem.value for one in table.doubts.doubts} == {"黑名单"}
    table.setFocus()
    table.setCurrentIndex(table.doubts.index(0, VALUE))
    table.edit_value()
    editor = table.findChild(QLineEdit)
    offered = editor.completer().model()
    words = [offered.index(at, 0).data() for at in range(offered.rowCount())]
    assert "Lost" in words or len(words) > 2
    editor.setText(words[0])
    qtbot.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: not page.review.problems.doubts)


def test_the_keys_of_pairs_do_nothing_while_problems_are_shown(window: Window, tmp_path: Path, qtbot) -> None:
    commands.create(window.ws, "customer", {"name": "常州兴隆精密机械有限公司", "phone": "13800001009"})
    page = opened(window, tmp_path / "x.xlsx", [*ROWS, ["常州兴隆机械", "张工", "13800001009", None, None]])
    review = page.review
    review.tiles.tiles[PROBLEMS].click()
    review.decide("skip")
    assert review.undecided == 1
    assert [str(one.text) for one in review.actions_list()] == ["Next problem", "All like this", "Leave out the row"]
    review.tiles.tiles[PAIRS].click()
    review.decide("skip")
    assert review.undecided == 0


def test_in_a_narrow_window_the_keys_of_pairs_act_at_once(window: Window, tmp_path: Path, qtbot) -> None:
    commands.create(window.ws, "customer", {"name": "常州兴隆精密机械有限公司", "phone": "13800001009"})
    window.window.resize(1024, 700)
    page = opened(window, tmp_path / "x.xlsx", [*ROWS, ["常州兴隆机械", "张工", "13800001009", None, None]])
    review = page.review
    review.narrow(True)
    review.setFocus()
    assert review.focusProxy() is review.drop
    assert not takes_text(review.drop)
    review.narrow(False)
    assert review.focusProxy() is review.list
    review.tiles.tiles[UPDATES].click()
    assert not review.actions_list()


def test_a_cell_mended_in_a_row_that_is_already_there_is_imported(window: Window, page: Any, tmp_path: Path) -> None:
    page.next.click()
    window.settle()
    window.drop(tmp_path / "客户.xlsx")
    page = decide_all(window)
    before = page.review.count
    doubt = next(one for one in page.review.problems.doubts if one.problem.value == "151 0000 337")
    page.review.mending.edit(doubt, "15100003377")
    assert page.review.count == before + 1
    page.next.click()
    window.settle()
    assert page.step == DONE
    people = queries.rows(window.ws, "customer", queries.ids(window.ws, "customer"))
    assert "15100003377" in {str(row["phone"]).replace(" ", "") for row in people} | {
        str(row["mobile"]).replace(" ", "") for row in people
    }
