"""Who calls: the customers that a number belongs to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.records import queries
from app.records.record import Record
from app.records.workspace import Workspace
from app.shared.phones import Phone, parse, pretty

_FIELDS = ("phone", "mobile", "fax")
# Fewer digits are an extension, and stand in many numbers.
_LEAST = 5
# Numbers without the country's code, and without that of the area.
_TAILS = (11, 10, 8, 7)
_MOST = 50


@dataclass(frozen=True, slots=True)
class Caller:
    """A customer that a number belongs to, and the contact whose number it is; 0 and "" when it is the customer's own."""

    customer: int
    name: str
    contact: int = 0
    person: str = ""


def callers(ws: Workspace, number: str) -> tuple[Caller, ...]:
    """The customers that a number belongs to, contacts before the customers' own lines.

    A number is found by its normal form; when that is nobody's, by its last digits, as books and switchboards leave out
    the codes of country and area.
    """
    digits = _digits(parse(number, ws.region))
    for length in (len(digits), *_TAILS):
        if _LEAST <= length <= len(digits):
            found = {one.customer: one for one in _holders(ws, digits[-length:], digits)}
            if found:
                return tuple(sorted(found.values(), key=lambda one: (not one.contact, one.customer)))
    return ()


def said(number: str, region: str) -> str:
    """A caller's number as people read it."""
    return pretty(parse(number, region), region)


def _digits(phone: Phone) -> str:
    return "".join(sign for sign in phone.normal.partition(";")[0] or phone.typed if sign.isdecimal())


def _holders(ws: Workspace, tail: str, digits: str) -> Iterator[Caller]:
    """Whose number ends with the tail and is the caller's as far as both are known."""
    hits = queries.search(ws, tail, ("customer", "contact"), limit=_MOST)
    people = queries.rows(ws, "contact", [hit.id for hit in hits if hit.kind == "contact"])
    firms = queries.rows(ws, "customer", [hit.id for hit in hits if hit.kind == "customer"])
    names = queries.titles(ws, "customer", [one["customer"] for one in people])
    for one in firms:
        if _fits(one, tail, digits):
            yield Caller(one.id, one.title)
    for one in people:
        if _fits(one, tail, digits):
            yield Caller(one["customer"], names.get(one["customer"], ""), one.id, one.title)


def _fits(record: Record, tail: str, digits: str) -> bool:
    held = [_digits(record[name]) for name in _FIELDS if record.values.get(name)]
    return any(one.endswith(tail) and (one.endswith(digits) or digits.endswith(one)) for one in held)
