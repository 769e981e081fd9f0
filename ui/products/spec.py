"""The page of products."""

from __future__ import annotations

from app.shared.i18n import N_
from ui.shell.page import Action, Page, PageSpec, Services


def _page(services: Services) -> Page:
    from ui.products.page import ProductsPage

    return ProductsPage(services)


def _new(services: Services) -> None:
    from ui.products.new_product import new_product

    new_product(services)


SPECS = (
    PageSpec(
        "products", N_("Products"), "package", _page, kinds=("product",),
        new=(Action(N_("Product"), _new, icon="package-plus"),),
        commands=(Action(N_("New product"), _new, icon="package-plus"),),
    ),
)  # fmt: skip
