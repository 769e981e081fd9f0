"""Which field each column goes to."""

from __future__ import annotations

import pytest

from app.transfer.columns.proposals import NOTES
from tests.transfer.mapping_tools import drafts, proposed, targets


def test_messy_customer_list() -> None:
    found = proposed([
        ["序", "客户名称(全)", "联系人/职务", "电 话", "地址", "上次联系", "成交额(万)", "级别", "备 注"],
        [1, "苏州恒瑞精密机械有限公司", "周建明/采购", "138 0000 2317", "尧峰西路88号", "2025.11.3", 18.6, "A", "老客户"],
        [2, "无锡拓嘉新材料有限公司", "吴敏", "139-0000-6402", "惠山区1号", "25/11/20", 21, "a", None],
    ])  # fmt: skip
    assert found.kind == "customers"
    assert targets(found) == {
        "序": "", "客户名称(全)": "name", "联系人/职务": "contact.name+contact.title", "电 话": "phone", "地址": "address",
        "上次联系": "last_contact_on", "成交额(万)": NOTES, "级别": "level", "备 注": NOTES,
    }  # fmt: skip
    labelled = {column.header: column.labelled for column in found.columns}
    assert labelled["成交额(万)"]
    assert not labelled["备 注"]


def test_every_column_says_how_sure_and_why() -> None:
    found = proposed([["客户名称", "手机", "某列"], ["甲公司", "13800001001", "x"], ["乙公司", "13800001002", "y"]])
    assert all(0 < column.confidence <= 1 and column.reason for column in found.columns)
    assert found.columns[1].evidence.samples == ("13800001001", "13800001002")


@pytest.mark.parametrize(
    ("header", "kind"),
    [
        (["姓名", "单位", "职务", "手机"], "contacts"),
        (["First Name", "Last Name", "Company", "E-mail"], "contacts"),
        (["公司名称", "联系人", "职位", "手机"], "customers"),
        (["customer_name", "contact_first_name", "contact_last_name", "phone"], "customers"),
    ],
)
def test_a_list_of_people_with_their_companies_is_one_of_contacts(header: list[str], kind: str) -> None:
    rows = {
        "姓名": "张伟",
        "单位": "甲公司",
        "职务": "经理",
        "手机": "13800001001",
        "First Name": "Ann",
        "Last Name": "Lee",
        "Company": "Acme",
    }
    rows |= {
        "E-mail": "a@b.example",
        "公司名称": "甲公司",
        "联系人": "李娜",
        "职位": "采购",
        "customer_name": "Acme",
        "phone": "555-123-4567",
    }
    rows |= {"contact_first_name": "Ann", "contact_last_name": "Lee"}
    assert proposed([header, [rows[one] for one in header]]).kind == kind


def test_prices_and_units_make_products() -> None:
    found = proposed([["品名", "规格型号", "单位", "含税单价(元)", "进价"], ["轴承", "6204", "只", "￥12.50", 10]])
    assert found.kind == "products"
    assert targets(found) == {
        "品名": "name",
        "规格型号": "specification",
        "单位": "unit",
        "含税单价(元)": "price",
        "进价": "cost",
    }


@pytest.mark.parametrize(
    "header",
    [
        ["订单编号", "客户名称", "商品名称", "数量", "金额"],
        ["Invoice Number", "Customer Name", "Invoice Date", "Item Name", "Total"],
        ["Ticket ID", "Ticket Name", "Ticket Status", "Create Date", "Contact"],
    ],
)
def test_orders_invoices_and_tickets_are_no_customers(header: list[str]) -> None:
    rows = [[f"X{number // 2}", "甲公司", "2024-01-02", number, 5] for number in range(4)]
    assert proposed([header, *rows]).kind is None


def test_helper_sheets_and_own_staff_are_left_out() -> None:
    rows = [["姓名", "手机"], ["张伟", "13800001001"]]
    assert proposed(rows, name="员工").kind is None
    assert proposed(rows, name="字典").kind is None
    assert proposed(rows, name="客户").kind == "customers"


def test_passwords_are_never_imported() -> None:
    found = proposed([["Email", "Password", "Last Name", "First Name"], ["a@b.example", "123456", "Pan", "Peter"]])
    assert targets(found)["Password"] == ""


def test_equal_headers_are_told_apart_and_the_filled_one_wins() -> None:
    found = proposed(
        [["Name", "Phone", "First Name", "Last Name", "Phone"], ["Acme", None, "Ann", "Lee", "555-123-4567"]]
    )
    assert targets(found)["Phone (2)"] == "phone"
    assert targets(found)["Phone"] == "contact.phone"


def test_a_column_without_header_is_known_by_what_is_in_it() -> None:
    found = proposed([
        ["苏州甲有限公司", "张伟", "13800001001", "苏州市吴中区东吴路1号", "a@jia.example"],
        ["无锡乙有限公司", "李娜", "13800001002", "无锡市滨湖区建筑路2号", "b@yi.example"],
    ])  # fmt: skip
    assert targets(found) == {"A": "name", "B": "contact.name", "C": "contact.mobile", "D": "address", "E": "email"}


def test_changing_a_column_takes_its_field_from_the_other() -> None:
    found = proposed([["客户名称", "电话", "座机"], ["甲公司", "13800001001", "0512-66001122"]])
    assert targets(found)["电话"] == "phone"
    changed = found.changed(2, ("phone",))
    assert targets(changed) == {"客户名称": "name", "电话": NOTES, "座机": "phone"}
    assert targets(found.changed(2, ("custom:座机",)))["座机"] == "custom:座机"
    assert targets(found.changed(2, ()))["座机"] == ""


def test_shipping_does_not_displace_billing() -> None:
    head = ["Name", "Shipping Street", "Billing Street", "Billing City", "Shipping City", "Phone"]
    found = targets(proposed([head, ["Acme", "2 Side St", "1 Main St", "Austin", "Dallas", "555-123-4567"]]))
    assert found["Billing Street"] == "address"
    assert found["Shipping Street"] == NOTES
    assert found["Billing City"] == "city"


def test_where_visitors_came_from_in_the_net_is_no_phone_number() -> None:
    rows = [["first_name", "last_name", "email", "ip_address"], ["Ida", "Holm", "ida@holm.example", "70.61.11.201"]]
    assert targets(proposed([*rows, ["Bo", "Lind", "bo@lind.example", "168.186.4.241"]]))["ip_address"] == "notes"


def test_an_italian_accounting_program_says_whose_registry_it_is() -> None:
    headers = [
        "Ragione Sociale",
        "Telefono Cli For",
        "Telefax Cli For",
        "Email Cli For",
        "EmailPEC",
        "IBAN Ana",
        "Banca Appoggio",
    ]
    row = [
        "RUBINETTI SRL",
        "0444 440011",
        "0444 440012",
        "a@rub.example",
        "p@pec.example",
        "IT60X0542811101000000123456",
        "BANCO SPA",
    ]
    found = targets(proposed([headers, row]))
    assert list(found.values()) == ["name", "phone", "fax", "email", "notes", "bank_account", "bank"]


def test_estado_is_a_status_where_it_says_activa() -> None:
    rows = [["Nombre", "Pais", "Telefono", "Estado"], ["Flores SL", "ESPAÑA", "+34612345678", "Activa"]]
    assert targets(proposed([*rows, ["Rosas SA", "ECUADOR", "+593983069088", "Inactiva"]]))["Estado"] == "status"


def test_postcodes_that_a_program_wrote_as_fractions() -> None:
    rows = [
        ["ragione_sociale", "cap", "comune"],
        ["Bertani SpA", "46043.0", "Castiglione"],
        ["Officine SpA", "38121.0", "Trento"],
    ]
    assert [one.customer["postcode"] for one in drafts(rows)] == ["46043", "38121"]


@pytest.mark.parametrize(
    ("header", "field"),
    [("Courriel", "email"), ("Correo", "email"), ("Tél", "phone"), ("Telefonnummer", "phone"), ("Телефон", "phone"),
     ("Мобильный", "mobile"), ("Факс", "fax"), ("联系号码", "phone")],
)  # fmt: skip
def test_what_reaches_a_person_in_a_list_of_persons_is_the_persons(header: str, field: str) -> None:
    value = "paul@durand.example" if field == "email" else "06 11 22 33 44"
    rows = [["Nom", "Prénom", "Société", "Fonction", header], ["DURAND", "Paul", "Durand & Fils", "Gérant", value]]
    assert targets(proposed(rows))[header] == field
