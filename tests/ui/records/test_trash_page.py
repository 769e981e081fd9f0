"""The trash in the real window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from app.records import commands, queries, trash
from app.records.workspace import Workspace
from ui.records.trash_page import TrashPage
from ui.shell.window import MainWindow


@pytest.fixture
def furnished(ws: Workspace) -> Workspace:
    for name in ("苏州恒瑞", "无锡拓嘉", "ABC Ltd"):
        number = commands.create(ws, "customer", {"name": name}).id
        commands.create(ws, "contact", {"customer": number, "name": "王强"})
    commands.delete(ws, "customer", list(queries.ids(ws, "customer")))
    product = commands.create(ws, "product", {"name": "导轨"}).id
    commands.delete(ws, "product", [product])
    return ws


@pytest.fixture
def page(window: MainWindow, settle) -> TrashPage:
    found = window.router.open("trash")
    assert isinstance(found, TrashPage)
    settle()
    return found


def titles(page: TrashPage) -> list[str]:
    return [page.table.records.index(row, 1).data() for row in range(page.table.records.rowCount())]


def test_the_last_deleted_stands_first_and_is_restored_by_key(page: TrashPage, press, settle, told) -> None:
    ws = page.s.ws
    assert titles(page)[0] == "导轨"
    assert page.table.records.index(1, 3).data() == "Contacts 1"
    press("R")
    settle()
    assert len(queries.ids(ws, "product")) == 1
    assert "导轨" not in titles(page)
    assert told.said == ["Restore Product: 导轨"]
    told.offered[0][1]()
    settle()
    assert titles(page)[0] == "导轨"


def test_several_are_ticked_and_restored_at_once(page: TrashPage, press, settle) -> None:
    page.choose_kind("customer")
    press("A", Qt.KeyboardModifier.ControlModifier)
    assert page.count.text() == "3 selected"
    press(Qt.Key.Key_Return)
    settle()
    assert len(queries.ids(page.s.ws, "customer")) == len(queries.ids(page.s.ws, "contact")) == 3
    assert page.stack.currentWidget() is page.nothing


def test_the_filter_finds_by_pinyin(page: TrashPage, write, settle) -> None:
    page.focus_filter()
    write(page.filter, "tuojia")
    settle()
    page._show()
    assert titles(page) == ["无锡拓嘉"]
    page.escape()
    assert len(titles(page)) == 4


def test_deleting_for_good_asks_first(page: TrashPage, press, settle, told) -> None:
    asked = []
    told.ask = lambda *what, **_more: asked.append(what) or len(asked) > 1
    press(Qt.Key.Key_Delete)
    settle()
    assert (len(asked), len(titles(page))) == (1, 4)
    press(Qt.Key.Key_Delete)
    settle()
    assert (len(asked), len(titles(page))) == (2, 3)
    assert len(trash.listing(page.s.ws)) == 3


def test_the_time_to_keep_is_a_setting_of_the_book(page: TrashPage) -> None:
    assert page.keep.text() == "Kept for ever"
    page.keep_for(90)
    assert page.keep.text() == "Kept for 90 days"
    assert page.s.ws.setting(trash.KEEP_DAYS) == 90
