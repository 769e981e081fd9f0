"""The process that opens workbooks, so that a hostile or damaged file can only take this process down.

``main`` is its whole life: limits on itself, then messages (see ``wire``) to its standard output:
("kind", kind), ("sheets", names), ("sheet", name, visible, rows, merged), ("columns", [column, ...]) with packed columns
for each batch of rows, ("marks", sheet, [mark, ...]), ("unreadable", sheet), ("tick",), ("fail", code, values) and at last ("end",).
"""

from __future__ import annotations

import contextlib
import faulthandler
import gc
import itertools
import os
import sys
import threading
from typing import Any

from app.transfer.readers import columns, container, marks, wire
from app.transfer.readers.container import Source
from app.transfer.readers.parts import Part, name_apart

_FAST_TOO = ("xls", "xlsb", "ods")
"""What calamine reads too: values without formats, where our own reader finds the file damaged."""
_NAMES = {"old_xls": "xls"}
TICK = 0.2


def main(arguments: list[str] | None = None) -> int:
    """Read one workbook.

    Args:
        arguments: path, bytes of memory, seconds, cells, unpacked bytes; by default the last five of the command line.
    """
    path, *numbers = (sys.argv if arguments is None else arguments)[-5:]
    memory, seconds, cells, unpacked = map(int, numbers)
    gc.disable()
    send = Sender()
    limit(memory, seconds)
    try:
        _read(path, cells, unpacked, _password(), send)
    except container.Refused as refused:
        send(("fail", refused.code, refused.values))
    except MemoryError:
        send(("fail", "too_big", {}))
    except OSError as error:
        send(("fail", "os", {"errno": error.errno or 0}))
    else:
        send(("end",))
    return 0


def _password() -> str:
    """The password comes through standard input, where no list of processes shows it."""
    try:
        return os.read(0, 4096).decode("utf-8", "replace")
    except OSError:
        return ""


class Sender:
    """Writes messages to what was standard output; nothing else may write there from now on."""

    def __init__(self) -> None:
        target = os.dup(1)
        if sys.platform == "win32":
            import msvcrt

            msvcrt.setmode(target, os.O_BINARY)
        self._target = os.fdopen(target, "wb", buffering=0)
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, 1)
        os.dup2(null, 2)
        self._lock = threading.Lock()

    def __call__(self, message: tuple[Any, ...]) -> None:
        data = memoryview(wire.pack(message))
        with self._lock:
            try:
                while data:
                    data = data[self._target.write(data) :]
            except OSError:
                os._exit(1)


def limit(memory: int, seconds: int) -> None:
    """Memory where the system has such a limit, and time: the watchdog of faulthandler works even inside calamine."""
    if sys.platform != "win32":
        import resource

        for limit, value in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CORE, 0)):
            with contextlib.suppress(ValueError, OSError):
                resource.setrlimit(limit, (value, value))
    with open(os.devnull, "w") as null:
        faulthandler.dump_traceback_later(max(seconds, 1), exit=True, file=os.dup(null.fileno()))


def _read(source: Source, cells: int, unpacked: int, password: str, send: Sender) -> None:
    title = os.path.splitext(os.path.basename(str(source)))[0]
    kind = container.kind_of(source, unpacked)
    if kind == container.LOCKED:
        source, password = _unlock(source, password, unpacked), ""
        kind = container.kind_of(source, unpacked)
    send(("kind", _NAMES.get(kind, kind)))
    start(tick, send)
    if kind == "xlsx":
        _read_fast(source, kind, cells, send)
        return
    try:
        found = _parts(source, kind, cells)
    except (container.Refused, MemoryError) as refused:
        if not (isinstance(refused, container.Refused) and refused.code == "password"):
            raise
        source = _unlock(source, password, unpacked)
        found = _parts(source, kind, cells)
    except Exception:  # noqa: BLE001 - damage shows as any error
        if kind not in _FAST_TOO:
            raise container.Refused("damaged") from None
        _read_fast(source, kind, cells, send)
        return
    _send_parts(found, title, cells, send)


def _parts(source: Source, kind: str, cells: int) -> list[Part]:
    """The sheets of a format whose values and marks one reader gives together."""
    if kind == "ods":
        from app.transfer.readers import ods

        return ods.sheets(source, cells)
    if kind == "xlsb":
        from app.transfer.readers import xlsb

        return xlsb.sheets(source, cells)
    with container.opened(source) as file:
        data = file.read()
    if kind == "html":
        from app.transfer.readers import html_tables

        found = html_tables.parts(data, cells)
        if not found:
            raise container.Refused("web_page")
        return found
    if kind == "json":
        from app.transfer.readers import json_tables

        return json_tables.parts(data, cells)
    if kind == "ics":
        from app.transfer.readers import icalendars

        return icalendars.parts(data, cells)
    if kind == "xml":
        from app.transfer.readers import xml_sheet

        return xml_sheet.sheets(data, cells)
    from app.transfer.readers import old_xls

    return old_xls.sheets(data, cells)


def _send_parts(parts: list[Part], title: str, cells: int, send: Sender) -> None:
    if not parts:
        raise container.Refused("no_sheets")
    name_apart(parts, title)
    send(("sheets", [part.name for part in parts]))
    for part in parts:
        width = max(map(len, part.rows), default=0)
        cells -= width * len(part.rows)
        if cells < 0:
            raise container.Refused("too_many_cells", sheet=part.name)
        send(("sheet", part.name, part.visible, len(part.rows), part.merged))
        for start in range(0, len(part.rows), columns.BATCH):
            rows = part.rows[start : start + columns.BATCH]
            rows[0] = rows[0] + [""] * (width - len(rows[0]))
            send(("columns", list(map(columns.packed, itertools.zip_longest(*rows, fillvalue="")))))
        _send_found(part.name, part.marks, send)


def _read_fast(source: Source, kind: str, cells: int, send: Sender) -> None:
    """Read by calamine, and an .xlsx by ``marks`` at the same time."""
    import python_calamine as calamine

    try:
        book = _open(calamine, source, kind)
    except calamine.PasswordError as error:
        raise container.Refused("password") from error
    except calamine.CalamineError as error:
        raise container.Refused("damaged") from error
    wanted = [s for s in book.sheets_metadata if s.typ == calamine.SheetTypeEnum.WorkSheet]
    names = [sheet.name for sheet in wanted]
    send(("sheets", names))
    looking = start(_send_marks, source, names, send) if kind == "xlsx" else None
    unreadable = 0
    for meta in wanted:
        try:
            sheet = book.get_sheet_by_name(meta.name)
        except calamine.PasswordError as error:
            raise container.Refused("password") from error
        except calamine.CalamineError:
            unreadable += 1
            send(("unreadable", meta.name))
            continue
        cells -= _send_sheet(sheet, meta.name, meta.visible == calamine.SheetVisibleEnum.Visible, cells, send)
    if unreadable and unreadable == len(wanted):
        raise container.Refused("damaged")
    if looking:
        looking.join()


def _unlock(source: Source, password: str, unpacked: int) -> bytes:
    from app.transfer.readers import unlocking, unlocking_ods

    with container.opened(source) as file:
        packed = file.read(len(container.ZIP)) == container.ZIP
        file.seek(0)
        return unlocking_ods.unlocked(file, password, unpacked) if packed else unlocking.unlocked(file, password)


def _open(calamine: Any, source: Source, kind: str) -> Any:
    if isinstance(source, str) and source.lower().endswith(f".{kind}"):
        return calamine.CalamineWorkbook.from_path(source)
    with container.opened(source) as file:
        return calamine.CalamineWorkbook.from_filelike(file)


def _send_sheet(sheet: Any, name: str, visible: bool, cells: int, send: Sender) -> int:
    """Send one sheet and return how many cells its area has."""
    height, width = (sheet.end[0] + 1, sheet.end[1] + 1) if sheet.end else (0, 0)
    if height * width > cells:
        raise container.Refused("too_many_cells", sheet=name)
    merged = [(a[0], a[1], b[0], b[1]) for a, b in sheet.merged_cell_ranges or ()]
    send(("sheet", name, visible, height, merged))
    rows = sheet.iter_rows()
    while batch := list(itertools.islice(rows, columns.BATCH)):
        table = list(map(columns.packed, zip(*batch, strict=True)))
        left = "\0" * (len(batch) - 1)  # iter_rows leaves empty columns on the left out, but not empty rows at the top
        send(("columns", [left] * (width - len(table)) + table))
    return height * width


def _send_marks(source: Source, names: list[str], send: Sender) -> None:
    """Marks are an extra: a part of the XML that cannot be read a second time is left without them."""
    with contextlib.suppress(Exception):
        for name, found in marks.marks_of(source, names):
            _send_found(name, found, send)


def _send_found(name: str, found: list[marks.Mark], send: Sender) -> None:
    for start in range(0, len(found), 10_000):
        send(("marks", name, found[start : start + 10_000]))


def tick(send: Sender) -> None:
    pause = threading.Event()
    while not pause.wait(TICK):
        send(("tick",))


def start(work: Any, *arguments: Any) -> threading.Thread:
    thread = threading.Thread(target=work, args=arguments, daemon=True)
    thread.start()
    return thread


if __name__ == "__main__":
    code = main()
    os._exit(code)
