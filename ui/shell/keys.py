"""F1: all keys of a screen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QGridLayout, QWidget

from app.shared.i18n import N_, _
from ui.shell.page import Action
from ui.widgets.basics import column, key_cap, label, row
from ui.widgets.buttons import button

EVERYWHERE = (
    ("Ctrl+K", N_("Search or command")),
    ("Ctrl+N", N_("New")),
    ("Alt+1…9", N_("Work areas")),
    ("Alt+← →", N_("Back, forward")),
    ("Ctrl+Z", N_("Undo")),
    ("Ctrl+Shift+Z", N_("Redo")),
    ("Ctrl+F  /", N_("Filter this list")),
    ("F6", N_("Next pane")),
    ("Ctrl+B", N_("Back up now")),
    ("Ctrl+,", N_("Settings")),
    ("Esc", N_("Close, clear, go back")),
)


class KeysDialog(QDialog):
    """The keys of the page and those that work everywhere."""

    def __init__(self, actions: Sequence[Action], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Keys"))
        here = [(action.key, action.text) for action in actions if action.key]
        close = button(N_("Close"), role="primary", on=self.accept)
        close.setDefault(True)
        grids = row(self._grid(N_("On this screen"), here), self._grid(N_("Everywhere"), EVERYWHERE), gap=48)
        self.setLayout(column(grids, row(None, close), gap=16, margins=(24, 20, 24, 16)))

    def _grid(self, title: str, keys: Sequence[tuple[str, str]]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.addWidget(label(title, font="section"), 0, 0, 1, 2)
        for at, (key, text) in enumerate(keys, 1):
            grid.addWidget(key_cap(key), at, 0)
            grid.addWidget(label(text), at, 1)
        grid.setRowStretch(len(keys) + 1, 1)
        return grid
