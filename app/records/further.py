"""Values of link fields that may name several records, parted into the first and the further ones."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.records.fields import Field, RecordType


def fields(record: RecordType) -> tuple[Field, ...]:
    """The fields of a record type that may link to several records."""
    return tuple(one for one in record.fields if one.also)


def split(record: RecordType, values: Mapping[str, Any]) -> tuple[Mapping[str, Any], dict[str, tuple[int, ...]]]:
    """Values with one id in each link field, and the further ids that were given.

    A field that was given one id only is not among the latter: its further ones stay as they are.
    """
    more: dict[str, tuple[int, ...]] = {}
    for field in fields(record):
        given = values.get(field.name)
        if isinstance(given, (tuple, list)):
            found = list(dict.fromkeys(given))
            more[field.name] = tuple(found[1:])
            values = {**values, field.name: found[0] if found else None}
    return values, more
