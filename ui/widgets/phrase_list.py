"""The user's standard phrases under a text being typed: / or ↓ opens them, letters or initials narrow them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from app.followups import phrasing
from app.records.workspace import Workspace
from app.settings import lists
from app.shared.i18n import _
from ui.runtime.actions import Actions
from ui.runtime.key_events import asked, pressed
from ui.widgets import painting
from ui.widgets.popup_list import Choice, PopupList

WIDTH = 380
_KEEP = object()


class PhraseList(QObject):
    """Offers the phrases of a book to one editor, which keeps the focus; works by keyboard alone.

    Args:
        editor: a line or a text of several lines.
        actions: runs the command that keeps a new phrase.
    """

    def __init__(self, editor: QLineEdit | QPlainTextEdit, ws: Workspace, actions: Actions) -> None:
        super().__init__(editor)
        self._editor, self._ws, self._actions = editor, ws, actions
        self._popup: PopupList | None = None
        self._start, self._busy = -1, False
        editor.installEventFilter(self)
        if isinstance(editor, QLineEdit):
            editor.textEdited.connect(lambda _text: self._typed())
        else:
            editor.textChanged.connect(self._typed)

    @property
    def shown(self) -> bool:
        """Whether the phrases are shown."""
        return self._popup is not None and self._popup.isVisible()

    @property
    def choices(self) -> list[str]:
        """The phrases that are shown."""
        return [one.title for one in self._popup._model.choices] if self.shown and self._popup else []

    def open(self) -> None:
        """Show the phrases that begin with the word before the cursor, all when none does."""
        before = self._before()
        self._start, words = phrasing.typed(before, lists.phrases(self._ws))
        self._offer(words, keep=True)

    def _typed(self) -> None:
        if self._busy or not self._editor.hasFocus():
            return
        before = self._before()
        found = phrasing.called(before)
        if found is not None:
            self._start = found[0]
            self._offer(found[1], keep=found[0] > 0 and not found[1])
        elif self.shown:
            words = before[self._start :]
            if 0 <= self._start <= len(before) and words and not words[-1:].isspace():
                self._offer(words)
            elif self._popup is not None:
                self._popup.hide()

    def _offer(self, words: str, *, keep: bool = False) -> None:
        held = lists.phrases(self._ws)
        choices = [
            Choice(one, one, marks=tuple(painting.find_places(one, words))) for one in phrasing.fitting(held, words)
        ]
        line = self._line()
        if keep and line and line not in held and len(line) <= lists.LONGEST_PHRASE:
            short = line if len(line) < 30 else f"{line[:29]}…"
            choices.append(Choice(_KEEP, _("Keep “{text}” as a phrase").format(text=short)))
        if not choices and not words and not held:
            choices = [Choice(None, _("No phrases yet: write a line and press ↓ to keep it"))]
        if self._popup is None:
            self._popup = PopupList(self._editor)
            self._popup.chosen.connect(self._take)
        self._popup.offer(choices, under=self._place(), width=WIDTH, foot=_("↑↓ choose · Enter takes · Esc closes"))

    def _take(self, value: object) -> None:
        if value is _KEEP:
            text = self._line()
            self._drop_sign()
            self._actions.run(lambda: lists.add_value(self._ws, "activity", "text", text).changes)
        elif isinstance(value, str):
            before, after = self._before(), self._after()
            start = max(0, min(self._start, len(before)))
            self._put(start, phrasing.spaced(before[:start], value, after))

    def _line(self) -> str:
        """What is written, without the sign that called for phrases."""
        before = self._before()
        found = phrasing.called(before)
        head = before[: found[0]] if found else before
        return " ".join((head + self._after()).split())

    def _drop_sign(self) -> None:
        if (found := phrasing.called(self._before())) is not None:
            self._put(found[0], "")

    def _before(self) -> str:
        if isinstance(self._editor, QLineEdit):
            return self._editor.text()[: self._editor.cursorPosition()]
        return _part(self._editor.textCursor(), QTextCursor.MoveOperation.Start)

    def _after(self) -> str:
        if isinstance(self._editor, QLineEdit):
            return self._editor.text()[self._editor.cursorPosition() :]
        return _part(self._editor.textCursor(), QTextCursor.MoveOperation.End)

    def _put(self, start: int, words: str) -> None:
        """Put words in place of what stands between a place and the cursor."""
        self._busy = True
        if isinstance(self._editor, QLineEdit):
            self._editor.setSelection(start, self._editor.cursorPosition() - start)
            self._editor.insert(words)
        else:
            cursor = self._editor.textCursor()
            gone = self._before()[start:]
            # Qt counts in UTF-16 units.
            for _unit in range(len(gone.encode("utf-16-le")) // 2):
                cursor.deletePreviousChar()
            cursor.insertText(words)
            self._editor.setTextCursor(cursor)
        self._busy = False

    def _place(self) -> QRect:
        if isinstance(self._editor, QLineEdit):
            return self._editor.rect()
        place = self._editor.cursorRect()
        return QRect(0, place.top(), min(WIDTH, self._editor.width()), place.height())

    def _last_line(self) -> bool:
        if isinstance(self._editor, QLineEdit):
            return True
        cursor = QTextCursor(self._editor.textCursor())
        return not cursor.movePosition(QTextCursor.MoveOperation.Down)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if asked(event, Qt.Key.Key_Escape) and self.shown:
            event.accept()
            return True
        down = pressed(event, Qt.Key.Key_Down) and not event.modifiers()
        if down and not self.shown and self._last_line():
            self.open()
            return self.shown
        return False


def _part(cursor: QTextCursor, to: QTextCursor.MoveOperation) -> str:
    """The text between a place and the start or the end; ``textCursor`` gives a copy, which may be moved."""
    cursor.clearSelection()
    cursor.movePosition(to, QTextCursor.MoveMode.KeepAnchor)
    return cursor.selectedText().replace("\u2029", "\n")
