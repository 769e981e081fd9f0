"""Words that say whether something is done: 已完成, done, 待跟进, cancelled."""

from __future__ import annotations

import re

_DONE = re.compile(
    r"已?(?:完成|办结|处理|执行|回访|联系|跟进|拜访)(?:完毕|完成)?|办完|完|done|completed?|closed|finished|held|ok|好|√|✓|✔|☑|✅|是|y(?:es)?|x|1|true|100%?|已.{1,6}",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"(?:未|没|待|暂|尚).{0,6}|进行中|计划中|open|pending|in progress|not (?:yet )?(?:done|started|completed?)|planned|new|todo|"
    r"to do|not held|waiting .{1,20}|×|✗|否|n(?:o)?|0|false|deferred|waiting|逾期|overdue|延期|推迟",
    re.IGNORECASE,
)
PLANNED = re.compile(
    r"预计|預計|预期|預期|计划|計劃|拟|要求|约定|到期|截止|应|expected|planned|estimated|forecast|target|required|requested|promised|due|deadline",
    re.IGNORECASE,
)
"""In headers of what is to be: neither the day of a record nor what was done."""
CANCELLED = re.compile(r"(?:已)?(?:取消|作废|放弃|关闭)|cancell?ed|dropped", re.IGNORECASE)


def done_word(value: str) -> bool | None:
    """Whether a word says that something is done; None when it says nothing of it."""
    value = value.strip().replace("_", " ")
    if _OPEN.fullmatch(value):
        return False
    return True if _DONE.fullmatch(value) or CANCELLED.fullmatch(value) else None
