"""Texts that are a time of the day: 14:30, 下午2点半, 2:30 PM."""

from __future__ import annotations

import re
from datetime import time

from app.shared.text import half_width

HALVES = "上午|早上|早晨|清晨|凌晨|中午|午后|下午|傍晚|晚上|晚|早"
_LATER = frozenset(("中午", "午后", "下午", "傍晚", "晚上", "晚", "pm", "p.m."))
TIME = re.compile(
    rf"(?P<half>{HALVES})?\s*(?P<hour>\d{{1,2}})(?:[:：](?P<minute>\d{{2}})(?:[:：]\d{{2}}(?:\.\d+)?)?|[点时](?:(?P<past>\d{{1,2}})分?|(?P<thirty>半)|整)?)"
    r"\s*(?P<after>[ap]\.?m\.?)?|(?P<bare>\d{1,2})\s*(?P<noon>[ap]\.?m\.?)",
    re.IGNORECASE,
)


def clock(value: str) -> time | None:
    """The time of day that a text holds wholly: 14:30, 下午2点半, 2:30 PM; None when it is none."""
    match = TIME.fullmatch(half_width(value).strip())
    if match is None:
        return None
    hour = int(match["hour"] or match["bare"])
    minute = 30 if match["thirty"] else int(match["minute"] or match["past"] or 0)
    half = (match["half"] or match["after"] or match["noon"] or "").casefold().replace(".", "")
    if half in _LATER and hour < 12 and not (half == "中午" and hour > 9):
        hour += 12
    elif half == "am" and hour == 12:
        hour = 0
    return time(hour, minute) if hour < 24 and minute < 60 else None


def is_clock(samples: tuple[str, ...]) -> bool:
    """Whether the texts of a column are times of the day without a day."""
    return bool(samples) and all(clock(one) is not None for one in samples)
