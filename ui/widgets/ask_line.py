"""A small dialog that asks for one line: a reminder in a sentence, tags, a value."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from app.shared.i18n import N_
from ui.runtime.application import theme
from ui.runtime.translator import tr
from ui.widgets.basics import column, label, row
from ui.widgets.buttons import button


class AskLine(QDialog):
    """Asks for one line; Enter confirms, Esc cancels.

    Args:
        title: English source text: the action. hint: what may be typed (source text).
        action: the word on the button (source text).
        read: says how the line is understood, shown under it as one types.
    """

    def __init__(
        self,
        parent: QWidget,
        title: str,
        action: str,
        *,
        hint: str = "",
        text: str = "",
        read: Callable[[str], str] | None = None,
    ) -> None:
        super().__init__(parent)
        self._read = read
        tr(self, self.setWindowTitle, title)
        self.setFixedWidth(theme().px(480))
        self.line = QLineEdit(text)
        tr(self.line, self.line.setAccessibleName, title)
        if hint:
            tr(self.line, self.line.setPlaceholderText, hint)
        self.said = label("", "muted", "small", raw=True, wrap=True)
        self.go = button(action, role="primary", on=self.accept)
        self.go.setDefault(True)
        stop = button(N_("Cancel"), on=self.reject)
        heading = label(title, font="title")
        self.setLayout(
            column(heading, 12, self.line, 6, self.said, 14, row(None, stop, self.go), margins=(20, 18, 20, 16))
        )
        self.line.textChanged.connect(self._changed)
        self._changed(text)
        self.line.setFocus()
        self.line.selectAll()

    def _changed(self, text: str) -> None:
        self.said.setText(self._read(text) if self._read and text.strip() else "")
        self.go.setEnabled(bool(text.strip()))

    def ask(self) -> str:
        """The line, or "" when cancelled."""
        return self.line.text().strip() if self.exec() == QDialog.DialogCode.Accepted else ""
