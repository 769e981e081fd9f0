"""The keys of a list while one of its cells is edited."""

from __future__ import annotations

from collections.abc import Callable

from app.shared.i18n import N_
from ui.shell.page import Action


def editing_keys(stop: Callable[[], object]) -> tuple[Action, ...]:
    """What the hint bar shows; the editor answers the keys itself, and the page's others rest meanwhile."""
    return (
        Action(N_("Save, next row"), lambda: None, "Enter"),
        Action(N_("Save, next cell"), lambda: None, "Tab"),
        Action(N_("Leave the cell"), stop, "Esc"),
    )
