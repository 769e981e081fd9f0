"""A window over a book with some products."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from app.products.commands import new_product

if TYPE_CHECKING:
    from app.records.workspace import Workspace
    from ui.products.page import ProductsPage
    from ui.shell.window import MainWindow


@pytest.fixture
def furnished(ws: Workspace) -> Workspace:
    """Three products."""
    for code, name in (("A-1", "阀门"), ("B-2", "水泵"), ("C-3", "电机")):
        new_product(ws, {"code": code, "name": name, "price": "10"})
    return ws


@pytest.fixture
def page(window: MainWindow, told: Any, settle: Callable[[], None]) -> ProductsPage:
    """The page, open."""
    made = window.router.open("products")
    settle()
    return made
