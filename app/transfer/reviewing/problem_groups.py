"""The problem cells of an import put together by column and reason, and which of them are alike."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from app.transfer.reviewing.review import Doubt

GroupKey = tuple[int, str, str]


@dataclass(frozen=True, slots=True)
class ProblemGroup:
    """Problem cells of one column of one sheet with one reason.

    Args:
        place: the sheet's place in the plan; ``column`` its header, "" for whole rows; ``reason`` in the language in use.
        count: how many cells; ``fatal`` whether rows stay out because of it.
    """

    place: int
    column: str
    reason: str
    count: int
    fatal: bool

    @property
    def key(self) -> GroupKey:
        """What tells it from the others."""
        return self.place, self.column, self.reason


def key_of(doubt: Doubt) -> GroupKey:
    """The group that a problem cell belongs to."""
    return doubt.place, doubt.problem.column, doubt.problem.reason


def gathered(doubts: Iterable[Doubt]) -> dict[GroupKey, list[Doubt]]:
    """The problem cells of each group, in the order of the file."""
    held: dict[GroupKey, list[Doubt]] = {}
    for doubt in doubts:
        held.setdefault(key_of(doubt), []).append(doubt)
    return held


def groups(held: Mapping[GroupKey, Sequence[Doubt]]) -> list[ProblemGroup]:
    """The groups of gathered problem cells: those that keep rows out first, then the largest."""
    made = [
        ProblemGroup(*key, len(found), any(one.problem.fatal for one in found)) for key, found in held.items() if found
    ]
    return sorted(made, key=lambda one: (not one.fatal, -one.count))


def alike(doubt: Doubt, doubts: Iterable[Doubt]) -> list[Doubt]:
    """The cells of a group with the same text as one of them, itself among them."""
    return [one for one in doubts if one.problem.value == doubt.problem.value]


def suggested(doubts: Iterable[Doubt]) -> list[Doubt]:
    """The cells for which a value is suggested."""
    return [one for one in doubts if one.problem.suggestion and one.problem.index >= 0]


def row_keys(doubts: Sequence[Doubt]) -> list[tuple[int, int]]:
    """The rows of problem cells, each once: what decisions call them."""
    return list(dict.fromkeys((one.place, one.problem.row) for one in doubts))
