"""Reminders set in another zone stand in the section of the day on the user's clock, and are counted there."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from app.customers import commands as customers
from app.followups import commands, month, queries, today
from app.records.workspace import Workspace
from app.shared.clock import FixedClock


def at(ws: Workspace, zone: str, *moment: int) -> None:
    ws.clock = FixedClock(datetime(*moment, tzinfo=ZoneInfo(zone)))


def texts(part: today.Section) -> list[str]:
    return [one.text for one in part.items]


def test_a_time_of_another_zone_is_counted_on_its_day_here(ws: Workspace) -> None:
    at(ws, "America/New_York", 2026, 7, 20, 9, 0)
    commands.add_reminder(ws, "tomorrow here", when=datetime(2026, 7, 22, 15))  # 23 July, 03:00 in Shanghai
    late = commands.add_reminder(ws, "today here", when=datetime(2026, 7, 21, 20)).reminder  # 22 July, 08:00
    commands.add_reminder(ws, "whole day", when=date(2026, 7, 22))
    at(ws, "Asia/Shanghai", 2026, 7, 22, 10, 30)
    commands.add_reminder(ws, "here", when=datetime(2026, 7, 22, 7))
    commands.add_reminder(ws, "yesterday", when=datetime(2026, 7, 21, 23))
    found = today.agenda(ws)
    assert texts(found.overdue) == ["yesterday"]
    assert texts(found.today) == ["here", "today here", "whole day"]
    assert texts(found.next) == ["tomorrow here"]
    assert (found.overdue.count, found.today.count, found.next.count, today.due_count(ws)) == (1, 3, 1, 4)
    commands.done(ws, late)
    found = today.agenda(ws)
    assert (found.today.count, found.today.done) == (2, 1)
    assert "today here" in texts(found.today)


def test_the_earliest_come_first_whatever_their_zone(ws: Workspace) -> None:
    for zone, hour in (("Asia/Tokyo", 9), ("Europe/Berlin", 9), ("Asia/Shanghai", 9), ("America/Lima", 9)):
        at(ws, zone, 2026, 7, 1, 9, 0)
        commands.add_reminder(ws, zone, when=datetime(2026, 7, 10, hour))
    at(ws, "Asia/Shanghai", 2026, 7, 22, 10, 30)
    found = today.agenda(ws, overdue=3)
    assert texts(found.overdue) == ["Asia/Tokyo", "Asia/Shanghai", "Europe/Berlin"]
    assert found.overdue.count == 4


def test_calendar_and_next_step_show_the_time_here(ws: Workspace) -> None:
    at(ws, "Asia/Shanghai", 2026, 7, 20, 9, 0)
    customer = customers.create(ws, {"name": "苏州恒瑞"}).id
    at(ws, "America/New_York", 2026, 7, 20, 9, 0)
    about = ("customer", customer)
    commands.add_reminder(ws, "early", about=about, when=datetime(2026, 7, 22, 15))  # 23 July, 03:00 in Shanghai
    commands.add_reminder(ws, "每天20点 check", about=about)  # each day at 08:00 in Shanghai
    at(ws, "Asia/Shanghai", 2026, 7, 22, 10, 30)
    commands.add_reminder(ws, "here", about=about, when=datetime(2026, 7, 23, 1))
    days = {one.day: one for one in month.days(ws, date(2026, 7, 20), 7, 10)}
    said = {day.day: [f"{one.at:%H:%M} {one.item.text}" for one in of.entries] for day, of in days.items()}
    assert said[21] == ["08:00 check"]
    assert said[23] == ["01:00 here", "03:00 early", "08:00 check"]
    assert [one.coming for one in days[date(2026, 7, 23)].entries] == [False, False, True]
    assert (days[date(2026, 7, 22)].count, days[date(2026, 7, 23)].count) == (0, 3)
    assert queries.next_times(ws, [customer])[customer] == (datetime(2026, 7, 21, 8), False, "check")


def test_what_a_series_let_pass_is_not_foreseen(ws: Workspace) -> None:
    at(ws, "Asia/Shanghai", 2026, 7, 20, 9, 0)
    commands.add_reminder(ws, "每天17点 写日报")
    at(ws, "Asia/Shanghai", 2026, 7, 23, 18, 0)
    days = month.days(ws, date(2026, 7, 20), 7, 10)
    assert [(one.day.day, [entry.coming for entry in one.entries]) for one in days] == [
        (20, [False]),
        (21, []),
        (22, []),
        (23, []),
        (24, [True]),
        (25, [True]),
        (26, [True]),
    ]
