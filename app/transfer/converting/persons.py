"""Names of persons in cells: with title, with phone, in several columns, several in one cell."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

from app.shared import phones
from app.shared.names import company_key, person_key
from app.shared.phones import Phone
from app.shared.text import HAN, half_width, one_line
from app.transfer.grid.evidence import traits

_SPLIT = re.compile(
    r"^([^/／|(（【\[—–-]{1,40}?)\s*(?:[/／|]|[(（【\[]|—|–|-)\s*([^()（）【】\[\]/／|]{1,24}?)\s*[)）】\]]?$"
)
_BLANK_SPLIT = re.compile(r"^([\u4e00-\u9fff]{2,4})\s+([\u4e00-\u9fff]{2,6})$")
_CALLED = re.compile(r"^([\u4e00-\u9fff])(总|工|经理|董)\s+([\u4e00-\u9fff]{1,2})$")
_TITLE = re.compile(
    r"总|经理|采购|设备|主任|主管|厂长|科长|部长|处长|局长|院长|校长|会计|出纳|财务|工程师|技术|销售|业务|老板|董事|助理|秘书|行政|人事|供应|仓库|质检|生产|车间|"
    r"班长|组长|队长|专员|负责|店长|院|部|科|处|室|manager|director|sales|purchas|engineer|owner|ceo|cfo|cto|president|buyer|assistant|officer|head|chief|"
    r"secretary|account|partner|founder",
    re.IGNORECASE,
)


_SEVERAL = re.compile(r"[/／、|]")
_CALLED_SO = re.compile(
    r"[\u4e00-\u9fff]{1,3}(?:先生|女士|小姐|老师|师傅|经理|主任|老板|厂长|科长|部长|处长|总监|会计|总|工|董|生|姐|哥)"
)
_JOB = re.compile(
    r"文员|司机|安全|安装|施工|车间|车队|金工|客服|内勤|外勤|后勤|门卫|平面|强电|水电|管理|管家|党委|党办"
)
_GENDER = re.compile(r"(.*?[^\s,，、/(（])[\s,，、/(（]+(男|女)(?:士|性)?\s*[)）]?")
_LIST = re.compile(r"\s*[\n;；,，、/]\s*")
_NUMBERED = re.compile(
    r"(?P<name>[^\d+(（]{1,12}?(?:[(（][^\d()（）]{1,8}[)）])?)[\s:：(（]*(?P<number>\+?\d[\d -]{6,18}\d"
    r"(?:\s*(?:转|分机|ext\.?|x|#)\s*\d{1,6})?)[)）]?",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"[(（]\s*\+?\d[\d -]{6,18}[)）]\s*$")
_EASTERN, _KATAKANA = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]"), re.compile(r"[\u30a0-\u30ff]+")
"""Letters of names that stand with the family name first and without a blank; those of katakana alone are of foreigners."""
_WORDS = re.compile(r"\w+")
_FEWEST = 2
_GENDERS = {"男": "male", "女": "female"}


@dataclass(frozen=True, slots=True)
class Person:
    """What a cell says about a person; ``rest`` is what could not be placed."""

    name: str
    title: str = ""
    rest: str = ""
    gender: str = ""
    phone: Phone | None = None

    @property
    def words(self) -> str:
        """All that is known, for people."""
        return " ".join(filter(None, (self.name, self.title, self.phone.typed if self.phone else "")))

    def values(self) -> dict[str, Any]:
        """The fields of a contact."""
        reach = "mobile" if self.phone and phones.is_mobile(self.phone.normal) else "phone"
        told = (("name", self.name), ("title", self.title), ("gender", self.gender), (reach, self.phone))
        return {name: value for name, value in told if value}


def read_all(text: str) -> list[Person]:
    """The persons of a cell; several when each part is a Chinese name: ``陈生、刘生``, ``李先生/陈小姐``."""
    parts = [part.strip() for part in _SEVERAL.split(text.strip())]
    if len(parts) > 1 and all(_named(part) for part in parts):
        return [read(part) for part in parts]
    return [read(text)]


def with_numbers(text: str, region: str) -> list[Person]:
    """The persons of a cell with a number behind the name, 张伟 138…、李娜 139…; nothing for other cells.

    Among several some may have no number: 张伟 138…、李娜.
    """
    parts = [part for part in _LIST.split(text) if part.strip()]
    if len(parts) < _FEWEST and not _BRACKETED.search(text):
        return []
    found = []
    for part in parts:
        match = _NUMBERED.fullmatch(part.strip())
        if match is None and _named(part.strip()):
            found.append(read(part.strip()))
            continue
        phone = phones.parse(match["number"], region) if match else None
        if match is None or phone is None or not phone.normal or not HAN.search(match["name"]):
            return []
        found.append(replace(read(match["name"].strip(" :：")), phone=phone))
    return found if any(one.phone for one in found) else []


def _named(part: str) -> bool:
    if not HAN.match(part) or _JOB.match(part) or "person" not in traits(part):
        return False
    return _CALLED_SO.fullmatch(part) is not None or not _TITLE.search(part)


def is_title(text: str) -> bool:
    """Whether a text names a job: 采购经理, Sales Manager."""
    return _TITLE.search(text) is not None


def read(text: str) -> Person:
    """The person of a cell, with the gender that may stand behind: ``王总(老板) 女``."""
    if (match := _GENDER.fullmatch(text.strip())) and not _SEVERAL.search(match[1].strip(" /、")):
        return replace(_read(match[1].strip(" ,，、/(（")), gender=_GENDERS[match[2]])
    return _read(text)


def _read(text: str) -> Person:
    """The person of a cell such as ``周建明/采购``, ``顾晓红（设备）``, ``郑总 海波`` or ``Anna Lee - Buyer``."""
    value = one_line(half_width(text)) if "（" not in text else one_line(text)
    if match := _CALLED.match(value):
        return Person(match[1] + match[3], "" if match[2] in "总工" else match[2])
    match = _SPLIT.match(value) or _BLANK_SPLIT.match(value)
    if not match:
        return Person(value)
    name, other = match[1].strip(), match[2].strip()
    if _TITLE.search(other) and not _TITLE.search(name[1:] if len(name) > 2 else ""):
        return Person(name, other)
    if "person" in traits(name) and "person" in traits(other) and HAN.search(value):
        return Person(name, "", other)
    return Person(value)


def whole(given: str, middle: str, family: str) -> str:
    """A name from its parts, in the order of its script: 张 + 伟 is 张伟, Butt + James is James Butt."""
    parts = [part for part in (given, middle, family) if part]
    if parts and all(map(_EASTERN.search, parts)) and not all(map(_KATAKANA.fullmatch, parts)):
        return family + middle + given
    return " ".join(parts)


def fuller(name: str, built: str) -> tuple[str, str]:
    """A whole name, and what its parts say otherwise (Robert Miller beside Bob); it is theirs where it holds only some of them.

    Args:
        name: as it stands.
        built: as its parts make it.
    """
    said, told = (set(_WORDS.findall(one.casefold())) for one in (name, built))
    if told <= said or "".join(_WORDS.findall(built)) in "".join(_WORDS.findall(name)):
        return name, ""
    return (built, "") if said <= told else (name, built)


def belonging(customer: dict[str, Any], parent: str) -> str:
    """The company whose person a row of a sheet of customers is, "" when it stands for itself.

    A person with a head office belongs to it; a company of a company, as the legal form in its name tells, has it as its
    head office.
    """
    if customer.get("kind") == "person" and "parent_company" in customer:
        return str(customer.pop("parent_company"))
    name = str(customer.get("name") or "")
    if parent and company_key(name) != person_key(name):
        customer.setdefault("parent_company", parent)
        return ""
    return parent


def above(held: dict[str, Any], flagged: bool) -> None:
    """Put the company above, found by its number: a person's own company, or the head office of a company.

    Args:
        held: the values of a row of a sheet of customers, with "#parent"; they are changed.
        flagged: whether the sheet says of companies that they are some.
    """
    parent, kind = held.pop("#parent"), held.get("kind")
    working = kind is None and bool(held.get("contact.title") or held.get("contact.department"))
    person = kind == "person" or (kind != "company" if flagged else working)
    held.setdefault("contact.customer" if person else "parent_company", parent)
