"""Verified backups by SQLite's backup interface, and restoring one."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import apsw

from app.shared.errors import BookError, DamagedBook, NotFound
from app.shared.i18n import N_
from db.connection import connect
from db.failures import explained
from db.retention import keep

_STAMP = "%Y-%m-%dT%H%M%SZ"
_NAME = re.compile(r"(\d{4}-\d\d-\d\dT\d{6}Z)(?:-(\w+))?\.kebu$")
_PAGES = 2048


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup: its file, its moment (UTC), why it was made and its size in bytes."""

    path: Path
    at: datetime
    reason: str
    size: int


def folder(book: Path) -> Path:
    """Where the backups of a book lie: beside it."""
    return book.with_name(book.stem + "-backups")


def listed(book: Path) -> list[Backup]:
    """The backups of a book, newest first."""
    found = []
    place = folder(book)
    for path in place.iterdir() if place.is_dir() else ():
        if match := _NAME.fullmatch(path.name):
            at = datetime.strptime(match[1], _STAMP).replace(tzinfo=UTC)
            found.append(Backup(path, at, match[2] or "", path.stat().st_size))
    return sorted(found, key=lambda backup: backup.path.name, reverse=True)


def write(
    source: apsw.Connection, target: Path, *, key: bytes | None, progress: Callable[[float], bool] = lambda _: True
) -> None:
    """Copy a book page by page, verify the copy by opening it, and only then give it its name.

    Args:
        source: a connection to the book; other connections may go on writing.
        target: the file to make; an older one of that name stays until the new one is verified.
        progress: gets the share done, 0 to 1; returning False stops.

    Raises:
        DiskFull, ReadOnlyBook, DamagedBook: the target as it was.
    """
    partial = target.with_name(target.name + ".part")
    with explained(target):
        target.parent.mkdir(parents=True, exist_ok=True)
    try:
        with explained(target):
            _remove(partial)
            copy = connect(partial, key=key, create=True)
            try:
                with copy.backup("main", source, "main") as backup:
                    while not backup.done:
                        backup.step(_PAGES)
                        share = 1 - backup.remaining / max(1, backup.page_count)
                        if not progress(share):
                            raise BookError(N_("The backup was stopped."), N_("Nothing was changed."))
                # A copied book is in WAL mode as its source; a file alone can be read from a read-only disk as well.
                copy.pragma("journal_mode", "delete")
            finally:
                copy.close()
            verify(partial, key=key)
            with partial.open("rb+") as file:
                os.fsync(file.fileno())
            partial.replace(target)
    finally:
        _remove(partial)


def verify(path: Path, *, key: bytes | None) -> dict[str, int]:
    """Open a backup and read it through; returns the number of rows by table. Raises DamagedBook."""
    with explained(path):
        connection = connect(path, key=key, readonly=True)
        try:
            found = [row[0] for row in connection.execute("PRAGMA quick_check(1)")]
            if found != ["ok"]:
                raise DamagedBook(N_("The backup “{name}” is damaged."), N_("Use an older one."), name=path.name)
            tables = [
                row[0]
                for row in connection.execute(
                    "SELECT name FROM sqlite_schema WHERE type='table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
                    " AND name NOT LIKE 'search_%' AND name NOT LIKE 'sqlite_%'"
                )
            ]
            return {table: int(connection.execute(f'SELECT count(*) FROM "{table}"').get) for table in tables}
        finally:
            connection.close()


def make(
    source: apsw.Connection,
    book: Path,
    *,
    key: bytes | None,
    now: datetime,
    reason: str = "",
    progress: Callable[[float], bool] = lambda _: True,
) -> Backup:
    """Make a verified backup among those of the book and drop those that the keep rules no longer want."""
    name = now.astimezone(UTC).strftime(_STAMP) + (f"-{reason}" if reason else "") + ".kebu"
    target = folder(book) / name
    write(source, target, key=key, progress=progress)
    prune(book, now)
    return Backup(target, now, reason, target.stat().st_size)


def prune(book: Path, now: datetime) -> list[Path]:
    """Remove the backups that the keep rules no longer want; returns them."""
    found = listed(book)
    kept = keep((backup.at for backup in found), now)
    gone = [backup.path for backup in found if backup.at not in kept]
    for path in gone:
        path.unlink(missing_ok=True)
    return gone


def prepare(backup: Path, book: Path, *, key: bytes | None) -> Path:
    """Copy a backup, verified, to a new file beside the book; returns it. The book may be open."""
    if not backup.is_file():
        raise NotFound(N_("There is no backup “{name}”."), N_("Check the path."), name=str(backup))
    fresh = book.with_name(book.name + ".restored")
    with explained(backup):
        source = connect(backup, key=key, readonly=True)
    try:
        write(source, fresh, key=key)
    finally:
        source.close()
    return fresh


def swap(fresh: Path, book: Path) -> None:
    """Put a prepared file in the book's place. The book must be closed.

    A write-ahead log left beside the book would silently undo the restore, so it goes first.
    """
    with explained(book):
        for suffix in ("-wal", "-shm"):
            book.with_name(book.name + suffix).unlink(missing_ok=True)
        fresh.replace(book)


def _remove(path: Path) -> None:
    for suffix in ("", "-journal", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
