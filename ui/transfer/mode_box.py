"""What happens with rows whose record is in the book already."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox

from app.shared.i18n import N_, _
from app.transfer.drafting.merging import ADD, OVERWRITE, SKIP, UPDATE
from ui.runtime.translator import tr

MODES = (
    (UPDATE, N_("Already there: fill what is empty")), (OVERWRITE, N_("Already there: replace values")),
    (SKIP, N_("Already there: leave as it is")), (ADD, N_("Already there: add again")),
)  # fmt: skip


class ModeBox(QComboBox):
    """The box with the ways."""

    def __init__(self) -> None:
        super().__init__()
        tr(self, self.setAccessibleName, N_("Rows that are already there"))

    def say(self, mode: str) -> None:
        """Say the ways in the language in use, with one of them chosen."""
        self.clear()
        for code, word in MODES:
            self.addItem(_(word), code)
        self.setCurrentIndex([code for code, _word in MODES].index(mode))
