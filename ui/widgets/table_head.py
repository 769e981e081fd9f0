"""The heads of a list of records, and its first column, which stays in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QStyle,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app.shared.i18n import translate
from ui.runtime.application import theme
from ui.runtime.pictures import origin, paint_icon
from ui.widgets import painting
from ui.widgets.record_delegate import edge

if TYPE_CHECKING:
    from ui.widgets.record_table import RecordTable


class TableHead(QHeaderView):
    """Column heads, with a box to tick all and an arrow at the sorted one."""

    def __init__(self, table: RecordTable, owner: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, owner or table)
        self._table = table
        self.shift = False
        self.setSectionsClickable(True)
        self.setHighlightSections(False)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        super().mouseReleaseEvent(event)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, theme().c("surfaceSunken"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme().c("borderStrong"))
        model = self._table.records
        column = model.column(section)
        if column is None:
            whole = bool(model.ids) and len(model.ticked) >= len(model.ids)
            painting.tick(painter, rect, whole, some=bool(model.ticked) and not whole)
        else:
            inner = rect.adjusted(edge(model, rect), 0, -8, 0)
            orders = [name for name, _down in self._table.orders]
            on = column.field.name in orders
            words = translate(column.field.label)
            font = theme().font("small", bold=on)
            ink = theme().c("text" if on else "textMuted")
            align = painting.RIGHT if column.figures else painting.LEFT
            if on:
                inner.adjust(0, 0, -16, 0)
            width = painting.text(painter, inner, words, font, ink, align)
            if on:
                left = inner.right() + 3 if column.figures else inner.left() + width + 3
                box = origin(QRect(left, rect.top(), 13, rect.height()), 13)
                at = orders.index(column.field.name)
                paint_icon(painter, "arrow-down" if self._table.orders[at][1] else "arrow-up", box, ink)
                if len(orders) > 1:
                    number = QRect(left + 12, rect.top(), 12, rect.height())
                    painting.text(painter, number, str(at + 1), theme().font("caption"), ink)
        painter.restore()


class FrozenColumns(QTableView):
    """The first column over the others while they are scrolled sideways. The mouse goes through to the table."""

    def __init__(self, table: RecordTable) -> None:
        super().__init__(table)
        self._table = table
        head = TableHead(table, self)
        self.setHorizontalHeader(head)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        for policy in (self.setVerticalScrollBarPolicy, self.setHorizontalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(table.verticalScrollMode())
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.viewport().setMouseTracking(True)
        self.viewport().installEventFilter(self)
        head.sectionClicked.connect(lambda section: table.sort_at(section, more=head.shift))
        self.hide()

    def fit(self) -> None:
        """Cover the first columns of the table exactly, while it is scrolled sideways."""
        table, head = self._table, self._table.horizontalHeader()
        wanted = table.frozen_sections()
        on = table.horizontalScrollBar().value() > 0 and bool(wanted)
        if on:
            if self.model() is None:
                self._begin()
            for section in range(table.records.columnCount()):
                self.setColumnHidden(section, section not in wanted)
                if section in wanted:
                    self.setColumnWidth(section, table.columnWidth(section))
                    mine = self.horizontalHeader()
                    mine.moveSection(mine.visualIndex(section), head.visualIndex(section))
            self.horizontalHeader().setFixedHeight(head.height())
            self.verticalHeader().setDefaultSectionSize(table.verticalHeader().defaultSectionSize())
            width = sum(table.columnWidth(section) for section in wanted)
            self.setGeometry(0, 0, width, head.height() + table.viewport().height())
            self.verticalScrollBar().setValue(table.verticalScrollBar().value())
            self.raise_()
        self.setVisible(on)

    def _begin(self) -> None:
        """Take the table's rows at the first need: most lists are never scrolled sideways, and open sooner without."""
        self.setModel(self._table.records)
        self.setSelectionModel(self._table.selectionModel())
        self.setItemDelegate(self._table.itemDelegate())

    def initViewItemOption(self, option: QStyleOptionViewItem) -> None:
        super().initViewItemOption(option)
        if self._table.hasFocus():
            option.state |= QStyle.StateFlag.State_Active

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent | QWheelEvent):
            QApplication.sendEvent(self._table.viewport(), event)
            return True
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().width() - 1, 0, 1, self.viewport().height(), theme().c("borderStrong"))
