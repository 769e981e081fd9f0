"""The dialog that makes a customer with its first contact."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QGridLayout, QWidget

from app.customers import commands
from app.records import queries
from app.shared.errors import InvalidValue
from app.shared.i18n import N_, _, translate
from app.shared.phones import is_mobile, parse
from app.transfer.converting import card_text
from ui.runtime.application import theme
from ui.runtime.key_events import pressed
from ui.runtime.translator import tr
from ui.shell.page import Services
from ui.widgets.basics import column, label, row
from ui.widgets.buttons import button
from ui.widgets.line_edit import LineEdit
from ui.widgets.values import offered

PASTE = "Ctrl+Shift+V"


class NewCustomer(QDialog):
    """Name, kind, level, status, phone, city, and the first contact. Says when the name is in the book already."""

    def __init__(self, services: Services, parent: QWidget | None, phone: str = "") -> None:
        super().__init__(parent)
        self.s = services
        self.made: commands.NewCustomer | None = None
        tr(self, self.setWindowTitle, N_("New customer"))
        self.setFixedWidth(theme().px(480))
        self.name = LineEdit(N_("Name"))
        self.phone = LineEdit(N_("Phone"))
        self.city = LineEdit(N_("City"))
        ws = services.ws
        self.kind = self._box(N_("Kind"), offered(ws, "customer", "kind"))
        self.level = self._box(N_("Level"), [("", ""), *offered(ws, "customer", "level")])
        self.status = self._box(N_("Status"), offered(ws, "customer", "status"))
        self.status.setCurrentIndex(self.status.findData("prospect"))
        self.person = LineEdit(N_("Contact"))
        self.title = LineEdit(N_("Title"))
        self.mobile = LineEdit(N_("Mobile"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(10)
        self.alike = label("", "warning", "small", raw=True, wrap=True)
        self.alike.hide()
        self.error = label("", "danger", "small", raw=True, wrap=True)
        self.error.hide()
        grid.addLayout(_field(N_("Name"), self.name, required=True), 0, 0, 1, 6)
        grid.addLayout(column(self.alike, self.error), 1, 0, 1, 6)
        boxes = ((N_("Kind"), self.kind), (N_("Level"), self.level), (N_("Status"), self.status))
        for at, (text, box) in enumerate(boxes):
            grid.addLayout(_field(text, box), 2, 2 * at, 1, 2)
        grid.addLayout(_field(N_("Phone"), self.phone), 3, 0, 1, 3)
        grid.addLayout(_field(N_("City"), self.city), 3, 3, 1, 3)
        lines = ((N_("Contact"), self.person), (N_("Title"), self.title), (N_("Mobile"), self.mobile))
        for at, (text, editor) in enumerate(lines):
            grid.addLayout(_field(text, editor), 4, 2 * at, 1, 2)
        for place in range(6):
            grid.setColumnStretch(place, 1)
        self._more: dict[str, dict[str, str]] = {"customer": {}, "contact": {}}
        self.more = label("", "muted", "small", raw=True, wrap=True)
        self.more.hide()
        self.go = button(N_("Add customer"), role="primary", on=self.keep)
        self.go.setDefault(True)
        self.paste = button(N_("Fill from the clipboard"), "clipboard-paste", key=PASTE, on=self.fill)
        shortcut = QShortcut(QKeySequence(PASTE), self)
        shortcut.activated.connect(self.fill)
        buttons = row(self.paste, None, button(N_("Cancel"), on=self.reject), self.go)
        head = label(N_("New customer"), font="title")
        self.setLayout(column(head, 12, grid, 10, self.more, 10, buttons, margins=(20, 18, 20, 16)))
        self._pause = QTimer(self, singleShot=True, interval=150)
        self._pause.timeout.connect(self._look)
        self.name.textChanged.connect(lambda _text: self._pause.start())
        (self.mobile if is_mobile(parse(phone, services.ws.region).normal) else self.phone).setText(phone)
        self.name.installEventFilter(self)
        self.name.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Several lines pasted into the name are a signature or a card's text, never a name."""
        if (
            pressed(event)
            and event.matches(QKeySequence.StandardKey.Paste)
            and len(QGuiApplication.clipboard().text().strip().splitlines()) > 1
            and card_text.taken(self.s.ws, QGuiApplication.clipboard().text())
        ):
            self.fill()
            return True
        return super().eventFilter(watched, event)

    @staticmethod
    def _box(name: str, options: list[tuple[str, str]]) -> QComboBox:
        made = QComboBox()
        tr(made, made.setAccessibleName, name)
        made.setProperty("field", name.lower())
        for code, text in options:
            made.addItem(text, code)
        return made

    def fill(self) -> None:
        """Fill the form from the clipboard: a signature, a chat, a card's text. What it has no room for is shown under it."""
        ws = self.s.ws
        found = card_text.taken(ws, QGuiApplication.clipboard().text())
        if not found:
            self.error.setText(
                _("The clipboard holds nothing about a customer. Copy a signature, a chat or a card first.")
            )
            self.error.show()
            return
        self.error.hide()
        customer, contact = dict(found.customer), dict(found.contact)
        for box in (self.kind, self.level, self.status):
            at = box.findData(customer.pop(box.property("field"), ""))
            if at >= 0:
                box.setCurrentIndex(at)
        mobile = customer.pop("mobile", "") if "phone" not in customer else ""
        for editor, value in (
            (self.name, customer.pop("name", "")), (self.phone, customer.pop("phone", "") or mobile),
            (self.city, customer.pop("city", "")), (self.person, contact.pop("name", "")),
            (self.title, contact.pop("title", "")), (self.mobile, contact.pop("mobile", "")),
        ):  # fmt: skip
            editor.setText(value)
        self._more = {"customer": customer, "contact": contact}
        said = [
            _("{label}: {value}").format(label=translate(ws.dictionary.type(kind).field(name).label), value=value)
            for kind, values in self._more.items()
            for name, value in values.items()
        ]
        self.more.setText(_("Also kept: {values}").format(values=_(", ").join(said)))
        self.more.setVisible(bool(said))
        self.adjustSize()
        self.name.setFocus()

    def _look(self) -> None:
        """Say which customers have a name like this."""
        text = self.name.text().strip()
        hits = queries.search(self.s.ws, text, ["customer"], limit=3) if len(text) > 1 else []
        names = ", ".join(hit.title for hit in hits)
        self.alike.setText(_("In the book already: {names}").format(names=names) if hits else "")
        self.alike.setVisible(bool(hits))

    def keep(self) -> None:
        """Make the customer; what is wrong stands under the name."""
        values: dict[str, Any] = {
            "name": self.name.text(),
            "kind": self.kind.currentData(),
            "level": self.level.currentData() or None,
            "status": self.status.currentData(),
            "phone": self.phone.text(),
            "city": self.city.text(),
            **self._more["customer"],
        }
        person = {
            "name": self.person.text(), "title": self.title.text(), "mobile": self.mobile.text(), **self._more["contact"],
        }  # fmt: skip
        some = any(text.strip() for text in person.values())
        ws = self.s.ws
        if some and not person["name"].strip():
            person["name"] = next(
                text for text in (person["mobile"], person["title"], *person.values()) if text.strip()
            )
        try:
            commands.check_new(ws, values, person if some else None)
        except InvalidValue as error:
            self.error.setText(str(error))
            self.error.show()
            return
        self.made = self.s.actions.run(lambda: commands.create(ws, values, person if some else None))
        if self.made is not None:
            self.accept()


def _field(text: str, editor: QWidget, *, required: bool = False) -> Any:
    caption = label(text, "muted", "small")
    caption.setBuddy(editor)
    mark = label(N_("Required"), "faint", "caption") if required else None
    return column(row(caption, *((mark,) if mark else ()), None, gap=6), 2, editor)


def new_customer(services: Services, phone: str = "", *, pasted: bool = False) -> None:
    """Ask for a new customer, perhaps with a number that is known or from the clipboard, and open its card."""
    dialog = NewCustomer(services, QApplication.activeWindow(), phone)
    if pasted:
        dialog.fill()
    if dialog.exec() == QDialog.DialogCode.Accepted and dialog.made is not None:
        services.router.open("customer", dialog.made.id)
