"""Round chips: filters with a value, words that were understood."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from ui.runtime.icons import icon
from ui.runtime.translator import tr


class Chip(QPushButton):
    """A chip, 24 high. Backspace or Delete asks to remove it when it can be."""

    removed = Signal()

    def __init__(
        self, text: str, icon_name: str = "", *, raw: bool = False, removable: bool = False, menu: bool = False
    ) -> None:
        """
        Args:
            text: English source text, or any text with ``raw``.
            removable: whether × and Backspace are offered.
            menu: shows a small arrow: the chip opens a list.
        """
        super().__init__()
        self.setProperty("chip", True)
        self.setProperty("on", False)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._icon, self._removable = icon_name, removable
        self.setIconSize(QSize(13, 13))
        if raw:
            self.setText(text)
        else:
            tr(self, self.setText, text)
        if menu:
            self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
            self._icon = "chevron-down"
        self.set_on(False)

    def set_on(self, on: bool) -> None:
        """Show it as set or chosen."""
        self.setProperty("on", on)
        if self._icon:
            self.setIcon(icon(self._icon, "accent" if on else "textMuted"))
        self.style().unpolish(self)
        self.style().polish(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._removable and event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self.removed.emit()
            return
        super().keyPressEvent(event)
