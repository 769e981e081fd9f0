"""The pages of quotes."""

from __future__ import annotations

from app.records.workspace import Workspace
from app.shared.i18n import N_
from ui.sales.opening import new_quote
from ui.shell.page import Action, Page, PageSpec, Services


def _list(services: Services) -> Page:
    from ui.sales.list_page import QuotesPage

    return QuotesPage(services)


def _one(services: Services) -> Page:
    from ui.sales.quote_page import QuotePage

    return QuotePage(services)


def _open_ones(ws: Workspace) -> tuple[int, bool]:
    from app.records import queries
    from app.records.queries import Condition

    return queries.count(ws, "quote", (Condition("status", "=", "draft"),)), False


SPECS = (
    PageSpec(
        "quotes", N_("Quotes"), "file-text", _list, badge=_open_ones,
        new=(Action(N_("Quote"), new_quote, icon="file-text"),),
    ),
    PageSpec("quote", N_("Quote"), "file-text", _one, section="", kinds=("quote",), belongs="quotes"),
)  # fmt: skip
