"""The book: one SQLite file with its lock, its writing and its reading connection."""

from __future__ import annotations

import hashlib
import hmac
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import apsw
from peewee import Database, Model

from app.shared.errors import BookError, DamagedBook, NewerBook, NotFound, WrongKey
from app.shared.i18n import N_
from db import search
from db.changes import ChangeSet
from db.connection import APPLICATION_ID, BookDatabase, connect
from db.failures import explained
from db.journal import Journal
from db.lock import BookLock
from db.migrate import migrate, newer, pending
from db.models.build import build_models
from db.schema import Schema

SUFFIX = ".kebu"
# Workbooks and zip files, old Office files, PDF, pictures, RTF, XML and pages of the web.
_OTHERS = (
    b"PK\x03\x04",
    b"\xd0\xcf\x11\xe0",
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"{\\rtf",
    b"<?xml",
    b"<html",
)
_PLAIN = b"SQLite format 3\x00"


class Book:
    """An open book. Make it with ``Book.create`` or ``Book.open``.

    Attributes:
        path: the file.
        writer: the one writing connection; only inside ``journal.operation``.
        reader: the reading connection of the thread that opened the book; ``reading`` gives each thread its own, which
            sees what is committed, also while a long operation runs.
        models: peewee models by table name.
        journal: the operations.
    """

    def __init__(
        self, path: Path, schema: Schema, key: bytes | None, lock: BookLock, backup: Callable[[Path], None]
    ) -> None:
        self.path = path
        self.schema = schema
        self.key = key
        self.lock = lock
        self._readers: dict[int, apsw.Connection] = {}
        with explained(path):
            self.writer = connect(path, key=key)
            try:
                self._verify()
                self._upgrade(backup)
                self.database: Database = BookDatabase(self.writer)
                self.models: dict[str, type[Model]] = build_models(schema, self.database)
                self.reader = self._reader()
            except BaseException:
                self.writer.close()
                raise
        self._renew: Callable[[ChangeSet], ChangeSet] = lambda changes: changes
        self.journal = Journal(self.writer, str(path), schema, lambda changes: self._renew(changes))
        self.journal.reading = self.reading
        try:
            self.opened_at_operation = self.journal.last()
        except BaseException:
            self._disconnect()
            raise

    @classmethod
    def create(cls, path: Path, schema: Schema, *, key: bytes | None = None, program: str = "kebu") -> Book:
        """Make a new book. Raises BookError when the path is taken, ReadOnlyBook, DiskFull, BookInUse."""
        path = path.absolute()
        if path.exists():
            raise BookError(
                N_("There is already a file “{name}” in that folder."), N_("Choose another name."), name=path.name
            )
        if not path.parent.is_dir():
            raise NotFound(N_("The folder “{name}” is not there."), N_("Make it first."), name=str(path.parent))
        lock = BookLock(path)
        lock.acquire(program=program)
        try:
            with explained(path):
                connection = connect(path, key=key, create=True)
                try:
                    connection.pragma("application_id", APPLICATION_ID)
                    migrate(connection)
                    _make_search(connection)
                finally:
                    connection.close()
            if key is not None:
                with path.open("rb") as file:
                    if file.read(16) == _PLAIN:
                        raise BookError(N_("The book was not encrypted."), N_("Do not use it; report this."))
                lock.tell(key_check=_key_check(key))
            return cls(path, schema, key, lock, lambda _: None)
        except BaseException:
            # A half-made book is nothing a user could want; it was not there before.
            for suffix in ("", "-wal", "-shm"):
                path.with_name(path.name + suffix).unlink(missing_ok=True)
            lock.release()
            raise

    @classmethod
    def open(
        cls,
        path: Path,
        schema: Schema,
        *,
        key: bytes | None = None,
        program: str = "kebu",
        backup: Callable[[Path], None] = lambda _: None,
    ) -> Book:
        """Open a book.

        Args:
            key: 32 bytes, for an encrypted book.
            program: what the lock tells others who want the book.
            backup: called with the path before the schema is changed.

        Raises:
            NotFound, BookInUse, WrongKey, DamagedBook, NewerBook, ReadOnlyBook: each with a plain sentence.
        """
        path = path.absolute()
        if path.is_dir():
            raise BookError(N_("“{name}” is a folder, not a book."), N_("Choose a .kebu file."), name=path.name)
        if not path.exists():
            raise NotFound(
                N_("There is no book “{name}”."), N_("Check the path, or make it with: kebu new"), name=str(path)
            )
        lock = BookLock(path)
        lock.acquire(program=program)
        try:
            _check_header(path, key, lock)
            return cls(path, schema, key, lock, backup)
        except BaseException:
            lock.release()
            raise

    def _verify(self) -> None:
        if self.writer.pragma("application_id") != APPLICATION_ID:
            raise DamagedBook(
                N_("“{name}” is not a Kebu book."), N_("Choose a .kebu file that Kebu made."), name=self.path.name
            )

    def _upgrade(self, backup: Callable[[Path], None]) -> None:
        if newer(self.writer):
            raise NewerBook(
                N_("“{name}” was written by a newer Kebu."),
                N_("Install the newest version to open it."),
                name=self.path.name,
            )
        if pending(self.writer):
            backup(self.path)
            migrate(self.writer)
        _make_search(self.writer)

    def on_change(self, renew: Callable[[ChangeSet], ChangeSet]) -> None:
        """Set what runs inside each operation's transaction once its changes are known, and tells what all changed."""
        self._renew = renew

    @contextmanager
    def reading(self) -> Iterator[apsw.Connection]:
        """The connection to read with: inside an operation of this thread the writer, else the thread's reader."""
        with explained(self.path):
            yield self.writer if self.journal.mine else self._reader()

    def _reader(self) -> apsw.Connection:
        thread = threading.get_ident()
        if thread not in self._readers:
            self._readers[thread] = connect(self.path, key=self.key, readonly=True)
        return self._readers[thread]

    def let_pages_go(self) -> None:
        """Give back the memory in which this thread's reader keeps pages, after a look at a whole long table."""
        if (reader := self._readers.get(threading.get_ident())) is not None:
            reader.execute("PRAGMA shrink_memory")

    @contextmanager
    def snapshot(self) -> Iterator[apsw.Connection]:
        """A reading connection of its own that sees one moment of the book, for long reads beside the others."""
        with explained(self.path):
            connection = connect(self.path, key=self.key, readonly=True)
            try:
                connection.execute("BEGIN")
                connection.execute("SELECT count(*) FROM meta").fetchall()
                yield connection
            finally:
                connection.close()

    def columns(self, table: str) -> tuple[str, ...]:
        """The columns of a table as they lie in the book, ``id`` first."""
        with self.reading() as connection:
            return tuple(row[1] for row in connection.execute(f'PRAGMA table_info("{table}")'))

    def fact(self, name: str) -> str:
        """A fact about the file that is no data of the user; "" when unknown."""
        with self.reading() as connection:
            row = connection.execute("SELECT value FROM meta WHERE name=?", (name,)).fetchone()
        return str(row[0]) if row else ""

    def set_fact(self, name: str, value: str) -> None:
        """Note a fact about the file; not part of any operation."""
        with self.journal.alone() as connection:
            connection.execute("INSERT OR REPLACE INTO meta(name, value) VALUES(?,?)", (name, value))

    def close(self) -> None:
        """Close the connections and give the lock back; closing twice is harmless."""
        self._disconnect()
        self.lock.release()

    def _disconnect(self) -> None:
        for reader in self._readers.values():
            reader.close()
        self._readers.clear()
        self.writer.close()

    @property
    def changed(self) -> bool:
        """Whether an operation was written since the last backup."""
        return str(self.journal.last()) != (self.fact("backed_up_operation") or "0")

    def note_backup(self, at: datetime, operation: int) -> None:
        """Remember that everything up to an operation is in a verified backup."""
        self.set_fact("backed_up_operation", str(operation))
        self.set_fact("backed_up_at", at.astimezone(UTC).isoformat(timespec="seconds"))


def _key_check(key: bytes) -> str:
    return hmac.new(key, b"kebu key check", hashlib.sha256).hexdigest()[:32]


def _check_header(path: Path, key: bytes | None, lock: BookLock) -> None:
    """Tell an empty file, a foreign file and a wrong key apart, before SQLite has the file open in this process."""
    with explained(path), path.open("rb") as file:
        head = file.read(16)
    if not head:
        raise DamagedBook(
            N_("“{name}” is empty, it holds no book."),
            N_("Restore the last backup, or choose another file."),
            name=path.name,
        )
    if head == _PLAIN:
        if key is not None:
            raise WrongKey(N_("“{name}” is not encrypted."), N_("Open it without a key."), name=path.name)
        return
    if key is None and head.startswith(_OTHERS):
        raise BookError(N_("“{name}” is not a Kebu book."), N_("Choose a .kebu file that Kebu made."), name=path.name)
    if key is None:
        raise WrongKey(
            N_("“{name}” is encrypted, or it is no Kebu book."), N_("Give its key with --key-file."), name=path.name
        )
    known = lock.owner().get("key_check")
    if known and not hmac.compare_digest(str(known), _key_check(key)):
        raise WrongKey(N_("This key does not open “{name}”."), N_("Use the key that it was made with."), name=path.name)
    if not known:
        _try_key(path, key)


def _try_key(path: Path, key: bytes) -> None:
    try:
        connection = connect(path, key=key, readonly=True)
        connection.close()
    except (apsw.NotADBError, apsw.CorruptError) as error:
        raise WrongKey(
            N_("The key does not open “{name}”, or the file is damaged."),
            N_("Try the right key first; then restore the last backup."),
            name=path.name,
        ) from error


def _make_search(connection: apsw.Connection) -> None:
    for statement in search.TABLES:
        connection.execute(statement)
