"""The card of a reminder that is due: it stays until one has done something about it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from app.shared.i18n import N_
from ui.runtime.translator import tr
from ui.widgets.basics import column, label, row
from ui.widgets.buttons import button

EDGE = 16


class NoticeCard(QFrame):
    """One card at the lower right of the window; F6 goes to it, Esc puts it away.

    Signals:
        chosen: done, snooze or open was chosen.
    """

    chosen = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setProperty("pane", "popup")
        self.setProperty("stop", True)
        self.setAutoFillBackground(True)
        self.setFixedWidth(340)
        tr(self, self.setAccessibleName, N_("Reminder"))
        self.when = label("", "accent", "small", raw=True)
        self.title = label("", font="bodyStrong", raw=True, wrap=True)
        self.who = label("", "muted", "small", raw=True, wrap=True)
        self.done = button(N_("Done"), "check", "primary", small=True, on=lambda: self._choose("done"))
        self.later = button(
            N_("1 hour"), "alarm-clock", small=True, name=N_("Put off by an hour"), on=lambda: self._choose("snooze")
        )
        self.look = button(N_("Open"), "external-link", small=True, on=lambda: self._choose("open"))
        self.close_button = button("", "x", "plain", small=True, name=N_("Put the note away"), on=self.hide)
        head = row(self.when, None, self.close_button)
        foot = row(self.done, self.later, self.look, None, gap=6)
        self.setLayout(column(head, self.title, self.who, 8, foot, gap=2, margins=(14, 8, 10, 12)))
        window.installEventFilter(self)
        self.hide()

    def show_texts(self, when: str, title: str, who: str, *, single: bool = True) -> None:
        """Show a reminder; of several at once, ``single`` false, there is only a way to look at them."""
        self.when.setText(when)
        self.title.setText(title)
        self.who.setText(who)
        self.who.setVisible(bool(who))
        self.done.setVisible(single)
        self.later.setVisible(single)
        self.setAccessibleDescription(", ".join(part for part in (when, title, who) if part))
        self.adjustSize()
        self._place()
        self.show()
        self.raise_()

    def _choose(self, action: str) -> None:
        self.hide()
        self.chosen.emit(action)

    def _place(self) -> None:
        window = self.parentWidget()
        self.move(window.width() - self.width() - EDGE, window.height() - self.height() - EDGE - 26)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)
