"""Editing a list in its cells: F2 begins, Enter takes and goes down, Tab to the next cell, Esc leaves."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QMenu, QWidget

from app.records import commands, queries
from app.records.fields import Field, FieldKind
from app.records.record import Record
from app.shared import phones
from app.shared.errors import KebuError
from app.shared.i18n import N_, _, listed, translate
from ui.runtime.actions import Actions
from ui.runtime.application import theme
from ui.runtime.jobs import JobRunner
from ui.widgets.cell_edit import CellEdit, CellNote, CellNotes
from ui.widgets.cell_offers import ListOffers, Offers, RecordOffers, SeveralOffers, WordOffers
from ui.widgets.record_form import typed_text
from ui.widgets.record_model import Column
from ui.widgets.record_table import RecordTable

Write = Callable[[int, str, Any], Any]
WORKED_OUT = N_("“{label}” is worked out by the program and cannot be typed.")
LINES, LEAST = 5, 76
_NEVER = {FieldKind.IMAGE, FieldKind.INSTANT}


class RecordEditing(QObject):
    """The editor of a list's cells. While it is ``active`` the page keeps the rows where they are.

    Signals: ``changed`` when editing begins or ends; the page then sorts its rows anew.

    Args:
        table: the list.
        actions, jobs: of the window.
        kind: the record type of its rows.
        write: ``write(id, field, value)`` writes one field as one operation; ``records.commands.update`` when None.
        why: says for a column why it cannot be edited, "" when it can.
        target: the field that a cell edits, where that depends on the record.
    """

    changed = Signal()

    def __init__(
        self,
        table: RecordTable,
        actions: Actions,
        jobs: JobRunner,
        kind: str,
        *,
        write: Write | None = None,
        why: Callable[[Field], str] = lambda field: "",
        target: Callable[[Record, Field], str] = lambda record, field: field.name,
    ) -> None:
        super().__init__(table)
        self.table, self.kind = table, kind
        self.editor: CellEdit | CellNotes | None = None
        self.offers: Offers | None = None
        self._actions, self._jobs, self._ws = actions, jobs, actions.ws
        self._write = write or (lambda number, name, raw: commands.update(self._ws, kind, number, {name: raw}))
        self._why, self._target = why, target
        self._number, self._section, self._last, self._at = 0, -1, -1, -1
        self._doubted, self._moving = "", False
        self._note: CellNote | None = None
        for bar in (table.verticalScrollBar(), table.horizontalScrollBar()):
            bar.valueChanged.connect(lambda _value: self._place())
        table.horizontalHeader().sectionResized.connect(lambda *_: self._place())
        table.records.modelReset.connect(self._moved)
        table.selectionModel().currentChanged.connect(lambda *_: self._hush())
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(self._menu)

    @property
    def active(self) -> bool:
        """Whether a cell is being edited."""
        return self.editor is not None or self._moving

    def start(self) -> None:
        """Edit the cell under the cell cursor; without one the column edited last, else the first that can be."""
        row = self.table.currentIndex().row()
        if row < 0 or not self.finish():
            return
        section = self.table.currentIndex().column()
        if not self.table.cell_shown and section in self.table.frozen_sections():
            cells = self._cells()
            section = self._last if self._last in cells else next(iter(cells), section)
        self.edit(row, section)

    def edit(self, row: int, section: int) -> bool:
        """Edit a cell; False when it cannot be, and why is said beside it."""
        table, column = self.table, self.table.records.column(section)
        record = table.records.record(row)
        if column is None or record is None:
            return False
        table.show_cell(row, section)
        if reason := self._reason(column):
            self._say(row, section, reason)
            return False
        begun = self.active
        field = self._field(record, column)
        self._number, self._section, self._last, self._doubted, self._at = record.id, section, section, "", row
        self.editor = self._made(record, field, column)
        self._place()
        self.editor.show()
        self.editor.setFocus()
        self.editor.stepped.connect(self._step)
        self.editor.escaped.connect(self.stop)
        self.editor.installEventFilter(self)
        if not begun:
            self.changed.emit()
        return True

    def finish(self) -> bool:
        """Save what is typed and close the editor; False when it cannot be taken: then it stays as it is."""
        if self.editor is None:
            return True
        if not self._save():
            return False
        self.stop()
        return True

    def stop(self) -> None:
        """Close the editor as it is; the list has the keys again."""
        if self.editor is None:
            return
        self._close()
        self.table.setFocus()
        if not self._moving:
            self.changed.emit()

    def leave(self) -> str:
        """Save what is typed and close in any case; gives the sentence why something was not taken."""
        if self.finish() or self.editor is None:
            return ""
        said = self.editor.accessibleDescription()
        self.stop()
        return said

    def words(self, column: Column) -> str:
        """What the menu calls editing of a column."""
        return _("Edit “{label}”").format(label=translate(column.field.label))

    def _made(self, record: Record, field: Field, column: Column) -> CellEdit | CellNotes:
        value = record.get(field.name)
        name = f"{translate(field.label)}, {record.title}"
        host = self._host()
        if field.kind is FieldKind.LONG_TEXT:
            notes = CellNotes(host, name)
            notes.setPlainText(typed_text(field, value))
            notes.selectAll()
            self.offers = None
            notes.document().setModified(False)
            return notes
        edit = CellEdit(host, name, right=column.figures)
        edit.setText(self._text(field, value))
        edit.selectAll()
        edit.setModified(False)
        self.offers = self._offered(edit, field, value)
        return edit

    def _text(self, field: Field, value: Any) -> str:
        if field.kind is FieldKind.CHOICE:
            found = field.choice(value)
            return translate(found.label) if found else str(value or "")
        if field.kind is FieldKind.BOOLEAN:
            return "" if value is None else _("Yes") if value else _("No")
        if field.kind is FieldKind.TAGS and field.choices:
            return listed(translate(one.label) if (one := field.choice(code)) else code for code in value or ())
        if field.link:
            return queries.titles(self._ws, field.link, (value,)).get(value, "") if value else ""
        return typed_text(field, value)

    def _offered(self, edit: CellEdit, field: Field, value: Any) -> Offers | None:
        if field.kind in (FieldKind.CHOICE, FieldKind.BOOLEAN):
            return ListOffers(edit, field, value)
        if field.kind is FieldKind.TAGS and field.choices:
            return SeveralOffers(edit, field, value)
        if field.link:
            return RecordOffers(edit, field, value, self._ws)
        if field.suggested and not field.custom:
            return WordOffers(edit, field, value, self._ws, self.kind, self._jobs)
        return None

    def _save(self) -> bool:
        editor, offers = self.editor, self.offers
        assert editor is not None
        changed = editor.document().isModified() if isinstance(editor, CellNotes) else editor.isModified()
        if not (offers.changed if offers is not None else changed):
            return True
        column = self.table.records.column(self._section)
        record = next(iter(self._rows()), None)
        if column is None or record is None:
            return True
        field = self._field(record, column)
        raw = offers.raw() if offers is not None else editor.text()
        if isinstance(offers, RecordOffers) and offers.missing:
            editor.tell(_("Nothing is called “{text}”. Choose one of the list.").format(text=editor.text().strip()))
            return False
        if field.kind is FieldKind.PHONE and (doubt := self._doubt(str(raw))):
            editor.tell(doubt)
            return False
        return self._written(record, field, raw)

    def _written(self, record: Record, field: Field, raw: Any) -> bool:
        refused: list[KebuError] = []

        def write() -> None:
            try:
                self._write(record.id, field.name, raw)
            except KebuError as error:
                refused.append(error)

        said = _("Changed “{label}” of {title}").format(label=translate(field.label), title=record.title)
        self._actions.run(write, said)
        if refused and self.editor is not None:
            if self.offers is not None:
                self.offers.list.hide()
            self.editor.tell(str(refused[0]))
        return not refused

    def _doubt(self, text: str) -> str:
        """What seems wrong with a number; typed as it is a second time, it is taken."""
        if not text.strip() or self._doubted == text:
            return ""
        if problem := phones.problem(phones.parse(text, self._ws.region)):
            self._doubted = text
            return _("{problem}. Enter again keeps it so.").format(problem=translate(problem))
        return ""

    def _row(self) -> int:
        """The row of the record being edited, or -1; looked for in a million only when the rows have moved."""
        ids = self.table.records.ids
        if not (0 <= self._at < len(ids) and ids[self._at] == self._number):
            self._at = self.table.records.row_of(self._number)
        return self._at

    def _rows(self) -> list[Record]:
        row = self._row()
        record = self.table.records.record(row) if row >= 0 else None
        return [record] if record is not None else []

    def _field(self, record: Record, column: Column) -> Field:
        """The field as the dictionary has it now: the user may have changed its values since the list was made."""
        return self._ws.dictionary.type(self.kind).field(self._target(record, column.field))

    def _reason(self, column: Column) -> str:
        field = column.field
        if reason := self._why(field):
            return translate(reason)
        known = self._ws.dictionary.type(self.kind).has(field.name)
        if field.readonly or not known or field.kind in _NEVER:
            return translate(WORKED_OUT).format(label=translate(field.label))
        return ""

    def _cells(self) -> list[int]:
        """The columns in sight that can be edited, from left to right."""
        table = self.table
        return [
            section
            for section in table.sections()
            if not table.isColumnHidden(section) and not self._reason(table.records.data_column(section))
        ]

    def _step(self, where: str) -> None:
        """Save, and go on to the next cell."""
        if not self._save():
            return
        row, section, cells = self._row(), self._section, self._cells()
        last, at = self.table.records.rowCount() - 1, cells.index(section) if section in cells else 0
        if where in ("next", "previous"):
            at += 1 if where == "next" else -1
            row += (at >= len(cells)) - (at < 0)
            section = cells[at % len(cells)]
        else:
            row += -1 if where == "up" else 1
        self._moving = True
        self._close()
        reached = 0 <= row <= last and self.edit(row, section)
        self._moving = False
        if not reached:
            self.table.setFocus()
            self.changed.emit()

    def _close(self) -> None:
        if (editor := self.editor) is None:
            return
        self.editor = None
        editor.removeEventFilter(self)
        if self.offers is not None:
            self.offers.list.hide()
            self.offers.list.deleteLater()
            self.offers = None
        editor.hide()
        editor.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.editor and isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut:
            away = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
            if event.reason() not in away:
                # The widget that takes the focus is not to lose it to the list again.
                QTimer.singleShot(0, self, self._left)
        return False

    def _left(self) -> None:
        """The keys went elsewhere: what is typed is saved; what cannot be stays, with the word why."""
        editor = self.editor
        if editor is None or editor.hasFocus() or not self._save():
            return
        self._close()
        self.changed.emit()

    def _host(self) -> QWidget:
        table = self.table
        frozen = table.frozen.isVisible() and self._section in table.frozen_sections()
        return (table.frozen if frozen else table).viewport()

    def _rect(self, row: int, section: int) -> QRect:
        table = self.table
        view = table.frozen if self._host() is table.frozen.viewport() else table
        return QRect(view.visualRect(table.records.index(row, section)))

    def _place(self) -> None:
        """Lay the editor over its cell."""
        self._hush()
        if self.editor is None:
            return
        row = self._row()
        host = self._host()
        if self.editor.parentWidget() is not host:
            held = self.editor.hasFocus()
            self.editor.setParent(host)
            self.editor.show()
            if held:
                self.editor.setFocus()
        rect = self._rect(row, self._section)
        if isinstance(self.editor, CellNotes):
            rect.setHeight(theme().px(20) * LINES)
            rect.setWidth(max(rect.width(), theme().px(280)))
            rect.moveBottom(min(rect.bottom(), max(host.height(), rect.height()) - 1))
        else:
            rect.setWidth(max(rect.width(), theme().px(LEAST)))
        rect.moveRight(min(rect.right(), max(host.width(), rect.width()) - 1))
        self.editor.setGeometry(rect)

    def _moved(self) -> None:
        """The rows were laid out anew: the editor goes with its record."""
        if self.editor is None:
            return
        row = self._row()
        if row < 0:
            self.stop()
            return
        QTimer.singleShot(0, self, self._place)

    def _say(self, row: int, section: int, sentence: str) -> None:
        self._hush()
        rect = self._rect(row, section)
        self._note = CellNote(self.table.viewport(), "text")
        self._note.say(sentence, at=QPoint(rect.left(), rect.top()), height=rect.height())
        self.table.setAccessibleDescription(sentence)

    def _hush(self) -> None:
        if self._note is not None:
            self._note.hide()
            self._note.deleteLater()
            self._note = None

    def _menu(self, at: QPoint) -> None:
        """What a right click on a row offers."""
        table, index = self.table, self.table.indexAt(at)
        column = table.records.column(index.column())
        if not index.isValid() or column is None or not self.finish():
            return
        table.show_cell(index.row(), index.column())
        menu = QMenu(table)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        number = table.records.ids[index.row()]
        menu.addAction(_("Open") + "\tEnter", lambda: table.opened.emit(number))
        menu.addAction(f"{self.words(column)}\tF2", lambda: self.edit(index.row(), index.column()))
        menu.addAction(_("Copy the cell") + "\tCtrl+C", table.copy_cell)
        menu.popup(table.viewport().mapToGlobal(at))
