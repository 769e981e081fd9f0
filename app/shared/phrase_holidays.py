"""Times told by holidays: 国庆后第一天, 春节前, 节后, 年后, after Easter. What each means is fixed in the help."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta

from app.shared import holidays
from app.shared.patterns import later
from app.shared.phrase_hours import CHINESE_TIME, ENGLISH_NUMBERS, ENGLISH_TIME, count

Rule = tuple[re.Pattern[str], Callable[[re.Match[str], datetime], date | datetime | None]]
_NAMES = {
    "元旦": holidays.NEW_YEAR, "春节": holidays.SPRING, "过年": holidays.SPRING, "新春": holidays.SPRING,
    "大年": holidays.SPRING, "元宵": holidays.LANTERNS, "清明": holidays.TOMBS, "五一": holidays.MAY,
    "5.1": holidays.MAY, "劳动": holidays.MAY, "端午": holidays.BOATS, "中秋": holidays.MOON,
    "国庆": holidays.NATIONAL, "十一": holidays.NATIONAL, "圣诞": holidays.CHRISTMAS, "复活": holidays.EASTER,
}  # fmt: skip
NAMES = rf"(?<![\d二三四五六七八九])(?P<holiday>{'|'.join(map(re.escape, _NAMES))})"
_ENGLISH = (
    (r"chinese new year|lunar new year|spring festival|cny", holidays.SPRING),
    (r"national day|golden week", holidays.NATIONAL),
    (r"may day|labour day", holidays.MAY),
    (r"mid-?autumn(?: festival)?|moon festival", holidays.MOON),
    (r"dragon boat(?: festival)?", holidays.BOATS),
    (r"qingming(?: festival)?|tomb[- ]sweeping(?: day)?", holidays.TOMBS),
    (r"christmas|x-?mas", holidays.CHRISTMAS),
    (r"easter", holidays.EASTER),
    (r"new year(?:['’]?s)?(?: day)?", holidays.NEW_YEAR),
)
_N = r"(?:\d{1,2}|[一二两三四五六七八九十]{1,2})"
_REST = r"节?(?:小?长假|假期|放假|放完假|假)?"
_COUNTED = (
    rf"(?:的?(?:上班|开工|复工|开市)?(?:后|的)?(?:(?P<nth>第{_N}|头一)个?(?P<what>天|日|工作日|周|星期|礼拜)|(?P<plus>{_N})个?(?P<unit>天|周|星期|礼拜|月)(?!内))"
    r"|的?(?:第一个)?(?:周|星期|礼拜)(?P<weekday>[一二三四五六日天])|上班(?:后|时)?)?"
)
_EARLIER = rf"(?:(?P<minus>{_N})个?(?P<unit>天|日|周|星期|礼拜|月))?"
_WEEKDAYS = "一二三四五六日"
_NO_YEAR = "(?<![\\d一二两三四五六七八九十半几多百千今明去前后每近当来数整同往])"


def rules() -> Iterator[Rule]:
    """The patterns, each with what it means."""
    yield later(rf"(?:过完|过了|等)?{NAMES}{_REST}(?:过后|之后|以后|后|回来|收假)后?{_COUNTED}{CHINESE_TIME}"), _after
    yield later(rf"(?:过完|过了){NAMES}{_REST}{_COUNTED}{CHINESE_TIME}"), _after
    yield later(rf"(?:{_NO_YEAR}年|过完年|过了年|过完年)(?:之|以)?后{_COUNTED}{CHINESE_TIME}"), _after
    yield later(rf"(?:过完|过了)年{_COUNTED}{CHINESE_TIME}"), _after
    yield later(rf"(?<![\u3400-\u9fff])(?P<any>节|长假|假期)(?:之|以)?后{_COUNTED}{CHINESE_TIME}"), _after
    yield later(rf"{NAMES}{_REST}(?:之|以)?前(?!后){_EARLIER}{CHINESE_TIME}"), _before
    yield later(rf"{_NO_YEAR}年(?:之|以)?前(?![后年]){_EARLIER}{CHINESE_TIME}"), _before
    yield later(rf"(?<![\u3400-\u9fff])(?P<any>节|长假|假期)(?:之|以)?前(?!后){_EARLIER}{CHINESE_TIME}"), _before
    yield later(rf"{NAMES}节?(?:当天|那天|当日|这天){CHINESE_TIME}"), _itself
    names = "|".join(f"(?P<e{at}>{words})" for at, (words, _name) in enumerate(_ENGLISH))
    numbers = "|".join(ENGLISH_NUMBERS)
    rest = r"(?:\s+(?:holidays?|break|festival|week))?"
    counted = rf"(?:(?:the\s+)?(?P<number>\d{{1,2}}|{numbers}|first|next)?\s*(?P<unit>working\s+day|workday|day|week|month)s?\s+)?"
    yield (
        later(
            rf"\b{counted}(?P<side>after|following|before)\s+(?:the\s+)?(?:{names})\b{rest}{ENGLISH_TIME}",
            re.IGNORECASE,
        ),
        _english,
    )


def _name(match: re.Match[str], now: datetime, *, begun: bool) -> str:
    groups = match.groupdict()
    if groups.get("any"):
        return holidays.nearest(now.date(), begun=begun)
    return _NAMES[groups["holiday"]] if groups.get("holiday") else holidays.SPRING


def _after(match: re.Match[str], now: datetime) -> date | None:
    name = _name(match, now, begun=True)
    found = holidays.coming_after(name, now.date())
    if found is None:
        return None
    calendar, last = holidays.calendar_of(name), found[1]
    first = calendar.following(last)
    if match["weekday"]:
        wanted = _WEEKDAYS.index(match["weekday"].replace("天", "日"))
        return last + timedelta(days=(wanted - last.weekday() - 1) % 7 + 1)
    if match["nth"]:
        number = 1 if match["nth"].startswith("头") else count(match["nth"].removeprefix("第"))
        if match["what"] in ("天", "日", "工作日"):
            for _day in range(number - 1):
                first = calendar.following(first)
            return first
        monday = first - timedelta(days=first.weekday())
        return first if number < 2 else calendar.following(monday + timedelta(weeks=number - 1, days=-1))
    if match["plus"]:
        return _further(calendar.following, last, count(match["plus"]), match["unit"])
    return first


def _further(following: Callable[[date], date], last: date, number: int, unit: str) -> date:
    days = number * {"天": 1, "周": 7, "星期": 7, "礼拜": 7, "月": 30}[unit]
    return following(last + timedelta(days=days - 1))


def _before(match: re.Match[str], now: datetime) -> date | None:
    found = holidays.coming_before(_name(match, now, begun=False), now.date())
    if found is None:
        return None
    days = (
        count(match["minus"]) * {"周": 7, "星期": 7, "礼拜": 7, "月": 30}.get(match["unit"], 1) if match["minus"] else 1
    )
    return max(now.date(), _workday_until(found[0] - timedelta(days=days), _name(match, now, begun=False)))


def _workday_until(day: date, name: str) -> date:
    calendar = holidays.calendar_of(name)
    while not calendar.is_workday(day):
        day -= timedelta(days=1)
    return day


def _itself(match: re.Match[str], now: datetime) -> date | None:
    name = _NAMES[match["holiday"]]
    days = (holidays.day_of(name, year) for year in (now.year, now.year + 1))
    return next((day for day in days if day is not None and day >= now.date()), None)


def _english(match: re.Match[str], now: datetime) -> date | None:
    name = next(name for at, (_words, name) in enumerate(_ENGLISH) if match[f"e{at}"])
    calendar = holidays.calendar_of(name)
    unit = (match["unit"] or "").lower()
    said = (match["number"] or "a").lower()
    number = 1 if said in ("first", "next") else count(said)
    if match["side"].lower() == "before":
        found = holidays.coming_before(name, now.date())
        if found is None:
            return None
        days = number * {"week": 7, "month": 30}.get(unit, 1) if unit else 1
        return max(now.date(), _workday_until(found[0] - timedelta(days=days), name))
    found = holidays.coming_after(name, now.date())
    if found is None:
        return None
    day = calendar.following(found[1])
    if unit in ("week", "month"):
        return (
            calendar.following(found[1] + timedelta(days=number * (7 if unit == "week" else 30) - 1))
            if match["number"]
            else day
        )
    for _day in range(number - 1):
        day = calendar.following(day)
    return day
