"""Names of companies without what is written or left out at will: ranks of places, brackets, scripts, accents, "and"."""

from __future__ import annotations

import re
import unicodedata

from app.shared.names import company_key
from app.shared.patterns import later
from app.shared.simplified import TRADITIONAL, simplified

_IDEOGRAPHS = "\u2e80"
_HAN = r"[\u4e00-\u9fff]"
_PROVINCES = (
    "河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|"
    "广西|西藏|宁夏|新疆"
)
_LATIN = later(r"[&(]|[ao]e|ue|\b(?:and|und|et|the)\b", re.IGNORECASE)
_RESPELT = frozenset(f"()（）[]【】&处部店{TRADITIONAL}")
_RANKS = frozenset("省市县区镇治")
_ODD = _RESPELT | _RANKS
_BRACKETS = later(r"\s*[(\[（【]([^()\[\]（）【】]*)[)\]）】]\s*")
_NATION = later(
    r"中国|国内|china|prc|p\.?r\.?c|hong ?kong|h\.?k|singapore|sg|s|malaysia|m|taiwan|japan|korea|india|thailand|vietnam|"
    r"已?停用|已?注销|作废|吊销|暂停|重复|新|老|旧|客户|供应商|代理商?|经销商?|重点|vip|"
    r"indonesia|philippines|australia|uk|u\.?s\.?a?|germany|deutschland|france|europe|asia|asia pacific|apac|international"
)
_HEAD_OFFICE = later(r"[-—\s]*(?:集团)?(?:总部|本部|总店|总公司)$")
_OFFICE = later(r"(?:办事处|联络处|代表处|分部)$")
_PLACE = later(rf"(?!公司){_HAN}{{2,4}}")
# 吉林 is a province and a city of it.
_PROVINCE = later(rf"(?:中国)?(?!吉林省)({_HAN}{{2,3}}?)(?:省|(?:壮族|回族|维吾尔)?自治区)(?={_HAN}{{2}})")
_ABOVE = later(rf"(?:中国)?(?:{_PROVINCES})(?=(?!省){_HAN}{{2,3}}市)")
_CITY = later(rf"({_HAN}{{1,3}}(?<![城超门都夜股菜花])[^城超门都夜股菜花\W])市(?={_HAN}{{2}}|[a-z0-9])")
_DISTRICT = later(rf"{_HAN}{{1,4}}?(?:区|县|镇)(?={_HAN}{{2}}|[a-z0-9])")
_COUNTY = later(rf"({_HAN}{{2,3}})(?:县|镇)(?={_HAN}{{2}})")
_BOUND = re.compile(r"\b(?:and|und|et|the)\b|[&+]")
_SPELT = (("ß", "ss"), ("ae", "a"), ("oe", "o"), ("ue", "u"))


def loose_key(name: str, key: str) -> str:
    """What spellings of a name share that a person should look at: 无锡市永泰 and 無錫永泰, Müller & Co and Mueller und Co.

    Names with one such key are likely one company, not surely: it is a reason to ask, never to join.

    Args:
        name: the name as written.
        key: its ``company_key``, which is given back where nothing can be left out.
    """
    if (_LATIN.search(name) is None) if name.isascii() else (_ODD.isdisjoint(name) and name[:1] >= _IDEOGRAPHS):
        return key
    if key[:1] >= _IDEOGRAPHS and _RESPELT.isdisjoint(name):
        return _plain_chinese(key)
    text = simplified(unicodedata.normalize("NFKC", name).casefold()).strip()
    fronts: list[str] = []

    def bracketed(match: re.Match[str]) -> str:
        said = match[1].strip()
        if not said or _NATION.fullmatch(said) or _HEAD_OFFICE.fullmatch(said):
            return " "
        if _PLACE.fullmatch(said):
            fronts.append(said.removesuffix("市"))
            return " "
        return f" {said} "

    text = _BRACKETS.sub(bracketed, text).strip()
    text = "".join(front for front in fronts if front not in text) + text
    text = _OFFICE.sub("分公司", _HEAD_OFFICE.sub("", text))
    return _plain_latin(text) if text.isascii() or text[:1] < _IDEOGRAPHS else _plain_chinese(company_key(text))


def _plain_chinese(text: str) -> str:
    if _RANKS.isdisjoint(text):
        return text
    if ("省" in text or "治" in text) and (match := _PROVINCE.match(text)):
        text = text[match.end() :] if _CITY.match(text, match.end()) else match[1] + text[match.end() :]
    elif match := _ABOVE.match(text):
        text = text[match.end() :]
    if match := _CITY.match(text):
        rest = text[match.end() :]
        inner = _DISTRICT.match(rest)
        return match[1] + (rest[inner.end() :] if inner else rest)
    if match := _COUNTY.match(text):
        return match[1] + text[match.end() :]
    return text


def _plain_latin(text: str) -> str:
    for sign, plain in _SPELT:
        text = text.replace(sign, plain)
    text = "".join(sign for sign in unicodedata.normalize("NFD", text) if not unicodedata.combining(sign))
    return company_key(" ".join(_BOUND.sub(" ", text).split()))
