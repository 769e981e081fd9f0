"""What the line that logs a conversation understood, in the words of its chips."""

from __future__ import annotations

from datetime import datetime

from app.followups.repeat_words import say
from app.followups.rules import Next
from app.shared.date_words import weekday
from app.shared.dates import show_day
from app.shared.i18n import _, language


def when_words(when: datetime, all_day: bool, now: datetime) -> str:
    """A time as the chip says it: the day, its name in the week, the hour."""
    day = show_day(when.date(), now.date(), language())
    name = weekday(when.date(), language())
    if language() == "zh_CN":
        name = name.replace("星期", "周")
        text = day if day.startswith("周") or (when.date() - now.date()).days < 2 else f"{day} {name}"
    else:
        name = name[:3]
        text = day if day.startswith(name) or (when.date() - now.date()).days < 2 else f"{name} {day}"
    return text if all_day else f"{text} {when:%H:%M}"


def next_words(following: Next, now: datetime) -> str:
    """A follow-up as the chip says it: when, and what."""
    task = following.text or _("Call back")
    if following.unread:
        return _("Today, as “{words}” names no day: {task}").format(words=following.unread, task=task)
    when = when_words(following.when, following.all_day, now)
    if following.every:
        when = _("{words}, first {day}").format(words=say(following.every, now.date()), day=when)
    return f"{when} {task}"


def cut_words(words: str, most: int) -> str:
    """A chip's words in the room of so many Latin letters; Chinese ones count twice."""
    room = most
    for at, letter in enumerate(words):
        room -= 2 if letter > "\u2e7f" else 1
        if room < 0:
            return words[: max(1, at - 1)] + "…"
    return words
