"""The focus ring: 2 px, 1 px outside, around whatever has the focus."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QApplication, QFocusFrame, QWidget

from ui.runtime.application import theme


class FocusRing(QFocusFrame):
    """One ring for the whole program. Fields and segments draw their own edge, lists their own cursor row."""

    def __init__(self, app: QApplication) -> None:
        super().__init__()
        app.focusChanged.connect(self._follow)

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        button = isinstance(new, QAbstractButton) and not new.property("segment")
        self.setWidget(new if button or (new is not None and new.property("ringed")) else None)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.widget() is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().c("focusRing"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
