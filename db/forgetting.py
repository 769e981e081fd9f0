"""Taking rows out of the journal for good: what was recorded of them is gone, and can never be brought back."""

from __future__ import annotations

import zlib
from bisect import bisect_left
from collections.abc import Callable, Collection

import apsw

from app.shared.errors import Cancelled
from db.changes import collect, ranges
from db.journal import Journal
from db.models.system import JOURNALED


def forget(journal: Journal, rows: Collection[tuple[str, int]], cancelled: Callable[[], bool] = lambda: False) -> int:
    """Rewrite every changeset that tells of one of these rows without it; returns how many were rewritten.

    One transaction; a cancel takes all of it back and raises Cancelled. The operations stay in the history with what else they changed.
    """
    codes = {table.name: table.code for table in journal.schema.tables}
    wanted: dict[int, list[int]] = {}
    for table, number in sorted(rows):
        wanted.setdefault(codes[table], []).append(number)
    gone = set(rows)
    count = 0
    with journal.alone() as connection, connection:
        for operation in sorted(_operations(connection, wanted)):
            if cancelled():
                raise Cancelled("")
            _rewrite(connection, operation, gone, codes | JOURNALED)
            count += 1
    return count


def _operations(connection: apsw.Connection, wanted: dict[int, list[int]]) -> set[int]:
    found: set[int] = set()
    for code, numbers in wanted.items():
        sql = "SELECT operation, first, last FROM operation_row WHERE code=?"
        for operation, first, last in connection.execute(sql, (code,)).fetchall():
            at = bisect_left(numbers, first)
            if at < len(numbers) and numbers[at] <= last:
                found.add(operation)
    return found


def _rewrite(connection: apsw.Connection, operation: int, gone: set[tuple[str, int]], codes: dict[str, int]) -> None:
    held = connection.execute("SELECT changeset FROM operation WHERE id=?", (operation,)).get
    if not held:
        return
    builder, left = apsw.ChangesetBuilder(), 0
    for change in apsw.Changeset.iter(zlib.decompress(held)):
        row = change.new if change.opcode == apsw.SQLITE_INSERT else change.old
        if row is not None and (change.name, row[0]) not in gone:
            builder.add_change(change)
            left += 1
    changeset = builder.output() if left else b""
    builder.close()
    packed = zlib.compress(changeset, 1) if changeset else b""
    connection.execute("UPDATE operation SET changeset=? WHERE id=?", (packed, operation))
    connection.execute("DELETE FROM operation_row WHERE operation=?", (operation,))
    created, updated, deleted, _touched = collect(changeset)
    connection.executemany(
        "INSERT INTO operation_row(operation, code, first, last, action) VALUES(?,?,?,?,?)",
        [
            (operation, codes[table], first, last, action)
            for action, found in (("c", created), ("u", updated), ("d", deleted))
            for table, ids in found.items()
            for first, last in ranges(ids)
        ],
    )
