"""The trash: what was deleted, read from the journal, and the way back for each record with all its children.

Deleted rows lie whole in the changeset of the operation that deleted them, so nothing is kept twice: no column marks a
row as deleted, no list and no query has to leave such rows out, no index carries them, and undo of a deletion stays what
undo is. Restoring is an operation of its own that puts the rows of one record into the book as it is by then; it can be
undone like any other.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.records import history, queries
from app.records.fields import RecordType
from app.records.restoring import (
    LOOSE,
    MERGED,
    Deletion,
    Key,
    Link,
    Values,
    bring_back,
    existing,
    noted,
    parent_of,
    read,
    survivors,
    tie,
    waiting,
)
from app.records.workspace import Workspace
from app.shared.errors import Cancelled, KebuError, NotFound
from app.shared.i18n import N_, translate
from app.shared.pinyin import search_text
from app.shared.settings import Setting
from db import forgetting
from db.changes import ChangeSet
from db.numbers import Renumbered

KEEP_DAYS = Setting("trash_days", 0)
"""After how many days a deleted record leaves the trash for good; 0 for never."""
ONE, MANY = N_("Restore {kind}: {title}"), N_("Restore {count} records from the trash")


@dataclass(frozen=True, slots=True)
class Deleted:
    """A record in the trash.

    Attributes:
        operation: which deleted it; ``at`` and ``what`` tell when and as what.
        children: how many records of each kind were deleted with it.
    """

    kind: str
    id: int
    title: str
    operation: int
    at: datetime
    what: str
    children: tuple[tuple[str, int], ...] = ()

    @property
    def key(self) -> Key:
        """Its kind and id."""
        return self.kind, self.id


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restoring did.

    Attributes:
        records: kind and id of what was asked for.
        with_them: records that came back too, because what was asked for belongs to them.
        renumbered: records that came back under another number.
        loose: how many links were left empty, as what they point to is still gone.
    """

    changes: ChangeSet
    records: tuple[Key, ...]
    with_them: tuple[Key, ...]
    renumbered: tuple[Renumbered, ...]
    loose: int


def listing(
    ws: Workspace,
    progress: Callable[[float], None] = lambda share: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> list[Deleted]:
    """All records in the trash, the ones deleted last first. Raises Cancelled.

    What an undo took away is not in the trash, as redo brings it back, nor is a record that lives on in another.
    """
    codes = {ws.book.schema.table(one.name).code for one in ws.dictionary.types if one.standalone}
    sql = f"id IN (SELECT operation FROM operation_row WHERE action='d' AND code IN ({','.join(map(str, codes))}))"
    found: list[Deleted] = []
    seen: set[Key] = set()
    operations = ws.book.journal.info(f"kind='do' AND undone=0 AND {sql}", limit=1_000_000)
    for at, info in enumerate(operations):
        if cancelled():
            raise Cancelled("")
        progress(at / len(operations))
        deletion = read(ws, info.id)
        for top, counts in _tops(ws, deletion) if MERGED not in info.values else ():
            if top not in seen:
                title = _title(ws.dictionary.type(top[0]), top[1], deletion.rows[top])
                found.append(Deleted(*top, title, info.id, info.at, history.describe(info), counts))
        # Of a record that was deleted more than once the last time counts, also when it went with another then.
        seen.update(deletion.rows)
    there = {
        kind: existing(ws, kind, [one.id for one in found if one.kind == kind]) for kind in {one.kind for one in found}
    }
    return [one for one in found if one.id not in there[one.kind]]


def matching(entries: Sequence[Deleted], text: str = "", kind: str = "") -> list[Deleted]:
    """Those of a kind whose title, or the pinyin of it, holds every word of a text."""
    words = text.casefold().split()
    return [
        one for one in entries
        if (not kind or one.kind == kind) and (not words or all(word in _searched(one.title) for word in words))
    ]  # fmt: skip


def _searched(title: str) -> str:
    return title.casefold() if title.isascii() else f"{title.casefold()} {search_text(title)}"


def _tops(ws: Workspace, deletion: Deletion) -> list[tuple[Key, tuple[tuple[str, int], ...]]]:
    """The deleted records that stand for themselves, with the counts of what went with each."""
    parents = {key: parent_of(ws.dictionary.type(key[0]), values) for key, values in deletion.rows.items()}
    tops: dict[Key, Key] = {}

    def top_of(key: Key) -> Key:
        way = [key]
        while way[-1] not in tops and (parent := parents[way[-1]]) in parents and parent is not None:
            way.append(parent)
        end = tops.get(way[-1], way[-1])
        tops.update(dict.fromkeys(way, end))
        return end

    counts: dict[Key, Counter[str]] = defaultdict(Counter)
    for key in deletion.rows:
        if (top := top_of(key)) != key:
            counts[top][key[0]] += 1
    order = {one.name: at for at, one in enumerate(ws.dictionary.types)}
    return [
        (key, tuple(sorted(counts[key].items(), key=lambda pair: order[pair[0]])))
        for key in deletion.rows
        if tops[key] == key and ws.dictionary.type(key[0]).standalone
    ]


def _title(record: RecordType, number: int, values: Values) -> str:
    title = values.get(record.title)
    return str(title) if title not in (None, "") else f"#{number}"


def find(ws: Workspace, kind: str, number: int) -> int:
    """The operation that deleted a record last. Raises NotFound when it is not in the trash."""
    record = ws.dictionary.type(kind)
    sql = (
        "SELECT o.id, o.params FROM operation_row AS r JOIN operation AS o ON o.id=r.operation WHERE r.code=? AND r.first<=?"
        " AND r.last>=? AND r.action='d' AND o.kind='do' AND o.undone=0 ORDER BY o.id DESC LIMIT 1"
    )
    with ws.book.reading() as connection:
        last = connection.execute(sql, (record.code, number, number)).fetchone()
    if last is None or MERGED in json.loads(last[1]) or existing(ws, record.name, (number,)):
        raise NotFound(
            N_("{label} number {number} is not in the trash."),
            N_("See what is there with: kebu trash"),
            label=translate(record.label),
            number=number,
        )
    return int(last[0])


def restore(ws: Workspace, wanted: Sequence[Key], operations: Sequence[int] = ()) -> Restored:
    """Bring records back with all that was deleted with them, as one operation.

    A record that belongs to one which is in the trash too brings that one back as well; where that one was merged into
    another, it goes to the other.

    Args:
        wanted: kind and id of each.
        operations: which deleted each, if that is known already.

    Raises:
        NotFound: one of them is not in the trash.
        KebuError: it belonged to a record that is gone for good.
    """
    keys = tuple((ws.dictionary.type(kind).name, number) for kind, number in wanted)
    if not keys:
        raise KebuError(N_("Nothing is chosen."), N_("Tick some first."))
    plan = _Plan(ws)
    for at, key in enumerate(keys):
        plan.take(key, operations[at] if operations else 0)
    record = ws.dictionary.type(keys[0][0])
    values: dict[str, object] = {"kind": record.label, "title": _title(record, keys[0][1], plan.rows[keys[0]])}
    if len(keys) > 1:
        values = {"count": len(keys)}
    with ws.operation(ONE if len(keys) == 1 else MANY, **values) as op:
        renumbered, loose = bring_back(ws, plan.rows)
        left = tie(ws, (*plan.links, *waiting(ws, plan.rows)))
        if loose or left:
            op.note(LOOSE, noted((*loose, *left)))
    more = tuple(key for key in plan.asked if key not in keys)
    return Restored(op.changes, keys, more, tuple(renumbered), len(loose))


class _Plan:
    """The rows to bring back, gathered before anything is written."""

    def __init__(self, ws: Workspace) -> None:
        self._ws = ws
        self._read: dict[int, Deletion] = {}
        self._merged: dict[Key, int] | None = None
        self.rows: dict[Key, Values] = {}
        self.links: list[Link] = []
        self.asked: list[Key] = []

    def take(self, key: Key, operation: int = 0) -> None:
        """A record with its family, and what it belongs to."""
        if key in self.rows:
            return
        number = operation or find(self._ws, *key)
        deletion = self._read.setdefault(number, Deletion())
        if not deletion.rows:
            deletion = self._read[number] = read(self._ws, number)
        if key not in deletion.rows or existing(self._ws, key[0], key[1:]):
            find(self._ws, *key)
            raise NotFound(N_("The trash has changed."), N_("Try again."))
        self.asked.append(key)
        family = deletion.family(self._ws, key)
        there: dict[str, set[int]] = {
            kind: existing(self._ws, kind, [n for k, n in family if k == kind]) for kind in {k for k, _ in family}
        }
        for one in family:
            if one[1] not in there[one[0]]:
                self.rows[one] = deletion.rows[one]
        self._home(key)
        self.links += [one for one in deletion.links if (one.target_kind, one.target) in set(family)]

    def _home(self, key: Key) -> None:
        """See that what a record belongs to is there when it comes back."""
        record = self._ws.dictionary.type(key[0])
        parent = parent_of(record, self.rows[key])
        if parent is None or parent in self.rows or existing(self._ws, *_one(parent)):
            return
        if self._merged is None:
            self._merged = survivors(self._ws)
        if (into := self._merged.get(parent)) is not None:
            column = "about_id" if record.soft_parent else record.parent
            self.rows[key] = {**self.rows[key], column: into}
            self._home(key)
            return
        try:
            self.take(parent)
        except NotFound:
            if not record.soft_parent and not record.field(record.parent).required:
                return
            raise KebuError(
                N_("“{title}” cannot come back: what it belonged to is gone for good."),
                title=_title(record, key[1], self.rows[key]),
            ) from None


def _one(key: Key) -> tuple[str, tuple[int]]:
    return key[0], (key[1],)


def titles(ws: Workspace, keys: Sequence[Key]) -> list[str]:
    """The titles of records that are in the book."""
    found: dict[Key, str] = {}
    for kind in {kind for kind, _number in keys}:
        numbers = [number for one, number in keys if one == kind]
        found |= {(kind, number): title or f"#{number}" for number, title in queries.titles(ws, kind, numbers).items()}
    return [found[key] for key in keys if key in found]


def older(ws: Workspace, entries: Sequence[Deleted], days: int) -> list[Deleted]:
    """Those that were deleted more than so many days ago."""
    until = ws.clock.now_utc() - timedelta(days=days)
    return [one for one in entries if one.at < until]


def forget(ws: Workspace, entries: Sequence[Deleted], cancelled: Callable[[], bool] = lambda: False) -> int:
    """Take records out of the trash for good, with their children and all the history of them; returns how many.

    This is no operation and cannot be undone. Raises Cancelled.
    """
    read_ones: dict[int, Deletion] = {}
    rows: set[Key] = set()
    for one in entries:
        deletion = read_ones.get(one.operation) or read(ws, one.operation)
        read_ones[one.operation] = deletion
        if one.key in deletion.rows:
            rows.update(deletion.family(ws, one.key))
    kinds = {kind for kind, _number in rows}
    rows -= {(kind, n) for kind in kinds for n in existing(ws, kind, [number for k, number in rows if k == kind])}
    if rows:
        forgetting.forget(ws.book.journal, rows, cancelled)
    return len(entries)


def expire(ws: Workspace) -> int:
    """Forget what has lain in the trash for longer than the book's setting allows; returns how many records."""
    days = ws.setting(KEEP_DAYS)
    return forget(ws, older(ws, listing(ws), days)) if days > 0 else 0
