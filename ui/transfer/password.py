"""Passwords of locked workbooks: asked for, used for one import and its copy, and kept nowhere else."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from app.shared.errors import KebuError
from app.shared.i18n import N_, _
from app.transfer.reading import PasswordNeeded
from ui.widgets.ask_line import AskLine


class AskPassword(AskLine):
    """A line that shows dots.

    Args:
        error: what reading the workbook without the right password came to.
    """

    def __init__(self, parent: QWidget, error: PasswordNeeded) -> None:
        file = str(error.values["file"])
        words = _("“{file}” is locked.") if not error.given else _("The password does not open “{file}”; try again.")
        self._words = words.format(file=file)
        super().__init__(parent, N_("Password of the workbook"), N_("Open the file"))
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.said.setText(self._words)

    def _changed(self, text: str) -> None:
        self.said.setText(self._words)
        self.go.setEnabled(bool(text))

    def ask(self) -> str:
        """The password as it was typed, "" when cancelled."""
        return self.line.text() if self.exec() == QDialog.DialogCode.Accepted else ""


class Passwords:
    """The passwords of the files that are being read.

    Args:
        parent: what the dialog stands over.
        again: reads files anew.

    Attributes:
        skipped: those of several files that are not opened.
    """

    def __init__(self, parent: QWidget, again: Callable[[Sequence[Path]], None]) -> None:
        self._parent, self._again = parent, again
        self._files: list[Path] = []
        self._known: dict[Path, str] = {}
        self._asked = False
        self.skipped: set[Path] = set()

    def known(self, files: Sequence[Path]) -> Mapping[Path, str]:
        """The passwords of these files; all is forgotten when the person chooses files, be it the same ones again."""
        if not self._asked:
            self._files, self._known, self.skipped = list(files), {}, set()
        return dict(self._known)

    def of(self, files: Iterable[Path]) -> dict[Path, str]:
        """Files that were read, each with its password, "" where none was needed."""
        return {file: self._known.get(file, "") for file in files}

    def refused(self, error: KebuError) -> None:
        """When a workbook is locked, ask for its password as soon as the failed reading is over, and read again."""
        if isinstance(error, PasswordNeeded):
            QTimer.singleShot(0, self._parent, lambda: self._ask(error))

    def _ask(self, error: PasswordNeeded) -> None:
        if password := AskPassword(self._parent, error).ask():
            self._known[error.path] = password
        elif len(self._files) > 1 or self._files[0].is_dir():
            self.skipped.add(error.path)
        else:
            return
        self._asked = True
        try:
            self._again(self._files)
        finally:
            self._asked = False
