"""What was missed, on one page: each or all of it moved, done or dropped by one key."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.followups import notices, triage
from app.followups.queries import reminder_items
from app.records.fields import Field, FieldKind
from app.records.record import Record
from app.records.workspace import ChangeSet
from app.shared.date_words import show_day, show_wall
from app.shared.i18n import N_, _, language, ngettext
from ui.followups.agenda_model import title_of, who_of
from ui.followups.snooze import ask_time
from ui.shell.page import Action, Page, Services
from ui.widgets.basics import EmptyState, column, label, line, row, stacked
from ui.widgets.buttons import button
from ui.widgets.record_model import Column
from ui.widgets.record_table import RecordTable

# Rows; nobody works through more at once, and the rest comes after them.
SHOWN = 1000
FIELDS = (
    Field("what", FieldKind.TEXT, N_("What to do"), shown=True, width=300),
    Field("due", FieldKind.TEXT, N_("Was due"), shown=True, width=130),
    Field("who", FieldKind.TEXT, N_("About"), shown=True, width=280),
    Field("note", FieldKind.TEXT, N_("Last note"), shown=True, width=260),
)


class MissedPage(Page):
    """Reminders whose time is over. What is ticked is dealt with; else the one under the cursor."""

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self.table = RecordTable(
            N_("Missed reminders"), [Column(field, paint="" if field.name == "what" else "faint") for field in FIELDS],
            self._fetch, lambda _field, value: str(value), settings=services.settings, key="missed", ticks=True,
        )  # fmt: skip
        self.empty = EmptyState(N_("Nothing was missed."), N_("To today"), lambda: self.s.router.open("today"))
        self.said = label("", "muted", raw=True)
        self.stack = stacked(self.table, self.empty)
        self.tomorrow = button(N_("Tomorrow"), small=True, on=self.to_tomorrow)
        self.workday = button(N_("Next workday"), "calendar-check", "primary", small=True, on=self.to_workday)
        self.week = button(N_("Spread over the week"), small=True, on=self.over_the_week)
        self.other = button(N_("Day…"), small=True, on=self.to_a_day)
        self.done = button(N_("Done"), "check", small=True, on=lambda: self._do(triage.done))
        self.drop = button(N_("Drop"), "trash-2", "danger", small=True, on=lambda: self._do(triage.drop))
        self.count = label("", "accent", "bodyStrong", raw=True)
        buttons = (self.workday, self.tomorrow, self.week, self.other, self.done, self.drop)
        lay = column(row(self.said, None, margins=(16, 10, 16, 8)), line())
        lay.addWidget(self.stack, 1)
        self.bar = QWidget()
        self.bar.setProperty("clear", True)
        self.bar.setLayout(column(line(), row(*buttons, self.count, None, gap=8, margins=(16, 8, 16, 8))))
        lay.addWidget(self.bar)
        self.setLayout(lay)
        self.setFocusProxy(self.table)
        self.table.opened.connect(self._open_one)
        self.table.ticks_changed.connect(self._ticked)

    def actions_list(self) -> Sequence[Action]:
        """The keys of the page."""
        return (
            Action(N_("Move"), lambda: None, "↑↓"),
            Action(N_("Tick"), self.table.tick_current, "Space"),
            Action(N_("Select all in view"), self.table.tick_all, "Ctrl+A"),
            Action(N_("Next workday"), self.to_workday, "1"),
            Action(N_("Tomorrow"), self.to_tomorrow, "2"),
            Action(N_("Spread over the week"), self.over_the_week, "3"),
            Action(N_("Day…"), self.to_a_day, "4"),
            Action(N_("Done"), lambda: self._do(triage.done), "D"),
            Action(N_("Drop"), lambda: self._do(triage.drop), "Del"),
            Action(N_("Print the list…"), self.print, "Ctrl+P", "printer", hint=False),
        )

    def print(self) -> None:
        """Show the pages of what was missed."""
        from app.transfer.exporting.printed_list import list_pdf, usual
        from ui.shell.output import PrintJob

        ws, ids = self.s.ws, list(self.table.records.ids)
        title = _("Missed reminders")

        def make(lying: bool | None, progress: Any, cancelled: Any) -> bytes:
            wanted = replace(usual(ws, "reminder", ids), title=title, lying=lying)
            return list_pdf(ws, wanted, progress=progress, cancelled=cancelled)

        if ids:
            self.s.router.open("print", job=PrintJob(title, make))

    def status(self) -> Sequence[str]:
        """Where moved ones go."""
        day = show_day(triage.next_workday(self.s.ws), self.s.ws.clock.today(), language())
        return (_("Next workday: {day}").format(day=day),)

    def open(self, number: int = 0, **what: Any) -> None:
        """Show what was missed, everything ticked: one key deals with all of it."""
        self.load()
        self.table.tick_all()
        self.table.setFocus()

    def load(self) -> None:
        """Read anew what was missed."""
        found = notices.missed_ids(self.s.ws, SHOWN)
        left = set(found)
        self.table.records.ticked.intersection_update(left)
        self.table.records.set_ids(())
        self.table.set_ids(array("q", found))
        self.stack.setCurrentWidget(self.table if found else self.empty)
        self.bar.setVisible(bool(found))
        for one in (self.tomorrow, self.workday, self.week, self.other, self.done, self.drop):
            one.setEnabled(bool(found))
        count = len(found)
        said = ngettext("{count} reminder was missed.", "{count} reminders were missed.", count)
        more = f"{count:,}" + ("+" if count == SHOWN else "")
        self.said.setText(said.format(count=more) if found else "")
        self._ticked(len(self.table.records.ticked))
        self.noted.emit()

    def apply(self, changes: ChangeSet) -> None:
        """Read anew when reminders changed."""
        if changes.touches("reminder") and self.isVisible():
            self.load()

    def retranslate(self) -> None:
        """Say the rows in the other language."""
        if self.isVisible():
            self.load()

    def escape(self) -> bool:
        """Untick everything."""
        if not self.table.records.ticked:
            return False
        self.table.untick()
        return True

    def to_tomorrow(self) -> None:
        """Move what is ticked to tomorrow."""
        day = self.s.ws.clock.today() + timedelta(days=1)
        self._do(lambda ws, ids: triage.to_day(ws, ids, day))

    def to_workday(self) -> None:
        """Move what is ticked to the next workday."""
        day = triage.next_workday(self.s.ws)
        self._do(lambda ws, ids: triage.to_day(ws, ids, day))

    def over_the_week(self) -> None:
        """Spread what is ticked over the next five workdays."""
        self._do(triage.spread)

    def to_a_day(self) -> None:
        """Move what is ticked to a day told in words."""

        def choose(until: Any) -> None:
            day = until if type(until) is date else until.date()
            self._do(lambda ws, ids: triage.to_day(ws, ids, day))

        ask_time(self, self.s.ws.clock.now_wall(), choose)

    def _do(self, command: Callable[[Any, Sequence[int]], object]) -> None:
        chosen = list(self.table.ticked())
        if chosen:
            ws = self.s.ws
            self.s.actions.run(lambda: command(ws, chosen))
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_one(self, number: int) -> None:
        found = reminder_items(self.s.ws, [number])
        if found and found[0].about is not None and self.s.router.can_open(found[0].about[0]):
            self.s.router.open(*found[0].about)

    def _fetch(self, numbers: Sequence[int]) -> list[Record]:
        today = self.s.ws.clock.today()
        out = []
        for item in reminder_items(self.s.ws, numbers):
            due = item.due
            when = show_day(due.date(), today, language()) if item.all_day else show_wall(due, today, language())
            values = {"what": title_of(item), "due": when, "who": who_of(item), "note": item.note}
            out.append(Record("reminder", item.id, values["what"], values))
        return out

    def _ticked(self, count: int) -> None:
        said = ngettext("{count} selected", "{count} selected", count).format(count=f"{count:,}")
        self.count.setText(said if count else "")
