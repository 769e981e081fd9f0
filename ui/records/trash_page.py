"""The trash: what was deleted, when and by what, and the way back."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from app.records import trash
from app.records.fields import Field, FieldKind
from app.records.operations import when_words
from app.records.record import Record
from app.records.trash import KEEP_DAYS, Deleted
from app.records.workspace import ChangeSet
from app.shared.i18n import N_, _, ngettext, translate
from ui.runtime.jobs import Job
from ui.shell.page import Action, Page, Services
from ui.widgets.basics import EmptyState, ProgressStrip, column, label, line, row, stacked
from ui.widgets.buttons import button
from ui.widgets.chips import Chip
from ui.widgets.layouts import layout_of
from ui.widgets.line_edit import SearchEdit
from ui.widgets.record_model import Column
from ui.widgets.record_table import RecordTable

# Rows; restoring more than that would hold up the window.
LONG = 1000
KEEPING = (
    (0, N_("Kept for ever")),
    (365, N_("Kept for a year")),
    (90, N_("Kept for 90 days")),
    (30, N_("Kept for 30 days")),
)
FIELDS = (
    Field("title", FieldKind.TEXT, N_("Name"), shown=True, width=260),
    Field("kind", FieldKind.TEXT, N_("Kind"), shown=True, width=90),
    Field("with", FieldKind.TEXT, N_("With it"), shown=True, width=220),
    Field("when", FieldKind.TEXT, N_("Deleted"), shown=True, width=120),
    Field("what", FieldKind.TEXT, N_("What deleted it"), shown=True, width=280),
)


class TrashPage(Page):
    """Everything that was deleted and can come back."""

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._all: list[Deleted] = []
        self._shown: list[Deleted] = []
        self._kind, self._order, self._stale = "", ("when", True), True
        self._job: Job | None = None
        self.filter = SearchEdit(N_("Filter"), N_("Filter: name, pinyin initials"))
        self.filter.setFixedWidth(280)
        self.kind = Chip(N_("Kind"), menu=True)
        self.keep = Chip(N_("Kept for ever"), menu=True)
        self.table = RecordTable(
            N_("Trash"), [Column(field, paint="faint" if field.name != "title" else "") for field in FIELDS],
            self._fetch, lambda _field, value: str(value), settings=services.settings, key="trash", ticks=True,
        )  # fmt: skip
        self.table.set_sorted(*self._order)
        self.back = button(N_("Restore"), "undo-2", "primary", small=True, on=self.restore)
        self.gone = button(N_("Delete for good…"), "trash-2", "danger", small=True, on=self.forget)
        self.count = label("", "accent", "bodyStrong", raw=True)
        self.foot = label("", "muted", "small", raw=True)
        self.empty = EmptyState(
            N_("The trash is empty. What you delete can be restored from here, with all its children.")
        )
        self.nothing = EmptyState(
            N_("Nothing deleted fits this filter."), link=N_("Clear the filter"), on_link=self._clear
        )
        self.strip = ProgressStrip()
        layout_of(self.strip).setContentsMargins(16, 6, 12, 6)
        self.stack = stacked(self.table, self.empty, self.nothing)
        head = row(self.filter, self.kind, None, self.keep, margins=(16, 8, 16, 8))
        bar = row(self.back, self.gone, self.count, None, self.foot, gap=8, margins=(16, 8, 16, 8))
        lay = column(head, line())
        lay.addWidget(self.stack, 1)
        lay.addWidget(self.strip)
        lay.addWidget(line())
        lay.addLayout(bar)
        self.setLayout(lay)
        self.setFocusProxy(self.table)
        self.filter.sought.connect(lambda _text: self._show())
        self.filter.downwards.connect(self.table.setFocus)
        self.kind.clicked.connect(self._offer_kinds)
        self.keep.clicked.connect(self._offer_keeping)
        self.table.opened.connect(lambda _row: self.restore())
        self.table.sorted_by.connect(self._sort)
        self.table.ticks_changed.connect(self._ticked)

    # What the shell asks for

    def actions_list(self) -> Sequence[Action]:
        """The keys of the trash."""
        return (
            Action(N_("Move"), lambda: None, "↑↓"),
            Action(N_("Tick"), self.table.tick_current, "Space"),
            Action(N_("Tick several"), lambda: None, "Shift+↑↓", hint=False),
            Action(N_("Restore"), self.restore, "R"),
            Action(N_("Select all in view"), self.table.tick_all, "Ctrl+A", hint=False),
            Action(N_("Delete for good…"), self.forget, "Del"),
            Action(N_("Change history"), lambda: self.s.router.open("history"), "H", "history", bar=True),
        )

    def status(self) -> Sequence[str]:
        """How much lies in the trash."""
        count = len(self._shown)
        said = ngettext("{count} record in the trash", "{count} records in the trash", count)
        return (said.format(count=f"{count:,}"),) if count else ()

    def open(self, number: int = 0, **what: Any) -> None:
        """Show the trash."""
        if self._stale:
            self.load()
        self._say()
        self.table.setFocus()

    def apply(self, changes: ChangeSet) -> None:
        """Read again when something was deleted or came back."""
        if changes.deleted or changes.created or changes.touches("setting"):
            self._stale = True
            if self.isVisible():
                self.load()

    def retranslate(self) -> None:
        self.load()

    def escape(self) -> bool:
        """Untick, then clear the filter."""
        if self.table.records.ticked:
            self.table.untick()
        elif self.filter.text() or self._kind:
            self._clear()
        else:
            return False
        return True

    def focus_filter(self) -> bool:
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()
        return True

    # Reading

    def load(self) -> None:
        """Read the trash from the history, beside the window's work."""
        if self._job is not None:
            self._job.cancel()
        self._stale = False
        ws, said = self.s.ws, _("Looking through the history")
        self._job = self.s.jobs.run(
            lambda progress, cancelled: trash.listing(ws, lambda share: progress(share, said), cancelled),
            name="trash", done=self._arrived, failed=self.s.messages.error,
        )  # fmt: skip

    def _arrived(self, found: list[Deleted]) -> None:
        self._all = found
        self.table.records.ticked.clear()
        self._show()
        self._ticked(0)

    def _show(self) -> None:
        name, descending = self._order
        found = trash.matching(self._all, self.filter.text(), self._kind)
        keys: dict[str, Callable[[Deleted], Any]] = {
            "title": lambda one: one.title.casefold(), "kind": lambda one: one.kind, "when": lambda one: one.at,
            "with": lambda one: sum(number for _kind, number in one.children), "what": lambda one: one.what,
        }  # fmt: skip
        held = self._current()
        self._shown = sorted(found, key=keys[name], reverse=descending)
        self.table.records.ticked.clear()
        self.table.records.set_ids(())
        self.table.set_ids(array("q", range(1, len(self._shown) + 1)), keep=False)
        if held in self._shown:
            self.table.go(self._shown.index(held) + 1)
        filtered = bool(self.filter.text() or self._kind)
        self.stack.setCurrentWidget(self.table if found else self.nothing if filtered else self.empty)
        for one in (self.back, self.gone):
            one.setEnabled(bool(found))
        self._say()
        self.noted.emit()

    def _fetch(self, numbers: Sequence[int]) -> list[Record]:
        today, types = self.s.ws.clock.today(), self.s.ws.dictionary
        out = []
        for number in numbers:
            one = self._shown[number - 1]
            parts = [f"{translate(types.type(kind).label_plural)} {count:,}" for kind, count in one.children]
            values = {
                "title": " ".join(one.title.split()), "kind": translate(types.type(one.kind).label),
                "with": _(", ").join(parts), "when": when_words(one.at, today), "what": one.what,
            }  # fmt: skip
            out.append(Record("deleted", number, values["title"], values))
        return out

    def _current(self) -> Deleted | None:
        number = self.table.current_id()
        return self._shown[number - 1] if 0 < number <= len(self._shown) else None

    def _chosen(self) -> list[Deleted]:
        return [self._shown[number - 1] for number in self.table.ticked()]

    # What one does

    def restore(self) -> None:
        """Bring the ticked records back, else the one under the cursor."""
        chosen = self._chosen()
        if not chosen:
            return
        ws = self.s.ws
        work = partial(trash.restore, ws, [one.key for one in chosen], [one.operation for one in chosen])
        if sum(1 + sum(number for _kind, number in one.children) for one in chosen) <= LONG:
            done = self.s.actions.run(work)
            if done is not None:
                self._tell(done)
            return
        job = self.s.jobs.run(
            lambda _progress, _cancelled: work(), name="restore", failed=self.s.messages.error,
            done=self._restored,
        )  # fmt: skip
        self.strip.follow(job)
        self.strip.word.setText(_("Restoring"))
        self.strip.stop.hide()

    def _restored(self, done: trash.Restored) -> None:
        self.s.actions.told(done.changes)
        self._tell(done)

    def _tell(self, done: trash.Restored) -> None:
        """Say what came back besides, and what did not."""
        parts = []
        if done.with_them:
            names = ", ".join(trash.titles(self.s.ws, done.with_them))
            parts.append(_("They belong to {names}, which came back too.").format(names=names))
        parts += [
            _("{old} is in use again, so it came back as {new}.").format(old=one.old, new=one.new)
            for one in done.renumbered
        ]
        if done.loose:
            parts.append(
                ngettext(
                    "{count} link stays empty until what it points to is restored too.",
                    "{count} links stay empty until what they point to is restored too.",
                    done.loose,
                ).format(count=done.loose)
            )
        self.foot.setText(" ".join(parts))

    def forget(self) -> None:
        """Take the ticked records out for good, after asking."""
        chosen = self._chosen()
        if chosen:
            self._forget(chosen, lambda: None)

    def _forget(self, chosen: Sequence[Deleted], then: Callable[[], object]) -> None:
        count, ws = len(chosen), self.s.ws
        text = ngettext(
            "“{title}” and its history leave the book for good. This cannot be undone.",
            "{count} records and their history leave the book for good. This cannot be undone.",
            count,
        ).format(title=chosen[0].title if chosen else "", count=f"{count:,}")
        if not self.s.messages.ask(_("Delete for good"), text, _("Delete for good"), danger=True):
            return

        def done(number: int) -> None:
            said = ngettext("{count} record deleted for good", "{count} records deleted for good", number)
            self.s.messages.toast(said.format(count=f"{number:,}"))
            then()
            self.load()

        job = self.s.jobs.run(
            lambda _progress, cancelled: trash.forget(ws, chosen, cancelled),
            name="forget", done=done, failed=self.s.messages.error,
        )  # fmt: skip
        self.strip.follow(job)
        self.strip.stop.show()
        self.strip.word.setText(_("Deleting for good"))

    def _offer_kinds(self) -> None:
        menu, types = QMenu(self), self.s.ws.dictionary
        kinds = [one.name for one in types.types if any(held.kind == one.name for held in self._all)]
        for kind in ("", *kinds):
            word = translate(types.type(kind).label_plural) if kind else _("All kinds")
            action = menu.addAction(word)
            action.setCheckable(True)
            action.setChecked(kind == self._kind)
            action.triggered.connect(lambda _on=False, kind=kind: self.choose_kind(kind))
        menu.popup(self.kind.mapToGlobal(self.kind.rect().bottomLeft()))

    def choose_kind(self, kind: str) -> None:
        """Show only deleted records of a kind; "" for all."""
        self._kind = kind
        self._show()

    def _offer_keeping(self) -> None:
        menu, held = QMenu(self), self.s.ws.setting(KEEP_DAYS)
        for days, word in KEEPING:
            action = menu.addAction(translate(word))
            action.setCheckable(True)
            action.setChecked(days == held)
            action.triggered.connect(lambda _on=False, days=days: self.keep_for(days))
        menu.addSeparator()
        menu.addAction(_("Empty the trash…")).triggered.connect(lambda: self._forget(self._all, lambda: None))
        menu.actions()[-1].setEnabled(bool(self._all))
        menu.popup(self.keep.mapToGlobal(self.keep.rect().bottomLeft()))

    def keep_for(self, days: int) -> None:
        """Let records leave the trash for good after so many days; 0 for never."""
        ws = self.s.ws

        def keep() -> None:
            self.s.actions.run(lambda: ws.set_setting(KEEP_DAYS, days))
            self._say()

        late = trash.older(ws, self._all, days) if days else []
        if late:
            self._forget(late, keep)
        else:
            keep()

    def _sort(self, field: str, descending: bool) -> None:
        self._order = (field, descending)
        self._show()

    def _clear(self) -> None:
        self._kind = ""
        self.filter.clear()
        self._show()

    def _ticked(self, count: int) -> None:
        said = ngettext("{count} selected", "{count} selected", count).format(count=f"{count:,}")
        self.count.setText(said if count else "")

    def _say(self) -> None:
        days = self.s.ws.setting(KEEP_DAYS)
        fallback = ngettext("Kept for {count} day", "Kept for {count} days", days).format(count=days)
        self.keep.setText(next((translate(word) for number, word in KEEPING if number == days), fallback))
        types = self.s.ws.dictionary
        self.kind.setText(translate(types.type(self._kind).label_plural) if self._kind else _("Kind"))
        self.kind.set_on(bool(self._kind))
