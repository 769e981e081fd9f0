"""Fields of the quote's head: the customer found by typing, the contact, how long it holds."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QMenu

from app.records import queries
from app.records.workspace import Workspace
from app.shared.dates import show_day
from app.shared.i18n import N_, language, translate
from ui.runtime.icons import icon
from ui.runtime.translator import tr
from ui.widgets import painting
from ui.widgets.line_edit import LineEdit
from ui.widgets.popup_list import Choice, PopupList

VALIDITIES = (7, 15, 30, 60, 90)
MOST = 8


class CustomerField(LineEdit):
    """Type part of a name, phone or pinyin and choose. ``chosen`` gives the id; ``new_wanted`` a name to make."""

    chosen = Signal(int)
    new_wanted = Signal(str)

    def __init__(self, ws: Workspace) -> None:
        super().__init__(N_("Customer"), N_("Name, phone or initials"))
        self._ws, self._shown = ws, ""
        self.list = PopupList(self)
        self.list.chosen.connect(self._take)
        self.textEdited.connect(self.seek)
        action = self.addAction(icon("chevron-down"), QLineEdit.ActionPosition.TrailingPosition)
        action.triggered.connect(lambda: self.seek(""))

    def show_name(self, name: str) -> None:
        """Show the quote's customer."""
        self._shown = name
        if not self.hasFocus() or not self.list.isVisible():
            self.put(name)

    def seek(self, text: str) -> None:
        """Offer the customers that fit; the newest ones for no text."""
        text = text.strip()
        if text:
            hits = queries.search(self._ws, text, ["customer"], MOST)
            found = [(hit.id, hit.title, hit.detail) for hit in hits]
        else:
            records = queries.rows(
                self._ws, "customer", queries.ids(self._ws, "customer", limit=MOST), ("name", "city")
            )
            found = [(record.id, record.title, str(record.get("city") or "")) for record in records]
        choices = [
            Choice(number, name, detail, marks=tuple(painting.find_places(name, text)))
            for number, name, detail in found
        ]
        if text and all(name != text for _number, name, _detail in found):
            choices.append(Choice(text, translate(N_("New customer “{name}”")).format(name=text)))
        self.list.offer(choices, width=420)

    def _take(self, value: object) -> None:
        if isinstance(value, int):
            self.chosen.emit(value)
        else:
            self.new_wanted.emit(str(value))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape and self.list.isVisible():
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.seek("" if self.text() == self._shown else self.text())
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.put(self._shown)
        super().focusOutEvent(event)


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
            said = show_day(last, self._ws.clock.today(), language())
            self._said = translate(N_("{days} days, to {day}")).format(days=(last - day).days, day=said)
        self._typed = last.isoformat() if last else ""
        self.put(self._typed if self.hasFocus() else self._said)

    def menu(self) -> QMenu:
        """The usual numbers of days."""
        menu = QMenu(self)
        for days in VALIDITIES:
            said = translate(N_("{days} days")).format(days=days)
            menu.addAction(said, lambda days=days: self.left.emit(str(days)))
        return menu

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.put(self._typed)
        self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self.text() == self._typed:
            self.put(self._said)
