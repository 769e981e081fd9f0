"""Asking for a condition on customers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from app.customers.typed import took_part, with_person
from app.records import queries
from app.records.condition_words import DAYS, FROM_TODAY, NO_VALUE, OPERATORS, YES_NO, months, value_words
from app.records.fields import Field, FieldKind
from app.records.queries import AnyOf, Condition, Linked, Where
from app.records.values import coerce
from app.records.workspace import Workspace
from app.shared.errors import KebuError
from app.shared.i18n import N_, _, translate
from ui.runtime.application import theme
from ui.runtime.translator import tr
from ui.widgets.basics import column, label, row
from ui.widgets.buttons import button

_ORDERED = {
    FieldKind.MONEY,
    FieldKind.PRICE,
    FieldKind.QUANTITY,
    FieldKind.PERCENT,
    FieldKind.INTEGER,
}
MOST = 5
PERSON = Field("took_part", FieldKind.LINK, N_("Took part in a conversation"), link="contact")
"""Stands among the fields: whoever is named was in one of the customer's conversations."""


def operators(field: Field) -> list[str]:
    """The comparisons that make sense for a field."""
    if field is PERSON:
        return ["="]
    if field.kind in DAYS:
        return ["=", ">=", "<=", "last", "older", "coming", "month", "empty", "not_empty"]
    if field.kind in _ORDERED:
        return ["=", ">=", "<=", "empty", "not_empty"]
    if field.kind in (FieldKind.CHOICE, FieldKind.TAGS, FieldKind.BOOLEAN, FieldKind.LINK):
        return ["=", "!=", "empty", "not_empty"]
    return ["contains", "=", "!=", "empty", "not_empty"]


def _values(field: Field, op: str) -> Sequence[tuple[str, str]]:
    """What a field may be compared with, when it is a list: code and label of each value."""
    if op == "month":
        return months()
    return YES_NO if field.kind is FieldKind.BOOLEAN else [(one.code, one.label) for one in field.choices]


class _Line(QWidget):
    """One condition: the field, the comparison, the value."""

    def __init__(self, ws: Workspace, fields: Sequence[Field]) -> None:
        super().__init__()
        self._ws, self._fields = ws, fields
        self.field, self.op, self.choice, self.value = QComboBox(), QComboBox(), QComboBox(), QLineEdit()
        for box, name in (
            (self.field, N_("Field")), (self.op, N_("Comparison")), (self.choice, N_("Value")), (self.value, N_("Value")),
        ):  # fmt: skip
            tr(box, box.setAccessibleName, name)
        for one in fields:
            self.field.addItem(translate(one.label), one.name)
        self.word = label("", "muted", "small", raw=True)
        self.word.setFixedWidth(theme().px(26))
        lay = row(self.word, self.field, self.op, self.choice, self.value)
        for part, share in ((self.field, 3), (self.op, 3), (self.choice, 4), (self.value, 4)):
            part.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            lay.setStretchFactor(part, share)
        self.setLayout(lay)
        self.field.currentIndexChanged.connect(self._show_field)
        self.op.currentIndexChanged.connect(self._show_value)
        self._show_field()

    def put(self, condition: Condition | Linked) -> None:
        """Show a condition."""
        if isinstance(condition, Linked):
            if (person := took_part(condition)) is not None:
                self.put(Condition(PERSON.name, "=", person))
            return
        self.field.setCurrentIndex(max(0, self.field.findData(condition.field)))
        op, value = condition.op, condition.value
        if isinstance(value, str) and value.startswith("today"):
            sign = "+" if "+" in value else "-"
            op = next((code for code, pair in FROM_TODAY.items() if pair == (op, sign)), op)
            value = value.removeprefix("today").lstrip("+-")
        self.op.setCurrentIndex(max(0, self.op.findData(op)))
        self.choice.setCurrentIndex(max(0, self.choice.findData(str(value))))
        self.value.setText(value_words(self._ws, self._current(), value) if value is not None else "")

    def _current(self) -> Field:
        return self._fields[max(0, self.field.currentIndex())]

    def _show_field(self) -> None:
        self.op.blockSignals(True)
        self.op.clear()
        for code in operators(self._current()):
            self.op.addItem(translate(OPERATORS[code]), code)
        self.op.blockSignals(False)
        self._show_value()

    def _show_value(self) -> None:
        op = self.op.currentData()
        held = self.choice.currentData()
        self.choice.clear()
        for code, text in _values(self._current(), op):
            self.choice.addItem(translate(text), code)
        self.choice.setCurrentIndex(max(0, self.choice.findData(held)))
        listed = bool(self.choice.count()) and op != "contains"
        self.choice.setVisible(op not in NO_VALUE and listed)
        self.value.setVisible(op not in NO_VALUE and not listed)

    def condition(self) -> Condition | Linked:
        """The condition. Raises KebuError when the value does not fit."""
        field, op = self._current(), self.op.currentData()
        if op in NO_VALUE:
            return Condition(field.name, op)
        value: Any = self.choice.currentData() if _values(field, op) else self.value.text().strip()
        if not value:
            raise KebuError(N_("Write a value."))
        if op in FROM_TODAY:
            if not value.isdecimal():
                raise KebuError(N_("“{value}” is no whole number."), N_("Write figures only."), value=value)
            sign = FROM_TODAY[op]
            return Condition(field.name, sign[0], f"today{sign[1]}{value}")
        if field is PERSON:
            return with_person(queries.find(self._ws, "contact", value).id)
        if field.link:
            return Condition(field.name, op, queries.find(self._ws, field.link, value).id)
        if op not in ("contains", "month") and field.kind is not FieldKind.TAGS:
            found = coerce(field, value)
            if isinstance(found, date):
                value = found.isoformat()
        return Condition(field.name, op, value)


class ConditionDialog(QDialog):
    """Asks for a condition, or several of which one has to hold."""

    def __init__(self, parent: QWidget, ws: Workspace, held: Where | None = None) -> None:
        super().__init__(parent)
        self._ws = ws
        self.setFixedWidth(theme().px(640))
        title = N_("Change the condition") if held else N_("Add a condition")
        tr(self, self.setWindowTitle, title)
        self._fields = [one for one in ws.dictionary.type("customer").fields if one.listed] + [PERSON]
        self.lines: list[_Line] = []
        self._holder = QVBoxLayout()
        self._holder.setSpacing(6)
        self.error = label("", "danger", "small", raw=True, wrap=True)
        self.more = button(N_("Or…"), "plus", "link", small=True, on=lambda: self.add_line())
        self.go = button(N_("Keep") if held else N_("Add"), role="primary", on=self._accept)
        self.go.setDefault(True)
        self.setLayout(
            column(
                label(title, font="title"), 12, self._holder, 4, row(self.more, None), self.error, 14,
                row(None, button(N_("Cancel"), on=self.reject), self.go), margins=(20, 18, 20, 16),
            )
        )  # fmt: skip
        parts = held.conditions if isinstance(held, AnyOf) else (held,)
        for one in parts:
            line = self.add_line()
            if isinstance(one, Condition | Linked):
                line.put(one)
        self.condition: Where | None = None

    def add_line(self) -> _Line:
        """One more condition, of which one has to hold."""
        made = _Line(self._ws, self._fields)
        made.word.setText(_("or") if self.lines else "")
        self.lines.append(made)
        self._holder.addWidget(made)
        self.more.setEnabled(len(self.lines) < MOST)
        made.field.setFocus()
        return made

    def _accept(self) -> None:
        try:
            found = [line.condition() for line in self.lines]
        except KebuError as error:
            self.error.setText(str(error))
            return
        self.condition = found[0] if len(found) == 1 else AnyOf(tuple(found))
        self.accept()

    @property
    def field(self) -> QComboBox:
        """The field of the first condition."""
        return self.lines[0].field

    @property
    def op(self) -> QComboBox:
        """The comparison of the first condition."""
        return self.lines[0].op

    @property
    def choice(self) -> QComboBox:
        """The value of the first condition, where it is one of a list."""
        return self.lines[0].choice

    @property
    def value(self) -> QLineEdit:
        """The value of the first condition, where it is typed."""
        return self.lines[0].value

    def ask(self) -> Where | None:
        """The condition, or None when cancelled."""
        return self.condition if self.exec() == QDialog.DialogCode.Accepted else None
