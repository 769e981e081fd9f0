"""Two records side by side, field by field, with what merging them gives."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.shared.i18n import N_, _
from app.transfer.review import ADDED, APPENDED, BOOK, BOTH, FILE, SAME, Line
from ui.runtime.application import theme
from ui.widgets import painting

TAGS = {
    SAME: (N_("same"), "ok"),
    ADDED: (N_("added"), "inf"),
    APPENDED: (N_("appended"), ""),
    BOTH: (N_("both kept"), "inf"),
}
K = Qt.Key


class Compare(QWidget):
    """The grid; where both sides differ a ring chooses one: click, or ↑↓ to a field and ← →. ``chosen``: (field, from the file)."""

    chosen = Signal(str, bool)

    def __init__(self) -> None:
        super().__init__()
        self.lines: Sequence[Line] = ()
        self._left, self._right, self._at = "", "", 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def put(self, lines: Sequence[Line], left: str, right: str) -> None:
        """Show lines under the headings of the two sides."""
        self.lines, self._left, self._right = lines, left, right
        free = [at for at, one in enumerate(lines) if one.free]
        if self._at not in free:
            self._at = free[0] if free else 0
        self._tell()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(400, self._head() + self._high() * len(self.lines))

    minimumSizeHint = sizeHint

    def keyPressEvent(self, event: QKeyEvent) -> None:
        free = [at for at, one in enumerate(self.lines) if one.free]
        key = event.key()
        if key in (K.Key_Up, K.Key_Down) and free:
            step = 1 if key == K.Key_Down else -1
            here = free.index(self._at) if self._at in free else -1
            self._at = free[max(0, min(len(free) - 1, here + step))]
            self._tell()
            self.update()
        elif key in (K.Key_Left, K.Key_Right) and self._at in free:
            self.chosen.emit(self.lines[self._at].name, key == K.Key_Left)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        spot = event.position().toPoint()
        at = (spot.y() - self._head()) // self._high()
        if 0 <= at < len(self.lines) and self.lines[at].free:
            part = next(
                (part for part in (1, 2) if self._columns()[part][0] <= spot.x() < sum(self._columns()[part])), 0
            )
            if part:
                self._at = at
                self.chosen.emit(self.lines[at].name, part == 1)

    def _tell(self) -> None:
        if not self.lines:
            return
        one = self.lines[min(self._at, len(self.lines) - 1)]
        self.setAccessibleName(f"{one.label}: {one.file} | {one.held} → {one.merged}")

    def _head(self) -> int:
        return theme().px(38)

    def _high(self) -> int:
        return theme().px(33)

    def _columns(self) -> list[tuple[int, int]]:
        first = theme().px(104)
        rest = (self.width() - first) // 3
        return [(0, first), (first, rest), (first + rest, rest), (first + 2 * rest, self.width() - first - 2 * rest)]

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, t = QPainter(self), theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        columns, head, high = self._columns(), self._head(), self._high()
        painter.fillRect(0, 0, self.width(), head, t.c("surfaceSunken"))
        painter.fillRect(columns[3][0], 0, columns[3][1], self.height(), t.c("surfaceSunken"))
        for (left, wide), words in zip(columns[1:], (self._left, self._right, _("After merging")), strict=True):
            painting.text(painter, QRect(left + 12, 0, wide - 16, head), words, t.font("bodyStrong"), t.c("text"))
        painter.fillRect(0, head - 1, self.width(), 1, t.c("borderStrong"))
        for at, one in enumerate(self.lines):
            self._row(painter, at, one, head + at * high, high, columns)
        painter.fillRect(columns[3][0], 0, 1, self.height(), t.c("borderStrong"))

    def _row(self, painter: QPainter, at: int, one: Line, top: int, high: int, columns: list[tuple[int, int]]) -> None:
        t = theme()
        picked = {ADDED: 1, FILE: 1, BOOK: 2 if one.held else 0}.get(one.how, 0)
        if picked:
            painter.fillRect(QRect(columns[picked][0], top, columns[picked][1], high - 1), t.c("selection"))
        painting.text(painter, QRect(12, top, columns[0][1] - 16, high), one.label, t.font("small"), t.c("textMuted"))
        for part, words in ((1, one.file), (2, one.held)):
            box = QRect(columns[part][0] + 12, top, columns[part][1] - 18, high)
            if one.free:
                ring(painter, box, picked == part)
                box.adjust(24, 0, 0, 0)
            painting.text(painter, box, words or _("empty"), t.font(), t.c("text" if words else "textFaint"))
        box = QRect(columns[3][0] + 12, top, columns[3][1] - 24, high)
        if one.how in TAGS:
            word, tone = _(TAGS[one.how][0]), TAGS[one.how][1]
            wide = painting.tag_width(word)
            painting.tag(painter, QRect(box.right() - wide, top + (high - t.px(20)) // 2, wide, t.px(20)), word, tone)
            box.adjust(0, 0, -wide - 8, 0)
        painting.text(painter, box, one.merged, t.font("bodyStrong"), t.c("text"))
        painter.fillRect(0, top + high - 1, self.width(), 1, t.c("border"))
        if self.hasFocus() and at == self._at and one.free:
            painter.setPen(QPen(t.c("focusRing"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRect(columns[1][0] + 1, top + 1, columns[1][1] + columns[2][1] - 2, high - 4))


def ring(painter: QPainter, box: QRect, on: bool) -> None:
    """Draw the ring of a choice at the left of a box, filled when it is the one taken."""
    t = theme()
    side = 15
    spot = QRect(box.left(), box.center().y() - side // 2, side, side)
    painter.setPen(QPen(t.c("accent" if on else "controlEdge"), 5 if on else 1.2))
    painter.setBrush(t.c("accentText") if on else QColor(t.c("surfaceRaised")))
    edge = 3 if on else 1
    painter.drawEllipse(spot.adjusted(edge, edge, -edge, -edge))
