"""Records side by side, field by field, with what merging them gives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.shared.i18n import _
from ui.runtime.application import theme
from ui.widgets import painting

K = Qt.Key
HEAD = -1


@dataclass(frozen=True, slots=True)
class Row:
    """One field.

    Args:
        cells: what each record has, said.
        picked: the place of the record whose value is taken, -1 for none of them alone.
        merged: what the result has.
        free: whether one may choose.
        tag, tone: a word beside the result and its tone.
    """

    name: str
    label: str
    cells: tuple[str, ...]
    picked: int
    merged: str
    free: bool = False
    tag: str = ""
    tone: str = ""


class SideBySide(QWidget):
    """The grid; where one may choose each cell has a ring: click, or ↑↓ to a field and ← →.

    Signals:
        picked: a field and the place of the record whose value is to be taken. kept: the place of the record that stays.
    """

    picked = Signal(str, int)
    kept = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.rows: Sequence[Row] = ()
        self.heads: Sequence[str] = ()
        self.keep = -1
        self._after = ""
        self._at = HEAD
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_rows(self, rows: Sequence[Row], heads: Sequence[str], keep: int = -1, after: str = "") -> None:
        """Show fields under the heads of the records.

        Args:
            keep: the record that stays, where one may choose it; -1 where not.
            after: what stands above the results, where they are not those of merging.
        """
        self.rows, self.heads, self.keep, self._after = rows, heads, keep, after
        stops = self._stops()
        if self._at not in stops:
            self._at = stops[0] if stops else HEAD
        self._tell()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(max(400, theme().px(150) * (len(self.heads) + 1)), self._head() + self._high() * len(self.rows))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(104 + 110 * (len(self.heads) + 1)), self.sizeHint().height())

    def _stops(self) -> list[int]:
        """The lines where one may choose; the head is one when a record is to be kept."""
        head = [HEAD] if self.keep >= 0 else []
        return head + [at for at, one in enumerate(self.rows) if one.free]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        stops, key = self._stops(), event.key()
        if key in (K.Key_Up, K.Key_Down) and stops:
            step = 1 if key == K.Key_Down else -1
            here = stops.index(self._at) if self._at in stops else -1
            self._at = stops[max(0, min(len(stops) - 1, here + step))]
            self._tell()
            self.update()
        elif key in (K.Key_Left, K.Key_Right) and self._at in stops:
            held = self.keep if self._at == HEAD else self.rows[self._at].picked
            self._take(self._at, max(0, min(len(self.heads) - 1, held + (1 if key == K.Key_Right else -1))))
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        spot = event.position().toPoint()
        at = HEAD if spot.y() < self._head() else (spot.y() - self._head()) // self._high()
        if at in self._stops():
            columns = self._columns()
            part = next((p for p in range(1, len(columns) - 1) if columns[p][0] <= spot.x() < sum(columns[p])), 0)
            if part:
                self._at = at
                self._take(at, part - 1)
        super().mousePressEvent(event)

    def _take(self, at: int, place: int) -> None:
        if at == HEAD:
            self.kept.emit(place)
        else:
            self.picked.emit(self.rows[at].name, place)
        self._tell()

    def _tell(self) -> None:
        if self._at == HEAD and 0 <= self.keep < len(self.heads):
            self.setAccessibleName(_("Stays: {name}").format(name=self.heads[self.keep]))
        elif self.rows:
            one = self.rows[min(max(self._at, 0), len(self.rows) - 1)]
            self.setAccessibleName(f"{one.label}: {' | '.join(one.cells)} → {one.merged}")

    def _head(self) -> int:
        return theme().px(38)

    def _high(self) -> int:
        return theme().px(33)

    def _label_width(self) -> int:
        """Room for the longest name of a field, within bounds."""
        metrics = QFontMetrics(theme().font("small"))
        widest = max((metrics.horizontalAdvance(one.label) for one in self.rows), default=0)
        return min(max(theme().px(104), widest + 24), theme().px(190))

    def _columns(self) -> list[tuple[int, int]]:
        first, count = self._label_width(), len(self.heads) + 1
        each = (self.width() - first) // count
        found = [(0, first), *((first + at * each, each) for at in range(count))]
        found[-1] = (found[-1][0], self.width() - found[-1][0])
        return found

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, t = QPainter(self), theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        columns, head, high = self._columns(), self._head(), self._high()
        last = columns[-1][0]
        painter.fillRect(0, 0, self.width(), head, t.c("surfaceSunken"))
        painter.fillRect(last, 0, columns[-1][1], self.height(), t.c("surfaceSunken"))
        for at, ((left, wide), words) in enumerate(
            zip(columns[1:], (*self.heads, self._after or _("After merging")), strict=True)
        ):
            box = QRect(left + 12, 0, wide - 16, head)
            if self.keep >= 0 and at < len(self.heads):
                ring(painter, box, at == self.keep)
                box.adjust(24, 0, 0, 0)
            painting.text(painter, box, words, t.font("bodyStrong"), t.c("text"))
        painter.fillRect(0, head - 1, self.width(), 1, t.c("borderStrong"))
        for at, one in enumerate(self.rows):
            self._row(painter, one, head + at * high, high, columns)
        painter.fillRect(last, 0, 1, self.height(), t.c("borderStrong"))
        if self.hasFocus() and self._at in self._stops():
            top = 0 if self._at == HEAD else head + self._at * high
            painter.setPen(QPen(t.c("focusRing"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRect(columns[1][0] + 1, top + 1, last - columns[1][0] - 2, high - 4))

    def _row(self, painter: QPainter, one: Row, top: int, high: int, columns: list[tuple[int, int]]) -> None:
        t = theme()
        if 0 <= one.picked < len(one.cells) and one.cells[one.picked]:
            left, wide = columns[one.picked + 1]
            painter.fillRect(QRect(left, top, wide, high - 1), t.c("selection"))
        painting.text(painter, QRect(12, top, columns[0][1] - 16, high), one.label, t.font("small"), t.c("textMuted"))
        for part, words in enumerate(one.cells, 1):
            box = QRect(columns[part][0] + 12, top, columns[part][1] - 18, high)
            if one.free:
                ring(painter, box, one.picked == part - 1)
                box.adjust(24, 0, 0, 0)
            painting.text(painter, box, words or _("empty"), t.font(), t.c("text" if words else "textFaint"))
        box = QRect(columns[-1][0] + 12, top, columns[-1][1] - 24, high)
        if one.tag:
            wide = painting.tag_width(one.tag)
            spot = QRect(box.right() - wide, top + (high - t.px(20)) // 2, wide, t.px(20))
            painting.tag(painter, spot, one.tag, one.tone)
            box.adjust(0, 0, -wide - 8, 0)
        painting.text(painter, box, one.merged, t.font("bodyStrong"), t.c("text"))
        painter.fillRect(0, top + high - 1, self.width(), 1, t.c("border"))


def ring(painter: QPainter, box: QRect, on: bool) -> None:
    """A choice at the left of a cell."""
    t = theme()
    side = 15
    spot = QRect(box.left(), box.center().y() - side // 2, side, side)
    painter.setPen(QPen(t.c("accent" if on else "controlEdge"), 5 if on else 1.2))
    painter.setBrush(t.c("accentText") if on else QColor(t.c("surfaceRaised")))
    edge = 3 if on else 1
    painter.drawEllipse(spot.adjusted(edge, edge, -edge, -edge))
