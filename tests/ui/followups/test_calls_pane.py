"""The calls of the week on Today, worked through by keyboard."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from app.customers import commands as customers
from app.customers.queries import built_in
from app.followups import calling
from app.records.queries import get
from app.records.workspace import Workspace
from ui.followups.calls_pane import why
from ui.followups.page import TodayPage
from ui.shell.window import MainWindow


@pytest.fixture
def page(ws: Workspace, window: MainWindow, settle) -> TodayPage:
    for n in range(12):
        customers.create(ws, {"name": f"客户{n:02}", "last_contact_on": date(2025, 1, 1) + timedelta(days=n)})
    calling.deal(ws)
    found = window.router.open("today")
    assert isinstance(found, TodayPage)
    settle()
    return found


def menu_of(page: TodayPage) -> QMenu:
    [menu] = [one for one in page.findChildren(QMenu) if one.isVisible()]
    return menu


def test_a_call_is_ticked_by_keyboard(page: TodayPage, ws: Workspace, press, settle) -> None:
    assert page.calls.head.note.text() == "0 of 10 called"
    press("c")
    assert page.calls.lines[0].hasFocus()
    press(" ")
    [first] = [action for action in menu_of(page).actions() if "Not reached" in action.text()]
    first.trigger()
    menu_of(page).close()
    settle()
    assert page.calls.head.note.text() == "1 of 10 called"
    assert page.calls.lines[0].call.outcome == "Not reached"
    press("c")
    assert page.calls.lines[1].hasFocus()
    press(" ")
    [pool] = [action for action in menu_of(page).actions() if "public pool" in action.text()]
    pool.trigger()
    menu_of(page).close()
    settle()
    assert get(ws, "customer", page.calls.lines[1].call.customer)["status"] == "public_pool"
    page.grab()


def test_it_says_by_what_they_go(page: TodayPage, ws: Workspace, settle) -> None:
    assert page.calls.why.text() == "No deal is known yet, so by the last contact: 365 days ago or more"
    found = calling.calls(ws)
    traded = replace(found, traded=True)
    view = next(one for one in built_in(ws) if one.code == "untraded")
    assert why(traded, 365) == view.label == "Not traded for a year"
    assert why(traded, 180) == "Not traded for 180 days"


def test_enter_opens_the_customer(page: TodayPage, window: MainWindow, press, settle) -> None:
    press("c")
    press(Qt.Key.Key_Return)
    settle()
    assert window.router.here is not None
    assert window.router.here.name == "customer"
