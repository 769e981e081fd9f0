"""Chats, introductions and cards as people really send them become a filled form."""

from __future__ import annotations

import pytest

from app.records.workspace import Workspace
from app.shared.phones import split
from app.transfer.converting.card_text import taken

CHAT = """[2026/11/20 14:32] 孙经理: 你好，我们是杭州杭申的
[2026/11/20 14:33] 孙经理: 我电话13588001122
[2026/11/20 14:35] 孙经理: 邮箱 sun@hangshen.example 先发份资料"""
AMERICAN = """Jane Miller
Purchasing Manager
Brightline Fasteners Inc.
1200 Industrial Pkwy, Suite 300
Cleveland, OH 44114
Office: (216) 555-0134 ext. 22
Cell: (216) 555-0199"""
GERMAN = """Mit freundlichen Grüßen

Dr. Klaus Weber
Leiter Einkauf
Weber & Söhne Maschinenbau GmbH
Industriestraße 14 | 70565 Stuttgart
Mobil: +49 151 5550 1234"""
INVOICE = """名称：宁波海申塑机有限公司
地址、电话：宁波市北仑区小港街道 0574-86188888
开户行及账号：示例银行北仑支行 366258301234"""


@pytest.mark.parametrize(
    ("text", "firm", "person"),
    [
        (
            "王总您好，我是无锡华申汽配的采购李娜，我的手机是15961234567（微信同号），麻烦报个价",
            {"name": "无锡华申汽配"},
            {"name": "李娜", "title": "采购", "mobile": "15961234567", "wechat": "15961234567"},
        ),
        (CHAT, {"name": "杭州杭申"}, {"name": "孙经理", "mobile": "13588001122", "email": "sun@hangshen.example"}),
        ("李敏: 您好\n孙经理: 你好，我们是常州天申的", {"name": "常州天申"}, {"name": "孙经理"}),
        (
            "Hi, my name is Maria Lopez, I'm the purchasing manager at Grupo Norte SA. Mail maria@norte.example",
            {"name": "Grupo Norte SA"},
            {"name": "Maria Lopez", "title": "purchasing manager", "email": "maria@norte.example"},
        ),
        ("Hi, this is Tom from Acme Tools. Reach me at tom@acme.example", {"name": "Acme Tools"}, {"name": "Tom"}),
        (
            AMERICAN,
            {"address": "1200 Industrial Pkwy, Suite 300, Cleveland, OH 44114", "phone": "+1 (216) 555-0134 ext. 22"},
            {"mobile": "+1 (216) 555-0199"},
        ),
        (
            GERMAN,
            {"name": "Weber & Söhne Maschinenbau GmbH", "address": "Industriestraße 14, 70565 Stuttgart"},
            {"name": "Dr. Klaus Weber", "title": "Leiter Einkauf"},
        ),
        (INVOICE, {"bank": "示例银行北仑支行", "bank_account": "366258301234", "phone": "0574-86188888"}, {}),
        (
            "收件人: 陈晓梅\n手机号码: 18036001234\n所在地区: 江苏省常州市武进区\n详细地址: 湖塘镇延政中路16号",
            {
                "name": "陈晓梅",
                "address": "江苏省常州市武进区湖塘镇延政中路16号",
                "province": "江苏省",
                "city": "常州市",
            },
            {},
        ),
        ("Mobile/WhatsApp/Wechat: +86 13806661234\nAnna Wu", {"name": "Anna Wu", "wechat": "+86 13806661234"}, {}),
        (
            "浙江永康市五金城西区12排8号 老周五金 13757912345",
            {"name": "老周五金", "address": "浙江永康市五金城西区12排8号"},
            {"mobile": "13757912345"},
        ),
        (
            "徐州矿申集团 物资供应处 马主任 0516-85320001 转 302 13605201234 徐州市泉山区淮海西路235号",
            {"name": "徐州矿申集团", "phone": "0516-85320001 转 302"},
            {"name": "马主任", "department": "物资供应处", "mobile": "13605201234"},
        ),
        (
            "刘 洋 博士\n青岛蓝申新材料研究院\n手机 Mobile 178 6390 1122",
            {},
            {"name": "刘洋", "mobile": "178 6390 1122"},
        ),
        (
            "这是我的名片：王建军，常州东申农机集团，采购部部长，13912345678",
            {"name": "常州东申农机集团"},
            {"name": "王建军", "title": "采购部部长"},
        ),
    ],
)
def test_what_people_send(ws: Workspace, text: str, firm: dict[str, str], person: dict[str, str]) -> None:
    found = taken(ws, text)
    assert {name: found.customer.get(name) for name in firm} == firm
    assert {name: found.contact.get(name) for name in person} == person


@pytest.mark.parametrize("text", ["我是老客户了，上次买的那个导轨还有吗", "I am looking for ball screws."])
def test_who_does_not_say_a_name_has_none(ws: Workspace, text: str) -> None:
    assert not taken(ws, text)


def test_the_sentence_stays_in_the_notes(ws: Workspace) -> None:
    said = "我是无锡华申汽配的采购李娜，麻烦报个价"
    assert taken(ws, said).contact["notes"] == said


@pytest.mark.parametrize("number", ["0512-6288 1234-806", "0512 6288 1234-806", "(0512) 6288 1234"])
def test_a_blank_within_a_number_does_not_cut_it(number: str) -> None:
    assert [one.phone.normal.partition(";")[0] for one in split(number)] == ["+8651262881234"]
