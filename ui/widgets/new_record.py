"""A short form that makes one record."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget

from app.records.fields import Field
from app.shared.errors import InvalidValue, KebuError
from app.shared.i18n import N_, _
from ui.runtime.application import theme
from ui.runtime.translator import tr
from ui.widgets.basics import column, label, row
from ui.widgets.buttons import button
from ui.widgets.record_form import RecordForm

Check = Callable[[Mapping[str, Any]], object]
Create = Callable[[Mapping[str, Any]], int]


class NewRecord(QDialog):
    """Fields, Cancel and one button. ``made`` is the id of the record once it is made, 0 before.

    Args:
        title, action: English source texts of the dialog and of its button.
        fields: in order; the first has the focus.
        check: looks at one field's value as it is left. create: makes the record and gives its id. Their ``KebuError`` is
            shown under the field it names.
        values: what stands in the fields at first.
    """

    def __init__(
        self,
        title: str,
        action: str,
        fields: Sequence[Field],
        check: Check,
        create: Create,
        values: Mapping[str, Any] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.made = 0
        self._check, self._create = check, create
        self._values: dict[str, Any] = dict(values or {})
        self._required = [field.name for field in fields if field.required]
        tr(self, self.setWindowTitle, title)
        self.setMinimumWidth(theme().px(480))
        self.form = RecordForm(fields, self._keep)
        self.form.put(self._values)
        self.problem = label("", "danger", "small", raw=True, wrap=True)
        self.problem.hide()
        self.go = button(action, role="primary", on=self.make)
        self.go.setDefault(True)
        buttons = row(None, button(N_("Cancel"), on=self.reject), self.go)
        head = label(title, font="title")
        self.setLayout(column(head, self.form, self.problem, buttons, gap=14, margins=(24, 18, 24, 16)))
        self.form.first().setFocus()

    def make(self) -> None:
        """Make the record; what is wrong stands under its field."""
        self.form.commit()
        missing = [name for name in self._required if not str(self._values.get(name) or "").strip()]
        if missing:
            self.form.rows[missing[0]].tell(_("Type something here first."))
            self.form.rows[missing[0]].editor.setFocus()
            return
        try:
            self.made = self._create(self._values)
        except KebuError as error:
            held = self.form.rows.get(error.field) if isinstance(error, InvalidValue) else None
            if held is not None:
                held.tell(str(error))
                held.editor.setFocus()
            else:
                self.problem.setText(str(error))
                self.problem.show()
        else:
            self.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not isinstance(self.focusWidget(), QPlainTextEdit):
            self.make()
            return
        super().keyPressEvent(event)

    def _keep(self, name: str, raw: Any) -> None:
        self._values[name] = raw
        self._check({name: raw})
