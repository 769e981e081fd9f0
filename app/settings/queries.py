"""The user's own company."""

from __future__ import annotations

from app.records import queries
from app.records.record import Record
from app.records.workspace import Workspace


def company(ws: Workspace) -> Record | None:
    """The company profile with its pictures, or None until it is filled in."""
    numbers = queries.ids(ws, "company", order=(("id", False),), limit=1)
    if not numbers:
        return None
    fields = [field.name for field in ws.dictionary.type("company").fields]
    return queries.rows(ws, "company", numbers, fields)[0]
