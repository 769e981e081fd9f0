"""F6 goes through every pane of the screen, and Shift+F6 back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.records import queries
from app.sales import commands as sales
from ui.shell import panes

SHIFT = Qt.KeyboardModifier.ShiftModifier


def place(window) -> int:
    """Which pane of the window has the focus."""
    parts = [window.sidebar, window.top, *panes.stops(window.router.page)]
    return panes._of(parts, QApplication.focusWidget())


def test_the_panes_of_the_list_of_customers(window, press, settle):
    page = window.router.open("customers")
    settle()
    page.table.setFocus()
    seen = []
    for _step in range(6):
        press(Qt.Key.Key_F6)
        seen.append(QApplication.focusWidget())
    assert page.preview.log.line in seen
    assert any(window.sidebar.isAncestorOf(part) for part in seen)
    assert any(window.top.isAncestorOf(part) for part in seen)
    assert any(page.head.isAncestorOf(part) for part in seen)
    assert any(page.preview.isAncestorOf(part) and part is not page.preview.log.line for part in seen)
    assert seen[-1] is page.table
    press(Qt.Key.Key_F6, SHIFT)
    assert QApplication.focusWidget() is seen[-2]
    press(Qt.Key.Key_F6)
    assert page.table.hasFocus()


@pytest.mark.parametrize("name", ["today", "customer", "quote", "quotes", "products", "import", "settings"])
def test_each_page_is_gone_through_and_back(window, press, settle, name):
    ws = window.services.ws
    customer = queries.ids(ws, "customer")[0]
    quote = sales.new_quote(ws, customer).id
    window.router.open(name, {"customer": customer, "quote": quote}.get(name, 0))
    settle()
    window.stack.setFocus()
    press(Qt.Key.Key_F6)
    forward = [place(window)]
    while len(forward) < 12:
        press(Qt.Key.Key_F6)
        if place(window) == forward[0]:
            break
        forward.append(place(window))
    assert len(set(forward)) == len(forward) >= 3
    assert {0, 1} <= set(forward)
    backward = []
    for _step in forward:
        press(Qt.Key.Key_F6, SHIFT)
        backward.append(place(window))
    assert backward == [*forward[1:][::-1], forward[0]]
