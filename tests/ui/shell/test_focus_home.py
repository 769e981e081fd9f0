"""The focus stays with the list when the bar or the pane that had it goes away."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from app.records import commands, queries


def test_the_list_has_the_focus_again_when_the_bar_under_it_goes(window, press, settle):
    page = window.router.open("customers")
    settle()
    page.table.setFocus()
    press(Qt.Key.Key_Space)
    page.bulk.tags.setFocus()
    press(Qt.Key.Key_Escape)
    settle()
    assert page.bulk.isHidden()
    assert page.table.hasFocus()


def test_deleting_from_the_bar_leaves_the_keys_with_the_list(window, press, settle):
    page = window.router.open("customers")
    page.table.setFocus()
    settle()
    page.table.go(max(page.table.records.ids))
    press(Qt.Key.Key_Space)
    page.bulk.delete.setFocus()
    press(Qt.Key.Key_Return)
    settle()
    assert queries.count(window.services.ws, "customer") == 2
    assert page.table.hasFocus()
    press("z", Qt.KeyboardModifier.ControlModifier)
    settle()
    assert queries.count(window.services.ws, "customer") == 3
    assert page.table.hasFocus()


def test_the_list_has_the_focus_again_when_what_a_note_offers_was_done(window, press, settle):
    page = window.router.open("customers")
    settle()
    page.table.setFocus()
    done = []
    window.messages.toast("Working", "Stop", "", lambda: done.append(1))
    settle()
    [stop] = [one for one in window.findChildren(QPushButton) if one.text() == "Stop"]
    stop.setFocus()
    press(Qt.Key.Key_Return)
    settle()
    assert done == [1]
    assert page.table.hasFocus()


def test_a_page_whose_list_is_empty_has_the_focus_too(window, press, settle):
    ws = window.services.ws
    commands.delete(ws, "customer", queries.ids(ws, "customer"))
    window.router.open("today")
    settle()
    window.sidebar.setFocus()
    press("2", Qt.KeyboardModifier.AltModifier)
    settle()
    assert window.router.here.name == "customers"
    assert window.router.page.isAncestorOf(QApplication.focusWidget())


@pytest.mark.parametrize("enter", [False, True])
def test_merging_the_last_doubles_leaves_the_keys_with_the_page(window, press, settle, enter):
    ws = window.services.ws
    commands.create(ws, "customer", {"name": "苏州恒瑞精密机械", "phone": "138 0000 2317"})
    page = window.router.open("duplicates")
    settle()
    assert len(page.shown) == 1
    if enter:
        press(Qt.Key.Key_Return)
    press("M")
    settle()
    assert not page.shown
    assert page.isAncestorOf(QApplication.focusWidget())
