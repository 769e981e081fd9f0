"""A stack whose pages are made when they are first asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget, QWidget


class LateStack(QStackedWidget):
    """Making and styling several large pages at once would hold the window for half a second.

    Args:
        makers: what makes each page, in their order.
    """

    def __init__(self, makers: Sequence[Callable[[], QWidget]]) -> None:
        super().__init__()
        self._makers = dict(enumerate(makers))
        self._pages: dict[int, QWidget] = {}
        for _maker in makers:
            self.addWidget(QWidget())

    def page(self, place: int) -> QWidget:
        """The page at this place."""
        if place in self._makers:
            made = self._pages[place] = self._makers.pop(place)()
            empty = self.widget(place)
            self.insertWidget(place, made)
            self.removeWidget(empty)
            empty.deleteLater()
        return self._pages[place]

    def made(self) -> Iterator[QWidget]:
        """The pages that there are."""
        yield from list(self._pages.values())

    def go(self, place: int) -> None:
        """Show the page at this place."""
        self.page(place)
        self.setCurrentIndex(place)

    def prepare(self) -> None:
        """Make the pages that are missing, one at a time, whenever nobody does anything."""
        if self._makers:
            self.page(min(self._makers))
            QTimer.singleShot(0, self, self.prepare)
