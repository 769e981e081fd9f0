"""Which of the one-byte encodings of Europe a text is in: by the language whose letters all its bytes are."""

from __future__ import annotations

import re
from collections import Counter

_WESTERN, _CENTRAL, _TURKISH, _BALTIC, _LATIN2 = "cp1252", "cp1250", "cp1254", "cp1257", "iso8859_2"
_POLISH, _CZECH, _HUNGARIAN = "ąćęłńóśźż", "áčďéěíňóřšťúůýžäôľĺŕ", "áéíóöőúüű"
_ROMANIAN, _CROATIAN = "ăâîşţșț", "čćđšž"
_LANGUAGES = (
    (_WESTERN, "äöüß"), (_WESTERN, "éèêëàâîïôùûüçœæÿ"), (_WESTERN, "áéíóúüñçïàèòŀ"), (_WESTERN, "áâãàçéêíóôõúü"), (_WESTERN, "àèéìíîòóùú"),
    (_WESTERN, "åäöéü"), (_WESTERN, "æøåéü"), (_WESTERN, "äöõüšž"), (_WESTERN, "áðéíóúýþæö"), (_WESTERN, "ëéèïöüáó"),
    (_CENTRAL, _POLISH), (_CENTRAL, _CZECH), (_CENTRAL, _HUNGARIAN), (_CENTRAL, _ROMANIAN), (_CENTRAL, _CROATIAN),
    (_TURKISH, "çğıöşüâîûİ"), (_BALTIC, "ąčęėįšųūž"), (_BALTIC, "āčēģīķļņšūž"),
    (_LATIN2, _POLISH), (_LATIN2, _CZECH), (_LATIN2, _HUNGARIAN), (_LATIN2, _CROATIAN),
)  # fmt: skip
"""Encodings with the letters of their languages beside those of ASCII, the usual ones first."""
_DOS, _DOS_LETTERS = "cp850", frozenset("äöüßÄÖÜéèêëàâîïôùûçáíóúñåæø")
_HIGH = re.compile(rb"(?<=([A-Za-z]))?([\x80-\xff])(?=([A-Za-z]))?")
_QUOTES = frozenset("„“”‘’‚‹›«»–—…•")
_SURER, _NEARLY = 0.05, 0.9


def european(sample: bytes) -> str:
    """The encoding under which most letters beyond ASCII are those of one language; Windows-1252 where none is better.

    Args:
        sample: the beginning of a file that is in none of the encodings of several bytes.
    """
    if _dos(sample):
        return _DOS
    seen = Counter((match[2], bool(match[1] or match[3])) for match in _HIGH.finditer(sample))
    western = max(_share(seen, name, letters) for name, letters in _LANGUAGES if name == _WESTERN)
    best, found = western + _SURER, _WESTERN
    for name, letters in _LANGUAGES:
        if name != _WESTERN and (share := _share(seen, name, letters)) > best:
            best, found = share, name
    return found


def _dos(sample: bytes) -> bool:
    """Whether the bytes between letters are letters under DOS alone: what is a quote or a sign inside of words in Windows is none."""
    inside = [match[2] for match in _HIGH.finditer(sample) if match[1] and match[3]]
    letters = sum(byte.decode(_DOS) in _DOS_LETTERS for byte in inside)
    odd = sum(not byte.decode(_WESTERN, "replace").isalpha() for byte in inside)
    return bool(inside) and letters >= _NEARLY * len(inside) and odd * 2 > len(inside)


def surely(sample: bytes) -> bool:
    """Whether nearly all bytes beyond ASCII are letters of one language of Europe: no Chinese text looks like that."""
    seen = Counter((match[2], bool(match[1] or match[3])) for match in _HIGH.finditer(sample))
    return max(_share(seen, name, letters) for name, letters in _LANGUAGES) >= _NEARLY


def _share(seen: Counter[tuple[bytes, bool]], encoding: str, letters: str) -> float:
    """The share of bytes that are letters of a language; signs that stand apart from letters do not count."""
    known = frozenset(letters + letters.upper())
    good = total = 0
    for (byte, inside), count in seen.items():
        sign = byte.decode(encoding, "replace")
        if sign in _QUOTES or (not inside and not sign.isalpha()):
            continue
        total += count
        good += count * (sign in known)
    return good / total if total else 1.0
