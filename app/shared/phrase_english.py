"""Further ways in which English sentences name a time: the 15th, a week from Monday, early next week, mid July, by EOD."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta

from dateutil.relativedelta import relativedelta

from app.shared.patterns import later
from app.shared.phrase_hours import ENGLISH_NUMBERS, ENGLISH_TIME, count
from app.shared.text import HAN

Rule = tuple[re.Pattern[str], Callable[[re.Match[str], datetime], date | datetime | None]]
_DAYS = {name: at for at, name in enumerate(("mon", "tue", "wed", "thu", "fri", "sat", "sun"))}
_MONTHS = {name: at for at, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
_DAY = r"(?P<weekday>mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)\b\.?"
_MONTH = (
    r"(?P<name>january|february|march|april|may|june|july|august|september|october|november|december|"
    r"jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?"
)
_NUMBERS = "|".join(ENGLISH_NUMBERS)
_N = rf"(?P<count>\d{{1,3}}|{_NUMBERS}|a\s+couple\s+of|couple\s+of)"
_UNIT = r"(?P<unit>minutes?|mins?|hours?|hrs?|(?:working|business)\s+days?|workdays?|days?|weeks?|fortnights?|months?|years?)"
_WORD_HOURS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
               "eleven": 11, "twelve": 12}  # fmt: skip
_ORDER = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1}
_ORDINAL = r"(?P<day>[12]?\d|3[01])(?:st|nd|rd|th)"
_CLOSE = r"(?:eod|cob|end of (?:the )?day|close of business)"


def rules() -> Iterator[Rule]:
    """The patterns, each with what it means."""
    flags = re.IGNORECASE
    yield later(rf"\b(?:in|within)\s+{_N}\s+{_UNIT}(?:['’]?\s+time)?\b{ENGLISH_TIME}", flags), _span
    yield later(rf"\b{_N}\s+{_UNIT}\s+from\s+(?:now|today)\b{ENGLISH_TIME}", flags), _span
    yield later(rf"\bin\s+(?:a\s+)?(?P<count>half\s+a|half)\s+(?P<unit>year|month)\b{ENGLISH_TIME}", flags), _half
    yield (
        later(
            rf"\b(?:in\s+)?(?P<count>a)\s+(?P<unit>fortnight)(?:['’]s)?(?:\s+time|\s+from\s+now)?\b{ENGLISH_TIME}",
            flags,
        ),
        _span,
    )
    yield later(rf"\b(?:on\s+)?{_DAY}\s+week\b(?!ly){ENGLISH_TIME}", flags), _week_from
    yield (
        later(rf"\b(?:a|one)\s+week\s+(?:from|on|after)\s+(?:(?:next|this)\s+)?{_DAY}{ENGLISH_TIME}", flags),
        _week_from,
    )
    yield later(rf"\b(?:a|one)\s+week\s+from\s+(?P<from>today|tomorrow){ENGLISH_TIME}", flags), _week_from_today
    yield later(rf"\bthe\s+week\s+after\s+next{ENGLISH_TIME}", flags), lambda match, now: _monday(now, 2)
    yield later(rf"\bthe\s+following\s+week{ENGLISH_TIME}", flags), lambda match, now: _monday(now, 1)
    yield later(r"\b(?:early|beginning\s+of|start\s+of)\s+next\s+week\b", flags), lambda match, now: _monday(now, 1)
    yield (
        later(r"\b(?:mid(?:dle\s+of)?[\s-]*)next\s+week\b", flags),
        lambda match, now: _monday(now, 1) + timedelta(days=2),
    )
    yield (
        later(r"\b(?:late(?:r)?|end\s+of)\s+next\s+week\b", flags),
        lambda match, now: _monday(now, 1) + timedelta(days=4),
    )
    yield later(r"\b(?:later\s+this\s+week|end\s+of\s+(?:the\s+|this\s+)?week|by\s+the\s+weekend)\b", flags), _friday
    yield later(r"\b(?:at\s+)?(?P<word>noon|midday)\s+(?P<near>today|tomorrow)\b", flags), _noon
    yield (
        later(
            rf"\b(?:today\s+|tomorrow\s+|(?:{_DAY})\s+)?(?:at\s+)?(?P<past>half\s+past|quarter\s+past|quarter\s+to)\s+(?P<hour>{'|'.join(_WORD_HOURS)}|\d{{1,2}})\b",
            flags,
        ),
        _past,
    )
    yield later(r"\bthis\s+(?P<part>morning|afternoon|evening)\b", flags), _this
    yield (
        later(
            rf"\b(?:(?P<near>today|tomorrow)|{_DAY})?\s*(?:by\s+|before\s+)?\b{_CLOSE}\b(?:\s+(?P<after>today|tomorrow))?",
            flags,
        ),
        _close,
    )
    yield later(rf"\b{_DAY}\s+night\b", flags), _night
    yield (
        later(r"\btomorrow\s+night\b", flags),
        lambda match, now: datetime.combine(now.date() + timedelta(days=1), time(19)),
    )
    yield later(rf"\bfirst\s+thing\s+(?:on\s+)?(?:(?P<near>tomorrow)|{_DAY})(?:\s+morning)?", flags), _first_thing
    yield (
        later(
            rf"\b(?:on|by|until|before)\s+(?:the\s+)?{_ORDINAL}(?!\s+(?:of|floor|street|avenue|st\b|ave|time|order|unit|edition|anniversary|birthday)){ENGLISH_TIME}",
            flags,
        ),
        _ordinal,
    )
    yield (
        later(rf"\b(?:the\s+)?{_ORDINAL}\s+of\s+(?:(?P<next>next)\s+month|(?:this|the)\s+month){ENGLISH_TIME}", flags),
        _ordinal,
    )
    yield later(rf"\b(?:the\s+)?{_ORDINAL}\s+of\s+{_MONTH}(?:,?\s+(?P<year>20\d\d))?{ENGLISH_TIME}", flags), _named
    yield (
        later(
            rf"\b(?:the\s+)?(?P<order>{'|'.join(_ORDER)})\s+{_DAY}\s+(?:of|in)\s+(?:(?P<next>next)\s+month|(?:this|the)\s+month|{_MONTH}){ENGLISH_TIME}",
            flags,
        ),
        _of_month,
    )
    yield (
        later(
            rf"\b(?P<edge>early|beginning\s+of|start\s+of|mid(?:dle\s+of)?|late|end\s+of)[\s-]+(?:{_MONTH}|(?P<next>next)\s+month|(?:this|the)\s+month)(?:\s+(?P<year>20\d\d))?",
            flags,
        ),
        _edge,
    )
    yield later(rf"\b(?:in|next)\s+{_MONTH}(?:\s+(?P<year>20\d\d))?(?!\s*\d)", flags), _edge
    yield later(r"\b(?P<edge>early|beginning\s+of|start\s+of)?\s*(?:in\s+)?next\s+year\b", flags), _next_year
    yield (
        later(
            r"\b(?:(?P<edge>end|beginning|start|mid(?:dle)?)\s+(?:of\s+)?)?(?:in\s+)?(?:the\s+)?Q(?P<quarter>[1-4])(?:\s+(?P<year>20\d\d))?\b(?!\d)",
            flags,
        ),
        _quarter,
    )
    yield later(r"\bend\s+of\s+(?:the\s+|this\s+)?quarter\b", flags), _quarter_end
    yield (
        later(
            r"\b(?:calendar\s+)?(?:week|cw|kw)\s*(?P<week>[1-4]\d|5[0-3]|[1-9])\b(?!\s*(?:weeks|days|units|pcs|%))",
            flags,
        ),
        _calendar_week,
    )
    yield later(r"\bafter\s+lunch\b", flags), lambda match, now: _ahead(now, time(13, 30))
    yield (
        later(
            rf"(?<![\d./:-])(?P<one>\d{{1,2}})/(?P<two>\d{{1,2}})(?![\d/%])(?!\s*(?:inch|mm|cm|in\b|\")){ENGLISH_TIME}",
            flags,
        ),
        _written,
    )


def _monday(now: datetime, weeks: int) -> date:
    return now.date() + timedelta(days=7 * weeks - now.weekday())


def _ahead(now: datetime, at: time) -> datetime | None:
    found = datetime.combine(now.date(), at)
    return found if found > now else None


def _make(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _coming(now: datetime, name: str) -> date:
    return now.date() + timedelta(days=(_DAYS[name[:3].lower()] - now.weekday()) % 7)


def _span(match: re.Match[str], now: datetime) -> date | datetime:
    said, unit = match["count"].lower(), match["unit"].lower()
    number = 2 if "couple" in said else count(said)
    if unit.startswith("min"):
        return now.replace(second=0, microsecond=0) + timedelta(minutes=number)
    if unit.startswith("h"):
        return now.replace(second=0, microsecond=0) + timedelta(hours=number)
    if unit.startswith(("work", "bus")):
        day = now.date()
        while number:
            day += timedelta(days=1)
            number -= day.weekday() < 5
        return day
    if unit.startswith("d"):
        return now.date() + timedelta(days=number)
    if unit.startswith(("w", "f")):
        return now.date() + timedelta(weeks=number * (2 if unit.startswith("f") else 1))
    return now.date() + relativedelta(months=number * (12 if unit.startswith("y") else 1))


def _half(match: re.Match[str], now: datetime) -> date:
    return now.date() + (relativedelta(months=6) if match["unit"].lower() == "year" else timedelta(days=15))


def _week_from(match: re.Match[str], now: datetime) -> date:
    return _coming(now, match["weekday"]) + timedelta(weeks=1)


def _week_from_today(match: re.Match[str], now: datetime) -> date:
    return now.date() + timedelta(days=8 if match["from"].lower() == "tomorrow" else 7)


def _friday(match: re.Match[str], now: datetime) -> date:
    return max(now.date(), _monday(now, 0) + timedelta(days=4))


def _noon(match: re.Match[str], now: datetime) -> datetime:
    return datetime.combine(now.date() + timedelta(days=match["near"].lower() == "tomorrow"), time(12))


def _past(match: re.Match[str], now: datetime) -> datetime | None:
    """Half past three is in the afternoon, as a bare three is."""
    hour = _WORD_HOURS.get(match["hour"].lower()) or int(match["hour"])
    if not 1 <= hour <= 12:
        return None
    hour += 12 if hour <= 6 else 0
    way = " ".join(match["past"].lower().split())
    minutes = hour * 60 + {"half past": 30, "quarter past": 15, "quarter to": -15}[way]
    words = match[0].lower()
    day = now.date()
    if words.startswith("tomorrow"):
        day += timedelta(days=1)
    elif match["weekday"]:
        day = _coming(now, match["weekday"])
    found = datetime.combine(day, time()) + timedelta(minutes=minutes)
    return found if found >= now or day > now.date() else found + timedelta(days=1)


def _this(match: re.Match[str], now: datetime) -> datetime | None:
    return _ahead(now, {"morning": time(9), "afternoon": time(14), "evening": time(19)}[match["part"].lower()])


def _close(match: re.Match[str], now: datetime) -> datetime:
    near = (match["near"] or match["after"] or "today").lower()
    day = _coming(now, match["weekday"]) if match["weekday"] else now.date() + timedelta(days=near == "tomorrow")
    return datetime.combine(day, time(17, 30))


def _night(match: re.Match[str], now: datetime) -> datetime:
    return datetime.combine(_coming(now, match["weekday"]), time(19))


def _first_thing(match: re.Match[str], now: datetime) -> datetime:
    day = now.date() + timedelta(days=1) if match["near"] else _coming(now, match["weekday"])
    return datetime.combine(day, time(9))


def _ordinal(match: re.Match[str], now: datetime) -> date | None:
    first, groups = now.date().replace(day=1), match.groupdict()
    day = int(match["day"])
    if groups.get("next") or ("next" not in groups and day < now.day):
        first += relativedelta(months=1)
    return _make(first.year, first.month, day)


def _named(match: re.Match[str], now: datetime) -> date | None:
    month = _MONTHS[match["name"].lower()[:3]]
    found = _make(int(match["year"] or now.year), month, int(match["day"]))
    return (
        found
        if found is None or match["year"] or found >= now.date()
        else _make(now.year + 1, month, int(match["day"]))
    )


def _month_of(match: re.Match[str], now: datetime) -> date:
    """The first day of the month that the words name."""
    groups, this = match.groupdict(), now.date().replace(day=1)
    if not groups.get("name"):
        return this + relativedelta(months=1 if groups.get("next") else 0)
    found = date(int(groups.get("year") or now.year), _MONTHS[groups["name"].lower()[:3]], 1)
    return found if groups.get("year") or found >= this else found.replace(year=now.year + 1)


def _of_month(match: re.Match[str], now: datetime) -> date | None:
    first = _month_of(match, now)
    number, wanted = _ORDER[match["order"].lower()], _DAYS[match["weekday"].lower()[:3]]
    if number < 0:
        last = first + relativedelta(months=1, days=-1)
        return last - timedelta(days=(last.weekday() - wanted) % 7)
    found = first + timedelta(days=(wanted - first.weekday()) % 7, weeks=number - 1)
    return found if found.month == first.month else None


def _edge(match: re.Match[str], now: datetime) -> date | None:
    """Early and the beginning are the 1st, mid the 15th, late the 21st, the end the last day."""
    if match["name"] == "may" and not match.groupdict().get("edge") and not match["year"]:
        return None
    first = _month_of(match, now)
    words = (match.groupdict().get("edge") or "early").lower()
    if words.startswith("end"):
        return first + relativedelta(months=1, days=-1)
    return max(now.date(), first.replace(day=15 if words.startswith("mid") else 21 if words == "late" else 1))


def _next_year(match: re.Match[str], now: datetime) -> date:
    day = date(now.year + 1, 1, 2)
    return day if day.weekday() < 5 else day + timedelta(days=7 - day.weekday())


def _quarter(match: re.Match[str], now: datetime) -> date:
    number = int(match["quarter"])
    start = date(int(match["year"] or now.year), 3 * number - 2, 1)
    end = start + relativedelta(months=3, days=-1)
    if not match["year"] and end < now.date():
        start, end = start + relativedelta(years=1), end + relativedelta(years=1)
    edge = (match["edge"] or "").lower()
    if edge == "end":
        return end
    return max(now.date(), start + relativedelta(months=1, days=14) if edge.startswith("mid") else start)


def _quarter_end(match: re.Match[str], now: datetime) -> date:
    return now.date().replace(month=(now.month - 1) // 3 * 3 + 1, day=1) + relativedelta(months=3, days=-1)


def _calendar_week(match: re.Match[str], now: datetime) -> date | None:
    if not re.match(r"(?:calendar|cw|kw|week\s*\d)", match[0], re.IGNORECASE):
        return None
    for year in (now.year, now.year + 1):
        try:
            found = date.fromisocalendar(year, int(match["week"]), 1)
        except ValueError:
            continue
        if found + timedelta(days=6) >= now.date():
            return max(found, now.date())
    return None


def _written(match: re.Match[str], now: datetime) -> date | None:
    """22/7 and 7/22 where only one reading is a date; 5/7 could be either and is none."""
    if HAN.search(match.string):
        return None
    one, two = int(match["one"]), int(match["two"])
    if (one > 12) == (two > 12):
        return None
    month, day = (two, one) if one > 12 else (one, two)
    found = _make(now.year, month, day) if 1 <= month <= 12 else None
    return found if found is None or found >= now.date() else _make(now.year + 1, month, day)
