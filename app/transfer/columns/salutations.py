"""Columns whose header means another thing because of the one beside it.

"Title" beside job titles holds salutations (Mr., Frau Dr.); "Name" beside "Vorname" is the family name, "Nombre" beside
"Apellidos" the given one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from app.transfer.columns.seen import Seen
from app.transfer.grid.folding import fold, spellings
from app.transfer.grid.headers import CONTACT, OTHER, PERSON, Meaning
from app.transfer.grid.scale import LIKELY, PLAIN, SAID

_TITLE = "title"
_FIRMS = 0.2
"""Where so many names are of companies, they are no halves of persons' names."""
_NEED = re.compile(r"紧急|緊急|配偶|监护|監護|emergency|spouse|next of kin|notfall|urgence", re.IGNORECASE)
_FAMILY = frozenset(("name", "nom", "naam", "navn", "namn", "nume"))
_GIVEN = frozenset(
    spelt
    for word in "nombre|nombres|nome|imię|jméno|meno|ad|adı|имя|ime|име|ім я|vardas|vārds".split("|")
    for spelt in spellings(word)
)


def apart(columns: Sequence[Seen]) -> list[Seen]:
    """The columns with what they mean beside each other."""
    columns = [_of_others(one, columns) for one in _parts(columns)]
    job = any(
        one.evidence.filled and fold(one.header) != _TITLE and one.score(CONTACT, "title") >= SAID for one in columns
    )
    return [replace(one, meanings=(), joined=()) if job and fold(one.header) == _TITLE else one for one in columns]


def _of_others(one: Seen, columns: Sequence[Seen]) -> Seen:
    """A column with the number of somebody to call in need, beside one with the person's own: no number of the person."""
    if not _NEED.match(one.header) or not _reaches(one):
        return one
    own = any(_reaches(other) and not _NEED.match(other.header) and other.evidence.filled for other in columns)
    return replace(one, meanings=(Meaning(OTHER, "plain", PLAIN),), joined=()) if own else one


def _reaches(one: Seen) -> bool:
    return max(one.score(CONTACT, "phone"), one.score(CONTACT, "mobile")) >= LIKELY


def _parts(columns: Sequence[Seen]) -> Sequence[Seen]:
    """The columns, with the half of a name that the other half beside it tells."""
    filled = [one for one in columns if one.evidence.filled]
    given = next((one for one in filled if one.score(PERSON, "given") >= SAID), None)
    family = next((one for one in filled if one.score(PERSON, "family") >= SAID), None)
    if (given is None) == (family is None):
        return columns
    half, words = ("family", _FAMILY) if family is None else ("given", _GIVEN)
    known = given or family
    if known is None:
        return columns
    beside = [one for one in filled if one is not known and _called_alike(one.header, known.header, words)]
    other = next((one for one in (*beside, *filled) if one in beside or fold(one.header) in words), None)
    if other is None or _whole(other, known):
        return columns
    meant = (Meaning(PERSON, half, 0.97, other in beside and any(one.owned for one in known.meanings)),)
    return [replace(one, meanings=meant, joined=()) if one is other else one for one in columns]


def _called_alike(header: str, known: str, words: frozenset[str]) -> bool:
    """Whether a header says of whom it is as the known half does: contact_nom beside contact_prenom."""
    said, told = fold(header), fold(known)
    return any(
        said.endswith(word) and len(said) - len(word) > 1 and told.startswith(said.removesuffix(word)) for word in words
    )


def _whole(name: Seen, part: Seen) -> bool:
    """Whether a column holds whole names: the part of a name that stands beside is in them, or they are of companies."""
    parts = [sample for sample in part.evidence.samples if sample]
    again = any(sample in held for sample in parts for held in name.evidence.samples)
    return again or name.evidence.share("company") > _FIRMS
