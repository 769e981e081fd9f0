"""The editor of a field with several values of a list: a button that says them, and a menu to tick them."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from app.records.fields import Field
from app.shared.i18n import N_, _, listed, translate
from ui.runtime.application import translator
from ui.runtime.key_events import asked
from ui.runtime.translator import tr
from ui.widgets.typed_choice import TypedLetters, letter


class SeveralBox(QPushButton):
    """The button. ``changed`` comes with each tick; ``codes`` are the values that are ticked."""

    changed = Signal()

    def __init__(self, field: Field) -> None:
        super().__init__()
        self._field = field
        self.codes: tuple[str, ...] = ()
        self.setProperty("align", "left")
        self.setStyleSheet("text-align:left;font-weight:400")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        self.clicked.connect(self.offer)
        tr(self, self.setAccessibleName, field.label)
        translator().changed.connect(lambda _language: self._say())
        self._say()

    def put(self, codes: Iterable[str]) -> None:
        """Show these values."""
        self.codes = tuple(codes)
        self._say()

    def offer(self) -> TickMenu:
        """Show the values to tick; the menu stays open until Esc or a click beside it."""
        menu = self.menu_of()
        menu.setMinimumWidth(self.width())
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
        return menu

    def menu_of(self) -> TickMenu:
        """The menu with a tick for each value; retired ones only while they are ticked."""
        menu = TickMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        shown = [one for one in self._field.choices if not one.retired or one.code in self.codes]
        for one in shown:
            action = menu.addAction(translate(one.label).replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(one.code in self.codes)
            action.toggled.connect(lambda on, code=one.code: self._tick(code, on))
        if not shown:
            menu.addAction(_("There is nothing to choose yet")).setEnabled(False)
        return menu

    def event(self, event: QEvent) -> bool:
        if asked(event) and letter(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters and ↓ open the menu, as they do in a list with one value."""
        typed = letter(event) and not event.text().isspace()
        if not typed and event.key() != Qt.Key.Key_Down:
            super().keyPressEvent(event)
            return
        menu = self.offer()
        menu.setActiveAction(menu.actions()[0])
        if typed:
            menu.seek(event.text())

    def _tick(self, code: str, on: bool) -> None:
        order = [one.code for one in self._field.choices]
        codes = {*self.codes, code} if on else {*self.codes} - {code}
        self.codes = tuple(sorted(codes, key=lambda one: order.index(one) if one in order else len(order)))
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        said = [translate(found.label) if (found := self._field.choice(code)) else code for code in self.codes]
        text = listed(said)
        self.setToolTip(text)
        self.setAccessibleDescription(text or translate(N_("Nothing chosen")))
        self.setText(
            QFontMetrics(self.font()).elidedText(text, Qt.TextElideMode.ElideRight, max(40, self.width() - 26))
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._say()


class TickMenu(QMenu):
    """A menu that stays open while its entries are ticked; typed letters go to the entry that fits."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._letters = TypedLetters()

    def seek(self, typed: str) -> None:
        """Go to the entry that fits the letters typed so far."""
        actions = self.actions()
        now = actions.index(self.activeAction()) if self.activeAction() in actions else -1
        at = self._letters.find([one.text().replace("&&", "&") for one in actions], typed, now)
        if at >= 0:
            self.setActiveAction(actions[at])

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        action = self.activeAction()
        if action is not None and action.isCheckable():
            action.toggle()
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        action = self.activeAction()
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter) and action is not None:
            if action.isCheckable():
                action.toggle()
        elif letter(event):
            self.seek(event.text())
        else:
            super().keyPressEvent(event)
