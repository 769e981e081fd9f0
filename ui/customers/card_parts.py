"""Parts of a customer's card: a scrolled column, and the menu of an entry of the timeline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QScrollArea, QVBoxLayout, QWidget

from app.followups import commands as followups
from app.shared.i18n import _

if TYPE_CHECKING:
    from ui.customers.card import CustomerPage


def scrolled(*parts: QWidget | None) -> QScrollArea:
    """A column of parts that scrolls up and down; None takes the rest of the height."""
    area, inside = QScrollArea(), QWidget()
    layout = QVBoxLayout(inside)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    for part in parts:
        if part is None:
            layout.addStretch(1)
        else:
            layout.addWidget(part)
    area.setWidgetResizable(True)
    area.setWidget(inside)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area


def entry_menu(page: CustomerPage, at: QPoint) -> None:
    """The menu of the entry of the timeline at a place."""
    index = page.timeline.indexAt(at)
    if not index.isValid():
        return
    kind, number = page.timeline.entries.entries[index.row()].key
    menu = QMenu(page)
    ws = page.s.ws
    if kind == "activity":
        menu.addAction(_("Edit")).triggered.connect(lambda: page.edit_entry(kind, number))
        menu.addAction(_("Delete")).triggered.connect(
            lambda: page.s.actions.run(lambda: followups.delete_activity(ws, number))
        )
    elif kind == "reminder":
        menu.addAction(_("Not done yet")).triggered.connect(
            lambda: page.s.actions.run(lambda: followups.reopen(ws, number))
        )
    elif page.s.router.can_open(kind):
        menu.addAction(_("Open")).triggered.connect(lambda: page.open_entry(kind, number))
    if menu.actions():
        menu.popup(page.timeline.viewport().mapToGlobal(at))
