"""The preview beside the quote: the PDF itself, a breath after each key."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QFrame

from app.shared.i18n import N_
from reports.documents import QuoteDocument
from ui.runtime.application import theme
from ui.runtime.jobs import JobRunner
from ui.runtime.translator import tr
from ui.sales.pdf import make_pdf
from ui.widgets.basics import column, label, line, row
from ui.widgets.buttons import button
from ui.widgets.page_bar import PageCount, PageZoom
from ui.widgets.page_view import FIT_PAGE, FIT_WIDTH, PageView
from ui.widgets.rendering import Drawn, Renderer, Wish

ZOOMS = (
    (FIT_WIDTH, N_("Fit width")), (FIT_PAGE, N_("Whole page")), (0.75, "75%"), (1.0, "100%"), (1.5, "150%"), (2.0, "200%"),
)  # fmt: skip
LANGUAGES = (("zh", "中文"), ("en", "English"))


class PreviewPane(QFrame):
    """Head with zoom and the document's language, the pages, and which page one sees.

    ``language_chosen`` gives ``zh`` or ``en``; ``words_changed`` the total written out; ``closed`` asks to go.
    """

    language_chosen = Signal(str)
    words_changed = Signal(str)
    closed = Signal()
    left_revision = Signal()

    def __init__(self, jobs: JobRunner) -> None:
        super().__init__()
        self.setProperty("pane", "sunken")
        self._gather: Callable[[], QuoteDocument] | None = None
        self._capitals: tuple[Decimal, str] | None = None
        self._stale = False
        self.pdf = b""
        self.renderer = Renderer(jobs, self)
        self.renderer.drawn.connect(self._take)
        self.pages = PageView()
        self.pages.wanted.connect(lambda: self._wish(None))
        self.zoom = _plain(PageZoom(self.pages, ZOOMS))
        self.language = _plain(QComboBox())
        tr(self.language, self.language.setAccessibleName, N_("Language of the document"))
        for code, name in LANGUAGES:
            self.language.addItem(name, code)
        self.language.activated.connect(lambda _at: self.language_chosen.emit(self.language.currentData()))
        self.close_button = button(
            "", "x", "plain", small=True, name=N_("Close the preview"), key="Esc", on=self.closed.emit
        )
        self.close_button.hide()
        head = QFrame()
        self.note = label(N_("changes show at once"), "muted", "small")
        head.setLayout(
            row(
                label(N_("Print preview"), font="section"),
                self.note,
                None,
                self.zoom,
                self.language,
                self.close_button,
                gap=6,
                margins=(16, 0, 12, 0),
            )
        )
        head.setFixedHeight(theme().px(44))
        self.banner = QFrame()
        self.banner.setProperty("pane", "bulk")
        self.banner_text = label("", "accent", "small", raw=True)
        back = button(N_("Show the present state"), small=True, on=self.left_revision.emit)
        self.banner.setLayout(row(self.banner_text, None, back, margins=(16, 4, 12, 4)))
        self.banner.hide()
        foot = QFrame()
        foot.setFixedHeight(theme().px(34))
        self.counted = PageCount(self.pages)
        self.template = label(N_("Template: standard quote"), "muted", "small")
        foot.setLayout(row(self.counted, None, self.template, margins=(16, 0, 16, 0)))
        inner = column(head, line(), self.banner, self.pages, line(), foot)
        inner.setStretch(3, 1)
        self.edge = line(vertical=True)
        self.edge.hide()
        self.setLayout(row(self.edge, inner, gap=0))

    def ask(self, gather: Callable[[], QuoteDocument], capitals: tuple[Decimal, str] | None) -> None:
        """Draw a document; ``gather`` runs outside the window's thread. The capitals come even while the pane is hidden."""
        self._gather, self._capitals = gather, capitals
        self._wish(gather)

    def show_language(self, code: str) -> None:
        """Show the document's language."""
        self.language.setCurrentIndex(max(0, self.language.findData(code)))

    def show_banner(self, text: str) -> None:
        """Say that an earlier version is shown; "" for the present one."""
        self.banner_text.setText(text)
        self.banner.setVisible(bool(text))
        self.note.setVisible(not text)
        self.language.setEnabled(not text)

    def overlay(self, on: bool) -> None:
        """Whether the pane lies over the page and can be closed."""
        self.close_button.setVisible(on)
        self.edge.setVisible(on)
        self.note.setVisible(not on)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale and self._gather is not None:
            self._wish(self._gather)

    def _wish(self, gather: Callable[[], QuoteDocument] | None) -> None:
        shown = self.isVisible()
        if gather is None and not shown:
            return
        self._stale = not shown and (self._stale or gather is not None)
        pages = tuple(self.pages.visible_pages()) if shown else ()
        make = partial(make_pdf, gather) if gather is not None else None
        self.renderer.draw(Wish(make, pages, self.pages.device_width, self._capitals if gather else None))

    def _take(self, drawn: Drawn) -> None:
        if drawn.words:
            self.words_changed.emit(drawn.words)
        if drawn.sizes:
            self.pdf = drawn.pdf
            self.pages.put(drawn.sizes, drawn.pictures, drawn.width, whole=drawn.whole)
            self.counted.count()


def _plain(made: QComboBox) -> QComboBox:
    made.setProperty("plain", True)
    made.setStyleSheet("QComboBox{border:0;background:transparent;font-size:12px;min-height:24px}")
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    return made
