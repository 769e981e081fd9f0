"""Choosing in a list that opens by typing: by the start of a word, by pinyin, by initials."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QStyledItemDelegate, QStyleOptionViewItem

from ui.runtime.application import theme
from ui.runtime.index import Index
from ui.widgets.typed_choice import TypedLetters

SHOWN = 16


class ComboTyping:
    """Remembers what is being typed at a combo box."""

    def __init__(self) -> None:
        self._box: QComboBox | None = None
        self._letters = TypedLetters()

    def take(self, watched: QObject, letter: str) -> bool:
        """Go to the entry that fits the letters typed so far; False when this is no combo box, or the letter a blank."""
        box = box_of(watched)
        if box is None or box.isEditable() or letter.isspace():
            return False
        if box is not self._box:
            self._box = box
            self._letters.clear()
        view = watched if isinstance(watched, QAbstractItemView) else None
        now = view.currentIndex().row() if view is not None else box.currentIndex()
        at = self._letters.find([box.itemText(row) for row in range(box.count())], letter, now)
        if view is not None and at >= 0:
            view.setCurrentIndex(box.model().index(at, box.modelColumn(), box.rootModelIndex()))
        elif at not in (-1, now):
            box.setCurrentIndex(at)
            box.activated.emit(at)
        return True


def dress(box: QComboBox) -> None:
    """Give the list of a box its rows and their number in sight."""
    box.setMaxVisibleItems(SHOWN)
    if not isinstance(box.itemDelegate(), _Rows):
        box.setItemDelegate(_Rows(box))


class _Rows(QStyledItemDelegate):
    """The rows of a list as the style sheet has them, which Qt's own delegate of boxes does not read; and separators."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        size = super().sizeHint(option, index)
        return QSize(size.width(), theme().px(9)) if _separates(index) else size

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if _separates(index):
            painter.fillRect(option.rect.left(), option.rect.center().y(), option.rect.width(), 1, theme().c("border"))
        else:
            super().paint(painter, option, index)


def _separates(index: Index) -> bool:
    return bool(index.data(Qt.ItemDataRole.AccessibleDescriptionRole) == "separator")


def box_of(watched: QObject | None) -> QComboBox | None:
    """The combo box that a widget is, or whose open list it is."""
    if isinstance(watched, QComboBox):
        return watched
    if isinstance(watched, QAbstractItemView) and (holder := watched.parent()) is not None:
        above = holder.parent()
        return above if isinstance(above, QComboBox) and above.view() is watched else None
    return None
