"""Order, widths and visibility of a list's columns, as they are remembered on this machine or kept by a view."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QMenu, QTableView

from app.shared.i18n import _, translate
from app.shared.settings import MachineSettings, Setting
from ui.widgets.record_model import RecordModel

TICK = 38


class KeptColumns(QTableView):
    """What a list of records does with its columns. ``columns_changed``: others are shown, or they stand in another order.

    As a rule the machine remembers how they stand. Laid out for a view (``lay_out``) they stand as the view says, and only
    their widths are remembered.
    """

    columns_changed = Signal()
    records: RecordModel
    _settings: MachineSettings | None
    _layout: Setting[str]
    _widths: dict[str, int]
    _keep: QTimer
    _usual = ""
    _own = _laying = False

    def fill(self) -> None:
        """Fill the width again."""
        raise NotImplementedError

    def sections(self) -> list[int]:
        """The columns of the model but the ticks, as they stand from left to right."""
        head, visual = self.horizontalHeader(), range(self.records.columnCount())
        return [at for place in visual if self.records.column(at := head.logicalIndex(place)) is not None]

    def shown_columns(self) -> tuple[str, ...]:
        """The names of the fields that are shown, from left to right."""
        return tuple(self._name(at) for at in self.sections() if not self.isColumnHidden(at))

    def standard_columns(self) -> tuple[str, ...]:
        """What is shown as long as nobody chose otherwise."""
        count = range(self.records.columnCount())
        found = (self.records.column(at) for at in count)
        return tuple(column.field.name for column in found if column is not None and column.field.shown)

    def usual_columns(self) -> tuple[str, ...]:
        """What is shown where no view says otherwise."""
        if not self._own:
            return self.shown_columns()
        return tuple(entry["name"] for entry in json.loads(self._usual) if entry["shown"])

    def lay_out(self, names: Sequence[str] | None) -> None:
        """Show these columns in this order, as a view has them; None for those that the machine remembers.

        Names of fields that are gone are passed over; when none is left the usual ones are shown.
        """
        if not self._own:
            self._usual = kept(self, self._widths)
        known = {self._name(at): at for at in self.sections()}
        wanted = [name for name in names or () if name in known]
        was, self._own, self._laying = self.shown_columns(), bool(wanted), True
        if wanted:
            rest = [name for name in known if name not in wanted]
            self._put([(name, name in wanted) for name in (*wanted, *rest)])
        else:
            self._put([(entry["name"], entry["shown"]) for entry in json.loads(self._usual)])
        self._laying = False
        if self.shown_columns() != was:
            self.fill()

    def frozen_sections(self) -> list[int]:
        """What stays in its place when the others are scrolled sideways: the ticks and the first column."""
        first = next((section for section in self.sections() if not self.isColumnHidden(section)), None)
        return [*([0] if self.records.ticks else []), *([] if first is None else [first])]

    def columns_menu(self) -> QMenu:
        """A menu to switch columns on and off, and to move them by key."""
        return ColumnsMenu(self)

    def show_column(self, section: int, on: bool) -> None:
        """Show or hide a column."""
        self.setColumnHidden(section, not on)
        self.fill()
        self._remember()
        self.columns_changed.emit()

    def move_column(self, section: int, step: int) -> bool:
        """Move a column to the left (-1) or right (1); the first one stays the first."""
        order, head = self.sections(), self.horizontalHeader()
        place = order.index(section) + step
        if order.index(section) == 0 or not 0 < place < len(order):
            return False
        head.moveSection(head.visualIndex(section), head.visualIndex(order[place]))
        return True

    def _moved(self) -> None:
        if not self._laying:
            self._keep.start()
            self.fill()
            self.columns_changed.emit()

    def _name(self, section: int) -> str:
        return str(self.records.data_column(section).field.name)

    def _put(self, columns: Sequence[tuple[str, bool]]) -> None:
        head, known = self.horizontalHeader(), {self._name(at): at for at in self.sections()}
        for place, (name, shown) in enumerate(columns, int(self.records.ticks)):
            head.moveSection(head.visualIndex(known[name]), place)
            self.setColumnHidden(known[name], not shown)

    def _restore(self) -> None:
        if self.records.ticks:
            self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
            self.setColumnWidth(0, TICK)
        self._widths = restore(self, self._settings.get(self._layout) if self._settings else "")

    def _remember(self) -> None:
        if self._own:
            self._usual = widened(self._usual, self._widths)
        if self._settings is not None:
            self._settings.set(self._layout, self._usual if self._own else kept(self, self._widths))


class ColumnsMenu(QMenu):
    """Switches columns on and off; Alt+↑ and Alt+↓ move the one under the cursor."""

    def __init__(self, table: KeptColumns) -> None:
        super().__init__(table)
        self._table = table
        self.fill()

    def fill(self, active: int = -1) -> None:
        """Say the columns in their order; the cursor on a section."""
        self.clear()
        for section in self._table.sections():
            column = self._table.records.data_column(section)
            action = self.addAction(translate(column.field.label))
            action.setData(section)
            action.setCheckable(True)
            action.setChecked(not self._table.isColumnHidden(section))
            action.setEnabled(section not in self._table.frozen_sections())
            action.toggled.connect(lambda on, at=section: self._table.show_column(at, on))
            if section == active:
                self.setActiveAction(action)
        self.addSeparator()
        self.addAction(_("Alt+↑↓ moves a column")).setEnabled(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if step and event.modifiers() & Qt.KeyboardModifier.AltModifier and self.activeAction() is not None:
            section = self.activeAction().data()
            if section is not None and self._table.move_column(section, step):
                self.fill(section)
            return
        super().keyPressEvent(event)


def restore(table: KeptColumns, text: str) -> dict[str, int]:
    """Lay the columns out as remembered; returns the widths that the person chose, by field."""
    try:
        held: dict[str, dict[str, Any]] = {entry["name"]: entry for entry in json.loads(text)} if text else {}
    except (ValueError, TypeError, KeyError):
        held = {}
    model, head = table.records, table.horizontalHeader()
    sections = {model.data_column(at).field.name: at for at in range(int(model.ticks), model.columnCount())}
    widths = {}
    for name, section in sections.items():
        entry = held.get(name, {})
        if entry.get("chosen"):
            widths[name] = int(entry["chosen"])
        table.setColumnHidden(section, not entry.get("shown", model.data_column(section).field.shown))
    for name in held:
        at = held[name].get("at", sections.get(name, 0))
        if name in sections and 0 <= at < model.columnCount():
            head.moveSection(head.visualIndex(sections[name]), at)
    return widths


def kept(table: KeptColumns, widths: dict[str, int]) -> str:
    """The columns as they lie now."""
    entries = []
    for visual in range(table.records.columnCount()):
        section = table.horizontalHeader().logicalIndex(visual)
        column = table.records.column(section)
        if column is not None:
            name, shown = column.field.name, not table.isColumnHidden(section)
            entries.append({"name": name, "at": visual, "chosen": widths.get(name, 0), "shown": shown})
    return json.dumps(entries)


def widened(text: str, widths: dict[str, int]) -> str:
    """What is remembered, with these widths and nothing else changed."""
    return json.dumps([{**entry, "chosen": widths.get(entry["name"], 0)} for entry in json.loads(text)])


def unsaid(text: str, name: str) -> str:
    """What is remembered, without whether a column is shown: the field itself tells that again."""
    try:
        entries = json.loads(text) if text else []
        return json.dumps(
            [{key: entry[key] for key in entry if key != "shown" or entry["name"] != name} for entry in entries]
        )
    except (ValueError, TypeError, KeyError):
        return ""
