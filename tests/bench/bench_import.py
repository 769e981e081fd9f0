"""Import of sheets of ten and twenty columns into an empty and a full book, and its undo, against the floor of reading
and inserting."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.main import create_workspace, open_workspace
from app.records import history, queries
from app.records.workspace import Workspace
from app.transfer import commands
from app.transfer.reading import read_workbook
from tests.bench import books, floor, tables
from tests.bench.harness import Result, Spent, middle, spent, spent_by_turns

ROUNDS, WIDE_ROUNDS = 3, 2


def run(_sizes: tuple[int, ...]) -> list[Result]:
    """The medians of whole imports of two files into an empty book and a full one, each after its floor."""
    return [*_of(tables.sheet(books.ROWS, "xlsx"), 20, WIDE_ROUNDS), *_of(books.sheet(books.ROWS), 10, ROUNDS)]


def _of(path: Path, width: int, rounds: int) -> list[Result]:
    shape = f"{books.ROWS:,} × {width}"
    with tempfile.TemporaryDirectory() as folder:
        taken = _Taken(path, Path(folder) / "empty")
        again = _Taken(path, Path(folder) / "full", books.made(books.ROWS))
        read, calamine = spent_by_turns(
            rounds, lambda: spent(lambda: read_workbook(path)), lambda: spent(lambda: floor.read(path))
        )
        lowest, whole = spent_by_turns(rounds, taken.floor, taken.program)
        onto, into = spent_by_turns(rounds, again.floor, again.program)
        inserting, filling = middle(taken.inserting), middle(again.inserting)
        return [
            read.against(calamine, f"reading {shape}", 1.2, "against calamine, child included"),
            middle(taken.planning).against(read, "dry run: read, map, match", 3, "against reading"),
            whole.against(lowest, f"import of {shape}", 1.5, "against read and insert"),
            middle(taken.writing).against(inserting, "  of it: write"),
            middle(taken.undoing).against(inserting, "undo of that import", 1.5),
            into.against(onto, f"import of {shape} into {books.ROWS:,} customers", 1.5, "against read and insert"),
            middle(again.writing).against(filling, "  of it: write"),
            middle(again.undoing).against(filling, "undo of that import", 1.5),
            *_memory(path, Path(folder)),
            *_memory(path, Path(folder), books.made(books.ROWS)),
        ]


def _memory(path: Path, folder: Path, held: Path | None = None) -> list[Result]:
    """The most memory that the command line takes for a dry run and an import, or its reading child if that takes more.

    Args:
        held: the book to import into; an empty one when None.
    """
    if sys.platform == "win32":
        return []
    book = folder / "memory.kebu"
    book.unlink(missing_ok=True)
    kebu = [sys.executable, "-m", "app", "--book", str(book)]
    if held is None:
        subprocess.run([*kebu, "new", str(book)], check=True, capture_output=True)
    else:
        shutil.copy(held, book)
    into = "an empty book" if held is None else f"{books.ROWS:,} customers"
    steps = (("dry run", ["--dry-run"]), ("import", []))
    return [
        Result(
            f"peak memory of the {name} into {into}", _peak([*kebu, "import", str(path), *more]), 0, 600_000_000,
            absolute=True, memory=True,
        )
        for name, more in steps
    ]  # fmt: skip


def _peak(command: list[str]) -> int:
    # A process counts the memory of the one it was started by as its own: a small one stands between.
    ask = (
        "import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True, capture_output=True);"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    told = subprocess.run([sys.executable, "-c", ask, *command], check=True, capture_output=True, text=True)
    return int(told.stdout) * (1 if sys.platform == "darwin" else 1024)


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
        self.reading: list[Spent] = []
        self.inserting: list[Spent] = []
        self.planning: list[Spent] = []
        self.writing: list[Spent] = []
        self.undoing: list[Spent] = []

    @contextmanager
    def _begun(self, name: str) -> Iterator[Workspace]:
        book = self.folder / name
        if self.held:
            shutil.copyfile(self.held, book)
        ws = open_workspace(book) if self.held else create_workspace(book)
        try:
            yield ws
        finally:
            ws.close()
            book.unlink()

    def floor(self) -> Spent:
        """Read and insert, nothing else; a file for each round."""
        rows: list[floor.Row] = []
        self.reading.append(spent(lambda: rows.extend(floor.read(self.path))))
        with self._begun(f"floor-{len(self.reading)}.kebu") as ws:
            self.inserting.append(spent(lambda: floor.insert(ws, rows)))
        return self.reading[-1] + self.inserting[-1]

    def program(self) -> Spent:
        """The import as the command line does it, and then its undo."""
        with self._begun(f"program-{len(self.planning)}.kebu") as ws:
            before = queries.count(ws, "customer")
            plans: list[commands.ImportPlan] = []
            self.planning.append(spent(lambda: plans.append(commands.plan_import(ws, [self.path]))))
            self.writing.append(spent(lambda: commands.run_import(ws, plans[0])))
            if queries.count(ws, "customer") == before:
                raise RuntimeError("nothing was imported")
            self.undoing.append(spent(lambda: history.undo(ws)))
            if queries.count(ws, "customer") != before:
                raise RuntimeError("the undo left customers behind")
        return self.planning[-1] + self.writing[-1]
