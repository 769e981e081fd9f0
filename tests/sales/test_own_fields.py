"""The user's own fields of quotes: kept on the quote, free even when it is sent or closed."""

from __future__ import annotations

from decimal import Decimal

from app.records import commands as records
from app.records import queries
from app.records.workspace import Workspace
from app.sales import commands
from app.sales.queries import quote
from app.sales.view import Line
from app.settings import fields


def test_own_fields_change_nothing_that_was_sent(ws: Workspace) -> None:
    name = fields.add_field(ws, "quote", "竞争对手", "choice", choices=("甲", "乙")).name
    customer = records.create(ws, "customer", {"name": "甲公司"}).id
    number = commands.new_quote(ws, customer, lines=(Line(name="主轴", quantity=Decimal(1), price=Decimal(100)),)).id
    commands.update_quote(ws, number, {name: "甲"})
    assert quote(ws, number).own == {name: "甲"}
    commands.mark_sent(ws, number)
    commands.update_quote(ws, number, {name: "乙"})
    assert quote(ws, number).status == "sent"
    commands.mark_won(ws, number)
    commands.update_quote(ws, number, {name: None})
    assert queries.get(ws, "quote", number)[name] is None
    assert queries.get(ws, "quote", number)["total"] == Decimal(100)
