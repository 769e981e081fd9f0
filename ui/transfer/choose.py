"""Step 1: choose a file, drop one, or paste; reading runs beside with progress and cancel."""

from __future__ import annotations

import tempfile
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QFrame, QWidget

from app.shared.i18n import N_, _
from app.transfer.reading import SUFFIXES
from ui.runtime.application import translator
from ui.runtime.icons import icon
from ui.shell.page import Services
from ui.transfer.earlier import EarlierImports
from ui.widgets.basics import ProgressStrip, column, follow_size, label, row
from ui.widgets.buttons import button
from ui.widgets.drops import local_files
from ui.widgets.layouts import layout_of


class ChooseStep(QWidget):
    """A place to drop files, a button, and what went wrong. ``wanted``: these files are to be read."""

    wanted = Signal(list)

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._messages = services.messages
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self.earlier = EarlierImports(services)
        self.title = label(N_("Drop an old sheet anywhere on the window"), font="title")
        self.hint = label(
            N_(
                "Excel, WPS, OpenDocument, text and JSON files, address books (.vcf, .ldif), calendars (.ics); several, or a "
                "whole folder. They are never changed."
            ),
            "muted", wrap=True,
        )  # fmt: skip
        self.choose = button(N_("Choose files"), "folder-open", "primary", key="Ctrl+O", on=self.ask)
        self.folder = button(N_("Choose a folder"), "folder-open", key="Ctrl+Shift+O", on=self.ask_folder)
        self.paste = button(N_("Paste from the clipboard"), "clipboard-paste", key="Ctrl+V", on=self.take_clipboard)
        self.strip = ProgressStrip()
        self.strip.bar.setMinimumWidth(160)
        self.sign = label("", raw=True)
        self.problem = label("", "danger", raw=True, wrap=True)
        self.problem.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.failure = QFrame()
        self.failure.setLayout(row(self.sign, self.problem, gap=8))
        layout_of(self.failure).setStretch(1, 1)
        layout_of(self.failure).setAlignment(self.sign, Qt.AlignmentFlag.AlignTop)
        self.failure.hide()
        self.ground = QFrame()
        self.ground.setProperty("pane", "drop")
        follow_size(self.ground, least_height=190, most_width=720)
        self.ground.setLayout(
            column(
                None,
                self.title,
                6,
                self.hint,
                16,
                row(self.choose, self.folder, self.paste, None),
                12,
                self.strip,
                None,
                margins=(28, 20, 28, 20),
            )
        )
        self.setLayout(
            column(self.ground, 14, self.failure, 8, self.earlier, None, margins=(20, 20, 20, 20), stretch=4)
        )
        layout_of(self).setStretch(5, 0)
        self.setFocusProxy(self.choose)
        translator().changed.connect(lambda _language: self.earlier.refresh())

    def showEvent(self, event: QShowEvent) -> None:
        self.earlier.refresh()
        super().showEvent(event)

    def ask(self) -> None:
        """Ask for files."""
        kinds = " ".join(f"*{suffix}" for suffix in SUFFIXES)
        files = self._messages.open_files(_("Choose files"), f"{_('Sheets')} ({kinds});;{_('All files')} (*)")
        if files:
            self.wanted.emit(files)

    def ask_folder(self) -> None:
        """Ask for a folder, whose files are read in one go."""
        if folder := self._messages.choose_folder(_("Choose a folder")):
            self.wanted.emit([folder])

    def hold(self, on: bool) -> None:
        """Take no other files while some are read."""
        for one in (self.choose, self.folder, self.paste):
            one.setEnabled(not on)

    def take_clipboard(self) -> None:
        """Take the files that were copied, else the table of the clipboard as a file of its own; its page, which knows merged
        cells, before its text."""
        held = QGuiApplication.clipboard().mimeData()
        if files := local_files(held):
            self.wanted.emit(files)
            return
        # An empty clipboard holds nothing at all on some systems.
        html = held.html() if held is not None else ""
        page = html if "<table" in html.lower() else ""
        text = page or (held.text() if held is not None else "")
        if not text.strip():
            self.fail(_("The clipboard holds no table. Copy cells in Excel first."))
            return
        if self._folder is None:
            self._folder = tempfile.TemporaryDirectory(prefix="kebu-", ignore_cleanup_errors=True)
        # Its name is what the person reads on the page and in the history.
        file = Path(self._folder.name) / _("Clipboard")
        file.write_text(text, "utf-8")
        self.wanted.emit([file])

    def fail(self, text: str) -> None:
        """Say plainly why a file cannot be read; "" clears it."""
        self.sign.setPixmap(icon("circle-alert", "danger").pixmap(16, 16))
        self.problem.setText(text)
        self.failure.setVisible(bool(text))
