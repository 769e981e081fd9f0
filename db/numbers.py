"""Numbers that no two records may share, when an undo brings back a record whose number is used again."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import apsw

from db import changesets
from db.schema import Schema


@dataclass(frozen=True, slots=True)
class Renumbered:
    """A record that came back under another number, as another record bears its old one by now."""

    table: str
    id: int
    old: str
    new: str


@contextmanager
def kept_apart(
    connection: apsw.Connection, schema: Schema, packed: bytes, created: Collection[str]
) -> Iterator[list[Renumbered]]:
    """Let the block apply a packed changeset, which creates rows in these tables, although its new rows bear numbers that other rows have.

    Those others step aside during the block and have their numbers again after it; the rows that the block brought
    take the next free ones. The list that is given is filled at the end.
    """
    found: list[Renumbered] = []
    holders = _holders(connection, schema, packed, created)
    for table, column, _, holder, number in holders:
        connection.execute(f'UPDATE "{table}" SET "{column}"=? WHERE id=?', (f"\x00{number}", holder))
    yield found
    for table, column, row, holder, number in holders:
        fresh = free(connection, table, column, number)
        connection.execute(f'UPDATE "{table}" SET "{column}"=? WHERE id=? AND "{column}"=?', (fresh, row, number))
        if connection.changes():
            found.append(Renumbered(table, row, number, fresh))
        connection.execute(f'UPDATE "{table}" SET "{column}"=? WHERE id=?', (number, holder))


def _holders(
    connection: apsw.Connection, schema: Schema, packed: bytes, created: Collection[str]
) -> list[tuple[str, str, int, int, str]]:
    """Table, column, new row, the row that has its number, and the number."""
    unique = {table.name: column for table in schema.tables if (column := unique_column(connection, table.name))}
    if unique.keys().isdisjoint(created):
        return []
    places = {
        table: [row[1] for row in connection.execute(f'PRAGMA table_info("{table}")')].index(column)
        for table, column in unique.items()
    }
    touched: set[tuple[str, int]] = set()
    wanted: list[tuple[str, int, str]] = []
    for change in changesets.changes(packed):
        if change.name not in unique:
            continue
        row = tuple((change.new if change.opcode == apsw.SQLITE_INSERT else change.old) or ())
        number = int(row[0])
        touched.add((change.name, number))
        if change.opcode == apsw.SQLITE_INSERT and isinstance(text := row[places[change.name]], str):
            wanted.append((change.name, number, text))
    out = []
    for table, row_id, text in wanted:
        column = unique[table]
        holder = connection.execute(f'SELECT id FROM "{table}" WHERE "{column}"=?', (text,)).get
        if holder is not None and (table, int(holder)) not in touched:
            out.append((table, column, row_id, int(holder), text))
    return out


def unique_column(connection: apsw.Connection, table: str) -> str:
    """The column of a table that holds numbers of one record each, "" when there is none."""
    for _, name, unique, *_ in connection.execute(f'PRAGMA index_list("{table}")').fetchall():
        if unique:
            return str(connection.execute(f'PRAGMA index_info("{name}")').fetchall()[0][2])
    return ""


def free(connection: apsw.Connection, table: str, column: str, number: str) -> str:
    """The next number that no row has: the last run of digits counts on, and keeps its width."""
    found = re.fullmatch(r"(.*?)([0-9]{1,12})([^0-9]*)", number, re.DOTALL)
    before, digits, after = found.groups() if found else (f"{number}-", "1", "")
    place = int(digits)
    while True:
        place += 1
        wanted = f"{before}{place:0{len(digits)}d}{after}"
        if connection.execute(f'SELECT 1 FROM "{table}" WHERE "{column}"=?', (wanted,)).get is None:
            return wanted
