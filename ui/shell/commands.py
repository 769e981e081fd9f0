"""The window's own commands, for the palette."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from app.shared.i18n import N_, _
from ui.runtime.look import use_language, use_theme
from ui.shell.exporting import export_anything
from ui.shell.page import Action

if TYPE_CHECKING:
    from ui.shell.window import MainWindow

BOOKS = N_("Kebu books (*.kebu)")
LANGUAGES = (
    ("zh_CN", N_("Language: Chinese")),
    ("en", N_("Language: English")),
    ("system", N_("Language of the system")),
)
THEMES = (
    ("light", N_("Light look"), "sun"),
    ("dark", N_("Dark look"), "moon"),
    ("system", N_("Look of the system"), "monitor"),
)


def own(window: MainWindow) -> Sequence[Action]:
    """What one can do anywhere."""
    s = window.services
    actions = [
        Action(N_("Log a conversation"), window.log_anywhere, "Ctrl+Shift+L", "phone"),
        Action(N_("Undo the last change"), s.actions.undo, "Ctrl+Z", "undo-2"),
        Action(N_("Redo"), s.actions.redo, "Ctrl+Y", "redo-2"),
        Action(N_("All keys of this screen"), window.help, "F1", "keyboard"),
    ]
    if window.books is not None:
        actions += [
            Action(N_("New book…"), lambda: new_book(window), icon="file-plus"),
            Action(N_("Open book…"), lambda: open_book(window), icon="folder-open"),
        ]
    if window.can_back_up:
        actions.append(Action(N_("Back up now"), window.back_up, "Ctrl+B", "shield-check"))
    actions.append(
        Action(N_("Export the whole book, or a kind of record…"), lambda: export_anything(s), icon="download")
    )
    actions += [Action(text, partial(use_language, s.settings, code), icon="languages") for code, text in LANGUAGES]
    actions += [Action(text, partial(use_theme, s.settings, code), icon=sign) for code, text, sign in THEMES]
    return actions


def new_book(window: MainWindow) -> None:
    """Ask for a file and start an empty book there."""
    path = window.messages.save_file(_("New book"), _("My customers") + ".kebu", _(BOOKS))
    books = window.books
    if path is not None and books is not None:
        file = path if path.suffix else path.with_suffix(".kebu")
        window.switch(lambda: books.create(file))


def open_book(window: MainWindow) -> None:
    """Ask for a book and open it in this window."""
    path = window.messages.open_file(_("Open book"), _(BOOKS), window.services.ws.path.parent)
    books = window.books
    if path is not None and books is not None and path != window.services.ws.path:
        window.switch(lambda: books.open(path))
