"""A delivery note as firms write it, one to a sheet: its sale becomes a quote that was won."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from app.records import queries
from app.records.workspace import Workspace
from app.transfer.commands import plan_import, run_import
from app.transfer.plans.options import Options
from tests.transfer.sheets_made import workbook


@pytest.mark.parametrize(("title", "to"), [("送  货  单", "收货单位："), ("销售出库单", "购货单位：")])
def test_one_note_in_a_sheet(ws: Workspace, tmp_path: Path, title: str, to: str) -> None:
    rows: list[list[Any]] = [
        ["顺达五金塑料制品厂"],
        [title],
        ["电话：0760-22120098   传真：0760-22120099   地址：工业大道中3号"],
        [to, None, "恒亮灯饰", None, None, None, "NO:", None, "0009318"],
        ["地址：", None, "杜阮镇松园工业区", None, None, None, "日期：", None, "2023年9月18日"],
        ["联系人：", None, "梁生 13802610099"],
        ["序号", "名称", "规格", "颜色", "单位", "数量", "单价", "金额", "备注"],
        [1, "灯座", "E27", "白", "只", 2000, 0.85, 1700, None],
        [2, "吸顶盘", "φ120", "铬", "个", 300, 3.6, 1080, "补上次欠数"],
        [],
        ["合计金额（大写）：贰仟柒佰捌拾元整", None, None, None, None, None, None, 2780],
        ["送货人：阿强"],
    ]
    run_import(ws, plan_import(ws, (workbook(tmp_path / "单.xlsx", Sheet1=rows),), Options()))
    (quote,) = queries.rows(ws, "quote", queries.ids(ws, "quote"))
    assert (quote["number"], quote["status"], Decimal(quote["total"])) == ("0009318", "won", Decimal(2780))
    (customer,) = queries.rows(ws, "customer", queries.ids(ws, "customer"))
    assert (customer["name"], customer["phone"]) == ("恒亮灯饰", None)
    lines = queries.rows(ws, "quote_line", queries.ids(ws, "quote_line", (), (("id", False),)))
    assert [one["name"] for one in lines] == ["灯座", "吸顶盘"]
    assert [one["name"] for one in queries.rows(ws, "contact", queries.ids(ws, "contact"))] == ["梁生"]
