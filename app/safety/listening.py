"""Where the window listens that has a book open."""

from __future__ import annotations

from pathlib import Path

from db.holder import holder


def listening(path: Path) -> str:
    """Where the window that has a book listens, as its lock file says; "" for nowhere, or when nobody has the book."""
    return str(holder(path.absolute()).get("address") or "")
