"""A column as the deciding functions see it."""

from __future__ import annotations

from dataclasses import dataclass

from app.transfer.grid.evidence import Evidence
from app.transfer.grid.headers import OTHER, Meaning
from app.transfer.grid.scale import MOSTLY


@dataclass(frozen=True, slots=True)
class Seen:
    """A column as the deciding functions see it: its header, what that may mean, and what stands in it."""

    index: int
    header: str
    meanings: tuple[Meaning, ...]
    joined: tuple[Meaning, ...]
    evidence: Evidence

    def score(self, record: str, field: str) -> float:
        """How surely the header means the field."""
        return max(
            (one.score for one in (*self.meanings, *self.joined) if (one.record, one.field) == (record, field)),
            default=0.0,
        )

    def other(self, name: str) -> bool:
        """Whether the header is one of the words of no field; a secret with postcodes in it is none (PIN code, in India)."""
        if name == "secret" and self.evidence.share("postcode") > MOSTLY < self.score("customer", "postcode"):
            return False
        return any(one.record == OTHER and one.field == name for one in self.meanings)


@dataclass(frozen=True, slots=True)
class ListSeen:
    """A column of a list as the deciding functions see it.

    Args:
        index, header, evidence: as of ``Seen``.
        targets: what the header may mean in this kind of list, with scores.
        row_number: whether the header says that the column numbers the rows.
        clock: whether it holds times of the day.
        numerals: whether it holds Chinese numerals, as sections of a quote do.
    """

    index: int
    header: str
    evidence: Evidence
    targets: tuple[tuple[str, float], ...]
    row_number: bool
    clock: bool
    numerals: bool = False
