"""The keys of the mapping, which work while nothing else works on it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from app.shared.i18n import N_
from ui.shell.page import Action

if TYPE_CHECKING:
    from ui.transfer.mapping import MappingStep


def mapping_keys(mapping: MappingStep) -> Sequence[Action]:
    """Those of the column and the row at hand."""
    view = mapping.view

    def free(act: Callable[[], object]) -> Callable[[], object]:
        return lambda: act() if mapping.isEnabled() else None

    return (
        Action(N_("Other column"), view.setFocus, "←→"),
        Action(N_("Change the field"), free(lambda: mapping.open_menu(view.column())), "Space"),
        Action(N_("Make it the header"), free(lambda: view.headed.emit(view.currentIndex().row() + 1)), "H"),
        Action(N_("Do not import the column"), free(lambda: view.dropped.emit(view.column())), "Del"),
        Action(N_("Remembered mappings"), mapping.memory.open_menu, "M", hint=False),
    )
