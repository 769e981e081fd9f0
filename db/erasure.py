"""Erasing rows for good: out of what undo would bring back, out of the search index, and out of the file's free pages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import apsw

from db.journal import Journal
from db.words import NO_WORDS, Words

Row = tuple[str, int]
Said = tuple[str, str]
"""What a text tells (see ``Journals``), and the text."""
Watch = Callable[[float], None]
_INTEGER = b"\x01"
_FEW = 500
UNSCRUBBED = "unscrubbed"
"""The fact that says: rows were erased, and the file was not made anew since."""
ERASED = "erased"
"""The kind of an operation that held nothing but erased rows; it can no longer be undone."""


@dataclass(frozen=True, slots=True)
class Link:
    """A column that names a row of another table; ``owned`` when its row goes with that one.

    An empty ``target`` means the pair ``about_kind`` and ``about_id``.
    """

    table: str
    column: str
    target: str
    owned: bool


@dataclass(slots=True)
class Past:
    """What all recorded operations tell of rows that are in the book no more.

    Attributes:
        children: rows by the row that owns them, or once did.
        texts: what rows of the tables that were asked for said in the columns that were asked for.
        merged: rows that were deleted, each with the row that took over what belonged to it.
    """

    children: dict[Row, set[Row]] = field(default_factory=lambda: defaultdict(set))
    texts: dict[Row, set[Said]] = field(default_factory=lambda: defaultdict(set))
    merged: set[tuple[Row, Row]] = field(default_factory=set)


@dataclass(slots=True)
class Purged:
    """What was taken out of the recorded operations.

    Attributes:
        operations: those that had something taken out; emptied: those with nothing left.
        texts: what the erased rows said in the columns that were asked for.
    """

    operations: list[int] = field(default_factory=list)
    emptied: list[int] = field(default_factory=list)
    texts: set[Said] = field(default_factory=set)


class Journals:
    """Reads and rewrites the recorded operations of a book, inside a running operation.

    Args:
        journal: of the book.
        links: how rows hang together.
        looked_at: by table the columns whose texts tell a person, each with what the text tells.
        watch: called with the share that is done; what it raises takes everything back.
    """

    def __init__(
        self, journal: Journal, links: Sequence[Link], looked_at: Mapping[str, Mapping[str, str]], watch: Watch
    ) -> None:
        self._journal, self._watch = journal, watch
        self._connection = journal.connection
        self._words, self._free = NO_WORDS, dict[str, list[int]]()
        self._columns = {
            table: [row[1] for row in self._connection.execute(f'PRAGMA table_info("{table}")')]
            for table in journal.tables
        }
        self._links: dict[str, list[tuple[int, int, Link]]] = defaultdict(list)
        for link in links:
            names = self._columns[link.table]
            if link.target:
                self._links[link.table].append((names.index(link.column), -1, link))
            else:
                self._links[link.table].append((names.index("about_id"), names.index("about_kind"), link))
        self._looked_at = {
            table: [(self._columns[table].index(name), told) for name, told in names.items()]
            for table, names in looked_at.items()
        }

    def past(self) -> Past:
        """Read all operations that deleted rows: what is in the book no more stands whole in one of them."""
        past = Past()
        deleting = [
            row[0] for row in self._connection.execute("SELECT DISTINCT operation FROM operation_row WHERE action='d'")
        ]
        for _number, changeset in self._operations(sorted(deleting), 0.0, 0.4):
            deleted: set[Row] = set()
            moved: list[tuple[Row, Row]] = []
            for change in apsw.Changeset.iter(changeset):
                if change.opcode == apsw.SQLITE_UPDATE:
                    moved += self._moved(change)
                if change.opcode != apsw.SQLITE_DELETE:
                    continue
                values: Sequence[Any] = change.old or ()
                row = change.name, int(values[0])
                deleted.add(row)
                for place, kind, link in self._links.get(change.name, ()):
                    if link.owned and (owner := _named(link, place, kind, values)):
                        past.children[owner].add(row)
                if change.name in self._looked_at:
                    past.texts[row] |= self._texts(change.name, values)
            past.merged |= {pair for pair in moved if pair[0] in deleted}
        return past

    def _moved(self, change: apsw.TableChange) -> Iterator[tuple[Row, Row]]:
        for place, kind, link in self._links.get(change.name, ()):
            if link.owned:
                before, after = _named(link, place, kind, change.old), _named(link, place, kind, change.new)
                if before and after:
                    yield before, after

    def _texts(self, table: str, values: Sequence[object]) -> set[Said]:
        return {
            (told, value)
            for place, told in self._looked_at.get(table, ())
            if place < len(values) and isinstance(value := values[place], str) and value
        }

    def purge(self, gone: Collection[Row], words: Words = NO_WORDS) -> Purged:
        """Take rows out of all operations; links of other rows to them are emptied, so that undo stays sound.

        Args:
            gone: the rows.
            words: what is taken out of the texts of all other rows as well.
        """
        rows = frozenset(gone)
        self._words, self._free = (
            words,
            {table: [self._columns[table].index(name) for name in names] for table, names in words.columns.items()},
        )
        done = Purged()
        for number, changeset in self._naming(rows, [word.encode() for word in words.forms]):
            left = self._without(changeset, rows, done.texts)
            if left is None:
                continue
            self._journal.rewrite(number, left, "" if left else ERASED)
            done.operations.append(number)
            if not left:
                done.emptied.append(number)
        return done

    def said(self, rows: Collection[Row]) -> set[Said]:
        """What all operations tell of rows in the columns that are looked at."""
        found: set[Said] = set()
        wanted = frozenset(row for row in rows if row[0] in self._looked_at)
        for _number, changeset in self._naming(wanted):
            for change in apsw.Changeset.iter(changeset):
                for values in (change.old, change.new) if change.name in self._looked_at else ():
                    if values and (change.name, (change.old or values)[0]) in wanted:
                        found |= self._texts(change.name, values)
        return found

    def _naming(self, rows: frozenset[Row], more: Sequence[bytes] = ()) -> Iterator[tuple[int, bytes]]:
        """The operations that can hold one of some rows, or one of some texts."""
        # A changeset holds integers as a sign and eight bytes: most operations hold no number of the rows at all.
        marks = {_INTEGER + number.to_bytes(8, "big", signed=True) for _table, number in rows} | set(more)
        numbers = [row[0] for row in self._connection.execute("SELECT id FROM operation ORDER BY id")]
        for number, changeset in self._operations(numbers, 0.4, 0.9):
            if len(marks) > _FEW or any(mark in changeset for mark in marks):
                yield number, changeset

    def _without(self, changeset: bytes, gone: frozenset[Row], texts: set[Said]) -> bytes | None:
        """A changeset without rows and without links to them, None when it holds neither."""
        builder = apsw.ChangesetBuilder()
        builder.schema(self._connection, "main")
        some = changed = False
        for change in apsw.Changeset.iter(changeset):
            table = change.name
            values: Sequence[Any] = (change.new if change.opcode == apsw.SQLITE_INSERT else change.old) or ()
            if (table, values[0]) in gone:
                changed = True
                texts |= self._texts(table, values)
                if change.opcode == apsw.SQLITE_UPDATE:
                    texts |= self._texts(table, change.new or ())
            elif (places := self._gone_places(change, gone)) if table in self._links else ():
                changed = True
                some = self._unlinked(builder, change, places) or some
            elif (reworded := self._reworded(builder, change)) is not None:
                changed = True
                some = reworded or some
            else:
                builder.add_change(change)
                some = True
        if not changed:
            return None
        return builder.output() if some else b""

    def _reworded(self, builder: apsw.ChangesetBuilder, change: apsw.TableChange) -> bool | None:
        """Add a change without the words; whether anything of it is left, None when it holds none of them."""
        places = [
            place
            for place in self._free.get(change.name, ())
            if any(
                values and place < len(values) and self._words.within(values[place])
                for values in (change.old, change.new)
            )
        ]
        if not places:
            return None
        count = len(self._columns[change.name])
        update = change.opcode == apsw.SQLITE_UPDATE
        old, new = (_long(values, count, update) if values else [] for values in (change.old, change.new))
        for values in (old, new):
            for place in places if values else ():
                values[place] = self._words.without(values[place])
        if not update:
            add = builder.add_insert if new else builder.add_delete
            add(change.name, change.indirect, new or old)
            return True
        for place in places:
            if old[place] == new[place]:
                old[place] = new[place] = apsw.no_change
        if all(value is apsw.no_change for value in new):
            return False
        builder.add_update(change.name, change.indirect, old, new)
        return True

    def _gone_places(self, change: apsw.TableChange, gone: frozenset[Row]) -> set[int]:
        """The places of the columns that name rows that are gone."""
        sides = [values for values in (change.old, change.new) if values]
        return {
            one
            for place, kind, link in self._links[change.name]
            if any(_named(link, place, kind, values) in gone for values in sides)
            for one in (place, kind)
            if one >= 0
        }

    def _unlinked(self, builder: apsw.ChangesetBuilder, change: apsw.TableChange, places: set[int]) -> bool:
        """Add a change without what stands at some places; whether anything of it is left."""
        count = len(self._columns[change.name])
        if change.opcode == apsw.SQLITE_UPDATE:
            old, new = (
                [apsw.no_change if at in places else value for at, value in enumerate(_long(values, count, True))]
                for values in (change.old, change.new)
            )
            if all(value is apsw.no_change for value in new):
                return False
            builder.add_update(change.name, change.indirect, old, new)
            return True
        values = change.new if change.opcode == apsw.SQLITE_INSERT else change.old
        row = [None if at in places else value for at, value in enumerate(_long(values, count, False))]
        add = builder.add_insert if change.opcode == apsw.SQLITE_INSERT else builder.add_delete
        add(change.name, change.indirect, row)
        return True

    def _operations(self, numbers: Sequence[int], start: float, end: float) -> Iterator[tuple[int, bytes]]:
        for at, number in enumerate(numbers):
            self._watch(start + (end - start) * at / len(numbers))
            if changeset := self._journal.changeset(number):
                yield number, changeset


def _named(link: Link, place: int, kind: int, values: Sequence[object] | None) -> Row | None:
    """The row that a link names in the old or the new values of a change."""
    if not values or place >= len(values) or not isinstance(number := values[place], int):
        return None
    if link.target:
        return link.target, number
    name = values[kind]
    return (name, number) if isinstance(name, str) else None


def _long(values: Sequence[object] | None, count: int, update: bool) -> list[object]:
    """The values of a change recorded before columns were added to its table."""
    found = list(values or ())
    return found + [apsw.no_change if update else None] * (count - len(found))


def named(journal: Journal, texts: Collection[str]) -> set[str]:
    """Those of some long texts that any recorded operation still holds."""
    left, found = set(texts), set[str]()
    with journal.reading() as connection:
        numbers = [row[0] for row in connection.execute("SELECT id FROM operation")] if left else []
    for number in numbers:
        changeset = journal.changeset(number)
        found |= {text for text in left if text.encode() in changeset}
        left -= found
        if not left:
            break
    return found


def drop_settings(connection: apsw.Connection, prefix: str, words: Collection[str]) -> None:
    """Delete the settings of this beginning that hold one of some words."""
    held = connection.execute("SELECT id, value FROM setting WHERE name LIKE ? || '%'", (prefix,)).fetchall()
    for number, value in held:
        if any(word in value for word in words):
            connection.execute("DELETE FROM setting WHERE id=?", (number,))


def due(connection: apsw.Connection) -> None:
    """Note that the file is to be made anew."""
    connection.execute("INSERT OR REPLACE INTO meta(name, value) VALUES(?, '1')", (UNSCRUBBED,))


def forget_terms(connection: apsw.Connection, watch: Watch) -> None:
    """Write the search index anew without the words of deleted documents: a contentless index only marks these."""
    for at, table in enumerate(("search_trigram", "search_gram")):
        watch(0.9 + 0.05 * at)
        connection.execute(f"INSERT INTO {table}({table}) VALUES('optimize')")


def scrub(journal: Journal) -> bool:
    """Make the file anew without its free space, and empty the write-ahead log; whether it could be emptied.

    ``secure_delete`` has overwritten what was deleted; this also clears what moved about inside of pages.
    """
    with journal.alone(30) as connection:
        connection.execute("VACUUM")
        busy = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        if not busy:
            connection.execute("DELETE FROM meta WHERE name=?", (UNSCRUBBED,))
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    return not busy
