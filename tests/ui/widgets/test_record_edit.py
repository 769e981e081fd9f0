"""Editing the cells of the lists of customers and products, in the real window."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.customers import commands
from app.followups.commands import add_reminder
from app.records import commands as records
from app.records import history, queries
from app.records.workspace import Workspace
from app.settings import fields
from ui.customers.page import CustomersPage
from ui.products.page import ProductsPage
from ui.shell.window import MainWindow

NAMES = ("苏州恒瑞精密机械有限公司", "绍兴锦程印染有限公司", "杭州瑞锦信息设备有限公司")


@pytest.fixture
def furnished(ws: Workspace) -> Workspace:
    for at, name in enumerate(NAMES):
        values = {"name": name, "level": "ABC"[at], "next_follow_up_on": date(2026, 7, 21 + at), "city": "苏州"}
        commands.create(ws, values, {"name": f"联系人{at}", "mobile": f"1380000231{at}"})
    for label, sort in (
        ("预算", "money"), ("签约日", "date"), ("装机", "number"), ("开票", "yes-no"), ("经营范围", "long-text"), ("传真机", "phone"),
    ):  # fmt: skip
        fields.add_field(ws, "customer", label, sort, shown=True)
    fields.add_field(ws, "customer", "类别甲", "choice", choices=("机械", "印染", "电子"), shown=True)
    fields.add_field(ws, "customer", "用途", "several", choices=("喷涂", "包装", "纺纱"), shown=True)
    return ws


@pytest.fixture
def page(window: MainWindow, settle: Callable[[], None]) -> CustomersPage:
    found = window.router.open("customers")
    assert isinstance(found, CustomersPage)
    settle()
    return found


def section(page: Any, label: str) -> int:
    return next(at for at in page.table.sections() if page.table.records.column(at).field.label == label)


def field(page: CustomersPage, label: str) -> str:
    return page.table.records.column(section(page, label)).field.name


def begin(page: Any, label: str, row: int = 0) -> Any:
    page.table.setFocus()
    page.table.show_cell(row, section(page, label))
    page.press("F2")
    QApplication.processEvents()
    return page.editing.editor


def held(page: Any, label: str, row: int = 0) -> Any:
    number = page.table.records.ids[row]
    return queries.get(page.s.ws, page.editing.kind, number)[page.table.records.column(section(page, label)).field.name]


def test_f2_types_a_text_and_enter_goes_down(page: CustomersPage, qtbot, told, settle) -> None:
    editor = begin(page, "City")
    assert editor.text() == "苏州"
    assert editor.hasFocus()
    editor.selectAll()
    qtbot.keyClicks(editor, "Kunshan")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert held(page, "City") == "Kunshan"
    assert page.table.currentIndex().row() == 1
    assert page.editing.editor is not None
    assert page.editing.editor.text() == "苏州"
    qtbot.keyClick(page.editing.editor, Qt.Key.Key_Escape)
    settle()
    assert page.editing.editor is None
    assert page.table.hasFocus()
    assert told.said == [f"Changed “City” of {NAMES[0]}"]
    history.undo(page.s.ws)
    assert held(page, "City") == "苏州"


def test_tab_goes_through_the_cells_that_can_be_typed(page: CustomersPage, qtbot) -> None:
    seen = []
    begin(page, "Name")
    for _step in range(4):
        seen.append(page.table.records.column(page.table.currentIndex().column()).field.name)
        qtbot.keyClick(page.editing.editor, Qt.Key.Key_Tab)
    # The main contact and the last contact are no cells to type in.
    assert seen == ["name", "level", "status", "phone"]
    qtbot.keyClick(page.editing.editor, Qt.Key.Key_Backtab)
    assert page.table.records.column(page.table.currentIndex().column()).field.name == "phone"
    qtbot.keyClick(page.editing.editor, Qt.Key.Key_Escape)


def test_a_wrong_value_is_told_beside_the_cell_and_stays(page: CustomersPage, qtbot) -> None:
    editor = begin(page, "签约日")
    qtbot.keyClicks(editor, "nonsense")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert page.editing.editor is editor
    assert editor.text() == "nonsense"
    assert "“nonsense” is no date" in editor.accessibleDescription()
    assert editor._note is not None
    assert editor._note.isVisible()
    editor.selectAll()
    qtbot.keyClicks(editor, "tomorrow")
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert held(page, "签约日") is None


@pytest.mark.parametrize(
    ("label", "typed", "wanted"),
    [
        ("签约日", "tomorrow", date(2026, 7, 23)),
        ("签约日", "yesterday", date(2026, 7, 21)),
        ("签约日", "2026-08-01", date(2026, 8, 1)),
        ("预算", "12,800.50", Decimal("12800.50")),
        ("装机", "3.5", Decimal("3.5")),
        ("Name", "Renamed", "Renamed"),
    ],
)
def test_each_kind_takes_what_is_typed(page: CustomersPage, qtbot, label: str, typed: str, wanted: Any) -> None:
    number = page.table.records.ids[0]
    assert page.s.ws.clock.today() == date(2026, 7, 22)
    editor = begin(page, label)
    editor.selectAll()
    qtbot.keyClicks(editor, typed)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert queries.get(page.s.ws, "customer", number)[field(page, label)] == wanted


def test_a_choice_is_picked_from_the_list(page: CustomersPage, qtbot, settle) -> None:
    editor = begin(page, "类别甲")
    settle()
    offered = page.editing.offers.list
    assert offered.isVisible()
    qtbot.keyClick(editor, Qt.Key.Key_Up)  # nothing is chosen, so the cursor stands on “(empty)”, the last one
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    own = page.s.ws.dictionary.type("customer").field(field(page, "类别甲"))
    assert own.choice(held(page, "类别甲")).label == "电子"
    qtbot.keyClick(page.editing.editor, Qt.Key.Key_Escape)


def test_a_level_is_typed(page: CustomersPage, qtbot, settle) -> None:
    editor = begin(page, "Level")
    editor.selectAll()
    qtbot.keyClicks(editor, "c")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert held(page, "Level") == "C"
    qtbot.keyClick(page.editing.editor, Qt.Key.Key_Escape)
    editor = begin(page, "Level")
    editor.selectAll()
    qtbot.keyClick(editor, Qt.Key.Key_Delete)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert held(page, "Level") is None


def test_several_choices_are_ticked(page: CustomersPage, qtbot, settle) -> None:
    editor = begin(page, "用途")
    settle()
    qtbot.keyClick(editor, Qt.Key.Key_Space)
    qtbot.keyClick(editor, Qt.Key.Key_Down)
    qtbot.keyClick(editor, Qt.Key.Key_Down)
    qtbot.keyClick(editor, Qt.Key.Key_Space)
    assert editor.text() == "喷涂, 纺纱"
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    own = page.s.ws.dictionary.type("customer").field(field(page, "用途"))
    assert [own.choice(code).label for code in held(page, "用途")] == ["喷涂", "纺纱"]


def test_letters_look_for_one_of_several_choices(page: CustomersPage, qtbot, settle) -> None:
    editor = begin(page, "用途")
    settle()
    qtbot.keyClicks(editor, "fs")
    qtbot.keyClick(editor, Qt.Key.Key_Space)
    assert editor.text() == "纺纱"


def test_yes_or_no(page: CustomersPage, qtbot, settle) -> None:
    editor = begin(page, "开票")
    settle()
    qtbot.keyClicks(editor, "ye")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert held(page, "开票") is True


def test_long_texts_keep_their_lines(page: CustomersPage, qtbot) -> None:
    editor = begin(page, "经营范围")
    qtbot.keyClicks(editor, "one")
    qtbot.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClicks(editor, "two")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert held(page, "经营范围") == "one\ntwo"


def test_a_doubtful_number_is_asked_about_once(page: CustomersPage, qtbot) -> None:
    editor = begin(page, "Phone")
    assert editor.text() == ""  # the number shown is the main contact's
    qtbot.keyClicks(editor, "1380000231")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert "one is missing" in editor.accessibleDescription()
    assert held(page, "Phone") is None
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert held(page, "Phone").typed == "1380000231"


def test_what_cannot_be_typed_says_why(page: CustomersPage) -> None:
    assert begin(page, "Contact") is None
    assert "main contact" in page.table.accessibleDescription()
    assert page.editing._note is not None
    assert page.editing._note.isVisible()


def test_the_row_stays_while_it_is_edited(page: CustomersPage, qtbot, settle) -> None:
    first = page.table.records.ids[0]
    editor = begin(page, "Next follow-up")
    editor.selectAll()
    qtbot.keyClicks(editor, "2026-12-01")
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    settle()
    assert page.table.records.ids[0] == first
    qtbot.keyClick(page.editing.editor, Qt.Key.Key_Escape)
    settle()
    assert page.table.records.ids[-1] == first
    assert page.table.current_id() == first


def test_the_reminder_goes_with_the_next_follow_up(page: CustomersPage, qtbot, settle) -> None:
    ws, number = page.s.ws, page.table.records.ids[2]
    records.update(ws, "customer", number, {"next_follow_up_on": None})
    add_reminder(ws, "2026-07-30 回访", about=("customer", number))
    settle()
    editor = begin(page, "Next follow-up", page.table.records.row_of(number))
    assert editor.text() == "2026-07-30"
    editor.selectAll()
    qtbot.keyClicks(editor, "2026-08-03")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    [reminder] = queries.ids(ws, "reminder")
    assert queries.get(ws, "reminder", reminder)["due_at"].date() == date(2026, 8, 3)
    assert queries.get(ws, "customer", number)["next_follow_up_on"] == date(2026, 8, 3)


def test_leaving_the_list_saves_the_cell(page: CustomersPage, qtbot, settle) -> None:
    editor = begin(page, "City")
    editor.selectAll()
    qtbot.keyClicks(editor, "Wuxi")
    page.filters.box.setFocus()
    settle()
    assert page.editing.editor is None
    assert held(page, "City") == "Wuxi"
    assert page.filters.box.hasFocus()


def test_the_name_stays_required(page: CustomersPage, qtbot) -> None:
    editor = begin(page, "Name")
    editor.clear()
    editor.setModified(True)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert page.editing.editor is editor
    assert editor.accessibleDescription()
    assert held(page, "Name") == NAMES[0]
    qtbot.keyClick(editor, Qt.Key.Key_Escape)


def test_arrows_show_a_cell_and_escape_hides_it(page: CustomersPage, qtbot) -> None:
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Right)
    qtbot.keyClick(page.table, Qt.Key.Key_Right)
    assert page.table.cell_shown
    assert page.table.records.column(page.table.currentIndex().column()).field.name == "level"
    assert page.escape()
    assert not page.table.cell_shown


def test_products_are_edited_alike(window: MainWindow, qtbot, settle) -> None:
    ws = window.services.ws
    for code, price in (("P1", "10"), ("P2", "20")):
        records.create(ws, "product", {"code": code, "name": f"Part {code}", "price": price})
    page = window.router.open("products")
    assert isinstance(page, ProductsPage)
    settle()
    editor = begin(page, "Price")
    editor.selectAll()
    qtbot.keyClicks(editor, "12.5")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert held(page, "Price") == Decimal("12.5")
    qtbot.keyClick(page.editing.editor, Qt.Key.Key_Escape)
    editor = begin(page, "Code")
    editor.selectAll()
    qtbot.keyClicks(editor, "P2")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert "taken" in editor.accessibleDescription()
    qtbot.keyClick(editor, Qt.Key.Key_Escape)


def test_no_customer_becomes_its_own_head_office(page: CustomersPage, qtbot, settle) -> None:
    at = section(page, "Head office")
    page.table.show_column(at, True)
    own = page.table.records.record(0).title
    editor = begin(page, "Head office")
    editor.setText(own)
    editor.setModified(True)
    editor.textEdited.emit(own)
    settle()
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert page.editing.editor is editor
    assert "above or before itself" in editor.accessibleDescription()
    assert held(page, "Head office") is None
