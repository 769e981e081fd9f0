"""The card of a customer in the real window."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel

from app.customers import commands
from app.customers import queries as customers
from app.followups import commands as followups
from app.records import commands as records
from app.records import history, queries
from app.records.workspace import Workspace
from app.sales import commands as sales
from app.sales.view import Line
from ui.customers.card import CustomerPage
from ui.customers.new_customer import NewCustomer
from ui.shell.window import MainWindow
from ui.widgets.ask_line import AskLine
from ui.widgets.record_form import RecordForm


@pytest.fixture
def hengrui(ws: Workspace) -> int:
    values = {
        "name": "苏州恒瑞精密机械有限公司",
        "level": "A",
        "status": "active",
        "tags": "重点",
        "preferences": "电话：9:30 后打",
    }
    made = commands.create(ws, values, {"name": "周建明", "title": "采购经理", "mobile": "13800002317"})
    commands.add_contact(ws, made.id, {"name": "陈志远"})
    return made.id


@pytest.fixture
def page(window: MainWindow, hengrui: int, settle) -> CustomerPage:
    found = window.router.open("customer", hengrui)
    assert isinstance(found, CustomerPage)
    settle()
    return found


def titles(page: CustomerPage) -> list[str]:
    QApplication.processEvents()
    return [entry.title for entry in page.timeline.entries.entries]


def test_the_head_says_who_it_is(page: CustomerPage) -> None:
    assert page.header.name.whole == "苏州恒瑞精密机械有限公司"
    assert page.header.next.words.text() == "Set a reminder"
    assert page.contacts.names() == ["周建明", "陈志远"]
    assert not page.story.nothing.isHidden()


def test_the_quick_log_shows_what_it_understood_before_it_is_kept(
    page: CustomerPage, ws: Workspace, write, press, hengrui: int
) -> None:
    page._rest()
    press("l")
    write(page.log.line, "周工来电，预算已批，下周三下午 回访")
    assert (page.log.kind.text(), page.log.person.text(), page.log.following.text()) == (
        "Call",
        "周建明",
        "Wed 29 Jul 14:00 回访",
    )
    marked = [one.cursor.selectedText() for one in page.log.line.extraSelections()]
    assert "下周三下午 回访" in marked
    press(Qt.Key.Key_Return)
    assert page.log.line.toPlainText() == ""
    assert titles(page) == ["Call 周建明"]
    assert page.header.next.words.accessibleName() == "29 Jul 14:00 回访"
    history.undo(ws)
    assert titles(page) == []
    assert titles(page) == []
    assert page.header.next.words.text() == "Set a reminder"


def test_a_chip_is_turned_off_and_another_kind_chosen(page: CustomerPage, ws: Workspace, write, hengrui: int) -> None:
    page.log.focus()
    write(page.log.line, "拜访 陈志远，明天 送样品")
    page.log.following.click()
    assert page.log.following.text() == "No reminder"
    page.log._choose_kind("meeting")
    page.log._choose_contacts(())
    page.log.keep()
    (number,) = queries.ids(ws, "activity")
    held = queries.get(ws, "activity", number)
    assert (held["kind"], held["contact"], queries.count(ws, "reminder")) == ("meeting", None, 0)


def test_the_timeline_is_filtered_by_kind(page: CustomerPage, ws: Workspace, hengrui: int) -> None:
    followups.log(ws, hengrui, "电话问交期", now=datetime(2026, 7, 1, 9))
    followups.log(ws, hengrui, "拜访看样", now=datetime(2026, 7, 2, 9))
    followups.done(ws, followups.add_reminder(ws, "寄样品", about=("customer", hengrui)).reminder)
    assert titles(page) == ["Done: 寄样品", "Visit", "Call"]
    QApplication.processEvents()
    words = [page.story.chips.itemAt(at).widget().text() for at in range(page.story.chips.count())]
    assert words == ["All 3", "Calls 1", "Visits 1", "Reminders done 1"]
    page.story.show_kind("visit")
    assert titles(page) == ["Visit"]


def test_a_long_timeline_loads_as_one_scrolls(page: CustomerPage, ws: Workspace, hengrui: int) -> None:
    with ws.operation("many") as op:
        op.insert_many(
            "activity",
            [
                {"customer": hengrui, "kind": "call", "done_at": datetime(2026, 1, 1 + n % 28, 9), "text": f"第{n}次"}
                for n in range(130)
            ],
        )
    assert len(titles(page)) == 50
    assert page.story.foot.text() == "80 earlier entries, keep scrolling"
    page.timeline.more.emit()
    page.timeline.more.emit()
    assert len(titles(page)) == 130
    assert page.story.foot.isHidden()


def test_a_field_is_saved_as_it_is_left(page: CustomerPage, ws: Workspace, press, write, hengrui: int) -> None:
    page._rest()
    press("e")
    assert page.side.currentWidget() is page.form
    form = page.details.form
    assert form is not None
    industry = form.rows["industry"].editor
    industry.setFocus()
    write(industry, "精密加工")
    press(Qt.Key.Key_Tab)
    assert queries.get(ws, "customer", hengrui)["industry"] == "精密加工"
    email = form.rows["email"]
    email.editor.setFocus()
    write(email.editor, "no address")
    press(Qt.Key.Key_Tab)
    assert "e-mail" in email.error.text()
    assert queries.get(ws, "customer", hengrui)["email"] is None
    assert page.close_over()
    assert page.side.currentWidget() is page.overview


def test_people_are_added_edited_and_the_main_one_is_chosen(
    page: CustomerPage, ws: Workspace, write, press, hengrui: int, settle
) -> None:
    page.contacts.start_adding()
    write(page.contacts.add.name, "李雯")
    page.contacts.add.mobile.setText("139 0000 5521")
    page.contacts.add.mobile.setFocus()
    press(Qt.Key.Key_Return)
    assert page.contacts.names() == ["周建明", "陈志远", "李雯"]
    number = customers.card(ws, hengrui).contacts[2].id
    commands.set_main_contact(ws, number)
    settle()
    assert page.contacts.names() == ["李雯", "周建明", "陈志远"]
    page.contacts.edit(number)
    assert page.contacts.form is not None
    title = page.contacts.form.rows["title"].editor
    title.setFocus()
    write(title, "财务")
    press(Qt.Key.Key_Tab)
    assert queries.get(ws, "contact", number)["title"] == "财务"


def test_a_number_is_copied(page: CustomerPage) -> None:
    from ui.widgets.basics import PhoneLabel

    page.header.findChild(PhoneLabel).copy()
    assert QGuiApplication.clipboard().text() == "13800002317"


def test_preferences_are_edited_in_place(page: CustomerPage, ws: Workspace, hengrui: int) -> None:
    shown = [one.text() for one in page.preferences.findChildren(QLabel) if one.isVisibleTo(page.preferences)]
    assert "9:30 后打" in shown
    page.preferences.edit()
    page.preferences.field.editor.setPlainText("送货：周六不收货")
    page.preferences.close_edit()
    assert queries.get(ws, "customer", hengrui)["preferences"] == "送货：周六不收货"


def test_deleting_leads_back_and_undo_brings_it_back(
    page: CustomerPage, window: MainWindow, ws: Workspace, hengrui: int, settle
) -> None:
    page.header.wanted.emit("delete")
    settle()
    assert window.router.here is not None
    assert window.router.here.name == "customers"
    history.undo(ws)
    assert queries.get(ws, "customer", hengrui).title == "苏州恒瑞精密机械有限公司"


def test_previous_and_next(page: CustomerPage, window: MainWindow, ws: Workspace, press, hengrui: int, settle) -> None:
    commands.create(ws, {"name": "安徽甲"})
    settle()
    window.router.open("customer", hengrui)
    settle()
    assert page.note() == "2 of 2"
    assert window.top.title.text() == ""
    assert page.steps.isVisible()
    assert (page.steps.up.isEnabled(), page.steps.down.isEnabled()) == (True, False)
    page._rest()
    press(Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert (page.title(), page.note()) == ("安徽甲", "1 of 2")
    page.steps.down.click()
    settle()
    assert (page.title(), page.note()) == ("苏州恒瑞精密机械有限公司", "2 of 2")
    assert window.windowTitle().endswith(page.title())


def test_the_notes_stand_on_the_card_and_are_edited_there(page: CustomerPage, ws: Workspace, hengrui: int) -> None:
    records.update(ws, "customer", hengrui, {"notes": "门卫找老李\n周六不收货"})
    QApplication.processEvents()
    assert any("门卫找老李" in part.text() for part in page.notes.findChildren(QLabel))
    page.notes.edit()
    page.notes.field.editor.setPlainText("门卫找老王")
    page.notes.close_edit()
    assert queries.get(ws, "customer", hengrui)["notes"] == "门卫找老王"


def test_deleting_asks_nothing_and_says_what_went_along(page: CustomerPage, told, ws: Workspace, hengrui: int) -> None:
    followups.log(ws, hengrui, "来电，明天 回访")
    sales.mark_sent(ws, sales.new_quote(ws, hengrui, lines=[Line(name="泵", quantity=1, price=2)]).id)
    page.header.wanted.emit("delete")
    assert queries.count(ws, "customer") == 0
    assert told.said[-1] == (
        "Deleted “苏州恒瑞精密机械有限公司” with 2 contacts, 1 quote (1 sent), 1 conversation, 1 reminder"
    )
    assert told.offered[-1][0] == "Undo"
    history.undo(ws)
    assert [queries.count(ws, kind) for kind in ("contact", "quote", "quote_line", "quote_revision")] == [2, 1, 1, 1]


def test_a_reminder_shows_the_contact_whom_it_names(page: CustomerPage, ws: Workspace, hengrui: int) -> None:
    followups.log(ws, hengrui, "电话 陈志远 明天 回访")
    QApplication.processEvents()
    assert "陈志远" in [part.text() for part in page.reminders.findChildren(QLabel)]


def test_level_and_status_are_changed_in_the_head(page: CustomerPage, ws: Workspace, hengrui: int) -> None:
    page.header.changed.emit("level", "C")
    page.header.changed.emit("status", "dormant")
    record = queries.get(ws, "customer", hengrui)
    assert (record["level"], record["status"]) == ("C", "dormant")


def test_reminders_are_ticked_off_beside(page: CustomerPage, ws: Workspace, hengrui: int) -> None:
    assert page.reminders.isHidden()
    followups.add_reminder(ws, "明天 回访", about=("customer", hengrui))
    QApplication.processEvents()
    assert not page.reminders.isHidden()
    assert queries.get(ws, "customer", hengrui)["next_follow_up_on"] == date(2026, 7, 23)


def test_the_narrow_card_has_tabs(page: CustomerPage) -> None:
    page.narrow(True)
    assert not page.story.isHidden()
    assert page.side.isHidden()
    page.tabs.chosen.emit("facts")
    assert page.story.isHidden()
    page.narrow(False)
    assert not page.story.isHidden()
    assert not page.side.isHidden()


def test_a_new_customer_is_made_with_its_contact(
    window: MainWindow, ws: Workspace, page: CustomerPage, qtbot, write
) -> None:
    dialog = NewCustomer(page.s, window)
    qtbot.addWidget(dialog)
    dialog.keep()
    assert "required" in dialog.error.text()
    write(dialog.name, "苏州恒瑞")
    qtbot.waitUntil(lambda: "苏州恒瑞精密机械有限公司" in dialog.alike.text())
    dialog.name.setText("宁波海晟模具")
    dialog.person.setText("郑海波")
    dialog.mobile.setText("13600001185")
    dialog.keep()
    assert dialog.made is not None
    card = customers.card(ws, dialog.made.id)
    assert (card.record.title, card.reach.name, card.record["status"]) == ("宁波海晟模具", "郑海波", "prospect")


def test_a_change_from_elsewhere_keeps_what_is_typed(page: CustomerPage, ws: Workspace, write, hengrui: int) -> None:
    page.log.focus()
    write(page.log.line, "正在写")
    records.update(ws, "customer", hengrui, {"city": "苏州"})
    assert page.log.line.toPlainText() == "正在写"


def test_every_button_of_the_card_does_what_it_says(
    page: CustomerPage, window: MainWindow, ws: Workspace, settle, monkeypatch: pytest.MonkeyPatch, hengrui: int
) -> None:
    monkeypatch.setattr(AskLine, "ask", lambda _self: "明天 回访")
    page.header.next.words.click()
    page.header.wanted.emit("remind")
    settle()
    assert queries.count(ws, "reminder") == 2
    page.header.wanted.emit("edit")
    assert page.side.currentWidget() is page.form
    page.close_over()
    page.header.wanted.emit("release")
    assert queries.get(ws, "customer", hengrui)["status"] == "public_pool"
    assert queries.count(ws, "reminder") == 0
    page.quotes.head.action.click()
    settle()
    assert window.router.here is not None
    assert window.router.here.name == "quote"
    assert queries.count(ws, "quote") == 1


def test_a_change_of_the_look_changes_the_words_too(page: CustomerPage, qapp) -> None:
    before = page.header.next.words.styleSheet()
    mode = qapp.theme.mode
    qapp.theme.set_mode("light" if qapp.theme.dark else "dark")
    assert page.header.next.words.styleSheet() != before
    qapp.theme.set_mode(mode)


def test_the_name_has_a_line_of_its_own_in_the_form(page: CustomerPage, settle) -> None:
    page.header.wanted.emit("edit")
    settle()
    form = page.findChild(RecordForm)
    assert form.rows["name"].width() > 1.8 * form.rows["short_name"].width()


@pytest.fixture
def own(ws: Workspace, hengrui: int) -> dict[str, str]:
    """Own fields by their label; all but the last hold something."""
    kinds = {"机床": "text", "信箱": "email", "主页": "url", "总机": "phone", "地区": "tags"}
    with ws.operation("Fields") as op:
        made = {label: op.add_custom_field("customer", label, kind) for label, kind in kinds.items()}
    values = {"机床": "五轴", "信箱": "a@kebu.example", "主页": "kebu.example", "总机": "0512-66001000"}
    records.update(ws, "customer", hengrui, {made[label]: value for label, value in values.items()})
    return made


def test_the_card_shows_what_own_fields_hold(own, page: CustomerPage, settle, ws: Workspace, hengrui: int) -> None:
    assert not page.own.isHidden()
    said = [one.text() for one in page.own.findChildren(QLabel)]
    assert [text for text in said if text in own] == ["机床", "信箱", "主页", "总机"]
    assert "五轴" in said
    page.own.head.action.click()
    assert QApplication.focusWidget() is page.details.form.rows[own["机床"]].editor
    records.update(ws, "customer", hengrui, dict.fromkeys(own.values()))
    settle()
    assert page.own.isHidden()


def test_escape_puts_a_field_back_before_it_closes_the_form(own, page: CustomerPage, press, told) -> None:
    page.edit()
    row = page.details.form.rows[own["信箱"]]
    row.editor.setFocus()
    row.editor.setText("kein Brief")
    press(Qt.Key.Key_Return)
    assert row.refused
    press(Qt.Key.Key_Escape)
    assert (row.editor.text(), row.refused) == ("a@kebu.example", False)
    assert page.side.currentWidget() is page.form
    row.editor.setText("kein Brief")
    page.stop_editing()
    assert "信箱" in told.said[-1]
    assert page.side.currentWidget() is page.overview
