"""Cyrillic in its one-byte encodings: by the letters that its languages use most, and by where capitals stand in words.

The same bytes are letters of all these encodings, and of Chinese ones in short files; but only under the right one small letters
follow capitals and half of the letters are the everyday ones.
"""

from __future__ import annotations

import re

from app.transfer.readers.scripts import among_latin

_ENCODINGS = ("cp1251", "koi8-u", "cp866")
_WORD = re.compile(r"[А-яЁёЄєІіЇїҐґ]+")
_CASED = re.compile(r"[А-ЯЁЄІЇҐ]?[а-яёєіїґ]+|[А-ЯЁЄІЇҐ]+")
_EVERYDAY = frozenset("оеаинтсрвлкі")
_LOOKED_AT, _FEWEST, _NEARLY, _HALF, _ONE = 1 << 15, 12, 0.95, 0.45, 0.3
"""So many bytes are looked at; so many letters tell; so much of the bytes and words must fit; so much of the letters are everyday
ones, and not all the same."""


def cyrillic(sample: bytes) -> str:
    """The encoding of a text in Cyrillic, "" for any other.

    Args:
        sample: the beginning of a file that is not in Unicode.
    """
    sample = sample[:_LOOKED_AT]
    high = sum(byte >= 0x80 for byte in sample)
    if high < _FEWEST or among_latin(sample):
        return ""
    weight, name = max((_fit(sample, high, name), name) for name in _ENCODINGS)
    return name if weight else ""


def _fit(sample: bytes, high: int, encoding: str) -> float:
    """How well the bytes are words of Cyrillic under an encoding; 0 when they are none."""
    words = _WORD.findall(sample.decode(encoding, "replace"))
    letters = "".join(words).lower()
    if len(letters) < _NEARLY * high:
        return 0.0
    cased = sum(len(word) for word in words if _CASED.fullmatch(word))
    if cased < _NEARLY * len(letters) or max(map(letters.count, set(letters))) > _ONE * len(letters):
        return 0.0
    everyday = sum(letter in _EVERYDAY for letter in letters) / len(letters)
    return everyday if everyday >= _HALF else 0.0
