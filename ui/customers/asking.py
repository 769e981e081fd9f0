"""What both pages of customers ask for: a reminder in a sentence, a new quote."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.followups.rules import parse_reminder
from app.shared.i18n import N_
from ui.shell.page import Services
from ui.widgets.ask_line import AskLine
from ui.widgets.quick_log import next_words


def ask_reminder(parent: QWidget, services: Services) -> str:
    """Ask for a reminder in a sentence; "" when cancelled."""
    now = services.ws.clock.now_wall()
    return AskLine(
        parent,
        N_("Add a reminder"),
        N_("Add"),
        hint=N_("Such as “next Wed 3pm call back”"),
        read=lambda text: next_words(parse_reminder(text, now), now),
    ).ask()


def new_quote(services: Services, customer: int) -> None:
    """Make a quote for a customer and open it."""
    from app.sales.commands import new_quote as make

    saved = services.actions.run(lambda: make(services.ws, customer))
    if saved is not None:
        services.router.open("quote", saved.id)
