"""Dates whose years are counted otherwise: in Taiwan from 1912, in Japan by eras, in Thailand from the death of the Buddha."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.shared.dates import DateOrder, guess_order, only_month, parse_date
from app.transfer.columns.mapping import propose
from app.transfer.converting import calendars
from app.transfer.drafting.context import Context
from app.transfer.drafting.drafts import draft
from tests.transfer.mapping_tools import TYPES, WORDS, drafts, sheet

TAIWAN = ["客戶名稱", "統一編號", "電話", "地址", "建檔日期"]


def created(headers: list[str], *rows: list[Any]) -> list[date | None]:
    return [one.customer.get("created_on") for one in drafts([headers, *rows])]


@given(st.dates(min_value=date(1921, 1, 1), max_value=date(2049, 12, 31)))
def test_each_way_of_writing_gives_the_day(day: date) -> None:
    year = day.year - 1911
    for text in (
        f"{year}/{day.month}/{day.day}", f"{year}.{day.month:02}.{day.day:02}", f"{year}年{day.month}月{day.day}日",
        f"{year}{day.month:02}{day.day:02}", f"{year:03}{day.month:02}{day.day:02}", f"民國{year}年{day.month}月{day.day}日",
        day.isoformat(),
    ):  # fmt: skip
        assert parse_date(text, DateOrder.ROC) == day, text
    for text in (f"{day.day}/{day.month}/{day.year + 543}", f"{day.year + 543}-{day.month:02}-{day.day:02}"):
        assert parse_date(text, DateOrder.BE) == day, text


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("R6.5.6", date(2024, 5, 6)), ("R060402", date(2024, 4, 2)), ("H30/4/1", date(2018, 4, 1)), ("S55.1.2", date(1980, 1, 2)),
        ("令和6年12月1日", date(2024, 12, 1)), ("令和元年5月", date(2019, 5, 1)), ("平成31年4月1日", date(2019, 4, 1)),
        ("中華民國113年5月6日", date(2024, 5, 6)), ("113/5/6", date(2024, 5, 6)),
    ],
)  # fmt: skip
def test_years_with_their_era_need_no_sheet(text: str, day: date) -> None:
    assert parse_date(text) == day
    assert only_month(text) == (text == "令和元年5月")


def test_two_figures_in_a_sheet_of_taiwan() -> None:
    found = created(
        TAIWAN,
        ["大同精機股份有限公司", "12345675", "02-2511-2233", "台北市中山區南京東路二段10號", "98/11/20"],
        ["永昌五金行", "04595257", "04-2223-4455", "台中市北區三民路三段5號", "87.3.4"],
    )
    assert found == [date(2009, 11, 20), date(1998, 3, 4)]


def test_the_numbers_without_signs_between() -> None:
    found = created(
        TAIWAN,
        ["聯成企業有限公司", "12345675", "02-2345-6789", "新北市板橋區文化路1號", 990506],
        ["正大工業", "04595257", "02-2345-1111", "新北市三重區重新路2號", "1000203"],
    )
    assert found == [date(2010, 5, 6), date(2011, 2, 3)]


def test_one_year_of_three_figures_tells_the_column() -> None:
    assert created(["客户名称", "电话", "建档日期"], ["苏州恒达", "0512-62345678", "99/5/1"], ["无锡立信", "", "101/12/5"]) == [
        date(2010, 5, 1), date(2012, 12, 5),
    ]  # fmt: skip


def test_birthdays_that_would_lie_ahead_tell_it_too() -> None:
    rows = [["會員姓名", "手機", "生日"], ["王小明", "0912-345-678", "45/3/12"], ["陳美玲", "0922-111-222", "38/11/30"]]
    one = sheet(rows)
    made = draft(one, propose(one, WORDS), Context(TYPES, today=date(2026, 11, 22)))[0]
    assert [one.customer["birthday"] for one in made] == [date(1956, 3, 12), date(1949, 11, 30)]


def test_a_year_with_its_era_tells_the_others_of_its_column() -> None:
    rows = [["姓名", "生日"], ["王小明", "68/03/12"], ["張家豪", "民國79年7月1日"]]
    assert [one.customer["birthday"] for one in drafts(rows)] == [date(1979, 3, 12), date(1990, 7, 1)]


def test_a_column_of_both_counts_of_years() -> None:
    rows = [
        ["會員姓名", "手機", "生日"],
        ["王小明", "0912-345-678", "76/05/12"],
        ["陳美玲", "0922-111-222", "1995/8/8"],
    ]
    assert [one.customer["birthday"] for one in drafts(rows)] == [date(1987, 5, 12), date(1995, 8, 8)]


@pytest.mark.parametrize(
    ("headers", "rows", "days"),
    [
        # Of the mainland, of Hong Kong, and of a firm in Taiwan that writes our years with two figures.
        (["客户名称", "电话", "建档日期"], [["苏州恒达", "0512-62345678", "98/5/6"]], [date(1998, 5, 6)]),
        (
            ["客戶名稱", "電話", "地址", "建檔日期"],
            [
                ["永興行", "2345 6789", "香港九龍彌敦道1號", "15/5/98"],
                ["大眾", "2345 6780", "香港德輔道中2號", "6/5/98"],
            ],
            [date(1998, 5, 15), date(1998, 5, 6)],
        ),
        (TAIWAN, [["大同精機", "12345675", "02-2511-2233", "台北市", "24/05/06"]], [date(2024, 5, 6)]),
        (TAIWAN, [["大同精機", "12345675", "02-2511-2233", "台北市", "2024/05/06"]], [date(2024, 5, 6)]),
    ],
)
def test_other_years_stay(headers: list[str], rows: list[list[Any]], days: list[date]) -> None:
    assert created(headers, *rows) == days


def test_buddhist_years_also_of_real_dates() -> None:
    headers = ["Customer", "Phone", "Country", "Created"]
    rows = [
        ["Siam Trading", "02-234-5678", "Thailand", "15/3/2567"], ["Somchai Shop", "081-234-5678", "Thailand", "2566-12-01"],
        ["Chiang Mai Coffee", "081-234-5679", "Thailand", datetime(2565, 1, 2)],
    ]  # fmt: skip
    assert created(headers, *rows) == [date(2024, 3, 15), date(2023, 12, 1), date(2022, 1, 2)]


def test_dates_in_the_notes_are_written_as_ours() -> None:
    rows = [
        [*TAIWAN, "驗廠日"],
        ["大同精機股份有限公司", "12345675", "02-2511-2233", "台北市", "112/5/6", "98.03.04"],
        ["永昌五金行", "04595257", "04-2223-4455", "台中市", "98/11/20", "113.04.18"],
    ]
    assert [one.customer["notes"] for one in drafts(rows)] == ["驗廠日: 2009-03-04", "驗廠日: 2024-04-18"]


def test_what_may_be_meant_is_offered() -> None:
    assert calendars.ways(["98/5/6", None]) == ("roc",)
    assert calendars.ways(["15/3/2567"]) == ("be",)
    assert calendars.ways(["2024-05-06", datetime(2024, 1, 1), 43529]) == ()


def test_years_that_a_spreadsheet_took_for_the_last_century_are_offered() -> None:
    turned, both = [datetime(1988, 5, 20), date(1999, 3, 4)], [datetime(1988, 5, 20), datetime(2019, 3, 4)]
    assert calendars.ways(turned) == ("roc",)
    assert calendars.ways(turned, births=True) == ()
    assert calendars.ways(turned, "出生日期(民國)", births=True) == ("roc",)
    assert (calendars.ways(both), calendars.ways(both, "民國年月日")) == ((), ("roc",))
    assert [calendars.our_day(one, DateOrder.ROC) for one in both] == [datetime(1999, 5, 20), datetime(2019, 3, 4)]
    assert calendars.our_day(both[0], DateOrder.YMD) == both[0]


def test_a_long_year_behind_tells_that_a_short_one_stands_behind_too() -> None:
    assert guess_order(["04/09/2023", "05/09/2023", "19/9/23"]).order is DateOrder.DMY
    assert guess_order(["25/11/20", "25/11/21", "25/12/3"]).order is DateOrder.YMD
