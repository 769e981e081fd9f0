"""What is asked when the book to start with is not there."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from app.records.workspace import Workspace
from app.shared.errors import KebuError
from app.shared.i18n import _
from ui.runtime.books import Books
from ui.runtime.file_dialogs import Mode, choose


def ask_for_book(path: Path, error: KebuError, books: Books) -> Workspace | None:
    """Make the missing book, open another, or leave.

    Args:
        path: where the book was looked for. error: why it did not open.

    Returns:
        The open book; None when the person leaves.
    """
    while True:
        said = _("There is no book “{name}”.").format(name=path)
        box = QMessageBox(QMessageBox.Icon.Question, "Kebu", said if not path.exists() else str(error))
        box.setTextFormat(Qt.TextFormat.PlainText)
        make = box.addButton(_("Make a new book there"), QMessageBox.ButtonRole.AcceptRole)
        other = box.addButton(_("Open another book…"), QMessageBox.ButtonRole.ActionRole)
        box.addButton(_("Quit"), QMessageBox.ButtonRole.RejectRole)
        make.setVisible(not path.exists())
        box.setDefaultButton(other if path.exists() else make)
        box.exec()
        pressed = box.clickedButton()
        try:
            if pressed is make:
                return books.create(path)
            if pressed is not other:
                return None
            found = choose(None, _("Open book"), _("Kebu books (*.kebu)"), Mode.ExistingFile, str(path.parent))
            if found:
                path = found[0]
                return books.open(path)
        except KebuError as problem:
            error = problem
            QMessageBox.warning(None, "Kebu", str(problem))
