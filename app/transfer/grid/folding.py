"""Headers and words as they are compared: without case, width, punctuation and brackets."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_BRACKETS = re.compile(r"[(（\[【<《{][^)）\]】>》}]*[)）\]】>》}]")
_NOT_WORD = re.compile(r"[\W_]+")
_BETWEEN_FIGURES = re.compile(r"((?<=\d)(?!,\d{3}(?!\d))[\W_]+(?=\d))|[\W_]+")
_JOINED = re.compile(r"[/／、|｜\\+＋&,，;；\n]|及|和|与| and | und ")
_SMALL = re.compile(
    r"(?<=\w) (?:d[eoai]|del|della|dello|des|dos|das|du|de la|de l|of(?: the)?) (?=\w{3})|(?<=\w) d['’ ](?=\w{3})",
    re.IGNORECASE,
)
"""Small words of Romance languages and English that technical headers leave out: fecha_ingreso, data_pedido."""
_ACCENTED, _ACCENT = re.compile(r"[À-ÖØ-öø-ỹ]"), re.compile(r"(?<=[A-Za-z])[\u0300-\u036f]+")


@lru_cache(maxsize=1 << 16)
def fold(header: str) -> str:
    """The header without case, blanks, width and punctuation; Turkish ı is the small letter of I."""
    return _NOT_WORD.sub("", unicodedata.normalize("NFKC", header).casefold()).replace("ı", "i")


@lru_cache(maxsize=1 << 16)
def fold_number(said: str) -> str:
    """A number, or a name with numbers in it, folded; a sign between two figures stays, as 1-11 is not 11-1, nor M1.6 M16."""
    whole = "".join(unicodedata.normalize("NFKC", said).casefold().split())
    return _BETWEEN_FIGURES.sub(lambda match: "-" if match[1] else "", whole).replace("ı", "i")


@lru_cache(maxsize=1 << 14)
def spellings(word: str) -> tuple[str, ...]:
    """A word folded, and as technical headers write it: without the accents of Latin letters (razao_social, telefono) and
    without the small words between others (fecha_ingreso)."""
    found = dict.fromkeys(map(fold, (word, _SMALL.sub(" ", word))))
    if _ACCENTED.search(word):
        plain = _ACCENT.sub("", unicodedata.normalize("NFKD", word))
        found |= dict.fromkeys(map(fold, (plain, _SMALL.sub(" ", plain))))
    return tuple(found)


def listed(table: str) -> tuple[str, ...]:
    """The words of a table: one text with bars between them."""
    return tuple(word.strip() for word in table.split("|"))


def folded(table: str) -> frozenset[str]:
    """The words of a table as headers are compared with them."""
    return frozenset(map(fold, listed(table)))


def bare(header: str) -> str:
    """The header without what stands in brackets: units and hints."""
    return _BRACKETS.sub("", header).strip() or header


def pieces(header: str) -> list[str]:
    """The parts of a header that names several things, such as ``联系人/职务``."""
    return [part.strip() for part in _JOINED.split(bare(header)) if part.strip()]
