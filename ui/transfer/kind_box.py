"""What the new field that the column at hand becomes is to hold."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from app.records.own import KINDS
from app.shared.i18n import N_, _
from app.transfer.columns.proposals import CUSTOM, Column
from ui.runtime.translator import tr
from ui.widgets.basics import column, label


class KindBox(QWidget):
    """A box with the kinds of fields. ``chosen``: the name of one."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.box = QComboBox()
        self.box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        tr(self.box, self.box.setAccessibleName, N_("What the new field holds"))
        self.box.activated.connect(lambda _at: self.chosen.emit(self.box.currentData()))
        self.setLayout(column(8, label(N_("What the new field holds"), "muted", "small"), 4, self.box))

    def put(self, held: Column) -> None:
        """Show the kind of a column's new field; hidden for other columns."""
        self.setVisible(len(held.targets) == 1 and held.targets[0].startswith(CUSTOM))
        self.box.clear()
        for one in KINDS:
            self.box.addItem(_(one.label), one.name)
        self.box.setCurrentIndex(max(0, self.box.findData(held.new_kind or "text")))
