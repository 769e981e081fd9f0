"""Finds when something is to happen in a spoken sentence: 下周三下午, 明天10点半, next Wed 3pm, in two weeks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from dateutil.relativedelta import relativedelta

_FIGURES = {
    "零": 0,
    "一": 1,
    "二": 2,
    "两": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
    "十": 10,
    "半": 0,
}
_COUNT = r"(?:\d{1,3}|[一二两三四五六七八九十]{1,3})"
_PARTS = {
    "凌晨": time(5), "清晨": time(7), "早上": time(9), "早晨": time(9), "一早": time(9), "上午": time(9), "中午": time(12),
    "午后": time(14), "下午": time(14), "傍晚": time(18), "晚上": time(19), "今晚": time(19),
    "morning": time(9), "noon": time(12), "afternoon": time(14), "evening": time(19), "tonight": time(19),
}  # fmt: skip
_CLOCK = (
    r"(?P<hour>\d{1,2}|[一二两三四五六七八九十]{1,3})(?:(?:点钟?|时)(?:(?P<half>半)|(?P<quarter>一刻)|(?P<minute>\d{1,2})分?)?"
    r"|[:：](?P<minute2>\d{2}))"
)
_PART = rf"(?P<part>{'|'.join(name for name in _PARTS if not name.isascii())})"
_ZH_TIME = rf"(?:\s*{_PART})?(?:\s*{_CLOCK})?"
_WEEKDAYS = {"一": 0, "二": 1, "三": 2, "四": 3, "五": 4, "六": 5, "日": 6, "天": 6}
_EN_DAYS = {name: index for index, name in enumerate(("mon", "tue", "wed", "thu", "fri", "sat", "sun"))}
_EN_MONTHS = {name: index for index, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
_EN_NUMBERS = {
    name: index for index, name in enumerate("one two three four five six seven eight nine ten".split(), 1)
} | {"a": 1, "an": 1}
_EN_DAY = r"(?P<weekday>mon|tue|wed|thu|fri|sat|sun)(?:day|sday|nesday|rsday|urday|s|r|rs)?\b\.?"
_EN_MONTH = r"(?P<name>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_EN_CLOCK = r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))?\s*(?P<half>am|pm|a\.m\.|p\.m\.)|(?P<hour24>\d{1,2}):(?P<minute24>\d{2})|(?P<word>morning|noon|afternoon|evening)"
_EN_TIME = rf"(?:,?\s+(?:at\s+|in\s+the\s+|@\s*)?(?:{_EN_CLOCK}))?"


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

    The last one counts because people write what happened first and what follows last: 昨天来电，下周三回访.

    Args:
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
    return max(best, key=lambda one: one.span)


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
    moment = _clock(match)
    if moment is None and _named_part(match):
        return None
    at = moment or time(9)
    return Phrase(datetime.combine(day, at), moment is None, match.span())


def _named_part(match: re.Match[str]) -> bool:
    groups = match.groupdict()
    return bool(groups.get("hour")) and _clock(match) is None


def _clock(match: re.Match[str]) -> time | None:
    groups = match.groupdict()
    part = groups.get("part") or (groups.get("word") or "").lower() or None
    if groups.get("hour24"):
        return _time(int(groups["hour24"]), int(groups["minute24"]))
    if not groups.get("hour"):
        return _PARTS[part] if part else None
    hour = _count(groups["hour"])
    minute = int(groups.get("minute") or groups.get("minute2") or 0)
    half = groups.get("half")
    if half == "半":
        minute = 30
    elif half:
        hour = hour % 12 + (12 if half.lower().startswith("p") else 0)
    if groups.get("quarter"):
        minute = 15
    if part in ("下午", "傍晚", "晚上", "今晚", "午后") and hour < 12:
        hour += 12
    elif part is None and half in (None, "半") and groups.get("minute2") is None and 1 <= hour <= 6:
        # A bare 三点 in business is the afternoon.
        hour += 12
    return _time(hour, minute)


def _time(hour: int, minute: int) -> time | None:
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _count(text: str) -> int:
    if text.isdigit():
        return int(text)
    if text.lower() in _EN_NUMBERS:
        return _EN_NUMBERS[text.lower()]
    tens, ten, ones = text.rpartition("十")
    if not ten:
        return _FIGURES.get(text[-1], 0)
    return (_FIGURES[tens] if tens else 1) * 10 + (_FIGURES[ones] if ones else 0)


def _near_day(match: re.Match[str], now: datetime) -> date:
    days = {"今": 0, "今晚": 0, "明": 1, "明儿": 1, "后": 2, "后儿": 2, "大后": 3}
    return now.date() + timedelta(days=days[match["near"].removesuffix("天").removesuffix("日")])


def _weekday(match: re.Match[str], now: datetime) -> date:
    monday = now.date() - timedelta(days=now.weekday())
    weeks = len(match["next"] or "")
    day = monday + timedelta(days=_WEEKDAYS[match["weekday"]], weeks=weeks)
    # 周二 said on a Friday means the coming one.
    return day + timedelta(weeks=1) if not weeks and not match["this"] and day < now.date() else day


def _month_end(match: re.Match[str], now: datetime) -> date:
    start = now.date().replace(day=1) + relativedelta(months=1 if match["next"] else 0)
    return start + relativedelta(months=1, days=-1)


def _next_month_day(match: re.Match[str], now: datetime) -> date | None:
    return _date(now.date().replace(day=1) + relativedelta(months=1), _count(match["day"]))


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
    count = 0 if half else _count(match["count"])
    if unit in ("分钟", "分"):
        return _minutes(now, count)
    if unit in ("小时", "钟头"):
        return _minutes(now, 30 if half else 60 * count)
    if unit in ("天", "日"):
        return now.date() + timedelta(days=count)
    if unit in ("周", "星期", "礼拜"):
        return now.date() + timedelta(weeks=count)
    if unit == "月":
        return now.date() + (timedelta(days=15) if half else relativedelta(months=count))
    return now.date() + relativedelta(months=6 if half else 12 * count)


def _minutes(now: datetime, count: int) -> datetime:
    return now.replace(second=0, microsecond=0) + timedelta(minutes=count)


def _after_english(match: re.Match[str], now: datetime) -> date | datetime:
    count, unit = _count(match["count"]), match["unit"].lower()
    if unit.startswith("min"):
        return _minutes(now, count)
    if unit.startswith("h"):
        return _minutes(now, 60 * count)
    if unit.startswith("d"):
        return now.date() + timedelta(days=count)
    return now.date() + (timedelta(weeks=count) if unit.startswith("w") else relativedelta(months=count))


def _weekday_english(match: re.Match[str], now: datetime) -> date:
    monday = now.date() - timedelta(days=now.weekday())
    following = (match["which"] or "").lower() == "next"
    day = monday + timedelta(days=_EN_DAYS[match["weekday"].lower()], weeks=1 if following else 0)
    return day + timedelta(weeks=1) if not following and day < now.date() else day


def _day_english(match: re.Match[str], now: datetime) -> date | None:
    month, day = _EN_MONTHS[match["name"].lower()], int(match["day"])
    year = int(match["year"]) if match["year"] else now.year
    found = _make(year, month, day)
    return found if match["year"] or found is None or found >= now.date() else _make(year + 1, month, day)


def _rules() -> Iterator[_Rule]:
    flags = re.IGNORECASE
    yield re.compile(rf"(?P<near>大后天|后天|明天|明儿|明日|今天|今日|今晚){_ZH_TIME}"), _near_day
    yield (
        re.compile(
            rf"(?<!上)(?<!上个)(?P<this>这|本)?(?P<next>下{{1,2}})?个?(?<!上个)(?:周|星期|礼拜)(?P<weekday>[一二三四五六日天]){_ZH_TIME}"
        ),
        _weekday,
    )
    yield re.compile(rf"(?P<next>下个?)?月[底末]{_ZH_TIME}"), _month_end
    yield re.compile(rf"下个?月(?P<day>\d{{1,2}}|[一二三四五六七八九十]{{1,3}})[号日]{_ZH_TIME}"), _next_month_day
    yield (
        re.compile(rf"(?:(?P<year>20\d\d)年)?(?<![\d年])(?P<month>\d{{1,2}})月(?P<day>\d{{1,2}})[日号]?{_ZH_TIME}"),
        _month_day,
    )
    yield (
        re.compile(rf"(?<![\d.-])(?P<year>20\d\d)[-/.](?P<month>\d{{1,2}})[-/.](?P<day>\d{{1,2}})(?![\d]){_ZH_TIME}"),
        _month_day,
    )
    yield re.compile(rf"(?<![\d月个])(?P<day>[12]?\d|3[01])号(?![楼门机线库店厂井车间]){_ZH_TIME}"), _day_of_month
    yield (
        re.compile(
            rf"(?:过)?(?P<count>{_COUNT}|半)个?(?P<unit>小时|钟头|分钟|天|日|周|星期|礼拜|月|年)(?:之?后|以后){_ZH_TIME}"
        ),
        _after,
    )
    yield re.compile(rf"\b(?:today|(?P<tonight>tonight)){_EN_TIME}\b", flags), lambda match, now: now.date()
    yield re.compile(rf"\btomorrow{_EN_TIME}", flags), lambda match, now: now.date() + timedelta(days=1)
    yield (
        re.compile(rf"\bnext\s+week{_EN_TIME}", flags),
        lambda match, now: now.date() + timedelta(days=7 - now.weekday()),
    )
    yield re.compile(rf"\b(?:(?P<which>next|this|on)\s+)?{_EN_DAY}{_EN_TIME}", flags), _weekday_english
    numbers = "|".join(_EN_NUMBERS)
    yield (
        re.compile(
            rf"\bin\s+(?P<count>\d{{1,3}}|{numbers})\s+(?P<unit>minutes?|mins?|hours?|h|days?|weeks?|months?)\b{_EN_TIME}",
            flags,
        ),
        _after_english,
    )
    yield (
        re.compile(rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+{_EN_MONTH}(?:,?\s+(?P<year>20\d\d))?{_EN_TIME}", flags),
        _day_english,
    )
    yield (
        re.compile(rf"\b{_EN_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s+(?P<year>20\d\d))?{_EN_TIME}", flags),
        _day_english,
    )
    yield (
        re.compile(r"下个?(?:周|星期|礼拜)(?![一二三四五六日天末])"),
        lambda match, now: now.date() + timedelta(days=7 - now.weekday()),
    )
    yield re.compile(rf"(?P<part>下午|晚上|中午)\s*{_CLOCK}"), lambda match, now: now.date()


_RULES: tuple[_Rule, ...] = tuple(_rules())
