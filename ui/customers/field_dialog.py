"""Asks for one field and its new value, for many customers at once."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QDialog, QVBoxLayout, QWidget

from app.records import commands as records
from app.records import queries
from app.records.condition_words import YES_NO
from app.records.fields import Choice, Field, FieldKind
from app.records.workspace import Workspace
from app.shared.errors import KebuError
from app.shared.i18n import N_, ngettext, translate
from ui.runtime.application import theme
from ui.runtime.translator import tr
from ui.widgets.basics import column, label, row
from ui.widgets.buttons import button
from ui.widgets.record_form import FieldRow

_OTHERWISE = {"name", "tags", "level", "status"}
"""Fields that have a button of their own, and the name, which is one customer's."""


class FieldDialog(QDialog):
    """The field, its value as in the form, and how many customers get it; an empty value empties the field."""

    def __init__(self, parent: QWidget, ws: Workspace, count: int) -> None:
        super().__init__(parent)
        self._ws = ws
        self.chosen: dict[str, Any] = {}
        tr(self, self.setWindowTitle, N_("Change a field"))
        self.setFixedWidth(theme().px(480))
        self._fields = [one for one in ws.dictionary.type("customer").fields if _changed_here(one)]
        self.field = QComboBox()
        tr(self.field, self.field.setAccessibleName, N_("Field"))
        for one in self._fields:
            self.field.addItem(translate(one.label), one.name)
        self.row: FieldRow | None = None
        self._place = QVBoxLayout()
        self._place.setContentsMargins(0, 0, 0, 0)
        said = ngettext("Change {count} customer", "Change {count} customers", count).format(count=f"{count:,}")
        self.go = button(role="primary", on=self._accept)
        self.go.setProperty("only", False)
        self.go.setText(said)
        self.go.setDefault(True)
        hint = label(N_("Left empty, the field is emptied."), "muted", "small")
        buttons = row(None, button(N_("Cancel"), on=self.reject), self.go)
        self.setLayout(
            column(
                label(N_("Change a field"), font="title"),
                12,
                label(N_("Field"), "muted", "small"),
                2,
                self.field,
                10,
                self._place,
                4,
                hint,
                14,
                buttons,
                margins=(20, 18, 20, 16),
            )
        )
        self.field.currentIndexChanged.connect(self._show_field)
        self._show_field()
        self.field.setFocus()

    def _show_field(self) -> None:
        if self.row is not None:
            self._place.removeWidget(self.row)
            self.row.hide()
            self.row.deleteLater()
        field = _chosen_from(self._fields[max(0, self.field.currentIndex())])
        self.row = FieldRow(field, lambda _name, _raw: None, lambda name: queries.distinct(self._ws, "customer", name))
        self._place.addWidget(self.row)
        self.adjustSize()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter on the field goes on to its value, which nobody has seen yet: empty, it would empty the field."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.focusWidget() is self.field and self.row:
            self.row.editor.setFocus()
        else:
            super().keyPressEvent(event)

    def _accept(self) -> None:
        if self.row is None:
            return
        wanted = {self.row.field.name: self.row.raw()}
        try:
            records.checked(self._ws, self._ws.dictionary.type("customer"), wanted)
        except KebuError as error:
            self.row.tell(str(error))
            return
        self.chosen = wanted
        self.accept()

    def ask(self) -> dict[str, Any]:
        """The field with its value as it was typed; nothing when cancelled."""
        return self.chosen if self.exec() == QDialog.DialogCode.Accepted else {}


def _changed_here(field: Field) -> bool:
    away = field.readonly or field.hidden or not field.listed or field.name in _OTHERWISE
    return not away and field.kind not in (FieldKind.LINK, FieldKind.IMAGE)


def _chosen_from(field: Field) -> Field:
    """Yes or no from a list, as a box to tick cannot be left empty."""
    if field.kind is not FieldKind.BOOLEAN:
        return field
    return replace(field, kind=FieldKind.CHOICE, choices=tuple(Choice(code, text) for code, text in YES_NO))
