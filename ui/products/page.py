"""The products: the list, and the one under the cursor as a form beside it."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QFrame, QWidget

from app.products import commands
from app.records import commands as records
from app.records import queries
from app.records.record import Record
from app.records.values import show
from app.records.workspace import ChangeSet
from app.shared.i18n import N_, _, ngettext
from app.shared.money import format_price
from app.shared.settings import Setting
from ui.products.pane import WIDTH, ProductPane
from ui.runtime.application import theme
from ui.shell.editing import editing_keys
from ui.shell.exporting import EXPORT, EXPORT_KEY, Exporting
from ui.shell.page import Action, Page, Services
from ui.widgets.basics import EmptyState, column, line, row, split, stacked
from ui.widgets.buttons import button
from ui.widgets.layouts import layout_of
from ui.widgets.line_edit import SearchEdit
from ui.widgets.record_edit import RecordEditing
from ui.widgets.record_model import Column
from ui.widgets.record_table import RecordTable

FIRST = 128
PANE = Setting("products.pane", True)


class ProductsPage(Page):
    """All products."""

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._order, self._text, self._token = ("name", False), "", 0
        self._narrow, self._saved, self._wanted, self._late = False, "", 0, False
        ws = services.ws
        self.filter = SearchEdit(N_("Filter"), N_("Filter: code, name, initials, specification"))
        self.filter.setFixedWidth(320)
        self.columns = button("", "columns-3", "plain", name=N_("Choose columns"), on=self._choose_columns)
        self.export = button("", "download", "plain", name=EXPORT, key=EXPORT_KEY, on=self.export_list)
        self.table = RecordTable(
            N_("Products"), self._columns(), self._fetch,
            lambda field, value: show(field, value, currency=ws.currency, today=ws.clock.today()),
            settings=services.settings, key="products", ticks=True,
        )  # fmt: skip
        self.editing = RecordEditing(
            self.table, services.actions, services.jobs, "product",
            write=lambda number, name, raw: commands.update_product(ws, number, {name: raw}),
        )  # fmt: skip
        self.table.set_sorted(*self._order)
        self.setFocusProxy(self.table)
        self.pane = ProductPane(services)
        self.empty = EmptyState(
            N_("There are no products yet. Bring in your price list, or add the first one."),
            N_("Add a product"), self.new,
            N_("Import a sheet") if services.router.can_open("import") else "",
            lambda: services.router.open("import"),
        )  # fmt: skip
        self.none = EmptyState(
            N_("No product fits this filter."), link=N_("Clear the filter"), on_link=self.filter.clear
        )
        self.stack = stacked(self.table, self.empty, self.none)
        self.head = QWidget()
        self.head.setLayout(column(row(self.filter, None, self.export, self.columns, margins=(16, 8, 16, 8)), line()))
        left = QWidget()
        left.setLayout(column(self.head, self.stack, stretch=1))
        self.split = split(left, self.pane)
        self.split.setSizes([2000, theme().px(WIDTH)])
        self.overlay = QFrame(self)
        self.overlay.setProperty("pane", "popup")
        self.overlay.setLayout(column())
        self.overlay.hide()
        self.setLayout(column(self.split))
        self.pane.setVisible(services.settings.get(PANE))
        self.filter.sought.connect(self._seek)
        self.filter.downwards.connect(self.table.setFocus)
        self.table.moved.connect(self.pane.show_product)
        self.table.opened.connect(self._edit)
        self.table.sorted_by.connect(self._sort)
        self.editing.changed.connect(self._edited)
        self.pane.closed.connect(self._turn_pane)
        self.pane.saved.connect(self._say_saved)
        self.pane.deleted.connect(lambda: self._delete([self.pane.number]))

    def actions_list(self) -> Sequence[Action]:
        if self.stack.currentWidget() is self.empty:
            return (Action(N_("New product"), self.new, "N"),)
        if self.editing.active:
            return editing_keys(self.editing.stop)
        return (
            Action(N_("Move"), lambda: None, "↑↓"),
            Action(N_("Edit"), lambda: self._edit(self.table.current_id()), "Enter"),
            Action(N_("Tick"), self.table.tick_current, "Space"),
            Action(N_("Tick several"), lambda: None, "Shift+↑↓", hint=False),
            Action(N_("Choose a cell"), lambda: None, "←→", hint=False),
            Action(N_("Edit the cell"), self.editing.start, "F2"),
            Action(N_("Select all in view"), self.table.tick_all, "Ctrl+A", hint=False),
            Action(N_("New product"), self.new, "N"),
            Action(N_("Details"), self._turn_pane, "Ctrl+\\"),
            Action(N_("Print the list…"), self.print, "Ctrl+P", icon="printer", hint=False),
            Action(EXPORT, self.export_list, EXPORT_KEY, icon="download", hint=False),
            Action(N_("Delete"), lambda: self._delete(self.table.ticked()), "Del"),
        )

    def status(self) -> Sequence[str]:
        count = len(self.table.records.ids)
        if not count:
            return ()
        said = ngettext("{count} product", "{count} products", count).format(count=f"{count:,}")
        return tuple(part for part in (self._saved, said) if part)

    def open(self, number: int = 0, **what: Any) -> None:
        """Show the list, with the cursor on a product."""
        self._wanted = number
        if number and self.filter.text():
            self.filter.clear()
            self._text = ""
        self.load()
        self.table.setFocus()

    def apply(self, changes: ChangeSet) -> None:
        if changes.touches("product"):
            self.table.apply(changes, "product")
            self._late = self.editing.active
            if not self._late:
                self.load()
            self.pane.show_product(self.table.current_id())

    def retranslate(self) -> None:
        self.table.records.reload()

    def narrow(self, on: bool) -> None:
        if on == self._narrow:
            return
        self._narrow = on
        self.overlay.hide()
        self.pane.close_button.setVisible(on)
        if on:
            layout_of(self.overlay).addWidget(self.pane)
            self.pane.show()
        else:
            self.split.addWidget(self.pane)
            self.pane.setVisible(self.s.settings.get(PANE))
            self.split.setSizes([2000, theme().px(WIDTH)])

    def leave(self) -> None:
        self.pane.commit()
        if refused := self.editing.leave():
            self.s.messages.toast(refused)

    def close_over(self) -> bool:
        if not self.overlay.isVisible():
            return False
        self._turn_pane()
        return True

    def escape(self) -> bool:
        if self.pane.isAncestorOf(self.focusWidget()) if self.focusWidget() else False:
            self.table.setFocus()
        elif self.table.hide_cell():
            pass
        elif self.table.records.ticked:
            self.table.untick()
        elif self.filter.text():
            self.filter.clear()
        else:
            return False
        return True

    def focus_filter(self) -> bool:
        self.filter.setFocus()
        self.filter.selectAll()
        return True

    def new(self) -> None:
        """Ask for a new product."""
        from ui.products.new_product import new_product

        new_product(self.s)

    def print(self) -> None:
        """Show the pages of the list as it is now."""
        from ui.shell.listing import list_job

        ws, text, order = self.s.ws, self._text, (self._order, ("id", self._order[1]))
        filters = [f"“{text}”"] if text else []
        job = list_job(
            ws, self.table, "product", _("Products"), lambda: queries.ids(ws, "product", (), order, text), filters
        )
        self.s.router.open("print", job=job)

    def export_list(self) -> None:
        """Write the ticked products to a file, or the list as it is now."""
        ws, text, order = self.s.ws, self._text, (self._order, ("id", self._order[1]))
        Exporting(self, self.s).list("product", self.table, lambda: queries.ids(ws, "product", (), order, text))

    def load(self) -> None:
        """Read the ids: the first screen at once, all of them in a job."""
        ws, order, text = self.s.ws, (self._order, ("id", self._order[1])), self._text
        self._token += 1
        token = self._token
        held = len(self.table.records.ids)
        if held <= FIRST:
            first = queries.ids(ws, "product", (), order, text, FIRST)
            self._show(first)
            if len(first) < FIRST:
                return
        self.s.jobs.run(
            lambda _progress, _cancelled: (token, queries.ids(ws, "product", (), order, text)),
            name="products",
            done=self._arrived,
            failed=self.s.messages.error,
        )

    def _arrived(self, found: tuple[int, array[int]]) -> None:
        token, numbers = found
        if self.editing.active:
            self._late = True
        elif token == self._token:
            self._show(numbers)

    def _edited(self) -> None:
        """Editing of cells began or ended: what is sorted otherwise by it goes to its place now."""
        if not self.editing.active and self._late:
            self._late = False
            self.load()
        self.acted.emit()

    def _show(self, numbers: array[int]) -> None:
        self.table.set_ids(numbers)
        if self._wanted and self.table.go(self._wanted):
            self._wanted = 0
        shown = self.table if numbers else self.none if self._text else self.empty
        if shown is not self.stack.currentWidget():
            self.stack.setCurrentWidget(shown)
            self.acted.emit()
        self.head.setVisible(bool(numbers) or bool(self._text))
        self.noted.emit()

    def _columns(self) -> list[Column]:
        prices = ("price", "cost")
        return [
            Column(field, partial(_price, field.name) if field.name in prices else None)
            for field in self.s.ws.dictionary.type("product").fields
            if field.listed
        ]

    def _fetch(self, numbers: Sequence[int]) -> list[Record]:
        return queries.rows(self.s.ws, "product", numbers)

    def _seek(self, text: str) -> None:
        self._text = text
        self.table.records.set_ids(())
        self.load()

    def _sort(self, field: str, descending: bool) -> None:
        self._order = (field, descending)
        self.load()

    def _choose_columns(self) -> None:
        self.table.columns_menu().popup(self.columns.mapToGlobal(self.columns.rect().bottomLeft()))

    def _edit(self, number: int) -> None:
        if not number:
            return
        if not (self.overlay if self._narrow else self.pane).isVisible():
            self._turn_pane()
        self.pane.show_product(number)
        first = self.pane.form.rows["name"].typed
        first.setFocus()
        first.selectAll()

    def _turn_pane(self) -> None:
        shown = self.overlay if self._narrow else self.pane
        on = not shown.isVisible()
        if not on:
            self.pane.commit()
            self.table.setFocus()
        if self._narrow:
            width = min(theme().px(WIDTH) + 20, self.width() - 80)
            self.overlay.setGeometry(self.width() - width, 0, width, self.height())
        else:
            self.s.settings.set(PANE, on)
        shown.setVisible(on)
        shown.raise_()
        self.pane.show_product(self.table.current_id())

    def _delete(self, numbers: Sequence[int]) -> None:
        if numbers:
            chosen = list(numbers)
            if self.s.actions.run(lambda: records.delete(self.s.ws, "product", chosen)):
                self.table.untick()

    def _say_saved(self) -> None:
        self._saved = _("Saved {time}").format(time=f"{self.s.ws.clock.now_wall():%H:%M}")
        self.noted.emit()


def _price(name: str, one: Record) -> str:
    value = one.get(name)
    return format_price(value) if value is not None else ""
