"""Postcodes of Japan, Korea and America are no phone numbers."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.main import dictionary
from app.records import queries
from app.records.workspace import Workspace
from app.transfer.commands import plan_import, run_import
from app.transfer.converting.card_text import read_card
from tests.transfer.mapping_tools import drafts
from tests.transfer.sheets_made import workbook

DICTIONARY = dictionary()


@pytest.mark.parametrize(
    ("text", "region", "code", "number"),
    [
        ("株式会社山田商事\n〒100-0001 東京都千代田区千代田1-1\nTEL 03-1234-5678", "CN", "100-0001", "+81 3-1234-5678"),
        ("株式会社山田商事\n100-0001\n東京都千代田区千代田1-1\n電話：03-1234-5678", "JP", "100-0001", "03-1234-5678"),
        ("Yamada Co., Ltd.\n1-1 Chiyoda, Tokyo 100-0001\n+81 3-1234-5678", "CN", "100-0001", "+81 3-1234-5678"),
        ("郵便番号 100-0001\n03-1234-5678", "JP", "100-0001", "03-1234-5678"),
        ("(우) 04524 서울특별시 중구 세종대로 110\n02-120-1234", "KR", "04524", "02-120-1234"),
        ("Acme Inc.\nPortland, OR 97201-1234\n503-555-0134", "CN", "97201-1234", "+1 503-555-0134"),
        ("Acme Inc.\nPO Box 12\n97201-1234\n(503) 555-0134", "US", "97201-1234", "(503) 555-0134"),
        ("苏州恒瑞机械有限公司 0512-66881234 邮编 215000", "CN", "215000", "0512-66881234"),
    ],
)
def test_a_postcode_in_a_pasted_text(text: str, region: str, code: str, number: str) -> None:
    found = read_card(text, DICTIONARY, region)
    assert (found.customer["postcode"], found.customer["phone"]) == (code, number)
    assert "phone" not in found.contact


def test_a_japanese_card_has_its_firm_and_address() -> None:
    one = read_card("〒530-0001 大阪府大阪市北区梅田1-2-3 山田商事株式会社 06-1234-5678", DICTIONARY, "CN").customer
    assert one == {
        "name": "山田商事株式会社",
        "address": "大阪府大阪市北区梅田1-2-3",
        "postcode": "530-0001",
        "phone": "+81 6-1234-5678",
    }
    found = read_card("株式会社山田商事\n〒530-0001 大阪府大阪市北区梅田1-2-3\n06-1234-5678", DICTIONARY, "CN")
    assert found.customer["name"] == "株式会社山田商事"
    assert found.customer["address"] == "大阪府大阪市北区梅田1-2-3"


def test_a_local_number_of_seven_digits_stays_a_number() -> None:
    assert read_card("张伟 662-1234", DICTIONARY, "CN").customer.get("postcode") is None


def test_a_postcode_in_a_cell_of_phones(ws: Workspace, tmp_path: Path) -> None:
    rows = [
        ["客户名称", "电话", "地址"],
        ["苏州恒瑞机械有限公司", "邮编 215000 电话 0512-66881234", "〒100-0001 東京都千代田区"],
        ["无锡永泰电气有限公司", "〒100-0001", "Portland, OR 97201-1234"],
        ["杭州大明仪器有限公司", "0571-88001234", "人民路1号"],
    ]
    (told,) = run_import(ws, plan_import(ws, [workbook(tmp_path / "a.xlsx", 客户=rows)])).sheets
    one, two, _three = queries.rows(ws, "customer", queries.ids(ws, "customer", (), (("id", False),)))
    assert one["phone"].normal == "+8651266881234"
    assert "215000" in f"{one['notes']}{one['postcode']}"
    assert two["phone"] is None
    assert "〒100-0001" in two["notes"]
    assert any("postcode" in problem.reason for problem in told.problems)


def test_a_column_headed_by_the_sign(ws: Workspace, tmp_path: Path) -> None:
    rows = [["会社名", "〒", "住所", "TEL"], ["山田商事", "100-0001", "東京都千代田区千代田1-1", "03-1234-5678"]]
    run_import(ws, plan_import(ws, [workbook(tmp_path / "a.xlsx", 顧客=rows)]))
    (one,) = queries.rows(ws, "customer", queries.ids(ws, "customer"))
    assert (one["name"], one["postcode"], one["phone"].normal) == ("山田商事", "100-0001", "+81312345678")


@pytest.mark.parametrize(
    ("header", "cell", "told"),
    [
        ("PLZ Ort", "70173 Stuttgart", {"postcode": "70173", "city": "Stuttgart"}),
        ("PLZ/Ort", "D-80331 München", {"postcode": "80331", "city": "München"}),
        ("CP Ville", "75008 Paris Cedex 08", {"postcode": "75008", "city": "Paris Cedex 08"}),
        ("City/Zip", "Portland 97201", {"postcode": "97201", "city": "Portland"}),
        ("City, State, Zip", "Springfield, IL 62701", {"postcode": "62701", "city": "Springfield", "province": "IL"}),
        ("Zip", "TX 75218", {"postcode": "TX 75218"}),
        ("City", "Springfield, IL 62701", {"postcode": "62701", "city": "Springfield", "province": "IL"}),
        ("Postcode/Plaats", "1012 AB Amsterdam", {"postcode": "1012 AB", "city": "Amsterdam"}),
        ("CAP Città", "20121 Milano (MI)", {"postcode": "20121", "city": "Milano", "province": "MI"}),
        ("Kod pocztowy i miejscowość", "00-950 Warszawa", {"postcode": "00-950", "city": "Warszawa"}),
        ("邮编地址", "212132镇江市新区港南路8号", {"postcode": "212132", "city": "镇江市"}),
    ],
)
def test_one_column_for_postcode_and_city_is_taken_apart(header: str, cell: str, told: dict[str, str]) -> None:
    one = drafts([["Company", header, "Phone"], ["Acme Ltd", cell, ""], ["Beta Ltd", cell, ""]])[0]
    assert {name: one.customer.get(name) for name in told} == told
