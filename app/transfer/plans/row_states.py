"""A row of an import while it is planned, and what is told of it when that is done."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from app.shared.packed import Packed
from app.transfer.converting.problems import Problem
from app.transfer.grid.stopping import watched
from app.transfer.plans.matching import Match
from app.transfer.plans.planned import Action, PlannedRow
from app.transfer.plans.write_modes import Policies


@dataclass(slots=True)
class RowState:
    """What is known of a row so far; its problems are never changed in place, as the draft has them too."""

    number: int
    action: Action
    title: str
    match: Match | None = None
    problems: list[Problem] = field(default_factory=list)
    decision: str = ""
    pending: bool = False
    wanted: frozenset[str] = frozenset()
    policy: Policies = field(default_factory=dict)


def planned_rows(states: Iterable[RowState]) -> Packed[PlannedRow]:
    """The rows of one sheet as the plan tells of them."""
    found: Packed[PlannedRow] = Packed()
    for row in watched(states):
        problems = tuple(row.problems) if row.problems else ()
        found.append(PlannedRow(row.number, row.action, row.title, row.match, problems, row.decision, row.pending))
    return found
