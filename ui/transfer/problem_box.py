"""The cells that do not fit: in groups of one column and one reason, put right one by one or all alike, or left out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from app.shared.i18n import N_, _, ngettext
from app.transfer.converting.problems import Problem
from app.transfer.reviewing.problem_groups import (
    GroupKey,
    ProblemGroup,
    alike,
    gathered,
    groups,
    key_of,
    row_keys,
    suggested,
)
from app.transfer.reviewing.review import Doubt
from ui.runtime.application import theme
from ui.runtime.translator import tr
from ui.transfer.problem_list import ProblemList, named
from ui.transfer.tables import DoubtTable
from ui.widgets.basics import column, label, line, row
from ui.widgets.buttons import button


class ProblemBox(QWidget):
    """The box. Its groups are a list beside the cells where there is room, else a drop-down over them.

    Signals:
        edited: one cell and its new text. alike_edited: cells, and the text for all of them or None for what is suggested of
            each. left: the rows (sheet's place, row) that are not to be imported.
    """

    edited = Signal(object, str)
    alike_edited = Signal(object, object)
    left = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.doubts: list[Doubt] = []
        self._held: dict[GroupKey, list[Doubt]] = {}
        self._group: GroupKey | None = None
        self._same: list[Doubt] = []
        self._text = ""
        self._narrow = False
        self.head = label("", font="section", raw=True)
        self.hint = label(N_("Click a cell to change it. Left as it is, its text goes to the notes."), "muted", "small")
        self.drop = QComboBox()
        self.drop.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.drop.setMinimumWidth(theme().px(160))
        tr(self.drop, self.drop.setAccessibleName, N_("Kinds of problems"))
        self.drop.activated.connect(lambda at: self._choose(self.drop.itemData(at)))
        self.list = ProblemList()
        self.list.moved.connect(self._choose)
        self.use = button(role="link", small=True, text=N_("Use all suggestions"), on=self._use)
        self.out = button(role="link", small=True, text=N_("Leave out these rows"), on=self._leave)
        self.again = label("", font="small", raw=True)
        self.all = button(role="link", small=True, text=N_("All like this"), on=lambda: self._alike())
        self._offer = QWidget()
        self._offer.setLayout(row(self.again, self.all, None, gap=8, margins=(16, 0, 16, 4)))
        self.table = DoubtTable()
        self.table.edited.connect(self._edited)
        self.table.repeated.connect(self._alike)
        self.table.left.connect(lambda doubt: self.left.emit(row_keys([doubt])))
        top = row(self.head, self.drop, None, self.hint, self.use, self.out, gap=12, margins=(16, 10, 16, 6))
        top.setStretch(1, 4)
        cells = QWidget()
        cells.setLayout(column(top, self._offer, self.table))
        self._edge = line(vertical=True)
        both = QWidget()
        both.setLayout(row(self.list, self._edge, cells, gap=0))
        self.setLayout(column(line(), both))
        self._wide = False
        self._offer.hide()
        self.wide(False)

    def wide(self, on: bool) -> None:
        """Whether there is room for the list of groups beside the cells."""
        self._wide = on
        self._arrange()

    def narrow(self, on: bool) -> None:
        """A narrow window has no room for the hint."""
        self._narrow = on
        self._arrange()

    def _arrange(self) -> None:
        several = len(self.list.groups.groups) > 1
        self.list.setVisible(self._wide and several)
        self._edge.setVisible(self._wide and several)
        self.drop.setVisible(not self._wide and several)
        self.hint.setVisible(self._wide and not self._narrow)

    def put(self, doubts: Sequence[Doubt]) -> None:
        """Show problem cells; the group at hand stays at hand."""
        self.doubts = list(doubts)
        self._forget()
        self._fill()

    def mend(self, doubt: Doubt, left: Problem | None) -> None:
        """A cell was changed."""
        before = self.table.doubts.doubts
        at = next((at for at, one in enumerate(self.doubts) if one is doubt), -1)
        self.table.mend(doubt, left)
        if at >= 0:
            # A changed line of the table is another one now.
            now = next((one for one in before if one.problem is left), None) if left is not None else None
            self.doubts[at : at + 1] = [now] if now is not None else []
            held = self._held[key_of(doubt)]
            held[:] = [one for one in held if one is not doubt]
            if now is not None:
                self._held.setdefault(key_of(now), []).append(now)
        if self._group is not None and not self.table.doubts.doubts:
            self._fill()
        self._count()

    def say(self) -> None:
        """Say all words again."""
        self.table.doubts.say()
        self._count()

    def _fill(self) -> None:
        self._held = gathered(self.doubts)
        self._group = self._group if self._group in self._held else None
        self.table.put(self._shown())
        self._count()

    def _shown(self) -> list[Doubt]:
        return self.doubts if self._group is None else self._held.get(self._group, [])

    def _count(self) -> None:
        found = groups(self._held)
        self.list.put(found, len(self.doubts), self._group)
        self.drop.clear()
        self.drop.addItem(_("All problems ({count})").format(count=f"{len(self.doubts):,}"), None)
        for one in found:
            self.drop.addItem(f"{named(one)} ({one.count:,})", one.key)
        self.drop.setCurrentIndex(next((at for at, one in enumerate(found, 1) if one.key == self._group), 0))
        count = len(self.doubts)
        cells = ngettext("{count} cell", "{count} cells", count).format(count=f"{count:,}")
        self.head.setText(_("Problem cells: {cells}").format(cells=cells))
        shown = self.table.doubts.doubts
        alone = bool(shown) and (self._group is not None or len(found) == 1)
        hints, rows = len(suggested(shown)), len(row_keys(shown)) if alone else 0
        said = ngettext("Use the suggestion", "Use all {count} suggestions", hints)
        self.use.setText(said.format(count=f"{hints:,}"))
        self.use.setVisible(hints > 0)
        said = ngettext("Leave out this row", "Leave out these {count} rows", rows)
        self.out.setText(said.format(count=f"{rows:,}"))
        self.out.setVisible(alone)
        self._arrange()

    def _choose(self, key: GroupKey | None) -> None:
        if key == self._group:
            return
        self._group = key
        self._forget()
        self.table.put(self._shown())
        self._count()

    def group(self) -> ProblemGroup | None:
        """The group at hand, or None for all."""
        return next((one for one in self.list.groups.groups if one.key == self._group), None)

    def _edited(self, doubt: Doubt, text: str) -> None:
        same = alike(doubt, self._held.get(key_of(doubt), ()))
        at_once = self.table.all_alike
        self.table.all_alike = False
        self._forget()
        if at_once and len(same) > 1:
            self.alike_edited.emit(same, text)
            # The cell that was open goes with the table's old lines, after this, and would take the focus with it.
            QTimer.singleShot(0, self.table, self.table.setFocus)
            return
        self.edited.emit(doubt, text)
        rest = [one for one in same if one is not doubt]
        if rest:
            self._same, self._text = rest, text
            words = ngettext(
                "{count} more cell says “{value}” as well.", "{count} more cells say “{value}” as well.", len(rest)
            )
            value = doubt.problem.value or _("(empty)")
            self.again.setText(words.format(count=f"{len(rest):,}", value=value))
            self._offer.show()

    def _alike(self) -> None:
        same, text = self._same, self._text
        self._forget()
        if same:
            self.alike_edited.emit(same, text)
            self.table.setFocus()

    def _forget(self) -> None:
        self._same = []
        self._offer.hide()

    def _use(self) -> None:
        self.alike_edited.emit(suggested(self._shown()), None)
        self.table.setFocus()

    def next(self) -> None:
        """Go to the next problem."""
        self.table.setFocus()
        self.table.step(1 if self.table.currentIndex().isValid() else 0)

    def leave_row(self) -> None:
        """Leave the row of the cell at hand out."""
        at = self.table.currentIndex().row()
        if 0 <= at < len(self.table.doubts.doubts):
            self.left.emit(row_keys([self.table.doubts.doubts[at]]))

    def _leave(self) -> None:
        self.left.emit(row_keys(self._shown()))
        self.table.setFocus()
