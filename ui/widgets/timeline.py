"""What happened with a customer, newest first, on a line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.shared.i18n import ngettext
from ui.runtime.application import theme
from ui.runtime.index import Index
from ui.runtime.pictures import origin, paint_icon
from ui.runtime.translator import tr
from ui.widgets import painting

ENTRY = 0x0101
DISPLAY, ACCESSIBLE = 0, 11


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry, all words said already. ``key`` is (kind, id); a ``heading`` stands above it when not empty.

    ``files`` are counted beside a paper clip; ``color`` is that of the icon, one of the tones of tags.
    """

    key: tuple[str, int]
    day: str
    icon: str
    title: str
    note: str = ""
    aside: str = ""
    tag: str = ""
    tone: str = ""
    amount: str = ""
    heading: str = field(default="")
    files: int = 0
    color: str = ""

    def sentence(self) -> str:
        """The entry for a screen reader."""
        files = ngettext("{count} file", "{count} files", self.files).format(count=self.files) if self.files else ""
        parts = (self.day, self.title, self.aside, self.tag, self.amount, files, self.note)
        return ", ".join(part for part in parts if part)


class TimelineModel(QAbstractListModel):
    """The entries of a timeline."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.entries: list[Entry] = []

    def set_entries(self, entries: Sequence[Entry]) -> None:
        """Show these entries; when they begin with the ones shown, the rest is added."""
        fresh, held = list(entries), len(self.entries)
        if held and fresh[:held] == self.entries:
            if len(fresh) > held:
                self.beginInsertRows(QModelIndex(), held, len(fresh) - 1)
                self.entries = fresh
                self.endInsertRows()
            return
        self.beginResetModel()
        self.entries = fresh
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        role = int(role)
        if not index.isValid() or role not in (DISPLAY, ACCESSIBLE, ENTRY):
            return None
        entry = self.entries[index.row()]
        return entry if role == ENTRY else entry.title if role == DISPLAY else entry.sentence()


class _Painter(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        entry: Entry = index.data(ENTRY)
        return QSize(200, theme().px(56 if entry.note else 40) + (theme().px(26) if entry.heading else 0))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry: Entry = index.data(ENTRY)
        t, rect = theme(), QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if entry.heading:
            head = QRect(rect.left() + 20, rect.top(), rect.width() - 40, t.px(26))
            painting.text(painter, head, entry.heading, t.font("section"), t.c("textMuted"))
            rect.setTop(rect.top() + t.px(26))
        if option.state & QStyle.StateFlag.State_Selected and option.widget.hasFocus():
            painter.fillRect(rect, t.c("selection"))
            painter.fillRect(rect.left(), rect.top(), 3, rect.height(), t.c("accent"))
        day = QRect(rect.left() + 8, rect.top() + 8, t.px(64), t.px(20))
        painting.text(painter, day, entry.day, t.font("small"), t.c("textMuted"), painting.RIGHT)
        middle = rect.left() + 8 + t.px(64) + 20
        painter.fillRect(middle, rect.top(), 1, rect.height(), t.c("border"))
        centre = QPointF(middle + 0.5, rect.top() + 18.5)
        painter.setPen(QPen(t.c("borderStrong"), 1))
        painter.setBrush(t.c("surface"))
        painter.drawEllipse(centre, 11.5, 11.5)
        ink = t.c(painting.SOFT.get(entry.color) or "textMuted")
        paint_icon(painter, entry.icon, origin(QRect(middle - 12, rect.top() + 6, 25, 25), 13), ink)
        self._words(painter, rect, middle + 22, entry)
        painter.restore()

    def _words(self, painter: QPainter, rect: QRect, left: int, entry: Entry) -> None:
        t, right = theme(), rect.right() - 20
        painter.fillRect(left - 8, rect.bottom(), right - left + 8, 1, t.c("border"))
        height = t.px(20)
        top = rect.top() + 8
        if entry.amount:
            bold = t.font("body", bold=True)
            width = QFontMetrics(bold).horizontalAdvance(entry.amount) + 2
            box = QRect(right - width, top, width, height)
            painting.text(painter, box, entry.amount, bold, t.c("text"), painting.RIGHT)
            right -= width + 12
        at = (
            left
            + painting.text(painter, QRect(left, top, right - left, height), entry.title, t.font("body"), t.c("text"))
            + 8
        )
        if entry.aside and at < right:
            at += (
                painting.text(
                    painter, QRect(at, top, right - at, height), entry.aside, t.font("small"), t.c("textMuted")
                )
                + 8
            )
        if entry.files and at + t.px(32) < right:
            paint_icon(painter, "paperclip", origin(QRect(at, top, t.px(16), height), 13), t.c("textMuted"))
            box = QRect(at + t.px(17), top, right - at, height)
            at += t.px(17) + painting.text(painter, box, str(entry.files), t.font("small"), t.c("textMuted")) + 8
        if entry.tag and at + painting.tag_width(entry.tag) < right:
            painting.tag(painter, QRect(at, top, painting.tag_width(entry.tag), height), entry.tag, entry.tone)
        if entry.note:
            box = QRect(left, top + height, rect.right() - 20 - left, t.px(18))
            painting.text(painter, box, entry.note, t.font("small"), t.c("textMuted"))


class Timeline(QListView):
    """A timeline. ``opened`` (kind, id): Enter or double click. ``edited``: E. ``more``: scrolled near the end."""

    opened = Signal(str, int)
    edited = Signal(str, int)
    more = Signal()

    def __init__(self, name: str) -> None:
        """``name``: accessible name (``N_``)."""
        super().__init__()
        self.entries = TimelineModel(self)
        self.setModel(self.entries)
        self.setItemDelegate(_Painter(self))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        tr(self, self.setAccessibleName, name)
        self.doubleClicked.connect(lambda index: self.opened.emit(*index.data(ENTRY).key))
        theme().changed.connect(self.scheduleDelayedItemsLayout)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    def set_entries(self, entries: Sequence[Entry]) -> None:
        """Show these entries."""
        self.entries.set_entries(entries)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        entry: Entry | None = self.currentIndex().data(ENTRY)
        if entry and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(*entry.key)
        elif entry and event.key() == Qt.Key.Key_E and not event.modifiers():
            self.edited.emit(*entry.key)
        elif event.text() and event.key() != Qt.Key.Key_Tab:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _scrolled(self, value: int) -> None:
        if value > self.verticalScrollBar().maximum() - 200:
            self.more.emit()
