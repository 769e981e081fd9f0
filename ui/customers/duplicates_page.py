"""Likely doubles of the book: found in the background, compared, merged, told apart; and merges taken back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.customers import duplicates, merging, unmerging
from app.customers.duplicates import Group
from app.customers.unmerging import Merge, Unmerged
from app.records import queries
from app.records.operations import when_words
from app.records.workspace import ChangeSet
from app.shared.i18n import N_, _, ngettext, translate
from ui.customers.merge_pane import MergePane
from ui.runtime.given import given
from ui.runtime.jobs import Job
from ui.shell.page import Action, Page, Services
from ui.widgets.basics import EmptyState, ProgressStrip, column, label, line, row, split, stacked
from ui.widgets.buttons import Choices, button
from ui.widgets.layouts import layout_of
from ui.widgets.two_line_list import Entry, TwoLineList

WIDTH = 380
# Records; moving more than that would hold up the window.
LONG = 1000


class DuplicatesPage(Page):
    """Likely doubles, and what was merged."""

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._found: list[Group] = []
        self._chosen: Group | None = None
        self.shown: list[Group] = []
        self.merged: list[Merge] = []
        self._job: Job | None = None
        self._looked, self._narrow = False, False
        self.tabs = Choices([("doubles", N_("Likely doubles")), ("merged", N_("Merged"))], tabs=True, name=N_("Parts"))
        self.again = button(N_("Look again"), "refresh-cw", "plain", small=True, key="R", on=self.look)
        self.list = TwoLineList(N_("Likely doubles"))
        self.strip = ProgressStrip()
        layout_of(self.strip).setContentsMargins(16, 8, 12, 8)
        self.pane = MergePane(services.ws)
        self.back_title = label("", font="title", raw=True, wrap=True)
        self.back_when = label("", "muted", "small", raw=True)
        self.back_said = label("", "muted", raw=True, wrap=True)
        self.back = button(N_("Take the merge back"), "undo-2", "primary", key="U", on=self.unmerge)
        self.back_pane = QWidget()
        self.back_pane.setLayout(
            column(self.back_title, 4, self.back_when, 14, row(self.back, None), 12, self.back_said, None,
                   margins=(16, 12, 16, 12))
        )  # fmt: skip
        self.empty = EmptyState(N_("No customers look like doubles."), N_("Look again"), self.look)
        self.none = EmptyState(N_("Nothing is merged. A merge can be taken back here at any time."))
        self.right = stacked(self.pane, self.back_pane, self.empty, self.none)
        left = QWidget()
        lay = column(row(self.tabs, None, self.again, margins=(16, 4, 12, 0)), line(), self.strip)
        lay.addWidget(self.list, 1)
        left.setLayout(lay)
        self.splitter = split(left, self.right, stretch=1)
        self.splitter.setSizes([WIDTH, 2000])
        self.setLayout(column(self.splitter))
        self.setFocusProxy(self.list)
        self.tabs.chosen.connect(lambda _code: self._show())
        self.list.moved.connect(self._moved)
        self.list.opened.connect(lambda _row: self._enter())
        self.pane.merge_wanted.connect(self.merge)
        self.pane.apart_wanted.connect(self.tell_apart)

    # What the shell asks for

    def actions_list(self) -> Sequence[Action]:
        """The keys of the page."""
        parts = (
            Action(N_("Likely doubles"), lambda: self._turn("doubles"), "1", hint=False),
            Action(N_("Merged"), lambda: self._turn("merged"), "2", hint=False),
        )
        if self.tabs.code == "merged":
            return (
                Action(N_("Move"), lambda: None, "↑↓"),
                Action(N_("Take the merge back"), self.unmerge, "U"),
                Action(N_("Open the customer"), self._open, "O"),
                *parts,
            )
        return (
            Action(N_("Move"), lambda: None, "↑↓"),
            Action(N_("Choose field by field"), self._enter, "Enter"),
            Action(N_("Take the one or the other"), lambda: None, "←→"),
            Action(N_("Merge"), self.merge, "M"),
            Action(N_("Not a double"), self.tell_apart, "N"),
            Action(N_("Open the customer"), self._open, "O", hint=False),
            Action(N_("Look again"), self.look, "R", hint=False),
            *parts,
        )

    def status(self) -> Sequence[str]:
        """How many there are."""
        if self.tabs.code == "merged" or not self._looked:
            return ()
        count = len(self.shown)
        said = ngettext("{count} likely double", "{count} likely doubles", count)
        return (said.format(count=f"{count:,}"),)

    def path(self) -> list[tuple[str, str]]:
        return [(_("Customers"), "customers")]

    def open(self, number: int = 0, among: Sequence[int] | None = None, **what: Any) -> None:
        """Show the page; ``among`` are customers that the user wants to merge, whether they look alike or not."""
        if among is not None:
            titles = queries.titles(self.s.ws, "customer", among)
            self._chosen = Group(tuple(among), tuple(titles.get(one) or f"#{one}" for one in among), 0, ())
            self.tabs.choose("doubles")
        if not self._looked and self._job is None and among is None:
            self.look()
        self._show()
        if among is not None and self.shown:
            self.list.setCurrentIndex(self.list.entries.index(0))
        self.list.setFocus()

    def apply(self, changes: ChangeSet) -> None:
        """Groups whose customers are merged or gone leave the list; those that came back return to it."""
        if changes.touches("customer", "contact", "setting", "activity", "reminder", "quote"):
            self._show()

    def retranslate(self) -> None:
        self._show()

    def narrow(self, on: bool) -> None:
        """In a narrow window the list lies over the comparison."""
        if on != self._narrow:
            self._narrow = on
            self.splitter.setOrientation(Qt.Orientation.Vertical if on else Qt.Orientation.Horizontal)
            self.splitter.setSizes([200, 440] if on else [WIDTH, 2000])
            self._arrange()

    def escape(self) -> bool:
        """From the fields back to the list."""
        if not self.list.hasFocus():
            self.list.setFocus()
            return True
        return False

    # Reading

    def look(self) -> None:
        """Look through the book for doubles, beside the window's work."""
        if self._job is not None:
            return
        ws, said = self.s.ws, _("Comparing the customers")
        self._job = self.s.jobs.run(
            lambda progress, cancelled: duplicates.doubles(
                ws, progress=lambda share: progress(share, said), cancelled=cancelled
            ),
            name="doubles", done=self._arrived, failed=self.s.messages.error,
        )  # fmt: skip
        self._job.finished.connect(self._ended)
        self.strip.follow(self._job)
        self.strip.word.setText(said)

    def _ended(self) -> None:
        self._job = None

    def _arrived(self, found: list[Group]) -> None:
        self._found, self._looked = found, True
        self._show()

    def _show(self) -> None:
        ws = self.s.ws
        apart = duplicates.told_apart(ws)
        numbers = {number for one in self._groups() for number in one.customers}
        there = {row.id: row.title for row in queries.rows(ws, "customer", sorted(numbers), ("name",))}
        self.shown = [made for one in self._groups() if (made := _left(one, there, apart)) is not None]
        self.merged = unmerging.merges(ws)
        self.tabs.count("merged", len(self.merged))
        if self._looked:
            self.tabs.count("doubles", len(self.shown))
        doubles = self.tabs.code == "doubles"
        self.again.setVisible(doubles)
        self.list.put([_entry(one) for one in self.shown] if doubles else [self._merge(one) for one in self.merged])
        self._arrange()
        self._moved(self.list.row())
        self.acted.emit()

    def _arrange(self) -> None:
        """An empty list takes no room above what says that it is empty."""
        there = bool(self.shown if self.tabs.code == "doubles" else self.merged)
        turned = there == self.list.isHidden()
        self.list.setVisible(there or not self._narrow)
        if self._narrow and turned:
            layout_of(given(self.list.parentWidget())).activate()
            self.splitter.setSizes([200, 440] if there else [1, 640])

    def _groups(self) -> list[Group]:
        if self._chosen is None:
            return self._found
        return [self._chosen, *(one for one in self._found if set(one.customers) != set(self._chosen.customers))]

    def _merge(self, one: Merge) -> Entry:
        when = when_words(one.at, self.s.ws.clock.today())
        return Entry(one.operation, one.title, _("with {names}").format(names=one.others), when)

    def _moved(self, at: int) -> None:
        if self.tabs.code == "doubles":
            group = self.shown[at] if 0 <= at < len(self.shown) else None
            self.pane.show_group(group)
            self.right.setCurrentWidget(self.pane if group or not self._looked else self.empty)
            return
        one = self.merged[at] if 0 <= at < len(self.merged) else None
        self.right.setCurrentWidget(self.back_pane if one else self.none)
        if one is not None:
            self.back_title.setText(one.title)
            self.back_when.setText(when_words(one.at, self.s.ws.clock.today()))
            self.back_said.setText(
                _("{names} went into it. Taking it back brings them out with all they had; what was changed since stays.")
                .format(names=one.others)
            )  # fmt: skip

    # What one does

    def _turn(self, part: str) -> None:
        self.tabs.choose(part)
        self._show()
        self.list.setFocus()

    def _enter(self) -> None:
        if self.tabs.code == "doubles" and self.pane.plan is not None:
            self.pane.grid.setFocus()

    def _open(self) -> None:
        if self.tabs.code == "merged":
            at = self.list.row()
            number = self.merged[at].id if 0 <= at < len(self.merged) else 0
        else:
            number = self.pane.plan.keep if self.pane.plan else 0
        if number and queries.titles(self.s.ws, "customer", (number,)):
            self.s.router.open("customer", number)

    def merge(self) -> None:
        """Merge the customers shown, as they are decided."""
        plan = self.pane.plan
        if plan is None or self.tabs.code != "doubles":
            return
        work = partial(merging.merge, self.s.ws, plan.customers, plan.keep, self.pane.choices)
        if sum(plan.moved.values()) <= LONG:
            self.s.actions.run(work)
            return
        job = self.s.jobs.run(
            lambda _progress, _cancelled: work(), name="merge", failed=self.s.messages.error,
            done=lambda done: self.s.actions.told(done.changes),
        )  # fmt: skip
        self.strip.follow(job)
        self.strip.stop.hide()
        self.strip.word.setText(_("Merging"))

    def tell_apart(self) -> None:
        """Remember that the customers shown are different ones."""
        if self.tabs.code == "doubles" and self.pane.chosen:
            numbers = self.pane.chosen
            if self._chosen is not None and set(numbers) == set(self._chosen.customers):
                self._chosen = None
            self.s.actions.run(lambda: duplicates.tell_apart(self.s.ws, numbers))

    def unmerge(self) -> None:
        """Take the merge under the cursor back."""
        at = self.list.row()
        if self.tabs.code != "merged" or not 0 <= at < len(self.merged):
            return
        one = self.merged[at]
        done = self.s.actions.run(lambda: unmerging.unmerge(self.s.ws, one.operation))
        if done is not None:
            self._show()
            if words := told(done, one.title):
                self.s.messages.warn(_("The merge is taken back"), words)


def told(done: Unmerged, title: str) -> str:
    """What stayed as it was when a merge was taken back; "" when nothing did."""
    lines = []
    if done.left:
        names = _(", ").join(_("{label} of {title}").format(label=one.label, title=one.title) for one in done.left[:20])
        lines.append(_("Changed since and left as it is: {names}.").format(names=names))
    if done.added:
        said = ngettext(
            "{count} record added since stays with {title}.",
            "{count} records added since stay with {title}.",
            done.added,
        )
        lines.append(said.format(count=done.added, title=title))
    return "\n".join(lines)


def _left(group: Group, there: dict[int, str], apart: set[tuple[int, int]]) -> Group | None:
    """What of a group is left to decide."""
    numbers = tuple(number for number in group.customers if number in there)
    if len(numbers) < 2:
        return None
    pairs = {(a, b) for a in numbers for b in numbers if a < b}
    if pairs <= apart and group.reasons:
        return None
    return replace(group, customers=numbers, titles=tuple(there[number] for number in numbers))


def _entry(one: Group) -> Entry:
    others = _(", ").join(one.titles[1:])
    reasons = _(", ").join(translate(duplicates.REASONS[reason]) for reason in one.reasons)
    tag = str(one.score) if one.score else _("chosen")
    tone = "warn" if one.score >= 90 else ""
    like = _("like {name}").format(name=others)
    return Entry(one.customers, one.titles[0], f"{like} · {reasons}" if reasons else like, tag, tone)
