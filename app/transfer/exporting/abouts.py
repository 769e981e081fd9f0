"""What records such as reminders are about, in words: the customer, and beside it the quote or contact it is about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from app.records import queries
from app.records.fields import Field, RecordType
from app.records.workspace import Workspace
from app.shared.i18n import translate
from app.transfer.grid.own_headers import ABOUT_ID, ABOUT_KIND

_CUSTOMER = "customer"


def cells(ws: Workspace, record: RecordType, field: Field, numbers: Sequence[int]) -> list[str | None]:
    """The cells of a page of records.

    Args:
        record: what the records are.
        field: ``about_id`` for the names of the customers, ``about_kind`` for what else they are about.
        numbers: the ids of the records.
    """
    rows = queries.rows(ws, record.name, numbers, (ABOUT_KIND, ABOUT_ID))
    found = {row.id: (row[ABOUT_KIND], row[ABOUT_ID]) for row in rows if row[ABOUT_KIND] and row[ABOUT_ID]}
    wanted: dict[str, set[int]] = defaultdict(set)
    for kind, number in found.values():
        wanted[kind].add(number)
    told: dict[tuple[str, int], str] = {}
    for kind in wanted:
        told |= (_owners if field.name == ABOUT_ID else _titles)(ws, kind, sorted(wanted[kind]))
    return [told.get(found[number]) if number in found else None for number in numbers]


def _titles(ws: Workspace, kind: str, numbers: list[int]) -> dict[tuple[str, int], str]:
    """What records are called, with the word for their kind; nothing of customers, whose names stand in a column of their own."""
    if kind == _CUSTOMER:
        return {}
    word = translate(ws.dictionary.type(kind).label)
    return {(kind, at): f"{word} {title}" for at, title in queries.titles(ws, kind, numbers).items()}


def _owners(ws: Workspace, kind: str, numbers: list[int]) -> dict[tuple[str, int], str]:
    """The names of the customers that records belong to."""
    if kind == _CUSTOMER:
        return {(kind, at): str(name) for at, name in queries.titles(ws, kind, numbers).items()}
    link = next((one.name for one in ws.dictionary.type(kind).fields if one.link == _CUSTOMER), "")
    rows = queries.rows(ws, kind, numbers, (link,)) if link else []
    names = queries.titles(ws, _CUSTOMER, sorted({row[link] for row in rows if row[link]}))
    return {(kind, row.id): str(names[row[link]]) for row in rows if row[link] in names}
