"""Whom a sentence names, and where it says that something was held. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from app.followups.surnames import Person as Person
from app.followups.surnames import Span as Span
from app.followups.surnames import by_surname
from app.followups.words import HONORIFIC
from app.shared.patterns import later

# What stands between two who were there together. A Chinese comma begins a new thought: “王经理同意，李工不同意”.
_JOINT = later(
    r"\s*(?:、|和|与|跟|及|以及|&|＆|/|\+|＋|\band\b|\bund\b)\s*|\s+|(?P<comma>,)\s*(?:and\s+)?", re.IGNORECASE
)

_SITES = (
    "公司|厂|厂里|工厂|分厂|总厂|车间|现场|工地|仓库|办公室|会议室|会客室|接待室|总部|分公司|项目部|门店|店里|展会|展厅|展台|展位|"
    "饭店|酒店|宾馆|餐厅|茶楼|茶馆|咖啡厅|咖啡馆|食堂|家里|大厦|写字楼|园区|工业园|科技园|广场|商场|机场|车站|高铁站|火车站|地铁站|"
    "学校|大学|医院|研究院|设计院|研究所|实验室|港口|码头|矿上|基地|大厅|交易会|博览会|中心"
)
_MEET = "见面|会面|碰面|面谈|开会|会谈|洽谈|拜访|吃饭|见到|见了|碰到|签约|签合同|参观|考察|验货|培训"
_NO_PLACE = "微信|电话|线上|网上|网络|群|邮件|钉钉|视频|腾讯|会上|语音|短信"
_ZH = later(
    rf"(?<![现正实存还都也不内所])(?:在|(?<![位对关由等终属基至处用大小高低过忙鉴])于)"
    rf"(?P<place>(?!{_NO_PLACE})(?:(?!{_NO_PLACE})[^\s，。；、,;!?！？在于]){{0,14}}?(?:{_SITES})(?:里|内|门口|楼下)?)"
    rf"(?=$|[\s，。；、,;!?！？]|{_MEET}|[谈聊看试见喝吃签和跟与]|演示|交流|沟通|讨论|调试|安装)"
    rf"|(?<![现正实存还都也不内所])在(?P<town>(?!{_NO_PLACE})(?:(?!{_NO_PLACE})[\u3400-\u9fff]){{2,8}}?)(?={_MEET})"
)
_NOUN = (
    r"offices?|plants?|factory|factories|works|sites?|warehouse|shop|store|showroom|headquarters|hq|fair|booth|stand|hotel|"
    r"restaurant|caf[eé]|coffee shop|airport|station|workshop|lab|laboratory|home|place|premises|branch|expo|exhibition|"
    r"trade show|canteen|lobby|house|club|mall|cent(?:er|re)|hospital|school|university|port|yard|farm|depot|messe"
)
_EN = later(
    rf"\b(?:at|in)\s+(?P<place>(?:(?:their|our|his|her|my|the|a|an|your)\s+)?(?:[\w&.'’-]+\s+){{0,3}}?(?:{_NOUN}))\b"
    r"(?!\s+(?:price|cost|level|rate|number|phone|address|manager|order|hours?|supplies|system))",
    re.IGNORECASE,
)
# Words that cannot stand inside the name of a place: the phrase would reach over something else.
_EN_NOT = later(
    r"\b(?:and|but|or|to|for|with|wants?|needs?|said|asked|once|least|all|first|last|moment|price|end|time|from|on|when|if|is|was)\b",
    re.IGNORECASE,
)


def person_in(text: str, people: Iterable[Person]) -> tuple[Person, Span] | None:
    """The one person whom a text names, by the whole name, by surname and office (周工), or by an English first name.

    None when nobody or more than one fits.
    """
    candidates = list(people)
    for ways in (_whole, _called):
        found = _meant(text, [(person, span) for person in candidates for span in ways(text, person)[:1]])
        if found:
            longest = max(span[1] - span[0] for _, span in found)
            best = [one for one in found if one[1][1] - one[1][0] == longest]
            return best[0] if len({person.id for person, _ in best}) == 1 else None
    return by_surname(text, candidates)


def persons_in(text: str, people: Sequence[Person]) -> tuple[tuple[Person, Span], ...]:
    """Those whom a text names first, and together: “王经理、李工”, “Anna and Bob”.

    Somebody named elsewhere in the sentence is spoken of and was not there: “王经理说李工下周出差”.
    """
    found: list[tuple[Person, Span]] = []
    for ways in (_whole, _called):
        more = [
            (person, span)
            for person in people
            if all(person.id != one.id for one, _ in found)
            for span in ways(text, person)
            if all(span[1] <= other[0] or other[1] <= span[0] for _, other in found)
        ]
        told = _meant(text, more)
        found += [one for one in told if sum(other[1] == one[1] for other in told) == 1]
    if not found and (one := by_surname(text, people)) is not None:
        return (one,)
    found.sort(key=lambda one: one[1])
    together: list[tuple[Person, Span]] = []
    for person, span in found:
        if together:
            joint = _JOINT.fullmatch(text, together[-1][1][1], span[0])
            if joint is None or (joint["comma"] and not text[span[0]].isascii()):
                break
        if all(person.id != one.id for one, _ in together):
            together.append((person, span))
    return tuple(together)


def _meant(text: str, found: Sequence[tuple[Person, Span]]) -> list[tuple[Person, Span]]:
    """Of those who are called by the same words the one who holds the office that they name; all if that does not tell."""
    told: list[tuple[Person, Span]] = []
    for person, span in found:
        rivals = [one for one, place in found if place == span]
        office = text[span[0] + 1 : span[1]]
        holding = [one for one in rivals if office and office in one.title]
        if len(rivals) == 1 or len(holding) != 1 or holding[0].id == person.id:
            told.append((person, span))
    return told


def _whole(text: str, person: Person) -> list[Span]:
    name = person.name.strip().casefold()
    folded = text.casefold()
    if len(name) < 2 or len(folded) != len(text):
        return []
    pattern = (
        rf"\b{re.escape(name)}\b" if name.isascii() and name[0].isalnum() and name[-1].isalnum() else re.escape(name)
    )
    return [match.span() for match in re.finditer(pattern, folded)]


def _called(text: str, person: Person) -> list[Span]:
    name = person.name.strip()
    if not name:
        return []
    found: list[Span] = []
    if not name.isascii():
        at = text.find(name[0])
        while at >= 0:
            if office := HONORIFIC.match(text, at + 1):
                found.append((at, office.end()))
            elif at and text[at - 1] in "老小":
                found.append((at - 1, at + 1))
            at = text.find(name[0], at + 1)
        return found
    lowered = text.lower()
    for word in name.lower().split():
        if len(word) > 2:
            found += [match.span() for match in re.finditer(rf"\b{re.escape(word)}\b", lowered)]
    return found


def place_in(text: str) -> tuple[str, Span] | None:
    """Where something was held, as a sentence says it for certain: “在他们厂里开会”, “at their plant”; else None.

    在 and at have many other uses (正在考虑, at the moment): only what ends with a word for a place, or has a word for
    meeting behind it, is one.
    """
    for match in _ZH.finditer(text):
        name = "place" if match["place"] else "town"
        return match[name], match.span(name)
    for match in _EN.finditer(text):
        if not _EN_NOT.search(match["place"]):
            return match["place"], match.span("place")
    return None
