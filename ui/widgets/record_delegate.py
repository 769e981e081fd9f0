"""How the cells of a list are painted."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.records.fields import Field, FieldKind
from app.records.record import Record
from app.shared.i18n import translate
from ui.runtime.application import theme
from ui.runtime.index import Index
from ui.runtime.pictures import paint_icon
from ui.widgets import painting
from ui.widgets.record_model import Column, RecordModel

if TYPE_CHECKING:
    from ui.widgets.record_table import RecordTable

DATES = {FieldKind.DATE, FieldKind.WALL, FieldKind.INSTANT}
QUIET = {FieldKind.PHONE, FieldKind.EMAIL}
BY_NAME = {"level": "level", "status": "status"}
MARKS = {"level", "status", "tag"}


class RecordDelegate(QStyledItemDelegate):
    """Paints rows: ticks, level badges, status dots, dates that are late in red with a sign, figures to the right."""

    today: date | None = None

    def __init__(self, table: RecordTable) -> None:
        super().__init__(table)
        self._table = table

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(option.rect.width(), theme().px(32))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        # The model is asked directly: its answers lose half their time on the way through Qt.
        view, model = self._table, self._table.records
        row, rect = index.row(), option.rect
        column, record = model.column(index.column()), model.record(row)
        current, ticked = view.currentIndex().row() == row, model.ids[row] in model.ticked
        painting.row_back(
            painter,
            rect,
            current=current,
            ticked=ticked,
            hover=view.hovered == row,
            first=current and view.horizontalHeader().visualIndex(index.column()) == 0,
            active=current and (bool(option.state & QStyle.StateFlag.State_Active) or view.cell_held),
        )
        if column is None:
            with _smooth(painter):
                painting.tick(painter, rect, ticked)
        elif record is not None:
            self._cell(painter, rect, model, record, column)
            if current and view.cell_shown and view.currentIndex().column() == index.column():
                painter.setPen(QPen(theme().c("accent"), 2))
                painter.drawRect(rect.adjusted(1, 1, -2, -2))

    def _cell(self, painter: QPainter, whole: QRect, model: RecordModel, record: Record, column: Column) -> None:
        look, field = theme(), column.field
        rect = whole.adjusted(edge(model, whole), 0, -8, 0)
        words = model.said(record, column)
        paint = column.paint or BY_NAME.get(field.name, "")
        value = record.get(field.name)
        if paint in MARKS:
            with _smooth(painter):
                self._marked(painter, rect, words, field, value, paint)
            return
        if field.kind is FieldKind.TAGS or (value and (field.choices or field.words) and field.color(value)):
            with _smooth(painter):
                painting.tags(painter, rect, marks(field, value))
            return
        ink = look.c("text")
        if field.kind in DATES:
            if not words:
                words, ink = "—", look.c("textFaint")
            elif paint == "due":
                ink = self._due(painter, rect, record.get(field.name))
            else:
                ink = look.c("textMuted")
        elif column.figures:
            if not record.get(field.name):
                ink = look.c("textFaint")
        elif paint == "faint" or field.kind in QUIET:
            ink = look.c("textMuted")
        painting.cell(painter, rect, words, look.font(), ink, painting.RIGHT if column.figures else painting.LEFT)

    def _marked(self, painter: QPainter, rect: QRect, words: str, field: Field, value: Any, paint: str) -> None:
        """A level's badge, a status with its dot, or a tag."""
        tone = field.color(value) if isinstance(value, str) else ""
        if paint == "level":
            width = min(painting.level_width(words), rect.width())
            painting.level(painter, QRect(rect.left(), rect.top(), width, rect.height()), words, tone)
        elif paint == "status":
            painting.status(painter, rect, str(value or ""), words, theme().c("text"), tone)
        elif words:
            painting.tags(painter, rect, marks(field, value) if field.kind is FieldKind.TAGS else [(words, tone)])

    def _due(self, painter: QPainter, rect: QRect, value: Any) -> QColor:
        """The colour of a day by how near it is; a late one gets a sign, and the rectangle makes room for it."""
        if self.today is None or value is None:
            return theme().c("textMuted")
        day = value.date() if isinstance(value, datetime) else value
        ink = theme().c("danger" if day < self.today else "accent" if day == self.today else "text")
        if day < self.today:
            paint_icon(painter, "circle-alert", QRect(rect.left(), rect.center().y() - 6, 14, 14), ink)
            rect.adjust(18, 0, 0, 0)
        return ink


def marks(field: Field, value: Any) -> list[tuple[str, str]]:
    """The values of a list as tags: the word and the tone of each."""
    codes = value if isinstance(value, tuple) else (value,)
    return [
        (translate(found.label) if (found := field.choice(code)) else str(code), field.color(code))
        for code in codes or ()
        if code
    ]


def edge(model: RecordModel, rect: QRect) -> int:
    """How far the words stand from the left of a cell or head: at the page's edge in line with what stands over them."""
    return 8 if model.ticks or rect.left() else 16


@contextmanager
def _smooth(painter: QPainter) -> Iterator[None]:
    """Round edges, and the painter as it was afterwards: texts alone need neither."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    yield
    painter.restore()
