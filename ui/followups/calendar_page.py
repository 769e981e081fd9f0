"""The calendar: reminders of a month or a week, moved by dragging or by keys."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QResizeEvent

from app.followups import commands, month
from app.followups.month import WEEK, Entry
from app.followups.queries import understood
from app.records.workspace import ChangeSet
from app.shared.date_words import show_day
from app.shared.i18n import N_, _, language
from ui.followups.calendar_grid import CalendarGrid
from ui.followups.more_menu import more_menu
from ui.followups.snooze import popup
from ui.shell.page import Action, Page, Services
from ui.widgets.ask_line import AskLine
from ui.widgets.basics import column, label, row
from ui.widgets.buttons import Choices, button
from ui.widgets.log_words import next_words
from ui.widgets.reminder_dialog import edit_reminder

TOUCHED = ("reminder", "customer", "contact", "quote")
MOST = 40


class CalendarPage(Page):
    """One grid, for the month or the week of the cursor's day."""

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self.mode = "month"
        self.grid = CalendarGrid()
        self.name = label("", font="title", raw=True)
        self.modes = Choices([("month", N_("Month")), ("week", N_("Week"))], small=True, name=N_("Month or week"))
        self.modes.choose(self.mode)
        self.modes.chosen.connect(self.show_mode)
        before = button("", "chevron-left", "plain", small=True, name=N_("Earlier"), on=lambda: self.turn(-1))
        after = button("", "chevron-right", "plain", small=True, name=N_("Later"), on=lambda: self.turn(1))
        now = button(N_("Today"), small=True, on=self.to_today)
        head = row(before, after, self.name, None, now, self.modes, gap=6, margins=(12, 8, 16, 8))
        lay = column(head)
        lay.addWidget(self.grid, 1)
        self.setLayout(lay)
        self.setFocusProxy(self.grid)
        self.grid.moved.connect(self._move)
        self.grid.refused.connect(self._stays)
        self.grid.opened.connect(self._open)
        self.grid.ticked.connect(self._tick)
        self.grid.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.grid.customContextMenuRequested.connect(self._menu_at)
        self.grid.wandered.connect(lambda _day: self.load())
        self.grid.turned.connect(self.noted.emit)
        self._fit = QTimer(self, singleShot=True, interval=60)
        self._fit.timeout.connect(self._loaded)
        self._most = 0

    def actions_list(self) -> Sequence[Action]:
        """The keys of the calendar."""
        shift = self.grid.shift
        return (
            Action(N_("Move"), lambda: None, "↑↓"),
            Action(N_("Done"), lambda: None, "Space"),
            Action(N_("A day earlier"), lambda: shift(-1), "Alt+Left"),
            Action(N_("A day later"), lambda: shift(1), "Alt+Right"),
            Action(N_("A week earlier"), lambda: shift(-WEEK), "Alt+Up", hint=False),
            Action(N_("A week later"), lambda: shift(WEEK), "Alt+Down", hint=False),
            Action(N_("Open"), lambda: None, "Enter"),
            Action(N_("Edit"), self.edit, "E", hint=False),
            Action(N_("Repeat, skip, mark"), self.more, "M", hint=False),
            Action(N_("Add a reminder"), self.add, "N"),
            Action(N_("Month or week"), self.other_mode, "W", hint=False),
            Action(N_("Earlier"), lambda: self.turn(-1), "PgUp", hint=False),
            Action(N_("Later"), lambda: self.turn(1), "PgDown", hint=False),
            Action(N_("Today"), self.to_today, "T", hint=False),
            Action(N_("The day's list"), lambda: self.s.router.open("today"), "V", "calendar-check", bar=True),
        )

    def status(self) -> Sequence[str]:
        """Where the cursor is."""
        return (self.grid.sentence(),) if self.grid.days else ()

    def open(self, number: int = 0, **what: Any) -> None:
        """Show the month of today at first, later where one was."""
        if self.grid.day == date.min:
            self.grid.day = self.s.ws.clock.today()
        self.load()
        self.grid.setFocus()

    def load(self, held: int = 0) -> None:
        """Read the days that are shown."""
        ws, at = self.s.ws, self.grid.day
        if self.mode == "month":
            first, weeks = month.weeks_of(at)
        else:
            first, weeks = at - timedelta(days=at.weekday()), 1
        self._most = MOST if weeks == 1 else max(3, min(MOST, self.grid.height() // weeks // 18))
        days = month.days(ws, first, WEEK * weeks, self._most)
        self.name.setText(self._said(first, at))
        self.grid.show_days(days, ws.clock.today(), at.month if weeks > 1 else 0, at, held)
        self.noted.emit()

    def _said(self, first: date, at: date) -> str:
        if self.mode == "month":
            return f"{at.year}年{at.month}月" if language() == "zh_CN" else f"{at:%B} {at.year}"
        far = date.min.replace(year=first.year)
        return _("{first} to {last}").format(
            first=show_day(first, far, language()), last=show_day(first + timedelta(days=6), far, language())
        )

    def apply(self, changes: ChangeSet) -> None:
        """Read again when something of it changed."""
        if changes.touches(*TOUCHED) and self.isVisible():
            entry = self.grid.current()
            self.load(entry.item.id if entry else 0)

    def retranslate(self) -> None:
        """Say it in the other language."""
        if self.isVisible():
            self.load()

    def show_mode(self, mode: str) -> None:
        """Show the month or the week of the cursor's day."""
        self.mode = mode
        self.modes.choose(mode)
        self.load()
        self.grid.setFocus()

    def other_mode(self) -> None:
        """From month to week and back."""
        self.show_mode("week" if self.mode == "month" else "month")

    def turn(self, way: int) -> None:
        """The month or week before or after."""
        day = self.grid.day
        if self.mode == "week":
            day += timedelta(days=WEEK * way)
        else:
            edge = day.replace(day=1) + timedelta(days=32 if way > 0 else -1)
            last = (edge.replace(day=1) + timedelta(days=32)).replace(day=1) - timedelta(days=1)
            day = edge.replace(day=min(day.day, last.day))
        self.grid.day = day
        self.load()

    def to_today(self) -> None:
        """Back to today."""
        self.grid.day = self.s.ws.clock.today()
        self.load()

    def add(self) -> None:
        """Add a reminder on the cursor's day, at the hour that the sentence says."""
        ws, day = self.s.ws, self.grid.day
        now = ws.clock.now_wall()
        dawn = max(now, datetime.combine(day, time()))

        def when(text: str) -> datetime | date | None:
            found = understood(ws, text, now)
            if found.every:
                # It begins on the cursor's day, unless that is over.
                found = understood(ws, text, dawn)
                return found.when.date() if found.all_day else found.when
            if found.when.date() != now.date():
                return None
            return day if found.all_day else datetime.combine(day, found.when.time())

        def read(text: str) -> str:
            found, at = understood(ws, text, now), when(text)
            if at is None or found.every:
                return next_words(understood(ws, text, dawn) if found.every else found, now)
            said = show_day(day, now.date(), language())
            return f"{said} {at:%H:%M}" if isinstance(at, datetime) else said

        hint = N_("Such as “3pm call Shen Li”")
        text = AskLine(self, N_("Add a reminder"), N_("Add"), hint=hint, read=read).ask()
        if text:
            self.s.actions.run(lambda: commands.add_reminder(ws, text, when=when(text)))

    def edit(self) -> None:
        """Open the form of the reminder under the cursor."""
        entry = self.grid.current()
        if entry is not None and entry.item.source == "reminder":
            edit_reminder(self, self.s.ws, self.s.actions, entry.item.id)

    def _menu_at(self, at: QPoint) -> None:
        self.grid.point(at)
        self.more(at)

    def more(self, at: QPoint | None = None) -> None:
        """The menu of the reminder under the cursor."""
        entry = self.grid.current()
        if entry is not None and entry.item.source == "reminder":
            popup(more_menu(self, self.s, entry.item), self.grid.mapToGlobal(at or self.grid.rect().center()))

    def _move(self, number: int, days: int) -> None:
        ws = self.s.ws
        if self.s.actions.run(lambda: month.move(ws, number, days)) is not None:
            self.grid.day += timedelta(days=days)
            self.load(number)

    def _tick(self, entry: Entry) -> None:
        ws, item = self.s.ws, entry.item
        if entry.coming:
            self._stays(entry)
        else:
            self.s.actions.run(lambda: (commands.reopen if item.done else commands.done)(ws, item.id))

    def _stays(self, entry: Entry) -> None:
        """Say why a reminder is neither moved nor ticked."""
        if entry.coming:
            day = show_day(entry.item.due.date(), self.s.ws.clock.today(), language())
            said = _("This one is only foreseen. The next of the series, {day}, can be moved and ticked off.")
            self.s.messages.toast(said.format(day=day))
        else:
            self.s.messages.toast(_("It is done. Take that back with Space to move it."))

    def _open(self, entry: Entry) -> None:
        item = entry.item
        if item.about is not None and self.s.router.can_open(item.about[0]):
            self.s.router.open(*item.about)
        elif item.customer is not None:
            self.s.router.open("customer", item.customer)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.grid.days:
            self._fit.start()

    def _loaded(self) -> None:
        if self.grid.fits > self._most and self.mode == "month":
            self.load()
