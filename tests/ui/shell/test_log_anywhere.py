"""Ctrl+Shift+L: a conversation is logged from any page."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.followups.commands import add_reminder
from app.records import history, queries
from app.sales import commands as sales
from ui.shell.log_anywhere import LogPopup

CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def popup(window, press):
    """The popup as it opens on the settings page, where no customer is looked at."""
    window.router.open("settings")
    window.stack.setFocus()
    press(Qt.Key.Key_L, CONTROL_SHIFT)
    made = window._log_popup
    assert isinstance(made, LogPopup)
    assert made.isVisible()
    return made


def talks(window) -> list[tuple[int, str]]:
    ws = window.services.ws
    return [(one["customer"], one["text"]) for one in queries.rows(ws, "activity", queries.ids(ws, "activity"))]


def test_a_customer_is_found_by_initials_and_the_line_is_kept(window, popup, press, write):
    assert popup.field.hasFocus()
    for letter in "qdhr":
        press(letter)
    press(Qt.Key.Key_Return)
    wanted = queries.find(window.services.ws, "customer", "青岛海荣建鑫建材有限公司").id
    assert popup.customer == wanted
    assert popup.field.text() == "青岛海荣建鑫建材有限公司"
    assert popup.log.line.hasFocus()
    write(popup.log.line, "问交期，明天上午回访")
    assert not popup.log.parts.isHidden()
    press(Qt.Key.Key_Return)
    assert not popup.isVisible()
    assert talks(window) == [(wanted, "问交期，明天上午回访")]
    history.undo(window.services.ws)
    assert talks(window) == []


def test_a_line_typed_first_waits_for_its_customer(window, popup, press, write):
    popup.log.focus()
    write(popup.log.line, "打来问价")
    press(Qt.Key.Key_Return)
    assert talks(window) == []
    assert popup.problem.text() == "Choose the customer first."
    assert popup.field.hasFocus()
    for digit in "2317":
        press(digit)
    press(Qt.Key.Key_Return)
    assert popup.log.line.toPlainText() == "打来问价"
    press(Qt.Key.Key_Return)
    assert [text for _customer, text in talks(window)] == ["打来问价"]


def test_someone_new_is_made_on_the_way(window, popup, press, write):
    popup.field.setText("宁波新客户")
    popup.field.seek("宁波新客户")
    press(Qt.Key.Key_Return)
    made = queries.find(window.services.ws, "customer", "宁波新客户").id
    assert popup.customer == made


def test_it_is_reached_again_and_closed_from_the_page(window, popup, press):
    popup.log.focus()
    seen = []
    for _pane in range(10):
        press(Qt.Key.Key_F6)
        seen.append(popup.isAncestorOf(QApplication.focusWidget()))
    assert True in seen
    assert False in seen
    window.sidebar.setFocus()
    press(Qt.Key.Key_F6)
    assert not popup.isAncestorOf(QApplication.focusWidget())
    press(Qt.Key.Key_Escape)
    assert not popup.isVisible()


def test_the_open_record_tells_whose_call_it_is(window, press):
    ws = window.services.ws
    customer = queries.find(ws, "customer", "苏州恒瑞精密机械有限公司").id
    quote = sales.new_quote(ws, customer).id
    other = queries.find(ws, "customer", "杭州瑞锦信息设备有限公司").id
    for open_it, wanted in (
        (lambda: window.router.open("quote", quote), customer),
        (lambda: window.router.open("customer", other), other),
        (lambda: window.router.open("customers").table.go(customer), customer),
        (lambda: window.router.open("erasure", about=("customer", other)), other),
    ):
        open_it()
        window.log_anywhere()
        assert window._log_popup.customer == wanted
        assert window._log_popup.log.line.hasFocus()
        press(Qt.Key.Key_Escape)
        assert not window._log_popup.isVisible()


def test_the_page_under_it_stays_in_use(window, popup, press, write):
    before = window.router.here
    popup.log.focus()
    write(popup.log.line, "half a line")
    window.router.open("customers")
    assert popup.isVisible()
    assert window.router.here != before
    popup.close_it()
    window.log_anywhere()
    assert popup.log.line.toPlainText() == "half a line"
    popup.log.focus()
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_Escape)
    assert not popup.isVisible()
    assert QApplication.focusWidget() is not popup.log.line


def test_the_line_of_the_day_tells_whose_call_it_is(window, settle):
    ws = window.services.ws
    customer = queries.find(ws, "customer", "杭州瑞锦信息设备有限公司").id
    add_reminder(ws, "today call back", about=("customer", customer))
    window.router.open("today")
    settle()
    window.log_anywhere()
    assert window._log_popup.customer == customer
