"""The number of a house, called just a number, right behind its street (Calle, Numero)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from app.transfer.columns.seen import Seen
from app.transfer.grid.folding import fold, folded
from app.transfer.grid.headers import CONTACT, CUSTOMER, OTHER, Meaning
from app.transfer.grid.scale import HALF, NEARLY, SAID

NUMBERS = folded("numero|número|num|nº|n°|no|nr|nro|number|numéro|numer|номер|број|szám|čp|č")
HOUSE = re.compile(r"\d{1,4}(?:\s?[a-zA-Z])?(?:\s?[-/+]\s?\d{1,4}\s?[a-zA-Z]?)?")
"""The number of a house as it stands: 12, 12a, 12-14."""


def told(columns: Sequence[Seen]) -> Sequence[Seen]:
    """The columns, numbers behind a street told to be a part of the address, or at least to number no rows.

    Args:
        columns: the columns of a table, in their order.
    """
    before = (None, *columns)
    return [
        _told(one, street) if street is not None and _numbers(one, street) else one
        for street, one in zip(before, columns, strict=False)
    ]


def _numbers(one: Seen, street: Seen) -> bool:
    """Whether a column called just a number stands behind a street and does not count the rows."""
    behind = fold(one.header) in NUMBERS and street.score(CUSTOMER, "address") >= SAID
    return behind and bool(one.evidence.filled) and bool(street.evidence.filled) and not one.evidence.rising


def _told(one: Seen, street: Seen) -> Seen:
    streets, numbers = street.evidence.samples, one.evidence.samples
    # Where streets have their numbers already, another one is somebody's own.
    bare = sum(any(map(str.isdigit, said)) for said in streets) < HALF * len(streets)
    if bare and sum(map(bool, map(HOUSE.fullmatch, numbers))) >= NEARLY * len(numbers):
        return replace(one, meanings=tuple(Meaning(record, "address", SAID) for record in (CUSTOMER, CONTACT)))
    return replace(one, meanings=(Meaning(OTHER, "plain", SAID),)) if one.other("row") else one
