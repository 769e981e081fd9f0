"""Sheets of very many columns: what stands in the first ones is found, and nothing is lost."""

from __future__ import annotations

from typing import Any

import pytest

from app.records import queries
from app.records.workspace import Workspace
from app.transfer.commands import plan_import, run_import
from app.transfer.grid.evidence import gather
from tests.transfer.mapping_tools import book, sheet


@pytest.mark.parametrize("headed", [True, False])
def test_a_sheet_of_two_thousand_columns(ws: Workspace, headed: bool) -> None:
    rows: list[list[Any]] = [["客户名称", "电话", *(f"列{at}" if headed else None for at in range(2000))]]
    rows += [
        [
            f"苏州{row}号有限公司",
            f"0512-6600{row:04d}",
            *(f"值{at}" if headed or at > 1998 else None for at in range(2000)),
        ]
        for row in range(8)
    ]
    run_import(ws, plan_import(ws, [book(sheet(rows))]))
    first, *rest = queries.rows(ws, "customer", queries.ids(ws, "customer", (), (("id", False),)))
    assert (first["name"], first["phone"].typed, len(rest)) == ("苏州0号有限公司", "0512-66000000", 7)
    assert "值1999" in first["notes"]


def test_a_few_cells_still_count_all() -> None:
    cells: list[Any] = ["a"] * 30 + [None]
    assert (gather(cells, few=True).filled, gather(cells, few=True).rows) == (30, 31)
