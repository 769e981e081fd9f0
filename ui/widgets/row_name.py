"""The words of a row as a button that takes the row's keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ui.runtime.application import theme
from ui.runtime.given import given


class RowName(QPushButton):
    """The words, cut where the room ends. A click or Enter chooses; ``pressed_key`` tells the other keys.

    Args:
        number: the id of the record of the row.
        keys: the keys that it takes, as Qt writes them.
        middle: whether the words are cut in their middle, so that the end is always seen.
    """

    pressed_key = Signal(str)

    def __init__(self, number: int, words: str, spoken: str, keys: Sequence[str], *, middle: bool = False) -> None:
        """``spoken``: the accessible name."""
        super().__init__()
        self.number, self._words, self._keys = number, " ".join(words.split()), tuple(keys)
        self._cut = Qt.TextElideMode.ElideMiddle if middle else Qt.TextElideMode.ElideRight
        self.setAutoDefault(False)
        self.setProperty("role", "plain")
        self.setToolTip(words)
        self.setAccessibleName(spoken)
        self.setStyleSheet("padding:0 2px;text-align:left")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(theme().px(60))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        words = self.fontMetrics().elidedText(self._words, self._cut, self.width() - 8)
        self.setText(words.replace("&", "&&"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        name = QKeySequence(event.keyCombination()).toString()
        if name in self._keys:
            self.pressed_key.emit(name)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


def names_in(body: QVBoxLayout) -> list[RowName]:
    """The names of the rows of a section, from the top."""
    rows = [given(body.itemAt(at)).widget() for at in range(body.count())]
    return [one for row in rows if row is not None and (one := row.findChild(RowName)) is not None]


def focus(there: QWidget) -> None:
    """Put the cursor on a part, and into sight what holds it."""
    there.setFocus(Qt.FocusReason.ShortcutFocusReason)
    area = there.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    if area is not None:
        area.ensureWidgetVisible(there)
