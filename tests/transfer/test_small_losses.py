"""What used to be lost without a word: a third decimal of an amount, a customer that names itself as its head office."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from app.records import queries
from app.records.workspace import Workspace
from app.transfer.commands import run_import
from app.transfer.converting.problems import Problem
from app.transfer.queries import make_plan, proposals
from tests.transfer.mapping_tools import book, sheet


def imported(ws: Workspace, *rows: list[Any]) -> tuple[Problem, ...]:
    file = book(sheet(list(rows)))
    plan = make_plan(ws, [(file, proposals(ws, file))])
    run_import(ws, plan)
    return plan.sheets[0].problems


CUSTOMERS = ["客户名称", "电话", "信用额度"]


@pytest.mark.parametrize(("cell", "held", "note"), [
    ("1234.567", "1234.57", "信用额度: 1234.567"),
    (1234.567, "1234.57", "信用额度: 1234.567"),
    ("¥0.005", "0.01", "信用额度: ¥0.005"),
    (1234.5, "1234.50", None),
    ("1,234.560", "1234.56", None),
    (100 / 3, "33.33", None),
    (0.1 + 0.2, "0.30", None),
])  # fmt: skip
def test_an_amount_with_more_decimals_than_its_currency_is_told(
    ws: Workspace, cell: Any, held: str, note: str | None
) -> None:
    problems = imported(ws, CUSTOMERS, ["苏州恒瑞", "0512-66881234", cell], ["上海远景", "021-58881234", 5])
    (row,) = queries.rows(ws, "customer", [1], ("credit_limit", "notes"))
    assert (str(row["credit_limit"]), row["notes"]) == (held, note)
    assert [(one.row, one.column, one.fatal) for one in problems] == ([(2, "信用额度", False)] if note else [])
    if note:
        assert f"Amounts in CNY have 2 decimals; {held} is taken" in problems[0].reason


def test_a_quote_keeps_the_decimals_of_its_own_currency_and_tells_what_is_finer(ws: Workspace) -> None:
    head = ["报价单号", "客户名称", "报价日期", "币种", "产品名称", "数量", "单价", "运费"]
    problems = imported(
        ws, head,
        ["Q1", "苏州恒瑞", "2026-07-01", "KWD", "泵", 1, 10, 1.234],
        ["Q2", "苏州恒瑞", "2026-07-02", "CNY", "泵", 1, 10, 1.234],
        ["Q3", "苏州恒瑞", "2026-07-03", "JPY", "泵", 1, 10, 100 / 3],
    )  # fmt: skip
    found = {one["number"]: one for one in queries.rows(ws, "quote", queries.ids(ws, "quote"))}
    assert [found[name]["freight"] for name in ("Q1", "Q2", "Q3")] == [Decimal("1.234"), Decimal("1.23"), Decimal(33)]
    told = [(one.row, one.value) for one in problems if "decimals" in one.reason]
    assert told[0] == (3, "1.234")
    assert "运费: 1.234" in found["Q2"]["remarks"]
    assert "运费" not in str(found["Q1"]["remarks"])


@pytest.mark.parametrize("head", ["上级公司", "介绍人"])
def test_a_customer_that_names_itself_above_it_is_told(ws: Workspace, head: str) -> None:
    problems = imported(
        ws,
        ["客户名称", "电话", head],
        ["苏州恒瑞", "0512-66881234", "苏州恒瑞"],
        ["苏州恒瑞昆山", "0512-57881234", "苏州恒瑞"],
    )
    assert [(one.row, one.column, one.value, one.fatal) for one in problems] == [(2, head, "苏州恒瑞", False)]
    assert problems[0].reason.endswith("the row names itself; nothing is entered.")
    name = {"上级公司": "parent_company", "介绍人": "introduced_by"}[head]
    rows = queries.rows(ws, "customer", [1, 2])
    assert [(one[name], one["notes"]) for one in rows] == [(None, None), (1, None)]


def test_a_customer_that_names_its_own_number_above_it_is_told(ws: Workspace) -> None:
    problems = imported(
        ws, ["Account ID", "Account Name", "Parent Account ID", "Phone"],
        ["0015g00000AbCdEAAV", "Hengrui", "0015g00000AbCdEAAV", "0512-66881234"],
        ["0015g00000AbCdFAAV", "Hengrui Kunshan", "0015g00000AbCdEAAV", "0512-57881234"],
    )  # fmt: skip
    assert [one.row for one in problems if "names itself" in one.reason] == [2]
    rows = {one["name"]: one for one in queries.rows(ws, "customer", [1, 2])}
    assert rows["Hengrui"]["parent_company"] is None
    assert rows["Hengrui Kunshan"]["parent_company"] == rows["Hengrui"].id
