"""Customers that are persons: called 王老板 where the others are companies, with their number in the cell of the name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from app.shared import phones
from app.shared.names import person_key
from app.shared.phones import Phone
from app.transfer.grid.evidence import COMPANY, SURNAMES, traits

_DOUBLE = "欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|司徒|令狐|夏侯|端木|南宫|独孤"
_POLITE = "老板娘|老板|先生|女士|小姐|师傅|阿姨|大姐|大哥|经理|老师|主任|太太|夫人|爷爷|奶奶|大爷|大妈|大娘|总|姐|哥|嫂|叔|伯|婶|姨"
_ALONE = "工|董|生|厂长|店长|会计|科长|部长|院长|校长|医生|处长|局长|所长"
_CALLED = re.compile(rf"(?:(?P<family>[\u4e00-\u9fff])|{_DOUBLE})(?:[\u4e00-\u9fff]{{0,2}}(?:{_POLITE})|(?:{_ALONE}))")
_LATIN = re.compile(r"(?:Mr|Mrs|Ms|Miss)\.?\s+[A-Z][\w'’.-]*(?:\s+[A-Z][\w'’.-]*){0,3}")
NICKNAME = re.compile(r"[小老阿][\u4e00-\u9fff]")
"""What stands beside a number and is a person: 小刘, 老王."""
_TRADE = re.compile(
    r"(?:物流|运输|货运|广告|装饰|装潢|建材|建筑|工程|纺织|服饰|服装|家纺|制衣|机械|机电|电子|电器|电气|化工|塑料|塑胶|模具|包装|印刷|食品|餐饮|餐厅|"
    r"酒楼|大药房|药房|药店|水产|粮油|汽修|汽配|汽车|轮胎|家具|灯饰|文化|传媒|网络|信息|软件|教育|培训|旅行社|旅游|中心|协会|委员会|街道办|派出所|"
    r"幼儿园|批发部|批发|经销部|服务部|工程队|车队|门店|专卖店|旗舰店|分店|茶楼|会所|网吧|影楼|物业|地产|置业)$"
)
"""Ends of names that are no person's."""
_LAST_SIGNS = frozenset("太人娘板生士姐傅姨哥理师任总嫂叔伯婶爷奶妈工董长计")
_LONGEST, _FEWEST_DIGITS = 7, 10
_NUMBER = re.compile(
    r"(?P<name>.*?[^\W\d_].*?)[\s,，:：/|(（-]*"
    r"(?P<number>(?<!\d)(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}|(?<!\d)0\d{2,3}[- ]\d{7,8})\s*[)）]?",
    re.DOTALL,
)


def is_person(name: str) -> bool:
    """Whether a customer's name is what one calls a person: 王老板, 张三丰先生, 李工, Mr. Smith; not 恒瑞化工."""
    if name[:1].isascii():
        return name[:1] == "M" and _LATIN.fullmatch(name) is not None and "company" not in traits(name)
    if len(name) > _LONGEST or name[-1:] not in _LAST_SIGNS:
        return False
    match = _CALLED.fullmatch(name)
    return match is not None and (match["family"] is None or match["family"] in SURNAMES)


def is_company(name: str) -> bool:
    """Whether a name has a word that companies have."""
    return COMPANY.search(name) is not None or _TRADE.search(name) is not None


def parted(name: str) -> tuple[str, Phone] | None:
    """The name and the phone number behind it (王老板 138…), None where there is no number."""
    if not (name[-4:].isdigit() or name[-1:] in ")）") or sum(map(str.isdigit, name)) < _FEWEST_DIGITS:
        return None
    match = _NUMBER.fullmatch(name)
    if match is None:
        return None
    phone = phones.parse(match["number"])
    return (match["name"].strip(" ,，:：/|(（-"), phone) if phone.normal.startswith("+86") else None


def named(name: str, customer: dict[str, Any], supplier: bool) -> str:
    """A customer's name without the phone number behind it; one that calls a person makes it a person.

    Args:
        name: as the cell has it.
        customer: the values of the row; the number and the kind are put into them.
        supplier: whether the sheet lists suppliers.
    """
    found = parted(name) if name[-1:].isdigit() or name[-1:] in ")）" else None
    if found:
        name, phone = found
        order = ("mobile", "phone") if phones.is_mobile(phone.normal) else ("phone", "mobile")
        known = any(isinstance(value, Phone) and value.normal == phone.normal for value in customer.values())
        slot = next((slot for slot in order if slot not in customer), None)
        if slot is None and not known:
            return str(customer["name"])
        customer["name"] = name
        if slot and not known:
            customer[slot] = phone
    if "kind" not in customer and not supplier and is_person(name):
        customer["kind"] = "person"
    return name


def himself(customer: Mapping[str, Any], contact: Mapping[str, Any]) -> bool:
    """Whether the contact of a row is the customer, a person, again."""
    if customer.get("kind") != "person" or not contact:
        return False
    return person_key(str(customer.get("name") or "")) == person_key(str(contact.get("name") or ""))
