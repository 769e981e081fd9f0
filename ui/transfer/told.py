"""What is to be known of the files before they are imported: that one came before, that something in one was not read."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame

from app.records.workspace import Workspace
from app.shared.date_words import show_wall
from app.shared.i18n import _, language, listed
from ui.runtime.application import theme
from ui.runtime.icons import icon
from ui.transfer.state import Session
from ui.widgets.basics import label, row
from ui.widgets.layouts import layout_of

MOST = 3


def notes_of(ws: Workspace, session: Session) -> list[str]:
    """What is to be known of the files of a session, as sentences."""
    here = {source.book.path.name for source in session.sources}
    found = []
    for past in session.again:
        when = show_wall(past.at.astimezone().replace(tzinfo=None), ws.clock.today(), language())
        names = listed(dict.fromkeys(file.name for file in past.files if file.name in here))
        if len(here) > 1 and names:
            words = _("“{file}” was imported before ({when}); its rows are recognised.")
            found.append(words.format(file=names, when=when))
        else:
            words = _("This very file was imported before ({when}); its rows are recognised.")
            found.append(words.format(when=when))
    return found + [text for source in session.sources for text in source.book.warnings]


class Told(QFrame):
    """A line for each thing, three at most; all of them in the tooltip."""

    def __init__(self) -> None:
        super().__init__()
        self.sign, self.words = label("", raw=True), label("", font="small", raw=True, wrap=True)
        self.setLayout(row(self.sign, self.words, gap=8, margins=(20, 5, 16, 5), stretch=1))
        layout_of(self).setAlignment(self.sign, Qt.AlignmentFlag.AlignTop)
        theme().changed.connect(self._colours)
        self._colours()
        self.hide()

    def tell(self, words: Sequence[str]) -> None:
        """Show sentences; none hide the line."""
        shown = list(dict.fromkeys(words))
        self.words.setText("\n".join(shown[:MOST]) + (" …" if len(shown) > MOST else ""))
        self.setToolTip("\n".join(shown) if len(shown) > MOST else "")
        self.setVisible(bool(shown))

    def _colours(self) -> None:
        self.setStyleSheet(f"Told{{background:{theme().c('infoSoft').name()}}}")
        self.sign.setPixmap(icon("info", "info").pixmap(15, 15))
