"""The settings page as the window knows it."""

from __future__ import annotations

from collections.abc import Callable

from app.shared.i18n import N_
from ui.shell.page import Action, Page, PageSpec, Services


def _make(services: Services) -> Page:
    from ui.settings.page import SettingsPage

    return SettingsPage(services)


def _welcome(services: Services) -> Page:
    from ui.settings.welcome import WelcomePage

    return WelcomePage(services)


def _section(name: str) -> Callable[[Services], object]:
    return lambda services: services.router.open("settings", section=name)


SPECS = (
    PageSpec(name="welcome", title=N_("Welcome"), icon="play", factory=_welcome, section="", belongs="today"),
    PageSpec(
        name="settings",
        title=N_("Settings"),
        icon="settings",
        factory=_make,
        section="tool",
        lasting=True,
        commands=(
            Action(N_("Settings: my company"), _section("company"), icon="building-2"),
            Action(N_("Settings: fields and lists"), _section("fields"), icon="list"),
            Action(N_("Settings: quotes"), _section("quotes"), icon="file-text"),
            Action(N_("Settings: reminders"), _section("reminders"), icon="bell"),
            Action(N_("Settings: backup and security"), _section("safety"), icon="shield-check"),
            Action(N_("Settings: language and look"), _section("look"), icon="languages"),
        ),
    ),
)
