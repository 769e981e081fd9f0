"""What a month has won against its target: by the day on which quotes were won, each currency by itself."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from playhouse.migrations import Runner

from app.main import open_workspace
from app.records import commands as records
from app.records import history, queries
from app.records.workspace import Workspace
from app.sales import commands
from app.sales.view import Line
from app.sales.won import Won, month_won, set_target, target
from app.shared.clock import FixedClock
from app.shared.errors import InvalidValue
from db.connection import APPLICATION_ID, BookDatabase, connect
from db.migrate import folder

D = Decimal


def sent(ws: Workspace, amount: str, currency: str = "CNY") -> int:
    customer = records.create(ws, "customer", {"name": "苏州恒瑞"}).id
    lines = (Line(name="储气罐", quantity=D(1), price=D(amount)),)
    number = commands.new_quote(ws, customer, lines=lines, currency=currency).id
    commands.mark_sent(ws, number)
    return number


def on(ws: Workspace, day: date) -> None:
    ws.clock = FixedClock(datetime(day.year, day.month, day.day, 10, tzinfo=ZoneInfo("Asia/Shanghai")))


def test_a_quote_counts_in_the_month_in_which_it_was_won(ws: Workspace) -> None:
    quote = sent(ws, "900")
    on(ws, date(2026, 8, 3))
    commands.mark_won(ws, quote)
    assert queries.get(ws, "quote", quote)["won_on"] == date(2026, 8, 3)
    assert month_won(ws).own == Won("CNY", D(900), 1)
    assert month_won(ws, date(2026, 7, 31)).own == Won("CNY", D(0), 0)


def test_the_day_goes_with_the_status_and_comes_back_by_undo(ws: Workspace) -> None:
    quote = sent(ws, "900")
    commands.mark_won(ws, quote)
    on(ws, date(2026, 8, 3))
    records.update(ws, "quote", quote, {"status": "won", "project": "二期"})
    assert queries.get(ws, "quote", quote)["won_on"] == date(2026, 7, 22)
    commands.reopen(ws, quote)
    assert queries.get(ws, "quote", quote)["won_on"] is None
    history.undo(ws)
    assert queries.get(ws, "quote", quote)["won_on"] == date(2026, 7, 22)
    records.update_all(ws, "quote", [quote], {"status": "lost"})
    assert queries.get(ws, "quote", quote)["won_on"] is None
    records.update_all(ws, "quote", [quote], {"status": "won"})
    assert queries.get(ws, "quote", quote)["won_on"] == date(2026, 8, 3)


def test_a_quote_that_comes_in_won_counts_on_its_own_date(ws: Workspace) -> None:
    with ws.operation("x") as op:
        base = {"status": "won", "currency": "CNY", "total": D(5)}
        [first, second] = op.insert_many(
            "quote",
            [
                {"number": "A", "date": date(2019, 5, 4), **base},
                {"number": "B", "date": date(2019, 5, 4), **base, "won_on": date(2019, 6, 1)},
            ],
        )
    assert queries.get(ws, "quote", first)["won_on"] == date(2019, 5, 4)
    assert queries.get(ws, "quote", second)["won_on"] == date(2019, 6, 1)


def test_currencies_are_never_added_up(ws: Workspace) -> None:
    for amount, currency in (("900", "CNY"), ("100", "USD"), ("20", "USD")):
        commands.mark_won(ws, sent(ws, amount, currency))
    found = month_won(ws)
    assert (found.own, found.others) == (Won("CNY", D(900), 1), (Won("USD", D(120), 2),))


def test_a_target_holds_from_its_month_on(ws: Workspace) -> None:
    assert target(ws) is None
    set_target(ws, "30万")
    on(ws, date(2026, 9, 10))
    assert target(ws) == 300_000
    set_target(ws, "¥400,000.00")
    assert [target(ws, date(2026, month, 1)) for month in (6, 7, 8, 9, 10)] == [
        None,
        300_000,
        300_000,
        400_000,
        400_000,
    ]
    set_target(ws, "")
    assert target(ws) is None
    assert target(ws, date(2026, 8, 31)) == 300_000
    history.undo(ws)
    assert target(ws) == 400_000


def test_the_pace_goes_by_the_days_of_the_month(ws: Workspace) -> None:
    set_target(ws, "310")
    commands.mark_won(ws, sent(ws, "155"))
    on(ws, date(2026, 7, 31))
    found = month_won(ws)
    assert (found.left, found.pace, found.share, found.ahead) == (0, 1, D("0.5"), D("-0.5"))


@pytest.mark.parametrize("text", ["many", "-5", "1e400", "99999999999999999"])
def test_what_is_no_target_is_refused(ws: Workspace, text: str) -> None:
    with pytest.raises(InvalidValue):
        set_target(ws, text)


def test_older_books_take_the_day_from_their_history_else_from_the_quote(tmp_path: Path) -> None:
    path = tmp_path / "old.kebu"
    connection = connect(path, create=True)
    connection.pragma("application_id", APPLICATION_ID)
    Runner(BookDatabase(connection), str(folder())).up(target="0001_first")
    connection.execute(
        "INSERT INTO quote(id, number, revision, status, date, currency) VALUES(1, 'Q1', 1, 'won', '2026-05-01', 'CNY'),"
        " (2, 'Q2', 1, 'won', '2026-05-02', 'CNY'), (3, 'Q3', 1, 'sent', '2026-05-03', 'CNY'),"
        " (4, 'Q4', 1, 'won', '2026-05-04', 'CNY')"
    )
    for number, at, quote, undone in ((1, "06-10", 1, 0), (2, "06-20", 1, 0), (3, "06-11", 3, 0), (4, "06-12", 4, 1)):
        connection.execute(
            "INSERT INTO operation(id, at, name, params, source, kind, undone, changeset)"
            " VALUES(?, ?, 'Mark quote {number} as won', '{}', 'window', 'do', ?, x'')",
            (number, f"2026-{at}T04:00:00.000+00:00", undone),
        )
        connection.execute(
            "INSERT INTO operation_row(operation, code, first, last, action) VALUES(?, 6, ?, ?, 'u')",
            (number, quote, quote),
        )
    connection.close()
    ws = open_workspace(path)
    try:
        assert [one["won_on"] for one in queries.rows(ws, "quote", (1, 2, 3, 4))] == [
            date(2026, 6, 20), date(2026, 5, 2), None, date(2026, 5, 4),
        ]  # fmt: skip
    finally:
        ws.close()
