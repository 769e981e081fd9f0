"""Taking a merge back at any time later: the customers come out of it whole, and what was changed since stays changed."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.customers.merging import MERGE, NAMES
from app.records import operations, queries, trash
from app.records.fields import FieldKind, RecordType
from app.records.restoring import (
    INTO,
    LOOSE,
    MERGED,
    OF,
    Key,
    Link,
    bring_back,
    columns,
    existing,
    noted,
    set_columns,
    survivors,
)  # fmt: skip
from app.records.storage import CUSTOM, key_column, normal_column
from app.records.workspace import Workspace
from app.shared.errors import KebuError, NotFound
from app.shared.i18n import N_, translate
from db.changes import ChangeSet, RowChange, all_changes
from db.journal import OperationInfo


@dataclass(frozen=True, slots=True)
class Merge:
    """A merge that can be taken back: its operation, when, the customer that stayed, and the names of the others."""

    operation: int
    at: datetime
    id: int
    title: str
    others: str


@dataclass(frozen=True, slots=True)
class Left:
    """A field that stays as it is, as it was changed since the merge."""

    kind: str
    id: int
    title: str
    label: str


@dataclass(frozen=True, slots=True)
class Unmerged:
    """What an unmerging did.

    Attributes:
        customers: the ids of the customers that came out.
        titles: their names.
        into: the customer that they were merged into, by now.
        moved: how many records of each kind went back to them.
        left: fields that were changed since the merge and stay as they are.
        added: how many records were added to the merged customer since; they stay with it.
    """

    changes: ChangeSet
    customers: tuple[int, ...]
    titles: tuple[str, ...]
    into: int
    moved: Mapping[str, int]
    left: tuple[Left, ...]
    added: int


def merges(ws: Workspace, limit: int = 1000) -> list[Merge]:
    """The merges that can be taken back, newest first."""
    found = ws.book.journal.info("kind='do' AND undone=0 AND name=?", (MERGE,), limit)
    there = existing(ws, "customer", {number for info in found for number in _others(info)})
    return [
        Merge(info.id, info.at, _into(info), str(info.values.get("title", "")), str(info.values.get(NAMES, "")))
        for info in found
        if not there.issuperset(_others(info))
    ]


def find(ws: Workspace, customer: int) -> int:
    """The operation by which a customer was merged into another, or else the last one into it. Raises NotFound."""
    held = ws.book.journal.info("kind='do' AND undone=0 AND name=?", (MERGE,), 100_000)
    there = existing(ws, "customer", {number for info in held for number in _others(info)})
    open_ones = [info for info in held if not there.issuperset(_others(info))]
    gone = [info.id for info in open_ones if customer in _others(info)]
    stayed = [info.id for info in open_ones if customer == _into(info)]
    if gone or stayed:
        return (gone or stayed)[0]
    raise NotFound(N_("Customer {number} was not merged."), N_("See the merges with: kebu unmerge"), number=customer)


def unmerge(ws: Workspace, operation: int) -> Unmerged:
    """Take a merge back, as one operation.

    The customers that were merged come back with all they had. Of the one that stayed, and of the records that were moved,
    each field goes back unless it was changed since. A merged customer that lies in the trash is brought back first; one
    that was merged into another since is found there.

    Raises:
        NotFound: there is no such operation.
        KebuError: it is no merge, or is taken back already.
    """
    info = operations.get(ws, operation)
    if info.name != MERGE or info.kind != "do":
        raise KebuError(
            N_("Operation {number} is no merge."), N_("See the merges with: kebu unmerge"), number=operation
        )
    others = _others(info)
    if not others or info.undone or existing(ws, "customer", others) == set(others):
        raise KebuError(N_("This merge is taken back already."))
    taking = _Taking(ws, info)
    names = str(info.values.get(NAMES, ""))
    with ws.operation(N_("Unmerge {title}: {names}"), title=str(info.values.get("title", "")), names=names) as op:
        if loose := taking.run():
            op.note(LOOSE, noted(loose))
    titles = queries.titles(ws, "customer", others)
    return Unmerged(
        op.changes, tuple(others), tuple(titles.get(number) or f"#{number}" for number in others), taking.home,
        dict(taking.moved), tuple(taking.left), taking.added,
    )  # fmt: skip


def _others(info: OperationInfo) -> list[int]:
    held = info.values.get(MERGED)
    return [int(number) for number in held] if isinstance(held, list) and info.values.get(OF) == "customer" else []


def _into(info: OperationInfo) -> int:
    held = info.values.get(INTO)
    return held if isinstance(held, int) else 0


class _Taking:
    """One merge that is being taken back."""

    def __init__(self, ws: Workspace, info: OperationInfo) -> None:
        self._ws, self._info = ws, info
        self._into = _into(info)
        # This merge itself is one of those that are followed: the way goes on from where it ended.
        self.home = survivors(ws).get(("customer", self._into), self._into)
        self.moved: dict[str, int] = defaultdict(int)
        self.left: list[Left] = []
        self.added = 0

    def run(self) -> list[Link]:
        """Do it, inside the running operation; returns the links whose other end is gone."""
        ws = self._ws
        changes = list(all_changes(ws.book.journal.changeset(self._info.id), columns(ws)))
        if not existing(ws, "customer", (self.home,)):
            trash.restore(ws, [("customer", self.home)])
        self.added = self._added({(one.table, one.id) for one in changes})
        deleted = {(one.table, one.id): one.old for one in changes if one.action == "DELETE"}
        there = {kind: existing(ws, kind, [n for k, n in deleted if k == kind]) for kind in {k for k, _ in deleted}}
        _renumbered, loose = bring_back(ws, {key: row for key, row in deleted.items() if key[1] not in there[key[0]]})
        updates = [one for one in changes if one.action == "UPDATE"]
        for kind in dict.fromkeys(one.table for one in updates):
            self._give_back(ws.dictionary.type(kind), [one for one in updates if one.table == kind])
        return loose

    def _give_back(self, record: RecordType, changes: Sequence[RowChange]) -> None:
        names = self._ws.book.columns(record.name)
        quoted = ",".join(f'"{name}"' for name in names)
        sql = f'SELECT {quoted} FROM "{record.name}" WHERE id IN (SELECT value FROM json_each(?))'
        connection = self._ws.book.writer
        wanted = json.dumps([one.id for one in changes])
        rows = {row[0]: dict(zip(names, row, strict=True)) for row in connection.execute(sql, (wanted,)).fetchall()}
        for one in changes:
            if (row := rows.get(one.id)) is None:
                # It lies in the trash, or went with the customer into another one.
                continue
            back = self._back(record, one, row)
            if back:
                set_columns(self._ws, record.name, one.id, back)
                if record.parent in back or "about_id" in back:
                    self.moved[record.name] += 1

    def _back(self, record: RecordType, change: RowChange, row: Mapping[str, Any]) -> dict[str, object]:
        """The columns that go back; a field of several columns goes back as a whole or not at all."""
        out: dict[str, object] = {}
        title = str(row.get(record.title) or f"#{change.id}")
        for label, names in _parts(record):
            held = [name for name in names if name in change.new]
            if not held:
                continue
            if names == (CUSTOM,):
                fresh, kept = _own_back(change.old.get(CUSTOM), change.new.get(CUSTOM), row.get(CUSTOM))
                if fresh != row.get(CUSTOM):
                    out[CUSTOM] = fresh
                for name in kept:
                    own = record.field(name).label if record.has(name) else name
                    self.left.append(Left(record.name, change.id, title, own))
                continue
            if all(self._now(record, name, change.new[name]) == row[name] for name in held):
                out |= {name: change.old[name] for name in held}
            elif any(change.old[name] != row[name] for name in held):
                self.left.append(Left(record.name, change.id, title, translate(label)))
        return out

    def _now(self, record: RecordType, name: str, value: object) -> object:
        """What a value that the merge set would be by now: where it named the merged customer, its place by now."""
        linked = name == "about_id" or (record.has(name) and record.field(name).link == "customer")
        return self.home if linked and value == self._into else value

    def _added(self, known: set[Key]) -> int:
        """How many records were made since for the merged customer."""
        ws, total = self._ws, 0
        for child, field in ws.dictionary.children("customer"):
            if child.parent != field:
                continue
            with ws.book.reading() as connection:
                sql = f'SELECT id FROM "{child.name}" WHERE "{field}"=?'
                mine = {row[0] for row in connection.execute(sql, (self.home,))}
                mine -= {number for kind, number in known if kind == child.name}
                runs = connection.execute(
                    "SELECT first, last FROM operation_row WHERE operation>? AND code=? AND action='c'",
                    (self._info.id, child.code),
                ).fetchall()
            total += sum(1 for number in mine if any(first <= number <= last for first, last in runs))
        return total


def _parts(record: RecordType) -> list[tuple[str, tuple[str, ...]]]:
    """The columns of each field, with its label; those of the user's own fields are one."""
    found = []
    for field in record.fields:
        if field.custom:
            continue
        names = [field.name, key_column(field)]
        if field.kind is FieldKind.PHONE:
            names.append(normal_column(field))
        found.append((field.label, tuple(names)))
    return [*found, ("", (CUSTOM,))]


def _own_back(old: object, new: object, now: object) -> tuple[str | None, list[str]]:
    """The user's own fields given back one by one, and the names of those that were changed since."""
    before, after, held = (json.loads(text) if isinstance(text, str) and text else {} for text in (old, new, now))
    fresh, kept = dict(held), []
    for name in {*before, *after}:
        if before.get(name) == after.get(name):
            continue
        if held.get(name) == after.get(name):
            fresh.pop(name, None)
            if name in before:
                fresh[name] = before[name]
        elif held.get(name) != before.get(name):
            kept.append(name)
    return (json.dumps(fresh, ensure_ascii=False, sort_keys=True) if fresh else None), sorted(kept)
