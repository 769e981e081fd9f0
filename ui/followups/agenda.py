"""The agenda: what is overdue, due today and next, worked through by keyboard or mouse."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from app.followups.queries import Item
from app.followups.today import Agenda
from app.shared.i18n import N_
from ui.followups.agenda_delegate import AgendaDelegate
from ui.followups.agenda_model import AgendaModel, Line
from ui.runtime.application import theme
from ui.runtime.index import Index
from ui.runtime.translator import tr

Key = tuple[str, int]


class AgendaView(QListView):
    """The list of the agenda, as high as its rows.

    Signals:
        wanted: an action (done, reopen, snooze, log, open, tomorrow, more_overdue, more_today, more_next) and the item or None.
        grown: its height changed. moved: the cursor came to another row.
    """

    wanted = Signal(str, object)
    grown = Signal()
    moved = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.lines = AgendaModel(self)
        self._painter = AgendaDelegate(self)
        self._widget: QWidget | None = None
        self.setModel(self.lines)
        self.setItemDelegate(self._painter)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        tr(self, self.setAccessibleName, N_("Agenda"))
        self._painter.clicked.connect(self._clicked)
        self.doubleClicked.connect(lambda _index: self.want("open"))
        theme().changed.connect(self._measure)

    def show_agenda(self, agenda: Agenda) -> None:
        """Show an agenda; the cursor stays on its item, or at its place when the item is gone."""
        held, row = self.current_key(), self.currentIndex().row()
        had = self.hasFocus()
        opened = self.lines.opened
        self.lines.show(agenda)
        if opened is not None and self.lines.opened is None:
            self._drop()
        elif opened is not None and self._widget is not None:
            self._place()
        self._measure()
        at = self.lines.row_of(held) if held else -1
        if at < 0:
            at = self._near(row)
        if at >= 0:
            self.setCurrentIndex(self.lines.index(at))
        if had:
            self.setFocus()

    def current_item(self) -> Item | None:
        """The item under the cursor."""
        row = self.currentIndex().row()
        line = self.lines.rows[row] if 0 <= row < len(self.lines.rows) else None
        return line.item if isinstance(line, Line) else None

    def current_key(self) -> Key | None:
        """The key of the item under the cursor."""
        item = self.current_item()
        return item.key if item else None

    def go(self, key: Key) -> bool:
        """Put the cursor on an item; False when it is not shown."""
        row = self.lines.row_of(key)
        if row >= 0:
            self.setCurrentIndex(self.lines.index(row))
        return row >= 0

    def point_of(self, key: Key) -> QPoint:
        """Where a menu of an item opens, in global coordinates."""
        rect = self.visualRect(self.lines.index(max(0, self.lines.row_of(key))))
        return self.viewport().mapToGlobal(QPoint(rect.left() + theme().px(100), rect.bottom()))

    def want(self, action: str) -> None:
        """Ask for an action on the item under the cursor."""
        if (item := self.current_item()) is not None:
            self.wanted.emit(action, item)

    def open_under(self, key: Key, widget: QWidget) -> None:
        """Open a widget under an item; an earlier one closes."""
        self.close_widget()
        index = self.lines.open_under(key, widget.sizeHint().height())
        if index.isValid():
            self._widget = widget
            self._place()
            self._measure()

    def fit_widget(self) -> None:
        """The open widget became higher or lower."""
        if self._widget is not None:
            self.lines.resize(self._widget.sizeHint().height())
            self._measure()

    def close_widget(self) -> None:
        """Close what was opened under an item."""
        if self.lines.opened is not None:
            self.lines.close()
        self._drop()
        self._measure()

    @property
    def widget(self) -> QWidget | None:
        """What is open under an item."""
        return self._widget

    def _place(self) -> None:
        row = next((n for n, one in enumerate(self.lines.rows) if one is self.lines.opened), -1)
        if row >= 0 and self._widget is not None:
            self._widget.setParent(self.viewport())
            self._widget.setGeometry(self.visualRect(self.lines.index(row)))
            self._widget.show()

    def _drop(self) -> None:
        if self._widget is not None:
            self._widget.hide()
            self._widget.deleteLater()
            self._widget = None

    def _near(self, row: int) -> int:
        """The line nearest to a row, looking down first."""
        lines = [n for n, one in enumerate(self.lines.rows) if isinstance(one, Line)]
        return next((n for n in lines if n >= row), lines[-1] if lines else -1)

    def _clicked(self, action: str, row: int) -> None:
        line = self.lines.rows[row]
        self.wanted.emit(action, line.item if isinstance(line, Line) else None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Space:
            item = self.current_item()
            self.want("reopen" if item and item.done else "done")
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.want("open")
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            lines = [n for n, one in enumerate(self.lines.rows) if isinstance(one, Line)]
            row = self.currentIndex().row()
            after = [n for n in lines if n > row] if key == Qt.Key.Key_Down else [n for n in reversed(lines) if n < row]
            if after:
                self.setCurrentIndex(self.lines.index(after[0]))
        elif event.text() and key not in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.moved.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _measure(self) -> None:
        self.doItemsLayout()
        height = sum(map(self._painter.height, self.lines.rows))
        if height != self.height():
            self.setFixedHeight(height)
            self.grown.emit()
        self._place()
