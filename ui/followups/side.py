"""A column of panes beside the agenda, parted by lines; it goes when none of them has anything."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.runtime.application import theme
from ui.runtime.given import given
from ui.widgets.basics import line, row, scrolled


class Side(QWidget):
    """The column, with a line at its left.

    Args:
        panes: from top to bottom; a pane without anything is hidden.
        width: in logical pixels.
    """

    def __init__(self, panes: Sequence[QWidget], width: int) -> None:
        super().__init__()
        self.panes = tuple(panes)
        self._guest: Side | None = None
        self._host: Side | None = None
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._lines = [line() for _ in self.panes]
        for pane, above in zip(self.panes, self._lines, strict=True):
            self._column.addWidget(above)
            self._column.addWidget(pane)
        self._area = scrolled(self._inside, None, top=4)
        self.setLayout(row(line(vertical=True), self._area, gap=0))
        self._width = width
        self.widen(width)
        theme().changed.connect(lambda: self.widen(self._width))

    def widen(self, width: int) -> None:
        """Set the width."""
        self._width = width
        self.setFixedWidth(theme().px(width) + 1)

    def move_to(self, host: Side | None) -> None:
        """Stand below the panes of another column, or None to stand alone again."""
        if self._host is not None:
            self._host._guest = None
        if host is not None:
            host._guest = self
        self._host = host
        layout = given((host or self)._area.widget()).layout()
        if isinstance(layout, QVBoxLayout):
            # Before the stretch that takes the rest of the height.
            layout.insertWidget(layout.count() - 1, self._inside)

    def settle(self) -> None:
        """Show the lines between the panes that have something, and hide the column when none has."""
        if self._host is not None:
            self.hide()
            self._host.settle()
            return
        some = self._settle_lines(False)
        if self._guest is not None:
            some = self._guest._settle_lines(some) or some
        self.setVisible(some)

    def _settle_lines(self, above: bool) -> bool:
        """``above``: whether something stands above these; whether any of these has something."""
        shown = False
        for pane, over in zip(self.panes, self._lines, strict=True):
            there = not pane.isHidden()
            over.setVisible(there and (above or shown))
            shown = shown or there
        self._inside.setVisible(shown)
        return shown
