"""A list of short entries of two lines, with a tag at the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from ui.runtime.application import theme
from ui.runtime.index import NONE, Index
from ui.runtime.translator import tr
from ui.widgets import painting

_HEIGHT = 46
_WIDE = 0.42
"""A tag that takes more of the width than this is said in short."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry.

    Args:
        key: tells it from the others.
        title: what it is.
        detail: a second line; without one the title stands in the middle.
        tag: at the right of the title.
        tone: of the tag.
        short: the tag where there is little room.
        settled: whether nothing is left to do about it; it is drawn less loudly.
    """

    key: object
    title: str
    detail: str = ""
    tag: str = ""
    tone: str = ""
    short: str = ""
    settled: bool = False

    def sentence(self) -> str:
        """The entry as a screen reader says it."""
        return ", ".join(part for part in (self.title, self.detail, self.tag) if part)


class EntryModel(QAbstractListModel):
    """What an ``EntryView`` draws."""

    def entry(self, row: int) -> Entry:
        """The entry of a row."""
        raise NotImplementedError


class _Model(EntryModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.entries: Sequence[Entry] = ()

    def rowCount(self, parent: Index = NONE) -> int:
        return 0 if parent.isValid() else len(self.entries)

    def entry(self, row: int) -> Entry:
        """The entry of a row."""
        return self.entries[row]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if index.isValid() and role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.entry(index.row()).sentence()
        return None


class EntryView(QTableView):
    """A list that draws the entries of its ``EntryModel``.

    It is a table of one column: a list view asks its model about every row whenever one of them changes.
    """

    def __init__(self, name: str) -> None:
        """``name``: accessible name (``N_``)."""
        super().__init__()
        self.setItemDelegate(_Painter(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(0)
        self._measure()
        theme().changed.connect(self._measure)
        tr(self, self.setAccessibleName, name)

    def _measure(self) -> None:
        self.verticalHeader().setDefaultSectionSize(theme().px(_HEIGHT))

    def moveCursor(self, action: QAbstractItemView.CursorAction, mods: Qt.KeyboardModifier) -> QModelIndex:
        ends = {QAbstractItemView.CursorAction.MoveHome: 0, QAbstractItemView.CursorAction.MoveEnd: -1}
        if action in ends and (count := self.model().rowCount()):
            return self.model().index(ends[action] % count, 0)
        return super().moveCursor(action, mods)


class TwoLineList(EntryView):
    """The list. ``moved``: another entry is the current one (its row, -1 for none). ``opened``: Enter or double click."""

    moved = Signal(int)
    opened = Signal(int)

    def __init__(self, name: str) -> None:
        """``name``: accessible name (``N_``)."""
        super().__init__(name)
        self.entries = _Model(self)
        self.setModel(self.entries)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))

    def put(self, entries: Sequence[Entry]) -> None:
        """Show entries; the cursor stays on its entry, else at its place."""
        row, held = self.row(), self.current()
        self.entries.beginResetModel()
        self.entries.entries = entries
        self.entries.endResetModel()
        if entries:
            same = [at for at, one in enumerate(entries) if held is not None and one.key == held.key]
            self.setCurrentIndex(self.entries.index(same[0] if same else min(max(row, 0), len(entries) - 1)))
        else:
            self.moved.emit(-1)

    def row(self) -> int:
        """The row under the cursor, -1 for none."""
        return self.currentIndex().row()

    def current(self) -> Entry | None:
        """The entry under the cursor."""
        row = self.row()
        return self.entries.entries[row] if 0 <= row < len(self.entries.entries) else None

    def currentChanged(self, now: Index, before: Index) -> None:
        super().currentChanged(now, before)
        self.moved.emit(now.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.row() >= 0:
            self.opened.emit(self.row())
        elif event.text() and event.key() != Qt.Key.Key_Tab:
            event.ignore()
        else:
            super().keyPressEvent(event)


class _Painter(QStyledItemDelegate):
    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(100, theme().px(_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, EntryModel)
        one = model.entry(index.row())
        t, rect = theme(), option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, t.c("selection"))
            painter.fillRect(rect.left(), rect.top(), 3, rect.height(), t.c("accent"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, t.c("surfaceHover"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, t.c("border"))
        right = rect.right() - 14
        half = rect.height() // 2
        if tag := one.short if one.short and painting.tag_width(one.tag) > rect.width() * _WIDE else one.tag:
            wide = min(painting.tag_width(tag), rect.width() // 2)
            above = 5 if one.detail else (rect.height() - t.px(20)) // 2
            painting.tag(painter, QRect(right - wide, rect.top() + above, wide, t.px(20)), tag, one.tone)
            right -= wide + 8
        left = rect.left() + 16
        top = QRect(left, rect.top() + 4, right - left, (half if one.detail else rect.height()) - 3)
        tone = t.c("textMuted" if one.settled else "text")
        painting.text(painter, top, one.title, t.font("body", bold=not one.settled), tone)
        low = QRect(left, rect.top() + half, rect.right() - 14 - left, half - 4)
        painting.text(painter, low, one.detail, t.font("small"), t.c("textMuted"))
        painter.restore()
