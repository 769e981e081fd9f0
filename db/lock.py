"""The one file that says who has the book."""

from __future__ import annotations

import json
import os
import socket
from pathlib import Path

from filelock import FileLock, Timeout

from app.shared.errors import BookInUse, ReadOnlyBook
from app.shared.i18n import N_
from db.failures import explained
from db.holder import GUARD, holder, lock_path


class BookLock:
    """Holds ``<book>.lock`` while the book is open and tells others who holds it."""

    def __init__(self, book: Path) -> None:
        self.path = lock_path(book)
        self._book = book
        self._lock = FileLock(self.path, timeout=0, thread_local=False)

    def acquire(self, *, program: str) -> None:
        """Take the book. Raises BookInUse with the owner's program and address, or ReadOnlyBook."""
        try:
            self._lock.acquire()
        except Timeout as error:
            owner = self.owner()
            raise BookInUse(
                N_("“{name}” is open in another program ({program}, process {pid} on {host})."),
                N_("Close it there first."),
                address=str(owner.get("address", "")),
                name=self._book.name,
                program=owner.get("program", "?"),
                pid=owner.get("pid", "?"),
                host=owner.get("host", "?"),
            ) from error
        except OSError as error:
            raise ReadOnlyBook(
                N_("“{name}” cannot be written where it lies."),
                N_("Copy it to a folder of your own, or ask for the right to write there."),
                name=self._book.name,
            ) from error
        try:
            with explained(self._book):
                self.tell(program=program, address="", pid=os.getpid(), host=socket.gethostname())
        except BaseException:
            self._lock.release()
            raise

    def tell(self, **facts: object) -> None:
        """Add facts about the holder, such as the address of its command socket."""
        known = self.owner() | facts
        if not self.path.exists():
            self.path.write_bytes(GUARD)
        with self.path.open("r+b") as file:
            file.seek(len(GUARD))
            file.write(json.dumps(known, ensure_ascii=False).encode())
            file.truncate()

    def owner(self) -> dict[str, object]:
        """What the file says of the holder, or of the last one."""
        return holder(self._book)

    def release(self) -> None:
        """Give the book back."""
        try:
            self.tell(address="", pid=0)
        except OSError:
            # A full disk, or a folder that is gone: what the file says is only for messages, the lock itself counts.
            pass
        finally:
            self._lock.release()
