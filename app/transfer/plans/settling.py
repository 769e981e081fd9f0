"""Rows about records of the book against what these hold, once all rows are planned."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from app.customers.joining import also_called
from app.records.fields import FieldKind, RecordType
from app.transfer.drafting import merging
from app.transfer.grid.stopping import watched
from app.transfer.plans.planned import Action, Book, Writes, already_there
from app.transfer.plans.row_states import RowState
from app.transfer.plans.write_modes import merged

ALSO = "#also"
"""Of a row's values: another name of the customer than the book holds."""
Later = tuple[RowState, str, int, dict[str, Any]]
"""A row, the type and number of the book's record that it is about, and what it says of it."""


def compare(later: Sequence[Later], book: Book, types: Mapping[str, RecordType], mode: str, writes: Writes) -> None:
    """Put what the rows change into the updates to be written; a row that changes nothing is none.

    Args:
        later: the rows, in their order: a later one sees what an earlier one changes.
        book: whose records are read, only those fields that are asked for.
        types: the record types by name.
        mode: see ``plan``.
        writes: to whose updates the changes are added.
    """
    full = _fetched(later, book, types)
    overwrite = mode == merging.OVERWRITE
    for row, kind, number, values in watched(later):
        before = writes.updates[kind].get(number, {})
        held = {**full[kind].get(number, {}), **before}
        chosen = row.wanted if kind == "customer" else ()
        other = values.pop(ALSO, None)
        policy = row.policy.get(kind)
        if policy or chosen:
            found = merged(types[kind], held, values, overwrite, chosen, policy or {}, before)
        else:
            found = merging.changes(held, values, overwrite, chosen)
        if other and "name" not in found:
            found |= also_called({**held, **found}, other)
        if found:
            writes.updates[kind][number] = {**before, **found}
            row.match = row.match or already_there(number, row.title)
            if row.action is Action.DUPLICATE:
                row.action = Action.UPDATE


def _fetched(
    later: Sequence[Later], book: Book, types: Mapping[str, RecordType]
) -> dict[str, Mapping[int, Mapping[str, Any]]]:
    """What the book's records hold in the fields that the rows name."""
    wanted: dict[str, set[int]] = defaultdict(set)
    named: dict[str, set[str]] = defaultdict(set)
    for row, kind, number, values in later:
        wanted[kind].add(number)
        named[kind].update(values)
        if row.policy:
            named[kind].update(name for name in row.policy.get(kind, ()) if types[kind].has(name))
    if ALSO in named["customer"]:
        named["customer"] = (named["customer"] - {ALSO}) | {"name", "short_name", "notes"}
    for kind, names in named.items():
        names.update(field.name for field in types[kind].fields if field.kind is FieldKind.PHONE)
        names.update(merging.LOOKED_AT)
    return {kind: book.fetch(kind, sorted(numbers), named[kind]) for kind, numbers in wanted.items()}
