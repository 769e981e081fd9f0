"""Dates and times in words: near days by name, documents in full."""

from __future__ import annotations

from datetime import date, datetime, timedelta

_WEEKDAYS = {"zh_CN": "一二三四五六日", "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")}
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
# Days: across the turn of the year a month alone would hide whether it was last week.
_NEAR = 60
_FULL_MONTHS = "January February March April May June July August September October November December".split()


def _chinese(lang: str) -> bool:
    return lang.lower().startswith("zh")


def show_day(day: date, today: date, lang: str) -> str:
    """A day as a list shows it: 昨天, 今天, 明天, 周五, 7月22日, and with the year when it is another one."""
    chinese = _chinese(lang)
    away = (day - today).days
    near = {-1: ("昨天", "Yesterday"), 0: ("今天", "Today"), 1: ("明天", "Tomorrow")}.get(away)
    if near:
        return near[0] if chinese else near[1]
    if 1 < away < 7 and day.isocalendar()[:2] == today.isocalendar()[:2]:
        weekday = _WEEKDAYS["zh_CN" if chinese else "en"][day.weekday()]
        return f"周{weekday}" if chinese else weekday
    if day.year == today.year:
        return f"{day.month}月{day.day}日" if chinese else f"{day.day} {_MONTHS[day.month - 1]}"
    return f"{day.year}年{day.month}月{day.day}日" if chinese else f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def show_past(day: date, today: date, lang: str) -> str:
    """A past day in a narrow column: as ``show_day``, of another year its month alone: 去年12月, 2024年2月, Dec 2025."""
    if day.year == today.year or abs((today - day).days) < _NEAR:
        return show_day(day, today, lang)
    if _chinese(lang):
        return f"去年{day.month}月" if day.year == today.year - 1 else f"{day.year}年{day.month}月"
    return f"{_MONTHS[day.month - 1]} {day.year}"


def show_wall(moment: datetime, today: date, lang: str) -> str:
    """A time as a list shows it: the day as ``show_day`` and the hour; the hour is left out of other years."""
    day = show_day(moment.date(), today, lang)
    if abs(moment.date() - today) > timedelta(days=330):
        return day
    return f"{day} {moment:%H:%M}"


def within(said: str) -> str:
    """A day or time of ``show_day`` or ``show_wall`` within a sentence: “backed up today 12:30”, “to tomorrow”."""
    near = ("Yesterday", "Today", "Tomorrow")
    return said[0].lower() + said[1:] if said.startswith(near) else said


def show_month(day: date, lang: str) -> str:
    """The month of a day, without its year: 7 月, July."""
    return f"{day.month} 月" if _chinese(lang) else _FULL_MONTHS[day.month - 1]


def long_date(day: date, lang: str) -> str:
    """A day as documents write it: 2026年7月14日, 14 July 2026."""
    if _chinese(lang):
        return f"{day.year}年{day.month}月{day.day}日"
    return f"{day.day} {_FULL_MONTHS[day.month - 1]} {day.year}"


def weekday(day: date, lang: str) -> str:
    """The name of the day in the week: 星期三, Wednesday."""
    if _chinese(lang):
        return "星期" + _WEEKDAYS["zh_CN"][day.weekday()]
    return ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")[day.weekday()]
