"""The history of the book: finding operations, and what each of them changed, field by field."""

from __future__ import annotations

import json
from array import array
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from app.records import history, queries
from app.records.decoding import from_row
from app.records.fields import Field, FieldKind, RecordType
from app.records.past_kinds import PastKinds
from app.records.restoring import columns
from app.records.storage import CUSTOM, normal_column
from app.records.values import show
from app.records.workspace import Workspace
from app.shared.errors import NotFound
from app.shared.i18n import N_, language, translate
from app.shared.money import format_price
from app.shared.phones import Phone
from db.changes import RowChange, all_changes
from db.journal import OperationInfo
from db.models.system import JOURNALED

SHOWN = 200
SOURCES = (N_("window"), N_("command line"))
"""Who makes changes, as the history tells it."""
_HITS = 50
ACTIONS = {"INSERT": "created", "UPDATE": "updated", "DELETE": "deleted"}


@dataclass(frozen=True, slots=True)
class Search:
    """What operations are sought.

    Args:
        text: words of what was done, or of the name of a record that changed.
        kind: only those that changed records of this kind.
        record: only those that changed the record of ``kind`` with this id.
        first, last: only those of these days, of the user's calendar.
    """

    text: str = ""
    kind: str = ""
    record: int = 0
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field before and after; ``label``, ``old`` and ``new`` as people read them.

    Attributes:
        name: the field's name.
        back: whether the record has the new value still, so that this one change can be taken back.
    """

    name: str
    label: str
    old: str
    new: str
    back: bool = False


@dataclass(frozen=True, slots=True)
class RecordChange:
    """What an operation did to one record: ``action`` is created, updated or deleted."""

    kind: str
    id: int
    title: str
    action: str
    fields: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True)
class Changed:
    """What an operation changed: the first records, and how many of each kind there are in all."""

    records: tuple[RecordChange, ...]
    counts: Mapping[str, int]

    @property
    def total(self) -> int:
        """How many records changed."""
        return sum(self.counts.values())


def find(ws: Workspace, wanted: Search = Search(), limit: int | None = None) -> array[int]:
    """The ids of operations, newest first."""
    where, values = _where(ws, wanted)
    sql = f"SELECT o.id FROM operation AS o WHERE {where} ORDER BY o.id DESC LIMIT ?"
    with ws.book.reading() as connection:
        return array("q", (row[0] for row in connection.execute(sql, (*values, -1 if limit is None else limit))))


def rows(ws: Workspace, numbers: Sequence[int]) -> list[OperationInfo]:
    """Operations in the order of their ids; those that are not there are left out."""
    infos = ws.book.journal.info("o.id IN (SELECT value FROM json_each(?))", (json.dumps(list(numbers)),), len(numbers))
    found = {one.id: one for one in infos}
    return [found[number] for number in numbers if number in found]


def sizes(ws: Workspace, numbers: Sequence[int]) -> dict[int, int]:
    """How many records each of these operations changed."""
    sql = (
        "SELECT operation, sum(last - first + 1) FROM operation_row"
        " WHERE operation IN (SELECT value FROM json_each(?)) GROUP BY operation"
    )
    with ws.book.reading() as connection:
        return dict(connection.execute(sql, (json.dumps(list(numbers)),)).fetchall())


def get(ws: Workspace, number: int) -> OperationInfo:
    """One operation. Raises NotFound."""
    found = rows(ws, (number,))
    if not found:
        raise NotFound(N_("There is no operation {number}."), N_("See: kebu history"), number=number)
    return found[0]


def _where(ws: Workspace, wanted: Search) -> tuple[str, list[object]]:
    parts, values = ["1"], list[object]()
    if wanted.kind:
        record = ws.dictionary.type(wanted.kind)
        sql = "SELECT operation FROM operation_row WHERE code=?"
        values.append(record.code)
        if wanted.record:
            sql += " AND first<=? AND last>=?"
            values += [wanted.record, wanted.record]
        parts.append(f"o.id IN ({sql})")
    zone = ws.clock.now_wall().astimezone().tzinfo
    for day, sign in ((wanted.first, ">="), (wanted.last + timedelta(days=1) if wanted.last else None, "<")):
        if day is not None:
            parts.append(f"o.at {sign} ?")
            values.append(datetime.combine(day, time(), zone).astimezone(tz=_UTC).isoformat(timespec="milliseconds"))
    words = wanted.text.split()
    if words:
        told = [_told(ws, word) for word in words]
        found = " AND ".join(sql for sql, _held in told)
        held = [value for _sql, part in told for value in part]
        by_record, of_record = _by_record(ws, wanted.text)
        parts.append(f"(({found}){by_record})")
        values += [*held, *of_record]
    return " AND ".join(parts), values


_UTC = datetime.fromisoformat("2000-01-01T00:00+00:00").tzinfo


def _told(ws: Workspace, word: str) -> tuple[str, list[object]]:
    """Operations whose name as people read it holds a word."""
    lower = word.casefold()
    with ws.book.reading() as connection:
        names = [row[0] for row in connection.execute("SELECT DISTINCT name FROM operation")]
    fitting = [name for name in names if lower in translate(name).casefold()]
    labels = [label for one in ws.dictionary.types for label in (one.label, one.label_plural)]
    kinds = [label for label in dict.fromkeys(labels) if lower in translate(label).casefold()]
    pattern = "%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
    sql = " OR ".join(
        (
            "o.name IN (SELECT value FROM json_each(?))",
            "o.params LIKE ? ESCAPE '\\'",
            *("o.params LIKE ?" for _ in kinds),
        )
    )
    return f"({sql})", [json.dumps(fitting), pattern, *(f'%"kind": "{label}"%' for label in kinds)]


def _by_record(ws: Workspace, text: str) -> tuple[str, list[object]]:
    """Operations on records that the search finds by the text."""
    hits = queries.search(ws, text, limit=_HITS)
    if not hits:
        return "", []
    one = "(code=? AND first<=? AND last>=?)"
    sql = f" OR o.id IN (SELECT operation FROM operation_row WHERE {' OR '.join([one] * len(hits))})"
    return sql, [value for hit in hits for value in (ws.dictionary.type(hit.kind).code, hit.id, hit.id)]


def changed(ws: Workspace, operation: int, limit: int = SHOWN, only: tuple[str, int] | None = None) -> Changed:
    """What an operation changed, in people's words.

    Args:
        limit: at most so many records in full.
        only: kind and id of the only record wanted.
    """
    with ws.book.reading() as connection:
        sql = "SELECT code, sum(last - first + 1) FROM operation_row WHERE operation=? GROUP BY code"
        held = dict(connection.execute(sql, (operation,)).fetchall())
    by_code = {one.code: one.name for one in ws.dictionary.types} | {code: name for name, code in JOURNALED.items()}
    counts = {by_code[code]: int(number) for code, number in held.items() if code in by_code}
    found: list[RowChange] = []
    for change in all_changes(ws.book.journal.changeset(operation), columns(ws)):
        if only is None or (change.table, change.id) == only:
            found.append(change)
        if len(found) >= limit:
            break
    return Changed(tuple(_Telling(ws, operation, found).all()), counts)


class _Telling:
    """Row changes in people's words; titles of what they name are read at once."""

    def __init__(self, ws: Workspace, operation: int, changes: Sequence[RowChange]) -> None:
        self._ws, self._operation, self._changes = ws, operation, changes
        self._past = PastKinds(ws)
        self._columns = columns(ws)
        wanted: dict[str, set[int]] = defaultdict(set)
        owners: dict[str, set[int]] = defaultdict(set)
        self._now: dict[tuple[str, int], Mapping[str, Any]] = {}
        for one in changes:
            wanted[one.table].add(one.id)
            record = ws.dictionary.type(one.table)
            for field in record.fields:
                for value in (one.old.get(field.name), one.new.get(field.name)) if field.link else ():
                    if isinstance(value, int):
                        wanted[field.link].add(value)
            owner = record.field(record.parent).link if record.parent else ""
            for values in (one.old, one.new):
                if isinstance(number := values.get(record.parent), int):
                    owners[owner].add(number)
                kind, number = values.get("about_kind"), values.get("about_id")
                if record.soft_parent and isinstance(kind, str) and isinstance(number, int):
                    wanted[kind].add(number)
        self._titles = {kind: queries.titles(ws, kind, sorted(ids)) for kind, ids in wanted.items()}
        for one in changes:
            # What the operation itself deleted is called as it was.
            if (title := one.old.get(ws.dictionary.type(one.table).title)) and one.action == "DELETE":
                self._titles[one.table].setdefault(one.id, str(title))
        for kind in {one.table for one in changes if one.action == "UPDATE"}:
            ids = [one.id for one in changes if one.table == kind and one.action == "UPDATE"]
            self._now |= {(kind, row.id): row.values for row in queries.rows(ws, kind, ids)}
            parent = ws.dictionary.type(kind).parent
            if parent:
                owner = ws.dictionary.type(kind).field(parent).link
                owners[owner] |= {self._now[kind, one][parent] for one in ids if (kind, one) in self._now} - {None}
        self._currencies = self._of_owners(owners)

    def _of_owners(self, owners: Mapping[str, set[int]]) -> dict[tuple[str, int], str]:
        """The currencies of the records that others belong to; of one that is gone as it was deleted."""
        found = {
            (one.table, one.id): str(code)
            for one in self._changes
            if (code := one.old.get("currency") or one.new.get("currency"))
        }
        for kind, ids in owners.items():
            if self._ws.dictionary.type(kind).has("currency"):
                found |= {
                    (kind, one.id): one["currency"] for one in queries.rows(self._ws, kind, sorted(ids), ("currency",))
                }
        return found

    def _currency(self, record: RecordType, one: RowChange, values: Mapping[str, object]) -> str:
        """The currency of the amounts of a row, before or after: its own, that of its owner, or the book's."""
        held = {**self._now.get((one.table, one.id), {}), **one.old, **one.new, **values}
        own = held.get("currency") if record.has("currency") else None
        if own is None and record.parent and isinstance(owner := held.get(record.parent), int):
            own = self._currencies.get((record.field(record.parent).link, owner))
        return str(own or self._ws.currency)

    def all(self) -> Iterator[RecordChange]:
        """Each change."""
        for one in self._changes:
            record = self._ws.dictionary.type(one.table)
            fields = tuple(self._fields(record, one))
            if fields or one.action != "UPDATE":
                yield RecordChange(one.table, one.id, self._title(record, one), ACTIONS[one.action], fields)

    def _title(self, record: RecordType, one: RowChange) -> str:
        held = self._titles[record.name].get(one.id)
        known = held or one.new.get(record.title) or one.old.get(record.title)
        return str(known) if known else f"#{one.id}"

    def _fields(self, record: RecordType, one: RowChange) -> Iterator[FieldChange]:
        coins = self._currency(record, one, one.old), self._currency(record, one, one.new)
        fields = [self._past.before(record.name, field, self._operation) for field in record.fields]
        left = [self._past.after(record.name, field, self._operation) for field in record.fields]
        before, after = self._values(record, fields, one.old, coins[0]), self._values(record, left, one.new, coins[1])
        now = self._now.get((one.table, one.id), {})
        for field, was, became in zip(record.fields, fields, left, strict=True):
            old, new = before.get(field.name), after.get(field.name)
            if (old or None) == (new or None) or (_own_business(field) and field.name != "about_id"):
                continue
            back = one.action == "UPDATE" and field.name in now and _same(now[field.name], new) and not field.readonly
            back = back and was.kind is became.kind is field.kind
            label = field.label if field.custom else translate(field.label)
            if field.name == "about_id":
                yield FieldChange(field.name, translate(N_("About")), self._about(one.old), self._about(one.new))
            else:
                yield FieldChange(
                    field.name, label, self._said(was, old, coins[0]), self._said(became, new, coins[1]), back
                )

    def _values(
        self, record: RecordType, known: Sequence[Field], held: Mapping[str, object], currency: str
    ) -> dict[str, Any]:
        blank = dict.fromkeys(self._columns[record.name])
        fields = [
            field for field in known if (CUSTOM if field.custom else field.name) in held or normal_column(field) in held
        ]
        return from_row({**blank, **held}, fields, currency) if fields else {}

    def _about(self, values: Mapping[str, object]) -> str:
        kind, number = values.get("about_kind"), values.get("about_id")
        return self._titles.get(str(kind), {}).get(number, f"#{number}") if isinstance(number, int) else ""

    def _said(self, field: Field, value: Any, currency: str) -> str:
        if value is None or value == ():
            return ""
        if field.link:
            return self._titles[field.link].get(value) or f"#{value}"
        if field.kind is FieldKind.WALL:
            return str(value.strftime("%Y-%m-%d %H:%M"))
        if field.kind is FieldKind.PRICE:
            return format_price(value, currency)
        return show(field, value, currency=currency)


def _own_business(field: Field) -> bool:
    """Whether a field is no more than how the program keeps a record, which nobody reads: where a line stands, a mark."""
    return field.name in ("about_kind", "zone", "position") or (field.readonly and not field.listed)


def _same(now: Any, then: Any) -> bool:
    """Whether a field has a value still; of a phone the changeset may not hold the normal form."""
    if isinstance(now, Phone) and isinstance(then, Phone):
        return now.typed == then.typed
    return (now or None) == (then or None)


def of_record(ws: Workspace, kind: str, number: int, limit: int = SHOWN) -> list[tuple[OperationInfo, RecordChange]]:
    """What was changed in one record and when, newest first."""
    name = ws.dictionary.type(kind).name
    infos = rows(ws, find(ws, Search(kind=name, record=number), limit))
    return [(info, one) for info in infos for one in changed(ws, info.id, only=(name, number)).records]


def take_back(ws: Workspace, operation: int, kind: str, number: int, field: str) -> Any:
    """Give one field of a record the value it had before an operation, as an operation of its own.

    Returns:
        What changed.

    Raises:
        NotFound: the operation did not change that field, or the record is gone.
    """
    from app.records import commands

    record = ws.dictionary.type(kind)
    found = [
        one for one in history.of_record(ws, record.name, number) if one.operation == operation and one.field == field
    ]
    if not found:
        raise NotFound(N_("Operation {number} did not change this field."), number=operation)
    with ws.operation(
        N_("Take back a change: {label} of {title}"),
        label=record.field(field).label,
        title=queries.get(ws, record.name, number).title,
    ) as op:
        commands.update(ws, record.name, number, {field: found[0].old})
    return op.changes


def when_words(at: datetime, today: date) -> str:
    """A moment of the history as lists show it."""
    from app.shared.date_words import show_wall

    return show_wall(at.astimezone().replace(tzinfo=None), today, language())
