"""The words by which a sentence tells what kind of conversation it was and what is to be done next."""

from __future__ import annotations

import re

from app.shared.i18n import N_
from app.shared.patterns import later

OUTCOMES = (N_("Not reached"), N_("No need now"), N_("Has a plan"), N_("Buys elsewhere"))
"""What may come of a call of the week; every book knows these words."""
# In the order in which they are tried where two begin at the same place; the earliest in the sentence wins.
_KINDS: tuple[tuple[str, str, str], ...] = (
    ("message", "微信|短信|消息|钉钉|企微", r"wechat(?:ted)?|whats?app|sms|text(?:ed)?|message[ds]?|messaging"),
    ("email", "邮件|电邮|发邮", r"e-?mail(?:ed|s)?|mailed"),
    ("meeting", "会议|开会|会谈|面谈", r"meeting|met"),
    ("visit", "拜访|上门|来访|走访|登门|到厂|来厂", r"visit(?:ed|s)?|dropped in|came by"),
    ("call", "电话|来电|去电|回电|致电|通话|没接通|没人接|打通", r"call(?:ed|s)?|phone[ds]?|rang|spoke|voicemail"),
    ("note", "备注|备忘", r"note"),
)
KIND = later("|".join(f"(?P<{kind}>{chinese}|\\b(?:{english})\\b)" for kind, chinese, english in _KINDS), re.IGNORECASE)
# What may be done at a time to come: kind of the reminder and the words that begin it.
_TASKS: tuple[tuple[str, str, str], ...] = (
    ("message", "发?微信|发?短信|发消息", r"wechat|whats?app|text|message"),
    ("email", "发?邮件|回邮件", r"e-?mail|write to"),
    ("meeting", "开会|面谈|见面", r"meet|lunch|dinner"),
    (
        "visit",
        "拜访|上门|登门|去看|去厂|走访|(?:带|送|拿)[^，。；、,;!?\\s了过]{1,8}(?:过去|去|上门)|过去|去",
        r"visit|go to|drop by|bring",
    ),
    (
        "call",
        "回访|回电|回复|打电话|打给|去电|电话|致电|再打|联系|跟进|跟一下|催|问|约|答复|再说|再聊",
        r"call(?: back)?|phone|ring|follow(?:-| )?up|chase|ask|contact|check in|get back|try(?: again| calling)?",
    ),
    (
        "note",
        (
            "发出|发|寄|送|对账|续签|续约|验收|演示|落实|吃饭|报价|出方案|确认|提醒|准备|交|签|谈|看|查|收|付|做|改|补|整理|安排|试"
            "|带|拿|取|接|陪|培训|安装|调试|维修|更换|打样|参加|考察|复查|测量|催款"
        ),
        r"send|quote|confirm|remind|prepare|deliver|sign|talk|check|collect|pay|fix|arrange|do|finish|order|ship|discuss|review|present|demo|submit|share|forward|install",
    ),
)
_AHEAD = r"(?:(?:再|要|去|给|先|我|会|就|来|需要|记得|得|要去)\s*)*"
_TASK = (
    _AHEAD
    + "(?:"
    + "|".join(f"(?P<{kind}>{chinese}|\\b(?:to |then |and )?(?:{english})\\b)" for kind, chinese, english in _TASKS)
    + ")(?![了过])"
)
TASK = later(_TASK, re.IGNORECASE)
# To whom or with what something is done, before the word that says so: 给李工打电话, 把合同寄出.
WHOM = later(rf"(?:再|要|去|先)?(?:给|跟|向|找|把|帮)(?!我)[^，。；、,;!?\s了过]{{1,10}}?(?:{_TASK})", re.IGNORECASE)
# Words for the reminder itself, which say nothing of what to do.
REMIND = later(r"(?:记得)?提醒(?:我|一下)?|remind(?: me)?(?: to)?", re.IGNORECASE)
PART_OF_DAY = later(r"早上|上午|中午|下午|晚上")
# Words that stand for a time and name none that could be put into a calendar.
UNREAD = later(
    r"(?:等|待)(?:[^，。；、\s]{1,12}?)(?:之后|以后|后|再|了)"
    r"|[\u3400-\u9fff]{1,8}?(?:之后|以后|后)(?![天续台者勤来期悔面方备])"
    r"|[\u3400-\u9fff]{1,6}?(?:期间|的时候|之前|以前)"
    r"|改天|哪天|有空时?|有时间|抽空|回头|到时候?|过(?:几|些)天|过段时间|过一段时间|过阵子|尽快|最近|近期|开春|入秋|年中|旺季|淡季|[春夏秋冬][天季]"
    r"|(?:元旦|春节|元宵|清明|五一|劳动|端午|中秋|国庆|圣诞)节?"
    r"|(?:早上|上午|中午|下午|晚上)(?:\d{1,2}[:：]\d{2}|[\d一二两三四五六七八九十]{1,2}点半?)?"
    r"|\b(?:as soon as|after|before|until|when|once)\b[^,.;，。]{0,24}?"
    r"(?=\s+(?:call|visit|send|write|ask|e-?mail|text|follow|check|contact|ring|phone)\b|[,.;，。]|$)"
    r"|\b(?:sometime|some day|someday|soon|asap|in (?:the )?(?:spring|summer|autumn|fall|winter)|in a few \w+)\b",
    re.IGNORECASE,
)
CLAUSE = later(r"[，。；！？、,;!?\n]+|\.(?!\d)|(?<=[\w\s]):(?!\d)|：")
# In Chinese a blank ends a thought as well.
GAP = later(r"(?<=[\u3400-\u9fff\d%])\s+|\s+(?=[\u3400-\u9fff])")
EDGES = " \t，。；、,;.:：-—"
# How people are addressed: surname and office, 王经理, 周工, 老李, 小陈.
HONORIFIC = later(
    r"(?:(?:[总工姐哥]|经理|主任|厂长|小姐|女士|先生|老师|老板|师傅|主管|总监|会计|部长|科长|处长|院长|校长|店长|助理|秘书)|采购)"
)
