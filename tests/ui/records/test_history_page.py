"""The history in the real window."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from app.customers.merging import merge
from app.records import commands, history, queries
from app.records.workspace import Workspace
from ui.records.history_page import HistoryPage
from ui.shell.window import MainWindow


@pytest.fixture
def furnished(ws: Workspace) -> Workspace:
    number = commands.create(ws, "customer", {"name": "苏州恒瑞", "city": "苏州"}).id
    commands.create(ws, "customer", {"name": "无锡拓嘉"})
    commands.update(ws, "customer", number, {"city": "昆山", "level": "A"})
    return ws


@pytest.fixture
def page(window: MainWindow, settle) -> HistoryPage:
    found = window.router.open("history")
    assert isinstance(found, HistoryPage)
    settle()
    return found


def whats(page: HistoryPage) -> list[str]:
    return [page.table.records.index(row, 0).data() for row in range(page.table.records.rowCount())]


def lines(page: HistoryPage) -> list[str]:
    return [one.sentence() for one in page.detail.list.changes.lines]


def test_the_newest_stands_first_with_what_it_changed(page: HistoryPage, qtmodeltester) -> None:
    assert whats(page) == ["Edit Customer: 苏州恒瑞", "New Customer: 无锡拓嘉", "New Customer: 苏州恒瑞"]
    assert lines(page) == ["苏州恒瑞, Changed", "Level: empty → A", "City: 苏州 → 昆山"]
    QAbstractItemModelTester(page.detail.list.changes, QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_one_is_undone_and_done_again_by_key(page: HistoryPage, press, settle) -> None:
    press("U")
    settle()
    assert queries.get(page.s.ws, "customer", 1)["city"] == "苏州"
    assert whats(page)[0] == "Undo: Edit Customer: 苏州恒瑞"
    assert page.table.records.index(1, 4).data() == "undone"
    assert page.detail.redo.isVisible()
    press("U")
    settle()
    assert queries.get(page.s.ws, "customer", 1)["city"] == "昆山"


def test_a_record_changed_since_is_kept_and_named(page: HistoryPage, press, settle) -> None:
    press(Qt.Key.Key_End)
    settle()
    press("U")
    settle()
    assert page.detail.notice.text() == "1 record was changed since and stays as it is: 苏州恒瑞"
    assert not page.detail.notice.isHidden()


def test_one_field_is_taken_back(page: HistoryPage, press, settle) -> None:
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Down)
    press("B")
    settle()
    record = queries.get(page.s.ws, "customer", 1)
    assert (record["city"], record["level"]) == ("苏州", "A")
    assert whats(page)[0] == "Take back a change: City of 苏州恒瑞"


def test_it_is_filtered_by_words_kind_day_and_record(page: HistoryPage, write, settle, window: MainWindow) -> None:
    page.focus_filter()
    write(page.filter, "拓嘉")
    settle()
    page.load()
    settle()
    assert whats(page) == ["New Customer: 无锡拓嘉"]
    page.clear()
    page.choose_kind("product")
    assert page.stack.currentWidget() is page.nothing
    page.choose_kind("")
    day = page.s.ws.clock.today() - timedelta(days=1)
    page.choose_days(day, day)
    assert whats(page) == []
    assert page.day.text() == "Yesterday"
    assert page.escape()
    assert len(whats(page)) == 3
    window.router.open("customer", 1)
    settle()
    window.router.page.press("H")
    settle()
    assert window.router.page is page
    assert whats(page) == ["Edit Customer: 苏州恒瑞", "New Customer: 苏州恒瑞"]


def test_a_merge_is_taken_back_field_by_field(page: HistoryPage, press, settle) -> None:
    ws = page.s.ws
    merge(ws, [1, 2], 1)
    commands.update(ws, "customer", 1, {"industry": "机械"})
    commands.update(ws, "customer", 1, {"notes": "恒瑞"})
    settle()
    page.table.setCurrentIndex(page.table.records.index(2, 0))
    settle()
    assert whats(page)[2] == "Merge 2 customers: 苏州恒瑞"
    press("U")
    settle()
    assert queries.get(ws, "customer", 2).title == "无锡拓嘉"
    assert queries.get(ws, "customer", 1)["industry"] == "机械"
    assert page.detail.notice.text().endswith("苏州恒瑞 (Notes)")


def test_the_toasts_of_the_session_are_kept(page: HistoryPage, settle) -> None:
    page.s.actions.run(lambda: commands.update(page.s.ws, "customer", 2, {"city": "无锡"}))
    settle()
    page.tabs.choose("messages")
    page._show_part("messages")
    assert page.messages.item(0).text().endswith("Edit Customer: 无锡拓嘉")
    assert history.undoable(page.s.ws) is not None


def test_what_was_changed_again_says_so(page: HistoryPage, press, settle, told) -> None:
    commands.update(page.s.ws, "customer", 1, {"city": "南京"})
    commands.update(page.s.ws, "customer", 1, {"city": "无锡"})
    settle()
    press(Qt.Key.Key_Home)
    press(Qt.Key.Key_Down)
    # What changed is shown a moment after the row is the current one.
    settle()
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Down)
    press("B")
    settle()
    assert told.said[-1] == "City of 苏州恒瑞 was changed again since; take the newer change back first."
    press("U")
    settle()
    assert told.said[-1].startswith("Nothing to take back: 苏州恒瑞 was changed since.")
    assert queries.get(page.s.ws, "customer", 1)["city"] == "无锡"
