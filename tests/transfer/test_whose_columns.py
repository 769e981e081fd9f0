"""Columns that tell something of others than the customers of a list: of the user's own shops, people and dwellings."""

from __future__ import annotations

import pytest

from app.records.workspace import Workspace
from app.transfer.columns.proposing import propose
from app.transfer.queries import make_plan, proposals
from tests.transfer.mapping_tools import WORDS, book, proposed, sheet, targets


def rows(header: str, *lines: str) -> list[list[str]]:
    """A table written with | between its cells."""
    return [line.split("|") for line in (header, *lines)]


@pytest.mark.parametrize(
    "header", ["小区名称|客户姓名|联系电话", "门店|会员姓名|联系电话", "校区|学员姓名|联系电话", "楼盘|姓名|联系电话"]
)
def test_where_somebody_lives_or_goes_to_is_no_customer(header: str) -> None:
    found = proposed(rows(header, "阳光花园|张三|13800138000", "锦绣江南|李四|13900139000"))
    assert (found.kind, list(targets(found).values())) == ("customers", ["notes", "name", "phone"])


def test_a_shop_with_its_manager_stays_a_customer() -> None:
    found = proposed(rows("门店名称|店长|电话", "人民广场店|张三|13800138000", "五角场店|李四|13900139000"))
    assert targets(found)["门店名称"] == "name"


def test_the_address_of_who_is_in_charge_of_a_person_is_not_his_own() -> None:
    lines = ("吕佳怡|13711220001|amy@school.example", "彭宇|13711220002|leo@school.example")
    assert targets(proposed(rows("姓名|手机号|负责人邮箱", *lines)))["负责人邮箱"] == "notes"
    firms = ("申达轴承有限公司|陆家骏|a@b.example", "凯迪电器厂|蒋红|c@d.example")
    assert targets(proposed(rows("公司名称|负责人|负责人邮箱", *firms)))["负责人邮箱"] == "contact.email"


def test_the_department_right_behind_who_serves_the_customer_is_ones_own() -> None:
    line = "甲有限公司|{}|外销课|林志明|03-5770001"
    own = targets(proposed(rows("客户名称|业务员|部门|联系人|电话", line.format("王小华"), line.format("李建宏"))))
    theirs = targets(proposed(rows("客户名称|联系人|部门|业务员|电话", line.format("王小华"), line.format("李建宏"))))
    assert (own["部门"], theirs["部门"]) == ("notes", "contact.department")


def test_yes_and_no_are_nobody_s_names() -> None:
    header = "门店|经销商|门店经销商名称|拜访日期|拜访结果|拜访目的|下次拜访日期"
    lines = (
        "是|否|光华店|2019-03-05|同意上架|铺货|2019-03-19", "否|是|兴旺商贸|2019-03-07|已签字|续约|2019-04-07",
        "是|否|抚琴店|2019-03-06|已补|陈列|2019-03-12",
    )  # fmt: skip
    found = propose(sheet(rows(header, *lines)), WORDS, hint="拜访记录")
    assert (found.kind, targets(found)["门店经销商名称"], targets(found)["经销商"]) == (
        "activities",
        "customer",
        "notes",
    )


def test_a_plain_name_beside_the_company_and_its_person_is_what_it_is_called() -> None:
    found = proposed(rows(
        "Nombre|Razón Social|CUIT|Persona de Contacto|Estado", "El Tornillo|Tornillo Hnos. S.R.L.|30-71234567-8|Marcelo Ruiz|activo",
        "Café Central|Central Gastronómica S.A.|30-70999888-1|Lucía Paz|inactivo", "Andinos|Andinos S.A.|30-71555444-3|Inés Oro|activo",
    ))  # fmt: skip
    assert list(targets(found).values()) == ["short_name", "name", "tax_number", "contact.name", "status"]


def test_a_state_is_a_province_where_provinces_stand() -> None:
    lines = ("Uno S.A.|Jalisco", "Dos S.A.|Sonora", "Tres S.A.|Puebla")
    assert targets(proposed(rows("Empresa|Estado", *lines)))["Estado"] == "province"


@pytest.mark.parametrize(("header", "kind"), [
    ("Kundennummer|Firma|Vorname|Nachname|Position", "customers"), ("Firma|Vorname|Nachname|Position|Telefon", "contacts"),
])  # fmt: skip
def test_companies_numbered_once_are_customers_with_their_persons(header: str, kind: str) -> None:
    cells = {
        "customers": "K-{0}|Seeblick {0} GmbH|Ute|Maier|Leitung",
        "contacts": "Seeblick {0} GmbH|Ute|Maier|Leitung|0703{0}12345",
    }
    assert proposed(rows(header, *(cells[kind].format(number) for number in range(1, 4)))).kind == kind


def test_numbers_of_customers_are_no_postcodes() -> None:
    found = proposed(rows("Código|Razón Social|Ciudad", "C-0001|ElectroTech S.A.|Morón", "C-0002|Gómez S.A.|Morón"))
    assert targets(found)["Código"] == "notes"


def test_the_number_of_a_quote_that_few_leads_have_makes_no_list_of_quotes() -> None:
    header = "Client Name|Contact Person|Contact Email|Quote Number|Order Number|Invoice Number"
    lines = (
        "ABC Works|John Smith|john@abc.example|||",
        "Delta Foods|Kim Park|kim@delta.example|Q-1||",
        "Harbor|Lee|l@h.example|Q-2|S-1|I-1",
    )
    assert proposed(rows(header, *lines)).kind == "customers"


@pytest.mark.parametrize("header", [
    "Deal name|Amount|Account|Closed date", "Deal Title|Value|Organization|Close Date", "Opportunity Name|Amount|Company|Close Date",
])  # fmt: skip
def test_deals_are_known_by_their_name_and_amount(ws: Workspace, header: str) -> None:
    file = book(sheet(rows(header, "Expansion|50000|Acme Corp|2026-01-30", "Licence|85000|Stripe Inc|2026-02-15")))
    (found,) = proposals(ws, file)
    assert (found.kind, list(targets(found).values())) == ("quotes", ["project", "total", "customer", "won_on"])
    assert len(make_plan(ws, [(file, (found,))]).sheets[0].rows) == 2


def test_a_word_of_headers_that_rows_repeat_is_no_header() -> None:
    found = propose(sheet(rows(
        "Date|Activity Type|Subject|Description|Related Record Type|Related Record Name|Recorded By",
        "12/3/2025|CALL|Intro|Discussed pricing|Account|Orchid Hotels|Vikram S",
        "13/3/2025|MEETING|Demo|Showed the module|Account|Orchid Hotels|Vikram S",
        "17/3/2025|EMAIL|Proposal|Sent the proposal|Account|Lotus Clinics|Anu P",
    )), WORDS)  # fmt: skip
    assert (found.kind, found.layout.header_row, len(found.layout.data)) == ("activities", 1, 3)
    assert (targets(found)["Related Record Name"], targets(found)["Recorded By"]) == ("customer", "author")


def test_repair_orders_are_a_log_of_repairs() -> None:
    header = "维修单号|用户|手机型号|总计收费|下单日期|维修人|备注"
    lines = (
        "WX1|马超|iPhone 8|380|2019-03-01|阿杰|换屏",
        "WX2|林小娟|P20|0|2019-03-01|阿杰|清理",
        "WX3|马超|iPad|260|2019-03-04|小周|",
    )
    found = propose(sheet(rows(header, *lines), name="维修订单表"), WORDS)
    assert (found.kind, targets(found)["用户"], targets(found)["下单日期"]) == ("activities", "customer", "done_at")


def test_who_is_in_charge_without_a_number_is_no_second_contact() -> None:
    header = "公司名称|联系人姓名|手机|负责人名字|负责人部门"
    found = proposed(rows(header, "北星贸易有限公司|张三|13800138000|陈默|一部", "南风商行|李四|13900139000|林静|二部"))
    assert list(targets(found).values()) == ["name", "contact.name", "contact.mobile", "owner", "notes"]


def test_who_supplied_the_goods_is_not_who_asks_for_them() -> None:
    header = "日期|报价编号|客户名称|报价型号|报价数量(pcs)|成本价|报价(RMB)|供应商"
    lines = ("2026-01-08|BJ1|SAMJIN|STM32|500|6.80|7.50|华强芯城", "2026-01-09|BJ2|DAEHAN|LM358|3000|0.42|0.50|云汉")
    found = targets(propose(sheet(rows(header, *lines)), WORDS, hint="报价记录"))
    assert (found["客户名称"], found["供应商"], found["报价数量(pcs)"]) == ("customer", "notes", "quote_line.quantity")


def test_of_two_persons_of_a_visit_the_one_who_is_named_is_the_customer_s() -> None:
    header = "实施人|对接人|拜访时间|姓名|机构名称|拜访内容"
    lines = (
        "秦凯|李丽|2024/7/3|王建军|郑州医院|试用反馈",
        "秦凯|李丽|2024/7/5|申涛|洛阳医院|送资料",
        "秦凯|李丽|2024/7/6|郭敏|郑州医院|约时间",
    )
    found = targets(propose(sheet(rows(header, *lines)), WORDS, hint="拜访登记"))
    assert (found["实施人"], found["姓名"]) == ("author", "contact.name")


def test_complaints_are_a_log_of_services() -> None:
    header = "客户名称|客诉编号|反馈日期|产品型号|不良现象|责任人"
    lines = (
        "创维|KS1|2020-12-03|TM-4K|开机花屏|黄涛",
        "步步高|KS2|2020-12-09|BK-77|按键卡滞|吴越",
        "创维|KS3|2020-12-20|TM-4K|外箱破损|黄涛",
    )
    found = propose(sheet(rows(header, *lines)), WORDS)
    assert (found.kind, targets(found)["不良现象"], targets(found)["反馈日期"]) == ("activities", "text", "done_at")


def test_who_owns_what_a_list_is_of_is_the_customer_where_his_number_stands_beside() -> None:
    header = "Property Address|Owner|Owner Phone|Owner Email|Tenant|Rent"
    lines = (
        "12 Oak Ave|Sam Lowe|555-4001|sam@l.example|T. Reed|1850",
        "9 Elm Ct|Rita Vega|555-4002|rita@v.example|J. Moss|2100",
    )
    found = targets(proposed(rows(header, *lines)))
    assert (found["Owner"], found["Owner Phone"], found["Tenant"]) == ("name", "phone", "notes")


def test_names_behind_the_numbers_of_staff_are_no_contacts() -> None:
    found = targets(
        proposed(rows("工号|姓名|客户|电话", "S01|李伟|宏达机械厂|13800001111", "S02|王芳|永盛五金厂|13800002222"))
    )
    assert (found["姓名"], found["客户"]) == ("notes", "name")


def test_a_list_of_prospects_is_one_of_customers() -> None:
    found = proposed(rows("Prospect|Phone|Sales rep", "John Hill|555-3001|Dan", "Ed Kerr|555-3002|Dan"))
    assert (found.kind, list(targets(found).values())) == ("customers", ["name", "phone", "owner"])


def test_calls_that_came_in_are_talks() -> None:
    header = "日期|来电人|公司|电话|咨询内容|处理|接听人"
    lines = (
        "3月5日|赵小姐|杭州科技|0571-81110001|问报价|已发微信|小周",
        "3月6日|钱先生|宁波贸易|0574-81110002|要样品|安排寄样|小周",
    )
    found = propose(sheet(rows(header, *lines)), WORDS)
    assert found.kind == "activities"
    assert [targets(found)[name] for name in ("来电人", "咨询内容", "处理", "接听人")] == [
        "contact.name",
        "text",
        "outcome",
        "author",
    ]


def test_offers_with_a_number_and_an_amount_are_quotes() -> None:
    header = "Date|Client|Objet|N° devis|Montant HT|Statut"
    lines = (
        "12/01/2023|Mairie de Sète|Réfection toiture|D2301|12500,00|Accepté",
        "15/01/2023|SCI Les Pins|Peinture|D2302|3400,00|En attente",
    )
    found = propose(sheet(rows(header, *lines)), WORDS)
    assert (found.kind, list(targets(found).values())) == (
        "quotes",
        ["date", "customer", "project", "number", "total", "status"],
    )


@pytest.mark.parametrize("header", ["手机/微信同号", "手机（微信同号）", "微信同号"])
def test_a_mobile_number_that_is_the_wechat_name_as_well(header: str) -> None:
    found = proposed(rows(f"客户名称|{header}", "兴旺五金厂|13711110001", "金利锁业|13711110002"))
    assert targets(found)[header] == "mobile"


def test_projects_of_a_customer_are_no_goods() -> None:
    found = proposed(
        rows("招标单位|项目名称|我司报价|中标价", "市第一医院|CT采购|3500000|3380000", "市二中|空调|280000|280000")
    )
    assert (found.kind, targets(found)["招标单位"]) == ("customers", "name")


def test_the_address_and_phone_on_invoices_are_the_company_s() -> None:
    header = "公司名称|税号|地址、电话|邮寄地址|收件人"
    found = targets(proposed(rows(
        header, "宏达机械有限公司|91320500MA1XXXXX01|苏州工业园区星海街5号 0512-66660001|同上|王会计",
        "永盛五金有限公司|91320583MA1XXXXX02|昆山玉山镇萧林路8号 0512-57770002|昆山玉山镇1号|李会计",
    )))  # fmt: skip
    assert (found["地址、电话"], found["邮寄地址"], found["收件人"]) == ("address+phone", "notes", "contact.name")


def test_the_readers_of_a_newsletter_have_the_names_that_are_told() -> None:
    lines = ("a@x.example|Ann|2022-01-01", "b@y.example||2022-02-01", "c@z.example|Bo|2022-02-03")
    found = proposed(rows("email|first_name|subscribed_at", *lines))
    assert (found.kind, targets(found)["first_name"]) == ("contacts", "name")


@pytest.mark.parametrize("header", ["物流单号", "运单编号"])
def test_the_number_of_a_parcel_is_none_of_the_sale(header: str) -> None:
    lines = ("2023-05-01|宏达公司|密封圈|1000|DB001", "2023-05-03|永盛厂|垫片|2000|SF002")
    found = propose(sheet(rows(f"发货日期|客户名称|产品|数量|{header}", *lines)), WORDS, hint="发货记录")
    assert (found.kind, targets(found)[header]) == ("quotes", "notes")


def test_german_offers_are_known_by_number_and_net_sum() -> None:
    header = "Angebotsnr.|Datum|Kunde|Projekt|Summe netto|Status"
    found = propose(
        sheet(
            rows(
                header, "A-1|03.01.2022|Brandt KG|Umbau|12.500,00|offen", "A-2|07.01.2022|Olsen|Neubau|48.000,00|offen"
            )
        ),
        WORDS,
    )
    assert (found.kind, targets(found)["Summe netto"]) == ("quotes", "total")


def test_activities_with_the_address_of_a_contact_are_talks() -> None:
    header = (
        "Activity ID|Activity Type|Activity Date|Activity Owner|Notes/Description|Call Outcome|Task Status|"
        "Associated Contact Email"
    )
    found = propose(sheet(rows(
        header, "A1|Call|2023-04-05|dwight@o.example|Talked about price|Connected||amy@x.example",
        "A2|Note|2023-05-05|pam@o.example|Wants a demo|||bob@x.example",
        "A3|Note|2023-06-05|pam@o.example|Follow it||In Progress|bob@x.example",
    )), WORDS)  # fmt: skip
    said = targets(found)
    assert found.kind == "activities"
    assert [said[name] for name in header.split("|")[1:]] == [
        "kind", "done_at", "author", "text", "outcome", "notes", "contact.email",
    ]  # fmt: skip


def test_states_that_look_like_names_are_none() -> None:
    lines = ("t1|In Progress|a@x.example", "t2|Not Started|b@x.example", "t3|Waiting For|c@x.example")
    assert targets(proposed(rows("Nr|Task Status|Reply to", *lines)))["Task Status"] != "name"


def test_the_seller_beside_a_company_is_not_the_customer() -> None:
    header = "Supplier|Company|Lastname|Firstname|City"
    lines = (
        "||Pan|Peter|New York",
        "|Räuber GmbH|Hook|James|Berlin",
        "U.P.S||Austin|Steve|Atlanta",
        "||Lily|Tiger|Flagstaff",
    )
    found = targets(proposed(rows(header, *lines)))
    assert (found["Company"], found["Supplier"], found["Lastname"]) == ("customer", "notes", "name")


@pytest.mark.parametrize(
    ("name", "kind"), [("freshbooks_clients", "customers"), ("contacts", "contacts"), ("Sheet1", "contacts")]
)
def test_a_list_called_clients_has_companies_with_a_person_each(name: str, kind: str) -> None:
    lines = ("Marge Cakes|Marge|Simpson|marge@s.example", "X-Men|Scott|Summer|s@x.example")
    assert proposed(rows("Organization|First Name|Last Name|Email", *lines), name=name).kind == kind


def test_the_shop_that_sold_is_not_who_bought() -> None:
    header = "门店|订单编号|订单日期|客户姓名|客户电话|销顾电话|商品名称|商品单价|商品数量"
    lines = (
        "光华店|F001|2019-03-01|张三|13800001111|13900009999|衣柜|3200|1",
        "光华店|F002|2019-03-02|李四|13800002222|13900009999|橱柜|5200|1",
    )
    found = propose(sheet(rows(header, *lines)), WORDS)
    assert found.kind == "quotes"
    assert [targets(found)[name] for name in ("门店", "客户姓名", "客户电话", "销顾电话")] == [
        "notes",
        "customer",
        "customer.phone",
        "notes",
    ]


def test_goods_for_a_project_are_called_by_their_own_name() -> None:
    header = "项目名称|物品名称|物品规格|供应商名称|单位|单价"
    found = proposed(rows(header, "一期|电缆|3*2.5|远东|米|5.5", "一期|开关|10A|正泰|个|12"))
    assert (found.kind, targets(found)["物品名称"], targets(found)["供应商名称"]) == ("products", "name", "supplier")


@pytest.mark.parametrize(
    ("header", "cells", "field"),
    [
        ("Name|Phone|Location", ("Cairo", "Ernakulam Kerala"), "city"),
        ("Name|Phone|City|Location", ("Giza|1 Tahrir Square", "Giza|3 Nile Street"), "address"),
        ("Name|Phone|Location", ("A-12", "B-13"), "notes"),
    ],
)
def test_a_location_is_a_town_or_an_address(header: str, cells: tuple[str, str], field: str) -> None:
    lines = [f"Nile Digital Co.|+20 100 123 4567|{cells[0]}", f"Royal Palm Ltd|+20 111 987 6543|{cells[1]}"]
    assert targets(proposed(rows(header, *lines)))["Location"] == field


def test_orders_for_work_are_dated_by_their_making_only_where_nothing_says_when_it_was_done() -> None:
    lines = ("G1|2019-11-20|2019-11-22|李建国|暖气不热|周", "G2|2019-12-21|2019-12-23|李建国|阀门坏|周")
    dated = propose(sheet(rows("工单号|创建日期|维修日期|客户姓名|工单内容|师傅", *lines)), WORDS)
    made = propose(sheet(rows("工单号|创建日期|计划完成日期|客户姓名|工单内容|创建人", *lines)), WORDS)
    assert (dated.kind, targets(dated)["维修日期"], targets(dated)["创建日期"]) == ("activities", "done_at", "notes")
    assert (made.kind, targets(made)["创建日期"]) == ("activities", "done_at")


@pytest.mark.parametrize(
    ("legal", "trading"),
    [("Razón social", "Nombre comercial"), ("RAZÃO SOCIAL", "NOME FANTASIA"), ("Company", "Trading as")],
)
def test_the_name_that_a_company_trades_under_is_its_short_one(legal: str, trading: str) -> None:
    lines = ("1|Acme Holdings SA|Acme Pumps|911234567", "2|Borg Group SA|Borg Steel|911234568")
    found = targets(proposed(rows(f"No.|{legal}|{trading}|Phone", *lines)))
    assert (found[legal], found[trading]) == ("name", "short_name")
    turned = ("1|Acme Pumps|Acme Holdings SA|911234567", "2|Borg Steel|Borg Group SA|911234568")
    other = targets(proposed(rows(f"No.|{trading}|{legal}|Phone", *turned)))
    assert (other[legal], other[trading]) == ("name", "short_name")
    alone = targets(proposed(rows(f"No.|{trading}|Phone", "1|Acme Pumps|911234567", "2|Borg Steel|911234568")))
    assert alone[trading] == "name"


def test_a_plain_name_beside_that_of_a_parent_is_the_childs() -> None:
    lines = ("王小明|8|王强|13800001111|2023-09-01", "李小红|9|李伟|13800001112|2023-09-02")
    found = targets(proposed(rows("姓名|年龄|家长姓名|家长电话|报名日期", *lines)))
    assert [found[name] for name in ("姓名", "家长姓名", "家长电话", "报名日期")] == [
        "name",
        "contact.name",
        "contact.phone",
        "created_on",
    ]


def test_reports_of_calls_with_a_purpose_and_a_day_to_follow_up() -> None:
    header = "Rep|Date|Account|Person Contacted|Purpose|Results|Follow Up Date"
    lines = (
        "JS|2023-03-01|Acme Pump|Joan Smith|Intro|Wants a quote|2023-03-15",
        "MK|2023-03-02|Borg Steel|Bill Jones|Service|Ok|",
    )
    found = propose(sheet(rows(header, *lines)), WORDS)
    assert found.kind == "activities"
    assert [targets(found)[name] for name in header.split("|")] == [
        "author", "done_at", "customer", "contact.name", "text", "outcome", "reminder.due_at",
    ]  # fmt: skip


def test_amounts_of_a_tax_are_not_its_rate() -> None:
    header = "Angebots-Nr.|Datum|Kunde|Betreff|Netto|MwSt|Brutto|Status"
    lines = (
        "AN-1|01.03.2023|Holz AG|Küche|5.000,00|950,00|5.950,00|offen",
        "AN-2|02.03.2023|Muster GmbH|Bad|3.000,00|570,00|3.570,00|angenommen",
    )
    assert targets(propose(sheet(rows(header, *lines)), WORDS))["MwSt"] == "notes"
    lines = ("QU-1|Tern Ltd|2023-05-02|1500.00|300.00|1800.00", "QU-2|Cove Hotel|2023-05-04|820.00|164.00|984.00")
    assert targets(propose(sheet(rows("Quote #|Customer|Date|Net|VAT|Total", *lines)), WORDS))["VAT"] == "notes"


def test_what_was_repaired_is_told_before_the_remarks() -> None:
    header = "维修单号|车牌号|所属单位|维修原因|维修内容|申请日期|维修技师|备注"
    lines = (
        "R1|苏A12345|南京公交三公司|抛锚|更换发电机|2025-04-02|顾师傅|含拖车",
        "R2|苏A22346|江宁环卫所|保养|换机油|2025-04-08|顾师傅|",
    )
    found = targets(propose(sheet(rows(header, *lines)), WORDS))
    assert (found["维修内容"], found["备注"], found["申请日期"]) == ("text", "notes", "done_at")


def test_a_person_called_customer_beside_his_company_is_its_contact() -> None:
    rows = [
        ["客户名", "公司", "摘要"],
        ["Tom Becker", "Becker Stahl GmbH", "交期"],
        ["Ana Lopes", "Lopes Textil Lda", "颜色"],
    ]
    found = targets(proposed(rows))
    assert (found["公司"], found["客户名"]) == ("name", "contact.name")


def test_a_customer_beside_his_business_is_its_person() -> None:
    rows = [
        ["Customer", "Business", "Phone"],
        ["Gus Penn", "Penn Laundry", "(814) 555-0119"],
        ["Ivy Lane", "Lane Bakery", "(814) 555-0120"],
    ]
    found = targets(proposed(rows))
    assert (found["Business"], found["Customer"]) == ("name", "contact.name")


@pytest.mark.parametrize("heads", [["客户", "客户单位"], ["客户单位", "客户"]])
def test_in_lists_too_the_person_is_the_contact_of_the_firm(heads: list[str]) -> None:
    named = {"客户": ["沈教授", "邹老师"], "客户单位": ["浙江第二医院", "宁波药科大学"]}
    rows = [
        ["报价单号", *heads, "报价日期", "总价"],
        *[[f"B{at}", *[named[head][at] for head in heads], "2024-02-06", 58000] for at in (0, 1)],
    ]
    found = targets(propose(sheet(rows), WORDS, "quotes"))
    assert (found["客户单位"], found["客户"]) == ("customer", "contact.name")
