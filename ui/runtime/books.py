"""How the window opens and makes books."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from app.records.workspace import Workspace

Open = Callable[..., Workspace]
_PLAIN = b"SQLite format 3\x00"


class Books:
    """Opens and makes books for this window.

    Args:
        open_book, create_book: ``open_book(path, key=…)`` of the program.
        key: the key that the window was started with; used for encrypted books only.
    """

    def __init__(self, open_book: Open, create_book: Open, key: bytes | None = None) -> None:
        self._open, self._create, self._key = open_book, create_book, key

    def open(self, path: Path) -> Workspace:
        """Open a book. Raises what ``Book.open`` raises."""
        return self._open(path, key=None if _is_plain(path) else self._key)

    def create(self, path: Path) -> Workspace:
        """Make a book and open it; it is encrypted when the window was started with a key. Raises what ``Book.create`` raises."""
        return self._create(path, key=self._key)


def _is_plain(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(len(_PLAIN)) == _PLAIN
    except OSError:
        return False
