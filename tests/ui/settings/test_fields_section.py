"""Fields and lists in the settings: made, moved, hidden, coloured by key; the other pages follow at once."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox

from app.records import commands, history, queries
from app.records.workspace import Workspace
from app.settings import fields, lists
from app.shared import i18n
from ui.runtime.application import translator
from ui.settings import long_work
from ui.settings.field_dialog import FieldDialog
from ui.settings.fields import FieldsSection
from ui.settings.page import SettingsPage
from ui.shell.window import MainWindow
from ui.widgets.ask_line import AskLine
from ui.widgets.several_box import SeveralBox

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def section(window: MainWindow, told) -> FieldsSection:
    page = window.router.open("settings", section="fields")
    assert isinstance(page, SettingsPage)
    found = page.sections["fields"]
    assert isinstance(found, FieldsSection)
    found.rows.setFocus()
    return found


def answer(act: Callable[[FieldDialog], object]) -> None:
    """Do something in the dialog that opens next."""

    def found() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, FieldDialog | AskLine)
        act(dialog)

    QTimer.singleShot(0, found)


def shown(section: FieldsSection) -> list[str]:
    return [section.rows.item(at).text() for at in range(section.rows.count())]


def test_a_field_is_made_in_the_dialog_and_stands_in_the_list(
    window: MainWindow, section: FieldsSection, ws: Workspace, settle
) -> None:
    window.router.open("customers")
    settle()
    window.router.open("settings", section="fields")

    def fill(dialog: FieldDialog) -> None:
        dialog.label.setText("产地")
        dialog.sort.setCurrentIndex(dialog.sort.findData("several"))
        dialog.values.setPlainText("德国\n日本\n")
        dialog.shown.setChecked(True)
        dialog.go.click()

    answer(fill)
    section.new_field()
    settle()
    [one] = fields.own_fields(ws, "customer")
    assert (one.label, one.kind, one.shown) == ("产地", "tags", True)
    assert section.rows.key() == one.name
    assert shown(section)[0] == "产地"
    page = window.router.open("customers")
    settle()
    heads = [column.field.label for column in page.table.records.columns]
    assert "产地" in heads
    history.undo(ws)
    settle()
    assert "产地" not in [column.field.label for column in window.router.page.table.records.columns]


def test_a_name_that_is_taken_is_told_and_the_dialog_stays(section: FieldsSection, ws: Workspace) -> None:
    told: list[str] = []

    def fill(dialog: FieldDialog) -> None:
        dialog.label.setText("Level")
        dialog.go.click()
        told.append(dialog.error.text())
        dialog.reject()

    answer(fill)
    section.new_field()
    assert "Level" in told[0]
    assert fields.own_fields(ws, "customer") == ()


def test_fields_are_moved_hidden_and_deleted_by_key(section: FieldsSection, ws: Workspace, told, settle) -> None:
    for label in ("甲", "乙", "丙"):
        fields.add_field(ws, "customer", label)
    settle()
    section.rows.setFocus()
    assert shown(section)[:3] == ["甲", "乙", "丙"]
    section.rows.setCurrentRow(2)
    QTest.keyClick(section.rows, Qt.Key.Key_Up, ALT)
    QTest.keyClick(section.rows, Qt.Key.Key_Up, ALT)
    assert shown(section)[:3] == ["丙", "甲", "乙"]
    section.turn_hidden()
    assert fields.find(ws, "customer", "丙").hidden
    QTest.keyClick(section.rows, Qt.Key.Key_Delete)
    settle()
    assert [one.label for one in fields.own_fields(ws, "customer")] == ["甲", "乙"]
    section.rows.setCurrentRow(section.rows.count() - 1)
    QTest.keyClick(section.rows, Qt.Key.Key_Delete)
    assert not section.remove.isEnabled()


def test_a_field_with_values_is_deleted_by_a_key_and_comes_back(
    window: MainWindow, section: FieldsSection, ws: Workspace, told, settle, press
) -> None:
    name = fields.add_field(ws, "customer", "甲").name
    commands.create(ws, "customer", {"name": "一", name: "x"})
    settle()
    assert "Del" in [action.key for action in section.actions_list()]
    section.rows.setCurrentRow(0)
    section.edit.setFocus()
    press(Qt.Key.Key_Delete)
    settle()
    assert fields.own_fields(ws, "customer") == ()
    assert told.said[-1] == "Deleted the field “甲” with its value in 1 record"
    assert told.offered[-1][0] == "Undo"
    history.undo(ws)
    settle()
    assert queries.rows(ws, "customer", queries.ids(ws, "customer"))[0][name] == "x"


def test_the_list_takes_the_height_of_the_page(window: MainWindow, section: FieldsSection, settle) -> None:
    window.resize(1440, 900)
    settle()
    assert section.rows.height() > 500
    assert section.remove.mapTo(window, section.remove.rect().bottomLeft()).y() < window.height()
    tall = section.rows.height()
    window.resize(1024, 600)
    settle()
    assert section.rows.height() < tall
    window.resize(1440, 900)


def test_values_of_a_list_are_made_coloured_and_merged(section: FieldsSection, ws: Workspace, settle) -> None:
    section.part.buttons["lists"].click()
    part = section.lists
    part.field.setCurrentIndex(part.field.findData("level"))

    def type_it(dialog: AskLine) -> None:
        dialog.line.setText("V级")
        dialog.accept()

    answer(type_it)
    part.new_value()
    assert part.rows.key() == "V级"
    part.take_color("warn")
    QTest.keyClick(part.rows, Qt.Key.Key_Up, ALT)
    settle()
    assert [(one.code, one.color) for one in lists.values(ws, "customer", "level")] == [
        ("A", ""),
        ("B", ""),
        ("V级", "warn"),
        ("C", ""),
    ]
    assert [action.text() for action in part.merge_menu().actions()] == ["A", "B", "C"]
    assert [action.isChecked() for action in part.color_menu().actions()].index(True) == 3
    one = commands.create(ws, "customer", {"name": "一", "level": "V级"}).id
    part.merge_into("A")
    settle()
    assert queries.get(ws, "customer", one)["level"] == "A"
    part.field.setCurrentIndex(part.field.findData("status"))
    assert not part.add.isEnabled()
    assert part.rename.isEnabled()
    assert not part.retire.isEnabled()


def test_the_section_speaks_both_languages_and_names_everything(section: FieldsSection, ws: Workspace, settle) -> None:
    fields.add_field(ws, "customer", "甲", "date")
    settle()
    try:
        translator().use("zh_CN")
        assert section.kind.itemText(0) == "客户"
        section.part.buttons["lists"].click()
        for widget in (section.kind, section.rows, section.lists.field, section.lists.rows, section.up, section.down):
            assert widget.accessibleName()
    finally:
        translator().use("en")
        i18n.use("en")


def test_the_form_has_an_editor_for_each_kind(window: MainWindow, ws: Workspace, settle) -> None:
    several = fields.add_field(ws, "customer", "产地", "several", choices=("德国", "日本")).name
    choice = fields.add_field(ws, "customer", "行业类", "choice", choices=("重", "轻")).name
    tick = fields.add_field(ws, "customer", "开过票", "yes-no").name
    hidden = fields.add_field(ws, "customer", "密", "text").name
    fields.change_field(ws, "customer", "密", hidden=True)
    one = commands.create(ws, "customer", {"name": "一", choice: "重"}).id
    lists.retire_value(ws, "customer", choice, "重")
    settle()
    page = window.router.open("customer", one, edit=True)
    settle()
    rows = page.details.form.rows
    assert hidden not in rows
    box = rows[several].editor
    assert isinstance(box, SeveralBox)
    menu = box.menu_of()
    for action in menu.actions():
        action.toggle()
    settle()
    assert queries.get(ws, "customer", one)[several] == ("德国", "日本")
    held = rows[choice].editor
    assert isinstance(held, QComboBox)
    assert held.currentText() == "重"
    rows[tick].editor.click()
    settle()
    assert queries.get(ws, "customer", one)[tick] is True


def test_a_column_that_was_put_away_comes_back_when_the_field_says_so(
    window: MainWindow, section: FieldsSection, ws: Workspace, settle
) -> None:
    name = fields.add_field(ws, "customer", "产地").name
    commands.create(ws, "customer", {"name": "一", name: "德国"})
    settle()

    def hidden() -> bool:
        table = window.router.open("customers").table
        settle()
        table._remember()
        names = [column.field.name for column in table.records.columns]
        return table.isColumnHidden(names.index(name) + table.records.ticks)

    assert hidden()

    def tick(dialog: FieldDialog) -> None:
        dialog.shown.setChecked(True)
        dialog.go.click()

    window.router.open("settings", section="fields")
    section.rows.setCurrentRow(0)
    answer(tick)
    section.change()
    settle()
    assert not hidden()


def test_the_kind_of_a_field_is_changed_with_its_values_in_one_step(
    section: FieldsSection, ws: Workspace, settle
) -> None:
    name = fields.add_field(ws, "customer", "到期").name
    one = commands.create(ws, "customer", {"name": "一", name: "2026/7/1"}).id
    settle()
    section.rows.setCurrentRow(0)
    before = history.undoable(ws).id

    def convert(dialog: FieldDialog) -> None:
        dialog.label.setText("合同到期")
        dialog.sort.setCurrentIndex(dialog.sort.findData("date"))
        dialog.go.click()

    answer(convert)
    section.change()
    settle()
    assert fields.find(ws, "customer", "合同到期").kind == "date"
    assert queries.get(ws, "customer", one)[name].isoformat() == "2026-07-01"
    history.undo(ws)
    assert history.undoable(ws).id == before
    assert queries.get(ws, "customer", one)[name] == "2026/7/1"


def test_many_records_are_gone_through_in_a_job(
    section: FieldsSection, ws: Workspace, told, settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(long_work, "LARGE", -1)
    dialog = FieldDialog(section.s, section, "customer")
    dialog.label.setText("到期日")
    dialog.sort.setCurrentIndex(dialog.sort.findData("date"))
    dialog.open()
    dialog.go.click()
    dialog.reject()
    assert dialog.isVisible()
    settle()
    assert dialog.made
    assert not dialog.isVisible()
    again = FieldDialog(section.s, section, "customer")
    again.label.setText("到期日")
    again.open()
    again.go.click()
    settle()
    assert "到期日" in again.error.text()
    assert again.go.isEnabled()
    again.reject()
    section._show_fields(dialog.made)
    section.delete()
    settle()
    assert not fields.own_fields(ws, "customer")
    section.part.choose("lists")
    section._show_part()
    settle()
    assert section.lists._values
