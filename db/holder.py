"""Reading who has a book, from the file beside it; without the lock itself, so that it costs nothing."""

from __future__ import annotations

import json
from pathlib import Path

# The first byte of the file is the one that Windows locks; what follows can be read by others.
GUARD = b" "


def lock_path(book: Path) -> Path:
    """The file that says who has a book."""
    return book.with_name(book.name + ".lock")


def holder(book: Path) -> dict[str, object]:
    """What is said of the program that has the book, or had it last: program, address, pid, host."""
    try:
        with lock_path(book).open("rb") as file:
            file.seek(len(GUARD))
            facts = json.loads(file.read() or b"{}")
    except (OSError, ValueError):
        return {}
    return facts if isinstance(facts, dict) else {}
