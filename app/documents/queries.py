"""Reading the documents of records, and their files."""

from __future__ import annotations

import tempfile
from pathlib import Path

from app.documents.rules import safe_name
from app.records import queries
from app.records.queries import Condition
from app.records.record import Record
from app.records.workspace import Workspace
from db.files import FileStore, folder


def store(ws: Workspace) -> FileStore:
    """The files of a book."""
    return FileStore(folder(ws.path), ws.book.key)


def documents_of(ws: Workspace, kind: str, number: int) -> list[Record]:
    """The documents of a record, newest first."""
    where = (Condition("about_kind", "=", kind), Condition("about_id", "=", number))
    return queries.rows(ws, "document", queries.ids(ws, "document", where, (("id", True),)))


def save(ws: Workspace, document: int, target: Path) -> None:
    """Write a document's file somewhere. Raises NotFound, DamagedBook, DiskFull."""
    store(ws).copy_out(queries.get(ws, "document", document)["content"], target)


def opened(ws: Workspace, document: int, place: Path | None = None) -> Path:
    """A copy of a document's file that may be handed to another program; what that changes does not change the book's.

    Args:
        place: the folder for it; a new one among the system's temporary files when None.
    """
    record = queries.get(ws, "document", document)
    target = (place or Path(tempfile.mkdtemp(prefix="kebu-"))) / safe_name(record.title)
    store(ws).copy_out(record["content"], target)
    target.chmod(0o444)
    return target


def missing(ws: Workspace, *, thorough: bool = False) -> list[Record]:
    """The documents whose file is gone from the folder beside the book, or with ``thorough`` is not what was kept."""
    held = store(ws)
    records = queries.rows(ws, "document", queries.ids(ws, "document"), ("name", "content"))
    bad: dict[str, bool] = {}
    for one in records:
        digest = one["content"]
        if digest not in bad:
            bad[digest] = not (held.whole(digest) if thorough else held.has(digest))
    return [one for one in records if bad[one["content"]]]
