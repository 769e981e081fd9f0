"""Taking rows out of the journal for good: what was recorded of them is gone, and can never be brought back."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection

import apsw

from app.shared.errors import Cancelled
from db.journal import Journal


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
            journal.rewrite(operation, _without(journal.changeset(operation), gone))
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


def _without(changeset: bytes, gone: set[tuple[str, int]]) -> bytes:
    """A changeset without what it tells of some rows; b"" when nothing is left."""
    if not changeset:
        return b""
    builder, left = apsw.ChangesetBuilder(), 0
    for change in apsw.Changeset.iter(changeset):
        row = change.new if change.opcode == apsw.SQLITE_INSERT else change.old
        if row is not None and (change.name, row[0]) not in gone:
            builder.add_change(change)
            left += 1
    found = builder.output() if left else b""
    builder.close()
    return found
