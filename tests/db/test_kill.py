"""kill -9 at any moment leaves a book that opens, is in order, and has every operation whole or not at all."""

from __future__ import annotations

import multiprocessing
import random
import time
from multiprocessing.connection import Connection
from pathlib import Path

import apsw
import pytest

from app.main import dictionary, open_workspace
from app.records import history
from app.records.workspace import Workspace
from app.safety import commands as safety
from app.safety.queries import check
from app.shared.errors import KebuError
from db import backup
from db.book import Book

ROUNDS = 60
SIZES = (1, 20, 400)
SAID = (0, 1, 2, 2, 2, 2)


def work(path: str, seed: int, ready: Connection) -> None:
    """Import, edit, delete, undo, redo and back up without end; each operation treats customer and contact alike."""
    dice = random.Random(seed)
    ws = open_workspace(Path(path))
    ready.send("open")
    start = ws.book.journal.last()
    while True:
        try:
            step(ws, dice)
        except KebuError:
            # Nothing to undo or to redo.
            continue
        if not ready.closed and ws.book.journal.last() > start:
            ready.send("committed")
            ready.close()


def step(ws: Workspace, dice: random.Random) -> None:
    tag = f"城市{dice.random()}"
    match dice.randrange(7):
        case 0 | 1:
            count = dice.choice(SIZES)
            with ws.operation("Import {count}", count=count) as op:
                first = op.insert_many("customer", [{"name": f"恒瑞{tag}{n}", "city": tag} for n in range(count)])
                op.insert_many("contact", [{"customer": n, "name": f"王{n}", "title": tag} for n in first])
        case 2 | 3:
            with ws.operation("Edit") as op:
                numbers = some(ws, dice)
                op.update_all("customer", numbers, {"city": tag})
                with ws.book.reading() as connection:
                    people = [connection.execute("SELECT id FROM contact WHERE customer=?", (n,)).get for n in numbers]
                op.update_all("contact", people, {"title": tag})
        case 4:
            with ws.operation("Delete") as op:
                op.delete("customer", some(ws, dice))
        case 5:
            dice.choice((history.undo, history.redo))(ws)
        case 6:
            safety.backup_now(ws)


def some(ws: Workspace, dice: random.Random) -> list[int]:
    with ws.book.reading() as connection:
        found = [row[0] for row in connection.execute("SELECT id FROM customer")]
    return dice.sample(found, min(len(found), dice.choice(SIZES)))


def state(connection: apsw.Connection) -> dict[str, list[tuple[object, ...]]]:
    return {
        table: connection.execute(f"SELECT * FROM {table} ORDER BY id").fetchall() for table in ("customer", "contact")
    }


def replayed(path: Path, ws: Workspace) -> dict[str, list[tuple[object, ...]]]:
    """What the operations of the journal make of an empty book, one after the other."""
    empty = Book.create(path, dictionary().schema())
    try:
        for (number,) in ws.book.writer.execute("SELECT id FROM operation ORDER BY id").fetchall():
            changeset = ws.book.journal.changeset(number)
            apsw.Changeset.apply(changeset, empty.writer, flags=apsw.SQLITE_CHANGESETAPPLY_FKNOACTION)
        return state(empty.writer)
    finally:
        empty.close()


def examine(path: Path, tmp_path: Path, number: int) -> int:
    ws = open_workspace(path)
    try:
        assert check(ws) == []
        torn = ws.book.writer.execute(
            "SELECT count(*) FROM customer AS c LEFT JOIN contact AS p ON p.customer = c.id WHERE c.city IS NOT p.title"
        ).get
        assert torn == 0
        held = state(ws.book.writer)
        assert len(held["customer"]) == len(held["contact"])
        if number % 10 == 9:
            assert replayed(tmp_path / f"replay{number}.kebu", ws) == held
        return ws.book.journal.last()
    finally:
        ws.close()


@pytest.mark.timeout(170)
def test_kill_at_random_moments(tmp_path: Path) -> None:
    dice = random.Random(20261122)
    path = tmp_path / "killed.kebu"
    Book.create(path, dictionary().schema()).close()
    ways = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("forkserver" if "forkserver" in ways else "spawn")
    if "forkserver" in ways:
        context.set_forkserver_preload(["app.main", "app.safety.commands", "tests.db.test_kill"])
    operations = least = 0
    for number in range(ROUNDS):
        parent, child = context.Pipe()
        process = context.Process(target=work, args=(str(path), dice.randrange(2**32), child), daemon=True)
        process.start()
        child.close()
        # Some are killed as they start or open the book; most have committed something, however slow the machine is.
        said = [parent.recv() for _ in range(SAID[number % len(SAID)])]
        least += "committed" in said
        time.sleep(dice.uniform(0, 0.2))
        process.kill()
        process.join()
        parent.close()
        operations = examine(path, tmp_path, number)
    assert operations >= least > ROUNDS // 2
    assert backup.listed(path)
    for one in backup.listed(path):
        assert backup.verify(one.path, key=None)
