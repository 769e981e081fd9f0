"""The list of customers: views, filter, table with ticks, and the pane beside it."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from app.customers import queries as customers
from app.customers.views import counts
from app.records import queries
from app.records.queries import Order, Where
from app.records.values import show
from app.records.workspace import ChangeSet
from app.shared.i18n import N_
from ui.customers.asking import new_quote
from ui.customers.bulk import BulkBar
from ui.customers.bulk_work import BulkWork
from ui.customers.cells import editing
from ui.customers.columns import columns, concerned, fetch
from ui.customers.filters import FilterBar
from ui.customers.preview import Preview
from ui.customers.preview_place import PreviewPlace
from ui.customers.printing import print_list
from ui.customers.shown import Shown
from ui.customers.view_tabs import ViewTabs
from ui.runtime.application import translator
from ui.shell.editing import editing_keys
from ui.shell.exporting import EXPORT, EXPORT_KEY, Exporting
from ui.shell.page import Action, Page, Services
from ui.widgets.basics import EmptyState, ProgressStrip, column, line, stacked
from ui.widgets.buttons import button
from ui.widgets.layouts import layout_of
from ui.widgets.record_table import RecordTable
from ui.widgets.sort_menu import offer

FIRST = 128


class CustomersPage(Page):
    """All customers, as many as there are."""

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        ws = services.ws
        self._token = 0
        self._loaded = self._late = False
        self.filters = FilterBar(ws)
        self.views = ViewTabs(services, lambda: self.shown.look())
        self.tabs = self.views.tabs
        self.columns = button("", "columns-3", "plain", name=N_("Choose columns"), on=self._choose_columns)
        self.export = button("", "download", "plain", name=EXPORT, key=EXPORT_KEY, on=self._export)
        self.filters.right.addWidget(self.export)
        self.filters.right.addWidget(self.columns)
        self.table = RecordTable(
            N_("Customers"),
            columns(ws),
            lambda numbers: fetch(ws, numbers),
            lambda field, value: show(field, value, currency=ws.currency, today=ws.clock.today()),
            settings=services.settings,
            key="customers",
            ticks=True,
            today=ws.clock.today,
        )
        self.shown = Shown(ws, self.table, self.filters, self.views.view)
        self.editing = editing(self.table, services)
        self.bulk = BulkBar(self.s.ws)
        self.strip = ProgressStrip("Esc")
        layout_of(self.strip).setContentsMargins(16, 6, 12, 6)
        self.strip.bar.setMinimumWidth(180)
        self.work = BulkWork(self, services, self.strip)
        self.exporting = Exporting(self, services, self.work.follow)
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
        self.stack = stacked(self.table, self.nothing, self.empty)
        can_quote = services.router.can_open("quote")
        self.preview = Preview(
            services,
            log=self._log,
            quote=self._quote if can_quote else None,
            remind=lambda: self.work.remind([self.preview.customer]),
            go=self._open_current,
        )
        self._can_quote = can_quote
        self.head = QWidget()
        self.head.setLayout(column(self.views, line(), self.filters, line()))
        left = QWidget()
        left.setLayout(column(self.head, self.stack, self.strip, self.bulk, stretch=1))
        self.place = PreviewPlace(self, left, self.preview, self.table, services.settings)
        self.splitter, self.overlay = self.place.splitter, self.place.overlay
        self.setLayout(column(self.splitter))
        self.setFocusProxy(self.table)
        self.views.chosen.connect(self._choose_view)
        self.views.kept.connect(lambda: self.filters.clear(quiet=True))
        self.filters.changed.connect(self.load)
        self.filters.offers.connect(self.acted.emit)
        self.filters.box.downwards.connect(self._down)
        self.table.opened.connect(self._open)
        self.table.moved.connect(self._moved)
        self.table.ticks_changed.connect(self._ticked)
        self.editing.changed.connect(self._edited)
        self.table.several = True
        self.shown.reordered.connect(self.load)
        self.shown.differs.connect(self._differs)
        self.table.verticalScrollBar().valueChanged.connect(lambda _value: self.noted.emit())
        self.bulk.wanted.connect(self._bulk)
        self.preview.log.escaped.connect(self.table.setFocus)
        self.preview.log.logged.connect(lambda _activity: self.table.setFocus())
        translator().changed.connect(lambda _language: self._count())

    # What the shell asks for

    def actions_list(self) -> Sequence[Action]:
        """The keys of the list; without customers there is nothing but to make one."""
        if self.stack.currentWidget() is self.empty:
            return (Action(N_("New customer"), self._new, "N", icon="user-plus"),)
        if self.editing.active:
            return editing_keys(self.editing.stop)
        take = [Action(N_("Take as a condition"), self.filters.take, "Tab")] if self.filters.offered.where else []
        return (
            *take,
            Action(N_("Move"), lambda: None, "↑↓"),
            Action(N_("Open"), self._open_current, "Enter"),
            Action(N_("Tick"), self.table.tick_current, "Space"),
            Action(N_("Tick several"), lambda: None, "Shift+↑↓", hint=False),
            Action(N_("Choose a cell"), lambda: None, "←→", hint=False),
            Action(N_("Edit the cell"), self.editing.start, "F2"),
            Action(N_("Log call"), self._log, "L"),
            Action(N_("Add a reminder"), self._remind, "F"),
            Action(N_("New customer"), self._new, "N", hint=False),
            *([Action(N_("New quote"), self._quote, "Q", hint=False)] if self._can_quote else []),
            Action(N_("Preview"), self._turn_preview, "Ctrl+\\"),
            Action(N_("Select all in view"), self.table.tick_all, "Ctrl+A", hint=False),
            Action(N_("Sort by…"), lambda: offer(self.table), "S", hint=False),
            Action(N_("Merge"), lambda: self._bulk("merge", ""), "M", hint=False),
            Action(N_("Likely doubles"), lambda: self.s.router.open("duplicates"), "D", hint=False),
            Action(EXPORT, self._export, EXPORT_KEY, icon="download", hint=False),
            Action(N_("Print the list…"), self._print, "Ctrl+P", icon="printer", hint=False),
            Action(N_("Delete"), lambda: self._bulk("delete", ""), "Del", hint=False),
            Action(N_("Add a condition"), self.filters.add.click, "C", icon="plus", hint=False),
            Action(N_("Choose columns"), self._choose_columns, icon="columns-3", hint=False),
            *self.views.keys(self._choose_view),
        )

    def status(self) -> Sequence[str]:
        """Which rows are in sight, and how many fit."""
        count = len(self.table.records.ids)
        if not count:
            return ()
        first = max(0, self.table.rowAt(0))
        last = self.table.rowAt(self.table.viewport().height() - 1)
        last = count - 1 if last < 0 else last
        return (f"{first + 1:,}–{last + 1:,} / {count:,}" + ("+" if self.table.partial else ""),)

    def subject(self) -> tuple[str, int] | None:
        """The customer under the cursor."""
        return ("customer", number) if (number := self.table.current_id()) else None

    def open(self, number: int = 0, view: str = "", new: str = "", **what: Any) -> None:
        """Show the list; ``view`` chooses one of the views, ``new`` asks for a customer with that phone number."""
        if view and view != self.views.view.code and self.views.choose(view):
            self.shown.choose(self.views.view)
            self._loaded = False
        if not self._loaded:
            self.load()
        self.table.setFocus()
        if new:
            # The list is drawn before the dialog covers it.
            QTimer.singleShot(0, self, lambda: self._new(new))

    def apply(self, changes: ChangeSet) -> None:
        """Refresh the rows that changed; read the ids anew when rows came, went or may stand elsewhere."""
        if not self._loaded:
            return
        if changes.touches("setting", "custom_field"):
            if self.views.reload():
                self._choose_view(self.views.view.code)
            self.acted.emit()
            self._count()
        if changes.touches("customer"):
            self.table.apply(changes, "customer")
            self._late = self.editing.active
            if not self._late:
                self.load(keep=True)
        if changes.touches("contact", "reminder"):
            self.table.records.refresh(concerned(self.s.ws, changes, self.table.records.ids))
        if changes.touches("customer", "contact", "reminder", "activity", "quote"):
            self.preview.show_customer(self.table.current_id())

    def retranslate(self) -> None:
        """Say the computed words in the other language."""
        self.preview.show_customer(self.preview.customer)

    def narrow(self, on: bool) -> None:
        """In a narrow window the preview lies over the list."""
        self.place.narrow(on)

    def close_over(self) -> bool:
        return self.place.close()

    def escape(self) -> bool:
        """Take the cell cursor away, untick, clear the filter: one after the other."""
        if self.table.hide_cell():
            pass
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

    def _down(self) -> None:
        """From the filter box into the list; where no name fits, what is typed is taken as the conditions it may mean."""
        if self.table.records.ids or not self.filters.take():
            self.table.setFocus()

    # Reading

    def load(self, *, keep: bool = False) -> None:
        """Read the ids: the first screen at once, all of them in a job; ``keep`` leaves the list as it is meanwhile."""
        ws = self.s.ws
        self._loaded = True
        self._token += 1
        token = self._token
        where, text, order = self.filtered()
        self._differs()
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

    def _print(self) -> None:
        print_list(self.s, self.table, self.shown)

    def filtered(self) -> tuple[tuple[Where, ...], str, Order]:
        """What the list shows: the view's conditions and those of the filter line, the text, the order."""
        look = self.shown.look()
        return look.where, look.text, look.order

    def _arrived(self, found: tuple[int, array[int]]) -> None:
        token, numbers = found
        if token == self._token and not self.editing.active:
            self._show(numbers, whole=True)
        elif self.editing.active:
            self._late = True

    def _edited(self) -> None:
        """Editing of cells began or ended: what is sorted otherwise by it goes to its place now."""
        if not self.editing.active and self._late:
            self._late = False
            self.load(keep=True)
        self.acted.emit()

    def leave(self) -> None:
        """Save the cell being edited."""
        if refused := self.editing.leave():
            self.s.messages.toast(refused)

    def _show(self, numbers: array[int], *, whole: bool) -> None:
        self.table.set_ids(numbers, whole=whole)
        filtered = self.filters.active or self.views.view is not customers.VIEWS[0]
        empty = not len(numbers)
        shown = self.table if not empty else self.nothing if filtered else self.empty
        if shown is not self.stack.currentWidget():
            self.stack.setCurrentWidget(shown)
            self.acted.emit()
        self.head.setVisible(not empty or filtered)
        self.place.rows(not empty or filtered)
        self.noted.emit()

    def _count(self) -> None:
        ws = self.s.ws
        self.s.jobs.run(lambda *_job: customers.view_counts(ws) | counts(ws), done=self._counted)

    def _counted(self, held: dict[str, int]) -> None:
        for code, count in held.items():
            if code in self.tabs.buttons:
                self.tabs.count(code, count)

    # What one does

    def _choose_view(self, code: str) -> None:
        self.views.choose(code)
        self.shown.choose(self.views.view)
        self.table.untick()
        self.load()

    def _differs(self) -> None:
        """Offer to keep what is shown while it is not what the view says."""
        if self.views.offer(self.shown.changed):
            self.acted.emit()

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
        self.place.show()
        self.preview.show_customer(self.table.current_id())

    def _turn_preview(self) -> None:
        if not self.place.turn():
            self._show_preview()

    def _log(self) -> None:
        if self.table.current_id():
            self._show_preview()
            self.preview.log.focus("call")

    def _quote(self) -> None:
        if number := self.table.current_id():
            new_quote(self.s, number)

    def _remind(self) -> None:
        if numbers := self.table.ticked():
            self.work.remind(numbers)

    def _new(self, phone: str = "") -> None:
        from ui.customers.new_customer import new_customer

        new_customer(self.s, phone)

    def _ticked(self, count: int) -> None:
        self.bulk.show_count(count, whole=bool(count) and count == len(self.table.records.ids))

    def _bulk(self, action: str, value: str) -> None:
        if action == "cancel":
            self.table.untick()
        elif action == "export":
            self._export()
        else:
            self.work.do(action, value, self.table.ticked())

    def _export(self) -> None:
        """Write the ticked customers to a file, or all in view when none is ticked."""
        ws, look = self.s.ws, self.shown.look()
        self.exporting.list(
            "customer", self.table, lambda: queries.ids(ws, "customer", look.where, look.order, look.text)
        )
