"""All that the book holds about one customer or contact, as a folder to hand out on request (GDPR, article 15; PIPL, 45)."""

from __future__ import annotations

import json
import os
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

from app.documents.rules import safe_name
from app.records import history, queries
from app.records.conditions import Condition
from app.records.fields import FieldKind
from app.records.jsonable import as_json, key
from app.records.record import Record
from app.records.values import to_json
from app.records.workspace import Workspace
from app.shared.errors import Cancelled, DamagedBook, KebuError, NotFound
from app.shared.i18n import N_
from app.transfer.exporting.writing import refused

Stop = Callable[[], bool]
Pause = Callable[[], None]
_KINDS = ("customer", "contact")
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]')


def find_person(ws: Workspace, wanted: str) -> Record:
    """The customer, else the contact, of this id, number or name. Raises NotFound as ``queries.find`` does."""
    for kind in _KINDS if not wanted.isdecimal() else ():
        numbers = queries.ids(ws, kind, (Condition("name", "=", wanted),), limit=2)
        if len(numbers) == 1:
            return queries.get(ws, kind, numbers[0])
    try:
        return queries.find(ws, "customer", wanted)
    except NotFound as error:
        try:
            return queries.find(ws, "contact", wanted)
        except NotFound:
            raise error from None


def folder_name(name: str, day: date) -> str:
    """What to call the folder of a person's data."""
    return f"{_FORBIDDEN.sub('-', name).strip(' .')[:60]} {day.isoformat()}"


def export_person(ws: Workspace, kind: str, number: int, folder: Path, cancelled: Stop | None = None) -> dict[str, int]:
    """Write everything about one customer or contact into a new folder; gives how many records of each kind.

    ``data.json`` has the records as ``kebu list --json`` prints them, and what was changed in them when and by whom;
    ``quotes`` the quotes as PDF, each sent revision as it was sent; ``pictures`` the pictures; ``documents`` the files.

    Args:
        kind: "customer" or "contact".
        number: its id.
        folder: is made; may be there already when it is empty.
        cancelled: asked now and then whether to stop.

    Raises:
        Cancelled: ``cancelled`` said so; no folder is made.
        KebuError: the folder holds something, or cannot be written.
        NotFound: there is no such record.
    """
    record = ws.dictionary.type(kind)
    if record.name not in _KINDS:
        raise KebuError(N_("Only customers and contacts are persons."), N_("Name one of them."))
    if _taken(folder):
        raise KebuError(N_("“{name}” is there already."), N_("Choose a new folder."), name=folder.name)
    queries.get(ws, record.name, number)
    pause = _pausing(cancelled or (lambda: False))
    found = _family(ws, record.name, number, pause)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        work = Path(tempfile.mkdtemp(prefix=".kebu-", dir=folder.parent))
        try:
            _fill(ws, found, work, pause)
            pause()
            if folder.is_dir():
                folder.rmdir()
            work.rename(folder)
            folder.chmod(0o700)
        finally:
            shutil.rmtree(work, ignore_errors=True)
    except OSError as error:
        raise refused(folder, error) from error
    return {ws.dictionary.type(name).plural: len(numbers) for name, numbers in found.items() if numbers}


def _pausing(stop: Stop) -> Pause:
    def pause() -> None:
        if stop():
            raise Cancelled(N_("The export was stopped; nothing was written."))

    return pause


def _taken(folder: Path) -> bool:
    """Whether something is there already; a folder that may not be looked into is no new one."""
    try:
        return os.path.lexists(folder) and not (folder.is_dir() and not any(folder.iterdir()))
    except OSError as error:
        raise refused(folder, error) from error


def _family(ws: Workspace, kind: str, number: int, pause: Pause) -> dict[str, list[int]]:
    """The record with all that links to it or is about it, by kind."""
    found: dict[str, dict[int, None]] = {one.name: {} for one in ws.dictionary.types}
    waiting = [(kind, number)]
    while waiting:
        pause()
        name, at = waiting.pop()
        if at in found[name]:
            continue
        found[name][at] = None
        for child, column in ws.dictionary.children(name):
            if child.name in _KINDS and child.parent != column:
                continue  # Another person, such as a branch of the company or a customer it brought.
            waiting += [(child.name, one) for one in queries.ids(ws, child.name, (Condition(column, "=", at),))]
        for other in ws.dictionary.types:
            if other.soft_parent:
                where = (Condition("about_kind", "=", name), Condition("about_id", "=", at))
                waiting += [(other.name, one) for one in queries.ids(ws, other.name, where)]
    return {name: sorted(numbers) for name, numbers in found.items()}


def _fill(ws: Workspace, found: dict[str, list[int]], folder: Path, pause: Pause) -> None:
    data: dict[str, Any] = {}
    for name, numbers in found.items():
        if not numbers:
            continue
        pause()
        record = ws.dictionary.type(name)
        data[record.plural] = as_json(ws, record, queries.rows(ws, name, numbers))
        pictures = [field.name for field in record.fields if field.kind is FieldKind.IMAGE]
        for row in queries.rows(ws, name, numbers, pictures) if pictures else ():
            for field in pictures:
                if row[field] is not None:
                    _put(folder / "pictures" / f"{name}-{row.id}-{field}.png", row[field])
    past: list[dict[str, Any]] = []
    for name, numbers in found.items():
        for number in numbers:
            pause()
            past += _past(ws, name, number)
    data["history"] = past
    text = json.dumps(data, ensure_ascii=False, indent=1) + "\n"
    _put(folder / "data.json", text.encode("utf-8", "replace"))
    _quotes(ws, found.get("quote", ()), folder / "quotes", pause)
    _files(ws, found.get("document", ()), folder / "documents", pause)


def _past(ws: Workspace, kind: str, number: int) -> Iterator[dict[str, Any]]:
    record = ws.dictionary.type(kind)
    for entry in history.of_record(ws, kind, number):
        field = record.field(entry.field) if entry.field and record.has(entry.field) else None
        yield {
            "kind": kind,
            "id": number,
            "at": entry.at.isoformat(timespec="seconds"),
            "source": entry.source,
            "operation": entry.name,
            "action": entry.action,
            "field": key(field) if field else entry.field,
            "old": to_json(entry.was, entry.old) if entry.was else None,
            "new": to_json(entry.became, entry.new) if entry.became else None,
        }


def _quotes(ws: Workspace, numbers: Sequence[int], folder: Path, pause: Pause) -> None:
    """The quotes as they are and as they were sent; the id in front tells apart what becomes one name, such as Q/1 and Q-1."""
    from app.sales.queries import document, revision_document, revisions
    from reports.quote import render_quote

    for number in numbers:
        pause()
        title = queries.get(ws, "quote", number).title
        _put(folder / f"{number}-{safe_name(f'{title}.pdf')}", render_quote(document(ws, number)))
        for revision in revisions(ws, number):
            pause()
            name = f"{number}-{safe_name(f'{title}-{revision.label}.pdf')}"
            _put(folder / name, render_quote(revision_document(ws, revision.id)))


def _files(ws: Workspace, numbers: Sequence[int], folder: Path, pause: Pause) -> None:
    """The files that are kept with the records; one that is gone from beside the book is left out."""
    from app.documents.queries import save

    for number in numbers:
        pause()
        folder.mkdir(exist_ok=True)
        with suppress(NotFound, DamagedBook):
            save(ws, number, folder / f"{number}-{safe_name(queries.get(ws, 'document', number).title)}")


def _put(path: Path, data: bytes) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)
