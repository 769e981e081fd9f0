"""Asks for a field of the user's own: what it is called, what it holds, where it stands."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QPlainTextEdit, QWidget

from app.records.fields import FieldKind
from app.records.own import BY_KIND, BY_NAME, KINDS, OwnField
from app.settings import fields
from app.shared.errors import KebuError
from app.shared.i18n import N_, _, translate
from ui.runtime.application import theme
from ui.runtime.translator import tr
from ui.settings.long_work import attempt
from ui.shell.page import Services
from ui.widgets.basics import column, label, row
from ui.widgets.buttons import button
from ui.widgets.line_edit import LineEdit


class FieldDialog(QDialog):
    """A new field, or the one given; what is wrong stands under the name."""

    def __init__(self, services: Services, parent: QWidget, kind: str, field: OwnField | None = None) -> None:
        super().__init__(parent)
        self.s, self._record, self._field = services, kind, field
        self.made, self._busy = "", False
        title = N_("New field") if field is None else N_("Change the field")
        tr(self, self.setWindowTitle, title)
        self.setFixedWidth(theme().px(480))
        self.label = LineEdit(N_("Name"))
        self.sort = QComboBox()
        tr(self.sort, self.sort.setAccessibleName, N_("Kind"))
        for one in KINDS:
            self.sort.addItem(translate(one.label), one.name)
        self.values = QPlainTextEdit()
        self.values.setTabChangesFocus(True)
        self.values.setFixedHeight(96)
        tr(self.values, self.values.setAccessibleName, N_("Values"))
        self.values_box = QWidget()
        self.values_box.setLayout(
            column(label(N_("Values, one a line"), "muted", "small"), 2, self.values, margins=(0, 8, 0, 0))
        )
        self.searched = _tick(N_("The search finds records by it"), True)
        self.shown = _tick(N_("The list shows it as a column"), False)
        self.hidden = _tick(N_("Hidden: forms and lists leave it out, its values stay"), False)
        self.error = label("", "danger", "small", raw=True, wrap=True)
        self.error.hide()
        self.go = button(N_("Add field") if field is None else N_("Save"), role="primary", on=self._accept)
        self.go.setDefault(True)
        caption = label(N_("Name"), "muted", "small")
        caption.setBuddy(self.label)
        sort_caption = label(N_("Kind"), "muted", "small")
        sort_caption.setBuddy(self.sort)
        self.setLayout(
            column(
                label(title, font="title"),
                12,
                caption,
                2,
                self.label,
                self.error,
                8,
                sort_caption,
                2,
                self.sort,
                self.values_box,
                12,
                self.searched,
                4,
                self.shown,
                4,
                self.hidden,
                16,
                row(None, button(N_("Cancel"), on=self.reject), self.go),
                margins=(20, 18, 20, 16),
            )
        )
        self.hidden.setVisible(field is not None)
        self.sort.currentIndexChanged.connect(self._show_kind)
        if field is not None:
            self.label.put(field.label)
            self.sort.setCurrentIndex(self.sort.findData(BY_KIND[FieldKind(field.kind)].name))
            self.searched.setChecked(field.searched)
            self.shown.setChecked(field.shown)
            self.hidden.setChecked(field.hidden)
        self._show_kind()
        self.label.setFocus()

    def _show_kind(self) -> None:
        found = BY_NAME[self.sort.currentData()]
        self.values_box.setVisible(found.choices and self._field is None)
        self.searched.setEnabled(found.searched)
        if not found.searched:
            self.searched.setChecked(False)
        elif self._field is None:
            self.searched.setChecked(True)
        self.adjustSize()

    def reject(self) -> None:
        """What has begun comes to its end first."""
        if not self._busy:
            super().reject()

    def _accept(self) -> None:
        if self._busy:
            return
        command = self._change() if self._field is not None else self._new()
        self._busy = attempt(self.s, self._record, command, self._done, self._failed)
        if self._busy:
            self.error.setText(_("Many records change; this takes a moment."))
            self.error.show()
            self.go.setEnabled(False)
            self.adjustSize()

    def _done(self, made: str) -> None:
        self._busy, self.made = False, made
        self.accept()

    def _failed(self, error: KebuError) -> None:
        self._busy = False
        self.go.setEnabled(True)
        self.error.setText(str(error))
        self.error.show()
        self.adjustSize()

    def _new(self) -> Callable[[], str]:
        ws, kind, label, sort = self.s.ws, self._record, self.label.text(), self.sort.currentData()
        choices = self.values.toPlainText().splitlines() if self.values_box.isVisibleTo(self) else []
        searched, shown = self.searched.isChecked(), self.shown.isChecked()
        return lambda: fields.add_field(ws, kind, label, sort, choices=choices, searched=searched, shown=shown).name

    def _change(self) -> Callable[[], str]:
        assert self._field is not None
        ws, kind, name, before = self.s.ws, self._record, self._field.name, self._field.label
        label, sort = self.label.text(), self.sort.currentData()
        searched = self.searched.isChecked() if self.searched.isEnabled() else None
        shown, hidden = self.shown.isChecked(), self.hidden.isChecked()

        def change() -> str:
            # Both together are one step for the user, and one to undo.
            with ws.operation(N_("Change the field “{title}”"), title=before):
                fields.convert_field(ws, kind, name, sort)
                fields.change_field(ws, kind, name, label=label, searched=searched, shown=shown, hidden=hidden)
            return ""

        return change


def _tick(text: str, on: bool) -> QCheckBox:
    made = QCheckBox()
    tr(made, made.setText, text)
    made.setChecked(on)
    return made
