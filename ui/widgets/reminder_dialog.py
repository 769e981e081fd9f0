"""A reminder as a form: what, when, how often, how early, with whom and about whom, and the user's own fields."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QWidget

from app.followups import commands, editing, queries
from app.followups.repeat_words import say
from app.records import queries as records
from app.records.fields import Choice, Field, FieldKind
from app.records.workspace import Workspace
from app.shared.errors import InvalidValue
from app.shared.i18n import N_, Own, _
from ui.runtime.actions import Actions
from ui.widgets.basics import column, label
from ui.widgets.customer_field import CustomerField
from ui.widgets.form_dialog import FormDialog
from ui.widgets.layouts import layout_of
from ui.widgets.phrase_list import PhraseList
from ui.widgets.quick_log import when_words
from ui.widgets.record_form import RecordForm

K = FieldKind
LEADS = ((0, N_("At its time")), (15, N_("15 minutes before")), (60, N_("An hour before")), (1440, N_("A day before")))
_WHEN = Field("when", K.TEXT, N_("When"), required=True)
_REPEATS = Field("repeats", K.TEXT, N_("Repeats"))


class ReminderDialog(FormDialog):
    """The form of one reminder; everything is saved at once, as one operation. What is wrong stands under its field."""

    def __init__(self, parent: QWidget, ws: Workspace, actions: Actions, reminder: int) -> None:
        super().__init__(parent, N_("Edit the reminder"), more=(N_("Delete"), self.remove))
        self._ws, self._actions, self._reminder = ws, actions, reminder
        self._held = records.get(ws, "reminder", reminder)
        about = (self._held["about_kind"], self._held["about_id"])
        self._customer = queries.customer_of(ws, *about) if about[1] else None
        record = ws.dictionary.type("reminder")
        own = [one for one in record.fields if one.custom and not one.hidden]
        lead = Field("lead", K.CHOICE, N_("Tell me"), choices=self._leads(), required=True)
        fields = [record.field("text"), _WHEN, _REPEATS, lead, record.field("priority"), record.field("kind")]
        self.form = RecordForm([*fields, self._persons(), *own], lambda _name, _raw: None)
        self.form.rows["when"].required.setText("")
        self.form.rows["lead"].required.setText("")
        self.form.put({**self._held.values, **self._shown()})
        self._before = self._values()
        self.field = CustomerField(ws)
        self.field.chosen.connect(self._choose)
        self.field.new_wanted.connect(lambda _name: self._show_customer())
        self.about = label("", "muted", "small", raw=True, wrap=True)
        self.phrases = PhraseList(self.form.rows["text"].typed, ws, actions)
        self.read = label("", "accent", "small", raw=True)
        when = self.form.rows["when"]
        layout_of(when).addWidget(self.read)
        when.typed.textChanged.connect(lambda _text: self._read())
        self._show_customer()
        part = QWidget()
        part.setLayout(column(label(N_("About the customer"), "muted", "small"), 2, self.field, 3, self.about,
                              margins=(20, 0, 20, 8)))  # fmt: skip
        self.fill(self.form, part)
        self._read()
        self.form.rows["text"].editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep(self) -> None:
        """Save what was changed."""
        for made in self.form.rows.values():
            made.tell("")
        changed = {name: raw for name, raw in self._values().items() if raw != self._before[name]}
        repeats = changed.pop("repeats", "") if "repeats" in changed else None
        problem: list[InvalidValue] = []

        def command() -> Any:
            try:
                return editing.edit_whole(self._ws, self._reminder, changed, repeats=repeats)
            except InvalidValue as error:
                problem.append(error)
                return None

        if changed or repeats is not None:
            self._actions.run(command)
        if problem:
            name = {"due_at": "when", "every": "repeats"}.get(problem[0].field, problem[0].field)
            row = self.form.rows.get(name) or self.form.rows["when"]
            row.tell(problem[0].sentence())
            self.area.ensureWidgetVisible(row)
            row.editor.setFocus()
            return
        self.accept()

    def remove(self) -> None:
        """Delete the reminder."""
        self._actions.run(lambda: commands.delete_reminder(self._ws, self._reminder))
        self.accept()

    def _shown(self) -> dict[str, Any]:
        every = self._held["every"]
        contact = self._held["contact"]
        return {
            "when": editing.shown_when(self._ws, self._held),
            "repeats": say(every, self._ws.clock.today()) if every else "",
            "lead": str(self._held["lead"] or 0),
            "contact": str(contact) if contact else None,
        }

    def _values(self) -> dict[str, Any]:
        found = {name: made.raw() for name, made in self.form.rows.items()}
        return {**found, "customer": self._customer, "repeats": found["repeats"] or ""}

    def _read(self) -> None:
        """Say how the time is understood, when it is not written as a date."""
        text = self.form.rows["when"].raw() or ""
        now = self._ws.clock.now_wall()
        try:
            when, all_day = editing.read_when(self._ws, text)
        except InvalidValue:
            self.read.setText("")
            return
        self.read.setText(when_words(when, all_day, now))

    def _leads(self) -> tuple[Choice, ...]:
        held = self._held["lead"] or 0
        found = [Choice(str(minutes), text) for minutes, text in LEADS]
        if all(minutes != held for minutes, _text in LEADS):
            found.append(Choice(str(held), Own(_("{count} minutes before").format(count=held))))
        return tuple(found)

    def _persons(self) -> Field:
        people = queries.people(self._ws, self._customer) if self._customer else []
        choices = tuple(Choice(str(one.id), Own(f"{one.name} {one.title}".strip())) for one in people)
        return Field("contact", K.CHOICE, N_("Contact"), choices=choices)

    def _choose(self, customer: int) -> None:
        self._customer = customer
        row = self.form.rows["contact"]
        row.field = replace(row.field, choices=self._persons().choices)
        if isinstance(row.editor, QComboBox):
            row._fill(row.editor)
        self._show_customer()

    def _show_customer(self) -> None:
        number = self._customer
        self.field.show_name(records.titles(self._ws, "customer", (number,)).get(number, "") if number else "")
        kind, other = self._held["about_kind"], self._held["about_id"]
        said = ""
        if kind and kind != "customer" and other:
            title = records.titles(self._ws, kind, (other,)).get(other, "")
            said = f"{_(self._ws.dictionary.type(kind).label)} {title}"
        self.about.setText(said)
        self.about.setVisible(bool(said))


def edit_reminder(parent: QWidget, ws: Workspace, actions: Actions, reminder: int) -> None:
    """Ask for changes of a reminder."""
    dialog = ReminderDialog(parent, ws, actions, reminder)
    dialog.exec()
    dialog.deleteLater()
