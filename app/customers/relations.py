"""Customers among each other: parent company and branches, who introduced whom."""

from __future__ import annotations

from dataclasses import dataclass

from app.records import commands, queries
from app.records.queries import Condition
from app.records.workspace import Workspace
from app.shared.errors import InvalidValue
from app.shared.i18n import N_, translate
from db.changes import ChangeSet

PARENT, INTRODUCER = "parent_company", "introduced_by"
SHOWN = 20
Named = tuple[int, str]


@dataclass(frozen=True, slots=True)
class Relations:
    """What a customer has to do with others.

    Attributes:
        parent, introducer: id and name, or None.
        branches, introduced: the first ones by name; ``branch_count`` and ``introduced_count`` tell of all.
    """

    parent: Named | None
    introducer: Named | None
    branches: tuple[Named, ...]
    introduced: tuple[Named, ...]
    branch_count: int
    introduced_count: int

    def __bool__(self) -> bool:
        return bool(self.parent or self.introducer or self.branches or self.introduced)


def relations(ws: Workspace, customer: int) -> Relations:
    """Read what a customer has to do with others. Raises NotFound."""
    record = queries.get(ws, "customer", customer)
    branches, branch_count = _linked(ws, PARENT, customer)
    introduced, introduced_count = _linked(ws, INTRODUCER, customer)
    return Relations(
        _named(ws, record[PARENT]), _named(ws, record[INTRODUCER]), branches, introduced, branch_count, introduced_count
    )


def _named(ws: Workspace, number: int | None) -> Named | None:
    return (number, queries.titles(ws, "customer", (number,)).get(number) or f"#{number}") if number else None


def _linked(ws: Workspace, field: str, customer: int) -> tuple[tuple[Named, ...], int]:
    where = (Condition(field, "=", customer),)
    numbers = queries.ids(ws, "customer", where, (("name", False),), limit=SHOWN)
    titles = queries.titles(ws, "customer", numbers)
    count = len(numbers) if len(numbers) < SHOWN else queries.count(ws, "customer", where)
    return tuple((number, titles.get(number) or f"#{number}") for number in numbers), count


def relate(ws: Workspace, customer: int, field: str, other: int | None) -> ChangeSet:
    """Set or clear the parent company of a customer, or who introduced it, as one operation.

    Raises:
        InvalidValue: it would be its own parent, over however many steps, or the other is not there.
        NotFound: the customer is gone.
    """
    label = translate(ws.dictionary.type("customer").field(field).label)
    seen, at = {customer}, other
    while at is not None:
        if at in seen:
            raise InvalidValue(
                field,
                N_("{label}: no customer can stand above or before itself."),
                N_("Choose another one."),
                label=label,
            )
        seen.add(at)
        held = queries.rows(ws, "customer", (at,), (field,))
        at = held[0][field] if held else None
    return commands.update(ws, "customer", customer, {field: other})
