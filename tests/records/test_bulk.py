"""Many records written at once are the same as each written by itself: their rows, their search, their undo."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from app.main import create_workspace
from app.records import history, queries
from app.records.workspace import Workspace
from app.shared.phones import parse

_SOUGHT = ("甲", "hr", "hengrui", "1380", "1001", "b级", "张", "zsf", "0512", "66", "note", "x1", "tag")


def customers() -> list[dict[str, Any]]:
    """Customers that differ in what they hold, every field's kind among them."""
    own = ("甲公司", "苏州恒瑞精密机械有限公司", "重庆长城（集团）", "Alder Tools Ltd.", "乐山单氏ＡＢ", "𠮷野家")
    rows: list[dict[str, Any]] = [{"name": f"{name} {number}"} for number in range(3) for name in own]
    for number, row in enumerate(rows):
        if number % 2:
            row |= {"phone": parse(f"0512-6688{number:04}"), "level": "B", "tags": ("tag", f"x{number}")}
        if number % 3:
            row |= {
                "mobile": parse(f"1380000100{number % 10}"),
                "credit_limit": Decimal("12.50"),
                "notes": "Note\nＢ级",
            }
        if number % 5:
            row |= {"birthday": date(1980, 1, 1 + number), "email": f"Info{number}@Example.com", "kind": "person"}
    return rows


def tables(ws: Workspace) -> dict[str, list[Any]]:
    with ws.book.reading() as connection:
        return {
            name: connection.execute(f'SELECT * FROM "{name}" ORDER BY id').fetchall()
            for name in ("customer", "contact")
        }


def hits(ws: Workspace) -> dict[str, list[tuple[str, int]]]:
    return {text: [(hit.kind, hit.id) for hit in queries.search(ws, text, limit=100)] for text in _SOUGHT}


def write(ws: Workspace, at_once: bool) -> None:
    rows = customers()
    with ws.operation("Import") as op:
        if at_once:
            ids = list(op.insert_many("customer", rows))
        else:
            ids = [op.insert("customer", row) for row in rows]
        persons = [
            {"customer": number, "name": "张三丰" if number % 2 else "Anna Lee", "mobile": parse(f"139{number:08}")}
            for number in ids
        ]
        if at_once:
            op.insert_many("contact", persons)
        else:
            for person in persons:
                op.insert("contact", person)


@pytest.fixture
def other(ws: Workspace, tmp_path: Path) -> Iterator[Workspace]:
    """A second book beside the first."""
    found = create_workspace(tmp_path / "other.kebu", clock=ws.clock)
    yield found
    found.close()


def test_rows_and_search_are_the_same(ws: Workspace, other: Workspace) -> None:
    write(ws, at_once=True)
    write(other, at_once=False)
    assert tables(ws) == tables(other)
    found = hits(ws)
    assert found == hits(other)
    assert all(found[text] for text in ("甲", "hengrui", "1380", "张"))
    ws.rebuild_search()
    assert hits(ws) == found


def test_undo_and_redo_of_many(ws: Workspace) -> None:
    write(ws, at_once=True)
    rows, found = tables(ws), hits(ws)
    history.undo(ws)
    assert tables(ws) == {"customer": [], "contact": []}
    assert not any(hits(ws).values())
    history.redo(ws)
    assert tables(ws) == rows
    assert hits(ws) == found
