"""Customers side by side: which one stays, whose value each field takes, and the merge."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QWidget

from app.customers import merging
from app.customers.duplicates import REASONS, Group
from app.customers.merging import JOINED, ONLY, SAME, TAKEN, Plan
from app.records.workspace import Workspace
from app.shared.errors import KebuError
from app.shared.i18n import N_, _, translate
from ui.widgets.basics import column, label, line, row
from ui.widgets.buttons import button
from ui.widgets.chips import Chip
from ui.widgets.layouts import empty
from ui.widgets.side_by_side import Row, SideBySide

TAGS = {SAME: (N_("same"), "ok"), ONLY: (N_("added"), "inf"), JOINED: (N_("both kept"), "inf"), TAKEN: ("", "")}


class MergePane(QWidget):
    """The pane. ``merge_wanted``, ``apart_wanted``: its buttons."""

    merge_wanted = Signal()
    apart_wanted = Signal()

    def __init__(self, ws: Workspace) -> None:
        super().__init__()
        self.ws = ws
        self.group: Group | None = None
        self.plan: Plan | None = None
        self._choices: dict[str, int] = {}
        self._keep, self._out = 0, set[int]()
        self.why = label("", font="title", raw=True, wrap=True)
        self.moves = label("", "muted", "small", raw=True, wrap=True)
        self.chips = QHBoxLayout()
        self.chips.setSpacing(6)
        self.grid = SideBySide()
        self.room = QScrollArea()
        self.room.setWidgetResizable(True)
        self.room.setWidget(self.grid)
        self.room.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.go = button(N_("Merge"), "git-merge", "primary", key="M", on=self.merge_wanted.emit)
        self.apart = button(N_("Not a double"), key="N", on=self.apart_wanted.emit)
        chips = row(self.chips, None)
        head = column(self.why, 4, self.moves, 6, chips, margins=(16, 12, 16, 10))
        foot = QWidget()
        foot.setLayout(row(self.go, self.apart, None, margins=(16, 10, 16, 10)))
        foot.setProperty("clear", True)
        lay = column(head, line())
        lay.addWidget(self.room, 1)
        lay.addWidget(line())
        lay.addWidget(foot)
        self.setLayout(lay)
        self.grid.picked.connect(self.pick)
        self.grid.kept.connect(self.keep)

    def show_group(self, group: Group | None) -> None:
        """Show customers that may be one; the decisions made for the same ones stay."""
        if group is None or self.group is None or group.customers != self.group.customers:
            self._choices, self._keep, self._out = {}, 0, set()
        self.group = group
        self.setVisible(group is not None)
        self._show()

    @property
    def chosen(self) -> list[int]:
        """The customers to be merged."""
        return [number for number in self.group.customers if number not in self._out] if self.group else []

    @property
    def choices(self) -> dict[str, int]:
        """For each field that was decided, the customer whose value is taken."""
        return {name: number for name, number in self._choices.items() if number not in self._out}

    def pick(self, name: str, place: int) -> None:
        """Take a field's value from the customer at a place."""
        if self.plan is not None:
            self._choices[name] = self.plan.customers[place]
            self._show()

    def keep(self, place: int) -> None:
        """Let the customer at a place be the one that stays."""
        if self.plan is not None:
            self._keep = self.plan.customers[place]
            self._show()

    def leave_out(self, number: int) -> None:
        """Leave a customer out of the merge, or take it in again."""
        if number in self._out or len(self.chosen) > 2:
            self._out ^= {number}
        self._show()

    def _show(self) -> None:
        group, self.plan = self.group, None
        if group is not None:
            keep = self._keep if self._keep in self.chosen else 0
            try:
                self.plan = merging.plan(self.ws, self.chosen, keep, self.choices)
            except KebuError:
                # One of them was deleted; the page reads the list again.
                self.plan = None
        self.go.setEnabled(self.plan is not None)
        if group is None or self.plan is None:
            self.grid.show_rows((), ())
            return
        self._say(group, self.plan)
        heads = [f"{title} · {number}" for title, number in zip(self.plan.titles, self.plan.customers, strict=True)]
        keep = self.plan.customers.index(self.plan.keep)
        rows = [self._row(one, keep) for one in self.plan.lines]
        self.grid.show_rows(rows, heads, keep)
        self._show_chips(group)

    def _say(self, group: Group, plan: Plan) -> None:
        reasons = _(", ").join(translate(REASONS[one]) for one in group.reasons)
        names = _("Make one of {count} customers").format(count=len(plan.customers))
        self.why.setText(f"{reasons} · {group.score}" if reasons else names)
        types = self.ws.dictionary
        moved = [f"{translate(types.type(kind).label_plural)} {count:,}" for kind, count in plan.moved.items()]
        title = plan.titles[plan.customers.index(plan.keep)]
        text = _("To “{title}” go: {what}.") if moved else _("“{title}” stays; nothing belongs to the others.")
        self.moves.setText(text.format(title=title, what=_(", ").join(moved)))

    @staticmethod
    def _row(one: merging.Line, keep: int) -> Row:
        word, tone = TAGS[one.how] if one.how != ONLY or one.taken != keep else ("", "")
        return Row(one.name, one.label, one.cells, one.taken, one.merged, one.free, _(word) if word else "", tone)

    def _show_chips(self, group: Group) -> None:
        empty(self.chips)
        for number, title in zip(group.customers, group.titles, strict=True) if len(group.customers) > 2 else ():
            chip = Chip(f"{title} · {number}", "check" if number not in self._out else "x", raw=True)
            chip.set_on(number not in self._out)
            chip.setToolTip(_("Take into the merge, or leave out"))
            chip.clicked.connect(lambda _on=False, number=number: self.leave_out(number))
            self.chips.addWidget(chip)
