"""Fields that follow from others: renewed from an operation's change set, inside its transaction.

They are no part of what the journal records, as the search index is none: whatever an operation does, be it an import, an
undo or an unmerging, they are worked out anew from what the book then holds.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

import apsw

from app.records.fields import Follows, RecordType
from app.records.opened import Opened
from db import changesets
from db.changes import ChangeSet
from db.stopping import heed, heeded

_CHUNK = 10_000


def renew(ws: Opened, changes: ChangeSet) -> ChangeSet:
    """Renew what follows from what changed, inside a running operation.

    Returns:
        The change set, with the records among the updated ones whose fields took another value.
    """
    moved: dict[str, set[int]] = defaultdict(set)
    touched = dict(changes.touched)
    for record in ws.dictionary.types:
        for one in record.follows if changes.touches(record.name, *(one.kind for one in record.follows)) else ():
            if found := _set(ws, record, one, sorted(_concerned(ws, record, one, changes))):
                moved[record.name] |= found
                place = ws.book.columns(record.name).index(one.field)
                touched[record.name] = touched.get(record.name, frozenset()) | {place}
    if not moved:
        return changes
    updated = dict(changes.updated)
    for name, ids in moved.items():
        if more := ids.difference(changes.created.get(name, ())):
            updated[name] = tuple(sorted(more.union(updated.get(name, ()))))
    return replace(changes, updated=updated, touched=touched)


def wrong(connection: apsw.Connection, record: RecordType) -> Iterator[tuple[str, int]]:
    """The fields of a kind of record that do not say what follows, each with the number of records."""
    for one in record.follows:
        sql = f'SELECT count(*) FROM "{record.name}" WHERE "{one.field}" IS NOT ({one.sql})'
        if count := int(connection.execute(sql).get):
            yield one.field, count


def rebuild(ws: Opened) -> int:
    """Work out every such field anew; no operation, as nothing that was written changes. Returns how many were wrong."""
    count = 0
    with ws.book.journal.alone() as connection, connection:
        for record in ws.dictionary.types:
            for one in record.follows:
                ids = [row[0] for row in connection.execute(f'SELECT id FROM "{record.name}"')]
                count += len(_set(ws, record, one, ids))
    return count


def _set(ws: Opened, record: RecordType, one: Follows, numbers: Sequence[int]) -> set[int]:
    """Give these records what follows; those that have another value now."""
    sql = (
        f'UPDATE "{record.name}" SET "{one.field}" = ({one.sql})'
        f' WHERE id IN (SELECT value FROM json_each(?)) AND "{one.field}" IS NOT ({one.sql}) RETURNING id'
    )
    found: set[int] = set()
    for start in range(0, len(numbers), _CHUNK):
        heed()
        wanted = json.dumps(numbers[start : start + _CHUNK])
        found.update(row[0] for row in ws.book.writer.execute(sql, (wanted,)).fetchall())
    return found


def _concerned(ws: Opened, record: RecordType, one: Follows, changes: ChangeSet) -> set[int]:
    """The records whose field may have another value now."""
    created = changes.created.get(one.kind, ())
    columns = ws.book.columns(one.kind)
    touched = {columns[place] for place in changes.touched.get(one.kind, ())}
    updated = changes.updated.get(one.kind, ()) if touched.intersection((*one.looks_at, one.link)) else ()
    if not one.link:
        return {*created, *updated}
    writer = ws.book.writer
    found: set[int] = set()
    sql = f'SELECT DISTINCT "{one.link}" FROM "{one.kind}" WHERE id IN (SELECT value FROM json_each(?))'
    found.update(row[0] for row in heeded(writer.execute(sql, (json.dumps((*created, *updated)),))) if row[0])
    if changes.deleted.get(one.kind) or one.link in touched:
        # Whom they belonged to before, only the changeset tells.
        place = columns.index(one.link)
        for change in changesets.changes(ws.book.journal.packed(changes.operation)):
            if change.name == one.kind and change.old and isinstance(old := change.old[place], int):
                found.add(old)
    # A record that comes back brings the value with it that it had when it went.
    sql = f'SELECT id FROM "{record.name}" WHERE id IN (SELECT value FROM json_each(?)) AND "{one.field}" IS NOT NULL'
    own = changes.created.get(record.name, ())
    found.update(row[0] for row in heeded(writer.execute(sql, (json.dumps(own),))))
    if ws.book.columns(record.name).index(one.field) in changes.touched.get(record.name, ()):
        found.update(changes.updated[record.name])
    return found
