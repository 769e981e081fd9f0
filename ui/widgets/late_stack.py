"""A stack whose pages come in one after the other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QStackedWidget, QWidget


class LateStack(QStackedWidget):
    """A page is put in when it is first gone to: styling several large ones at once holds the window for half a second.

    Args:
        pages: the pages in their order; the caller keeps them.
    """

    def __init__(self, pages: Sequence[QWidget]) -> None:
        super().__init__()
        self._later = dict(enumerate(pages))
        for _page in pages:
            self.addWidget(QWidget())

    def go(self, place: int) -> None:
        """Show the page at this place."""
        page = self._later.pop(place, None)
        if page is not None:
            empty = self.widget(place)
            self.insertWidget(place, page)
            self.removeWidget(empty)
            empty.deleteLater()
        self.setCurrentIndex(place)
