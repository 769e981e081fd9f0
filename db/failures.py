"""SQLite's failures told as sentences that say what to do."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import apsw
import peewee

from app.shared.errors import BookError, Cancelled, DamagedBook, DiskFull, KebuError, ReadOnlyBook
from app.shared.i18n import N_

_LEAST_BYTES = 100_000


def explain(error: BaseException, path: str | Path) -> KebuError | None:
    """The typed failure for an error of SQLite, or None when the error is a bug of ours."""
    cause: BaseException | None = error
    while isinstance(cause, peewee.PeeweeException) and (cause.__cause__ or cause.__context__):
        cause = cause.__cause__ or cause.__context__
    name = Path(path).name
    system = cause.errno if isinstance(cause, OSError) else None
    full = isinstance(cause, apsw.FullError) or system in (errno.ENOSPC, errno.EDQUOT)
    if full or (isinstance(cause, apsw.IOError) and _no_room(path)):
        return DiskFull(
            N_("There is no room left on the disk of “{name}”."),
            N_("Nothing was changed. Free some space and try again."),
            name=name,
        )
    if (
        isinstance(cause, (apsw.ReadOnlyError, apsw.CantOpenError, apsw.PermissionsError, PermissionError))
        or system == errno.EROFS
    ):
        return ReadOnlyBook(
            N_("“{name}” cannot be written where it lies."),
            N_("Copy it to a folder of your own, or ask for the right to write there."),
            name=name,
        )
    if isinstance(cause, apsw.InterruptError):
        return Cancelled(N_("The task was stopped; nothing was changed."))
    if isinstance(cause, (apsw.NotADBError, apsw.CorruptError, apsw.FormatError, UnicodeDecodeError)):
        return DamagedBook(
            N_("“{name}” is not a Kebu book, or it is damaged."),
            N_("Restore the last backup with Settings › Backup, or with: kebu restore FILE"),
            name=name,
        )
    if isinstance(cause, apsw.ConstraintError) and cause.extendedresult == apsw.SQLITE_CONSTRAINT_UNIQUE:
        return BookError(N_("Another record has this number already."), N_("Choose another number."))
    if isinstance(cause, (apsw.BusyError, apsw.LockedError)):
        return BookError(
            N_("“{name}” is busy with another task."), N_("Wait until it is finished and try again."), name=name
        )
    if isinstance(cause, apsw.IOError):
        return BookError(
            N_("The disk of “{name}” failed to read or write."),
            N_("Nothing was changed. Check the disk or the network drive and try again."),
            name=name,
        )
    if (
        isinstance(cause, OSError)
        and cause.filename
        and Path(path).parent in (Path(cause.filename), Path(cause.filename).parent)
    ):
        return BookError(
            N_("“{name}” cannot be read or written: {reason}."),
            N_("Look at its folder, then try again."),
            name=name,
            reason=cause.strerror or str(cause),
        )
    return None


def _no_room(path: str | Path) -> bool:
    """Whether the disk is full: SQLite tells it as a failed read when its shared memory finds no room."""
    try:
        return shutil.disk_usage(Path(path).parent).free < _LEAST_BYTES
    except OSError:
        return False


@contextmanager
def explained(path: str | Path) -> Iterator[None]:
    """Turn SQLite's expected failures inside the block into typed ones."""
    try:
        yield
    except (apsw.Error, peewee.PeeweeException, OSError, UnicodeDecodeError) as error:
        known = explain(error, path)
        if known is None:
            raise
        raise known from error
