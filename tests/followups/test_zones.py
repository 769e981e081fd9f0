"""Reminders set in another zone stand in the section of the day on the user's clock, and are counted there."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from app.followups import commands, today
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
