"""What is said when an edit takes a quote that was sent on to its next revision."""

from __future__ import annotations

from app.sales.statuses import revision_label
from app.sales.view import QuoteView
from app.shared.i18n import _
from ui.shell.page import Services


def tell_reopened(services: Services, before: QuoteView, now: QuoteView | None, operation: int) -> None:
    """Say that changes go into the next revision, with the way back; nothing when the edit did not do that."""
    if now is None or now.id != before.id or (before.status, now.status) != ("sent", "draft"):
        return
    said = _("{number} was sent: changes go into {fresh}; {sent} stays as it was sent").format(
        number=now.number, fresh=revision_label(now.printed_revision), sent=revision_label(now.revision)
    )
    services.messages.toast(said, _("Undo"), "Ctrl+Z", lambda: services.actions.undo(operation))
