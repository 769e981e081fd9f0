"""The Today page in the real window."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QMenu

from app.customers import commands as customers
from app.followups import commands
from app.records import commands as records
from app.records import history, queries
from app.records.workspace import Workspace
from ui.followups.add_line import AddLine
from ui.followups.agenda_model import Heading, Line
from ui.followups.page import TodayPage
from ui.followups.snooze import read_time
from ui.shell.window import MainWindow
from ui.widgets.quick_log import QuickLog


@pytest.fixture
def hengrui(ws: Workspace) -> int:
    return customers.create(ws, {"name": "苏州恒瑞"}, {"name": "周建明", "mobile": "13800002317"}).id


@pytest.fixture
def day(ws: Workspace, hengrui: int) -> dict[str, int]:
    """Something overdue, something today, something next."""

    def add(text: str, when: datetime | date) -> int:
        return commands.add_reminder(ws, text, about=("customer", hengrui), when=when).reminder

    return {
        "late": add("催收尾款", datetime(2026, 7, 20, 9)),
        "now": add("电话：确认要求", datetime(2026, 7, 22, 15)),
        "all": add("寄合同", date(2026, 7, 22)),
        "next": add("上门拜访", datetime(2026, 7, 23, 10)),
    }


@pytest.fixture
def page(window: MainWindow, settle) -> TodayPage:
    found = window.router.open("today")
    assert isinstance(found, TodayPage)
    settle()
    return found


def lines(page: TodayPage) -> list[tuple[str, str]]:
    QApplication.processEvents()
    return [(row.when, row.title) for row in page.agenda.lines.rows if isinstance(row, Line)]


def test_the_day_stands_in_three_sections(day: dict[str, int], page: TodayPage, window: MainWindow) -> None:
    heads = [(row.title, row.count) for row in page.agenda.lines.rows if isinstance(row, Heading)]
    assert heads == [("Overdue", "1"), ("Today", "2"), ("Next", "1")]
    assert lines(page) == [
        ("Mon", "催收尾款") if ("Mon", "催收尾款") in lines(page) else ("20 Jul", "催收尾款"),
        ("15:00", "电话：确认要求"),
        ("All day", "寄合同"),
        ("Tomorrow", "10:00 上门拜访"),
    ]
    assert page.note() == "Wednesday 22 July"
    QAbstractItemModelTester(page.agenda.lines, QAbstractItemModelTester.FailureReportingMode.Fatal)
    window.grab()


def test_space_ticks_off_and_asks_for_the_next_step(
    day: dict[str, int], page: TodayPage, ws: Workspace, press, write, settle
) -> None:
    page.agenda.setFocus()
    press(Qt.Key.Key_Space)
    assert queries.get(ws, "reminder", day["late"])["done_at"] == datetime(2026, 7, 22, 10, 30)
    entry = page.agenda.widget
    assert isinstance(entry, AddLine)
    assert entry.edit.hasFocus()
    write(entry.edit, "下周三下午3点 回访")
    assert entry.said.text() == "Wed 29 Jul 15:00 回访"
    press(Qt.Key.Key_Return)
    assert page.agenda.widget is None
    assert ("Wed", "15:00 回访") in lines(page) or ("29 Jul", "15:00 回访") in lines(page)
    assert page.agenda.hasFocus()


def test_a_tick_is_taken_back_with_undo_and_with_space(
    day: dict[str, int], page: TodayPage, ws: Workspace, press
) -> None:
    page.agenda.go(("reminder", day["now"]))
    page.agenda.setFocus()
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Escape)
    assert page.agenda.widget is None
    row = page.agenda.lines.rows[page.agenda.lines.row_of(("reminder", day["now"]))]
    assert isinstance(row, Line)
    assert row.item.done is not None
    page.agenda.setFocus()
    press(Qt.Key.Key_Space)
    assert queries.get(ws, "reminder", day["now"])["done_at"] is None


def test_the_mouse_ticks_the_circle(day: dict[str, int], page: TodayPage, ws: Workspace) -> None:
    rect = page.agenda.visualRect(page.agenda.lines.index(page.agenda.lines.row_of(("reminder", day["all"]))))
    QTest.mouseClick(page.agenda.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(29, rect.center().y()))
    assert queries.get(ws, "reminder", day["all"])["done_at"] is not None


def test_s_puts_off_by_a_letter(day: dict[str, int], page: TodayPage, ws: Workspace, press) -> None:
    page.agenda.go(("reminder", day["now"]))
    page.agenda.setFocus()
    press("s")
    menu = page.findChild(QMenu)
    assert menu is not None
    QTest.keyClick(menu, "t")
    assert queries.get(ws, "reminder", day["now"])["due_at"] == datetime(2026, 7, 23, 15)


def test_l_logs_in_place(day: dict[str, int], page: TodayPage, ws: Workspace, press, write, hengrui: int) -> None:
    page.agenda.go(("reminder", day["now"]))
    page.agenda.setFocus()
    press("l")
    assert page.agenda.widget is not None
    box = page.agenda.widget.findChild(QuickLog)
    write(box.line, "没接通，明天上午 再打")
    press(Qt.Key.Key_Return)
    assert queries.count(ws, "activity") == 1
    assert page.agenda.widget is None
    assert ("Tomorrow", "09:00 再打") in lines(page)


def test_n_adds_a_reminder_by_name(
    day: dict[str, int], page: TodayPage, ws: Workspace, press, write, hengrui: int
) -> None:
    page.agenda.setFocus()
    press("n")
    assert page.add.edit.hasFocus()
    write(page.add.edit, "今天下午4点 打电话给周建明")
    press(Qt.Key.Key_Return)
    assert ("16:00", "打电话给周建明") in lines(page)
    item = page.agenda.current_item()
    assert item is not None
    assert item.customer == hengrui
    assert page.add.edit.text() == ""


def test_enter_opens_the_customer(
    day: dict[str, int], page: TodayPage, window: MainWindow, press, hengrui: int
) -> None:
    page.agenda.setFocus()
    press(Qt.Key.Key_Return)
    assert window.router.here is not None
    assert (window.router.here.name, window.router.here.number) == ("customer", hengrui)


def test_arrows_pass_over_the_headings(day: dict[str, int], page: TodayPage, press) -> None:
    page.agenda.setFocus()
    seen = []
    for _step in range(4):
        item = page.agenda.current_item()
        assert item is not None
        seen.append(item.id)
        press(Qt.Key.Key_Down)
    assert seen == [day["late"], day["now"], day["all"], day["next"]]


def test_all_overdue_goes_to_tomorrow(
    ws: Workspace, day: dict[str, int], page: TodayPage, hengrui: int, settle
) -> None:
    customers.create(ws, {"name": "只有日子", "next_follow_up_on": date(2026, 7, 1)})
    page.agenda.wanted.emit("tomorrow", None)
    QApplication.processEvents()
    assert [row.title for row in page.agenda.lines.rows if isinstance(row, Heading)] == ["Today", "Next"]
    assert queries.get(ws, "reminder", day["late"])["due_at"] == datetime(2026, 7, 23, 9)
    history.undo(ws)
    assert queries.get(ws, "reminder", day["late"])["due_at"] == datetime(2026, 7, 20, 9)


def test_an_empty_day_says_so(page: TodayPage) -> None:
    assert not page.nothing.isHidden()
    assert page.side.isHidden()
    assert lines(page) == []


def test_many_overdue_show_the_oldest_and_how_many_more(ws: Workspace, page: TodayPage, settle) -> None:
    with ws.operation("many") as op:
        op.insert_many(
            "customer",
            [
                {"name": f"客户{n}", "next_follow_up_on": date(2026, 7, 21) - timedelta(days=n % 900)}
                for n in range(100_000)
            ],
        )
    settle()
    assert len(lines(page)) == 20
    more = next(row for row in page.agenda.lines.rows if isinstance(row, Heading) and not row.title)
    assert more.right == "9,979+ more"
    page.agenda.wanted.emit("more_overdue", None)
    assert len(lines(page)) == 70


def test_quotes_and_birthdays_stand_beside(ws: Workspace, page: TodayPage, hengrui: int, settle) -> None:
    customers.add_contact(ws, hengrui, {"name": "吴敏", "birthday": "1980-07-24"})
    values = {
        "number": "Q9",
        "customer": hengrui,
        "currency": "CNY",
        "total": Decimal(1200),
        "valid_until": date(2026, 7, 22),
    }
    records.create(ws, "quote", {**values, "status": "sent"})
    settle()
    assert page.birthdays.rows == ["吴敏, 苏州恒瑞, Fri"] or page.birthdays.rows == ["吴敏, 苏州恒瑞, 24 Jul"]
    if page.s.router.can_open("quote"):
        assert page.quotes.rows == ["苏州恒瑞, Q9, ¥1,200.00, Expires today"]


def test_a_time_in_words_is_read_for_putting_off() -> None:
    now = datetime(2026, 7, 22, 10, 30)
    assert read_time("明天下午3点", now) == datetime(2026, 7, 23, 15)
    assert read_time("2026-08-05", now) == date(2026, 8, 5)
    assert read_time("2020-08-05", now) is None
    assert read_time("whenever", now) is None


def test_what_is_typed_keeps_its_room_beside_how_it_is_read(page: TodayPage, window: MainWindow, settle) -> None:
    text = "下周三下午3 回访苏州恒瑞精密机械有限公司，问二期管路的报价和安装时间，带上样本和合同"
    for width in (1440, 1024):
        window.resize(width, 700)
        page.add.edit.setText(text)
        settle()
        assert page.add.said.isVisible()
        assert page.add.edit.width() > page.add.said.width()
        assert page.add.said.toolTip().startswith("Wed 29 Jul 15:00")
        page.add.edit.clear()
    window.resize(1440, 900)
