"""The list of records: a million rows open like a hundred."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView

from app.records.fields import Field
from app.records.record import Record
from app.records.workspace import ChangeSet
from app.shared.i18n import N_, translate
from app.shared.settings import MachineSettings, Setting
from ui.runtime.application import theme, translator
from ui.runtime.index import Index
from ui.runtime.translator import tr
from ui.widgets.cell_cursor import CellCursor
from ui.widgets.column_layout import TICK
from ui.widgets.record_delegate import RecordDelegate
from ui.widgets.record_model import Column, RecordModel
from ui.widgets.sorting import Orders, added, turned
from ui.widgets.table_head import FrozenColumns, TableHead

LEAST = 150


class RecordTable(CellCursor):
    """A list of records with columns from the dictionary.

    Signals:
        opened: Enter or double click on an id. moved: the cursor came to an id (0 for none), 80 ms after the last key.
        ticks_changed: the number of ticked rows. sorted_by: a head was clicked (field name, descending).
        sorted_several: with Shift (field name, descending of each); only where one listens, as ``several`` tells.
    """

    opened = Signal(int)
    moved = Signal(int)
    ticks_changed = Signal(int)
    sorted_by = Signal(str, bool)
    sorted_several = Signal(object)
    several = False

    def __init__(
        self,
        name: str,
        columns: Sequence[Column],
        fetch: Callable[[Sequence[int]], list[Record]],
        text: Callable[[Field, Any], str],
        *,
        settings: MachineSettings | None = None,
        key: str = "",
        ticks: bool = False,
        today: Callable[[], date] | None = None,
    ) -> None:
        """
        Args:
            name: accessible name (``N_``).
            columns: every column that can be shown; those with ``field.shown`` are at first.
            fetch: records of ids, in that order (``queries.rows``).
            text: says a value (``values.show`` with the book's currency and today).
            settings, key: where order, widths and visibility of the columns are remembered.
            ticks: whether rows can be ticked.
            today: for colouring the columns painted "due".
        """
        super().__init__()
        self.records = RecordModel(columns, fetch, text, ticks=ticks, parent=self)
        self.orders: Orders = ()
        self._widths: dict[str, int] = {}
        self._filling = False
        self._ready = False
        self.partial = self._tick_rest = False
        self._settings = settings
        self._layout = Setting(f"columns.{key}", "")
        self._today = today
        self.hovered = -1
        self._pause = QTimer(self, singleShot=True, interval=80)
        self._pause.timeout.connect(lambda: self.moved.emit(self.current_id()))
        self._painter = RecordDelegate(self)
        self._head = TableHead(self)
        tr(self, self.setAccessibleName, name)
        self.setHorizontalHeader(self._head)
        self.setModel(self.records)
        self.setItemDelegate(self._painter)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._head.setSectionsMovable(True)
        self._head.setMinimumSectionSize(30)
        self._head.sectionClicked.connect(lambda section: self.sort_at(section, more=self._head.shift))
        self._head.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._head.customContextMenuRequested.connect(self._head_menu)
        self.frozen = FrozenColumns(self)
        tr(self.frozen, self.frozen.setAccessibleName, name)
        self._ready = True
        self.horizontalScrollBar().valueChanged.connect(lambda _value: self.frozen.fit())
        self.verticalScrollBar().valueChanged.connect(self.frozen.verticalScrollBar().setValue)
        self._keep = QTimer(self, singleShot=True, interval=400)
        self._keep.timeout.connect(self._remember)
        self._fill_soon = QTimer(self, singleShot=True, interval=0)
        self._fill_soon.timeout.connect(self.fill)
        self._restore()
        self._head.sectionResized.connect(self._resized)
        self._head.sectionMoved.connect(lambda *_: self._moved())
        self.doubleClicked.connect(lambda index: self.opened.emit(self.records.ids[index.row()]))
        theme().changed.connect(self._measure)
        translator().changed.connect(self._said_anew)
        self._measure()

    def set_ids(self, ids: Iterable[int], *, keep: bool = True, whole: bool = True) -> None:
        """Show these rows; the cursor stays on its record when it is still there.

        Args:
            keep: whether the cursor may stay; else it goes to the first row.
            whole: False for the first rows of a list whose rest is still read. Who goes to its end or ticks all of it
                meanwhile means the whole list, and gets it when the rest has come.
        """
        held, bar = self.current_id(), self.verticalScrollBar().value()
        cell = max(self.currentIndex().column(), int(self.records.ticks))
        to_end = self.partial and whole and self.currentIndex().row() == len(self.records.ids) - 1 > 0
        self.partial = not whole
        if self._today is not None:
            self._painter.today = self._today()
        count = len(self.records.ids)
        self.records.set_ids(ids)
        if self.records.ids and not (count and len(self.records.ids) >= count and self.current_id() == held and held):
            row = self.records.row_of(held) if keep and held else -1
            self.setCurrentIndex(self.records.index(max(row, 0), cell))
            if row >= 0:
                self.verticalScrollBar().setValue(bar)
        elif not self.records.ids:
            self._pause.start()
        if to_end:
            self.setCurrentIndex(self.records.index(len(self.records.ids) - 1, self.currentIndex().column()))
        if whole and self._tick_rest:
            self.tick_all()
        elif whole and self.records.ticked:
            self.records.ticked &= set(self.records.ids)
            self.ticks_changed.emit(len(self.records.ticked))

    def apply(self, changes: ChangeSet, kind: str) -> None:
        """Refresh the rows of this kind that a change set updated. New and deleted ones need new ids from the page."""
        if numbers := changes.updated.get(kind):
            self.records.refresh(numbers)

    def current_id(self) -> int:
        """The id under the cursor, 0 for none."""
        row = self.currentIndex().row()
        return self.records.ids[row] if 0 <= row < len(self.records.ids) else 0

    def current_record(self) -> Record | None:
        """The record under the cursor."""
        return self.records.record(self.currentIndex().row())

    def go(self, number: int) -> bool:
        """Put the cursor on an id; False when it is not in the list."""
        row = self.records.row_of(number)
        if row >= 0:
            self.setCurrentIndex(self.records.index(row, max(self.currentIndex().column(), int(self.records.ticks))))
        return row >= 0

    def ticked(self) -> list[int]:
        """The ticked ids, else the one under the cursor."""
        if self.records.ticked:
            return [number for number in self.records.ids if number in self.records.ticked]
        return [number] if (number := self.current_id()) else []

    def untick(self) -> None:
        """Untick all."""
        self._tick_rest = False
        self.records.tick_all(False)
        self.ticks_changed.emit(0)

    def tick_current(self) -> None:
        """Tick the row under the cursor, or untick it."""
        if (row := self.currentIndex().row()) >= 0:
            self._tick(row)

    def tick_all(self) -> None:
        """Tick every row of the view, also those that are not in sight."""
        self._tick_rest = self.partial
        self.records.tick_all(True)
        self._head.viewport().update()
        self.ticks_changed.emit(len(self.records.ticked))

    def set_sorted(self, field: str, descending: bool) -> None:
        """Show at which head the list is sorted."""
        self.set_orders(((field, descending),))

    def set_orders(self, orders: Orders) -> None:
        """Show at which heads the list is sorted, one after the other."""
        self.orders = tuple(orders)
        self._head.viewport().update()

    @property
    def order(self) -> tuple[str, bool] | None:
        """By what the list is sorted first."""
        return self.orders[0] if self.orders else None

    def fill(self) -> None:
        """Give each column its width, and what is left over to the first one."""
        shown = [section for section in self.sections() if not self.isColumnHidden(section)]
        if not shown or self._filling:
            return
        self._filling = True
        widths = {section: self._width(section) for section in shown}
        spare = self.viewport().width() - sum(widths.values()) - (TICK if self.records.ticks else 0)
        if spare > 0 or self.records.data_column(shown[0]).field.name not in self._widths:
            widths[shown[0]] = max(widths[shown[0]] + spare, min(widths[shown[0]], theme().px(LEAST)))
        for section, width in widths.items():
            if self.columnWidth(section) != width:
                self.setColumnWidth(section, width)
        self._filling = False
        self.frozen.fit()

    def _width(self, section: int) -> int:
        """What the person chose, else what the field wants and its head needs."""
        field = self.records.data_column(section).field
        if field.name in self._widths:
            return self._widths[field.name]
        head = QFontMetrics(theme().font("small", bold=True)).horizontalAdvance(translate(field.label)) + 34
        return max(theme().px(field.width), head)

    def _resized(self, section: int, _old: int, width: int) -> None:
        column = self.records.column(section)
        if self._filling or column is None or width == 0 or self.isColumnHidden(section):
            return
        self._widths[column.field.name] = width
        self._keep.start()
        self._fill_soon.start()

    def _said_anew(self, _language: str) -> None:
        self.records.reload()
        self.fill()

    def _head_menu(self, at: QPoint) -> None:
        menu, section = self.columns_menu(), self._head.logicalIndexAt(at)
        if section in self.sections() and section not in self.frozen_sections():
            first = menu.actions()[0]
            for text, run in (
                (N_("Move left"), lambda: self.move_column(section, -1)),
                (N_("Move right"), lambda: self.move_column(section, 1)),
                (N_("Hide"), lambda: self.show_column(section, False)),
            ):
                action = QAction(translate(text), menu)
                action.triggered.connect(lambda _on=False, run=run: run())
                menu.insertAction(first, action)
            menu.insertSeparator(first)
        menu.exec(self._head.mapToGlobal(at))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fill()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, mods = event.key(), event.modifiers()
        row = self.currentIndex().row()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row >= 0:
            self.opened.emit(self.records.ids[row])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and row >= 0 and not mods:
            end = 0 if key == Qt.Key.Key_Home else self.records.rowCount() - 1
            self.setCurrentIndex(self.records.index(end, self.currentIndex().column()))
        elif self.records.ticks and key == Qt.Key.Key_Space and row >= 0 and not mods:
            self._tick(row)
        elif (
            self.records.ticks and key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and mods == Qt.KeyboardModifier.ShiftModifier
        ):
            self.records.tick(row, True)
            step = row + (1 if key == Qt.Key.Key_Down else -1)
            if 0 <= step < len(self.records.ids):
                self.setCurrentIndex(self.records.index(step, self.currentIndex().column()))
                self.records.tick(step, True)
            self.ticks_changed.emit(len(self.records.ticked))
        elif self.records.ticks and event.matches(QKeySequence.StandardKey.SelectAll):
            self.tick_all()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and not mods & ~Qt.KeyboardModifier.KeypadModifier:
            self.step_cell(1 if key == Qt.Key.Key_Right else -1)
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_cell()
        elif key == Qt.Key.Key_Escape and self.records.ticked:
            self.untick()
        elif event.text() and not mods & Qt.KeyboardModifier.ControlModifier:
            event.ignore()  # single letters are the page's shortcuts, not a search in the list
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        index = self.indexAt(at)
        on_tick = index.column() == 0 or (self.frozen.isVisible() and at.x() < TICK)
        if index.isValid() and self.records.ticks and on_tick:
            self._tick(index.row())
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.indexAt(event.position().toPoint()).row())
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)
        super().leaveEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if self._ready:
            self._redraw()
        self._pause.start()

    def _hover(self, row: int) -> None:
        if row != self.hovered:
            self.hovered = row
            self._redraw()

    def _tick(self, row: int) -> None:
        self._tick_rest = False
        self.records.tick(row)
        self._head.viewport().update()
        self.ticks_changed.emit(len(self.records.ticked))

    def sort_at(self, section: int, *, more: bool = False) -> None:
        """What a click on a head does: sort by it, turn the order over, or tick all; ``more``: by it after the others."""
        column = self.records.column(section)
        if column is None:
            if self.records.ticked:
                self.untick()
            else:
                self.tick_all()
            return
        if self.several and more:
            self.set_orders(added(self.orders, column.field.name))
            self.sorted_several.emit(self.orders)
            return
        self.set_orders(turned(self.orders, column.field.name))
        self.sorted_by.emit(*self.orders[0])

    def _measure(self) -> None:
        self.verticalHeader().setDefaultSectionSize(theme().px(32))
        self._head.setFixedHeight(theme().px(30))
        self.fill()
        self.viewport().update()
