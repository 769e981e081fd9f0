"""One entry of the sidebar."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from app.shared.i18n import translate
from ui.runtime.application import theme, translator
from ui.runtime.pictures import origin, paint_icon
from ui.widgets import painting


class NavButton(QAbstractButton):
    """One entry: icon, word, badge; a bar at the left while its page is open."""

    def __init__(self, text: str, icon_name: str, key: str = "") -> None:
        super().__init__()
        self._text, self._icon, self._key = text, icon_name, key
        self.narrow, self.badge, self.tone = False, (0, False), ""
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        translator().changed.connect(lambda _language: self.say())
        self.say()

    @property
    def text_shown(self) -> str:
        """The word of the entry, as it was given."""
        return self._text

    def say(self) -> None:
        """Renew the accessible name and the tooltip."""
        number = self.badge[0]
        said = translate(self._text)
        self.setAccessibleName(f"{said} {number}" if number else said)
        self.setToolTip(f"{said} ({self._key})" if self._key else said if self.narrow else "")
        self.update()

    def set_text(self, text: str, icon_name: str, tone: str = "") -> None:
        """Show another word, said already."""
        self._text, self._icon, self.tone = text, icon_name, tone
        self.say()

    def set_badge(self, number: int, hot: bool) -> None:
        """Show a number, filled when it is about today; zero shows nothing."""
        self.badge = (number, hot)
        self.say()

    def nextCheckState(self) -> None:
        """Whether it is checked is told by the page that is open."""

    def sizeHint(self) -> QSize:
        return QSize(32, theme().px(30))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, t, on = QPainter(self), theme(), self.isChecked()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if on or self.underMouse():
            painter.setBrush(t.c("selection" if on else "selectionInactive"))
            painter.drawRoundedRect(QRectF(self.rect()), 5, 5)
        if on:
            painter.setBrush(t.c("accent"))
            painter.drawRoundedRect(QRectF(0, 8, 3, self.height() - 16), 1.5, 1.5)
        ink = t.c("accent") if on else t.c(self.tone or "textMuted")
        side = QRect(8, 0, 16, self.height())
        paint_icon(painter, self._icon, origin(side, 16), ink)
        number, hot = self.badge
        if self.narrow:
            if number:
                painter.setBrush(t.c("accent" if hot else "textFaint"))
                painter.drawEllipse(QPointF(25, 8), 3.5, 3.5)
            return
        rect = self.rect().adjusted(34, 0, -8, 0)
        if number:
            words = f"{number:,}"
            font = t.font("caption", bold=hot)
            width = QFontMetrics(font).horizontalAdvance(words)
            if hot:
                pill = QRectF(rect.right() - width - 12, self.height() / 2 - 8, width + 12, 16)
                painter.setBrush(t.c("accent"))
                painter.drawRoundedRect(pill, 8, 8)
                painter.setFont(font)
                painter.setPen(t.c("accentText"))
                painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, words)
            else:
                painting.text(painter, rect, words, font, t.c("textMuted"), painting.RIGHT)
            rect.adjust(0, 0, -width - 16, 0)
        text_ink = t.c("accent") if on else t.c("textMuted") if self.tone else t.c("text")
        painting.text(
            painter,
            rect,
            translate(self._text),
            t.font("bodyStrong" if on else "small" if self.tone else "body"),
            text_ink,
        )
