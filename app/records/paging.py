"""Many records read page by page and column by column: several times faster than one ``Record`` after the other."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from app.records.fields import Field, FieldKind
from app.records.storage import CUSTOM, columns, has_key, key_column
from app.records.workspace import Workspace
from db.failures import explained

PAGE = 2000


@dataclass(frozen=True, slots=True)
class Page:
    """Some records: their ids, and for each field its values as the table holds them (see ``storage.decode``).

    ``currencies`` names the currency of each record's amounts.
    """

    ids: list[int]
    columns: dict[str, Sequence[Any]]
    currencies: Sequence[str]


def pages(
    ws: Workspace, kind: str, numbers: Sequence[int], fields: Sequence[Field], size: int = PAGE
) -> Iterator[Page]:
    """Records in the order of their ids; those that are not there are left out.

    Args:
        numbers: the ids.
        fields: the fields wanted.
        size: how many records a page holds.
    """
    record = ws.dictionary.type(kind)
    own = record.has("currency")
    names = list(dict.fromkeys(CUSTOM if field.custom else field.name for field in fields))
    held = ["id", *names, *(["currency"] if own and "currency" not in names else [])]
    quoted = ",".join(map(_quoted, held))
    sql = f'SELECT {quoted} FROM "{record.name}" WHERE id IN (SELECT value FROM json_each(?))'
    base = ws.currency
    for start in range(0, len(numbers), size):
        part = list(numbers[start : start + size])
        with ws.book.reading() as connection, explained(ws.path):
            found = connection.execute(sql, (json.dumps(part),)).fetchall()
        if [row[0] for row in found] != part:
            by_id = {row[0]: row for row in found}
            found = [by_id[number] for number in part if number in by_id]
        if not found:
            continue
        taken = dict(zip(held, zip(*found, strict=True), strict=True))
        currencies = [code or base for code in taken["currency"]] if own else [base] * len(found)
        yield Page(list(taken["id"]), {field.name: _column(field, taken) for field in fields}, currencies)


def _quoted(name: str) -> str:
    return f'"{name}"'


def _column(field: Field, taken: dict[str, tuple[Any, ...]]) -> Sequence[Any]:
    if not field.custom:
        return taken[field.name]
    return [json.loads(held).get(field.name) if held else None for held in taken[CUSTOM]]


def stored(ws: Workspace, kind: str, numbers: Sequence[int]) -> list[dict[str, Any]]:
    """Records as their table holds them, pictures and sort keys left out, in the order of their ids.

    ``decoding.from_row`` makes values of them.
    """
    record = ws.dictionary.type(kind)
    away = {field.name for field in record.fields if field.kind is FieldKind.IMAGE}
    away |= {key_column(field) for field in record.fields if has_key(field)}
    names = ["id", *(column.name for column in columns(record) if column.name not in away)]
    sql = f'SELECT {",".join(map(_quoted, names))} FROM "{record.name}" WHERE id IN (SELECT value FROM json_each(?))'
    with ws.book.reading() as connection, explained(ws.path):
        found = {row[0]: row for row in connection.execute(sql, (json.dumps(list(numbers)),))}
    return [dict(zip(names, found[number], strict=True)) for number in numbers if number in found]


def settings(ws: Workspace) -> dict[str, str]:
    """The settings that the book holds, as JSON texts by name."""
    with ws.book.reading() as connection, explained(ws.path):
        return dict(connection.execute("SELECT name, value FROM setting ORDER BY name").fetchall())
