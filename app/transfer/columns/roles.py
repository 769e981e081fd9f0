"""People that headers call by what they do: the boss, the accountant, the buyer of a customer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from app.transfer.grid.folding import fold, listed
from app.transfer.grid.headers import CONTACT, Vocabulary
from app.transfer.grid.scale import SAID

_ROLES = listed(
    "老板|老板娘|法人|法人代表|法定代表人|负责人|公司负责人|总经理|店长|厂长|院长|校长|园长|主任|财务|财务人员|会计|出纳|采购|采购员|"
    "采购经理|采购负责人|技术|技术员|技术负责人|工程师|设备|设备科|仓库|仓管|收货|验收|行政|人事|助理|秘书|质检|品质|生产|项目经理|"
    "项目负责人|现场|工地|家长|父亲|母亲|爸爸|妈妈|父|母|配偶|紧急|新郎|新娘|经办|对接|操作|单证|报关|收件|发货|装柜|老闆|會計|採購|財務|"
    "負責人|窓口|経理|finance|accounting|accounts|accountant|purchasing|purchase|buyer|procurement|technical|engineer|emergency|"
    "spouse|father|mother|parent|guardian|boss|ceo|warehouse|receiver|consignee|einkauf|buchhaltung|geschäftsführer"
)
_NAME_ENDS = ("联系人姓名", "联系人", "联络人", "聯絡人", "姓名", "名字", "人", "contactname", "contact", "name")
_PERSON_ENDS = ("负责人", "经理", "主管", "人员", "员", "manager")
_REACH = frozenset("phone mobile email wechat qq".split())


_TARGETS = frozenset(f"contact.{field}" for field in _REACH)


@lru_cache(maxsize=1)
def _by_length() -> tuple[str, ...]:
    return tuple(sorted(map(fold, _ROLES), key=len, reverse=True))


@lru_cache(maxsize=1)
def _all() -> frozenset[str]:
    return frozenset(_by_length())


@lru_cache(maxsize=1)
def _at_start() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, _by_length())))


def named(header: str) -> str:
    """The role, folded, that a column of names has in its header: 老板, 财务联系人, Buyer Name; "" for none."""
    text = fold(header)
    if text in _all():
        return text
    return next(
        (office for end in _NAME_ENDS if text.endswith(end) and (office := text.removesuffix(end)) in _all()), ""
    )


def base(role: str) -> str:
    """What a role is about: 采购 of 采购负责人; "" where there is no such role."""
    found = next((role.removesuffix(end) for end in _PERSON_ENDS if role.endswith(end)), "")
    return found if found in _all() else ""


def ending(text: str, headers: Iterable[str]) -> str:
    """The role that the folded header of a column of names ends with (总务主任), where no other column is called so."""
    found = next((office for office in _by_length() if text.endswith(office) and text != office), "")
    return "" if any(named(header) == found for header in headers) else found


def reached(header: str, words: Vocabulary) -> tuple[str, str]:
    """The role, folded, and the contact's field of a header such as 财务电话 or Buyer Email; two "" for others."""
    text = fold(header)
    for office in _by_length() if _at_start().match(text) else ():
        if text.startswith(office) and text != office:
            for one in words.lookup(text.removeprefix(office)):
                if one.record == CONTACT and one.field in _REACH and one.score >= SAID:
                    return office, one.field
    return "", ""


def title(headers: Sequence[str]) -> str:
    """What a person is called whose columns have these headers, "" when they tell no role."""
    for header in headers:
        if office := named(header) or _leading(fold(header)):
            return next(header[:end] for end in range(1, len(header) + 1) if fold(header[:end]) == office)
    return ""


def _leading(text: str) -> str:
    return next((office for office in _by_length() if text.startswith(office)), "")


def name(people: Iterable[dict[str, Any]], role: str) -> None:
    """Call people by their role: as their title, and as their name where only a number is given."""
    for held in people if role else ():
        if held.get("contact.name"):
            held.setdefault("contact.title", role)
        elif held.keys() & _TARGETS:
            held["contact.name"] = role
