"""Sheets of many countries and trades, as their owners would read them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.shared.dates import parse_date
from tests.transfer.mapping_tools import drafts, proposed, targets

Rows = list[list[Any]]


def test_halves_of_names_tell_each_other() -> None:
    rows: Rows = [
        ["Name", "Vorname", "PLZ/Ort", "Telefon privat"],
        ["Müller", "Petra", "70173 Stuttgart", "0711/654321"],
        ["von der Heide", "Karl-Heinz", "D-71334 Waiblingen", "07151 / 98 76 54"],
    ]
    first, second = drafts(rows)
    assert (first.customer["name"], first.customer["kind"]) == ("Petra Müller", "person")
    assert (first.customer["postcode"], first.customer["city"]) == ("70173", "Stuttgart")
    assert second.customer["phone"].normal == "+497151987654"
    assert (second.customer["postcode"], second.customer["city"]) == ("71334", "Waiblingen")
    rows = [
        ["Nombre", "Apellidos", "Empresa", "Teléfono"],
        ["José", "García López", "Talleres García S.L.", "91 123 45 67"],
    ]
    assert drafts(rows)[0].contact["name"] == "José García López"


def test_a_whole_name_beside_the_first_one_stays_whole() -> None:
    rows: Rows = [["Name", "Vorname", "Telefon"], ["Petra Müller", "Petra", "0711 654321"]]
    assert drafts(rows)[0].customer["name"] == "Petra Müller"


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("令和6年4月1日", date(2024, 4, 1)),
        ("R5.12.20", date(2023, 12, 20)),
        ("平成元年5月1日", date(1989, 5, 1)),
        ("民國113年3月15日", date(2024, 3, 15)),
        ("113/04/01", date(2024, 4, 1)),
        ("112.12.5", date(2023, 12, 5)),
        ("113-2-30", None),
        ("100.5", None),
    ],
)
def test_years_of_an_era(said: str, day: date | None) -> None:
    assert parse_date(said) == day


def test_a_taiwanese_list() -> None:
    rows: Rows = [
        ["公司名稱", "聯絡人", "電話", "手機", "建檔日期", "業務"],
        ["大安企業社", "黃小姐", "04-22334455 分機 12", "0988 765 432", "113/04/01", "小陳"],
        ["順發貿易", "陳董", "07-3334444", None, "112.12.5", "Amy"],
    ]
    one = drafts(rows)[0]
    assert one.customer["phone"].normal == "+886422334455;ext=12"
    assert one.contact["mobile"].normal == "+886988765432"
    assert (one.customer["created_on"], one.customer["owner"]) == (date(2024, 4, 1), "小陳")


def test_the_number_to_call_in_need_is_not_the_members() -> None:
    rows: Rows = [
        ["会员卡号", "姓名", "手机", "开卡日期", "会籍顾问", "紧急联系人", "紧急联系电话"],
        ["V00012", "陈思", "138-1234-0001", 45292, "阿强", "陈爸", "13912340001"],
        ["V00013", "刘敏", None, "2024-1-20", "小美", "老公", "15288880000"],
    ]
    first, second = drafts(rows)
    assert "phone" not in first.customer
    assert "mobile" not in second.customer
    assert "紧急联系电话: 15288880000" in second.customer["notes"]
    assert first.customer["owner"] == "阿强"
    assert first.customer["created_on"] == date(2024, 1, 1)


@pytest.mark.parametrize(
    ("header", "value"), [("患者", "高女士"), ("学生姓名", "李沐阳"), ("车主", "周先生"), ("业主姓名", "赵敏")]
)
def test_what_trades_call_their_customers(header: str, value: str) -> None:
    rows: Rows = [["预约日期", header, "手机", "医生"], ["2024-03-04", value, "13511110001", "李医生"]]
    one = drafts(rows)[0]
    assert (one.customer["name"], one.customer["kind"]) == (value, "person")
    assert "医生: 李医生" in one.customer["notes"]


def test_agents_with_their_own_and_our_people() -> None:
    rows: Rows = [
        ["大区", "代理商名称", "负责人", "负责人电话", "区域经理", "区域经理电话"],
        ["华东", "杭州云腾贸易", "钱云", "13588880001", "李雷", "13888880001"],
        ["华东", "南京金鹏商贸", "金鹏", "13588880002", "李雷", "13888880001"],
        ["华南", "广州粤海建材", "梁伟", "13588880003", "韩梅", "13888880002"],
    ]
    one = drafts(rows)[0]
    assert (one.customer["name"], one.customer["owner"]) == ("杭州云腾贸易", "李雷")
    assert (one.contact["name"], one.contact["phone"].typed) == ("钱云", "13588880001")
    assert "区域经理电话: 13888880001" in one.customer["notes"]


def test_cells_of_several_facts() -> None:
    rows: Rows = [
        ["姓名/电话", "地址", "微信"],
        ["张三 13800000000", "苏州吴中区", "同手机"],
        ["吴江盛泽纺织 0512-63551234 转 8008 王工", "吴江盛泽", None],
    ]
    first, second = drafts(rows)
    assert (first.customer["name"], first.customer["wechat"]) == ("张三", "13800000000")
    assert (second.customer["name"], second.customer["phone"].normal) == ("吴江盛泽纺织", "+8651263551234;ext=8008")
    assert "王工" in second.customer["notes"]


def test_a_wechat_name_in_the_phones_and_chinese_stops_in_addresses() -> None:
    rows: Rows = [
        ["姓名", "电话", "邮箱"],
        ["陈静", "wechat: chen_nj", "lu。jl@163.com"],
        ["王芳", "13800002317", None],
    ]
    one = drafts(rows)[0]
    assert (one.customer["wechat"], one.customer["email"]) == ("chen_nj", "lu.jl@163.com")
    assert not one.problems


def test_a_chinese_exporters_list_in_english_stays_chinese() -> None:
    rows: Rows = [
        ["Shipper", "ATTN", "TEL", "MOB", "Email"],
        ["NINGBO HAITENG HARDWARE CO.,LTD", "MS WANG", "0086-574-87651234-806", "13805741234", "wang@haiteng.com"],
    ]
    assert drafts(rows)[0].customer["mobile"].normal == "+8613805741234"


def test_italian_provinces_are_no_american_states() -> None:
    rows: Rows = [
        ["Ragione Sociale", "Telefono", "Cellulare", "CAP", "Città", "Provincia"],
        ["Officina Rossi S.r.l.", "02 1234567", "347 1234567", "20121", "Milano", "MI"],
    ]
    assert drafts(rows)[0].customer["mobile"].normal == "+393471234567"


def test_arabic_headers() -> None:
    rows: Rows = [
        ["اسم العميل", "الشركة", "رقم الهاتف", "الجوال", "المدينة"],
        ["محمد العلي", "شركة النور للتجارة", "04 123 4567", "050 123 4567", "دبي"],
    ]
    assert list(targets(proposed(rows)).values()) == ["contact.name", "name", "phone", "contact.mobile", "city"]
    assert drafts(rows)[0].contact["mobile"].normal == "+971501234567"


def test_a_footer_below_the_row_numbers_leaves_them_numbers() -> None:
    rows: Rows = [["序号", "单位", "姓名", "手机"]]
    rows += [[at, f"启东{name}厂", f"{name}总", f"1391234000{at}"] for at, name in enumerate("施陆缪", 1)]
    rows += [["以上资料请勿外传", None, None, None]]
    assert targets(proposed(rows))["序号"] == ""


def test_googles_whole_address_is_the_address() -> None:
    headers = [
        "Name",
        "Given Name",
        "Family Name",
        "Phone 1 - Value",
        "Organization 1 - Name",
        "Address 1 - Formatted",
        "Address 1 - Street",
    ]
    rows: Rows = [
        [*headers, "Address 1 - City"],
        ["Li Wei", "Wei", "Li", "010-88886666", "Corp China", "Jianguo Road 1\nBeijing", None, None],
        ["Ann Lee", "Ann", "Lee", "010-88886667", "Lee Ltd", "Main Road 2\nShanghai", "Main Road 2", "Shanghai"],
    ]
    first, second = drafts(rows)
    assert first.customer["address"] == "Jianguo Road 1, Beijing"
    assert (second.customer["address"], second.customer["city"]) == ("Main Road 2", "Shanghai")
    assert "notes" not in second.contact


@pytest.mark.parametrize(
    "headers", [["客户", "公司名称", "电话"], ["客户名称", "单位", "电话"], ["Customer", "Company", "Phone"]]
)
def test_customers_that_are_persons_beside_their_companies(headers: list[str]) -> None:
    rows: Rows = [
        headers,
        ["王总", "苏州恒瑞机械有限公司", "13800002317"],
        ["李明", "无锡拓嘉科技有限公司", "13800002318"],
        ["赵小姐", None, "13800002319"],
    ]
    first, _second, third = drafts(rows)
    assert (first.customer["name"], first.contact["name"]) == ("苏州恒瑞机械有限公司", "王总")
    assert (third.customer["name"], third.customer["kind"]) == ("赵小姐", "person")


def test_a_phone_at_home_is_not_the_companys() -> None:
    rows: Rows = [
        ["姓名", "公司", "办公电话", "手机", "家庭电话"],
        ["王芳", "苏州恒瑞机械有限公司", "0512-66881234", "13800002317", "0512-62345678"],
    ]
    one = drafts(rows)[0]
    assert "phone" not in one.customer
    assert one.contact["phone"].typed == "0512-66881234"


def test_a_mexican_mobile_number_with_its_old_one() -> None:
    rows: Rows = [["Company", "Country", "Mobile"], ["Comercial Peña", "Mexico", "+52 1 55 1234 5678"]]
    assert drafts(rows)[0].customer["mobile"].normal == "+525512345678"


def test_people_of_a_property_manager() -> None:
    rows: Rows = [
        ["物业公司", "项目经理", "项目经理电话", "采购负责人", "采购电话"],
        ["万科物业", "周强", "13800002317", "吴敏", "13800002318"],
    ]
    one = drafts(rows)[0]
    assert one.customer["name"] == "万科物业"
    assert (one.contact["name"], str(one.contact["phone"])) == ("周强", "13800002317")
    assert [(held["name"], str(held["phone"])) for held in one.others] == [("吴敏", "13800002318")]


def test_people_of_a_school_whose_phones_say_less() -> None:
    rows: Rows = [
        ["学校", "地址", "总务主任", "主任手机", "食堂负责人", "食堂电话"],
        ["吴江实验小学", "吴江区中山路", "沈主任", "13511110001", "老周", "13511110002"],
        ["盛泽中学", "盛泽镇", "陆老师", "13511110003", None, "0512-63511234-801"],
    ]
    one = drafts(rows)[0]
    assert (one.contact["name"], one.contact["mobile"].typed) == ("沈主任", "13511110001")
    assert [(held["name"], held["phone"].typed) for held in one.others] == [("老周", "13511110002")]


def test_who_lives_somewhere_is_the_customer() -> None:
    rows: Rows = [
        ["小区", "房号", "业主姓名", "性别", "电话1"],
        ["万科城", "3-501", "王建军", "男", "13800002317"],
        ["万科城", "5-1202", "李敏", "女", "13800002319"],
    ]
    first, second = drafts(rows)
    assert [one.customer["name"] for one in (first, second)] == ["王建军", "李敏"]
    assert first.customer["kind"] == "person"
    assert "小区: 万科城" in first.customer["notes"]


def test_a_bank_account_is_no_phone_inside_a_text() -> None:
    rows: Rows = [["客户名称", "开票资料"], ["苏州恒瑞", "税号91320500MA1XYZ1234 建行 账号32201988636051234567"]]
    one = drafts(rows)[0]
    assert "phone" not in one.customer
    assert "开票资料: 税号91320500MA1XYZ1234" in one.customer["notes"]


def test_russian_companies_and_goods_are_both_called_by_one_word() -> None:
    found = proposed(
        [["Наименование", "ИНН", "Контакт", "Телефон"], ["ООО «Ромашка»", "7601000000", "Иванов Иван", "+79000000001"]]
    )
    assert (found.kind, targets(found)["Наименование"]) == ("customers", "name")
    assert proposed([["Наименование", "Цена"], ["Круг 10 мм", "98000"], ["Квадрат 140", "170000"]]).kind == "products"


def test_headers_without_their_accents() -> None:
    found = proposed(
        [
            ["cnpj", "razao_social", "municipio", "uf", "telefone"],
            ["12345678000195", "Sorvetes Ltda", "Santos", "SP", "1332345678"],
        ]
    )
    assert [targets(found)[name] for name in ("razao_social", "municipio", "uf")] == ["name", "city", "province"]


def test_a_number_of_a_customer_said_in_two_languages_is_no_name() -> None:
    found = proposed([["客戶ID", "公司名稱", "電話"], ["C001", "某某電子股份有限公司", "02-2345-6789"]])
    assert (targets(found)["客戶ID"], targets(found)["公司名稱"]) == ("notes", "name")
