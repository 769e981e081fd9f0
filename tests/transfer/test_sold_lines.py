"""Lines of sales that nothing calls so but their columns, in the languages of Asia; and numbers of customers that lists tell."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from app.records.workspace import Workspace
from app.shared.dates import DateOrder, parse_date
from app.transfer.columns.proposing import propose
from app.transfer.grid.headers import OTHER
from tests.transfer.imports import held, imported
from tests.transfer.mapping_tools import WORDS, sheet, targets
from tests.transfer.sheets_made import workbook

SLIPS: dict[str, list[list[Any]]] = {
    "japanese": [
        ["伝票番号", "伝票日付", "得意先コード", "得意先名", "商品コード", "商品名", "等級コード", "数量", "単価", "金額"],
        ["0101", "20240618", "02001", "堀川青果株式会社", "00104", "りんご", "001", "10", "280", "2800"],
        ["0101", "20240618", "02001", "堀川青果株式会社", "00201", "みかん", "002", "5", "160", "800"],
    ],
    "traditional": [
        ["銷貨單號", "項次", "銷貨日期", "客戶編號", "客戶名稱", "產品編號", "數量", "單價", "金額", "發票編號"],
        ["0101", "001", "2024/6/18", "02001", "明月水電行", "LED-12", 10, 280, 2800, "AB10000001"],
        ["0101", "002", "2024/6/18", "02001", "明月水電行", "PNL-60", 5, 160, 800, "AB10000001"],
    ],
    "simplified": [
        ["单据编号", "物料编码", "物料名称", "销售数量", "单价", "客户名称", "客户编号", "销售日期", "订单单号"],
        ["0101", "13.01", "测距模块", 10, 280, "深圳丁创新", "02001", "2024-06-18", "XSDD1"],
        ["0101", "13.07", "支架", 5, 160, "深圳丁创新", "02001", "2024-06-18", "XSDD1"],
    ],
    "thai": [
        ["วันที่", "เลขที่บิล", "รหัสลูกค้า", "ชื่อร้าน", "รหัสสินค้า", "ชื่อสินค้า", "จำนวน", "ราคาต่อหน่วย", "จำนวนเงิน"],
        ["18 06 2024", "0101", "02001", "ร้านสมใจ", "S1", "ข้าวสาร", "10", "280", "2800"],
        ["18 06 2024", "0101", "02001", "ร้านสมใจ", "S2", "น้ำปลา", "5", "160", "800"],
    ],
    "vietnamese": [
        ["Ngày chứng từ", "Số chứng từ", "Mã khách hàng", "Tên khách hàng", "Mã hàng", "Tên hàng", "Số lượng", "Đơn giá", "Thành tiền"],
        ["18/06/2024", "0101", "02001", "Công ty TNHH An Bình", "SP1", "Bàn", "10", "280", "2800"],
        ["18/06/2024", "0101", "02001", "Công ty TNHH An Bình", "SP2", "Ghế", "5", "160", "800"],
    ],
}  # fmt: skip


@pytest.mark.parametrize("rows", SLIPS.values(), ids=SLIPS)
def test_lines_that_tell_who_bought_how_much_are_sales(ws: Workspace, tmp_path: Path, rows: list[list[Any]]) -> None:
    (told,) = imported(ws, workbook(tmp_path / "a.xlsx", Sheet1=rows)).sheets
    assert (told.kind, [one.reason for one in told.problems if one.fatal]) == ("quotes", [])
    (sale,) = held(ws, "quote")
    assert (sale["number"], sale["status"], sale["date"], str(sale["total"])) == (
        "0101",
        "won",
        date(2024, 6, 18),
        "3600.00",
    )
    assert [str(one["quantity"]) for one in held(ws, "quote_line")] == ["10", "5"]


@pytest.mark.parametrize("rows", SLIPS.values(), ids=SLIPS)
def test_the_number_of_a_customer_that_the_book_lacks_goes_to_its_notes(
    ws: Workspace, tmp_path: Path, rows: list[list[Any]]
) -> None:
    imported(ws, workbook(tmp_path / "a.xlsx", Sheet1=rows))
    (customer,) = held(ws, "customer")
    assert "02001" in customer["notes"]


def test_customers_with_what_they_bought_stay_customers() -> None:
    rows = [
        ["得意先名", "電話番号", "業種", "URL", "商品名", "数量", "単価", "購入日"],
        ["苏州甲厂", "03-1000-0001", "飲食", "https://a.example", "水泵", 2, 300, "2024-01-05"],
        ["无锡乙厂", "03-1000-0002", "小売", "https://b.example", "阀门", 5, 80, "2024-01-09"],
    ]
    assert propose(sheet(rows), WORDS).kind == "customers"


def test_what_is_weighted_or_paid_in_advance_is_no_amount_of_a_line() -> None:
    rows = [
        ["商机名称", "客户名称", "预计金额", "加权金额", "销售阶段", "预计成交日期"],
        ["升级", "宁波丙物流", 1800, 1080, "方案报价", "2024-08-31"], ["采购", "台州丁学院", 560, 112, "初步接触", "2024-07-15"],
    ]  # fmt: skip
    found = propose(sheet(rows, name="商机报价"), WORDS, "quotes")
    assert (targets(found)["预计金额"], targets(found)["加权金额"]) == ("total", "notes")


def test_who_parcels_go_to_is_a_customer() -> None:
    rows = [
        ["日期", "收件人", "手机", "地址", "发货信息", "快递公司"],
        ["11月18日", "张玫", "13581600431", "北京市朝阳区望京街道5号", "橙5斤", "邮政"],
        ["11月17日", "郝立", "13901200088", "青岛市市南区香港中路8号", "橙10斤", "中通"],
    ]
    assert propose(sheet(rows), WORDS).kind == "customers"


def test_numbers_of_slips_are_no_postcodes() -> None:
    assert all(one.record == OTHER for one in WORDS.lookup("伝票番号"))
    assert [one.field for one in WORDS.lookup("〒番号")] == ["postcode"]


@pytest.mark.parametrize(
    ("text", "day"), [("14 10 2025", date(2025, 10, 14)), ("5 1 2024", date(2024, 1, 5)), ("40 10 2025", None)]
)
def test_days_between_blanks(text: str, day: date | None) -> None:
    assert parse_date(text) == day
    assert parse_date("5 1 2024", DateOrder.MDY) == date(2024, 5, 1)


def test_the_number_of_a_sale_comes_before_that_of_its_row(ws: Workspace, tmp_path: Path) -> None:
    rows = [
        ["编号", "销售单编号", "客户名称", "下单时间", "合计数量", "最终合计价格"],
        [386, "XS001", "苏州甲厂", "2024-04-01 10:00", 156, 24906], [387, "XS002", "无锡乙厂", "2024-04-02 11:30", 20, 1880.5],
    ]  # fmt: skip
    imported(ws, workbook(tmp_path / "a.xlsx", Sheet1=rows))
    assert [(one["number"], one["total"]) for one in held(ws, "quote")] == [
        ("XS001", Decimal(24906)),
        ("XS002", Decimal("1880.5")),
    ]
    assert [one["quantity"] for one in held(ws, "quote_line")] == [1, 1]


@pytest.mark.parametrize(
    ("head", "target"),
    [
        ("Kundennummer", "customer.code"),
        ("N° client", "customer.code"),
        ("Codice cliente", "customer.code"),
        ("Art. Nr.", "quote_line.product"),
    ],
)
def test_numbers_of_customers_and_goods_in_lists_of_sales(head: str, target: str) -> None:
    rows = [
        ["Bestellnummer", "Firma", head, "Bezeichnung", "Menge", "Netto", "Bestelldatum"],
        ["B-1", "Reiter GmbH", "A-100", "Schuh", 6, "540,00", "14.03.2024"],
        ["B-1", "Reiter GmbH", "A-210", "Sack", 4, "396,00", "14.03.2024"],
    ]  # fmt: skip
    assert targets(propose(sheet(rows), WORDS, "quotes"))[head] == target


def test_opportunities_without_a_name_are_told_by_their_stage(ws: Workspace, tmp_path: Path) -> None:
    rows = [
        ["客户名称", "商机描述", "预计金额", "当前阶段", "成功率", "预计成交日期", "跟进人"],
        ["苏州甲厂", "空压机换新", 95000, "赢单", "100%", "2026-03-20", "钱磊"],
        ["无锡乙厂", "阀门年框", 320000, "初步接触", "20%", "2026-12-01", "孙倩"],
    ]  # fmt: skip
    imported(ws, workbook(tmp_path / "a.xlsx", Sheet1=rows))
    first, second = held(ws, "quote")
    assert (first["project"], first["status"], first["won_on"]) == ("空压机换新", "won", date(2026, 3, 20))
    assert (second["status"], second["won_on"], second["total"]) == ("draft", None, Decimal(320000))


@pytest.mark.parametrize(
    ("said", "state"),
    [
        ("accepté", "won"),
        ("envoyé", "sent"),
        ("refusé", "lost"),
        ("brouillon", "draft"),
        ("abgelehnt", "lost"),
        ("已拒绝", "lost"),
    ],
)
def test_states_of_quotes_in_other_languages(ws: Workspace, tmp_path: Path, said: str, state: str) -> None:
    rows = [
        ["Numéro", "Date", "Client", "Statut", "HT", "TVA", "TTC"],
        ["D-1", "03/02/2026", "Petit SARL", said, "1250,00", "250,00", "1500,00"],
    ]
    imported(ws, workbook(tmp_path / "devis.xlsx", Sheet1=rows))
    (only,) = held(ws, "quote")
    assert (only["number"], only["status"], only["total"], only["date"]) == (
        "D-1",
        state,
        Decimal(1500),
        date(2026, 2, 3),
    )


def test_who_has_paid_a_part_and_owes_the_rest_has_bought(ws: Workspace, tmp_path: Path) -> None:
    rows = [
        [
            "ORDER DATE",
            "CUSTOMER NAME",
            "CONTACT NUMBER",
            "PRODUCT NAME",
            "ORDER AMOUNT",
            "ADV RECEIVED",
            "PENDING AMOUNT",
            "SALES PERSON",
        ],
        ["2026-06-30", "Meera Nair", "98450 00011", "Teak sofa", 64000, 20000, 44000, "Vikram"],
        ["2026-07-01", "Suresh Rao", "98450 00022", "Dining set", 38500, 38500, 0, "Vikram"],
    ]
    imported(ws, workbook(tmp_path / "a.xlsx", Sheet1=rows))
    first, second = held(ws, "quote")
    assert (first["status"], first["total"], first["received"], first["date"]) == (
        "won",
        64000,
        20000,
        date(2026, 6, 30),
    )
    assert second["received"] == 38500


@pytest.mark.parametrize(
    ("number", "name"),
    [
        ("存货编码", "存货名称"),
        ("物品编号", "物品名"),
        ("货品编号", "货物或应税劳务、服务名称"),
        ("药品编码", "药品名称"),
    ],
)
def test_what_programs_of_trades_call_goods_is_that_of_lines(number: str, name: str) -> None:
    head = ["销售单号", "日期", "客户名称", number, name, "规格", "数量", "单价", "金额"]
    rows = [
        head,
        ["X1", "2024-05-06", "申达轴承厂", "A-1", "深沟球轴承", "6204", 5, 7, 35],
        ["X2", "2024-05-07", "凯迪电器厂", "A-2", "垫圈", "M3", 9, 1, 9],
    ]
    found = targets(propose(sheet(rows, name="销售明细"), WORDS))
    assert (found[number], found[name]) == ("quote_line.product", "quote_line.name")


@pytest.mark.parametrize(
    ("sold", "after"), [("开单日期", "发票日期"), ("下单时间", "发货时间"), ("订单日期", "付款时间")]
)
def test_the_day_of_a_sale_is_not_that_of_its_bill_or_its_parcel(
    ws: Workspace, tmp_path: Path, sold: str, after: str
) -> None:
    head = ["订单号", sold, "客户名称", "商品名称", "数量", "单价", after]
    rows = [
        head,
        ["D1", "2024-05-06", "申达轴承厂", "轴承", 5, 7, "2024-05-09"],
        ["D2", "2024-05-07", "凯迪电器厂", "垫圈", 9, 1, None],
    ]
    imported(ws, workbook(tmp_path / "a.xlsx", Sheet1=rows))
    assert [one["date"] for one in held(ws, "quote")] == [date(2024, 5, 6), date(2024, 5, 7)]


def test_what_members_of_a_shop_bought_was_sold_to_them(ws: Workspace, tmp_path: Path) -> None:
    head = ["会员卡号", "会员名称", "物品编号", "物品名", "数量", "单价", "金额", "日期"]
    rows = [
        head,
        ["6001", "张巧巧", "P1", "洗发水", 2, 45, 90, "2024-05-03"],
        ["6002", "王阿明", "P2", "面膜", 3, 60, 180, "2024-05-06"],
    ]
    imported(ws, workbook(tmp_path / "a.xlsx", Sheet1=rows))
    assert [one["name"] for one in held(ws, "customer")] == ["张巧巧", "王阿明"]
    assert [one["name"] for one in held(ws, "quote_line")] == ["洗发水", "面膜"]


def test_lines_of_invoices_are_no_goods() -> None:
    head = [
        "销售订单号",
        "开票时间",
        "公司名称",
        "货物或应税劳务名称",
        "规格型号",
        "单位",
        "数量",
        "含税单价",
        "发票编码",
    ]
    rows = [
        head,
        ["S1", "2024-03-05", "申达轴承厂", "*轴承*球轴承", "6204", "套", 5, 7, "24320001"],
        ["S2", "2024-03-09", "凯迪电器厂", "*油*锂基脂", "2#", "桶", 9, 1, "24320002"],
    ]
    assert propose(sheet(rows, name="销项发票"), WORDS).kind != "products"


def test_what_came_in_of_a_contract_and_what_is_still_to_come() -> None:
    head = ["合同编号", "甲方单位", "合同金额", "累计到账金额", "未到账金额", "合同签订日期", "承接部门"]
    rows = [
        head,
        ["HT-1", "申达轴承厂", 860, 400, 460, "2024-03-02", "一部"],
        ["HT-2", "凯迪电器厂", 120, 120, 0, "2024-04-11", "二部"],
    ]
    found = targets(propose(sheet(rows, name="收款合同"), WORDS))
    assert [found[name] for name in head[2:5]] == ["total", "received", "owed"]
    assert found["承接部门"] == "notes"


def test_the_price_at_which_it_was_sold_is_that_of_the_line() -> None:
    head = ["来源单号", "品号", "品名", "客户名称", "销货数量", "销售单价", "单据日期"]
    rows = [
        head,
        ["X1", "W1", "弯头", "申达轴承厂", 100, 12.5, "2012-03-04"],
        ["X2", "W2", "法兰", "凯迪电器厂", 20, 45, "2012-03-06"],
    ]
    assert targets(propose(sheet(rows, name="销货统计"), WORDS))["销售单价"] == "quote_line.price"


@pytest.mark.parametrize(("name", "kind"), [("发货计划", "customers"), ("发货明细", "quotes")])
def test_what_is_to_be_sent_was_not_sold_yet(name: str, kind: str) -> None:
    rows = [
        ["日期", "客户", "产品", "数量"],
        ["2024-01-05", "申达轴承厂", "齿轮", 100],
        ["2024-01-08", "凯迪电器厂", "轴", 50],
    ]
    assert propose(sheet(rows, name=name), WORDS).kind == kind
