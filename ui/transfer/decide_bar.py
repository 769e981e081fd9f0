"""The question about two records that look alike, and its answers with their keys."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.shared.i18n import N_
from app.transfer.plans.planned import KEEP, LEAVE, MERGE
from app.transfer.reviewing import review
from app.transfer.reviewing.review import Pair
from ui.runtime.application import theme
from ui.widgets.basics import label, row
from ui.widgets.buttons import button
from ui.widgets.key_button import KeyButton


class DecideBar(QWidget):
    """Asks whether two are the same and says why they may be.

    Args:
        decide: called with the answer: MERGE, KEEP or LEAVE.
        every: called when all are to be decided alike.
    """

    def __init__(self, decide: Callable[[str], object], every: Callable[[], object]) -> None:
        super().__init__()
        self._why = label("", "muted", "small", raw=True)
        self._why.setMinimumWidth(40)
        self.answers = {
            MERGE: KeyButton(N_("Merge"), "1", lambda: decide(MERGE), "git-merge"),
            KEEP: KeyButton(N_("Keep both"), "2", lambda: decide(KEEP)),
            LEAVE: KeyButton(N_("Leave out"), "3", lambda: decide(LEAVE)),
        }
        self.all = button(N_("All alike…"), small=True, role="link", key="A", on=every)
        self.setFixedHeight(theme().px(52))
        question = label(N_("Are they the same?"), font="title")
        self.setLayout(row(question, self._why, None, *self.answers.values(), self.all, margins=(16, 0, 16, 0)))

    def put(self, pair: Pair, decision: str) -> None:
        """Ask about a pair; what was decided of it is marked, or what is proposed."""
        self._why.setText(review.why(pair))
        self._why.setToolTip(review.why(pair))
        for code, answer in self.answers.items():
            answer.set_role("primary" if code == (decision or MERGE) else "")
