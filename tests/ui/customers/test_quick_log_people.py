"""The quick log with several people, a place, words that name no day, and phrases, by keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from app.customers import commands as customers
from app.records import commands, queries
from app.records.jsonable import as_json
from app.records.workspace import Workspace
from app.settings import lists
from ui.customers.card import CustomerPage


@pytest.fixture
def page(window, ws: Workspace, settle) -> CustomerPage:
    customer = customers.create(ws, {"name": "恒瑞"}).id
    for name in ("王强", "李明", "Anna Berg"):
        commands.create(ws, "contact", {"customer": customer, "name": name})
    made = window.router.open("customer", customer)
    settle()
    return made


def names(ws: Workspace) -> list[str]:
    rows = queries.rows(ws, "activity", queries.ids(ws, "activity"))
    [told] = as_json(ws, ws.dictionary.type("activity"), rows)
    return [one["name"] for one in told["contacts"]]


def test_several_people_and_the_place_are_shown_before_enter(page: CustomerPage, ws: Workspace, settle) -> None:
    log = page.log
    log.line.setPlainText("拜访 王经理、李工 在他们厂里 同意降价")
    assert log.person.text() in ("王强, 李明", "王强、李明")
    assert log.place.text() == "他们厂里"
    assert not log.place.isHidden()
    log.place.removed.emit()
    assert log.place.isHidden()
    log._offer_persons()
    menu = log.findChildren(QMenu)[-1]
    assert [one.isChecked() for one in menu.actions()[:3]].count(True) == 2
    next(one for one in menu.actions() if "Anna" in one.text()).trigger()
    menu.close()
    log.keep()
    settle()
    assert names(ws) == ["王强", "李明", "Anna Berg"]
    assert not queries.rows(ws, "activity", queries.ids(ws, "activity"))[0]["place"]
    assert "李明" in page.timeline.entries.entries[0].title


def test_words_that_name_no_day_are_shown_and_make_no_reminder(page: CustomerPage, ws: Workspace) -> None:
    page.log.line.setPlainText("电话 开学后 联系")
    assert not page.log.following.isHidden()
    assert "开学后" in page.log.following.text()
    page.log.following.clicked.emit()
    page.log.keep()
    assert queries.count(ws, "reminder") == 0


def test_a_phrase_is_kept_and_taken_by_keys(page: CustomerPage, ws: Workspace, window, qtbot) -> None:
    log, line = page.log, page.log.line
    window.activateWindow()
    log.focus()
    qtbot.waitUntil(line.hasFocus)
    line.setPlainText("已发目录")
    line.moveCursor(line.textCursor().MoveOperation.End)
    qtbot.keyClick(line, Qt.Key.Key_Down)
    assert log.phrases.shown
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert lists.phrases(ws) == ["已发目录"]
    assert line.toPlainText() == "已发目录"
    log.clear()
    qtbot.keyClicks(line, "/")
    assert log.phrases.choices == ["已发目录"]
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert line.toPlainText() == "已发目录"
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert queries.count(ws, "activity") == 1


def test_a_word_of_the_sentence_wins_over_the_key(page: CustomerPage, ws: Workspace) -> None:
    page.log.focus("call")
    page.log.line.setPlainText("wants 2 units")
    page.log.keep()
    page.log.focus("call")
    page.log.line.setPlainText("visit, wants 2 units")
    page.log.keep()
    page.log.focus("visit")
    page.log.line.setPlainText("saw the line running")
    page.log.keep()
    latest_first = queries.rows(ws, "activity", queries.ids(ws, "activity"))
    assert [one["kind"] for one in latest_first] == ["visit", "visit", "call"]
