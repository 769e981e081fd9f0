"""Text fields: one line, with a search sign and a way to clear."""

from __future__ import annotations

from PySide6.QtCore import QChildEvent, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QFocusEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QToolButton

from app.shared.i18n import N_
from ui.runtime.icons import icon
from ui.runtime.key_events import asked
from ui.runtime.translator import tr

# What Qt calls the action of its own button that clears a field.
CLEAR = "_q_qlineeditclearaction"


class LineEdit(QLineEdit):
    """A line edit. ``left`` is sent when the field is left with another text than it was entered with; ``restored`` when
    Esc has put that one back."""

    left = Signal(str)
    restored = Signal()
    # Whether Esc puts the text back before it closes what the field stands in.
    undoes = False

    def __init__(self, name: str, placeholder: str = "") -> None:
        """``name``: accessible name; ``placeholder``: what stands in it while empty; both English source texts."""
        super().__init__()
        self._name = name
        self._entered = ""
        self.composing = False
        tr(self, self.setAccessibleName, name)
        if placeholder:
            tr(self, self.setPlaceholderText, placeholder)

    def put(self, text: str) -> None:
        """Show a text without sending ``left`` for it."""
        self.setText(text)
        self.setCursorPosition(0)
        self._entered = text

    @property
    def changed(self) -> bool:
        """Whether the text differs from the one it was entered with."""
        return self.text() != self._entered

    def commit(self) -> None:
        """Send ``left`` now if the text differs."""
        if self.text() != self._entered:
            self._entered = self.text()
            self.left.emit(self._entered)

    def restore(self, text: str) -> None:
        """Take what stands in it for not saved: Esc puts back this text."""
        self._entered = text

    def event(self, event: QEvent) -> bool:
        if asked(event, Qt.Key.Key_Escape) and self.undoes and self.changed:
            event.accept()
            return True
        return super().event(event)

    def childEvent(self, event: QChildEvent) -> None:
        super().childEvent(event)
        # The signs inside the field are buttons to Qt, without a word for screen readers.
        if event.type() == QEvent.Type.ChildPolished and isinstance(child := event.child(), QToolButton):
            clears = any(action.objectName() == CLEAR for action in child.actions())
            tr(child, child.setAccessibleName, N_("Clear") if clears else self._name)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self.composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.commit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.changed:
            self.setText(self._entered)
            self.restored.emit()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.commit()
        super().keyPressEvent(event)


class SearchEdit(LineEdit):
    """A filter box: ``sought`` is sent as one types, after a short pause; Esc clears, ↓ and Enter leave it downwards."""

    sought = Signal(str)
    downwards = Signal()

    def __init__(self, name: str, placeholder: str = "", pause_ms: int = 60) -> None:
        super().__init__(name, placeholder)
        self.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.setClearButtonEnabled(True)
        if (clear := self.findChild(QAction, CLEAR)) is not None:
            clear.setIcon(icon("x"))
        self._timer = QTimer(self, singleShot=True, interval=pause_ms)
        self._timer.timeout.connect(lambda: self.sought.emit(self.text().strip()))
        self.textChanged.connect(lambda _text: self._timer.start())

    def put(self, text: str) -> None:
        """Show a text without sending ``sought`` for it."""
        super().put(text)
        self.setCursorPosition(len(text))
        self._timer.stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self.composing:
            self.downwards.emit()
        else:
            super().keyPressEvent(event)
