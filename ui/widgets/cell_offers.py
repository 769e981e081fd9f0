"""What a cell offers while it is edited: the values of a list, yes or no, records to point to, what others hold."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer

from app.records import queries
from app.records.fields import Field, FieldKind
from app.records.workspace import Workspace
from app.shared.i18n import N_, _, listed, translate
from ui.runtime.jobs import JobRunner
from ui.runtime.key_events import pressed
from ui.widgets import painting
from ui.widgets.cell_edit import CellEdit
from ui.widgets.popup_list import Choice, PopupList
from ui.widgets.typed_choice import TypedLetters, letter

MOST, WIDE = 8, 220
NOTHING = N_("(empty)")


class Offers:
    """The list under an editor. ``raw`` is the value that was chosen, or the text as it was typed.

    Args:
        editor: the editor of the cell. field: what it edits. value: what it holds.
    """

    def __init__(self, editor: CellEdit, field: Field, value: Any) -> None:
        self.editor, self.field, self._value = editor, field, value
        self._chosen = False
        self.list = self._made()
        self.list.chosen.connect(self._take)
        editor.textEdited.connect(self._typed)
        # The editor has its place only after this call.
        QTimer.singleShot(0, editor, self.begin)

    def begin(self) -> None:
        """Show what is offered before anything is typed."""
        if self.editor.isVisible():
            self._offer("")

    def raw(self) -> Any:
        """The value chosen, else the text."""
        return self._value if self._chosen else self.editor.text()

    @property
    def changed(self) -> bool:
        """Whether something else was chosen or typed."""
        return self._chosen or self.editor.isModified()

    def choices(self) -> Sequence[tuple[Any, str]]:
        """Every value and what it is called."""
        return ()

    def _made(self) -> PopupList:
        return PopupList(self.editor, onward=True)

    def _offer(self, text: str) -> None:
        sought = text.strip()
        every = list(self.choices())
        found = [(value, word) for value, word in every if not sought or painting.find_places(word, sought)]
        shown = [
            Choice(value, word, marks=tuple(painting.find_places(word, sought)) if sought else ())
            for value, word in found
        ]
        at = next((place for place, (value, _word) in enumerate(found) if value == (self._value or "")), 0)
        self.list.offer(shown, width=max(WIDE, self.editor.width()), at=0 if sought else at)

    def _typed(self, text: str) -> None:
        self._chosen = False
        if not text.strip():
            self._value = None
        self._offer(text)

    def _take(self, value: Any) -> None:
        if value == "" and not self.editor.isModified() and self._value in (None, ""):
            return
        self._chosen, self._value = True, value
        self.editor.setText(next((word for one, word in self.choices() if one == value and value != ""), ""))


class ListOffers(Offers):
    """The values of a choice, or yes and no."""

    def __init__(self, editor: CellEdit, field: Field, value: Any) -> None:
        if field.kind is FieldKind.BOOLEAN and value is not None:
            value = "yes" if value else "no"
        super().__init__(editor, field, value)

    def choices(self) -> Sequence[tuple[Any, str]]:
        if self.field.kind is FieldKind.BOOLEAN:
            said: list[tuple[Any, str]] = [("yes", _("Yes")), ("no", _("No"))]
        else:
            said = [(one.code, translate(one.label)) for one in self.field.offered]
        return said if self.field.required else [*said, ("", translate(NOTHING))]


class SeveralOffers(Offers):
    """Values to tick; Space ticks the one under the cursor, letters look for one."""

    def __init__(self, editor: CellEdit, field: Field, value: Any) -> None:
        super().__init__(editor, field, tuple(value or ()))
        self._before = self._value
        self._letters = TypedLetters()
        editor.setReadOnly(True)

    @property
    def changed(self) -> bool:
        return bool(self._value != self._before)

    def raw(self) -> Any:
        return self._value

    def choices(self) -> Sequence[tuple[Any, str]]:
        return [
            (one.code, translate(one.label)) for one in self.field.choices if not one.retired or one.code in self._value
        ]

    def tick(self) -> None:
        """Tick the value under the cursor, or take the tick off."""
        if (one := self.list.current) is None:
            return
        codes = {*self._value} ^ {one.value}
        order = [code for code, _word in self.choices()]
        self._value = tuple(code for code in order if code in codes)
        said = dict(self.choices())
        self.editor.setText(listed(said[code] for code in self._value))
        self._show(order.index(one.value))

    def begin(self) -> None:
        if self.editor.isVisible():
            self._show(0)

    def seek(self, typed: str) -> None:
        """Go to the value that fits the letters typed so far."""
        codes, words = zip(*self.choices(), strict=True) if self.choices() else ((), ())
        now = codes.index(self.list.current.value) if self.list.current else -1
        if (at := self._letters.find(words, typed, now)) >= 0:
            self._show(at)

    def _made(self) -> PopupList:
        return _Ticks(self.editor, self.tick, self.seek)

    def _show(self, at: int) -> None:
        shown = [Choice(code, word, note="✓" if code in self._value else "") for code, word in self.choices()]
        foot = _("Space ticks · Enter takes them")
        self.list.offer(shown, width=max(WIDE, self.editor.width()), foot=foot, at=at)

    def _take(self, value: Any) -> None:
        """A click ticks; Enter takes what is ticked already."""


class _Ticks(PopupList):
    def __init__(self, editor: CellEdit, tick: Callable[[], None], seek: Callable[[str], None]) -> None:
        super().__init__(editor, onward=True)
        self._tick, self._seek = tick, seek
        self.list.clicked.disconnect()
        self.list.clicked.connect(lambda _index: tick())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self.isVisible() and pressed(event):
            if event.key() == Qt.Key.Key_Space:
                self._tick()
                return True
            if letter(event):
                self._seek(event.text())
                return True
        return super().eventFilter(watched, event)


class RecordOffers(Offers):
    """Records of another kind, or of the same, found as one types."""

    def __init__(self, editor: CellEdit, field: Field, value: Any, ws: Workspace) -> None:
        self._ws = ws
        self._found: list[tuple[Any, str]] = []
        super().__init__(editor, field, value)

    def begin(self) -> None:
        """Nothing is offered before something is typed."""

    def raw(self) -> Any:
        return self._value if self._chosen else None

    @property
    def missing(self) -> bool:
        """Whether a text stands in the cell that names no record."""
        return self.editor.isModified() and not self._chosen and bool(self.editor.text().strip())

    def choices(self) -> Sequence[tuple[Any, str]]:
        return self._found

    def _offer(self, text: str) -> None:
        hits = queries.search(self._ws, text, [self.field.link], MOST) if text.strip() else []
        self._found = [(hit.id, hit.title) for hit in hits]
        shown = [
            Choice(hit.id, hit.title, hit.detail, marks=tuple(painting.find_places(hit.title, text))) for hit in hits
        ]
        self.list.offer(shown, width=max(WIDE * 2, self.editor.width()))


class WordOffers(Offers):
    """What other records hold in the field; anything else may be typed as well."""

    def __init__(self, editor: CellEdit, field: Field, value: Any, ws: Workspace, kind: str, jobs: JobRunner) -> None:
        self._words: list[tuple[Any, str]] = []
        super().__init__(editor, field, value)
        # A look through a million records takes its time.
        jobs.run(lambda _progress, _stop: queries.distinct(ws, kind, field.name), name="words", done=self._arrived)

    def begin(self) -> None:
        """Nothing is offered before something is typed."""

    def choices(self) -> Sequence[tuple[Any, str]]:
        return self._words

    def _arrived(self, words: list[str]) -> None:
        self._words = [(word, word) for word in words]

    def _offer(self, text: str) -> None:
        sought = text.strip()
        shown = [
            Choice(word, word, marks=tuple(places))
            for word, _said in self._words
            if sought and word != sought and (places := painting.find_places(word, sought))
        ]
        self.list.offer(shown[:MOST], width=max(WIDE, self.editor.width()), at=-1)
