"""Writes tables to .xlsx and .csv files; the file is there whole, or the old one stays."""

from __future__ import annotations

import contextlib
import csv
import errno
import io
import os
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, BinaryIO, cast

from app.shared.errors import KebuError
from app.shared.i18n import N_
from app.transfer.exporting import xlsx_stream
from app.transfer.grid.guards import guarded


def write_xlsx(
    path: str | os.PathLike[str],
    sheet_name: str,
    headers: Sequence[str],
    rows: Iterable[Sequence[Any]],
    column_kinds: Sequence[str],
) -> int:
    """Write one sheet with a bold, frozen header row and a filter; gives the number of rows.

    Args:
        path: where to; an existing file is replaced.
        sheet_name: what Excel does not allow in it is taken out.
        headers: the column headings.
        rows: each as long as the headers; None, str, int, float, Decimal, bool, date, datetime or time.
        column_kinds: per column "money" for two decimals; other kinds need no word.

    Raises:
        KebuError: the file cannot be written, or has more rows than Excel can hold.
    """
    columns = [xlsx_stream.Column(header, kind) for header, kind in zip(headers, column_kinds, strict=True)]
    return write_workbook(path, [xlsx_stream.Table(sheet_name, columns, rows)])[0]


def write_workbook(path: str | os.PathLike[str], tables: Sequence[xlsx_stream.Table]) -> list[int]:
    """Write several sheets, each with a bold, frozen header row and a filter; gives the number of rows of each.

    Raises:
        KebuError: the file cannot be written, or has more rows than Excel can hold.
    """
    try:
        with replacing(Path(path)) as file:
            return xlsx_stream.write_tables(file, tables)
    except xlsx_stream.TooManyRows as error:
        raise KebuError(
            N_("An Excel sheet holds at most {count} rows, and these are more."),
            N_("Export to a .csv file, or filter the list first."),
            count=f"{xlsx_stream.MOST_ROWS:,}",
        ) from error


def write_csv(
    path: str | os.PathLike[str], headers: Sequence[str], rows: Iterable[Sequence[Any]], encoding: str = "utf-8"
) -> int:
    """Write a .csv that Excel opens rightly: CRLF, UTF-8 with a byte-order mark; gives the number of rows.

    A text that a spreadsheet would calculate gets an apostrophe in front, see ``guards``; our reader takes it away again.

    Args:
        encoding: "utf-8", or "gb18030" for programs that know no other; a sign that it has not becomes "?".

    Raises:
        KebuError: the file cannot be written.
    """
    count = 0
    with replacing(Path(path)) as file:
        codec = "utf-8-sig" if encoding == "utf-8" else encoding
        text = io.TextIOWrapper(file, encoding=codec, errors="replace", newline="", write_through=False)
        writer = csv.writer(text, lineterminator="\r\n")
        writer.writerow([_text(header) for header in headers])
        for row in rows:
            writer.writerow([_text(cell) for cell in row])
            count += 1
        text.flush()
        text.detach()
    return count


def _text(cell: Any) -> str:
    match cell:
        case None:
            return ""
        case str():
            return guarded(cell)
        case Decimal():
            return f"{cell:f}"
        case datetime():
            return cell.isoformat(" ", "seconds")
        case date():
            return cell.isoformat()
    return str(cell)


@contextlib.contextmanager
def replacing(target: Path) -> Iterator[BinaryIO]:
    """A new file beside the target that takes its place once it is whole and on the disk."""
    temporary = ""
    try:
        number, temporary = tempfile.mkstemp(prefix=".kebu-", suffix=".tmp", dir=target.parent)
        with os.fdopen(number, "wb") as file:
            yield cast(BinaryIO, file)
            file.flush()
            os.fsync(file.fileno())
        with contextlib.suppress(OSError):
            os.chmod(temporary, target.stat().st_mode if target.exists() else 0o666 & ~_umask())
        os.replace(temporary, target)
        temporary = ""
    except OSError as error:
        raise refused(target, error) from error
    finally:
        if temporary:
            with contextlib.suppress(OSError):
                os.unlink(temporary)


def check_place(target: Path) -> None:
    """Raise KebuError when a file cannot be made there, before long work for it begins."""
    try:
        if target.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        with tempfile.TemporaryFile(prefix=".kebu-", dir=target.parent):
            pass
    except OSError as error:
        raise refused(target, error) from error


def _umask() -> int:
    """mkstemp makes private files; an export is an ordinary one."""
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


def refused(target: Path, error: OSError) -> KebuError:
    """Why a file or folder cannot be written, and what to do about it."""
    if error.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)):
        return KebuError(
            N_("There is no room left for “{file}”."), N_("Free some space or choose another disk."), file=target.name
        )
    if error.errno == errno.ENAMETOOLONG:
        return KebuError(N_("The name “{file}” is too long."), N_("Choose a shorter one."), file=target.name)
    # Of a place that may not be looked at, pathlib would raise where os.path says no.
    if os.path.isdir(target):
        return KebuError(N_("“{file}” is a folder."), N_("Choose a name for the file."), file=target.name)
    if isinstance(error, FileNotFoundError):
        return KebuError(N_("There is no folder “{folder}”."), N_("Choose another folder."), folder=str(target.parent))
    shut = os.path.isfile(target.parent) or not os.access(target.parent, os.W_OK)
    if shut or error.errno in (errno.EROFS, errno.ENOTDIR):
        return KebuError(
            N_("Nothing can be written into the folder “{folder}”."),
            N_("Choose another folder."),
            folder=str(target.parent),
        )
    if isinstance(error, PermissionError):
        return KebuError(
            N_("“{file}” is open in another program or write-protected."),
            N_("Close it there and try again, or choose another name."),
            file=target.name,
        )
    return KebuError(
        N_("“{file}” cannot be written: {reason}."),
        N_("Choose another folder."),
        file=target.name,
        reason=error.strerror or str(error),
    )
