"""What a working week adds to the imported book of the demonstration: the own company, calls, reminders, quotes."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from decimal import Decimal
from pathlib import Path

from app.followups import commands as followups
from app.main import open_workspace
from app.records import queries
from app.records.workspace import Workspace
from app.sales import commands as sales
from app.sales.view import Line
from app.settings.commands import save_company
from installer import demo_pictures

COMPANY = "苏州客簿示例机械有限公司"
CALLS = (
    (0, time(9, 20), "call", "问二号线导轨的交期，答复两周内发货", "等对方确认数量"),
    (0, time(10, 5), "message", "发了新报价单的电子版", ""),
    (1, time(15, 30), "visit", "到厂里看了三台老机床，主轴都要换", "要一份整体报价"),
    (2, time(11, 0), "call", "催上月货款，财务说周五付", ""),
    (4, time(14, 0), "meeting", "谈年度框架协议，价格按 95 折", "法务看合同"),
    (9, time(16, 40), "email", "寄了样品检测报告", ""),
    (21, time(10, 15), "call", "回访使用情况，满意", "十月再联系"),
)
REMINDERS = (
    (-1, time(9, 0), "问货款到账没有"),
    (0, time(14, 0), "确认二号线的数量和交期"),
    (0, time(16, 30), "发样品照片"),
    (1, time(10, 0), "带新样本去拜访"),
    (3, time(9, 30), "寄框架协议第二稿"),
)
LINES = (
    ("直线导轨滑块", "HGW25CC 预压 Z0，含防尘刮片", "件", "24", "186.5"),
    ("滚珠丝杠", "SFU2510-4，总长 1200 mm，两端按图加工", "根", "6", "1280"),
    ("伺服电机", "750 W，带抱闸", "台", "4", "2350.75"),
    ("安装调试", "含两天现场，两名工程师", "次", "1", "3600"),
)


def furnish(path: Path) -> None:
    """Work a while in a book that has customers."""
    ws = open_workspace(path)
    try:
        _company(ws)
        customers = _customers(ws)
        _calls(ws, customers)
        _reminders(ws, customers)
        _quotes(ws, customers)
    finally:
        ws.close()


def _company(ws: Workspace) -> None:
    save_company(
        ws,
        {
            "name": COMPANY,
            "english_name": "Suzhou Kebu Sample Machinery Co., Ltd.",
            "slogan": "精密传动部件与整线改造",
            "address": "江苏省苏州市工业园区示例路 18 号",
            "english_address": "18 Shili Road, Suzhou Industrial Park, Jiangsu, China",
            "phone": "0512-6600 1234",
            "mobile": "138 0000 2317",
            "email": "sales@example.com",
            "website": "www.example.com",
            "tax_number": "91320594MA00000000",
            "bank": "示例银行苏州园区支行",
            "bank_account": "1102 0200 0000 1234 567",
            "user_name": "李敏",
            "user_title": "销售经理",
            "logo": demo_pictures.logo("客"),
            "stamp": demo_pictures.stamp(COMPANY),
        },
    )


def _customers(ws: Workspace) -> list[int]:
    """The customers to work with: those with a contact and a Chinese name first."""
    with_contact = {row["customer"] for row in queries.rows(ws, "contact", queries.ids(ws, "contact"), ["customer"])}
    rows = queries.rows(ws, "customer", queries.ids(ws, "customer", order=(("id", False),)), ["name", "city"])
    rows.sort(key=lambda row: (row.id not in with_contact, row.title.isascii(), not row["city"], row.id))
    return [row.id for row in rows]


def _calls(ws: Workspace, customers: list[int]) -> None:
    today = ws.clock.today()
    for index, (ago, at, kind, text, outcome) in reversed(list(enumerate(CALLS))):
        customer = customers[(index * 2) % len(customers) if index % 3 else 0]
        done_at = min(datetime.combine(today - timedelta(days=ago), at), ws.clock.now_wall())
        followups.log(ws, customer, text, now=done_at, kind=kind, outcome=outcome or None, follow_up=False)


def _reminders(ws: Workspace, customers: list[int]) -> None:
    today = ws.clock.today()
    for index, (ahead, at, text) in enumerate(REMINDERS):
        about = ("customer", customers[index % len(customers)])
        followups.add_reminder(ws, text, about=about, when=datetime.combine(today + timedelta(days=ahead), at))


def _quotes(ws: Workspace, customers: list[int]) -> None:
    lines = tuple(
        Line(
            name=name,
            specification=specification,
            unit=unit,
            quantity=Decimal(quantity),
            price=Decimal(price),
            tax_rate=Decimal(13),
        )
        for name, specification, unit, quantity, price in LINES
    )
    first = sales.new_quote(
        ws,
        customers[0],
        lines=(*lines, *_own_products(ws)),
        project="二号线改造",
        discount_percent=Decimal(2),
        freight=Decimal(260),
        payment_terms="30% 预付，货到验收后 30 天付清",
        delivery_terms="合同生效后 15 个工作日，送货到厂",
        terms="以上价格含包装。\n质保期 12 个月，终身维修。",
    )
    sales.mark_sent(ws, first.id, "zh")
    _sales(ws, customers, lines)
    for customer, part in zip(customers[1:4], (lines[:2], lines[1:3], lines[2:]), strict=False):
        sales.new_quote(ws, customer, lines=part)


def _sales(ws: Workspace, customers: list[int], lines: tuple[Line, ...]) -> None:
    """Won quotes with what follows them: a payment that is late in part, one to come, a delivery to ask about."""
    today = ws.clock.today()
    for customer, part, project, delivered, due, received in (
        (customers[0], lines[1:2], "丝杠备件", 66, -6, Decimal(5000)),
        (customers[0], lines[:1], "滑块补货", 12, 18, None),
        (customers[5], lines[2:], "伺服改造", 9, 21, Decimal(3000)),
    ):
        number = sales.new_quote(ws, customer, lines=part, project=project).id
        sales.mark_sent(ws, number, "zh")
        sales.mark_won(ws, number)
        day = today - timedelta(days=delivered)
        after = {"won_on": day, "delivered_on": day, "due_on": today + timedelta(days=due), "received": received}
        sales.update_quote(ws, number, after)


def _own_products(ws: Workspace) -> tuple[Line, ...]:
    """Two lines of imported products."""
    rows = queries.rows(ws, "product", queries.ids(ws, "product", order=(("id", False),), limit=20))
    return tuple(
        Line(
            product=row.id,
            name=row["name"],
            specification=row["specification"] or "",
            unit=row["unit"] or "",
            quantity=Decimal(2),
            price=row["price"],
            cost=row["cost"],
            tax_rate=row["tax_rate"] if row["tax_rate"] is not None else Decimal(13),
        )
        for row in rows
        if row["price"]
    )[:2]
