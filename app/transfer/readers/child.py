"""The process that opens workbooks, so that a hostile or damaged file can only take this process down.

``main`` is its whole life: limits on itself, then messages (see ``wire``) to its standard output:
("kind", kind), ("sheets", names), ("sheet", name, visible, rows, merged), ("columns", [column, ...]) for each batch of
rows, ("marks", sheet, [mark, ...]), ("unreadable", sheet), ("tick",), ("fail", code, values) and at last ("end",).
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

from app.transfer.readers import container, marks, wire

BATCH = 1000
TICK = 0.2


def main(arguments: list[str] | None = None) -> int:
    """Read one workbook.

    Args:
        arguments: path, bytes of memory, seconds, cells, unpacked bytes; by default the last five of the command line.
    """
    path, *numbers = (sys.argv if arguments is None else arguments)[-5:]
    memory, seconds, cells, unpacked = map(int, numbers)
    gc.disable()
    send = _Sender()
    _limit(memory, seconds)
    try:
        _read(path, cells, unpacked, send)
    except container.Refused as refused:
        send(("fail", refused.code, refused.values))
    except MemoryError:
        send(("fail", "too_big", {}))
    except OSError as error:
        send(("fail", "os", {"errno": error.errno or 0}))
    else:
        send(("end",))
    return 0


class _Sender:
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


def _limit(memory: int, seconds: int) -> None:
    """Memory where the system has such a limit, and time: the watchdog of faulthandler works even inside calamine."""
    if sys.platform != "win32":
        import resource

        for limit, value in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CORE, 0)):
            with contextlib.suppress(ValueError, OSError):
                resource.setrlimit(limit, (value, value))
    with open(os.devnull, "w") as null:
        faulthandler.dump_traceback_later(max(seconds, 1), exit=True, file=os.dup(null.fileno()))


def _read(path: str, cells: int, unpacked: int, send: _Sender) -> None:
    kind = container.kind_of(path, unpacked)
    send(("kind", kind))
    _start(_tick, send)
    import python_calamine as calamine

    try:
        book = _open(calamine, path, kind)
    except calamine.PasswordError as error:
        raise container.Refused("password") from error
    except calamine.CalamineError as error:
        raise container.Refused("damaged") from error
    wanted = [s for s in book.sheets_metadata if s.typ == calamine.SheetTypeEnum.WorkSheet]
    names = [sheet.name for sheet in wanted]
    send(("sheets", names))
    looking = _start(_send_marks, path, names, send) if kind == "xlsx" else None
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


def _open(calamine: Any, path: str, kind: str) -> Any:
    if path.lower().endswith(f".{kind}"):
        return calamine.CalamineWorkbook.from_path(path)
    with open(path, "rb") as file:
        return calamine.CalamineWorkbook.from_filelike(file)


def _send_sheet(sheet: Any, name: str, visible: bool, cells: int, send: _Sender) -> int:
    """Send one sheet and return how many cells its area has."""
    height, width = (sheet.end[0] + 1, sheet.end[1] + 1) if sheet.end else (0, 0)
    if height * width > cells:
        raise container.Refused("too_many_cells", sheet=name)
    merged = [(a[0], a[1], b[0], b[1]) for a, b in sheet.merged_cell_ranges or ()]
    send(("sheet", name, visible, height, merged))
    rows = sheet.iter_rows()
    while batch := list(itertools.islice(rows, BATCH)):
        columns = list(zip(*batch, strict=True))
        left = ("",) * len(batch)  # iter_rows leaves empty columns on the left out, but not empty rows at the top
        send(("columns", [left] * (width - len(columns)) + columns))
    return height * width


def _send_marks(path: str, names: list[str], send: _Sender) -> None:
    """Marks are an extra: a part of the XML that cannot be read a second time is left without them."""
    with contextlib.suppress(Exception):
        for name, found in marks.marks_of(path, names):
            for start in range(0, len(found), 10_000):
                send(("marks", name, found[start : start + 10_000]))


def _tick(send: _Sender) -> None:
    pause = threading.Event()
    while not pause.wait(TICK):
        send(("tick",))


def _start(work: Any, *arguments: Any) -> threading.Thread:
    thread = threading.Thread(target=work, args=arguments, daemon=True)
    thread.start()
    return thread


if __name__ == "__main__":
    code = main()
    os._exit(code)
