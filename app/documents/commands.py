"""Attaching files to records."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.documents.queries import store
from app.records import queries
from app.records.workspace import Workspace
from app.shared.errors import KebuError
from app.shared.i18n import N_
from db.changes import ChangeSet

MOST_BYTES = 2 << 30


@dataclass(frozen=True, slots=True)
class Attached:
    """The documents that were made, and what changed."""

    ids: tuple[int, ...]
    changes: ChangeSet


def attach(
    ws: Workspace,
    kind: str,
    number: int,
    files: Sequence[Path],
    progress: Callable[[float], None] = lambda _share: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Attached:
    """Keep copies of files with a record, as one operation.

    The contents are written before the record names them: whatever happens, a document has its file.

    Args:
        kind, number: the record.

    Raises:
        NotFound: the record or a file is not there. KebuError: a file is a folder or too large. DiskFull.
    """
    queries.get(ws, kind, number)
    held = store(ws)
    values = []
    for at, file in enumerate(files):
        _fit(file)

        def on(share: float, at: int = at) -> bool:
            progress((at + share) / len(files))
            return not cancelled()

        digest, size = held.add(file, on)
        values.append(
            {
                "about_kind": ws.dictionary.type(kind).name, "about_id": number, "name": file.name, "content": digest,
                "size": size, "added_at": ws.clock.now_utc(),
            }
        )  # fmt: skip
    title = values[0]["name"] if len(values) == 1 else ""
    name = N_("Attach {title}") if title else N_("Attach {count} files")
    with ws.operation(name, title=title, count=len(values)) as op:
        ids = op.insert_many("document", values)
    return Attached(tuple(ids), op.changes)


def _fit(file: Path) -> None:
    if file.is_dir():
        raise KebuError(N_("“{name}” is a folder."), N_("Choose the files in it, or pack it first."), name=file.name)
    try:
        size = file.stat().st_size
    except OSError:
        return
    if size > MOST_BYTES:
        raise KebuError(N_("“{name}” is larger than 2 GB."), N_("Keep it elsewhere."), name=file.name)
