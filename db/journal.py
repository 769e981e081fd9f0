"""The journal: every change is one named operation, recorded as an SQLite session changeset."""

from __future__ import annotations

import json
import threading
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from dataclasses import dataclass
from datetime import UTC, datetime

import apsw

from app.shared.errors import BookError, DiskFull
from app.shared.i18n import N_
from db import changesets, search
from db.changes import ChangeSet, Found, Ids, collect, ranges
from db.failures import explain, explained
from db.models.system import JOURNALED
from db.recording import Recording
from db.schema import Schema
from db.stopping import current, heed
from db.stopping import heeding as heeding

Renew = Callable[[ChangeSet], ChangeSet]
_STEPS = 40_000
"""After so many steps of SQLite's machine, a few milliseconds, other threads get a turn and a stop is heeded.

Taking and applying changesets hold Python's lock; the window stood still for seconds while a long import was undone.
"""
_LONG = 5_000
"""An operation with so many rows is long."""
_CHECKPOINT = 1_000
"""So many pages gather beside the book before SQLite copies them into it; its own number."""


@dataclass(frozen=True, slots=True)
class OperationInfo:
    """One operation as the history shows it. ``name`` is English source text with ``values`` for its placeholders."""

    id: int
    at: datetime
    name: str
    values: Mapping[str, object]
    source: str
    kind: str
    target: int | None
    undone: bool


@dataclass(frozen=True, slots=True)
class _Noted:
    """What the history keeps of an operation beside its rows; ``values`` may grow until the operation ends."""

    name: str
    values: Mapping[str, object]
    at: datetime
    source: str
    kind: str
    target: int | None


class Journal:
    """Records and finds operations on the writing connection of a book.

    Args:
        connection: the writing connection.
        path: the book's path, for messages.
        schema: the tables of records.
        renew: called inside the transaction with what changed, so that what is derived follows; gives what changed by
            that as well.
    """

    def __init__(self, connection: apsw.Connection, path: str, schema: Schema, renew: Renew) -> None:
        self.connection = connection
        self.schema = schema
        self._path = path
        self._renew = renew
        self._lock = threading.RLock()
        self._depth = 0
        self._thread = 0
        self._recording: Recording | None = None
        self._codes = {table.name: table.code for table in schema.tables} | JOURNALED
        self.changes = ChangeSet()
        self.reading: Callable[[], AbstractContextManager[apsw.Connection]] = lambda: nullcontext(connection)

    @property
    def tables(self) -> tuple[str, ...]:
        """The tables whose changes are recorded."""
        return tuple(self._codes)

    @property
    def mine(self) -> bool:
        """Whether this thread is inside an operation."""
        return self._depth > 0 and self._thread == threading.get_ident()

    @property
    def busy(self) -> bool:
        """Whether an operation is running, in whichever thread."""
        if self._lock.acquire(blocking=False):
            try:
                return self._depth > 0
            finally:
                self._lock.release()
        return True

    @contextmanager
    def operation(
        self,
        name: str,
        values: Mapping[str, object] | None = None,
        *,
        at: datetime,
        source: str = "",
        kind: str = "do",
        target: int | None = None,
        wait_s: float = 5.0,
        finish: Callable[[ChangeSet], None] | None = None,
    ) -> Iterator[None]:
        """Run the block as one operation in one transaction; ``self.changes`` holds afterwards what it changed.

        An operation inside an operation joins it. Whatever the block raises rolls everything back.

        Args:
            name: English source text of what the person did, with ``{name}`` placeholders for ``values``.
            at: the moment, UTC.
            source: who did it: ``window``, ``command line`` ...
            kind: ``do``, ``undo``, ``redo``, ``erase``, or ``auto`` for what the program does by itself; ``target`` is the
                operation undone or redone.
            wait_s: how long to wait for another running operation, in seconds.
            finish: called in the same transaction once the operation is recorded, which it then is also when the block
                changed nothing.

        Raises:
            BookError: another operation runs for longer than that.
            DiskFull, ReadOnlyBook, DamagedBook: the disk refuses; nothing was changed.
        """
        with self._turn(wait_s):
            if self._depth:
                self._depth += 1
                try:
                    yield
                finally:
                    self._depth -= 1
                return
            noted = _Noted(name, {} if values is None else values, at, source, kind, target)
            with explained(self._path), self._transaction(noted, finish):
                yield

    @contextmanager
    def alone(self, wait_s: float = 5.0) -> Iterator[apsw.Connection]:
        """The writing connection with no operation of another thread running on it; for facts and repairs.

        Raises:
            BookError: an operation runs for longer than ``wait_s``.
        """
        with self._turn(wait_s), explained(self._path):
            yield self.connection

    @contextmanager
    def _turn(self, wait_s: float) -> Iterator[None]:
        """Keep other threads from writing inside the block."""
        if not self._lock.acquire(timeout=wait_s):
            raise BookError(
                N_("A long task is writing to the book just now."), N_("Wait until it is finished, then try again.")
            )
        try:
            yield
        finally:
            self._lock.release()

    def afresh(self) -> None:
        """Take back all that the running operation did so far, and go on with it from the beginning."""
        if self._depth != 1:
            raise RuntimeError("only an operation that runs by itself can begin anew")
        self.connection.execute("ROLLBACK")
        self.connection.execute("BEGIN IMMEDIATE")

    @contextmanager
    def _transaction(self, noted: _Noted, finish: Callable[[ChangeSet], None] | None) -> Iterator[None]:
        self.changes = ChangeSet()
        self.connection.execute("BEGIN IMMEDIATE")
        self._depth, self._thread = 1, threading.get_ident()
        self.connection.set_progress_handler(current() or _go_on, _STEPS)
        recording = self._recording = Recording(self.connection, self._codes)
        try:
            yield
            changes = self._taken(recording, noted, always=finish is not None)
            if changes:
                changes = self._renew(changes)
            if finish is not None:
                finish(changes)
            self._commit(changes)
            self.changes = changes
        except BaseException as error:
            self.connection.set_progress_handler(None)
            recording.close()
            if not self.connection.getautocommit():
                self.connection.execute("ROLLBACK")
            if isinstance(explain(error, self._path), DiskFull):
                # What was taken back would go on filling the disk.
                with suppress(apsw.Error):
                    self.connection.wal_checkpoint(mode=apsw.SQLITE_CHECKPOINT_TRUNCATE)
            raise
        finally:
            self.connection.set_progress_handler(None)
            self._depth, self._recording = 0, None

    def _commit(self, changes: ChangeSet) -> None:
        """Make it last. After a long operation all is written while it can still be stopped, and copied once it stands."""
        if changes.size() < _LONG:
            self.connection.execute("COMMIT")
            return
        search.flush(self.connection)
        heed()
        self.connection.wal_autocheckpoint(0)
        try:
            self.connection.execute("COMMIT")
        finally:
            self.connection.wal_autocheckpoint(_CHECKPOINT)
        with suppress(apsw.Error):
            self.connection.wal_checkpoint()

    def known(self, table: str, numbers: range) -> AbstractContextManager[None]:
        """Put rows with these numbers, and nothing else, into a table inside the block, within a running operation."""
        return self._recording.known(table, numbers) if self._recording is not None else nullcontext()

    def asleep(self) -> AbstractContextManager[None]:
        """Record nothing inside the block, within a running operation; ``take`` tells afterwards what it did."""
        return self._recording.asleep() if self._recording is not None else nullcontext()

    def take(self, packed: bytes, found: Found) -> None:
        """Record a packed changeset that was applied, as it is, while nothing was recorded, within a running operation."""
        if self._recording is not None:
            self._recording.take(packed, found)

    def _taken(self, recording: Recording, noted: _Noted, *, always: bool) -> ChangeSet:
        """Store what was recorded; what changed nothing only where it is wanted ``always``."""
        packed = recording.packed()
        found = recording.found(packed)
        recording.close()
        if not packed and not always:
            return ChangeSet()
        created, updated, deleted, touched = found
        number = self.connection.execute(
            "INSERT INTO operation(at, name, params, source, kind, target, undone, changeset)"
            " VALUES(?,?,?,?,?,?,0,?) RETURNING id",
            (
                noted.at.astimezone(UTC).isoformat(timespec="milliseconds"),
                noted.name,
                json.dumps(dict(noted.values), ensure_ascii=False, default=str),
                noted.source,
                noted.kind,
                noted.target,
                packed,
            ),
        ).get
        self._note_rows(int(number), created, updated, deleted)
        return ChangeSet(int(number), noted.name, dict(noted.values), created, updated, deleted, touched)

    def _note_rows(
        self, number: int, created: Mapping[str, Ids], updated: Mapping[str, Ids], deleted: Mapping[str, Ids]
    ) -> None:
        rows = [
            (number, self._codes[table], first, last, action)
            for action, found in (("c", created), ("u", updated), ("d", deleted))
            for table, ids in found.items()
            for first, last in ranges(ids)
        ]
        heed()
        self.connection.executemany(
            "INSERT INTO operation_row(operation, code, first, last, action) VALUES(?,?,?,?,?)", rows
        )

    def rewrite(self, operation: int, changeset: bytes, kind: str = "") -> None:
        """Put another changeset in the place of a recorded one, inside the caller's transaction; for erasing.

        Args:
            kind: the operation's kind from now on; as it was when empty.
        """
        packed = changesets.packed(changeset)
        self.connection.execute(
            "UPDATE operation SET changeset=?, kind=coalesce(nullif(?, ''), kind) WHERE id=?",
            (packed, kind, operation),
        )
        self.connection.execute("DELETE FROM operation_row WHERE operation=?", (operation,))
        created, updated, deleted, _touched = collect(packed)
        self._note_rows(operation, created, updated, deleted)

    def reword(self, operation: int, values: Mapping[str, object]) -> None:
        """Put other values in the place of those of an operation's name, inside a running operation; for erasing."""
        self.connection.execute(
            "UPDATE operation SET params=? WHERE id=?",
            (json.dumps(dict(values), ensure_ascii=False, default=str), operation),
        )

    def changeset(self, operation: int) -> bytes:
        """The recorded changeset of an operation, b"" when there is none."""
        packed = self.packed(operation)
        heed()
        return zlib.decompress(packed) if packed else b""

    def packed(self, operation: int) -> bytes:
        """The recorded changeset of an operation as it is kept, b"" when there is none; see ``db.changesets``."""
        with self.reading() as connection:
            row = connection.execute("SELECT changeset FROM operation WHERE id=?", (operation,)).fetchone()
        return bytes(row[0]) if row and row[0] else b""

    def mark(self, operation: int, undone: bool) -> None:
        """Note that an operation is undone, or is so no longer."""
        self.connection.execute("UPDATE operation SET undone=? WHERE id=?", (int(undone), operation))

    def info(self, where: str = "1", values: Sequence[object] = (), limit: int = 100) -> list[OperationInfo]:
        """Operations that fit an SQL condition, newest first."""
        sql = f"SELECT id, at, name, params, source, kind, target, undone FROM operation AS o WHERE {where} ORDER BY id DESC LIMIT ?"
        with self.reading() as connection:
            rows = connection.execute(sql, (*values, limit)).fetchall()
        return [
            OperationInfo(
                number, datetime.fromisoformat(at), name, json.loads(params), source, kind, target, bool(undone)
            )
            for number, at, name, params, source, kind, target, undone in rows
        ]

    def undoable(self) -> OperationInfo | None:
        """The newest operation that can be undone."""
        return next(iter(self.info("kind='do' AND undone=0", limit=1)), None)

    def redoable(self) -> OperationInfo | None:
        """The newest undo that nothing has followed but undos and redos."""
        return next(
            iter(
                self.info(
                    "kind='undo' AND undone=0 AND id > (SELECT coalesce(max(id), 0) FROM operation WHERE kind='do')",
                    limit=1,
                )
            ),
            None,
        )

    def of_row(self, table: str, row_id: int, limit: int = 200) -> list[OperationInfo]:
        """The operations that changed one row, newest first."""
        return self.info(
            "id IN (SELECT operation FROM operation_row WHERE code=? AND first<=? AND last>=?)",
            (self._codes[table], row_id, row_id),
            limit,
        )

    def last(self) -> int:
        """The number of the newest operation, 0 in a new book."""
        with self.reading() as connection:
            return int(connection.execute("SELECT coalesce(max(id), 0) FROM operation").get)


def _go_on() -> bool:
    return False
