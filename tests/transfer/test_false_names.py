"""What only looks like customers, and lists of persons that have no plain names."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.records import queries
from app.records.workspace import Workspace
from app.transfer.commands import plan_import, run_import
from app.transfer.reading import read_workbook
from tests.transfer.mapping_tools import drafts, proposed, targets


def rows(header: str, *lines: str) -> list[list[str]]:
    """A table written with | between its cells."""
    return [line.split("|") for line in (header, *lines)]


def test_few_accounts_named_again_and_again_in_a_ledger_are_no_customers() -> None:
    lines = [f"Food|{bank}|{number}|{number * 2}" for number, bank in enumerate(["City Bank", "Main Bank"] * 4, 1)]
    assert proposed(rows("Category|Account|Debit|Credit", *lines)).kind is None


def test_who_works_on_tasks_is_no_customer() -> None:
    lines = [f"{number}|未着手|画面{number}|{who}" for number, who in enumerate(["大隅", "田中", "鈴木"] * 4, 1)]
    assert proposed(rows("NO|Status|画面|担当者", *lines)).kind is None


def test_repeated_customers_that_can_be_reached_stay_customers() -> None:
    lines = [f"某某五金|1380000{number:04}" for number in range(8)]
    assert proposed(rows("客户名称|手机", *lines)).kind == "customers"


def test_a_column_of_names_that_is_nearly_empty_makes_no_customers() -> None:
    lines = [f"{number}|{number * 3}|{'Acme' if number == 7 else ''}|x{number}" for number in range(1, 41)]
    assert proposed(rows("Rule|Level no|Client|Detail", *lines)).kind is None


def test_units_of_measure_are_no_companies() -> None:
    lines = [f"{number:03}|指标{number}|元|{number * 10}" for number in range(1, 9)]
    assert proposed(rows("指标代码|指 标 名 称|单 位|实 际", *lines)).kind is None


def test_a_contract_is_no_contact() -> None:
    lines = [f"{number}|OCPO {number}, 2015|{number * 7}" for number in range(1, 9)]
    assert proposed(rows("No|Contract|Settlement", *lines)).kind is None


@pytest.mark.parametrize("header", ["Account #", "Store#", "Customer #"])
def test_a_number_of_an_account_is_no_name(header: str) -> None:
    found = proposed(rows(f"{header}|Contact Name|Phone", "BC-92|Ann Weber|030 123456", "XZ-75|Tom Berg|030 123457"))
    assert targets(found)[header] == "notes"


def test_texts_and_days_alone_are_no_reminders() -> None:
    lines = [f"title {number}|2015-11-0{number}|{number}|0:04:1{number}" for number in range(1, 6)]
    assert proposed(rows("text|date|integer|time", *lines)).kind is None


def test_places_on_the_globe_are_no_phones_and_pictures_no_websites() -> None:
    found = proposed(
        rows(
            "Name *|Latitude|Longitude|Image URL|City",
            "Anna Weber|32.299076986939205|-95.30016|http://x.example/a.jpg|Tyler",
            "Tom Berg|32.317216|-95.29991|http://x.example/b.jpg|Tyler",
        )
    )
    assert [targets(found)[name] for name in ("Latitude", "Longitude", "Image URL")] == ["notes"] * 3


def test_persons_with_jobs_are_contacts() -> None:
    found = proposed(
        rows("姓名|手机号|职位|所属部门", "张伟|13800138011|工程师|研发部", "李娜|13800138012|会计|财务部")
    )
    assert (found.kind, targets(found)["职位"], targets(found)["所属部门"]) == ("contacts", "title", "department")


def test_a_list_of_mail_addresses_becomes_contacts(ws: Workspace, tmp_path: Path) -> None:
    file = tmp_path / "readers.csv"
    file.write_text("Email,Subscribed\nanna@x.example,2024-01-05\ntom@x.example,2024-02-06\n", "utf-8")
    (done,) = run_import(ws, plan_import(ws, [read_workbook(file)])).sheets
    assert (done.kind, done.counts["created"]) == ("contacts", 2)
    record = queries.find(ws, "contact", "tom@x.example")
    assert record["email"] == "tom@x.example"


def test_mail_addresses_in_orders_are_no_contacts() -> None:
    assert proposed(rows("Order ID|Email|Price", "1|a@x.example|5", "2|b@x.example|6")).kind is None


def test_a_card_with_nothing_but_a_name_is_a_contact(ws: Workspace, tmp_path: Path) -> None:
    file = tmp_path / "one.vcf"
    file.write_text("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Anna Weber\r\nEND:VCARD\r\n", "utf-8")
    (done,) = run_import(ws, plan_import(ws, [read_workbook(file)])).sheets
    assert (done.kind, done.counts["created"]) == ("contacts", 1)


def test_the_fuller_of_two_columns_with_companies_names_them() -> None:
    found = proposed(
        rows(
            "Supplier|Company|Lastname|Firstname|Phone",
            "|Weber GmbH|Weber|Anna|030 123456", "|Berg AG|Berg|Tom|030 123457", "Fest KG||Fest|Uwe|030 123458",
        )
    )  # fmt: skip
    assert targets(found)["Company"] == "customer"


def test_the_contact_is_who_is_called_so() -> None:
    found = proposed(
        rows(
            "客户名称|联系人|电话|公司",
            "张经理|张三|13800138000|某某科技有限公司",
            "李总|李四|13900139000|某某制造有限公司",
        )
    )
    assert (targets(found)["联系人"], targets(found)["公司"]) == ("contact.name", "name")


def test_words_for_no_name_are_no_part_of_a_name() -> None:
    found = drafts(
        rows(
            "First Name|Last Name|Email", "Anna|null|anna@x.example", "None|None|info@x.example", "Tom|Berg|t@x.example"
        )
    )
    assert [one.customer.get("name") or one.contact.get("name") for one in found][::2] == ["Anna", "Tom Berg"]


def test_a_list_with_numbers_of_its_own_can_be_written(ws: Workspace, tmp_path: Path) -> None:
    file = tmp_path / "任务.csv"
    file.write_text("编号,任务名称,截止日期,状态\n17,寄样品,2026-08-01,未完成\n18,回访,2026-08-02,未完成\n", "utf-8")
    (done,) = run_import(ws, plan_import(ws, [read_workbook(file)])).sheets
    assert (done.kind, done.counts["created"]) == ("reminders", 2)


def test_buyers_without_a_name_are_called_by_their_mail(ws: Workspace, tmp_path: Path) -> None:
    file = tmp_path / "buyers.csv"
    file.write_text(
        "id,Email,Name,Created\nc1,anna@x.example,Anna Weber,2023-03-08\nc2,tom@x.example,,2023-03-09\n", "utf-8"
    )
    (done,) = run_import(ws, plan_import(ws, [read_workbook(file)])).sheets
    assert (done.counts["created"], done.failed) == (2, 0)
    assert queries.find(ws, "customer", "tom@x.example")["kind"] == "person"


def test_orders_of_a_shop_make_no_customers_of_its_brands() -> None:
    header = "Name|Email|Financial Status|Fulfillment Status|Lineitem name|Lineitem quantity|Lineitem price|Billing Name|Vendor"
    lines = [
        f"#{number}|a{number}@x.example|paid|fulfilled|Cot|1|229|Anna {number}|Brand {number}"
        for number in range(1, 12)
    ]
    assert proposed(rows(header, *lines)).kind is None


def test_a_shop_knows_its_goods_by_their_sku() -> None:
    found = proposed(
        rows(
            "ID|SKU|Name|Sale price|Categories|In stock?",
            "745|cc-beanie|Beanie|18|Clothing > Accessories|1", "746|cc-belt|Belt|55|Clothing > Accessories|1",
        )
    )  # fmt: skip
    assert found.kind == "products"
    assert [targets(found)[name] for name in ("ID", "SKU", "Categories")] == ["notes", "code", "category"]


def test_a_contract_keeps_its_total_beside_its_rate_of_tax(ws: Workspace, tmp_path: Path) -> None:
    file = tmp_path / "合同台账.csv"
    file.write_text(
        "合同编号,合同名称,甲方单位,乙方单位,合同金额,税率,开票合计,签订日期\n"
        'HT-1,某桥检测,某市交通局,本公司,"500,000.00",9,"300,000.00",2023-04-01\n'
        'HT-2,某隧道监测,某高速公司,本公司,"800,000.00",9,0,2023-05-06\n',
        "utf-8",
    )
    (done,) = run_import(ws, plan_import(ws, [read_workbook(file)])).sheets
    assert (done.kind, done.counts["created"]) == ("quotes", 2)
    quote = queries.find(ws, "quote", "HT-2")
    assert quote["total"] == 800_000
    assert queries.get(ws, "customer", quote["customer"])["name"] == "某高速公司"


def test_codes_of_accounts_are_no_names_beside_names() -> None:
    lines = [
        f"{number}|{name}|C-6367{number}629|Wien"
        for number, name in enumerate(["Kassin", "Gaylor & Kling", "Stanton"], 1)
    ]
    assert targets(proposed(rows("ID|Name|Account|City", *lines))) == {
        "ID": "notes", "Name": "name", "Account": "notes", "City": "city",
    }  # fmt: skip


def test_a_second_name_that_few_companies_have_does_not_make_persons_of_them() -> None:
    found = drafts(rows("Name|Company name|VAT-ID", "Kassin LLC|Kassin Limited|AT1", "Stanton||AT2", "Lowe-Kling||AT3"))
    assert [(one.customer["name"], one.contact) for one in found] == [
        ("Kassin LLC", {}),
        ("Stanton", {}),
        ("Lowe-Kling", {}),
    ]
    assert "Kassin Limited" in found[0].customer["notes"]


def test_projects_with_their_days_and_requests_with_numbers_are_no_goods() -> None:
    lines = [f"{number}|Wiring {number}|Stanton PLC|P-5340{number}|" for number in range(3)]
    assert proposed(rows("ID|Name|Customer|Order number|Project Start", *lines)).kind is None
    asked = rows(
        "type|CaseNumber|Subject|Status|Description", "Case|00001029|Wrong colour|Escalated|White, not black ones"
    )
    assert proposed(asked).kind is None


def test_what_is_no_address_in_the_net_is_no_website() -> None:
    found = targets(proposed(rows("_website|_email|firstname|lastname", "base|ann@lee.example|Ann|Lee")))
    assert found["_website"] == "notes"


def test_the_category_of_goods_outdoes_their_type() -> None:
    found = targets(proposed(rows("ProductCode|ProductType|Name|Category|UnitCost", "V9|Default|Box file|Office|0.49")))
    assert (found["Category"], found["ProductType"]) == ("category", "notes")


@pytest.mark.parametrize(
    "numbers",
    [
        ("12.345.678/0001-95", "45.987.321/0001-07"), ("123.456.789-00", "321.456.789-10"), ("30-71234567-8", "20-12345678-1"),
        ("76.123.456-7", "9.987.654-K"), ("900.123.456-7", "800.321.654-1"), ("123-45-67890", "220-81-62517"),
    ],
)  # fmt: skip
def test_tax_numbers_are_no_phones_whatever_they_are_called(numbers: tuple[str, ...]) -> None:
    for header in ("Documento", "Doc.", "Identificación"):
        lines = [
            f"{name}|{number}|Lugo" for name, number in zip(("Padaria Sol Ltda", "Lira Reparos"), numbers, strict=True)
        ]
        found = drafts(rows(f"Nome|{header}|Cidade", *lines))
        assert [(one.customer.get("tax_number"), one.customer.get("phone")) for one in found] == [
            (number, None) for number in numbers
        ]


def test_numbers_of_phones_stay_phones() -> None:
    for number in ("010-1234-5678", "02-123-4567", "12 34 56 78", "495-123-45-67", "021-50801234", "9.8765.4321"):
        found = targets(proposed(rows("Nome|Linha 1|Cidade", f"Padaria Sol Ltda|{number}|Lugo")))
        assert found["Linha 1"] == "phone"


def test_a_word_for_somebody_before_what_is_told_of_him_names_nobody() -> None:
    found = targets(
        proposed(
            rows(
                "供应商名称|供应商税率|供应商产能|负责人意见",
                "申达轴承厂|13%|月产2万|同意",
                "凯迪电器厂|3%|月产5千|再议",
            )
        )
    )
    assert found == {"供应商名称": "name", "供应商税率": "notes", "供应商产能": "notes", "负责人意见": "notes"}
    assert targets(proposed(rows("供应商全名|电话", "申达轴承厂|0571-88001122")))["供应商全名"] == "name"


def test_a_column_of_links_holds_no_addresses() -> None:
    lines = ("江北水务局|http://a.example/1|江北路1号", "城南农业局|http://a.example/2|城南路9号")
    found = targets(proposed(rows("单位名称|原文地址|单位地址", *lines)))
    assert (found["原文地址"], found["单位地址"]) == ("notes", "address")
    shown = targets(proposed(rows("供应商名称|供应商官网地址", "申达轴承厂|www.a.example", "凯迪电器厂|www.b.example")))
    assert shown["供应商官网地址"] == "website"


@pytest.mark.parametrize(("beside", "field"), [("注册资本(万元)", "notes"), ("手机号", "created_on")])
def test_the_day_on_which_a_company_was_registered_is_not_when_it_became_a_customer(beside: str, field: str) -> None:
    said = ("500", "800") if field == "notes" else ("13800001111", "13900002222")
    found = proposed(
        rows(f"企业名称|注册日期|{beside}", f"申达轴承厂|2001-05-06|{said[0]}", f"凯迪电器厂|2003-07-08|{said[1]}")
    )
    assert targets(found)["注册日期"] == field


@pytest.mark.parametrize("other", ["申请人", "收货人", "店长"])
def test_who_is_called_the_contact_is_it_before_others(other: str) -> None:
    found = targets(proposed(rows(f"单位名称|{other}|联系人|电话", "申达轴承厂|陆家骏|蒋红|0571-88001122")))
    assert (found["联系人"], found[other]) == ("contact.name", "notes")


def test_numbers_and_names_of_japanese_suppliers() -> None:
    head = "仕入先コード|仕入先名|仕入先名略称|電話番号|電話番号検索用"
    found = targets(proposed(rows(head, "S01|株式会社北山製作所|北山|052-201-1122|0522011122")))
    assert list(found.values()) == ["notes", "name", "short_name", "phone", "notes"]


def test_who_is_insured_names_the_customer() -> None:
    head = "保单号|被保险人|车牌号|签单日期|保险到期日"
    found = proposed(
        rows(head, "P1|陆家骏|浙A10001|2020-05-06|2021-05-05", "P2|申达轴承厂|浙A10002|2020-06-07|2021-06-06")
    )
    assert (found.kind, targets(found)["被保险人"]) == ("customers", "name")


def test_who_is_to_be_reached_for_a_patient_is_not_the_patient() -> None:
    found = targets(
        proposed(
            rows(
                "入院日期|患者姓名|联系人姓名|联系人手机号1",
                "2021-05-02|武松|武植|13600530001",
                "2021-05-06|潘云|杨雄|13600530003",
            )
        )
    )
    assert (found["患者姓名"], found["联系人姓名"]) == ("name", "notes")


def test_companies_that_no_word_tells_beside_their_persons() -> None:
    lines = (
        "林则|13500100001|福州海星电子|采购",
        "黄蓉|13500100002|桃花岛贸易|经理",
        "郭啸|13500100003|牛家村农具|厂长",
    )
    found = proposed(rows("客户|手机|公司|职位", *lines))
    assert list(targets(found).values()) == ["contact.name", "contact.mobile", "name", "contact.title"]
    ours = targets(
        proposed(
            rows("客户|手机|公司", *(line.replace(line.split("|")[2], "总部").rpartition("|")[0] for line in lines))
        )
    )
    assert (ours["客户"], ours["公司"]) == ("name", "notes")


def test_who_sends_all_parcels_is_no_customer() -> None:
    lines = ("小王|0571-88001122|张三|13800000001|南京路1号", "小王|0571-88001122|李四|13800000002|上海路2号")
    found = targets(proposed(rows("寄件人|寄件电话|收件人|收件电话|收件地址", *lines)))
    assert list(found.values()) == ["notes", "notes", "name", "phone", "address"]
    each = tuple(line.replace("小王", f"王{number}") for number, line in enumerate(lines))
    assert targets(proposed(rows("寄件人|寄件电话|收件人|收件电话|收件地址", *each)))["寄件人"] == "name"
