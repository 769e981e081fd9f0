"""Undo, redo, and who changed what and when: all read from the journal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.records import queries
from app.records.decoding import from_row
from app.records.fields import Field, RecordType
from app.records.past_kinds import PastKinds
from app.records.storage import CUSTOM
from app.records.workspace import Workspace
from app.shared.errors import KebuError, NotFound
from app.shared.i18n import N_, translate
from db import undo as undoing
from db.changes import ChangeSet, row_changes
from db.changesets import inverted
from db.journal import OperationInfo as OperationInfo
from db.numbers import Renumbered
from db.stopping import heed, heeding


@dataclass(frozen=True, slots=True)
class Kept:
    """A record that an undo left as it was, because it was changed since."""

    kind: str
    id: int
    title: str


@dataclass(frozen=True, slots=True)
class Undone:
    """What an undo or redo did: the operation taken back or done again, what changed, and what was kept.

    ``renumbered`` are records that came back under another number, as theirs is used again by now.
    """

    operation: int
    name: str
    changes: ChangeSet
    kept: tuple[Kept, ...]
    renumbered: tuple[Renumbered, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One changed field in a record's history; ``field`` is "" for the making and the deletion.

    ``was`` and ``became`` are the field as it was before and after: the user may have given it another kind.
    """

    operation: int
    at: datetime
    source: str
    name: str
    action: str
    field: str
    old: Any
    new: Any
    was: Field | None = None
    became: Field | None = None


_AGAIN = {"undo": N_("Undo: {name}"), "redo": N_("Redo: {name}")}


def describe(info: OperationInfo | ChangeSet) -> str:
    """What the person did, in the language in use."""
    values = {key: translate(value) if isinstance(value, str) else value for key, value in info.values.items()}
    name = translate(info.name).format(**values)
    again = _AGAIN.get(info.kind) if isinstance(info, OperationInfo) else None
    return translate(again).format(name=name) if again else name


def operations(ws: Workspace, limit: int = 50, name: str = "") -> list[OperationInfo]:
    """The newest operations; only those that people did under this name (English source text) when one is given."""
    with ws.book.reading():
        if name:
            return ws.book.journal.info("kind='do' AND name=?", (name,), limit)
        return ws.book.journal.info(limit=limit)


def named(ws: Workspace, operation: int) -> OperationInfo | None:
    """One operation by its number; None when it is forgotten."""
    with ws.book.reading():
        return next(iter(ws.book.journal.info("id=?", (operation,), 1)), None)


def undoable(ws: Workspace) -> OperationInfo | None:
    """What undo would take back."""
    return ws.book.journal.undoable()


def redoable(ws: Workspace) -> OperationInfo | None:
    """The operation that redo would do again."""
    found = ws.book.journal.redoable()
    if found is None:
        return None
    return next(iter(ws.book.journal.info("id=?", (found.target,), 1)), None)


def size(ws: Workspace, operation: int) -> int:
    """How many rows an operation changed; what tells a quick undo from a long one."""
    with ws.book.reading() as connection:
        sql = "SELECT coalesce(sum(last - first + 1), 0) FROM operation_row WHERE operation=?"
        return int(connection.execute(sql, (operation,)).get)


def undo(ws: Workspace, operation: int | None = None, cancelled: Callable[[], bool] | None = None) -> Undone:
    """Take an operation back, the newest when none is named.

    Records that were changed since stay as they are, with what belongs to them, and are named in the answer.

    Args:
        cancelled: asked many times a second whether to stop.

    Raises:
        Cancelled: ``cancelled`` said so; nothing was changed.
        NotFound: there is no such operation, or nothing to undo.
        KebuError: it is undone already, or cannot be undone any more.
    """
    journal = ws.book.journal
    if operation is None:
        target = journal.undoable()
        if target is None:
            raise NotFound(N_("There is nothing to undo."))
    else:
        target = next(iter(journal.info("id=?", (operation,), 1)), None)
        if target is None or target.kind != "do":
            raise NotFound(N_("There is no operation {number}."), N_("See: kebu history"), number=operation)
        if target.undone:
            raise KebuError(
                N_("Operation {number} is undone already."), N_("Redo it with: kebu redo"), number=operation
            )
    with heeding(cancelled):
        return _apply(ws, target, target.id, "undo", target.name)


def redo(ws: Workspace, operation: int | None = None, cancelled: Callable[[], bool] | None = None) -> Undone:
    """Do again what was undone last, or the undone operation that is named; records changed since stay as they are.

    Args:
        cancelled: asked many times a second whether to stop.

    Raises:
        Cancelled: ``cancelled`` said so; nothing was changed.
        NotFound: there is nothing to redo, or the operation is not undone.
        KebuError: it cannot be done again any more.
    """
    journal = ws.book.journal
    if operation is None:
        last = journal.redoable()
    else:
        last = next(iter(journal.info("kind='undo' AND undone=0 AND target=?", (operation,), 1)), None)
    if last is None:
        raise NotFound(N_("There is nothing to redo."))
    target = next(iter(journal.info("id=?", (last.target,), 1)))
    with heeding(cancelled):
        return _apply(ws, target, last.id, "redo", target.name)


def _apply(ws: Workspace, target: OperationInfo, source: int, kind: str, name: str) -> Undone:
    journal = ws.book.journal
    inverse = inverted(journal.packed(source))
    try:
        with journal.operation(
            name, target.values, at=ws.clock.now_utc(), source=ws.source, kind=kind, target=target.id, wait_s=5
        ):
            heed()
            applied = undoing.apply(journal, inverse)
            journal.mark(target.id, kind == "undo")
            if kind == "redo":
                journal.mark(source, True)
            heed()
    except undoing.Unappliable as error:
        raise KebuError(
            N_("“{name}” cannot be taken back any more: other records depend on it."),
            N_("Nothing was changed."),
            name=describe(target),
        ) from error
    except BaseException:
        ws.reload_dictionary()
        raise
    changes = journal.changes
    ws.announce(changes)
    kept = tuple(
        Kept(table, number, queries.titles(ws, table, (number,)).get(number, f"#{number}"))
        for table, number in applied.kept
        if ws.dictionary.has(table)
    )
    return Undone(target.id, describe(target), changes, kept, applied.renumbered)


def currency_of(ws: Workspace, record: RecordType, number: int) -> str:
    """The currency of a record's amounts: its own, that of the record it belongs to, or the book's."""
    for name in ("currency", record.parent):
        if name and record.has(name) and (found := queries.rows(ws, record.name, (number,), (name,))):
            if name == "currency":
                return str(found[0][name] or ws.currency)
            owner = ws.dictionary.type(record.field(name).link)
            return currency_of(ws, owner, found[0][name]) if found[0][name] else ws.currency
    return ws.currency


def of_record(ws: Workspace, kind: str, number: int) -> list[Entry]:
    """All changes of one record, newest first, field by field."""
    record = ws.dictionary.type(kind)
    journal = ws.book.journal
    columns = {record.name: ws.book.columns(record.name)}
    money = currency_of(ws, record, number)
    past, out = PastKinds(ws), list[Entry]()
    for info in journal.of_row(record.name, number):
        for change in row_changes(journal.changeset(info.id), columns, record.name, number):
            base = (info.id, info.at, info.source, describe(info))
            if change.action != "UPDATE":
                out.append(Entry(*base, change.action.lower(), "", None, None))
                continue
            blank = dict.fromkeys(columns[record.name])
            for field in record.fields:
                named = CUSTOM if field.custom else field.name
                if named not in change.new:
                    continue
                then = past.before(record.name, field, info.id), past.after(record.name, field, info.id)
                old = from_row({**blank, **change.old}, then[:1], money)[field.name]
                new = from_row({**blank, **change.new}, then[1:], money)[field.name]
                if old != new:
                    out.append(Entry(*base, "update", field.name, old, new, *then))
    return out
