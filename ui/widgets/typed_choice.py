"""Finding the entry of a list that fits typed letters: by the start of a word, by pinyin, by initials."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtGui import QKeyEvent

from ui.widgets.painting import find_places

# Milliseconds after which a letter begins a new word.
PAUSE = 1200
_CHORD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


def letter(event: QKeyEvent) -> bool:
    """Whether a key writes a letter, a digit or a sign."""
    return bool(event.text()) and event.text().isprintable() and not event.modifiers() & _CHORD


def best(entries: Sequence[str], text: str, first: int) -> int:
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


class TypedLetters:
    """The letters typed at one list, until a pause; Qt itself knows only the first letters, which Chinese words lack."""

    def __init__(self) -> None:
        self._text = ""
        self._since = QElapsedTimer()

    def clear(self) -> None:
        """Begin a new word."""
        self._text = ""

    def find(self, entries: Sequence[str], typed: str, now: int) -> int:
        """The row that fits what has been typed with this letter, -1 for none; a wrong letter does not lose the place.

        Args:
            entries: the rows.
            typed: the letter.
            now: the row where one is; the same letter again and again goes on from row to row.
        """
        if not self._since.isValid() or self._since.elapsed() > PAUSE:
            self._text = ""
        self._since.start()
        self._text += typed.lower()
        again = len(set(self._text)) == 1
        at = best(entries, self._text, now + 1 if again else max(0, now))
        if at < 0 and again:
            at = best(entries, typed.lower(), now + 1)
        if at < 0:
            self._text = self._text[:-1]
        return at
