"""The counts at the head of the review, each a button that shows its rows."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget

from app.shared.i18n import N_, _
from ui.runtime.application import theme
from ui.runtime.pictures import origin, paint_icon
from ui.widgets import painting
from ui.widgets.basics import row

NEW, UPDATES, PAIRS, PROBLEMS, OUT, CLASHES, GONE = "new", "updates", "pairs", "problems", "out", "clashes", "gone"
TILES = (
    (NEW, N_("To be added"), "plus", "success"), (UPDATES, N_("Already there"), "pencil", "info"),
    (PAIRS, N_("Likely duplicates"), "git-merge", "warning"), (CLASHES, N_("Conflicts"), "git-merge", "warning"),
    (GONE, N_("Rows taken out"), "minus", "warning"), (PROBLEMS, N_("Problems"), "triangle-alert", "danger"),
    (OUT, N_("Not imported"), "ban", "textMuted"),
)  # fmt: skip


class Tile(QAbstractButton):
    """One count."""

    def __init__(self, word: str, icon_name: str, tone: str) -> None:
        super().__init__()
        self._word, self._icon, self._tone = word, icon_name, tone
        self.number, self._note, self._hot = 0, "", False
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def put(self, number: int, note: str = "", *, hot: bool = False) -> None:
        """Show a number with a word about it, in the tile's tone when someone should look."""
        self.number, self._note, self._hot = number, note, hot
        self.setAccessibleName(f"{_(self._word)}: {number:,} {note}".strip())
        self.setToolTip(note)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, theme().px(74))

    minimumSizeHint = sizeHint

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, t = QPainter(self), theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.fillRect(self.rect(), t.c("surfaceHover"))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), t.c("border"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, t.c("border"))
        if self.isChecked():
            painter.fillRect(0, self.height() - 3, self.width() - 1, 3, t.c("accent"))
        head = QRect(20, 10, self.width() - 28, t.px(20))
        paint_icon(painter, self._icon, origin(QRect(head.left(), head.top(), 15, head.height()), 14), t.c(self._tone))
        painting.text(painter, head.adjusted(21, 0, 0, 0), _(self._word), t.font("small"), t.c("textMuted"))
        number = f"{self.number:,}"
        body = QRect(20, head.bottom() + 2, self.width() - 28, t.px(32))
        font = t.font("figure", bold=True)
        wide = QFontMetrics(font).horizontalAdvance(number)
        painting.text(painter, body, number, font, t.c("text"))
        tone = self._tone if self._hot else "textMuted"
        painting.text(painter, body.adjusted(wide + 8, t.px(6), 0, 0), self._note, t.font("small"), t.c(tone))


class Tiles(QWidget):
    """All counts. ``chosen``: the code of one that was clicked."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.tiles = {code: Tile(word, name, tone) for code, word, name, tone in TILES}
        group = QButtonGroup(self)
        for code, tile in self.tiles.items():
            group.addButton(tile)
            tile.clicked.connect(lambda _on=False, code=code: self.chosen.emit(code))
        self.setLayout(row(*self.tiles.values(), gap=0))

    def turn(self, step: int) -> None:
        """Show the rows of the next count, or of the one before; counts of nothing are passed over."""
        shown = [tile for tile in self.tiles.values() if not tile.isHidden() and (tile.number or tile.isChecked())]
        at = next((at for at, tile in enumerate(shown) if tile.isChecked()), -1)
        if shown and self.isEnabled():
            shown[(at + step) % len(shown)].click()
