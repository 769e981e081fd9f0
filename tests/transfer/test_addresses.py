"""Provinces and cities from addresses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.transfer.converting import addresses
from app.transfer.converting.addresses import Place, locate
from app.transfer.converting.spare import joined
from tests.transfer.mapping_tools import drafts


@pytest.mark.parametrize(
    ("address", "province", "city"),
    [
        ("江苏省苏州市工业园区星湖街328号", "江苏省", "苏州市"),
        ("苏州市工业园区", "江苏省", "苏州市"),
        ("苏州工业园区星湖街328号", "江苏省", "苏州市"),
        ("上海市浦东新区张江路1号", "上海市", "上海市"),
        ("北京朝阳区建国路88号", "北京市", "北京市"),
        ("广东深圳南山区科技园", "广东省", "深圳市"),
        ("广东 广州 天河区", "广东省", "广州市"),
        ("内蒙古包头昆都仑区", "内蒙古自治区", "包头市"),
        ("内蒙古自治区锡林郭勒盟", "内蒙古自治区", "锡林郭勒盟"),
        ("广西南宁青秀区", "广西壮族自治区", "南宁市"),
        ("215000 中国江苏省昆山市千灯镇", "江苏省", "昆山市"),
        ("昆山市玉山镇", "江苏省", "昆山市"),
        ("吉林市昌邑区", "吉林省", "吉林市"),
        ("吉林长春南关区", "吉林省", "长春市"),
        ("海南藏族自治州共和县", "青海省", "海南藏族自治州"),
        ("湖北恩施", "湖北省", "恩施土家族苗族自治州"),
        ("江苏省", "江苏省", ""),
    ],
)
def test_chinese_addresses(address: str, province: str, city: str) -> None:
    assert locate(address) == Place(province, city)


@pytest.mark.parametrize(
    "address",
    [
        "", "南京路88号", "南京东路100号",
        "上海路88号鼓楼区", "中山区人民路", "中山路12号", "河南路12号", "河北区中山路", "朝阳区建国路88号",
        "长沙县星沙镇", "深圳市场部", "北京市场调研中心", "武汉大学", "广州大道中", "人民路", "10 Downing Street, London SW1A 2AA",
        "1200 Main St Springfield, IL 62701", "Room 5, Suzhou Industrial Park, Jiangsu", "12345",
    ],
)  # fmt: skip
def test_what_may_be_a_street_or_a_district_is_no_city(address: str) -> None:
    assert locate(address) is None


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("123 Main St, Springfield, IL 62701", Place("IL", "Springfield", "62701")),
        ("Springfield, IL 62701", Place("IL", "Springfield", "62701")),
        ("1 A St, Suite 5, New York, NY 10001-1234, USA", Place("NY", "New York", "10001-1234")),
        ("12 King St W, Toronto, ON M5V 2T6", Place("ON", "Toronto", "M5V 2T6")),
        ("Suite 5, Oak Ave, IL 62701", Place("IL", "", "62701")),
        ("Musterstr. 1, 10115 Berlin", Place("", "Berlin", "10115")),
    ],
)
def test_american_and_german_addresses(address: str, place: Place) -> None:
    assert locate(address) == place


def test_the_address_stays_and_only_empty_fields_are_filled() -> None:
    head = ["客户名称", "省份", "城市", "地址"]
    rows = [
        head,
        ["甲公司", None, None, "江苏省苏州市吴中区1号"],
        ["乙公司", "江苏", None, "江苏省苏州市吴中区1号"],
        ["丙公司", None, "昆山", "江苏省苏州市昆山市千灯镇"],
        ["丁公司", "浙江", None, "江苏省苏州市吴中区1号"],
        ["戊公司", None, "杭州", "江苏省苏州市吴中区1号"],
    ]
    found = [one.customer for one in drafts(rows)]
    assert [one["address"] for one in found] == [row[3] for row in rows[1:]]
    assert [(one.get("province"), one.get("city")) for one in found] == [
        ("江苏省", "苏州市"), ("江苏", "苏州市"), ("江苏省", "昆山"), ("浙江", None), (None, "杭州"),
    ]  # fmt: skip


@given(st.text(alphabet="江苏省州市吉林北京上海中山路区县南 0123456789,IL号场abc-", max_size=14))
def test_any_text_gives_a_known_place_or_none(address: str) -> None:
    record = {"address": address}
    addresses.complete(record)
    assert record["address"] == address
    place = locate(address)
    assert place is None or place.province or place.city


@pytest.mark.parametrize(
    ("address", "part", "said"),
    [
        ("Dorpsstraat", "12", "Dorpsstraat 12"), ("Dorpsstraat 12", "a", "Dorpsstraat 12a"), ("5th Avenue", "5", "5th Avenue 5"),
        ("Rua 12 de Maio", "12", "Rua 12 de Maio 12"), ("Calle 11", "1", "Calle 11, 1"), ("12 rue Haute", "12", "12 rue Haute"),
        ("Hafenweg 2", "2", "Hafenweg 2"), ("Grünweg", "G", "Grünweg, G"), ("Hafenweg 2, Kiel", "Kiel", "Hafenweg 2, Kiel"),
        ("Kiel", "Hafenweg 2, Kiel", "Hafenweg 2, Kiel"), ("张江路88号", "88号", "张江路88号"), ("张江路", "88号", "张江路88号"),
    ],
)  # fmt: skip
def test_a_part_of_an_address_is_lost_only_where_it_stands_there_as_a_word(address: str, part: str, said: str) -> None:
    assert joined(address, part) == said


@pytest.mark.parametrize(
    ("street", "number", "further"),
    [
        ("Ulica", "Nr domu", "Nr lokalu"),
        ("Straat", "Huisnr", "Toev"),
        ("Calle", "Núm. Ext.", "Piso"),
        ("Straße", "Hausnr.", "Hausnummernzusatz"),
    ],
)
def test_the_number_of_a_house_is_the_customers_beside_a_contact(street: str, number: str, further: str) -> None:
    rows = [["Firma", "T.a.v.", street, number, further], ["Kowal GmbH", "Jan Berg", "Polna", "3", "b"]]
    (only,) = drafts(rows)
    assert (only.customer["address"], only.contact["name"], only.contact.get("address")) == (
        "Polna 3b",
        "Jan Berg",
        None,
    )
