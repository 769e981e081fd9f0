"""A conversation as a form: its kind, when it was, what was said, the outcome, and the user's own fields."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QDialog, QWidget

from app.followups import commands as followups
from app.records import commands, queries
from app.records.fields import Field, FieldKind
from app.records.operation import missing
from app.shared.errors import InvalidValue
from app.shared.i18n import N_
from ui.runtime.translator import tr
from ui.shell.page import Services
from ui.widgets.basics import column, label, row
from ui.widgets.buttons import button
from ui.widgets.record_form import RecordForm

_ORDER = ("text", "kind", "outcome", "done_at", "minutes")


class ActivityDialog(QDialog):
    """The form; everything is saved at once, as one operation. What is wrong stands under its field."""

    def __init__(self, parent: QWidget, services: Services, activity: int) -> None:
        super().__init__(parent)
        self.s, self._activity = services, activity
        tr(self, self.setWindowTitle, N_("Edit the conversation"))
        self.setFixedWidth(480)
        record = services.ws.dictionary.type("activity")
        own = [one for one in record.fields if one.name not in _ORDER and _shown(one)]
        ws = services.ws
        self.form = RecordForm(
            [*(record.field(name) for name in _ORDER), *own],
            lambda _name, _raw: None,
            lambda name: queries.distinct(ws, "activity", name),
        )
        self._held = queries.get(ws, "activity", activity)
        self.form.put(self._held)
        self._before = self._values()
        self.go = button(N_("Save"), role="primary", on=self.keep)
        self.go.setDefault(True)
        head = label(N_("Edit the conversation"), font="title")
        buttons = row(None, button(N_("Cancel"), on=self.reject), self.go)
        self.setLayout(column(head, 12, self.form, 16, buttons, margins=(20, 18, 20, 16)))
        self.form.rows["text"].editor.setFocus()

    def keep(self) -> None:
        """Save what was changed."""
        changed = {name: raw for name, raw in self._values().items() if raw != self._before[name]}
        ws = self.s.ws
        for made in self.form.rows.values():
            made.tell("")
        record = ws.dictionary.type("activity")
        try:
            for name, made in self.form.rows.items():
                if made.field.required and made.raw() in (None, ""):
                    raise missing(record, name)
            commands.checked(ws, record, changed)
        except InvalidValue as error:
            self.form.rows[error.field].tell(str(error))
            return
        if changed:
            self.s.actions.run(lambda: followups.edit_activity(ws, self._activity, changed))
        self.accept()

    def _values(self) -> dict[str, Any]:
        return {name: made.raw() for name, made in self.form.rows.items()}


def _shown(field: Field) -> bool:
    away = field.hidden or field.readonly or not field.listed
    return not away and field.kind not in (FieldKind.LINK, FieldKind.IMAGE)
