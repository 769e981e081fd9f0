"""What an erasure would take, what was erased, and where data of erased persons may still lie."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import apsw

from app.erasure import rules
from app.records import paging, queries
from app.records.queries import Condition, Hit
from app.records.workspace import Workspace
from app.shared.errors import KebuError
from app.shared.i18n import N_, _
from db import backup
from db.backup import Backup as Backup
from db.connection import connect

ERASE = "erase"
_MENTIONS = 50


@dataclass(frozen=True, slots=True)
class Extent:
    """What erasing one customer or contact takes.

    Args:
        kind, id, title: the record; the title is "" when it was deleted before.
        rows: the ids of the records that are erased, by kind, parents first.
        documents: the ids and numbers of the quotes that were sent and stay.
        revisions: the ids of versions sent that are taken out of quotes which stay.
    """

    kind: str
    id: int
    title: str
    rows: Mapping[str, Sequence[int]]
    documents: Mapping[int, str] = field(default_factory=dict)
    revisions: tuple[int, ...] = ()

    def counts(self, ws: Workspace) -> dict[str, int]:
        """How many records of each kind are erased, by the plural of the kind."""
        found = {kind: len(numbers) for kind, numbers in self.rows.items()}
        if self.revisions:
            found[rules.SENT] = found.get(rules.SENT, 0) + len(self.revisions)
        return {ws.dictionary.type(kind).plural: count for kind, count in found.items() if count}


@dataclass(frozen=True, slots=True)
class Erasure:
    """The record that something was erased; it holds no data of the person.

    Args:
        operation: its number in the history.
        at: when, UTC.
        source: where it was done: ``window`` or ``command line``.
        kind, id: of the record that is gone.
        reason: who asked for it and why, as the user wrote it.
        counts: how many records of each kind went, by plural.
        documents: how many quotes stayed as they were sent.
        operations: how many operations of the history were cleared of the person; ``emptied`` those with nothing left.
        sent, elsewhere: whether quotes that were sent went as well, and what others' texts said of the person.
    """

    operation: int
    at: datetime
    source: str
    kind: str
    id: int
    reason: str
    counts: Mapping[str, int]
    documents: int
    operations: int
    emptied: int
    sent: bool = False
    elsewhere: bool = False


def find(ws: Workspace, wanted: str, *, contact: bool = False) -> tuple[str, int, str]:
    """Kind, id and title of a customer, or of a contact, by id, number or name.

    A record that was deleted, but that undo could bring back, is found by its id; its title is "".

    Raises:
        NotFound: as ``queries.find`` does.
    """
    kind = "contact" if contact else "customer"
    number = int(wanted) if wanted.isdecimal() else 0
    if number and not queries.titles(ws, kind, (number,)) and ws.book.journal.of_row(kind, number, 1):
        return kind, number, ""
    found = queries.find(ws, kind, wanted)
    return kind, found.id, found.title


def extent(ws: Workspace, kind: str, number: int, *, documents: bool = False) -> Extent:
    """What erasing a record takes; nothing is changed.

    Args:
        kind: "customer" or "contact".
        documents: whether sent quotes go as well; of a contact, the versions that were sent and name it.

    Raises:
        KebuError: the kind is another.
        NotFound: there is and was no such record.
    """
    if kind not in rules.PERSONS:
        raise KebuError(N_("Only customers and contacts are persons."), N_("Name one of them."))
    there = queries.titles(ws, kind, (number,))
    if not there and not ws.book.journal.of_row(kind, number, 1):
        queries.get(ws, kind, number)
    kept = {} if documents or kind != "customer" else _sent(ws, number)
    found: dict[str, dict[int, None]] = {one.name: {} for one in ws.dictionary.types}
    waiting = [(kind, number)] if there else []
    while waiting:
        name, at = waiting.pop()
        if at in found[name]:
            continue
        if not (name == rules.DOCUMENT and at in kept):
            found[name][at] = None
            waiting += _owned(ws, name, at)
        # What was filed with a document that stays is kept with it; what is to be done about it is not.
        kept_too = (rules.FILE,) if name == rules.DOCUMENT and at in kept else ()
        waiting += [one for one in _about(ws, name, at) if one[0] not in kept_too]
    rows = {name: sorted(numbers) for name, numbers in found.items() if numbers}
    revisions = _revisions(ws, number) if documents and kind == "contact" and there else ()
    return Extent(kind, number, str(there.get(number) or ""), rows, kept, revisions)


def _sent(ws: Workspace, customer: int) -> dict[int, str]:
    numbers = queries.ids(ws, rules.DOCUMENT, (Condition("customer", "=", customer),))
    found = queries.rows(ws, rules.DOCUMENT, numbers, ("revision", "status"))
    return {one.id: one.title for one in found if rules.stays(one.values)}


def _owned(ws: Workspace, kind: str, number: int) -> list[tuple[str, int]]:
    return [
        (child.name, one)
        for child, column in ws.dictionary.children(kind)
        if rules.owned(child, child.field(column))
        for one in queries.ids(ws, child.name, (Condition(column, "has" if child.field(column).also else "=", number),))
    ]


def _about(ws: Workspace, kind: str, number: int) -> list[tuple[str, int]]:
    where = (Condition("about_kind", "=", kind), Condition("about_id", "=", number))
    return [(one.name, at) for one in ws.dictionary.types if one.soft_parent for at in queries.ids(ws, one.name, where)]


def _revisions(ws: Workspace, contact: int) -> tuple[int, ...]:
    """The versions of quotes of a contact's customer that name the contact."""
    record = queries.get(ws, "contact", contact)
    quotes = queries.ids(ws, rules.DOCUMENT, (Condition("customer", "=", record["customer"]),))
    held = [at for quote in quotes for at in queries.ids(ws, rules.SENT, (Condition("quote", "=", quote),))]
    found = queries.rows(ws, rules.SENT, held, ("document",))
    return tuple(one.id for one in found if record.title in (one["document"] or ""))


def erasures(ws: Workspace, limit: int = 1000) -> list[Erasure]:
    """What was erased, newest first."""
    with ws.book.reading():
        found = ws.book.journal.info("kind=?", (ERASE,), limit)
    return [_erasure(info.id, info.at, info.source, info.values) for info in found]


def _erasure(number: int, at: datetime, source: str, values: Mapping[str, Any]) -> Erasure:
    return Erasure(
        number,
        at,
        source,
        str(values.get("record", "")),
        int(values.get("id", 0)),
        str(values.get("reason", "")),
        dict(values.get("rows", {})),
        int(values.get("documents", 0)),
        int(values.get("operations", 0)),
        int(values.get("emptied", 0)),
        bool(values.get("sent", False)),
        bool(values.get("elsewhere", False)),
    )


def said_now(ws: Workspace, what: Extent) -> set[tuple[str, str]]:
    """What the records of an erasure say now that tells who they are about: what a text tells, and the text."""
    found: set[tuple[str, str]] = set()
    for kind, numbers in what.rows.items():
        names = rules.looked_at(ws.dictionary.type(kind))
        for row in paging.stored(ws, kind, numbers) if names else ():
            found |= {(told, text) for name, told in names.items() if isinstance(text := row.get(name), str) and text}
    return found


def elsewhere(ws: Workspace, what: Extent) -> list[Hit]:
    """Records that would stay and that search finds by the names, numbers and addresses of those that would go."""
    words = rules.words(said_now(ws, what))
    found = [hit for hit in mentions(ws, words) if hit.id not in what.rows.get(hit.kind, ())]
    return [hit for hit in found if hit.kind != "customer" or what.kind != "contact" or _says(ws, hit, words)]


def _says(ws: Workspace, hit: Hit, words: Sequence[str]) -> bool:
    """Whether a record itself holds one of the words: a customer is found by the names of its contacts as well."""
    for row in paging.stored(ws, hit.kind, (hit.id,)):
        text = "\n".join(value for value in row.values() if isinstance(value, str))
        digits = re.sub(r"\D", "", text)
        for word in words:
            bare = re.sub(r"[\s()+./-]", "", word)
            if word.casefold() in text.casefold() or (bare.isdigit() and bare in digits):
                return True
    return False


def mentions(ws: Workspace, words: Sequence[str]) -> list[Hit]:
    """Records that search still finds by the words of an erased person: other people's notes, a namesake."""
    found: dict[tuple[str, int], Hit] = {}
    for word in words:
        for hit in queries.search(ws, word, limit=_MENTIONS):
            found.setdefault((hit.kind, hit.id), hit)
    return list(found.values())[:_MENTIONS]


def backups_with(ws: Workspace, kind: str, number: int) -> list[Backup]:
    """The book's own backups in which a record is held, or in which undo could bring it back, newest first.

    One that cannot be opened is among them, as nobody can tell.
    """
    return [one for one in backup.listed(ws.path) if held_in(ws, one.path, kind, number)]


def held_in(ws: Workspace, path: Path, kind: str, number: int) -> bool:
    """Whether a file of the book holds a record, or undo could bring it back in it; also when it cannot be opened."""
    code = ws.dictionary.type(kind).code
    sql = (
        f'SELECT EXISTS(SELECT 1 FROM "{kind}" WHERE id=?1)'
        " OR EXISTS(SELECT 1 FROM operation_row WHERE code=?2 AND first<=?1 AND last>=?1)"
    )
    try:
        with closing(connect(path, key=ws.book.key, readonly=True)) as connection:
            return bool(connection.execute(sql, (number, code)).get)
    except apsw.Error:
        return True


def holds_file(ws: Workspace, one: Backup, digest: str) -> bool:
    """Whether a document of a backup has this content; also when the backup cannot be opened."""
    try:
        with closing(connect(one.path, key=ws.book.key, readonly=True)) as connection:
            return bool(connection.execute("SELECT EXISTS(SELECT 1 FROM document WHERE content=?)", (digest,)).get)
    except apsw.Error:
        return True


def counted(ws: Workspace, counts: Mapping[str, int]) -> str:
    """How many records of each kind, in words; what only belongs to others, such as a quote's lines, is left out."""
    types = {plural: ws.dictionary.type(plural) for plural in counts}
    return _(", ").join(
        f"{_(types[plural].label_plural)} {count:,}" for plural, count in counts.items() if types[plural].standalone
    )
