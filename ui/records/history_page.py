"""The history: every operation of the book, what it changed, and the undo of any of them."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QMenu

from app.customers.merging import MERGE
from app.customers.unmerging import unmerge
from app.records import history, operations, queries
from app.records.fields import Field, FieldKind
from app.records.history import Kept, OperationInfo, describe
from app.records.operations import Search, when_words
from app.records.record import Record
from app.records.workspace import ChangeSet
from app.shared.dates import parse_date, show_day
from app.shared.i18n import N_, _, language, ngettext, translate
from app.shared.text import one_line
from ui.records.detail import WIDTH, Detail
from ui.runtime.translator import tr
from ui.shell.page import Action, Page, Services
from ui.widgets.ask_line import AskLine
from ui.widgets.basics import EmptyState, column, line, row, split, stacked
from ui.widgets.buttons import Choices
from ui.widgets.chips import Chip
from ui.widgets.line_edit import SearchEdit
from ui.widgets.record_model import Column
from ui.widgets.record_table import RecordTable

FIRST = 128
FIELDS = (
    Field("what", FieldKind.TEXT, N_("What"), shown=True, width=360),
    Field("count", FieldKind.INTEGER, N_("Records"), shown=True, width=80),
    Field("when", FieldKind.TEXT, N_("When"), shown=True, width=130),
    Field("who", FieldKind.TEXT, N_("Who"), shown=True, width=100),
    Field("state", FieldKind.TEXT, N_("State"), shown=True, width=96),
)


class HistoryPage(Page):
    """All that was done, as much as there is."""

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._kind, self._about = "", ("", 0)
        self._days: tuple[date | None, date | None] = (None, None)
        self._token, self._loaded, self._narrow = 0, False, False
        self.filter = SearchEdit(N_("Filter"), N_("Filter: what was done, whose record"))
        self.filter.setMinimumWidth(180)
        self.filter.setMaximumWidth(300)
        self.about = Chip("", "x", raw=True, removable=True)
        self.about.hide()
        self.kind = Chip(N_("Kind"), menu=True)
        self.day = Chip(N_("Day"), menu=True)
        self.tabs = Choices(
            [("changes", N_("Changes")), ("messages", N_("Messages"))], small=True, name=N_("Parts of the history")
        )
        self.table = RecordTable(
            N_("Change history"),
            [Column(field, paint={"state": "tag", "what": ""}.get(field.name, "faint")) for field in FIELDS],
            self._fetch, lambda field, value: f"{value:,}" if field.name == "count" else str(value),
            settings=services.settings, key="history",
        )  # fmt: skip
        self.detail = Detail(services)
        self.messages = QListWidget()
        self.messages.setStyleSheet("QListWidget::item{padding:5px 12px}")
        tr(self.messages, self.messages.setAccessibleName, N_("Messages"))
        self.empty = EmptyState(N_("Nothing was done in this book yet."))
        self.nothing = EmptyState(N_("Nothing of what was done fits."), link=N_("Clear the filter"), on_link=self.clear)
        self.stack = stacked(self.table, self.empty, self.nothing)
        self.splitter = split(self.stack, self.detail)
        self.splitter.setSizes([2000, WIDTH])
        self.parts = stacked(self.splitter, self.messages)
        head = row(self.filter, self.about, self.kind, self.day, None, self.tabs, margins=(16, 8, 16, 8))
        head.setStretch(0, 10)
        lay = column(head, line())
        lay.addWidget(self.parts, 1)
        self.setLayout(lay)
        self.setFocusProxy(self.table)
        self.filter.sought.connect(lambda _text: self.load())
        self.filter.downwards.connect(self.table.setFocus)
        self.about.clicked.connect(self._forget_record)
        self.about.removed.connect(self._forget_record)
        self.kind.clicked.connect(self._offer_kinds)
        self.day.clicked.connect(self._offer_days)
        self.tabs.chosen.connect(self._show_part)
        self.table.moved.connect(self._moved)
        self.table.opened.connect(lambda _number: self.detail.list.setFocus())
        self.detail.undo_wanted.connect(self.undo)
        self.detail.back_wanted.connect(self.take_back)
        self.detail.opened.connect(self._open_record)

    # What the shell asks for

    def actions_list(self) -> Sequence[Action]:
        """The keys of the history."""
        return (
            Action(N_("Move"), lambda: None, "↑↓"),
            Action(N_("What changed"), self.detail.list.setFocus, "Enter"),
            Action(N_("Undo this one, or do it again"), self.undo, "U"),
            Action(N_("Take this field back"), self.take_back, "B"),
            Action(N_("Open the record"), self._open_current, "O", hint=False),
            Action(N_("Trash"), lambda: self.s.router.open("trash"), "T", "trash-2", bar=True),
        )

    def status(self) -> Sequence[str]:
        """How many operations fit."""
        count = len(self.table.records.ids)
        said = ngettext("{count} operation", "{count} operations", count)
        return (said.format(count=f"{count:,}"),) if count else ()

    def open(self, number: int = 0, about: tuple[str, int] | None = None, **what: Any) -> None:
        """Show the history; ``about`` is the kind and id of the only record wanted."""
        if about is not None:
            self.filter.blockSignals(True)
            self.filter.clear()
            self.filter.blockSignals(False)
            self._about, self._kind, self._days = about, "", (None, None)
            self._loaded = False
        self.tabs.choose("changes")
        self._show_part("changes")
        self._say()
        if not self._loaded:
            self.load()
        self.table.setFocus()

    def apply(self, changes: ChangeSet) -> None:
        """A new operation stands first; those undone are marked."""
        self._loaded = False
        if self.isVisible():
            self.table.records.reload()
            self.load(keep=True)

    def retranslate(self) -> None:
        self._say()
        self.table.records.reload()
        self._moved(self.table.current_id())
        self._show_messages()

    def narrow(self, on: bool) -> None:
        """In a narrow window the pane lies under the list."""
        if on != self._narrow:
            self._narrow = on
            self.splitter.setOrientation(Qt.Orientation.Vertical if on else Qt.Orientation.Horizontal)
            self.splitter.setSizes([300, 300] if on else [2000, WIDTH])

    def escape(self) -> bool:
        """Back to the list, then clear the filter."""
        if self.detail.isAncestorOf(self.focusWidget()) if self.focusWidget() else False:
            self.table.setFocus()
        elif self.tabs.code != "changes":
            self.tabs.choose("changes")
            self._show_part("changes")
        elif self._filtered():
            self.clear()
        else:
            return False
        return True

    def focus_filter(self) -> bool:
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()
        return True

    # Reading

    def _search(self) -> Search:
        kind, number = self._about if self._about[1] else (self._kind, 0)
        return Search(self.filter.text().strip(), kind, number, *self._days)

    def _filtered(self) -> bool:
        return self._search() != Search()

    def load(self, *, keep: bool = False) -> None:
        """Read the ids: the first screen at once when nothing is sought, all of them in a job."""
        ws, wanted = self.s.ws, self._search()
        self._loaded = True
        self._token += 1
        token = self._token
        if not wanted.text and not keep:
            first = operations.find(ws, wanted, FIRST)
            self._show(first)
            if len(first) < FIRST:
                return
        self.s.jobs.run(
            lambda _progress, _cancelled: (token, operations.find(ws, wanted)),
            name="history", done=self._arrived, failed=self.s.messages.error,
        )  # fmt: skip

    def _arrived(self, found: tuple[int, array[int]]) -> None:
        token, numbers = found
        if token == self._token:
            self._show(numbers)

    def _show(self, numbers: array[int]) -> None:
        self.table.set_ids(numbers)
        shown = self.table if numbers else self.nothing if self._filtered() else self.empty
        self.stack.setCurrentWidget(shown)
        self.detail.setVisible(bool(numbers))
        self._moved(self.table.current_id())
        self.noted.emit()

    def _fetch(self, numbers: Sequence[int]) -> list[Record]:
        ws = self.s.ws
        sizes, today = operations.sizes(ws, numbers), ws.clock.today()
        out = []
        for one in operations.rows(ws, numbers):
            what = one_line(describe(one))
            values = {
                "what": what, "count": sizes.get(one.id, 0), "when": when_words(one.at, today),
                "who": translate(one.source) if one.source else "", "state": state_words(one),
            }  # fmt: skip
            out.append(Record("operation", one.id, what, values))
        return out

    def _moved(self, number: int) -> None:
        found = operations.rows(self.s.ws, (number,)) if number else []
        self.detail.show_operation(found[0] if found else None, self._about if self._about[1] else None)

    # What one does

    def undo(self) -> None:
        """Take the operation under the cursor back, or do it again when it is undone."""
        info = self.detail.info
        if info is None or info.kind != "do":
            return
        if info.undone:
            self.s.actions.redo(info.id, self._told)
        elif info.name == MERGE:
            self._unmerge(info)
        else:
            self.s.actions.undo(info.id, self._told)

    def _unmerge(self, info: OperationInfo) -> None:
        """A merge is taken back field by field, so that what was changed since stays."""
        done = self.s.actions.run(lambda: unmerge(self.s.ws, info.id))
        if done is not None:
            self.detail.tell_kept([Kept(one.kind, one.id, f"{one.title} ({one.label})") for one in done.left])

    def _told(self, done: history.Undone) -> None:
        self.detail.tell_kept(done.kept)
        if not done.changes:
            self.load(keep=True)

    def take_back(self) -> None:
        """Give the field under the cursor the value it had before."""
        line_, info = self.detail.list.current(), self.detail.info
        if info is None or line_.record is None or line_.field is None:
            return
        if not line_.field.back:
            said = _("Only a change is taken back field by field; U takes the whole step back.")
            if line_.record.action == "updated":
                said = _("{label} of {title} was changed again since; take the newer change back first.")
            self.s.messages.toast(said.format(label=line_.field.label, title=line_.record.title))
            return
        ws, record, field = self.s.ws, line_.record, line_.field
        self.s.actions.run(lambda: operations.take_back(ws, info.id, record.kind, record.id, field.name))

    def _open_current(self) -> None:
        record = self.detail.list.current().record
        if record is not None and record.action != "deleted":
            self._open_record(record.kind, record.id)

    def _open_record(self, kind: str, number: int) -> None:
        ws = self.s.ws
        parent = ws.dictionary.type(kind).parent
        found = queries.rows(ws, kind, (number,))
        if not found:
            self.s.messages.toast(_("This record is not in the book any more."))
        elif self.s.router.can_open(kind):
            self.s.router.open(kind, number)
        elif parent and found[0].get(parent):
            self.s.router.open(ws.dictionary.type(kind).field(parent).link, found[0][parent])
        elif found[0].get("about_kind") and self.s.router.can_open(found[0]["about_kind"]):
            self.s.router.open(found[0]["about_kind"], found[0]["about_id"])

    def clear(self) -> None:
        """Take every filter away."""
        self.filter.blockSignals(True)
        self.filter.clear()
        self.filter.blockSignals(False)
        self._about, self._kind, self._days = ("", 0), "", (None, None)
        self._say()
        self.load()

    def _forget_record(self) -> None:
        self._about = ("", 0)
        self._say()
        self.load()
        self.table.setFocus()

    def _offer_kinds(self) -> None:
        menu = QMenu(self)
        kinds = [(one.name, one.label_plural) for one in self.s.ws.dictionary.types if one.standalone]
        for kind, text in (("", N_("All kinds")), *kinds):
            action = menu.addAction(translate(text))
            action.setCheckable(True)
            action.setChecked(kind == self._kind)
            action.triggered.connect(lambda _on=False, kind=kind: self.choose_kind(kind))
        menu.popup(self.kind.mapToGlobal(self.kind.rect().bottomLeft()))

    def choose_kind(self, kind: str) -> None:
        """Show only what changed records of a kind; "" for all."""
        self._kind = kind
        self._say()
        self.load()

    def _offer_days(self) -> None:
        today = self.s.ws.clock.today()
        menu = QMenu(self)
        offers: list[tuple[str, date | None, date | None]] = [
            (N_("Any day"), None, None), (N_("Today"), today, today),
            (N_("Yesterday"), today - timedelta(days=1), today - timedelta(days=1)),
            (N_("The last 7 days"), today - timedelta(days=6), today),
            (N_("The last 30 days"), today - timedelta(days=29), today),
        ]  # fmt: skip
        for text, first, last in offers:
            action = menu.addAction(translate(text))
            action.setCheckable(True)
            action.setChecked((first, last) == self._days)
            action.triggered.connect(lambda _on=False, days=(first, last): self.choose_days(*days))
        menu.addAction(_("Another day…")).triggered.connect(self._ask_day)
        menu.popup(self.day.mapToGlobal(self.day.rect().bottomLeft()))

    def _ask_day(self) -> None:
        today = self.s.ws.clock.today()

        def read(text: str) -> str:
            found = parse_date(text)
            return show_day(found, today, language()) if found else _("Write it like 2026-07-15.")

        found = parse_date(
            AskLine(self, N_("Show one day"), N_("Show"), hint=N_("Such as 2026-07-15"), read=read).ask()
        )
        if found is not None:
            self.choose_days(found, found)

    def choose_days(self, first: date | None, last: date | None) -> None:
        """Show only what was done on these days."""
        self._days = (first, last)
        self._say()
        self.load()

    def _say(self) -> None:
        ws = self.s.ws
        types = ws.dictionary
        self.kind.setText(translate(types.type(self._kind).label_plural) if self._kind else _("Kind"))
        self.kind.set_on(bool(self._kind))
        first, last = self._days
        said = [show_day(day, ws.clock.today(), language()) for day in dict.fromkeys((first, last)) if day]
        self.day.setText("–".join(said) if said else _("Day"))
        self.day.set_on(bool(said))
        kind, number = self._about
        title = queries.titles(ws, kind, (number,)).get(number, f"#{number}") if number else ""
        self.about.setText(one_line(title or ""))
        self.about.set_on(True)
        self.about.setVisible(bool(number))
        self.kind.setVisible(not number)

    def _show_part(self, code: str) -> None:
        self.parts.setCurrentWidget(self.splitter if code == "changes" else self.messages)
        for one in (self.filter, self.day):
            one.setEnabled(code == "changes")
        self.kind.setEnabled(code == "changes")
        self._show_messages()

    def _show_messages(self) -> None:
        self.messages.clear()
        for at, text in getattr(self.s.messages, "told", ()):
            self.messages.addItem(f"{at:%H:%M}   {text}")
        if not self.messages.count():
            self.messages.addItem(_("Nothing was told since the program started."))


def state_words(one: OperationInfo) -> str:
    """Whether an operation is undone."""
    return _("undone") if one.undone and one.kind == "do" else ""
