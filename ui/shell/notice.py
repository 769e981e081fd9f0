"""The line of a reminder that is due: it stays until one has done something about it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QSizePolicy

from app.shared.i18n import N_
from ui.runtime.translator import tr
from ui.widgets.basics import label, row
from ui.widgets.buttons import button
from ui.widgets.cut_label import CutLabel


class NoticeLine(QFrame):
    """One line under the page, so that it covers nothing of it; F6 goes to it, Esc puts it away.

    Signals:
        chosen: done, snooze or open was chosen.
    """

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("pane", "bulk")
        self.setProperty("stop", True)
        self.setProperty("clear", True)
        tr(self, self.setAccessibleName, N_("Reminder"))
        self.when = label("", "accent", "small", raw=True)
        self.title = CutLabel(font="bodyStrong")
        self.who = CutLabel("muted", "small")
        # The name yields first: what is to be done matters more than about whom.
        self.who.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.done = button(N_("Done"), "check", "primary", small=True, on=lambda: self._choose("done"))
        self.later = button(
            N_("1 hour"), "alarm-clock", small=True, name=N_("Put off by an hour"), on=lambda: self._choose("snooze")
        )
        self.look = button(N_("Open"), "external-link", small=True, on=lambda: self._choose("open"))
        self.close_button = button("", "x", "plain", small=True, name=N_("Put the note away"), on=self.hide)
        buttons = row(self.done, self.later, self.look, self.close_button, gap=6)
        line = row(self.when, self.title, self.who, buttons, gap=12, margins=(20, 7, 14, 7))
        line.setStretchFactor(self.who, 1)
        self.setLayout(line)
        self.hide()

    def show_texts(self, when: str, title: str, who: str, *, single: bool = True) -> None:
        """Show a reminder; of several at once, ``single`` false, there is only a way to look at them."""
        self.when.setText(when)
        self.title.setText(title)
        self.who.setText(who)
        self.done.setVisible(single)
        self.later.setVisible(single)
        self.setAccessibleDescription(", ".join(part for part in (when, title, who) if part))
        self.show()

    def _choose(self, action: str) -> None:
        self.hide()
        self.chosen.emit(action)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)
