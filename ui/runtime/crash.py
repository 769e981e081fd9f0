"""Bugs: one dialog with a report to copy, and the log."""

from __future__ import annotations

import logging
import sys
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget

from app.shared.i18n import N_, _
from app.shared.paths import state_dir
from ui.widgets.basics import column, label, row
from ui.widgets.buttons import button

log = logging.getLogger("kebu")


def start_log() -> Path:
    """Write the log into the state folder, three files of 1 MB; returns its path."""
    from logging.handlers import RotatingFileHandler

    path = state_dir() / "kebu.log"
    handler = RotatingFileHandler(path, maxBytes=1_000_000, backupCount=2, encoding="utf-8", delay=True)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    log.addHandler(handler)
    log.setLevel(logging.INFO)
    return path


def report(error: BaseException) -> str:
    """What a person can copy into a bug report: versions and the traceback."""
    import platform
    import traceback

    trace = "".join(traceback.format_exception(error))
    return f"Kebu\nPython {platform.python_version()} · Qt {qVersion()} · {platform.platform()}\n\n{trace}"


class CrashDialog(QDialog):
    """Says that the program made a mistake, shows the report and where the log lies."""

    def __init__(self, text: str, log_path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Kebu made a mistake"))
        self.resize(640, 420)
        self.text = QPlainTextEdit(text)
        self.text.setReadOnly(True)
        self.text.setAccessibleName(_("Report"))
        copy = button(N_("Copy report"), "copy", on=self.copy)
        close = button(N_("Close"), role="primary", on=self.accept)
        where = label(_("Log: {path}").format(path=log_path), "muted", raw=True)
        said = label(N_("This step was not carried out. You can go on working."), font="title")
        self.setLayout(column(said, self.text, where, row(None, copy, close), gap=12, margins=(20, 20, 20, 16)))

    def copy(self) -> None:
        """Put the report on the clipboard."""
        QGuiApplication.clipboard().setText(self.text.toPlainText())


class CrashHandler:
    """Takes every uncaught error, logs it, and shows at most one dialog at a time."""

    def __init__(self, log_path: Path, parent: QWidget | None = None) -> None:
        self._path = log_path
        self.parent = parent
        self.dialog: CrashDialog | None = None

    def install(self) -> None:
        """Become the program's ``sys.excepthook``."""
        sys.excepthook = self.hook

    def hook(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """What Python calls for an uncaught error."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self.show(error)

    def show(self, error: BaseException) -> None:
        """Log a bug and tell the person."""
        text = report(error)
        log.error(text)
        if self.dialog is not None:
            return
        self.dialog = CrashDialog(text, self._path, self.parent)
        self.dialog.finished.connect(self._closed)
        self.dialog.open()

    def _closed(self) -> None:
        self.dialog = None
