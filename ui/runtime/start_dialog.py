"""What is asked when the book to start with is not there."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QMessageBox

from app.records.workspace import Workspace
from app.shared.errors import KebuError
from app.shared.i18n import _
from ui.runtime.books import Books
from ui.runtime.file_dialogs import Mode, choose
from ui.runtime.message_box import add_button, message_box


def ask_for_book(path: Path, error: KebuError, books: Books) -> Workspace | None:
    """Make the missing book, open another, or leave.

    Args:
        path: where the book was looked for. error: why it did not open.

    Returns:
        The open book; None when the person leaves.
    """
    while True:
        there = path.exists()
        title = _("That did not work") if there else _("There is no book “{name}”.").format(name=path.name)
        box = message_box("book-user", "accent", title, str(error) if there else str(path.parent), None)
        make = add_button(
            box, _("Make a new book there"), QMessageBox.ButtonRole.AcceptRole, "" if there else "primary"
        )
        other = add_button(box, _("Open another book…"), QMessageBox.ButtonRole.ActionRole, "primary" if there else "")
        add_button(box, _("Quit"), QMessageBox.ButtonRole.RejectRole)
        make.setVisible(not there)
        box.setDefaultButton(other if there else make)
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
            told = message_box("triangle-alert", "warning", _("That did not work"), str(problem), None)
            add_button(told, _("Got it"), QMessageBox.ButtonRole.AcceptRole, "primary")
            told.exec()
