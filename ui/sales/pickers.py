"""Fields of the quote's head: the customer found by typing, the contact, how long it holds."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QMenu

from app.records import queries
from app.records.workspace import Workspace
from app.shared.date_words import within
from app.shared.dates import show_day
from app.shared.i18n import N_, language, translate
from ui.runtime.icons import icon
from ui.runtime.translator import tr
from ui.widgets.line_edit import LineEdit

VALIDITIES = (7, 15, 30, 60, 90)


class ContactBox(QComboBox):
    """The contacts of the customer. ``chosen`` gives the id, 0 for none."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        tr(self, self.setAccessibleName, N_("Contact"))
        self.setMinimumContentsLength(8)
        self.activated.connect(lambda _at: self.chosen.emit(self.currentData() or 0))

    def show_contacts(self, ws: Workspace, customer: int | None, contact: int | None) -> None:
        """Offer a customer's contacts and show the quote's one."""
        self.clear()
        self.addItem("—", 0)
        for one in queries.linked(ws, "contact", "customer", customer) if customer else ():
            self.addItem(" ".join(part for part in (one.title, one.get("title") or "") if part), one.id)
        self.setCurrentIndex(max(0, self.findData(contact or 0)))


class ValidityField(LineEdit):
    """How long the quote holds, as days and as the last day. ``left`` gives a number of days or a date as typed."""

    def __init__(self, ws: Workspace) -> None:
        super().__init__(N_("Valid until"))
        self._ws, self._said, self._typed = ws, "", ""
        action = self.addAction(icon("chevron-down"), QLineEdit.ActionPosition.TrailingPosition)
        action.triggered.connect(lambda: self.menu().exec(self.mapToGlobal(self.rect().bottomLeft())))

    def show_days(self, day: date, last: date | None) -> None:
        """Show the last day and how many days it is off."""
        self._said = ""
        if last is not None:
            said = within(show_day(last, self._ws.clock.today(), language()))
            self._said = translate(N_("{days} days, to {day}")).format(days=(last - day).days, day=said)
        self._typed = last.isoformat() if last else ""
        self.put(self._typed if self.hasFocus() else self._said)

    def menu(self) -> QMenu:
        """The usual numbers of days."""
        menu = QMenu(self)
        for days in VALIDITIES:
            said = translate(N_("{days} days")).format(days=days)
            menu.addAction(said, partial(self.left.emit, str(days)))
        return menu

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.put(self._typed)
        self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self.text() == self._typed:
            self.put(self._said)
