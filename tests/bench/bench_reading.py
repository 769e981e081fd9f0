"""Reading sheets of twenty columns, child process included: .xlsx against calamine alone, the other formats in seconds."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from app.transfer.reading import read_workbook
from tests.bench import books, floor, tables
from tests.bench.harness import Result, spent, spent_by_turns

ROUNDS = 3
_SMALLER = 0.6
_OWN = (("html", "a web page under .xls"), ("xml", "XML Spreadsheet 2003"), ("ods", "OpenDocument"))


def run(_sizes: tuple[int, ...]) -> list[Result]:
    """Reading of a wide .xlsx against its floor; the processor's time for the readers of our own."""
    path = tables.sheet(books.ROWS, "xlsx")
    read, calamine = spent_by_turns(
        ROUNDS, lambda: spent(lambda: read_workbook(path)), lambda: spent(lambda: floor.read(path))
    )
    fewer = round(books.ROWS * _SMALLER)
    rest = [
        Result(f"reading {fewer:,} × 20, {name}", _cpu(lambda kind=kind: read_workbook(tables.sheet(fewer, kind))), 0, 10,
               absolute=True, note="seconds of the processor")
        for kind, name in _OWN
    ]  # fmt: skip
    return [
        read.against(calamine, f"reading {books.ROWS:,} × 20, .xlsx", 1.2, "against calamine, child included"),
        *rest,
    ]


def _cpu(work: Callable[[], Any]) -> float:
    return spent(work).processor
