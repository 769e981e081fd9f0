"""Views of the user's own over the list of customers, in the real window."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.customers import commands, views
from app.records import commands as records
from app.records import history
from app.records.queries import Condition
from app.records.workspace import Workspace
from app.shared.errors import InvalidValue, NotFound
from ui.customers.page import CustomersPage
from ui.shell.window import MainWindow
from ui.widgets.ask_line import AskLine


@pytest.fixture
def page(ws: Workspace, window: MainWindow, settle) -> CustomersPage:
    for name, level, city in (("苏州恒瑞", "A", "苏州"), ("苏州锦程", "B", "苏州"), ("杭州瑞锦", "A", "杭州")):
        commands.create(ws, {"name": name, "level": level, "city": city, "next_follow_up_on": date(2026, 7, 22)})
    found = window.router.open("customers")
    assert isinstance(found, CustomersPage)
    settle()
    return found


@pytest.fixture
def answer(monkeypatch):
    """What the person types into the next small dialog."""
    return lambda text: monkeypatch.setattr(AskLine, "ask", lambda _self: text)


def names(page: CustomersPage) -> list[str]:
    QApplication.processEvents()
    return [page.table.records.index(row, 1).data() for row in range(page.table.records.rowCount())]


def entry(page: CustomersPage, at: int):
    return page.views.menu_of(page.views.view).actions()[at]


def test_a_filter_becomes_a_view(page: CustomersPage, ws: Workspace, answer, settle, press) -> None:
    assert not page.views.save.isEnabled()
    page.filters.set_condition("city", "苏州")
    page.filters.add_condition(Condition("level", "=", "A"))
    page.table.sort_at(1)
    answer("苏州 A 级")
    page.views.save.click()
    settle()
    assert page.views.view.label == "苏州 A 级"
    assert not page.filters.active
    assert names(page) == ["苏州恒瑞"]
    assert page.tabs.buttons["own-1"].text() == "苏州 A 级\u20021"
    assert page.tabs.buttons["own-1"].toolTip() == "City is 苏州\nLevel is A"
    page.table.setFocus()
    press("1")
    assert len(names(page)) == 3
    press("9")
    settle()
    assert names(page) == ["苏州恒瑞"]
    assert page.table.order == ("name", False)
    commands.set_level(ws, [page.table.current_id()], "C")
    settle()
    assert names(page) == []
    assert page.tabs.buttons["own-1"].text().endswith("0")


def test_a_view_is_renamed_changed_and_deleted_and_all_is_undone(
    page: CustomersPage, ws: Workspace, answer, settle
) -> None:
    page.filters.set_condition("level", "A")
    answer("要紧的")
    page.views.save.click()
    settle()
    answer("重点")
    entry(page, 0).trigger()
    settle()
    assert page.tabs.buttons["own-1"].text() == "重点\u20022"
    page.filters.set_condition("city", "杭州")
    assert names(page) == ["杭州瑞锦"]
    entry(page, 1).trigger()
    settle()
    assert [one.field for one in page.views.view.where] == ["level", "city"]
    entry(page, 2).trigger()
    settle()
    assert page.views.view.code == "all"
    assert "own-1" not in page.tabs.buttons
    assert len(names(page)) == 3
    for _step in range(2):
        history.undo(ws)
    settle()
    assert [(one.label, len(one.where)) for one in views.own_views(ws)] == [("重点", 1)]
    history.undo(ws)
    history.undo(ws)
    settle()
    assert views.own_views(ws) == ()
    assert list(page.tabs.buttons) == [one.code for one in page.views.views]


def test_names_are_checked_and_a_view_of_a_field_that_is_gone_is_left_out(ws: Workspace) -> None:
    kept = views.save_view(ws, " A   级 ", (Condition("level", "=", "A"),))
    for name in ("", "x" * 33, "a 级"):
        with pytest.raises(InvalidValue):
            views.save_view(ws, name)
    with pytest.raises(NotFound):
        views.rename_view(ws, "own-9", "b")
    views.save_view(ws, "gone", (Condition("custom_9", "=", "x"),))
    assert [one.label for one in views.own_views(ws)] == ["A 级"]
    views.delete_view(ws, kept.code)
    assert views.own_views(ws) == ()
    assert views.save_view(ws, "new").code == "own-3"


def test_many_views_leave_the_window_its_size(page: CustomersPage, window: MainWindow, ws: Workspace, settle) -> None:
    for number in range(12):
        views.save_view(ws, f"A view with a long name {number}", text="苏州")
    settle()
    window.resize(1024, 700)
    settle()
    assert window.width() == 1024
    assert page.views.all.isVisible()
    page._choose_view("own-12")
    settle()
    assert len(names(page)) == 2
    tab = page.tabs.buttons["own-12"]
    assert not tab.visibleRegion().isEmpty()
    records.delete(ws, "customer", page.table.ticked())
    settle()
    assert len(names(page)) == 1
    assert page.tabs.buttons["own-12"].text().endswith("1")
    page.tabs.buttons["own-12"].setFocus(Qt.FocusReason.TabFocusReason)
    window.resize(1440, 900)


def keys_into_dialog(*keys: str | Qt.Key) -> None:
    """Presses keys in the dialog that the next key opens."""

    def send() -> None:
        for key in keys:
            widget = QApplication.focusWidget()
            if isinstance(key, str):
                QTest.keyClicks(widget, key)
            else:
                QTest.keyClick(widget, key)
            QApplication.processEvents()

    QTimer.singleShot(100, send)


def test_a_view_is_built_and_saved_by_keys_alone(page: CustomersPage, ws: Workspace, settle, press, told) -> None:
    page.table.setFocus()
    press("V")
    assert told.said == ["Filter, sort or choose columns first; that can be saved as a view."]
    keys_into_dialog("level", Qt.Key.Key_Tab, Qt.Key.Key_Tab, "a", Qt.Key.Key_Return)
    press("C")
    settle()
    assert names(page) == ["杭州瑞锦", "苏州恒瑞"]
    keys_into_dialog("mine", Qt.Key.Key_Return)
    press("V")
    settle()
    assert page.views.view.label == "mine"
    assert [view.label for view in views.own_views(ws)] == ["mine"]
    assert page.window().focusWidget() is page.table
    page.window().resize(1024, 700)
    settle()
    tab = page.tabs.buttons[page.views.view.code]
    strip = page.views.strip.viewport()
    assert strip.rect().contains(tab.mapTo(strip, tab.rect().center()))


def test_tabs_are_whole_or_out_of_sight(page: CustomersPage, window: MainWindow, ws: Workspace, settle) -> None:
    for number in range(6):
        views.save_view(ws, f"A view with a name {number}", text="苏州")
    settle()
    strip = page.views.strip

    def cut() -> list[str]:
        shown = strip.viewport()
        found = []
        for code, tab in page.tabs.buttons.items():
            left = tab.mapTo(shown, tab.rect().topLeft()).x()
            inside = max(0, min(left + tab.width(), shown.width()) - max(left, 0))
            found += [code] if 0 < inside < tab.width() else []
        return found

    for width in (1440, 1203, 1111, 1024):
        window.resize(width, 700)
        settle()
        for code in page.tabs.buttons:
            page._choose_view(code)
            settle()
            assert cut() == []
            tab = page.tabs.buttons[code]
            assert strip.viewport().rect().contains(tab.mapTo(strip.viewport(), tab.rect().center()))
    window.resize(1440, 900)
