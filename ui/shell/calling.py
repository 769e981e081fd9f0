"""A call comes in: whose it is, and the card with a line ready to log it."""

from __future__ import annotations

from app.customers.callers import callers, said
from app.shared.i18n import _
from ui.shell.window import MainWindow


def answer(window: MainWindow, number: str) -> None:
    """Bring the window to the front with the caller's card; several are chosen from, nobody becomes a new customer.

    Args:
        number: as the softphone or the link gave it.
    """
    window.show_up()
    ws = window.services.ws
    found, told = callers(ws, number), said(number, ws.region)
    digits = "".join(filter(str.isdecimal, told))
    if not digits:
        # A call that hides its number comes as “anonymous” or as nothing.
        window.messages.toast(_("A call without a number: {told}").format(told=told or "–"))
        return
    if len(found) != 1:
        # The palette shows all who have the number, and offers a new customer when nobody has it.
        window.search(digits)
        return
    one = found[0]
    who = _("{person} ({name})").format(person=one.person, name=one.name) if one.person else one.name
    window.router.open("customer", one.customer, log=True, contact=one.contact)
    window.messages.toast(_("{who} calls from {number}").format(who=who, number=told))
