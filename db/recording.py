"""What a running operation writes, as SQLite's session extension sees it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import chain

import apsw

from db import changesets
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
        self._taken: tuple[bytes, Found] | None = None

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
            self._first = collect(_packed(self._all))
            self._else = self._session()
        self._else.enabled = False
        yield
        self._else.enabled = True
        self._known[table].append(numbers)

    @contextmanager
    def asleep(self) -> Iterator[None]:
        """Record nothing inside the block: what it applies is known, and taken whole or not at all."""
        self._all.enabled = False
        yield
        self._all.enabled = True

    def take(self, packed: bytes, found: Found) -> None:
        """Take a changeset that was applied while the sessions slept as if they had recorded it, before all they did."""
        self._taken = (packed, found)

    def packed(self) -> bytes:
        """The packed changeset of all that was written so far."""
        rest = _packed(self._all)
        return changesets.joined(self._taken[0], rest) if self._taken else rest

    def found(self, packed: bytes) -> Found:
        """The numbers of the rows that changed, of the whole changeset."""
        if self._taken is not None:
            return self._taken[1] if packed is self._taken[0] else collect(packed)
        if self._else is None or self._first is None:
            return collect(packed)
        put_in = {table: tuple(chain.from_iterable(parts)) for table, parts in self._known.items()}
        return composed(self._first, ({**put_in}, {}, {}, {}), collect(_packed(self._else)))

    def close(self) -> None:
        """Let the sessions go; closing twice is harmless."""
        self._all.close()
        if self._else is not None:
            self._else.close()


def _packed(session: apsw.Session) -> bytes:
    packing = changesets.Packing()
    session.changeset_stream(packing.write)
    return packing.packed()
