"""Rows of old changesets brought back into the book as it is today."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from app.records.fields import RecordType
from app.records.workspace import Workspace
from db import numbers
from db.changes import all_changes
from db.numbers import Renumbered

Key = tuple[str, int]
Values = Mapping[str, object]
MERGED, INTO, OF = "merged", "into", "of"
"""Values of an operation whose deleted records live on in another: their ids, the id of that one, and the kind."""
LOOSE = "loose"
"""The value of a restoring operation that holds the links it could not tie, as the other end is still gone."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link field of a record, and the record it pointed to."""

    kind: str
    id: int
    field: str
    target_kind: str
    target: int


@dataclass(slots=True)
class Deletion:
    """What an operation deleted, and the links of other records that it emptied by that."""

    rows: dict[Key, Values] = field(default_factory=dict)
    links: list[Link] = field(default_factory=list)
    _children: dict[Key, list[Key]] | None = None

    def family(self, ws: Workspace, top: Key) -> list[Key]:
        """A deleted record and all that was deleted with it as belonging to it, parents first."""
        if self._children is None:
            self._children = defaultdict(list)
            for key, values in self.rows.items():
                if (parent := parent_of(ws.dictionary.type(key[0]), values)) is not None:
                    self._children[parent].append(key)
        found = [top]
        for key in found:
            found += self._children.get(key, ())
        return found


def read(ws: Workspace, operation: int) -> Deletion:
    """What an operation deleted, from its changeset."""
    links = _links(ws)
    found, emptied = Deletion(), []
    for change in all_changes(ws.book.journal.changeset(operation), columns(ws)):
        if change.action == "DELETE":
            found.rows[change.table, change.id] = change.old
        elif change.action == "UPDATE":
            for name, target_kind in links[change.table]:
                target = change.old.get(name)
                if isinstance(target, int) and change.new.get(name, target) is None:
                    emptied.append(Link(change.table, change.id, name, target_kind, target))
    found.links = [one for one in emptied if (one.target_kind, one.target) in found.rows]
    return found


def columns(ws: Workspace) -> dict[str, tuple[str, ...]]:
    """The columns of each table of records."""
    return {one.name: ws.book.columns(one.name) for one in ws.dictionary.types}


def parent_of(record: RecordType, values: Values) -> Key | None:
    """The record that a row belongs to, by its link or by what it is about."""
    if record.soft_parent:
        kind, number = values.get("about_kind"), values.get("about_id")
        return (kind, number) if isinstance(kind, str) and isinstance(number, int) else None
    number = values.get(record.parent) if record.parent else None
    return (record.field(record.parent).link, number) if isinstance(number, int) else None


def existing(ws: Workspace, kind: str, ids: Iterable[int]) -> set[int]:
    """Which of these records are in the book."""
    sql = f'SELECT id FROM "{ws.dictionary.type(kind).name}" WHERE id IN (SELECT value FROM json_each(?))'
    with ws.book.reading() as connection:
        return {row[0] for row in connection.execute(sql, (json.dumps(list(ids)),))}


def survivors(ws: Workspace) -> dict[Key, int]:
    """For each record that was merged into another the id of that one, over several merges."""
    direct: dict[Key, int] = {}
    for info in ws.book.journal.info(f"kind='do' AND undone=0 AND params LIKE '%\"{MERGED}\"%'", limit=1_000_000):
        kind, into, merged = info.values.get(OF), info.values.get(INTO), info.values.get(MERGED)
        if isinstance(kind, str) and isinstance(into, int) and isinstance(merged, list):
            for number in merged:
                direct.setdefault((kind, int(number)), into)
    for kind in {kind for kind, _number in direct}:
        # What came out of its merge again is itself.
        for number in existing(ws, kind, [number for one, number in direct if one == kind]):
            del direct[kind, number]
    found: dict[Key, int] = {}
    for key in direct:
        way = [key]
        while (following := (key[0], direct[way[-1]])) in direct and following not in way:
            way.append(following)
        found[key] = direct[way[-1]]
    return found


def bring_back(ws: Workspace, rows: Mapping[Key, Values]) -> tuple[list[Renumbered], list[Link]]:
    """Put deleted rows into their tables inside a running operation.

    Returns:
        The records that came under another number, as theirs is used again, and the links that were left empty, as
        what they point to is gone.
    """
    renumbered: list[Renumbered] = []
    loose: list[Link] = []
    links = _links(ws)
    gone = _gone_targets(ws, rows)
    by_table: dict[str, list[tuple[int, dict[str, object]]]] = defaultdict(list)
    for (kind, number), values in rows.items():
        row = dict(values)
        for name, target_kind in links[kind]:
            target = row.get(name)
            if isinstance(target, int) and (target_kind, target) in gone:
                row[name] = None
                loose.append(Link(kind, number, name, target_kind, target))
        by_table[kind].append((number, row))
    for kind, found in by_table.items():
        renumbered += _insert(ws, kind, found)
    return renumbered, loose


def _insert(ws: Workspace, kind: str, rows: Sequence[tuple[int, dict[str, object]]]) -> list[Renumbered]:
    connection = ws.book.writer
    known = set(ws.book.columns(kind))
    unique = numbers.unique_column(connection, kind)
    out = []
    for number, row in rows:
        if unique and (held := row.get(unique)) and isinstance(held, str):
            taken = connection.execute(f'SELECT 1 FROM "{kind}" WHERE "{unique}"=?', (held,)).get
            if taken is not None:
                row[unique] = numbers.free(connection, kind, unique, held)
                out.append(Renumbered(kind, number, held, str(row[unique])))
        names = [name for name in row if name in known]
        marks = ",".join("?" * len(names))
        quoted = ",".join(f'"{name}"' for name in names)
        connection.execute(f'INSERT INTO "{kind}"({quoted}) VALUES({marks})', [row[name] for name in names])
    return out


def set_columns(ws: Workspace, kind: str, number: int, columns: Mapping[str, object]) -> None:
    """Set columns of a row to what they held before, inside the running operation."""
    pairs = ",".join(f'"{name}"=?' for name in columns)
    ws.book.writer.execute(f'UPDATE "{kind}" SET {pairs} WHERE id=?', (*columns.values(), number))


def tie(ws: Workspace, links: Iterable[Link]) -> list[Link]:
    """Set links again whose both ends are there and which are empty; returns those whose other end is gone."""
    connection = ws.book.writer
    left = []
    for one in links:
        if existing(ws, one.target_kind, (one.target,)) and existing(ws, one.kind, (one.id,)):
            connection.execute(
                f'UPDATE "{one.kind}" SET "{one.field}"=? WHERE id=? AND "{one.field}" IS NULL', (one.target, one.id)
            )
        else:
            left.append(one)
    return left


def waiting(ws: Workspace, keys: Iterable[Key]) -> list[Link]:
    """The links that earlier restorings left loose, and one end of which is among these records."""
    wanted = set(keys)
    found: list[Link] = []
    for info in ws.book.journal.info(f"kind='do' AND undone=0 AND params LIKE '%\"{LOOSE}\"%'", limit=100_000):
        held = info.values.get(LOOSE)
        for entry in held if isinstance(held, list) else ():
            one = Link(*entry)
            if (one.kind, one.id) in wanted or (one.target_kind, one.target) in wanted:
                found.append(one)
    return found


def noted(links: Iterable[Link]) -> list[list[object]]:
    """Links as an operation's values hold them."""
    return [[one.kind, one.id, one.field, one.target_kind, one.target] for one in dict.fromkeys(links)]


def _links(ws: Workspace) -> dict[str, list[tuple[str, str]]]:
    return {
        one.name: [(field.name, field.link) for field in one.fields if field.link and not field.custom]
        for one in ws.dictionary.types
    }


def _gone_targets(ws: Workspace, rows: Mapping[Key, Values]) -> set[Key]:
    """What rows link to that is neither in the book nor among them."""
    wanted: dict[str, set[int]] = defaultdict(set)
    links = _links(ws)
    for (kind, _number), values in rows.items():
        for name, target_kind in links[kind]:
            if isinstance(target := values.get(name), int) and (target_kind, target) not in rows:
                wanted[target_kind].add(target)
    return {(kind, number) for kind, ids in wanted.items() for number in ids - existing(ws, kind, ids)}
