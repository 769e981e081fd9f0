"""Whatever is created, edited, deleted, undone and redone: the book equals a plain model, and the index a fresh one."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import apsw
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from app.main import create_workspace
from app.records import commands, history, queries
from app.records.workspace import Workspace
from app.safety.queries import check

NAMES = st.sampled_from(["苏州恒瑞", "重庆长安", "Müller GmbH", "ABC 公司", "单位", "x", "13800002317", "a" * 40])
CITIES = st.sampled_from(["苏州", "重庆", "", "Köln"])
Rows = dict[int, dict[str, Any]]
Model = dict[str, Rows]


def index_of(ws: Workspace) -> set[tuple[Any, ...]]:
    """Every word of the search index with the document it stands in."""
    found: set[tuple[Any, ...]] = set()
    connection = apsw.Connection(str(ws.path), flags=apsw.SQLITE_OPEN_READONLY)
    try:
        for table in ("search_trigram", "search_gram"):
            connection.execute(f"CREATE VIRTUAL TABLE temp.v_{table} USING fts5vocab(main, {table}, instance)")
            found.update((table, *row) for row in connection.execute(f"SELECT term, doc, offset FROM v_{table}"))
    finally:
        connection.close()
    return found


def held(ws: Workspace) -> Model:
    """What the book holds of customers, contacts and reminders."""
    out: Model = {}
    for kind, names in (
        ("customer", ("name", "city")),
        ("contact", ("customer", "name")),
        ("reminder", ("about_id", "text")),
    ):
        rows = queries.rows(ws, kind, queries.ids(ws, kind), names)
        out[kind] = {row.id: {name: row[name] for name in names} for row in rows}
    return out


class Books(RuleBasedStateMachine):
    """Random operations on a book and on a model of it that remembers every state."""

    @initialize()
    def open(self) -> None:
        self.folder = TemporaryDirectory()
        self.ws = create_workspace(Path(self.folder.name) / "model.kebu")
        self.model: Model = {"customer": {}, "contact": {}, "reminder": {}}
        self.past: list[Model] = []
        self.future: list[Model] = []

    def teardown(self) -> None:
        if hasattr(self, "ws"):
            self.ws.close()
            self.folder.cleanup()

    def change(self, model: Model) -> None:
        self.past.append(self.model)
        self.future.clear()
        self.model = model

    def copy(self) -> Model:
        return {kind: {number: dict(row) for number, row in rows.items()} for kind, rows in self.model.items()}

    def pick(self, kind: str, number: int) -> int:
        return sorted(self.model[kind])[number % len(self.model[kind])]

    @rule(name=NAMES, city=CITIES)
    def create_customer(self, name: str, city: str) -> None:
        number = commands.create(self.ws, "customer", {"name": name, "city": city}).id
        model = self.copy()
        assert number not in model["customer"]
        model["customer"][number] = {"name": name, "city": city or None}
        self.change(model)

    @rule(count=st.integers(2, 30), name=NAMES)
    def import_many(self, count: int, name: str) -> None:
        model = self.copy()
        with self.ws.operation("Import") as op:
            for n, number in enumerate(op.insert_many("customer", [{"name": f"{name}{n}"} for n in range(count)])):
                model["customer"][number] = {"name": f"{name}{n}", "city": None}
        self.change(model)

    @precondition(lambda self: self.model["customer"])
    @rule(pick=st.integers(0, 1000), name=NAMES)
    def create_contact(self, pick: int, name: str) -> None:
        customer = self.pick("customer", pick)
        number = commands.create(self.ws, "contact", {"customer": customer, "name": name, "mobile": "13800002317"}).id
        model = self.copy()
        model["contact"][number] = {"customer": customer, "name": name}
        self.change(model)

    @precondition(lambda self: self.model["customer"])
    @rule(pick=st.integers(0, 1000), text=NAMES)
    def create_reminder(self, pick: int, text: str) -> None:
        customer = self.pick("customer", pick)
        with self.ws.operation("Remind") as op:
            number = op.insert(
                "reminder",
                {"about_kind": "customer", "about_id": customer, "text": text, "due_at": self.ws.clock.now_wall()},
            )
        model = self.copy()
        model["reminder"][number] = {"about_id": customer, "text": text}
        self.change(model)

    @precondition(lambda self: self.model["customer"])
    @rule(pick=st.integers(0, 1000), name=NAMES, city=CITIES)
    def edit(self, pick: int, name: str, city: str) -> None:
        number = self.pick("customer", pick)
        changes = commands.update(self.ws, "customer", number, {"name": name, "city": city})
        model = self.copy()
        model["customer"][number] = {"name": name, "city": city or None}
        assert bool(changes) == (model != self.model)
        if changes:
            assert changes.updated == {"customer": (number,)}
            self.change(model)

    @precondition(lambda self: self.model["contact"] and self.model["customer"])
    @rule(pick=st.integers(0, 1000), to=st.integers(0, 1000))
    def move_contact(self, pick: int, to: int) -> None:
        number, customer = self.pick("contact", pick), self.pick("customer", to)
        if commands.update(self.ws, "contact", number, {"customer": customer}):
            model = self.copy()
            model["contact"][number]["customer"] = customer
            self.change(model)

    @precondition(lambda self: self.model["customer"])
    @rule(picks=st.lists(st.integers(0, 1000), min_size=1, max_size=5))
    def delete(self, picks: list[int]) -> None:
        gone = {self.pick("customer", pick) for pick in picks}
        commands.delete(self.ws, "customer", sorted(gone))
        model = self.copy()
        for kind, link in (("customer", ""), ("contact", "customer"), ("reminder", "about_id")):
            model[kind] = {n: row for n, row in model[kind].items() if (row[link] if link else n) not in gone}
        self.change(model)

    @precondition(lambda self: self.past)
    @rule()
    def undo(self) -> None:
        done = history.undo(self.ws)
        assert done.kept == ()
        self.future.append(self.model)
        self.model = self.past.pop()

    @precondition(lambda self: self.future)
    @rule()
    def redo(self) -> None:
        done = history.redo(self.ws)
        assert done.kept == ()
        self.past.append(self.model)
        self.model = self.future.pop()

    @rule()
    def a_failing_operation_leaves_nothing(self) -> None:
        class Stop(Exception):
            pass

        try:
            with self.ws.operation("Fail") as op:
                op.insert("customer", {"name": "never"})
                op.delete("customer", list(self.model["customer"]))
                raise Stop
        except Stop:
            pass

    @invariant()
    def the_book_is_the_model(self) -> None:
        if hasattr(self, "ws"):
            assert held(self.ws) == self.model

    @invariant()
    def the_index_is_as_fresh(self) -> None:
        if hasattr(self, "ws"):
            before = index_of(self.ws)
            self.ws.rebuild_search()
            assert index_of(self.ws) == before

    @invariant()
    def undo_and_redo_know_what_is_there(self) -> None:
        if hasattr(self, "ws"):
            assert bool(history.undoable(self.ws)) == bool(self.past)
            assert bool(history.redoable(self.ws)) == bool(self.future)

    @precondition(lambda self: hasattr(self, "ws"))
    @rule()
    def the_book_is_in_order(self) -> None:
        assert check(self.ws) == []


TestBooks = Books.TestCase
TestBooks.settings = settings(
    max_examples=25, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
)
