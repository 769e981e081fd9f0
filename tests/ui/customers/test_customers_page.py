"""The list of customers in the real window."""

from __future__ import annotations

from array import array
from datetime import date, timedelta

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QPushButton

from app.customers import commands
from app.customers import queries as customers
from app.records import commands as records
from app.records import history, queries
from app.records.queries import Condition
from app.records.workspace import Workspace
from app.shared.errors import Cancelled
from app.transfer.exporting.export import export
from tests.ui.export_tools import answer_export
from ui.customers.new_customer import NewCustomer
from ui.customers.page import CustomersPage
from ui.shell.window import MainWindow
from ui.widgets.ask_line import AskLine


@pytest.fixture
def three(ws: Workspace) -> list[int]:
    made = []
    for name, level, status, person, mobile, day in (
        ("苏州恒瑞精密机械有限公司", "A", "active", "周建明", "13800002317", date(2026, 7, 22)),
        ("绍兴锦程印染有限公司", "B", "active", "沈丽", "13500007716", date(2026, 7, 21)),
        ("杭州瑞锦信息设备有限公司", "C", "prospect", "唐宁", "18600005210", None),
    ):
        values = {"name": name, "level": level, "status": status, "next_follow_up_on": day}
        made.append(commands.create(ws, values, {"name": person, "mobile": mobile}).id)
    return made


@pytest.fixture
def page(window: MainWindow, settle) -> CustomersPage:
    found = window.router.open("customers")
    assert isinstance(found, CustomersPage)
    settle()
    return found


def cells(page: CustomersPage, row: int) -> list[str]:
    QApplication.processEvents()
    model = page.table.records
    return [model.index(row, column).data() for column in range(1, 9)]


def names(page: CustomersPage) -> list[str]:
    QApplication.processEvents()
    return [page.table.records.index(row, 1).data() for row in range(page.table.records.rowCount())]


def test_the_list_shows_what_matters(three: list[int], page: CustomersPage) -> None:
    assert cells(page, 0) == ["绍兴锦程印染有限公司", "B", "Active", "沈丽", "135 0000 7716", "", "", "Yesterday"]
    assert [name[:2] for name in names(page)] == ["绍兴", "苏州", "杭州"]
    assert page.tabs.buttons["all"].text().endswith("3")
    assert page.tabs.buttons["active"].text().endswith("2")
    assert page.status() == ("1–3 / 3",)
    QAbstractItemModelTester(page.table.records, QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_typing_in_the_filter_finds_by_initials_and_digits(
    three: list[int], page: CustomersPage, write, settle, qtbot
) -> None:
    page.focus_filter()
    write(page.filters.box, "szhr")
    qtbot.waitUntil(lambda: len(page.table.records.ids) == 1)
    assert names(page) == ["苏州恒瑞精密机械有限公司"]
    page.filters.box.setText("7716")
    qtbot.waitUntil(lambda: names(page) == ["绍兴锦程印染有限公司"])
    page.filters.box.setText("nothing like this")
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.nothing)
    assert page.escape()
    assert len(page.table.records.ids) == 3


def test_tabs_and_chips_narrow_the_list(three: list[int], page: CustomersPage, press, settle) -> None:
    page.table.setFocus()
    press("2")
    settle()
    assert names(page) == ["杭州瑞锦信息设备有限公司"]
    press("1")
    page.filters.set_condition("level", "A")
    assert names(page) == ["苏州恒瑞精密机械有限公司"]
    assert page.filters.level.text() == "Level: A"
    page.filters.set_condition("level", None)
    page.filters.add_condition(Condition("name", "contains", "印染"))
    assert names(page) == ["绍兴锦程印染有限公司"]
    page.filters.clear()
    assert len(names(page)) == 3


def test_the_preview_follows_the_cursor(three: list[int], page: CustomersPage, press, qtbot) -> None:
    page.table.setFocus()
    press(Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: page.preview.name.text() == "苏州恒瑞精密机械有限公司")
    press(Qt.Key.Key_Backslash, Qt.KeyboardModifier.ControlModifier)
    assert not page.preview.isVisible()
    press(Qt.Key.Key_Backslash, Qt.KeyboardModifier.ControlModifier)
    assert page.preview.isVisible()


def test_the_preview_reminds_of_the_customer_that_it_shows(
    three: list[int], page: CustomersPage, ws: Workspace, qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(AskLine, "ask", lambda _self: "明天 回访")
    page.table.go(three[0])
    qtbot.waitUntil(lambda: page.preview.customer == three[0])
    page.table.records.ticked = {three[1], three[2]}
    next(one for one in page.preview.findChildren(QPushButton) if one.text() == "Reminder").click()
    [reminder] = queries.rows(ws, "reminder", queries.ids(ws, "reminder"))
    assert reminder["about_id"] == three[0]


def test_l_logs_from_the_list(three: list[int], page: CustomersPage, ws: Workspace, press, write, qtbot) -> None:
    page.table.setFocus()
    page.table.go(three[0])
    qtbot.waitUntil(lambda: page.preview.customer == three[0])
    press("l")
    assert page.preview.log.line.hasFocus()
    write(page.preview.log.line, "周工来电，明天上午 回访")
    assert page.preview.log.following.text() == "Tomorrow 09:00 回访"
    press(Qt.Key.Key_Return)
    assert queries.get(ws, "customer", three[0])["last_contact_on"] == date(2026, 7, 22)
    # The imported date of today is settled by the call; the list shows the new one in its place.
    row = page.table.records.row_of(three[0])
    assert cells(page, row)[7] == "Tomorrow 09:00"
    assert page.table.hasFocus()


def test_single_letters_are_letters_while_one_types(
    three: list[int], page: CustomersPage, press, ws: Workspace
) -> None:
    page.focus_filter()
    press("l")
    assert page.filters.box.text() == "l"
    assert not page.preview.log.line.hasFocus()


def test_ticked_rows_are_changed_as_one(three: list[int], page: CustomersPage, ws: Workspace, press, settle) -> None:
    page.table.setFocus()
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert page.bulk.count.text() == "2 selected"
    page.bulk.wanted.emit("level", "C")
    settle()
    assert queries.count(ws, "customer", (Condition("level", "=", "C"),)) == 3
    history.undo(ws)
    settle()
    assert queries.count(ws, "customer", (Condition("level", "=", "C"),)) == 1
    press(Qt.Key.Key_Escape)
    assert page.bulk.isHidden()
    press("a", Qt.KeyboardModifier.ControlModifier)
    assert page.bulk.count.text() == "All 3 in this view selected"
    page.bulk.wanted.emit("delete", "")
    settle()
    assert queries.count(ws, "customer") == 0
    assert page.stack.currentWidget() is page.empty
    history.undo(ws)
    settle()
    assert len(names(page)) == 3


def test_changes_from_elsewhere_reach_the_rows(three: list[int], page: CustomersPage, ws: Workspace, settle) -> None:
    records.update(ws, "customer", three[2], {"city": "杭州", "level": "A"})
    assert cells(page, page.table.records.row_of(three[2]))[1:6] == ["A", "Prospect", "唐宁", "186 0000 5210", "杭州"]
    contact = customers.card(ws, three[2]).contacts[0]
    records.update(ws, "contact", contact.id, {"name": "唐宁宁"})
    assert cells(page, page.table.records.row_of(three[2]))[3] == "唐宁宁"
    records.delete(ws, "customer", [three[0]])
    settle()
    assert len(names(page)) == 2


def test_enter_opens_the_card_among_its_list(
    three: list[int], page: CustomersPage, window: MainWindow, press, settle
) -> None:
    page.table.setFocus()
    press(Qt.Key.Key_Return)
    settle()
    card = window.router.page
    assert card is not None
    assert (card.title(), card.note()) == ("绍兴锦程印染有限公司", "1 of 3")


def test_an_empty_book_offers_the_first_steps(page: CustomersPage) -> None:
    assert page.stack.currentWidget() is page.empty
    assert page.status() == ()


def test_a_click_on_a_head_sorts(three: list[int], page: CustomersPage) -> None:
    page.table.sorted_by.emit("name", True)
    assert [name[:2] for name in names(page)] == ["苏州", "绍兴", "杭州"]
    page.table.sorted_by.emit("contact_name", False)
    assert [name[:2] for name in names(page)] == ["苏州", "绍兴", "杭州"]


@pytest.mark.slow
def test_a_hundred_thousand_customers(ws: Workspace, window: MainWindow, settle, qtbot) -> None:
    with ws.operation("many") as op:
        op.insert_many(
            "customer",
            [
                {"name": f"客户{n}号", "next_follow_up_on": date(2026, 1, 1) + timedelta(days=n % 700)}
                for n in range(100_000)
            ],
        )
    page = window.router.open("customers")
    assert isinstance(page, CustomersPage)
    settle()
    assert len(page.table.records.ids) == 100_000
    assert isinstance(page.table.records.ids, array)
    page.table.scrollToBottom()
    window.grab()
    assert page.status()[0].endswith("100,000 / 100,000")
    page.filters.box.setText("客户99999")
    qtbot.waitUntil(lambda: len(page.table.records.ids) == 1)
    settle()
    page.filters.clear()
    settle()
    held = page.table.current_id()
    commands.set_level(ws, [held], "A")
    settle()
    assert page.table.current_id() == held
    assert len(page.table.records.ids) == 100_000


def test_the_narrow_window_has_the_preview_over_the_list(
    three: list[int], window: MainWindow, page: CustomersPage, press
) -> None:
    window.resize(1024, 700)
    page.narrow(True)
    assert not page.preview.isVisible()
    page.table.setFocus()
    press(Qt.Key.Key_Backslash, Qt.KeyboardModifier.ControlModifier)
    assert page.overlay.isVisible()
    assert page.preview.isVisible()
    assert page.close_over()
    assert not page.overlay.isVisible()
    page.narrow(False)
    assert page.preview.isVisible()


def test_the_ticked_customers_are_exported(
    three: list[int], page: CustomersPage, told, press, settle, tmp_path, monkeypatch
) -> None:
    opened = []
    monkeypatch.setattr("ui.shell.exporting.QDesktopServices.openUrl", opened.append)
    page.table.setFocus()
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    told.path = tmp_path / "two"
    answer_export()
    page.bulk.export.click()
    settle()
    assert told.said[-1] == "2 rows exported to two.xlsx"
    rows = list(openpyxl.load_workbook(tmp_path / "two.xlsx").active.iter_rows(values_only=True))
    assert [row[0] for row in rows[1:]] == ["绍兴锦程印染有限公司", "苏州恒瑞精密机械有限公司"]
    action, run = told.offered[-1]
    assert action == "Open the folder"
    run()
    assert opened[0].toLocalFile() == str(tmp_path)
    assert page.strip.isHidden()
    told.path = tmp_path / "three.csv"
    page.table.untick()
    answer_export(".csv")
    next(one for one in page.actions_list() if one.text == "Export…").run()
    settle()
    assert len((tmp_path / "three.csv").read_text("utf-8-sig").splitlines()) == 4


def test_an_export_that_is_stopped_leaves_no_file(
    three: list[int], page: CustomersPage, told, settle, tmp_path
) -> None:
    with pytest.raises(Cancelled):
        export(page.s.ws, "customer", tmp_path / "stopped.xlsx", numbers=three, cancelled=lambda: True)
    assert list(tmp_path.glob("*.xlsx")) == []
    told.path = tmp_path / "missing" / "a.xlsx"
    shown: list[bool] = []
    told.error = lambda error: shown.append(page.strip.isVisible())
    answer_export()
    page._export()
    assert page.strip.isVisible()
    settle()
    assert shown == [False]


def test_ctrl_a_takes_the_whole_view_and_says_how_many(ws: Workspace, window: MainWindow, settle, press) -> None:
    with ws.operation("many") as op:
        op.insert_many("customer", [{"name": f"客户{n}号", "level": "A"} for n in range(300)])
        op.insert_many("customer", [{"name": f"别的{n}号"} for n in range(20)])
    page = window.router.open("customers")
    assert isinstance(page, CustomersPage)
    assert page.status()[0].endswith(" / 128+")
    page.table.tick_all()
    settle()
    assert page.status()[0].endswith(" / 320")
    assert page.bulk.count.text() == "All 320 in this view selected"
    press("6")
    settle()
    page.table.setFocus()
    press("a", Qt.KeyboardModifier.ControlModifier)
    assert page.bulk.count.text() == "All 300 in this view selected"
    page.tabs.buttons["level_a"].setFocus()
    page.table.untick()
    press("a", Qt.KeyboardModifier.ControlModifier)
    assert len(page.table.ticked()) == 300
    page.focus_filter()
    page.filters.box.setText("客户1")
    press("a", Qt.KeyboardModifier.ControlModifier)
    assert page.filters.box.selectedText() == "客户1"


def test_a_customer_is_made_from_a_copied_signature(window, ws):
    QGuiApplication.clipboard().setText(
        "王强 销售经理\n苏州恒瑞精密机械有限公司\n手机：138-0000-2317 邮箱：wq@hengrui.example\n江苏省苏州市星湖街328号\n做五金的"
    )
    dialog = NewCustomer(window.services, window)
    QTest.keyClick(dialog.name, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert (dialog.name.text(), dialog.person.text()) == ("苏州恒瑞精密机械有限公司", "王强")
    assert "wq@hengrui.example" in dialog.more.text()
    dialog.keep()
    made = queries.get(ws, "customer", dialog.made.id)
    assert (made["city"], made["address"]) == ("苏州市", "江苏省苏州市星湖街328号")
    contact = queries.get(ws, "contact", dialog.made.contact)
    assert (contact["title"], contact["email"], contact["notes"]) == ("销售经理", "wq@hengrui.example", "做五金的")
    history.undo(ws)
    assert not queries.titles(ws, "customer", [made.id])


def test_a_clipboard_without_a_customer_is_told(window):
    QGuiApplication.clipboard().setText("hello, how are you?")
    dialog = NewCustomer(window.services, window)
    dialog.fill()
    assert "clipboard" in dialog.error.text()
    assert not dialog.name.text()
    QGuiApplication.clipboard().setText("恒瑞")
    QTest.keyClick(dialog.name, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert dialog.name.text() == "恒瑞"


def test_a_contact_is_added_from_a_copied_text(window, ws):
    customer = commands.create(ws, {"name": "恒瑞"}).id
    page = window.router.open("customer", customer)
    page.contacts.start_adding()
    QGuiApplication.clipboard().setText("小刘 13600002222 微信：liu_1990")
    page.contacts.add.fill()
    page.contacts.add._keep()
    made = queries.linked(ws, "contact", "customer", customer)[-1]
    assert (made.title, made["mobile"].typed, made["wechat"]) == ("小刘", "13600002222", "liu_1990")
