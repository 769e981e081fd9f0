"""The page of personal data as the window knows it."""

from __future__ import annotations

from app.shared.i18n import N_
from ui.shell.page import Action, Page, PageSpec, Services


def _page(services: Services) -> Page:
    from ui.erasure.page import PersonalDataPage

    return PersonalDataPage(services)


def _open(services: Services) -> None:
    services.router.open("erasure")


SPECS = (
    PageSpec(
        name="erasure",
        title=N_("Personal data"),
        icon="eye-off",
        factory=_page,
        section="",
        belongs="customers",
        commands=(Action(N_("Erased persons"), _open, icon="eye-off"),),
    ),
)
