"""All quotes: by status, found as one types, late ones in red."""

from __future__ import annotations

import operator
from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from app.records import queries, values
from app.records.queries import Condition
from app.records.record import Record
from app.records.workspace import ChangeSet
from app.sales import commands
from app.sales.queries import document
from app.sales.records import AFTER_DEAL, QUOTE_STATUSES
from app.shared.i18n import N_, _, ngettext, translate
from app.shared.money import format_amount
from ui.sales.opening import new_quote
from ui.sales.pdf import make_pdf
from ui.shell.exporting import EXPORT, EXPORT_KEY, Exporting
from ui.shell.output import Output
from ui.shell.page import Action, Page, Services
from ui.widgets.basics import EmptyState, column, line, row, stacked
from ui.widgets.buttons import Choices, button
from ui.widgets.line_edit import SearchEdit
from ui.widgets.record_model import Column
from ui.widgets.record_table import RecordTable

FIRST_ROWS = 128
OPEN = ("draft", "sent")
TABS = (
    ("", N_("All")),
    *((choice.code, choice.label) for choice in QUOTE_STATUSES),
    ("expired", N_("Expired")),
    ("owed", N_("Owed")),
)
_OWED = ("customer", "number", "project", "total", "received", "outstanding", "due_on")
"""The columns of those that are owed."""
_AMOUNTS = ("total", "received", "outstanding")
SHOWN = (
    "customer",
    "number",
    "status",
    "project",
    "total",
    "date",
    "valid_until",
    "contact",
    "currency",
    "sent_at",
    *AFTER_DEAL,
    "outstanding",
)


class QuotesPage(Page):
    """The list of quotes."""

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._text, self._order = "", ("date", True)
        self._found = 0
        self.output = Output(self, services)
        self.tabs = Choices(TABS, tabs=True, name=N_("Status"))
        self.tabs.chosen.connect(lambda _code: self._seek())
        self.filter = SearchEdit(N_("Filter"), N_("Filter: number, customer, project, product"))
        self.filter.setFixedWidth(320)
        self.filter.sought.connect(self._filter)
        self.table = RecordTable(
            N_("Quotes"),
            self._columns(),
            self._fetch,
            self._say,
            settings=services.settings,
            key="quotes",
            today=services.ws.clock.today,
        )
        self.filter.downwards.connect(self.table.setFocus)
        self.table.opened.connect(lambda number: self.s.router.open("quote", number))
        self.table.sorted_by.connect(self._sort)
        self.table.set_sorted(*self._order)
        self.setFocusProxy(self.table)
        self.table.moved.connect(lambda _number: self.acted.emit())
        columns = button("", "columns-3", "plain", name=N_("Columns"))
        columns.clicked.connect(
            lambda: self.table.columns_menu().exec(columns.mapToGlobal(columns.rect().bottomLeft()))
        )
        export = button("", "download", "plain", name=EXPORT, key=EXPORT_KEY, on=self.export_list)
        self.empty = EmptyState(
            N_("No quotes yet. Type one like in a spreadsheet and print it."),
            N_("New quote"),
            self.new,
        )
        self.none = EmptyState(N_("No quote fits."), link=N_("Clear the filter"), on_link=self._clear)
        self.stack = stacked(self.table, self.empty, self.none)
        self.head = QWidget()
        tabs_row = row(self.tabs, None, margins=(16, 6, 16, 0))
        self.head.setLayout(
            column(tabs_row, line(), row(self.filter, None, export, columns, margins=(16, 7, 16, 7)), line())
        )
        self.setLayout(column(self.head, self.stack, stretch=1))

    def actions_list(self) -> Sequence[Action]:
        if self.stack.currentWidget() is self.empty:
            return (Action(N_("New quote"), self.new, "N", "plus"),)
        shown = [
            Action(N_("Move"), lambda: None, "↑↓"),
            Action(N_("Open"), lambda: self.table.opened.emit(self.table.current_id()), "Enter"),
            Action(N_("New quote"), self.new, "N", "plus"),
            Action(N_("Duplicate"), self.duplicate, "D", "copy"),
            Action(N_("Print the quote"), self.print, "P", "printer"),
            Action(N_("Print the list…"), self.print_list, "Ctrl+P", "printer", hint=False),
            Action(EXPORT, self.export_list, EXPORT_KEY, "download", hint=False),
        ]
        record = self.table.current_record()
        if record is not None and record["status"] == "sent":
            shown.append(Action(N_("Won"), lambda: self._mark(commands.mark_won, _("{number} won")), "W", "check"))
            shown.append(Action(N_("Lost"), lambda: self._mark(commands.mark_lost, _("{number} lost")), "X", "x"))
        if record is not None and not record.get("revision"):
            shown.append(Action(N_("Delete"), self.delete, "Del", "trash-2"))
        shown += [
            Action(label, lambda code=code: self._choose(code), str(number), hint=False, view=True)
            for number, (code, label) in enumerate(TABS, 1)
        ]
        return shown

    def status(self) -> Sequence[str]:
        if not self._found:
            return ()
        return (ngettext("{count} quote", "{count} quotes", self._found).format(count=f"{self._found:,}"),)

    def subject(self) -> tuple[str, int] | None:
        """The quote under the cursor."""
        return ("quote", number) if (number := self.table.current_id()) else None

    def open(self, number: int = 0, **what: Any) -> None:
        """Show the list; ``status`` chooses a tab, ``customer`` makes a new quote for a customer."""
        if what.get("customer"):
            new_quote(self.s, what["customer"])
            return
        if (status := what.get("status")) in self.tabs.buttons:
            self.tabs.choose(status)
        self._seek()
        if not self.filter.hasFocus():
            self.table.setFocus()

    def apply(self, changes: ChangeSet) -> None:
        if changes.touches("quote", "customer", "quote_line"):
            self.table.apply(changes, "quote")
            self._seek()

    def retranslate(self) -> None:
        self._count()
        self.table.records.reload()

    def focus_filter(self) -> bool:
        self.filter.setFocus()
        self.filter.selectAll()
        return True

    def escape(self) -> bool:
        if self.filter.text():
            self._clear()
            return True
        return False

    def new(self) -> None:
        """Make a quote and open it."""
        new_quote(self.s)

    def duplicate(self) -> None:
        """Make a new draft like the one under the cursor and open it."""
        number = self.table.current_id()
        if not number:
            return
        saved = self.s.actions.run(lambda: commands.duplicate(self.s.ws, number))
        if saved is not None:
            self.s.router.open("quote", saved.id)

    def print(self) -> None:
        """Print the quote under the cursor as it stands."""
        record, ws = self.table.current_record(), self.s.ws
        if record is not None:
            self.output.print(record["number"], lambda: make_pdf(lambda: document(ws, record.id)))

    def print_list(self) -> None:
        """Show the pages of the list as it is now."""
        from ui.shell.listing import list_job

        ws, text, order = self.s.ws, self._text, (self._order, ("id", self._order[1]))
        where = self._where(self.tabs.code)
        filters = [translate(dict(TABS)[self.tabs.code])] if self.tabs.code else []
        filters += [f"“{text}”"] if text else []
        job = list_job(
            ws, self.table, "quote", _("Quotes"), lambda: queries.ids(ws, "quote", where, order, text), filters
        )
        self.s.router.open("print", job=job)

    def export_list(self) -> None:
        """Write the list as it is now to a file."""
        ws, text, order = self.s.ws, self._text, (self._order, ("id", self._order[1]))
        where = self._where(self.tabs.code)
        Exporting(self, self.s).list("quote", self.table, lambda: queries.ids(ws, "quote", where, order, text))

    def delete(self) -> None:
        """Delete the draft under the cursor."""
        record = self.table.current_record()
        if record is not None:
            said = _("{number} deleted").format(number=record["number"])
            self.s.actions.run(lambda: commands.delete_quotes(self.s.ws, [record.id]), said)

    def _mark(self, command: Any, said: str) -> None:
        record = self.table.current_record()
        if record is not None:
            self.s.actions.run(lambda: command(self.s.ws, record.id), said.format(number=record["number"]))

    def _columns(self) -> list[Column]:
        record = self.s.ws.dictionary.type("quote")
        special = {
            "customer": Column(record.field("customer"), lambda one: one["customer_name"]),
            "contact": Column(record.field("contact"), lambda one: one["contact_name"]),
            "status": Column(record.field("status"), paint="status"),
            "valid_until": Column(record.field("valid_until"), lambda one: one["valid_shown"], paint="due"),
            **{name: Column(record.field(name), operator.itemgetter(f"{name}_shown")) for name in _AMOUNTS},
        }
        return [special.get(name) or Column(record.field(name)) for name in (*SHOWN, *self._own())]

    def _own(self) -> list[str]:
        return [one.name for one in self.s.ws.dictionary.type("quote").fields if one.custom and one.listed]

    def _fetch(self, numbers: Sequence[int]) -> list[Record]:
        found = queries.rows(self.s.ws, "quote", numbers, [*SHOWN, *self._own(), "revision"])
        names = queries.titles(self.s.ws, "customer", [one["customer"] for one in found if one["customer"]])
        people = queries.titles(self.s.ws, "contact", [one["contact"] for one in found if one["contact"]])
        return [self._shown(one, names, people) for one in found]

    def _shown(self, one: Record, names: dict[int, str], people: dict[int, str]) -> Record:
        last = one["valid_until"]
        field = self.s.ws.dictionary.type("quote").field("valid_until")
        held = dict(one.values)
        held["customer_name"] = names.get(one["customer"], "")
        held["contact_name"] = people.get(one["contact"], "")
        for name in _AMOUNTS:
            held[f"{name}_shown"] = format_amount(one[name], one["currency"]) if one[name] is not None else ""
        held["valid_shown"] = self._say(field, last) if last else ""
        # A closed quote cannot expire any more: no colour for it.
        held["valid_until"] = last if one["status"] in OPEN else None
        return Record(one.kind, one.id, one.title, held)

    def _say(self, field: Any, value: Any) -> str:
        return values.show(field, value, currency=self.s.ws.currency, today=self.s.ws.clock.today())

    def _where(self, tab: str) -> tuple[Condition, ...]:
        if tab == "expired":
            return (Condition("status", "in", list(OPEN)), Condition("valid_until", "<", self.s.ws.clock.today()))
        if tab == "owed":
            return (Condition("outstanding", ">", 0),)
        return (Condition("status", "=", tab),) if tab else ()

    def _seek(self) -> None:
        ws, where = self.s.ws, self._where(self.tabs.code)
        self.table.lay_out(_OWED if self.tabs.code == "owed" else None)
        order, text = (self._order, ("id", self._order[1])), self._text
        first = queries.ids(ws, "quote", where, order, text, FIRST_ROWS)
        self.table.set_ids(first, whole=len(first) < FIRST_ROWS)
        self._found = len(first)
        if len(first) == FIRST_ROWS:
            tab = self.tabs.code
            self.s.jobs.run(
                lambda _progress, _cancelled: queries.ids(ws, "quote", where, order, text),
                name="quotes",
                done=lambda ids: self._take(ids, tab, text),
                failed=self.s.messages.error,
            )
        narrowed = bool(text or self.tabs.code)
        shown = self.table if first else self.none if narrowed else self.empty
        self.head.setVisible(shown is not self.empty)
        if shown is not self.stack.currentWidget():
            self.stack.setCurrentWidget(shown)
            self.acted.emit()
        self._count()
        self.noted.emit()

    def _take(self, ids: Any, tab: str, text: str) -> None:
        if (tab, text) == (self.tabs.code, self._text):
            self.table.set_ids(ids)
            self._found = len(ids)
            self.noted.emit()

    def _count(self) -> None:
        held = queries.groups(self.s.ws, "quote", "status")
        for code in self.tabs.buttons:
            number = sum(held.values()) if not code else held.get(code, 0)
            if code in ("expired", "owed"):
                number = queries.count(self.s.ws, "quote", self._where(code))
            self.tabs.count(code, number or None)

    def _filter(self, text: str) -> None:
        self._text = text
        self._seek()

    def _choose(self, code: str) -> None:
        self.tabs.choose(code)
        self._seek()

    def _clear(self) -> None:
        self.filter.clear()
        self.tabs.choose("")
        self._filter("")

    def _sort(self, field: str, descending: bool) -> None:
        self._order = (field, descending)
        self._seek()
