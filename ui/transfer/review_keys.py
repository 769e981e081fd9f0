"""The keys of the review, by what it shows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from app.shared.i18n import N_
from app.transfer.plans.planned import KEEP, LEAVE, MERGE
from ui.shell.page import Action
from ui.transfer.problem_box import ProblemBox

if TYPE_CHECKING:
    from ui.transfer.review import ReviewStep


def review_keys(
    review: ReviewStep, *, doubles: Callable[[], object], go_on: Callable[[], object], back: Callable[[], object]
) -> Sequence[Action]:
    """Those of what is shown, those of the step, and last, as their hints give way first, those that show something else."""
    return (
        *review.actions_list(),
        Action(N_("How doubles are found"), doubles, "D", hint=False),
        Action(N_("Import"), go_on, "Ctrl+Return"),
        Action(N_("Previous step"), back, "Alt+B", hint=False),
        Action(N_("Next count"), lambda: review.tiles.turn(1), "Ctrl+PgDown"),
        Action(N_("Count before"), lambda: review.tiles.turn(-1), "Ctrl+PgUp", hint=False),
    )


def pair_keys(review: ReviewStep) -> Sequence[Action]:
    """Those of the rows that look like others."""
    return (
        Action(N_("Next pair"), review.list.setFocus, "↑↓"),
        Action(N_("Merge"), lambda: review.decide(MERGE), "1"),
        Action(N_("Keep both"), lambda: review.decide(KEEP), "2"),
        Action(N_("Leave out"), lambda: review.decide(LEAVE), "3"),
        Action(N_("Decide all alike"), review.open_all, "A", hint=False),
        Action(N_("Next problem"), review.problems.next, "Tab"),
    )


def problem_keys(problems: ProblemBox) -> Sequence[Action]:
    """Those of the cells that do not fit."""
    return (
        Action(N_("Next problem"), problems.next, "Tab"),
        Action(N_("All like this"), problems.next, "Shift+Return", shown=True),
        Action(N_("Leave out the row"), problems.leave_row, "Del"),
    )
