"""Rows of one number: those of one record, unless the numbers of a file say nothing of whose records they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any, Generic, Protocol, TypeVar

from app.records.fields import Field
from app.shared.i18n import _, translate
from app.transfer.converting.problems import Problem
from app.transfer.drafting.entries import Entry
from app.transfer.drafting.list_keys import folded
from app.transfer.grid.folding import fold
from app.transfer.grid.stopping import watched

_SOME, _OFTEN = 3, 0.1
"""So many numbers with several customers, and such a part of those that come again, are no slips of the pen."""


class Row(Protocol):
    """A draft, as lists fill it."""

    number: int
    customer: dict[str, Any]
    entry: Entry | None
    problems: list[Problem]


R = TypeVar("R", bound=Row)


class Numbers(Generic[R]):
    """The rows of each number of a list.

    Args:
        rows: all rows of the list.
        field: the field that holds the number; None when there is none.
        notes: the field that takes what has no other place; "" when there is none.
    """

    def __init__(self, rows: Sequence[R], field: Field | None, notes: str) -> None:
        self._field, self._notes = field, notes
        self._groups: dict[str, list[list[R]]] = defaultdict(list)
        self._by_customer = field is not None and self._several(rows)

    def of(self, row: R) -> str:
        """The number of a row; "" for none."""
        if self._field is None or row.entry is None:
            return ""
        number = row.entry.values.get(self._field.name) or ""
        return folded(number) if fold(str(number)) else ""

    def _several(self, rows: Sequence[R]) -> bool:
        names: dict[str, set[str]] = defaultdict(set)
        again: set[str] = set()
        for row in watched(rows):
            if (number := self.of(row)) and (name := _customer(row)):
                if number in names:
                    again.add(number)
                names[number].add(name)
        several = sum(len(names[number]) > 1 for number in again)
        return several >= _SOME and several >= _OFTEN * len(again)

    def held(self, row: R) -> list[R] | None:
        """The rows of the record that a row's number tells, None when there is none yet."""
        groups = self._groups.get(self.of(row), [])
        if not groups or not self._by_customer or not (name := _customer(row)):
            return groups[-1] if groups else None
        return next((group for group in groups if _customer(group[0]) in ("", name)), None)

    def add(self, row: R, group: list[R]) -> None:
        """Note that a row of a number belongs to these; a further record of a number keeps it in its notes alone."""
        said = self.of(row)
        if not said or self._field is None or row.entry is None:
            return
        groups = self._groups[said]
        fresh = not any(group is held for held in groups)
        if fresh:
            groups.append(group)
        if group is groups[0]:
            return
        number = row.entry.values.pop(self._field.name)
        if fresh:
            said = f"{translate(self._field.label)}: {number}"
            if self._notes:
                row.entry.values[self._notes] = "\n".join(filter(None, (row.entry.values.get(self._notes), said)))
            reason = _("The number {number} belongs to another customer.").format(number=number)
            row.problems.append(Problem(row.number, "", str(number), reason))


def _customer(row: Row) -> str:
    return fold(str(row.customer.get("name") or ""))
