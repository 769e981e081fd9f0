"""Erasing a customer or a contact for good, with a record that it was done."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from app.documents.queries import store
from app.erasure import rules
from app.erasure.queries import ERASE, Erasure, Extent, backups_with, erasures, extent, holds_file, mentions, said_now
from app.followups.queries import open_days
from app.records import queries
from app.records.operation import Operation
from app.records.queries import Condition, Hit
from app.records.restoring import existing, survivors
from app.records.workspace import Workspace
from app.safety.commands import FILES, backup_now
from app.shared import logfile
from app.shared.errors import KebuError
from app.shared.i18n import N_
from db import backup
from db import erasure as erasing
from db.backup import Backup
from db.changes import ChangeSet
from db.erasure import Journals, Link, Past, Row
from db.files import FileStore
from db.words import NO_WORDS, Words, replace_words

NAME = N_("Erase {what} number {id} for good")
Watch = Callable[[float], None]
_PROFILES = "import_profile:"


@dataclass(frozen=True, slots=True)
class Erased:
    """What an erasure did.

    Args:
        erasure: the record that was made.
        mentions: records of others that still hold a word of the person.
        backups: the backups in which the person is still held.
        files: the contents of files that were removed; backups may hold them.
        scrubbed: whether nothing is left in the file's free space and its write-ahead log; else the next opening of the
            book clears them.
    """

    erasure: Erasure
    mentions: tuple[Hit, ...]
    backups: tuple[Backup, ...]
    files: tuple[str, ...]
    scrubbed: bool


def erase(
    ws: Workspace,
    kind: str,
    number: int,
    reason: str,
    *,
    documents: bool = False,
    elsewhere: bool = False,
    watch: Watch = lambda share: None,
) -> Erased:
    """Erase a customer or contact with all that is about it, also from what undo would bring back; it cannot be undone.

    Quotes that were sent stay as they were sent, see ``rules``. Older backups are not touched.

    Args:
        kind: "customer" or "contact"; number: its id. One that was deleted before is cleared out of the history.
        reason: who asked and why; kept in the record, so it must not name the person.
        documents: whether sent quotes go as well.
        elsewhere: whether the names, numbers and addresses are also taken out of the notes and conversations of others,
            now and in the history.
        watch: called with the share that is done; what it raises takes everything back.

    Raises:
        KebuError: there is no reason, or it names the person.
        NotFound: there is and was no such record.
    """
    told = reason.strip()
    if not told:
        raise KebuError(N_("A reason is missing."), N_("Write who asked for it and when, without the person's name."))
    what = extent(ws, kind, number, documents=documents)
    rows = {(one, at) for one, numbers in what.rows.items() for at in numbers}
    known = said_now(ws, what) | _journals(ws, lambda share: None).said({(kind, number), *rows})
    journal = ws.book.journal
    record = ws.dictionary.type(kind)
    values = {
        "what": record.label,
        "record": kind,
        "id": number,
        "reason": told,
        "sent": documents,
        "elsewhere": elsewhere,
    }
    said: list[tuple[str, str]] = []
    words = Words(rules.words(known), rules.GAP, _free(ws)) if elsewhere else NO_WORDS

    def finish(changes: ChangeSet) -> None:
        said.extend(_forget(ws, what, changes, values, watch, words))

    with journal.operation(NAME, values, at=ws.clock.now_utc(), source=ws.source, kind=ERASE, wait_s=5, finish=finish):
        _delete(ws, what, rules.words(known))
        replace_words(ws.book.writer, words)
    ws.announce(journal.changes)
    gone = rules.words({*known, *said})
    _clear_log(gone)
    files = _drop_files(ws, [text for told, text in said if told == rules.CONTENT])
    scrubbed = erasing.scrub(journal)
    watch(1.0)
    made = next(one for one in erasures(ws, 1))
    return Erased(made, tuple(mentions(ws, gone)), tuple(backups_with(ws, kind, number)), files, scrubbed)


def renew_backups(ws: Workspace, done: Erased) -> Erased:
    """Make a new verified backup, and only then delete those in which the erased person is held, with their files.

    Returns:
        What was done, with no backup left.

    Raises as ``backup_now`` does, with no backup deleted; KebuError when one cannot be deleted.
    """
    made = backup_now(ws)
    for one in done.backups:
        if one.path == made.path:
            continue
        try:
            one.path.unlink(missing_ok=True)
        except OSError as error:
            raise KebuError(
                N_("The backup “{name}” cannot be deleted."), N_("Delete it by hand."), name=one.path.name
            ) from error
    kept = FileStore(backup.folder(ws.path) / FILES, ws.book.key)
    for digest in done.files:
        if not any(holds_file(ws, one, digest) for one in backup.listed(ws.path)):
            kept.drop(digest)
    return replace(done, backups=())


def _delete(ws: Workspace, what: Extent, words: Sequence[str]) -> None:
    op = Operation(ws)
    for quote in what.documents:
        _keep_as_sent(ws, op, quote)
    customers = _customers(ws, what)
    days = {customer: set(open_days(ws, customer)) for customer in customers}
    if what.revisions:
        op.delete(rules.SENT, what.revisions)
    for record in reversed(ws.dictionary.types):
        if numbers := what.rows.get(record.name):
            op.delete(record.name, numbers)
    for customer, before in days.items():
        left = open_days(ws, customer)
        due = queries.rows(ws, "customer", (customer,), ("next_follow_up_on",))[0]["next_follow_up_on"]
        if due in before and due not in left:
            op.update("customer", customer, {"next_follow_up_on": min(left, default=None)})
    # What a file was called, as an import of it is remembered.
    erasing.drop_settings(ws.book.writer, _PROFILES, words)


def _free(ws: Workspace) -> dict[str, list[str]]:
    """The columns that hold free texts, by table, also those of settings and lists; the documents that were sent are none."""
    records = {one.name: found for one in ws.dictionary.types if (found := rules.free_texts(one))}
    return records | {"setting": ["value"], "list_value": ["code", "label"], "custom_field": ["label"]}


def _customers(ws: Workspace, what: Extent) -> list[int]:
    """Customers that stay and whose reminders go."""
    if what.kind != "contact" or not what.rows:
        return []
    return [queries.get(ws, "contact", what.id)["customer"]]


def _keep_as_sent(ws: Workspace, op: Operation, quote: int) -> None:
    """Keep the document of a quote and take its links off; one without a sent version gets it made now."""
    from app.sales.queries import document, revisions
    from reports.documents import quote_to_json

    record = queries.get(ws, rules.DOCUMENT, quote)
    if not revisions(ws, quote):
        page = document(ws, quote)
        op.insert(
            rules.SENT,
            {
                "quote": quote,
                "label": f"R{record['revision'] or 1}",
                "sent_at": record["sent_at"] or ws.clock.now_utc().replace(microsecond=0),
                "language": page.language,
                "document": quote_to_json(page),
            },
        )
    op.update(rules.DOCUMENT, quote, {"customer": None, "contact": None})


def _forget(
    ws: Workspace, what: Extent, changes: ChangeSet, values: Mapping[str, Any], watch: Watch, elsewhere: Words
) -> set[tuple[str, str]]:
    """Take the erased rows out of the history and the search; gives what they ever said."""
    journal, types = ws.book.journal, ws.dictionary.types
    journals = _journals(ws, watch)
    past = journals.past()
    gone = _gone(ws, what, changes, past)
    purged = journals.purge(gone, elsewhere)
    words = rules.words(purged.texts)
    if any(word in values["reason"] for word in words):
        raise KebuError(
            N_("The reason names the person."), N_("Write it without: it stays in the book after the erasure.")
        )
    _reword(ws, purged, words, changes.operation)
    erasing.forget_terms(ws.book.writer, watch)
    journal.rewrite(changes.operation, b"", ERASE)
    counts = {
        ws.dictionary.type(kind).plural: len(numbers)
        for kind, numbers in changes.deleted.items()
        if kind in {one.name for one in types}
    }
    journal.reword(
        changes.operation,
        {
            **values,
            "rows": counts,
            "documents": len(what.documents),
            "operations": len(set(purged.operations) - {changes.operation}),
            "emptied": len(set(purged.emptied) - {changes.operation}),
        },
    )
    erasing.due(ws.book.writer)
    return purged.texts


def _journals(ws: Workspace, watch: Watch) -> Journals:
    types = ws.dictionary.types
    links = [
        Link(one.name, field.name, field.link, rules.owned(one, field))
        for one in types
        for field in one.fields
        if field.link and not field.custom
    ]
    links += [Link(one.name, "", "", True) for one in types if one.soft_parent]
    return Journals(ws.book.journal, links, {one.name: rules.looked_at(one) for one in types}, watch)


def _gone(ws: Workspace, what: Extent, changes: ChangeSet, past: Past) -> set[Row]:
    """All rows of the person: those just deleted, and those of the history that are in the book no more."""
    gone: set[Row] = {(kind, number) for kind, numbers in changes.deleted.items() for number in numbers}
    gone.add((what.kind, what.id))
    doubles = {row: said for row, said in past.texts.items() if row[0] == what.kind}
    live = {(what.kind, number) for number in queries.titles(ws, what.kind, [number for _, number in doubles])}
    mine = doubles.get((what.kind, what.id), set())
    gone |= {row for row, said in doubles.items() if row not in live and rules.same_person(what.kind, said, mine)}
    merged = past.merged | {(dead, (dead[0], into)) for dead, into in survivors(ws).items()}
    queue = list(gone)
    while queue:
        row = queue.pop()
        found = {child for child in past.children.get(row, ()) if child not in gone}
        found |= {dead for dead, taker in merged if taker == row and dead not in gone}
        for kind in {kind for kind, _ in found}:
            numbers = [number for name, number in found if name == kind]
            found -= {(kind, number) for number in existing(ws, kind, numbers)}
        gone |= found
        queue += found
    return gone


def _reword(ws: Workspace, purged: erasing.Purged, words: Sequence[str], own: int) -> None:
    """Take the person out of the names of operations."""
    journal = ws.book.journal
    said = [text for told, text in purged.texts if told == rules.TEXT]
    touched, empty = set(purged.operations), set(purged.emptied)
    last = journal.last()
    for info in journal.info("id<>?", (own,), last):
        if info.kind == ERASE:
            continue
        values = dict(info.values)
        if info.id in empty:
            fresh = rules.emptied(info.name, values)
        elif info.id in touched:
            fresh = rules.redacted(values, words, said)
        else:
            fresh = {key: rules.NOTHING if value in words else value for key, value in values.items()}
        if fresh != values:
            journal.reword(info.id, fresh)


def _drop_files(ws: Workspace, contents: Sequence[str]) -> tuple[str, ...]:
    """Remove the files of erased documents that no other document has, nor could have again by undo."""
    found = set(contents)
    found -= {one["content"] for one in queries.rows(ws, rules.FILE, _documents(ws, found), ("content",))}
    found -= erasing.named(ws.book.journal, found)
    for digest in found:
        store(ws).drop(digest)
    return tuple(sorted(found))


def _documents(ws: Workspace, contents: Collection[str]) -> Sequence[int]:
    return queries.ids(ws, rules.FILE, (Condition("content", "in", tuple(contents)),)) if contents else ()


def _clear_log(words: Sequence[str]) -> None:
    """Take the person out of the program's log, where a failure may have quoted a value."""
    current = logfile.path()
    for path in (current, current.with_suffix(".old.log")):
        try:
            text = path.read_text("utf-8", errors="backslashreplace")
            if (fresh := rules.redacted(text, words)) != text:
                path.write_text(fresh, "utf-8", errors="backslashreplace")
        except OSError:
            continue
