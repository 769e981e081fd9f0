"""JSON as tables: arrays of objects, wherever they stand in the file, JSON lines, and the shapes that pandas writes.

Nothing but the standard library's parser reads it. An object inside an object becomes columns of its own ("address / city"),
objects in an array become a row each ("contacts", "lines"), and what only wraps a value is taken off.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from app.transfer.readers.container import Refused
from app.transfer.readers.encoding import decode
from app.transfer.readers.parts import Part, Value

_BETWEEN = re.compile(r"[\s,]*")
_SURROGATES = re.compile("[\ud800-\udfff]")
_WRAPS = frozenset({"_source", "attributes", "fields", "properties", "node"})
"""What JSON:API, Airtable, HubSpot, Elasticsearch, GraphQL and GeoJSON put around the fields of a record."""
_LABELS = frozenset("id uid type label kind primary is_primary main default verified rel".split())
"""What a value in an array tells beside itself."""
_PHONE = {"typed", "normal"}
_DEEPEST, _LONGEST_INT, _EXACT = 6, 15, 15
_JOINT = ", "
Row = dict[str, Value]


def parts(data: bytes, cells: int) -> list[Part]:
    """The tables of a JSON file.

    Args:
        data: the file.
        cells: so many at most.

    Raises:
        Refused: it is damaged, nested too deeply, too big, or holds no table.
    """
    whole = _loaded(data)
    found: list[Part] = []
    for name, table in _tables(whole, ""):
        made = _part(_clean(name), table, cells)
        if len(made.rows) > 1:
            cells -= len(made.rows) * len(made.rows[0])
            found.append(made)
    if not found:
        raise Refused("no_table")
    return found


def _loaded(data: bytes) -> Any:
    """What the file says; lines of objects are an array of them."""
    decoder = json.JSONDecoder(parse_int=_int, parse_float=_float, parse_constant=lambda name: None)
    text = decode(data).text.strip("\ufeff \t\r\n,")
    found, end = [], 0
    try:
        while end < len(text):
            one, end = decoder.raw_decode(text, end)
            end = _BETWEEN.match(text, end).end()  # type: ignore[union-attr]
            found.append(one)
    except RecursionError as error:
        raise Refused("too_deep") from error
    except ValueError as error:
        raise Refused("damaged") from error
    return found[0] if len(found) == 1 else found


def _int(said: str) -> int | str:
    """A long number is an account or an id: all its digits stay."""
    return int(said) if len(said.lstrip("-")) <= _LONGEST_INT else said


def _float(said: str) -> float | str:
    value = float(said)
    return value if len(re.sub(r"\D", "", said)) <= _EXACT and abs(value) < float("inf") else said


def _tables(value: Any, name: str, depth: int = 0) -> Iterator[tuple[str, list[Any]]]:
    """The tables in a value, each with what it is called."""
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        if any(isinstance(one, dict) for one in value) or (value and all(isinstance(one, list) for one in value)):
            yield name, value
        return
    if not isinstance(value, dict) or not value:
        return
    if (frame := _frame(value)) is not None:
        yield name, frame
        return
    inner = [one for key, held in value.items() for one in _tables(held, key, depth + 1)]
    if inner and not _record(value):
        yield from inner
    elif any(not isinstance(one, (dict, list)) for one in value.values()) or _WRAPS & value.keys():
        yield name, [value]
    else:
        yield from inner


def _record(value: dict[str, Any]) -> bool:
    """Whether an object that holds arrays of objects is a record with them, and no envelope: it says who it is."""
    said = [key for key, one in value.items() if isinstance(one, str) and one.strip()]
    return any(re.search("name|title|名|company|客户", key, re.IGNORECASE) for key in said) and len(said) > 1


def _frame(value: dict[str, Any]) -> list[Any] | None:
    """The rows of a table that is written by columns, by its keys, or with its columns apart; None where it is none."""
    held = list(value.values())
    columns, data = value.get("columns"), value.get("data")
    if isinstance(columns, list) and isinstance(data, list) and all(isinstance(one, list) for one in data):
        return [columns, *data]
    if len(held) > 1 and all(isinstance(one, list) and not _nested(one) for one in held):
        longest = max(map(len, held))
        if longest and all(len(one) == longest for one in held):
            return [list(value), *map(list, zip(*held, strict=True))]
    if len(held) < 2 or not all(isinstance(one, dict) and one for one in held):
        return None
    keys = list(held[0])
    if all(key.isdecimal() for key in keys) and all(list(one) == keys for one in held):
        return [{name: one[key] for name, one in value.items()} for key in keys]
    shared = set.intersection(*(set(one) for one in held))
    return [{"id": key, **one} for key, one in value.items()] if len(shared) > 1 else None


def _nested(values: list[Any]) -> bool:
    return any(isinstance(one, (dict, list)) for one in values)


def _part(name: str, table: list[Any], cells: int) -> Part:
    if all(isinstance(one, list) for one in table):
        return Part(name, rows=[[_cell(one) for one in row] for row in table])
    rows: list[Row] = []
    headers: dict[str, None] = {}
    for one in table:
        for row in _rows(one if isinstance(one, dict) else {"value": one}):
            headers.update(dict.fromkeys(row))
            rows.append(row)
        if len(rows) * len(headers) > cells:
            raise Refused("too_many_cells", sheet=name)
    order = list(headers)
    return Part(name, rows=[[*order], *([row.get(header, "") for header in order] for row in rows)])


def _rows(record: dict[str, Any]) -> list[Row]:
    """The rows of a record: one, or one for each of the objects that belong to it."""
    row: Row = {}
    further: list[tuple[str, list[Any]]] = []
    _flattened(record, (), row, further)
    main = max(further, key=lambda one: len(one[1]), default=("", []))
    for name, held in further:
        if name != main[0]:
            row[name] = "\n".join(_said(one) for one in held)
    if not main[1]:
        return [row]
    rows = []
    for one in main[1]:
        own: Row = {}
        _flattened(one if isinstance(one, dict) else {"": one}, (main[0],), own, [])
        rows.append(row | own)
    return rows


def _flattened(
    record: dict[str, Any], above: tuple[str, ...], row: Row, further: list[tuple[str, list[Any]]], depth: int = 0
) -> None:
    for key, held in record.items():
        path = above if key in _WRAPS and isinstance(held, dict) else (*above, _clean(key))
        value = _unwrapped(held)
        if isinstance(value, dict) and value and depth < _DEEPEST:
            _flattened(value, path, row, further, depth + 1)
        elif isinstance(value, list) and any(isinstance(one, dict) for one in value) and not _simple(value):
            further.append((_header(path), value))
        else:
            row[_header(path)] = _cell(value)


def _header(path: tuple[str, ...]) -> str:
    """What a column is called: two steps as two rows of headers are, more of them with their first ones joined."""
    said = [one for one in path if one]
    return " / ".join(filter(None, (" ".join(said[:-1]), *said[-1:])))


def _unwrapped(value: Any) -> Any:
    """What MongoDB writes as {"$date": …}, {"$oid": …}, {"$numberDecimal": …} is its text, and a phone what was typed."""
    while isinstance(value, dict) and len(value) == 1 and next(iter(value)).startswith("$"):
        value = next(iter(value.values()))
    return value["typed"] if isinstance(value, dict) and value.keys() == _PHONE else value


def _simple(values: list[Any]) -> bool:
    """Whether the objects of an array have one value each, beside what it is labelled with: numbers, addresses, tags."""
    return all(not isinstance(one, dict) or len(_told(one)) <= 1 for one in values)


def _told(one: dict[str, Any]) -> list[Any]:
    return [held for key, held in one.items() if key.casefold() not in _LABELS and held not in (None, "", [], {})]


def _cell(value: Any) -> Value:
    value = _unwrapped(value)
    if value is None:
        return ""
    if isinstance(value, (bool, float)):
        return value
    if isinstance(value, int):
        return float(value)
    if isinstance(value, str):
        return _clean(value)
    if isinstance(value, list):
        return _JOINT.join(filter(None, (_said(one) for one in value)))
    return _said(value)


def _said(value: Any) -> str:
    """A value that is no column of its own in words."""
    value = _unwrapped(value)
    if isinstance(value, dict):
        told = _told(value)
        if len(told) == 1 and not isinstance(told[0], (dict, list)):
            return _said(told[0])
        return "; ".join(f"{_clean(key)}: {_said(one)}" for key, one in value.items() if one not in (None, "", [], {}))
    if isinstance(value, list):
        return _JOINT.join(map(_said, value))
    if isinstance(value, float):
        return f"{value:.15g}"
    return "" if value is None else _clean(str(value))


def _clean(text: str) -> str:
    """Without half characters, which no book can hold."""
    return _SURROGATES.sub("\ufffd", text)
