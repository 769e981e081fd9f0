"""The picture of a product: shown, chosen, taken away."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.shared.i18n import N_
from ui.runtime.application import theme
from ui.runtime.pictures import origin, paint_icon
from ui.runtime.translator import tr
from ui.widgets.basics import column, row
from ui.widgets.buttons import button


class _Frame(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.image = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        tr(self, self.setAccessibleName, N_("Picture"))

    def sizeHint(self) -> QSize:
        return QSize(theme().px(112), theme().px(84))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, t = QPainter(self), theme()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setPen(t.c("border"))
        painter.setBrush(t.c("surfaceSunken"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        if self.image.isNull():
            paint_icon(painter, "image", origin(self.rect(), 20), t.c("textFaint"))
            return
        inner = self.rect().adjusted(2, 2, -2, -2)
        size = self.image.size().scaled(inner.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRect(inner.topLeft(), size)
        place.moveCenter(inner.center())
        painter.drawImage(place, self.image)


class PictureField(QWidget):
    """The picture and its two buttons. ``wanted`` asks for a file, ``removed`` to take the picture away."""

    wanted = Signal()
    removed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.frame = _Frame()
        self.choose = button(N_("Choose a picture"), "image", small=True, on=self.wanted.emit)
        self.remove = button(N_("Remove the picture"), "x", "plain", small=True, on=self.removed.emit)
        self.setLayout(row(self.frame, column(self.choose, self.remove, None, gap=6), None, gap=12))

    def put(self, data: bytes | None) -> None:
        """Show a picture, or that there is none."""
        self.frame.image = QImage.fromData(data) if data else QImage()
        self.remove.setVisible(bool(data))
        self.frame.update()
