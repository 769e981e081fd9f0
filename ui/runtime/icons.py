"""Lucide icons in the colours of the theme, sharp at every scale."""

from __future__ import annotations

import hashlib
from functools import lru_cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap

from app.shared.paths import resource, state_dir


@lru_cache(maxsize=256)
def _source(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text("utf-8")


def _svg(name: str, color: QColor, stroke: float) -> str:
    return _source(name).replace("currentColor", color.name()).replace('stroke-width="2"', f'stroke-width="{stroke}"')


@lru_cache(maxsize=1024)
def _pixmap(name: str, rgb: str, side: int, ratio: float, stroke: float) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer

    pixels = max(1, round(side * ratio))
    pixmap = QPixmap(pixels, pixels)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(_svg(name, QColor(rgb), stroke).encode())).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def paint_icon(painter: QPainter, name: str, rect: QRect, color: QColor, stroke: float = 1.75) -> None:
    """Draw an icon into a square of a delegate or widget."""
    ratio = painter.device().devicePixelRatioF()
    painter.drawPixmap(rect.topLeft(), _pixmap(name, color.name(), rect.width(), ratio, stroke))


def picture_file(name: str, color: QColor, stroke: float = 1.75) -> str:
    """The path of the coloured SVG, for a style sheet's ``url()``."""
    text = _svg(name, color, stroke)
    path = state_dir() / "icons" / f"{name}-{hashlib.sha1(text.encode(), usedforsecurity=False).hexdigest()[:10]}.svg"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return path.as_posix()


class _Engine(QIconEngine):
    def __init__(self, name: str, tone: str) -> None:
        super().__init__()
        self._name, self._tone = name, tone

    def _draw(self, size: QSize, mode: QIcon.Mode, ratio: float) -> QPixmap:
        from ui.runtime.application import theme

        tone = "textFaint" if mode == QIcon.Mode.Disabled else self._tone
        side = min(size.width(), size.height())
        drawn = _pixmap(self._name, theme().c(tone).name(), side, ratio, 1.75)
        if size.width() <= side:
            return drawn
        # A wider size than high is an icon with a gap after it.
        wide = QPixmap(round(size.width() * ratio), drawn.height())
        wide.setDevicePixelRatio(ratio)
        wide.fill(Qt.GlobalColor.transparent)
        painter = QPainter(wide)
        painter.drawPixmap(0, 0, drawn)
        painter.end()
        return wide

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        painter.drawPixmap(rect.topLeft(), self._draw(rect.size(), mode, painter.device().devicePixelRatioF()))

    def pixmap(self, size: QSize, mode: QIcon.Mode, _state: QIcon.State) -> QPixmap:
        return self._draw(size, mode, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, _state: QIcon.State, scale: float) -> QPixmap:
        side = QSize(round(size.width() / scale), round(size.height() / scale))
        return self._draw(side, mode, scale)

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._tone)


def icon(name: str, tone: str = "textMuted") -> QIcon:
    """An icon by its lucide name in the colour of a token; it follows the theme by itself."""
    return QIcon(_Engine(name, tone))


def pixmap(name: str, tone: str, side: int, ratio: float = 1.0) -> QPixmap:
    """One icon as a picture in the theme's present colour."""
    from ui.runtime.application import theme

    return _pixmap(name, theme().c(tone).name(), side, ratio, 1.75)


def origin(rect: QRect, side: int) -> QRect:
    """A square of that side in the middle of a rectangle."""
    return QRect(rect.center() - QPoint((side - 1) // 2, (side - 1) // 2), QSize(side, side))
