"""A button that shows the key that presses it, for decisions that are taken many times in a row."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QMargins, QRect, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter

from ui.runtime.application import theme
from ui.runtime.icons import icon
from ui.runtime.translator import tr
from ui.widgets import painting
from ui.widgets.buttons import TONES

PADDING, GAP = 12, 8


class KeyButton(QPushButton):
    """A push button with a key cap behind its words.

    Args:
        text: English source text (``N_``).
        key: what is printed on the cap; the page makes the shortcut.
        on: called on click.
        icon_name: a lucide icon of resources/icons, or "".
    """

    def __init__(self, text: str, key: str, on: Callable[[], object], icon_name: str = "") -> None:
        super().__init__()
        self._key, self._icon = key, icon_name
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        self.setIconSize(QSize(18, 16))
        tr(self, self.setText, text)
        self.clicked.connect(lambda: on())
        self.set_role("")

    def set_role(self, role: str) -> None:
        """Look like the answer that is meant ("primary"), or like any other ("")."""
        self.setProperty("role", role)
        if self._icon:
            self.setIcon(icon(self._icon, TONES.get(role, "textMuted")))
        self.style().polish(self)

    def sizeHint(self) -> QSize:
        return super().sizeHint().grownBy(self._beside())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        whole, side = self.rect(), theme().px(18)
        option.rect = whole.marginsRemoved(self._beside())
        painter.drawControl(QStyle.ControlElement.CE_PushButtonLabel, option)
        width = painting.key_width(self._key)
        cap = QRect(whole.right() - PADDING - width, whole.center().y() - side // 2 + 1, width, side)
        chosen = self.property("role") == "primary" and self.isEnabled()
        painting.key_cap(painter, cap, self._key, "accentText" if chosen else "")

    def _beside(self) -> QMargins:
        return QMargins(0, 0, painting.key_width(self._key) + GAP, 0)
