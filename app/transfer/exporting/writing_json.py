"""Records as a JSON file, the same objects as ``kebu list --json`` prints."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from app.records import queries
from app.records.fields import Field, RecordType
from app.records.jsonable import as_json
from app.records.paging import PAGE
from app.records.record import Record
from app.records.workspace import Workspace
from app.transfer.exporting import abouts
from app.transfer.exporting.beside import names as contacts
from app.transfer.exporting.writing import replacing
from app.transfer.grid.own_headers import ABOUT, ABOUT_CUSTOMER, ABOUT_ID, ABOUT_KIND, beside


def write_json(
    ws: Workspace, path: Path, record: RecordType, numbers: Sequence[int], fields: Sequence[Field] | None = None
) -> int:
    """Write records as an array of objects, UTF-8; gives how many.

    Args:
        numbers: their ids, in the order wanted.
        fields: the fields wanted, and what lists show beside them; all fields but pictures when None.

    Raises:
        KebuError: the file cannot be written.
    """
    own = None if fields is None else [field for field in fields if field not in beside(record)]
    names = None if own is None else [field.name for field in own]
    shown = [field.name for field in fields or () if field in beside(record)]
    count = 0
    with replacing(path) as file:
        file.write(b"[")
        for start in range(0, len(numbers), PAGE):
            page = queries.rows(ws, record.name, numbers[start : start + PAGE], names)
            about = _about(ws, record, page) if record.soft_parent and fields is None else [{} for _row in page]
            for at, name in enumerate(contacts(ws, [row.id for row in page]) if shown else ()):
                about[at] = {**about[at], **dict.fromkeys(shown, name)}
            for one, more in zip(as_json(ws, record, page, own), about, strict=True):
                file.write((",\n" if count else "\n").encode())
                file.write(json.dumps({**one, **more}, ensure_ascii=False).encode("utf-8", "replace"))
                count += 1
        file.write(b"\n]\n")
    return count


def _about(ws: Workspace, record: RecordType, page: Sequence[Record]) -> list[dict[str, str | None]]:
    """What records are about, in words that another book understands."""
    numbers = [row.id for row in page]
    owners = abouts.cells(ws, record, record.field(ABOUT_ID), numbers)
    others = abouts.cells(ws, record, record.field(ABOUT_KIND), numbers)
    return [{ABOUT_CUSTOMER: owner, ABOUT: other} for owner, other in zip(owners, others, strict=True)]
