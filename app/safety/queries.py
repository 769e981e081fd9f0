"""How safe a book is: its backups and what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path

from app.documents.queries import missing
from app.records import following
from app.records.indexing import Indexer
from app.records.workspace import Workspace
from app.safety.commands import FAILED
from app.shared.i18n import N_, translate
from db import backup
from db.backup import Backup as Backup
from db.check import Finding
from db.check import check as read_through

OLD = timedelta(days=7)


class Verdict(StrEnum):
    """How the last backup stands."""

    NONE = "none"
    FRESH = "fresh"
    OLD = "old"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Backups:
    """The backups of a book, newest first, and how they stand.

    ``changed`` tells whether something was written since the last one; ``reason`` why the last try failed, or "".
    """

    folder: Path
    files: tuple[Backup, ...]
    verdict: Verdict
    changed: bool
    last: datetime | None
    reason: str


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with a book, in plain words, and what to do about it."""

    part: str
    sentence: str
    advice: str
    detail: str


_PLAIN = {
    "file": (
        N_("The file is damaged: parts of it cannot be read."),
        N_("Restore the last backup from before the damage with: kebu restore FILE"),
    ),
    "links": (
        N_("A record belongs to another that is not there: {detail}"),
        N_("Restore the last backup with: kebu restore FILE"),
    ),
    "history": (
        N_("An operation in the history cannot be read: {detail}"),
        N_("The records are whole; this operation can no longer be undone."),
    ),
    "files": (
        N_("The file of the document “{detail}” is gone or damaged."),
        N_("Bring it back from a backup, or attach it again."),
    ),
    "follows": (
        N_("What follows from other records was not renewed: {detail}"),
        N_("Mend it with: kebu check --repair"),
    ),
    "search": (N_("The search index does not fit the records: {detail}"), N_("Mend it with: kebu check --repair")),
}


def backups(ws: Workspace) -> Backups:
    """The backups of the open book and how they stand: old is one of more than seven days behind a changed book."""
    files = tuple(backup.listed(ws.path))
    noted = ws.book.fact("backed_up_at")
    # A restored book notes no backup later than itself; the newest file then tells.
    last = max(
        filter(None, (datetime.fromisoformat(noted) if noted else None, files[0].at if files else None)), default=None
    )
    changed = ws.book.changed
    _, _, reason = ws.book.fact(FAILED).partition(" ")
    if reason:
        verdict = Verdict.FAILED
    elif not files:
        verdict = Verdict.NONE
    elif changed and ws.clock.now_utc() - (last or ws.clock.now_utc()) > OLD:
        verdict = Verdict.OLD
    else:
        verdict = Verdict.FRESH
    name = ws.path.name
    return Backups(backup.folder(ws.path), files, verdict, changed, last, translate(reason).replace("{name}", name))


def check(ws: Workspace) -> list[Problem]:
    """Read the whole book through; an empty list when all is well. Writing may go on meanwhile."""
    indexed = tuple(one.name for one in ws.dictionary.types if Indexer.indexed(one))
    with ws.book.snapshot() as connection:
        found = read_through(connection, ws.book.schema, indexed)
        if not found:
            found = [
                Finding("follows", f"{record.name}.{name}: {count}")
                for record in ws.dictionary.types
                for name, count in following.wrong(connection, record)
            ]
    found += [Finding("files", one.title) for one in missing(ws, thorough=True)]
    # SQLite tells one damaged page in many lines; a person needs to know it once.
    once = {(one.part, one.detail if one.part != "file" else ""): one for one in reversed(found)}
    return [_problem(one) for one in reversed(once.values())]


def _problem(found: Finding) -> Problem:
    sentence, advice = _PLAIN[found.part]
    return Problem(found.part, translate(sentence).format(detail=found.detail), translate(advice), found.detail)
