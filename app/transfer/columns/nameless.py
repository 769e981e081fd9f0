"""Layouts without a header: known again by what stands in their columns."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.transfer.columns.proposals import Proposal
from app.transfer.grid.evidence import Evidence
from app.transfer.grid.scale import HALF

_KINDS = (
    ("email", ("email",)), ("phone", ("mobile", "phone", "phones")), ("date", ("date",)), ("tax", ("tax",)), ("url", ("url",)),
    ("number", ("number", "money")), ("company", ("company",)), ("address", ("address",)), ("person", ("person",)),
)  # fmt: skip
_SURE = frozenset({"email", "phone", "date", "tax", "url", "number"})
_ALIKE, _FEWEST = 0.75, 2
_SIGN = re.compile(r"([A-Z]+): ([a-z]*)")


def signs(proposal: Proposal) -> tuple[str, ...]:
    """What a layout without a header is known by: each column's letter with the kind of its cells."""
    return tuple(f"{column.letter}: {_kind(column.evidence)}" for column in proposal.columns)


def are_signs(headers: Sequence[str]) -> bool:
    """Whether these are ``signs`` and no headers."""
    return bool(headers) and all(_SIGN.fullmatch(one) for one in headers)


def alike(signs_: Sequence[str], others: Sequence[str]) -> bool:
    """Whether two layouts are the same: as many columns, most of one kind, and no phone where a day stood."""
    mine, theirs = (
        {match[1]: match[2] for one in held if (match := _SIGN.fullmatch(one))} for held in (signs_, others)
    )
    if len(mine) < _FEWEST or mine.keys() != theirs.keys():
        return False
    pairs = [(mine[letter], theirs[letter]) for letter in mine if mine[letter] and theirs[letter]]
    if any(one != other and one in _SURE and other in _SURE for one, other in pairs):
        return False
    return len(pairs) >= _FEWEST and sum(one == other for one, other in pairs) >= _ALIKE * len(pairs)


def _kind(evidence: Evidence) -> str:
    if not evidence.filled:
        return ""
    return next((name for name, kinds in _KINDS if evidence.share(*kinds) >= HALF), "text")
