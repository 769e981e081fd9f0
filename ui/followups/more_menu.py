"""The menu of one reminder: repeat it, skip it once, end its repeats, mark it, be told earlier."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from app.followups import repeating
from app.followups.commands import delete_reminder
from app.followups.queries import Item, understood
from app.followups.repeat_words import say
from app.shared.i18n import N_, _
from ui.shell.page import Services
from ui.widgets.ask_line import AskLine
from ui.widgets.reminder_dialog import LEADS, edit_reminder


def more_menu(parent: QWidget, s: Services, item: Item) -> QMenu:
    """The menu; its letters work as keys."""
    ws, menu = s.ws, QMenu(parent)

    def add(text: str, command: Callable[[], object], into: QMenu = menu) -> None:
        into.addAction(text).triggered.connect(lambda _on=False: s.actions.run(command))

    menu.addAction(_("Edi&t…")).triggered.connect(lambda _on=False: edit_reminder(parent, ws, s.actions, item.id))
    menu.addAction(_("&Repeat…")).triggered.connect(lambda _on=False: ask_repeat(parent, s, item))
    if item.every:
        add(_("&Skip this one"), lambda: repeating.skip(ws, item.id))
        add(_("&End the repeats"), lambda: repeating.end(ws, item.id))
    menu.addSeparator()
    high = item.priority == "high"
    add(
        _("Not &important") if high else _("&Important"),
        lambda: repeating.priority(ws, item.id, "" if high else "high"),
    )
    earlier = menu.addMenu(_("Remind &earlier") if not item.every else _("Remind ear&lier"))
    for minutes, text in LEADS:
        add(_(text), partial(repeating.lead, ws, item.id, minutes), earlier)
    menu.addSeparator()
    add(_("&Delete"), lambda: delete_reminder(ws, item.id))
    return menu


def ask_repeat(parent: QWidget, s: Services, item: Item) -> None:
    """Ask how often, in words."""
    ws = s.ws

    def read(text: str) -> str:
        found = understood(ws, text, ws.clock.now_wall())
        if not found.every:
            return _("Write how often, such as “every Monday 9am” or “last workday of the month”.")
        return say(found.every, ws.clock.today())

    hint = N_("Such as “every Monday 9am” or “monthly on the 31st”")
    text = AskLine(parent, N_("Repeat"), N_("Repeat it"), hint=hint, read=read).ask()
    if text:
        s.actions.run(lambda: repeating.repeat(ws, item.id, text))
