"""Exports of known programs, from the file to the records."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from app.records import queries
from app.records.workspace import Workspace
from app.shared.phones import Phone
from app.transfer.columns.programs.recognised import recognise
from app.transfer.commands import plan_import, run_import
from app.transfer.reading import read_workbook
from app.transfer.reviewing.report import SheetResult
from tests.transfer import known_chinese, known_crm, known_erp, known_exports
from tests.transfer.known_exports import Export

NAMES = {
    "OUTLOOK": "Outlook", "OUTLOOK_WEB": "Outlook", "OUTLOOK_CHINESE": "Outlook", "GOOGLE": "Google Contacts",
    "GOOGLE_NEW": "Google Contacts", "SALESFORCE_ACCOUNTS": "Salesforce", "SALESFORCE_CONTACTS": "Salesforce",
    "SALESFORCE_REPORT": "Salesforce", "HUBSPOT_COMPANIES": "HubSpot", "HUBSPOT_CONTACTS": "HubSpot", "ZOHO_ACCOUNTS": "Zoho CRM",
    "ZOHO_CONTACTS": "Zoho CRM", "ZOHO_LEADS": "Zoho CRM", "SUITECRM_ACCOUNTS": "SuiteCRM", "SUITECRM_CONTACTS": "SuiteCRM",
    "ESPOCRM_ACCOUNTS": "EspoCRM", "ESPOCRM_CONTACTS": "EspoCRM", "VTIGER_ORGANIZATIONS": "vtiger", "VTIGER_CONTACTS": "vtiger",
    "ODOO": "Odoo", "ODOO_TECHNICAL": "Odoo", "DOLIBARR": "Dolibarr", "DOLIBARR_TECHNICAL": "Dolibarr", "DOLIBARR_CONTACTS": "Dolibarr",
    "ERPNEXT_CUSTOMERS": "ERPNext", "ERPNEXT_CODED": "ERPNext", "ERPNEXT_ADDRESSES": "ERPNext", "FRAPPE_TEMPLATE": "ERPNext",
    "SHOPIFY": "Shopify", "WOOCOMMERCE": "WooCommerce", "WOOCOMMERCE_ANALYTICS": "WooCommerce", "QUICKBOOKS_DESKTOP": "QuickBooks",
    "QUICKBOOKS_ONLINE": "QuickBooks", "GUANJIAPO": "管家婆", "JINGDOUYUN": "金蝶精斗云", "KINGDEE_K3": "金蝶", "CHANJET": "用友",
    "QINSI": "秦丝", "FXIAOKE": "纷享销客", "FXIAOKE_CONTACTS": "纷享销客", "XIAOSHOUYI": "销售易", "WECOM_CUSTOMERS": "企业微信",
    "ODOO_TEMPLATE": "Odoo", "ODOO_FLAGS": "Odoo", "ZOHO_BOOKS": "Zoho Books", "XERO": "Xero", "QCC": "企查查", "TIANYANCHA": "天眼查",
}  # fmt: skip
CONTACTS = frozenset(
    "OUTLOOK OUTLOOK_WEB OUTLOOK_CHINESE GOOGLE GOOGLE_NEW SALESFORCE_CONTACTS SALESFORCE_REPORT HUBSPOT_CONTACTS ZOHO_CONTACTS "
    "ZOHO_LEADS SUITECRM_CONTACTS ESPOCRM_CONTACTS VTIGER_CONTACTS DOLIBARR_CONTACTS SHOPIFY WOOCOMMERCE FXIAOKE_CONTACTS "
    "WECOM_CUSTOMERS".split()
)


def export(name: str) -> Export:
    """The export of this name."""
    found = next(
        one for module in (known_exports, known_crm, known_erp, known_chinese) if (one := getattr(module, name, None))
    )
    assert isinstance(found, Export)
    return found


def imported(ws: Workspace, folder: Path, name: str) -> SheetResult:
    """What the import of an export says."""
    (sheet,) = run_import(ws, plan_import(ws, [read_workbook(export(name).write(folder))])).sheets
    return sheet


def shown(value: Any) -> Any:
    """A value as a test writes it."""
    return value.normal if isinstance(value, Phone) else value.isoformat() if hasattr(value, "isoformat") else value


def customer(ws: Workspace, name: str) -> dict[str, Any]:
    """A customer's values."""
    return {key: shown(value) for key, value in queries.find(ws, "customer", name).values.items()}


def contacts(ws: Workspace, name: str) -> dict[str, dict[str, Any]]:
    """A customer's contacts by their names."""
    rows = queries.linked(ws, "contact", "customer", queries.find(ws, "customer", name).id)
    return {row["name"]: {key: shown(value) for key, value in row.values.items()} for row in rows}


def holds(record: dict[str, Any], **wanted: Any) -> None:
    """Whether a record has these values."""
    assert {key: record[key] for key in wanted} == wanted


@pytest.mark.parametrize("name", sorted(NAMES))
def test_the_program_and_its_kind_are_recognised_and_no_row_is_lost(ws: Workspace, tmp_path: Path, name: str) -> None:
    sheet = imported(ws, tmp_path, name)
    assert (sheet.program, sheet.kind) == (NAMES[name], "contacts" if name in CONTACTS else "customers")
    assert sheet.counts["created"] + sheet.counts["updated"] + sheet.counts["duplicates"] == sheet.rows
    assert [one for one in sheet.problems if one.fatal] == []


def test_lists_that_people_keep_are_no_programs() -> None:
    assert recognise(["客户名称", "联系人", "电话", "地址", "备注"]) is None
    assert recognise(["First Name", "Last Name", "Company", "Email", "Phone"]) is None
    assert recognise(["Name", "Street", "City", "Zip", "Phone"]) is None


def test_outlook_contacts_with_their_company_once(ws: Workspace, tmp_path: Path) -> None:
    sheet = imported(ws, tmp_path, "OUTLOOK")
    assert sheet.mapping["Job Title"] == "title"
    assert sheet.mapping["Title"] == "notes"
    assert sheet.mapping["Priority"] is None
    assert queries.count(ws, "customer") == 2
    holds(
        customer(ws, "Northgate Pumps Ltd"), address="12 Mill Lane, Unit 4", city="Leeds", province="West Yorkshire",
        postcode="LS1 4AP", country="United Kingdom", website="http://www.northgate.example", tags=("Key account", "Trade fair"),
    )  # fmt: skip
    people = contacts(ws, "Northgate Pumps Ltd")
    holds(
        people["Oliver Grant"], title="Buyer", department="Purchasing", phone="+441134960000", mobile="+447700900123",
        fax="+441134960001", email="oliver.grant@northgate.example", birthday=None, gender=None,
    )  # fmt: skip
    for line in (
        "Met in Hannover.\nWants a yearly contract.",
        "Home Phone: +44 113 496 0777",
        "E-mail 2 Address: o.grant@home.example",
        "Spouse: Ann",
    ):
        assert line in people["Oliver Grant"]["notes"]
    holds(people["Amy Jane Stone"], title="Director", birthday="1980-04-17", notes=None)
    holds(customer(ws, "Maria Kelly"), kind="person", address="3 Rose Court, York, YO1 7HH")
    holds(contacts(ws, "Maria Kelly")["Maria Kelly"], phone="+441904496000", address="3 Rose Court, York, YO1 7HH")


def test_chinese_outlook_contacts(ws: Workspace, tmp_path: Path) -> None:
    imported(ws, tmp_path, "OUTLOOK_CHINESE")
    holds(
        customer(ws, "无锡华泰轴承有限公司"),
        city="无锡市",
        province="江苏省",
        postcode="214100",
        address="惠山区工业路18号",
        tags=("重点", "轴承"),
    )
    holds(
        contacts(ws, "无锡华泰轴承有限公司")["周建国"], title="部长", department="采购部", phone="+8651083550101",
        mobile="+8613800002201", fax="+8651083550102", email="zhou@huatai.example", birthday="1976-05-20",
    )  # fmt: skip
    holds(customer(ws, "陈丽"), kind="person", address="无锡市梁溪区中山路5号", city="无锡市")


def test_a_person_without_a_company_is_not_put_under_the_one_before(ws: Workspace, tmp_path: Path) -> None:
    imported(ws, tmp_path, "OUTLOOK_WEB")
    assert list(contacts(ws, "苏州恒达机电有限公司")) == ["赵晓峰"]
    holds(customer(ws, "孙敏"), kind="person")


def test_google_says_of_which_sort_each_number_is(ws: Workspace, tmp_path: Path) -> None:
    sheet = imported(ws, tmp_path, "GOOGLE")
    assert (sheet.mapping["Phone 1 - Value"], sheet.mapping["Phone 1 - Type"]) == ("phone", None)
    holds(
        customer(ws, "Lund Ventilation AB"),
        address="Storgatan 5",
        city="Stockholm",
        postcode="111 23",
        country="SE",
        tags=("Buyers", "Sweden"),
    )
    people = contacts(ws, "Lund Ventilation AB")
    holds(
        people["Hanna Berg"], mobile="+46701740605", phone="+46846500401", fax="+46846500499", email="hanna@lundvent.example",
        title="Project manager", birthday="1979-08-21",
    )  # fmt: skip
    assert "berg@lundvent.example" in people["Hanna Berg"]["notes"]
    assert "E-mail 2 - Value (Home): hanna@home.example" in people["Hanna Berg"]["notes"]
    assert "Given Name" not in people["Hanna Berg"]["notes"]
    holds(contacts(ws, "刘洋")["刘洋"], mobile="+8613800002301", phone="+8613900002302")
    assert set(people) == {"Hanna Berg", "Erik Lund"}


def test_googles_newer_layout(ws: Workspace, tmp_path: Path) -> None:
    imported(ws, tmp_path, "GOOGLE_NEW")
    juan = contacts(ws, "Talleres Pérez SL")["Juan Pérez"]
    holds(juan, phone="+34910500001", mobile="+34600000001", title="Gerente")
    assert "Phone 3 - Value (Home): +34 910 50 00 02" in juan["notes"]
    assert "Custom Field 1 - Value (Dept code): M-7" in juan["notes"]
    assert "--05-11" in juan["notes"]
    holds(customer(ws, "Ferretería Sol"), phone="+34910500009")
    assert contacts(ws, "Ferretería Sol") == {}


def test_salesforce_accounts_and_contacts(ws: Workspace, tmp_path: Path) -> None:
    imported(ws, tmp_path, "SALESFORCE_ACCOUNTS")
    edge = customer(ws, "Edge Tools, Inc.")
    holds(
        edge, address="1 Main Street, Suite 12", city="Austin", province="TX", postcode="78767", country="USA", phone="+15125550100",
        fax="+15125550101", website="www.edgetools.example", industry="Electronics", source="Web", created_on="2019-03-11",
        last_contact_on="2024-01-15",
    )  # fmt: skip
    assert "0015g00000AAAAAAA1" in edge["notes"]
    assert "IsDeleted" not in edge["notes"]
    imported(ws, tmp_path, "SALESFORCE_REPORT")
    assert set(contacts(ws, "Grand Hotels")) == {"Tim Barr", "John Bond"}
    holds(contacts(ws, "Grand Hotels")["Tim Barr"], title="SVP, Administration", email="tim@grand.example")
    holds(customer(ws, "Grand Hotels"), city="Chicago", owner="Pat Lee")


def test_hubspot_domain_is_the_website_where_there_is_no_other(ws: Workspace, tmp_path: Path) -> None:
    imported(ws, tmp_path, "HUBSPOT_COMPANIES")
    holds(
        customer(ws, "Kestrel Foods"),
        address="25 First Street, 2nd Floor",
        province="MA",
        status="active",
        website="kestrel.example",
    )
    holds(customer(ws, "Marlow & Sons"), website="marlow.example", status="prospect")
    parent = queries.find(ws, "customer", "Kestrel Foods").id
    holds(customer(ws, "Marlow & Sons"), parent_company=parent)
    imported(ws, tmp_path, "HUBSPOT_CONTACTS")
    holds(contacts(ws, "Kestrel Foods")["Lena Ortiz"], title="Head of Purchasing", mobile="+16175550133")
    holds(customer(ws, "Sam Doe"), kind="person")


def test_zoho_vendors_do_not_make_every_account_a_supplier(ws: Workspace, tmp_path: Path) -> None:
    imported(ws, tmp_path, "ZOHO_CONTACTS")
    holds(customer(ws, "Kumar Castings Pvt Ltd"), kind="company", city="Pune")
    holds(contacts(ws, "Kumar Castings Pvt Ltd")["Ravi Kumar"], title="CEO", mobile="+919820000140")
    imported(ws, tmp_path, "ZOHO_ACCOUNTS")
    holds(customer(ws, "Kumar Castings Pvt Ltd"), tags=("Foundry", "West"), website="http://kumar.example")
    holds(customer(ws, "Desai Bearings"), kind="supplier")


def test_vtiger_names_its_modules_before_names(ws: Workspace, tmp_path: Path) -> None:
    imported(ws, tmp_path, "VTIGER_ORGANIZATIONS")
    imported(ws, tmp_path, "VTIGER_CONTACTS")
    assert list(contacts(ws, "Orient Textiles")) == ["Asha Rao"]


@pytest.mark.parametrize(
    ("name", "company", "person", "title"),
    [
        ("ODOO", "Deco Addict", "Addison Olson", "Sales Representative"),
        ("ODOO_TECHNICAL", "Gemini Furniture", "Edwin Hansen", "Marketing Manager"),
    ],
)
def test_odoo_persons_stand_below_their_company(
    ws: Workspace, tmp_path: Path, name: str, company: str, person: str, title: str
) -> None:
    sheet = imported(ws, tmp_path, name)
    assert sheet.problems == ()
    holds(customer(ws, company), kind="company", country="United States")
    found = contacts(ws, company)[person]
    holds(found, title=title)
    assert found["phone"].startswith("+1")


def test_dolibarr_technical_names(ws: Workspace, tmp_path: Path) -> None:
    imported(ws, tmp_path, "DOLIBARR_TECHNICAL")
    holds(
        customer(ws, "Boulangerie Soleil"), address="1 place du Marché", postcode="33000", city="Bordeaux", province="Gironde",
        tax_number="FR44123456780", email="bonjour@soleil.example", created_on="2023-02-01",
    )  # fmt: skip


def test_a_frappe_template_begins_where_it_says(ws: Workspace, tmp_path: Path) -> None:
    sheet = imported(ws, tmp_path, "FRAPPE_TEMPLATE")
    assert (sheet.header_row, sheet.rows) == (10, 2)
    holds(customer(ws, "Lagoon Boats Ltd"), kind="company", mobile="+919820000190", tags=("Commercial",))
    holds(customer(ws, "Asha Menon"), kind="person")


def test_shops_customers_are_persons_and_their_companies(ws: Workspace, tmp_path: Path) -> None:
    imported(ws, tmp_path, "SHOPIFY")
    holds(
        customer(ws, "Emma Fields"),
        kind="person",
        address="8 Oak Street, Apt 3",
        postcode="97201",
        tags=("VIP", "newsletter"),
    )
    assert list(contacts(ws, "Gray Interiors")) == ["Noah Gray"]
    imported(ws, tmp_path, "WOOCOMMERCE")
    zoe = contacts(ws, "West Crafts")["Zoe West"]
    assert "$P$" not in str(zoe)
    holds(zoe, title=None, phone="+442079460105")


def test_quickbooks_bill_to_is_the_address_without_the_names(ws: Workspace, tmp_path: Path) -> None:
    imported(ws, tmp_path, "QUICKBOOKS_DESKTOP")
    holds(
        customer(ws, "Ecker Designs"), address="123 Hickory Street, Bayshore, CA 94326", city="Bayshore", province="CA", postcode="94326",
        phone="+14155552200", payment_terms="Due on receipt",
    )  # fmt: skip
    assert list(contacts(ws, "Ecker Designs")) == ["Kimberly Ecker"]
    imported(ws, tmp_path, "QUICKBOOKS_ONLINE")
    holds(customer(ws, "Bill's Windsurf Shop"), phone="+14154446538", mobile="+14154446539", city="Half Moon Bay")
    assert list(contacts(ws, "Bill's Windsurf Shop")) == ["Bill Lucchini"]


def test_chinese_ledgers(ws: Workspace, tmp_path: Path) -> None:
    imported(ws, tmp_path, "GUANJIAPO")
    holds(
        customer(ws, "昆山宏图五金有限公司"),
        short_name="昆山宏图",
        phone="+8651257550101",
        tax_number="91320583MA1X00000A",
    )
    assert set(contacts(ws, "昆山宏图五金有限公司")) == {"钱军", "孙莉"}
    imported(ws, tmp_path, "JINGDOUYUN")
    holds(
        customer(ws, "常州卓力电器有限公司"), province="江苏省", city="常州市", address="新北区黄河路20号", owner="何琳", level="A",
        bank_account="1105020109001234567",
    )  # fmt: skip
    imported(ws, tmp_path, "CHANJET")
    holds(
        customer(ws, "南通海安轴瓦有限公司"),
        kind="company",
        owner="丁一",
        tax_number="91320621MA1X00000D",
        tags=("重点客户",),
    )
    holds(customer(ws, "如皋铸件厂"), kind="supplier")
    imported(ws, tmp_path, "KINGDEE_K3")
    holds(customer(ws, "扬州天成纺织"), owner="马超", status="active")
    holds(contacts(ws, "扬州天成纺织")["沈芳"], department=None)


def test_chinese_crm_programs(ws: Workspace, tmp_path: Path) -> None:
    imported(ws, tmp_path, "FXIAOKE")
    holds(
        customer(ws, "宁波瑞丰电子有限公司"), owner="韩梅", level="A", status="prospect", address="鄞州区首南街道1号", city="宁波市",
        last_contact_on="2024-04-02",
    )  # fmt: skip
    assert contacts(ws, "宁波瑞丰电子有限公司") == {}
    imported(ws, tmp_path, "FXIAOKE_CONTACTS")
    people = contacts(ws, "宁波瑞丰电子有限公司")
    holds(people["江涛"], title="采购经理", mobile="+8613800003511", is_primary=True, gender="male")
    assert set(people) == {"江涛", "白雪"}
    imported(ws, tmp_path, "WECOM_CUSTOMERS")
    holds(customer(ws, "海风"), kind="person", owner="何琳", tags=("意向客户", "华东"))
    holds(contacts(ws, "大明机械")["陈晓东"], title="采购")


def test_registers_of_companies(ws: Workspace, tmp_path: Path) -> None:
    imported(ws, tmp_path, "QCC")
    found = customer(ws, "绍兴明达印染有限公司")
    holds(
        found, tax_number="91330621MA1X00000E", industry="纺织业", phone="+8657584550801", mobile="+8613800003801", status="prospect",
        address="浙江省绍兴市柯桥区滨海工业区1号",
    )  # fmt: skip
    for line in ("登记状态: 存续", "注册资本: 1000万元人民币", "经营范围: 印染、纺织品销售"):
        assert line in found["notes"]
    assert "纳税人识别号" not in found["notes"]
    assert "0575-84550802" in found["notes"]
    assert list(contacts(ws, "绍兴明达印染有限公司")) == ["骆明"]


def test_odoo_says_in_several_ways_what_is_a_company(ws: Workspace, tmp_path: Path) -> None:
    imported(ws, tmp_path, "ODOO_TEMPLATE")
    holds(customer(ws, "Harbor Grocers"), kind="company", address="51 Pier Street, #401", phone="+14155550170")
    assert list(contacts(ws, "Harbor Grocers")) == ["Bob"]
    sheet = imported(ws, tmp_path, "ODOO_FLAGS")
    assert sheet.problems == ()
    holds(customer(ws, "Sunrise Shelves"), kind="company", city="San José")
    holds(customer(ws, "Michael Vale"), kind="person")
    assert list(contacts(ws, "Sunrise Shelves")) == ["Roger Hill"]


def test_bookkeeping_programs(ws: Workspace, tmp_path: Path) -> None:
    imported(ws, tmp_path, "ZOHO_BOOKS")
    holds(customer(ws, "Lantern Works"), payment_terms="Net 30", status="active", city="Bergen", phone=None)
    holds(contacts(ws, "Lantern Works")["Theo Oden"], phone=None)
    imported(ws, tmp_path, "XERO")
    holds(
        customer(ws, "Bayside Rowing"),
        city="Ridge Heights",
        postcode="6001",
        bank_account="01-0123-0123456-00",
        phone="+6445550145",
    )
    assert list(contacts(ws, "Bayside Rowing")) == ["Bob Part"]
