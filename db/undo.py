"""Undo and redo: the inverse of a recorded changeset, with rows edited since kept whole."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from contextlib import nullcontext
from dataclasses import dataclass

import apsw

from db import changesets, numbers
from db.changes import Ids, collect
from db.journal import Journal
from db.numbers import Renumbered
from db.schema import Schema

Row = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Applied:
    """What an undo or redo could not take back as it was.

    Attributes:
        kept: rows as (table, id) that were edited, or given new company, since.
        renumbered: records that came back under another number.
    """

    kept: tuple[Row, ...]
    renumbered: tuple[Renumbered, ...] = ()


class Unappliable(Exception):
    """Foreign keys would be broken although every row edited since was kept."""


def apply(journal: Journal, packed: bytes) -> Applied:
    """Apply a packed changeset inside a running operation; decide by record, not by row.

    A record that was edited since keeps all its rows: its children that the changeset would delete, and the parents that
    a kept row points to. With the plain apply of SQLite a kept customer would lose its contacts. A record that comes
    back and finds its number used again takes the next free one, rather than being lost.

    What goes in as it is need not be recorded: it is what the operation did.
    """
    connection = journal.connection
    kept: set[Row] = set()
    follows = _places(connection, journal.schema)
    content = collect(packed)
    created, _updated, deleted, _touched = content
    known = True
    # Each round may find rows that newly need to stay; the set only grows, so this ends.
    while True:
        _take_along(connection, journal.schema, deleted, kept)
        with (
            numbers.kept_apart(connection, journal.schema, packed, created) as renumbered,
            journal.asleep() if known else nullcontext(),
        ):
            found, broken, exact = _attempt(connection, packed, kept, follows)
        if known and not exact and not found and not broken:
            # A row that was to go was gone already: the same again, recorded.
            known = False
            journal.afresh()
            continue
        if not found and not broken:
            missing = _soft_parents(connection, journal.schema, deleted, kept)
            if not missing:
                if known:
                    journal.take(packed, content)
                return Applied(tuple(sorted(kept)), tuple(renumbered))
            found = missing
        elif broken:
            found |= _violations(connection)
        known = False
        journal.afresh()
        grown = kept | _with_family(connection, journal.schema, packed, kept | found)
        if grown == kept:
            raise Unappliable(sorted(found))
        kept = grown


def _places(connection: apsw.Connection, schema: Schema) -> dict[str, frozenset[int]]:
    """Where in the rows of each table the columns stand that follow from others."""
    return {
        table.name: frozenset(
            row[0] for row in connection.execute(f'PRAGMA table_info("{table.name}")') if row[1] in table.follows
        )
        for table in schema.tables
        if table.follows
    }


def _only_following(change: apsw.TableChange, places: frozenset[int]) -> bool:
    """Whether a row is otherwise than it was in nothing but columns that follow from others."""
    was, now = list(change.old or ()), list(change.conflict or ())
    del now[len(was) :]
    for at in places.intersection(range(len(now))):
        was[at] = now[at]
    return was == now or all(old is apsw.no_change or old == new for old, new in zip(was, now, strict=False))


def _attempt(
    connection: apsw.Connection, packed: bytes, kept: set[Row], follows: Mapping[str, frozenset[int]]
) -> tuple[set[Row], bool, bool]:
    """The rows that stand against it, whether foreign keys would be broken, and whether all went in as it is."""
    found: set[Row] = set()
    broken, exact = False, not kept

    def conflict(reason: int, change: apsw.TableChange) -> int:
        nonlocal broken, exact
        if reason == apsw.SQLITE_CHANGESET_DATA and _only_following(change, follows.get(change.name, frozenset())):
            # All the same the row goes in as it is: what follows is worked out anew, whatever was recorded.
            return int(apsw.SQLITE_CHANGESET_REPLACE)
        exact = False
        if reason == apsw.SQLITE_CHANGESET_FOREIGN_KEY:
            broken = True
        elif reason != apsw.SQLITE_CHANGESET_NOTFOUND or change.opcode == apsw.SQLITE_UPDATE:
            found.add(row_of(change))
        return int(apsw.SQLITE_CHANGESET_OMIT)

    # Under a savepoint SQLite walks through all it has noted so far at each row that others may point to: to take back
    # 10,000 rows took 7.3 s, without one 0.5 s.
    flags = apsw.SQLITE_CHANGESETAPPLY_FKNOACTION | apsw.SQLITE_CHANGESETAPPLY_NOSAVEPOINT
    if not packed:
        return found, broken, exact
    if kept:
        apsw.Changeset.apply(
            changesets.stream(packed),
            connection,
            conflict=conflict,
            flags=flags,
            filter_change=lambda change: row_of(change) not in kept,
        )
    else:
        apsw.Changeset.apply(changesets.stream(packed), connection, conflict=conflict, flags=flags)
    return found, broken, exact


def row_of(change: apsw.TableChange) -> Row:
    """The table and the id of the row that a change is about."""
    values = change.new if change.opcode == apsw.SQLITE_INSERT else change.old
    return change.name, int(values[0])


def _violations(connection: apsw.Connection) -> set[Row]:
    """Parents that rows point to although they are gone, as foreign_key_check tells it after a first try."""
    found: set[Row] = set()
    for table, rowid, parent, key in connection.execute("PRAGMA foreign_key_check").fetchall():
        columns = {row[0]: row[3] for row in connection.execute(f'PRAGMA foreign_key_list("{table}")').fetchall()}
        value = connection.execute(f'SELECT "{columns[key]}" FROM "{table}" WHERE id=?', (rowid,)).get
        found.add((parent, int(value)))
        found.add((table, int(rowid)))
    return found


def _take_along(connection: apsw.Connection, schema: Schema, gone: Mapping[str, Ids], kept: set[Row]) -> None:
    """Delete what the program made by itself and hung on records that go: nobody edited them by it."""
    deleted = _going(gone, kept)
    for table in schema.tables if deleted else ():
        for column, target in table.references() if table.derived else ():
            if target in deleted:
                rows = connection.execute(
                    f'SELECT id, "{column}" FROM "{table.name}" WHERE "{table.derived}" IS NOT NULL AND "{column}" IS NOT NULL'
                ).fetchall()
                going = [(number,) for number, held in rows if held in deleted[target]]
                connection.executemany(f'DELETE FROM "{table.name}" WHERE id=?', going)


def _going(gone: Mapping[str, Ids], kept: set[Row]) -> dict[str, set[int]]:
    """The ids by table that are to be deleted, but for those that stay."""
    found = {table: set(ids) for table, ids in gone.items() if ids}
    for kind, number in kept:
        found.get(kind, set()).discard(number)
    return {table: ids for table, ids in found.items() if ids}


def _soft_parents(connection: apsw.Connection, schema: Schema, gone: Mapping[str, Ids], kept: set[Row]) -> set[Row]:
    """Records that the changeset was to delete although a record that is still there is about them.

    What the program made by itself about a deleted record goes with it.
    """
    deleted = _going(gone, kept)
    if not deleted:
        return set()
    for table in schema.tables:
        if table.about and table.derived:
            rows = connection.execute(
                f'SELECT id, about_kind, about_id FROM "{table.name}" WHERE "{table.derived}" IS NOT NULL'
            ).fetchall()
            going = [(number,) for number, kind, about in rows if about in deleted.get(kind, ())]
            connection.executemany(f'DELETE FROM "{table.name}" WHERE id=?', going)
    found: set[Row] = set()
    for table in schema.tables:
        if table.about:
            rows = connection.execute(
                f'SELECT DISTINCT about_kind, about_id FROM "{table.name}" WHERE about_id IS NOT NULL'
            )
            found |= {(kind, number) for kind, number in rows if number in deleted.get(kind, ())}
    return found


def _with_family(connection: apsw.Connection, schema: Schema, packed: bytes, kept: set[Row]) -> set[Row]:
    """The kept rows with what the changeset would delete of their children and of their parents."""
    columns = {
        table.name: tuple(row[1] for row in connection.execute(f'PRAGMA table_info("{table.name}")'))
        for table in schema.tables
    }
    references = {table.name: table.references() for table in schema.tables}
    parents: dict[Row, set[Row]] = defaultdict(set)
    children: dict[Row, set[Row]] = defaultdict(set)
    touched: set[Row] = set()
    for change in changesets.changes(packed):
        row = row_of(change)
        touched.add(row)
        if change.opcode != apsw.SQLITE_DELETE or change.name not in references:
            continue
        values = dict(zip(columns[change.name], change.old or (), strict=False))
        for column, target in references[change.name]:
            if isinstance(number := values.get(column), int):
                parents[row].add((target, number))
                children[target, number].add(row)
    grown, queue = set(kept), list(kept)
    while queue:
        row = queue.pop()
        for other in parents[row] | children[row]:
            if other in touched and other not in grown:
                grown.add(other)
                queue.append(other)
    return grown & touched
