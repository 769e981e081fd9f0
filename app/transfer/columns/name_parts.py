"""Columns with parts of names that a sheet tells several times: First Name, and Billing First Name again."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.transfer.columns.seen import Seen
from app.transfer.grid import qualified
from app.transfer.grid.headers import PERSON
from app.transfer.grid.scale import SAID

_WORD = re.compile(r"[^\W\d_]+")
_AROUND = qualified.CONTACTS | qualified.CUSTOMERS | qualified.SECOND | qualified.PLAIN


def once(columns: Sequence[Seen]) -> list[Seen]:
    """The columns without those that tell a part of a name again; of two that tell it the fuller one stays, else the first.

    Args:
        columns: the columns of a sheet.
    """
    told: dict[tuple[str, str], Seen] = {}
    for one in columns:
        if (key := _part(one)) and (key not in told or told[key].evidence.filled < one.evidence.filled):
            told[key] = one
    return [one for one in columns if not (key := _part(one)) or told[key] is one]


def _part(one: Seen) -> tuple[str, str] | None:
    """The part that a column holds and what its header calls it, without whose it is; None for other columns."""
    part = next((m.field for m in one.meanings if m.record == PERSON and m.score >= SAID), "")
    if not part:
        return None
    return part, " ".join(word for word in map(str.casefold, _WORD.findall(one.header)) if word not in _AROUND)
