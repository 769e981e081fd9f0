"""Spellings of one name: proposed as doubles, never made twice in silence and never joined unasked."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.customers.kin import kin
from app.records import history, queries
from app.records.workspace import Workspace
from app.shared.loose_names import loose_key
from app.shared.names import company_key
from app.transfer.commands import plan_import, run_import
from app.transfer.plans.planned import MERGE
from tests.transfer.imports import decided
from tests.transfer.sheets_made import workbook

SPELLINGS = [
    ("无锡永泰机电设备有限公司", "无锡市永泰机电设备有限公司"),
    ("无锡永泰机电设备有限公司", "無錫市永泰機電設備有限公司"),
    ("无锡永泰", "无锡市永泰机电设备有限公司"),
    ("苏州恒瑞机械有限公司", "江苏省苏州市恒瑞机械有限公司"),
    ("ＡＢＣ电子（深圳）有限公司", "深圳市ABC电子有限公司"),
    ("北京市海淀区中关村科技有限公司", "北京中关村科技"),
    ("阜宁县永泰泵业有限公司", "阜宁永泰泵业"),
    ("西门子（中国）有限公司", "西门子有限公司"),
    ("呼和浩特蒙牛有限公司", "内蒙古自治区呼和浩特市蒙牛有限公司"),
    ("苏州恒瑞机械有限公司上海分公司", "苏州恒瑞机械有限公司上海办事处"),
    ("张家港永泰泵业有限公司", "张家港市永泰泵业（总部）"),
    ("Acme Trading Co., Ltd.", "The Acme Trading Company"),
    ("Acme Trading Co., Ltd.", "Acme Trading (Singapore) Pte. Ltd."),
    ("Müller & Söhne GmbH", "Mueller und Soehne GmbH & Co. KG"),
    ("Société Générale de Pompes", "Societe Generale de Pompes S.A.R.L."),
    ("Smith and Sons Ltd", "Smith & Sons Limited"),
]
OTHERS = [
    ("吉林市大成商贸有限公司", "吉林省大成商贸有限公司"),
    ("苏州恒瑞机械有限公司", "苏州恒瑞机械有限公司上海分公司"),
    ("苏州恒瑞机械有限公司", "江苏恒瑞机械有限公司"),
    ("广东第一建筑工程有限公司", "广东第二建筑工程有限公司"),
    ("昆山永泰机电有限公司", "无锡永泰机电有限公司"),
    ("江苏大学", "江苏大学附属医院"),
    ("华为（上海）有限公司", "华为（北京）有限公司"),
]


def related(*names: str) -> bool:
    keys = {company_key(name): name for name in names}
    return any(kin(keys).values())


@pytest.mark.parametrize(("one", "other"), SPELLINGS)
def test_spellings_of_one_name_are_kin(one: str, other: str) -> None:
    assert related(one, other)


@pytest.mark.parametrize(("one", "other"), OTHERS)
def test_other_names_are_not(one: str, other: str) -> None:
    assert not related(one, other)


def test_a_short_form_of_two_says_nothing() -> None:
    names = ("无锡永泰", "无锡永泰机电有限公司", "无锡永泰泵业有限公司")
    assert not related(*names)


def test_what_is_left_out_never_is_the_whole_name() -> None:
    for name in ("省", "市区", "上海市", "（中国）", "The", "and", "&", "市", ""):
        assert loose_key(name, company_key(name)) is not None


@pytest.mark.parametrize(("one", "other"), SPELLINGS)
@pytest.mark.parametrize("earlier", [True, False])
def test_a_double_is_proposed_and_decided(ws: Workspace, tmp_path: Path, one: str, other: str, earlier: bool) -> None:
    head = ["客户名称", "联系人", "电话"]
    first, second = [one, "张三", "0510-82001111"], [other, "李四", "0510-82001122"]
    if earlier:
        run_import(ws, plan_import(ws, [workbook(tmp_path / "a.xlsx", 客户=[head, first])]))
        file = workbook(tmp_path / "b.xlsx", 客户=[head, second])
    else:
        file = workbook(tmp_path / "b.xlsx", 客户=[head, first, second])
    plan = plan_import(ws, [file])
    row = plan.sheets[0].rows[-1]
    assert row.pending
    assert row.match is not None
    assert (row.match.title, row.match.certain) == (one, False)
    done = run_import(ws, decided(plan, {(0, row.number): MERGE}))
    assert queries.count(ws, "customer") == 1
    assert queries.count(ws, "contact") == 2
    history.undo(ws, done.operation)
    assert queries.count(ws, "customer") == int(earlier)


def test_rows_with_numbers_of_their_own_are_asked_about_unless_they_are_elsewhere(
    ws: Workspace, tmp_path: Path
) -> None:
    rows = [["客户编号", "客户名称", "城市"], ["K1", "无锡永泰机电有限公司", "无锡"]]
    rows += [["K2", "无锡市永泰机电有限公司", "上海"], ["K3", "无锡市永泰机电（总部）", "无锡市"]]
    (sheet,) = plan_import(ws, [workbook(tmp_path / "a.xlsx", 客户=rows)]).sheets
    assert [row.pending for row in sheet.rows] == [False, False, True]
