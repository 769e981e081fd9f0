"""The Today page as the window knows it."""

from __future__ import annotations

from app.records.workspace import Workspace
from app.shared.i18n import N_
from ui.shell.page import Action, Page, PageSpec, Services


def _make(services: Services) -> Page:
    from ui.followups.page import TodayPage

    return TodayPage(services)


def _missed(services: Services) -> Page:
    from ui.followups.missed_page import MissedPage

    return MissedPage(services)


def _rules(services: Services) -> Page:
    from ui.followups.rules_page import RulesPage

    return RulesPage(services)


def _calendar(services: Services) -> Page:
    from ui.followups.calendar_page import CalendarPage

    return CalendarPage(services)


def _due(ws: Workspace) -> tuple[int, bool]:
    from app.followups.today import due_count

    return due_count(ws), True


def _new_reminder(services: Services) -> None:
    services.router.open("today", add=True)


SPECS = (
    PageSpec(
        name="today",
        title=N_("Today"),
        icon="calendar-check",
        factory=_make,
        badge=_due,
        new=(Action(N_("Reminder"), _new_reminder, icon="alarm-clock"),),
    ),
    PageSpec(
        name="missed",
        title=N_("Missed reminders"),
        icon="alarm-clock",
        factory=_missed,
        section="",
        belongs="today",
        commands=(
            Action(
                N_("Missed reminders: move, tick or drop them"), lambda s: s.router.open("missed"), icon="alarm-clock"
            ),
        ),
    ),
    PageSpec(
        name="rules",
        title=N_("Rules for reminders"),
        icon="bell",
        factory=_rules,
        section="",
        belongs="settings",
        commands=(
            Action(N_("Rules for reminders: what comes by itself"), lambda s: s.router.open("rules"), icon="bell"),
        ),
    ),
    PageSpec(
        name="calendar",
        title=N_("Calendar"),
        icon="calendar",
        factory=_calendar,
        section="",
        belongs="today",
        commands=(Action(N_("Calendar: month and week"), lambda s: s.router.open("calendar"), icon="calendar"),),
    ),
)
