"""Bringing an older book to the schema of this program."""

from __future__ import annotations

from pathlib import Path

import apsw
from playhouse.migrations import Runner

from app.shared.paths import root
from db.connection import BookDatabase


def folder() -> Path:
    """Where the migrations lie, in a checkout and in a bundle."""
    return root() / "db" / "migrations"


def _runner(connection: apsw.Connection) -> Runner:
    return Runner(BookDatabase(connection), str(folder()))


def newer(connection: apsw.Connection) -> bool:
    """Whether the book has had a migration that this program does not know."""
    return any(step.path is None for step in _runner(connection).status())


def pending(connection: apsw.Connection) -> bool:
    """Whether this program has migrations that the book has not had."""
    return any(step.path is not None and not step.applied for step in _runner(connection).status())


def migrate(connection: apsw.Connection) -> list[str]:
    """Apply what is pending, each step in its own transaction; returns the names of the steps."""
    return list(_runner(connection).up())
