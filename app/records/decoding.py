"""From rows of a table to the values of records: looked up once for many rows."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from operator import itemgetter
from typing import Any

from app.records.fields import SCALED, Field, FieldKind
from app.records.storage import CUSTOM, normal_column
from app.shared.money import from_millionths, from_minor
from app.shared.phones import Phone

Row = Sequence[Any]
Decode = Callable[[Row], Any]

_READERS: dict[FieldKind, Callable[[Any], Any]] = {
    FieldKind.PRICE: from_millionths,
    FieldKind.QUANTITY: from_millionths,
    FieldKind.PERCENT: from_millionths,
    FieldKind.DATE: date.fromisoformat,
    FieldKind.WALL: datetime.fromisoformat,
    FieldKind.INSTANT: datetime.fromisoformat,
    FieldKind.BOOLEAN: bool,
    FieldKind.TAGS: lambda raw: tuple(json.loads(raw)),
}
_NUMBERS = {FieldKind.MONEY, FieldKind.INTEGER, FieldKind.BOOLEAN, *SCALED}
_TEXTS = {FieldKind.TEXT, FieldKind.LONG_TEXT, FieldKind.CHOICE, FieldKind.EMAIL, FieldKind.URL}


def decoders(fields: Sequence[Field], columns: Sequence[str], currency: str) -> list[tuple[str, Decode]]:
    """For each field, how to get its value from a row.

    Args:
        columns: the names of the row's columns, in their order.
        currency: of amounts in rows that name none.
    """
    at = {name: place for place, name in enumerate(columns)}
    return [(field.name, _decoder(field, at, currency)) for field in fields]


def from_row(row: Mapping[str, Any], fields: Sequence[Field], currency: str) -> dict[str, Any]:
    """The values of the given fields from one row by the names of its columns."""
    values = tuple(row.values())
    return {name: decode(values) for name, decode in decoders(fields, list(row), currency)}


def _decoder(field: Field, at: Mapping[str, int], currency: str) -> Decode:
    if field.custom:
        return _custom(field, at[CUSTOM], _own(at, currency))
    place = at[field.name]
    if field.kind is FieldKind.PHONE:
        normal = at[normal_column(field)]
        return lambda row: None if (raw := row[place]) is None else Phone(raw, row[normal] or "")
    if field.kind is FieldKind.MONEY:
        own = _own(at, currency)
        return lambda row: None if (raw := row[place]) is None else from_minor(raw, own(row))
    read = _READERS.get(field.kind)
    if read is None:
        return itemgetter(place)
    nothing = () if field.kind is FieldKind.TAGS else None
    return lambda row: nothing if (raw := row[place]) is None else read(raw)


def _own(at: Mapping[str, int], currency: str) -> Callable[[Row], str]:
    """The currency of a row's amounts: its own, else the book's."""
    place = at.get("currency")
    if place is None:
        return lambda _row: currency
    return lambda row: row[place] or currency


def _custom(field: Field, place: int, own: Callable[[Row], str]) -> Decode:
    name, kind, normal = field.name, field.kind, normal_column(field)
    nothing = () if kind is FieldKind.TAGS else None
    kept, read = int if kind in _NUMBERS else str, _READERS.get(kind)

    def decode(row: Row) -> Any:
        held = json.loads(row[place]) if row[place] else {}
        raw = held.get(name)
        if raw is None:
            return nothing
        fits = isinstance(raw, kept)
        if not fits:
            # Of a time when the field was of another kind, back by the undo of an older operation or from the trash.
            return str(raw) if kind in _TEXTS else nothing
        if kind is FieldKind.PHONE:
            return Phone(raw, held.get(normal) or "")
        if kind is FieldKind.MONEY:
            return from_minor(raw, own(row))
        try:
            return read(raw) if read else raw
        except (ValueError, TypeError):
            return nothing

    return decode
