"""The focus ring: 2 px, 1 px outside, around whatever has the focus."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFocusFrame,
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QWidget,
)

from ui.runtime.application import theme

WIDTH, GAP = 2, 1
_MARGINS = (QStyle.PixelMetric.PM_FocusFrameHMargin, QStyle.PixelMetric.PM_FocusFrameVMargin)


class _Style(QProxyStyle):
    """Lets the ring lie over the whole window, where no narrow row cuts it off, and a little outside."""

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returned: QStyleHintReturn | None = None,
    ) -> int:
        if hint == QStyle.StyleHint.SH_FocusFrame_AboveWidget:
            return 1
        return super().styleHint(hint, option, widget, returned)

    def pixelMetric(
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        return WIDTH + GAP if metric in _MARGINS else super().pixelMetric(metric, option, widget)


class FocusRing(QFocusFrame):
    """One ring for the whole program. Fields and segments draw their own edge, lists their own cursor row."""

    def __init__(self, app: QApplication) -> None:
        super().__init__()
        self._style = _Style()
        self._style.setParent(self)
        self.setStyle(self._style)
        app.focusChanged.connect(self._follow)
        self._again = QTimer(self, singleShot=True, interval=0)
        self._again.timeout.connect(self._look_again)

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        button = isinstance(new, QAbstractButton) and not new.property("segment")
        around = new if button or (new is not None and new.property("ringed")) else None
        self._surround(around)
        if around is None:
            # It would go with the dialog that it was a part of.
            self.hide()
            self.setParent(None)
        else:
            self._again.start()

    def _surround(self, around: QWidget | None) -> None:
        self.setWidget(around)  # type: ignore[arg-type]  # the stub knows no ring around nothing

    def _look_again(self) -> None:
        """A dialog that is just being shown has no room for the ring yet when its button gets the focus."""
        around = self.widget()
        if around is not None and not self.isVisible():
            self._surround(None)
            self._surround(around)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.widget() is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().c("focusRing"), WIDTH))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 7, 7)
