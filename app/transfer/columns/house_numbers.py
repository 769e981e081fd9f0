"""The number of a house, called just a number, right behind its street (Calle, Numero)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.transfer.columns.seen import Seen
from app.transfer.grid.folding import fold, folded
from app.transfer.grid.headers import CONTACT, CUSTOMER, Meaning
from app.transfer.grid.scale import HALF, SAID

NUMBERS = folded("numero|número|num|nº|n°|no|nr|nro|number|numéro|numer|номер|број|szám|čp|č")
_LONGEST = 8


def told(columns: Sequence[Seen]) -> Sequence[Seen]:
    """The columns, numbers behind a street told to be a part of the address.

    Args:
        columns: the columns of a table, in their order.
    """
    before = (None, *columns)
    return [
        _told(one) if street is not None and _of(one, street) else one
        for street, one in zip(before, columns, strict=False)
    ]


def _of(one: Seen, street: Seen) -> bool:
    evidence = one.evidence
    if fold(one.header) not in NUMBERS or street.score(CUSTOMER, "address") < SAID or not evidence.filled:
        return False
    short = evidence.mean <= _LONGEST and evidence.share("phone", "mobile", "date", "email") < HALF
    return short and not evidence.rising and bool(street.evidence.filled)


def _told(one: Seen) -> Seen:
    return replace(one, meanings=tuple(Meaning(record, "address", SAID) for record in (CUSTOMER, CONTACT)))
