"""A column "Title" beside one of job titles holds salutations: Mr., Frau Dr."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.transfer.headers import CONTACT, fold
from app.transfer.kinds import Seen

_TITLE = "title"


def apart(columns: Sequence[Seen]) -> list[Seen]:
    """The columns, of which "Title" says nothing where another names the job."""
    job = any(
        one.evidence.filled and fold(one.header) != _TITLE and one.score(CONTACT, "title") >= 0.9 for one in columns
    )
    return [replace(one, meanings=(), joined=()) if job and fold(one.header) == _TITLE else one for one in columns]
