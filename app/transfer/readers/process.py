"""The parent's side of reading a workbook: starts the child, takes its messages, ends it when it must."""

from __future__ import annotations

import math
import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO, cast

from app.shared.errors import Cancelled
from app.shared.i18n import N_, _
from app.transfer.readers import columns as columns_rules
from app.transfer.readers import wire
from app.transfer.readers.marks import DIGITS, ERROR, PADDED, UNCACHED, Mark
from app.transfer.readers.reasons import refusal
from app.transfer.sheets import Cell, CellError, Sheet, Workbook

CHILD_FLAG = "--read-sheet-child"
"""What a frozen program is started with to be the child; it then calls ``readers.child.main()``."""

_BYTES_A_SECOND = 4_000_000
_READING_SHARE = 0.8
_GRACE = 15.0
_STRAY_ROWS, _WIDEST = 1000, 16384


def read(
    file: Path, limits: tuple[int, int, int, int], progress: Callable[[float], None], cancelled: Callable[[], bool]
) -> Workbook:
    """Read one workbook in a child process.

    Args:
        file: the workbook.
        limits: bytes of memory, seconds, cells, and bytes the file may unpack to.
        progress: called with a fraction from 0 to 1.
        cancelled: asked about five times a second.

    Raises:
        SheetError: the file cannot be read, or reading it broke a limit.
        Cancelled: ``cancelled`` said so.
    """
    seconds = limits[1]
    started = time.monotonic()
    reader = _Reader(file, progress, max(file.stat().st_size / _BYTES_A_SECOND, 0.2))
    child = _start(file, limits)
    try:
        stream = cast(BinaryIO, child.stdout)
        while not reader.done:
            message = wire.receive(stream)
            if cancelled():
                raise Cancelled(N_("Reading was stopped."))
            took = time.monotonic() - started
            if took > seconds + _GRACE or (message is None and took >= seconds):
                raise refusal("timeout", file)
            if message is None:
                raise refusal("crash", file)
            if os.name == "nt" and message[0] == "tick" and _peak_memory(child) > limits[0]:
                raise refusal("too_big", file)
            reader.take(message, took)
    except (wire.BrokenWire, TypeError, ValueError, LookupError, AttributeError) as error:
        raise refusal("crash", file) from error
    finally:
        child.kill()
        child.communicate()
    return reader.workbook()


def _start(file: Path, limits: tuple[int, ...]) -> subprocess.Popen[bytes]:
    command = [sys.executable, CHILD_FLAG]
    environment = dict(os.environ, RUST_BACKTRACE="0")
    if not getattr(sys, "frozen", False):
        python = Path(sys.executable)
        if python.name.lower() == "pythonw.exe" and python.with_name("python.exe").exists():
            python = python.with_name("python.exe")
        command = [str(python), "-X", "utf8", "-m", "app.transfer.readers.child"]
        home = str(Path(__file__).resolve().parents[3])
        environment["PYTHONPATH"] = os.pathsep.join(filter(None, (home, os.environ.get("PYTHONPATH"))))
    return subprocess.Popen(
        [*command, str(file.absolute()), *map(str, limits)],
        bufsize=1 << 20,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _peak_memory(child: subprocess.Popen[bytes]) -> int:
    """Bytes the child has taken, on Windows, where a process cannot limit itself."""
    import ctypes
    from ctypes import wintypes

    class Counters(ctypes.Structure):
        _fields_ = [
            ("cb", wintypes.DWORD),
            ("PageFaultCount", wintypes.DWORD),
            *((name, ctypes.c_size_t) for name in ("PeakWorkingSetSize", "WorkingSetSize", "a", "b", "c", "d")),
            ("PagefileUsage", ctypes.c_size_t),
            ("PeakPagefileUsage", ctypes.c_size_t),
        ]

    counters = Counters()
    counters.cb = ctypes.sizeof(counters)
    ask = getattr(ctypes, "windll").kernel32.K32GetProcessMemoryInfo  # noqa: B009 - only there on Windows
    ask.argtypes = [wintypes.HANDLE, ctypes.c_void_p, wintypes.DWORD]
    found = ask(int(getattr(child, "_handle")), ctypes.byref(counters), counters.cb)  # noqa: B009
    return int(counters.PeakPagefileUsage) if found else 0


@dataclass(slots=True)
class _Part:
    name: str
    visible: bool
    height: int
    merged: tuple[tuple[int, int, int, int], ...]
    rows: list[list[Cell]] = field(default_factory=list)
    long: list[tuple[int, int]] = field(default_factory=list)


class _Reader:
    """Puts the child's messages together."""

    def __init__(self, file: Path, progress: Callable[[float], None], estimate: float) -> None:
        self.done = False
        self._file, self._progress, self._estimate = file, progress, estimate
        self._format = ""
        self._count = 1
        self._parts: list[_Part] = []
        self._marks: dict[str, list[Mark]] = {}
        self._unreadable: list[str] = []

    def take(self, message: tuple[Any, ...], took: float) -> None:
        match message:
            case ("columns", list() as columns):
                part = self._parts[-1]
                self._add(part, columns)
                share = _READING_SHARE + (1 - _READING_SHARE) * len(part.rows) / max(part.height, 1)
                self._progress(min((len(self._parts) - 1 + share) / self._count, 1.0))
            case ("sheet", name, visible, height, merged):
                self._parts.append(_Part(str(name), bool(visible), int(height), tuple(map(tuple, merged))))
            case ("tick",) if not self._parts or len(self._parts[-1].rows) >= self._parts[-1].height:
                share = _READING_SHARE * (1 - math.exp(-took / self._estimate))
                self._progress(min((len(self._parts) + share) / self._count, 1.0))
            case ("marks", name, found):
                self._marks.setdefault(name, []).extend(found)
            case ("unreadable", name):
                self._unreadable.append(str(name))
            case ("kind", kind):
                self._format = str(kind)
            case ("sheets", names):
                self._count = max(len(names), 1)
            case ("fail", "os", {"errno": int(number)}):
                raise OSError(number, os.strerror(number)) if number else refusal("damaged", self._file)
            case ("fail", code, values):
                raise refusal(str(code), self._file, **values)
            case ("end",):
                self.done = True

    def _add(self, part: _Part, columns: list[Any]) -> None:
        tidy = []
        for number, column in enumerate(columns):
            cells, long_at = columns_rules.tidy(column)
            if long_at is not None:
                part.long.append((len(part.rows) + long_at, number))
            tidy.append(cells)
        part.rows.extend(map(list, zip(*tidy, strict=True)))

    def workbook(self) -> Workbook:
        if not self._parts:
            raise refusal("no_sheets", self._file)
        warnings = [
            _("The sheet “{sheet}” is damaged and was left out.").format(sheet=name) for name in self._unreadable
        ]
        for part in self._parts:
            exact = _apply(part.rows, part.height, self._marks.get(part.name, ()))
            columns = sorted({column for row, column in part.long if (row, column) not in exact})
            if columns:
                warnings.append(
                    _(
                        "The sheet “{sheet}” has numbers of more than 15 digits in column {columns}; Excel has changed "
                        "their last digits. Compare them with the source."
                    ).format(sheet=part.name, columns=", ".join(map(letters, columns)))
                )
            while part.rows and not any(cell is not None for cell in part.rows[-1]):
                part.rows.pop()
        sheets = tuple(Sheet(part.name, part.rows, part.merged, part.visible) for part in self._parts)
        return Workbook(self._file, self._format, sheets, warnings=tuple(warnings))


def _apply(rows: list[list[Cell]], height: int, marks: list[Mark] | tuple[()]) -> set[tuple[int, int]]:
    """Put what the second look found into the rows; gives the places whose digits are now exact."""
    exact = set()
    for row, column, kind, text in marks:
        if kind in (ERROR, UNCACHED):
            if not (0 <= row < height + _STRAY_ROWS and 0 <= column < _WIDEST):
                continue
            while row >= len(rows):
                rows.append([])
            cells = rows[row]
            cells.extend([None] * (column + 1 - len(cells)))
            if cells[column] is None:
                cells[column] = CellError(text)
        elif kind in (PADDED, DIGITS) and _is_number(rows, row, column):
            exact.add((row, column))
            rows[row][column] = text
    return exact


def _is_number(rows: list[list[Cell]], row: int, column: int) -> bool:
    return 0 <= row < len(rows) and 0 <= column < len(rows[row]) and type(rows[row][column]) in (int, float)


def letters(column: int) -> str:
    """A for 0, Z for 25, AA for 26."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name
