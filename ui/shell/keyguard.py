"""Which keys belong to the field that is being typed into and which to the window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QInputMethodEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTextEdit,
    QWidget,
)

from ui.runtime.key_events import asked, pressed
from ui.shell.combo_typing import ComboTyping, dress
from ui.widgets.typed_choice import letter

LETTERS_FREE = "letters free"
"""The property of a box whose letters are keys of its page."""
_CHORD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class KeyGuard(QObject):
    """Watches the keys of the widget that has the focus before shortcuts see them.

    A plain letter goes to the field, grid or list that takes text; nothing fires while the input method composes; undo
    and redo go to a field only when it has typing of its own to take back. Enter presses a button, as the space bar does.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.composing = False
        self._typing = ComboTyping()
        app.focusChanged.connect(self._follow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.InputMethod and isinstance(event, QInputMethodEvent):
            self.composing = bool(event.preeditString())
        elif isinstance(watched, QPushButton) and pressed(event):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & _CHORD:
                if not event.isAutoRepeat():
                    watched.click()
                return True
        elif pressed(event) and letter(event):
            return self._typing.take(watched, event.text())
        elif asked(event):
            if self.composing or (letter(event) and takes_text(QApplication.focusWidget())):
                event.accept()
                return True
            for standard, question in (
                (QKeySequence.StandardKey.Undo, "isUndoAvailable"),
                (QKeySequence.StandardKey.Redo, "isRedoAvailable"),
            ):
                if event.matches(standard) and _text_field(watched) and not has_own(watched, question):
                    event.ignore()
                    return True
        return False

    def _follow(self, old: QWidget | None, new: QWidget | None) -> None:
        # A filter over the whole program would be asked for every event of every widget.
        self.composing = False
        if old is not None:
            old.removeEventFilter(self)
        if new is not None:
            new.installEventFilter(self)
        if isinstance(new, QComboBox):
            dress(new)


def takes_text(focus: QWidget | None) -> bool:
    """Whether typing a letter means something to this widget: a text field, a combo or spin box, a grid of cells."""
    if focus is None:
        return False
    if isinstance(focus, QLineEdit | QPlainTextEdit | QTextEdit):
        return not focus.isReadOnly()
    if isinstance(focus, QComboBox | QAbstractSpinBox):
        return not focus.property(LETTERS_FREE)
    return focus.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def has_own(focus: QObject | None, question: str) -> bool:
    """Whether a text field is being edited that can undo or redo its own typing."""
    if not isinstance(focus, QLineEdit | QPlainTextEdit | QTextEdit) or focus.isReadOnly():
        return False
    holder = focus if isinstance(focus, QLineEdit) else focus.document()
    return bool(getattr(holder, question)())


def _text_field(focus: QObject | None) -> bool:
    return isinstance(focus, QLineEdit | QPlainTextEdit | QTextEdit)
