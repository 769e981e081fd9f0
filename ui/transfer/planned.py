"""A plan with what the review shows of it, made ready beside the window's work."""

from __future__ import annotations

import gc
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import overload

from app.records.workspace import Workspace
from app.shared.i18n import _
from app.transfer.plans.planned import Action, PlannedRow
from app.transfer.plans.planning import ImportPlan
from app.transfer.reviewing import review
from app.transfer.reviewing.review import Digest
from app.transfer.reviewing.trip_review import trip_digest
from app.transfer.reviewing.updates import newcomers

MANY = 20_000
Planned = tuple[ImportPlan, Digest]
Said = tuple[str, int, str, str]
"""A row as the table shows it: sheet, row, name, word."""


def digested(ws: Workspace, plan: ImportPlan) -> Planned:
    """A plan with what the review shows of it, gathered in the job; its many objects are no work for the collector."""
    made = plan, replace(review.digest(plan), trip=trip_digest(ws, plan), people=newcomers(plan))
    if sum(len(sheet.rows) for sheet in plan.sheets) > MANY:
        gc.freeze()
    return made


def there(digest: Digest) -> Sequence[tuple[int, PlannedRow]]:
    """The rows of records that are there already, those that change something first."""
    edits = digest.trip.edits
    if edits:
        return sorted(digest.there, key=lambda one: (one[0], one[1].number) not in edits)
    return sorted(digest.there, key=lambda one: one[1].action is not Action.UPDATE)


class Lazy(Sequence[Said]):
    """Planned rows said only when they are shown: sheet, row, name, and what was edited or what they are like."""

    def __init__(
        self,
        rows: Sequence[tuple[int, PlannedRow]],
        sheets: Sequence[str],
        edits: Mapping[tuple[int, int], str],
        there: bool = False,
    ) -> None:
        """``there``: whether they are rows of records that the book has."""
        self._rows, self._sheets, self._edits, self.there = rows, sheets, edits, there

    def __len__(self) -> int:
        return len(self._rows)

    def planned(self, at: int) -> tuple[int, PlannedRow]:
        """The row at a place of the table, with its sheet's place."""
        return self._rows[at]

    @overload
    def __getitem__(self, at: int) -> Said: ...

    @overload
    def __getitem__(self, at: slice) -> list[Said]: ...

    def __getitem__(self, at: int | slice) -> Said | list[Said]:
        if isinstance(at, slice):
            return [self[one] for one in range(len(self))[at]]
        place, one = self._rows[at]
        why = f"{one.match.reason}: {one.match.title}" if one.match else self._edits.get((place, one.number), "")
        if one.match and one.action is Action.DUPLICATE and one.match.book_id:
            why = _("{reason} · nothing new").format(reason=why)
        # What the row makes besides its own record, such as a customer that the book does not have.
        why = why or next((problem.reason for problem in one.problems if problem.index < 0 and not problem.fatal), "")
        return self._sheets[place], one.number, one.title, why


def left_out(plan: ImportPlan, digest: Digest, since: Sequence[tuple[int, int]]) -> list[Said]:
    """The rows that are not written; ``since`` are those that were left out by hand after the plan was made."""
    by_hand = [(place, number, "", _("Left out")) for place, number in since]
    rows = sorted([*digest.out, *by_hand])
    return [(plan.sheets[place].proposal.sheet, number, name, why) for place, number, name, why in rows]


def written(plan: ImportPlan, digest: Digest, new: bool) -> Lazy:
    """The rows that make records, or those of records that are there already."""
    sheets = [sheet.proposal.sheet for sheet in plan.sheets]
    return Lazy(digest.added if new else there(digest), sheets, digest.trip.edits, not new)
