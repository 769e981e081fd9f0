"""What a person does with the rows that have problems: cells put right, one or all alike, rows left out and taken back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from app.records.workspace import Workspace
from app.transfer.converting.problems import Problem
from app.transfer.grid.cells import at
from app.transfer.grid.cells import text as cell_text
from app.transfer.plans.planned import LEAVE
from app.transfer.plans.planning import ImportPlan
from app.transfer.reviewing import preview
from app.transfer.reviewing.recheck import recheck, still
from app.transfer.reviewing.review import Digest, Doubt
from app.transfer.reviewing.value_maps import chosen_field, taught, values
from ui.runtime.given import given
from ui.transfer.problem_box import ProblemBox
from ui.transfer.state import Session

Key = tuple[int, int]


def _same(one: Doubt, other: Doubt) -> bool:
    """Whether two problem cells of a column hold the same text."""
    return (one.place, one.problem.index, one.problem.value) == (other.place, other.problem.index, other.problem.value)


class Mending(QObject):
    """Does it, and shows it in the box at once; the plan follows later.

    Signals: ``done``: something was changed. ``again``: the plan must be worked out again.
    """

    done = Signal()
    again = Signal()

    def __init__(self, ws: Workspace, box: ProblemBox) -> None:
        super().__init__(box)
        self.ws, self.box = ws, box
        self.session: Session | None = None
        self.plan: ImportPlan | None = None
        self._asked: frozenset[Key] = frozenset()
        self._out: frozenset[Key] = frozenset()
        self._mended: set[Key] = set()
        self._gone: dict[Key, bool] = {}
        box.table.options = self.options
        box.edited.connect(self.edit)
        box.alike_edited.connect(self.edit_alike)
        box.left.connect(self.leave)

    def show_plan(self, session: Session, plan: ImportPlan, digest: Digest, asked: frozenset[Key]) -> None:
        """Show the problems of a plan; ``asked`` are the rows that look like others."""
        self.session, self.plan, self._asked = session, plan, asked
        self._out = frozenset((place, number) for place, number, *_rest in digest.out)
        self._mended.clear()
        self._gone.clear()
        self.box.put(digest.doubts)

    @property
    def more(self) -> int:
        """How many more rows are written than the plan says."""
        return len(self._mended - self._gone.keys()) - sum(self._gone.values())

    @property
    def left(self) -> list[Key]:
        """The rows that were left out because of their problems."""
        decisions = self.session.decisions if self.session else {}
        return [key for key, said in decisions.items() if said == LEAVE and key not in self._asked and key[1] > 0]

    @property
    def left_since(self) -> list[Key]:
        """Those of them that the plan does not know of yet."""
        return [key for key in self.left if key not in self._out]

    def options(self, doubt: Doubt) -> list[str]:
        """The values that the field of a cell knows; none for a field that takes any text."""
        proposal = given(self.plan).sheets[doubt.place].proposal
        column = next((one for one in proposal.columns if one.index == doubt.problem.index), None)
        field = chosen_field(preview.types_of(self.ws), proposal, column) if column is not None else None
        return [label for _code, label in values(field)] if field is not None else []

    def edit(self, doubt: Doubt, text: str) -> None:
        """Change one cell."""
        given(self.session).edit(doubt.place, doubt.problem.row, doubt.problem.index, text)
        left = self._recheck(doubt, text)
        alone = self.options(doubt) and not any(one is not doubt and _same(one, doubt) for one in self.box.doubts)
        self._teach([doubt], text if left is None and alone else None)
        self.box.mend(doubt, left)
        self._end([doubt], bool(text.strip()))

    def edit_alike(self, doubts: Sequence[Doubt], text: str | None) -> None:
        """Give cells one text, or each what is suggested of it (None)."""
        left = None
        if text is not None:
            left = self._recheck(doubts[0], text)
            self._teach(doubts, text if left is None else None)
        for one in doubts:
            said = one.problem.suggestion if text is None else text
            given(self.session).edit(one.place, one.problem.row, one.problem.index, said)
        self.box.put(still(self.box.doubts, doubts, left))
        self._end(doubts, text is None or bool(text.strip()))

    def _recheck(self, doubt: Doubt, text: str) -> Problem | None:
        """What is still wrong with a cell once it holds this text."""
        return recheck(self.ws, given(self.plan), given(self.session).sheet(doubt.place), doubt, text)

    def _teach(self, doubts: Sequence[Doubt], text: str | None) -> None:
        """Remember for the next file of the layout what the text of these cells means; None forgets it."""
        types, session = preview.types_of(self.ws), given(self.session)
        for one in doubts:
            place, index = one.place, one.problem.index
            rows = session.sheet(place).rows
            said = (
                cell_text(at(rows[one.problem.row - 1], index)) if index >= 0 and one.problem.row <= len(rows) else ""
            )
            if word := said or one.problem.value:
                code = None if text is None else taught(types, session.proposal(place), index, word, text)
                session.teach(place, index, word, code)

    def _end(self, doubts: Sequence[Doubt], filled: bool) -> None:
        """Count the rows that are written now: those that stayed out, and those that gave the book nothing new."""
        held = {one.key for one in self.box.doubts if one.problem.fatal}
        self._mended |= {one.key for one in doubts if one.problem.fatal} - held
        if filled:
            wrong = {(one.key, one.problem.index) for one in self.box.doubts}
            idle = (one for one in doubts if not one.written and one.key not in self._asked)
            self._mended |= {one.key for one in idle if (one.key, one.problem.index) not in wrong} - held
        self.done.emit()

    def leave(self, keys: Sequence[Key]) -> None:
        """Leave rows out."""
        gone = set(keys)
        alone = gone - self._asked
        keyed = [((one.place, one.problem.row), one) for one in self.box.doubts]
        self._gone |= {key: one.written for key, one in keyed if key in alone}
        given(self.session).decisions |= dict.fromkeys(keys, LEAVE)
        self.box.put([one for key, one in keyed if key not in gone])
        self.done.emit()

    def bring(self) -> None:
        """Take the rows that were left out after all."""
        for key in self.left:
            del given(self.session).decisions[key]
        self.again.emit()
