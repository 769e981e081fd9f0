"""How the values of a record lie in its table: the columns of each field, and the way in."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date
from operator import attrgetter
from typing import Any

from app.records.fields import SCALED, Field, FieldKind, RecordType
from app.shared.money import to_millionths, to_minor
from app.shared.pinyin import first
from db.schema import Column

Reader = Callable[[Mapping[str, Any]], object]
CUSTOM = "custom"
_INTEGERS = {FieldKind.MONEY, FieldKind.INTEGER, FieldKind.BOOLEAN, FieldKind.LINK, *SCALED}


def normal_column(field: Field) -> str:
    """The column with the normal form of a phone field."""
    return field.name + "_normal"


def key_column(field: Field) -> str:
    """The column that a list sorts a name by: pinyin, so that Chinese names stand as in a phone book."""
    return field.name + "_key"


def has_key(field: Field) -> bool:
    """Whether the field has a sort key beside it."""
    return field.pinyin and field.indexed


def columns(record: RecordType) -> tuple[Column, ...]:
    """The columns of a record type's table; the user's own fields share the last one."""
    found: list[Column] = []
    for field in record.fields:
        if field.custom:
            continue
        kind = "INTEGER" if field.kind in _INTEGERS else "BLOB" if field.kind is FieldKind.IMAGE else "TEXT"
        found.append(Column(field.name, kind, field.link, field.indexed))
        if field.kind is FieldKind.PHONE:
            found.append(Column(normal_column(field), "TEXT"))
        if has_key(field):
            found.append(Column(key_column(field), "TEXT", indexed=True))
    found.append(Column(CUSTOM, "TEXT"))
    return tuple(found)


def encode(field: Field, value: Any, currency: str) -> object:
    """A value as its column holds it."""
    if value is None:
        return None
    if field.kind is FieldKind.MONEY:
        return to_minor(value, currency)
    writer = _WRITERS.get(field.kind)
    return writer(value) if writer else value


_WRITERS: dict[FieldKind, Callable[[Any], object]] = {
    FieldKind.PRICE: to_millionths,
    FieldKind.QUANTITY: to_millionths,
    FieldKind.PERCENT: to_millionths,
    FieldKind.PHONE: attrgetter("typed"),
    FieldKind.DATE: date.isoformat,
    FieldKind.WALL: lambda value: value.isoformat(timespec="minutes"),
    FieldKind.INSTANT: lambda value: value.astimezone(UTC).isoformat(timespec="seconds"),
    FieldKind.TAGS: lambda value: json.dumps(list(value), ensure_ascii=False) if value else None,
    FieldKind.BOOLEAN: int,
}


def to_row(record: RecordType, values: Mapping[str, Any], currency: str) -> dict[str, object]:
    """The columns for given values, derived ones included; the user's own fields are left to ``custom_json``."""
    return {column: read(values) for column, read in readers(record, values, currency)}


def readers(record: RecordType, names: Iterable[str], currency: str) -> list[tuple[str, Reader]]:
    """For each column that the named fields fill, how to get its value from a mapping of values.

    Made once for many rows: nothing is looked up in the dictionary per row.
    """
    found: list[tuple[str, Reader]] = []
    for name in names:
        field = record.field(name)
        if field.custom:
            continue
        found.append((name, _reader(field, currency)))
        if field.kind is FieldKind.PHONE:
            found.append((normal_column(field), _normal_reader(name)))
        if has_key(field):
            found.append((key_column(field), _key_reader(name)))
    return found


def plain(field: Field) -> bool:
    """Whether a field's column holds its value as it is, so that it needs no reader."""
    return not field.custom and field.kind is not FieldKind.MONEY and field.kind not in _WRITERS


def _reader(field: Field, currency: str) -> Reader:
    name = field.name
    writer = _WRITERS.get(field.kind)
    if field.kind is FieldKind.MONEY:
        return lambda values: None if (value := values.get(name)) is None else to_minor(value, currency)
    if writer is None:
        return lambda values: values.get(name)
    return lambda values: None if (value := values.get(name)) is None else writer(value)


def _normal_reader(name: str) -> Reader:
    return lambda values: None if (value := values.get(name)) is None else value.normal or None


def _key_reader(name: str) -> Reader:
    return lambda values: sort_key(value) if (value := values.get(name)) else None


def custom_json(record: RecordType, old: str | None, values: Mapping[str, Any], currency: str) -> str | None:
    """The ``custom`` column with the given values of the user's own fields put in."""
    held: dict[str, object] = json.loads(old) if old else {}
    for name, value in values.items():
        field = record.field(name)
        if field.custom:
            held |= own_parts(field, value, currency)
    held = {name: value for name, value in held.items() if value is not None}
    return json.dumps(held, ensure_ascii=False, sort_keys=True) if held else None


def own_parts(field: Field, value: Any, currency: str) -> dict[str, object]:
    """What the ``custom`` column holds of a value of the user's own field; None for what it holds no more."""
    parts = {field.name: encode(field, value, currency)}
    if field.kind is FieldKind.PHONE:
        parts[normal_column(field)] = (value.normal or None) if value is not None else None
    return parts


def sort_key(text: str) -> str:
    """What a list sorts a name by: its pinyin in the commonest readings, lower case."""
    return text.lower() if text.isascii() else first(text)
