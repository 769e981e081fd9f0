"""The calendar in the real window: by keyboard, by dragging, and its file."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest
from icalendar import Calendar
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from app.customers import commands as customers
from app.followups import commands, month
from app.records import history
from app.records.queries import get
from app.records.workspace import Workspace
from app.transfer.exporting.calendar import keep_calendar
from ui.followups.calendar_page import CalendarPage
from ui.runtime.settings import CALENDAR_FOLDER
from ui.shell.calendar_file import CalendarFile
from ui.shell.window import MainWindow
from ui.widgets.ask_line import AskLine


@pytest.fixture
def visit(ws: Workspace) -> int:
    customer = customers.create(ws, {"name": "苏州恒瑞"}, {"name": "周建明", "mobile": "13800002317"}).id
    commands.add_reminder(ws, "每周一上午9点 例会")
    return commands.add_reminder(ws, "上门", about=("customer", customer), when=datetime(2026, 7, 22, 15)).reminder


@pytest.fixture
def page(visit: int, window: MainWindow, settle) -> CalendarPage:
    window.router.open("today")
    settle()
    found = window.router.open("calendar")
    assert isinstance(found, CalendarPage)
    settle()
    return found


def test_days_hold_what_is_there_and_what_comes(ws: Workspace, visit: int) -> None:
    first, weeks = month.weeks_of(date(2026, 7, 22))
    assert (first, weeks) == (date(2026, 6, 29), 5)
    days = {one.day: one for one in month.days(ws, first, 7 * weeks + 7, 10)}
    assert [(one.item.text, one.coming) for one in days[date(2026, 7, 27)].entries] == [("例会", False)]
    assert [(one.item.text, one.coming) for one in days[date(2026, 8, 3)].entries] == [("例会", True)]
    assert not days[date(2026, 7, 25)].workday
    for n in range(20):
        commands.add_reminder(ws, f"第{n}件", when=date(2026, 7, 23))
    days = {one.day: one for one in month.days(ws, first, 35, 4)}
    assert (len(days[date(2026, 7, 23)].entries), days[date(2026, 7, 23)].count) == (4, 20)


def test_a_reminder_is_moved_by_keys(page: CalendarPage, ws: Workspace, visit: int, press, settle) -> None:
    assert page.grid.current() is not None
    press(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    settle()
    assert get(ws, "reminder", visit)["due_at"] == datetime(2026, 7, 23, 15)
    assert page.grid.day == date(2026, 7, 23)
    press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    settle()
    assert get(ws, "reminder", visit)["due_at"] == datetime(2026, 7, 30, 15)
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert get(ws, "reminder", visit)["due_at"] == datetime(2026, 7, 23, 15)
    press("t")
    press("w")
    settle()
    assert len(page.grid.days) == 7
    press(Qt.Key.Key_Right)
    press(" ")
    settle()
    assert get(ws, "reminder", visit)["done_at"] is not None


def test_a_reminder_is_dragged_to_another_day(page: CalendarPage, ws: Workspace, visit: int, settle) -> None:
    grid = page.grid
    at = next(n for n, one in enumerate(grid.days) if one.day == date(2026, 7, 22))
    start, end = grid.line(at, 0).center(), grid.cell(at + 2).center()
    QTest.mousePress(grid, Qt.MouseButton.LeftButton, pos=start)
    for part in (1, 2, 3):
        QTest.mouseMove(grid, start + QPoint((end - start).x() * part // 3, (end - start).y() * part // 3))
    QTest.mouseRelease(grid, Qt.MouseButton.LeftButton, pos=end)
    settle()
    assert get(ws, "reminder", visit)["due_at"] == datetime(2026, 7, 24, 15)
    history.undo(ws)
    settle()
    assert get(ws, "reminder", visit)["due_at"] == datetime(2026, 7, 22, 15)


def test_the_cursor_wanders_over_the_months(page: CalendarPage, press, settle) -> None:
    for _week in range(3):
        press(Qt.Key.Key_Up if page.grid.place == 0 else Qt.Key.Key_Down)
        press(Qt.Key.Key_PageDown)
    settle()
    assert page.grid.day.month == 10
    assert "October 2026" in page.name.text()
    page.grab()


def test_the_file_follows_the_reminders(
    page: CalendarPage, window: MainWindow, ws: Workspace, visit: int, tmp_path: Path, settle
) -> None:
    window.services.settings.set(CALENDAR_FOLDER, str(tmp_path))
    keeper = CalendarFile(window)
    keeper.write()
    settle()
    file = tmp_path / f"{ws.path.stem}.ics"
    events = Calendar.from_ical(file.read_bytes()).events
    assert sorted(str(one["summary"]) for one in events) == ["上门 (苏州恒瑞)", "例会"]
    [meeting] = [one for one in events if one["summary"] == "例会"]
    assert meeting["rrule"].to_ical() == b"FREQ=WEEKLY;BYDAY=MO"
    commands.done(ws, visit)
    settle()
    assert keeper.soon.waiting
    keeper.soon.stop()
    keeper.write()
    settle()
    assert len(Calendar.from_ical(file.read_bytes()).events) == 1


def test_a_series_with_an_end_goes_into_the_file(ws: Workspace, tmp_path: Path) -> None:
    commands.add_reminder(ws, "every Monday 9am until 31 Aug call")
    commands.add_reminder(ws, "每月31号到12月31日 对账")
    commands.add_reminder(ws, "每个工作日 写日报")
    text = keep_calendar(ws, tmp_path).read_text("utf-8")
    assert "RRULE:FREQ=WEEKLY;UNTIL=20260831T155959Z;BYDAY=MO" in text
    assert "UNTIL=20261231" in text
    assert text.count("RRULE") == 2


def test_what_is_added_on_a_day_begins_there(page: CalendarPage, ws: Workspace, press, settle, monkeypatch) -> None:
    press(Qt.Key.Key_Right)
    for said in ("每天9点 看邮件", "下午3点 打电话给沈丽"):
        monkeypatch.setattr(AskLine, "ask", lambda _self, said=said: said)
        press(Qt.Key.Key_N)
        settle()
    before, day = month.days(ws, date(2026, 7, 22), 2, 10)
    assert [f"{one.at:%H:%M} {one.item.text}" for one in day.entries] == ["09:00 看邮件", "15:00 打电话给沈丽"]
    assert [one.item.text for one in before.entries] == ["上门"]


def test_what_is_only_foreseen_says_why_it_stays(page: CalendarPage, ws: Workspace, press, settle, told) -> None:
    page.grid.go(date(2026, 8, 3))
    settle()
    entry = page.grid.current()
    assert entry is not None
    assert entry.coming
    before = history.undoable(ws)
    press(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    press(Qt.Key.Key_Space)
    start = page.grid.line([one.day for one in page.grid.days].index(page.grid.day), 0).center()
    QTest.mousePress(page.grid, Qt.MouseButton.LeftButton, pos=start)
    for step in (20, 80, 160):
        QTest.mouseMove(page.grid, start + QPoint(step, 0))
    QTest.mouseRelease(page.grid, Qt.MouseButton.LeftButton, pos=start + QPoint(160, 0))
    settle()
    assert len(told.said) == 3
    assert all("27 Jul" in said for said in told.said)
    assert history.undoable(ws) == before
