"""Statuses that fit, classes by sales, and RFM."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.customers import commands as customers
from app.customers.classes import Deals, Fit, Reason, fitting, pareto, rfm, rhythm, segment
from app.customers.classing import AUTOMATIC, accept, accept_automatically, proposals, said, standings
from app.records import history, queries
from app.records.workspace import Workspace

TODAY = date(2026, 7, 22)


def ago(*days: int) -> tuple[date, ...]:
    return tuple(sorted(TODAY - timedelta(days=one) for one in days))


@pytest.mark.parametrize(
    ("status", "days", "contact", "found"),
    [
        ("prospect", ago(3), None, Fit("active", Reason.DEAL, 3)),
        ("lost", ago(10, 400), None, Fit("active", Reason.DEAL, 10)),
        ("prospect", (), TODAY, None),
        ("prospect", ago(500), None, None),
        ("active", ago(30, 60, 90, 120), None, None),
        ("active", ago(70, 100, 130, 160), None, Fit("dormant", Reason.RHYTHM, 70)),
        ("active", ago(366), None, Fit("dormant", Reason.QUIET, 366)),
        ("active", ago(365), None, None),
        ("active", (), TODAY - timedelta(days=400), Fit("dormant", Reason.QUIET, 400)),
        ("active", (), None, None),
        ("active", ago(500, 1000, 1500), None, None),
        ("dormant", ago(800), TODAY - timedelta(days=731), Fit("public_pool", Reason.GIVEN_UP, 731)),
        ("dormant", ago(800), TODAY - timedelta(days=10), None),
    ],
)
def test_the_status_that_fits(status: str, days: tuple[date, ...], contact: date | None, found: Fit | None) -> None:
    assert fitting(status, days, contact, TODAY, 365) == found


def test_a_rhythm_needs_three_deals_on_different_days() -> None:
    assert rhythm(ago(0, 30, 70)) == 35
    assert rhythm(ago(0, 30)) is None
    assert rhythm((TODAY, TODAY, TODAY)) is None


DEALS = st.dictionaries(
    st.integers(1, 60),
    st.builds(
        lambda days, total: Deals(ago(*days), total),
        st.lists(st.integers(0, 3000), min_size=1, max_size=6),
        st.integers(0, 10**9),
    ),
    max_size=40,
)


@given(DEALS, st.sampled_from(["prospect", "active", "dormant", "public_pool", "lost"]), st.integers(30, 700))
def test_a_status_that_was_set_fits(deals: dict[int, Deals], status: str, usual: int) -> None:
    for one in deals.values():
        fit = fitting(status, one.days, None, TODAY, usual)
        again = fit and fitting(fit.status, one.days, None, TODAY, usual)
        assert again is None or (fit.status, again.status) == ("dormant", "public_pool")


@given(DEALS)
def test_the_largest_make_the_first_class(deals: dict[int, Deals]) -> None:
    totals = {number: one.total for number, one in deals.items()}
    found = pareto(totals)
    assert set(found) == {number for number, total in totals.items() if total > 0}
    for grade, lower in (("A", "BC"), ("B", "C")):
        above = [totals[number] for number, one in found.items() if one == grade]
        below = [totals[number] for number, one in found.items() if one in lower]
        assert not above or not below or min(above) >= max(below)
    if found:
        top = sum(totals[number] for number, one in found.items() if one == "A")
        assert top >= 0.8 * sum(totals.values())


@given(DEALS)
def test_scores_follow_the_order_of_what_they_measure(deals: dict[int, Deals]) -> None:
    found = rfm(deals)
    assert set(found) == set(deals)
    for one, scores in found.items():
        assert all(1 <= score <= 5 for score in scores)
        assert segment(scores)
        for other, more in found.items():
            if deals[one].last > deals[other].last:
                assert scores[0] >= more[0]
            if deals[one].total == deals[other].total:
                assert scores[2] == more[2]


def won(ws: Workspace, name: str, status: str, *quotes: tuple[int, str]) -> int:
    number = customers.create(ws, {"name": name, "status": status}).id
    with ws.operation("Deals") as op:
        op.insert_many(
            "quote",
            [
                {
                    "number": f"{name}-{at}", "customer": number, "status": "won", "currency": "CNY",
                    "date": ws.clock.today() - timedelta(days=days), "total": Decimal(total),
                }
                for at, (days, total) in enumerate(quotes)
            ],
        )  # fmt: skip
    return number


def test_proposals_are_set_on_request_and_taken_back(ws: Workspace) -> None:
    first = won(ws, "恒瑞", "prospect", (5, "8000"))
    second = won(ws, "金源", "active", (700, "1500.50"))
    won(ws, "德力", "active", (20, "10"))
    found = proposals(ws)
    assert {(one.name, one.status, one.fit.status) for one in found} == {
        ("恒瑞", "prospect", "active"), ("金源", "active", "dormant"),
    }  # fmt: skip
    assert "700" in said(next(one.fit for one in found if one.customer == second))
    accept(ws, found)
    assert queries.get(ws, "customer", first)["status"] == "active"
    assert proposals(ws) == []
    history.undo(ws)
    assert queries.get(ws, "customer", second)["status"] == "active"
    [largest, *_rest] = standings(ws)
    assert (largest.name, largest.grade, largest.total, largest.deals) == ("恒瑞", "A", Decimal("8000.00"), 1)


def test_nothing_changes_by_itself_unless_wanted(ws: Workspace) -> None:
    number = won(ws, "恒瑞", "prospect", (5, "8000"))
    assert accept_automatically(ws) is None
    ws.set_setting(AUTOMATIC, True)
    assert accept_automatically(ws) is not None
    assert queries.get(ws, "customer", number)["status"] == "active"
    assert accept_automatically(ws) is None
    # Ctrl+Z takes back what the person did, and not this.
    assert "rules" not in history.undoable(ws).name
