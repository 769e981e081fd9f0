"""Drawing the pages of a document beside the window: the newest request wins, none is ever waited for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from ui.runtime.jobs import Job, JobRunner
from ui.runtime.printing import image

PAUSE_MS = 20


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be drawn.

    Args:
        make: gives the file; it runs in the job. None while only pictures of the same file are wanted.
        pages: the pages whose pictures are wanted; none for the words of the total alone.
        width: of the pictures, in device pixels.
        capitals: the total to write out, with its currency.
    """

    make: Callable[[], bytes] | None
    pages: tuple[int, ...]
    width: int
    capitals: tuple[Decimal, str] | None = None


@dataclass(frozen=True, slots=True)
class Drawn:
    """What was drawn. ``whole`` when the file is a new one; ``words`` is the total written out."""

    pdf: bytes
    sizes: tuple[tuple[float, float], ...]
    pictures: dict[int, QImage]
    width: int
    whole: bool
    words: str = ""


class Renderer(QObject):
    """Draws wishes one after the other; a wish that comes while one is drawn replaces those that wait."""

    drawn = Signal(object)

    def __init__(self, jobs: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._job: Job | None = None
        self._next: Wish | None = None
        self._pdf = b""
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._start)

    def draw(self, wish: Wish) -> None:
        """Draw this as soon as may be."""
        waiting = self._next
        if wish.make is None and waiting is not None:
            wish = replace(wish, make=waiting.make, capitals=waiting.capitals)
        self._next = wish
        if self._job is None and not self._pause.isActive():
            self._pause.start()

    def _start(self) -> None:
        if self._job is not None or self._next is None:
            return
        wish, self._next = self._next, None
        held = self._pdf
        self._job = self._jobs.run(lambda _progress, _cancelled: draw(wish, held), name="preview", done=self._done)
        self._job.finished.connect(self._finished)

    def _done(self, result: Any) -> None:
        self._pdf = result.pdf
        self.drawn.emit(result)

    def _finished(self) -> None:
        self._job = None
        if self._next is not None:
            self._start()


def draw(wish: Wish, held: bytes = b"") -> Drawn:
    """Make the file, unless the one held is still right, and the pictures of its pages."""
    from reports.preview import PdfPages

    words = _words(*wish.capitals) if wish.capitals else ""
    if not wish.pages:
        return Drawn(held, (), {}, wish.width, False, words)
    pdf = wish.make() if wish.make is not None else held
    if not pdf:
        return Drawn(b"", (), {}, wish.width, False, words)
    with PdfPages(pdf) as pages:
        wanted = [page for page in wish.pages if page < len(pages)] or [0]
        pictures = {page: image(pages, page, width=wish.width) for page in wanted}
        return Drawn(pdf, pages.sizes, pictures, wish.width, pdf is not held and pdf != held, words)


def _words(total: Decimal, currency: str) -> str:
    from app.shared.capitals import chinese_capitals, english_words

    try:
        return chinese_capitals(total) if currency == "CNY" else english_words(total, currency)
    except ValueError:
        return ""
