"""The hour within a spoken time: 下午三点半, 明早, 晚上12点, 3pm, at 9, 14:00."""

from __future__ import annotations

import re
from datetime import time

FIGURES = {
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
ENGLISH_NUMBERS = {
    name: index for index, name in enumerate("one two three four five six seven eight nine ten".split(), 1)
} | {"a": 1, "an": 1}
_PARTS = {
    "凌晨": time(5), "清晨": time(7), "早上": time(9), "早晨": time(9), "一早": time(9), "上午": time(9), "中午": time(12),
    "午后": time(14), "下午": time(14), "傍晚": time(18), "晚上": time(19), "早": time(9), "晚": time(19),
    "morning": time(9), "noon": time(12), "afternoon": time(14), "evening": time(19), "tonight": time(19),
}  # fmt: skip
_AFTERNOON = ("下午", "午后", "傍晚")
_NIGHT = ("晚上", "晚", "tonight", "evening")
CLOCK = (
    r"(?P<hour>\d{1,2}|[一二两三四五六七八九十]{1,3})(?:(?:点钟?|时)(?:(?P<half>半)|(?P<quarter>一刻)|(?P<minute>\d{1,2})分?)?"
    r"|[:：](?P<minute2>\d{2}))"
)
PART = rf"(?P<part>{'|'.join(name for name in _PARTS if not name.isascii())})"
# A bare figure behind 下午 is an hour where the sentence ends or goes on with something to do, and never before what is
# counted: 下午3 回访, 下午3去看样机, but 下午3台, 下午3 个人, 下午3万到账, 下午3到5点.
COUNTED = "个台件套根条支只箱吨米人位名张份家次万千百元块折倍寸层楼号栋桶瓶袋包卷批辆把双对组排车样款种页本间天日周月年点时分秒节期项单处"
_TO_DO = (
    r"回访|回电|回复|打(?!\s*\d)|给|去|到(?!\s*\d)|来|见|联系|拜访|走访|电话|开会|签|发(?!\s*\d)|送(?!\s*\d)|约|谈|跟进|催|寄|看|接|交|报价"
    r"|上门|安装|验收|付款|收款|确认|提醒|会议|会面|面谈|视频|通话|汇报|复查"
)
BARE_HOUR = (
    r"(?P<bare>1[0-2]|[1-9])(?![\d.．:：/／%％~～－—-])"
    rf"(?=\s*(?:$|[，。,；;、！!？?）)】]|(?:{_TO_DO}))"
    rf"|\s+(?![\s\d%％{COUNTED}]|[a-zA-Z]{{1,2}}(?![a-zA-Z])|(?:units?|pcs|pieces?|sets?|boxes|cartons?|pallets?|rolls?|tons?|kgs?)(?![a-z])))"
)
CHINESE_TIME = rf"(?:\s*{PART}(?:\s*{BARE_HOUR})?)?(?:\s*{CLOCK})?"
_HALF_DAY = r"(?:am|pm|a\.m\.|p\.m\.)"
HALF_DAY_CLOCK = rf"(?P<hour>\d{{1,2}})(?:[:.](?P<minute>\d{{2}}))?\s*(?P<half>{_HALF_DAY})"
_ENGLISH_CLOCK = (
    rf"{HALF_DAY_CLOCK}"
    r"|(?P<hour24>\d{1,2}):(?P<minute24>\d{2})"
    r"|(?P<word>morning|noon|afternoon|evening)\b"
)
# A bare hour needs its "at", and no name of a street behind it.
_BARE = r"(?:at|@)\s*(?P<bare>\d{1,2})(?![\d:.]\d|[\d%a-z]|\s*(?:am|pm)\b|\s+(?-i:[A-Z]))(?:\s*o'clock)?"
ENGLISH_TIME = rf"(?:,?\s+(?:(?:at\s+|in\s+the\s+|@\s*)?(?:{_ENGLISH_CLOCK})|{_BARE}))?"


def count(text: str) -> int:
    """The number of figures, Chinese numerals below a hundred, or an English word up to ten."""
    if text.isdigit():
        return int(text)
    if text.lower() in ENGLISH_NUMBERS:
        return ENGLISH_NUMBERS[text.lower()]
    tens, ten, ones = text.rpartition("十")
    if not ten:
        return FIGURES.get(text[-1], 0)
    return (FIGURES[tens[-1]] if tens else 1) * 10 + (FIGURES[ones] if ones else 0)


def names_hour(match: re.Match[str]) -> bool:
    """Whether the words name an hour at all, be it a possible one or not."""
    groups = match.groupdict()
    return any(groups.get(name) for name in ("hour", "hour24", "bare"))


def hour_of(match: re.Match[str]) -> tuple[time | None, int]:
    """The time of day that the words name, and how many days after the day they name it is (晚上12点 is the next day)."""
    groups = match.groupdict()
    part = groups.get("part") or (groups.get("word") or groups.get("tonight") or "").lower()
    if groups.get("hour24"):
        return _time(int(groups["hour24"]), int(groups["minute24"])), 0
    if bare := groups.get("bare"):
        return _in_part(int(bare), 0, part, written=bare)
    if not groups.get("hour"):
        return _PARTS.get(part), 0
    half = (groups.get("half") or "").lower()
    minute = (
        30 if half == "半" else 15 if groups.get("quarter") else int(groups.get("minute") or groups.get("minute2") or 0)
    )
    hour = count(groups["hour"])
    if half[:1] in ("a", "p") and half:
        return (_time(hour % 12 + (12 if half[0] == "p" else 0), minute) if 1 <= hour <= 12 else None), 0
    exact = bool(groups.get("minute2")) and match[0][:2] == "20" and not part
    return (_time(hour, minute), 0) if exact else _in_part(hour, minute, part, written=groups["hour"])


def _in_part(hour: int, minute: int, part: str, *, written: str) -> tuple[time | None, int]:
    """An hour in its part of the day.

    Without any, 三点 and 3:30 are the afternoon, as in trade; 03:30 is the night.
    """
    if part in _NIGHT and (hour == 12 or 1 <= hour <= 4):
        return _time(hour % 12, minute), 1
    if (part in (*_AFTERNOON, *_NIGHT) and hour < 12) or (part == "中午" and hour < 3):
        hour += 12
    elif part == "凌晨" and hour == 12:
        hour = 0
    elif not part and 1 <= hour <= 6 and not written.startswith("0"):
        hour += 12
    return _time(hour, minute), 0


def _time(hour: int, minute: int) -> time | None:
    if (hour, minute) == (24, 0):
        return time(23, 59)
    return time(hour, minute) if hour < 24 and minute < 60 else None
