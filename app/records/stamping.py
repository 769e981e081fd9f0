"""The days that are noted when a field takes a value: how a write of a record is completed by them. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from app.records.fields import RecordType


def made(record: RecordType, values: Sequence[Mapping[str, Any]]) -> Sequence[Mapping[str, Any]]:
    """The values of new records, completed: one that has the value from the beginning has the day that it tells."""
    for stamp in record.stamps:
        if any(one.get(stamp.on) == stamp.value for one in values):
            values = [
                {**one, stamp.field: one.get(stamp.told)}
                if one.get(stamp.on) == stamp.value and one.get(stamp.field) is None
                else one
                for one in values
            ]
    return values


def changed(record: RecordType, values: Mapping[str, Any], today: date) -> tuple[list[str], list[object]]:
    """The further parts of an UPDATE for values that are set, and what their marks stand for.

    A record that has the value already keeps its day.
    """
    parts: list[str] = []
    held: list[object] = []
    for stamp in record.stamps:
        if stamp.on not in values or stamp.field in values:
            continue
        if values[stamp.on] == stamp.value:
            parts.append(f'"{stamp.field}"=CASE WHEN "{stamp.on}"=? THEN coalesce("{stamp.field}", ?) ELSE ? END')
            held += [stamp.value, today.isoformat(), today.isoformat()]
        else:
            parts.append(f'"{stamp.field}"=NULL')
    return parts, held
