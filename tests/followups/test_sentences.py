"""What the sentences of the quick log say."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.followups.naming import Person, person_in
from app.followups.rules import (
    Snooze,
    last_contact,
    next_follow_up,
    parse_log,
    parse_reminder,
    snoozed,
)

NOW = datetime(2026, 7, 15, 10, 5)
PEOPLE = [Person(1, "周建明", "采购经理"), Person(2, "陈志远"), Person(3, "Li Wen"), Person(4, "王强", "经理")]


@pytest.mark.parametrize(
    ("text", "kind", "who", "when", "task", "marked"),
    [
        ("周工来电，二期预算已批，报价要含安装，下周三下午 回访", "call", 1, datetime(2026, 7, 22, 14), "回访", "下周三下午 回访"),
        ("电话 王经理 同意降价3% 下周三下午3点 回访", "call", 4, datetime(2026, 7, 22, 15), "回访", "下周三下午3点 回访"),
        ("visit, wants 2 units, call back next Wed 3pm", "visit", None, datetime(2026, 7, 22, 15), "call back", "call back next Wed 3pm"),
        ("微信发了报价，明天打给陈志远确认", "message", 2, datetime(2026, 7, 16, 9), "打给陈志远确认", "明天打给陈志远确认"),
        ("wen texted; tomorrow send the offer", "message", 3, datetime(2026, 7, 16, 9), "send the offer", "tomorrow send the offer"),
        ("没接通，明天", "call", None, datetime(2026, 7, 16, 9), "", "明天"),
        ("开会谈了框架合同", "meeting", None, None, None, ""),
    ],
)  # fmt: skip
def test_a_sentence_is_read(
    text: str, kind: str, who: int | None, when: datetime | None, task: str | None, marked: str
) -> None:
    found = parse_log(text, NOW, PEOPLE)
    assert found.kind == kind
    assert (found.contact and found.contact.id) == who
    assert (found.next and found.next.when) == when
    assert (found.next.text if found.next else None) == task
    assert (text[slice(*found.next.span)] if found.next else "") == marked
    assert found.kind_span


@pytest.mark.parametrize(
    "text", ["测量二期管路，8月中旬投产，比较两家", "客户下周三到货", "昨天拜访了 陈志远", "7月1日发过样品"]
)
def test_news_about_a_day_is_no_task(text: str) -> None:
    assert parse_log(text, NOW, PEOPLE).next is None


def test_a_person_is_only_taken_when_one_fits() -> None:
    assert person_in("周工说", [Person(1, "周建明"), Person(2, "周伟")]) is None
    assert person_in("周伟说", [Person(1, "周建明"), Person(2, "周伟")]) == (Person(2, "周伟"), (0, 2))
    assert person_in("老陈在", PEOPLE) == (PEOPLE[1], (0, 2))
    assert person_in("wentworth called", PEOPLE) is None


def test_a_reminder_is_read() -> None:
    found = parse_reminder("明天上午 打电话给沈丽", NOW)
    assert (found.when, found.all_day, found.text, found.kind) == (
        datetime(2026, 7, 16, 9),
        False,
        "打电话给沈丽",
        "call",
    )
    found = parse_reminder("call Li tomorrow about prices", NOW)
    assert (found.when.date(), found.all_day, found.text) == (date(2026, 7, 16), True, "call Li about prices")
    found = parse_reminder("寄样品", NOW)
    assert (found.when, found.all_day, found.text) == (datetime(2026, 7, 15), True, "寄样品")


@given(st.text(max_size=60))
def test_no_text_breaks_the_reader(text: str) -> None:
    found = parse_log(text, NOW, PEOPLE)
    for span in (found.kind_span, found.place_span, *(one[1] for one in found.people), found.next and found.next.span):
        assert span is None or 0 <= span[0] <= span[1] <= len(text)
    if text.strip():
        assert parse_reminder(text, NOW).text


def test_snoozing_keeps_the_time_of_day() -> None:
    due = datetime(2026, 7, 13, 16, 30)
    assert snoozed(due, False, Snooze.HOUR, NOW) == (datetime(2026, 7, 15, 11, 5), False)
    assert snoozed(due, False, Snooze.TOMORROW, NOW) == (datetime(2026, 7, 16, 16, 30), False)
    assert snoozed(datetime(2026, 7, 15, 16), False, Snooze.HOUR, NOW) == (datetime(2026, 7, 15, 17), False)
    assert snoozed(datetime(2026, 7, 20, 9), False, Snooze.TOMORROW, NOW) == (datetime(2026, 7, 21, 9), False)
    assert snoozed(datetime(2026, 7, 13), True, Snooze.WEEK, NOW) == (datetime(2026, 7, 22), True)


DAYS = st.dates(date(2026, 1, 1), date(2026, 12, 31))


@given(st.none() | DAYS, st.lists(DAYS, max_size=3), DAYS)
def test_without_a_change_the_next_follow_up_stays(own: date | None, days: list[date], today: date) -> None:
    current = min([*days, *([own] if own else [])], default=None)
    assert next_follow_up(current, days, days) == current


def test_an_imported_date_stands_until_it_is_settled() -> None:
    old, soon, today = date(2026, 7, 1), date(2026, 7, 29), date(2026, 7, 15)
    assert next_follow_up(old, [], [soon]) == old
    assert next_follow_up(old, [], [soon], settled=today) == soon
    assert next_follow_up(old, [], [], settled=today) is None
    assert next_follow_up(old, [], [], settled=date(2026, 6, 30)) == old
    assert next_follow_up(soon, [soon], []) is None


def test_a_note_is_no_contact() -> None:
    assert last_contact(None, "note", date(2026, 7, 1)) is None
    assert last_contact(date(2026, 7, 9), "call", date(2026, 7, 1)) == date(2026, 7, 9)


def test_a_sentence_may_use_the_users_own_words() -> None:
    kinds = {"展会": "fair", "电话会议": "conference"}
    now = datetime(2026, 7, 22, 10, 30)
    assert parse_log("展会 见到王经理", now, kinds=kinds).kind == "fair"
    assert parse_log("电话会议 谈交期", now, kinds=kinds).kind == "conference"
    assert parse_log("电话说在展会见", now, kinds=kinds).kind == "call"
    found = parse_log("在展会见面，下周三 回访", now, kinds=kinds)
    assert (found.kind, found.kind_span) == ("fair", (1, 3))


def test_a_rule_alone_is_called_by_its_own_words() -> None:
    now = datetime(2026, 11, 22, 10)
    for text in ("every day at 5pm", "每天下午5点", "every monday 9am", "每天"):
        assert parse_reminder(text, now).text == text
    assert parse_reminder("every day at 5pm close the till", now).text == "close the till"


@pytest.mark.parametrize(
    ("text", "when", "task", "kind"),
    [
        ("昨天和王总吃饭，谈了年框，下周二上午带合同过去", datetime(2026, 12, 1, 9), "带合同过去", "visit"),
        ("left voicemail, try again tomorrow morning", datetime(2026, 11, 24, 9), "try again", "call"),
        ("lunch with Wu tomorrow noon", datetime(2026, 11, 24, 12), "lunch with Wu", "meeting"),
        ("Paid the invoice, ship on Thursday", datetime(2026, 11, 26, 9), "ship", "note"),
        ("WeChat: asked about delivery, remind me in 3 days at 9am", datetime(2026, 11, 26, 9), "", "call"),
        ("国庆后再说", datetime(2027, 10, 8, 9), "再说", "call"),
        ("同意了，下周三带样品", datetime(2026, 12, 2, 9), "带样品", "note"),
        ("报价可以，周五上午培训操作工", datetime(2026, 11, 27, 9), "培训操作工", "note"),
    ],
)
def test_what_is_promised_for_later_is_a_step(text: str, when: datetime, task: str, kind: str) -> None:
    found = parse_log(text, datetime(2026, 11, 23, 10, 5)).next
    assert found is not None
    assert (found.when, found.text, found.kind) == (when, task, kind)


def test_what_comes_each_week_is_no_step_of_one_day() -> None:
    now = datetime(2026, 11, 23, 10, 5)
    found = parse_log("every Monday 9am check the progress", now).next
    assert found is not None
    assert (found.every, found.when) == ("FREQ=WEEKLY;BYDAY=MO", datetime(2026, 11, 30, 9))
    assert parse_log("they ship every Monday", now).next is None
