"""Reading sheets of twenty columns, child process included: .xlsx against calamine alone, the other formats in seconds."""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from app.main import create_workspace
from app.transfer import commands
from app.transfer.reading import read_workbook
from tests.bench import books, floor, tables
from tests.bench.harness import Result, by_turns, timed

ROUNDS = 3
_SMALLER = 0.6
_OWN = (("html", "a web page under .xls"), ("xml", "XML Spreadsheet 2003"), ("ods", "OpenDocument"))


def run(_sizes: tuple[int, ...]) -> list[Result]:
    """Reading and a dry run of a wide .xlsx against their floors; the processor's time for the readers of our own."""
    path = tables.sheet(books.ROWS, "xlsx")
    read, calamine = by_turns(
        ROUNDS, lambda: timed(lambda: read_workbook(path)), lambda: timed(lambda: floor.read(path))
    )
    dry, again = by_turns(ROUNDS, lambda: _dry_run(path), lambda: timed(lambda: read_workbook(path)))
    fewer = round(books.ROWS * _SMALLER)
    rest = [
        Result(f"reading {fewer:,} × 20, {name}", _cpu(lambda kind=kind: read_workbook(tables.sheet(fewer, kind))), 0, 10,
               absolute=True, note="seconds of the processor")
        for kind, name in _OWN
    ]  # fmt: skip
    return [
        Result(f"reading {books.ROWS:,} × 20, .xlsx", read, calamine, 1.2, note="against calamine, child included"),
        Result("dry run of it", dry, again, 3, note="against reading"),
        *rest,
    ]


def _dry_run(path: Path) -> float:
    with tempfile.TemporaryDirectory() as folder:
        ws = create_workspace(Path(folder) / "dry.kebu")
        try:
            return timed(lambda: commands.plan_import(ws, [path]))
        finally:
            ws.close()


def _cpu(work: Callable[[], Any]) -> float:
    """The time of the processor for this process and the children that it waits for."""
    before = _spent()
    work()
    return _spent() - before


def _spent() -> float:
    if sys.platform == "win32":
        return time.perf_counter()
    import resource

    return sum(
        used.ru_utime + used.ru_stime
        for used in map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    )
