"""A value of any kind survives: written, read, exported, imported, the whole book put into another, undone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from app.main import create_workspace
from app.records import commands, history, queries
from app.records.own import KINDS
from app.records.workspace import Workspace
from app.safety.queries import check
from app.settings import fields, lists
from app.shared.phones import parse
from app.transfer.commands import plan_import, run_import
from app.transfer.exporting.book_workbook import export_book
from app.transfer.exporting.export import export

CHOICES = ("德国", "法国", "Italy & Co")
WORDS = st.text("甲乙丙 abcXYZ019-_.", min_size=1, max_size=12).map(lambda text: " ".join(text.split())).filter(
    lambda text: any(map(str.isalpha, text))
)  # fmt: skip
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "text": WORDS,
    "long-text": st.lists(WORDS, min_size=1, max_size=3).map("\n".join),
    "number": st.decimals(-(10**6), 10**6, places=3),
    "money": st.decimals(-(10**6), 10**6, places=2),
    "date": st.dates(date(1950, 1, 1), date(2049, 12, 31)),
    "choice": st.sampled_from(CHOICES),
    "several": st.lists(st.sampled_from(CHOICES), min_size=1, unique=True).map(
        lambda found: tuple(sorted(found, key=CHOICES.index))
    ),
    "yes-no": st.booleans(),
    "phone": st.integers(10**7, 10**8 - 1).map(lambda number: parse(f"139 0{number // 10**4 % 1000:03} {number % 10**4:04}")),
    "e-mail": st.integers(0, 999).map(lambda number: f"a{number}@kebu.cn"),
    "link": st.integers(0, 999).map(lambda number: f"https://kebu.cn/{number}"),
}  # fmt: skip


@contextmanager
def book() -> Iterator[Workspace]:
    with TemporaryDirectory() as folder:
        ws = create_workspace(Path(folder) / "book.kebu")
        try:
            yield ws
        finally:
            ws.close()


def made(ws: Workspace, kind: str = "customer") -> dict[str, str]:
    """A field of each kind, by the name of its kind."""
    return {
        one.name: fields.add_field(
            ws, kind, f"我的 {one.name}", one.name, choices=CHOICES if one.choices else ()
        ).name
        for one in KINDS
    }  # fmt: skip


def held(ws: Workspace) -> list[dict[str, Any]]:
    own = {one.name: one.label for one in fields.own_fields(ws, "customer")}
    numbers = queries.ids(ws, "customer", (), (("name", False),))
    return [
        {own.get(name, name): value for name, value in row.values.items() if name == "name" or name in own}
        for row in queries.rows(ws, "customer", numbers)
    ]


@settings(max_examples=12, suppress_health_check=list(HealthCheck), deadline=None)
@given(rows=st.lists(st.fixed_dictionaries({}, optional=VALUES), min_size=1, max_size=5))  # type: ignore[arg-type]
@example(rows=[{"text": "Y"}])
@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_any_value_survives_export_and_import(tmp_path: Path, rows: list[dict[str, Any]], ending: str) -> None:
    with book() as ws, book() as other:
        names = made(ws)
        for at, row in enumerate(rows):
            values = {names[kind]: value for kind, value in row.items()}
            commands.create(ws, "customer", {"name": f"第{at}号公司", **values})
        there = held(ws)
        for row, found in zip(rows, there, strict=True):
            for kind, value in row.items():
                assert found[f"我的 {kind}"] == value
        made(other)
        file = tmp_path / f"客户.{ending}"
        export(ws, "customer", file, fields=["name", *names.values()])
        before = other.book.journal.last()
        run_import(other, plan_import(other, [file]))
        assert held(other) == there
        history.undo(other)
        assert queries.count(other, "customer") == 0
        history.redo(other)
        assert held(other) == there
        assert other.book.journal.last() > before
        assert check(other) == []


@settings(max_examples=8, suppress_health_check=list(HealthCheck), deadline=None)
@given(rows=st.lists(st.fixed_dictionaries({}, optional=VALUES), min_size=1, max_size=4))  # type: ignore[arg-type]
def test_the_whole_book_comes_back_with_fields_and_lists(tmp_path: Path, rows: list[dict[str, Any]]) -> None:
    with book() as ws, book() as other:
        names = made(ws)
        lists.add_value(ws, "customer", "level", "V级", "warn")
        lists.rename_value(ws, "customer", names["choice"], "德国", "德意志")
        lists.color_value(ws, "customer", "tags", lists.add_value(ws, "customer", "tags", "老客户").code, "ok")
        fields.change_field(ws, "customer", names["money"], hidden=True)
        fields.move_field(ws, "customer", names["link"], -3)
        # The other book gives other numbers to its fields.
        fields.remove_field(other, "customer", fields.add_field(other, "customer", "weg").name)
        for at, row in enumerate(rows):
            values = {names[kind]: value for kind, value in row.items()}
            commands.create(ws, "customer", {"name": f"第{at}号公司", "level": "V级", **values})
        file = tmp_path / "book.xlsx"
        export_book(ws, file)
        run_import(other, plan_import(other, [file]))
        assert held(other) == held(ws)
        for kind in ("customer", "contact", "activity"):
            here, there = ws.dictionary.type(kind).fields, other.dictionary.type(kind).fields
            assert [(one.label, one.kind, one.choices, one.words, one.hidden, one.shown) for one in here] == [
                (one.label, one.kind, one.choices, one.words, one.hidden, one.shown) for one in there
            ]
        history.undo(other)
        assert other.dictionary.type("customer") == other.built_in.type("customer")


def test_json_has_real_types(tmp_path: Path) -> None:
    import json

    with book() as ws:
        names = made(ws)
        values = {"number": "12.5", "date": "2026-7-1", "yes-no": "是", "several": "德国, 法国", "money": "3万"}
        commands.create(ws, "customer", {"name": "甲", **{names[kind]: raw for kind, raw in values.items()}})
        export(ws, "customer", tmp_path / "a.json")
        [one] = json.loads((tmp_path / "a.json").read_text("utf-8"))
        assert (one["custom:我的 date"], one["custom:我的 yes-no"]) == ("2026-07-01", True)
        assert one["custom:我的 several"] == ["德国", "法国"]
        assert Decimal(one["custom:我的 money"]) == 30000


def test_workbooks_have_real_types(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    with book() as ws:
        names = made(ws)
        commands.create(
            ws, "customer", {"name": "甲", names["number"]: "12.5", names["date"]: "2026-7-1", names["money"]: "3万"}
        )
        export(ws, "customer", tmp_path / "a.xlsx", fields=["name", names["number"], names["date"], names["money"]])
        _head, row = load_workbook(tmp_path / "a.xlsx").active.iter_rows(values_only=True)
        assert row[1] == 12.5
        assert row[2].date() == date(2026, 7, 1)
        assert row[3] == 30000
