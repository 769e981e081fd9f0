"""Small parts of a customer's card: the steps to the next one, the chips over the timeline, the button for all details."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from app.customers.rules import Place
from app.records.workspace import Workspace
from app.shared.i18n import N_, _
from ui.customers.entries import kind_word
from ui.widgets.basics import row
from ui.widgets.buttons import button
from ui.widgets.chips import Chip
from ui.widgets.layouts import empty


class Steps(QWidget):
    """The arrows beside the place in the list: to the customer before, and to the one after."""

    def __init__(self, previous: Callable[[], object], following: Callable[[], object]) -> None:
        super().__init__()
        self.up = button("", "arrow-up", "plain", small=True, name=N_("Previous customer"), key="Ctrl+↑", on=previous)
        self.down = button("", "arrow-down", "plain", small=True, name=N_("Next customer"), key="Ctrl+↓", on=following)
        self.setLayout(row(self.up, self.down, gap=2))

    def show_place(self, at: Place) -> None:
        """Only the ways that there are can be gone."""
        self.up.setEnabled(at.previous is not None)
        self.down.setEnabled(at.following is not None)


def edit_button(edit: Callable[[], object]) -> QWidget:
    """The button under the parts that opens the form of all fields."""
    holder = QFrame()
    made = button(N_("All details"), "pencil", "plain", small=True, key="E", on=edit)
    made.setProperty("only", False)
    holder.setLayout(row(made, None, margins=(10, 8, 16, 8)))
    return holder


def fill_chips(
    layout: QHBoxLayout, ws: Workspace, counts: dict[str, int], chosen: str, choose: Callable[[str], object]
) -> None:
    """A chip for each kind of entry that there is, with its count; none for a single kind."""
    empty(layout)
    if len(counts) < 2:
        return
    for kind in ("", *counts):
        count = counts[kind] if kind else sum(counts.values())
        word = kind_word(ws, kind) if kind else _("All")
        chip = Chip(f"{word} {count:,}", raw=True)
        chip.set_on(kind == chosen)
        chip.clicked.connect(lambda _on=False, kind=kind: choose(kind))
        layout.addWidget(chip)
