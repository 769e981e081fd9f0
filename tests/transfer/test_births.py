"""Birthdays without their year, as most lists of customers have them."""

from __future__ import annotations

from datetime import date

import pytest

from app.records.workspace import Workspace
from app.transfer.converting.yearless import lacks_year
from tests.transfer.imports import held, imported_sheet
from tests.transfer.mapping_tools import book, sheet


@pytest.mark.parametrize(
    "cell",
    [
        "3-8",
        "03/08",
        "31/12",
        "3.8",
        3.8,
        "3月8日",
        "3月8号",
        "March 8",
        "8 Mar",
        "--03-08",
        "--0308",
        "农历八月十五",
        "腊月初八",
    ],
)
def test_a_day_without_its_year(cell: object) -> None:
    assert lacks_year(cell)  # type: ignore[arg-type]


@pytest.mark.parametrize("cell", ["1980-05-06", "1980/5", "13-32", "5.45", "38", "属龙", "保密", None, 29000])
def test_a_whole_day_or_none(cell: object) -> None:
    assert not lacks_year(cell)  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", ["customer", "contact"])
def test_birthdays_without_a_year_are_kept_and_told_once(ws: Workspace, kind: str) -> None:
    head = ["客户姓名", "手机", "生日"] if kind == "customer" else ["姓名", "公司", "手机", "生日"]
    firm = [] if kind == "customer" else ["苏州恒瑞机械有限公司"]
    days = ["3-8", "3月8日", "1980-05-06", "3-8", "不详啊"]
    rows = [
        [f"王小{one}", *firm, f"1380000111{at}", one_day]
        for at, (one, one_day) in enumerate(zip("明红刚强丽", days, strict=True))
    ]
    told = imported_sheet(ws, book(sheet([head, *rows])))
    found = held(ws, kind)
    assert [one["birthday"] for one in found] == [None, None, date(1980, 5, 6), None, None]
    assert [one["notes"] for one in found] == ["生日: 3-8", "生日: 3月8日", None, "生日: 3-8", "生日: 不详啊"]
    assert [(one.row, one.reason.partition(" ")[0]) for one in told.problems] == [(2, "Birthdays"), (6, "This")]
