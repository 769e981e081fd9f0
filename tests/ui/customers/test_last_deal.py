"""The day of the last deal: a column, a condition, a sort, an export, and what the view of those not traded goes by."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from app.customers import commands, queries, views
from app.customers.settings import UNTRADED_DAYS
from app.customers.typed import ConditionReader
from app.main import create_workspace
from app.records import queries as records
from app.records.queries import Condition
from app.records.workspace import Workspace
from app.sales import commands as sales
from app.shared.i18n import translate, using
from app.transfer.commands import plan_import, run_import
from app.transfer.exporting.book_workbook import export_book
from app.transfer.exporting.export import export
from ui.customers.page import CustomersPage
from ui.shell.window import MainWindow

DAY = date(2026, 7, 22)


@pytest.fixture
def three(ws: Workspace) -> list[int]:
    """Of three customers the first bought last week, the second two years ago, the third never."""
    numbers = [commands.create(ws, {"name": name}).id for name in ("恒瑞", "锦程", "远景")]
    with ws.operation("Deals") as op:
        for number, ago in ((numbers[0], 7), (numbers[0], 900), (numbers[1], 730)):
            day = DAY - timedelta(days=ago)
            op.insert(
                "quote",
                {
                    "number": f"Q{ago}", "customer": number, "status": "won", "date": day, "currency": "CNY",
                    "total": Decimal(100),
                },
            )  # fmt: skip
    return numbers


def days(ws: Workspace) -> list[date | None]:
    return [
        one["last_deal_on"] for one in records.rows(ws, "customer", records.ids(ws, "customer", order=(("id", False),)))
    ]


def test_the_list_is_sorted_and_filtered_by_it(ws: Workspace, three: list[int]) -> None:
    assert days(ws) == [DAY - timedelta(days=7), DAY - timedelta(days=730), None]
    assert list(records.ids(ws, "customer", order=(("last_deal_on", True),))) == three
    assert list(records.ids(ws, "customer", order=(("last_deal_on", False),))) == [three[1], three[0], three[2]]
    assert list(records.ids(ws, "customer", (Condition("last_deal_on", ">=", "today-30"),))) == three[:1]
    assert ConditionReader(ws).read("last deal < 2025-01-01").where == (Condition("last_deal_on", "<", "2025-01-01"),)


def test_the_view_and_the_figures_say_the_number_of_days(ws: Workspace, three: list[int]) -> None:
    assert queries.view_counts(ws)["untraded"] == 1
    ws.set_setting(UNTRADED_DAYS, 5)
    view = views.named(ws, "not traded for 5 days")
    assert (view.code, translate(view.label)) == ("untraded", "Not traded for 5 days")
    assert queries.view_counts(ws)["untraded"] == 2
    with using("zh_CN"):
        assert translate(view.label) == "5 天未交易"
        assert views.named(ws, "5 天未交易").code == "untraded"
    ws.set_setting(UNTRADED_DAYS, 365)
    assert translate(views.named(ws, "untraded").label) == "Not traded for a year"


def test_the_first_screen_is_read_off_one_index(ws: Workspace) -> None:
    """Way by way a million customers took seconds."""
    where, order = queries.untraded(365).where, queries.DEFAULT_ORDER
    asked: list[str] = []
    with ws.book.reading() as connection:
        connection.trace_v2(1, lambda event: asked.append(event["sql"]) if event["code"] == 1 else None)
        try:
            records.ids(ws, "customer", where, order, limit=128)
        finally:
            connection.trace_v2(0, None)
        plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {asked[-1]}", ("?",) * asked[-1].count("?"))]
    assert plan[0] == "SCAN t1 USING COVERING INDEX customer_by_next"
    assert not any("OR" in line.split() and "MULTI-INDEX" in line for line in plan)


def test_it_is_exported_and_comes_back_with_the_whole_book(ws: Workspace, three: list[int], tmp_path: Path) -> None:
    export(ws, "customer", tmp_path / "list.xlsx", fields=("name", "last_deal_on"))
    sheet = load_workbook(tmp_path / "list.xlsx").worksheets[0]
    assert [cell.value for cell in sheet[1]][:2] == ["Name", "Last deal"]
    export_book(ws, tmp_path / "book.xlsx")
    other = create_workspace(tmp_path / "other.kebu")
    try:
        run_import(other, plan_import(other, [tmp_path / "book.xlsx"]))
        assert days(other) == days(ws)
    finally:
        other.close()


def test_the_column_follows_a_deal_at_once(ws: Workspace, three: list[int], window: MainWindow, settle) -> None:
    page = window.router.open("customers")
    assert isinstance(page, CustomersPage)
    settle()
    page.table.lay_out(("name", "last_deal_on"))
    table = page.table.records

    def said() -> dict[str, str]:
        return {
            str(table.index(row, at[0]).data()): str(table.index(row, at[1]).data()) for row in range(table.rowCount())
        }

    at = page.table.sections()[:2]
    assert said()["远景"] in ("", "—")
    with ws.operation("Import") as op:
        quote = op.insert(
            "quote", {"number": "Q1", "customer": three[2], "status": "sent", "date": DAY, "currency": "CNY"}
        )
    sales.mark_won(ws, quote)
    settle()
    assert said()["远景"] == "Today"
    assert page.editing._reason(table.column(at[1])) == "This follows from the quotes that were won."
