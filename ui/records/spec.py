"""The history and the trash as the window knows them."""

from __future__ import annotations

from app.shared.i18n import N_
from ui.shell.page import Action, Page, PageSpec, Services


def _history(services: Services) -> Page:
    from ui.records.history_page import HistoryPage

    return HistoryPage(services)


def _trash(services: Services) -> Page:
    from ui.records.trash_page import TrashPage

    return TrashPage(services)


SPECS = (
    PageSpec(
        name="history",
        title=N_("Change history"),
        icon="history",
        factory=_history,
        section="tool",
        commands=(
            Action(
                N_("Change history: what was changed, and undo of it"),
                lambda s: s.router.open("history"),
                icon="history",
            ),
        ),
    ),
    PageSpec(
        name="trash",
        title=N_("Trash"),
        icon="trash-2",
        factory=_trash,
        section="tool",
        commands=(Action(N_("Trash: restore what was deleted"), lambda s: s.router.open("trash"), icon="trash-2"),),
    ),
)
