"""Who somebody says to be in a chat or a mail: “我是无锡华光汽配的采购李娜”, “this is Tom from Acme Tools”."""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.transfer.converting import persons
from app.transfer.converting.card_pieces import PERSON
from app.transfer.grid.evidence import SURNAMES, traits

_TIME = r"(?:\d{2,4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s*)?(?:上午|下午|凌晨|晚上)?\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?(?:\s*[AaPp][Mm])?"
_SENT = re.compile(rf"^[\[(【]?\s*{_TIME}\s*[\])】]?\s*[-,]?\s*([^:：\d\[\]]{{1,20}}?)\s*[:：]\s*(.*)$")
_HEADED = re.compile(rf"^([^:：\d\[\]]{{1,20}}?)\s+[\[(]?{_TIME}[\])]?\s*[:：]?\s*(.*)$")
_SAID = re.compile(r"^([^:：\d\[\]]{2,12}?)\s*[:：]\s*(\S.*)$")
_NUMBERS = re.compile(r"[\d\s+()/、,，-]+")
_LEAD = re.compile(r"^(?:这是|附上?)?(?:我|他|她|您|对方)?的?(?:名片|联系方式|资料|信息)(?:如下)?\s*[:：]\s*")
_CHINESE = re.compile(
    r"我们?(?:这边|这里)?(?:就?是|来自)\s*(?P<who>[^，。,;；！!？?\s]{2,30})"
    r"|(?:我|本人|敝人|免贵)(?:的名字)?(?:叫|姓|名叫)\s*(?P<name>[\u4e00-\u9fff]{1,4})"
)
_ROLE = re.compile(r"(?:负责)?(?P<title>[\u4e00-\u9fff]{2,8}?)?(?P<name>[\u4e00-\u9fff]{2,3})")
_LATIN = r"[A-ZÀ-Þ][\w'’.-]*(?: [A-ZÀ-Þ][\w'’.-]*){0,2}"
_FIRM = r"[A-ZÀ-Þ0-9][\w&'’-]*(?:[ ,]+(?:&|and|of|[A-ZÀ-Þ0-9][\w&'’-]*)|\.(?=\w))*"
_ENGLISH = re.compile(
    rf"\b(?:[Tt]his is|[Mm]y name is|I am|I['’]m)\s+(?P<name>{_LATIN})"
    rf"(?:,?\s+(?:(?:the|a|an|your)\s+)?(?P<title>[a-zA-Z ]{{3,30}}?))??"
    rf"(?:,?\s+(?:here\s+)?(?:from|of|at|with)\s+(?P<firm>{_FIRM}))?(?=[\s,.!;]|$)"
)
_POST = re.compile(
    rf"\b(?:I am|I['’]m)\s+(?:(?:the|a|an|your)\s+)?(?P<title>[a-z][a-zA-Z ]{{3,30}}?)\s+(?:at|of|for|with|from)\s+(?P<firm>{_FIRM})"
)
SAME = re.compile(
    r"[(（]?\s*(?:手机|电话)?\s*(?:(?:与|和|同)\s*)?(?:微信|[Ww]e[Cc]hat)\s*(?:号)?\s*(?:同号|同步|一样|same)\s*[)）]?"
)
"""Words that the WeChat name is the mobile number."""
FILLER = re.compile(
    r"(?:我|你|您|这|那|他|她)?(?:们)?(?:的|是)?(?:手机|电话|微信|邮箱|号码|联系方式|地址|联系电话)(?:号码?)?(?:就?是|为|:|：)?"
)
"""What only leads to a value: 我的手机是."""


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody says of themselves; "" for what they do not."""

    name: str = ""
    title: str = ""
    firm: str = ""


def sender(line: str) -> tuple[str, str] | None:
    """Who wrote a line of a chat, and what: “[2026/11/20 14:32] 孙经理: 你好”; None for a line that is none of a chat."""
    match = _SENT.match(line) or _HEADED.match(line)
    if (
        match is None
        and (match := _SAID.match(line))
        and ("person" not in traits(match[1]) or _NUMBERS.fullmatch(match[2]))
    ):
        match = None
    return (match[1].strip(), match[2].strip()) if match else None


def without_lead(line: str) -> str:
    """A line without words that only lead to a card: 这是我的名片：…"""
    return _LEAD.sub("", line)


def introduced(line: str) -> Said | None:
    """Who a sentence says to be, if it does."""
    if match := _CHINESE.search(line):
        return _chinese(match["who"] or "", match["name"] or "")
    post = _POST.search(line)
    if post and persons.is_title(post["title"]):
        match = _ENGLISH.search(line)
        name = match["name"] if match and "person" in traits(match["name"]) else ""
        return Said(name.rstrip("."), post["title"], post["firm"].strip(" ,."))
    if (match := _ENGLISH.search(line)) and (match["firm"] or "person" in traits(match["name"])):
        title = (match["title"] or "").strip()
        return Said(match["name"].rstrip("."), title, (match["firm"] or "").strip(" ,."))
    return None


def _chinese(who: str, name: str) -> Said | None:
    if name:
        return Said(name) if name[0] in SURNAMES and len(name) > 1 else None
    firm, _of, rest = who.rpartition("的")
    if not firm:
        return _person(rest)
    said = _person(rest) if rest else Said()
    if said is None:
        return None
    return Said(said.name, said.title, firm if len(firm) > 1 else "")


def _person(text: str) -> Said | None:
    """A name, with the job before or behind it: 采购李娜, 李娜, 孙经理, 小王."""
    if "person" in traits(text) and (len(text) <= PERSON or persons.read(text).title):
        found = persons.read(text)
        return Said(found.name, found.title)
    match = _ROLE.fullmatch(text)
    for size in (3, 2):
        name, title = text[-size:], text[:-size]
        if match and title and name[0] in SURNAMES and persons.is_title(title) and not persons.is_title(name):
            return Said(name, title.removeprefix("负责"))
    return None
