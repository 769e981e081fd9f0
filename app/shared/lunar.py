"""Days of the Chinese lunar calendar, as birthdays are kept: 农历八月十五."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

MONTHS = ("正月", "二月", "三月", "四月", "五月", "六月", "七月", "八月", "九月", "十月", "冬月", "腊月")
_ONES = "一二三四五六七八九"
_SHORT = 29
# The first day of the tables, the New Year of the lunar year 1900, and the lunar years that they hold.
_FIRST, _YEARS = date(1900, 1, 31), (1900, 2100)


def solar(year: int, month: int, day: int) -> date | None:
    """The day on which a lunar day of a lunar year falls; the 29th where the month has no 30th.

    Leap months are left out: a birthday is kept in the month that bears the plain number.

    Returns:
        None outside the years 1900 to 2100, which the tables hold.
    """
    from borax.calendars.lunardate import InvalidLunarDateError, LunarDate

    for last in (day, day - 1):
        try:
            found: date = LunarDate(year, month, last).to_solar_date()
        except InvalidLunarDateError:
            continue
        return found
    return None


def lunar(day: date) -> tuple[int, int, int] | None:
    """Lunar year, month and day; of a leap month the plain month's number. None outside the tables."""
    from borax.calendars.lunardate import InvalidLunarDateError, LunarDate

    try:
        found = LunarDate.from_solar(day)
    except InvalidLunarDateError:
        return None
    return found.year, found.month, found.day


def next_birthday(month: int, day: int, today: date) -> date | None:
    """The first day from today on at which a lunar day comes round."""
    now = lunar(today)
    for one in (now[0], now[0] + 1) if now else ():
        found = solar(one, month, day)
        if found is not None and found >= today:
            return found
    return None


@lru_cache(maxsize=64)
def births(day: date) -> tuple[date, ...]:
    """The days of birth, up to a day itself, whose birthday by the moon falls on that day.

    A month without a 30th keeps the birthdays of the 30th on its 29th, a leap month keeps none, as in ``solar``.
    """
    at = lunar(day)
    if at is None or solar(*at) != day:
        return ()
    kept = {at[2], 30} if at[2] == _SHORT and solar(at[0], at[1], 30) == day else {at[2]}
    found = (
        first + timedelta(days=one - 1)
        for month, first, length in _months()
        if month == at[1]
        for one in kept
        if one <= length
    )
    return tuple(one for one in found if one <= day)


@lru_cache(maxsize=1)
def _months() -> tuple[tuple[int, date, int], ...]:
    """All lunar months, leap ones under the plain number: number, first day, length."""
    from borax.calendars.lunardate import LCalendars

    found = []
    first = _FIRST
    for year in range(_YEARS[0], _YEARS[1] + 1):
        for month, length, _leap in LCalendars.iter_year_month(year):
            found.append((month, first, length))
            first += timedelta(days=length)
    return tuple(found)


def words(month: int, day: int) -> str:
    """A lunar day in Chinese: 八月十五, 腊月初八, 正月廿三."""
    if day <= 10:
        said = "初" + ("十" if day == 10 else _ONES[day - 1])
    elif day < 20:
        said = "十" + _ONES[day - 11]
    else:
        said = {20: "二十", 30: "三十"}.get(day) or "廿" + _ONES[day - 21]
    return MONTHS[month - 1] + said


def read_words(text: str) -> tuple[int, int] | None:
    """Month and day of ``words``, also in figures (8-15, 8月15) and with 一月, 十一月, 十二月; None when it is none."""
    if found := re.fullmatch(r"(\d{1,2})\s*[-/.月]\s*(\d{1,2})[日号]?", text.strip()):
        month, day = int(found[1]), int(found[2])
        return (month, day) if 1 <= month <= 12 and 1 <= day <= 30 else None
    return _names().get(text.strip())


@lru_cache(maxsize=1)
def _names() -> dict[str, tuple[int, int]]:
    found = {}
    other = {1: ("一月",), 11: ("十一月",), 12: ("十二月", "臘月")}
    for month in range(1, 13):
        for day in range(1, 31):
            said = words(month, day)[len(MONTHS[month - 1]) :]
            long = said.replace("廿", "二十")
            for name in (MONTHS[month - 1], *other.get(month, ())):
                found[name + said] = found[name + long] = (month, day)
    return found
