"""Ctrl+K: find a record or do something."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QGuiApplication, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from app.shared.i18n import N_, _, ngettext
from ui.runtime.application import theme
from ui.runtime.given import given
from ui.runtime.icons import icon
from ui.runtime.index import Index
from ui.runtime.key_events import asked, pressed
from ui.runtime.pictures import origin, paint_icon
from ui.widgets import painting
from ui.widgets.basics import key_cap, label, line, row
from ui.widgets.line_edit import LineEdit

ITEM, DISPLAY, ACCESSIBLE = 0x0101, 0, 11


@dataclass(frozen=True, slots=True)
class Item:
    """One row: a heading (no ``run``), a record or an action. Words are said already.

    ``acts`` gives what can be done to a record; the rows after the last record are those of the one that is chosen.
    """

    title: str
    run: Callable[[], object] | None = None
    icon: str = ""
    detail: str = ""
    key: str = ""
    note: str = ""
    level: str = ""
    marks: tuple[int, ...] = ()
    detail_marks: tuple[int, ...] = ()
    copy: str = ""
    acts: Callable[[], Sequence[Item]] | None = None


Search = Callable[[str], Sequence[Item]]


class _Model(QAbstractListModel):
    items: tuple[Item, ...] = ()

    def put(self, items: Sequence[Item]) -> None:
        self.beginResetModel()
        self.items = tuple(items)
        self.endResetModel()

    def follow(self, place: int) -> None:
        """Show what can be done to the record at a place, where that was shown of another."""
        acts = self.items[place].acts if 0 <= place < len(self.items) else None
        first = max((at for at, item in enumerate(self.items) if item.acts is not None), default=-1) + 1
        if acts is not None and (shown := self.items[first:]) and len(new := tuple(acts())) == len(shown):
            self.items = self.items[:first] + new
            self.dataChanged.emit(self.index(first), self.index(len(self.items) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.items)

    def flags(self, index: Index) -> Qt.ItemFlag:
        whole = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return whole if index.isValid() and self.items[index.row()].run else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        if not index.isValid() or int(role) not in (DISPLAY, ITEM, ACCESSIBLE):
            return None
        item = self.items[index.row()]
        if int(role) == ITEM:
            return item
        return ", ".join(part for part in (item.title, item.detail, item.level, item.note) if part)


class _Painter(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        item: Item = index.data(ITEM)
        return QSize(300, theme().px(30 if item.run is None else 46 if item.detail else 36))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        item: Item = index.data(ITEM)
        t, rect = theme(), QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if item.run is None:
            painting.text(
                painter, rect.adjusted(16, 6, -16, 0), item.title, t.font("caption", bold=True), t.c("textMuted")
            )
            painter.restore()
            return
        on = bool(option.state & QStyle.StateFlag.State_Selected)
        if on:
            painter.fillRect(rect, t.c("selection"))
            painter.fillRect(rect.left(), rect.top(), 3, rect.height(), t.c("accent"))
        paint_icon(
            painter,
            item.icon or "chevron-right",
            origin(QRect(16, rect.top(), 17, rect.height()), 17),
            t.c("accent" if on else "textMuted"),
        )
        inner = rect.adjusted(45, 0, -16, 0)
        for cap in [item.key or ("Enter" if on else "")]:
            if cap:
                width = painting.key_width(cap)
                painting.key_cap(
                    painter, QRect(inner.right() - width, rect.center().y() - t.px(9), width, t.px(18)), cap
                )
                inner.setRight(inner.right() - width - 6)
        if item.level:
            painting.level(painter, QRect(inner.right() - t.px(20), rect.top(), t.px(20), rect.height()), item.level)
            inner.setRight(inner.right() - t.px(26))
        if item.note:
            width = QFontMetrics(t.font("small")).horizontalAdvance(item.note) + 2
            painting.text(painter, inner, item.note, t.font("small"), t.c("textMuted"), painting.RIGHT)
            inner.setRight(inner.right() - width - 8)
        if item.detail:
            middle = rect.top() + rect.height() // 2
            top = QRect(inner.left(), middle - t.px(18), inner.width(), t.px(18))
            painting.marked(painter, top, item.title, item.marks, t.font(), t.c("text"))
            below = top.translated(0, t.px(18))
            painting.marked(painter, below, item.detail, item.detail_marks, t.font("small"), t.c("textMuted"))
        else:
            painting.marked(painter, inner, item.title, item.marks, t.font(), t.c("text"))
        painter.restore()


class Palette(QWidget):
    """Lies over the window. The search is given from outside; it answers at once, on the reader's connection."""

    closed = Signal()

    def __init__(self, window: QWidget, search: Search) -> None:
        super().__init__(window)
        self._search = search
        self._before: QWidget | None = None
        self.box = QFrame(self)
        self.box.setProperty("pane", "popup")
        self.field = LineEdit(N_("Search or command"), N_("Customers, phones, numbers, pinyin initials"))
        self.field.setProperty("bare", True)
        self.sign = label("", raw=True)
        self.time = label("", "muted", "small", raw=True)
        self.list = QListView()
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(_("Results"))
        self.model = _Model(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(_Painter(self.list))
        self.list.clicked.connect(lambda index: self._do(index.row()))
        self.list.selectionModel().currentChanged.connect(lambda now, _old: self.model.follow(now.row()))
        layout = QVBoxLayout(self.box)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addLayout(row(self.sign, self.field, self.time, key_cap("Esc"), gap=12, margins=(16, 10, 16, 10)))
        layout.addWidget(line())
        layout.addWidget(self.list, 1)
        layout.addWidget(line())
        self._foot = row(gap=6, margins=(16, 7, 16, 7))
        for key, words in (("↑↓", _("choose")), ("Enter", _("open")), ("Ctrl+C", _("copy phone"))):
            self._foot.addWidget(label(key, font="section", raw=True))
            self._foot.addWidget(label(words, "muted", "small", raw=True))
            self._foot.addSpacing(10)
        self._foot.addStretch(1)
        for key, words in ((">", _("commands")), ("#", _("numbers"))):
            self._foot.addWidget(label(key, font="section", raw=True))
            self._foot.addWidget(label(words, "muted", "small", raw=True))
        layout.addLayout(self._foot)
        self.field.textChanged.connect(lambda _text: self._renew())
        self.field.installEventFilter(self)
        window.installEventFilter(self)
        self.hide()

    def open(self, text: str = "") -> None:
        """Show it, with the last opened records while nothing is typed."""
        if not self.isVisible():
            self._before = QApplication.focusWidget()
        self.sign.setPixmap(icon("search").pixmap(QSize(19, 19), self.devicePixelRatioF()))
        self.field.setText(text)
        self._renew()
        self._place()
        self.show()
        self.raise_()
        self.field.setFocus()

    def close_it(self) -> None:
        """Hide it; the focus goes back."""
        self.hide()
        if self._before is not None and isValid(self._before) and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.closed.emit()

    def _renew(self) -> None:
        text = self.field.text().strip()
        start = time.perf_counter()
        items = self._search(text)
        spent = round((time.perf_counter() - start) * 1000)
        self.model.put(items)
        self.time.setText(ngettext("{count} ms", "{count} ms", spent).format(count=spent) if text else "")
        self._step(0, 1)
        self._place()

    def _step(self, start: int, by: int) -> None:
        count = len(self.model.items)
        for at in range(count):
            place = (start + at * by) % count
            if self.model.items[place].run is not None:
                self.list.setCurrentIndex(self.model.index(place))
                return

    def _do(self, place: int) -> None:
        if 0 <= place < len(self.model.items) and (run := self.model.items[place].run) is not None:
            self.close_it()
            run()

    def _place(self) -> None:
        window = given(self.parentWidget())
        self.setGeometry(window.rect())
        width = min(640, window.width() - 80)
        wanted = sum(self.list.sizeHintForRow(at) for at in range(len(self.model.items))) + 8
        height = min(wanted + 104, window.height() - 2 * 64)
        self.box.setGeometry((window.width() - width) // 2, 64, width, max(height, 140))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self.field:
            if event.type() == QEvent.Type.Resize and self.isVisible():
                self._place()
            return False
        if (asked(event) or pressed(event)) and not self.field.composing:
            return self._key(event, pressed(event))
        return False

    def _key(self, event: QKeyEvent, pressed: bool) -> bool:
        key, here = event.key(), self.list.currentIndex().row()
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        nth = key - Qt.Key.Key_1 if control and Qt.Key.Key_1 <= key <= Qt.Key.Key_9 else -1
        copies = control and key == Qt.Key.Key_C and not self.field.hasSelectedText()
        keys = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)
        if key not in keys and nth < 0 and not copies:
            return False
        if not pressed:
            event.accept()
            return True
        if key == Qt.Key.Key_Down:
            self._step(here + 1, 1)
        elif key == Qt.Key.Key_Up:
            self._step(here - 1, -1)
        elif key == Qt.Key.Key_Escape:
            self.close_it()
        elif nth >= 0:
            wanted = f"Ctrl {nth + 1}"
            self._do(next((at for at, item in enumerate(self.model.items) if item.key == wanted), -1))
        elif copies:
            if 0 <= here < len(self.model.items) and (text := self.model.items[here].copy):
                QGuiApplication.clipboard().setText(text)
        else:
            self._do(here)
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.box.geometry().contains(event.position().toPoint()):
            self.close_it()

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme().c("scrim"))
