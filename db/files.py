"""The files of a book: each content once, in the folder beside the book, named by its SHA-256.

Beside an encrypted book each file is an encrypted SQLite file of one table, and its name is keyed too (HMAC, RFC 2104), so
that neither tells what it is.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

import apsw

from app.shared.errors import BookError, DamagedBook, NotFound
from app.shared.i18n import N_
from db.connection import connect
from db.failures import explained

_PART = 4 << 20
_TABLE = "CREATE TABLE content(part INTEGER PRIMARY KEY, data BLOB NOT NULL)"

Progress = Callable[[float], bool]


def folder(book: Path) -> Path:
    """Where the files of a book lie: beside it."""
    return book.with_name(book.stem + "-files")


class FileStore:
    """A folder of contents.

    Args:
        place: the folder; it is made with the first content.
        key: the book's key; contents are encrypted with it.
    """

    def __init__(self, place: Path, key: bytes | None = None) -> None:
        self.place = place
        self._key = key

    def path(self, digest: str) -> Path:
        """Where a content lies."""
        return self.place / digest[:2] / digest

    def has(self, digest: str) -> bool:
        """Whether a content is there."""
        return self.path(digest).is_file()

    def all(self) -> Iterator[str]:
        """The names of all contents."""
        if self.place.is_dir():
            for part in sorted(self.place.iterdir()):
                if part.is_dir():
                    yield from (file.name for file in sorted(part.iterdir()) if not file.name.endswith(".part"))

    def add(self, source: Path, progress: Progress = lambda _share: True) -> tuple[str, int]:
        """Keep a copy of a file's content; returns its name and its size in bytes.

        Raises:
            NotFound: the source is no file. DiskFull, ReadOnlyBook: nothing was left behind. BookError: stopped.
        """
        try:
            size = source.stat().st_size
            with source.open("rb") as file:
                digest = self._digest(file, size, progress)
                if not self.has(digest):
                    file.seek(0)
                    self._write(digest, file)
        except (FileNotFoundError, IsADirectoryError, PermissionError) as error:
            raise NotFound(
                N_("“{name}” is no file that can be read."), N_("Choose another one."), name=source.name
            ) from error
        return digest, size

    def copy_out(self, digest: str, target: Path) -> None:
        """Write a content to a file. Raises NotFound when it is gone, DamagedBook when it is not what was kept."""
        fresh = target.with_name(f".{target.name}.part")
        try:
            with explained(target), fresh.open("wb") as file:
                kept = self._hash()
                for part in self._parts(digest):
                    kept.update(part)
                    file.write(part)
            if kept.hexdigest() != digest:
                raise _damaged(target.name)
            fresh.replace(target)
        finally:
            fresh.unlink(missing_ok=True)

    def whole(self, digest: str) -> bool:
        """Whether a content is there and is what was kept; reads it through."""
        kept = self._hash()
        try:
            for part in self._parts(digest):
                kept.update(part)
        except (NotFound, DamagedBook):
            return False
        return kept.hexdigest() == digest

    def take_from(self, other: FileStore, progress: Progress = lambda _share: True) -> int:
        """Copy what the other store has and this one lacks, as it lies there; returns how many contents.

        Raises:
            DiskFull, ReadOnlyBook: what was copied stays and is right. BookError: stopped.
        """
        wanted = [digest for digest in other.all() if not self.has(digest)]
        for at, digest in enumerate(wanted):
            if not progress(at / len(wanted)):
                raise BookError(N_("Copying the files was stopped."), N_("Nothing was changed."))
            target = self.path(digest)
            with explained(target):
                target.parent.mkdir(parents=True, exist_ok=True)
                fresh = target.with_name(digest + ".part")
                try:
                    shutil.copyfile(other.path(digest), fresh)
                    _settle(fresh, target)
                finally:
                    fresh.unlink(missing_ok=True)
        return len(wanted)

    def drop(self, digest: str) -> None:
        """Remove a content for good; undo cannot bring it back."""
        with explained(self.path(digest)):
            self.path(digest).unlink(missing_ok=True)

    def _hash(self) -> hmac.HMAC | hashlib._Hash:
        return hmac.new(self._key, digestmod="sha256") if self._key else hashlib.sha256()

    def _digest(self, file: BinaryIO, size: int, progress: Progress) -> str:
        kept, done = self._hash(), 0
        while part := file.read(_PART):
            kept.update(part)
            done += len(part)
            if not progress(done / max(size, done)):
                raise BookError(N_("Adding the file was stopped."), N_("Nothing was changed."))
        return kept.hexdigest()

    def _write(self, digest: str, file: BinaryIO) -> None:
        target = self.path(digest)
        fresh = target.with_name(digest + ".part")
        with explained(target):
            target.parent.mkdir(parents=True, exist_ok=True)
            try:
                if self._key:
                    self._seal(fresh, file)
                else:
                    with fresh.open("wb") as made:
                        shutil.copyfileobj(file, made, _PART)
                _settle(fresh, target)
            finally:
                fresh.unlink(missing_ok=True)

    def _seal(self, path: Path, file: BinaryIO) -> None:
        path.unlink(missing_ok=True)
        made = connect(path, key=self._key, create=True)
        try:
            made.pragma("journal_mode", "off")
            made.execute(_TABLE)
            while part := file.read(_PART):
                made.execute("INSERT INTO content(data) VALUES(?)", (part,))
        finally:
            made.close()

    def _parts(self, digest: str) -> Iterator[bytes]:
        path = self.path(digest)
        if not path.is_file():
            raise NotFound(
                N_("The file is no longer in the folder “{name}” beside the book."),
                N_("Bring it back from a backup, or attach it again."),
                name=self.place.name,
            )
        with explained(path):
            if not self._key:
                with path.open("rb") as file:
                    while part := file.read(_PART):
                        yield part
                return
            try:
                held = connect(path, key=self._key, readonly=True)
                try:
                    for (part,) in held.execute("SELECT data FROM content ORDER BY part"):
                        yield bytes(part)
                finally:
                    held.close()
            except apsw.Error as error:
                raise _damaged(path.name) from error


def _settle(fresh: Path, target: Path) -> None:
    with fresh.open("rb+") as file:
        os.fsync(file.fileno())
    fresh.replace(target)


def _damaged(name: str) -> DamagedBook:
    return DamagedBook(
        N_("“{name}” is damaged in the book's folder of files."), N_("Bring it back from a backup."), name=name
    )
