"""Books of a busy year: three conversations a customer, a reminder for every fifth, and one customer with 2,000 entries."""

from __future__ import annotations

import hashlib
import random
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

from app.main import dictionary
from app.records import queries
from app.records.workspace import Workspace
from tests.bench import books

ENTRIES = 2_000
_CHUNK = 100_000
_SAID = (
    "问了交期",
    "报价已确认，等合同",
    "样品不合适，要改尺寸",
    "下周三来看货",
    "催款",
    "wants two units",
    "no answer",
)
_TODO = ("回访", "发样品", "催款", "call back", "送合同")
_START = datetime(2025, 1, 1, 9)


def made(count: int) -> Path:
    """The busy book of that many customers, made if it is not there yet."""
    base = books.made(count)
    mark = hashlib.sha256(Path(__file__).read_bytes()).hexdigest()[:8]
    path = base.with_name(f"busy-{mark}-{base.name}")
    if not path.exists():
        for old in base.parent.glob(f"busy-*-{count}-*.kebu*"):
            old.unlink()
        partial = path.with_name(f"making-{path.name}")
        shutil.copyfile(base, partial)
        ws = Workspace.open(partial, dictionary(), clock=books.clock())
        try:
            _fill(ws, count)
        finally:
            ws.close()
        partial.rename(path)
        for rest in base.parent.glob("making-*"):
            rest.unlink()
    return path


@contextmanager
def opened(count: int) -> Iterator[Workspace]:
    """The busy book of that many customers, open."""
    ws = Workspace.open(made(count), dictionary(), clock=books.clock())
    try:
        yield ws
    finally:
        ws.close()


def _fill(ws: Workspace, count: int) -> None:
    dice = random.Random(5)
    ids = list(queries.ids(ws, "customer", order=(("id", False),)))
    busiest = ids[0]
    talks = [*(busiest for _ in range(ENTRIES)), *(number for number in ids for _ in range(3))]
    for start in range(0, len(talks), _CHUNK):
        with ws.operation("Benchmark") as op:
            op.insert_many(
                "activity",
                [
                    {
                        "customer": number, "kind": dice.choice(("call", "visit", "message")), "text": dice.choice(_SAID),
                        "done_at": _START + timedelta(minutes=dice.randrange(560 * 24 * 60)),
                    }
                    for number in talks[start : start + _CHUNK]
                ],
            )  # fmt: skip
    with ws.operation("Benchmark") as op:
        op.insert_many(
            "reminder",
            [
                {
                    "about_kind": "customer", "about_id": number, "text": dice.choice(_TODO), "zone": "Asia/Shanghai",
                    "due_at": datetime(2026, 7, 1, 9) + timedelta(minutes=dice.randrange(90 * 24 * 60)),
                    "done_at": datetime(2026, 7, 20, 9) if dice.random() < 0.3 else None,
                }
                for number in ids[::5]
            ],
        )  # fmt: skip
