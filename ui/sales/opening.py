"""How a new quote begins."""

from __future__ import annotations

from typing import Any

from ui.shell.page import Services


def new_quote(services: Services, customer: int | None = None) -> Any:
    """Make a draft and open it."""
    from app.sales import commands

    saved = services.actions.run(lambda: commands.new_quote(services.ws, customer), quiet=True)
    return services.router.open("quote", saved.id) if saved is not None else None
