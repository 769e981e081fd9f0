"""Writes on any kind of record; each is one operation that can be undone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.records import queries
from app.records.fields import RecordType
from app.records.typed import typed
from app.records.values import coerce
from app.records.workspace import Workspace
from app.shared.errors import InvalidValue
from app.shared.i18n import N_, translate
from db.changes import ChangeSet


@dataclass(frozen=True, slots=True)
class Saved:
    """A record that was made, and what changed."""

    id: int
    changes: ChangeSet


def checked(ws: Workspace, record: RecordType, values: Mapping[str, Any]) -> dict[str, Any]:
    """Raw values as the fields' Python values. Raises InvalidValue; KeyError for a field that does not exist."""
    currency = str(values.get("currency") or ws.currency)
    out: dict[str, Any] = {}
    for name, raw in values.items():
        field = record.field(name)
        value = coerce(field, typed(field, raw, ws.clock.now_wall()), currency=currency, region=ws.region)
        wanted = (value if isinstance(value, tuple) else (value,)) if field.link and value is not None else ()
        there = queries.titles(ws, field.link, wanted) if wanted else {}
        for number in wanted:
            if number not in there:
                raise InvalidValue(
                    name,
                    N_("{label} number {number} is not there."),
                    N_("Choose a record."),
                    label=translate(field.label),
                    number=number,
                )
        out[name] = value
    return out


def create(ws: Workspace, kind: str, values: Mapping[str, Any]) -> Saved:
    """Make a record. Raises InvalidValue when a value does not fit or a required one is missing."""
    record = ws.dictionary.type(kind)
    ready = checked(ws, record, values)
    with ws.operation(N_("New {kind}: {title}"), kind=record.label, title=str(ready.get(record.title) or "")) as op:
        number = op.insert(record.name, ready)
    return Saved(number, op.changes)


def update(ws: Workspace, kind: str, number: int, values: Mapping[str, Any]) -> ChangeSet:
    """Set fields of a record; values that are as before change nothing. Raises InvalidValue, NotFound."""
    record = ws.dictionary.type(kind)
    ready = checked(ws, record, values)
    before = queries.rows(ws, kind, (number,), list(ready))
    if before and all(before[0][name] == value for name, value in ready.items()):
        return ChangeSet()
    title = before[0].title if before else ""
    with ws.operation(N_("Edit {kind}: {title}"), kind=record.label, title=title) as op:
        op.update(record.name, number, ready)
    return op.changes


def update_all(ws: Workspace, kind: str, numbers: Sequence[int], values: Mapping[str, Any]) -> ChangeSet:
    """Set the same values in many records, as one operation. Raises InvalidValue."""
    record = ws.dictionary.type(kind)
    ready = checked(ws, record, values)
    with ws.operation(N_("Edit {count} records: {kind}"), kind=record.label_plural, count=len(numbers)) as op:
        op.update_all(record.name, list(numbers), ready)
    return op.changes


def delete(ws: Workspace, kind: str, numbers: Sequence[int]) -> ChangeSet:
    """Delete records with all that belongs to them, as one operation."""
    record = ws.dictionary.type(kind)
    titles = queries.titles(ws, kind, list(numbers)[:1])
    if len(numbers) == 1:
        name, values = N_("Delete {kind}: {title}"), {"kind": record.label, "title": next(iter(titles.values()), "")}
    else:
        name, values = N_("Delete {count} records: {kind}"), {"kind": record.label_plural, "count": f"{len(numbers):,}"}
    with ws.operation(name, **values) as op:
        op.delete(record.name, numbers)
    return op.changes
