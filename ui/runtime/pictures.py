"""Lucide icons drawn in a given colour, sharp at every scale."""

from __future__ import annotations

import hashlib
from functools import lru_cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from app.shared.paths import resource, state_dir


@lru_cache(maxsize=256)
def _source(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text("utf-8")


def _svg(name: str, color: QColor, stroke: float) -> str:
    return _source(name).replace("currentColor", color.name()).replace('stroke-width="2"', f'stroke-width="{stroke}"')


@lru_cache(maxsize=1024)
def drawn(name: str, rgb: str, side: int, ratio: float, stroke: float = 1.75) -> QPixmap:
    """An icon in a colour as a picture of so many points, sharp at a ratio of pixels to points."""
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
    painter.drawPixmap(rect.topLeft(), drawn(name, color.name(), rect.width(), ratio, stroke))


def picture_file(name: str, color: QColor, stroke: float = 1.75) -> str:
    """The path of the coloured SVG, for a style sheet's ``url()``."""
    text = _svg(name, color, stroke)
    path = state_dir() / "icons" / f"{name}-{hashlib.sha1(text.encode(), usedforsecurity=False).hexdigest()[:10]}.svg"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return path.as_posix()


def origin(rect: QRect, side: int) -> QRect:
    """A square of that side in the middle of a rectangle."""
    return QRect(rect.center() - QPoint((side - 1) // 2, (side - 1) // 2), QSize(side, side))
