"""Connections to a book: the key, the settings that keep it safe, and peewee over them."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import apsw
from playhouse.apsw_ext import APSWDatabase

APPLICATION_ID = 0x4B656275  # "Kebu"
CIPHER = "aegis"
KEY_BYTES = 32

# Measured: WAL with synchronous=FULL lost no commit when unsynced writes were dropped; NORMAL did.
_SETTINGS = (
    "PRAGMA foreign_keys=1",
    "PRAGMA synchronous=full",
    "PRAGMA fullfsync=1",
    "PRAGMA checkpoint_fullfsync=1",
    "PRAGMA trusted_schema=0",
    "PRAGMA cell_size_check=1",
    "PRAGMA mmap_size=0",
    "PRAGMA secure_delete=1",
    "PRAGMA temp_store=memory",
    "PRAGMA journal_size_limit=67108864",
    "PRAGMA cache_size=-65536",
)


def set_key(connection: apsw.Connection, key: bytes | None) -> None:
    """Give the connection its raw key, by PRAGMA only (URI and ATTACH keys are weaker in this engine)."""
    if key is None:
        return
    if len(key) != KEY_BYTES:
        raise ValueError(f"a key has {KEY_BYTES} bytes")
    connection.pragma("cipher", CIPHER)
    connection.execute(f"PRAGMA key='raw:{key.hex()}'")


def _bind(cursor: apsw.Cursor, number: int, value: Any) -> apsw.SQLiteValue:
    """peewee's migration table binds a datetime, which apsw leaves to the program."""
    if isinstance(value, datetime):
        return value.isoformat(" ", timespec="seconds")
    raise TypeError(f"cannot bind {type(value).__name__}")


def connect(
    path: str | Path, *, key: bytes | None = None, create: bool = False, readonly: bool = False
) -> apsw.Connection:
    """Open one connection with the house's settings. Raises apsw errors."""
    flags = apsw.SQLITE_OPEN_READONLY if readonly else apsw.SQLITE_OPEN_READWRITE
    connection = apsw.Connection(str(path), flags=flags | (apsw.SQLITE_OPEN_CREATE if create else 0))
    try:
        connection.set_busy_timeout(5000)
        connection.convert_binding = _bind
        set_key(connection, key)
        for setting in _SETTINGS:
            connection.execute(setting)
        if not readonly:
            connection.pragma("journal_mode", "wal")
    except BaseException:
        connection.close()
        raise
    return connection


class BookDatabase(APSWDatabase):
    """peewee over the one writing connection of a book, whichever thread holds the writer's lock."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._shared = connection
        super().__init__(":memory:", thread_safe=False, autoconnect=False, timeout=None)  # type: ignore[no-untyped-call]
        self.connect()

    def _connect(self) -> Any:
        return self._shared

    def _close(self, conn: Any) -> None:
        """The book closes its connection itself."""
