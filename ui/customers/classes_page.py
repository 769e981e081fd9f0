"""What deals make of customers: statuses that fit better, to be taken by one key, and the classes by sales."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from app.customers import classing
from app.customers.classes import SEGMENTS
from app.customers.classing import Proposal, Standing, said
from app.records.fields import Field, FieldKind
from app.records.record import Record
from app.records.values import show
from app.records.workspace import ChangeSet
from app.shared.i18n import N_, _, language, ngettext, translate
from app.shared.money import format_amount
from ui.runtime.jobs import Job
from ui.shell.page import Action, Page, Services
from ui.widgets.basics import EmptyState, ProgressStrip, Switch, column, label, line, row, stacked
from ui.widgets.buttons import Choices, button
from ui.widgets.layouts import layout_of
from ui.widgets.record_model import Column
from ui.widgets.record_table import RecordTable


def _field(name: str, text: str, width: int, kind: FieldKind = FieldKind.TEXT) -> Field:
    return Field(name, kind, text, shown=True, width=width)


class ClassesPage(Page):
    """Two lists: what the rules propose, and what each customer brings."""

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._proposals: dict[int, Proposal] = {}
        self._standings: dict[int, Standing] = {}
        self._job: Job | None = None
        self._read = False
        self.tabs = Choices(
            [("proposals", N_("Statuses that fit better")), ("classes", N_("Classes by sales"))],
            tabs=True,
            name=N_("Parts"),
        )
        self.automatic = Switch(N_("Set them by themselves"))
        self.automatic.clicked.connect(self._turn)
        self.accept = button("", "check", "primary", on=self.take)
        self.accept.setProperty("only", False)
        self.strip = ProgressStrip()
        layout_of(self.strip).setContentsMargins(16, 8, 12, 8)
        self.hint = label("", "muted", "small", raw=True, wrap=True)
        self.hint.setContentsMargins(16, 8, 16, 8)
        self.proposals = RecordTable(
            N_("Statuses that fit better"),
            [
                Column(_field("name", N_("Customer"), 260), paint="title"),
                Column(_field("now", N_("Now"), 110)),
                Column(_field("fits", N_("Fits better"), 110)),
                Column(_field("why", N_("Why"), 420)),
            ],
            lambda numbers: [self._proposal(one) for one in numbers if one in self._proposals],
            lambda _field, value: str(value),
            settings=services.settings, key="proposals", ticks=True,
        )  # fmt: skip
        self.classes = RecordTable(
            N_("Classes by sales"),
            [
                Column(_field("name", N_("Customer"), 260), paint="title"),
                Column(_field("grade", N_("Class"), 70)),
                Column(_field("total", N_("Won"), 130, FieldKind.MONEY), show=lambda one: one["total"]),
                Column(_field("deals", N_("Deals"), 80, FieldKind.INTEGER)),
                Column(_field("last", N_("Last deal"), 110)),
                Column(_field("rfm", N_("RFM"), 70)),
                Column(_field("group", N_("Group"), 160)),
            ],
            lambda numbers: [self._standing(one) for one in numbers if one in self._standings],
            lambda _field, value: str(value),
            settings=services.settings, key="classes",
        )  # fmt: skip
        self.fits = EmptyState(N_("Every status fits what the deals say."))
        self.no_deals = EmptyState(N_("No deal is known yet. A quote that is won counts as one."))
        self.stack = stacked(self.proposals, self.classes, self.fits, self.no_deals)
        head = row(self.tabs, None, label(N_("Set them by themselves"), "muted", "small"), self.automatic, 10, self.accept,
                   margins=(16, 6, 16, 6))  # fmt: skip
        whole = column(head, line(), self.hint, self.strip)
        whole.addWidget(self.stack, 1)
        self.setLayout(whole)
        self.setFocusProxy(self.stack)
        self.tabs.chosen.connect(lambda _code: self._show())
        for table in (self.proposals, self.classes):
            table.opened.connect(lambda number: self.s.router.open("customer", number))
            table.sorted_by.connect(lambda *_what: None)
        self.proposals.ticks_changed.connect(lambda _count: self._say())

    def title(self) -> str:
        """What the page shows."""
        return _("Classes of customers")

    def path(self) -> list[tuple[str, str]]:
        """The list it belongs to."""
        return [(_("Customers"), "customers")]

    def actions_list(self) -> Sequence[Action]:
        """The keys of the list in sight."""
        proposals = (
            Action(N_("Tick"), self.proposals.tick_current, "Space"),
            Action(N_("Take the statuses"), self.take, "A"),
        )
        return (
            Action(N_("Move"), lambda: None, "↑↓"),
            Action(N_("Open the customer"), lambda: None, "Enter"),
            *(proposals if self.tabs.code == "proposals" else ()),
            Action(N_("The other list"), self._turn_over, "V"),
            Action(N_("Look again"), self.look, "R", hint=False),
        )

    def status(self) -> Sequence[str]:
        """How many there are."""
        if not self._read:
            return ()
        if self.tabs.code == "classes":
            count = len(self._standings)
            return (ngettext("{count} customer bought", "{count} customers bought", count).format(count=f"{count:,}"),)
        count = len(self._proposals)
        return (ngettext("{count} proposal", "{count} proposals", count).format(count=f"{count:,}"),)

    def open(self, number: int = 0, **what: Any) -> None:
        """Show the page."""
        self.automatic.setChecked(self.s.ws.setting(classing.AUTOMATIC))
        self.look()

    def apply(self, changes: ChangeSet) -> None:
        """Look again when deals or statuses changed."""
        if changes.touches("customer", "quote", "setting") and self.s.router.page is self:
            self.look()

    def retranslate(self) -> None:
        """Say the words in the other language."""
        for table in (self.proposals, self.classes):
            table.records.reload()
        self._say()

    def look(self) -> None:
        """Ask the rules, beside the window's work."""
        ws = self.s.ws
        if self._job is not None:
            self._job.cancel()

        def work(_progress: Any, cancelled: Any) -> Any:
            return classing.proposals(ws, cancelled), classing.standings(ws)

        self._job = self.s.jobs.run(work, name="classes", done=self._found, failed=self.s.messages.error)
        if not self._read:
            self.strip.follow(self._job)

    def take(self) -> None:
        """Set the ticked statuses, or all when none is ticked."""
        ticked = self.proposals.records.ticked
        wanted = [one for number, one in self._proposals.items() if not ticked or number in ticked]
        if wanted and self.tabs.code == "proposals":
            self.s.actions.run(lambda: classing.accept(self.s.ws, wanted))

    def _found(self, found: tuple[list[Proposal], list[Standing]]) -> None:
        proposals, standings = found
        self._read, self._job = True, None
        self._proposals = {one.customer: one for one in proposals}
        self._standings = {one.customer: one for one in standings}
        self.proposals.set_ids(self._proposals)
        self.classes.set_ids(self._standings)
        for table in (self.proposals, self.classes):
            table.records.reload()
        self._show()

    def _show(self) -> None:
        classes = self.tabs.code == "classes"
        table, none = (self.classes, self.no_deals) if classes else (self.proposals, self.fits)
        part = table if table.records.ids or not self._read else none
        self.stack.setCurrentWidget(part)
        if part is table:
            part.setFocus()
        self._say()
        self.acted.emit()
        self.noted.emit()

    def _say(self) -> None:
        classes = self.tabs.code == "classes"
        days = self.s.ws.setting(classing.DORMANT_DAYS)
        self.hint.setText(
            _(
                "A makes the first 80% of what was won, B the next 15%. RFM: how lately, how often and how much,"
                " from 1 to 5."
            )
            if classes
            else _(
                "A deal makes a customer active; twice the own rhythm without one, or {days} days, makes it dormant."
            ).format(days=days)
        )
        count = len(self.proposals.records.ticked) or len(self._proposals)
        self.accept.setText(ngettext("Take {count} status", "Take {count} statuses", count).format(count=f"{count:,}"))
        self.accept.setVisible(not classes and bool(self._proposals))

    def _turn_over(self) -> None:
        self.tabs.choose("proposals" if self.tabs.code == "classes" else "classes")
        self._show()

    def _turn(self, on: bool) -> None:
        ws = self.s.ws
        self.s.actions.run(lambda: ws.set_setting(classing.AUTOMATIC, on))
        if on:
            self.take()

    def _proposal(self, number: int) -> Record:
        one = self._proposals[number]
        status = self.s.ws.dictionary.type("customer").field("status")
        values = {
            "name": one.name, "now": show(status, one.status), "fits": show(status, one.fit.status), "why": said(one.fit),
        }  # fmt: skip
        return Record("customer", number, one.name, values)

    def _standing(self, number: int) -> Record:
        one = self._standings[number]
        values = {
            "name": one.name, "grade": one.grade or "—", "total": format_amount(one.total, self.s.ws.currency, language()),
            "deals": one.deals, "last": one.last.isoformat(), "rfm": "".join(map(str, one.scores)),
            "group": translate(SEGMENTS[one.group]),
        }  # fmt: skip
        return Record("customer", number, one.name, values)
