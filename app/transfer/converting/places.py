"""Chinese places in one text: ``江苏省徐州市鼓楼区`` or ``江苏苏州`` as province, city and the rest."""

from __future__ import annotations

import re

_PROVINCES = (
    "北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|"
    "新疆|香港|澳门"
)
_START = re.compile(
    rf"^(?:中国)?\s*((?:{_PROVINCES})(?:省|市|(?:壮族|回族|维吾尔)?自治区|特别行政区)?)[\s,，/\-·]*(.*)$"
)
_CITY = re.compile(r"^([\u4e00-\u9fff]{2,7}?(?:自治州|地区|盟|市))[\s,，/\-·]*(.*)$")
_BARE_CITY = re.compile(r"^[\u4e00-\u9fff]{2,4}$")
_CITIES = ("北京", "天津", "上海", "重庆")


def split_place(text: str) -> tuple[str, str, str] | None:
    """Province, city and the rest of a text, or None when it does not begin with a province followed by a place."""
    match = _START.match(text.strip())
    if not match or not match[2]:
        return None
    province, rest = match[1], match[2]
    if found := _CITY.match(rest):
        return province, found[1], found[2]
    if province.rstrip("市") in _CITIES:
        return province, province, rest
    if _BARE_CITY.match(rest):
        return province, rest, ""
    return None
