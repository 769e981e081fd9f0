"""Hidden rows and columns on the mapping page: what there is, and the switch to take them or leave them out."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from app.shared.i18n import N_, _
from app.transfer.layout.hidden import LEAVE, TAKE, Hidden
from ui.runtime.application import theme
from ui.runtime.icons import icon
from ui.widgets.basics import label, row
from ui.widgets.buttons import Choices


class HiddenNote(QFrame):
    """The note over the sheet. ``chosen``: the user wants them taken, or not."""

    chosen = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.sign, self.words = label("", raw=True), label("", font="small", raw=True)
        self.ways = Choices(
            ((TAKE, N_("Take them")), (LEAVE, N_("Leave them out"))), small=True, name=N_("Hidden rows and columns")
        )
        self.ways.chosen.connect(lambda way: self.chosen.emit(way == TAKE))
        self.setLayout(row(self.sign, self.words, self.ways, None, gap=8, margins=(20, 4, 16, 4)))
        theme().changed.connect(self._colours)
        self._colours()
        self.hide()

    def show_hidden(self, hidden: Hidden) -> None:
        """Tell what is hidden in the sheet at hand; nothing is said where nothing is."""
        self.setVisible(bool(hidden))
        self.words.setText(_("The sheet has {hidden}.").format(hidden=hidden.words) if hidden else "")
        self.ways.choose(TAKE if hidden.taken else LEAVE)

    def _colours(self) -> None:
        self.setStyleSheet(f"HiddenNote{{background:{theme().c('warningSoft').name()}}}")
        self.sign.setPixmap(icon("eye-off", "warning").pixmap(15, 15))
