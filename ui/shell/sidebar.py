"""The sidebar: work areas, tools, the state of the backups, the user."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from app.shared.i18n import N_, translate
from ui.runtime.application import theme, translator
from ui.runtime.pictures import origin, paint_icon
from ui.runtime.translator import tr
from ui.shell.page import PageSpec
from ui.widgets import painting
from ui.widgets.basics import label, line

WIDE, NARROW = 200, 52


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


class _User(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.name, self.company, self.narrow = "", "", False
        self.setFixedHeight(44)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self.name:
            return
        painter, t = QPainter(self), theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        round_box = QRectF(4 if self.narrow else 8, 9, 26, 26)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(t.c("accentSoft"))
        painter.drawEllipse(round_box)
        painter.setPen(t.c("accent"))
        painter.setFont(t.font("section"))
        words = self.name.split()
        short = "".join(word[0] for word in words[:2]) if self.name.isascii() else self.name[0]
        painter.drawText(round_box, Qt.AlignmentFlag.AlignCenter, short.upper())
        if not self.narrow:
            rect = QRect(42, 6, self.width() - 46, 17)
            painting.text(painter, rect, self.name, t.font("small"), t.c("text"))
            painting.text(painter, rect.translated(0, 16), self.company, t.font("caption"), t.c("textFaint"))


class Sidebar(QWidget):
    """The sidebar. ``chosen``: a page's name. ``backed``: the backup's state was clicked."""

    chosen = Signal(str)
    backed = Signal()

    def __init__(self, specs: Sequence[PageSpec]) -> None:
        super().__init__()
        tr(self, self.setAccessibleName, N_("Navigation"))
        self.buttons: dict[str, NavButton] = {}
        layout = self._layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 6, 10, 8)
        layout.setSpacing(1)
        areas = [spec for spec in specs if spec.section == "area"]
        for number, spec in enumerate(areas, 1):
            self._add(spec, f"Alt+{number}")
        self._tools = label(N_("Tools"), "faint", "caption")
        self._tools.setContentsMargins(8, 12, 8, 4)
        layout.addWidget(self._tools)
        for spec in specs:
            if spec.section == "tool":
                self._add(spec, "")
        layout.addStretch(1)
        layout.addWidget(line())
        layout.addSpacing(7)
        self.backup = NavButton(N_("Not backed up yet"), "shield", "Ctrl+B")
        self.backup.tone = "textMuted"
        self.backup.setCheckable(False)
        self.backup.clicked.connect(self.backed)
        layout.addWidget(self.backup)
        self.user = _User()
        layout.addWidget(self.user)
        self.areas = [spec.name for spec in areas]
        self.set_narrow(False)

    def _add(self, spec: PageSpec, key: str) -> None:
        made = self.buttons[spec.name] = NavButton(spec.title, spec.icon, key)
        made.clicked.connect(lambda _on=False, name=spec.name: self.chosen.emit(name))
        self._layout.addWidget(made)

    def mark(self, name: str) -> None:
        """Show which page is open."""
        for held, made in self.buttons.items():
            made.setChecked(held == name)

    def set_narrow(self, on: bool) -> None:
        """Icons only, 52 wide, or with words."""
        self.setFixedWidth(NARROW if on else theme().px(WIDE) if theme().size > 13 else WIDE)
        for made in (*self.buttons.values(), self.backup):
            made.narrow = on
            made.say()
        self._tools.setVisible(not on)
        self.user.narrow = on
        self.user.update()

    def set_user(self, name: str, company: str) -> None:
        """Show who works here; nothing while the profile is empty."""
        self.user.name, self.user.company = name, company
        self.user.update()

    def refresh(self, badge: Callable[[str], tuple[int, bool]]) -> None:
        """Renew the badges."""
        for name, made in self.buttons.items():
            made.set_badge(*badge(name))
