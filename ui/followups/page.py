"""Today: the agenda, quotes that want something, calls, what the month has won, birthdays, what ends soon."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.followups import commands, triage
from app.followups.calling import Call, calls
from app.followups.ends import ENDS_LEAD, ends
from app.followups.queries import Item, understood
from app.followups.rules import Snooze
from app.followups.settings import CALLS_DAYS
from app.followups.today import Agenda, agenda, birthdays, quotes_to_watch
from app.records import queries
from app.records.workspace import ChangeSet
from app.sales.won import month_won, set_target, target_of
from app.shared.date_words import weekday
from app.shared.errors import InvalidValue
from app.shared.i18n import N_, _, language, ngettext
from ui.followups.add_line import AddLine
from ui.followups.agenda import AgendaView
from ui.followups.calls_pane import CallsPane, result_menu
from ui.followups.month_pane import MonthPane
from ui.followups.more_menu import more_menu
from ui.followups.panes import BirthdaysPane, EndsPane, QuotesPane
from ui.followups.side import Side
from ui.followups.snooze import popup, snooze_menu
from ui.runtime.given import given
from ui.runtime.ticker import Ticker
from ui.shell.page import Action, Page, Services
from ui.widgets.basics import label, row, scrolled
from ui.widgets.log_words import next_words
from ui.widgets.phrase_list import PhraseList
from ui.widgets.quick_log import QuickLog
from ui.widgets.reminder_dialog import edit_reminder

TOUCHED = ("reminder", "customer", "contact", "activity", "quote", "calling")
SIDE, FACTS = 336, 288
ENDS_SHOWN = 10
MORE = 50


class TodayPage(Page):
    """What to do today, worked through without leaving the page."""

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._found: Agenda | None = None
        self._limits = {"overdue": 20, "today": 60, "next": 8}
        self._narrow = False
        self._day: date | None = None
        self.agenda = AgendaView()
        self.add = AddLine(
            N_("Add a reminder, such as “tomorrow morning call Shen Li”"),
            lambda text: next_words(understood(self.s.ws, text, self._now()), self._now()),
        )
        self.nothing = label(N_("Nothing is planned today."), "muted")
        self.nothing.setContentsMargins(20, 22, 20, 8)
        self.area = scrolled(self.nothing, self.agenda, self.add, None, top=4)
        self.quotes, self.calls = QuotesPane(), CallsPane()
        self.side = Side((self.quotes, self.calls), SIDE)
        self.month, self.birthdays, self.ends = MonthPane(), BirthdaysPane(), EndsPane()
        self.facts = Side((self.month, self.birthdays, self.ends), FACTS)
        self.setLayout(row(self.area, self.side, self.facts, gap=0, stretch=0))
        self.agenda.wanted.connect(self._do)
        self.agenda.moved.connect(self._follow)
        self.agenda.grown.connect(lambda: QTimer.singleShot(0, self._follow))
        self.add.kept.connect(self._add)
        self.add.escaped.connect(self.agenda.setFocus)
        self.calls.wanted.connect(self._call)
        self.month.wanted.connect(self._keep_target)
        self.month.left.connect(self.agenda.setFocus)
        for pane in (self.quotes, self.calls, self.birthdays, self.ends):
            pane.opened.connect(lambda kind, number: self.s.router.open(kind, number))
        self.phrases = PhraseList(self.add.edit, services.ws, services.actions)
        self.setFocusProxy(self.agenda)
        self._minute = Ticker(self, 60, self._tick)
        self._minute.start()

    def note(self) -> str:
        """The day and its name."""
        day = self.s.ws.clock.today()
        if language() == "zh_CN":
            return f"{day.month}月{day.day}日 {weekday(day, language())}"
        return f"{weekday(day, language())} {day.day} {day:%B}"

    def actions_list(self) -> Sequence[Action]:
        """The keys of the page."""
        want = self.agenda.want
        return (
            Action(N_("Move"), lambda: None, "↑↓"),
            Action(N_("Done"), lambda: want("done"), "Space"),
            Action(N_("Put off"), lambda: want("snooze"), "S"),
            Action(N_("Log call"), lambda: want("log"), "L"),
            Action(N_("Edit"), lambda: want("edit"), "E", hint=False),
            Action(N_("Repeat, skip, mark"), lambda: want("more"), "M", hint=False),
            Action(N_("Open"), lambda: want("open"), "Enter"),
            Action(N_("Add a reminder"), self.add.start, "N"),
            Action(N_("Calendar"), lambda: self.s.router.open("calendar"), "V", "calendar", bar=True, hint=False),
            Action(N_("Calls of the week"), self._to_calls, "C", hint=False),
            Action(N_("Target of the month"), self.month.start, "T", hint=False),
            Action(N_("Missed reminders"), lambda: self.s.router.open("missed"), "D", hint=False),
        )

    def status(self) -> Sequence[str]:
        """How many customers the book has."""
        count = queries.count(self.s.ws, "customer")
        return (_("Saved"), ngettext("{count} customer", "{count} customers", count).format(count=f"{count:,}"))

    def subject(self) -> tuple[str, int] | None:
        """The customer of the line under the cursor."""
        item = self.agenda.current_item()
        return ("customer", item.customer) if item is not None and item.customer else None

    def open(self, number: int = 0, add: bool = False, **what: Any) -> None:
        """Show the day; ``add`` puts the cursor into the add line."""
        self.load()
        if add:
            self.add.start()
        else:
            self.agenda.setFocus()

    def load(self) -> None:
        """Read the day anew."""
        ws = self.s.ws
        self._day = ws.clock.today()
        self._found = agenda(
            ws, overdue=self._limits["overdue"], today=self._limits["today"], following=self._limits["next"]
        )
        self.agenda.show_agenda(self._found)
        self.nothing.setVisible(not self.agenda.lines.rows)
        self.quotes.show_quotes(quotes_to_watch(ws) if self.s.router.can_open("quote") else ())
        self.calls.show_calls(calls(ws), ws.setting(CALLS_DAYS))
        self.month.show_month(month_won(ws))
        lead = ws.setting(ENDS_LEAD)
        self.s.jobs.run(
            lambda _progress, _cancelled: (birthdays(ws), ends(ws, lead, ENDS_SHOWN, beyond=True)), done=self._dates
        )
        self._show_side()
        self.noted.emit()

    def _dates(self, found: Any) -> None:
        self.birthdays.show_birthdays(found[0], self.s.ws.clock.today())
        self.ends.show_ends(found[1], self.s.ws.setting(ENDS_LEAD))
        self._show_side()

    def _show_side(self) -> None:
        for one in (self.side, self.facts):
            one.settle()

    def _keep_target(self, text: str) -> None:
        ws = self.s.ws
        try:
            target_of(text)
        except InvalidValue as error:
            self.month.refuse(error.sentence())
            return
        if self.s.actions.run(lambda: set_target(ws, text)) is not None:
            self.month.finish()

    def apply(self, changes: ChangeSet) -> None:
        """Read the day anew when something of it changed; rows that stay are replaced in place."""
        if changes.touches(*TOUCHED, "setting", "custom_field") and self._found is not None:
            self.load()

    def retranslate(self) -> None:
        """Say the rows in the other language."""
        if self._found is not None:
            self.load()

    def narrow(self, on: bool) -> None:
        """A narrow window has one side pane, and a narrower one."""
        if on != self._narrow:
            self._narrow = on
            self.side.widen(280 if on else SIDE)
            self.facts.move_to(self.side if on else None)
            self._show_side()

    def close_over(self) -> bool:
        """Close what is open under an item, or the target's field."""
        if self.month.escape():
            return True
        if self.agenda.widget is not None:
            self._close()
            return True
        return False

    def _now(self) -> datetime:
        return self.s.ws.clock.now_wall()

    def _tick(self) -> None:
        """The day may have changed."""
        if self._day is not None and self._day != self.s.ws.clock.today():
            self.load()
            self.titled.emit()

    def _follow(self) -> None:
        """Keep the row of the cursor in sight."""
        rect = self.agenda.visualRect(self.agenda.currentIndex())
        if rect.isValid():
            at = self.agenda.mapTo(given(self.area.widget()), rect.center())
            self.area.ensureVisible(0, at.y(), 0, rect.height())

    def _add(self, text: str) -> None:
        ws, now = self.s.ws, self._now()
        added = self.s.actions.run(lambda: commands.add_reminder(ws, text, now=now))
        if added is not None:
            self.load()
            self.add.finish()
            self.agenda.go(("reminder", added.reminder))

    def _do(self, action: str, item: Item | None) -> None:
        if action in ("more_overdue", "more_today", "more_next"):
            self._limits[action.removeprefix("more_")] += MORE
            self.load()
        elif action == "tomorrow":
            self._all_tomorrow()
        elif item is not None:
            self.agenda.go(item.key)
            getattr(self, f"_{action}")(item)

    def _done(self, item: Item) -> None:
        if item.done is not None:
            self._reopen(item)
            return
        ws = self.s.ws
        if item.source == "reminder":
            ok = self.s.actions.run(lambda: commands.done(ws, item.id))
        else:
            ok = self.s.actions.run(lambda: commands.date_done(ws, item.id))
        if ok is None:
            return
        self.load()
        key = item.key
        if item.source == "customer":
            # The date has become a reminder that is done.
            key = ("reminder", ok.created["reminder"][0])
            self.agenda.go(key)
        if item.about is not None:
            self._ask_next(key, item)

    def _ask_next(self, key: tuple[str, int], item: Item) -> None:
        """After a tick: what is next with the same customer? It may be left empty."""
        about = item.about
        entry = AddLine(
            N_("Next? Such as “next Wed call back”; Esc: nothing"),
            lambda text: next_words(understood(self.s.ws, text, self._now()), self._now()),
            indent=True,
        )
        ws = self.s.ws

        def keep(text: str) -> None:
            self._close()
            self.s.actions.run(lambda: commands.add_reminder(ws, text, about=about))

        PhraseList(entry.edit, ws, self.s.actions)
        entry.kept.connect(keep)
        entry.escaped.connect(self._close)
        self.agenda.open_under(key, entry)
        entry.start()

    def _reopen(self, item: Item) -> None:
        self._close()
        self.s.actions.run(lambda: commands.reopen(self.s.ws, item.id))

    def _snooze(self, item: Item) -> None:
        def choose(until: Snooze | datetime | date) -> None:
            ws = self.s.ws
            command = commands.snooze if item.source == "reminder" else commands.date_snooze
            self.s.actions.run(lambda: command(ws, item.id, until))

        menu = snooze_menu(self, self._now(), choose, item.due)
        popup(menu, self.agenda.point_of(item.key))

    def _more(self, item: Item) -> None:
        if item.source == "reminder":
            popup(more_menu(self, self.s, item), self.agenda.point_of(item.key))

    def _edit(self, item: Item) -> None:
        if item.source == "reminder":
            edit_reminder(self, self.s.ws, self.s.actions, item.id)
        else:
            # A mere date stands on the customer's own card.
            self._open(item)

    def _to_calls(self) -> None:
        """To the first call that is open."""
        open_now = [one for one in self.calls.lines if one.call.done is None] or self.calls.lines
        if open_now:
            open_now[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _call(self, call: Call, beside: QWidget) -> None:
        menu = result_menu(self, self.s, call)
        popup(menu, beside.mapToGlobal(beside.rect().bottomLeft()))

    def _all_tomorrow(self) -> None:
        if self._found is None:
            return
        tomorrow = self.s.ws.clock.today() + timedelta(days=1)
        ws = self.s.ws
        self.s.actions.run(lambda: triage.all_overdue_to(ws, tomorrow))

    def _log(self, item: Item) -> None:
        if item.customer is None:
            return
        box = QuickLog(self.s.ws, self.s.actions)
        box.set_customer(item.customer)
        holder = QWidget()
        layout = QVBoxLayout(holder)
        layout.setContentsMargins(20, 8, 14, 8)
        layout.addWidget(box)
        box.escaped.connect(self._close)
        box.logged.connect(lambda _activity: self._close())
        box.resized.connect(self.agenda.fit_widget)
        box.line.textChanged.connect(self.agenda.fit_widget)
        self.agenda.open_under(item.key, holder)
        box.focus("call" if item.kind == "note" else item.kind)

    def _close(self) -> None:
        self.agenda.close_widget()
        self.agenda.setFocus()

    def _open(self, item: Item) -> None:
        about = item.about
        if about is not None and self.s.router.can_open(about[0]):
            self.s.router.open(*about)
        elif item.customer is not None:
            self.s.router.open("customer", item.customer)
