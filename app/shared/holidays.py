"""When the holidays are that people name in a sentence, and how long nobody works."""

from __future__ import annotations

from datetime import date, timedelta

from dateutil.easter import easter

from app.shared import lunar
from app.shared.workdays import Workdays, workdays

NEW_YEAR, SPRING, TOMBS, MAY, BOATS, MOON, NATIONAL = "new_year", "spring", "tombs", "may", "boats", "moon", "national"
LANTERNS, CHRISTMAS, EASTER = "lanterns", "christmas", "easter"
STATE = (NEW_YEAR, SPRING, TOMBS, MAY, BOATS, MOON, NATIONAL)
# Days off from the first on, while the State Council's notice of the year is not known: its rule of 2024 for all years.
_USUAL = {
    NEW_YEAR: 1,
    SPRING: 8,
    TOMBS: 1,
    MAY: 5,
    BOATS: 1,
    MOON: 1,
    NATIONAL: 7,
    LANTERNS: 1,
    CHRISTMAS: 2,
    EASTER: 4,
}
_WESTERN = (CHRISTMAS, EASTER)


def day_of(name: str, year: int) -> date | None:
    """The day of a holiday in a year; None where the lunar tables end."""
    match name:
        case "new_year":
            return date(year, 1, 1)
        case "spring":
            return lunar.solar(year, 1, 1)
        case "lanterns":
            return lunar.solar(year, 1, 15)
        case "tombs":
            # The solar term 清明 of the years 2000 to 2099, by the usual formula with the constant 4.81.
            short = year % 100
            return date(year, 4, int(short * 0.2422 + 4.81) - short // 4)
        case "may":
            return date(year, 5, 1)
        case "boats":
            return lunar.solar(year, 5, 5)
        case "moon":
            return lunar.solar(year, 8, 15)
        case "national":
            return date(year, 10, 1)
        case "christmas":
            return date(year, 12, 25)
        case "easter":
            return easter(year)
    raise ValueError(name)


def days_off(name: str, year: int) -> tuple[date, date] | None:
    """The first and the last day on which nobody works around a holiday, weekends and bridging days with them."""
    day = day_of(name, year)
    if day is None:
        return None
    calendar = Workdays() if name in _WESTERN else workdays("CN")
    first = day - timedelta(days={SPRING: 1, EASTER: 2}.get(name, 0))
    last = day if year in calendar.years else first + timedelta(days=_USUAL[name] - 1)
    if name == LANTERNS:
        return day, day
    while not calendar.is_workday(first - timedelta(days=1)):
        first -= timedelta(days=1)
    while not calendar.is_workday(last + timedelta(days=1)):
        last += timedelta(days=1)
    return first, last


def calendar_of(name: str) -> Workdays:
    """The working calendar by which one counts around a holiday."""
    return Workdays() if name in _WESTERN else workdays("CN")


def coming_after(name: str, today: date) -> tuple[date, date] | None:
    """The days off of the holiday whose first workday after it is today or later."""
    for year in (today.year - 1, today.year, today.year + 1):
        found = days_off(name, year)
        if found is not None and calendar_of(name).following(found[1]) >= today:
            return found
    return None


def coming_before(name: str, today: date) -> tuple[date, date] | None:
    """The days off of the holiday that has not begun yet."""
    for year in (today.year, today.year + 1, today.year + 2):
        found = days_off(name, year)
        if found is not None and found[0] > today:
            return found
    return None


def nearest(today: date, *, begun: bool) -> str:
    """The next holiday of the State: with ``begun`` one that lasts counts as well."""
    find = coming_after if begun else coming_before
    return min(STATE, key=lambda name: (find(name, today) or (date.max, date.max))[0])
