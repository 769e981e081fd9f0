"""Records as the objects that the command line and an exported file give as JSON."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from app.records import queries, several
from app.records.fields import Field, RecordType
from app.records.record import Record
from app.records.values import to_json
from app.records.workspace import Workspace
from app.shared.i18n import translate


def key(field: Field) -> str:
    """A field's name in JSON; the user's own fields go by their label."""
    return f"custom:{field.label}" if field.custom else field.name


def label(field: Field) -> str:
    """A field's label for a person."""
    return translate(field.label)


def find_field(record: RecordType, name: str) -> Field | None:
    """The field of a name as JSON or the dictionary has it, or of its label in the language in use."""
    for field in record.fields:
        if name in (field.name, key(field)):
            return field
    return next((field for field in record.fields if name.casefold() == label(field).casefold()), None)


def linked_titles(ws: Workspace, record: RecordType, rows: Sequence[Record]) -> dict[str, dict[int, str]]:
    """The titles of the records that rows link to, by link field and id."""
    found: dict[str, dict[int, str]] = {}
    for field in record.fields:
        if field.link:
            numbers = {row.get(field.name) for row in rows} - {None}
            found[field.name] = queries.titles(ws, field.link, sorted(numbers)) if numbers else {}
    return found


def as_json(
    ws: Workspace, record: RecordType, rows: Sequence[Record], fields: Sequence[Field] | None = None
) -> list[dict[str, Any]]:
    """Records as JSON objects: ``id``, then the fields by their names; a link is an id with its name beside it."""
    titles = linked_titles(ws, record, rows)
    about = _about_titles(ws, record, rows)
    further = _further(ws, record, rows)
    out = []
    for row in rows:
        one: dict[str, Any] = {"id": row.id}
        for field in record.fields if fields is None else fields:
            if field.name not in row.values:
                continue
            value = row[field.name]
            one[key(field)] = to_json(field, value)
            if field.link:
                one[field.name + "_name"] = titles[field.name].get(value) if value is not None else None
            if field.also:
                one[field.name + "s"] = further[field.name].get(row.id, [])
        if record.soft_parent and fields is None:
            one["about_name"] = about.get((row.get("about_kind"), row.get("about_id")))
        out.append(one)
    return out


def _further(ws: Workspace, record: RecordType, rows: Sequence[Record]) -> dict[str, dict[int, list[dict[str, Any]]]]:
    """All records that a link field names, where it may name several: id and name of each, by field and row."""
    found: dict[str, dict[int, list[dict[str, Any]]]] = {}
    for field in several.fields(record):
        held = several.linked(ws, record, field, [(row.id, row.get(field.name)) for row in rows])
        called = queries.titles(ws, field.link, sorted({one for numbers in held.values() for one in numbers}))
        found[field.name] = {
            row: [{"id": one, "name": called.get(one)} for one in numbers] for row, numbers in held.items()
        }
    return found


def _about_titles(ws: Workspace, record: RecordType, rows: Sequence[Record]) -> dict[tuple[Any, Any], str]:
    if not record.soft_parent:
        return {}
    wanted: dict[str, set[int]] = defaultdict(set)
    for row in rows:
        if row.get("about_kind") and row.get("about_id"):
            wanted[row["about_kind"]].add(row["about_id"])
    return {
        (kind, number): title
        for kind, numbers in wanted.items()
        for number, title in queries.titles(ws, kind, sorted(numbers)).items()
    }
