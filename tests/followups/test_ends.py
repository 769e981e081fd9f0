"""What ends soon: date fields of the user's own that are called so, on Today and by the rule."""

from __future__ import annotations

from datetime import date

import pytest

from app.customers import commands as customers
from app.followups import making, queries
from app.followups.ends import ends, says_end
from app.records import commands as records
from app.records.queries import Condition, ids
from app.records.workspace import Workspace
from app.settings import fields


@pytest.mark.parametrize(
    ("label", "wanted"),
    [
        ("保修到期", True), ("合同到期日", True), ("质保期至", True), ("年检日期", True), ("Warranty", True), ("Contract end", True),
        ("Licence expires", True), ("Valid until", True), ("合同开始日期", False), ("保修开始", False), ("合同签订日", False),
        ("Warranty start", False), ("成立日期", False), ("Weekend", False), ("Sender date", False), ("首次拜访", False),
    ],
)  # fmt: skip
def test_a_name_tells_that_something_ends(label: str, wanted: bool) -> None:
    assert says_end(label) is wanted


def test_what_ends_soon_stands_in_order_with_the_next_one_beyond(ws: Workspace) -> None:
    warranty = fields.add_field(ws, "customer", "保修到期", "date").name
    contract = fields.add_field(ws, "contact", "Contract end", "date").name
    other = fields.add_field(ws, "customer", "成立日期", "date").name
    day = date(2026, 7, 22)
    for name, until in (("甲", "2026-07-21"), ("乙", "2026-07-29"), ("丙", "2026-10-01"), ("丁", "2026-12-01")):
        customers.create(ws, {"name": name, "short_name": name, warranty: until, other: day})
    holder = customers.create(ws, {"name": "戊公司", "short_name": "戊"}, {"name": "周建明", contract: "2026-07-22"}).id
    found = ends(ws, 14, 10, beyond=True)
    assert [(one.title, one.name, one.label, one.left) for one in found] == [
        ("周建明", "戊", "Contract end", 0), ("乙", "", "保修到期", 7), ("丙", "", "保修到期", 71),
    ]  # fmt: skip
    assert found[0].customer == holder
    assert [one.title for one in ends(ws, 14, 10)] == ["周建明", "乙"]


def test_the_rule_makes_a_reminder_that_goes_with_its_cause(ws: Workspace) -> None:
    name = fields.add_field(ws, "customer", "合同到期", "date").name
    customer = customers.create(ws, {"name": "苏州恒瑞", name: "2026-07-30"}).id

    def made() -> list[str]:
        items = queries.reminder_items(ws, ids(ws, "reminder", (Condition("done_at", "empty"),)))
        return [one.text for one in items if one.rule == "ends"]

    making.refresh(ws)
    assert made() == ["合同到期 on 2026-07-30: 苏州恒瑞"]
    records.update(ws, "customer", customer, {name: "2027-07-30"})
    making.refresh(ws)
    assert made() == []
