"""A label of one line that is cut short where its room ends."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel

from ui.runtime.application import theme
from ui.widgets.basics import follow_font


class CutLabel(QLabel):
    """Plain text in one line; what has no room is said whole in the tip.

    Args:
        tone, font: as for ``basics.label``.
        most: the width that a long text asks for, in px at the usual font size; 0 for its own.
    """

    def __init__(self, tone: str = "", font: str = "body", most: int = 0) -> None:
        super().__init__()
        self._most = most
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("tone", tone)
        follow_font(self, font)

    def setText(self, text: str) -> None:
        super().setText(" ".join(text.split()))
        self.setToolTip(text)

    def ask_for(self, most: int) -> None:
        """Let a long text ask for another width, in px at the usual font size."""
        self._most = most
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(min(hint.width(), theme().px(self._most)), hint.height()) if self._most else hint

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.fontMetrics().horizontalAdvance(self.text()) <= self.width():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        self.style().drawItemText(
            painter, self.rect(), int(self.alignment()), self.palette(), self.isEnabled(), shown, self.foregroundRole()
        )
