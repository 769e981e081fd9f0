"""Chinese text by its sound: full pinyin and initials, with every reading of a character that has several.

The readings come from one file that is made from pypinyin's data, which itself is not loaded at run time.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, product
from math import prod
from operator import itemgetter

from app.shared.paths import resource

MOST = 8
# How many characters around one with a second reading that reading is indexed with.
_REACH = 2
# Names up to this length (people, short names) are indexed in all their ways to be read, if these are as few.
_SHORT, _ALL_WAYS = 4, 4
_ENDINGS = (
    "集团股份", "股份", "集团公司", "总公司", "分公司", "公司", "集团", "经营部", "服务部", "营业部", "商行", "车行", "厂", "店",
)  # fmt: skip
# Characters that are read otherwise as a family name.
_FAMILIES = {"单": "shan", "查": "zha", "解": "xie", "朴": "piao", "区": "ou", "盖": "ge", "尉": "yu", "纪": "ji"}
_INITIAL = itemgetter(0)
_DISTRICTS = "省市县区"
_NO_DISTRICTS = ("市政", "市场", "县城", "区域", "区块")
_ZONES = ("工业园区", "工业园", "经济技术开发区", "经济开发区", "开发区", "高新技术产业开发区", "高新区", "新区")


@dataclass(frozen=True, slots=True)
class _Tables:
    """The likeliest reading of each character, and what is known beyond: by character, by word, by place."""

    sounds: dict[str, str]
    codes: dict[int, str]
    several: dict[str, tuple[str, ...]]
    doubtful: frozenset[str]
    words: dict[str, tuple[str, ...]]
    places: dict[str, list[str]]


def _lines(name: str) -> list[str]:
    return resource("pinyin", name).read_text("utf-8").splitlines()


@lru_cache(maxsize=1)
def _tables() -> _Tables:
    sounds: dict[str, str] = {}
    several: dict[str, tuple[str, ...]] = {}
    for line in _lines("readings.txt"):
        spelt, characters = line.split("\t")
        options = tuple(spelt.split(","))
        sounds.update(dict.fromkeys(characters, options[0]))
        if len(options) > 1:
            several.update(dict.fromkeys(characters, options))
    words = {word: tuple(read) for word, *read in map(str.split, _lines("words.txt"))}
    places: dict[str, list[str]] = {}
    for line in _lines("places.txt"):
        for place in line.split():
            places.setdefault(place[:2], []).append(place)
    codes = {ord(character): sound for character, sound in sounds.items()}
    return _Tables(sounds, codes, several, frozenset(several), words, places)


@lru_cache(maxsize=1)
def readings() -> dict[str, tuple[str, ...]]:
    """The toneless readings of each character, the likeliest first."""
    tables = _tables()
    return {character: (sound,) for character, sound in tables.sounds.items()} | tables.several


def full(text: str) -> tuple[str, ...]:
    """Full pinyin without blanks: the likeliest reading first, at most eight; other characters stay, in lower case."""
    return _combined(_options(text))


def initials(text: str) -> tuple[str, ...]:
    """First letters, in every reading, at most eight."""
    return _combined([tuple(dict.fromkeys(one[:1] for one in options)) for options in _options(text)])


def _options(text: str) -> list[tuple[str, ...]]:
    several = _tables().several
    return [
        tuple(dict.fromkeys((sound.lower(), *several.get(character, ()))))
        for character, sound in zip(text, _sounds(text), strict=True)
    ]


def _combined(options: list[tuple[str, ...]]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for choice in product(*options):
        found["".join(choice)] = None
        if len(found) == MOST:
            break
    return tuple(found)


def first(text: str) -> str:
    """Full pinyin in the likeliest readings; what lists are sorted by."""
    tables = _tables()
    if tables.doubtful.isdisjoint(text):
        return text.translate(tables.codes).lower()
    return "".join(_sounds(text)).lower()


def _sounds(text: str) -> list[str]:
    """The likeliest reading of each character: by the word it stands in, by the family name it is, or by itself."""
    tables = _tables()
    get = tables.sounds.get
    sounds = list(map(get, text, text))
    doubtful = tables.doubtful
    if doubtful.isdisjoint(text):
        return sounds
    for index in [index for index, character in enumerate(text) if character in doubtful]:
        if (word := tables.words.get(text[index : index + 2])) is not None:
            sounds[index] = word[0]
        elif index and (word := tables.words.get(text[index - 1 : index + 1])) is not None:
            sounds[index] = word[1]
        elif not index and 2 <= len(text) <= 3 and text[0] in _FAMILIES:
            sounds[0] = _FAMILIES[text[0]]
    return sounds


def search_text(text: str) -> str:
    """The words by which a name is found by its sound, parted by blanks.

    They are the full pinyin, the initials, both again around each character with another reading, and initials with
    inner words left out: a person types ``hrjx`` for 苏州恒瑞精密机械有限公司.
    """
    if not text.isalnum():
        text = "".join(filter(str.isalnum, text))
    if text.isascii():
        return text.lower()
    sounds = _sounds(text)
    short = "".join(map(_INITIAL, sounds))
    words = ["".join(sounds), short]
    if not _tables().doubtful.isdisjoint(text):
        words += _others(text, sounds, short)
    core = _core(text)
    if len(core) > 4:
        words += skipping(short[: len(core)], _town(core))
    return " ".join(dict.fromkeys(words)).lower()


def _others(text: str, sounds: list[str], short: str) -> list[str]:
    """The sounds and initials around each character in its other readings, and around two such side by side."""
    several = _tables().several
    places = [index for index, character in enumerate(text) if character in several]
    if len(text) <= _SHORT and prod(len(several[text[index]]) for index in places) <= _ALL_WAYS:
        return [*full(text), *initials(text)]
    spans: list[tuple[int, ...]] = [(index,) for index in places]
    spans += [pair for pair in pairwise(places) if pair[1] == pair[0] + 1]
    found = []
    for span in spans:
        start, after = max(0, span[0] - _REACH), span[-1] + 1
        usual = [sounds[index] for index in span]
        for ways in product(*(several[text[index]] for index in span)):
            if any(way == sound for way, sound in zip(ways, usual, strict=True)):
                continue
            found.append("".join((*sounds[start : span[0]], *ways, *sounds[after : after + _REACH])))
            letters = [way[0] for way in ways]
            if letters != [sound[0] for sound in usual]:
                found.append("".join((short[start : span[0]], *letters, short[after : after + _REACH])))
    return found


def _core(text: str) -> str:
    """A company's name without its legal form, and without the branch behind that."""
    core = text.partition("有限")[0] or text
    if not core.endswith(_ENDINGS):
        return core
    for ending in _ENDINGS:
        if core.endswith(ending):
            return core.removesuffix(ending)
    return core


def _town(core: str) -> int:
    """How many characters at the start name a province, a town or a part of it."""
    places = _tables().places
    at = 0
    while names := places.get(core[at : at + 2]):
        size = max([len(name) for name in names if core.startswith(name, at)], default=0)
        if not size:
            break
        at += size
        if core[at : at + 1] in _DISTRICTS and not core.startswith(_NO_DISTRICTS, at):
            at += 1
    if at and core.startswith(_ZONES, at):
        at += next(len(zone) for zone in _ZONES if core.startswith(zone, at))
    return at


def skipping(letters: str, town: int = 0) -> list[str]:
    """Initials with inner words of two characters left out, counted from the end.

    Args:
        letters: the initials of a company's name without its legal form.
        town: how many of them at the start name its town.
    """
    place, rest = letters[:town], letters[town:]
    if not 5 <= len(rest) <= 14:
        return []
    odd = 2 + len(rest) % 2
    head, inner, tail = rest[:odd], [rest[index : index + 2] for index in range(odd, len(rest) - 2, 2)], rest[-2:]
    found = [place + head + tail]
    if odd == 3:
        found.append(place + head[:2] + tail)
    if len(inner) > 1:
        found += [place + head + one + tail for one in inner]
    return list(dict.fromkeys(found))
