"""The files of a customer: dropped, pasted or chosen, opened as copies, taken out and deleted."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from app.documents import rules
from app.documents.commands import attach
from app.documents.queries import documents_of, opened, save
from app.records import commands as records
from app.records.record import Record
from app.shared.i18n import N_, _, ngettext
from ui.customers.details import _Section
from ui.runtime.application import theme
from ui.runtime.icons import icon
from ui.shell.page import Services
from ui.widgets.ask_line import AskLine
from ui.widgets.basics import ProgressStrip, label, row
from ui.widgets.buttons import button
from ui.widgets.drops import local_files

_ICONS = {
    "image": "image",
    "sheet": "file-spreadsheet",
    "text": "file-text",
    "archive": "package",
    "file": "file-input",
}
SHOWN = 8


class _Name(QPushButton):
    """The file's name as a button, cut in its middle so that the ending is always seen."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self.setProperty("role", "plain")
        self.setToolTip(name)
        self.setAccessibleName(_("Open {name}").format(name=name))
        self.setStyleSheet("padding:0 2px;text-align:left")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(theme().px(60))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setText(self.fontMetrics().elidedText(self._name, Qt.TextElideMode.ElideMiddle, self.width() - 8))


class DocumentsSection(_Section):
    """The newest files of the customer; the others after a click."""

    def __init__(self, services: Services) -> None:
        super().__init__(N_("Documents"), "plus", N_("Attach files"), self.choose)
        self.s = services
        self._customer = 0
        self._all = False
        self.strip = ProgressStrip()
        self.layout().insertWidget(1, self.strip)

    def show_documents(self, customer: int) -> None:
        """Show the documents of a customer."""
        if customer != self._customer:
            self._customer, self._all = customer, False
        found = documents_of(self.s.ws, "customer", customer)
        rows: list[QWidget] = [self._row(one) for one in (found if self._all else found[:SHOWN])]
        if len(found) > len(rows):
            more = button(role="link", small=True, name=N_("Show all files"), on=self._show_all)
            more.setProperty("only", False)
            more.setText(_("{count} more").format(count=len(found) - len(rows)))
            rows.append(more)
        self.put(rows or [label(N_("Drop files here, or paste a picture"), "faint", "small")])

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
        picture.save(str(file), "PNG")
        self.take([file])

    def take(self, files: Sequence[Path]) -> None:
        """Attach files, beside the window's work."""
        ws, customer = self.s.ws, self._customer
        if not customer:
            return

        def work(progress: Any, cancelled: Any) -> Any:
            return attach(ws, "customer", customer, files, lambda share: progress(share, ""), cancelled)

        def done(made: Any) -> None:
            said = ngettext("Attached {count} file", "Attached {count} files", len(made.ids))
            undo = self.s.actions.undo
            self.s.messages.toast(
                said.format(count=len(made.ids)), _("Undo"), "Ctrl+Z", lambda: undo(made.changes.operation)
            )

        self.strip.follow(self.s.jobs.run(work, name="documents", done=done, failed=self.s.messages.error))

    def open(self, document: Record) -> None:
        """Open a copy with the system's program, after a warning when that may run something."""
        if rules.risky(document.title) and not self.s.messages.ask(
            _("Open “{name}”?").format(name=document.title),
            _("A file of this kind can run a program and do harm. Open it only when you know where it comes from."),
            _("Open"),
            danger=True,
        ):
            return
        ws = self.s.ws
        self.s.jobs.run(
            lambda _progress, _cancelled: opened(ws, document.id),
            name="documents",
            done=lambda path: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))),
            failed=self.s.messages.error,
        )

    def _show_all(self) -> None:
        self._all = True
        self.show_documents(self._customer)

    def _row(self, one: Record) -> QWidget:
        sign = label("", raw=True)
        sign.setPixmap(icon(_ICONS[rules.kind(one.title)], "textMuted").pixmap(16, 16))
        name = _Name(one.title)
        name.clicked.connect(lambda: self.open(one))
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
        menu.addAction(_("Delete")).triggered.connect(
            lambda: self.s.actions.run(lambda: records.delete(self.s.ws, "document", [one.id]))
        )
        menu.popup(at.mapToGlobal(at.rect().bottomLeft()))

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
