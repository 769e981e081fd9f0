"""Conditions joined by and and or, counted from today, and sorting by several columns, in the real window."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.customers import commands, views
from app.customers.typed import with_person
from app.followups import commands as followups
from app.records import queries as records
from app.records.condition_words import said
from app.records.queries import AnyOf, Condition
from app.records.workspace import Workspace
from ui.customers.conditions import ConditionDialog
from ui.customers.page import CustomersPage
from ui.shell.window import MainWindow
from ui.widgets.sort_menu import SortMenu
from ui.widgets.sorting import added, turned


@pytest.fixture
def furnished(ws: Workspace) -> Workspace:
    for name, city, level, day in (
        ("甲公司", "苏州", "B", date(2026, 7, 20)), ("乙公司", "无锡", "A", date(2026, 6, 1)),
        ("丙公司", "上海", "A", None), ("丁公司", "苏州", "A", None),
    ):  # fmt: skip
        commands.create(ws, {"name": name, "city": city, "level": level, "last_contact_on": day})
    return ws


@pytest.fixture
def page(window: MainWindow, settle) -> CustomersPage:
    found = window.router.open("customers")
    assert isinstance(found, CustomersPage)
    settle()
    return found


def names(page: CustomersPage) -> list[str]:
    QApplication.processEvents()
    return [page.table.records.index(row, 1).data() for row in range(page.table.records.rowCount())]


def fill(line, field: str, op: str, value: str) -> None:
    line.field.setCurrentIndex(line.field.findData(field))
    line.op.setCurrentIndex(line.op.findData(op))
    if line.choice.findData(value) >= 0:
        line.choice.setCurrentIndex(line.choice.findData(value))
    else:
        line.value.setText(value)


def test_one_of_several_conditions_is_enough(page: CustomersPage, settle) -> None:
    dialog = ConditionDialog(page, page.s.ws)
    fill(dialog.lines[0], "city", "=", "无锡")
    dialog.more.click()
    fill(dialog.lines[1], "city", "contains", "海")
    dialog.go.click()
    made = dialog.condition
    assert made == AnyOf((Condition("city", "=", "无锡"), Condition("city", "contains", "海")))
    page.filters.add_condition(made)
    settle()
    assert sorted(names(page)) == ["丙公司", "乙公司"]
    assert said(page.s.ws, made) == "City is 无锡 or City contains 海"
    page.filters.add_condition(Condition("level", "=", "A"))
    page.filters.add_condition(Condition("last_contact_on", "<", "today-30"))
    settle()
    assert names(page) == ["乙公司"]
    again = ConditionDialog(page, page.s.ws, made)
    assert [line.value.text() for line in again.lines] == ["无锡", "海"]
    again._accept()
    assert again.condition == made


def test_days_are_counted_from_today(page: CustomersPage) -> None:
    dialog = ConditionDialog(page, page.s.ws)
    fill(dialog.lines[0], "last_contact_on", "last", "x")
    dialog.go.click()
    assert dialog.error.text()
    fill(dialog.lines[0], "last_contact_on", "last", "30")
    dialog.go.click()
    assert dialog.condition == Condition("last_contact_on", ">=", "today-30")
    assert said(page.s.ws, dialog.condition) == "Last contact: in the last 30 days"
    again = ConditionDialog(page, page.s.ws, dialog.condition)
    assert (again.op.currentData(), again.value.text()) == ("last", "30")
    fill(again.lines[0], "birthday", "month", "this")
    again.go.click()
    assert said(page.s.ws, again.condition) == "Birthday in the month this month"


def test_a_customer_is_named_in_a_condition(page: CustomersPage) -> None:
    dialog = ConditionDialog(page, page.s.ws)
    fill(dialog.lines[0], "parent_company", "=", "甲公司")
    dialog.go.click()
    assert dialog.condition == Condition("parent_company", "=", 1)
    assert said(page.s.ws, dialog.condition) == "Head office is 甲公司"


def test_shift_sorts_by_a_further_column_and_views_keep_it(page: CustomersPage, settle, press) -> None:
    section = {page.table.records.column(at).field.name: at for at in page.table.sections()}
    page.table.sort_at(section["city"])
    settle()
    head = page.table.horizontalHeader()
    at = section["level"]
    spot = head.viewport().rect().topLeft()
    spot.setX(head.sectionViewportPosition(at) + 10)
    spot.setY(10)
    QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier, spot)
    settle()
    assert page.table.orders == (("city", False), ("level", False))
    assert names(page).index("丁公司") < names(page).index("甲公司")
    where, text, order = page.filtered()
    views.save_view(page.s.ws, "两列", where, text, order)
    settle()
    page.table.sort_at(section["name"])
    page._choose_view("own-1")
    settle()
    assert page.table.orders == (("city", False), ("level", False))
    menu = SortMenu(page.table)
    [level] = [action for action in menu.actions() if action.text().startswith("Level")]
    menu.popup(page.mapToGlobal(page.rect().center()))
    menu.setActiveAction(level)
    QTest.keyClick(menu, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    settle()
    assert page.table.orders == (("city", False), ("level", True))
    assert "↑ 1" in " ".join(action.text() for action in menu.actions())


def test_orders_are_turned_and_added_to() -> None:
    assert turned((), "a") == (("a", False),)
    assert turned((("a", False),), "a") == (("a", True),)
    assert added((("a", False),), "b") == (("a", False), ("b", False))
    assert added((("a", False), ("b", False)), "b") == (("a", False), ("b", True))
    assert added((("a", False), ("b", True)), "b") == (("a", False),)


def test_typed_words_are_offered_as_conditions_and_tab_takes_them(page: CustomersPage, settle, press, write) -> None:
    page.focus_filter()
    write(page.filters.box, "苏州 a")
    settle()
    assert page.filters.offer.isVisible()
    assert not page.filters.add.isVisible()
    assert "Tab" in [action.key for action in page.actions_list()]
    assert not page.filters.conditions
    press(Qt.Key.Key_Tab)
    settle()
    assert page.filters.conditions.keys() == {"city", "level"}
    assert page.filters.box.text() == ""
    assert page.filters.box.hasFocus()
    assert names(page) == ["丁公司"]
    assert not page.filters.offer.isVisible()
    press(Qt.Key.Key_Tab)
    assert not page.filters.box.hasFocus()


def test_where_no_name_fits_enter_takes_the_conditions(page: CustomersPage, settle, press, write) -> None:
    page.focus_filter()
    write(page.filters.box, "三十天没联系")
    settle()
    assert names(page) == []
    press(Qt.Key.Key_Return)
    settle()
    assert page.filters.more == [Condition("last_contact_on", "<", "today-30")]
    assert names(page) == ["乙公司"]
    write(page.filters.box, "乙")
    settle()
    press(Qt.Key.Key_Return)
    assert page.table.hasFocus()


def test_a_view_is_built_from_typed_words_and_saved_by_three_keys(
    page: CustomersPage, window: MainWindow, settle, press
) -> None:
    """Alt+2 / a Tab Ctrl+S Enter: six presses in all, with the name that is proposed."""
    window.router.open("today")
    window.router.open("customers")
    settle()
    press("/")
    press("a")
    settle()
    press(Qt.Key.Key_Tab)
    settle()
    QTimer.singleShot(100, lambda: QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return))
    press("S", Qt.KeyboardModifier.ControlModifier)
    settle()
    assert page.views.view.label == "Level A"
    assert sorted(names(page)) == ["丁公司", "丙公司", "乙公司"]


def test_customers_are_filtered_by_who_took_part(page: CustomersPage, window: MainWindow, settle, press, write) -> None:
    ws = page.s.ws
    first, other = (one.id for one in records.rows(ws, "customer", records.ids(ws, "customer", limit=2)))
    agent = commands.create(ws, {"name": "代理商"}, {"name": "方经理"})
    person = records.linked(ws, "contact", "customer", agent.id)[0]
    for customer in (first, other):
        followups.log(ws, customer, "拜访 谈了安装", contact=(person.id,), now=ws.clock.now_wall())
    condition = with_person(person.id)
    dialog = ConditionDialog(page, ws)
    dialog.field.setCurrentIndex(dialog.field.findData("took_part"))
    assert [dialog.op.itemData(at) for at in range(dialog.op.count())] == ["="]
    dialog.value.setText("方经理")
    dialog._accept()
    assert dialog.condition == condition
    page.filters.add_condition(condition)
    settle()
    assert len(names(page)) == 2
    again = ConditionDialog(page, ws, condition)
    assert (again.field.currentData(), again.value.text()) == ("took_part", "方经理")
    assert said(ws, condition) == "方经理 took part"
    page.filters.clear()
    page.focus_filter()
    write(page.filters.box, "方经理参与")
    settle()
    press(Qt.Key.Key_Tab)
    settle()
    assert page.filters.more == [condition]
    views.save_view(ws, "方经理", page.filters.where())
    assert views.own_views(ws)[0].where == (condition,)
