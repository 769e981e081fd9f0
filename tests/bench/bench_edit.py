"""Saving one edit against the raw commit."""

from __future__ import annotations

import itertools
import random

from app.records import commands
from app.records.indexing import documents
from app.records.workspace import Workspace
from db import search
from tests.bench import books
from tests.bench.harness import Result, by_turns, timed

ROUNDS = 60


def run(sizes: tuple[int, ...]) -> list[Result]:
    """The median of edits of one phone in books of these sizes."""
    return [result for size in sizes for result in _measured(size)]


def _measured(size: int) -> list[Result]:
    dice = random.Random(5)
    # Other numbers in each run: the book is kept, and an edit that changes nothing costs a fifth.
    phones = (f"0512-{number}" for number in itertools.count(random.SystemRandom().randrange(20_000_000, 80_000_000)))
    with books.opened(size) as ws:
        ours, plain, found = by_turns(
            ROUNDS,
            lambda: _command(ws, dice.randrange(1, size + 1), next(phones)),
            lambda: _raw(ws, dice.randrange(1, size + 1), next(phones)),
            lambda: _raw(ws, dice.randrange(1, size + 1), next(phones), searched=True),
        )
    return [
        Result(f"one edit, {size:,} customers", ours, plain, 2, note="against UPDATE and COMMIT"),
        Result("  the same", ours, found, note="against UPDATE, both search tables and COMMIT"),
    ]


def _command(ws: Workspace, number: int, phone: str) -> float:
    return timed(lambda: commands.update(ws, "customer", number, {"phone": phone}))


def _raw(ws: Workspace, number: int, phone: str, *, searched: bool = False) -> float:
    """The same row by plain SQL on the same connection, without history; with the search tables or without."""
    record = ws.dictionary.type("customer")
    texts = documents(ws, record, (number,)) if searched else []

    def commit() -> None:
        connection = ws.book.writer
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE customer SET phone=?, phone_normal=? WHERE id=?", (phone, phone, number))
        if searched:
            search.renew(connection, record.code, (), texts)
        connection.execute("COMMIT")

    return timed(commit)
