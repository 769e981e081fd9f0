"""Reads on any kind of record; each gives plain frozen values."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from peewee import SQL, Model, NodeList, fn

from app.records.conditions import AnyOf, Around, Condition, Linked, Where, column, expression
from app.records.decoding import decoders
from app.records.fields import Field, FieldKind, RecordType
from app.records.operation import gone
from app.records.record import Record
from app.records.storage import CUSTOM, has_key, key_column, normal_column
from app.records.workspace import Workspace
from app.shared.errors import DamagedBook, KebuError, NotFound
from app.shared.i18n import N_, listed, translate
from app.shared.phones import Phone, pretty
from db import search as index
from db.failures import explained

Order = Sequence[tuple[str, bool]]
_PART = 5_000
"""So many rows of a whole table are taken at a time."""

__all__ = [
    "AnyOf",
    "Condition",
    "Hit",
    "Linked",
    "Where",
    "columns",
    "count",
    "distinct",
    "find",
    "get",
    "groups",
    "ids",
    "linked",
    "rows",
    "search",
    "titles",
]


@dataclass(frozen=True, slots=True)
class Hit:
    """A record that a search found. ``parent`` is the id of the record it belongs to, 0 when it stands alone."""

    kind: str
    id: int
    title: str
    detail: str
    parent: int = 0


def get(ws: Workspace, kind: str, number: int) -> Record:
    """One record with all its fields. Raises NotFound."""
    found = rows(ws, kind, (number,))
    if not found:
        raise gone(ws.dictionary.type(kind), number)
    return found[0]


def rows(ws: Workspace, kind: str, numbers: Sequence[int], fields: Sequence[str] | None = None) -> list[Record]:
    """Records in the order of their ids; those that are not there are left out.

    Args:
        fields: the fields wanted; all but pictures when None.
    """
    record = ws.dictionary.type(kind)
    wanted = tuple(
        field
        for field in record.fields
        if (field.name in fields if fields is not None else field.kind is not FieldKind.IMAGE)
    )
    names = _columns(record, wanted)
    sql = f'SELECT {",".join(names)} FROM "{record.name}" WHERE id IN (SELECT value FROM json_each(?))'
    with ws.book.reading() as connection, explained(ws.path):
        found = {row[0]: row for row in connection.execute(sql, (json.dumps(list(numbers)),))}
    reads = decoders(wanted, [name.strip('"') for name in names], ws.currency)
    place = names.index(f'"{record.title}"')
    out = []
    for number in numbers:
        if (row := found.get(number)) is not None:
            try:
                values = {name: read(row) for name, read in reads}
            except (ValueError, TypeError) as error:
                raise DamagedBook(
                    N_("{label} number {number} holds a value that cannot be read: the book is damaged."),
                    N_("See what is wrong with: kebu check"),
                    label=translate(record.label),
                    number=number,
                ) from error
            title = row[place]
            out.append(Record(record.name, number, str(title) if title is not None else f"#{number}", values))
    return out


def columns(ws: Workspace, kind: str, names: Sequence[str]) -> Iterator[tuple[Any, ...]]:
    """The id and some fields of all records as they lie in the table, by id: cheap enough to look at a whole book.

    They come some thousands at a time, and what the engine remembers of a long table is let go after it.

    Args:
        names: fields of the program; of a phone field its normal form is given.
    """
    record = ws.dictionary.type(kind)
    fields = [record.field(name) for name in names]
    held = [normal_column(field) if field.kind is FieldKind.PHONE else field.name for field in fields]
    quoted = ",".join(f'"{name}"' for name in ("id", *held))
    sql = f'SELECT {quoted} FROM "{record.name}" WHERE id > ? ORDER BY id LIMIT {_PART}'
    last, full = 0, 0
    while True:
        with ws.book.reading() as connection:
            rows = connection.execute(sql, (last,)).fetchall()
        yield from rows
        if len(rows) < _PART:
            break
        last, full = rows[-1][0], full + 1
    if full:
        ws.book.let_pages_go()


def _columns(record: RecordType, fields: Sequence[Field]) -> list[str]:
    names = {"id": None, record.title: None}
    if record.has("currency"):
        names["currency"] = None
    for field in fields:
        if field.custom:
            names[CUSTOM] = None
            continue
        names[field.name] = None
        if field.kind is FieldKind.PHONE:
            names[normal_column(field)] = None
    return [f'"{name}"' for name in names]


def ids(
    ws: Workspace,
    kind: str,
    where: Sequence[Where] = (),
    order: Order = (),
    text: str = "",
    limit: int | None = None,
) -> array[int]:
    """The ordered ids of the records that fit.

    Args:
        where: conditions, all of which hold.
        order: pairs of field and whether it is descending; newest first when empty. Empty values come last.
        text: what a search box holds; every word of it is found in the record.
        limit: at most that many.
    """
    record = ws.dictionary.type(kind)
    model = ws.book.models[record.name]
    query = _filtered(ws, record, model, model.select(model.id), where, text)  # type: ignore[attr-defined]
    query = query.order_by(*_ordering(model, record, order))
    if limit is not None:
        query = query.limit(limit)
    sql, values = query.sql()
    with ws.book.reading() as connection, explained(ws.path):
        return array("q", (row[0] for row in connection.execute(sql, tuple(values))))


def count(ws: Workspace, kind: str, where: Sequence[Where] = (), text: str = "") -> int:
    """How many records fit; see ``ids``."""
    record = ws.dictionary.type(kind)
    model = ws.book.models[record.name]
    query = _filtered(ws, record, model, model.select(SQL("count(*)")), where, text)
    sql, values = query.sql()
    with ws.book.reading() as connection, explained(ws.path):
        return int(connection.execute(sql, tuple(values)).get)


def _filtered(
    ws: Workspace, record: RecordType, model: type[Model], query: Any, where: Sequence[Where], text: str
) -> Any:
    found = expression(model, record, where, _around(ws))
    if found is not None:
        query = query.where(found)
    if text.strip():
        matching = index.matching(text, record.code)
        if matching is not None:
            sql, values = matching
            query = query.where(SQL(f'"t1"."id" IN ({sql})', list(values)))
    return query


def _around(ws: Workspace) -> Around:
    def kind(name: str) -> tuple[type[Model], RecordType]:
        record = ws.dictionary.type(name)
        return ws.book.models[record.name], record

    return Around(ws.currency, ws.clock.today(), kind)


def _ordering(model: type[Model], record: RecordType, order: Order) -> list[Any]:
    out: list[Any] = []
    for name, descending in order:
        if name == "id":
            continue
        if not record.has(name):
            raise KebuError(N_("{kind} have no field “{name}”."), kind=record.plural, name=name)
        field = record.field(name)
        held = getattr(model, key_column(field)) if has_key(field) else sorted_by(model, field)
        if field.required:
            # Never empty: with NULLS LAST an index would not serve a field that is not the first one.
            out.append(held.desc() if descending else held.asc())
            continue
        # NULLS LAST is read off the index; "x IS NULL, x" sorts the whole table: 560 ms against 0.2 at 1,000,000.
        out.append(held.desc() if descending else NodeList((held.asc(), SQL("NULLS LAST"))))
    descending = not order or order[-1][1]
    out.append(model.id.desc() if descending else model.id.asc())  # type: ignore[attr-defined]
    return out


def sorted_by(model: type[Model], field: Field) -> Any:
    """The SQL of what a list sorts a field by: of a list that the user ordered the place of the value."""
    held = column(model, field)
    codes = [choice.code for choice in field.choices]
    if field.kind is not FieldKind.CHOICE or not any(one.own for one in field.choices) or codes == sorted(codes):
        return held
    places = " ".join(f"WHEN ? THEN {place:d}" for place in range(len(codes)))
    known = NodeList((SQL("CASE"), held, SQL(f"{places} END", codes)))
    return fn.coalesce(known, held)


def distinct(ws: Workspace, kind: str, name: str, prefix: str = "", limit: int = 20) -> list[str]:
    """The values of a text field for completion: those that the user ordered, then what records hold, most used first."""
    record = ws.dictionary.type(kind)
    field = record.field(name)
    held = f"json_extract(\"{CUSTOM}\", '$.{name}')" if field.custom else f'"{name}"'
    sql = (
        f"SELECT {held} FROM \"{record.name}\" WHERE {held} LIKE ? ESCAPE '\\' AND {held} <> ''"
        f" GROUP BY {held} ORDER BY count(*) DESC, {held} LIMIT ?"
    )
    pattern = prefix.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
    retired = {one.code for one in field.words if one.retired}
    first = [one.code for one in field.words if not one.retired and one.code.casefold().startswith(prefix.casefold())]
    with ws.book.reading() as connection, explained(ws.path):
        found = [row[0] for row in connection.execute(sql, (pattern, limit + len(retired)))]
    return [word for word in dict.fromkeys((*first, *found)) if word not in retired][:limit]


def groups(ws: Workspace, kind: str, name: str, where: Sequence[Where] = ()) -> dict[Any, int]:
    """How many records hold each value of a field."""
    record = ws.dictionary.type(kind)
    model = ws.book.models[record.name]
    held = column(model, record.field(name))
    query = model.select(held, SQL("count(*)")).group_by(held)
    found = expression(model, record, where, _around(ws))
    sql, values = (query.where(found) if found is not None else query).sql()
    with ws.book.reading() as connection, explained(ws.path):
        return dict(connection.execute(sql, tuple(values)).fetchall())


def titles(ws: Workspace, kind: str, numbers: Sequence[int]) -> dict[int, str]:
    """The titles of records by id."""
    record = ws.dictionary.type(kind)
    sql = f'SELECT id, "{record.title}" FROM "{record.name}" WHERE id IN (SELECT value FROM json_each(?))'
    with ws.book.reading() as connection, explained(ws.path):
        return dict(connection.execute(sql, (json.dumps(list(numbers)),)).fetchall())


def linked(
    ws: Workspace, kind: str, field: str, number: int, order: Order = (), limit: int | None = None
) -> list[Record]:
    """The records of a kind whose link field points to a record."""
    return rows(ws, kind, ids(ws, kind, (Condition(field, "=", number),), order or (("id", False),), limit=limit))


def search(ws: Workspace, text: str, kinds: Sequence[str] | None = None, limit: int = 20) -> list[Hit]:
    """Records that hold every word of the text, newest first; names that begin with it stand first.

    Args:
        kinds: the kinds to look in; all when None.
    """
    text = text.strip()
    if not text:
        return []
    types = [ws.dictionary.type(kind) for kind in kinds] if kinds else list(ws.dictionary.types)
    codes = [one.code for one in types] if kinds else []
    by_code = {one.code: one for one in types}
    with ws.book.reading() as connection, explained(ws.path):
        found: dict[tuple[int, int], None] = {}
        for one in types:
            if one.standalone:
                found.update(dict.fromkeys((one.code, number) for number in _beginning(connection, one, text, limit)))
        for pair in index.find(connection, text, codes=codes, limit=limit):
            found.setdefault(pair)
    chosen = list(found)[:limit]
    by_kind: dict[str, list[int]] = {}
    for code, number in chosen:
        if code in by_code:
            by_kind.setdefault(by_code[code].name, []).append(number)
    hits = {(kind, hit.id): hit for kind, numbers in by_kind.items() for hit in _hits(ws, kind, numbers)}
    return [hits[key] for code, number in chosen if code in by_code and (key := (by_code[code].name, number)) in hits]


def _beginning(connection: Any, record: RecordType, text: str, limit: int) -> list[int]:
    """Records whose title begins with the text, by the title's index."""
    field = record.field(record.title) if record.has(record.title) else None
    if field is None or not field.indexed:
        return []
    sql = f'SELECT id FROM "{record.name}" WHERE "{field.name}" >= ? AND "{field.name}" < ? ORDER BY "{field.name}" LIMIT ?'
    return [row[0] for row in connection.execute(sql, (text, text + "\U0010ffff", limit))]


def _hits(ws: Workspace, kind: str, numbers: Sequence[int]) -> list[Hit]:
    record = ws.dictionary.type(kind)
    shown = [field.name for field in record.fields if field.searched or field.name == record.parent]
    found = rows(ws, kind, numbers, shown)
    parent = record.field(record.parent) if record.parent else None
    names = titles(ws, parent.link, [row[parent.name] for row in found if row[parent.name]]) if parent else {}
    hits = []
    for row in found:
        owner = row[parent.name] if parent else None
        parts = [names.get(owner, "")] if owner else []
        told = [row.get(name) for name in ("phone", "mobile", "city", "specification")]
        parts += [pretty(value) if isinstance(value, Phone) else str(value) for value in told if value]
        hits.append(Hit(kind, row.id, row.title, " · ".join(part for part in parts if part), owner or 0))
    return hits


def find(ws: Workspace, kind: str, wanted: str) -> Record:
    """The record with this id, document number or name; part of a name does when only one record has it.

    Raises:
        NotFound: none, or several, with what to do.
    """
    record = ws.dictionary.type(kind)
    names = [name for name in dict.fromkeys((record.number, record.title)) if name]
    if wanted.isdecimal() and (found := rows(ws, kind, (int(wanted),))):
        return found[0]
    for name in names:
        numbers = ids(ws, kind, (Condition(name, "=", wanted),), limit=2)
        if numbers:
            return get(ws, kind, numbers[0])
    hits = search(ws, wanted, [record.name], limit=6)
    if len(hits) == 1:
        return get(ws, kind, hits[0].id)
    if not hits:
        raise NotFound(N_("No record “{text}” was found."), N_("Try: kebu search {text}"), text=wanted)
    raise NotFound(
        N_("Several records fit “{text}”: {names}."),
        N_("Give the whole name or the number."),
        text=wanted,
        names=listed(f"{hit.title} ({hit.id})" for hit in hits),
    )
