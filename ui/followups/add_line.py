"""A line that takes a reminder in a sentence and says how it is understood."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.runtime.application import theme
from ui.runtime.pictures import origin, paint_icon
from ui.runtime.translator import tr
from ui.widgets.basics import follow_size, key_cap, row
from ui.widgets.cut_label import CutLabel

HEIGHT, SAID = 46, 0.42


class _Edit(QLineEdit):
    escaped = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)
            # Qt leaves Enter to the parents, where it would open the row.
            event.accept()


class AddLine(QWidget):
    """The line. ``kept`` carries the sentence, ``escaped`` comes with Esc.

    Args:
        hint: what may be typed, English source text; also its accessible name.
        read: says how the sentence is understood.
        indent: stands under a row of the agenda, without the key at its right.
    """

    kept = Signal(str)
    escaped = Signal()

    def __init__(self, hint: str, read: Callable[[str], str], *, indent: bool = False) -> None:
        super().__init__()
        self._read, self._indent = read, indent
        self.edit = _Edit()
        self.edit.setProperty("bare", True)
        tr(self.edit, self.edit.setPlaceholderText, hint)
        tr(self.edit, self.edit.setAccessibleName, hint)
        self.said = CutLabel("accent", "small")
        self.cap = key_cap("N")
        if indent:
            self.cap.hide()
        left = 108 if indent else 46
        self.setLayout(row(self.edit, self.said, self.cap, gap=10, margins=(left, 0, 20, 0)))
        follow_size(self, height=HEIGHT)
        self.edit.textChanged.connect(self._changed)
        self.edit.returnPressed.connect(self._keep)
        self.edit.escaped.connect(self._escape)
        self.said.hide()

    def sizeHint(self) -> QSize:
        return QSize(300, theme().px(HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # What is typed keeps the larger part; how it is understood is said whole in the tip.
        self.said.setMaximumWidth(int(self.width() * SAID))

    def start(self) -> None:
        """Put the cursor into the line."""
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def finish(self) -> None:
        """Empty it after it was kept; the cursor stays for the next one."""
        self.edit.clear()

    def _changed(self, text: str) -> None:
        shown = bool(text.strip())
        self.said.setText(self._read(text) if shown else "")
        self.said.setVisible(shown)
        self.cap.setVisible(not shown and not self._indent)

    def _keep(self) -> None:
        if text := self.edit.text().strip():
            self.kept.emit(text)
        else:
            self.escaped.emit()

    def _escape(self) -> None:
        self.edit.clear()
        self.escaped.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, t = QPainter(self), theme()
        if self._indent:
            painter.fillRect(self.rect(), t.c("surfaceSunken"))
            painter.fillRect(0, self.height() - 1, self.width(), 1, t.c("border"))
        name = "corner-down-left" if self._indent else "plus"
        at = QRect(82 if self._indent else 20, 0, 16, self.height())
        paint_icon(painter, name, origin(at, 15), t.c("textMuted"))
