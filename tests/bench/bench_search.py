"""Search per keystroke against the direct SQL of the measured design."""

from __future__ import annotations

import random

from app.records import queries
from app.records.workspace import Workspace
from db import search
from tests.bench import books
from tests.bench.harness import Result, percentile, timed

QUERIES = 200
LIMIT = 20


def typed(ws: Workspace) -> list[str]:
    """What people type: every beginning of names, words, digits and pinyin, and some that find nothing."""
    dice = random.Random(3)
    count = queries.count(ws, "customer")
    numbers = [dice.randrange(1, count + 1) for _ in range(QUERIES)]
    found = queries.rows(ws, "customer", numbers, ["name", "phone"])
    wanted = []
    for index, row in enumerate(found):
        name, phone = str(row["name"]), row["phone"].normal
        start = dice.randrange(max(1, len(name) - 4))
        wanted.append(
            (
                name[start : start + 1],
                name[start : start + 2],
                name[start : start + 4],
                name[: 2 + index % 5],
                phone[-4:],
                phone[4:10],
                ("hrjx", "hengrui", "szhr", "cqjy", "xmdl")[index // 10 % 5],
                f"{name[:2]} {phone[-4:]}",
                ("Falcon", "gran", "harbor tools", "li")[index // 10 % 4],
                f"无此{index}",
            )[index % 10]
        )
    return wanted


def direct(ws: Workspace, text: str) -> list[tuple[object, ...]]:
    """The same answer by plain SQL: names that begin so, then the two search tables, then the rows shown."""
    connection = ws.book.reader
    numbers = [
        row[0]
        for row in connection.execute(
            "SELECT id FROM customer WHERE name >= ? AND name < ? ORDER BY name LIMIT ?",
            (text, text + "\U0010ffff", LIMIT),
        )
    ]
    numbers += [number for _, number in search.find(connection, text, codes=(1,), limit=LIMIT)]
    marks = ",".join("?" * len(numbers))
    return connection.execute(f"SELECT id, name, phone, city FROM customer WHERE id IN ({marks})", numbers).fetchall()


def run(sizes: tuple[int, ...]) -> list[Result]:
    """p50 and p95 of the mixed queries in books of these sizes."""
    results = []
    for size in sizes:
        with books.opened(size) as ws:
            wanted = typed(ws)
            ours, plain = [], []
            for text in wanted:
                queries.search(ws, text, ["customer"], LIMIT)
            for text in wanted:
                ours.append(timed(lambda text=text: queries.search(ws, text, ["customer"], LIMIT)))
                plain.append(timed(lambda text=text: direct(ws, text)))
            results.append(Result(f"search, {size:,} customers, p50", percentile(ours, 0.5), percentile(plain, 0.5)))
            results.append(
                Result(f"search, {size:,} customers, p95", percentile(ours, 0.95), percentile(plain, 0.95), 3)
            )
            if size >= 1_000_000:
                results.append(
                    Result(f"search, {size:,} customers, p95", percentile(ours, 0.95), 0, 0.010, absolute=True)
                )
    return results
