"""Printing customers: the list as it is filtered, and the sheet of one."""

from __future__ import annotations

from collections.abc import Sequence

from app.customers import queries as customers
from app.records import queries
from app.records.condition_words import said
from app.shared.i18n import _, translate
from app.transfer.exporting.printed_card import card_pdf
from ui.customers.shown import Shown
from ui.shell.listing import list_job
from ui.shell.output import PrintJob
from ui.shell.page import Services
from ui.widgets.record_table import RecordTable


def print_list(services: Services, table: RecordTable, shown: Shown) -> None:
    """Show the pages of the list as it is now; what was filtered further than its view says stands under the title."""
    ws, view, look = services.ws, shown.view, shown.look()
    title = _("Customers")
    if view is not customers.VIEWS[0]:
        title = f"{title} · {translate(view.label)}"
    filters = [said(ws, one) for one in shown.filters.where()]
    if typed := shown.filters.text():
        filters.append(f"“{typed}”")

    def rows() -> Sequence[int]:
        return queries.ids(ws, "customer", look.where, look.order, look.text)

    services.router.open("print", job=list_job(ws, table, "customer", title, rows, filters))


def print_card(services: Services, customer: int) -> None:
    """Show the sheet of a customer."""
    ws = services.ws
    name = queries.titles(ws, "customer", (customer,)).get(customer, "")
    job = PrintJob(name, lambda _lying, _progress, _cancelled: card_pdf(ws, customer), turns=False)
    services.router.open("print", job=job)
