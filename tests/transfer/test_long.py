"""Very long sheets: rows held as columns, drafts and what is written packed; what comes out is the same."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.records import history, queries
from app.records.workspace import Workspace
from app.shared import packed
from app.shared.packed import BLOCK, Mapped, Packed, Places, batches
from app.transfer.commands import plan_import, run_import
from app.transfer.grid import long_sheets
from app.transfer.readers import assembling, columns
from app.transfer.reading import read_workbook
from app.transfer.reviewing.report import result

CELLS = st.one_of(
    st.none(), st.text(st.characters(exclude_characters="\0\r"), min_size=1, max_size=4), st.dates(), st.integers(0, 99)
)


@given(st.lists(st.integers(), max_size=900), st.lists(st.tuples(st.integers(0, 10_000), st.integers()), max_size=9))
@settings(max_examples=40)
def test_a_packed_list_is_a_list(items: list[int], changes: list[tuple[int, int]]) -> None:
    held: Packed[int] = Packed(plain=300)
    plain = list(items)
    for item in items:
        held.append(item)
    for place, item in changes if items else ():
        held[place % len(items)] = plain[place % len(items)] = item
    assert held == plain
    assert list(held) == plain
    assert [held[at] for at in range(len(plain))] == plain
    assert held[3:777] == plain[3:777]
    assert held[::7] == plain[::7]
    if plain:
        assert held[-1] == plain[-1]
    with pytest.raises(IndexError):
        held[len(plain)]


def test_what_is_changed_in_place_inside_changing_stays_so() -> None:
    held: Packed[dict[str, int]] = Packed(plain=0)
    for number in range(2 * BLOCK + 5):
        held.append({"n": number})
    held[1] = {"n": -1}
    for one in held.changing():
        one["n"] *= 10
    assert [one["n"] for one in held] == [0, -10, *range(20, 20 * BLOCK + 50, 10)]


def test_places_are_given_once() -> None:
    places = Places()
    for number, place in ((5, 1), (5, 2), (0, 3), (5, 4)):
        places.add(number, place)
    assert [places.pop(5), places.pop(5), places.pop(0), places.pop(7_000)] == [[1, 2, 4], [], [3], []]


def test_mapped_items_are_made_each_time() -> None:
    twice = Mapped([1, 2, 3], lambda one: 2 * one)
    assert (len(twice), list(twice), list(twice), 6 in twice) == (3, [2, 4, 6], [2, 4, 6], True)
    assert list(batches(twice, 2)) == [[2, 4], [6]]


@given(st.lists(st.tuples(CELLS, CELLS, CELLS), min_size=1, max_size=50), st.data())
@settings(max_examples=60)
def test_long_rows_are_the_rows(rows: list[tuple[Any, ...]], data: st.DataObject) -> None:
    plain: list[list[Any]] = [list(row) for row in rows]
    held = long_sheets.LongRows(8, columns.held)
    for start in range(0, len(plain), 8):
        parts = zip(*plain[start : start + 8], strict=True)
        held.add([columns.squeezed(part) for part in parts])
    for _change in range(data.draw(st.integers(0, 4))):
        row, column = data.draw(st.integers(0, len(plain) - 1)), data.draw(st.integers(0, 2))
        held.put(row, column, "new")
        plain[row][column] = "new"
        assert held.cell(row, column) == "new"
    keep = data.draw(st.integers(1, len(plain)))
    del held[keep:], plain[keep:]
    assert list(held) == plain
    assert [held[at] for at in range(len(plain))] == plain
    assert held[1:5] == plain[1:5]
    assert held.column(1) == [row[1] for row in plain]
    changes = {(data.draw(st.integers(0, len(plain) - 1)), column): "other" for column in (0, 4)}
    other = held.changed(changes)
    assert list(held) == plain
    assert all(other[row][column] == "other" for row, column in changes)
    assert [row[1:3] for row in other] == [row[1:3] for row in plain]
    numbers: Sequence[int] = range(0, len(plain), 3)
    some = long_sheets.Chosen(held, numbers)
    assert [some[at] for at in range(len(some))] == list(some) == plain[::3]
    assert some.column(2) == [row[2] for row in plain[::3]]


def sheet(path: Path, rows: int) -> Path:
    book = openpyxl.Workbook(write_only=True)
    page = book.create_sheet("客户")
    page.append(["公司名称", "电话", "城市", "注册资本", "成立日期", "联系人", "手机", "备注"])
    for number in range(rows):
        page.append(
            [
                f"恒瑞机械{number % 900}厂", f"0512-{66_000_000 + number % 900}", "苏州市", number if number % 3 else "无",
                date(2001, 1, 1 + number % 28), f"王{chr(0x4F00 + number)}", f"1381234{number % 1100:04}", "老客户" if number % 5 else None,
            ]
        )  # fmt: skip
    book.save(path)
    return path


def everything(ws: Workspace) -> list[Any]:
    return [
        [(row.id, dict(row.values)) for row in queries.rows(ws, kind, queries.ids(ws, kind, order=(("id", False),)))]
        for kind in ("customer", "contact")
    ]


def test_a_long_import_does_what_a_short_one_does(
    ws: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = sheet(tmp_path / "客户.xlsx", 2_400)
    short = plan_import(ws, [path])
    run_import(ws, short)
    expected = everything(ws)
    history.undo(ws)
    monkeypatch.setattr(packed, "PLAIN", 300)
    monkeypatch.setattr(assembling, "LONG", 300)
    read = read_workbook(path)
    assert isinstance(read.sheets[0].rows, long_sheets.LongRows)
    long = plan_import(ws, [read])
    assert list(long.sheets[0].rows) == list(short.sheets[0].rows)
    assert result(short, None).counts == result(long, None).counts
    run_import(ws, long)
    found = everything(ws)
    first, second = ((kind[0][0] if kind else 0) for kind in (expected[0], found[0]))
    assert [values for _id, values in found[0]] == [values for _id, values in expected[0]]
    assert [{**values, "customer": values["customer"] - second} for _id, values in found[1]] == [
        {**values, "customer": values["customer"] - first} for _id, values in expected[1]
    ]
