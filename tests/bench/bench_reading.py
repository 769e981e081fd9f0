"""Reading sheets of twenty columns, child process included: .xlsx against calamine alone, the other formats in seconds."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from app.main import create_workspace
from app.transfer import commands
from app.transfer.reading import read_workbook
from tests.bench import books, floor, tables
from tests.bench.harness import Result, Spent, spent, spent_by_turns

ROUNDS = 3
_SMALLER = 0.6
_OWN = (("html", "a web page under .xls"), ("xml", "XML Spreadsheet 2003"), ("ods", "OpenDocument"))


def run(_sizes: tuple[int, ...]) -> list[Result]:
    """Reading and a dry run of a wide .xlsx against their floors; the processor's time for the readers of our own."""
    path = tables.sheet(books.ROWS, "xlsx")
    read, calamine = spent_by_turns(
        ROUNDS, lambda: spent(lambda: read_workbook(path)), lambda: spent(lambda: floor.read(path))
    )
    dry, again = spent_by_turns(ROUNDS, lambda: _dry_run(path), lambda: spent(lambda: read_workbook(path)))
    fewer = round(books.ROWS * _SMALLER)
    rest = [
        Result(f"reading {fewer:,} × 20, {name}", _cpu(lambda kind=kind: read_workbook(tables.sheet(fewer, kind))), 0, 10,
               absolute=True, note="seconds of the processor")
        for kind, name in _OWN
    ]  # fmt: skip
    return [
        read.against(calamine, f"reading {books.ROWS:,} × 20, .xlsx", 1.2, "against calamine, child included"),
        dry.against(again, "dry run of it", 3, "against reading"),
        *rest,
    ]


def _dry_run(path: Path) -> Spent:
    with tempfile.TemporaryDirectory() as folder:
        ws = create_workspace(Path(folder) / "dry.kebu")
        try:
            return spent(lambda: commands.plan_import(ws, [path]))
        finally:
            ws.close()


def _cpu(work: Callable[[], Any]) -> float:
    return spent(work).processor
