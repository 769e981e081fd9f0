"""Lists that call people and companies as one speaks of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.records.workspace import Workspace
from app.transfer.commands import plan_import, run_import
from app.transfer.plans.called import meant
from app.transfer.reviewing import review
from tests.transfer.imports import decided, held
from tests.transfer.sheets_made import workbook

FIRMS = [
    ["客户名称", "简称", "联系人", "职务", "手机"],
    ["苏州恒瑞机械有限公司", "恒瑞", "王建国", "采购经理", "13800000001"],
    ["苏州恒瑞机械有限公司", "恒瑞", "王芳", "会计", "13800000002"],
    ["无锡永泰机电设备有限公司", "永泰机电", "李明", "总经理", "13800000003"],
    ["常州武进泵业有限公司", "", "张伟", "工程师", "13800000004"],
]
LOG = [
    ["日期", "客户", "联系人", "内容", "跟进人"],
    ["2024-3-5", "恒瑞", "王经理", "报价，等回复", "小李"],
    ["2024年3月8日 下午2点", "恒瑞", "王会计", "催款", "小李"],
    ["3/12/2024", "永泰机电", "李总", "拜访", "小王"],
    [45370, "常州武进泵业有限公司", "张工", "技术交流", "小王"],
    ["20240320", "常州武进泵业", "张", "回访", "小赵"],
    ["2024.3.25", "恒瑞", "建国", "约见", "小李"],
    ["2024.3.26", "恒瑞", "王厂长", "参观", "小李"],
]


PEOPLE = [
    ("王建国", "采购经理"),
    ("王芳", "会计"),
    ("李明", "总经理"),
    ("张伟", ""),
    ("johnsmith", "Buyer"),
    ("陈经理", ""),
]


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("王经理", 0),
        ("王 会计", 1),
        ("王先生", None),
        ("王厂长", None),
        ("李总", 2),
        ("李工", None),
        ("张工", 3),
        ("张", 3),
        ("王", None),
        ("建国", 0),
        ("Mr. Smith", 4),
        ("John", 4),
        ("Jo", None),
        ("陈总", None),
        ("", None),
    ],
)
def test_who_is_meant(said: str, place: int | None) -> None:
    assert meant(said, PEOPLE) == place


@pytest.mark.parametrize("later", [True, False])
def test_conversations_find_their_people(ws: Workspace, tmp_path: Path, later: bool) -> None:
    if later:
        run_import(ws, plan_import(ws, [workbook(tmp_path / "a.xlsx", 客户=FIRMS)]))
        file = workbook(tmp_path / "b.xlsx", 跟进记录=LOG)
    else:
        file = workbook(tmp_path / "b.xlsx", 客户=FIRMS, 跟进记录=LOG)
    run_import(ws, plan_import(ws, [file]))
    assert len(held(ws, "customer")) == 3
    names = {one.id: one["name"] for one in held(ws, "contact")}
    assert [names[one["contact"]] for one in held(ws, "activity")] == [
        "王建国", "王芳", "李明", "张伟", "张伟", "王建国", "王厂长",
    ]  # fmt: skip
    assert {one["author"] for one in held(ws, "activity")} == {"小李", "小王", "小赵"}
    assert [f"{one['done_at']:%m-%d %H}" for one in held(ws, "activity")] == [
        "03-05 00", "03-08 14", "03-12 00", "03-19 00", "03-20 00", "03-25 00", "03-26 00",
    ]  # fmt: skip
    again = run_import(ws, plan_import(ws, [file]))
    assert again.operation is None


ALONE = [["客户名称", "联系人", "手机"], ["", "王老板", "13800001001"], ["乙机械厂", "李四", "13800001002"]]
NAMED = [
    ["客户名称", "联系人", "手机", "城市"],
    ["甲机械厂", "王老板", "13800001001", "无锡"],
    ["甲机械厂", "赵会计", "13800001003", "无锡"],
    ["乙机械厂", "李四", "13800001002", "苏州"],
]


@pytest.mark.parametrize(
    ("chosen", "name"),
    [(frozenset[str](), "甲机械厂"), (frozenset({"name"}), "甲机械厂"), (frozenset({"-name"}), "王老板")],
)
def test_who_stood_for_a_company_becomes_it(ws: Workspace, tmp_path: Path, chosen: frozenset[str], name: str) -> None:
    run_import(ws, plan_import(ws, [workbook(tmp_path / "a.xlsx", 客户=ALONE)]))
    assert [one["kind"] for one in held(ws, "customer")] == ["person", "company"]
    plan = plan_import(ws, [workbook(tmp_path / "b.xlsx", 客户=NAMED)])
    (pair,) = review.digest(plan).pairs
    line = next(one for one in review.compare(ws, plan, pair, chosen) if one.name == "name")
    assert (line.merged, line.free) == (name, True)
    run_import(ws, decided(plan, {pair.key: "merge"}, {pair.key: chosen}))
    customers = held(ws, "customer")
    assert [(one["name"], one["kind"], one["city"]) for one in customers] == [
        (name, "company", "无锡"), ("乙机械厂", "company", "苏州"),
    ]  # fmt: skip
    assert ("甲机械厂" in str(customers[0]["notes"])) == (name == "王老板")
    assert {one["name"]: one["customer"] for one in held(ws, "contact")} == {
        "王老板": customers[0].id, "李四": customers[1].id, "赵会计": customers[0].id,
    }  # fmt: skip


def test_several_known_people_in_one_cell_each_take_part(ws: Workspace, tmp_path: Path) -> None:
    log = [
        LOG[0],
        ["2024-3-5", "恒瑞", "王经理, 王芳", "报价", "小李"],
        ["2024-3-6", "恒瑞", "王芳，赵六", "催款", "小李"],
    ]
    file = workbook(tmp_path / "a.xlsx", 客户=FIRMS, 跟进记录=log)
    plan = plan_import(ws, [file])
    run_import(ws, decided(plan, {}))
    names = {one.id: one["name"] for one in held(ws, "contact")}
    assert [names[one["contact"]] for one in held(ws, "activity")] == ["王建国", "王芳,赵六"]
    assert [names[one["contact"]] for one in held(ws, "participant")] == ["王芳"]
    assert run_import(ws, plan_import(ws, [file])).operation is None
