"""The people of a customer: who is the main one, how to reach them, add and edit in place."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics, QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from app.customers import commands
from app.records import commands as records
from app.records import queries
from app.records.record import Record
from app.records.workspace import Workspace
from app.shared.i18n import N_, _, translate
from app.transfer.converting.card_text import as_contact, taken
from ui.customers.preview import Cut
from ui.runtime.application import theme
from ui.shell.page import Services
from ui.widgets.basics import PhoneLabel, SectionHeader, column, label, line, row
from ui.widgets.buttons import button
from ui.widgets.layouts import empty
from ui.widgets.line_edit import LineEdit
from ui.widgets.record_form import RecordForm
from ui.widgets.row_name import RowName, focus, names_in

FIELDS = ("name", "title", "department", "gender", "mobile", "phone", "email", "wechat", "qq", "birthday", "notes")
KEYS = ("Up", "Down", "Del", "Ins", "Menu", "Shift+F10")


class ContactsSection(QWidget):
    """The section of the card. ``noted`` carries what to say when a number was copied."""

    noted = Signal(str)

    def __init__(self, services: Services) -> None:
        super().__init__()
        self.s = services
        self._customer = 0
        self._contacts: tuple[Record, ...] = ()
        self._open = 0
        self.form: RecordForm | None = None
        self._head = SectionHeader(N_("Contacts"), "plus", N_("Add a contact"), self.start_adding)
        self.add = _NewContact(services.ws)
        self.add.kept.connect(self._add)
        self.add.escaped.connect(self.escape)
        self.add.hide()
        self.none = label(N_("Nobody yet"), "faint", "small")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.setLayout(column(self._head, 2, self._rows, self.none, self.add, margins=(16, 8, 16, 9)))

    def show_contacts(self, customer: int, contacts: tuple[Record, ...]) -> None:
        """Show the contacts of a customer, the main one first."""
        if customer != self._customer:
            self._open = 0
            self.stop_adding()
        editing = self.form is not None and self.form.isAncestorOf(self.focusWidget() or self)
        self._customer, was, self._contacts = customer, self._contacts, contacts
        if editing and [one.id for one in was] == [one.id for one in contacts]:
            record = next((one for one in contacts if one.id == self._open), None)
            if record is not None and self.form is not None:
                self.form.put(record)
                return
        self._build()

    def names(self) -> list[str]:
        """The names as they are shown."""
        return [one.title for one in self._contacts]

    def start_adding(self) -> None:
        """Open the line for a new contact."""
        self.add.show()
        self.add.start()

    def stop_adding(self) -> None:
        """Close the line for a new contact."""
        self.add.clear()
        self.add.hide()

    def start(self) -> None:
        """Put the cursor on the main contact; on the button that adds one when there is nobody."""
        self._go(0)

    def _go(self, at: int) -> None:
        names = self._names()
        focus(names[max(0, min(at, len(names) - 1))] if names else self._head.action)

    def _names(self) -> list[RowName]:
        return names_in(self._rows)

    def _key(self, key: str, one: Record, more: QWidget) -> None:
        at = next((at for at, made in enumerate(self._names()) if made.number == one.id), 0)
        match key:
            case "Up" | "Down":
                self._go(at + (1 if key == "Down" else -1))
            case "Ins":
                self.start_adding()
            case "Del":
                self._delete(one)
            case _:
                self._menu(one, more)

    def _delete(self, one: Record) -> None:
        self.s.actions.run(lambda: records.delete(self.s.ws, "contact", [one.id]))

    def escape(self) -> bool:
        """Close the line for a new contact, or the form of one; whether there was one open."""
        if self.add.isVisible():
            self.stop_adding()
            self.start()
            return True
        if self.form is not None:
            self.edit(self._open)
            return True
        return False

    def edit(self, contact: int) -> None:
        """Open or close the form of a contact under its row."""
        if self.form is not None:
            self.form.commit()
        self._open = 0 if self._open == contact else contact
        self._build()
        if self.form is not None:
            self.form.first().setFocus()
        else:
            self._go(next((at for at, one in enumerate(self._contacts) if one.id == contact), 0))

    def _build(self) -> None:
        held = next((at for at, one in enumerate(self._names()) if one.hasFocus()), -1)
        empty(self._rows)
        self.form = None
        for at, one in enumerate(self._contacts):
            self._rows.addWidget(self._row(one, at == 0))
            if one.id == self._open:
                self._rows.addWidget(self._form(one))
        self.none.setVisible(not self._contacts)
        if held >= 0:
            self._go(held)

    def _row(self, one: Record, main: bool) -> QWidget:
        made = QWidget()
        name = RowName(one.id, one.title, _("Edit {name}").format(name=one.title), KEYS)
        name.setStyleSheet("padding:0 2px;font-weight:600;text-align:left")
        wide = QFontMetrics(theme().font("body", bold=True)).horizontalAdvance(one.title) + 12
        name.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        name.setFixedWidth(min(max(wide, theme().px(28)), theme().px(160)))
        name.clicked.connect(lambda: self.edit(one.id))
        title = Cut(one["title"] or one["department"] or "")
        title.setProperty("tone", "muted")
        title.setFont(theme().font("small"))
        lay: QHBoxLayout = row(name, gap=4)
        lay.addWidget(title, 1)
        star = button("", "star", "plain", small=True, name=N_("Main contact") if main else N_("Make the main contact"))
        if main:
            from ui.runtime.icons import icon

            star.setIcon(icon("star", "warning"))
        star.clicked.connect(lambda: self._make_main(one.id))
        # Shown before it has a parent, it would be a window of its own for a moment and take the focus away.
        if not main and len(self._contacts) < 2:
            star.hide()
        phone = one["mobile"] or one["phone"]
        lay.addWidget(star)
        if phone is not None:
            number = PhoneLabel(phone)
            number.copied.connect(lambda said: self.noted.emit(_("Copied: {number}").format(number=said)))
            lay.addWidget(number)
        more = button("", "ellipsis", "plain", small=True, name=N_("More"))
        more.clicked.connect(lambda: self._menu(one, more))
        name.pressed_key.connect(lambda key: self._key(key, one, more))
        lay.addWidget(more)
        made.setLayout(lay)
        made.setMinimumHeight(theme().px(25))
        return made

    def _menu(self, one: Record, at: QWidget) -> None:
        menu = QMenu(self)
        menu.addAction(_("Edit")).triggered.connect(lambda: self.edit(one.id))
        menu.addAction(_("Make the main contact")).triggered.connect(lambda: self._make_main(one.id))
        menu.addAction(_("Take it with a phone")).triggered.connect(lambda: self._show_code(one.id))
        menu.addSeparator()
        menu.addAction(_("Delete")).triggered.connect(lambda: self._delete(one))
        menu.addAction(_("Hand out or erase personal data")).triggered.connect(
            lambda: self.s.router.open("erasure", about=("contact", one.id))
        )
        menu.popup(at.mapToGlobal(at.rect().bottomLeft()))

    def _show_code(self, contact: int) -> None:
        from ui.customers.qr_card import show_code

        show_code(self.s, "contact", contact, self)

    def _form(self, one: Record) -> QWidget:
        ws = self.s.ws
        record = ws.dictionary.type("contact")
        fields = [record.field(name) for name in FIELDS] + [field for field in record.fields if field.custom]
        self.form = RecordForm(
            fields,
            lambda name, raw: records.update(ws, "contact", one.id, {name: raw}),
            lambda name: queries.distinct(ws, "contact", name),
        )
        self.form.put(one)
        holder = QFrame()
        holder.setProperty("pane", "sunken")
        done = button(N_("Close"), small=True, on=lambda: self.edit(one.id))
        holder.setLayout(column(self.form, 8, row(None, done), line(), margins=(8, 8, 8, 8)))
        return holder

    def _make_main(self, contact: int) -> None:
        self.s.actions.run(lambda: commands.set_main_contact(self.s.ws, contact))

    def _add(self, values: dict[str, Any]) -> None:
        ws, customer = self.s.ws, self._customer
        if self.s.actions.run(lambda: commands.add_contact(ws, customer, values)) is not None:
            self.add.clear()
            self.add.start()


class _NewContact(QFrame):
    """Three fields for a new contact: name, title, number; Enter keeps, Esc closes."""

    kept = Signal(dict)
    escaped = Signal()

    def __init__(self, ws: Workspace) -> None:
        super().__init__()
        self._ws = ws
        self._more: dict[str, str] = {}
        self.setProperty("pane", "sunken")
        self.name = LineEdit(N_("Name"), N_("Name"))
        self.title = LineEdit(N_("Title"), N_("Title"))
        self.mobile = LineEdit(N_("Mobile"), N_("Mobile"))
        for edit in (self.name, self.title, self.mobile):
            edit.returnPressed.connect(self._keep)
        lay = column(row(self.name, self.title, gap=6), 6, self.mobile)
        self.more = label("", "muted", "small", raw=True, wrap=True)
        self.more.hide()
        paste = button("", "clipboard-paste", small=True, name=N_("Fill from the clipboard"), on=self.fill)
        add = button(N_("Add"), role="primary", small=True, on=self._keep)
        stop = button(N_("Close"), small=True, on=self.escaped.emit)
        self.setLayout(column(lay, 6, self.more, row(paste, None, stop, add, gap=6), margins=(8, 8, 8, 8)))

    def start(self) -> None:
        """Put the cursor into the name."""
        self.name.setFocus()

    def clear(self) -> None:
        """Empty the fields."""
        self._put({})

    def fill(self) -> None:
        """Fill the fields from the clipboard: a signature, a chat, a card's text; what else it says is shown under them."""
        self._put(as_contact(self._ws, taken(self._ws, QGuiApplication.clipboard().text())))
        self.name.setFocus()

    def _put(self, values: dict[str, str]) -> None:
        self._more = dict(values)
        for edit, name in ((self.name, "name"), (self.title, "title"), (self.mobile, "mobile")):
            edit.put(self._more.pop(name, ""))
        fields = self._ws.dictionary.type("contact")
        said = [f"{translate(fields.field(name).label)}: {value}" for name, value in self._more.items()]
        self.more.setText("\n".join(said))
        self.more.setVisible(bool(said))

    def _keep(self) -> None:
        values = {**self._more, "name": self.name.text(), "title": self.title.text(), "mobile": self.mobile.text()}
        if self.name.text().strip():
            self.kept.emit(values)
        else:
            self.name.setFocus()
