"""The right column of the card by keys: contacts, relations, the code for a phone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from app.customers import commands
from app.customers.relations import PARENT
from app.records import queries
from app.records.workspace import Workspace
from ui.customers import qr_card
from ui.customers.card import CustomerPage
from ui.shell import panes
from ui.shell.window import MainWindow

Key = Qt.Key


@pytest.fixture
def furnished(ws: Workspace) -> Workspace:
    made = commands.create(ws, {"name": "恒瑞苏州厂"}, {"name": "周建明"}).id
    commands.add_contact(ws, made, {"name": "潘峰"})
    commands.create(ws, {"name": "恒瑞集团"})
    return ws


@pytest.fixture
def page(window: MainWindow, settle) -> CustomerPage:
    found = window.router.open("customer", 1)
    assert isinstance(found, CustomerPage)
    settle()
    return found


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def test_contacts_are_walked_added_and_deleted(page: CustomerPage, ws: Workspace, press, write, settle) -> None:
    press(Key.Key_C)
    assert focused().accessibleName() == "Edit 周建明"
    press(Key.Key_Down)
    press(Key.Key_Insert)
    write(page.contacts.add.name, "张三")
    press(Key.Key_Return)
    settle()
    assert page.contacts.names() == ["周建明", "潘峰", "张三"]
    assert page.contacts.add.isAncestorOf(focused())
    press(Key.Key_Escape)
    assert page.contacts.add.isHidden()
    assert page.s.router.page is page
    press(Key.Key_Down)
    assert focused().accessibleName() == "Edit 潘峰"
    press(Key.Key_Delete)
    settle()
    assert page.contacts.names() == ["周建明", "张三"]
    assert focused().accessibleName() == "Edit 张三"
    press(Key.Key_Return)
    assert page.contacts.form is not None
    press(Key.Key_Escape)
    assert (page.contacts.form, page.s.router.page) == (None, page)
    assert focused().accessibleName() == "Edit 张三"


def test_relations_and_code_have_keys(page: CustomerPage, ws: Workspace, press, settle, monkeypatch) -> None:
    shown: list[tuple[object, ...]] = []
    monkeypatch.setattr(qr_card, "show_code", lambda _services, *what: shown.append(what[:2]))
    press(Key.Key_V)
    assert shown == [("customer", 1)]
    press(Key.Key_G)
    assert focused() is page.relations.head.action
    page.relations.set(PARENT, 2)
    settle()
    press(Key.Key_G)
    assert focused().accessibleName().endswith("恒瑞集团")
    press(Key.Key_Return)
    settle()
    assert page.customer == 2
    assert queries.get(ws, "customer", 1)[PARENT] == 2


def test_the_right_column_is_a_pane_of_its_own(page: CustomerPage) -> None:
    stops = panes.stops(page)
    assert page.side in stops
    assert stops.index(page.side) == len(stops) - 1
