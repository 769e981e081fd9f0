"""What both pages of customers ask for: a reminder in a sentence, a new quote, a deletion."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from app.customers.queries import Belongings, belongings
from app.followups.queries import understood
from app.records import commands as records
from app.records import queries
from app.shared.i18n import N_, _, ngettext
from ui.customers.activity_dialog import ActivityDialog
from ui.shell.page import Services
from ui.widgets.ask_line import AskLine
from ui.widgets.log_words import next_words
from ui.widgets.phrase_list import PhraseList

# More are not counted: that would hold up the window.
COUNTED = 2000


def ask_reminder(parent: QWidget, services: Services) -> str:
    """Ask for a reminder in a sentence; "" when cancelled."""
    now = services.ws.clock.now_wall()
    asked = AskLine(
        parent,
        N_("Add a reminder"),
        N_("Add"),
        hint=N_("Such as “next Wed 3pm call back”"),
        read=lambda text: next_words(understood(services.ws, text, now), now),
    )
    PhraseList(asked.line, services.ws, services.actions)
    return asked.ask()


def edit_activity(parent: QWidget, services: Services, activity: int) -> None:
    """Ask for changes of a conversation."""
    dialog = ActivityDialog(parent, services, activity)
    dialog.exec()
    dialog.deleteLater()


def new_quote(services: Services, customer: int) -> None:
    """Make a quote for a customer and open it."""
    from app.sales.commands import new_quote as make

    saved = services.actions.run(lambda: make(services.ws, customer))
    if saved is not None:
        services.router.open("quote", saved.id)


def delete(services: Services, customer: int) -> None:
    """Delete a customer; the toast names what went along and takes it back."""
    said = deleted_words(services, [customer])
    services.actions.run(lambda: records.delete(services.ws, "customer", [customer]), said)


def deleted_words(services: Services, numbers: Sequence[int]) -> str:
    """What the toast says of customers that are about to be deleted: whom, and how much goes with them."""
    count = len(numbers)
    if count == 1:
        whom = _("“{name}”").format(name=queries.titles(services.ws, "customer", numbers).get(numbers[0], ""))
    else:
        whom = ngettext("{count} customer", "{count} customers", count).format(count=f"{count:,}")
    if count > COUNTED:
        return _("Deleted {whom} with all that belongs to them").format(whom=whom)
    what = _what(belongings(services.ws, numbers))
    return (
        _("Deleted {whom} with {what}").format(whom=whom, what=what) if what else _("Deleted {whom}").format(whom=whom)
    )


def _what(found: Belongings) -> str:
    """What goes with customers, in numbers."""
    quotes = ngettext("{count} quote", "{count} quotes", found.quotes)
    if found.sent:
        quotes = _("{quotes} ({sent} sent)").format(quotes=quotes, sent=f"{found.sent:,}")
    counted = (
        (found.contacts, ngettext("{count} contact", "{count} contacts", found.contacts)),
        (found.quotes, quotes),
        (found.activities, ngettext("{count} conversation", "{count} conversations", found.activities)),
        (found.reminders, ngettext("{count} reminder", "{count} reminders", found.reminders)),
    )
    return _(", ").join(text.format(count=f"{count:,}") for count, text in counted if count)
