"""Customers that a file names in the rows of others: who introduced them, and their parent company."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import chain
from typing import Any

from app.customers.joining import lines_added
from app.records import queries
from app.records.operation import Operation
from app.records.queries import Condition
from app.records.workspace import Workspace
from app.shared.i18n import translate
from app.shared.names import company_key, person_key
from app.shared.packed import Packed
from app.transfer.grid.stopping import watched
from app.transfer.plans.planned import Writes


class CustomerLinks:
    """Names in link fields of customers, taken out of what is written until all customers are there.

    A name that only one customer of the file or the book has becomes a link; any other is kept in the notes, as a name in
    such a column is often a person who is no customer.

    Attributes:
        customers: the new customers without those names.
    """

    def __init__(self, ws: Workspace, writes: Writes) -> None:
        self._ws = ws
        self._fields = {one.name: one for one in ws.dictionary.type("customer").fields if one.link == "customer"}
        self._new: list[tuple[int, str, int]] = []
        self._held: list[tuple[int, str, int]] = []
        self._told = writes.ties
        updates = writes.updates.get("customer", {})
        named = any(
            isinstance(values.get(name), str)
            for values in watched(chain(writes.customers, updates.values()))
            for name in self._fields
        )
        if not named:
            self.customers: Sequence[dict[str, Any]] = writes.customers
            return
        self._places = self._named(writes)
        taken: Packed[dict[str, Any]] = Packed()
        for at, values in enumerate(watched(writes.customers)):
            taken.append(self._taken(at, values, self._new))
        self.customers = taken
        for number, values in list(updates.items()):
            if any(isinstance(values.get(name), str) for name in self._fields):
                updates[number] = self._taken(number, values, self._held)

    def _named(self, writes: Writes) -> Mapping[str, set[int]]:
        """The customers of a name: those of the file as their place, those of the book as -id."""
        found: dict[str, set[int]] = defaultdict(set)
        for at, values in enumerate(watched(writes.customers)):
            for name in (values.get("name"), values.get("short_name")):
                for key in _keys(name):
                    found[key].add(at)
        for number, *names in queries.columns(self._ws, "customer", ("name", "short_name")):
            for name in names:
                for key in _keys(name):
                    found[key].add(-number)
        return found

    def _taken(self, at: int, values: Mapping[str, Any], ties: list[tuple[int, str, int]]) -> dict[str, Any]:
        """The values of a row without the names; what they name is tied later, or noted."""
        out = dict(values)
        for name, field in self._fields.items():
            said = out.get(name)
            if not isinstance(said, str):
                continue
            del out[name]
            if (told := self._told.get((at if ties is self._new else -at, name))) is not None:
                ties.append((at, name, told))
                continue
            places = {place for key in _keys(said) for place in self._places.get(key, ())}
            mine = {at} if ties is self._new else {-at}
            if len(places) == 1 and places != mine:
                ties.append((at, name, places.pop()))
            else:
                line = f"{translate(field.label)}: {said}"
                notes = str((out if "notes" in out or ties is self._new else self._record(at)).get("notes") or "")
                if (joined := lines_added(notes, line)) != notes:
                    out["notes"] = joined
        return out

    def _record(self, number: int) -> Mapping[str, Any]:
        return next(iter(queries.rows(self._ws, "customer", (number,), ("notes",)))).values

    def tie(self, op: Operation, first: int) -> None:
        """Set the links, now that all customers are in the book; one that would put a customer above itself is noted."""

        def number(place: int) -> int:
            return first + place if place >= 0 else -place

        ties = [(first + at, name, number(place)) for at, name, place in self._new]
        ties += [(at, name, number(place)) for at, name, place in self._held]
        above = {name: self._above(name) for name in {name for _one, name, _other in ties}}
        right: list[tuple[int, dict[str, Any]]] = []
        circular: list[tuple[int, str, int]] = []
        for one, name, other in ties:
            if one == other:
                continue
            if _leads(above[name], other, one):
                circular.append((one, name, other))
            else:
                above[name][one] = other
                right.append((one, {name: other}))
        op.update_many("customer", right)
        for one, name, other in circular:
            op.update_many("customer", [(one, {"notes": self._noted(one, name, other)})])

    def _above(self, name: str) -> dict[int, int]:
        """What customers of the book are linked to already."""
        numbers = queries.ids(self._ws, "customer", (Condition(name, "not_empty"),))
        return {row.id: row[name] for row in queries.rows(self._ws, "customer", numbers, (name,))}

    def _noted(self, number: int, name: str, other: int) -> str:
        """The notes of a customer with the name that it cannot be linked to."""
        title = queries.titles(self._ws, "customer", (other,)).get(other, "")
        line = f"{translate(self._fields[name].label)}: {title}"
        return "\n".join(filter(None, (str(self._record(number).get("notes") or ""), line)))


def _leads(above: Mapping[int, int], at: int, sought: int) -> bool:
    """Whether a customer is another one, or stands below it over however many steps."""
    seen: set[int] = set()
    step: int | None = at
    while step is not None and step not in seen:
        if step == sought:
            return True
        seen.add(step)
        step = above.get(step)
    return False


def _keys(name: Any) -> set[str]:
    said = str(name or "")
    return {key for key in (company_key(said), person_key(said)) if key}
