"""Signatures, chats, cards and parcel labels become a customer and a contact, and nothing of them is lost."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.main import dictionary
from app.records.workspace import Workspace
from app.transfer.converting.card_text import as_contact, read_card, taken

WORDS = dictionary()

SIGNATURE = """王强  销售经理
苏州恒瑞精密机械有限公司
手机：138-0000-2317  电话：0512-66881234-802
传真：0512-66881235
邮箱：wangqiang@hengrui.example
地址：江苏省苏州市工业园区星湖街328号创意产业园5栋 215123
www.hengrui.example"""
ENGLISH = """Best regards,

Anna Lee | Purchasing Manager
Northwind Traders Ltd.
T +44 20 7946 0958 | M +44 7700 900123
E anna.lee@northwind.example
12 High Street, London SW1A 1AA
www.northwind.example"""

INVOICE = """名称：昆山启衡工业设备有限公司
税号：91320583MA1ABCDE2X
地址、电话：江苏省昆山市前进东路100号 0512-57001234
开户行：中国农业银行昆山支行
账号：10530001040012345"""


def test_a_chinese_signature() -> None:
    found = read_card(SIGNATURE, WORDS)
    assert found.contact == {
        "name": "王强", "title": "销售经理", "mobile": "138-0000-2317", "email": "wangqiang@hengrui.example",
    }  # fmt: skip
    assert found.customer == {
        "name": "苏州恒瑞精密机械有限公司", "phone": "0512-66881234-802", "fax": "0512-66881235", "postcode": "215123",
        "address": "江苏省苏州市工业园区星湖街328号创意产业园5栋", "website": "www.hengrui.example", "province": "江苏省",
        "city": "苏州市",
    }  # fmt: skip
    assert found.left == []


def test_an_english_signature() -> None:
    found = read_card(ENGLISH, WORDS)
    assert found.contact == {
        "name": "Anna Lee", "title": "Purchasing Manager", "mobile": "+44 7700 900123", "email": "anna.lee@northwind.example",
    }  # fmt: skip
    assert found.customer["name"] == "Northwind Traders Ltd."
    assert found.customer["phone"] == "+44 20 7946 0958"
    assert found.customer["address"] == "12 High Street, London SW1A 1AA"
    assert found.left == []


@pytest.mark.parametrize(
    ("text", "customer", "contact"),
    [
        (
            "张三 13800001234 江苏省苏州市工业园区星湖街328号 苏州恒瑞有限公司",
            {"name": "苏州恒瑞有限公司", "city": "苏州市", "address": "江苏省苏州市工业园区星湖街328号"},
            {"name": "张三", "mobile": "13800001234"},
        ),
        (
            "收件人：李娜，手机：13912345678，地址：广东省深圳市南山区科技园南区 高新南一道8号",
            {"name": "李娜", "kind": "person", "mobile": "13912345678", "city": "深圳市"},
            {},
        ),
        (
            "John Smith\nSales Director, ACME Inc.\nMobile: (415) 555-0132\njohn@acme.example",
            {"name": "ACME Inc."},
            {"name": "John Smith", "title": "Sales Director", "email": "john@acme.example"},
        ),
        (
            "周总 微信 zhou_1988 电话同微信 13700001111 做五金的",
            {"name": "周总", "kind": "person", "wechat": "zhou_1988", "mobile": "13700001111"},
            {},
        ),
        (
            INVOICE,
            {
                "name": "昆山启衡工业设备有限公司", "tax_number": "91320583MA1ABCDE2X", "phone": "0512-57001234",
                "bank": "中国农业银行昆山支行", "bank_account": "10530001040012345", "city": "昆山市",
            },
            {},
        ),
        (
            "陈工（技术部）QQ：12345678\n上海德力电气 电话 021-64001122",
            {"name": "上海德力电气", "phone": "021-64001122"},
            {"name": "陈工", "title": "技术部", "qq": "12345678"},
        ),
        ("小刘 13600002222", {"name": "小刘", "mobile": "13600002222"}, {}),
        ("13800000000", {"mobile": "13800000000"}, {}),
        (
            "王强 恒瑞公司 手机：138-0000-2317 电话 0512-66881234 邮箱：wq@hengrui.example",
            {"name": "恒瑞公司", "phone": "0512-66881234"},
            {"name": "王强", "mobile": "138-0000-2317", "email": "wq@hengrui.example"},
        ),
    ],
)  # fmt: skip
def test_other_texts(text: str, customer: dict[str, str], contact: dict[str, str]) -> None:
    found = read_card(text, WORDS)
    assert {name: found.customer.get(name) for name in customer} == customer
    assert {name: found.contact.get(name) for name in contact} == contact
    assert bool(found.contact) == bool(contact)


def test_a_talk_is_no_card() -> None:
    found = read_card("hello, how are you doing today?", WORDS)
    assert not found
    assert found.left == ["hello, how are you doing today?"]


PIECES = st.sampled_from(
    ["王强", "销售经理", "苏州恒瑞精密机械有限公司", "138-0000-2317", "13911112222", "0512-66881234", "wang@hengrui.example",
     "江苏省苏州市星湖街328号", "www.hengrui.example", "微信：wang_1988", "QQ：12345678", "Tel: +44 20 7946 0958", "Anna Lee",
     "Acme Ltd.", "做五金的", "下周三来看样", "215123", "采购部", "12 High Street", "91320583MA1ABCDE2X"]
)  # fmt: skip
GAPS = st.sampled_from(["\n", " ", " | ", "，", "\t", "  "])
RUN = re.compile(r"[^\W_]+")


@given(st.lists(st.tuples(PIECES, GAPS), min_size=1, max_size=9))
@example([("138-0000-2317", " "), ("销售经理", "\n")])
@example([("王强", " "), ("王强", "\n"), ("13911112222", " "), ("138-0000-2317", " ")])
def test_nothing_is_lost(parts: list[tuple[str, str]]) -> None:
    text = "".join(piece + gap for piece, gap in parts)
    found = read_card(text, WORDS)
    kept = " ".join((*found.customer.values(), *found.contact.values(), *found.left)).casefold()
    labels = {"微信", "qq", "tel"}
    for run in RUN.findall(text):
        assert run.casefold() in kept or run.casefold() in labels, run


@given(st.text(max_size=300))
def test_any_text_is_survived(text: str) -> None:
    found = read_card(text, WORDS)
    assert all(value.strip() for value in (*found.customer.values(), *found.contact.values(), *found.left))


def test_what_fields_refuse_goes_to_the_notes(ws: Workspace) -> None:
    found = taken(ws, "王强 13800002317\n苏州恒瑞有限公司\n生日：某一天\n做五金的")
    assert "birthday" not in found.contact
    assert "某一天" in found.contact["notes"]
    assert "做五金的" in found.contact["notes"]


def test_for_a_customer_that_is_there(ws: Workspace) -> None:
    contact = as_contact(ws, taken(ws, SIGNATURE))
    assert contact["name"] == "王强"
    assert contact["phone"] == "0512-66881234-802"
    assert "www.hengrui.example" in contact["notes"]
    assert as_contact(ws, taken(ws, "小刘 13600002222"))["name"] == "小刘"
