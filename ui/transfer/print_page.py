"""The pages of a list or a card before they are printed: looked at, turned, printed or kept as a file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QFrame, QStackedWidget

from app.shared.errors import KebuError
from app.shared.i18n import N_, _
from ui.runtime.application import theme
from ui.runtime.jobs import Job
from ui.shell.output import Output, PrintJob
from ui.shell.page import Action, Page, Services
from ui.widgets.basics import EmptyState, ProgressStrip, column, line, row
from ui.widgets.buttons import Choices, button
from ui.widgets.layouts import layout_of
from ui.widgets.page_bar import PageCount, PageZoom
from ui.widgets.page_view import FIT_PAGE, FIT_WIDTH, PageView
from ui.widgets.rendering import Drawn, Renderer, Wish

ZOOMS = ((FIT_PAGE, N_("Whole page")), (FIT_WIDTH, N_("Fit width")), (1.0, "100%"), (1.5, "150%"))
SIDES = (("", N_("As the columns need")), ("upright", N_("Portrait")), ("lying", N_("Landscape")))


class PrintPage(Page):
    """The preview. ``open`` is given the ``PrintJob``; the file is made in a job that can be stopped."""

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self.job: PrintJob | None = None
        self.pdf = b""
        self._making: Job | None = None
        self.output = Output(self, services)
        self.renderer = Renderer(services.jobs, self)
        self.renderer.drawn.connect(self._take)
        self.view = PageView()
        self.view.zoom = FIT_PAGE
        self.view.wanted.connect(lambda: self._wish(whole=False))
        self.sides = Choices(list(SIDES), small=True, name=N_("How the page lies"))
        self.sides.chosen.connect(lambda _code: self._make())
        self.zoom = PageZoom(self.view, ZOOMS)
        self.counted = PageCount(self.view)
        self.keep = button(N_("Save PDF…"), "download", key="Ctrl+S", on=self.save)
        self.go = button(N_("Print…"), "printer", "primary", key="Ctrl+P", on=self.print)
        head = QFrame()
        head.setFixedHeight(theme().px(48))
        parts = (self.sides, None, self.counted, self.zoom, self.keep, self.go)
        head.setLayout(row(*parts, gap=10, margins=(16, 0, 16, 0)))
        self.strip = ProgressStrip()
        layout_of(self.strip).setContentsMargins(16, 6, 12, 6)
        self.nothing = EmptyState(
            N_("There is nothing to print here. Open a list or a card and press Ctrl+P."),
            N_("Open the customers"),
            lambda: services.router.open("customers"),
        )
        self.stack = QStackedWidget()
        self.stack.addWidget(self.view)
        self.stack.addWidget(self.nothing)
        self.setLayout(column(head, line(), self.stack, self.strip, stretch=2))
        self.setFocusProxy(self.view)
        self._enable()

    def title(self) -> str:
        return _("Print: {name}").format(name=self.job.name) if self.job is not None else ""

    def actions_list(self) -> Sequence[Action]:
        back = Action(N_("Back"), self.s.router.back, "Esc")
        if not self.pdf:
            return (back,)
        return (
            Action(N_("Print…"), self.print, "Ctrl+P", icon="printer"),
            Action(N_("Save PDF…"), self.save, "Ctrl+S", icon="download"),
            *([Action(N_("Turn the page"), self.turn, "O")] if self.job is not None and self.job.turns else []),
            back,
        )

    def open(self, number: int = 0, job: PrintJob | None = None, **what: Any) -> None:
        """Show what a job makes; without one what was shown last."""
        if job is not None:
            self.job, self.pdf = job, b""
            self.view.put((), {}, 0, whole=True)
            self.sides.choose("")
            self._make()
        elif self.job is not None and not self.pdf:
            self._make()
        self.sides.setVisible(self.job is not None and self.job.turns)
        self.stack.setCurrentWidget(self.view if self.job is not None else self.nothing)
        self.view.setFocus()
        self._enable()

    def leave(self) -> None:
        """What is still being made is not wanted any more."""
        if (making := self._making) is not None:
            self._making = None
            making.cancel()

    def print(self) -> None:
        """Print the pages through the system's dialog."""
        if self.pdf and self.job is not None:
            self.output.print_file(self.job.name, self.pdf)

    def save(self) -> None:
        """Ask for a file and write the pages there."""
        if self.pdf and self.job is not None:
            pdf = self.pdf
            self.output.save(self.job.name, lambda: pdf)

    def turn(self) -> None:
        """Let the page lie, or stand."""
        lies = bool(self.view.sizes) and self.view.sizes[0][0] > self.view.sizes[0][1]
        self.sides.choose("upright" if lies else "lying")
        self._make()

    def _make(self) -> None:
        job = self.job
        if job is None:
            return
        if self._making is not None:
            self._making.cancel()
        lying = {"upright": False, "lying": True}.get(self.sides.code)
        said = _("Making the pages")
        self._making = self.s.jobs.run(
            lambda progress, cancelled: job.make(lying, lambda part: progress(part, said), cancelled),
            name="pages",
            done=self._made,
            failed=self._failed,
        )
        making = self._making
        making.cancelled.connect(lambda: self._stopped(making))
        self.strip.follow(making)
        self.strip.word.setText(said)

    def _made(self, pdf: bytes) -> None:
        self._making, self.pdf = None, pdf
        self._wish(whole=True)
        self._enable()

    def _failed(self, error: KebuError) -> None:
        self._making = None
        self.s.messages.error(error)
        self._enable()

    def _stopped(self, job: Job) -> None:
        """The person called it off: back to the list, unless older pages are still there to look at."""
        if job is self._making:
            self._making = None
            if not self.pdf:
                self.s.router.back()

    def _wish(self, *, whole: bool) -> None:
        pdf = self.pdf
        if pdf:
            pages = tuple(self.view.visible_pages()) if self.isVisible() else (0,)
            self.renderer.draw(Wish((lambda: pdf) if whole else None, pages, self.view.device_width))

    def _take(self, drawn: Drawn) -> None:
        if drawn.sizes and drawn.pdf == self.pdf:
            self.view.put(drawn.sizes, drawn.pictures, drawn.width, whole=drawn.whole)
            self.counted.count()

    def _enable(self) -> None:
        self.keep.setEnabled(bool(self.pdf))
        self.go.setEnabled(bool(self.pdf))
        self.titled.emit()
        self.acted.emit()
