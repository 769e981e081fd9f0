"""Two lists that tell of one sale: a list of contracts and one of deliveries, a list of sales and one of what is owed.

They are one when they are of the same customer and the number of the one is the number, or the contract's number, in the
other. Without a common number they stay two; what looks like one sale is told.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from app.sales.records import AFTER_DEAL
from app.shared.i18n import N_, _, translate
from app.transfer.converting.problems import Problem
from app.transfer.drafting import merging
from app.transfer.drafting.entries import Entry, Key
from app.transfer.drafting.list_keys import folded, sale_keys
from app.transfer.drafting.list_sales import WON
from app.transfer.grid.list_kinds import CONTRACT, RECEIVED, TOTAL, ListKind
from app.transfer.plans.list_host import Draft, Host, Row
from app.transfer.plans.planned import Action

# So many days lie at most between two notes of one sale that is known by its amount alone.
_NEAR = 45
_ONE = N_("It is the same sale as {number}: the number of the contract says so.")
_SEVERAL = N_("{numbers} are of this contract; what the row tells of days and payments is put there.")
_LESS = N_(
    "{numbers} are of this contract and come to {own} of {stated}; what the row tells of days and payments is put there."
)
_LIKE = N_("{number} of the same customer comes to the same total; perhaps it is the same sale.")


@dataclass(frozen=True, slots=True)
class Held:
    """A sale in the book (``id``), or on its way (``values``, and the sheet that it came from)."""

    number: str
    day: str
    id: int = 0
    values: dict[str, Any] = field(default_factory=dict)
    sheet: int = -1


class Sales:
    """The sales that rows of lists are compared with."""

    def __init__(self, host: Host, held: Mapping[Key, Any]) -> None:
        self._host = host
        self._held = held
        self._fresh: dict[Key, list[Held]] = {}
        self.sheet = 0

    def put(self, kind: ListKind, values: dict[str, Any], at: int | None) -> None:
        """Note a sale that is written."""
        called = values.get(kind.record.number) or values.get("project") or values.get("date") or ""
        one = Held(str(called), str(values.get("date") or ""), 0, values, self.sheet)
        for key in sale_keys(kind, values, at):
            self._fresh.setdefault(key, []).append(one)

    def same(self, draft: Draft, row: Row, kind: ListKind, entry: Entry, at: int | None) -> Held | None:
        """The one sale that a row with another number tells of; None when there is none, or when the row ends here."""
        values = entry.values
        wanted = [
            (kind.record.number, values.get(CONTRACT)), (CONTRACT, values.get(kind.record.number)),
        ]  # fmt: skip
        found = [one for name, said in wanted if said for one in self._of(kind, {name: said}, at)]
        unique = list({(one.id, id(one.values) if not one.id else 0): one for one in found}.values())
        if not unique:
            self._like(draft, row, kind, values, at)
        elif len(unique) > 1:
            reason = self._shared(row, kind, entry, unique)
            row.problems = [*row.problems, Problem(draft.number, "", "", reason)]
            row.action = Action.DUPLICATE
        else:
            reason = _(_ONE).format(number=unique[0].number)
            row.problems = [*row.problems, Problem(draft.number, "", "", reason)]
            row.action = Action.DUPLICATE
            return unique[0]
        return None

    def _shared(self, row: Row, kind: ListKind, entry: Entry, parts: list[Held]) -> str:
        """Take what a contract's row tells into the deliveries under it, its payments into the oldest first; gives what is told."""
        name, stated = kind.record.name, entry.values.get(TOTAL)
        ids = [one.id for one in parts if one.id]
        book = self._host.book.fetch(name, ids, (TOTAL,)) if ids else {}
        totals = [Decimal((book.get(one.id) or one.values).get(TOTAL) or 0) for one in parts]
        left: Decimal | None = entry.values.get(RECEIVED)
        names = [one for one in AFTER_DEAL if one not in (CONTRACT, RECEIVED)]
        told = {one: entry.values[one] for one in names if entry.values.get(one) is not None}
        pairs = sorted(zip(parts, totals, strict=True), key=lambda pair: pair[0].day)
        for one, total in pairs if self._host.mode != merging.SKIP else ():
            mine = dict(told)
            if left is not None:
                mine[RECEIVED] = min(left, total)
                left -= mine[RECEIVED]
            if not one.id:
                one.values.update(merging.changes(one.values, mine, overwrite=False))
            elif mine:
                self._host.later.append((row, name, one.id, mine))
        own = sum(totals, Decimal(0))
        less = isinstance(stated, Decimal) and own < stated
        numbers = ", ".join(one.number for one in parts[:5])
        return _(_LESS if less else _SEVERAL).format(numbers=numbers, own=f"{own:,.2f}", stated=f"{stated or own:,.2f}")

    def fill(self, row: Row, kind: ListKind, entry: Entry, there: int, found: Held | None = None) -> None:
        """Take into a sale that is there what the row tells of its delivery and its payment.

        Args:
            there: its id in the book, 0 for a new one.
            found: the sale where it has another number than the row.
        """
        fresh = found.values if found is not None and not there else None
        told = {name: entry.values[name] for name in AFTER_DEAL if entry.values.get(name) is not None}
        if found is not None and folded(told.get(CONTRACT)) == folded(found.number):
            told.pop(CONTRACT, None)
            if kind.notes and (number := entry.values.get(kind.record.number)):
                told[kind.notes] = f"{translate(kind.record.field(kind.record.number).label)}: {number}"
        if fresh is not None:
            fresh.update(merging.changes(fresh, told, overwrite=False))
        elif there and told:
            self._host.later.append((row, kind.record.name, there, told))

    def _of(self, kind: ListKind, values: Mapping[str, Any], at: int | None) -> list[Held]:
        keys = sale_keys(kind, values, at)
        there = [Held(number, day, one) for key in keys for one, number, day in self._held.get(key, ())]
        return [*there, *(one for key in keys for one in self._fresh.get(key, ()))]

    def _like(self, draft: Draft, row: Row, kind: ListKind, values: Mapping[str, Any], at: int | None) -> None:
        total, day = values.get(TOTAL), values.get("date")
        if values.get("status") != WON or not isinstance(total, Decimal) or not isinstance(day, date):
            return
        for one in self._of(kind, {TOTAL: total}, at):
            if one.sheet != self.sheet and one.day and abs((date.fromisoformat(one.day[:10]) - day).days) <= _NEAR:
                reason = _(_LIKE).format(number=one.number)
                row.problems = [*row.problems, Problem(draft.number, "", "", reason)]
                return
