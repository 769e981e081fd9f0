"""Thai, Arabic, Hebrew and Greek in their one-byte encodings: by the bytes that a text holds, and by how they follow each other.

In files of a few hundred bytes Chinese encodings and Cyrillic fit such bytes as well; no text of theirs keeps to the letters
of these scripts, or sets all vowels behind consonants as Thai does.
"""

from __future__ import annotations

import re
from collections import Counter

_HIGH, _RUN = re.compile(rb"[\x80-\xff]"), re.compile(rb"[\x80-\xff]+")
_TOUCHING = re.compile(rb"(?<=[A-Za-z])[\x80-\xff]+|(?<![A-Za-z\x80-\xff])[\x80-\xff]+(?=[A-Za-z])")
_FEWEST, _NEARLY, _OFTEN = 16, 0.98, 0.03
_EVERYDAY, _BEYOND = 0xD7, 0.1
"""Encodings of two bytes keep their everyday signs up to this first byte; so many of these scripts' bytes lie beyond."""


def _bytes(*spans: tuple[int, int]) -> frozenset[int]:
    return frozenset(one for first, last in spans for one in range(first, last + 1))


_SPACE = ((0xA0, 0xA0), (0x85, 0x85), (0x91, 0x97), (0xAB, 0xAB), (0xBB, 0xBB), (0xB0, 0xB0))
_SCRIPTS = (
    ("cp1256", _bytes(*_SPACE, (0xC1, 0xD6), (0xD8, 0xDB), (0xDD, 0xDF), (0xE1, 0xE1), (0xE3, 0xE6), (0xEC, 0xED), (0xF0, 0xF3),
                      (0xA1, 0xA1), (0xBA, 0xBA), (0xBF, 0xBF), (0x81, 0x81), (0x8D, 0x8E), (0x90, 0x90), (0x98, 0x98), (0x9D, 0x9E)),
     (0xC7, 0xE1)),
    ("cp1255", _bytes(*_SPACE, (0xE0, 0xFA), (0xA4, 0xA4)), (0xE5, 0xE9)),
    ("cp1253", _bytes(*_SPACE, (0xC1, 0xD1), (0xD3, 0xDF), (0xE1, 0xFE), (0xA2, 0xA2), (0xB8, 0xBA), (0xBC, 0xBC), (0xBE, 0xBF),
                      (0xA4, 0xA4)), ()),
)  # fmt: skip
"""Encodings with all bytes of their letters, and those of letters that every text has."""
_CONSONANTS, _LEADING = _bytes((0xA1, 0xCE)), _bytes((0xE0, 0xE4))
_FOLLOWING, _MARKS = _bytes((0xD0, 0xDA), (0xE7, 0xEE)), _bytes((0xD1, 0xD1), (0xD4, 0xDA), (0xE7, 0xEE))
_THAI = _CONSONANTS | _LEADING | _FOLLOWING | _bytes(*_SPACE, (0xCF, 0xCF), (0xDF, 0xDF), (0xE5, 0xE6), (0xEF, 0xFB))
_SIGMA, _GREEK_VOWELS = b"\xf2", b"\xe1\xe5\xef\xe9\xc1\xc5\xcf\xc9\xdc\xdd\xdf\xfc"


def script(sample: bytes) -> str:
    """The encoding of a text in one of these scripts, "" for any other.

    Args:
        sample: the beginning of a file that is not in Unicode.
    """
    seen = Counter(one[0] for one in _HIGH.findall(sample))
    total = sum(seen.values())
    if total < _FEWEST or _paired(sample) or among_latin(sample):
        return ""
    if sum(count for one, count in seen.items() if one in _THAI) >= _NEARLY * total and _thai(sample):
        return "cp874"
    for name, letters, usual in _SCRIPTS:
        held = sum(count for one, count in seen.items() if one in letters)
        if (
            held >= _NEARLY * total
            and all(seen[one] >= _OFTEN * total for one in usual)
            and (usual or _greek(seen, total))
        ):
            return name
    return ""


def among_latin(sample: bytes) -> bool:
    """Whether most runs of the bytes touch a letter of ASCII, as accented letters do (Kontaktní, Plzeň)."""
    return 2 * len(_TOUCHING.findall(sample)) > len(_RUN.findall(sample))


def _paired(sample: bytes) -> bool:
    """Whether the first, third, fifth byte of each run may well be the first ones of signs of two bytes."""
    leads: list[int] = [one for run in _RUN.findall(sample) for one in run[::2]]
    beyond = sum(one > _EVERYDAY for one in leads)
    return beyond < _BEYOND * len(leads)


def _thai(sample: bytes) -> bool:
    """Whether vowels and tones stand where Thai sets them: leading ones before a consonant, marks behind one."""
    good = bad = 0
    for before, one, after in zip(b"\n" + sample, sample, sample[1:] + b"\n", strict=False):
        if one in _LEADING:
            good, bad = (good + 1, bad) if after in _CONSONANTS else (good, bad + 1)
        elif one in _MARKS:
            good, bad = (good + 1, bad) if before in _CONSONANTS or before in _FOLLOWING else (good, bad + 1)
    return good > 2 and good >= _NEARLY * (good + bad)


def _greek(seen: Counter[int], total: int) -> bool:
    """Whether a third of the letters are vowels of Greek, and its final sigma is among them."""
    vowels = sum(seen[one] for one in _GREEK_VOWELS)
    return seen[_SIGMA[0]] > 0 and vowels > 0.3 * total
