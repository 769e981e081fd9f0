"""F1: all keys of a screen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QGridLayout, QLayout, QWidget

from app.shared.i18n import N_, _
from ui.shell.page import Action
from ui.widgets.basics import column, key_cap, label, row
from ui.widgets.buttons import button, key_words

TALL, DATES = 14, 2
Keys = Sequence[tuple[Sequence[str], str]]


def everywhere(areas: int) -> tuple[tuple[str, Keys], ...]:
    """The keys that work on every screen, in groups, as the design lists them; ``areas``: how many work areas there are."""
    go: Keys = (
        (("Ctrl+K",), N_("Search or command")),
        ((f"Alt+1…{areas}",), N_("Work areas")),
        (("Alt+←", "Alt+→"), N_("Back, forward")),
        (("Ctrl+F", "/"), N_("Filter this list")),
        (("F6", "Shift+F6"), N_("Next pane, pane before")),
        (("Esc",), N_("Close, clear, go back")),
    )
    do: Keys = (
        (("Ctrl+N",), N_("New")),
        (("Ctrl+Shift+L",), N_("Log a conversation from anywhere")),
        (("Ctrl+Z",), N_("Undo")),
        (("Ctrl+Y", "Ctrl+Shift+Z"), N_("Redo")),
        (("Ctrl+B",), N_("Back up now")),
        (("Ctrl+,",), N_("Settings")),
        (("F1", "?"), N_("All keys of this screen")),
    )
    return (N_("Find and go"), go), (N_("Everywhere"), do)


def here(actions: Sequence[Action]) -> Keys:
    """The keys of a page: those of one action together, the digits of its views in one row."""
    found: dict[str, list[str]] = {}
    digits = [action.key for action in actions if action.key.isdigit() and not action.hint]
    for action in actions:
        if action.key and action.key not in digits and action.key not in found.setdefault(action.text, []):
            found[action.text].append(action.key)
    rows = [(tuple(keys), text) for text, keys in found.items() if keys]
    if digits:
        rows.append(((f"{digits[0]}…{digits[-1]}" if len(digits) > 1 else digits[0],), N_("Views")))
    return tuple(rows)


class KeysDialog(QDialog):
    """The keys of the page and those that work everywhere."""

    def __init__(self, actions: Sequence[Action], areas: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Keys"))
        close = button(N_("Got it"), role="primary", key="Esc", on=self.accept)
        close.setDefault(True)
        (title, go), (other, do) = everywhere(areas)
        mine = here(actions)
        columns: list[QLayout] = [
            self._grid(N_("On this screen") if not at else "", mine[at : at + TALL]) for at in range(0, len(mine), TALL)
        ]
        columns.append(column(self._grid(title, go), 18, self._grid(other, do), None))
        grids = row(*columns, gap=28)
        grids.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.dates = button(N_("Dates in words"), "calendar", key="D", on=self._to_dates)
        QShortcut(QKeySequence("D"), self).activated.connect(self._to_dates)
        self.setLayout(column(grids, row(self.dates, None, close), gap=16, margins=(20, 20, 20, 16)))
        close.setFocus()

    def _to_dates(self) -> None:
        """Close, and ask for the help on dates in words."""
        self.done(DATES)

    def _grid(self, title: str, keys: Keys) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.addWidget(label(title, font="section"), 0, 0, 1, 2)
        for at, (names, text) in enumerate(keys, 1):
            grid.addLayout(row(*(key_cap(key_words(name)) for name in names), None, gap=4), at, 0)
            grid.addWidget(label(text), at, 1)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(len(keys) + 1, 1)
        return grid
