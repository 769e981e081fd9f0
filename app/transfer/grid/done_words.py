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
_ANOTHER_DAY = re.compile(
    r"保修|质保|質保|保固|保险|保險|年检|年審|年审|审验|合同|协议|有效|失效|过期|過期|生日|出生|生产|出厂|购买|購買|购入|购机|下次|下一次|"
    r"warrant|guarante|insur|expir|valid|until|contract|birth|\bd\.?o\.?b\b|manufactur|\bmfg\b|purchas|bought|\bnext\b",
    re.IGNORECASE,
)
CANCELLED = re.compile(r"(?:已)?(?:取消|作废|放弃|关闭)|cancell?ed|dropped", re.IGNORECASE)


def another_day(header: str) -> bool:
    """Whether a header says that its days are not those on which what the row tells was done: 保修到期, date of birth, next visit."""
    return PLANNED.search(header) is not None or _ANOTHER_DAY.search(header) is not None


def done_word(value: str) -> bool | None:
    """Whether a word says that something is done; None when it says nothing of it."""
    value = value.strip().replace("_", " ")
    if _OPEN.fullmatch(value):
        return False
    return True if _DONE.fullmatch(value) or CANCELLED.fullmatch(value) else None
