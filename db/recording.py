"""What a running operation writes, as SQLite's session extension sees it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import chain

import apsw

from db.changes import Found, collect, composed


class Recording:
    """The sessions of one operation.

    Rows that are put in in bulk have numbers known beforehand. One session records everything, for the history; another,
    which sleeps meanwhile, all else, so that a long changeset need not be gone through for what is known.

    Args:
        connection: the writing connection.
        tables: the tables whose changes are recorded; none of them gives a number twice.
        many: from so many rows on it pays to know their numbers beforehand.
    """

    def __init__(self, connection: apsw.Connection, tables: Iterable[str], many: int = 1_000) -> None:
        self._connection, self._tables, self._many = connection, tuple(tables), many
        self._all = self._session()
        self._else: apsw.Session | None = None
        self._first: Found | None = None
        self._known: dict[str, list[range]] = defaultdict(list)

    def _session(self) -> apsw.Session:
        session = apsw.Session(self._connection, "main")
        for table in self._tables:
            session.attach(table)
        return session

    @contextmanager
    def known(self, table: str, numbers: range) -> Iterator[None]:
        """Put rows with these numbers, and nothing else, into a table inside the block."""
        if len(numbers) < self._many and self._else is None:
            yield
            return
        if self._else is None:
            self._first = collect(self._all.changeset())
            self._else = self._session()
        self._else.enabled = False
        yield
        self._else.enabled = True
        self._known[table].append(numbers)

    def changeset(self) -> bytes:
        """All that was written so far."""
        held = bytearray()
        self._all.changeset_stream(held.extend)
        return bytes(held)

    def found(self, changeset: bytes) -> Found:
        """The numbers of the rows that changed, of a whole ``changeset``."""
        if self._else is None or self._first is None:
            return collect(changeset)
        put_in = {table: tuple(chain.from_iterable(parts)) for table, parts in self._known.items()}
        return composed(self._first, ({**put_in}, {}, {}, {}), collect(self._else.changeset()))

    def close(self) -> None:
        """Let the sessions go; closing twice is harmless."""
        self._all.close()
        if self._else is not None:
            self._else.close()
