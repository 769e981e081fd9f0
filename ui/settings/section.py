"""What a section of the settings is, and the row that most of them are made of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from app.records.workspace import ChangeSet
from ui.runtime.application import theme
from ui.runtime.icons import icon
from ui.shell.page import Action, Services
from ui.widgets.basics import column, label, line, row


class Section(QWidget):
    """One section; subclasses fill ``self.column``. ``acted``: what can be done in it changed.

    ``tall``: whether it takes the height of the page, as one with a long list does.
    """

    title: ClassVar[str] = ""
    width_limit: ClassVar[int] = 720
    tall: ClassVar[bool] = False
    acted = Signal()

    def __init__(self, services: Services) -> None:
        super().__init__()
        self.s = services
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)

    def show_all(self) -> None:
        """Show what the book and the machine hold now."""

    def apply(self, changes: ChangeSet) -> None:
        """The book changed."""

    def leave(self) -> None:
        """Another section or page is being opened: save what is being edited."""

    def retranslate(self) -> None:
        """The language changed: say again what ``tr`` does not say by itself."""

    def actions_list(self) -> Sequence[Action]:
        """What can be done in this section."""
        return ()


class SettingRow(QWidget):
    """An icon, a name with one explaining line, and the controls at the right; a hairline below."""

    def __init__(self, icon_name: str, name: str, *controls: QWidget) -> None:
        """``name``: English source text."""
        super().__init__()
        self._icon, self._name = QLabel(), icon_name
        self._icon.setFixedWidth(20)
        self.name = label(name)
        self.note = label("", "muted", "small", raw=True, wrap=True)
        self.note.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.note.hide()
        texts = column(self.name, self.note, gap=1)
        inner = row(self._icon, texts, *controls, gap=10, margins=(0, 8, 0, 8))
        inner.setStretch(1, 1)
        self.setLayout(column(inner, line()))
        theme().changed.connect(self._paint)
        self._paint()

    def say(self, text: str) -> None:
        """Set the explaining line, said already."""
        self.note.setText(text)
        self.note.setVisible(bool(text))

    def _paint(self) -> None:
        self._icon.setPixmap(icon(self._name, "textMuted").pixmap(16, 16))


def heading(text: str) -> QWidget:
    """The heading of a group of rows (English source text)."""
    made = QWidget()
    made.setLayout(row(label(text, font="title"), None, margins=(0, 18, 0, 4)))
    return made
