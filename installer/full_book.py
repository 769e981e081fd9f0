"""What the sample book needs besides a working week so that every part of every page has something to show."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

from app.customers import commands as customers
from app.customers.relations import relate
from app.customers.views import save_view
from app.documents.commands import attach
from app.followups import calling
from app.followups import commands as followups
from app.records import commands as records
from app.records import queries
from app.records.queries import Condition
from app.records.workspace import Workspace
from app.sales import commands as sales
from app.sales.view import Line
from app.sales.won import set_target
from app.settings.fields import add_field

TARGET = "300000"
WARRANTY = "保修到期"
CALLED = ("下月有计划", "没接通", "约周四再打")
LINE = Line(name="保养套件", unit="套", quantity=Decimal(2), price=Decimal(6480), tax_rate=Decimal(13))
FILES = {
    "年度框架协议 2026.txt": "框架协议第二稿",
    "二期管路草图.svg": "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='20'/>",
    "报警代码对照表.csv": "E01,排气温度高\nE02,露点偏高\n",
}


def fill(ws: Workspace, customer: int, folder: Path) -> None:
    """Put in a target, a deal won, birthdays, ends, calls, files, views, doubles, something deleted.

    Args:
        customer: whose card is shown. folder: for the files that are attached.
    """
    everyone = queries.ids(ws, "customer", order=(("id", False),))
    others = [number for number in everyone if number != customer]
    set_target(ws, TARGET)
    _won(ws, others)
    _dates(ws, customer, others)
    _calls(ws)
    _card(ws, customer, others, folder)
    save_view(ws, "苏州 A 级", (Condition("city", "=", "苏州"), Condition("level", "=", "A")))
    _doubles(ws, customer)
    records.delete(ws, "customer", [others[-1]])
    followups.add_reminder(ws, "每周一上午9点 排本周的拜访", about=("customer", others[0]))


def _won(ws: Workspace, others: list[int]) -> None:
    drafts = queries.ids(ws, "quote", where=(Condition("status", "=", "draft"),), limit=2)
    for number in drafts[:1]:
        sales.mark_sent(ws, number, "zh")
        sales.mark_won(ws, number)
    # Deals of the years before: these customers are to be called again.
    for at, customer in enumerate(others[8:22]):
        day = ws.clock.today() - timedelta(days=400 + 9 * at)
        old = {"number": f"Q{day:%y%m}-{at + 1:03}", "customer": customer, "currency": ws.currency, "status": "won"}
        records.create(ws, "quote", {**old, "date": day, "total": 18_000 + 2_600 * at})
    for customer in others[5:7]:
        sales.new_quote(ws, customer, lines=(LINE,))
    # Those who bought long ago are called again.
    customers.set_status(ws, others[8:20], "dormant")


def _dates(ws: Workspace, customer: int, others: list[int]) -> None:
    today = ws.clock.today()
    people = queries.rows(ws, "contact", queries.ids(ws, "contact", limit=3), ["name"])
    for ahead, person in enumerate(people, 1):
        day = today + timedelta(days=2 * ahead)
        born = date(1984 + ahead, day.month, min(day.day, 28))
        records.update(ws, "contact", person.id, {"birthday": born})
    made = add_field(ws, "customer", WARRANTY, "date")
    for days, number in ((7, customer), (13, others[1]), (91, others[2])):
        records.update(ws, "customer", number, {made.name: today + timedelta(days=days)})
    add_field(ws, "customer", "行业大类", "choice", choices=("机械", "电子", "食品"))


def _calls(ws: Workspace) -> None:
    calling.deal(ws)
    for call, outcome in zip(calling.calls(ws).items[:3], CALLED, strict=False):
        calling.called(ws, call.id, outcome)


def _card(ws: Workspace, customer: int, others: list[int], folder: Path) -> None:
    for name, title, phone in (("陈志远", "设备主管", "137 0000 8840"), ("李雯", "财务", "139 0000 5521")):
        customers.add_contact(ws, customer, {"name": name, "title": title, "mobile": phone})
    customers.change_tags(ws, [customer], ["精密加工", "重点"], [])
    relate(ws, customer, "introduced_by", others[3])
    files = []
    for name, text in FILES.items():
        files.append(folder / name)
        files[-1].write_text(text, "utf-8")
    attach(ws, "customer", customer, files)
    now = ws.clock.now_wall().replace(hour=10, minute=0, second=0, microsecond=0)
    followups.log(
        ws, customer, "拜访 陈志远 测量二期管路约 180 米，要两用一备", now=now - timedelta(days=3), follow_up=False
    )
    followups.add_reminder(ws, "陈志远生日 农历八月十五 每年", about=("customer", customer))


def _doubles(ws: Workspace, customer: int) -> None:
    one = queries.rows(ws, "customer", [customer], ["name", "phone", "city"])[0]
    other = {"name": one["name"].replace("有限公司", ""), "city": one["city"], "phone": one["phone"]}
    customers.create(ws, other, {"name": "周建明", "mobile": "153 0000 2000"})
