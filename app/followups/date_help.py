"""What the words for days and times mean: examples with their fixed meaning, worked out for today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.followups.queries import understood
from app.followups.rules import Next
from app.records.workspace import Workspace
from app.shared.i18n import N_

# Chinese words, English words ("" where a language has no such words), what they mean.
_EXAMPLES = (
    ("明天下午", "tomorrow afternoon", N_("Afternoon is 14:00, morning 9:00, noon 12:00, evening 19:00")),
    ("大后天", "the day after tomorrow", N_("That day, the whole of it")),
    ("周五", "Friday", N_("The coming one, today included")),
    ("下周三下午3点", "next Wed 3pm", N_("Wednesday of next week; 3 without a part of the day is the afternoon")),
    ("下下周一", "", N_("The week after next")),
    ("", "Monday week", N_("A week after the coming Monday")),
    ("本周内", "later this week", N_("Friday of this week")),
    ("周五下班前", "Friday EOD", N_("17:30 of that day")),
    ("月底", "end of month", N_("The last day of the month")),
    ("8月中旬", "", N_("上旬, 中旬 and 下旬 begin on the 1st, 11th and 21st; 月中 is the 15th")),
    ("", "mid August", N_("Early is the 1st, mid the 15th, late the 21st")),
    ("下个月5号", "the 5th of next month", N_("That day")),
    ("7/22", "", N_("Month and day")),
    ("", "22/7", N_("Only where one reading is a date; 5/7 is none")),
    ("两周后", "in 2 weeks", N_("From today on")),
    ("一个半月后", "in half a year", N_("Half a month is 15 days, half a year six months")),
    ("3个工作日内", "in 3 working days", N_("Workdays by the working calendar")),
    ("国庆后", "after National Day", N_("The first workday after the holiday")),
    ("国庆后第三天", "", N_("The third workday after the holiday")),
    ("国庆后一周", "a week after Christmas", N_("Counted from the last day off; then the first workday")),
    ("国庆后周一", "", N_("The first such day after the days off")),
    ("春节前", "before Christmas", N_("The last workday before the holiday")),
    ("节后", "", N_("After the next holiday of the State; 节前 before it")),
    ("年后", "after Chinese New Year", N_("After Spring Festival; 年前 before it")),
    ("正月初八", "", N_("By the lunar calendar")),
    ("每周一上午9点", "every Monday 9am", N_("Again and again")),
)


@dataclass(frozen=True, slots=True)
class Example:
    """Words, how they are read today, and the rule in words (English source text)."""

    words: str
    read: Next
    rule: str


def examples(ws: Workspace, *, chinese: bool) -> list[Example]:
    """The examples in one of the languages, each read by the clock of now."""
    now: datetime = ws.clock.now_wall()
    found = [(zh if chinese else en, rule) for zh, en, rule in _EXAMPLES]
    return [Example(words, understood(ws, words, now), rule) for words, rule in found if words]
