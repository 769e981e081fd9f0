"""Writing the records of lists: links become ids, and what only the program knows is filled in."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from itertools import groupby
from typing import Any

from app.records.fields import RecordType
from app.records.workspace import Workspace
from app.sales import settings
from app.sales.commands import next_number
from app.transfer.drafting.entries import NewEntry, Ref
from app.transfer.drafting.list_quotes import QUOTE
from app.transfer.grid.list_kinds import ABOUT, CURRENCY
from app.transfer.grid.stopping import watched

Insert = Callable[[str, Collection[dict[str, Any]]], int]


def write_entries(
    ws: Workspace, entries: Mapping[str, Sequence[NewEntry]], firsts: Mapping[str, int], insert: Insert
) -> None:
    """Write the records of lists within a running operation, those that others link to first.

    Args:
        entries: what is written, by kind.
        firsts: the id of the first new record of each kind that was written before.
        insert: writes records of a kind, and gives the id of the first.
    """
    ids = dict(firsts)
    for record in ws.dictionary.types:
        rows = [_values(ws, record, one, ids) for one in watched(entries.get(record.name, ()))]
        if not rows:
            continue
        if record.name == QUOTE:
            _number(ws, record.number, rows)
        # One insert takes the amounts of all its rows for the same currency.
        parts = [list(part) for _currency, part in groupby(rows, key=lambda row: row.get(CURRENCY))]
        written = [insert(record.name, part) for part in parts]
        ids[record.name] = written[0]


def _values(ws: Workspace, record: RecordType, one: NewEntry, ids: Mapping[str, int]) -> dict[str, Any]:
    values = dict(one.values)
    for name, ref in one.links.items():
        number = _id(ref, ids)
        if name == ABOUT:
            values |= {"about_kind": ref[0], "about_id": number}
        else:
            values[name] = number
    if record.has(CURRENCY) and record.field(CURRENCY).required and not values.get(CURRENCY):
        values[CURRENCY] = ws.currency
    if record.has("zone") and record.field("zone").readonly:
        values["zone"] = values.get("zone") or ws.clock.zone_name()
    if record.name == QUOTE:
        values = {"revision": 0, "rounding": "none", "language": ws.setting(settings.LANGUAGE), **values}
    return values


def _id(ref: Ref, ids: Mapping[str, int]) -> int:
    kind, at = ref
    return -at if at < 0 else ids[kind] + at


def _number(ws: Workspace, name: str, rows: Sequence[dict[str, Any]]) -> None:
    """Give the quotes that have no number the next ones."""
    taken = [str(row[name]) for row in rows if row.get(name)]
    for row in rows:
        if not row.get(name):
            row[name] = next_number(ws, row.get("date") or ws.clock.today(), taken)
            taken.append(row[name])
