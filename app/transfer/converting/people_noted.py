"""Customers that somebody noted in a chat, one in a line: 廊坊老周 做保温材料的 13633160001 要岩棉板报价."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.records.dictionary import Dictionary
from app.shared.text import HAN
from app.transfer.converting.card_pieces import FAMILIAR, SURE_PHONE, has_job
from app.transfer.converting.card_text import CardText, read_card
from app.transfer.grid.evidence import SURNAMES, traits
from app.transfer.grid.scale import LARGELY

_FEWEST, _LONGEST = 3, 120
_SAME = re.compile(r"[(（]?(?:微信同号|同微信|微信同|手机微信同号|电话微信同号|v同号)[)）]?", re.IGNORECASE)
_APART = re.compile(r"[\s，,；;。、]+")
_NAMED = re.compile(f"[\u4e00-\u9fff]{{2,4}}[小老阿][{''.join(SURNAMES)}]")
"""A town and somebody in it: 廊坊老周."""
_CALLED = re.compile(
    f"[{''.join(SURNAMES)}](?:工|总|姐|哥|叔|姨|阿姨|老板|老板娘|师傅|经理|主任|老师|先生|女士|小姐|会计|厂长|店长|队长|科长|部长|院长|校长)"
)
_ASK_FOR = re.compile(r"(?:找|联系|对接)([\u4e00-\u9fff]{0,6}(?:部|科|处|办|组|室|中心))?([\u4e00-\u9fff]{2,4})")
_FIRM = 4
"""A name of a company is longer than that of a town."""
_LABEL = re.compile(r"[\u4e00-\u9fff\w ]{1,8}[:：]")


def noted(lines: Sequence[str], dictionary: Dictionary, region: str) -> tuple[list[CardText], list[str]] | None:
    """Read the customers of a text that tells of one in each line, name first and number behind.

    Args:
        lines: the lines of the text.
        dictionary: whose fields give the labels that are read.
        region: the country of numbers without a country code.

    Returns:
        the people, and the lines that tell of none; None for any other text.
    """
    said = [line.strip() for line in lines if line.strip()]
    told = [line for line in said if _tells(line)]
    if len(told) < max(_FEWEST, LARGELY * len(said)):
        return None
    return [_one(line, dictionary, region) for line in told], [line for line in said if line not in told]


def _tells(line: str) -> bool:
    number = SURE_PHONE.search(line)
    if number is None or len(line) > _LONGEST or _LABEL.match(line):
        return False
    before = line[: number.start()].strip()
    return len(before) > 1 and bool(HAN.search(before[:2]))


def _one(line: str, dictionary: Dictionary, region: str) -> CardText:
    numbers = SURE_PHONE.findall(line)
    start = SURE_PHONE.search(line)
    before, after = (line[: start.start()], SURE_PHONE.sub(" ", line[start.start() :])) if start else (line, "")
    same = _SAME.search(after)
    words = [one for one in _APART.split(before) if one]
    person = next((one for one in words if _is_person(one)), "")
    firm = next((one for one in words if one != person and len(one) >= _FIRM and not one.endswith("的")), "")
    if person and (not firm or words.index(firm) > words.index(person)):
        firm = ""
    if not person and not firm:
        person = words[0]
    asked = None if person else _ASK_FOR.search(after)
    if asked is not None and not (_is_person(asked[2]) or _CALLED.fullmatch(asked[2])):
        asked = None
    reach = " ".join([*numbers, "微信同号"] if same else numbers)
    found = read_card(reach, dictionary, region)
    reached, found.left = {**found.customer, **found.contact}, []
    for name in ("name", "kind"):
        reached.pop(name, None)
    notes = [one for one in words if one not in (person, firm)]
    notes += [one for one in _APART.split(_SAME.sub(" ", after)) if one]
    if not firm:
        return CardText({"name": person, "kind": "person", **reached, **_notes(notes)})
    contact = {"name": person} if person else {"name": asked[2]} if asked else {}
    if asked and asked[1]:
        contact["department"] = asked[1]
    own = {name: reached.pop(name) for name in ("mobile", "wechat") if contact and name in reached}
    return CardText({"name": firm, "kind": "company", **reached, **_notes(notes)}, contact | own)


def _is_person(word: str) -> bool:
    called = FAMILIAR.fullmatch(word) or _NAMED.fullmatch(word) or _CALLED.fullmatch(word)
    looks = traits(word)
    return (
        bool(called) or has_job(word) or ("person" in looks and not looks & {"address", "company"} and not _town(word))
    )


def _town(word: str) -> bool:
    """Whether a word may be a town's name as well as somebody's: 唐山."""
    return len(word) <= 2


def _notes(words: Sequence[str]) -> dict[str, str]:
    return {"notes": " ".join(words)} if words else {}
