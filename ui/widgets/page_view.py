"""The pages of a document on screen: scrolled, fitted to the width or zoomed."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QPalette, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea

from app.shared.i18n import N_
from ui.runtime.application import theme
from ui.runtime.translator import tr

MARGIN, GAP = 20, 16
FIT_WIDTH, FIT_PAGE = 0.0, -1.0
SCREEN = 96 / 72


class PageView(QAbstractScrollArea):
    """Shows pictures of pages. ``wanted`` asks for pictures of the visible pages at the present width.

    ``looked`` tells the page, from 0, in the middle of the view.
    """

    wanted = Signal()
    looked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.sizes: tuple[tuple[float, float], ...] = ()
        self.zoom = FIT_WIDTH
        self._pictures: dict[int, QImage] = {}
        self._fresh: set[int] = set()
        self._drawn = 0
        self._tops: tuple[object, list[int]] = ((), [])
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        tr(self, self.setAccessibleName, N_("Print preview"))
        self.verticalScrollBar().valueChanged.connect(lambda _at: self._moved())
        self.horizontalScrollBar().valueChanged.connect(lambda _at: self.viewport().update())
        theme().changed.connect(self._colour)
        self._colour()

    def put(
        self, sizes: tuple[tuple[float, float], ...], pictures: Mapping[int, QImage], width: int, *, whole: bool
    ) -> None:
        """Show pages.

        Args:
            sizes: of all pages, in points.
            pictures: of some pages, ``width`` device pixels wide.
            whole: whether the document is another one, so that pictures shown before are out of date.
        """
        changed = sizes != self.sizes
        self.sizes = sizes
        if whole or width != self._drawn:
            self._fresh = set()
        self._drawn = width
        self._pictures = {page: picture for page, picture in self._pictures.items() if page < len(sizes)}
        self._pictures.update(pictures)
        self._fresh.update(pictures)
        if changed:
            self._measure()
        self.viewport().update()
        self._ask()

    def picture(self, page: int) -> QImage | None:
        """The picture shown of a page."""
        return self._pictures.get(page)

    def set_zoom(self, zoom: float) -> None:
        """``FIT_WIDTH``, ``FIT_PAGE`` or a factor of the paper's size on screen."""
        self.zoom = zoom
        self._measure()
        self._ask()

    @property
    def device_width(self) -> int:
        """How wide pictures are wanted, in device pixels."""
        widest = max((size[0] for size in self.sizes), default=595.0)
        return max(80, round(widest * self._scale() * self.devicePixelRatioF()))

    def visible_pages(self) -> list[int]:
        """The pages in view, and the one after."""
        seen = [at for at in range(len(self.sizes)) if self._rect(at).intersects(self.viewport().rect())]
        if seen and seen[-1] + 1 < len(self.sizes):
            seen.append(seen[-1] + 1)
        return seen or [0]

    @property
    def page(self) -> int:
        """The page in the middle of the view."""
        middle = self.viewport().height() // 2
        return next(
            (at for at in range(len(self.sizes)) if self._rect(at).bottom() >= middle), max(0, len(self.sizes) - 1)
        )

    def _scale(self) -> float:
        if self.zoom > 0:
            return self.zoom * SCREEN
        width, height = self.sizes[0] if self.sizes else (595.0, 842.0)
        room = max(80, self.width() - 2 * MARGIN - self.verticalScrollBar().sizeHint().width())
        scale = room / width
        if self.zoom == FIT_PAGE:
            scale = min(scale, max(80, self.height() - 2 * MARGIN) / height)
        return scale

    def _rect(self, page: int) -> QRect:
        scale = self._scale()
        if self._tops[0] != (scale, self.sizes):
            tops, top = [], MARGIN
            for _width, height in self.sizes:
                tops.append(top)
                top += round(height * scale) + GAP
            self._tops = ((scale, self.sizes), tops)
        top = self._tops[1][page]
        width, height = (round(side * scale) for side in self.sizes[page])
        left = max(MARGIN, (self.viewport().width() - width) // 2)
        return QRect(left - self.horizontalScrollBar().value(), top - self.verticalScrollBar().value(), width, height)

    def _measure(self) -> None:
        scale = self._scale()
        height = 2 * MARGIN + sum(round(size[1] * scale) for size in self.sizes) + GAP * max(0, len(self.sizes) - 1)
        width = 2 * MARGIN + max((round(size[0] * scale) for size in self.sizes), default=0)
        for bar, whole, room in (
            (self.verticalScrollBar(), height, self.viewport().height()),
            (self.horizontalScrollBar(), width, self.viewport().width()),
        ):
            bar.setRange(0, max(0, whole - room) if self.zoom > 0 or bar is self.verticalScrollBar() else 0)
            bar.setPageStep(room)
            bar.setSingleStep(40)
        self.viewport().update()

    def _moved(self) -> None:
        self.viewport().update()
        self.looked.emit(self.page)
        self._ask()

    def _ask(self) -> None:
        if self.sizes and (self._drawn != self.device_width or not self._fresh.issuperset(self.visible_pages())):
            self.wanted.emit()

    def _colour(self) -> None:
        palette = self.viewport().palette()
        palette.setColor(QPalette.ColorRole.Base, theme().c("surfaceSunken"))
        palette.setColor(QPalette.ColorRole.Window, theme().c("surfaceSunken"))
        self.viewport().setPalette(palette)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()
        self._ask()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            now = self._scale() / SCREEN
            self.set_zoom(min(4.0, max(0.25, now * (1.15 if event.angleDelta().y() > 0 else 1 / 1.15))))
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        steps = {
            Qt.Key.Key_PageDown: bar.pageStep(),
            Qt.Key.Key_PageUp: -bar.pageStep(),
            Qt.Key.Key_Down: bar.singleStep(),
            Qt.Key.Key_Up: -bar.singleStep(),
            Qt.Key.Key_Home: -bar.maximum(),
            Qt.Key.Key_End: bar.maximum(),
        }
        if event.key() in steps and not event.modifiers():
            bar.setValue(bar.value() + steps[Qt.Key(event.key())])
        else:
            event.ignore()

    def sizeHint(self) -> QSize:
        return QSize(472, 600)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, t = QPainter(self.viewport()), theme()
        painter.fillRect(self.viewport().rect(), t.c("surfaceSunken"))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for at in range(len(self.sizes)):
            rect = self._rect(at)
            if not rect.intersects(self.viewport().rect()):
                continue
            for spread in range(8, 0, -2):
                painter.fillRect(QRectF(rect).adjusted(-spread, 2 - spread, spread, spread + 3), QColor(0, 0, 0, 4))
            painter.fillRect(rect, Qt.GlobalColor.white)
            if (picture := self._pictures.get(at)) is not None:
                painter.drawImage(rect, picture)
            painter.setPen(t.c("border"))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        if self.hasFocus():
            painter.setPen(t.c("focusRing"))
            painter.drawRect(self.viewport().rect().adjusted(0, 0, -1, -1))
