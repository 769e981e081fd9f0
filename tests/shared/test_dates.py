"""Dates as old sheets write them, and as the window shows them."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.shared.date_words import show_past
from app.shared.dates import (
    DateOrder,
    date_problem,
    from_serial,
    guess_order,
    long_date,
    only_month,
    parse_date,
    show_day,
    show_wall,
)

days = st.dates(min_value=date(1951, 1, 1), max_value=date(2049, 12, 31))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2019-3-5", "2019-03-05"),
        ("2019.3.5", "2019-03-05"),
        ("2019/03/05", "2019-03-05"),
        ("2019年3月5日", "2019-03-05"),
        ("19年3月5日", "2019-03-05"),
        ("２０１９年３月５号", "2019-03-05"),
        ("20190305", "2019-03-05"),
        ("17-Mar-2016", "2016-03-17"),
        ("March 5, 2019", "2019-03-05"),
        ("5th March 2019", "2019-03-05"),
        ("12. Okt 2020", "2020-10-12"),
        ("43529", "2019-03-05"),
        ("二〇一九年三月十五日", "2019-03-15"),
        ("2024.5", "2024-05-01"),
        ("2023-04-27 10:00:00", "2023-04-27"),
        ("2023-04-27T10:00:00Z", "2023-04-27"),
        ("12/31/99", "1999-12-31"),
        ("28/10/2007", "2007-10-28"),
        ("25/11/20", "2025-11-20"),
        ("19-3-5", "2019-03-05"),
        ("19.3.5", "2019-03-05"),
        ("2019-3-5 下午 3:30", "2019-03-05"),
        ("2019年3月5日下午3点", "2019-03-05"),
        ("5 March 2019 3pm", "2019-03-05"),
        ("March 5, 2019 at 3:30 pm", "2019-03-05"),
        ("5 Sept 2019", "2019-09-05"),
        ("Jul-21-25", "2025-07-21"),
        ("18 / 08 / 2021", "2021-08-18"),
        ("5 février 2019", "2019-02-05"),
        ("1. Dezember 2019", "2019-12-01"),
        ("2019 March 5", "2019-03-05"),
        ("Tuesday 5th of March 2019", "2019-03-05"),
        ("１９-3-5", "2019-03-05"),
    ],
)
def test_dates_as_people_type_them(text: str, day: str) -> None:
    assert parse_date(text) == date.fromisoformat(day)


@pytest.mark.parametrize(
    "text",
    [
        "A12",
        "3-5楼",
        "6911316600478",
        "13800138000",
        "0512-57000139",
        "2025-02-30",
        "0.0.00",
        "1-00098",
        "2004",
        "",
        "去年11月",
        "1.5",
        "Mayor 12 2019",
        "12 Marble 2019",
        "Jul 21-25",
        "Room 5 March Street 2019",
        "1.2.3",
        "3月5日",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert parse_date(text) is None


def test_a_day_that_no_month_has_is_explained() -> None:
    assert "no such day" in date_problem("2025-02-30")
    assert "twelve months" in date_problem("2025-13-01")
    assert date_problem("3月5日") == date_problem("5 March") == date_problem("Mar 5") == "The year is missing."
    assert date_problem("5 Marble") == date_problem("Room 5") == ""
    assert date_problem("2025-02-28") == date_problem("hello") == ""


@given(days, st.sampled_from(["%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%Y%m%d", "%d %b %Y", "%Y年%m月%d日"]))
def test_every_day_reads_back(day: date, form: str) -> None:
    assert parse_date(day.strftime(form)) == day


@given(days, st.sampled_from([(DateOrder.DMY, "%d/%m/%Y"), (DateOrder.MDY, "%m/%d/%Y")]))
def test_the_columns_order_decides(day: date, form: tuple[DateOrder, str]) -> None:
    order, written = form
    assert parse_date(day.strftime(written), order) == day


def test_order_of_a_column() -> None:
    assert guess_order(["5/14/1965", "04/08/1966"]).order is DateOrder.MDY
    guess = guess_order(iter(["03/04/2007", "28/10/2007"]))
    assert (guess.order, guess.evidence) == (DateOrder.DMY, "28/10/2007")
    assert guess_order(["25/11/20", "25/10/8", "25/12/31"]).order is DateOrder.YMD
    assert guess_order(["03/04/2007"]).evidence == ""


def test_serials_of_excel() -> None:
    assert from_serial(43529.9) == date(2019, 3, 5)
    assert from_serial(5) is None


def test_near_days_have_names() -> None:
    today = date(2026, 7, 15)
    assert [show_day(date(2026, 7, day), today, "zh") for day in (14, 15, 16, 17, 22)] == [
        "昨天",
        "今天",
        "明天",
        "周五",
        "7月22日",
    ]
    assert show_day(date(2026, 7, 22), today, "en") == "22 Jul"
    assert show_day(date(2025, 12, 1), today, "zh_CN") == "2025年12月1日"
    assert show_wall(datetime(2026, 7, 15, 16), today, "zh") == "今天 16:00"
    assert long_date(date(2026, 7, 14), "en") == "14 July 2026"


@given(st.text(max_size=45))
def test_any_text_is_read_or_refused(text: str) -> None:
    found = parse_date(text)
    assert found is None or 1900 <= found.year <= 2199
    assert not (found and date_problem(text))


@pytest.mark.parametrize(
    "text",
    ["2019年3月", "2019-03", "2019.3", "Mar 2019", "March, 2019", "2019 Mar", "03/2019", "二〇一九年三月", "mars 2019"],
)
def test_a_month_without_a_day_is_its_first(text: str) -> None:
    assert parse_date(text) == date(2019, 3, 1)
    assert only_month(text)


@pytest.mark.parametrize("text", ["2019-03-01", "20190301", "2019-13", "Mar 19", "Foo 2019", "43525", "3/1/2019", ""])
def test_what_has_a_day_or_is_no_month(text: str) -> None:
    assert not only_month(text)


@given(days)
def test_a_whole_date_is_never_only_a_month(day: date) -> None:
    assert not only_month(day.isoformat())
    assert only_month(f"{day:%Y-%m}")
    assert parse_date(f"{day:%b %Y}") == day.replace(day=1)


def test_a_near_day_within_a_sentence_is_small() -> None:
    from app.shared.date_words import show_day, show_wall, within

    today = date(2026, 7, 22)
    assert within(show_wall(datetime(2026, 7, 22, 12, 30), today, "en")) == "today 12:30"
    assert within(show_day(date(2026, 7, 25), today, "en")) == "Sat"
    assert within(show_day(today, today, "zh_CN")) == "今天"


def test_past_days_of_other_years_give_their_month() -> None:
    today = date(2026, 7, 22)
    days = (date(2026, 7, 21), date(2026, 1, 5), date(2025, 12, 28), date(2024, 2, 1))
    assert [show_past(day, today, "en") for day in days] == ["Yesterday", "5 Jan", "Dec 2025", "Feb 2024"]
    assert [show_past(day, today, "zh_CN") for day in days] == ["昨天", "1月5日", "去年12月", "2024年2月"]
    assert show_past(date(2025, 12, 28), date(2026, 1, 3), "en") == "28 Dec 2025"
