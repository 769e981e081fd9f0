"""Dates as people type them, and as they are shown.

A value alone may be ambiguous (03/04/2019), so the order of day and month is guessed from a whole column.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import lru_cache

from app.shared import calendars
from app.shared.calendars import TIME as _TIME
from app.shared.date_words import long_date, show_day, show_wall
from app.shared.i18n import N_
from app.shared.patterns import later
from app.shared.phrases import Phrase, phrase
from app.shared.text import half_width

__all__ = ["DateOrder", "OrderGuess", "Phrase", "date_problem", "from_serial", "guess_order", "long_date"]
__all__ += ["only_month", "parse_date", "phrase", "show_day", "show_wall"]

# Two-digit years: up to so many years after this century's start are of this century (as Excel does, 00 to 29, and on
# to 49 since old customer sheets hold no dates before 1950 written so).
_PIVOT = 50
_EXCEL_ZERO = date(1899, 12, 30)
_FIRST_SERIAL, _LAST_SERIAL = 7_306, 73_050  # 1920 to 2099
# Whole names and usual abbreviations: English, German, French, Spanish, Italian.
_MONTH_NAMES = (
    "jan january januar janvier janv enero ene gennaio gen",
    "feb february februar février fevrier févr fév febrero febbraio",
    "mar march märz maerz mär mrz mars marzo",
    "apr april avril avr abril abr aprile",
    "may mai mayo maggio mag",
    "jun june juni juin junio giugno giu",
    "jul july juli juillet juil julio luglio lug",
    "aug august août aout agosto ago",
    "sep sept september septembre septiembre setiembre settembre set",
    "oct october oktober okt octobre octubre ottobre ott",
    "nov november novembre noviembre",
    "dec december dezember dez décembre decembre déc diciembre dic dicembre",
)
_MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES, 1) for name in names.split()}
_FILLERS = frozenset(
    "mon monday tue tues tuesday wed wednesday thu thur thurs thursday fri friday sat saturday sun sunday of at st nd rd th am pm"
    " z utc gmt".split()
)
_CHINESE = {"〇": 0, "零": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_YEAR_FIRST = later(r"(\d{4})(?:([-/.])(\d{1,2})\2(\d{1,2})|年(\d{1,2})月(\d{1,2})日)")
_SHORT_YEAR_FIRST = later(rf"(\d{{2}})\s*([-/.])\s*(\d{{1,2}})\s*\2\s*(\d){_TIME}", re.IGNORECASE)
_WORDS = later(r"[^\W\d_]+")
_LONG_YEAR = later(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_NO_YEAR = later(
    r"\d{1,2}\s*月\s*\d{1,2}\s*[日号]?|(\d{1,2})(?:st|nd|rd|th)?[\s.-]+([^\W\d_]{3,9})\.?|([^\W\d_]{3,9})\.?\s+\d{1,2}"
)
_YMD = later(
    rf"(\d{{4}}|\d{{2}}(?=年))\s*[-/.年\s]\s*(\d{{1,2}})\s*[-/.月\s]\s*(\d{{1,2}})\s*[日号]?{_TIME}(?:\s*\(?(?:星期|周)[一二三四五六日天]\)?)?",
    re.IGNORECASE,
)
_YM = later(r"(\d{4})\s*(?:[-/.]|年)\s*(\d{1,2})\s*(?:月份?)?")
_TRIPLE = later(rf"(\d{{1,2}})\s*([-/.])\s*(\d{{1,2}})\s*\2\s*(\d{{4}}|\d{{2}}){_TIME}", re.IGNORECASE)
_SPACED = later(rf"(\d{{1,2}}) (\d{{1,2}}) ((?:19|20)\d\d){_TIME}", re.IGNORECASE)
_COMPACT = later(r"(\d{4})(\d{2})(\d{2})")
_DAY_NAME = later(
    rf"(?:[a-z]{{3,9}}\.?,\s*)?(\d{{1,2}})(?:st|nd|rd|th)?[\s.\-/]+([^\W\d_]{{3,9}})\.?[\s,.\-/]+(\d{{4}}|\d{{2}}){_TIME}",
    re.IGNORECASE,
)
_NAME_DAY = later(
    rf"(?:[a-z]{{3,9}}\.?,\s*)?([^\W\d_]{{3,9}})\.?[\s\-]+(\d{{1,2}})(?:st|nd|rd|th)?,?[\s\-]+(\d{{4}}){_TIME}",
    re.IGNORECASE,
)
_NAME_DASHED = later(rf"([a-z]{{3,9}})-(\d{{1,2}})-(\d{{2}}){_TIME}", re.IGNORECASE)
"""Jul-21-25; with blanks (Jul 21-25) it would be a span of days."""
_MONTH_YEAR = later(
    r"(?:(\d{1,2})\s*[-/.]|([^\W\d_]{3,9})[\s.,-]+)\s*((?:19|20)\d{2})|((?:19|20)\d{2})[\s,.-]+([^\W\d_]{3,9})\.?"
)
_CHINESE_MONTH = later(r"[〇零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月")
_NUMBER = later(r"(\d{4,5})(?:\.\d+)?")


class DateOrder(StrEnum):
    """In which order a column writes day, month and year where the figures alone do not tell, or by which count of years."""

    YMD = "ymd"
    DMY = "dmy"
    MDY = "mdy"
    ROC = "roc"
    """Year first, counted from 1912 as in Taiwan: 98/11/20 is in 2009."""
    BE = "be"
    """Day first where the year is not, counted as in Thailand: 15/3/2567 is in 2024."""


@dataclass(frozen=True, slots=True)
class OrderGuess:
    """The order of a column, and what shows it: a value that fits only this order, or "" when none does."""

    order: DateOrder
    evidence: str


def _year(text: str) -> int:
    year = int(text)
    return year if len(text) == 4 else year + (2000 if year < _PIVOT else 1900)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if 1900 <= year <= 2199 else None
    except ValueError:
        return None


def from_serial(serial: float) -> date | None:
    """The day of an Excel serial number (1900 system), if it lies between 1920 and 2099."""
    return _EXCEL_ZERO + timedelta(days=int(serial)) if _FIRST_SERIAL <= serial <= _LAST_SERIAL else None


@lru_cache(maxsize=65_536)
def parse_date(text: str, order: DateOrder = DateOrder.YMD) -> date | None:
    """The date that a text holds, or None; a time behind it is left out.

    Args:
        text: 2019-3-5, 2019.3.5, 2019年3月5日, 20190305, 5/3/2019, 17-Mar-2016, 二〇一九年三月五日, 43529 (Excel) ...
        order: how to read three short numbers that could be read in two ways.
    """
    if order is DateOrder.BE:
        text, order = calendars.from_buddhist(text), DateOrder.DMY
    if match := _YEAR_FIRST.fullmatch(text):
        return _day(int(match[1]), int(match[3] or match[5]), int(match[4] or match[6]))
    text = half_width(text).strip().rstrip("。；;,")
    if not text or len(text) > 40:
        return None
    if order is DateOrder.ROC:
        if (said := calendars.of_republic(text)) is not None:
            return _day(*said)
        order = DateOrder.YMD
    if match := _YMD.fullmatch(text):
        return _day(_year(match[1]), int(match[2]), int(match[3]))
    if (said := calendars.of_era(text)) is not None:
        return _day(*said)
    if match := _TRIPLE.fullmatch(text):
        return _triple(int(match[1]), int(match[3]), match[4], match[1], order)
    if match := _SPACED.fullmatch(text):
        usual = DateOrder.DMY if order is DateOrder.YMD else order
        return _triple(int(match[1]), int(match[2]), match[3], match[1], usual)
    if match := _COMPACT.fullmatch(text):
        return _day(int(match[1]), int(match[2]), int(match[3]))
    if match := _YM.fullmatch(text):
        return _day(int(match[1]), int(match[2]), 1)
    if match := _SHORT_YEAR_FIRST.fullmatch(text):
        return _day(_year(match[1]), int(match[3]), int(match[4]))
    if match := _NUMBER.fullmatch(text):
        return from_serial(float(text)) if len(match[1]) == 5 else None
    return _in_words(text)


def only_month(text: str) -> bool:
    """Whether a text names a year and a month but no day, so that ``parse_date`` takes the first: 2019年3月, Mar 2019."""
    text = half_width(text).strip()
    months = (_YM, _MONTH_YEAR, _CHINESE_MONTH, calendars.ERA_MONTH)
    if not any(pattern.fullmatch(text) for pattern in months):
        return False
    return parse_date(text) is not None


def _month_year(text: str) -> date | None:
    if not (match := _MONTH_YEAR.fullmatch(text)):
        return None
    month = int(match[1]) if match[1] else _MONTHS.get((match[2] or match[5]).lower(), 0)
    return _day(int(match[3] or match[4]), month, 1)


def _in_words(text: str) -> date | None:
    """A date with the month's name, or in Chinese numerals."""
    if not text.isascii() and (found := _chinese(text)):
        return found
    if match := _DAY_NAME.fullmatch(text):
        return _named(match[3], match[2], match[1])
    if match := _NAME_DAY.fullmatch(text) or _NAME_DASHED.fullmatch(text):
        return _named(match[3], match[1], match[2])
    if found := _month_year(text):
        return found
    return _by_dateutil(text) if _LONG_YEAR.search(text) else None


def _by_dateutil(text: str) -> date | None:
    """The date of a text that holds a month's name, a year, a day and nothing else, in any order; or None."""
    words = [word.lower() for word in _WORDS.findall(text)]
    months = [word for word in words if word in _MONTHS]
    if len(months) != 1 or any(word not in _FILLERS for word in words if word not in _MONTHS):
        return None
    from dateutil.parser import ParserError, parse

    try:
        # What the text does not say would be filled in from the default: two defaults find that out.
        one, other = (parse(text, default=datetime(2000, month, day)) for month, day in ((1, 1), (2, 2)))
    except (ParserError, OverflowError, ValueError):
        return None
    return _day(one.year, one.month, one.day) if one.date() == other.date() else None


def _triple(first: int, second: int, last: str, first_text: str, order: DateOrder) -> date | None:
    if order is DateOrder.YMD and len(last) == 2 and len(first_text) == 2:
        found = _day(_year(first_text), second, int(last))
        return found or _day(_year(last), second, first) or _day(_year(last), first, second)
    day_first, month_first = _day(_year(last), second, first), _day(_year(last), first, second)
    if order is DateOrder.DMY:
        return day_first or month_first
    return month_first or day_first


def _named(year: str, month: str, day: str) -> date | None:
    number = _MONTHS.get(month.lower())
    return _day(_year(year), number, int(day)) if number else None


def _chinese(text: str) -> date | None:
    match = re.fullmatch(
        r"([〇零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月(?:([一二三四五六七八九十]{1,3})[日号]?)?", text
    )
    if not match:
        return None
    year = int("".join(str(_CHINESE[sign]) for sign in match[1]))
    return _day(year, _below_hundred(match[2]), _below_hundred(match[3]) if match[3] else 1)


def _below_hundred(text: str) -> int:
    tens, ten, ones = text.rpartition("十")
    return (_CHINESE.get(tens, 1) * 10 if ten else 0) + (_CHINESE[ones] if ones else 0)


def date_problem(text: str) -> str:
    """Why a text that looks like a date is none, as English source text; "" when it is one or looks like none."""
    text = half_width(text).strip()
    if parse_date(text) is not None:
        return ""
    match = _YMD.fullmatch(text) or _COMPACT.fullmatch(text)
    if match:
        month, day = int(match[2]), int(match[3])
    elif match := _TRIPLE.fullmatch(text):
        month, day = sorted((int(match[1]), int(match[3])))
    elif lacks_year(text):
        return N_("The year is missing.")
    else:
        return ""
    if not 1 <= month <= 12:
        return N_("A year has twelve months.")
    if not 1 <= day <= 31:
        return N_("No month has that many days.")
    return N_("This month has no such day.")


def lacks_year(text: str) -> bool:
    """Whether a text names a day of a month without its year: 8 March, 3月8日."""
    match = _NO_YEAR.fullmatch(half_width(text).strip())
    return match is not None and (not (match[2] or match[3]) or (match[2] or match[3]).lower() in _MONTHS)


def guess_order(texts: Iterable[str]) -> OrderGuess:
    """The order in which a column writes its dates, from the values that can be read in one way only."""
    texts = dict.fromkeys(texts)
    votes: dict[DateOrder, int] = dict.fromkeys(DateOrder, 0)
    evidence: dict[DateOrder, str] = {}
    short_years = long_years = False
    for text in texts:
        match = None if text[:4].isdigit() else _TRIPLE.fullmatch(half_width(text).strip())
        if match is None:
            continue
        first, second, last = int(match[1]), int(match[3]), match[4]
        long_years = long_years or len(last) == len("2024")
        if len(last) == 2:
            short_years = True
            if first > 31:
                votes[DateOrder.YMD] += 1
                evidence.setdefault(DateOrder.YMD, text)
                continue
        if first > 12 >= second:
            order = DateOrder.DMY
        elif second > 12 >= first:
            order = DateOrder.MDY
        else:
            continue
        votes[order] += 1
        evidence.setdefault(order, text)
    best = max(votes, key=lambda order: votes[order])
    if votes[best]:
        # 25/11/20 in a column of short years: the first figures never over 31, the last ones over 12 as days are.
        if best is DateOrder.DMY and short_years and not long_years and _reads_year_first(texts):
            return OrderGuess(DateOrder.YMD, evidence[best])
        return OrderGuess(best, evidence[best])
    return OrderGuess(DateOrder.YMD, "")


def _reads_year_first(texts: Iterable[str]) -> bool:
    """Whether the first figures of short dates keep to a few recent years while the last ones run through the month."""
    found = [match for text in texts if (match := _TRIPLE.fullmatch(half_width(text).strip())) and len(match[4]) == 2]
    firsts = {int(match[1]) for match in found}
    lasts = {int(match[4]) for match in found}
    return bool(found) and len(firsts) <= len(lasts) and min(firsts) >= 10 and max(lasts) <= 31
