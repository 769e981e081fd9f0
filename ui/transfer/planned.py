"""A plan with what the review shows of it, made ready beside the window's work."""

from __future__ import annotations

import gc

from app.transfer import review
from app.transfer.planning import ImportPlan
from app.transfer.review import Digest

MANY = 20_000
Planned = tuple[ImportPlan, Digest]


def digested(plan: ImportPlan) -> Planned:
    """A plan with what the review shows of it, gathered in the job; its many objects are no work for the collector."""
    made = plan, review.digest(plan)
    if sum(len(sheet.rows) for sheet in plan.sheets) > MANY:
        gc.freeze()
    return made
