"""Further ways in which Chinese sentences name a time: 3天内, 两个半小时后, 明年3月, 8月中旬, 正月初八, 7/22, 下班前."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta

from dateutil.relativedelta import relativedelta

from app.shared import lunar
from app.shared.patterns import later
from app.shared.phrase_hours import BARE_HOUR, CHINESE_TIME, CLOCK, PART, count, hour_of
from app.shared.text import HAN
from app.shared.workdays import workdays

Rule = tuple[re.Pattern[str], Callable[[re.Match[str], datetime], date | datetime | None]]
_ZH = "一二两三四五六七八九十"
_COUNT = rf"(?:\d{{1,3}}|[{_ZH}]{{1,3}})"
_UNIT = r"个?(?P<unit>小时|钟头|分钟|工作日|天|日|周|星期|礼拜|月|年)"
_MONTH = r"(?P<month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月"
_YEAR = r"(?:(?P<year>20\d\d)年|(?P<far>[今明后])年)"
_THIRDS = {"上旬": 1, "初": 1, "中旬": 11, "中": 15, "下旬": 21}
_FRACTIONS = {(1, 2), (1, 3), (2, 3), (1, 4), (3, 4), (1, 5)}
_NEXT_TO = r"(?=$|[\s，。；,;、]|[\u3400-\u9fff])"
_NO_UNIT = r"(?!\s*(?:折|倍|米|吨|元|万|块|个|台|套|件|箱|寸|版|号|楼|层|[kKmM]|%|％))"


def rules() -> Iterator[Rule]:
    """The patterns, each with what it means."""
    yield later(rf"(?<!第)(?P<count>{_COUNT}|半){_UNIT}(?:之|以)?内{CHINESE_TIME}"), _span
    yield later(rf"(?<!第)(?P<count>{_COUNT})个?(?P<unit>工作日)(?:之后|以后|后){CHINESE_TIME}"), _span
    yield later(rf"过(?P<count>{_COUNT}|半){_UNIT}(?![之以]?[后前]){CHINESE_TIME}"), _span
    yield (
        later(
            rf"(?P<count>{_COUNT})个?(?P<half>半)个?(?P<unit>小时|钟头|天|周|星期|礼拜|月|年)(?:之后|以后|后|以内|之内|内)"
        ),
        _span,
    )
    yield later(rf"(?P<count>{_COUNT})(?P<unit>天|周|年)半(?:之后|以后|后)(?P<half>)"), _span_half
    yield later(r"(?P<whole>\d{1,2})[.．](?P<part>\d)个?(?P<unit>小时|钟头|天)(?:之后|以后|后)"), _decimal
    yield (
        later(
            r"(?:过|等|待)?一?(?<![开商机约误再社协])会儿?(?=后|再|给|打|回|联系|发)|稍后|晚点儿?(?=再|给|打|回|联系|发)|晚些时候"
        ),
        _soon,
    )
    yield later(rf"明后[天两]?天?{CHINESE_TIME}"), lambda match, now: now.date() + timedelta(days=1)
    yield later(r"(?P<next>下)?(?:本|这|这个)?(?:周|星期|礼拜)(?:之|以)?内"), _within_week
    yield later(r"(?:本|这个|当)?(?P<unit>月|年)(?:之|以)?内"), _within
    yield (
        later(r"(?<![天日周一二三四五六末号节后期早晚今当])下班[之以]?前"),
        lambda match, now: _ahead(now, time(17, 30)),
    )
    yield (
        later(
            rf"(?<![天日一二三四五六末号早晚今当每前\d节后]){PART}(?:\s*{BARE_HOUR})?(?!\s*(?:{CLOCK}|茶|好|班|场|会|宴|餐|饭))"
        ),
        _part,
    )
    yield later(rf"(?<![天日一二三四五六末号今当每前\d节后])(?P<part>早上|上午|凌晨|早晨)\s*{CLOCK}"), _hour
    yield later(rf"{_YEAR}{_MONTH}(?P<day>\d{{1,2}}|[{_ZH}]{{1,3}})[日号]{CHINESE_TIME}"), _date
    yield later(rf"(?<![{_ZH}\d年]){_MONTH}(?P<day>[{_ZH}]{{1,3}})[日号]{CHINESE_TIME}"), _date
    yield (
        later(
            rf"(?<![{_ZH}\d第楼路幢栋月区院])(?P<day>[{_ZH}]{{1,3}})号(?![楼门机线库店厂井车间院室仓桌码色样钢模位馆桥]){CHINESE_TIME}"
        ),
        _date,
    )
    yield later(rf"(?:这个|本|当|这)月(?P<day>\d{{1,2}}|[{_ZH}]{{1,3}})[日号]{CHINESE_TIME}"), _date
    yield later(rf"(?:{_YEAR}|(?<![{_ZH}\d年])){_MONTH}份?(?P<third>[上中下]旬|中){CHINESE_TIME}"), _third
    yield (
        later(
            rf"(?<![{_ZH}\d个])(?P<next>下)?个?(?:这|本)?月(?:份)?(?P<third>[上中下]旬|中(?![心午旬餐])){CHINESE_TIME}"
        ),
        _third,
    )
    yield later(rf"{_YEAR}{_MONTH}(?:份)?(?![\d{_ZH}底末初上中下])"), _month
    yield later(rf"{_YEAR}{_MONTH}(?:份)?(?P<edge>[底末初])"), _month
    yield (
        later(
            rf"(?<![{_ZH}\d个年./-]){_MONTH}(?:份(?!的?[货单量订报])|(?=\s|[再回联拜跟去打发寄催谈签]))(?![\d{_ZH}底末初上中下])"
        ),
        _month,
    )
    yield later(r"明年(?:年)?初"), lambda match, now: _first_workday(now.year + 1, 1)
    yield later(r"(?P<far>明|后)年(?![\d一二三四五六七八九十底末初中上下春夏秋冬度会]|[之以]?[前后内])"), _year
    yield later(r"(?P<far>今|明)?年?下半年"), lambda match, now: date(now.year + (match["far"] == "明"), 7, 1)
    yield later(r"(?P<next>下个?)?(?:本|这个?)?(?:季度|季)(?P<edge>[末底初])"), _quarter
    yield later(r"下个?季度(?![末底初])"), lambda match, now: _quarter_start(now.date()) + relativedelta(months=3)
    yield (
        later(
            rf"(?P<lunar>(?:农历|阴历)?(?:正月|腊月|冬月)(?:初[{_ZH}]|十[{_ZH}]?|二十[{_ZH}]?|廿[{_ZH}]|三十)|(?:农历|阴历)[{_ZH}]{{1,2}}月(?:初[{_ZH}]|十[{_ZH}]?|二十[{_ZH}]?|廿[{_ZH}]|三十)){CHINESE_TIME}"
        ),
        _lunar,
    )
    yield later(rf"大年(?P<lunar>初[{_ZH}]|三十){CHINESE_TIME}"), _lunar
    yield (
        later(
            rf"(?<![\d./:-])(?P<month>1[0-2]|0?[1-9])/(?P<day>3[01]|[12]\d|0?[1-9])(?![\d/%])(?![a-zA-Z]){CHINESE_TIME}"
        ),
        _written,
    )
    yield (
        later(
            rf"(?:^|(?<=[\s，。；,;]))(?P<month>1[0-2]|0?[1-9])[.-](?P<day>3[01]|[12]\d)(?![\d.%/-]){_NO_UNIT}{_NEXT_TO}{CHINESE_TIME}"
        ),
        _written,
    )


def _make(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _span(match: re.Match[str], now: datetime) -> date | datetime:
    groups = match.groupdict()
    unit, half = match["unit"], bool(groups.get("half"))
    number = 0 if match["count"] == "半" else count(match["count"])
    half = half or match["count"] == "半"
    if unit in ("小时", "钟头", "分钟"):
        minutes = number if unit == "分钟" else 60 * number + (30 if half else 0)
        return now.replace(second=0, microsecond=0) + timedelta(minutes=minutes)
    if unit == "工作日":
        day = now.date()
        for _day in range(number):
            day = workdays("CN").following(day)
        return day
    if unit in ("天", "日"):
        return now.date() + timedelta(days=number + half)
    if unit in ("周", "星期", "礼拜"):
        return now.date() + timedelta(days=7 * number + (3 if half else 0))
    if unit == "月":
        return now.date() + relativedelta(months=number) + timedelta(days=15 if half else 0)
    return now.date() + relativedelta(months=12 * number + (6 if half else 0))


def _span_half(match: re.Match[str], now: datetime) -> date:
    number = count(match["count"])
    if match["unit"] == "年":
        return now.date() + relativedelta(months=12 * number + 6)
    return now.date() + timedelta(days=number + 1 if match["unit"] == "天" else 7 * number + 3)


def _decimal(match: re.Match[str], now: datetime) -> date | datetime:
    number = int(match["whole"]) + int(match["part"]) / 10
    if match["unit"] == "天":
        return now.date() + timedelta(days=round(number + 0.49))
    return now.replace(second=0, microsecond=0) + timedelta(minutes=round(60 * number))


def _soon(match: re.Match[str], now: datetime) -> datetime:
    return now.replace(second=0, microsecond=0) + timedelta(hours=1)


def _within_week(match: re.Match[str], now: datetime) -> date:
    friday = now.date() + timedelta(days=4 - now.weekday(), weeks=1 if match["next"] else 0)
    return max(friday, now.date())


def _within(match: re.Match[str], now: datetime) -> date:
    if match["unit"] == "年":
        return date(now.year, 12, 31)
    return now.date().replace(day=1) + relativedelta(months=1, days=-1)


def _ahead(now: datetime, at: time) -> datetime | None:
    found = datetime.combine(now.date(), at)
    return found if found > now else None


def _part(match: re.Match[str], now: datetime) -> datetime | None:
    """下午 alone is that of today while it lies ahead; else what was done then is told."""
    moment, _later = hour_of(match)
    return _ahead(now, moment) if moment is not None else None


def _hour(match: re.Match[str], now: datetime) -> datetime | None:
    moment, _later = hour_of(match)
    return _ahead(now, moment) if moment is not None else None


def _date(match: re.Match[str], now: datetime) -> date | None:
    groups = match.groupdict()
    day = count(match["day"])
    today = now.date()
    if not groups.get("month"):
        this = _make(today.year, today.month, day)
        if "month" not in groups and match[0][:1] in "这本当":
            return this
        following = today.replace(day=1) + relativedelta(months=1)
        return this if this is not None and this >= today else _make(following.year, following.month, day)
    month = count(groups["month"])
    if year := _named_year(match, now):
        return _make(year, month, day)
    found = _make(today.year, month, day)
    return found if found is None or found >= today else _make(today.year + 1, month, day)


def _named_year(match: re.Match[str], now: datetime) -> int:
    groups = match.groupdict()
    if groups.get("year"):
        return int(groups["year"])
    return now.year + "今明后".index(groups["far"]) if groups.get("far") else 0


def _third(match: re.Match[str], now: datetime) -> date | None:
    """上旬, 中旬 and 下旬 begin on the 1st, the 11th and the 21st; 月中 is the 15th. One that runs is from today on."""
    groups, today = match.groupdict(), now.date()
    start = _THIRDS[match["third"]]
    last = {1: 10, 11: 20, 15: 15, 21: 31}[start]
    year = _named_year(match, now)
    if groups.get("month"):
        month = count(groups["month"])
        found = _make(year or today.year, month, start)
        if found is None or year:
            return found
        running = (today.year, today.month) == (found.year, month) and today.day <= last
        return max(found, today) if found >= today or running else _make(today.year + 1, month, start)
    first = today.replace(day=1) + relativedelta(months=1 if groups.get("next") else 0)
    if groups.get("next"):
        return first.replace(day=start)
    if today.day > last:
        return (first + relativedelta(months=1)).replace(day=start)
    return max(today, first.replace(day=start))


def _month(match: re.Match[str], now: datetime) -> date | None:
    month, today = count(match["month"]), now.date()
    year = _named_year(match, now)
    found = _make(year or today.year, month, 1)
    if found is None:
        return None
    if not year and found < today.replace(day=1):
        found = found.replace(year=today.year + 1)
    if match.groupdict().get("edge") in ("底", "末"):
        return found + relativedelta(months=1, days=-1)
    return max(found, today) if found >= today.replace(day=1) else found


def _first_workday(year: int, month: int) -> date:
    return workdays("CN").following(date(year, month, 1))


def _year(match: re.Match[str], now: datetime) -> date:
    return _first_workday(now.year + "今明后".index(match["far"]), 1)


def _quarter_start(day: date) -> date:
    return day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1)


def _quarter(match: re.Match[str], now: datetime) -> date:
    start = _quarter_start(now.date()) + relativedelta(months=3 if match["next"] else 0)
    if match["edge"] == "初":
        return start if start >= now.date() else start + relativedelta(months=3)
    return start + relativedelta(months=3, days=-1)


def _lunar(match: re.Match[str], now: datetime) -> date | None:
    said = match["lunar"].removeprefix("农历").removeprefix("阴历")
    if said == "三十":
        return lunar.next_birthday(12, 30, now.date())
    found = lunar.read_words(said if "月" in said else f"正月{said}")
    return lunar.next_birthday(*found, now.date()) if found else None


def _written(match: re.Match[str], now: datetime) -> date | None:
    """7/22 and 7.22 in a Chinese sentence: month and day."""
    if not HAN.search(match.string):
        return None
    month, day = int(match["month"]), int(match["day"])
    if (month, day) in _FRACTIONS:
        return None
    found = _make(now.year, month, day)
    return found if found is None or found >= now.date() else _make(now.year + 1, month, day)
