"""A form from the dictionary: each field is saved as it is left; errors stand under the field."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QCompleter, QGridLayout, QPlainTextEdit, QWidget

from app.records.fields import Field, FieldKind
from app.shared.errors import KebuError
from app.shared.i18n import N_, translate
from app.shared.phones import Phone
from ui.runtime.application import theme, translator
from ui.runtime.translator import tr
from ui.widgets.basics import column, label, row
from ui.widgets.cut_label import CutLabel
from ui.widgets.line_edit import LineEdit
from ui.widgets.several_box import SeveralBox

# As wide as a column of a form at least is; a longer name of a field asks for no more.
NARROW = 96
NOTES = 66

Save = Callable[[str, Any], object]


class Notes(QPlainTextEdit):
    """A field of several lines."""

    def __init__(self, left: Callable[[str], object]) -> None:
        super().__init__()
        self._left, self._entered = left, ""
        self.setTabChangesFocus(True)
        # The style sheet sets how low a field may get, and would take back what setFixedHeight says.
        self.setStyleSheet(f"min-height:{theme().px(NOTES)}px;max-height:{theme().px(NOTES)}px")

    def put(self, text: str) -> None:
        """Show a text."""
        self.setPlainText(text)
        self._entered = text

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self.toPlainText() != self._entered:
            self._entered = self.toPlainText()
            self._left(self._entered)


Editor = QComboBox | SeveralBox | QCheckBox | LineEdit | Notes


class FieldRow(QWidget):
    """One field: the label above with the word Required, the editor, the error below."""

    def __init__(self, field: Field, save: Save, suggest: Callable[[str], Sequence[str]] | None = None) -> None:
        super().__init__()
        self.field, self._save, self._held = field, save, ""
        self.caption = CutLabel("muted", "small", NARROW)
        tr(self.caption, self.caption.setText, field.label)
        self.required = label(N_("Required") if field.required else "", "faint", "caption")
        self.error = label("", "danger", "small", raw=True, wrap=True)
        self.error.hide()
        self.editor: Editor = self._make(suggest)
        self.caption.setBuddy(self.editor)
        head = row(self.caption, self.required, None, gap=6) if field.required else self.caption
        self.setLayout(column(head, self.editor, self.error, gap=2))

    def put(self, value: Any) -> None:
        """Show a value."""
        editor = self.editor
        if isinstance(editor, QComboBox):
            if value and editor.findData(value) < 0:
                # A value that is retired, or of an older list, stays as it is.
                found = self.field.choice(value)
                editor.addItem(translate(found.label) if found else str(value), value)
            editor.setCurrentIndex(max(0, editor.findData(value or "")))
        elif isinstance(editor, SeveralBox):
            editor.put(value or ())
        elif isinstance(editor, QCheckBox):
            editor.setChecked(bool(value))
        else:
            self._held = typed_text(self.field, value)
            editor.put(self._held)
        self.tell("")

    def raw(self) -> Any:
        """What stands in the editor, not checked yet; None for nothing."""
        editor = self.editor
        if isinstance(editor, QComboBox):
            return editor.currentData() or None
        if isinstance(editor, SeveralBox):
            return editor.codes
        if isinstance(editor, QCheckBox):
            return editor.isChecked()
        return (editor.toPlainText() if isinstance(editor, QPlainTextEdit) else editor.text()) or None

    @property
    def typed(self) -> LineEdit | Notes:
        """The editor of a field that is typed."""
        assert isinstance(self.editor, LineEdit | Notes), self.field.name
        return self.editor

    @property
    def refused(self) -> bool:
        """Whether what stands in the editor could not be saved."""
        return not self.error.isHidden()

    def tell(self, sentence: str) -> None:
        """Show what is wrong under the field, or nothing."""
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))
        self.editor.setProperty("bad", bool(sentence))
        self.editor.style().unpolish(self.editor)
        self.editor.style().polish(self.editor)
        self.editor.setAccessibleDescription(sentence)

    def _left(self, raw: Any) -> None:
        try:
            self._save(self.field.name, raw)
        except KebuError as error:
            self.tell(str(error))
            if isinstance(self.editor, LineEdit):
                self.editor.restore(self._held)
        else:
            self._held = str(raw or "")
            self.tell("")

    def _make(self, suggest: Callable[[str], Sequence[str]] | None) -> Editor:
        field = self.field
        if field.kind == FieldKind.CHOICE:
            box = QComboBox()
            self._fill(box)
            translator().changed.connect(lambda _language, b=box: self._fill(b))
            box.activated.connect(lambda _at: self._left(box.currentData() or None))
            tr(box, box.setAccessibleName, field.label)
            return box
        if field.kind == FieldKind.TAGS and field.choices:
            several = SeveralBox(field)
            several.changed.connect(lambda: self._left(several.codes))
            return several
        if field.kind == FieldKind.BOOLEAN:
            tick = QCheckBox()
            tick.clicked.connect(lambda on: self._left(on))
            tr(tick, tick.setAccessibleName, field.label)
            return tick
        if field.kind == FieldKind.LONG_TEXT:
            notes = Notes(self._left)
            tr(notes, notes.setAccessibleName, field.label)
            return notes
        edit = LineEdit(field.label)
        edit.setReadOnly(field.readonly)
        edit.left.connect(self._left)
        edit.undoes = True
        edit.restored.connect(lambda: self.tell(""))
        if field.suggested and suggest is not None:
            completer = QCompleter(list(suggest(field.name)), edit)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            edit.setCompleter(completer)
        return edit

    def _fill(self, box: QComboBox) -> None:
        held = box.currentData()
        box.blockSignals(True)
        box.clear()
        if not self.field.required:
            box.addItem("", "")
        for choice in self.field.offered:
            box.addItem(translate(choice.label), choice.code)
        box.setCurrentIndex(max(0, box.findData(held)))
        box.blockSignals(False)


def typed_text(field: Field, value: Any) -> str:
    """A value as one would type it; "" for nothing."""
    if value is None:
        return ""
    if isinstance(value, Phone):
        return value.typed
    if isinstance(value, tuple):
        return ", ".join(str(part) for part in value)
    if field.kind == FieldKind.WALL:
        return f"{value:%Y-%m-%d %H:%M}"
    if field.kind == FieldKind.DATE:
        return str(value.isoformat())
    if field.kind in (FieldKind.PRICE, FieldKind.QUANTITY, FieldKind.PERCENT, FieldKind.MONEY):
        return f"{value:f}"
    return str(value)


class RecordForm(QWidget):
    """A form over the fields of a record type.

    Args:
        fields: in order; links and pictures are the page's own business and are left out.
        save: ``save(name, raw)`` writes one field; its ``KebuError`` is shown under the field.
        suggest: values that other records have, for the fields that offer them.
        columns: how many fields stand side by side.
        wide: the fields that have a line of their own, beside long texts and addresses.
    """

    def __init__(
        self,
        fields: Sequence[Field],
        save: Save,
        suggest: Callable[[str], Sequence[str]] | None = None,
        *,
        columns: int = 2,
        wide: Collection[str] = (),
    ) -> None:
        super().__init__()
        self.rows: dict[str, FieldRow] = {}
        self._number = 0
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        at = 0
        for field in fields:
            if field.kind in (FieldKind.LINK, FieldKind.IMAGE) or field.hidden:
                continue
            made = self.rows[field.name] = FieldRow(field, save, suggest)
            whole = field.kind == FieldKind.LONG_TEXT or field.name in ("address", *wide)
            if whole and at % columns:
                at += columns - at % columns
            grid.addWidget(made, at // columns, at % columns, 1, columns if whole else 1, Qt.AlignmentFlag.AlignTop)
            at += columns if whole else 1
        for place in range(columns):
            grid.setColumnStretch(place, 1)

    def put(self, values: Any) -> None:
        """Show the values of a record (a mapping or a ``Record``).

        While the same record is shown, a field being edited stays as it is, and so does what could not be saved, with the
        word why, so that it can be mended.
        """
        number = getattr(values, "id", 0)
        same, self._number = number == self._number, number
        for name, made in self.rows.items():
            editing = made.editor.hasFocus() and getattr(made.editor, "changed", True)
            if not (same and (editing or made.refused)):
                made.put(values.get(name))

    def commit(self) -> None:
        """Save the field being edited, before the form goes away."""
        for made in self.rows.values():
            if isinstance(made.editor, LineEdit) and made.editor.hasFocus():
                made.editor.commit()

    def first(self) -> QWidget:
        """The editor where typing begins."""
        return next(iter(self.rows.values())).editor
