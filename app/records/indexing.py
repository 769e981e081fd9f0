"""What the search index holds of each record, renewed from an operation's change set inside its transaction."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from typing import Any

import apsw

from app.records.dictionary import Dictionary
from app.records.fields import Field, FieldKind, RecordType
from app.records.opened import Opened
from app.records.storage import CUSTOM, normal_column
from app.records.values import plain as figures
from app.shared.collector import emptied
from app.shared.money import from_millionths
from app.shared.pinyin import search_text
from db import changesets, search
from db.changes import ChangeSet
from db.search import Document, all_grams, fold
from db.stopping import heed, heeded

_NUMBER = re.compile(r"[-+()./ 0-9]+")
_NOT_DIGITS = re.compile(r"\D+")
# So many that a person who cancels waits for less than a second.
_CHUNK, _MANY = 2_000, 1_000
_KEPT = 150_000
"""So many texts of children are kept until their parents are composed; of a longer import the rest is composed again."""
# A document goes in at the cost of so many that go out.
_CHEAPER = 4
# Between values: never typed into a search box, so that no match runs over the end of one.
_GAP = "\x1f"


Watch = Callable[[float], None]
Advance = Callable[[int], None]
Named = defaultdict[str, set[int]]


def unwatched(_share: float) -> None:
    """Watch nothing."""


class Indexer:
    """Keeps the search index right for one workspace."""

    def __init__(self, ws: Opened) -> None:
        self._ws = ws
        self._composed: dict[str, dict[int, Texts]] = {}
        self._places: dict[str, tuple[str, ...]] = {}
        self._composers: dict[str, tuple[RecordType, Composer]] = {}

    def renew(self, changes: ChangeSet, watch: Watch = unwatched, moved: Collection[str] = ()) -> None:
        """Renew the documents of the records that changed, and of the parents that their text is folded into.

        Args:
            watch: called now and then with the share of them that is done; what it raises takes everything back.
            moved: the kinds of record whose own fields are searched otherwise than before.
        """
        connection = self._ws.book.writer
        fresh, stale, gone = self._concerned(connection, changes, moved)
        leaving = sum(map(len, gone.values()))
        total = sum(map(len, (*fresh.values(), *stale.values()))) or 1
        done = 0

        def advance(count: int) -> None:
            nonlocal done
            done += count
            watch(min(done / total, 1.0))

        if leaving > _MANY and leaving > _CHEAPER * (left := self._total(connection)):
            total = left or 1
            self._refill(connection, advance)
            return
        # Children first: what is composed of them is folded into their parents.
        self._composed.clear()
        with search.in_bulk(connection) if total + leaving > _MANY else nullcontext():
            for record in reversed(self._ws.dictionary.types):
                if not self.indexed(record):
                    continue
                name = record.name
                heed()
                if fresh[name]:
                    self._put(connection, record, sorted(fresh[name]), gone=(), replaced=False, advance=advance)
                if stale[name] or gone[name]:
                    again = sorted(stale[name] - fresh[name])
                    self._put(connection, record, again, gone=sorted(gone[name]), replaced=True, advance=advance)
        self._forget()

    def _concerned(self, connection: apsw.Connection, changes: ChangeSet, moved: Collection[str]) -> tuple[Named, ...]:
        """The records whose documents are new, those whose documents changed, and those that are gone."""
        fresh, stale, gone = Named(set), Named(set), Named(set)
        for record in self._ws.dictionary.types:
            heed()
            created = changes.created.get(record.name, ())
            updated = changes.updated.get(record.name, ()) if self._found_by(record, changes) else ()
            gone[record.name].update(changes.deleted.get(record.name, ()))
            fresh[record.name].update(created)
            stale[record.name].update(updated)
            if record.name in moved:
                updated = self._with_own(connection, record)
                stale[record.name].update(updated)
            if record.folded and (created or updated or record.name in changes.deleted):
                parents = self._parents(connection, record, (*created, *updated), changes)
                parent = record.field(record.parent).link
                stale[parent] |= parents - fresh[parent] - gone[parent]
        return fresh, stale, gone

    def _total(self, connection: apsw.Connection) -> int:
        tables = [record.name for record in self._ws.dictionary.types if self.indexed(record)]
        return sum(int(connection.execute(f'SELECT count(*) FROM "{table}"').get) for table in tables)

    def _refill(self, connection: apsw.Connection, advance: Advance) -> int:
        """Empty the index and put all records in again."""
        search.clear(connection)
        self._composed.clear()
        total = 0
        with search.in_bulk(connection):
            for record in reversed(self._ws.dictionary.types):
                if self.indexed(record):
                    ids = [row[0] for row in connection.execute(f'SELECT id FROM "{record.name}" ORDER BY id')]
                    self._put(connection, record, ids, gone=(), replaced=False, advance=advance)
                    total += len(ids)
        self._forget()
        return total

    def _forget(self) -> None:
        for texts in self._composed.values():
            emptied(texts)
        self._composed.clear()

    @staticmethod
    def _with_own(connection: apsw.Connection, record: RecordType) -> tuple[int, ...]:
        rows = connection.execute(f'SELECT id FROM "{record.name}" WHERE "{CUSTOM}" IS NOT NULL')
        return tuple(row[0] for row in rows)

    def rebuild(self) -> int:
        """Make the whole index anew inside a running operation or transaction; returns the number of documents."""
        return self._refill(self._ws.book.writer, lambda count: None)

    def put(self, connection: apsw.Connection, record: RecordType, ids: Sequence[int]) -> None:
        """Renew the documents of some records, whatever the index holds of them; inside the caller's transaction."""
        self._put(connection, record, ids, gone=(), replaced=True)
        self._composed.clear()

    def _found_by(self, record: RecordType, changes: ChangeSet) -> bool:
        """Whether updates changed anything that search finds records of this type by, or whose they are."""
        places = changes.touched.get(record.name, ())
        if not places:
            return False
        names = self._places.get(record.name) or self._ws.book.columns(record.name)
        self._places[record.name] = names
        looked_at = {*_columns(record), record.parent}
        return any(names[place] in looked_at for place in places)

    @staticmethod
    def indexed(record: RecordType) -> bool:
        """Whether records of this type are found by search on their own."""
        return record.standalone and any(field.searched for field in record.fields)

    def _parents(
        self, connection: apsw.Connection, record: RecordType, ids: Sequence[int], changes: ChangeSet
    ) -> set[int]:
        found: set[int] = set()
        sql = f'SELECT DISTINCT "{record.parent}" FROM "{record.name}" WHERE id IN (SELECT value FROM json_each(?))'
        found.update(row[0] for row in heeded(connection.execute(sql, (json.dumps(ids),))) if row[0])
        # A child that left, or was deleted, tells its parent only in the changeset.
        if record.name in changes.deleted or record.name in changes.updated:
            position = self._ws.book.columns(record.name).index(record.parent)
            for change in changesets.changes(self._ws.book.journal.packed(changes.operation)):
                if change.name == record.name and change.old:
                    old = change.old[position]
                    if isinstance(old, int):
                        found.add(old)
        return found

    def _put(
        self,
        connection: apsw.Connection,
        record: RecordType,
        ids: Sequence[int],
        *,
        gone: Sequence[int],
        replaced: bool,
        advance: Advance = lambda count: None,
    ) -> None:
        search.renew(connection, record.code, gone, (), replaced=replaced)
        for start in range(0, len(ids), _CHUNK):
            part = ids[start : start + _CHUNK]
            search.renew(connection, record.code, (), self._documents(connection, record, part), replaced=replaced)
            advance(len(part))

    def _documents(self, connection: apsw.Connection, record: RecordType, ids: Sequence[int]) -> Iterator[Document]:
        wanted = json.dumps(list(ids))
        extra: dict[int, list[Texts]] = defaultdict(list)
        for child, column in self._ws.dictionary.children(record.name):
            if child.folded and child.parent == column:
                for parent, texts in self._children(connection, child, column, wanted):
                    extra[parent].append(texts)
        kept = self._composed.setdefault(record.name, {}) if record.folded else {}
        for number, texts in self._texts(connection, record, wanted):
            if record.folded and len(kept) < _KEPT:
                kept[number] = texts
            text, short = texts
            for more, more_short in extra.get(number, ()):
                text += _GAP + more
                short += " " + more_short
            yield Document(number, text, short)

    def _texts(self, connection: apsw.Connection, record: RecordType, wanted: str) -> Iterator[tuple[int, Texts]]:
        """The texts of some records, without those of their children, each with its number."""
        names, compose = self._composer(record)
        sql = f'SELECT id,{names} FROM "{record.name}" WHERE id IN (SELECT value FROM json_each(?))'
        made = [(row[0], *compose(row[1:])) for row in connection.execute(sql, (wanted,))]
        shorts = all_grams([short for _number, _text, short in made])
        for (number, text, _short), short in zip(made, shorts, strict=True):
            yield number, (text, short)

    def _composer(self, record: RecordType) -> Composer:
        """The composer of a record type, made anew when the user's own fields have changed it."""
        held = self._composers.get(record.name)
        if held is None or held[0] is not record:
            held = self._composers[record.name] = (record, _composer(record))
        return held[1]

    def _children(
        self, connection: apsw.Connection, child: RecordType, column: str, parents: str
    ) -> Iterator[tuple[int, Texts]]:
        """The texts of the children of some parents, each with its parent; composed ones are not composed again."""
        known = self._composed.get(child.name, {})
        sql = f'SELECT id, "{column}" FROM "{child.name}" WHERE "{column}" IN (SELECT value FROM json_each(?)) ORDER BY id'
        family = connection.execute(sql, (parents,)).fetchall()
        made: dict[int, Texts] = {}
        if left := [number for number, _ in family if number not in known]:
            made = dict(self._texts(connection, child, json.dumps(left)))
        for number, parent in family:
            yield parent, known.get(number) or made[number]


Texts = tuple[str, str]
Composer = tuple[str, Callable[[Sequence[Any]], Texts]]


def _columns(record: RecordType) -> set[str]:
    """The columns of a record's table that its document is made of."""
    fields = [field for field in record.fields if field.searched]
    return {
        CUSTOM if field.custom else name
        for field in fields
        for name in ((field.name, normal_column(field)) if field.kind is FieldKind.PHONE else (field.name,))
    }


def _composer(record: RecordType) -> Composer:
    """The columns to select for a record's document, and the function from their values to its text and what has grams."""
    fields = [field for field in record.fields if field.searched and not field.custom]
    custom = [(field.name, _own_texts(field)) for field in record.fields if field.searched and field.custom]
    texts_of = [field.name for field in fields if field.kind is not FieldKind.PHONE]
    phones = [field for field in fields if field.kind is FieldKind.PHONE]
    spoken = [texts_of.index(field.name) for field in fields if field.pinyin]
    names = texts_of + [name for field in phones for name in (field.name, normal_column(field))]
    plain, first_phone, own = len(texts_of), len(texts_of), len(names)
    if custom:
        names.append(CUSTOM)

    def compose(row: Sequence[Any]) -> Texts:
        texts = [fold(value) for value in row[:plain] if value]
        for at in range(first_phone, own, 2):
            if row[at]:
                texts += _phone(row[at], row[at + 1] or "")
        if custom and row[own]:
            held = json.loads(row[own])
            for name, texts_in in custom:
                if name in held:
                    texts += texts_in(held)
        short = " ".join(texts)
        for at in spoken:
            if (value := row[at]) and not value.isascii():
                sounds = search_text(value)
                texts.append(sounds)
                # Initials are short words: their pairs and single letters are found as well; of full pinyin only the first
                # two letters, with which it begins to be typed.
                short += " " + " ".join([word if len(word) <= len(value) else word[:2] for word in sounds.split()])
        return _GAP.join(texts), short

    return ",".join(f'"{name}"' for name in names), compose


def _own_texts(field: Field) -> Callable[[Mapping[str, Any]], list[str]]:
    """How to get what is indexed of a field of the user's own from what a record's column holds."""
    read = _own_reader(field)

    def texts(held: Mapping[str, Any]) -> list[str]:
        try:
            return read(held)
        except (ValueError, TypeError, ArithmeticError, AttributeError):
            # Of a time when the field was of another kind, back from the trash or by an undo.
            return [fold(str(held[field.name]))]

    return texts


def _own_reader(field: Field) -> Callable[[Mapping[str, Any]], list[str]]:
    name, labels = field.name, {one.code: one.label for one in field.choices}
    match field.kind:
        case FieldKind.PHONE:
            normal = normal_column(field)
            return lambda held: _phone(held[name], held.get(normal) or "")
        case FieldKind.CHOICE:
            return lambda held: [fold(labels.get(held[name], held[name]))]
        case FieldKind.TAGS:
            return lambda held: [fold(labels.get(code, code)) for code in json.loads(held[name])]
        case FieldKind.QUANTITY:
            return lambda held: [figures(from_millionths(held[name]))]
    return lambda held: [fold(str(held[name]))]


Wording = dict[str, dict[str, tuple[bool, FieldKind, dict[str, str]]]]


def wording(dictionary: Dictionary) -> Wording:
    """For each kind of record, how search reads the user's own fields: by name whether it does, the kind, the labels."""
    return {
        one.name: {
            field.name: (field.searched, field.kind, {choice.code: choice.label for choice in field.choices})
            for field in one.fields
            if field.custom
        }
        for one in dictionary.types
    }


def reworded(before: Wording, after: Wording) -> set[str]:
    """The kinds of record whose own fields hold other words than before, though no record changed."""
    return {
        kind
        for kind, fields in after.items()
        for name, (searched, sort, labels) in fields.items()
        if (old := before.get(kind, {}).get(name)) is not None
        and (searched or old[0])
        and (
            (searched, sort) != old[:2]
            or any(code in old[2] and old[2][code] != label for code, label in labels.items())
        )
    }


def _phone(typed: str, normal: str) -> list[str]:
    """What is indexed of a phone: its normal digits, and what was typed when that says more than they do."""
    digits = normal.removeprefix("+")
    if not digits.isdecimal():
        digits = _NOT_DIGITS.sub("", digits)
    bare = typed.replace("-", "")
    plain = bare.isdecimal()
    if not plain:
        bare = _NOT_DIGITS.sub("", typed)
    if bare in digits and (plain or not any(map(str.isalpha, typed))):
        return [digits]
    # Who searches with signs between the digits is answered by the digits alone too.
    told = [bare] if _NUMBER.fullmatch(typed) else [fold(typed), bare]
    return [*told, digits] if digits else told


def documents(ws: Opened, record: RecordType, ids: Iterable[int]) -> list[Document]:
    """The documents of some records, for tests and checks."""
    return list(Indexer(ws)._documents(ws.book.writer, record, list(ids)))
