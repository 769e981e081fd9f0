"""The customers' pages as the window knows them."""

from __future__ import annotations

from functools import partial

from app.customers.pinned import counts, pinned
from app.customers.queries import View
from app.records.workspace import Workspace
from app.shared.i18n import N_
from ui.shell.page import Action, Page, PageSpec, PinnedView, Services


def _list(services: Services) -> Page:
    from ui.customers.page import CustomersPage

    return CustomersPage(services)


def _card(services: Services) -> Page:
    from ui.customers.card import CustomerPage

    return CustomerPage(services)


def _doubles(services: Services) -> Page:
    from ui.customers.duplicates_page import DuplicatesPage

    return DuplicatesPage(services)


def _classes(services: Services) -> Page:
    from ui.customers.classes_page import ClassesPage

    return ClassesPage(services)


def _new(services: Services) -> None:
    from ui.customers.new_customer import new_customer

    new_customer(services)


def _pasted(services: Services) -> None:
    from ui.customers.new_customer import new_customer

    new_customer(services, pasted=True)


def _count(view: View, ws: Workspace) -> int:
    return counts(ws, (view,))[view.code]


def _pinned(ws: Workspace) -> list[PinnedView]:
    return [
        PinnedView(
            view.code,
            view.label,
            partial(_count, view),
            ("customer", "contact", "quote"),
        )
        for view in pinned(ws)
    ]


SPECS = (
    PageSpec(
        name="customers",
        title=N_("Customers"),
        icon="users",
        factory=_list,
        pinned=_pinned,
        new=(Action(N_("Customer"), _new, icon="user-plus"),),
        commands=(
            Action(N_("New customer"), _new, icon="user-plus"),
            Action(N_("New customer from the clipboard"), _pasted, icon="clipboard-paste"),
        ),
    ),
    PageSpec(
        name="customer",
        kinds=("customer",),
        title=N_("Customer"),
        icon="users",
        factory=_card,
        section="",
        belongs="customers",
    ),
    PageSpec(
        name="classes",
        title=N_("Classes of customers"),
        icon="chart-column",
        factory=_classes,
        section="",
        belongs="customers",
        commands=(
            Action(N_("Classes of customers by sales"), lambda s: s.router.open("classes"), icon="chart-column"),
        ),
    ),
    PageSpec(
        name="duplicates",
        title=N_("Likely doubles"),
        icon="git-merge",
        factory=_doubles,
        section="",
        belongs="customers",
        commands=(
            Action(N_("Likely doubles: find and merge"), lambda s: s.router.open("duplicates"), icon="git-merge"),
        ),
    ),
)
