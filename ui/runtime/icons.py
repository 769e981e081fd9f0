"""Icons in the colours of the theme; they follow it by themselves."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap

from ui.runtime.application import theme
from ui.runtime.pictures import drawn


class _Engine(QIconEngine):
    def __init__(self, name: str, tone: str) -> None:
        super().__init__()
        self._name, self._tone = name, tone

    def _draw(self, size: QSize, mode: QIcon.Mode, ratio: float) -> QPixmap:
        tone = "textFaint" if mode == QIcon.Mode.Disabled else self._tone
        side = min(size.width(), size.height())
        narrow = drawn(self._name, theme().c(tone).name(), side, ratio)
        if size.width() <= side:
            return narrow
        # A wider size than high is an icon with a gap after it.
        wide = QPixmap(round(size.width() * ratio), narrow.height())
        wide.setDevicePixelRatio(ratio)
        wide.fill(Qt.GlobalColor.transparent)
        painter = QPainter(wide)
        painter.drawPixmap(0, 0, narrow)
        painter.end()
        return wide

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        painter.drawPixmap(rect.topLeft(), self._draw(rect.size(), mode, painter.device().devicePixelRatioF()))

    def pixmap(self, size: QSize, mode: QIcon.Mode, _state: QIcon.State) -> QPixmap:
        return self._draw(size, mode, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, _state: QIcon.State, scale: float) -> QPixmap:
        return self._draw(size, mode, scale)

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._tone)


def icon(name: str, tone: str = "textMuted") -> QIcon:
    """An icon by its lucide name in the colour of a token; it follows the theme by itself."""
    return QIcon(_Engine(name, tone))


def pixmap(name: str, tone: str, side: int, ratio: float = 1.0) -> QPixmap:
    """One icon as a picture in the theme's present colour."""
    return drawn(name, theme().c(tone).name(), side, ratio)
