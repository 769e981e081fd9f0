"""The pages of the window, in the order of the sidebar."""

from __future__ import annotations

import importlib
from importlib.util import find_spec

from ui.shell.page import PageSpec

FEATURES = ("followups", "customers", "sales", "products", "transfer", "erasure", "records", "settings")


def specs() -> list[PageSpec]:
    """The specs of all features that have pages; the pages themselves are imported when first opened."""
    found: list[PageSpec] = []
    for feature in FEATURES:
        name = f"ui.{feature}.spec"
        if find_spec(f"ui.{feature}") is not None and find_spec(name) is not None:
            found += importlib.import_module(name).SPECS
    return found
