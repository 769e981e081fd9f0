"""The sections of the card's right column: reminders, quotes, preferences, and the form of all fields."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.followups import commands as followups
from app.followups.queries import Item
from app.records import commands as records
from app.records import queries
from app.records.record import Record
from app.sales.queries import QuoteRow, of_customer
from app.sales.records import QUOTE_STATUSES
from app.shared.i18n import N_, _, language, translate
from app.shared.money import format_amount
from ui.customers.preview import Cut
from ui.runtime.application import theme
from ui.runtime.given import given
from ui.shell.page import Services
from ui.widgets.basics import SectionHeader, column, label, line, row, tag
from ui.widgets.buttons import button
from ui.widgets.layouts import empty, layout_of
from ui.widgets.quick_log import when_words
from ui.widgets.record_form import FieldRow, RecordForm
from ui.widgets.reminder_dialog import edit_reminder
from ui.widgets.row_name import RowName, focus, names_in

_QUOTE_TONES = {"draft": "acc", "sent": "inf", "won": "ok", "lost": ""}
_QUOTES = 6
_READONLY = {"preferences"}


class Section(QWidget):
    """A section with a heading, rows and a line below; hidden while it is empty and not ``always``."""

    def __init__(self, title: str, icon: str = "", action: str = "", on: Callable[[], object] | None = None) -> None:
        super().__init__()
        self.head = SectionHeader(title, icon, action, on)
        self.body = QVBoxLayout()
        self.body.setSpacing(0)
        inner = column(self.head, 3, self.body, margins=(16, 9, 16, 9))
        self.setLayout(column(inner, line()))

    def put(self, rows: Sequence[QWidget]) -> None:
        """Show these rows."""
        empty(self.body)
        for made in rows:
            self.body.addWidget(made)


class RemindersSection(Section):
    """What is to be done with the customer; each can be ticked off."""

    def __init__(self, services: Services) -> None:
        super().__init__(N_("To do"))
        self.s = services
        self._main = ""
        self.hide()

    def show_reminders(self, customer: int, items: Sequence[Item], main: str = "") -> None:
        """Show the open reminders; whom they concern when it is not the ``main`` contact."""
        self._main = main
        at = next((at for at, one in enumerate(names_in(self.body)) if one.hasFocus()), -1)
        self.put([self._row(item) for item in items])
        self.setVisible(bool(items))
        if at >= 0 and items:
            focus(names_in(self.body)[min(at, len(items) - 1)])

    def start(self) -> None:
        """Put the cursor on the first reminder."""
        if names := names_in(self.body):
            focus(names[0])

    def _key(self, key: str, item: Item) -> None:
        names, ws = names_in(self.body), self.s.ws
        at = next((at for at, one in enumerate(names) if one.number == item.id), 0)
        if key in ("Up", "Down"):
            focus(names[max(0, min(len(names) - 1, at + (1 if key == "Down" else -1)))])
        elif key == "Del":
            self.s.actions.run(lambda: followups.delete_reminder(ws, item.id))
        elif key == "Space":
            self.s.actions.run(lambda: followups.done(ws, item.id))

    def _row(self, item: Item) -> QWidget:
        ws = self.s.ws
        tick = button("", "circle", "plain", small=True, name=N_("Done"))
        tick.clicked.connect(lambda: self.s.actions.run(lambda: followups.done(ws, item.id)))
        when = label(when_words(item.due, item.all_day, ws.clock.now_wall()), "muted", "small", raw=True)
        if item.due < ws.clock.now_wall() and item.due.date() < ws.clock.today():
            when.setProperty("tone", "danger")
        who = label(item.contact if item.contact != self._main else "", "muted", "small", raw=True)
        drop = button("", "x", "plain", small=True, name=N_("Delete the reminder"))
        drop.clicked.connect(lambda: self.s.actions.run(lambda: followups.delete_reminder(ws, item.id)))
        made = QWidget()
        name = RowName(item.id, item.text, _("Edit {name}").format(name=item.text), ("Up", "Down", "Del", "Space"))
        name.clicked.connect(lambda: edit_reminder(self, ws, self.s.actions, item.id))
        name.pressed_key.connect(lambda key: self._key(key, item))
        lay = row(tick, gap=4)
        lay.addWidget(name, 1)
        lay.addWidget(who)
        lay.addWidget(when)
        lay.addWidget(drop)
        made.setLayout(lay)
        return made


class QuotesSection(Section):
    """The newest quotes of the customer."""

    def __init__(self, services: Services, new: Callable[[], object]) -> None:
        self._can_open = services.router.can_open("quote")
        super().__init__(
            N_("Quotes"), "plus" if self._can_open else "", N_("New quote"), new if self._can_open else None
        )
        self.s = services
        self.hide()

    def show_quotes(self, customer: int) -> None:
        """Show the newest quotes; the section stays while one can be made here."""
        found = of_customer(self.s.ws, customer, limit=_QUOTES)
        self.put([self._row(one) for one in found])
        self.setVisible(bool(found) or self._can_open)

    def _row(self, one: QuoteRow) -> QWidget:
        status = next((translate(choice.label) for choice in QUOTE_STATUSES if choice.code == one.status), "")
        number = button(role="link", small=True, name=N_("Open the quote"))
        number.setProperty("only", False)
        number.setText(one.number)
        number.setStyleSheet("padding:0")
        number.setEnabled(self._can_open)
        number.clicked.connect(lambda: self.s.router.open("quote", one.id))
        amount = format_amount(one.total, one.currency, language()) if one.total is not None else ""
        project = Cut(one.project)
        project.setProperty("tone", "muted")
        made = QWidget()
        lay = row(number, gap=8)
        lay.addWidget(project, 1)
        lay.addWidget(tag(status, _QUOTE_TONES.get(one.status, "")))
        lay.addWidget(label(amount, raw=True))
        made.setLayout(lay)
        made.setMinimumHeight(theme().px(25))
        return made


class _Written(Section):
    """A text of the customer, shown as it is and edited in place."""

    def __init__(self, services: Services, name: str, title: str, action: str) -> None:
        super().__init__(title, "pencil", action, self.edit)
        self.s = services
        self._name = name
        self._customer, self._text = 0, ""
        field = services.ws.dictionary.type("customer").field(name)
        self.field = FieldRow(field, self._save)
        self.field.caption.hide()
        self.done = button(N_("Close"), small=True, on=self.close_edit)
        self._editing = QWidget()
        self._editing.setLayout(column(self.field, row(None, self.done), gap=4, margins=(16, 0, 16, 8)))
        self._editing.hide()
        layout_of(self).insertWidget(1, self._editing)

    def show_customer(self, record: Record) -> None:
        """Show the text of a customer."""
        if record.id != self._customer:
            self.close_edit()
        self._customer, self._text = record.id, record[self._name] or ""
        if not self.field.editor.hasFocus():
            self.field.put(self._text)
        self.put(self._rows(self._text) or [label(N_("None yet"), "faint", "small")])
        self._show_rows()

    def _rows(self, text: str) -> list[QWidget]:
        raise NotImplementedError

    def edit(self) -> None:
        """Edit the text."""
        self._editing.show()
        self._show_rows()
        self.field.editor.setFocus()

    def close_edit(self) -> None:
        """Save and show the lines again."""
        self.commit()
        self._editing.hide()
        self._show_rows()

    def commit(self) -> None:
        """Save what is being typed."""
        text = self.field.raw() or ""
        if not self._editing.isHidden() and text != self._text:
            self._text = text
            self.field._left(text)

    def _show_rows(self) -> None:
        for at in range(self.body.count()):
            if (widget := given(self.body.itemAt(at)).widget()) is not None:
                widget.setVisible(self._editing.isHidden())

    def _save(self, name: str, raw: Any) -> object:
        ws, number = self.s.ws, self._customer
        return records.update(ws, "customer", number, {name: raw})


class Notes(_Written):
    """What is to be known about the customer, in full."""

    def __init__(self, services: Services) -> None:
        super().__init__(services, "notes", N_("Notes"), N_("Edit the notes"))

    def _rows(self, text: str) -> list[QWidget]:
        if not text.strip():
            return []
        words = label(text.strip(), raw=True, wrap=True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return [words]


class Preferences(_Written):
    """What the customer likes and does not like: lines such as “phone: not before 9:30”."""

    def __init__(self, services: Services) -> None:
        super().__init__(services, "preferences", N_("Preferences"), N_("Edit the preferences"))

    def _rows(self, text: str) -> list[QWidget]:
        return [self._row(one) for one in text.splitlines() if one.strip()]

    @staticmethod
    def _row(text: str) -> QWidget:
        for mark in ("：", ": ", ":"):
            head, found, rest = text.partition(mark)
            if found and rest.strip() and len(head) <= 12:
                break
        else:
            return Cut(text)
        name = label(head.strip(), "muted", "small", raw=True)
        name.setMinimumWidth(theme().px(52))
        made = QWidget()
        lay = row(name, gap=8)
        lay.addWidget(Cut(rest.strip()), 1)
        made.setLayout(lay)
        made.setMinimumHeight(theme().px(23))
        return made


class Details(QWidget):
    """All fields of a customer; each is saved as it is left. ``closed``: the user is done."""

    closed = Signal()

    def __init__(self, services: Services) -> None:
        super().__init__()
        self.s = services
        self._customer = 0
        self._names: tuple[str, ...] = ()
        self.form: RecordForm | None = None
        self._holder = QVBoxLayout()
        done = button(N_("Close"), small=True, key="Esc", on=self.closed.emit)
        head = row(label(N_("All details"), font="section"), None, done)
        self.setLayout(column(head, 8, self._holder, margins=(16, 10, 16, 16)))

    def show_customer(self, record: Record) -> None:
        """Show a customer's fields; the one being edited keeps what is typed."""
        fields = [
            field
            for field in self.s.ws.dictionary.type("customer").fields
            if field.name not in _READONLY and not field.readonly
        ]
        names = tuple(field.name for field in fields)
        if self.form is None or names != self._names or record.id != self._customer:
            self._customer, self._names = record.id, names
            if self.form is not None:
                self._holder.removeWidget(self.form)
                self.form.hide()
                self.form.deleteLater()
            ws, number = self.s.ws, record.id
            self.form = RecordForm(
                fields,
                lambda name, raw: records.update(ws, "customer", number, {name: raw}),
                lambda name: queries.distinct(ws, "customer", name),
                wide=("name",),
            )
            self._holder.addWidget(self.form)
        self.form.put(record)

    def start(self, name: str = "") -> None:
        """Put the cursor into a field, the first one when none is named."""
        if self.form is not None:
            made = self.form.rows.get(name)
            (made.editor if made else self.form.first()).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def commit(self) -> None:
        """Save the field being edited; what cannot be taken is told, for the form may go away with it."""
        if self.form is None:
            return
        self.form.commit()
        if self.isVisible() and (refused := next((made for made in self.form.rows.values() if made.refused), None)):
            said = _("“{label}” stays as it was. {reason}")
            label = translate(refused.field.label)
            self.s.messages.toast(said.format(label=label, reason=refused.error.text()))
