"""A list under a field: matched letters on yellow, keys in its foot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget

from ui.runtime.application import theme
from ui.runtime.index import Index
from ui.runtime.key_events import pressed
from ui.widgets import painting
from ui.widgets.basics import label

CHOICE, DISPLAY, ACCESSIBLE = 0x0101, 0, 11


@dataclass(frozen=True, slots=True)
class Choice:
    """One row: the words, a fainter detail, and up to two words at the right. ``value`` is what choosing gives."""

    value: Any
    title: str
    detail: str = ""
    note: str = ""
    figure: str = ""
    marks: tuple[int, ...] = ()


class _Model(QAbstractListModel):
    choices: tuple[Choice, ...] = ()

    def put(self, choices: Sequence[Choice]) -> None:
        self.beginResetModel()
        self.choices = tuple(choices)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.choices)

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        if not index.isValid() or int(role) not in (DISPLAY, CHOICE, ACCESSIBLE):
            return None
        choice = self.choices[index.row()]
        if int(role) == CHOICE:
            return choice
        return " ".join(part for part in (choice.title, choice.detail, choice.note, choice.figure) if part)


class _Painter(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, theme().px(32))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        choice: Choice = index.data(CHOICE)
        t, rect = theme(), QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, t.c("selection"))
        inner = rect.adjusted(12, 0, -12, 0)
        if choice.figure:
            painting.text(painter, inner, choice.figure, t.font(), t.c("text"), painting.RIGHT)
            inner.setRight(inner.right() - t.px(92))
        if choice.note:
            painting.text(painter, inner, choice.note, t.font("small"), t.c("textMuted"), painting.RIGHT)
            inner.setRight(inner.right() - t.px(76))
        width = painting.marked(painter, inner, choice.title, choice.marks, t.font(), t.c("text"))
        painting.text(painter, inner.adjusted(width + 8, 0, 0, 0), choice.detail, t.font("small"), t.c("textMuted"))
        painter.restore()


class PopupList(QFrame):
    """Opens under a field while one types there; the field keeps the focus. ``chosen`` gives the value."""

    chosen = Signal(object)

    def __init__(self, field: QWidget, foot: str = "", *, onward: bool = False) -> None:
        """
        Args:
            field: the editor that has the keys ↑ ↓ Enter Tab Esc.
            foot: said under the list.
            onward: whether Enter and Tab, once the choice is taken, go on to the field.
        """
        super().__init__(field.window(), Qt.WindowType.ToolTip)
        self._field, self._onward = field, onward
        self.setProperty("pane", "popup")
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.list = QListView()
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.setMinimumHeight(theme().px(32))
        self._model = _Model(self)
        self.list.setModel(self._model)
        self.list.setItemDelegate(_Painter(self.list))
        self.list.clicked.connect(lambda index: self._choose(index.row()))
        self.foot = label(foot, "muted", "small", raw=True)
        self.foot.setContentsMargins(12, 0, 12, 0)
        self.foot.setFixedHeight(theme().px(30))
        self.foot.setVisible(bool(foot))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addWidget(self.list)
        layout.addWidget(self.foot)
        field.installEventFilter(self)

    def offer(
        self, choices: Sequence[Choice], *, under: QRect | None = None, width: int = 0, foot: str = "", at: int = 0
    ) -> None:
        """Show choices under the field (or under a rectangle of it), the cursor on one or, with -1, on none yet.

        No choices close the list.
        """
        self._model.put(choices)
        if not choices:
            self.hide()
            return
        if foot:
            self.foot.setText(foot)
            self.foot.show()
        self.list.setCurrentIndex(self._model.index(at) if at >= 0 else QModelIndex())
        rect = under or self._field.rect()
        height = theme().px(32) * min(8, len(choices)) + (self.foot.height() if self.foot.isVisibleTo(self) else 0) + 4
        place = self._field.mapToGlobal(QPoint(rect.left(), rect.bottom() + 3))
        screen = self._field.screen().availableGeometry()
        if place.y() + height > screen.bottom():
            place = self._field.mapToGlobal(rect.topLeft()) - QPoint(0, height + 3)
        self.setGeometry(QRect(place, QSize(max(width, rect.width()), height)))
        self.show()
        self.list.scrollTo(self.list.currentIndex())

    @property
    def current(self) -> Choice | None:
        """The choice under the cursor."""
        row = self.list.currentIndex().row()
        return self._model.choices[row] if 0 <= row < len(self._model.choices) else None

    def _choose(self, row: int) -> None:
        if 0 <= row < len(self._model.choices):
            self.hide()
            self.chosen.emit(self._model.choices[row].value)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not self.isVisible():
            return False
        if event.type() == QEvent.Type.FocusOut:
            self.hide()
        elif pressed(event):
            row, key = self.list.currentIndex().row(), event.key()
            if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                count = len(self._model.choices)
                step = (row + 1) % count if key == Qt.Key.Key_Down else (max(row, 0) - 1) % count
                self.list.setCurrentIndex(self._model.index(step))
                return True
            tab = key == Qt.Key.Key_Tab or (self._onward and key == Qt.Key.Key_Backtab)
            if tab or key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._choose(row)
                return not self._onward
            if key == Qt.Key.Key_Escape:
                self.hide()
                return True
        return False
