"""Attaching files to records."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

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


@dataclass(frozen=True, slots=True)
class Changes:
    """What a form does to the files of a record.

    Args:
        added: files to be kept, each with the name it gets. renamed: new names by id. deleted: ids.
    """

    added: tuple[tuple[Path, str], ...] = ()
    renamed: Mapping[int, str] = field(default_factory=dict)
    deleted: frozenset[int] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.added or self.renamed or self.deleted)


def keep(
    ws: Workspace,
    kind: str,
    number: int,
    changes: Changes,
    before: Callable[[], object] = lambda: None,
    progress: Callable[[float], None] = lambda _share: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> ChangeSet:
    """Carry out what a form does to the files of a record, as one operation with what else it writes.

    Args:
        kind, number: the record.
        before: the form's other commands, which become part of the operation.

    Raises as ``attach`` does, and as ``before`` does; nothing is changed then.
    """
    record, owner = queries.get(ws, kind, number), ws.dictionary.type(kind)
    files = [file for file, _name in changes.added]
    names = [name for _file, name in changes.added]
    values = _contents(ws, kind, number, files, progress, cancelled, names)
    with ws.operation(N_("Edit {kind}: {title}"), kind=owner.label, title=record.title) as op:
        before()
        if changes.deleted:
            op.delete("document", sorted(changes.deleted))
        for one, name in changes.renamed.items():
            op.update("document", one, {"name": name})
        if values:
            op.insert_many("document", values)
    return op.changes


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
    values = _contents(ws, kind, number, files, progress, cancelled)
    title = values[0]["name"] if len(values) == 1 else ""
    name = N_("Attach {title}") if title else N_("Attach {count} files")
    with ws.operation(name, title=title, count=len(values)) as op:
        ids = op.insert_many("document", values)
    return Attached(tuple(ids), op.changes)


def _contents(
    ws: Workspace,
    kind: str,
    number: int,
    files: Sequence[Path],
    progress: Callable[[float], None],
    cancelled: Callable[[], bool],
    names: Sequence[str] = (),
) -> list[dict[str, Any]]:
    """Copy the contents of files into the book's folder; gives the values of their documents."""
    held = store(ws)
    values: list[dict[str, Any]] = []
    for at, file in enumerate(files):
        _fit(file)

        def on(share: float, at: int = at) -> bool:
            progress((at + share) / len(files))
            return not cancelled()

        digest, size = held.add(file, on)
        values.append(
            {
                "about_kind": ws.dictionary.type(kind).name, "about_id": number,
                "name": names[at] if names else file.name, "content": digest, "size": size,
                "added_at": ws.clock.now_utc(),
            }
        )  # fmt: skip
    return values


def _fit(file: Path) -> None:
    if file.is_dir():
        raise KebuError(N_("“{name}” is a folder."), N_("Choose the files in it, or pack it first."), name=file.name)
    try:
        size = file.stat().st_size
    except OSError:
        return
    if size > MOST_BYTES:
        raise KebuError(N_("“{name}” is larger than 2 GB."), N_("Keep it elsewhere."), name=file.name)
