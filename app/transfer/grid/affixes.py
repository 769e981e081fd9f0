"""What may stand around a field's word in a header, and words that are no field: the same for all vocabularies."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from app.transfer.grid import header_words as words
from app.transfer.grid.folding import fold


@dataclass(frozen=True, slots=True)
class Affixes:
    """Folded words, made once.

    Args:
        other: words that are no field, each with what it is: ``row``, ``identity``, ``deal``, ``secret`` or ``plain``.
        institutions: sorts of customers, before 名称.
        starts: by its first letter, what says whose a field is, with the record type ("" for a second one); longest first.
        ends: by its last letter, what says nothing, with whether it makes the field a second one; longest first.
    """

    other: Mapping[str, str]
    institutions: frozenset[str]
    starts: Mapping[str, list[tuple[str, str]]]
    ends: Mapping[str, list[tuple[str, bool]]]


@lru_cache(maxsize=1)
def affixes() -> Affixes:
    """All of them."""
    other = {
        fold(word): name
        for name, found in (
            ("row", words.ROW_NUMBER),
            ("identity", words.IDENTITY),
            ("deal", words.DEAL),
            ("secret", words.SECRET),
            ("plain", words.PLAIN),
        )
        for word in found
    }
    before = [
        (fold(word), owner)
        for owner, found in (
            ("contact", words.OF_CONTACT),
            ("customer", words.OF_CUSTOMER),
            ("product", words.OF_PRODUCT),
            ("", words.SECOND),
        )
        for word in found
    ]
    behind = [(fold(word), False) for word in words.BEHIND] + [(fold(word), True) for word in words.SECOND_BEHIND]
    starts: dict[str, list[tuple[str, str]]] = {}
    for start in sorted(before, key=lambda pair: -len(pair[0])):
        starts.setdefault(start[0][0], []).append(start)
    ends: dict[str, list[tuple[str, bool]]] = {}
    for end in sorted(behind, key=lambda pair: -len(pair[0])):
        ends.setdefault(end[0][-1], []).append(end)
    return Affixes(other | {"#": "row"}, frozenset(map(fold, words.INSTITUTIONS)), starts, ends)
