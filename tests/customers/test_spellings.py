"""Spellings of one name among the customers of the book."""

from __future__ import annotations

from app.customers.duplicates import doubles
from app.records import commands
from app.records.workspace import Workspace


def test_the_doubles_show_spellings_of_one_name(ws: Workspace) -> None:
    names = (
        "无锡永泰机电设备有限公司",
        "無錫市永泰機電設備有限公司",
        "苏州恒瑞机械有限公司",
        "江苏省苏州市恒瑞机械有限公司",
        "吉林省大成有限公司",
        "吉林市大成有限公司",
    )
    for name in names:
        commands.create(ws, "customer", {"name": name})
    assert {(group.customers, group.reasons) for group in doubles(ws)} == {
        ((1, 2), ("similar",)),
        ((3, 4), ("similar",)),
    }
