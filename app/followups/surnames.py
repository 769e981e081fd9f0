"""Whom a sentence names by nothing but a family name: “电话 吴”, “called Wu”, “visited Wu Lei”. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.followups.words import KIND
from app.shared import pinyin
from app.shared.patterns import later
from app.shared.text import HAN

Span = tuple[int, int]

_DOUBLE = frozenset(
    "欧阳 司马 上官 诸葛 夏侯 皇甫 尉迟 公孙 慕容 令狐 司徒 东方 南宫 端木 东郭 百里 呼延 轩辕 长孙 宇文 司空 鲜于 闻人".split()
)
_LEADS = later(
    r"\b(?:(?:spoke|talked|met|meeting|chatted|call|lunch)\s+(?:to|with)|saw|with|mr\.?|mrs\.?|ms\.?|miss|dr\.?)\Z",
    re.IGNORECASE,
)
# Sounds that are English words as well: in small letters they are taken for these.
_ENGLISH = frozenset(
    "he she you an ban bang bin can chang die ding due fan fang gang gong hang hot lang lie long man men min mo pan pang"
    " pin ping rang sang she so song sun tan ten tong ran long her we me do to".split()
)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody whom a sentence may name."""

    id: int
    name: str
    title: str = ""


def by_surname(text: str, people: Sequence[Person]) -> tuple[Person, Span] | None:
    """The only one of some people whom a family name behind a word for a conversation can mean, and where it stands.

    The whole name in pinyin, in either order, counts wherever it stands in capitals. None when nobody or several fit.
    """
    found = [(person, span) for person in people for span in _whole(text, person)]
    if not found:
        found = [(person, span) for span in _places(text) for person in people if _fits(text[slice(*span)], person)]
    if len({person.id for person, _span in found}) != 1:
        return None
    return found[0]


def _names(person: Person) -> tuple[str, str] | None:
    """Family name and given name of a Chinese name, in their characters."""
    name = person.name.strip()
    if not 2 <= len(name) <= 4 or not all(HAN.match(letter) for letter in name):
        return None
    split = 2 if len(name) > 2 and name[:2] in _DOUBLE else 1
    return name[:split], name[split:]


def _sounds(name: str, split: int) -> tuple[str, str]:
    whole, given = pinyin.first(name), pinyin.first(name[split:])
    return (whole.removesuffix(given), given) if whole.endswith(given) else (pinyin.first(name[:split]), given)


def _whole(text: str, person: Person) -> Iterable[Span]:
    names = _names(person)
    if names is None:
        return
    family, given = _sounds("".join(names), len(names[0]))
    if not given:
        return
    pattern = rf"\b(?:{family}\s{given}|{given}\s{family})\b"
    for match in re.finditer(pattern, text, re.IGNORECASE):
        if all(word[0].isupper() for word in match[0].split()):
            yield match.span()


def _places(text: str) -> Iterable[Span]:
    """Where a name may stand: right behind a word for a conversation, and no longer than a name."""
    ends = [match.end() for match in KIND.finditer(text)]
    for match in re.finditer(r"[A-Za-z]{2,7}", text):
        head = text[: match.start()].rstrip()
        bounded = (
            match.start() == 0 or not text[match.start() - 1].isalnum() or text[match.start() - 1] > "\u2e7f"
        ) and (match.end() == len(text) or not text[match.end()].isalnum())
        told = len(head) in ends or _LEADS.search(head)
        if bounded and told and (match[0][0].isupper() or match[0] not in _ENGLISH):
            yield match.span()
    for end in ends:
        start = end + len(text[end:]) - len(text[end:].lstrip(" 给"))
        for size in (2, 1):
            behind = text[start + size : start + size + 1]
            if text[start : start + size].strip() and (not behind or not (behind.isalnum() or HAN.match(behind))):
                yield start, start + size


def _fits(word: str, person: Person) -> bool:
    names = _names(person)
    if names is None:
        return False
    if not word.isascii():
        return word == names[0]
    return word.lower() == _sounds("".join(names), len(names[0]))[0]
