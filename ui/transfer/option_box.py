"""A named box of the side pane with the ways that the column at hand can go."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from ui.runtime.translator import tr
from ui.widgets.basics import column, label


class OptionBox(QWidget):
    """The box under its name. ``chosen``: one of its ways."""

    chosen = Signal(str)

    def __init__(self, name: str) -> None:
        """``name``: English source text."""
        super().__init__()
        self.box = QComboBox()
        self.box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        tr(self.box, self.box.setAccessibleName, name)
        self.box.activated.connect(lambda _at: self.chosen.emit(self.box.currentData()))
        self.setLayout(column(8, label(name, "muted", "small"), 4, self.box))

    def offer(self, ways: Iterable[tuple[str, str]], held: str) -> None:
        """Show the ways, code and word, and the one that holds."""
        self.box.clear()
        for code, word in ways:
            self.box.addItem(word, code)
        self.box.setCurrentIndex(max(0, self.box.findData(held)))
