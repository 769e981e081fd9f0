"""Choosing in a list that opens by typing: by the start of a word, by pinyin, by initials."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QElapsedTimer, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QStyledItemDelegate, QStyleOptionViewItem

from ui.runtime.application import theme
from ui.widgets.painting import find_places

# Milliseconds after which a letter begins a new word.
PAUSE = 1200
SHOWN = 16


class ComboTyping:
    """Remembers what is being typed at a combo box; Qt itself knows only the first letters, which Chinese words lack."""

    def __init__(self) -> None:
        self._box: QComboBox | None = None
        self._text = ""
        self._since = QElapsedTimer()

    def take(self, watched: QObject, letter: str) -> bool:
        """Go to the entry that fits the letters typed so far; False when this is no combo box, or the letter a blank."""
        box = box_of(watched)
        if box is None or box.isEditable() or letter.isspace():
            return False
        if box is not self._box or not self._since.isValid() or self._since.elapsed() > PAUSE:
            self._box, self._text = box, ""
        self._since.start()
        self._text += letter.lower()
        view = watched if isinstance(watched, QAbstractItemView) else None
        now = view.currentIndex().row() if view is not None else box.currentIndex()
        again = len(set(self._text)) == 1
        at = best([box.itemText(row) for row in range(box.count())], self._text, now + 1 if again else now)
        if at < 0 and again:
            at = best([box.itemText(row) for row in range(box.count())], letter.lower(), now + 1)
        if at < 0:
            # A wrong letter does not lose the place.
            self._text = self._text[:-1]
        elif view is not None:
            view.setCurrentIndex(box.model().index(at, box.modelColumn(), box.rootModelIndex()))
        elif at != now:
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

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        size = super().sizeHint(option, index)
        return QSize(size.width(), theme().px(9)) if _separates(index) else size

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        if _separates(index):
            painter.fillRect(option.rect.left(), option.rect.center().y(), option.rect.width(), 1, theme().c("border"))
        else:
            super().paint(painter, option, index)


def _separates(index: QModelIndex | QPersistentModelIndex) -> bool:
    return bool(index.data(Qt.ItemDataRole.AccessibleDescriptionRole) == "separator")


def best(entries: list[str], text: str, first: int) -> int:
    """The entry that fits letters best, looked for from a row on and round: at its start, else somewhere; -1 for none."""
    found = [-1, -1]
    for step in range(len(entries)):
        at = (first + step) % len(entries)
        places = find_places(entries[at], text)
        if places and all(after == before + 1 for before, after in pairwise(places)):
            kind = 0 if places[0] == 0 else 1
            if found[kind] < 0:
                found[kind] = at
    return found[0] if found[0] >= 0 else found[1]


def box_of(watched: QObject | None) -> QComboBox | None:
    """The combo box that a widget is, or whose open list it is."""
    if isinstance(watched, QComboBox):
        return watched
    if isinstance(watched, QAbstractItemView) and (holder := watched.parent()) is not None:
        above = holder.parent()
        return above if isinstance(above, QComboBox) and above.view() is watched else None
    return None
