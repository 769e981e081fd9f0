"""A stack whose pages are made when they are first asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget, QWidget

Made = TypeVar("Made", bound=QWidget)
PAUSE = 15
"""How long the window draws and listens between two steps of making pages, in ms: steps without a pause are one stillness."""


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
        self._make(place)
        self._put(place)
        return self._pages[place]

    def page_as(self, place: int, kind: type[Made]) -> Made:
        """The page at this place, which is of this kind."""
        made = self.page(place)
        if not isinstance(made, kind):
            raise TypeError(f"{type(made).__name__} is no {kind.__name__}")
        return made

    def _make(self, place: int) -> None:
        if place in self._makers:
            self._pages[place] = self._makers.pop(place)()

    def _put(self, place: int) -> None:
        """Let a page that was made take its place; the style of all its parts is worked out then."""
        made, held = self._pages[place], self.widget(place)
        if held is not None and made is not held:
            self.insertWidget(place, made)
            self.removeWidget(held)
            held.deleteLater()

    def made(self) -> Iterator[QWidget]:
        """The pages that there are."""
        yield from list(self._pages.values())

    def go(self, place: int) -> None:
        """Show the page at this place."""
        self.page(place)
        self.setCurrentIndex(place)

    def prepare(self) -> None:
        """Make the pages that are missing, a step at a time, once the page that is shown is drawn."""
        QTimer.singleShot(PAUSE, self, self._prepare)

    def _prepare(self) -> None:
        waiting = next((place for place, made in self._pages.items() if made is not self.widget(place)), None)
        if waiting is not None:
            self._put(waiting)
        elif self._makers:
            self._make(min(self._makers))
        else:
            return
        self.prepare()
