"""A field that finds a customer as one types."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from app.records import queries
from app.records.workspace import Workspace
from app.shared.i18n import N_, translate
from ui.runtime.icons import icon
from ui.runtime.key_events import asked
from ui.widgets import painting
from ui.widgets.line_edit import LineEdit
from ui.widgets.popup_list import Choice, PopupList

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
        """Show the customer that was chosen."""
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
        if asked(event, Qt.Key.Key_Escape) and self.list.isVisible():
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
