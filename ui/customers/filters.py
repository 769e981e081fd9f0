"""What stands over the list: the filter box and chips for conditions."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDialog, QFrame, QHBoxLayout, QLineEdit, QMenu, QWidget

from app.customers import queries as customers
from app.records.fields import Field, FieldKind
from app.records.queries import Condition
from app.records.values import coerce
from app.records.workspace import Workspace
from app.shared.errors import KebuError
from app.shared.i18n import N_, _, translate
from ui.runtime.application import translator
from ui.runtime.translator import tr
from ui.widgets.basics import column, label, row
from ui.widgets.buttons import button
from ui.widgets.chips import Chip
from ui.widgets.line_edit import SearchEdit
from ui.widgets.values import offered, word

OPERATORS: dict[str, str] = {
    "=": N_("is"),
    "!=": N_("is not"),
    "contains": N_("contains"),
    ">=": N_("from"),
    "<=": N_("up to"),
    "empty": N_("is empty"),
    "not_empty": N_("is not empty"),
}
_ORDERED = {
    FieldKind.DATE,
    FieldKind.MONEY,
    FieldKind.PRICE,
    FieldKind.QUANTITY,
    FieldKind.PERCENT,
    FieldKind.INTEGER,
    FieldKind.WALL,
}
_YES_NO = (("true", N_("Yes")), ("false", N_("No")))
_NO_VALUE = {"empty", "not_empty"}


def operators(field: Field) -> list[str]:
    """The comparisons that make sense for a field."""
    if field.kind in _ORDERED:
        return ["=", ">=", "<=", "empty", "not_empty"]
    if field.kind is FieldKind.CHOICE:
        return ["=", "!=", "empty", "not_empty"]
    if field.kind in (FieldKind.TAGS, FieldKind.BOOLEAN):
        return ["=", "!=", "empty", "not_empty"]
    return ["contains", "=", "!=", "empty", "not_empty"]


class FilterBar(QFrame):
    """The filter line. ``changed`` comes as one types (after a short pause) and with each condition."""

    changed = Signal()

    def __init__(self, ws: Workspace) -> None:
        super().__init__()
        self._ws = ws
        self.conditions: dict[str, Condition] = {}
        self.more: list[Condition] = []
        self.box = SearchEdit(N_("Filter"), N_("Filter: name, phone, pinyin initials"))
        self.box.sought.connect(lambda _text: self.changed.emit())
        self.city = Chip(N_("City"), menu=True)
        self.level = Chip(N_("Level"), menu=True)
        self.tags = Chip(N_("Tags"), menu=True)
        self.add = Chip(N_("Condition"), "plus")
        self.city.clicked.connect(lambda: self._offer(self.city, "city", [(one, one) for one in customers.cities(ws)]))
        self.level.clicked.connect(lambda: self._offer(self.level, "level", offered(ws, "customer", "level")))
        self.tags.clicked.connect(lambda: self._offer(self.tags, "tags", [(one, one) for one in customers.tags(ws)]))
        self.add.clicked.connect(self._ask)
        self._extra = QHBoxLayout()
        self._extra.setSpacing(8)
        self._chips = {
            "city": (self.city, N_("City")),
            "level": (self.level, N_("Level")),
            "tags": (self.tags, N_("Tags")),
        }
        self.right = QHBoxLayout()
        self.box.setMinimumWidth(180)
        self.box.setMaximumWidth(330)
        lay = row(
            self.box, self.city, self.level, self.tags, self._extra, self.add, None, self.right, margins=(16, 7, 16, 7)
        )
        lay.setStretch(0, 10)
        self.setLayout(lay)
        translator().changed.connect(lambda _language: self._say())

    def text(self) -> str:
        """What is typed in the box."""
        return self.box.text().strip()

    def where(self) -> tuple[Condition, ...]:
        """All conditions."""
        return (*self.conditions.values(), *self.more)

    @property
    def active(self) -> bool:
        """Whether anything is filtered."""
        return bool(self.text() or self.conditions or self.more)

    def clear(self, *, quiet: bool = False) -> None:
        """Take every filter away; ``quiet``: without telling ``changed``."""
        self.conditions.clear()
        self.more.clear()
        self.box.blockSignals(True)
        self.box.clear()
        self.box.blockSignals(False)
        self._say()
        if not quiet:
            self.changed.emit()

    def set_condition(self, name: str, value: str | None) -> None:
        """Set the condition of a chip, or clear it."""
        if value is None:
            self.conditions.pop(name, None)
        else:
            self.conditions[name] = Condition(name, "=", value)
        self._say()
        self.changed.emit()

    def add_condition(self, condition: Condition) -> None:
        """Add a condition with a chip of its own."""
        self.more.append(condition)
        self._say()
        self.changed.emit()

    def drop(self, condition: Condition) -> None:
        """Take a condition away."""
        self.more.remove(condition)
        self._say()
        self.changed.emit()

    def _offer(self, chip: Chip, name: str, values: Sequence[tuple[str, str]]) -> None:
        menu = QMenu(self)
        held = self.conditions.get(name)
        for code, text in values:
            action = menu.addAction(text.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(held is not None and held.value == code)
            action.triggered.connect(lambda _on=False, code=code: self.set_condition(name, code))
        if not values:
            menu.addAction(_("There is nothing to choose yet")).setEnabled(False)
        if held is not None:
            menu.addSeparator()
            menu.addAction(_("Clear")).triggered.connect(lambda: self.set_condition(name, None))
        menu.popup(chip.mapToGlobal(chip.rect().bottomLeft()))

    def _ask(self) -> None:
        found = ConditionDialog(self, self._ws).ask()
        if found is not None:
            self.add_condition(found)

    def _say(self) -> None:
        for name, (chip, caption) in self._chips.items():
            held = self.conditions.get(name)
            text = translate(caption)
            chip.setText(f"{text}: {word(self._ws, 'customer', name, held.value)}" if held else text)
            chip.set_on(held is not None)
        while self._extra.count():
            if (old := self._extra.takeAt(0).widget()) is not None:
                old.hide()
                old.deleteLater()
        for condition in self.more:
            self._extra.addWidget(self._chip(condition))

    def _chip(self, condition: Condition) -> Chip:
        chip = Chip(said(self._ws, condition), "x", raw=True, removable=True)
        chip.set_on(True)
        chip.setToolTip(_("Take this condition away"))
        chip.clicked.connect(lambda: self.drop(condition))
        chip.removed.connect(lambda: self.drop(condition))
        return chip


def said(ws: Workspace, condition: Condition) -> str:
    """A condition in words."""
    field = ws.dictionary.type("customer").field(condition.field)
    value = condition.value
    if (choice := field.choice(value)) is not None:
        value = translate(choice.label)
    elif field.kind is FieldKind.BOOLEAN:
        value = translate(dict(_YES_NO).get(str(value), str(value)))
    parts = [translate(field.label), translate(OPERATORS[condition.op])]
    return " ".join([*parts, *([] if condition.op in _NO_VALUE else [str(value)])])


def _values(field: Field) -> Sequence[tuple[str, str]]:
    """What a field may be compared with, when it is a list: code and label of each value."""
    return _YES_NO if field.kind is FieldKind.BOOLEAN else [(one.code, one.label) for one in field.choices]


class ConditionDialog(QDialog):
    """Asks for one condition: the field, the comparison, the value."""

    def __init__(self, parent: QWidget, ws: Workspace) -> None:
        super().__init__(parent)
        self.setFixedWidth(480)
        tr(self, self.setWindowTitle, N_("Add a condition"))
        self._fields = [one for one in ws.dictionary.type("customer").fields if one.listed]
        self.field, self.op, self.choice = QComboBox(), QComboBox(), QComboBox()
        self.value = QLineEdit()
        for box, name in (
            (self.field, N_("Field")),
            (self.op, N_("Comparison")),
            (self.choice, N_("Value")),
            (self.value, N_("Value")),
        ):
            tr(box, box.setAccessibleName, name)
        for one in self._fields:
            self.field.addItem(translate(one.label), one.name)
        self.error = label("", "danger", "small", raw=True, wrap=True)
        self.go = button(N_("Add"), role="primary", on=self._accept)
        self.go.setDefault(True)
        self.setLayout(
            column(
                label(N_("Add a condition"), font="title"),
                12,
                row(self.field, self.op, self.choice, self.value),
                4,
                self.error,
                14,
                row(None, button(N_("Cancel"), on=self.reject), self.go),
                margins=(20, 18, 20, 16),
            )
        )
        self.field.currentIndexChanged.connect(self._show_field)
        self.op.currentIndexChanged.connect(self._show_value)
        self._show_field()
        self.condition: Condition | None = None

    def _current(self) -> Field:
        return self._fields[max(0, self.field.currentIndex())]

    def _show_field(self) -> None:
        field = self._current()
        self.op.clear()
        for code in operators(field):
            self.op.addItem(translate(OPERATORS[code]), code)
        self.choice.clear()
        for code, text in _values(field):
            self.choice.addItem(translate(text), code)
        self._show_value()

    def _show_value(self) -> None:
        plain = self.op.currentData() not in _NO_VALUE
        chosen = bool(_values(self._current())) and self.op.currentData() != "contains"
        self.choice.setVisible(plain and chosen)
        self.value.setVisible(plain and not chosen)

    def _accept(self) -> None:
        field, op = self._current(), self.op.currentData()
        value = None
        if op not in _NO_VALUE:
            value = self.choice.currentData() if _values(field) else self.value.text().strip()
            if not value:
                self.error.setText(_("Write a value."))
                return
            try:
                if op != "contains" and field.kind is not FieldKind.TAGS:
                    coerce(field, value)
            except KebuError as error:
                self.error.setText(str(error))
                return
        self.condition = Condition(field.name, op, value)
        self.accept()

    def ask(self) -> Condition | None:
        """The condition, or None when cancelled."""
        return self.condition if self.exec() == QDialog.DialogCode.Accepted else None
