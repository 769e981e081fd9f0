"""What edits one cell of a grid or a list, and the word beside it that says why a text cannot be taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QHideEvent, QInputMethodEvent, QKeyEvent, QKeySequence, QMoveEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QWidget

from ui.runtime.application import theme
from ui.runtime.given import given
from ui.runtime.key_events import asked, pressed

WIDEST = 360


class CellNote(QLabel):
    """A sentence under a cell, or over it where there is no room below; it goes with the cell's editor."""

    def __init__(self, parent: QWidget, tone: str = "danger") -> None:
        super().__init__(parent)
        look = theme()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setContentsMargins(8, 4, 8, 4)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setStyleSheet(
            f"background:{look.c('surfaceRaised').name()};color:{look.c(tone).name()};"
            f"border:1px solid {look.c(tone if tone == 'danger' else 'borderStrong').name()};"
            "border-radius:5px;padding:0"
        )
        self.hide()

    def say(self, sentence: str, beside: QWidget | None = None, at: QPoint | None = None, height: int = 0) -> None:
        """Show a sentence beside a widget, or at a place whose cell is so high; "" hides it."""
        self.setText(sentence)
        if not sentence:
            self.hide()
            return
        around = given(self.parentWidget())
        place = beside.mapTo(around, QPoint(0, 0)) if beside is not None else at or QPoint()
        tall = beside.height() if beside is not None else height
        room = around.size()
        self.ensurePolished()
        most = QRect(0, 0, max(60, min(theme().px(WIDEST), room.width() - 28)), 10_000)
        taken = self.fontMetrics().boundingRect(most, Qt.TextFlag.TextWordWrap, sentence)
        self.setFixedSize(taken.width() + 26, taken.height() + 12)
        left = max(4, min(place.x(), room.width() - self.width() - 4))
        below = place.y() + tall + 3
        fits = below + self.height() <= room.height() or place.y() - self.height() - 3 < 0
        self.move(left, below if fits else place.y() - self.height() - 3)
        self.show()
        self.raise_()


if TYPE_CHECKING:
    _Editor = QWidget
else:
    # Qt allows a class one base of its own; the editor that this is mixed into brings it.
    _Editor = object


class _Cell(_Editor):
    """What every editor of a cell has: the edge that says whether its text is right, and the note."""

    composing = False
    _note: CellNote | None = None

    def tell(self, sentence: str) -> None:
        """Say beside the cell why the text cannot be taken, or take it back."""
        look = theme()
        self.setStyleSheet(
            f"border:2px solid {look.c('danger' if sentence else 'accent').name()};border-radius:0;padding:0 5px;"
            f"min-height:0;background:{look.c('surfaceRaised').name()}"
        )
        self.setAccessibleDescription(sentence)
        if self._note is None and sentence:
            self._note = CellNote(given(self.parentWidget()))
        if self._note is not None:
            self._note.say(sentence, self)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self.composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        if self._note is not None and self._note.isVisible():
            self._note.say(self._note.text(), self)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._note is not None:
            self._note.hide()
            self._note.deleteLater()
            self._note = None


class CellEdit(_Cell, QLineEdit):
    """Edits one cell. ``stepped`` tells where to go next: next, previous, down, up or below (by ↓)."""

    stepped = Signal(str)
    escaped = Signal()

    def __init__(self, parent: QWidget, name: str, *, right: bool = False) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        self.setAlignment(Qt.AlignmentFlag.AlignVCenter | side)
        self.tell("")
        self.textEdited.connect(lambda _text: self.tell(""))

    def event(self, event: QEvent) -> bool:
        if asked(event):
            if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
                event.accept()
                return True
            if event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable():
                return False
            if event.matches(QKeySequence.StandardKey.Redo) and not self.isRedoAvailable():
                return False
        # A widget gives Tab to the focus chain before keyPressEvent sees it.
        if pressed(event, Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.keyPressEvent(event)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if where := step_of(event):
            self.stepped.emit(where)
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)


class CellNotes(_Cell, QPlainTextEdit):
    """Edits a cell of several lines: Enter takes it, Alt+Enter or Shift+Enter begins a new line, as sheets do it."""

    stepped = Signal(str)
    escaped = Signal()

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.tell("")
        self.textChanged.connect(lambda: self.tell(""))

    def text(self) -> str:
        """What stands in it."""
        return self.toPlainText()

    def event(self, event: QEvent) -> bool:
        if asked(event, Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        more = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
        if enter and event.modifiers() & more:
            self.insertPlainText("\n")
        elif event.key() not in (Qt.Key.Key_Up, Qt.Key.Key_Down) and (where := step_of(event)):
            self.stepped.emit(where)
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)


def step_of(event: QKeyEvent) -> str:
    """Where a key leads from a cell that is edited, "" for nowhere."""
    key, mods = event.key(), event.modifiers()
    shift = bool(mods & Qt.KeyboardModifier.ShiftModifier)
    if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        return "" if mods & Qt.KeyboardModifier.ControlModifier else "up" if shift else "down"
    if key == Qt.Key.Key_Backtab or (key == Qt.Key.Key_Tab and shift):
        return "previous"
    return {Qt.Key.Key_Tab: "next", Qt.Key.Key_Down: "below", Qt.Key.Key_Up: "up"}.get(Qt.Key(key), "")
