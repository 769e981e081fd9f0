"""What commands and queries work on: the open book, the dictionary, the clock and the settings."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import TypeVar

from app.records import following, own
from app.records.dictionary import Dictionary
from app.records.indexing import Indexer, reworded, unwatched, wording
from app.records.operation import Operation
from app.shared.clock import Clock
from app.shared.settings import Setting
from db import backup, search
from db.book import Book
from db.changes import ChangeSet as ChangeSet
from db.journal import heeding

T = TypeVar("T")
CURRENCY = Setting("currency", "CNY")
SEARCH = "search"
REGION = Setting("region", "CN")
_acting: ContextVar[str] = ContextVar("acting", default="")
_running: ContextVar[Operation | None] = ContextVar("running", default=None)


class Workspace:
    """An open book with all that the program knows about it.

    Attributes:
        source: who makes the changes, for the history: ``window`` or ``command line``.
        dictionary: the built-in record types with the book's own fields and lists.
        definitions: what the user made of it.
        closed: whether the book was closed.
        indexer: keeps the search index right.
        search_stale: whether the search index is of an older design, so that search may miss what is there.
    """

    def __init__(self, book: Book, dictionary: Dictionary, clock: Clock) -> None:
        self.book = book
        self.closed = False
        self.clock = clock
        self._source = ""
        self._built_in = dictionary
        self.dictionary = dictionary
        self._listeners: list[Callable[[ChangeSet], object]] = []
        self._settings: dict[str, object] | None = None
        try:
            self.reload_dictionary()
        except BaseException:
            book.close()
            raise
        self._wording = wording(self.dictionary)
        self.indexer = Indexer(self)
        self.search_stale = book.fact(SEARCH) != search.DESIGN
        book.on_change(self._renew)

    @classmethod
    def create(
        cls,
        path: Path,
        dictionary: Dictionary,
        *,
        key: bytes | None = None,
        clock: Clock | None = None,
        program: str = "kebu",
    ) -> Workspace:
        """Make a new book and open it. Raises the failures of ``Book.create``."""
        book = Book.create(path, dictionary.schema(), key=key, program=program)
        book.set_fact(SEARCH, search.DESIGN)
        return cls(book, dictionary, clock or Clock())

    @classmethod
    def open(
        cls,
        path: Path,
        dictionary: Dictionary,
        *,
        key: bytes | None = None,
        clock: Clock | None = None,
        program: str = "kebu",
        renew: bool = True,
    ) -> Workspace:
        """Open a book; an older one is backed up before its schema changes. Raises the failures of ``Book.open``.

        Args:
            renew: whether a search index of an older design is made anew at once; else ``search_stale`` tells of it, and
                ``renewing.renew_index`` does it beside other work.
        """
        clock = clock or Clock()

        def before_upgrade(book: Path) -> None:
            from db.connection import connect

            source = connect(book, key=key, readonly=True)
            try:
                backup.make(source, book, key=key, now=clock.now_utc(), reason="upgrade")
            finally:
                source.close()

        book = Book.open(path, dictionary.schema(), key=key, program=program, backup=before_upgrade)
        ws = cls(book, dictionary, clock)
        try:
            if renew and ws.search_stale:
                # An older program made the index, or a migration changed records that it holds.
                ws.rebuild_search()
        except BaseException:
            book.close()
            raise
        return ws

    @property
    def path(self) -> Path:
        """The book's file."""
        return self.book.path

    @property
    def currency(self) -> str:
        """The currency of amounts that name none."""
        return self.setting(CURRENCY)

    @property
    def region(self) -> str:
        """The country whose phone numbers need no country code, as two letters (ISO 3166)."""
        return self.setting(REGION)

    @property
    def source(self) -> str:
        """Who makes the changes now."""
        return _acting.get() or self._source

    @source.setter
    def source(self, source: str) -> None:
        self._source = source

    @staticmethod
    @contextmanager
    def acting(source: str) -> Iterator[None]:
        """Make changes for someone else inside the block, in this thread only."""
        token = _acting.set(source)
        try:
            yield
        finally:
            _acting.reset(token)

    @staticmethod
    def heeding(stop: Callable[[], bool] | None) -> AbstractContextManager[None]:
        """Let operations inside the block be stopped, see ``db.journal.heeding``."""
        return heeding(stop)

    def rebuild_search(self) -> int:
        """Make the search index anew from the records; no operation, as no record changes. Returns the documents made."""
        with self.book.journal.alone() as connection, connection:
            made = self.indexer.rebuild()
        self.search_is_right()
        return made

    def search_is_right(self) -> None:
        """Note that the index holds every record in the design of this program."""
        self.book.set_fact(SEARCH, search.DESIGN)
        self.search_stale = False

    def tidy_search(self) -> None:
        """Merge what a long import left apart in the search index, little by little; for a job.

        Raises:
            BookError: a long task is writing.
        """
        left = True
        while left and not self.closed:
            with self.book.journal.alone() as connection:
                left = search.merge_some(connection)

    def subscribe(self, listener: Callable[[ChangeSet], object]) -> Callable[[], None]:
        """Call the listener after each operation, in the thread that ran it; returns how to stop that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    @contextmanager
    def operation(self, name: str, **values: object) -> Iterator[Operation]:
        """Run the block as one named operation; see ``Journal.operation`` for what it raises.

        Args:
            name: English source text of what the person does; ``values`` for its placeholders.
        """
        with self._operation(name, values, "do") as op:
            yield op

    @contextmanager
    def beside(self, name: str, **values: object) -> Iterator[Operation]:
        """As ``operation``, for what the program does by itself: the history tells of it, and undo and redo pass it by."""
        with self._operation(name, values, "auto") as op:
            yield op

    @contextmanager
    def _operation(self, name: str, values: dict[str, object], kind: str) -> Iterator[Operation]:
        outer = not self.book.journal.mine
        op = Operation(self)
        # What an inner operation notes belongs to the outer one, which it joins.
        outer_op = _running.get()
        op.values = values if outer or outer_op is None else outer_op.values
        # The window's own thread must not stand still behind a long import; others may wait their turn.
        wait_s = 0.05 if threading.current_thread() is threading.main_thread() else 5.0
        token = _running.set(op)
        try:
            now = self.clock.now_utc()
            with self.book.journal.operation(name, values, at=now, source=self.source, kind=kind, wait_s=wait_s):
                yield op
        except BaseException:
            if outer:
                self._settings = None
                self.reload_dictionary()
            raise
        finally:
            _running.reset(token)
        if outer:
            op.changes = self.book.journal.changes
            self.announce(op.changes)

    def _renew(self, changes: ChangeSet) -> ChangeSet:
        running = _running.get()
        moved: set[str] = set()
        if changes.touches(*own.TABLES):
            self.reload_dictionary()
            moved = reworded(self._wording, wording(self.dictionary))
            own.keep_indexes(self.book.writer, self.definitions.fields)
        self.indexer.renew(changes, running.watch if running else unwatched, moved)
        return following.renew(self, changes)

    def announce(self, changes: ChangeSet) -> None:
        """Tell the listeners what changed."""
        if changes.touches("setting"):
            self._settings = None
        if changes.touches(*own.TABLES):
            self.reload_dictionary()
            self._wording = wording(self.dictionary)
        if changes:
            for listener in list(self._listeners):
                listener(changes)

    @property
    def built_in(self) -> Dictionary:
        """The dictionary without the user's own fields."""
        return self._built_in

    def forget_settings(self) -> None:
        """Read the settings anew when they are asked for again."""
        self._settings = None

    def reload_dictionary(self) -> None:
        """Take the user's own fields into the dictionary."""
        with self.book.reading() as connection:
            self.definitions = own.read(connection)
        self.dictionary = self._built_in.with_own(self.definitions) if self.definitions else self._built_in

    def setting(self, setting: Setting[T]) -> T:
        """The book's value of a setting, or its default."""
        if self._settings is None:
            with self.book.reading() as connection:
                rows = connection.execute("SELECT name, value FROM setting").fetchall()
            self._settings = {name: json.loads(value) for name, value in rows}
        return setting.check(self._settings.get(setting.name, setting.default))

    def set_setting(self, setting: Setting[T], value: T) -> ChangeSet:
        """Keep the book's value of a setting, as one operation."""
        from app.shared.i18n import N_

        with self.operation(N_("Change settings")) as op:
            op.set_setting(setting.name, value)
        return op.changes

    def close(self) -> None:
        """Close the book."""
        self.closed = True
        self.book.close()
