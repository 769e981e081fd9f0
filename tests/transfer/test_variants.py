"""Price lists whose products differ only in size, colour, model and the like."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.records import commands, queries
from app.records.workspace import Workspace
from app.transfer.commands import plan_import, run_import
from app.transfer.plans.product_keys import product_keys
from app.transfer.reviewing.report import SheetResult
from tests.transfer.sheets_made import workbook


def imported(ws: Workspace, tmp_path: Path, rows: list[list[Any]], name: str = "产品") -> SheetResult:
    path = workbook(tmp_path / "p.xlsx", **{name: rows})
    (told,) = run_import(ws, plan_import(ws, [path])).sheets
    return told


def goods(ws: Workspace) -> list[tuple[str, str | None]]:
    ids = queries.ids(ws, "product", (), (("id", False),))
    return [(one["name"], one["specification"]) for one in queries.rows(ws, "product", ids)]


LISTS: dict[str, tuple[list[list[Any]], list[tuple[str, str | None]]]] = {
    "bore": (
        [["品名", "口径", "单位", "单价"], ["闸阀", "DN50", "只", 100], ["闸阀", "DN80", "只", 150], ["球阀", 50, "只", 90]],
        [("闸阀", "DN50"), ("闸阀", "DN80"), ("球阀", "口径 50")],
    ),
    "specification and model": (
        [["名称", "型号", "规格", "批发价", "零售价"], ["水泵", "A1", "50-32", 800, 1000], ["水泵", "A2", "50-32", 850, 1100]],
        [("水泵", "A1 50-32"), ("水泵", "A2 50-32")],
    ),
    "one code for all sizes": (
        [["款号", "品名", "颜色", "尺码", "零售价"], ["T1", "短袖", "红", "S", 59], ["T1", "短袖", "红", "M", 59],
         ["T1", "短袖", "蓝", "S", 59]],
        [("短袖", "红 S"), ("短袖", "红 M"), ("短袖", "蓝 S")],
    ),
    "English": (
        [["Product", "Size", "Colour", "Price"], ["Pipe", "2m", "grey", 10], ["Pipe", "4m", "grey", 18], ["Pipe", "2m", "blue", 11]],
        [("Pipe", "2m grey"), ("Pipe", "4m grey"), ("Pipe", "2m blue")],
    ),
    "a header of their own": (
        [["品名", "牙型", "单价", "备注"], ["接头", "内牙", 5, "现货"], ["接头", "外牙", 6, ""], ["弯头", "内牙", 7, ""]],
        [("接头", "内牙"), ("接头", "外牙"), ("弯头", "内牙")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", LISTS)
def test_what_differs_in_size_is_another_product(ws: Workspace, tmp_path: Path, name: str) -> None:
    rows, wanted = LISTS[name]
    assert dict(imported(ws, tmp_path, rows).counts) == {"created": len(wanted)}
    assert sorted(goods(ws), key=str) == sorted(wanted, key=str)
    assert dict(imported(ws, tmp_path, rows).counts) == {"duplicates": len(wanted)}


def test_every_price_is_kept(ws: Workspace, tmp_path: Path) -> None:
    rows: list[list[Any]] = [["品名", "单位", "批发价", "零售价"], ["洗衣液", "瓶", 12, 20], ["洗洁精", "瓶", 4, 8]]
    imported(ws, tmp_path, rows)
    first = queries.find(ws, "product", "洗衣液")
    assert (first["price"], first["notes"]) == (Decimal(12), "零售价: 20")


def test_a_further_size_of_a_known_code_is_added(ws: Workspace, tmp_path: Path) -> None:
    for size in ("S", "M"):
        commands.create(ws, "product", {"code": "T1", "name": "短袖", "specification": size})
    rows: list[list[Any]] = [["款号", "品名", "尺码", "零售价"], ["T1", "短袖", "M", 59], ["T1", "短袖", "L", 59]]
    assert dict(imported(ws, tmp_path, rows).counts) == {"updated": 1, "created": 1}
    assert goods(ws) == [("短袖", "S"), ("短袖", "M"), ("短袖", "L")]


def test_one_product_keeps_its_code_when_its_specification_is_written_otherwise(ws: Workspace, tmp_path: Path) -> None:
    commands.create(ws, "product", {"code": "Q-1", "name": "球阀", "specification": "DN50 304"})
    rows: list[list[Any]] = [["编码", "品名", "规格", "单价"], ["Q-1", "球阀", "DN50", 59], ["Q-2", "闸阀", "DN80", 60]]
    assert dict(imported(ws, tmp_path, rows).counts) == {"updated": 1, "created": 1}


@given(st.text(min_size=1, max_size=8), st.text(max_size=8))
def test_the_code_is_always_among_the_keys(code: str, size: str) -> None:
    keys = product_keys({"code": code, "name": "x", "specification": size})
    assert keys[-1][0] == ("code" if code.strip() else "name")
