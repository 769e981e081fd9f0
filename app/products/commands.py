"""Writing products."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.products.queries import by_code
from app.records import commands
from app.records.commands import Saved
from app.records.workspace import Workspace
from app.shared.errors import InvalidValue
from app.shared.i18n import N_
from db.changes import ChangeSet


def new_product(ws: Workspace, values: Mapping[str, Any]) -> Saved:
    """Make a product. Raises InvalidValue when its code is taken, or a value does not fit."""
    _refuse_taken(ws, values.get("code"), None)
    return commands.create(ws, "product", values)


def update_product(ws: Workspace, product: int, values: Mapping[str, Any]) -> ChangeSet:
    """Set fields of a product. Raises InvalidValue when its code is taken, or a value does not fit; NotFound."""
    _refuse_taken(ws, values.get("code"), product)
    return commands.update(ws, "product", product, values)


def _refuse_taken(ws: Workspace, code: object, product: int | None) -> None:
    found = by_code(ws, str(code or ""))
    if found and found.id != product:
        raise InvalidValue(
            "code",
            N_("Product code {code} is taken by “{name}”."),
            N_("Choose another code."),
            code=found.code,
            name=found.name,
        )
