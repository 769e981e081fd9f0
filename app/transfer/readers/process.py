"""The parent's side of reading a workbook: starts the child, takes its messages, ends it when it must."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, cast

from app.shared.errors import Cancelled
from app.shared.i18n import N_
from app.transfer.grid.sheets import Workbook
from app.transfer.readers import columns, wire
from app.transfer.readers.assembling import Assembler
from app.transfer.readers.flag import CHILD_FLAG
from app.transfer.readers.reasons import refusal

if TYPE_CHECKING:
    from app.transfer.readers.annotating import Task

_BYTES_A_SECOND = 4_000_000
_SLOWEST = 200_000
"""A file of a million rows may take longer than the limit, by a second for so many bytes; a slow machine is no bomb."""
_GRACE = 15.0


class NotCopied(Exception):
    """The child could not make a copy with remarks; says what happened."""


def read(
    file: Path, limits: tuple[int, int, int, int], progress: Callable[[float], None], cancelled: Callable[[], bool],
    password: str = "",
) -> Workbook:  # fmt: skip
    """Read one workbook in a child process.

    Args:
        file: the workbook.
        limits: bytes of memory, seconds, cells, and bytes the file may unpack to.
        progress: called with a fraction from 0 to 1.
        cancelled: asked about five times a second.
        password: what opens a locked workbook.

    Raises:
        SheetError: the file cannot be read, or reading it broke a limit.
        Cancelled: ``cancelled`` said so.
    """
    size = file.stat().st_size
    seconds = limits[1] + size // _SLOWEST
    limits = (limits[0], seconds, *limits[2:])
    started = time.monotonic()
    reader = Assembler(file, progress, max(size / _BYTES_A_SECOND, 0.2), columns.BATCH)
    child = _start("child", file, limits)
    try:
        _tell(child, password.encode("utf-8", "replace"))
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
        with child:
            pass
    return reader.workbook()


def annotated(
    file: Path, tasks: Sequence[Task], limits: tuple[int, int], target: BinaryIO, cancelled: Callable[[], bool],
    password: str = "",
) -> None:  # fmt: skip
    """Write a copy of a workbook with remarks, which a child process makes.

    Args:
        file: the workbook.
        tasks: what is put into its sheets, see ``annotating``.
        limits: bytes of memory, and seconds.
        target: takes the copy.
        cancelled: asked about five times a second.
        password: what opens a locked workbook.

    Raises:
        NotCopied: the child could not make one.
        Cancelled: ``cancelled`` said so.
    """
    started = time.monotonic()
    child = _start("annotating", file, limits)
    try:
        _tell(child, json.dumps({"tasks": tasks, "password": password}).encode())
        while True:
            message = wire.receive(cast(BinaryIO, child.stdout))
            if cancelled():
                raise Cancelled(N_("The copy was stopped."))
            match message:
                case ("data", bytes(piece)):
                    target.write(piece)
                case ("end",):
                    return
                case ("fail", why):
                    raise NotCopied(str(why))
                case ("tick",) if _may_go_on(child, limits, time.monotonic() - started):
                    continue
                case _:
                    raise NotCopied("the process ended")
    except wire.BrokenWire as error:
        raise NotCopied(str(error)) from error
    finally:
        child.kill()
        with child:
            pass


def _may_go_on(child: subprocess.Popen[bytes], limits: tuple[int, int], took: float) -> bool:
    return took <= limits[1] + _GRACE and (os.name != "nt" or _peak_memory(child) <= limits[0])


def _start(module: str, file: Path, limits: tuple[int, ...]) -> subprocess.Popen[bytes]:
    command = [sys.executable, CHILD_FLAG, module]
    environment = dict(os.environ, RUST_BACKTRACE="0")
    if not getattr(sys, "frozen", False):
        python = Path(sys.executable)
        if python.name.lower() == "pythonw.exe" and python.with_name("python.exe").exists():
            python = python.with_name("python.exe")
        command = [str(python), "-X", "utf8", "-m", f"app.transfer.readers.{module}"]
        home = str(Path(__file__).resolve().parents[3])
        environment["PYTHONPATH"] = os.pathsep.join(filter(None, (home, os.environ.get("PYTHONPATH"))))
    return subprocess.Popen(
        [*command, str(file.absolute()), *map(str, limits)],
        bufsize=1 << 20,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _tell(child: subprocess.Popen[bytes], data: bytes) -> None:
    stream = cast(BinaryIO, child.stdin)
    with contextlib.suppress(OSError), stream:
        stream.write(data)


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
