"""The main contact of a customer, which lists show beside its fields: it is written, and read for new customers alone."""

from __future__ import annotations

from collections.abc import Sequence

from app.customers.queries import reaches
from app.records.workspace import Workspace


def names(ws: Workspace, customers: Sequence[int]) -> list[str | None]:
    """The name of each customer's main contact, None when there is none."""
    found = reaches(ws, customers)
    return [found[one].name if one in found else None for one in customers]
