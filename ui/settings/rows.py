"""A list of rows for the settings: a word or a tag at the left, a note, marks at the right; moved by Alt+↑ and Alt+↓."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from ui.runtime.application import theme
from ui.runtime.index import Index
from ui.runtime.translator import tr
from ui.widgets import painting

HEIGHT, MOST = 32, 11
ROLE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Row:
    """One row, said already.

    Args:
        key: what it stands for.
        text: its word.
        note: what stands beside it, muted.
        mark: what stands at the right.
        tone: the colour of its tag; None for a plain word.
        faint: whether it is out of use.
    """

    key: str
    text: str
    note: str = ""
    mark: str = ""
    tone: str | None = None
    faint: bool = False


class Rows(QListWidget):
    """The list. ``opened``: Enter or a double click; ``moved`` carries -1 or 1; ``removed``: Delete."""

    opened = Signal()
    moved = Signal(int)
    removed = Signal()

    def __init__(self, name: str) -> None:
        """``name``: accessible name (``N_``)."""
        super().__init__()
        tr(self, self.setAccessibleName, name)
        self.setItemDelegate(_Painter(self))
        self.setUniformItemSizes(True)
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemDoubleClicked.connect(lambda _item: self.opened.emit())
        theme().changed.connect(self._measure)

    def put(self, rows: Sequence[Row], key: str = "") -> None:
        """Show rows with the cursor on one of them, else where it stood."""
        key, at = key or self.key(), max(0, self.currentRow())
        self.blockSignals(True)
        self.clear()
        for one in rows:
            item = QListWidgetItem()
            item.setData(ROLE, one)
            said = ", ".join(part for part in (one.text, one.note, one.mark) if part)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
            item.setText(one.text)
            self.addItem(item)
        keys = [one.key for one in rows]
        if rows:
            self.setCurrentRow(keys.index(key) if key in keys else min(at, len(rows) - 1))
        self.blockSignals(False)
        self._measure()
        self.currentRowChanged.emit(self.currentRow())

    def key(self) -> str:
        """What the row under the cursor stands for; "" when there is none."""
        item = self.currentItem()
        return str(item.data(ROLE).key) if item is not None else ""

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def _measure(self) -> None:
        # As tall as its rows where there is room for them.
        least, most = min(MOST, max(3, self.count())), max(3, self.count())
        self.setMinimumHeight(least * theme().px(HEIGHT) + 2)
        self.setMaximumHeight(most * theme().px(HEIGHT) + 2)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, alt = event.key(), event.modifiers() == Qt.KeyboardModifier.AltModifier
        if alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        else:
            super().keyPressEvent(event)


class _Painter(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(option.rect.width(), theme().px(HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look, rect = theme(), option.rect
        one: Row = index.data(ROLE)
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        active = bool(option.state & QStyle.StateFlag.State_HasFocus) or option.widget.hasFocus()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painting.row_back(
            painter,
            rect,
            current=current,
            ticked=False,
            hover=bool(option.state & QStyle.StateFlag.State_MouseOver),
            first=True,
            active=active,
        )
        inner = rect.adjusted(12, 0, -12, 0)
        half = inner.width() // 2
        ink = look.c("textFaint" if one.faint else "text")
        left = QRect(inner.left(), inner.top(), half - 8, inner.height())
        if one.tone is None:
            painting.cell(painter, left, one.text, look.font(), ink)
        else:
            painting.tags(painter, left, [(one.text, one.tone)])
        note = QRect(inner.left() + half, inner.top(), inner.width() // 4, inner.height())
        painting.cell(painter, note, one.note, look.font(), look.c("textMuted"))
        mark = QRect(note.right(), inner.top(), inner.right() - note.right(), inner.height())
        painting.cell(painter, mark, one.mark, look.font("small"), look.c("textMuted"), painting.RIGHT)
        painter.restore()
