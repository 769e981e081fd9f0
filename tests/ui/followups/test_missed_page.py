"""What was missed, dealt with by keyboard in the real window; and the notes that tell of what is due."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMenu

from app.customers import commands as customers
from app.followups import commands, notices
from app.records import history
from app.records.queries import get
from app.records.workspace import Workspace
from app.shared import autostart
from app.shared.clock import FixedClock
from ui.followups.missed_page import MissedPage
from ui.followups.page import TodayPage
from ui.shell.notifier import Notifier
from ui.shell.window import MainWindow


@pytest.fixture
def missed(ws: Workspace) -> list[int]:
    customer = customers.create(ws, {"name": "苏州恒瑞"}, {"name": "周建明", "mobile": "13800002317"}).id
    return [
        commands.add_reminder(ws, f"第{n}件", about=("customer", customer), when=datetime(2026, 7, n, 9)).reminder
        for n in range(1, 7)
    ]


@pytest.fixture
def page(missed: list[int], window: MainWindow, settle) -> MissedPage:
    found = window.router.open("missed")
    assert isinstance(found, MissedPage)
    settle()
    return found


def test_one_key_moves_all_that_was_missed(page: MissedPage, missed: list[int], ws: Workspace, press, settle) -> None:
    assert page.said.text() == "6 reminders were missed."
    press("1")
    settle()
    assert {get(ws, "reminder", one)["due_at"] for one in missed} == {datetime(2026, 7, 23, 9)}
    assert page.stack.currentWidget() is page.empty
    assert page.bar.isHidden()
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert notices.missed_ids(ws, 10) == missed
    assert page.bar.isVisible()


def test_some_are_spread_and_the_rest_dropped(
    page: MissedPage, missed: list[int], ws: Workspace, press, settle
) -> None:
    press(Qt.Key.Key_Escape)
    page.table.go(missed[0])
    press(Qt.Key.Key_Space)
    settle()
    press("3")
    settle()
    assert get(ws, "reminder", missed[0])["due_at"].date() == date(2026, 7, 23)
    assert notices.missed_ids(ws, 10) == missed[1:]
    press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    press("d")
    settle()
    assert notices.missed_ids(ws, 10) == []
    history.undo(ws)
    settle()
    press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    press(Qt.Key.Key_Delete)
    settle()
    assert notices.missed_ids(ws, 10) == []


def test_what_is_due_is_told_once_and_done_from_its_note(
    missed: list[int], window: MainWindow, told, ws: Workspace, settle
) -> None:
    due = commands.add_reminder(ws, "电话：确认要求", when=datetime(2026, 7, 22, 10, 28)).reminder
    notifier = Notifier(window)
    notifier.look()
    settle()
    assert told.said == ["6 reminders were missed"]
    assert notifier.line.isVisible()
    assert notifier.line.title.text() == "电话：确认要求"
    notifier.look()
    settle()
    assert told.said == ["6 reminders were missed"]
    notifier.line.done.click()
    settle()
    assert get(ws, "reminder", due)["done_at"] is not None
    assert not notifier.line.isVisible()
    told.offered[0][1]()
    assert window.router.here is not None
    assert window.router.here.name == "missed"


def test_many_at_once_are_told_together(window: MainWindow, told, ws: Workspace, settle) -> None:
    for number in range(5):
        commands.add_reminder(ws, f"第{number}件", when=datetime(2026, 7, 22, 10, 25 + number))
    notifier = Notifier(window)
    notifier.look()
    settle()
    assert notifier.line.title.text() == "5 reminders are due"
    assert not notifier.line.done.isVisible()
    assert told.said == []


def test_a_note_goes_when_its_reminder_is_done_elsewhere(window: MainWindow, ws: Workspace, settle) -> None:
    due = commands.add_reminder(ws, "电话", when=datetime(2026, 7, 22, 10, 29)).reminder
    notifier = Notifier(window)
    notifier.look()
    settle()
    assert notifier.line.isVisible()
    commands.snooze(ws, due, date(2026, 7, 23))
    settle()
    assert not notifier.line.isVisible()
    history.undo(ws)
    commands.done(ws, due)
    later = commands.add_reminder(ws, "回访", when=datetime(2026, 7, 22, 10, 40)).reminder
    notifier.look()
    settle()
    assert notifier.item is None
    ws.clock = FixedClock(datetime(2026, 7, 22, 10, 41, tzinfo=ZoneInfo("Asia/Shanghai")))
    notifier.look()
    settle()
    assert notifier.item is not None
    assert notifier.item.id == later
    notifier.line.later.click()
    settle()
    assert get(ws, "reminder", later)["due_at"] == datetime(2026, 7, 22, 11, 41)


def test_closing_leaves_the_program_in_the_tray_when_wanted(window: MainWindow) -> None:
    window.stays = lambda: True
    event = QCloseEvent()
    window.closeEvent(event)
    assert not event.isAccepted()
    assert not window.isVisible()
    window.stays = lambda: False
    window.show_up()


def test_the_program_starts_with_the_session_when_wanted() -> None:
    for platform in ("linux", "darwin"):
        assert not autostart.enabled(platform)
        autostart.enable(True, platform)
        assert autostart.enabled(platform)
        assert autostart.command()[0] in autostart.place(platform).read_text("utf-8")
        autostart.enable(False, platform)
        assert not autostart.enabled(platform)


def test_the_menu_of_one_reminder(window: MainWindow, ws: Workspace, press, settle) -> None:
    made = commands.add_reminder(ws, "每周三下午3点 电话").reminder
    page = window.router.open("today")
    assert isinstance(page, TodayPage)
    settle()
    page.agenda.go(("reminder", made))
    press("m")
    [menu] = [one for one in page.findChildren(QMenu) if one.isVisible()]
    texts = {action.text(): action for action in menu.actions()}
    texts["&Important"].trigger()
    texts["&Skip this one"].trigger()
    menu.close()
    settle()
    record = get(ws, "reminder", made)
    assert (record["priority"], record["due_at"]) == ("high", datetime(2026, 7, 29, 15))
    line = page.agenda.lines.rows[page.agenda.lines.row_of(("reminder", made))]
    assert (line.title, line.note) == ("15:00 ! 电话", "every Wednesday")


def test_the_note_shows_the_phone_in_groups(window: MainWindow, told, ws: Workspace, settle) -> None:
    customer = customers.create(ws, {"name": "甲公司", "phone": "0512-66881234"}).id
    commands.add_reminder(ws, "电话", when=datetime(2026, 7, 22, 10, 28), about=("customer", customer))
    notifier = Notifier(window)
    notifier.look()
    settle()
    assert notifier.line.who.text() == "甲公司 · 0512 6688 1234"
