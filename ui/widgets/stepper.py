"""The steps of a document or a wizard: done, current, later. It shows state; buttons change it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.shared.i18n import translate
from ui.runtime.application import theme, translator
from ui.runtime.pictures import origin, paint_icon
from ui.widgets import painting


class Stepper(QWidget):
    """Steps with a number and a word each."""

    def __init__(self, steps: Sequence[str], current: int = 0) -> None:
        """``steps``: English source texts; ``current``: the index of the present one."""
        super().__init__()
        self._steps, self._current = list(steps), current
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        translator().changed.connect(lambda _language: self.show_step(self._current))
        self.show_step(current)

    def show_step(self, current: int, steps: Sequence[str] | None = None) -> None:
        """Mark another step, or show other steps."""
        self._current = current
        if steps is not None:
            self._steps = list(steps)
        if 0 <= current < len(self._steps):
            self.setAccessibleName(f"{current + 1}/{len(self._steps)} {translate(self._steps[current])}")
        self.updateGeometry()
        self.update()

    def _widths(self) -> list[int]:
        metrics = QFontMetrics(theme().font("bodyStrong"))
        return [theme().px(20) + 7 + metrics.horizontalAdvance(translate(step)) for step in self._steps]

    def sizeHint(self) -> QSize:
        return QSize(sum(self._widths()) + 42 * max(0, len(self._steps) - 1) + 2, theme().px(24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, t, left = QPainter(self), theme(), 0
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.height() // 2
        for at, (step, width) in enumerate(zip(self._steps, self._widths(), strict=True)):
            box = QRect(left, middle - t.px(20) // 2, t.px(20), t.px(20))
            edge = "success" if at < self._current else "accent" if at == self._current else "borderStrong"
            painter.setPen(QPen(t.c(edge), 1.5))
            painter.setBrush(t.c("accent") if at == self._current else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QRectF(box).adjusted(1, 1, -1, -1))
            if at < self._current:
                paint_icon(painter, "check", origin(box, 11), t.c("success"), 2.5)
            else:
                painter.setFont(t.font("caption", bold=True))
                painter.setPen(t.c("accentText" if at == self._current else "textMuted"))
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(at + 1))
            words = QRect(left + box.width() + 7, 0, width, self.height())
            on = at == self._current
            painting.text(
                painter,
                words,
                translate(step),
                t.font("bodyStrong" if on else "body"),
                t.c("accent" if on else "textMuted"),
            )
            left += width
            if at < len(self._steps) - 1:
                painter.fillRect(left + 8, middle, 26, 1, t.c("borderStrong"))
                left += 42
