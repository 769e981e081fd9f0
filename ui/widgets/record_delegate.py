"""How the cells of a list are painted."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.records.fields import FieldKind
from app.records.record import Record
from ui.runtime.application import theme
from ui.runtime.icons import paint_icon
from ui.widgets import painting
from ui.widgets.record_model import FIELD, RECORD, Column, RecordModel

Index = QModelIndex | QPersistentModelIndex
FAINT = {FieldKind.DATE, FieldKind.WALL, FieldKind.INSTANT}


class RecordDelegate(QStyledItemDelegate):
    """Paints rows: ticks, level badges, status dots, dates that are late in red with a sign, figures to the right."""

    today: date | None = None

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(option.rect.width(), theme().px(32))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model: RecordModel = index.model()
        view = option.widget
        row = index.row()
        record: Record | None = index.data(RECORD)
        column: Column | None = index.data(FIELD)
        number = model.ids[row]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painting.row_back(
            painter,
            option.rect,
            current=view.currentIndex().row() == row,
            ticked=number in model.ticked,
            hover=getattr(view, "hovered", -1) == row,
            first=view.horizontalHeader().visualIndex(index.column()) == 0,
            active=bool(option.state & QStyle.StateFlag.State_Active),
        )
        if column is None:
            painting.tick(painter, option.rect, number in model.ticked)
        elif record is not None:
            self._cell(painter, option, model, record, column)
        painter.restore()

    def _cell(
        self, painter: QPainter, option: QStyleOptionViewItem, model: RecordModel, record: Record, column: Column
    ) -> None:
        rect = option.rect.adjusted(8, 0, -8, 0)
        words = model.said(record, column)
        value = record.get(column.field.name)
        paint = column.paint or {"level": "level", "status": "status"}.get(column.field.name, "")
        ink = theme().c("text")
        if paint == "level":
            painting.level(
                painter,
                option.rect.adjusted(8, 0, 0, 0).adjusted(0, 0, -(option.rect.width() - 8 - theme().px(20)), 0),
                words,
            )
            return
        if paint == "status":
            painting.status(painter, rect, str(value or ""), words, ink)
            return
        if paint == "tag" and words:
            width = min(painting.tag_width(words), rect.width())
            box = rect.adjusted(0, 0, width - rect.width(), 0)
            box.setTop(rect.center().y() - theme().px(10))
            box.setHeight(theme().px(20))
            painting.tag(painter, box, words)
            return
        if column.field.kind in FAINT:
            if not words:
                painting.text(painter, rect, "—", theme().font(), theme().c("textFaint"))
                return
            ink = theme().c("textMuted")
            if paint == "due" and self.today is not None and value is not None:
                day = value.date() if isinstance(value, datetime) else value
                ink = theme().c("danger" if day < self.today else "accent" if day == self.today else "text")
                if day < self.today:
                    sign = rect.adjusted(0, 0, 14 - rect.width(), 0)
                    sign.setTop(rect.center().y() - 6)
                    sign.setHeight(14)
                    paint_icon(painter, "circle-alert", sign, ink)
                    rect.adjust(18, 0, 0, 0)
        elif column.figures:
            if not value:
                ink = theme().c("textFaint")
        elif paint == "faint" or column.field.kind in (FieldKind.PHONE, FieldKind.EMAIL):
            ink = theme().c("textMuted")
        align = painting.RIGHT if column.figures else painting.LEFT
        painting.text(painter, rect, words, theme().font(), ink, align)
