"""What follows from other records says what they say, whatever is done and taken back."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from app.customers import merging, unmerging
from app.erasure.commands import erase
from app.main import create_workspace
from app.records import commands, following, history, queries, trash
from app.records.workspace import Workspace
from app.safety.commands import repair_search
from app.safety.queries import check
from app.sales import commands as sales
from app.sales import payments
from app.shared.errors import KebuError

DAY = date(2026, 7, 22)
DAYS = st.integers(0, 900).map(lambda ago: DAY - timedelta(days=ago))
PICK = st.integers(0, 1000)


def derived(ws: Workspace) -> dict[int, date]:
    """The day of each customer's last deal, from the quotes alone."""
    found: dict[int, date] = {}
    for one in queries.rows(ws, "quote", queries.ids(ws, "quote"), ("customer", "status", "won_on", "date")):
        if one["status"] == "won" and one["customer"]:
            day = one["won_on"] or one["date"]
            found[one["customer"]] = max(found.get(one["customer"], day), day)
    return found


def stored(ws: Workspace) -> dict[int, date]:
    rows = queries.rows(ws, "customer", queries.ids(ws, "customer"), ("last_deal_on",))
    return {one.id: one["last_deal_on"] for one in rows if one["last_deal_on"]}


def put_in(ws: Workspace, customer: int | None, day: date, status: str = "won", **values: object) -> int:
    """A quote as an import brings it."""
    with ws.operation("Import") as op:
        number = sales.next_number(ws, day)
        total = Decimal(values.pop("total", 100))  # type: ignore[arg-type]
        return op.insert(
            "quote",
            {
                "number": number, "customer": customer, "status": status, "date": day, "currency": "CNY",
                "total": total, **values,
            },
        )  # fmt: skip


class Deals(RuleBasedStateMachine):
    """Random operations on customers and their quotes."""

    @initialize()
    def open(self) -> None:
        self.folder = TemporaryDirectory()
        self.ws = create_workspace(Path(self.folder.name) / "deals.kebu")
        with self.ws.operation("Import") as op:
            op.insert_many("customer", [{"name": f"客户{n}"} for n in range(3)])

    def teardown(self) -> None:
        if hasattr(self, "ws"):
            assert check(self.ws) == []
            self.ws.close()
            self.folder.cleanup()

    def pick(self, kind: str, number: int) -> int | None:
        ids = sorted(queries.ids(self.ws, kind))
        return ids[number % len(ids)] if ids else None

    @rule(day=DAYS, pick=PICK, status=st.sampled_from(["won", "won", "sent", "draft", "lost"]), due=st.booleans())
    def import_quote(self, day: date, pick: int, status: str, due: bool) -> None:
        put_in(self.ws, self.pick("customer", pick), day, status, due_on=day if due else None)

    @rule(days=st.lists(DAYS, max_size=4))
    def import_customer_with_quotes(self, days: list[date]) -> None:
        with self.ws.operation("Import"):
            customer = commands.create(self.ws, "customer", {"name": f"新客户{len(days)}"}).id
            for day in days:
                put_in(self.ws, customer, day)

    @rule(pick=PICK, step=st.sampled_from([sales.mark_won, sales.mark_lost, sales.reopen]))
    def take_a_step(self, pick: int, step: object) -> None:
        if quote := self.pick("quote", pick):
            with suppress(KebuError):
                step(self.ws, quote)  # type: ignore[operator]

    @rule(pick=PICK, to=PICK, day=DAYS)
    def edit_quote(self, pick: int, to: int, day: date) -> None:
        if quote := self.pick("quote", pick):
            with suppress(KebuError):
                sales.update_quote(self.ws, quote, {"won_on": day})
            commands.update(self.ws, "quote", quote, {"customer": self.pick("customer", to)})

    @rule(pick=PICK, amount=st.integers(1, 60))
    def receive(self, pick: int, amount: int) -> None:
        if quote := self.pick("quote", pick):
            with suppress(KebuError):
                payments.receive(self.ws, quote, {"amount": amount})

    @rule(kind=st.sampled_from(["quote", "customer"]), pick=PICK)
    def delete(self, kind: str, pick: int) -> None:
        if number := self.pick(kind, pick):
            commands.delete(self.ws, kind, [number])

    @rule(pick=PICK)
    def restore(self, pick: int) -> None:
        if held := trash.listing(self.ws):
            with suppress(KebuError):
                trash.restore(self.ws, [held[pick % len(held)].key])

    @rule(one=PICK, other=PICK)
    def merge(self, one: int, other: int) -> None:
        pair = [self.pick("customer", one), self.pick("customer", other)]
        if None not in pair and pair[0] != pair[1]:
            merging.merge(self.ws, [number for number in pair if number])

    @rule(pick=PICK)
    def unmerge(self, pick: int) -> None:
        if held := unmerging.merges(self.ws):
            with suppress(KebuError):
                unmerging.unmerge(self.ws, held[pick % len(held)].operation)

    @rule()
    def undo(self) -> None:
        with suppress(KebuError):
            history.undo(self.ws)

    @rule(pick=PICK)
    def undo_any(self, pick: int) -> None:
        known = [one for one in history.operations(self.ws) if one.kind == "do" and not one.undone]
        if known:
            with suppress(KebuError):
                history.undo(self.ws, known[pick % len(known)].id)

    @rule()
    def redo(self) -> None:
        with suppress(KebuError):
            history.redo(self.ws)

    @precondition(lambda self: hasattr(self, "ws") and queries.count(self.ws, "customer") > 2)
    @rule(pick=PICK)
    def erase(self, pick: int) -> None:
        if number := self.pick("customer", pick):
            erase(self.ws, "customer", number, "Asked for it on 2026-07-22")

    @invariant()
    def the_last_deal_is_that_of_the_quotes(self) -> None:
        if hasattr(self, "ws"):
            assert stored(self.ws) == derived(self.ws)

    @invariant()
    def what_is_owed_is_what_was_not_received(self) -> None:
        if hasattr(self, "ws"):
            names = ("status", "total", "received", "due_on", "outstanding")
            for one in queries.rows(self.ws, "quote", queries.ids(self.ws, "quote"), names):
                spoken = one["status"] == "won" and (one["due_on"] or one["received"] is not None)
                left = max(one["total"] - (one["received"] or 0), Decimal(0)) if spoken else None
                assert one["outstanding"] == left


TestDeals = Deals.TestCase
TestDeals.settings = settings(
    max_examples=25, stateful_step_count=20, deadline=None, suppress_health_check=list(HealthCheck)
)


def test_what_follows_holds_no_undo_back(ws: Workspace) -> None:
    """A customer whose last deal came and went is as it was made: making it can be taken back."""
    made = commands.create(ws, "customer", {"name": "甲"})
    quote = put_in(ws, made.id, DAY)
    assert stored(ws) == {made.id: DAY}
    with ws.operation("Delete the quote, keep the day") as op:
        op.delete("quote", [quote])
    second = put_in(ws, made.id, DAY - timedelta(days=3))
    commands.delete(ws, "quote", [second])
    done = history.undo(ws, made.changes.operation)
    assert (done.kept, queries.count(ws, "customer")) == ((), 0)


def test_an_import_of_customers_with_deals_is_taken_back_and_done_again(ws: Workspace) -> None:
    with ws.operation("Import") as op:
        numbers = list(op.insert_many("customer", [{"name": f"客户{n}"} for n in range(1200)]))
        for number in numbers[::400]:
            put_in(ws, number, DAY)
    assert set(stored(ws)) == set(numbers[::400])
    done = history.undo(ws)
    assert (done.kept, queries.count(ws, "customer"), queries.count(ws, "quote")) == ((), 0, 0)
    history.redo(ws)
    assert set(stored(ws)) == set(numbers[::400])


def test_the_customers_of_changed_quotes_are_told_of(ws: Workspace) -> None:
    one, other = (commands.create(ws, "customer", {"name": name}).id for name in "甲乙")
    quote = put_in(ws, one, DAY)
    moved = commands.update(ws, "quote", quote, {"customer": other})
    assert moved.updated == {"quote": (quote,), "customer": (one, other)}
    assert commands.update(ws, "quote", quote, {"remarks": "急"}).updated == {"quote": (quote,)}


def test_a_day_that_somebody_else_wrote_is_found_and_mended(ws: Workspace) -> None:
    customer = commands.create(ws, "customer", {"name": "甲"}).id
    put_in(ws, customer, DAY)
    with ws.book.journal.alone() as connection:
        connection.execute("UPDATE customer SET last_deal_on = '2001-01-01'")
    [found] = check(ws)
    assert (found.part, "customer.last_deal_on: 1" in found.sentence) == ("follows", True)
    repair_search(ws)
    assert (check(ws), stored(ws)) == ([], {customer: DAY})
    assert following.rebuild(ws) == 0


def test_nobody_writes_what_follows(ws: Workspace) -> None:
    customer = commands.create(ws, "customer", {"name": "甲", "last_deal_on": DAY}).id
    assert stored(ws) == {}
    put_in(ws, customer, DAY)
    with ws.operation("By hand") as op:
        op.update("customer", customer, {"last_deal_on": DAY - timedelta(days=9)})
    assert stored(ws) == {customer: DAY}
