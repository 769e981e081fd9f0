"""A plan with what the review shows of it, made ready beside the window's work."""

from __future__ import annotations

import gc
from collections.abc import Mapping, Sequence
from dataclasses import replace

from app.records.workspace import Workspace
from app.transfer.plans.planned import PlannedRow
from app.transfer.plans.planning import ImportPlan
from app.transfer.reviewing import review
from app.transfer.reviewing.review import Digest
from app.transfer.reviewing.trip_review import trip_digest

MANY = 20_000
Planned = tuple[ImportPlan, Digest]


def digested(ws: Workspace, plan: ImportPlan) -> Planned:
    """A plan with what the review shows of it, gathered in the job; its many objects are no work for the collector."""
    made = plan, replace(review.digest(plan), trip=trip_digest(ws, plan))
    if sum(len(sheet.rows) for sheet in plan.sheets) > MANY:
        gc.freeze()
    return made


def there(digest: Digest) -> Sequence[tuple[int, PlannedRow]]:
    """The rows of records that are there already; of sheets that come back those with edited cells first."""
    edits = digest.trip.edits
    return sorted(digest.there, key=lambda one: (one[0], one[1].number) not in edits) if edits else digest.there


class Lazy(Sequence[tuple[str, int, str, str]]):
    """Planned rows said only when they are shown: sheet, row, name, and what was edited or what they are like."""

    def __init__(
        self, rows: Sequence[tuple[int, PlannedRow]], sheets: Sequence[str], edits: Mapping[tuple[int, int], str]
    ) -> None:
        self._rows, self._sheets, self._edits = rows, sheets, edits

    def __len__(self) -> int:
        return len(self._rows)

    def __getitem__(self, at: int) -> tuple[str, int, str, str]:
        place, one = self._rows[at]
        why = f"{one.match.reason}: {one.match.title}" if one.match else self._edits.get((place, one.number), "")
        # What the row makes besides its own record, such as a customer that the book does not have.
        why = why or next((problem.reason for problem in one.problems if problem.index < 0 and not problem.fatal), "")
        return self._sheets[place], one.number, one.title, why
