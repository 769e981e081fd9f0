"""When the column at hand replaces what the book holds."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from app.records.fields import Field
from app.shared.i18n import N_, _
from app.transfer.plans.write_modes import offered
from ui.runtime.translator import tr
from ui.widgets.basics import column, label


class WriteBox(QWidget):
    """A box with the ways that the field can go. ``chosen``: one of them, "" as the whole import."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.box = QComboBox()
        self.box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        tr(self.box, self.box.setAccessibleName, N_("Where the book has a value"))
        self.box.activated.connect(lambda _at: self.chosen.emit(self.box.currentData()))
        self.setLayout(column(8, label(N_("Where the book has a value"), "muted", "small"), 4, self.box))

    def put(self, field: Field | None, write: str) -> None:
        """Show the ways for a field, and the one that was chosen."""
        ways = offered(field)
        self.setVisible(bool(ways))
        self.box.clear()
        for code, words in ways:
            self.box.addItem(_(words), code)
        self.box.setCurrentIndex(max(0, self.box.findData(write)))
