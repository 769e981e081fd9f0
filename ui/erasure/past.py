"""What was erased so far: the record that stays."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.erasure.queries import Erasure, counted, erasures
from app.shared.dates import show_wall
from app.shared.i18n import N_, _, language
from ui.shell.page import Services
from ui.widgets.basics import column, label, line, row
from ui.widgets.layouts import empty


class PastErasures(QWidget):
    """Each erasure with its day, kind and number, what went, and the reason."""

    def __init__(self, services: Services) -> None:
        super().__init__()
        self.s = services
        self.none = label(N_("Nobody was erased so far."), "muted")
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(0, 4, 0, 0)
        self._rows.setSpacing(0)
        self.setLayout(
            column(label(N_("Erased so far"), font="title"), 2, self.none, self._rows, margins=(0, 22, 0, 0))
        )

    def show_all(self) -> None:
        """Read them anew."""
        empty(self._rows)
        found = erasures(self.s.ws)
        for one in found:
            self._rows.addWidget(self._row(one))
        self.none.setVisible(not found)

    def _row(self, one: Erasure) -> QWidget:
        ws = self.s.ws
        moment: datetime = one.at.astimezone().replace(tzinfo=None)
        what = _("{what} number {id}").format(what=_(ws.dictionary.type(one.kind).label), id=one.id)
        head = row(
            label(what, font="bodyStrong", raw=True),
            label(show_wall(moment, ws.clock.today(), language()), "muted", "small", raw=True),
            None,
            label(counted(ws, one.counts) or _("only in the history"), "muted", "small", raw=True),
            gap=10,
        )
        made = QWidget()
        made.setLayout(
            column(head, label(one.reason, "", "small", raw=True, wrap=True), line(), gap=4, margins=(0, 8, 0, 0))
        )
        return made
