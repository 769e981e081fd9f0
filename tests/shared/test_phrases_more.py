"""Times as salespeople type them: holidays, terms, parts of months, the lunar calendar, and what names no day."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.followups.rules import parse_log, parse_reminder
from app.shared import holidays
from app.shared.phrase_hours import COUNTED
from app.shared.phrases import phrase
from app.shared.workdays import workdays

NOW = datetime(2026, 7, 15, 10, 5)  # a Wednesday


@pytest.mark.parametrize(
    ("text", "when", "task"),
    [
        ("国庆后第一天 联系王总", "2026-10-08", "联系王总"),
        ("国庆后上班第一天给李工打电话", "2026-10-08", "给李工打电话"),
        ("国庆节后回访", "2026-10-08", "回访"),
        ("十一长假后跟进", "2026-10-08", "跟进"),
        ("国庆后第三天回访", "2026-10-10", "回访"),
        ("国庆后一周拜访", "2026-10-14", "拜访"),
        ("国庆后周一拜访", "2026-10-12", "拜访"),
        ("国庆前三天确认", "2026-09-28", "确认"),
        ("节后联系", "2026-09-28", "联系"),
        ("节前把合同寄出", "2026-09-24", "把合同寄出"),
        ("元旦前报价", "2026-12-31", "报价"),
        ("清明后下午打电话", "2027-04-06 14:00", "打电话"),
        ("年后再联系", "2027-02-15", "再联系"),
        ("过完年联系", "2027-02-15", "联系"),
        ("中秋节当天发微信", "2026-09-25", "发微信"),
        ("正月初八打电话", "2027-02-13", "打电话"),
        ("3天内回复", "2026-07-18", "回复"),
        ("三个工作日内报价", "2026-07-20", "报价"),
        ("本周内给报价", "2026-07-17", "给报价"),
        ("下午打给他", "2026-07-15 14:00", "打给他"),
        ("周五下班前发邮件", "2026-07-17 17:30", "发邮件"),
        ("月底前寄样品", "2026-07-31", "寄样品"),
        ("20号之前付款", "2026-07-20", "付款"),
        ("7/22回访", "2026-07-22", "回访"),
        ("7.22 回访", "2026-07-22", "回访"),
        ("2027年3月5日 续签", "2027-03-05", "续签"),
        ("明年3月续约", "2027-03-01", "续约"),
        ("三月份回访", "2027-03-01", "回访"),
        ("十月一日送礼", "2026-10-01", "送礼"),
        ("二十号付款", "2026-07-20", "付款"),
        ("下月中旬催款", "2026-08-11", "催款"),
        ("8月上旬跟进", "2026-08-01", "跟进"),
        ("季度末收款", "2026-09-30", "收款"),
        ("一个半月后回访", "2026-08-30", "回访"),
        ("1.5小时后回电", "2026-07-15 11:35", "回电"),
        ("两个半小时后回电", "2026-07-15 12:35", "回电"),
        ("过两天再打", "2026-07-17", "再打"),
        ("明后天回电", "2026-07-16", "回电"),
        ("call him after Easter", "2027-03-30", "call him"),
        ("after Chinese New Year visit", "2027-02-15", "visit"),
        ("send the offer before Christmas", "2026-12-24", "send the offer"),
        ("visit Bob on Monday week", "2026-07-27", "visit Bob"),
        ("a week from Monday call back", "2026-07-27", "call back"),
        ("in a fortnight call Anna", "2026-07-29", "call Anna"),
        ("follow up early next week", "2026-07-20", "follow up"),
        ("send quote by Friday EOD", "2026-07-17 17:30", "send quote"),
        ("call Bob at noon tomorrow", "2026-07-16 12:00", "call Bob"),
        ("tomorrow at half past three call", "2026-07-16 15:30", "call"),
        ("call on the 20th", "2026-07-20", "call"),
        ("on the 5th of next month collect payment", "2026-08-05", "collect payment"),
        ("first Monday of next month visit", "2026-08-03", "visit"),
        ("call Anna mid August", "2026-08-15", "call Anna"),
        ("end of Q3 check in", "2026-09-30", "check in"),
        ("call 22/7", "2026-07-22", "call"),
        ("within 3 days send the quote", "2026-07-18", "send the quote"),
        ("in half a year check", "2027-01-15", "check"),
        ("week 32 call", "2026-08-03", "call"),
        ("Sunday night message", "2026-07-19 19:00", "message"),
    ],
)
def test_a_sentence_names_its_day(text: str, when: str, task: str) -> None:
    found = parse_reminder(text, NOW, workdays("CN"))
    assert (found.all_day, found.text, found.unread) == (len(when) == 10, task, "")
    assert found.when == datetime.fromisoformat(when) if not found.all_day else found.when.date().isoformat() == when


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("开学后联系", "开学后"),
        ("等他出差回来后联系", "等他出差回来后"),
        ("改天再联系", "改天"),
        ("有空打电话", "有空"),
        ("中秋节送礼", "中秋节"),
        ("国庆期间不打扰", "国庆期间"),
        ("after the fair call Bob", "after the fair"),
        ("call back after the holidays", "after the holidays"),
        ("call soon", "soon"),
    ],
)
def test_words_that_name_no_day_are_told(text: str, words: str) -> None:
    assert parse_reminder(text, NOW).unread == words


@pytest.mark.parametrize(
    "text",
    [
        "价格降了3.5 再谈", "上午拜访了客户，谈了价格", "3个月中发了两批", "一号机已修好", "客户1/2付款", "比例4/5", "三号楼",
        "昨天下午电话", "第三天就坏了", "两年前买过", "十一台设备", "五一路88号", "discount 5/7", "the first floor", "week-long test",
    ],
)  # fmt: skip
def test_news_and_figures_name_no_day(text: str) -> None:
    assert parse_log(text, NOW).next is None


def test_holidays_follow_the_notice_and_else_the_rule() -> None:
    assert holidays.days_off(holidays.NATIONAL, 2025) == (date(2025, 10, 1), date(2025, 10, 8))
    assert holidays.days_off(holidays.SPRING, 2026) == (date(2026, 2, 15), date(2026, 2, 23))
    first, last = holidays.days_off(holidays.NATIONAL, 2099) or (None, None)
    assert first is not None
    assert last is not None
    assert (last - first).days >= 6
    assert holidays.days_off(holidays.SPRING, 2200) is None


def test_in_the_holiday_the_running_one_is_meant() -> None:
    now = datetime(2026, 10, 3, 9)
    found = phrase("国庆后联系", now)
    assert found is not None
    assert found.when.date() == date(2026, 10, 8)
    before = phrase("国庆前联系", now)
    assert before is not None
    assert before.when.date() == date(2027, 9, 30)


@given(st.datetimes(datetime(2024, 1, 1), datetime(2090, 12, 31)), st.sampled_from(holidays.STATE))
def test_after_a_holiday_people_work_and_before_it_too(now: datetime, name: str) -> None:
    after, before = holidays.coming_after(name, now.date()), holidays.coming_before(name, now.date())
    assert after is not None
    assert before is not None
    calendar = workdays("CN")
    assert calendar.is_workday(calendar.following(after[1]))
    assert calendar.following(after[1]) >= now.date()
    assert before[0] > now.date()


@given(st.text(alphabet="国庆春节年前后第一天周月号初八/.7152 内下午过半明", max_size=20))
def test_no_text_breaks_it(text: str) -> None:
    found = phrase(text, NOW)
    assert found is None or found.when.date() >= NOW.date()
    if found is not None:
        assert 0 <= found.span[0] < found.span[1] <= len(text)


@pytest.mark.parametrize(
    ("text", "when", "words"),
    [
        ("下周三下午3", "2026-07-22 15:00", "下周三下午3"),
        ("周五下午3 回访", "2026-07-17 15:00", "周五下午3"),
        ("周五下午 3 回访", "2026-07-17 15:00", "周五下午 3"),
        ("下午3 回访", "2026-07-15 15:00", "下午3"),
        ("明天上午10去看样机", "2026-07-16 10:00", "明天上午10"),
        ("今晚8，打电话", "2026-07-15 20:00", "今晚8"),
        ("7月20日下午2", "2026-07-20 14:00", "7月20日下午2"),
        ("周五下午3到5点", "2026-07-17 14:00", "周五下午"),
        ("周五下午15 回访", "2026-07-17 14:00", "周五下午"),
        ("周五下午3 pcs", "2026-07-17 14:00", "周五下午"),
    ],
)
def test_a_bare_figure_behind_the_part_of_the_day_is_an_hour(text: str, when: str, words: str) -> None:
    found = phrase(text, NOW)
    assert found is not None
    assert (f"{found.when:%Y-%m-%d %H:%M}", text[slice(*found.span)]) == (when, words)


@given(
    st.sampled_from(["周五下午", "下周三下午", "明天下午", "7月20日下午"]),
    st.integers(1, 12),
    st.sampled_from(["", " ", "  "]),
    st.sampled_from([*COUNTED.replace("点", "").replace("时", ""), "pcs", "units", "kg", "m", "%", "号楼", "万到账"]),
    st.text(alphabet="回访发货报价 ，。A1", max_size=6),
)
def test_what_is_counted_is_no_hour(day: str, number: int, gap: str, unit: str, rest: str) -> None:
    text = f"{day}{number}{gap}{unit}{rest}"
    found = phrase(text, NOW)
    assert found is not None
    figure = (len(day), len(day) + len(str(number)))
    hours = [day for day in (found,) if day.span[0] == 0 and day.span[1] >= figure[1] and not day.all_day]
    assert not [one for one in hours if one.when.hour == number % 12 + 12], text
