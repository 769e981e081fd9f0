"""Printing customers: the list as it is filtered, and the sheet of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.customers import queries as customers
from app.records import queries
from app.records.condition_words import said
from app.shared.i18n import _, translate
from app.transfer.exporting.printed_card import card_pdf
from ui.shell.listing import list_job
from ui.shell.output import PrintJob

if TYPE_CHECKING:
    from ui.customers.page import CustomersPage
    from ui.shell.page import Services


def print_list(page: CustomersPage) -> None:
    """Show the pages of the list as it is now."""
    ws, view = page.s.ws, page.views.view
    where, text, order = page.filtered()
    title = _("Customers")
    if view is not customers.VIEWS[0]:
        title = f"{title} · {translate(view.label)}"
    filters = [said(ws, one) for one in page.filters.where()]
    if page.filters.text():
        filters.append(f"“{page.filters.text()}”")
    job = list_job(ws, page.table, "customer", title, lambda: queries.ids(ws, "customer", where, order, text), filters)
    page.s.router.open("print", job=job)


def print_card(services: Services, customer: int) -> None:
    """Show the sheet of a customer."""
    ws = services.ws
    name = queries.titles(ws, "customer", (customer,)).get(customer, "")
    job = PrintJob(name, lambda _lying, _progress, _cancelled: card_pdf(ws, customer), turns=False)
    services.router.open("print", job=job)
