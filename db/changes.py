"""What an operation changed: the rows that windows refresh and the search index renews."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

import apsw

from db import changesets

Ids = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """The rows that one operation created, updated and deleted, by kind of record.

    ``operation`` is the operation's number, 0 when nothing was changed; ``name`` its English source text; ``touched``
    the places of the columns that updates changed, by kind, the id being the first.
    """

    operation: int = 0
    name: str = ""
    values: Mapping[str, object] = field(default_factory=dict)
    created: Mapping[str, Ids] = field(default_factory=dict)
    updated: Mapping[str, Ids] = field(default_factory=dict)
    deleted: Mapping[str, Ids] = field(default_factory=dict)
    touched: Mapping[str, frozenset[int]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.created or self.updated or self.deleted)

    def size(self) -> int:
        """How many rows changed."""
        return sum(len(ids) for found in (self.created, self.updated, self.deleted) for ids in found.values())

    def kinds(self) -> set[str]:
        """The kinds of record that changed."""
        return {*self.created, *self.updated, *self.deleted}

    def touches(self, *kinds: str) -> bool:
        """Whether records of one of these kinds changed."""
        return not self.kinds().isdisjoint(kinds)


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row before and after; a column that did not change is absent from both."""

    table: str
    id: int
    action: str
    old: Mapping[str, object]
    new: Mapping[str, object]


Touched = dict[str, frozenset[int]]
Found = tuple[dict[str, Ids], dict[str, Ids], dict[str, Ids], Touched]
"""What was created, updated and deleted by table, and the columns of updates."""


def collect(packed: bytes) -> Found:
    """The ids that a packed changeset created, updated and deleted, and the columns of updates, by table.

    Every table's key is its first column.
    """
    touched: dict[str, set[int]] = defaultdict(set)
    found: dict[int, dict[str, list[int]]] = {
        apsw.SQLITE_INSERT: defaultdict(list),
        apsw.SQLITE_UPDATE: defaultdict(list),
        apsw.SQLITE_DELETE: defaultdict(list),
    }
    for change in changesets.changes(packed):
        opcode = change.opcode
        row = change.new if opcode == apsw.SQLITE_INSERT else change.old
        found[opcode][change.name].append(row[0])
        if opcode == apsw.SQLITE_UPDATE:
            new = change.new or ()
            touched[change.name].update(at for at, value in enumerate(new) if value is not apsw.no_change)
    created, updated, deleted = (
        {table: tuple(sorted(ids)) for table, ids in found[opcode].items()}
        for opcode in (apsw.SQLITE_INSERT, apsw.SQLITE_UPDATE, apsw.SQLITE_DELETE)
    )
    return created, updated, deleted, {table: frozenset(places) for table, places in touched.items()}


def composed(*parts: Found) -> Found:
    """What changes that followed each other come to, as a changeset of all of them tells it."""
    created: dict[str, set[int]] = defaultdict(set)
    updated: dict[str, set[int]] = defaultdict(set)
    deleted: dict[str, set[int]] = defaultdict(set)
    touched: dict[str, frozenset[int]] = {}
    for more, changed, gone, places in parts:
        for table in {**more, **changed, **gone}:
            new, old, lost = created[table], updated[table], deleted[table]
            put_in, put_out = set(more.get(table, ())), set(gone.get(table, ()))
            old |= (lost & put_in) | (set(changed.get(table, ())) - new)
            new |= put_in - lost
            lost -= put_in
            lost |= put_out - new
            new -= put_out
            old -= put_out
        for table, columns in places.items():
            touched[table] = touched.get(table, frozenset()) | columns
    return _sorted(created), _sorted(updated), _sorted(deleted), touched


def _sorted(found: Mapping[str, Iterable[int]]) -> dict[str, Ids]:
    return {table: tuple(sorted(ids)) for table, ids in found.items() if ids}


def ranges(ids: Iterable[int]) -> Iterator[tuple[int, int]]:
    """The runs of consecutive numbers in ascending ids, as first and last."""
    first = last = None
    for number in ids:
        if first is None or last is None:
            first = last = number
        elif number == last + 1:
            last = number
        else:
            yield first, last
            first = last = number
    if first is not None and last is not None:
        yield first, last


def row_changes(changeset: bytes, columns: Mapping[str, tuple[str, ...]], table: str, row_id: int) -> list[RowChange]:
    """The changes of one row in a changeset. ``columns`` gives each table's columns in their order, ``id`` first."""
    wanted = {table: columns[table]}
    return [change for change in all_changes(changeset, wanted) if change.id == row_id]


def all_changes(changeset: bytes, columns: Mapping[str, tuple[str, ...]]) -> Iterator[RowChange]:
    """The changes of a changeset in the tables that ``columns`` names, one after the other, as they are read."""
    for change in apsw.Changeset.iter(changeset):
        names = columns.get(change.name)
        if names is None:
            continue
        old, new = change.old or (), change.new or ()
        # A changeset from before a migration has fewer columns: new ones stand at the end.
        before = {name: value for name, value in zip(names, old, strict=False) if value is not apsw.no_change}
        after = {name: value for name, value in zip(names, new, strict=False) if value is not apsw.no_change}
        number = before.get("id", after.get("id"))
        if isinstance(number, int):
            yield RowChange(change.name, number, change.op or "", before, after)
