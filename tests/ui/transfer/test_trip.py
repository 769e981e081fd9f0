"""An exported list edited in a spreadsheet and imported through the window: conflicts and rows that were taken out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from app.records import commands, queries
from app.transfer.exporting.export import export
from tests.ui.transfer.tools import Window, decide_all
from ui.transfer.page import DONE, MAP
from ui.transfer.tiles import CLASHES, GONE, PAIRS, UPDATES
from ui.transfer.trip import FILE, HELD

NAMES = ("甲公司", "乙公司", "丙公司", "丁公司")


@pytest.fixture
def page(window: Window, tmp_path: Path) -> Any:
    for name in NAMES:
        commands.create(window.ws, "customer", {"name": name, "city": "苏州", "level": "A"})
    target = tmp_path / "客户.xlsx"
    export(window.ws, "customer", target, fields=["name", "city", "level"])
    book = openpyxl.load_workbook(target)
    sheet = book.worksheets[0]
    for row in (2, 3):
        sheet.cell(row, 2).value = "无锡"
    sheet.cell(3, 3).value = "B"
    sheet.delete_rows(5)
    sheet.delete_rows(4)
    book.save(target)
    for number in (1, 2):
        commands.update(window.ws, "customer", number, {"city": "南京"})
    found = window.drop(target)
    assert found.step == MAP
    assert not found.session.sheet(0).hidden_columns
    return decide_all(window)


def cities(window: Window) -> dict[str, tuple[str, str]]:
    rows = queries.rows(window.ws, "customer", queries.ids(window.ws, "customer"), ["city", "level"])
    return {one.title: (one["city"], one["level"]) for one in rows}


def shown(page: Any) -> list[str]:
    return [code for code, tile in page.review.tiles.tiles.items() if tile.isVisibleTo(page)]


def test_the_review_opens_on_the_conflicts_with_both_values(page: Any, qtmodeltester) -> None:
    review = page.review
    assert review.tiles.tiles[CLASHES].isChecked()
    assert PAIRS not in shown(page)
    assert {CLASHES, GONE} <= set(shown(page))
    rows = review.trip.clashes.rows
    texts = [[str(rows.index(at, column).data()).partition("\t")[0] for column in range(5)] for at in range(2)]
    assert texts == [["2", "甲公司", "City", "南京", "无锡"], ["3", "乙公司", "City", "南京", "无锡"]]
    assert rows.headerData(FILE, Qt.Orientation.Horizontal).startswith("In the file, saved ")
    assert "the record was changed" in rows.index(0, HELD).data(Qt.ItemDataRole.ToolTipRole)
    assert review.count == 1
    for model in (rows, review.trip.removed.rows):
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_left_as_it_is_the_book_holds_and_nothing_is_deleted(window: Window, page: Any) -> None:
    page.next.click()
    window.settle()
    assert page.step == DONE
    assert cities(window) == {
        "甲公司": ("南京", "A"), "乙公司": ("南京", "B"), "丙公司": ("苏州", "A"), "丁公司": ("苏州", "A"),
    }  # fmt: skip
    assert page.done._counts["conflicts"] == 2


def test_a_side_is_chosen_by_key_and_click_and_rows_are_ticked(window: Window, page: Any, qtbot) -> None:
    review = page.review
    table = review.trip.clashes
    table.setFocus()
    table.setCurrentIndex(table.rows.index(0, 0))
    qtbot.keyClick(table, Qt.Key.Key_Right)
    assert (review.trip.taken, review.count) == (1, 2)
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert (review.trip.taken, review.count) == (0, 1)
    spot = table.visualRect(table.rows.index(0, FILE)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert (review.trip.taken, review.count) == (1, 2)
    assert [one.text for one in review.actions_list()] == ["Choose a side"]
    review.tiles.tiles[GONE].click()
    assert [one.text for one in review.actions_list()] == ["Tick"]
    gone = review.trip.removed
    assert [gone.rows.index(at, 1).data() for at in range(gone.rows.rowCount())] == ["丙公司", "丁公司"]
    qtbot.keyClick(gone, Qt.Key.Key_Space)
    assert (review.trip.deleted, review.count) == (1, 3)
    assert gone.rows.index(0, 2).data() == "is deleted with all that belongs to it"
    page.next.click()
    window.settle()
    assert page.step == DONE
    assert cities(window) == {"甲公司": ("无锡", "A"), "乙公司": ("南京", "B"), "丁公司": ("苏州", "A")}
    assert (page.done._counts["deleted"], page.done._counts["conflicts"]) == (1, 1)
    page.done.undo.click()
    window.settle()
    assert cities(window)["丙公司"] == ("苏州", "A")
    assert cities(window)["甲公司"] == ("南京", "A")


def test_all_alike_and_the_edits_in_words(window: Window, page: Any) -> None:
    review = page.review
    review.trip.all_sides(True)
    review.trip.all_gone(True)
    assert (review.trip.taken, review.trip.deleted, review.count) == (2, 2, 4)
    review.trip.all_gone(False)
    assert review.count == 2
    review.tiles.tiles[UPDATES].click()
    assert review.rows.rows.rows[0][2:] == ("乙公司", "Level: A → B")
    page.next.click()
    window.settle()
    assert cities(window)["甲公司"] == ("无锡", "A")
    assert cities(window)["乙公司"] == ("无锡", "B")
    assert len(cities(window)) == 4
