"""Chinese text by its sound: full pinyin and initials, with every reading of a character that has several.

The readings come from one file that is made from pypinyin's data, which itself is not loaded at run time.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import combinations, product
from math import prod

from app.shared.paths import resource

MOST = 8
# How far around a character with a second reading that reading is indexed: as long as a person types.
_REACH = 5
# Up to so many ways to read a whole name, all are indexed; beyond, one character at a time.
_ALL_WAYS = 4
_LEGAL = re.compile(
    r"(?:股份|责任)?有限(?:责任)?公司(?:[\u4e00-\u9fff]{2,4}分公司)?$|(?:集团|总|分)?公司$|集团$|(?:经营|服务|营业)部$|(?:商|车)行$|[厂店]$"
)


@lru_cache(maxsize=1)
def readings() -> dict[str, tuple[str, ...]]:
    """The toneless readings of each character, the commonest first."""
    table: dict[str, tuple[str, ...]] = {}
    for line in resource("pinyin", "readings.txt").read_text("utf-8").splitlines():
        spelt, characters = line.split("\t")
        table.update(dict.fromkeys(characters, tuple(spelt.split(","))))
    return table


def _options(text: str) -> list[tuple[str, ...]]:
    get = readings().get
    return [get(character) or (character.lower(),) for character in text]


def full(text: str) -> tuple[str, ...]:
    """Full pinyin without blanks: the commonest reading first, at most eight; other characters stay, in lower case."""
    return _combined(_options(text))


def initials(text: str) -> tuple[str, ...]:
    """First letters, in every reading, at most eight."""
    return _combined([tuple(dict.fromkeys(one[0] for one in options if one)) for options in _options(text)])


def _combined(options: list[tuple[str, ...]]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for choice in product(*options):
        found["".join(choice)] = None
        if len(found) == MOST:
            break
    return tuple(found)


def first(text: str) -> str:
    """Full pinyin in the commonest readings; what lists are sorted by."""
    get = readings().get
    return "".join([found[0] if (found := get(character)) else character for character in text]).lower()


def search_text(text: str) -> str:
    """The words by which a name is found by its sound, parted by blanks.

    They are the full pinyin, the initials, both again around each character with another reading, and initials with
    inner words left out: a person types ``hrjx`` for 苏州恒瑞精密机械有限公司.
    """
    table = readings()
    core = _LEGAL.sub("", text)
    letters: list[str] = []
    sounds: list[str] = []
    several: list[int] = []
    for index, character in enumerate(text):
        options = table.get(character)
        if options is None:
            lower = character.lower()
            sounds.append(lower if lower.isalnum() else "")
            letters.append(sounds[-1])
        else:
            sounds.append(options[0])
            letters.append(options[0][0])
            if len(options) > 1:
                several.append(index)
    short = "".join(letters)
    words = {"".join(sounds): None, short: None}
    ways = prod(len(table[text[index]]) for index in several)
    if 1 < ways <= _ALL_WAYS:
        words.update(dict.fromkeys((*full(text), *initials(text))))
        several = []
    for index in several:
        start, end = max(0, index - _REACH), index + _REACH + 1
        before, after = "".join(sounds[start:index]), "".join(sounds[index + 1 : end])
        for other in table[text[index]][1:]:
            words[before + other + after] = None
            if other[0] != letters[index]:
                words["".join(letters[:index]) + other[0] + "".join(letters[index + 1 :])] = None
    words.update(dict.fromkeys(skipping("".join(letters[: len(core)]))))
    return " ".join(words)


def skipping(letters: str) -> list[str]:
    """Initials of two-character words with inner words left out, from the first word and from the second.

    The first word of a company's name is mostly its town, so both starts are what people type.
    """
    if not 6 <= len(letters) <= 14:
        return []
    words = [letters[index : index + 2] for index in range(0, len(letters), 2)][:6]
    found: dict[str, None] = {}
    for start in (1, 0):
        head, inner, tail = words[start], words[start + 1 : -1], words[-1]
        for size in range(len(inner)):
            for chosen in combinations(inner, size):
                found[head + "".join(chosen) + tail] = None
    return list(found)[:12]
