"""When something is to happen, found in what a salesperson types."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.shared.phrases import phrase

NOW = datetime(2026, 7, 15, 10, 20)  # a Wednesday


@pytest.mark.parametrize(
    ("text", "when", "words"),
    [
        ("周工来电，报价要含安装，下周三下午 回访", "2026-07-22 14:00", "下周三下午"),
        ("明天上午 打电话给沈丽", "2026-07-16 09:00", "明天上午"),
        ("今天16:00 发报价", "2026-07-15 16:00", "今天16:00"),
        ("下周一上午10点半", "2026-07-20 10:30", "下周一上午10点半"),
        ("月底再说", "2026-07-31 09:00", "月底"),
        ("下个月5号", "2026-08-05 09:00", "下个月5号"),
        ("三天后", "2026-07-18 09:00", "三天后"),
        ("半小时后再打", "2026-07-15 10:50", "半小时后"),
        ("7月22日", "2026-07-22 09:00", "7月22日"),
        ("3月2日寄样", "2027-03-02 09:00", "3月2日"),
        ("昨天下午来电，明天下午三点到公司", "2026-07-16 15:00", "明天下午三点"),
        ("call back tomorrow afternoon", "2026-07-16 14:00", "tomorrow afternoon"),
        ("next Wed 3pm", "2026-07-22 15:00", "next Wed 3pm"),
        ("in two weeks", "2026-07-29 09:00", "in two weeks"),
        ("on Friday", "2026-07-17 09:00", "on Friday"),
        ("22 Jul 14:00", "2026-07-22 14:00", "22 Jul 14:00"),
        ("今天来电，下周三回访", "2026-07-22 09:00", "下周三"),
        ("今晚12点前发", "2026-07-16 00:00", "今晚12点前"),
        ("明天晚上12点", "2026-07-17 00:00", "明天晚上12点"),
        ("明天凌晨12点", "2026-07-16 00:00", "明天凌晨12点"),
        ("今晚", "2026-07-15 19:00", "今晚"),
        ("明早打电话", "2026-07-16 09:00", "明早"),
        ("明晚8点", "2026-07-16 20:00", "明晚8点"),
        ("明天3:00", "2026-07-16 15:00", "明天3:00"),
        ("明天03:00", "2026-07-16 03:00", "明天03:00"),
        ("明天早上6点", "2026-07-16 06:00", "明天早上6点"),
        ("2026-7-22 3:00", "2026-07-22 03:00", "2026-7-22 3:00"),
        ("中午1点", "2026-07-15 13:00", "中午1点"),
        ("周末去拜访", "2026-07-18 09:00", "周末"),
        ("下周末", "2026-07-25 09:00", "下周末"),
        ("年底付款", "2026-12-31 09:00", "年底"),
        ("明年年底", "2027-12-31 09:00", "明年年底"),
        ("下月初", "2026-08-01 09:00", "下月初"),
        ("9月底", "2026-09-30 09:00", "9月底"),
        ("下个月再联系", "2026-08-01 09:00", "下个月"),
        ("22号来", "2026-07-22 09:00", "22号"),
        ("周三上午9点", "2026-07-22 09:00", "周三上午9点"),
        ("周三", "2026-07-15 09:00", "周三"),
        ("the day after tomorrow", "2026-07-17 09:00", "the day after tomorrow"),
        ("tonight", "2026-07-15 19:00", "tonight"),
        ("tonight at 8", "2026-07-15 20:00", "tonight at 8"),
        ("tomorrow at 9", "2026-07-16 09:00", "tomorrow at 9"),
        ("in half an hour", "2026-07-15 10:50", "in half an hour"),
        ("by the end of month", "2026-07-31 09:00", "end of month"),
        ("end of next month", "2026-08-31 09:00", "end of next month"),
        ("next month", "2026-08-01 09:00", "next month"),
        ("may 5", "2027-05-05 09:00", "may 5"),
        ("call Mon about it", "2026-07-20 09:00", "Mon"),
        ("sat 3pm", "2026-07-18 15:00", "sat 3pm"),
        ("3pm call Shen Li", "2026-07-15 15:00", "3pm"),
        ("at 9:30 a.m. visit", "2026-07-15 09:30", "at 9:30 a.m."),
    ],
)
def test_times_in_a_sentence(text: str, when: str, words: str) -> None:
    found = phrase(text, NOW)
    assert found is not None
    assert (found.when, text[slice(*found.span)]) == (datetime.fromisoformat(when), words)


@pytest.mark.parametrize(
    "text",
    [
        "去年11月",
        "要 3 套",
        "13800002317",
        "上周三来过",
        "3号楼",
        "monitor",
        "昨天下午来电",
        "",
        "may 5 units",
        "marine 20 sets",
        "22 marks",
        "the sun is out",
        "sat down with Li",
        "last Friday",
        "mon ami",
        "人民路22号",
        "第22号",
        "去年底",
        "上月底",
        "上个月底",
        "March 20 sets",
        "they sat",
        "Sat down with Li",
    ],
)
def test_what_is_no_time_to_come(text: str) -> None:
    assert phrase(text, NOW) is None


def test_a_day_without_an_hour_is_the_whole_day() -> None:
    day, hour = phrase("周五", NOW), phrase("周五下午3点", NOW)
    assert day is not None
    assert day.all_day
    assert hour is not None
    assert not hour.all_day


@given(st.text(max_size=80))
def test_any_text_is_read_and_never_the_past(text: str) -> None:
    found = phrase(text, NOW)
    assert found is None or (found.when.date() >= NOW.date() and 0 <= found.span[0] < found.span[1] <= len(text))
