"""The files of a record: dropped, pasted or chosen, opened as copies, taken out and deleted, by mouse and by keys."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from app.documents import rules
from app.documents.commands import attach
from app.documents.queries import documents_of, opened, save
from app.records import commands as records
from app.records.record import Record
from app.shared.i18n import N_, _, ngettext
from ui.customers.details import Section
from ui.runtime.application import theme
from ui.runtime.given import given
from ui.runtime.icons import icon
from ui.shell.page import Action, Services
from ui.widgets.ask_line import AskLine
from ui.widgets.basics import ProgressStrip, label, row
from ui.widgets.buttons import button
from ui.widgets.drops import local_files
from ui.widgets.layouts import layout_of
from ui.widgets.row_name import RowName, focus, names_in

_ICONS = {
    "image": "image",
    "sheet": "file-spreadsheet",
    "text": "file-text",
    "archive": "package",
    "file": "file-input",
}
SHOWN = 8
KEYS = ("Up", "Down", "F2", "Del", "Ctrl+S", "Ins", "Menu")


class DocumentsSection(Section):
    """The newest files of a record; the others after a click.

    Args:
        kind: of the record.
        own: whether it reads anew by itself after a change; else what holds it does.
    """

    def __init__(self, services: Services, kind: str = "customer", *, own: bool = False) -> None:
        super().__init__(N_("Documents"), "plus", N_("Attach files"), self.choose)
        self.s = services
        self._kind, self._number, self._own = kind, 0, own
        self._all = False
        self._found: list[Record] = []
        self.strip = ProgressStrip()
        layout_of(self).insertWidget(1, self.strip)

    def show_documents(self, number: int) -> None:
        """Show the documents of a record; the cursor stays where it was among them."""
        if number != self._number:
            self._number, self._all = number, False
        names = names_in(self.body)
        at = next((at for at, one in enumerate(names) if one.hasFocus()), -1)
        held = names[at].number if at >= 0 else 0
        self._found = self.read()
        found = self._found if self._all else self._found[:SHOWN]
        rows: list[QWidget] = [self._row(one) for one in found]
        if len(self._found) > len(rows):
            more = button(role="link", small=True, name=N_("Show all files"), on=self._show_all)
            more.setProperty("only", False)
            more.setText(_("{count} more").format(count=len(self._found) - len(rows)))
            rows.append(more)
        self.put(rows or [label(N_("Drop files here, or paste a picture"), "faint", "small")])
        if at >= 0:
            places = [place for place, one in enumerate(found) if one.id == held]
            self._go(places[0] if places else min(at, len(found) - 1))

    def read(self) -> list[Record]:
        """The files, the newest first."""
        return documents_of(self.s.ws, self._kind, self._number)

    def actions_list(self) -> tuple[Action, ...]:
        """The keys of the files, for the keys of the page."""
        return (
            Action(N_("Attach files"), self.choose, "A", hint=False),
            Action(N_("Go to the documents"), self.start, "D", hint=False),
            Action(N_("Rename the file"), self.start, "F2", hint=False, shown=True),
            Action(N_("Save a copy of the file"), self.start, "Ctrl+S", hint=False, shown=True),
            Action(N_("Delete the file"), self.start, "Del", hint=False, shown=True),
        )

    def start(self) -> None:
        """Put the cursor on the newest file; on the button that attaches one when there is none."""
        self._go(0)

    def _go(self, at: int) -> None:
        names = names_in(self.body)
        focus(names[max(0, min(at, len(names) - 1))] if names else given(self.head.findChild(QPushButton)))

    def _key(self, key: str, one: Record) -> None:
        names = names_in(self.body)
        at = next((at for at, made in enumerate(names) if made.number == one.id), 0)
        match key:
            case "Up" | "Down":
                self._go(at + (1 if key == "Down" else -1))
            case "F2":
                self._rename(one)
            case "Del":
                self._delete(one)
            case "Ctrl+S":
                self._save(one)
            case "Ins":
                self.choose()
            case "Menu":
                self._menu(one, names[at])

    def _changed(self) -> None:
        if self._own:
            self.show_documents(self._number)

    def choose(self) -> None:
        """Ask for files and attach them."""
        if files := self.s.messages.open_files(_("Attach files"), f"{_('All files')} (*)"):
            self.take(files)

    def paste(self) -> None:
        """Attach the files or the picture of the clipboard."""
        held = QGuiApplication.clipboard().mimeData()
        if files := local_files(held):
            self.take(files)
            return
        picture = QGuiApplication.clipboard().image()
        if picture.isNull():
            self.s.messages.toast(_("The clipboard holds no file and no picture."))
            return
        now = self.s.ws.clock.now_wall()
        file = Path(tempfile.mkdtemp(prefix="kebu-")) / f"{_('Picture')} {now:%Y-%m-%d %H%M%S}.png"
        picture.save(str(file))
        self.take([file])

    def take(self, files: Sequence[Path]) -> None:
        """Attach files, beside the window's work."""
        ws, kind, number = self.s.ws, self._kind, self._number
        if not number:
            return

        def work(progress: Any, cancelled: Any) -> Any:
            return attach(ws, kind, number, files, lambda share: progress(share, ""), cancelled)

        def done(made: Any) -> None:
            self._changed()
            said = ngettext("Attached {count} file", "Attached {count} files", len(made.ids))
            undo = self.s.actions.undo
            self.s.messages.toast(
                said.format(count=len(made.ids)), _("Undo"), "Ctrl+Z", lambda: undo(made.changes.operation)
            )

        self.strip.follow(self.s.jobs.run(work, name="documents", done=done, failed=self.s.messages.error))

    def open(self, document: Record) -> None:
        """Open a copy with the system's program, after a warning when that may run something."""
        self.launch(document.title, lambda: opened(self.s.ws, document.id))

    def launch(self, name: str, file: Path | Callable[[], Path]) -> None:
        """Open a file, or the one that a job makes, with the system's program, after a warning when it may run something."""
        if rules.risky(name) and not self.s.messages.ask(
            _("Open “{name}”?").format(name=name),
            _("A file of this kind can run a program and do harm. Open it only when you know where it comes from."),
            _("Open"),
            danger=True,
        ):
            return
        self.s.jobs.run(
            lambda _progress, _cancelled: file if isinstance(file, Path) else file(),
            name="documents",
            done=lambda path: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))),
            failed=self.s.messages.error,
        )

    def _show_all(self) -> None:
        self._all = True
        self.show_documents(self._number)

    def _row(self, one: Record) -> QWidget:
        sign = label("", raw=True)
        sign.setPixmap(icon(_ICONS[rules.kind(one.title)], "textMuted").pixmap(16, 16))
        name = RowName(one.id, one.title, _("Open {name}").format(name=one.title), KEYS, middle=True)
        name.clicked.connect(lambda: self.open(one))
        name.pressed_key.connect(lambda key: self._key(key, one))
        size = label(rules.size_words(one["size"] or 0), "muted", "small", raw=True)
        more = button("", "ellipsis", "plain", small=True, name=N_("More"))
        more.clicked.connect(lambda: self._menu(one, more))
        made = QWidget()
        lay = row(sign, gap=6)
        lay.addWidget(name, 1)
        lay.addWidget(size)
        lay.addWidget(more)
        made.setLayout(lay)
        made.setMinimumHeight(theme().px(25))
        return made

    def _menu(self, one: Record, at: QWidget) -> None:
        menu = QMenu(self)
        menu.addAction(_("Open")).triggered.connect(lambda: self.open(one))
        menu.addAction(_("Save as…")).triggered.connect(lambda: self._save(one))
        menu.addAction(_("Rename…")).triggered.connect(lambda: self._rename(one))
        menu.addSeparator()
        menu.addAction(_("Delete")).triggered.connect(lambda: self._delete(one))
        menu.popup(at.mapToGlobal(at.rect().bottomLeft()))

    def _delete(self, one: Record) -> None:
        self.s.actions.run(lambda: records.delete(self.s.ws, "document", [one.id]))
        self._changed()

    def _save(self, one: Record) -> None:
        ws = self.s.ws
        target = self.s.messages.save_file(_("Save as…"), rules.safe_name(one.title), f"{_('All files')} (*)")
        if target is not None:
            self.s.jobs.run(
                lambda _progress, _cancelled: save(ws, one.id, target),
                name="documents",
                done=lambda _made: self.s.messages.toast(_("Saved {name}").format(name=target.name)),
                failed=self.s.messages.error,
            )

    def _rename(self, one: Record) -> None:
        text = AskLine(self, N_("Rename the file"), N_("Rename"), text=one.title).ask()
        if text and text != one.title:
            self.s.actions.run(lambda: records.update(self.s.ws, "document", one.id, {"name": text}))
            self._changed()
