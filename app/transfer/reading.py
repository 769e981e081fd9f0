"""Reads a spreadsheet or a text table, whatever it is named, into a ``Workbook``.

Workbooks are opened in a child process (``readers.child``); text files, which only the standard library touches, here.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from app.shared.collector import resting
from app.shared.errors import SheetError
from app.shared.i18n import N_
from app.transfer.exporting.origins import recognised
from app.transfer.grid.sheets import Workbook
from app.transfer.readers import delimited, folders, ldif, process, vcard
from app.transfer.readers.container import OLD_EXCEL, OLE, ZIP, data_kind, markup_kind, plain_head
from app.transfer.readers.reasons import PasswordNeeded, refusal

__all__ = [
    "SUFFIXES",
    "Limits",
    "PasswordNeeded",
    "files_in",
    "os_refusal",
    "read_workbook",
    "readable",
]

Progress = Callable[[float], None]
Cancelled = Callable[[], bool]

SUFFIXES = (
    ".xlsx",
    ".xlsm",
    ".xls",
    ".xlsb",
    ".ods",
    ".et",
    ".csv",
    ".tsv",
    ".txt",
    ".vcf",
    ".ldif",
    ".ics",
    ".json",
    ".jsonl",
    ".ndjson",
    ".xml",
    ".htm",
    ".html",
    ".mht",
)
"""What a file dialog offers; ``read_workbook`` goes by the content."""

_HEAD = 1 << 16
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*")
_PROGRAMS = (b"MZ", b"\x7fELF", b"\xcf\xfa\xed\xfe")
_ARCHIVES = (b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"PK\x05\x06", b"PK\x07\x08")


@dataclass(frozen=True, slots=True)
class Limits:
    """What reading one file may take."""

    memory: int = 3 << 30
    seconds: int = 180
    cells: int = 25_000_000
    unpacked: int = 4 << 30
    text_bytes: int = 512 << 20


_CARD = re.compile(rb"(?:[a-z-]{2,20}:[^\n]{0,80}\s+){0,2}begin: ?vcard")
"""The first line of a card, behind lines that tell of the file (ENCODING:UTF-8)."""


def read_workbook(
    path: str | os.PathLike[str],
    *,
    password: str = "",
    limits: Limits | None = None,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> Workbook:
    """Read a file with all its sheets.

    Args:
        path: an .xlsx, .xlsm, .xls, .xlsb, .ods, .et, .csv, .tsv, .txt, .json, .vcf, .ldif or .ics file under any name.
        password: what opens a locked workbook.
        limits: what the reading may take at most.
        progress: called with a fraction from 0 to 1 now and then.
        cancelled: asked now and then whether to stop.

    Raises:
        PasswordNeeded: the workbook is locked, and the password was not given or is wrong.
        SheetError: with a plain sentence why the file cannot be read.
        Cancelled: ``cancelled`` said so.
    """
    file, limits = Path(path), limits or Limits()
    report = progress or _unwatched
    stop = cancelled or (lambda: False)
    try:
        head = _head(file)
        if _is_workbook(file, head):
            if data_kind(head) and file.stat().st_size > limits.text_bytes:
                raise refusal("too_big", file)
            caps = (limits.memory, limits.seconds, limits.cells, limits.unpacked)
            with resting():
                book = process.read(file, caps, report, stop, password)
            if book.format in ("json", "ics"):
                book = replace(book, sheets=tuple(replace(sheet, anew=True) for sheet in book.sheets))
        elif _starts_with_card(head):
            book = vcard.read(file, limits.text_bytes, limits.cells, report, stop)
        elif ldif.begins(head):
            book = ldif.read(file, limits.text_bytes, limits.cells, report, stop)
        else:
            _refuse_strangers(file, head)
            book = delimited.read(file, limits.text_bytes, limits.cells, report, stop)
    except OSError as error:
        raise os_refusal(file, error) from error
    except MemoryError as error:
        raise refusal("too_big", file) from error
    report(1.0)
    return recognised(book)


def expanded(paths: Sequence[Path]) -> list[Path]:
    """The paths with each folder replaced by its files, of several without those that programs keep beside open ones.

    Raises:
        SheetError: as ``files_in``.
    """
    wanted = [path for path in paths if len(paths) == 1 or not folders.beside(path.name)]
    return [file for path in wanted or paths for file in (files_in(path) if path.is_dir() else (path,))]


def readable(
    files: Sequence[Path], read: Callable[[int, Path], Workbook], left: list[str], skipped: Collection[Path] = ()
) -> Iterator[Workbook]:
    """Those of several files that can be read, one after the other; of one alone what is wrong with it is raised.

    Args:
        read: reads the file at a place.
        left: takes a sentence for each file that cannot be read.
        skipped: the locked files that nobody opens.

    Raises:
        SheetError: none of them can be read; ``PasswordNeeded``: one is locked that is not to be skipped.
    """
    some = False
    failed: SheetError | None = None
    names = folders.called(files)
    for at, file in enumerate(files):
        try:
            yield read(at, file)
            some = True
        except SheetError as error:
            error.values["file"] = names[os.fspath(file)]
            if len(files) == 1 or (isinstance(error, PasswordNeeded) and file not in skipped):
                raise
            failed = error
            left.append(error.sentence())
    if failed is not None and not some:
        raise failed


def files_in(folder: str | os.PathLike[str]) -> list[Path]:
    """The files that may be read of a folder and of the folders in it.

    Raises:
        SheetError: there is none, there are too many, or the folder cannot be read.
    """
    place = Path(folder)
    try:
        return folders.files(place, SUFFIXES)
    except OSError as error:
        raise os_refusal(place, error) from error


def _unwatched(_fraction: float) -> None:
    return


def _head(file: Path) -> bytes:
    if file.is_dir():
        raise refusal("folder", file)
    if not file.exists():
        raise refusal("missing", file)
    if not file.is_file():
        raise refusal("not_a_sheet", file)
    if file.name.startswith("~$"):
        raise refusal("lock_file", file)
    with file.open("rb") as stream:
        head = stream.read(_HEAD)
    if not head:
        raise refusal("empty", file)
    return head


def _is_workbook(file: Path, head: bytes) -> bool:
    """Whether the file is for the child process: workbooks, and pages with tables.

    Raises:
        SheetError: markup without a table.
    """
    kind = markup_kind(head)
    if kind == "web_page":
        raise refusal("web_page", file)
    return bool(kind or data_kind(head)) or head.startswith((ZIP, OLE, *OLD_EXCEL))


def _starts_with_card(head: bytes) -> bool:
    return _CARD.match(plain_head(head)) is not None


def _refuse_strangers(file: Path, head: bytes) -> None:
    """Well-known kinds of file that are no table get a sentence of their own."""
    if (head.startswith(_PICTURES) and b"\0" in head) or (head[:4] == b"RIFF" and head[8:12] == b"WEBP"):
        raise refusal("picture", file)
    if head.startswith(b"%PDF"):
        raise refusal("pdf", file)
    if head.startswith(b"{\\rtf"):
        raise refusal("word", file)
    if head.startswith(_ARCHIVES):
        raise refusal("archive", file)
    if head.startswith(_PROGRAMS) and b"\0" in head:
        raise refusal("not_a_sheet", file)
    if head.startswith(b"SQLite format 3\0"):
        raise refusal("not_a_sheet", file)


def os_refusal(file: Path, error: OSError) -> SheetError:
    """The sentence for a file that the system does not let us read."""
    if isinstance(error, FileNotFoundError):
        return refusal("missing", file)
    if isinstance(error, PermissionError):
        in_use = sys.platform == "win32" or file.with_name(f"~${file.name}").exists()
        return refusal("in_use" if in_use else "forbidden", file)
    return SheetError(
        N_("“{file}” cannot be read: {reason}."), N_("Copy it to this computer and try again."),
        file=file.name, reason=error.strerror or str(error),
    )  # fmt: skip
