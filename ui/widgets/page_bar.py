"""What stands over the pages of a document: how large they are shown, and which of them one sees."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QLabel

from app.shared.i18n import N_, translate
from ui.runtime.application import translator
from ui.runtime.translator import tr
from ui.widgets.basics import follow_font
from ui.widgets.page_view import PageView


class PageZoom(QComboBox):
    """Chooses how large the pages of a view are; ``zooms`` as ``PageView.set_zoom`` takes them, with their words."""

    def __init__(self, view: PageView, zooms: Sequence[tuple[float, str]]) -> None:
        super().__init__()
        self._zooms = zooms
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        tr(self, self.setAccessibleName, N_("Zoom"))
        self.activated.connect(lambda _at: view.set_zoom(float(self.currentData())))
        translator().changed.connect(self._say)
        self._say()

    def _say(self, _language: str = "") -> None:
        held = self.currentIndex()
        self.clear()
        for zoom, text in self._zooms:
            self.addItem(translate(text) if text[0].isalpha() else text, zoom)
        self.setCurrentIndex(max(0, held))


class PageCount(QLabel):
    """Says which page of a view one sees, and of how many."""

    def __init__(self, view: PageView) -> None:
        super().__init__()
        self._view = view
        self.setProperty("tone", "muted")
        follow_font(self, "small")
        view.looked.connect(self.count)
        translator().changed.connect(self.count)

    def count(self, _what: object = None) -> None:
        """Say it anew: other pages are shown."""
        pages = len(self._view.sizes)
        said = translate(N_("A4 · page {page} of {pages}"))
        self.setText(said.format(page=min(self._view.page + 1, pages), pages=pages) if pages else "")
