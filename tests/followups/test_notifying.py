"""Reminders are told of once each: over sleep, closure, a clock set back, other zones and summer time."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.followups import commands, notices, queries, triage
from app.followups.notifying import FRESH, Alarm, moment, tell
from app.records import history
from app.records.queries import get
from app.records.workspace import Workspace
from app.shared.clock import FixedClock

SHANGHAI, BERLIN = ZoneInfo("Asia/Shanghai"), ZoneInfo("Europe/Berlin")
NINE = time(9)
START = datetime(2026, 3, 28, 20, tzinfo=UTC)

STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("wait"), st.integers(0, 40)),
        st.tuples(st.just("sleep"), st.integers(60, 60 * 24 * 20)),
        st.tuples(st.just("back"), st.integers(1, 60 * 30)),
        st.tuples(st.just("close"), st.integers(0, 60 * 24 * 3)),
        st.tuples(st.just("zone"), st.sampled_from((0, 1))),
        st.tuples(st.just("add"), st.integers(-3000, 3000)),
        st.tuples(st.just("day"), st.integers(-3, 3)),
        st.tuples(st.just("snooze"), st.integers(1, 3000)),
        st.tuples(st.just("done"), st.just(0)),
    ),
    max_size=40,
)


@settings(max_examples=300)
@given(STEPS)
def test_nothing_is_skipped_or_shown_twice(steps: list[tuple[str, int]]) -> None:
    now, zones, here = START, (SHANGHAI, BERLIN), SHANGHAI
    alarms: dict[int, Alarm] = {}
    made = 0
    told: dict[int, str] = {}
    shown: Counter[tuple[int, str]] = Counter()
    for what, number in steps:
        if what in ("wait", "sleep", "close"):
            now += timedelta(minutes=number)
        elif what == "back":
            now -= timedelta(minutes=number)
        elif what == "zone":
            here = zones[number]
        elif what in ("add", "day"):
            wall = now.astimezone(here).replace(tzinfo=None)
            due = wall + (timedelta(minutes=number) if what == "add" else timedelta(days=number))
            made += 1
            alarms[made] = Alarm(made, due, what == "day", str(here), 15 if number % 2 else 0)
        elif alarms:
            key = min(alarms)
            if what == "done":
                del alarms[key]
                continue
            one = alarms[key]
            alarms[key] = Alarm(one.id, one.due + timedelta(minutes=number), one.all_day, one.zone, one.lead)
        found = tell(alarms.values(), told, now, here, NINE)
        assert not set(found.now) & set(found.missed)
        assert all(now - moment(one, here, NINE) <= FRESH for one in found.now)
        for one in found.all:
            shown[one.id, one.mark] += 1
            told[one.id] = one.mark
        # Nothing that is due is left untold.
        assert all(told.get(one.id) == one.mark for one in alarms.values() if moment(one, here, NINE) <= now)
        assert set(shown.values()) <= {1}


def test_a_time_stays_that_of_its_own_zone() -> None:
    call = Alarm(1, datetime(2026, 7, 22, 15), zone="Asia/Shanghai")
    assert moment(call, BERLIN, NINE) == datetime(2026, 7, 22, 7, tzinfo=UTC)
    assert moment(Alarm(1, datetime(2026, 7, 22), True, "Asia/Shanghai"), BERLIN, NINE) == datetime(
        2026, 7, 22, 7, tzinfo=UTC
    )
    assert moment(Alarm(1, datetime(2026, 7, 22, 15), zone="+08:00"), BERLIN, NINE).hour == 7


def test_nine_stays_nine_over_summer_time() -> None:
    before, after = (Alarm(1, datetime(2026, 3, day, 9), zone="Europe/Berlin") for day in (28, 29))
    assert [moment(one, SHANGHAI, NINE).hour for one in (before, after)] == [8, 7]
    gap = Alarm(1, datetime(2026, 3, 29, 2, 30), zone="Europe/Berlin")
    assert moment(gap, SHANGHAI, NINE) == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)


def clock(ws: Workspace, moment: datetime) -> None:
    ws.clock = FixedClock(moment.replace(tzinfo=SHANGHAI))


def test_a_book_tells_each_once(ws: Workspace) -> None:
    one = commands.add_reminder(ws, "今天下午3点 电话").reminder
    day = commands.add_reminder(ws, "今天 寄合同").reminder
    assert [alarm.id for alarm in notices.due_now(ws, None).missed] == [day]
    notices.mark(ws, notices.due_now(ws, None))
    assert not notices.due_now(ws, None).all
    clock(ws, datetime(2026, 7, 22, 15, 1))
    found = notices.due_now(ws, datetime(2026, 7, 22, 15))
    assert [alarm.id for alarm in found.now] == [one]
    notices.mark(ws, found)
    commands.snooze(ws, one, datetime(2026, 7, 22, 15, 30))
    clock(ws, datetime(2026, 7, 22, 14))
    assert not notices.due_now(ws, datetime(2026, 7, 22, 15, 1)).all
    clock(ws, datetime(2026, 7, 22, 15, 31))
    assert [alarm.id for alarm in notices.due_now(ws, datetime(2026, 7, 22, 15, 30), (one,)).now] == [one]
    commands.done(ws, one)
    notices.forget(ws)
    assert not notices.due_now(ws, None).all


def test_what_was_missed_is_spread_over_workdays(ws: Workspace) -> None:
    numbers = [commands.add_reminder(ws, f"第{n}件", when=datetime(2026, 7, 1 + n, 9)).reminder for n in range(10)]
    assert notices.missed_ids(ws, 100) == numbers
    triage.spread(ws, numbers)
    days = Counter(item.due.date() for item in queries.reminder_items(ws, numbers))
    assert days == {date(2026, 7, day): 2 for day in (23, 24, 27, 28, 29)}
    history.undo(ws)
    assert notices.missed_ids(ws, 100) == numbers
    triage.to_day(ws, numbers[:3], triage.next_workday(ws))
    assert get(ws, "reminder", numbers[0])["due_at"] == datetime(2026, 7, 23, 9)
    triage.done(ws, numbers[3:5])
    triage.drop(ws, numbers[5:])
    assert notices.missed_ids(ws, 100) == []


@pytest.mark.parametrize(("text", "expected"), [("07:30", time(7, 30)), ("bald", time(9))])
def test_the_morning_is_a_setting(ws: Workspace, text: str, expected: time) -> None:
    from app.followups.settings import MORNING

    ws.set_setting(MORNING, text)
    assert notices.morning(ws) == expected


def test_a_traveller_sees_the_time_of_the_place(ws: Workspace) -> None:
    call = commands.add_reminder(ws, "明天下午3点 电话").reminder
    day = commands.add_reminder(ws, "明天 寄样品").reminder
    ws.clock = FixedClock(datetime(2026, 7, 22, 10, tzinfo=BERLIN))
    # The first by the clock of Berlin, the second as the whole day that it stays.
    assert [item.due for item in queries.reminder_items(ws, [call, day])] == [
        datetime(2026, 7, 23, 9),
        datetime(2026, 7, 23, 9),
    ]
    commands.snooze(ws, call, date(2026, 7, 24))
    record = get(ws, "reminder", call)
    assert (record["due_at"], record["zone"]) == (datetime(2026, 7, 24, 9), "Europe/Berlin")
