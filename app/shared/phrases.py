"""Finds when something is to happen in a spoken sentence: 下周三下午, 明天10点半, next Wed 3pm, in two weeks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from dateutil.relativedelta import relativedelta

from app.shared import phrase_english, phrase_holidays, phrase_more
from app.shared.patterns import later
from app.shared.phrase_hours import (
    CHINESE_TIME,
    CLOCK,
    ENGLISH_NUMBERS,
    ENGLISH_TIME,
    HALF_DAY_CLOCK,
    count,
    hour_of,
    names_hour,
)

_WEEKDAYS = {"一": 0, "二": 1, "三": 2, "四": 3, "五": 4, "六": 5, "日": 6, "天": 6, "末": 5}
_COUNT = r"(?:\d{1,3}|[一二两三四五六七八九十]{1,3})"
_EN_DAYS = {name: index for index, name in enumerate(("mon", "tue", "wed", "thu", "fri", "sat", "sun"))}
_EN_MONTHS = {name: index for index, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
_EN_DAY = r"(?P<weekday>mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)\b\.?"
_EN_MONTH = (
    r"(?P<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_GOODS = r"(?!\s*(?:units?|pcs|pieces?|sets?|boxes|cartons?|pallets?|rolls?|tons?|kgs?|machines?|people|persons?|%)(?![a-z]))"
# What stands before 22号 when it is the number of a house, a product or a machine.
_NO_DAY_BEFORE = r"(?<![\dA-Za-z#月个第路街道巷弄村楼栋幢区镇乡线牌-])"
_NO_DAY_AFTER = r"(?![楼门机线库店厂井车间院室仓桌码色样钢模位馆桥])"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A time found in a sentence.

    Args:
        when: the moment on the user's clock.
        all_day: whether only the day was named.
        span: where the words stand in the sentence, for marking them.
    """

    when: datetime
    all_day: bool
    span: tuple[int, int]


_Rule = tuple[re.Pattern[str], Callable[[re.Match[str], datetime], "date | datetime | None"]]


def phrase(text: str, now: datetime) -> Phrase | None:
    """The last time in the future, or today, that a sentence names; None when it names none.

    The last one wins because people write what happened first and what follows last: 今天来电，下周三回访. A day without an
    hour is the whole day, and today as long as it lasts: 周五 on a Friday is that Friday. 周五下午3点 after that hour is the
    next Friday.

    Args:
        text: what a person typed, in Chinese or English.
        now: what the user's clock shows.
    """
    found: list[Phrase] = []
    for pattern, rule in _RULES:
        for match in pattern.finditer(text):
            if (one := _read(match, rule, now)) is not None and one.when.date() >= now.date():
                found.append(one)
    if not found:
        return None
    # Of words that overlap the longest wins: 下周三下午 over 周三.
    best = [one for one in found if not any(_inside(one, other) for other in found)]
    return _until(max(best, key=lambda one: one.span), text)


def _until(found: Phrase, text: str) -> Phrase:
    """With the words behind it that make it a term: 周五之前, 月底前, 周五下班前 (half past five)."""
    term = _TERM.match(text, found.span[1])
    if term is None:
        return found
    when = found.when
    if term["close"] and found.all_day:
        when = datetime.combine(when.date(), time(17, 30))
    return Phrase(when, found.all_day and not term["close"], (found.span[0], term.end()))


def _inside(one: Phrase, other: Phrase) -> bool:
    return one.span != other.span and other.span[0] <= one.span[0] and one.span[1] <= other.span[1]


def _read(
    match: re.Match[str], rule: Callable[[re.Match[str], datetime], date | datetime | None], now: datetime
) -> Phrase | None:
    day = rule(match, now)
    if day is None:
        return None
    if isinstance(day, datetime):
        return Phrase(day, False, match.span())
    moment, later = hour_of(match)
    if moment is None and names_hour(match):
        return None
    return Phrase(datetime.combine(day, moment or time(9)) + timedelta(days=later), moment is None, match.span())


def _near_day(match: re.Match[str], now: datetime) -> date:
    days = {"今": 0, "明": 1, "后": 2, "大后": 3}
    return now.date() + timedelta(days=days[match["near"].rstrip("天日儿")])


def _weekday(match: re.Match[str], now: datetime) -> date:
    monday = now.date() - timedelta(days=now.weekday())
    weeks = len(match["next"] or "")
    name = match["weekday"]
    day = monday + timedelta(days=_WEEKDAYS[name], weeks=weeks)
    if name == "末" and not weeks and day < now.date():
        return now.date()
    # 周二 said on a Friday means the coming one.
    return day if weeks or match["this"] else _coming(day, match, now)


def _coming(day: date, match: re.Match[str], now: datetime) -> date:
    """The day, or the same day of the next week when it is over or its named hour is."""
    moment, later = hour_of(match)
    over = day < now.date() or (moment is not None and datetime.combine(day, moment) + timedelta(days=later) < now)
    return day + timedelta(weeks=1) if over else day


def _month_edge(match: re.Match[str], now: datetime) -> date | None:
    """月初, 月底, 下月初, 3月底."""
    this = now.date().replace(day=1)
    groups = match.groupdict()
    if groups.get("month"):
        start = _make(now.year, int(match["month"]), 1)
        if start is None:
            return None
        start += relativedelta(years=1 if start < this else 0)
    else:
        start = this + relativedelta(months=1 if groups.get("next") else 0)
    if groups.get("edge") != "初":
        return start + relativedelta(months=1, days=-1)
    return start if start >= now.date() else start + relativedelta(months=1)


def _year_end(match: re.Match[str], now: datetime) -> date:
    return date(now.year + (1 if match["next"] else 0), 12, 31)


def _next_month(match: re.Match[str], now: datetime) -> date:
    return now.date().replace(day=1) + relativedelta(months=1)


def _next_week(match: re.Match[str], now: datetime) -> date:
    return now.date() + timedelta(days=7 - now.weekday())


def _next_month_day(match: re.Match[str], now: datetime) -> date | None:
    return _date(now.date().replace(day=1) + relativedelta(months=1), count(match["day"]))


def _month_day(match: re.Match[str], now: datetime) -> date | None:
    year = int(match["year"]) if match["year"] else now.year
    found = _make(year, int(match["month"]), int(match["day"]))
    return (
        found
        if match["year"] or found is None or found >= now.date()
        else _make(year + 1, int(match["month"]), int(match["day"]))
    )


def _day_of_month(match: re.Match[str], now: datetime) -> date | None:
    found = _date(now.date().replace(day=1), int(match["day"]))
    if found is not None and found < now.date():
        found = _date(now.date().replace(day=1) + relativedelta(months=1), int(match["day"]))
    return found


def _date(month: date, day: int) -> date | None:
    return _make(month.year, month.month, day)


def _make(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _after(match: re.Match[str], now: datetime) -> date | datetime:
    unit, half = match["unit"], match["count"] == "半"
    number = 0 if half else count(match["count"])
    if unit in ("分钟", "分"):
        return _minutes(now, number)
    if unit in ("小时", "钟头"):
        return _minutes(now, 30 if half else 60 * number)
    if unit in ("天", "日"):
        return now.date() + timedelta(days=number)
    if unit in ("周", "星期", "礼拜"):
        return now.date() + timedelta(weeks=number)
    if unit == "月":
        return now.date() + (timedelta(days=15) if half else relativedelta(months=number))
    return now.date() + relativedelta(months=6 if half else 12 * number)


def _minutes(now: datetime, number: int) -> datetime:
    return now.replace(second=0, microsecond=0) + timedelta(minutes=number)


def _after_english(match: re.Match[str], now: datetime) -> date | datetime:
    unit = match["unit"].lower()
    if match["count"].lower().startswith("half"):
        return _minutes(now, 30)
    number = count(match["count"])
    if unit.startswith("min"):
        return _minutes(now, number)
    if unit.startswith("h"):
        return _minutes(now, 60 * number)
    if unit.startswith("d"):
        return now.date() + timedelta(days=number)
    return now.date() + (timedelta(weeks=number) if unit.startswith("w") else relativedelta(months=number))


def _weekday_english(match: re.Match[str], now: datetime) -> date | None:
    if not _means_weekday(match):
        return None
    monday = now.date() - timedelta(days=now.weekday())
    following = (match["which"] or "").lower() == "next"
    day = monday + timedelta(days=_EN_DAYS[match["weekday"].lower()[:3]], weeks=1 if following else 0)
    return day if following else _coming(day, match, now)


def _means_weekday(match: re.Match[str]) -> bool:
    """Whether sun, sat, mon and wed are days here: by what stands around them, or by a capital inside the sentence."""
    name = match["weekday"]
    if len(name) > 3 or name.lower() not in ("sun", "sat", "mon", "wed") or match["which"] or hour_of(match)[0]:
        return True
    before, after = match.string[: match.start()].rstrip().lower(), match.string[match.end() :]
    if before.rpartition(" ")[2] in ("the", "a", "i", "he", "she", "it", "we", "they", "who", "have", "has"):
        return False
    return not re.match(r"\s+[^\W\d_]|'", after) or (bool(before) and name[0].isupper())


def _day_english(match: re.Match[str], now: datetime) -> date | None:
    after = match.string[match.end() :]
    if match["name"] == "may" and not (match["year"] or names_hour(match)) and re.match(r"\s+[^\W\d_]", after):
        return None  # may is a verb here
    month, day = _EN_MONTHS[match["name"].lower()[:3]], int(match["day"])
    year = int(match["year"]) if match["year"] else now.year
    found = _make(year, month, day)
    return found if match["year"] or found is None or found >= now.date() else _make(year + 1, month, day)


def _rules() -> Iterator[_Rule]:
    flags = re.IGNORECASE
    yield later(rf"(?P<near>大后天|后天|明天|明儿|明日|今天|今日|今儿|[今明](?=[早晚])){CHINESE_TIME}"), _near_day
    yield (
        later(
            r"(?<!上)(?<!上个)(?P<this>这|本)?(?P<next>下{1,2})?个?(?<!上个)(?:周|星期|礼拜)"
            rf"(?P<weekday>[一二三四五六日天]|末(?!班)){CHINESE_TIME}"
        ),
        _weekday,
    )
    yield (
        later(rf"(?<![上\d])(?<!上个)(?:本|这个)?(?P<next>下个?)?月(?P<edge>[底末初]){CHINESE_TIME}"),
        _month_edge,
    )
    yield later(rf"(?<![\d年])(?P<month>\d{{1,2}})月(?:份)?(?P<edge>[底末初]){CHINESE_TIME}"), _month_edge
    yield later(rf"(?<![去前上\d])(?<!去年)(?<!前年)(?P<next>明年?)?年[底末]{CHINESE_TIME}"), _year_end
    yield later(rf"下个?月(?![底末初]|\d|[一二三四五六七八九十]{{1,3}}[号日]){CHINESE_TIME}"), _next_month
    yield later(rf"下个?月(?P<day>\d{{1,2}}|[一二三四五六七八九十]{{1,3}})[号日]{CHINESE_TIME}"), _next_month_day
    yield (
        later(rf"(?:(?P<year>20\d\d)年|(?<![\d年]))(?P<month>\d{{1,2}})月(?P<day>\d{{1,2}})[日号]?{CHINESE_TIME}"),
        _month_day,
    )
    yield (
        later(rf"(?<![\d.-])(?P<year>20\d\d)[-/.](?P<month>\d{{1,2}})[-/.](?P<day>\d{{1,2}})(?![\d]){CHINESE_TIME}"),
        _month_day,
    )
    yield later(rf"{_NO_DAY_BEFORE}(?P<day>[12]?\d|3[01])号{_NO_DAY_AFTER}{CHINESE_TIME}"), _day_of_month
    yield (
        later(
            rf"(?:过)?(?P<count>{_COUNT}|半)个?(?P<unit>小时|钟头|分钟|天|日|周|星期|礼拜|月|年)(?:之?后|以后){CHINESE_TIME}"
        ),
        _after,
    )
    yield later(rf"\b(?:today|(?P<tonight>tonight)){ENGLISH_TIME}", flags), lambda match, now: now.date()
    yield later(rf"\btomorrow{ENGLISH_TIME}", flags), lambda match, now: now.date() + timedelta(days=1)
    yield (
        later(rf"\b(?:the\s+)?day\s+after\s+tomorrow{ENGLISH_TIME}", flags),
        lambda match, now: now.date() + timedelta(days=2),
    )
    yield later(rf"\bnext\s+week{ENGLISH_TIME}", flags), _next_week
    yield later(rf"\bnext\s+month{ENGLISH_TIME}", flags), _next_month
    yield later(rf"\bend\s+of\s+(?:the\s+|this\s+|(?P<next>next\s+))?month{ENGLISH_TIME}", flags), _month_edge
    yield later(rf"\bend\s+of\s+(?:the\s+|this\s+|(?P<next>next\s+))?year{ENGLISH_TIME}", flags), _year_end
    yield (
        later(rf"(?<!last )(?<!past )\b(?:(?P<which>next|this|on)\s+)?{_EN_DAY}{ENGLISH_TIME}", flags),
        _weekday_english,
    )
    numbers = "|".join(ENGLISH_NUMBERS)
    yield (
        later(
            rf"\bin\s+(?P<count>\d{{1,3}}|{numbers}|half\s+an?(?=\s+hour))\s+(?P<unit>minutes?|mins?|hours?|h|days?|weeks?|months?)\b{ENGLISH_TIME}",
            flags,
        ),
        _after_english,
    )
    yield (
        later(
            rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+{_EN_MONTH}{_GOODS}(?:,?\s+(?P<year>20\d\d))?{ENGLISH_TIME}",
            flags,
        ),
        _day_english,
    )
    yield (
        later(
            rf"\b{_EN_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b{_GOODS}(?:,?\s+(?P<year>20\d\d))?{ENGLISH_TIME}",
            flags,
        ),
        _day_english,
    )
    yield (
        later(r"下个?(?:周|星期|礼拜)(?![一二三四五六日天末])"),
        _next_week,
    )
    yield later(rf"(?P<part>下午|晚上|中午)\s*{CLOCK}"), lambda match, now: now.date()
    # Only where a sentence begins with it: "he came at 3pm" plans nothing.
    yield later(rf"^\s*(?:at\s+)?{HALF_DAY_CLOCK}(?!\w)", flags), lambda match, now: now.date()


_TERM = later(r"\s*(?:(?P<close>下班)(?:之|以)?前|(?:之|以)前|前(?![台面往期后沿天年程景\d])|(?:之|以)内|左右|前后)")
_RULES: tuple[_Rule, ...] = (*_rules(), *phrase_holidays.rules(), *phrase_more.rules(), *phrase_english.rules())
