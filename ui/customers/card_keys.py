"""What one can do on a customer's card: by its keys, its menu, and the menu of the timeline."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from app.customers import commands as customers
from app.followups import commands as followups
from app.shared.i18n import N_, _
from ui.customers.asking import delete
from ui.customers.contacts import ContactsSection
from ui.customers.details import RemindersSection
from ui.customers.documents import DocumentsSection
from ui.customers.relations import ASKS, RelationsSection
from ui.shell.page import Action

if TYPE_CHECKING:
    from ui.customers.card import CustomerPage

Section = ContactsSection | DocumentsSection | RelationsSection | RemindersSection


def card_actions(page: CustomerPage) -> list[Action]:
    """The keys of the card."""
    return [
        Action(N_("Log it"), page.log.keep, "Ctrl+Return", hint=False),
        Action(N_("Log call"), lambda: page.start_log("call"), "L", "phone", bar=True),
        *([Action(N_("New quote"), page.quote, "Q", "file-text", bar=True)] if page.can_quote else []),
        Action(N_("Add a reminder"), page.remind, "F"),
        Action(N_("Note money received"), page.owed.receive, "P", hint=bool(page.owed.debts)),
        Action(N_("Edit"), page.edit, "E"),
        Action(N_("Go to the contacts"), lambda: go_to(page, page.contacts), "C", hint=False),
        Action(N_("Add a contact"), lambda: add_contact(page), "", "user-plus", hint=False),
        Action(N_("Go to the reminders"), lambda: go_to(page, page.reminders), "R", hint=False),
        Action(N_("Go to the relations"), lambda: go_to(page, page.relations), "G", hint=False),
        *(
            Action(text, partial(page.relations.ask, field), "", "building-2", hint=False)
            for field, text in ASKS.items()
        ),
        Action(N_("Take it with a phone"), lambda: wanted(page, "code"), "V", "contact", hint=False),
        Action(N_("Attach from the clipboard"), page.documents.paste, "Ctrl+V", hint=False),
        *(
            replace(one, run=lambda: go_to(page, page.documents)) if one.key == "D" else one
            for one in page.documents.actions_list()
        ),
        Action(N_("Previous customer"), lambda: page.step(page.place.previous), "Ctrl+Up", "arrow-up", hint=False),
        Action(N_("Next customer"), lambda: page.step(page.place.following), "Ctrl+Down", "arrow-down", hint=False),
        Action(N_("What was changed"), lambda: wanted(page, "history"), "H", "history", hint=False),
        Action(N_("Print the sheet…"), lambda: wanted(page, "print"), "Ctrl+P", "printer", hint=False),
        Action(N_("Delete customer"), lambda: wanted(page, "delete"), "", "trash-2", hint=False),
        Action(N_("Hand out or erase personal data"), lambda: wanted(page, "personal"), "", "eye-off", hint=False),
    ]


def add_contact(page: CustomerPage) -> None:
    """Open the line for a new contact."""
    page.show_facts()
    page.contacts.start_adding()


def go_to(page: CustomerPage, section: Section) -> None:
    """Put the cursor into a section of the right column."""
    page.show_facts()
    section.start()


def wanted(page: CustomerPage, action: str) -> None:
    """Do what an entry of the card's menu says."""
    from ui.customers.printing import print_card
    from ui.customers.qr_card import show_code

    services, number = page.s, page.customer
    entries: dict[str, Callable[[], object]] = {
        "edit": page.edit,
        "remind": page.remind,
        "code": lambda: show_code(services, "customer", number, page),
        "release": lambda: services.actions.run(lambda: customers.release(services.ws, [number])),
        "print": lambda: print_card(services, number),
        "history": lambda: services.router.open("history", about=("customer", number)),
        "delete": lambda: delete(services, number),
        "personal": lambda: services.router.open("erasure", about=("customer", number)),
    }
    entries[action]()


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
        menu.addAction(_("Edit")).triggered.connect(lambda: page.edit_entry(kind, number))
        menu.addAction(_("Not done yet")).triggered.connect(
            lambda: page.s.actions.run(lambda: followups.reopen(ws, number))
        )
    elif page.s.router.can_open(kind):
        menu.addAction(_("Open")).triggered.connect(lambda: page.open_entry(kind, number))
    if menu.actions():
        menu.popup(page.timeline.viewport().mapToGlobal(at))
