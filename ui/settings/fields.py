"""Fields and lists: the user's own fields of each kind of record, and the values of lists with their colours."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QComboBox, QWidget

from app.records import history
from app.records.fields import FieldKind
from app.records.own import TABLES, OwnField
from app.records.workspace import ChangeSet
from app.settings import fields
from app.shared.i18n import N_, _, ngettext, translate
from app.shared.settings import Setting
from ui.runtime.translator import tr
from ui.settings.field_dialog import FieldDialog
from ui.settings.long_work import carry_out, find_out
from ui.settings.rows import Row, Rows
from ui.settings.section import Section, heading
from ui.settings.value_list import ValueList
from ui.shell.page import Action, Services
from ui.widgets.basics import column, label, row
from ui.widgets.buttons import Choices, button
from ui.widgets.column_layout import unsaid
from ui.widgets.layouts import layout_of


class FieldsSection(Section):
    """The kind of record, then its fields or one of its lists."""

    title = N_("Fields and lists")
    tall = True

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self.kind = QComboBox()
        tr(self.kind, self.kind.setAccessibleName, N_("Kind of record"))
        for record in fields.record_types(services.ws):
            self.kind.addItem(translate(record.label_plural), record.name)
        self.kind.setFixedWidth(180)
        self.part = Choices(
            [("fields", N_("Fields")), ("lists", N_("Lists of values"))], small=True, name=N_("Fields or lists")
        )
        self.hint = label("", "muted", "small", raw=True, wrap=True)
        self.rows = Rows(N_("Fields"))
        self.add = button(N_("New field…"), "plus", small=True, key="N", on=self.new_field)
        self.edit = button(N_("Change…"), "pencil", small=True, key="Enter", on=self.change)
        self.up = button("", "arrow-up", small=True, name=N_("Move up"), key="Alt+Up", on=lambda: self.move_row(-1))
        self.down = button(
            "", "arrow-down", small=True, name=N_("Move down"), key="Alt+Down", on=lambda: self.move_row(1)
        )
        self.hide_button = button(N_("Hide"), "eye-off", small=True, key="H", on=self.turn_hidden)
        self.remove = button(N_("Delete"), "trash-2", "danger", small=True, key="Del", on=self.delete)
        self.lists = ValueList(services)
        self._fields = QWidget()
        self._fields.setLayout(
            column(
                self.rows,
                8,
                row(self.add, self.edit, self.up, self.down, self.hide_button, None, self.remove, gap=6),
                None,
            )
        )
        layout_of(self._fields).setStretch(0, 1000)
        self.column.addWidget(heading(N_("Fields and lists")))
        top = QWidget()
        top.setLayout(row(self.kind, self.part, None, gap=10, margins=(0, 4, 0, 8)))
        self.column.addWidget(top)
        self.column.addWidget(self.hint)
        self.column.addSpacing(8)
        self.column.addWidget(self._fields, 1)
        self.column.addWidget(self.lists, 1)
        self.kind.currentIndexChanged.connect(lambda _at: self._show_kind())
        self.part.chosen.connect(lambda _code: self._show_part())
        self.rows.opened.connect(self.change)
        self.rows.moved.connect(self.move_row)
        self.rows.removed.connect(self.delete)
        self.rows.currentRowChanged.connect(lambda _at: self._enable())
        # What the book holds is read when the section is opened: it may be much.
        self._loaded = False
        self._show_part()

    @property
    def record(self) -> str:
        """The kind of record that is shown."""
        return str(self.kind.currentData())

    def show_all(self) -> None:
        self._loaded = True
        self._show_kind()

    def apply(self, changes: ChangeSet) -> None:
        lists = self.part.code == "lists" and self.isVisible()
        if self._loaded and (changes.touches(*TABLES) or (lists and changes.touches(self.record))):
            self._show_kind()

    def retranslate(self) -> None:
        for at, record in enumerate(fields.record_types(self.s.ws)):
            self.kind.setItemText(at, translate(record.label_plural))
        if self._loaded:
            self._show_kind()

    def actions_list(self) -> Sequence[Action]:
        if self.part.code == "lists":
            return self.lists.actions_list()
        return (
            Action(N_("New field"), self.new_field, "N"),
            Action(N_("Change"), self.change, "Enter"),
            Action(N_("Move"), self.rows.setFocus, "Alt+↑↓"),
            Action(N_("Hide or show"), self.turn_hidden, "H"),
            Action(N_("Delete"), self.delete, "Del"),
        )

    def new_field(self) -> None:
        """Ask for a new field."""
        dialog = FieldDialog(self.s, self, self.record)
        before = self._last()
        dialog.exec()
        self._told(before)
        if dialog.made:
            self._show_fields(dialog.made)
        self.rows.setFocus()

    def change(self) -> None:
        """Ask for changes of the field under the cursor; those of the program stay as they are."""
        one = self._current()
        if one is None:
            return
        before = self._last()
        FieldDialog(self.s, self, self.record, one).exec()
        now = self._current()
        if now is not None and now.shown != one.shown:
            # Said here, it counts for more than how the list was laid out before.
            layout = Setting(f"columns.{self.s.ws.dictionary.type(self.record).plural}", "")
            self.s.settings.set(layout, unsaid(self.s.settings.get(layout), one.name))
        self._told(before)
        self._show_fields()
        self.rows.setFocus()

    def move_row(self, by: int) -> None:
        """Move the field under the cursor up or down."""
        if (one := self._current()) is not None:
            self.s.actions.run(lambda: fields.move_field(self.s.ws, self.record, one.name, by))
            self._show_fields(one.name)

    def turn_hidden(self) -> None:
        """Hide the field under the cursor, or show it again."""
        if (one := self._current()) is not None:
            ws, kind = self.s.ws, self.record
            carry_out(
                self.s, kind, lambda: fields.change_field(ws, kind, one.name, hidden=not one.hidden), self._show_fields
            )

    def delete(self) -> None:
        """Delete the field under the cursor; the toast says how many values went along and takes it back."""
        one = self._current()
        if one is None:
            return
        ws, kind = self.s.ws, self.record
        find_out(self.s, kind, lambda: fields.filled(ws, kind, one.name), lambda count: self._delete(kind, one, count))

    def _delete(self, kind: str, one: OwnField, count: int) -> None:
        said = ngettext(
            "Deleted the field “{name}” with its value in {count} record",
            "Deleted the field “{name}” with its values in {count} records",
            count,
        ).format(count=f"{count:,}", name=one.label)
        ws = self.s.ws
        command = partial(fields.remove_field, ws, kind, one.name)
        carry_out(self.s, kind, command, self._show_fields, said if count else "")

    def _last(self) -> int:
        last = history.undoable(self.s.ws)
        return last.id if last else 0

    def _told(self, before: int) -> None:
        """The toast with Undo for what a dialog has written."""
        last = history.undoable(self.s.ws)
        if last is not None and last.id != before:
            self.s.messages.toast(history.describe(last), _("Undo"), "Ctrl+Z", lambda: self.s.actions.undo(last.id))

    def _current(self) -> Any:
        wanted = self.rows.key()
        return next((one for one in fields.own_fields(self.s.ws, self.record) if one.name == wanted), None)

    def _show_kind(self) -> None:
        self._show_fields()
        self._show_part()

    def _show_part(self) -> None:
        lists = self.part.code == "lists"
        if lists:
            self.lists.show_kind(self.record)
        self._fields.setVisible(not lists)
        self.lists.setVisible(lists)
        self.hint.setText(
            _("Levels, kinds, outcomes, categories and tags are yours: name them, colour them, put them in order.")
            if lists
            else _(
                "Your own fields stand wherever the program's do: in forms, lists, filters, search, imports and exports."
            )
        )
        self.acted.emit()

    def _show_fields(self, key: str = "") -> None:
        own = {one.name for one in fields.own_fields(self.s.ws, self.record)}
        out = []
        for field in self.s.ws.dictionary.type(self.record).fields:
            kind = fields.kind_of(field)
            if field.name not in own and not field.listed:
                continue
            marks = [
                word
                for word, on in (
                    (_("hidden"), field.hidden),
                    (_("column"), field.shown),
                    (_("searched"), field.searched),
                )
                if on
            ]
            out.append(
                Row(
                    field.name,
                    translate(field.label),
                    translate(kind.label) if kind else translate(_KINDS.get(field.kind, "")),
                    " · ".join(marks) if field.name in own else _("part of the program"),
                    faint=field.hidden or field.name not in own,
                )
            )
        ordered = [one for one in out if one.key in own] + [one for one in out if one.key not in own]
        self.rows.put(ordered, key)
        self._enable()

    def _enable(self) -> None:
        one = self._current()
        for made in (self.edit, self.up, self.down, self.hide_button, self.remove):
            made.setEnabled(one is not None)
        hidden = one is not None and one.hidden
        tr(self.hide_button, self.hide_button.setText, N_("Show") if hidden else N_("Hide"))


_KINDS = {
    FieldKind.INTEGER: N_("Whole number"),
    FieldKind.PRICE: N_("Unit price"),
    FieldKind.PERCENT: N_("Percent"),
    FieldKind.LINK: N_("Another record"),
    FieldKind.WALL: N_("Day and hour"),
    FieldKind.INSTANT: N_("Moment"),
    FieldKind.IMAGE: N_("Picture"),
}
