"""Years counted otherwise: from 1912 (the Republic, in Taiwan), by Japanese eras, and from the death of the Buddha (Thailand).

Sources: the years of the Republic are those of our era less 1911; eras after the Japanese cabinet's list (令和 from 2019, 平成 from
1989, 昭和 from 1926, 大正 from 1912, 明治 from 1868); Buddhist years are ours plus 543.
"""

from __future__ import annotations

import re

from app.shared.patterns import later

TIME = (
    r"(?:(?:[T\s]+|(?=[上下中凌晚]))(?:上午|下午|中午|凌晨|晚上)?\s*(?:at\s+)?\d{1,2}"
    r"(?:[:：时点](?:\d{1,2}(?:[:：分]\d{1,2}(?:\.\d+)?)?)?[分秒]?\s*(?:[ap]\.?m\.?|上午|下午)?\s*(?:Z|UTC|[+-]\d\d:?\d\d)?|\s*[ap]\.?m\.?))?"
)
"""The time that may stand behind a day."""
Day = tuple[int, int, int]
_ROC, _BUDDHIST = 1911, 543
_ERAS = {"令和": 2018, "R": 2018, "平成": 1988, "H": 1988, "昭和": 1925, "S": 1925, "大正": 1911, "明治": 1867}
"""The year before the first of each era."""
_NAME = r"(?P<era>令和|平成|昭和|大正|明治|(?:中華|中华)?民[國国](?=\s*[\d元])|[RHS](?=\s?\d))\s*"
_ERA = later(
    rf"{_NAME}(?P<year>\d{{1,3}}|元)\s*[年./-]\s*(?P<month>\d{{1,2}})\s*[月./-]\s*(?P<day>\d{{1,2}})\s*日?{TIME}",
    re.IGNORECASE,
)
_ERA_COMPACT = later(r"(?P<era>[RHS])(?P<year>\d\d)(?P<month>0[1-9]|1[0-2])(?P<day>[0-3]\d)", re.IGNORECASE)
ERA_MONTH = later(rf"{_NAME}(?P<year>\d{{1,3}}|元)\s*年\s*(?P<month>\d{{1,2}})\s*月(?P<day>)", re.IGNORECASE)
"""A month of an era without a day: 令和6年5月."""
_SINCE_1912 = later(
    rf"(?P<era>)(?P<year>1[0-4]\d)\s*(?:年|[-/.])\s*(?P<month>\d{{1,2}})\s*(?:月|[-/.])\s*(?P<day>\d{{1,2}})\s*日?{TIME}",
    re.IGNORECASE,
)
_REPUBLIC = later(
    rf"(?P<era>)(?P<year>\d{{2,3}})\s*(?:年|[-/.])\s*(?P<month>\d{{1,2}})\s*(?:月|[-/.])\s*(?P<day>\d{{1,2}})\s*日?{TIME}",
    re.IGNORECASE,
)
_COMPACT = later(r"(?P<era>)(?P<year>1[0-4]\d|[1-9]\d)(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])(?:\.0+)?")
_THREE, _NAMED = 3, ("民", "中")
_LONG_BUDDHIST = later(r"(?<!\d)(?:244[3-9]|24[5-9]\d|25\d\d|26[0-3]\d|264[0-2])(?!\d)")
_SHORT_BUDDHIST = later(r"(\d{1,2}\s*([-/.])\s*\d{1,2}\s*\2\s*)(\d\d)(?!\d)")


def of_era(text: str) -> Day | None:
    """Year, month and day of a date by the year of an era: 令和6年4月1日, R5.12.20, R060402, 民國113年3月15日, 113/04/01.

    A month without a day (令和6年5月) gives its first.
    """
    patterns = (_ERA, _SINCE_1912, _ERA_COMPACT, ERA_MONTH)
    match = next((found for one in patterns if (found := one.fullmatch(text)) is not None), None)
    if match is None:
        return None
    era, year = match["era"] or "", 1 if match["year"] == "元" else int(match["year"])
    return _ERAS.get(era.upper(), _ROC) + year, int(match["month"]), int(match["day"] or 1)


def of_republic(text: str) -> Day | None:
    """The date in a text whose year is counted from 1912, with or without signs between: 98/5/6, 98年5月6日, 0980506, 1130506."""
    if text.startswith(_NAMED):
        return of_era(text)
    match = _REPUBLIC.fullmatch(text) or _COMPACT.fullmatch(text.removeprefix("0"))
    return (_ROC + int(match["year"]), int(match["month"]), int(match["day"])) if match else None


def surely_of_republic(text: str) -> bool:
    """Whether the year of a text can only be one of the Republic: it says so, or has three figures."""
    if text.startswith(_NAMED):
        return of_era(text) is not None
    match = _SINCE_1912.fullmatch(text) or _COMPACT.fullmatch(text)
    return match is not None and len(match["year"]) == _THREE and of_republic(text) is not None


def from_buddhist(text: str) -> str:
    """A text with its Buddhist years written as ours: 15/3/2567 is 15/3/2024, 15/3/67 too."""
    found = _LONG_BUDDHIST.sub(lambda match: str(int(match[0]) - _BUDDHIST), text)
    if found != text:
        return found
    return _SHORT_BUDDHIST.sub(lambda match: f"{match[1]}{2500 + int(match[3]) - _BUDDHIST}", text)


def is_buddhist(text: str) -> bool:
    """Whether a text holds a year that is one of ours only when it is taken for a Buddhist one."""
    return _LONG_BUDDHIST.search(text) is not None


def our_year(year: int) -> int:
    """A Buddhist year as ours; a year that cannot be one stays."""
    return year - _BUDDHIST if is_buddhist(str(year)) else year
