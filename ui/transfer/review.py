"""Step 3: the counts, the rows that need a decision, the cells that need a look."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QScrollArea, QStackedWidget, QWidget

from app.records.workspace import Workspace
from app.shared.i18n import N_, _, ngettext
from app.transfer.drafting.merging import UPDATE
from app.transfer.plans.planned import KEEP, LEAVE, MERGE
from app.transfer.plans.planning import ImportPlan
from app.transfer.reviewing import review
from app.transfer.reviewing.recheck import gives_something
from app.transfer.reviewing.review import Digest, Pair
from app.transfer.reviewing.tally import Tally
from ui.runtime.application import theme
from ui.runtime.given import given
from ui.shell.page import Action
from ui.transfer.all_alike import all_alike_menu
from ui.transfer.compare import Compare
from ui.transfer.counts import count_pairs, count_rows, count_trip
from ui.transfer.decide_bar import DecideBar
from ui.transfer.field_menu import below
from ui.transfer.mending import Mending
from ui.transfer.mode_box import ModeBox
from ui.transfer.pair_list import PairDrop, PairList
from ui.transfer.planned import left_out, written
from ui.transfer.problem_box import ProblemBox
from ui.transfer.review_keys import pair_keys, problem_keys
from ui.transfer.rows_box import RowsBox
from ui.transfer.state import Session
from ui.transfer.tiles import CLASHES, GONE, NEW, OUT, PAIRS, PROBLEMS, UPDATES, Tiles
from ui.transfer.trip import TripBox
from ui.widgets.basics import column, label, line, row
from ui.widgets.buttons import button
from ui.widgets.layouts import layout_of

MANY = 50
"""Of so many pairs all are compared when they are merged alike, to count their rows."""


class ReviewStep(QWidget):
    """The screen. ``changed``: the plan must be worked out again; ``touched``: what was decided changes the counts only.

    Decisions and changed cells are shown at once by themselves; the plan is ``stale`` then, and follows them when the import
    begins.
    """

    changed = Signal()
    touched = Signal()

    def __init__(self, ws: Workspace) -> None:
        super().__init__()
        self.ws = ws
        self.session: Session | None = None
        self.plan: ImportPlan | None = None
        self.digest: Digest | None = None
        self._narrow, self._all = False, list[Pair]()
        self.stale = self._import_after = False
        self._merges: dict[tuple[int, int], bool] = {}
        self._counted: Tally | None = None
        self.tiles = Tiles()
        self.tiles.chosen.connect(self._show_tile)
        self.side, self.edge = self._make_side(), line(vertical=True)
        self.decisions = self._make_decisions()
        self.out = RowsBox(ws)
        self.mending = Mending(ws, self.problems)
        self.mending.done.connect(self._mended)
        self.mending.again.connect(self.changed.emit)
        self.out.wanted.connect(self.mending.bring)
        self.rows = self.out.table
        self.trip = TripBox(ws)
        self.trip.decided.connect(self._trip_decided)
        self.right = QStackedWidget()
        for part in (self.decisions, self.out, self.trip.clash_box, self.trip.gone_box):
            self.right.addWidget(part)
        self.setLayout(column(self.tiles, row(self.side, self.edge, self.right, gap=0), stretch=1))
        self.undecided_box = QCheckBox()
        self.undecided_box.toggled.connect(self._undecided_mode)
        self.mode = ModeBox()
        self.mode.activated.connect(self._mode_chosen)
        self.wait = self.undecided_box
        QWidget.setTabOrder(self.list, self.table)
        self._say_modes()

    def _make_side(self) -> QWidget:
        """The list of pairs, and what can be decided of many at once."""
        self.heading = label("", font="section", raw=True)
        self.all_same = button(
            N_("Merge all with the same phone"), role="link", small=True,
            on=lambda: self.decide_all(MERGE, _("Same phone")),
        )  # fmt: skip
        self.list = PairList()
        self.list.moved.connect(lambda _at: self._show_pair())
        head, side = QWidget(), QFrame()
        head.setFixedHeight(theme().px(38))
        head.setLayout(row(self.heading, None, self.all_same, margins=(16, 0, 8, 0)))
        side.setLayout(column(head, line(), self.list))
        side.setFixedWidth(theme().px(300))
        return side

    def _make_decisions(self) -> QWidget:
        """The pair at hand over the cells with problems."""
        self.upper, self.problems, both = self._make_pair(), ProblemBox(), QWidget()
        self.table = self.problems.table
        both.setLayout(column(self.upper, self.problems))
        layout_of(both).setStretch(0, 3)
        layout_of(both).setStretch(1, 2)
        return both

    def _make_pair(self) -> QWidget:
        self.drop = PairDrop()
        self.drop.activated.connect(self._go)
        self._dropped, upper = QWidget(), QWidget()
        self._dropped.setLayout(row(self.drop, margins=(16, 8, 16, 0)))
        self.ask = DecideBar(self.decide, self.open_all)
        self.compare = Compare()
        self.compare.chosen.connect(self._prefer)
        self.room = QScrollArea()
        self.room.setWidget(self.compare)
        self.room.setWidgetResizable(True)
        self.room.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        upper.setLayout(column(self._dropped, self.ask, line(), self.room, stretch=3))
        return upper

    @property
    def count(self) -> int:
        """How many rows will be written, by the plan and by what was decided since."""
        if self.digest is None or self.session is None:
            return 0
        decided = self._tally.more if self.stale else 0
        return self.digest.count + decided + self.mending.more + self.trip.more

    @property
    def _tally(self) -> Tally:
        if self._counted is None:
            self._counted = count_pairs(self._all, given(self.session), given(self.plan), self._merges)
        return self._counted

    @property
    def undecided(self) -> int:
        """How many rows nobody has decided about."""
        return self._tally.undecided if self.session else 0

    def actions_list(self) -> Sequence[Action]:
        """The keys."""
        if self._alone():
            return problem_keys(self.problems)
        if self.right.currentIndex() > 1 or not self._all:
            return self.trip.actions_list()
        return pair_keys(self) if not self.right.currentIndex() else ()

    def _alone(self) -> bool:
        """Whether the problems are shown without the pairs."""
        return self.tiles.tiles[PROBLEMS].isChecked() and bool(self.problems.doubts)

    def show_plan(self, session: Session, plan: ImportPlan, digest: Digest) -> int:
        """Show a plan; the pair at hand stays at hand. Gives how many pairs to decide about are new."""
        first = session is not self.session or self.plan is None
        fresh = first or not self._all
        held = self._pair()
        known = {pair.key for pair in self._all}
        self.session, self.plan, self.digest = session, plan, digest
        self.stale, self._counted = False, None
        self._merges.clear()
        found = {pair.key: pair for pair in digest.pairs}
        old = {} if fresh else {pair.key: pair for pair in self._all if session.decisions.get(pair.key)}
        self._all = list({**old, **found}.values())
        self._fill_pairs(held.key if held else None)
        doubts = digest.doubts
        self.mending.show_plan(session, plan, digest, frozenset(pair.key for pair in self._all))
        self.trip.show_plan(session, plan, digest.trip)
        self._counts()
        self.problems.setVisible(bool(doubts))
        self._arrange()
        if fresh:
            self._say_modes()
            held_by = (CLASHES, digest.trip.clashes), (PAIRS, self._all), (PROBLEMS, doubts), (NEW, digest.added)
            code = next((code for code, there in held_by if there), UPDATES)
            self.tiles.tiles[code].setChecked(True)
            self._show_tile(code, focus=False)
        else:
            checked = next(
                (code for code, tile in self.tiles.tiles.items() if tile.isChecked() and not tile.isHidden()), NEW
            )
            self._show_tile(checked, focus=False)
        more = [] if first else [pair.key for pair in digest.pairs if pair.key not in known and not pair.decision]
        if more:
            self._fill_pairs(more[0])
        self._show_pair()
        return len(more)

    def say(self) -> None:
        """Say all words again."""
        self._say_modes()
        if self.plan is not None:
            self._counts()
            self.problems.say()
            self.trip.say()
            self._show_pair()
            self.list.viewport().update()

    def narrow(self, on: bool) -> None:
        """The list becomes a drop-down in a narrow window."""
        self._narrow = on
        if on:
            self.drop.put(self.list.pairs, self.list.currentIndex().row())
        self._arrange()
        self.problems.narrow(on)

    def hurry(self) -> bool:
        """Have the plan follow what was decided; whether there was anything, so that the import comes after it."""
        if self.stale:
            self._import_after = True
            self.changed.emit()
        return self.stale

    def import_next(self) -> None:
        """Have the import follow the next plan, as long as that asks nothing new."""
        self._import_after = True

    def waits(self) -> bool:
        """Whether the import waited for the plan that has just come; it does so no longer."""
        waited, self._import_after = self._import_after, False
        return waited

    def decide(self, decision: str) -> None:
        """Decide about the pair at hand and go on to the next."""
        pair = self._pair()
        if self.table.hasFocus():
            self.table.edit_value()
            return
        if pair is None or self.session is None or not self.isEnabled() or not self.upper.isVisible():
            return
        before = self.session.decisions.get(pair.key, "")
        self.session.decisions[pair.key] = "" if before == decision else decision
        self._merges[pair.key] = gives_something(pair, self._lines(pair))
        self._tally.count_again(pair)
        self.stale = True
        self._next_pair(first=bool(before))
        self._counts()
        self.touched.emit()

    def _touch(self) -> None:
        self.stale, self._counted = True, None
        self.touched.emit()

    def _next_pair(self, *, first: bool) -> None:
        """Go on to the undecided pair after the one at hand, or the ``first``; they stand above those that are decided."""
        at = self.list.currentIndex().row()
        own, left = self.list.pairs.settle(at), self.undecided
        start = 0 if first else at
        to = next((one for one in (start, start + 1, 0, 1) if one < left and one != own), own)
        if self._narrow:
            self.drop.put(self.list.pairs, to)
        if to == self.list.currentIndex().row():
            self._show_pair()
        else:
            self._go(to)

    def decide_all(self, decision: str, reason: str | None = None) -> None:
        """Decide about all rows that nobody decided about, or about those with one reason."""
        decisions = given(self.session).decisions
        for pair in self._all:
            if not decisions.get(pair.key) and reason in (None, pair.match.reason):
                decisions[pair.key] = decision
                if decision == MERGE and len(self._all) <= MANY:
                    self._merges[pair.key] = gives_something(pair, self._lines(pair))
        self._mended()

    def _take_back(self) -> None:
        given(self.session).decisions |= {pair.key: "" for pair in self._all}
        self._mended()

    def open_all(self) -> None:
        """Open the menu that decides all alike."""
        if not self.isEnabled() or not self.upper.isVisible():
            return
        decisions = given(self.session).decisions
        undecided = [pair for pair in self._all if not decisions.get(pair.key)]
        decided = len(self._all) - len(undecided)
        menu = all_alike_menu(self, undecided, decided, self.decide_all, self._take_back)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(below(self.ask.all, self.ask.all.rect()))

    def _pair(self) -> Pair | None:
        at = self.list.currentIndex().row()
        return self.list.pairs.pairs[at] if 0 <= at < len(self.list.pairs.pairs) else None

    def _go(self, at: int) -> None:
        self.list.setCurrentIndex(self.list.pairs.index(at))

    def _fill_pairs(self, key: tuple[int, int] | None) -> None:
        self.list.pairs.put(self._all, given(self.session).decisions)
        pairs = self.list.pairs.pairs
        at = next((at for at, pair in enumerate(pairs) if pair.key == key), 0)
        if pairs:
            self._go(at)
        if self._narrow:
            self.drop.put(self.list.pairs, at)

    def _show_pair(self) -> None:
        pair = self._pair()
        if pair is None or self.plan is None:
            return
        self.drop.setCurrentIndex(self.list.currentIndex().row())
        self.compare.put(self._lines(pair), _("Row {row} of the sheet").format(row=pair.number), review.where(pair))
        self.ask.put(pair, given(self.session).decisions.get(pair.key, ""))

    def _lines(self, pair: Pair) -> list[review.Line]:
        preferred = given(self.session).preferred.get(pair.key, frozenset())
        return review.compare(self.ws, given(self.plan), pair, preferred)

    def _prefer(self, name: str, from_file: bool) -> None:
        pair = self._pair()
        if pair is None:
            return
        given(self.session).prefer(pair.key, name, from_file)
        self._merges[pair.key] = gives_something(pair, self._lines(pair))
        self._tally.count_again(pair)
        self.stale = True
        self._show_pair()
        self.touched.emit()

    def _mended(self) -> None:
        self._counted = None
        held = self._pair()
        self._fill_pairs(held.key if held else None)
        self._counts()
        self._touch()

    def _trip_decided(self) -> None:
        self._counts()
        self._touch()

    def _undecided_mode(self, on: bool) -> None:
        if self.session is not None:
            self.session.undecided = KEEP if on else LEAVE
            self._touch()

    def _mode_chosen(self, at: int) -> None:
        if self.session is not None and self.session.mode != self.mode.itemData(at):
            self.session.mode = self.mode.itemData(at)
            self.changed.emit()

    def _say_modes(self) -> None:
        self.mode.say(self.session.mode if self.session else UPDATE)

    def _counts(self) -> None:
        session, left, doubts = given(self.session), self.undecided, len(self.problems.doubts)
        gone = len(self.mending.left_since)
        count_rows(self.tiles, given(self.digest), session, len(self._all), left, doubts, gone)
        count_trip(self.tiles, self.trip, bool(self._all))
        self.heading.setText(_("Undecided {count}").format(count=left))
        self.all_same.setVisible(self._tally.reasons[_("Same phone")] > 0)
        self.undecided_box.setText(
            ngettext("Add the {count} undecided row as new", "Add the {count} undecided rows as new", left).format(
                count=left
            )
        )
        held = self.undecided_box.blockSignals(True)
        self.undecided_box.setChecked(session.undecided == KEEP)
        self.undecided_box.blockSignals(held)

    def _arrange(self) -> None:
        alone = self._alone()
        listed = bool(self._all) and self.right.currentIndex() == 0 and not alone
        self.upper.setVisible(bool(self._all) and not alone)
        self.problems.wide(not self._narrow and not listed)
        pairs = self.drop if self._narrow else self.list
        self.setFocusProxy(pairs if self._all else self.table if self.problems.doubts else self.rows)
        self.side.setVisible(listed and not self._narrow)
        self.edge.setVisible(listed and not self._narrow)
        self._dropped.setVisible(self._narrow)

    def _show_tile(self, code: str, focus: bool = True) -> None:
        target: QWidget = self.rows
        if code in (CLASHES, GONE):
            self.right.setCurrentIndex(2 if code == CLASHES else 3)
            target = table = self.trip.clashes if code == CLASHES else self.trip.removed
            table.setCurrentIndex(table.rows.index(max(0, table.currentIndex().row()), 0))
        elif code in (PAIRS, PROBLEMS):
            self.right.setCurrentIndex(0)
            target = self if code == PAIRS else self.table
        else:
            self.right.setCurrentIndex(1)
            plan, digest = given(self.plan), given(self.digest)
            rows = (
                left_out(plan, digest, self.mending.left_since) if code == OUT else written(plan, digest, code == NEW)
            )
            self.out.put(rows, plan, digest, self.session, len(self.mending.left) if code == OUT else 0)
        self._arrange()
        if focus:
            target.setFocus()
