"""Reminders that come again: the rules, how they are said, and what ticking, skipping and undoing do."""

from __future__ import annotations

import json
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.customers import commands as customers
from app.followups import commands, queries, repeating
from app.followups.recurrence import first, following, occurrences, read, rfc
from app.followups.repeat_words import find, say
from app.followups.rules import parse_reminder
from app.records import history
from app.records import queries as records
from app.records.queries import get
from app.records.workspace import Workspace
from app.shared import i18n, lunar, workdays
from app.shared.errors import InvalidValue, NotFound

CHINA = workdays.workdays("CN")
NOW = datetime(2026, 7, 22, 10, 30)

SENTENCES = [
    ("每周一上午9点 例会", "FREQ=WEEKLY;BYDAY=MO", datetime(2026, 7, 27, 9), False, "例会"),
    ("每天 9点 看邮件", "FREQ=DAILY", datetime(2026, 7, 23, 9), False, "看邮件"),
    ("每月31号 对账", "FREQ=MONTHLY;BYMONTHDAY=31", datetime(2026, 7, 31), True, "对账"),
    ("每个工作日 18:00 写日报", "WORKDAYS", datetime(2026, 7, 22, 18), False, "写日报"),
    ("每月最后一个工作日 报账", "LASTWORKDAY", datetime(2026, 7, 31), True, "报账"),
    ("每年农历八月十五 送月饼", "LUNAR=8-15", datetime(2026, 9, 25), True, "送月饼"),
    ("每隔一周 周五下午3点 电话", "FREQ=WEEKLY;INTERVAL=2", datetime(2026, 7, 24, 15), False, "电话"),
    ("every Monday 9am team call", "FREQ=WEEKLY;BYDAY=MO", datetime(2026, 7, 27, 9), False, "team call"),
    ("monthly on the 31st reconcile", "FREQ=MONTHLY;BYMONTHDAY=31", datetime(2026, 7, 31), True, "reconcile"),
    (
        "every weekday at 9 read mail",
        "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
        datetime(2026, 7, 23, 9),
        False,
        "read mail",
    ),
    (
        "last workday of the month send the report",
        "LASTWORKDAY",
        datetime(2026, 7, 31),
        True,
        "send the report",
    ),
    ("every Monday until 31 Aug call", "FREQ=WEEKLY;BYDAY=MO;UNTIL=20260831", datetime(2026, 7, 27), True, "call"),
    (
        "every Monday 9am until 31 Aug call",
        "FREQ=WEEKLY;BYDAY=MO;UNTIL=20260831",
        datetime(2026, 7, 27, 9),
        False,
        "call",
    ),
    ("每周一上午9点 例会 共5次", "FREQ=WEEKLY;BYDAY=MO;COUNT=5", datetime(2026, 7, 27, 9), False, "例会"),
    ("每周一 催货 到8月31日为止", "FREQ=WEEKLY;BYDAY=MO;UNTIL=20260831", datetime(2026, 7, 27), True, "催货"),
    ("每周一共5次 例会", "FREQ=WEEKLY;BYDAY=MO;COUNT=5", datetime(2026, 7, 27), True, "例会"),
    ("every 3 months on the 15th visit", "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=15", datetime(2026, 8, 15), True, "visit"),
]


@pytest.mark.parametrize(("text", "every", "when", "all_day", "task"), SENTENCES)
def test_a_sentence_tells_how_often(text: str, every: str, when: datetime, all_day: bool, task: str) -> None:
    found = parse_reminder(text, NOW, CHINA)
    whole = datetime.combine(found.when.date(), time()) if found.all_day else found.when
    assert (found.every, whole, found.all_day, found.text) == (every, when, all_day, task)


@pytest.mark.parametrize("text", ["今天来电", "每个人都要通知", "weekend trip", "the last days", "everybody says so"])
def test_other_sentences_tell_nothing_of_it(text: str) -> None:
    assert find(text, NOW.date()) is None


def test_rules_are_said_in_both_languages() -> None:
    today = NOW.date()
    assert say("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR", today) == "every 2 weeks on Monday, Friday"
    assert say("FREQ=MONTHLY;BYMONTHDAY=31;COUNT=3", today) == "every month on the last day, 3 times"
    i18n.use("zh")
    assert "八月十五" in say("LUNAR=8-15", today)


def test_the_31st_is_the_last_day_of_a_shorter_month() -> None:
    start = datetime(2026, 1, 31, 9)
    found = list(occurrences("FREQ=MONTHLY;BYMONTHDAY=31", start, date(2026, 1, 1), date(2026, 6, 1), CHINA))
    assert [one.day for one in found] == [31, 28, 31, 30, 31]
    leap = list(
        occurrences(
            "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", datetime(2024, 2, 29), date(2024, 1, 1), date(2029, 1, 1), CHINA
        )
    )
    assert [(one.year, one.day) for one in leap] == [(2024, 29), (2025, 28), (2026, 28), (2027, 28), (2028, 29)]


def test_workdays_follow_the_notice_of_the_state_council() -> None:
    last = datetime(2026, 9, 30, 9)
    assert following("WORKDAYS", last, last, CHINA) == datetime(2026, 10, 8, 9)
    assert following("WORKDAYS", last, datetime(2026, 10, 9, 9), CHINA) == datetime(2026, 10, 10, 9)
    assert first("LASTWORKDAY", datetime(2026, 2, 1, 9), CHINA) == datetime(2026, 2, 28, 9)
    assert first("LASTWORKDAY", datetime(2026, 2, 1, 9), workdays.workdays("DE")) == datetime(2026, 2, 27, 9)


def test_a_newer_notice_takes_the_place_of_ours(tmp_path: Path) -> None:
    ours = tmp_path / "2027.json"
    ours.write_text(json.dumps({"year": 2027, "free": ["2027-01-01"], "worked": ["2027-01-02"]}), "utf-8")
    broken = tmp_path / "2028.json"
    broken.write_text("{", "utf-8")
    found = workdays.read([ours, broken])
    assert (found.is_workday(date(2027, 1, 1)), found.is_workday(date(2027, 1, 2))) == (False, True)
    assert found.years == {2027}


def test_lunar_days_come_round() -> None:
    assert lunar.solar(2026, 8, 15) == date(2026, 9, 25)
    assert lunar.solar(2025, 12, 30) == lunar.solar(2025, 12, 29) == date(2026, 2, 16)
    assert lunar.next_birthday(1, 1, date(2026, 3, 1)) == date(2027, 2, 6)
    assert following("LUNAR=8-15", datetime(2025, 10, 6), datetime(2025, 10, 6), CHINA) == datetime(2026, 9, 25)


@pytest.mark.parametrize(
    "every", ["", "FREQ=SECONDLY", "FREQ=WEEKLY;BYDAY=XX", "LUNAR=13-1", "WORKDAYS;BYDAY=MO", "COUNT=3"]
)
def test_what_is_no_rule_is_refused(every: str) -> None:
    with pytest.raises(InvalidValue):
        read(every)


def test_a_rule_without_any_day_ends() -> None:
    assert first("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;BYSETPOS=2", NOW, CHINA) is None


RULES = st.sampled_from([every for _text, every, *_rest in SENTENCES] + ["FREQ=DAILY;INTERVAL=3;COUNT=7"])


@given(RULES, st.datetimes(datetime(2024, 1, 1), datetime(2027, 1, 1)), st.integers(0, 90))
def test_occurrences_go_forward_and_keep_the_time_of_day(every: str, start: datetime, days: int) -> None:
    start = start.replace(second=0, microsecond=0)
    begun = first(every, start, CHINA)
    assert begun is not None
    assert begun >= start
    after = begun + timedelta(days=days)
    found = following(every, begun, after, CHINA)
    if found is not None:
        assert found > after
        assert found.time() == start.time()
        # Nothing lies between: asking from any time in between gives the same.
        assert following(every, begun, after + (found - after) / 2, CHINA) == found


@pytest.fixture
def hengrui(ws: Workspace) -> int:
    return customers.create(ws, {"name": "苏州恒瑞精密机械"}, {"name": "周建明", "mobile": "13800002317"}).id


def test_ticking_makes_the_next_and_keeps_the_old(ws: Workspace, hengrui: int) -> None:
    made = commands.add_reminder(ws, "每周三下午3点 电话问库存", about=("customer", hengrui)).reminder
    assert get(ws, "reminder", made)["due_at"] == datetime(2026, 7, 22, 15)
    commands.done(ws, made)
    (following_one,) = queries.open_reminders(ws, hengrui)
    assert (following_one.due, following_one.text) == (datetime(2026, 7, 29, 15), "电话问库存")
    assert get(ws, "customer", hengrui)["next_follow_up_on"] == date(2026, 7, 29)
    assert get(ws, "reminder", made)["done_at"] is not None
    history.undo(ws)
    assert [one.id for one in queries.open_reminders(ws, hengrui)] == [made]
    assert get(ws, "customer", hengrui)["next_follow_up_on"] == date(2026, 7, 22)
    history.redo(ws)
    commands.reopen(ws, made)
    assert [one.id for one in queries.open_reminders(ws, hengrui)] == [made]


def test_putting_one_off_does_not_move_the_series(ws: Workspace) -> None:
    made = commands.add_reminder(ws, "每周一 例会").reminder
    commands.snooze(ws, made, date(2026, 7, 30))
    commands.done(ws, made, now=datetime(2026, 7, 30, 9))
    (left,) = records.ids(ws, "reminder", (records.Condition("done_at", "empty"),))
    assert get(ws, "reminder", left)["due_at"].date() == date(2026, 8, 3)


def test_what_stood_for_weeks_comes_once(ws: Workspace) -> None:
    made = commands.add_reminder(ws, "每天9点 看邮件").reminder
    commands.done(ws, made, now=datetime(2026, 8, 20, 12))
    (left,) = records.ids(ws, "reminder", (records.Condition("done_at", "empty"),))
    assert get(ws, "reminder", left)["due_at"] == datetime(2026, 8, 21, 9)


def test_a_series_ends_by_its_count_or_by_hand(ws: Workspace) -> None:
    made = commands.add_reminder(ws, "每周一共2次 例会").reminder
    commands.done(ws, made)
    (second,) = records.ids(ws, "reminder", (records.Condition("done_at", "empty"),))
    commands.done(ws, second)
    assert records.count(ws, "reminder", (records.Condition("done_at", "empty"),)) == 0
    other = commands.add_reminder(ws, "每周一 例会").reminder
    repeating.end(ws, other)
    commands.done(ws, other)
    assert records.count(ws, "reminder", (records.Condition("done_at", "empty"),)) == 0


def test_one_of_a_series_is_skipped(ws: Workspace) -> None:
    made = commands.add_reminder(ws, "每月31号 对账").reminder
    repeating.skip(ws, made)
    assert get(ws, "reminder", made)["due_at"].date() == date(2026, 8, 31)
    history.undo(ws)
    assert get(ws, "reminder", made)["due_at"].date() == date(2026, 7, 31)
    single = commands.add_reminder(ws, "明天 寄样品").reminder
    with pytest.raises(NotFound):
        repeating.skip(ws, single)


def test_a_reminder_is_made_to_repeat_in_words(ws: Workspace) -> None:
    made = commands.add_reminder(ws, "明天下午3点 电话").reminder
    repeating.repeat(ws, made, "每个工作日")
    record = get(ws, "reminder", made)
    assert (record["every"], record["due_at"]) == ("WORKDAYS", datetime(2026, 7, 23, 15))
    repeating.priority(ws, made, "high")
    assert queries.reminder_items(ws, [made])[0].priority == "high"
    with pytest.raises(InvalidValue):
        repeating.repeat(ws, made, "偶尔")


def test_other_programs_get_the_rule_in_their_words() -> None:
    assert rfc("FREQ=MONTHLY;BYMONTHDAY=31") == "FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1"
    assert rfc("WORKDAYS") == ""


@pytest.mark.parametrize(
    ("text", "every", "task"),
    [
        ("周工来电，价格谈好了，每月31号 对账", "FREQ=MONTHLY;BYMONTHDAY=31", None),
        ("周工来电，以后每周一上午9点 回访", "FREQ=WEEKLY;BYDAY=MO", "回访"),
        ("call, agreed; every Monday call back", "FREQ=WEEKLY;BYDAY=MO", "call back"),
        ("他们每天开机两班，量很大", "", None),
        ("电话，他们每天发货20吨", "", None),
    ],
)
def test_the_quick_log_sets_what_comes_again(
    ws: Workspace, hengrui: int, text: str, every: str, task: str | None
) -> None:
    logged = commands.log(ws, hengrui, text)
    made = get(ws, "reminder", logged.reminder) if logged.reminder else None
    if task is not None:
        assert made is not None
        assert (made["every"], made["text"]) == (every, task)
    elif not every:
        assert made is None or not made["every"]
