"""Text files that are no tables: a chain of orders, a list of recipients, the signature of a mail."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from app.records import queries
from app.records.workspace import Workspace
from app.transfer.commands import plan_import, run_import
from app.transfer.plans.options import Options
from app.transfer.queries import prepared
from app.transfer.reading import read_workbook
from tests.transfer.mapping_tools import drafts

CHAIN = """#接龙
端午粽子团购
今晚8点截单

1. 张阿姨 鲜肉粽10个 13800001111
2. 小李妈妈 蛋黄粽 5个 鲜肉粽 5个
3. 502王姐 蛋黄粽20个 13900002222
"""
RECIPIENTS = """麻烦今天发一下：

1、收件人：方雅静，电话：13588120009，地址：浙江省金华市义乌市稠城街道江滨北路8号
2、丁海波，15924210009，江西省上饶市信州区带湖路7号 样品2块
"""
SIGNATURE = """Best regards,

John Smith
Sales Manager
Acme Industrial Supplies Ltd.
12 King Street, Manchester M2 4WQ, UK
Tel: +44 161 234 5678
Email: john.smith@acme-industrial.co.uk
"""
CARDS = """李建国  销售经理
苏州恒泰精密机械有限公司
手机：13912345678
----
王芳
无锡立丰电子有限公司
电话：0510-82345678
"""


def taken(ws: Workspace, tmp_path: Path, text: str) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The customers and contacts that an import of a text file makes."""
    file = tmp_path / "text.txt"
    file.write_text(text, "utf-8")
    run_import(ws, plan_import(ws, (file,), Options()))
    return tuple(  # type: ignore[return-value]
        [one.values for one in queries.rows(ws, kind, queries.ids(ws, kind, (), (("id", False),)))]
        for kind in ("customer", "contact")
    )


def test_a_chain_of_orders(ws: Workspace, tmp_path: Path) -> None:
    customers, contacts = taken(ws, tmp_path, CHAIN)
    assert [one["name"] for one in customers] == ["张阿姨", "小李妈妈", "502王姐"]
    assert [str(one["mobile"] or "") for one in customers] == ["13800001111", "", "13900002222"]
    assert customers[1]["notes"] == "端午粽子团购: 蛋黄粽 5个 鲜肉粽 5个"
    assert not contacts


def test_lines_that_tell_of_nobody_are_said(ws: Workspace, tmp_path: Path) -> None:
    file = tmp_path / "text.txt"
    file.write_text(CHAIN, "utf-8")
    assert any("今晚8点截单" in one for one in prepared(ws, read_workbook(file)).warnings)


def test_a_list_of_recipients(ws: Workspace, tmp_path: Path) -> None:
    customers, _contacts = taken(ws, tmp_path, RECIPIENTS)
    assert [(one["name"], str(one["mobile"]), one["city"]) for one in customers] == [
        ("方雅静", "13588120009", "金华市"), ("丁海波", "15924210009", "上饶市"),
    ]  # fmt: skip
    assert "样品2块" in customers[1]["notes"]


def test_the_signature_of_a_mail(ws: Workspace, tmp_path: Path) -> None:
    (firm,), (person,) = taken(ws, tmp_path, SIGNATURE)
    assert (firm["name"], firm["address"]) == ("Acme Industrial Supplies Ltd.", "12 King Street, Manchester M2 4WQ, UK")
    assert (person["name"], person["title"], person["email"]) == (
        "John Smith",
        "Sales Manager",
        "john.smith@acme-industrial.co.uk",
    )


def test_several_cards_with_a_rule_between(ws: Workspace, tmp_path: Path) -> None:
    customers, contacts = taken(ws, tmp_path, CARDS)
    assert [one["name"] for one in customers] == ["苏州恒泰精密机械有限公司", "无锡立丰电子有限公司"]
    assert [one["name"] for one in contacts] == ["李建国", "王芳"]


@pytest.mark.parametrize("text", ["1. 打扫卫生\n2. 买菜\n3. 开会\n", "今天天气很好，适合出门。\n", "a,b\n1,2\n3,4\n"])
def test_other_texts_make_nobody(ws: Workspace, tmp_path: Path, text: str) -> None:
    file = tmp_path / "text.txt"
    file.write_text(text, "utf-8")
    plan = plan_import(ws, (read_workbook(file),), Options())
    assert all(not sheet.rows for sheet in plan.sheets)


def test_a_wide_table_with_empty_cells_is_no_running_text(ws: Workspace, tmp_path: Path) -> None:
    lines = [
        "订单号,用户,收货人,收货电话,收货地址,订单金额,状态,快递公司,发货时间",
        "E20240105001,小粥,林志,13800001111,文一路1号,99,已完成,顺丰,2024-01-06 10:00",
        "E20240105002,阿强,谢婷,13800001112,环城路2号,88,已付款,,",
        "E20240105003,Amy,郭华,13800001113,东吴路3号,77,待发货,中通,",
    ]
    file = tmp_path / "orders.csv"
    file.write_text("\n".join(lines), "utf-8")
    (sheet,) = prepared(ws, read_workbook(file)).sheets
    assert len(sheet.rows) == len(lines)
    assert not sheet.anew


NOTED = """上周展会加的，记得回访：
邯郸老孟 做围挡的 13700001111 要彩钢板报价
临沂永固脚手架 曹经理 13700002222，问扣件，月底要
德州 小丁 包清工 13700003333 微信同号
聊城鼎力轴承厂 0635-8210000 找采购部耿工
"""


def test_customers_noted_one_in_a_line(ws: Workspace, tmp_path: Path) -> None:
    customers, contacts = taken(ws, tmp_path, NOTED)
    assert [(one["name"], one["kind"]) for one in customers] == [
        ("邯郸老孟", "person"), ("临沂永固脚手架", "company"), ("小丁", "person"), ("聊城鼎力轴承厂", "company"),
    ]  # fmt: skip
    assert customers[0]["notes"] == "做围挡的 要彩钢板报价"
    assert customers[2]["wechat"] == "13700003333"
    assert [one["name"] for one in contacts] == ["曹经理", "耿工"]
    assert str(contacts[0]["mobile"]) == "13700002222"


@pytest.mark.parametrize("header", ["联系人", "联系人/职务"])
def test_a_phone_in_a_cell_for_a_name_is_the_customers_phone(header: str) -> None:
    rows = [
        ["客户名称", header, "地址"],
        ["常州佳禾机电", "0519-85123456 转802", "常州"],
        ["甲公司", "周工/采购", "苏州"],
        ["乙公司", "李娜", "上海"],
    ]
    first, *_rest = drafts(rows)
    assert not first.contact.get("name")
    assert not first.contact.get("title")
    held = first.customer.get("phone") or first.contact.get("phone")
    assert held.normal == "+8651985123456;ext=802"
