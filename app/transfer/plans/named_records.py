"""Which records of a workbook its cells name: by name, of several of one name those of the same customer, else by code."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from app.records import several
from app.records.fields import Field, RecordType
from app.shared.errors import InvalidValue
from app.shared.i18n import N_, translate
from app.transfer.grid.cells import at, text
from app.transfer.grid.own_headers import ABOUT_KIND
from app.transfer.grid.sheets import Cell, Sheet
from app.transfer.grid.stopping import watched
from app.transfer.plans.round_trip import places

CUSTOMER = "customer"
_CODES = ("code", "number")


@dataclass(slots=True)
class _Kind:
    """The records of one kind: ``raws`` what is stored of them as JSON, ``rows`` the cells by field of those without."""

    record: RecordType
    raws: Mapping[int, str]
    rows: dict[int, dict[str, Cell]] = field(default_factory=dict)
    names: dict[str, int] = field(default_factory=dict)
    shared: dict[str, list[int]] = field(default_factory=dict)
    codes: dict[str, list[int]] | None = None

    def call(self, said: object, number: int) -> None:
        """Learn what a record is called, by what is stored and by its cell; few share their name with another."""
        name = text(str(said or ""))
        if name and (first := self.names.setdefault(name, number)) != number:
            numbers = self.shared.setdefault(name, [first])
            if numbers[-1] != number:
                numbers.append(number)

    def called(self, name: str) -> list[int]:
        """The records of a name, or of a code."""
        if name in self.names:
            return self.shared.get(name) or [self.names[name]]
        if self.codes is None:
            self.codes = defaultdict(list)
            for field in (self.record.field(one) for one in _CODES if self.record.has(one)):
                for number in (*self.raws, *self.rows):
                    self.codes[text(str(self.value(number, field.name) or ""))].append(number)
        return self.codes.get(name, []) if name else []

    def value(self, number: int, name: str) -> object:
        """What is stored in a field, or stands in its cell."""
        raw = self.raws.get(number)
        return json.loads(raw).get(name) if raw else self.rows.get(number, {}).get(name)


class Named:
    """The records of all sheets; rows that someone added have their place below zero for an id."""

    def __init__(self) -> None:
        self._kinds: dict[str, _Kind] = {}
        self._owned: dict[tuple[str, str], dict[int | None, list[int]]] = {}

    def add(self, record: RecordType, sheet: Sheet, raws: Mapping[int, str]) -> None:
        """Learn the records of a sheet.

        Args:
            raws: what is stored of them by id; other rows are known by their cells.
        """
        if sheet.origin is None or not sheet.rows:
            return
        kind = self._kinds[record.name] = _Kind(record, raws)
        found = places(sheet.rows[0], record, sheet.origin)
        place = found.get(record.title, -1)
        for index, number in watched(_standing(sheet)):
            row = sheet.rows[index]
            if number in raws:
                kind.call(json.loads(raws[number]).get(record.title), number)
            else:
                kind.rows[number] = {name: at(row, column) for name, column in found.items()}
            if place >= 0:
                kind.call(text(at(row, place)), number)

    def linked(self, link: Field, said: str, customer: int | None) -> int | tuple[int, ...]:
        """The record that a cell names, or those where the field may have several.

        Args:
            customer: to whom the row with the cell belongs, None when that is unknown.

        Raises:
            InvalidValue: none is called so, or several are.
        """
        try:
            return self._one(link.link, said, customer)
        except InvalidValue:
            parts = several.parted(said) if link.also else []
            if len(parts) < 2:
                raise
        return tuple(self._one(link.link, one, customer) for one in parts)

    def about(self, customer: str, other: str) -> tuple[str, int]:
        """The kind and id of what a record is about, by the two cells that tell it: the customer, and what else.

        Raises:
            InvalidValue: nothing is called so, or several are.
        """
        if not other:
            return CUSTOMER, self._one(CUSTOMER, customer, None)
        owner = self._one(CUSTOMER, customer, None) if customer else None
        for name, kind in self._kinds.items():
            word, _blank, said = other.partition(f"{translate(kind.record.label)} ")
            if not word and said:
                return name, self._one(name, said, owner)
        raise InvalidValue(ABOUT_KIND, N_("“{value}” is not there."), value=other)

    def _one(self, kind: str, said: str, customer: int | None) -> int:
        found = self._kinds[kind].called(said) if kind in self._kinds else []
        if len(found) > 1 and customer is not None:
            found = self._by_owner(kind, said, found).get(customer) or found
        if len(found) != 1:
            message = N_("Several records are called “{value}”.") if found else N_("“{value}” is not there.")
            raise InvalidValue(kind, message, value=said)
        return found[0]

    def _by_owner(self, kind: str, said: str, numbers: list[int]) -> dict[int | None, list[int]]:
        """The records of one name by whose they are; many rows may name a 王经理 that many customers have."""
        if (kind, said) not in self._owned:
            held: dict[int | None, list[int]] = defaultdict(list)
            for number in numbers:
                held[self._owner(kind, number)].append(number)
            self._owned[kind, said] = dict(held)
        return self._owned[kind, said]

    def _owner(self, kind: str, number: int) -> int | None:
        held = self._kinds[kind]
        name = next((one.name for one in held.record.fields if one.link == CUSTOMER), "")
        told = held.value(number, name) if name else None
        if number in held.raws or told is None:
            return told if isinstance(told, int) else None
        owners = self._kinds[CUSTOMER].called(text(str(told))) if CUSTOMER in self._kinds else []
        return owners[0] if len(owners) == 1 else None


def _standing(sheet: Sheet) -> Iterator[tuple[int, int]]:
    """The rows of a sheet with the id of their record, those that someone added with their place below zero."""
    known = sheet.origin.rows if sheet.origin is not None else {}
    seen: set[int] = set()
    for index in range(1, len(sheet.rows)):
        number = known[index][0] if index in known else 0
        if number and number not in seen:
            seen.add(number)
            yield index, number
        elif any(cell not in (None, "") for cell in sheet.rows[index]):
            yield index, -index
