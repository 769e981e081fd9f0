"""The list of customers: views, filter, table with ticks, and the pane beside it."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QStackedWidget, QWidget

from app.customers import commands
from app.customers import queries as customers
from app.followups.commands import add_reminder, add_reminders
from app.followups.queries import next_times
from app.records import commands as records
from app.records import queries
from app.records.queries import Condition
from app.records.record import Record
from app.records.values import show
from app.shared.i18n import N_, ngettext
from app.shared.settings import Setting
from ui.customers.asking import ask_reminder, new_quote
from ui.customers.bulk import BulkBar
from ui.customers.columns import CONTACT, columns
from ui.customers.filters import FilterBar
from ui.customers.preview import WIDTH, Preview
from ui.runtime.application import translator
from ui.shell.page import Action, Page, Services
from ui.widgets.ask_line import AskLine
from ui.widgets.basics import EmptyState, column, line, row, split
from ui.widgets.buttons import Choices, button
from ui.widgets.record_table import RecordTable

FIRST = 128
MANY = 2_000
PREVIEW = Setting("customers.preview", True)
PREVIEW_WIDTH = Setting("customers.preview_width", WIDTH)


class CustomersPage(Page):
    """All customers, as many as there are."""

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        ws = services.ws
        self._view = customers.VIEWS[0]
        self._order: tuple[tuple[str, bool], ...] = tuple(customers.DEFAULT_ORDER)
        self._token = 0
        self._loaded = False
        self._narrow = False
        self._total = -1
        self.tabs = Choices([(view.code, view.label) for view in customers.VIEWS], tabs=True, name=N_("Views"))
        self.filters = FilterBar(ws)
        self.columns = button("", "columns-3", "plain", name=N_("Choose columns"), on=self._choose_columns)
        self.filters.right.addWidget(self.columns)
        self.table = RecordTable(
            N_("Customers"),
            columns(ws),
            self._fetch,
            lambda field, value: show(field, value, currency=ws.currency, today=ws.clock.today()),
            settings=services.settings,
            key="customers",
            ticks=True,
            today=ws.clock.today,
        )
        self.table.set_sorted("next_follow_up_on", False)
        self.bulk = BulkBar()
        self.empty = EmptyState(
            N_("There are no customers yet. Bring in an old sheet, or add the first one."),
            N_("Import a sheet") if services.router.can_open("import") else "",
            lambda: services.router.open("import"),
            N_("Add a customer"),
            self._new,
        )
        self.nothing = EmptyState(
            N_("No customer fits this filter."), "", None, N_("Clear the filter"), self.filters.clear
        )
        self.stack = QStackedWidget()
        for part in (self.table, self.nothing, self.empty):
            self.stack.addWidget(part)
        can_quote = services.router.can_open("quote")
        self.preview = Preview(
            services,
            log=self._log,
            quote=self._quote if can_quote else None,
            remind=self._remind,
            go=self._open_current,
        )
        self._can_quote = can_quote
        self.head = QWidget()
        self.head.setLayout(column(row(self.tabs, None, margins=(16, 6, 16, 0)), line(), self.filters, line()))
        left = QWidget()
        lay = column(self.head)
        lay.addWidget(self.stack, 1)
        lay.addWidget(self.bulk)
        left.setLayout(lay)
        self.splitter = split(left, self.preview, stretch=0)
        self.splitter.setSizes([2000, services.settings.get(PREVIEW_WIDTH)])
        self.splitter.splitterMoved.connect(lambda *_: self._keep_width())
        self.overlay = QFrame(self)
        self.overlay.setProperty("pane", "popup")
        self.overlay.setLayout(column())
        self.overlay.hide()
        self.setLayout(column(self.splitter))
        self.preview.setVisible(services.settings.get(PREVIEW))
        self.setFocusProxy(self.table)
        self.tabs.chosen.connect(self._choose_view)
        self.filters.changed.connect(self.load)
        self.filters.box.downwards.connect(self.table.setFocus)
        self.table.opened.connect(self._open)
        self.table.moved.connect(self._moved)
        self.table.ticks_changed.connect(self._ticked)
        self.table.sorted_by.connect(self._sort)
        self.table.verticalScrollBar().valueChanged.connect(lambda _value: self.noted.emit())
        self.bulk.wanted.connect(self._bulk)
        self.preview.log.escaped.connect(self.table.setFocus)
        self.preview.log.logged.connect(lambda _activity: self.table.setFocus())
        translator().changed.connect(lambda _language: self._count())

    def _fetch(self, numbers: Sequence[int]) -> list[Record]:
        ws = self.s.ws
        following = next_times(ws, numbers)
        return [
            replace(one, values={**one.values, "following": following.get(one.id)})
            for one in customers.list_rows(ws, numbers)
        ]

    # What the shell asks for

    def actions_list(self) -> Sequence[Action]:
        """The keys of the list."""
        views = [
            Action(view.label, lambda code=view.code: self._choose_view(code), str(number), hint=False)
            for number, view in enumerate(customers.VIEWS, 1)
        ]
        return (
            Action(N_("Move"), lambda: None, "↑↓"),
            Action(N_("Open"), self._open_current, "Enter"),
            Action(N_("Tick"), lambda: None, "Space"),
            Action(N_("Log call"), self._log, "L"),
            Action(N_("Add a reminder"), self._remind, "F"),
            *([Action(N_("New quote"), self._quote, "Q", hint=False)] if self._can_quote else []),
            Action(N_("Preview"), self._turn_preview, "Ctrl+\\"),
            Action(N_("Delete"), lambda: self._bulk("delete", ""), "Del", hint=False),
            *views,
        )

    def status(self) -> Sequence[str]:
        """Which rows are in sight, and how many fit."""
        count = len(self.table.records.ids)
        if not count:
            return ()
        first = max(0, self.table.rowAt(0))
        last = self.table.rowAt(self.table.viewport().height() - 1)
        last = count - 1 if last < 0 else last
        return (f"{first + 1:,}–{last + 1:,} / {count:,}",)

    def subject(self) -> tuple[str, int] | None:
        """The customer under the cursor."""
        return ("customer", number) if (number := self.table.current_id()) else None

    def open(self, number: int = 0, view: str = "", **what: Any) -> None:
        """Show the list; ``view`` chooses one of the views."""
        if view and view != self._view.code:
            self.tabs.choose(view)
            self._view = next(one for one in customers.VIEWS if one.code == view)
            self._loaded = False
        if not self._loaded:
            self.load()
        self.table.setFocus()

    def apply(self, changes: Any) -> None:
        """Refresh the rows that changed; read the ids anew when rows came, went or may stand elsewhere."""
        if not self._loaded:
            return
        if changes.touches("customer"):
            self.table.apply(changes, "customer")
            self.load(keep=True)
        if changes.touches("contact", "reminder"):
            self.table.records.refresh(self._concerned(changes))
        if changes.touches("customer", "contact", "reminder", "activity", "quote"):
            self.preview.show_customer(self.table.current_id())

    def _concerned(self, changes: Any) -> set[int]:
        """The customers whose contacts or reminders changed; all in sight when a row is gone."""
        if changes.deleted.get("contact") or changes.deleted.get("reminder"):
            return set(self.table.records.ids)
        found: set[int] = set()
        for kind, field in (("contact", "customer"), ("reminder", "about_id")):
            numbers = (*changes.created.get(kind, ()), *changes.updated.get(kind, ()))
            found |= {one[field] for one in queries.rows(self.s.ws, kind, numbers, (field,)) if one[field]}
        return found

    def retranslate(self) -> None:
        """Say the computed words in the other language."""
        self.preview.show_customer(self.preview.customer)

    def narrow(self, on: bool) -> None:
        """In a narrow window the preview lies over the list."""
        if on == self._narrow:
            return
        self._narrow = on
        if on:
            self.overlay.layout().addWidget(self.preview)
            self.preview.show()
            self.overlay.hide()
        else:
            self.overlay.hide()
            self.splitter.addWidget(self.preview)
            self.preview.setVisible(self.s.settings.get(PREVIEW))
            self.splitter.setSizes([2000, self.s.settings.get(PREVIEW_WIDTH)])

    def escape(self) -> bool:
        """Close the overlay, untick, clear the filter: one after the other."""
        if self.overlay.isVisible():
            self.overlay.hide()
            self.table.setFocus()
        elif self.table.records.ticked:
            self.table.untick()
        elif self.filters.active:
            self.filters.clear()
        else:
            return False
        return True

    def focus_filter(self) -> bool:
        """Ctrl+F or /."""
        self.filters.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filters.box.selectAll()
        return True

    # Reading

    def load(self, *, keep: bool = False) -> None:
        """Read the ids: the first screen at once, all of them in a job; ``keep`` leaves the list as it is meanwhile."""
        ws = self.s.ws
        self._loaded = True
        self._token += 1
        token = self._token
        where: tuple[Condition, ...] = (*self._view.where, *self.filters.where())
        order, text = self._order, self.filters.text()
        if not (keep and len(self.table.records.ids) > FIRST):
            first = queries.ids(ws, "customer", where, order, text, limit=FIRST)
            self._show(first, whole=len(first) < FIRST)
            if len(first) < FIRST:
                self._count()
                return

        def read(_progress: object, _cancelled: object) -> tuple[int, array[int]]:
            return token, queries.ids(ws, "customer", where, order, text)

        self.s.jobs.run(read, done=self._arrived)
        self._count()

    def _arrived(self, found: tuple[int, array[int]]) -> None:
        token, numbers = found
        if token == self._token:
            self._show(numbers, whole=True)

    def _show(self, numbers: array[int], *, whole: bool) -> None:
        self.table.set_ids(numbers)
        if whole and self.table.records.ticked:
            self.table.records.ticked &= set(numbers)
            self._ticked(len(self.table.records.ticked))
        filtered = self.filters.active or bool(self._view.where)
        empty = not len(numbers)
        self.stack.setCurrentWidget(self.table if not empty else self.nothing if filtered else self.empty)
        self.head.setVisible(not empty or filtered)
        if not self._narrow:
            self.preview.setVisible(self.s.settings.get(PREVIEW) and (not empty or filtered))
        self.noted.emit()

    def _count(self) -> None:
        ws = self.s.ws
        self.s.jobs.run(lambda _progress, _cancelled: customers.view_counts(ws), done=self._counted)

    def _counted(self, counts: dict[str, int]) -> None:
        for code, count in counts.items():
            self.tabs.count(code, count)

    # What one does

    def _choose_view(self, code: str) -> None:
        self._view = next(one for one in customers.VIEWS if one.code == code)
        self.tabs.choose(code)
        self.table.untick()
        self.load()

    def _sort(self, field: str, descending: bool) -> None:
        if field == CONTACT.name:
            self.table.set_sorted(*self._order[0])
            return
        self._order = ((field, descending), *((("name", False),) if field != "name" else ()))
        self.load()

    def _choose_columns(self) -> None:
        menu = self.table.columns_menu()
        menu.popup(self.columns.mapToGlobal(self.columns.rect().bottomLeft()))

    def _moved(self, number: int) -> None:
        if not self.preview.log.line.hasFocus() or number != self.preview.customer:
            self.preview.show_customer(number)

    def _open(self, number: int) -> None:
        self.s.router.open("customer", number, among=self.table.records.ids)

    def _open_current(self) -> None:
        if number := self.table.current_id():
            self._open(number)

    def _show_preview(self) -> None:
        if self._narrow:
            width = min(WIDTH + 20, self.width() - 80)
            self.overlay.setGeometry(self.width() - width, 0, width, self.height())
            self.overlay.show()
            self.overlay.raise_()
        elif not self.preview.isVisible():
            self.preview.show()
            self.s.settings.set(PREVIEW, True)
        self.preview.show_customer(self.table.current_id())

    def _turn_preview(self) -> None:
        pane = self.overlay if self._narrow else self.preview
        if not pane.isVisible():
            self._show_preview()
            return
        pane.hide()
        if not self._narrow:
            self.s.settings.set(PREVIEW, False)
        self.table.setFocus()

    def _keep_width(self) -> None:
        if self.preview.isVisible() and not self._narrow:
            self.s.settings.set(PREVIEW_WIDTH, self.splitter.sizes()[1])

    def _log(self) -> None:
        if self.table.current_id():
            self._show_preview()
            self.preview.log.focus("call")

    def _quote(self) -> None:
        if number := self.table.current_id():
            new_quote(self.s, number)

    def _remind(self) -> None:
        numbers = self.table.ticked()
        if not numbers:
            return
        text = ask_reminder(self, self.s)
        if not text:
            return
        ws = self.s.ws
        if len(numbers) == 1:
            self.s.actions.run(lambda: add_reminder(ws, text, about=("customer", numbers[0])))
        else:
            self._run(numbers, lambda: add_reminders(ws, text, numbers))

    def _new(self) -> None:
        from ui.customers.new_customer import new_customer

        new_customer(self.s)

    def _ticked(self, count: int) -> None:
        self.bulk.show_count(count)

    def _bulk(self, action: str, value: str) -> None:
        numbers, ws = self.table.ticked(), self.s.ws
        if action == "cancel":
            self.table.untick()
        elif action == "remind":
            self._remind()
        elif action == "tags":
            text = AskLine(
                self, N_("Add tags"), N_("Add"), hint=N_("Separate several by commas; -tag takes one off")
            ).ask()
            words = [one.strip() for one in text.replace("，", ",").split(",") if one.strip()]
            if words:
                more = [one for one in words if not one.startswith("-")]
                less = [one[1:].strip() for one in words if one.startswith("-")]
                self._run(numbers, lambda: commands.change_tags(ws, numbers, more, less))
        elif numbers:
            command = {
                "level": lambda: commands.set_level(ws, numbers, value or None),
                "status": lambda: commands.set_status(ws, numbers, value),
                "release": lambda: commands.release(ws, numbers),
                "delete": lambda: records.delete(ws, "customer", numbers),
            }[action]
            self._run(numbers, command)

    def _run(self, numbers: Sequence[int], command: Callable[[], Any]) -> None:
        """Run a change of many: at once for some, in a job for thousands."""
        if len(numbers) <= MANY:
            self.s.actions.run(command)
            return
        title = ngettext("Changing {count} customer", "Changing {count} customers", len(numbers))
        self.s.jobs.run(
            lambda _progress, _cancelled: command(),
            done=self.s.actions.told,
            name=title.format(count=f"{len(numbers):,}"),
        )
