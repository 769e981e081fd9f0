"""Where the quote stands, and the next step."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QWidget

from app.sales.queries import Revision
from app.sales.view import QuoteView
from app.shared.i18n import N_, translate
from ui.widgets.basics import follow_size, row
from ui.widgets.buttons import button
from ui.widgets.stepper import Stepper

DRAFT, SENT = N_("Draft"), N_("Sent")
CLOSED = {"": N_("Won / lost"), "won": N_("Won"), "lost": N_("Lost")}
AT = {"draft": 0, "sent": 1, "won": 2, "lost": 2}


class StatusBar(QFrame):
    """The stepper with the buttons that change the state beside it.

    Signals: ``stepped`` gives sent, won, lost or reopen; ``revision_wanted`` a version that was sent; ``previewed`` asks to
    show or hide the preview in a narrow window.
    """

    stepped = Signal(str)
    revision_wanted = Signal(object)
    previewed = Signal()

    def __init__(self) -> None:
        super().__init__()
        follow_size(self, height=52)
        self.stepper = Stepper([DRAFT, SENT, CLOSED[""]])
        self._revisions: Sequence[Revision] = ()
        self.versions = button(N_("Sent versions"), "history", "plain", small=True, on=self.open_menu)
        self.preview = button(N_("Preview"), "eye", on=self.previewed.emit)
        self.preview.setCheckable(True)
        self.preview.hide()
        self.send = button(
            N_("Mark as sent"), "send", "primary", key="Ctrl+Enter", on=lambda: self.stepped.emit("sent")
        )
        self.won = button(N_("Won"), "check", "primary", on=lambda: self.stepped.emit("won"))
        self.lost = button(N_("Lost"), "x", on=lambda: self.stepped.emit("lost"))
        self.reopen = button(N_("Reopen"), "rotate-ccw", on=lambda: self.stepped.emit("reopen"))
        self.right = QHBoxLayout()
        self.right.setSpacing(6)
        buttons: tuple[QWidget, ...] = (self.versions, self.preview, self.reopen, self.lost, self.won, self.send)
        for made in buttons:
            self.right.addWidget(made)
        self.setLayout(row(self.stepper, None, self.right, margins=(20, 0, 20, 0)))

    def show_view(self, view: QuoteView, revisions: Sequence[Revision]) -> None:
        """Show where a quote stands; ``revisions`` are the versions that were sent."""
        status = view.status
        self._revisions = revisions
        self.stepper.show_step(AT[status], [DRAFT, SENT, CLOSED.get(status, CLOSED[""])])
        self.versions.setVisible(bool(revisions))
        self.send.setVisible(status == "draft")
        self.won.setVisible(status == "sent")
        self.lost.setVisible(status == "sent")
        self.reopen.setVisible(status in ("won", "lost"))

    def menu(self) -> QMenu:
        """The versions that were sent, newest first."""
        menu = QMenu(self)
        for one in reversed(self._revisions):
            day = one.sent_at.astimezone().strftime("%Y-%m-%d %H:%M")
            said = translate(N_("{label}, sent {day}")).format(label=one.label, day=day)
            menu.addAction(said, partial(self.revision_wanted.emit, one))
        menu.addSeparator()
        menu.addAction(translate(N_("Show the present state")), lambda: self.revision_wanted.emit(None))
        return menu

    def open_menu(self) -> None:
        """Open the menu under its button."""
        self.menu().exec(self.versions.mapToGlobal(self.versions.rect().bottomLeft()))
