"""The import, and the preview of what is printed, as the window knows them."""

from __future__ import annotations

from app.shared.i18n import N_
from ui.shell.page import Action, Page, PageSpec, Services


def _page(services: Services) -> Page:
    from ui.transfer.page import ImportPage

    return ImportPage(services)


def _print(services: Services) -> Page:
    from ui.transfer.print_page import PrintPage

    return PrintPage(services)


def _choose(services: Services) -> None:
    services.router.open("import", choose=True)


SPECS = (
    PageSpec(
        name="import",
        title=N_("Import old sheets"),
        icon="file-up",
        factory=_page,
        section="tool",
        lasting=True,
        commands=(Action(N_("Choose files to import…"), _choose, icon="file-up"),),
    ),
    PageSpec(name="print", title=N_("Print"), icon="printer", factory=_print, section="", lasting=True),
)
