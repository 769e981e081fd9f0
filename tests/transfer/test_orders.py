"""Lists of orders become sales that were won, one row for each order or for each of its lines."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from app.records import queries
from app.records.record import Record
from app.records.workspace import Workspace
from app.transfer.commands import plan_import, run_import
from app.transfer.plans.options import Options
from tests.transfer.imports import held, imported_sheet
from tests.transfer.sheets_made import workbook

A, B, C = "宁波海港工具有限公司", "磨坊修理厂", "常青酒店"
D = Decimal


def quotes(ws: Workspace) -> list[Record]:
    return held(ws, "quote")


def lines(ws: Workspace) -> list[tuple[object, ...]]:
    found = held(ws, "quote_line")
    return [(one["name"], one["quantity"], one["price"]) for one in found]


def told(ws: Workspace) -> list[tuple[object, ...]]:
    return [(one["number"], one["status"], one["date"], one["total"]) for one in quotes(ws)]


@pytest.mark.parametrize(
    "head",
    [
        ["订单号", "下单日期", "客户", "商品", "数量", "单价", "金额"],
        ["Order ID", "Order Date", "Customer", "Item", "Qty", "Unit Price", "Total"],
        ["Bestellnummer", "Bestelldatum", "Kunde", "Artikel", "Menge", "Einzelpreis", "Gesamtpreis"],
        ["N° commande", "Date de commande", "Client", "Article", "Quantité", "Prix unitaire", "Montant"],
        ["Nº pedido", "Fecha pedido", "Cliente", "Producto", "Cantidad", "Precio", "Importe"],
        ["№ заказа", "Дата заказа", "Клиент", "Товар", "Кол-во", "Цена", "Сумма"],
        ["受注番号", "受注日", "得意先名", "品名", "数量", "単価", "金額"],
    ],
)
def test_lines_of_orders_come_together_by_their_number(ws: Workspace, tmp_path: Path, head: list[str]) -> None:
    rows: list[list[object]] = [
        head,
        ["S-1", date(2026, 3, 1), A, "钻头 6", 10, 3.2, 32],
        ["S-1", date(2026, 3, 1), A, "钻头 8", 5, 4.1, 20.5],
        ["S-2", date(2026, 3, 4), B, "手锯", 2, 18, 36],
    ]
    done = imported_sheet(ws, workbook(tmp_path / "a.xlsx", Sheet1=rows))
    assert done.kind == "quotes"
    assert told(ws) == [("S-1", "won", date(2026, 3, 1), D("52.50")), ("S-2", "won", date(2026, 3, 4), D("36.00"))]
    assert lines(ws)[0] == ("钻头 6", D(10), D("3.2"))
    assert queries.count(ws, "customer") == 2


def test_orders_of_one_row_say_how_they_stand(ws: Workspace, tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["订单编号", "客户名称", "联系人", "联系电话", "订单金额", "下单时间", "订单状态"],
        ["XS1", A, "王海", "13805741234", 520.5, "2026-03-01 09:30", "已完成"],
        ["XS2", B, "李磨", "13905745678", 360, "2026-03-04 10:00", "待发货"],
        ["XS3", C, "赵青", "13705749999", 490, "2026-03-09 16:20", "已取消"],
        ["XS4", C, "赵青", "13705749999", 80, "2026-03-10 16:20", "等待买家付款"],
    ]
    imported_sheet(ws, workbook(tmp_path / "a.xlsx", 订单=rows))
    assert [one[:2] for one in told(ws)] == [("XS1", "won"), ("XS2", "won"), ("XS3", "lost"), ("XS4", "sent")]
    assert quotes(ws)[0]["total"] == D("520.50")
    assert "待发货" in quotes(ws)[1]["remarks"]
    assert queries.find(ws, "contact", "王海")["phone"].typed == "13805741234"


def test_a_total_without_prices_is_kept(ws: Workspace, tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["Order Number", "Client", "Date", "Product", "Qty", "Order Total"],
        ["1", "Harbor Tools Ltd", "2026-03-01", "Hand saw", 2, 36],
        ["2", "Mill Lane Garage", "2026-03-02", "Chisel", 1, 60],
        ["2", "Mill Lane Garage", "2026-03-02", "Hammer", 1, 60],
    ]
    imported_sheet(ws, workbook(tmp_path / "a.xlsx", Orders=rows))
    assert [one["total"] for one in quotes(ws)] == [D("36.00"), D("60.00")]
    assert lines(ws)[0] == ("Hand saw", D(2), D(18))
    assert lines(ws)[1][:2] == ("Chisel", D(1))


def test_buyers_of_a_shop_are_known_by_who_receives_the_goods(ws: Workspace, tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["订单号", "买家昵称", "收货人", "手机", "收货地址", "商品名称", "数量", "实付金额", "付款时间", "订单状态"],
        ["26030100001", "海风吹", "王海", "13805741234", "宁波市中山路1号", "保温杯", "1", "59.00", "2026-03-01 12:01", "交易成功"],
        ["26030100002", "小磨", "李磨", "13905745678", "宁波市天童路2号", "保温杯", "2", "118.00", "2026-03-02 12:01", "交易关闭"],
    ]  # fmt: skip
    imported_sheet(ws, workbook(tmp_path / "a.xlsx", Sheet1=rows))
    customer = queries.find(ws, "customer", "王海")
    assert (customer["kind"], customer["mobile"].typed) == ("person", "13805741234")
    assert [one[1] for one in told(ws)] == ["won", "lost"]
    assert lines(ws)[1] == ("保温杯", D(2), D(59))


def test_orders_find_customers_of_another_sheet_by_number(ws: Workspace, tmp_path: Path) -> None:
    customers = [
        ["Customer ID", "Company", "City"],
        ["C1", "Harbor Tools Ltd", "Boston"],
        ["C2", "Mill Garage", "Salem"],
    ]
    orders = [
        ["Order ID", "Customer ID", "Order Date", "Status", "Total"],
        ["1", "C1", "2026-03-01", "Shipped", "52.5"],
        ["2", "C2", "2026-03-04", "Open", "36"],
        ["3", "C1", "2026-03-09", "Refunded", "49"],
    ]
    run_import(ws, plan_import(ws, [workbook(tmp_path / "a.xlsx", Customers=customers, Orders=orders)]))
    known = {one.id: one["name"] for one in held(ws, "customer")}
    names = [known[one["customer"]] for one in quotes(ws)]
    assert names == ["Harbor Tools Ltd", "Mill Garage", "Harbor Tools Ltd"]
    assert [one["status"] for one in quotes(ws)] == ["won", "won", "lost"]


def test_invoices_are_sales_where_the_user_says_so(ws: Workspace, tmp_path: Path) -> None:
    rows = [
        ["Invoice No", "Invoice Date", "Customer", "Amount", "Paid", "Balance"],
        ["I-1", "2026-03-01", "Harbor Tools Ltd", "520.50", "520.50", "0"],
        ["I-2", "2026-03-04", "Mill Lane Garage", "360.00", "100.00", "260.00"],
    ]
    file = workbook(tmp_path / "a.xlsx", Sheet1=rows)
    (sheet,) = plan_import(ws, [file]).sheets
    assert sheet.proposal.kind is None
    assert "Choose quotes" in sheet.proposal.reason
    run_import(ws, plan_import(ws, [file], Options(kind="quotes")))
    assert [(one["number"], one["status"], one["received"]) for one in quotes(ws)] == [
        ("I-1", "won", D("520.50")), ("I-2", "won", D("100.00")),
    ]  # fmt: skip


def test_what_orders_tell_of_their_buyers_is_kept(ws: Workspace, tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["Order Number", "Buyer Name", "Buyer Email", "Ship City", "Ship Zip", "Ship Country", "Item", "Qty", "Total", "Expected date"],
        ["7-1", "Ann Doe", "ann@doe.example", "Leeds", "LS1 4AP", "United Kingdom", "Lamp", 1, 30, "2026-05-01"],
        ["7-2", "Bob Roe", "bob@roe.example", "York", "YO1 7HH", "United Kingdom", "Lamp", 2, 60, "2026-05-02"],
    ]  # fmt: skip
    imported_sheet(ws, workbook(tmp_path / "a.xlsx", Sheet1=rows))
    customer = queries.find(ws, "customer", "Ann Doe")
    assert [customer[name] for name in ("email", "city", "postcode")] == ["ann@doe.example", "Leeds", "LS1 4AP"]
    assert "Kingdom" in customer["country"]
    assert quotes(ws)[0]["date"] != date(2026, 5, 1)


def test_buyers_with_first_and_last_names(ws: Workspace, tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["Order Number", "Date", "First Name (Billing)", "Last Name (Billing)", "Company (Billing)", "Email (Billing)",
         "Item Name", "Quantity", "Item Cost"],
        ["501", "2026-03-01", "Ann", "Doe", None, "ann@doe.example", "Mug", 2, 8],
        ["501", "2026-03-01", "Ann", "Doe", None, "ann@doe.example", "Plate", 1, 5],
        ["502", "2026-03-02", "Bob", "Roe", "Roe Ltd", "bob@roe.example", "Mug", 1, 8],
    ]  # fmt: skip
    imported_sheet(ws, workbook(tmp_path / "a.xlsx", Sheet1=rows))
    known = {one.id: (one["name"], one["kind"]) for one in held(ws, "customer")}
    assert [known[one["customer"]] for one in quotes(ws)] == [("Ann Doe", "person"), ("Roe Ltd", "company")]
    assert queries.find(ws, "contact", "Bob Roe")["name"] == "Bob Roe"
    assert quotes(ws)[0]["total"] == D("21.00")


def test_who_goes_to_an_event_is_no_order(ws: Workspace, tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["Order #", "First Name", "Last Name", "Email", "Quantity", "Total Paid", "Job Title", "Company", "Work Phone"],
        ["1", "Ann", "Doe", "ann@doe.example", 1, 0, "Agent", "Doe Ltd", "202-555-0100"],
        ["2", "Bob", "Roe", "bob@roe.example", 1, 0, "Buyer", "Roe Ltd", "202-555-0101"],
    ]
    assert imported_sheet(ws, workbook(tmp_path / "a.xlsx", Sheet1=rows)).kind == "contacts"
    assert queries.find(ws, "contact", "Ann Doe")["email"] == "ann@doe.example"


def test_an_amount_off_is_no_share(ws: Workspace, tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["订单号", "下单日期", "客户", "商品", "数量", "单价(元)", "折扣(元)", "实付金额"],
        ["S-1", date(2026, 3, 1), A, "钻头", 10, 3.2, 2, 30],
        ["S-2", date(2026, 3, 4), B, "手锯", 2, 18, 0, 36],
    ]
    imported_sheet(ws, workbook(tmp_path / "a.xlsx", Sheet1=rows))
    assert held(ws, "quote_line")[0]["discount_percent"] is None


def test_what_a_shop_exports(ws: Workspace, tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["Name", "Email", "Financial Status", "Currency", "Shipping", "Total", "Lineitem quantity", "Lineitem name", "Lineitem price",
         "Billing Name", "Billing City", "Created at"],
        ["#1001", "ann@doe.example", "paid", "USD", 5, 26, 2, "Mug", 8, "Ann Doe", "Boston", "2026-03-01 10:00:00"],
        ["#1001", "ann@doe.example", None, None, None, None, 1, "Plate", 5, None, None, "2026-03-01 10:00:00"],
        ["#1002", "bob@roe.example", "refunded", "USD", 5, 13, 1, "Mug", 8, "Bob Roe", "Salem", "2026-03-02 10:00:00"],
    ]  # fmt: skip
    imported_sheet(ws, workbook(tmp_path / "orders_export.xlsx", Sheet1=rows))
    assert told(ws) == [("#1001", "won", date(2026, 3, 1), D("26.00")), ("#1002", "lost", date(2026, 3, 2), D("13.00"))]
    assert queries.find(ws, "customer", "Ann Doe")["email"] == "ann@doe.example"


@pytest.mark.parametrize(
    "head",
    [
        ["客户名称", "电话", "地址", "最近订单号", "最近订单日期", "累计金额"],
        ["Customer", "Phone", "Address", "Last Order No", "Last Order Date", "Total Spent"],
    ],
)
def test_customers_with_their_last_order_stay_customers(ws: Workspace, tmp_path: Path, head: list[str]) -> None:
    rows: list[list[object]] = [
        head,
        [A, "13805741234", "宁波市中山路1号", "D1", "2026-03-01", 5200],
        [B, "13905741234", "宁波市天童路2号", "D2", "2026-03-04", 36],
    ]
    assert imported_sheet(ws, workbook(tmp_path / "a.xlsx", Sheet1=rows)).kind == "customers"


def test_numbers_that_several_customers_share_again_and_again_are_apart_for_each(ws: Workspace, tmp_path: Path) -> None:
    rows: list[list[object]] = [["订单号", "下单日期", "客户", "商品", "数量", "单价", "金额"]]
    for number in range(4):
        for name in (A, B, A):
            rows.append([f"DD-{number}", f"2026-03-0{number + 1}", name, f"轴承{len(rows)}", 1, 10, 10])
    imported_sheet(ws, workbook(tmp_path / "a.xlsx", Sheet1=rows))
    made = quotes(ws)
    assert [one["name"] for one in held(ws, "customer")] == [A, B]
    assert [one["total"] for one in made] == [D(20), D(10)] * 4
    kept = {one["number"] for one in made if one["number"].startswith("DD-")}
    assert kept == {f"DD-{number}" for number in range(4)}
    assert sum("DD-" in (one["remarks"] or "") for one in made) == 4


def test_one_slip_in_a_customers_name_leaves_the_order_whole(ws: Workspace, tmp_path: Path) -> None:
    rows: list[list[object]] = [["订单号", "下单日期", "客户", "商品", "数量", "单价", "金额"]]
    for number in range(6):
        for name in (A, B if number == 2 else A):
            rows.append([f"DD-{number}", f"2026-03-0{number + 1}", name, f"轴承{len(rows)}", 1, 10, 10])
    imported_sheet(ws, workbook(tmp_path / "a.xlsx", Sheet1=rows))
    assert [one["total"] for one in quotes(ws)] == [D(20)] * 6


def test_the_number_of_a_payment_before_that_of_the_order_is_no_purchase(ws: Workspace, tmp_path: Path) -> None:
    head = "Sale Date|Item Name|Buyer|Quantity|Price|Item Total|Currency|Transaction ID|Ship Name|Ship City|Order ID".split(
        "|"
    )
    rows = [
        ["2026-09-03", "Clay mug", "jdoe", 2, 34, 68, "USD", 4001, "Jane Doe", "Kamloops", 9001],
        ["2026-09-12", "Soap bar", "bsmith", 3, 9, 27, "USD", 4002, "Bob Smith", "Seattle", 9002],
    ]
    run_import(ws, plan_import(ws, [workbook(tmp_path / "sold.xlsx", sold=[head, *rows])]))
    assert [(one["number"], one["total"]) for one in quotes(ws)] == [("9001", D(68)), ("9002", D(27))]
