"""Import of a sheet into an empty and a full book, and its undo, against the floor of reading and inserting."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from app.main import create_workspace, open_workspace
from app.records import history, queries
from app.transfer import commands
from app.transfer.reading import read_workbook
from tests.bench import books, floor
from tests.bench.harness import Result, by_turns, timed

ROUNDS = 3


def run(_sizes: tuple[int, ...]) -> list[Result]:
    """The medians of whole imports of one file into an empty book and a full one, each after its floor."""
    path = books.sheet(books.ROWS)
    with tempfile.TemporaryDirectory() as folder:
        taken = _Taken(path, Path(folder) / "empty")
        again = _Taken(path, Path(folder) / "full", books.made(books.ROWS))
        read, calamine = by_turns(
            ROUNDS, lambda: timed(lambda: read_workbook(path)), lambda: timed(lambda: floor.read(path))
        )
        lowest, whole = by_turns(ROUNDS, taken.floor, taken.program)
        onto, into = by_turns(ROUNDS, again.floor, again.program)
        return [
            Result(f"reading {books.ROWS:,} rows", read, calamine, 1.2, note="against calamine, child included"),
            Result("dry run: read, map, match", taken.median(taken.planning), read, 3, note="against reading"),
            Result(f"import of {books.ROWS:,} rows", whole, lowest, 1.5, note="against read and insert"),
            Result("  of it: write", taken.median(taken.writing), taken.median(taken.inserting)),
            Result("undo of that import", taken.median(taken.undoing), taken.median(taken.inserting), 1.5),
            Result(f"import into {books.ROWS:,} customers", into, onto, 1.5, note="against read and insert"),
            Result("undo of that import", again.median(again.undoing), again.median(again.inserting), 1.5),
            *_memory(path, Path(folder)),
        ]


def _memory(path: Path, folder: Path) -> list[Result]:
    """The most memory that the command line takes for an import, or its reading child if that takes more."""
    if sys.platform == "win32":
        return []
    import_it = [sys.executable, "-m", "app", "--book", str(folder / "memory.kebu"), "import", str(path)]
    subprocess.run([*import_it[:3], "new", import_it[4]], check=True, capture_output=True)
    # A process counts the memory of the one it was started by as its own: a small one stands between.
    ask = (
        "import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True, capture_output=True);"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    told = subprocess.run([sys.executable, "-c", ask, *import_it], check=True, capture_output=True, text=True)
    peak = int(told.stdout) * (1 if sys.platform == "darwin" else 1024)
    return [Result("peak memory of an import", peak, 0, 600_000_000, absolute=True, memory=True)]


class _Taken:
    """Runs both ways and keeps the times of their parts.

    Args:
        path: the sheet.
        folder: where the books are made.
        held: a book to begin with; an empty one when None.
    """

    def __init__(self, path: Path, folder: Path, held: Path | None = None) -> None:
        self.path, self.folder, self.held = path, folder, held
        folder.mkdir()
        self.reading: list[float] = []
        self.inserting: list[float] = []
        self.planning: list[float] = []
        self.writing: list[float] = []
        self.undoing: list[float] = []

    @staticmethod
    def median(times: list[float]) -> float:
        """The middle one."""
        return sorted(times)[len(times) // 2]

    def _begun(self, name: str) -> Path:
        book = self.folder / name
        if self.held:
            shutil.copyfile(self.held, book)
        return book

    def floor(self) -> float:
        """Read and insert, nothing else; a file for each round."""
        rows: list[floor.Row] = []
        self.reading.append(timed(lambda: rows.extend(floor.read(self.path))))
        book = self._begun(f"floor-{len(self.reading)}.kebu")
        self.inserting.append(sum(floor.insert(book, rows)))
        book.unlink()
        return self.reading[-1] + self.inserting[-1]

    def program(self) -> float:
        """The import as the command line does it, and then its undo."""
        book = self._begun(f"program-{len(self.planning)}.kebu")
        ws = open_workspace(book) if self.held else create_workspace(book)
        try:
            before = queries.count(ws, "customer")
            plans: list[commands.ImportPlan] = []
            self.planning.append(timed(lambda: plans.append(commands.plan_import(ws, [self.path]))))
            self.writing.append(timed(lambda: commands.run_import(ws, plans[0])))
            if queries.count(ws, "customer") == before:
                raise RuntimeError("nothing was imported")
            self.undoing.append(timed(lambda: history.undo(ws)))
            if queries.count(ws, "customer") != before:
                raise RuntimeError("the undo left customers behind")
        finally:
            ws.close()
        book.unlink()
        return self.planning[-1] + self.writing[-1]
