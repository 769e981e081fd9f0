"""Keeping a book safe: backing it up, restoring, moving and repairing it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from app.records import following
from app.records.workspace import Workspace
from app.shared.errors import BookError, DamagedBook, KebuError, NotFound, WrongKey
from app.shared.i18n import N_
from db import backup
from db.backup import Backup
from db.book import SUFFIX
from db.connection import connect
from db.failures import explained
from db.files import FileStore, folder
from db.lock import BookLock

FAILED = "backup_failed"
RESTORING = "kebu restore"
FILES = "files"
_BESIDE = ("-wal", "-shm")
Progress = Callable[[float], bool]


def backup_now(
    ws: Workspace, target: Path | None = None, *, reason: str = "", progress: Progress = lambda _: True
) -> Backup:
    """Make a verified backup; writing to the book may go on meanwhile.

    Args:
        target: a file to write; among the book's own backups when None.
        progress: gets the share done; returning False stops.

    Raises:
        BookError: the target is there already, or is no place for a file.
        DiskFull, ReadOnlyBook: nothing was left behind.
    """
    now = ws.clock.now_utc()
    try:
        with ws.book.snapshot() as source:
            # What the snapshot names was written before it; each content goes once, so that this is quick the next time.
            _files_beside(target, ws.path, ws.book.key).take_from(FileStore(folder(ws.path), ws.book.key), progress)
            last = int(source.execute("SELECT coalesce(max(id), 0) FROM operation").get)
            if target is None:
                made = backup.make(source, ws.path, key=ws.book.key, now=now, reason=reason, progress=progress)
            else:
                _free(target)
                backup.write(source, target, key=ws.book.key, progress=progress)
                made = Backup(target, now, reason, target.stat().st_size)
    except DamagedBook as error:
        raise DamagedBook(
            N_("“{name}” is damaged and cannot be backed up."),
            N_("Restore the last backup with: kebu restore FILE"),
            name=ws.path.name,
        ) from error
    except KebuError as error:
        if target is None:
            ws.book.set_fact(FAILED, f"{now.isoformat(timespec='seconds')} {error.message}")
        raise
    if target is None:
        ws.book.note_backup(now, last)
        ws.book.set_fact(FAILED, "")
    return made


def backup_on_close(ws: Workspace) -> Backup | None:
    """Make a backup if an operation was written since the last one. Raises as ``backup_now`` does."""
    return backup_now(ws) if ws.book.changed else None


def close(ws: Workspace, *, always: bool = True) -> Backup | None:
    """Close a book, backing it up if it changed. It is closed also when the backup fails, which is then raised.

    Args:
        always: back up too what an earlier program wrote and did not back up.
    """
    try:
        wrote = ws.book.journal.last() != ws.book.opened_at_operation
        return backup_on_close(ws) if always or wrote else None
    finally:
        ws.close()


def listen_at(ws: Workspace, address: str) -> None:
    """Tell the command line, by the lock file, where this process carries out its commands; "" for nowhere."""
    ws.book.lock.tell(address=address)


def restore(ws: Workspace, source: Path, reopen: Callable[[Path], Workspace]) -> Workspace:
    """Put a backup in an open book's place; what is there now is backed up first.

    Args:
        reopen: opens the book at a path.

    Returns:
        The book opened anew. ``ws`` is closed.

    Raises:
        NotFound, DamagedBook, WrongKey: the backup cannot be used; the book is as it was, and still open.
    """
    path, key = ws.path, ws.book.key
    _usable(source, key)
    backup_now(ws, reason="restore")
    address = _address(ws)
    fresh = backup.prepare(source, path, key=key)
    _bring_files(source, path, key)
    ws.close()
    with _held(path):
        backup.swap(fresh, path)
    return _listening(reopen(path), address)


def restore_closed(path: Path, source: Path, *, key: bytes | None, now: datetime) -> Path | None:
    """Put a backup in the place of a book that is closed, damaged or gone.

    Returns:
        Where the present book was kept, or None when there was none.

    Raises:
        NotFound, DamagedBook, WrongKey, BookInUse: the book is as it was.
    """
    path = path.absolute()
    if source.absolute() == path:
        raise BookError(N_("“{name}” is the book itself."), N_("Choose one of its backups."), name=source.name)
    _usable(source, key)
    if not path.parent.is_dir():
        raise NotFound(N_("The folder “{name}” is not there."), N_("Make it first."), name=str(path.parent))
    with _held(path):
        kept = _keep(path, key, now) if path.exists() else None
        _bring_files(source, path, key)
        backup.swap(backup.prepare(source, path, key=key), path)
    return kept


def move(ws: Workspace, target: Path, reopen: Callable[[Path], Workspace]) -> Workspace:
    """Move an open book with its backups to another folder or name; returns it opened there. ``ws`` is closed.

    Raises:
        BookError: there is a file of that name, or the folder is not there; the book is as it was, and still open.
    """
    target = named(target.absolute())
    _free(target)
    if not target.parent.is_dir():
        raise NotFound(N_("The folder “{name}” is not there."), N_("Make it first."), name=str(target.parent))
    path, key = ws.path, ws.book.key
    moved_with = [(place(path), place(target)) for place in (backup.folder, folder) if place(path).exists()]
    for _old, aim in moved_with:
        if aim.exists():
            raise BookError(N_("There is already a folder “{name}”."), N_("Choose another name."), name=aim.name)
    with ws.book.snapshot() as source:
        # A copy that was verified, then the old one away: a move between disks that fails leaves the old one whole.
        backup.write(source, target, key=key)
    address = _address(ws)
    ws.close()
    for old, aim in moved_with:
        with explained(target):
            shutil.move(old, aim)
    moved = _listening(reopen(target), address)
    for suffix in ("", *_BESIDE, ".lock"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
    return moved


def _files_beside(target: Path | None, book: Path, key: bytes | None) -> FileStore:
    """The files that belong to a backup: one store for all backups of a book, one beside a backup elsewhere."""
    return FileStore(folder(target) if target else backup.folder(book) / FILES, key)


def _bring_files(source: Path, book: Path, key: bytes | None) -> None:
    """Put the files of a backup beside the book; those that are there stay."""
    for place in (folder(source), source.parent / FILES):
        FileStore(folder(book), key).take_from(FileStore(place, key))


def repair_search(ws: Workspace) -> int:
    """Make the search index anew, and what follows from other records; returns how many records the index holds."""
    following.rebuild(ws)
    return ws.rebuild_search()


def named(path: Path) -> Path:
    """A book's path with the ending of books."""
    return path if path.suffix else path.with_name(path.name + SUFFIX)


def _address(ws: Workspace) -> str:
    return str(ws.book.lock.owner().get("address") or "")


def _listening(ws: Workspace, address: str) -> Workspace:
    if address:
        listen_at(ws, address)
    return ws


def _free(target: Path) -> None:
    if target.is_dir():
        raise BookError(N_("“{name}” is a folder, not a file."), N_("Give a file's name."), name=target.name)
    if target.exists():
        raise BookError(
            N_("There is already a file “{name}” in that folder."), N_("Choose another name."), name=target.name
        )


def _usable(source: Path, key: bytes | None) -> None:
    """Read a backup through before anything is touched."""
    if source.is_dir():
        raise BookError(N_("“{name}” is a folder, not a book."), N_("Choose a .kebu file."), name=source.name)
    if not source.is_file():
        raise NotFound(N_("There is no backup “{name}”."), N_("Check the path."), name=str(source))
    with source.open("rb") as file:
        head = file.read(16)
    plain = head.startswith(b"SQLite format 3")
    if not head:
        raise DamagedBook(N_("“{name}” is empty, it holds no book."), N_("Choose another backup."), name=source.name)
    if plain and key is not None:
        raise WrongKey(N_("“{name}” is not encrypted."), N_("Open it without a key."), name=source.name)
    if not plain and key is None:
        raise WrongKey(
            N_("“{name}” is encrypted, or it is no Kebu book."), N_("Give its key with --key-file."), name=source.name
        )
    backup.verify(source, key=key)


def _keep(path: Path, key: bytes | None, now: datetime) -> Path:
    """Back up the present book; when it is too damaged for that, keep its file as it is."""
    try:
        connection = connect(path, key=key)
        try:
            return backup.make(connection, path, key=key, now=now, reason="restore").path
        finally:
            connection.close()
    except Exception as error:
        aside = backup.folder(path) / f"{path.stem}-{now.strftime('%Y%m%dT%H%M%S')}.damaged"
        with explained(aside):
            aside.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, aside)
        if not aside.exists():
            raise KebuError(N_("The present book could not be kept."), N_("Nothing was changed.")) from error
        return aside


class _held:  # noqa: N801 - used like a function
    """The book's lock for as long as the block runs."""

    def __init__(self, path: Path) -> None:
        self._lock = BookLock(path)

    def __enter__(self) -> None:
        self._lock.acquire(program=RESTORING)

    def __exit__(self, *_: object) -> None:
        self._lock.release()
