"""What the pages say of dates that can be read in two ways, and of a contact whose title differs from the book's."""

from __future__ import annotations

import pytest

from app.records import commands
from app.records.workspace import Workspace
from app.transfer.queries import make_plan, proposals
from app.transfer.reviewing import preview, review
from tests.transfer.mapping_tools import book, sheet


@pytest.mark.parametrize(("days", "order", "unsure"), [
    (["03/04/2025", "05/06/2025", "07/07/2025"], "", 2),
    (["03/04/2025", "05/06/2025", "07/07/2025"], "dmy", 0),
    (["03/04/2025", "25/06/2025", "07/08/2025"], "", 0),
    (["2025-03-04", "2025-05-06", "2025-07-08"], "", 0),
])  # fmt: skip
def test_dates_that_can_be_read_in_two_ways_are_counted(
    ws: Workspace, days: list[str], order: str, unsure: int
) -> None:
    file = book(
        sheet(
            [["客户名称", "电话", "上次联系"], *([f"甲{n}公司", f"0512-6688123{n}", day] for n, day in enumerate(days))]
        )
    )
    (found,) = proposals(ws, file)
    assert preview.look(ws, file.sheets[0], found, 2, order).unsure == unsure


@pytest.mark.parametrize(("title", "how"), [("财务", review.SAME), ("经理", review.BOOK)])
def test_a_contact_is_the_same_only_with_the_same_title(ws: Workspace, title: str, how: str) -> None:
    number = commands.create(ws, "customer", {"name": "常州丰泽电子厂", "city": "常州", "phone": "0519 6600 3443"}).id
    commands.create(ws, "contact", {"customer": number, "name": "何晴", "title": "财务"})
    file = book(sheet([
        ["客户名称", "联系人", "职务", "城市", "电话"], ["常州丰润电子厂", "何晴", title, "常州", "0519 6600 3355"],
        ["别的公司", "王强", "采购", "无锡", "0510 6600 3355"],
    ]))  # fmt: skip
    plan = make_plan(ws, [(file, proposals(ws, file))])
    (pair,) = review.digest(plan).pairs
    (line,) = [one for one in review.compare(ws, plan, pair) if one.name == review.CONTACT]
    assert (line.how, line.merged) == (how, "何晴 财务")
