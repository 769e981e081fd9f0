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
    ],
)
def test_times_in_a_sentence(text: str, when: str, words: str) -> None:
    found = phrase(text, NOW)
    assert found is not None
    assert (found.when, text[slice(*found.span)]) == (datetime.fromisoformat(when), words)


@pytest.mark.parametrize(
    "text", ["去年11月", "要 3 套", "13800002317", "上周三来过", "3号楼", "monitor", "昨天下午来电", ""]
)
def test_what_is_no_time_to_come(text: str) -> None:
    assert phrase(text, NOW) is None


def test_a_day_without_an_hour_is_the_whole_day() -> None:
    day, hour = phrase("周五", NOW), phrase("周五下午3点", NOW)
    assert day is not None and day.all_day
    assert hour is not None and not hour.all_day


@given(st.text(max_size=80))
def test_any_text_is_read_and_never_the_past(text: str) -> None:
    found = phrase(text, NOW)
    assert found is None or (found.when.date() >= NOW.date() and 0 <= found.span[0] < found.span[1] <= len(text))
