"""Earlier imports: what each took in, so that the same file is known when it comes again."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from app.records import history
from app.records.workspace import Workspace
from app.shared.i18n import N_
from app.transfer.reviewing.report import ImportResult

IMPORT = N_("Import {file}")


@dataclass(frozen=True, slots=True)
class PastFile:
    """One file of an import.

    Args:
        name: without its folder.
        fingerprint: the SHA-256 of its bytes, in hexadecimal; "" for what was pasted.
        sheets: of each sheet its name, kind, counts and mapping, as ``import --json`` gives them without the problems.
    """

    name: str
    fingerprint: str
    sheets: tuple[dict[str, Any], ...]

    def count(self, name: str) -> int:
        """How many rows were created, updated, skipped or duplicates."""
        return sum(int(sheet.get(name, 0)) for sheet in self.sheets)


@dataclass(frozen=True, slots=True)
class PastImport:
    """An import in the book's history; ``undone`` when it was taken back."""

    operation: int
    at: datetime
    undone: bool
    files: tuple[PastFile, ...]


def fingerprint(path: str | os.PathLike[str]) -> str:
    """What tells a file from every other; "" when it cannot be read any more."""
    try:
        with Path(path).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def remembered(result: ImportResult) -> list[dict[str, Any]]:
    """What the history keeps of an import, by file."""
    kept = []
    for one in result.to_json()["files"]:
        sheets = [
            {name: value for name, value in sheet.items() if name not in ("problems", "doubtful")}
            for sheet in one["sheets"]
        ]
        kept.append({"name": Path(one["file"]).name, "fingerprint": fingerprint(one["file"]), "sheets": sheets})
    return kept


def imports(ws: Workspace, limit: int = 50) -> list[PastImport]:
    """The newest imports, those that were undone among them."""
    return [
        PastImport(info.id, info.at, info.undone, tuple(_files(info.values)))
        for info in history.operations(ws, limit, name=IMPORT)
    ]


def _files(values: Mapping[str, Any]) -> Iterable[PastFile]:
    for one in values.get("files", ()):
        yield PastFile(str(one["name"]), str(one["fingerprint"]), tuple(one["sheets"]))


def imported_before(ws: Workspace, path: str | os.PathLike[str]) -> PastImport | None:
    """The newest import of this very file that still stands, or None."""
    mark = fingerprint(path)
    if not mark:
        return None
    return next(
        (one for one in imports(ws, 500) if not one.undone and any(file.fingerprint == mark for file in one.files)),
        None,
    )
