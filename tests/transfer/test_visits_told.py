"""Days of calls back in lists of customers: the last contact or the next one."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from app.records.workspace import Workspace
from tests.transfer.imports import held, imported_sheet
from tests.transfer.sheets_made import workbook


@pytest.mark.parametrize("head", [["客户名称", "电话", "回访日期"], ["Company", "Phone", "Follow-up date"]])
@pytest.mark.parametrize(("away", "field"), [(-30, "last_contact_on"), (30, "next_follow_up_on")])
def test_days_behind_are_of_the_last_contact(
    ws: Workspace, tmp_path: Path, head: list[str], away: int, field: str
) -> None:
    day = ws.clock.today() + timedelta(days=away)
    rows: list[list[object]] = [
        head,
        ["海港工具有限公司", "13805741234", day],
        ["磨坊修理厂", "13905741234", day - timedelta(days=3)],
    ]
    told = imported_sheet(ws, workbook(tmp_path / "a.xlsx", Sheet1=rows))
    assert told.kind == "customers"
    assert [one[field] for one in held(ws, "customer")] == [day, day - timedelta(days=3)]


def test_beside_the_last_contact_they_are_the_next_one(ws: Workspace, tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["客户名称", "电话", "上次联系", "回访日期"],
        ["海港工具有限公司", "13805741234", date(2020, 1, 5), date(2020, 2, 5)],
        ["磨坊修理厂", "13905741234", date(2020, 1, 6), date(2020, 2, 6)],
    ]
    imported_sheet(ws, workbook(tmp_path / "a.xlsx", Sheet1=rows))
    first = held(ws, "customer")[0]
    assert (first["last_contact_on"], first["next_follow_up_on"]) == (date(2020, 1, 5), date(2020, 2, 5))
