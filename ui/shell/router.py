"""Which page is open, and the way back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget

from ui.runtime.given import given
from ui.shell.page import Page, PageSpec, Services

MANY = 100


@dataclass(frozen=True, slots=True)
class Place:
    """A page and the record shown in it."""

    name: str
    number: int = 0


class Router(QObject):
    """Opens pages by name or by kind and id; keeps the history for Alt+← and Alt+→."""

    moved = Signal(object)
    asked = Signal(str)

    def __init__(self, specs: Sequence[PageSpec], stack: QStackedWidget) -> None:
        super().__init__(stack)
        self.specs = {spec.name: spec for spec in specs}
        self._kinds = {kind: spec.name for spec in specs for kind in spec.kinds}
        self._stack = stack
        self._pages: dict[str, Page] = {}
        self._past: list[Place] = []
        self._future: list[Place] = []
        self.services: Services | None = None
        self.here: Place | None = None
        self.recent: list[tuple[str, int]] = []

    def reset(self, services: Services) -> None:
        """Close every page and forget the way; pages are made anew over other services."""
        self.services = services
        for page in self._pages.values():
            self._close(page)
        self._pages, self._past, self._future = {}, [], []
        self.here, self.recent = None, []

    def renew(self) -> None:
        """Make the pages that show fields anew, the open one at once: the user has changed fields or lists of values."""
        open_page = self.page
        for name, page in list(self._pages.items()):
            if self.specs[name].lasting:
                continue
            if page is open_page:
                page.leave()
            del self._pages[name]
            self._close(page)
        if self.here is not None and self.here.name not in self._pages:
            self._go(self.here, {})

    def _close(self, page: Page) -> None:
        self._stack.removeWidget(page)
        page.hide()
        # Not before what Qt has posted to the page is delivered: a page that was never shown would die amid it.
        QTimer.singleShot(0, page, page.deleteLater)

    @property
    def page(self) -> Page | None:
        """The open page."""
        return self._pages.get(self.here.name) if self.here else None

    @property
    def pages(self) -> Sequence[Page]:
        """The pages made so far."""
        return list(self._pages.values())

    def can_open(self, kind: str) -> bool:
        """Whether there is a page of this name or for this kind of record."""
        return kind in self.specs or kind in self._kinds

    def open(self, kind: str, number: int = 0, **what: Any) -> Page | None:
        """Open a page by its name, or the page of a kind of record with an id.

        Args:
            kind: a page's name or a record kind.
            number: the record's id.
            what: passed on to ``Page.open``, such as ``path`` for the import.

        Returns:
            The page, or None when nothing shows that kind.
        """
        name = kind if kind in self.specs and not (number and kind in self._kinds) else self._kinds.get(kind, "")
        if not name:
            return None
        place = Place(name, number)
        if self.here is not None and self.here != place:
            self._past = [*self._past, self.here][-MANY:]
            self._future = []
        if number:
            self.recent = [(kind, number), *(seen for seen in self.recent if seen != (kind, number))][:8]
        return self._go(place, what)

    def back(self) -> None:
        """The page before."""
        if self._past and self.here is not None:
            self._future.append(self.here)
            self._go(self._past.pop(), {})

    def forward(self) -> None:
        """The page after."""
        if self._future and self.here is not None:
            self._past.append(self.here)
            self._go(self._future.pop(), {})

    @property
    def can_back(self) -> bool:
        """Whether there is a page before."""
        return bool(self._past)

    @property
    def can_forward(self) -> bool:
        """Whether there is a page after."""
        return bool(self._future)

    def _go(self, place: Place, what: dict[str, Any]) -> Page:
        if self.page is not None and self.here is not None and self.here.name != place.name:
            self.page.leave()
        page = self._pages.get(place.name)
        if page is None:
            page = self._pages[place.name] = self.specs[place.name].factory(given(self.services))
            self._stack.addWidget(page)
        self.here = place
        self._stack.setCurrentWidget(page)
        page.open(place.number, **what)
        self.moved.emit(place)
        return page
