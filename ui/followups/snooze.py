"""The menu that puts a reminder off: an hour, tomorrow, next week, a day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from app.followups.rules import Snooze
from app.shared.dates import parse_date, phrase
from app.shared.i18n import N_, _
from ui.widgets.ask_line import AskLine
from ui.widgets.quick_log import when_words

WAYS = (
    (Snooze.HOUR, N_("&1 hour"), N_("&1 hour later")),
    (Snooze.TOMORROW, N_("&Tomorrow"), N_("&The day after")),
    (Snooze.WEEK, N_("Next &week"), N_("A &week later")),
)


def read_time(text: str, now: datetime) -> datetime | date | None:
    """A time in words (明天下午3点, next Wed) or a date; None when it is neither, or is past."""
    spoken = phrase(text, now)
    if spoken is not None and spoken.when is not None:
        found: datetime | date = spoken.when.date() if spoken.all_day else spoken.when
    else:
        day = parse_date(text)
        if day is None:
            return None
        found = day
    ahead = found >= now if isinstance(found, datetime) else found >= now.date()
    return found if ahead else None


def snooze_menu(
    parent: QWidget, now: datetime, choose: Callable[[Snooze | datetime | date], object], due: datetime | None = None
) -> QMenu:
    """The menu; its letters work as keys. What is due on a later day is put off from that ``due`` on."""
    menu = QMenu(parent)
    ahead = due is not None and due.date() > now.date()
    for way, near, far in WAYS:
        text = far if ahead else near
        menu.addAction(_(text)).triggered.connect(lambda _on=False, way=way: choose(way))
    menu.addSeparator()
    menu.addAction(_("&Date…")).triggered.connect(lambda: ask_time(parent, now, choose))
    return menu


def ask_time(parent: QWidget, now: datetime, choose: Callable[[Snooze | datetime | date], object]) -> None:
    """Ask for a time in words."""

    def read(text: str) -> str:
        found = read_time(text, now)
        if found is None:
            return _("Write a time ahead, such as “next Wed 3pm” or 2026-08-05.")
        day = found if isinstance(found, datetime) else datetime(found.year, found.month, found.day)
        return when_words(day, not isinstance(found, datetime), now)

    text = AskLine(
        parent, N_("Put off until"), N_("Put off"), hint=N_("Such as “next Wed 3pm” or 8-5"), read=read
    ).ask()
    found = read_time(text, now) if text else None
    if found is not None:
        choose(found)


def popup(menu: QMenu, at: QPoint) -> None:
    """Open the menu with its first entry chosen, for the keyboard."""
    menu.setActiveAction(menu.actions()[0])
    menu.popup(at)
