"""A discount that a sheet takes off after the tax: the quote comes to what the sheet says."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from app.records import queries
from app.records.record import Record
from app.records.workspace import Workspace
from app.shared.i18n import _
from app.transfer.commands import plan_import, run_import
from app.transfer.drafting.after_tax import TOLD
from tests.transfer.sheets_made import workbook

FIRM = "苏州恒瑞机械有限公司"


def imported(ws: Workspace, path: Path) -> tuple[Record, list[Record], list[str]]:
    (told,) = run_import(ws, plan_import(ws, [path])).sheets
    (one,) = queries.rows(ws, "quote", queries.ids(ws, "quote"))
    lines = queries.rows(ws, "quote_line", queries.ids(ws, "quote_line", (), (("position", False),)))
    return one, list(lines), [problem.reason for problem in told.problems]


def document(tax: Any, off: Any, total: Any) -> list[list[Any]]:
    rows: list[list[Any]] = [["报价单"], ["客户名称", FIRM, None, "报价编号", "YT-1"], []]
    rows += [["No.", "品名", "规格", "数量", "单位", "单价", "小计"], [1, "泵", "IS50", 2, "台", 1000, 2000]]
    rows += [[None, "小计", *[None] * 4, 2000], [None, "税金(13%)", *[None] * 4, tax], [None, "优惠", *[None] * 4, off]]
    return [*rows, [None, "总计", *[None] * 4, total]]


def test_a_discount_under_the_tax_is_a_line(ws: Workspace, tmp_path: Path) -> None:
    one, lines, told = imported(ws, workbook(tmp_path / "q.xlsx", 报价=document(260, -60, 2200)))
    assert (one["total"], one["discount"], one["tax_included"]) == (2200, None, False)
    assert [(line["name"], line["price"], line["tax_rate"], line["tax_exempt"]) for line in lines] == [
        ("泵", 1000, 13, False), (_("Discount after tax"), -60, None, True),
    ]  # fmt: skip
    assert told[0] == _(TOLD)


def test_a_discount_over_the_tax_stays_the_quotes(ws: Workspace, tmp_path: Path) -> None:
    one, lines, told = imported(ws, workbook(tmp_path / "q.xlsx", 报价=document(247, -100, 2147)))
    assert (one["total"], one["discount"], len(lines), _(TOLD) in told) == (2147, 100, 1, False)


@pytest.mark.parametrize(("header", "off", "total"), [("优惠金额", 60, 2200), ("整单折扣", "5%", 2147)])
def test_in_a_list_of_quotes(ws: Workspace, tmp_path: Path, header: str, off: Any, total: int) -> None:
    rows = [
        ["报价单号", "日期", "客户", "品名", "数量", "未税单价", "税率", header, "合计"],
        ["B1", "2024-5-1", FIRM, "泵", 2, 1000, "13%", off, total],
    ]
    one, lines, _told = imported(ws, workbook(tmp_path / "q.xlsx", 报价单=rows))
    assert one["total"] == total
    assert sum(line["price"] * (line["quantity"] or 1) for line in lines) in (Decimal(1940), Decimal(2000))


def test_an_amount_that_no_discount_explains_is_told_as_before(ws: Workspace, tmp_path: Path) -> None:
    one, lines, told = imported(ws, workbook(tmp_path / "q.xlsx", 报价=document(260, -60, 2100)))
    assert (one["discount"], len(lines)) == (60, 1)
    assert any("2,100.00" in reason for reason in told)
