"""Import of a sheet, and its undo, against the floor of reading and inserting."""

from __future__ import annotations

import tempfile
from pathlib import Path

from app.main import create_workspace
from app.records import history, queries
from app.transfer import commands
from tests.bench import books, floor
from tests.bench.harness import Result, by_turns, timed

ROUNDS = 3


def run(_sizes: tuple[int, ...]) -> list[Result]:
    """The medians of whole imports of one file into an empty book, each after its floor."""
    path = books.sheet(books.ROWS)
    with tempfile.TemporaryDirectory() as folder:
        taken = _Taken(path, Path(folder))
        lowest, whole = by_turns(ROUNDS, taken.floor, taken.program)
        return [
            Result(f"import of {books.ROWS:,} rows", whole, lowest, 1.5, note="against read and insert"),
            Result("  of it: read, map, match", taken.median(taken.planning), taken.median(taken.reading)),
            Result("  of it: write", taken.median(taken.writing), taken.median(taken.inserting)),
            Result("undo of that import", taken.median(taken.undoing), taken.median(taken.inserting), 1.5),
        ]


class _Taken:
    """Runs both ways and keeps the times of their parts."""

    def __init__(self, path: Path, folder: Path) -> None:
        self.path, self.folder = path, folder
        self.reading: list[float] = []
        self.inserting: list[float] = []
        self.planning: list[float] = []
        self.writing: list[float] = []
        self.undoing: list[float] = []

    @staticmethod
    def median(times: list[float]) -> float:
        """The middle one."""
        return sorted(times)[len(times) // 2]

    def floor(self) -> float:
        """Read and insert, nothing else; a file for each round."""
        rows: list[floor.Row] = []
        self.reading.append(timed(lambda: rows.extend(floor.read(self.path))))
        book = self.folder / f"floor-{len(self.reading)}.kebu"
        self.inserting.append(sum(floor.insert(book, rows)))
        book.unlink()
        return self.reading[-1] + self.inserting[-1]

    def program(self) -> float:
        """The import as the command line does it, and then its undo."""
        book = self.folder / f"program-{len(self.planning)}.kebu"
        ws = create_workspace(book)
        try:
            plans: list[commands.ImportPlan] = []
            self.planning.append(timed(lambda: plans.append(commands.plan_import(ws, [self.path]))))
            self.writing.append(timed(lambda: commands.run_import(ws, plans[0])))
            if not queries.count(ws, "customer"):
                raise RuntimeError("nothing was imported")
            self.undoing.append(timed(lambda: history.undo(ws)))
            if queries.count(ws, "customer"):
                raise RuntimeError("the undo left customers behind")
        finally:
            ws.close()
        book.unlink()
        return self.planning[-1] + self.writing[-1]
