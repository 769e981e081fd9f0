"""A view of the user's own keeps filter, sort and columns; the built-in ones stay as they are."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from app.customers import commands, views
from app.records import history
from app.records.queries import Condition
from app.records.workspace import Workspace
from tests.ui.export_tools import answer_export
from ui.customers.page import CustomersPage
from ui.shell.window import MainWindow
from ui.widgets.ask_line import AskLine


@pytest.fixture
def page(ws: Workspace, window: MainWindow, settle, monkeypatch) -> CustomersPage:
    for name, level, city in (("苏州恒瑞", "A", "苏州"), ("苏州锦程", "B", "苏州"), ("杭州瑞锦", "A", "杭州")):
        commands.create(ws, {"name": name, "level": level, "city": city, "next_follow_up_on": date(2026, 7, 22)})
    found = window.router.open("customers")
    assert isinstance(found, CustomersPage)
    settle()
    monkeypatch.setattr(AskLine, "ask", lambda _self: "mine")
    return found


def section(page: CustomersPage, name: str) -> int:
    return next(at for at in page.table.sections() if page.table.records.column(at).field.name == name)


def test_a_view_without_a_filter_keeps_columns_and_sort(page: CustomersPage, ws: Workspace, settle, press) -> None:
    usual = page.table.shown_columns()
    assert not page.views.save.isEnabled()
    page.table.show_column(section(page, "industry"), True)
    assert page.views.save.isEnabled()
    page.table.show_column(section(page, "level"), False)
    page.table.move_column(section(page, "city"), -1)
    page.table.sort_at(section(page, "city"))
    wanted = page.table.shown_columns()
    page.table.setFocus()
    press("V")
    settle()
    [own] = views.own_views(ws)
    assert own.columns == wanted
    assert "industry" in wanted
    assert "level" not in wanted
    assert own.where == ()
    assert own.order == (("city", False), ("name", False))
    page._choose_view("all")
    settle()
    changed = page.table.shown_columns()
    assert changed == wanted  # without a view of one's own the machine remembers the columns
    page.table.lay_out(None)
    page.table.show_column(section(page, "industry"), False)
    page.table.show_column(section(page, "level"), True)
    page.table.move_column(section(page, "city"), 1)
    assert page.table.shown_columns() == usual
    page._choose_view("own-1")
    settle()
    assert page.table.shown_columns() == wanted
    assert page.table.order == ("city", False)
    page._choose_view("level_a")
    settle()
    assert page.table.shown_columns() == usual
    assert page.table.orders == (("next_follow_up_on", False),)


def test_what_is_changed_in_an_own_view_is_kept_by_one_key(
    page: CustomersPage, ws: Workspace, window: MainWindow, settings, settle, press
) -> None:
    usual = page.table.shown_columns()
    page.filters.set_condition("level", "A")
    page.views.save.click()
    settle()
    assert page.views.view.label == "mine"
    assert not page.views.keep.isVisible()
    page.table.show_column(section(page, "industry"), True)
    settle()
    assert page.views.keep.isVisible()
    assert page.views.changed.text() == "View changed"
    assert "Ctrl+S" in [action.key for action in page.actions_list() if action.hint]
    page._choose_view("all")
    settle()
    assert page.table.shown_columns() == usual
    page._choose_view("own-1")
    settle()
    assert page.table.shown_columns() == usual, "what was not kept is gone"
    page.table.show_column(section(page, "industry"), True)
    page.filters.set_condition("city", "杭州")
    settle()
    page.focus_filter()
    from PySide6.QtCore import Qt

    press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    settle()
    [own] = views.own_views(ws)
    assert own.columns == (*usual, "industry")
    assert [one.field for one in own.where] == ["level", "city"]
    assert not page.views.keep.isVisible()
    assert not page.filters.active
    assert len(page.table.records.ids) == 1
    history.undo(ws)
    settle()
    assert page.table.shown_columns() == usual
    assert len(page.table.records.ids) == 2
    # Widths are the machine's and one for all views; what an own view shows is not remembered there.
    page.table.show_column(section(page, "industry"), True)
    page.table.setColumnWidth(section(page, "city"), 222)
    page.table._remember()
    page._choose_view("all")
    settle()
    assert page.table.shown_columns() == usual
    assert page.table.columnWidth(section(page, "city")) == 222


def test_columns_of_fields_that_are_gone_are_passed_over(page: CustomersPage, ws: Workspace, settle) -> None:
    usual = page.table.shown_columns()
    views.save_view(ws, "one", columns=("name", "custom_9", "city"))
    views.save_view(ws, "none", columns=("custom_9",))
    settle()
    page._choose_view("own-1")
    assert page.table.shown_columns() == ("name", "city")
    assert not page.views.keep.isVisible()
    page._choose_view("own-2")
    assert page.table.shown_columns() == usual
    assert not page.views.keep.isVisible()


def test_export_and_print_take_the_columns_of_the_view(
    page: CustomersPage, ws: Workspace, told, settle, tmp_path: Path, window: MainWindow
) -> None:
    views.save_view(ws, "方位", (Condition("level", "=", "A"),), columns=("name", "city", "contact_name", "industry"))
    settle()
    page._choose_view("own-1")
    settle()
    told.path = tmp_path / "out.xlsx"
    answer_export()
    page._export()
    settle()
    sheet = load_workbook(told.path).worksheets[0]
    head = [cell.value for cell in sheet[1] if not str(cell.value).startswith("kebu")]
    assert head[:4] == ["Name", "City", "Contact", "Industry"]
    assert "Level" not in head
    assert sheet.max_row == 3
    page._choose_view("all")
    settle()
    answer_export(choose=lambda dialog: dialog.every.click())
    page._export()
    settle()
    assert "Level" in [cell.value for cell in load_workbook(told.path).worksheets[0][1]]
