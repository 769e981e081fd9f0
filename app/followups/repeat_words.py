"""How often in words: 每月31号, 每个工作日, every other week; read from a sentence, and said."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time

from app.followups.recurrence import LASTWORKDAY, LUNAR, WORKDAYS, read
from app.shared import lunar
from app.shared.date_words import show_day
from app.shared.i18n import N_, _, language, ngettext
from app.shared.patterns import later
from app.shared.phrase_hours import ENGLISH_NUMBERS, count
from app.shared.phrases import phrase

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_ZH_DAYS = {"一": 0, "二": 1, "三": 2, "四": 3, "五": 4, "六": 5, "日": 6, "天": 6}
_NAMES = (N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday"), N_("Saturday"), N_("Sunday"))
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_EN_DAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:days?)?"
_EN_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
_N = r"(?:\d{1,2}|[一二两三四五六七八九十]{1,3})"
_EN_N = r"(?:\d{1,2}|other|" + "|".join(name for name in ENGLISH_NUMBERS if len(name) > 2) + ")"
_LUNAR_MONTH = r"(?:正|十一|十二|[一二三四五六七八九十冬腊])月"
_LUNAR_DAY = (
    r"(?:初[一二三四五六七八九十]|十[一二三四五六七八九]?|二十[一二三四五六七八九]?|廿[一二三四五六七八九]|三十)"
)


@dataclass(frozen=True, slots=True)
class Repeat:
    """How often a sentence says: the rule, where it stands, and where its end stands, (0, 0) for nowhere."""

    every: str
    span: tuple[int, int]
    end: tuple[int, int] = (0, 0)


_Make = Callable[[re.Match[str]], str]


def find(text: str, today: date) -> Repeat | None:
    """How often something is to be done, as a sentence tells it; None when it tells nothing of that.

    Args:
        today: what “until Friday” starts from.
    """
    for pattern, make in _RULES:
        if (found := pattern.search(text)) is not None and (every := make(found)):
            end, (begin, stop) = _end(text[found.end() :], today)
            shifted = (found.end() + begin, found.end() + stop) if end else (0, 0)
            return Repeat(every + end, found.span(), shifted)
    return None


def _end(rest: str, today: date) -> tuple[str, tuple[int, int]]:
    """The end of the series, as the words behind the rule tell it, and where they stand."""
    if times := re.search(rf"[,，]?\s*一?共\s*({_N})\s*次|,?\s*\b({_EN_N})\s+times\b", rest, re.IGNORECASE):
        return f";COUNT={count(times[1] or times[2])}", times.span()
    midnight = datetime.combine(today, time())
    for until in re.finditer(r"[,，]?\s*(?:直?到|\b(?:until|till)\s+)", rest, re.IGNORECASE):
        spoken = phrase(rest[until.end() :], midnight)
        if spoken is None or spoken.span[0] > 0:
            continue
        end = until.end() + spoken.span[1]
        ended = re.match(r"为止|止", rest[end:])
        # “每周一 到3月5日交货” is no end: in Chinese it stands right behind the rule, or says that it ends.
        if "到" in until[0] and until.start() and not ended:
            continue
        return f";UNTIL={spoken.when:%Y%m%d}", (until.start(), end + (ended.end() if ended else 0))
    return "", (0, 0)


def _freq(name: str, interval: int = 1, **more: str) -> str:
    parts = [f"FREQ={name}"]
    if interval > 1:
        parts.append(f"INTERVAL={interval}")
    return ";".join(parts + [f"{key}={value}" for key, value in more.items()])


def _number(text: str | None) -> int:
    return 1 if not text else 2 if text.lower() == "other" else count(text)


def _zh_week(match: re.Match[str]) -> str:
    days = sorted({_ZH_DAYS[sign] for sign in match["days"] if sign in _ZH_DAYS})
    if "到" in match["days"] or "至" in match["days"]:
        days = list(range(days[0], days[-1] + 1))
    interval = 2 if match["gap"] else _number(match["n"])
    return _freq("WEEKLY", interval, BYDAY=",".join(DAYS[one] for one in days))


def _en_week(match: re.Match[str]) -> str:
    named = re.findall(_EN_DAY, match["days"], re.IGNORECASE)
    days = sorted({[one.lower() for one in DAYS].index(name.lower()[:2]) for name in named})
    return _freq("WEEKLY", _number(match.groupdict().get("n")), BYDAY=",".join(DAYS[one] for one in days))


def _month(match: re.Match[str]) -> str:
    day = count(match["day"])
    return _freq("MONTHLY", _number(match.groupdict().get("n")), BYMONTHDAY=str(day)) if 1 <= day <= 31 else ""


def _zh_year(match: re.Match[str]) -> str:
    return _yearly(count(match["month"]), count(match["day"]))


def _en_year(match: re.Match[str]) -> str:
    name, day = match["month"] or match["month2"], match["day"] or match["day2"]
    return _yearly(_MONTHS.index(name.lower()[:3]) + 1, int(day))


def _yearly(month: int, day: int) -> str:
    return _freq("YEARLY", BYMONTH=str(month), BYMONTHDAY=str(day)) if 1 <= month <= 12 and 1 <= day <= 31 else ""


def _lunar(match: re.Match[str]) -> str:
    found = lunar.read_words(match["lunar"])
    return f"{LUNAR}={found[0]}-{found[1]}" if found else ""


def _interval(name: str, times: int = 1) -> _Make:
    def make(match: re.Match[str]) -> str:
        given = match.groupdict()
        return _freq(name, times * (2 if given.get("gap") else _number(given.get("n"))))

    return make


def _rules() -> Iterator[tuple[re.Pattern[str], _Make]]:
    flags = re.IGNORECASE
    yield (
        later(
            rf"(?:每年)?(?:的)?(?:农历|阴历|旧历)(?:每年)?(?:的)?(?P<lunar>{_LUNAR_MONTH}{_LUNAR_DAY}|\d{{1,2}}月\d{{1,2}})[日号]?"
        ),
        _lunar,
    )
    yield later(r"\b(?:every\s+year\s+on\s+)?(?:the\s+)?lunar\s+(?P<lunar>\d{1,2}[-/]\d{1,2})", flags), _lunar
    yield later(r"每个?月的?(?:最后(?:一个?|1个)?|末个?)工作日"), lambda _match: LASTWORKDAY
    yield (
        later(r"\b(?:on\s+)?(?:the\s+)?last\s+work(?:ing\s+)?day\s+of\s+(?:the|each|every)\s+month", flags),
        (lambda _match: LASTWORKDAY),
    )
    yield later(r"每个?工作日"), lambda _match: WORKDAYS
    yield later(r"\b(?:every|each)\s+work(?:ing\s+)?day\b|\bon\s+workdays\b", flags), lambda _match: WORKDAYS
    yield (
        later(r"\b(?:every|each)\s+weekday\b|\bon\s+weekdays\b", flags),
        (lambda _match: _freq("WEEKLY", BYDAY="MO,TU,WE,TH,FR")),
    )
    yield later(r"每个?月的?(?:月?底|月末|最后一天)"), lambda _match: _freq("MONTHLY", BYMONTHDAY="31")
    yield (
        later(r"\b(?:on\s+)?(?:the\s+)?(?:last\s+day|end)\s+of\s+(?:each|every)\s+month", flags),
        lambda _match: _freq("MONTHLY", BYMONTHDAY="31"),
    )
    yield later(rf"每(?P<n>{_N})?个?月的?(?P<day>{_N})[号日]"), _month
    yield (
        later(
            rf"\b(?:monthly|(?:every|each)\s+(?:(?P<n>{_EN_N})\s+)?months?)\s+on\s+(?:the\s+)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b",
            flags,
        ),
        _month,
    )
    yield later(r"\b(?:on\s+)?the\s+(?P<day>\d{1,2})(?:st|nd|rd|th)\s+of\s+(?:each|every)\s+month\b", flags), _month
    yield (
        later(
            rf"每(?P<gap>隔一?)?(?P<n>{_N})?个?(?:周|星期|礼拜)(?P<days>[一二三四五六日天](?:[一二三四五六日天、，和及到至]|周)*)(?!次)"
        ),
        _zh_week,
    )
    yield (
        later(
            rf"\b(?:(?:every|each)\s+(?:(?P<n>{_EN_N})\s+weeks?\s+on\s+)?|weekly\s+on\s+)(?P<days>{_EN_DAY}\b(?:(?:\s*,\s*|\s+and\s+|\s*&\s*){_EN_DAY}\b)*)",
            flags,
        ),
        _en_week,
    )
    yield later(rf"每年的?(?P<month>{_N})月(?P<day>{_N})[日号]?"), _zh_year
    yield (
        later(
            rf"\b(?:(?:every|each)\s+year|yearly|every|each)\s+(?:on\s+)?(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<month>{_EN_MONTH})|(?P<month2>{_EN_MONTH})\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?)\b",
            flags,
        ),
        _en_year,
    )
    yield later(rf"每(?P<gap>隔一?)?(?P<n>{_N})?(?:天|日)"), _interval("DAILY")
    yield later(rf"每(?P<gap>隔一?)?(?P<n>{_N})?个?(?:周|星期|礼拜)"), _interval("WEEKLY")
    yield later(r"每个?季度?"), _interval("MONTHLY", 3)
    yield later(r"每半年"), lambda _match: _freq("MONTHLY", 6)
    yield later(rf"每(?P<gap>隔一?)?(?P<n>{_N})?个?月"), _interval("MONTHLY")
    yield later(rf"每(?P<gap>隔一?)?(?P<n>{_N})?年"), _interval("YEARLY")
    yield later(rf"\b(?:daily|(?:every|each)\s+(?:(?P<n>{_EN_N})\s+)?days?)\b", flags), _interval("DAILY")
    yield later(rf"\b(?:weekly|(?:every|each)\s+(?:(?P<n>{_EN_N})\s+)?weeks?)\b", flags), _interval("WEEKLY")
    yield later(r"\b(?:quarterly|(?:every|each)\s+quarter)\b", flags), _interval("MONTHLY", 3)
    yield later(rf"\b(?:monthly|(?:every|each)\s+(?:(?P<n>{_EN_N})\s+)?months?)\b", flags), _interval("MONTHLY")
    yield later(rf"\b(?:yearly|annually|(?:every|each)\s+(?:(?P<n>{_EN_N})\s+)?years?)\b", flags), _interval("YEARLY")


_RULES: tuple[tuple[re.Pattern[str], _Make], ...] = tuple(_rules())


def say(every: str, today: date) -> str:
    """How often a rule is, in the language in use; the rule itself where there are no words for it."""
    rule = read(every)
    words = _said(every)
    if rule.count:
        times = ngettext("{count} time", "{count} times", rule.count).format(count=rule.count)
        words = _("{words}, {end}").format(words=words, end=times)
    if rule.until is not None:
        last = show_day(rule.until.date(), today, language())
        words = _("{words}, {end}").format(words=words, end=_("until {day}").format(day=last))
    return words


def _said(every: str) -> str:
    rule = read(every)
    given = {name: value for name, value in rule.parts if name not in ("FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST")}
    interval = int(rule.part("INTERVAL") or 1)
    days = given.pop("BYDAY", "").split(",") if "BYDAY" in given else []
    if rule.kind in (WORKDAYS, LASTWORKDAY):
        return _("every workday") if rule.kind == WORKDAYS else _("last workday of the month")
    if rule.kind == LUNAR:
        month, day = lunar.read_words(rule.part(LUNAR)) or (1, 1)
        told = lunar.words(month, day) if language() == "zh_CN" else f"{month}-{day}"
        return _("every year on lunar {day}").format(day=told)
    if rule.kind == "DAILY" and not given and not days:
        return _("every day") if interval == 1 else _("every {count} days").format(count=interval)
    if rule.kind == "WEEKLY" and not given and all(one in DAYS for one in days):
        words = _("every week") if interval == 1 else _("every {count} weeks").format(count=interval)
        if interval == 1 and days == list(DAYS[:5]):
            return _("Monday to Friday")
        names = _(", ").join(_(_NAMES[DAYS.index(one)]) for one in days)
        if not days:
            return words
        return (
            _("every {days}").format(days=names)
            if interval == 1
            else _("{words} on {days}").format(words=words, days=names)
        )
    if rule.kind == "MONTHLY" and not days and set(given) <= {"BYMONTHDAY"}:
        words = _("every month") if interval == 1 else _("every {count} months").format(count=interval)
        at = given.get("BYMONTHDAY", "")
        if at in ("31", "-1"):
            return _("{words} on the last day").format(words=words)
        return _("{words} on day {day}").format(words=words, day=at) if at else words
    if rule.kind == "YEARLY" and not days and set(given) <= {"BYMONTHDAY", "BYMONTH"}:
        words = _("every year") if interval == 1 else _("every {count} years").format(count=interval)
        if given.get("BYMONTH", "").isdigit() and given.get("BYMONTHDAY", "").isdigit():
            when = date(2024, int(given["BYMONTH"]), min(int(given["BYMONTHDAY"]), 29))
            return _("{words} on {day}").format(words=words, day=_month_day(when))
        return words
    return every


def _month_day(day: date) -> str:
    return f"{day.month}月{day.day}日" if language() == "zh_CN" else f"{day.day} {_MONTHS[day.month - 1].title()}"
