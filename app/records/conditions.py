"""Conditions on the fields of a record, turned into SQL by peewee."""

from __future__ import annotations

import calendar
import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import reduce
from operator import and_, eq, ge, gt, le, lt, or_
from typing import Any

from peewee import OP, SQL, Expression, Model, NodeList, fn

from app.records.fields import Field, FieldKind, RecordType
from app.records.storage import CUSTOM, encode, normal_column
from app.records.values import coerce
from app.shared import lunar
from app.shared.errors import InvalidValue, KebuError
from app.shared.i18n import N_, translate

_COMPARISONS: dict[str, Callable[[Any, Any], Any]] = {"=": eq, "<": lt, "<=": le, ">": gt, ">=": ge}
_NEVER_BLANK = {FieldKind.DATE, FieldKind.WALL, FieldKind.INSTANT, FieldKind.LINK}
LUNAR = "_lunar"
"""What a flag is called beside its date: that its day comes round by the moon."""
_DAY = re.compile(r"today(?:([+-])(\d{1,5}))?")


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition on a field.

    Args:
        field: its name.
        op: =, !=, <, <=, >, >=, in, contains, empty, not_empty, month, has.
        value: what it is compared with, a Python value or a text; none for empty and not_empty.

    ``has``: of a link that may name several records, whether one of them is this.
    """

    field: str
    op: str
    value: Any = None


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Conditions of which one at least holds."""

    conditions: tuple[Condition | Linked, ...]


@dataclass(frozen=True, slots=True)
class Linked:
    """That records of another kind link to the record which fit, or with ``none`` that there are none.

    ``field`` is the link field of the other kind.
    """

    kind: str
    field: str
    where: tuple[Condition, ...] = ()
    none: bool = False


Where = Condition | AnyOf | Linked


@dataclass(frozen=True, slots=True)
class Around:
    """What conditions are read with: the currency of amounts, the day, and how another kind is found by its name.

    A day in a condition may be told from today: ``today``, ``today-365``, ``today+7``; ``month`` asks for the month of a
    day in whatever year: ``this``, ``next`` or its number.
    """

    currency: str
    today: date
    kind: Callable[[str], tuple[type[Model], RecordType]]


def expression(model: type[Model], record: RecordType, where: Sequence[Where], around: Around) -> Expression | None:
    """All conditions joined by AND, or None when there are none. Raises KebuError for an unknown field or value."""
    parts = [_part(model, record, condition, around) for condition in where]
    return reduce(and_, parts) if parts else None


def fields(where: Sequence[Where]) -> set[str]:
    """The names of the record's own fields that conditions ask for."""
    found: set[str] = set()
    for one in where:
        if isinstance(one, AnyOf):
            found |= fields(one.conditions)
        elif isinstance(one, Condition):
            found.add(one.field)
    return found


def _part(
    model: type[Model], record: RecordType, condition: Where, around: Around, *, alternative: bool = False
) -> Any:
    if isinstance(condition, AnyOf):
        parts = [_part(model, record, one, around, alternative=True) for one in condition.conditions]
        return reduce(or_, parts or [SQL("0")])
    if isinstance(condition, Linked):
        other, kind = around.kind(condition.kind)
        alias: Any = other.alias()
        link = getattr(alias, kind.field(condition.field).name)
        inner = expression(alias, kind, condition.where, around)
        there = link.is_null(False)
        # A list of ids is made once, by the indexes of the other kind; EXISTS would be asked for each record.
        numbers = alias.select(link).where(there if inner is None else there & inner)
        own: Any = model.id  # type: ignore[attr-defined]
        return own.not_in(numbers) if condition.none else own.in_(numbers)
    return _one(model, record, condition, around, alternative)


def column(model: type[Model], field: Field) -> Any:
    """The SQL of a field's value, the user's own fields included."""
    if field.custom:
        return own_part(model, field.name)
    return getattr(model, field.name)


def own_part(model: type[Model], name: str) -> Any:
    """The SQL of a part of the user's own fields; its path is no parameter, so that an index on it is found."""
    return fn.json_extract(getattr(model, CUSTOM), SQL(f"'$.{name}'"))


def _one(
    model: type[Model], record: RecordType, condition: Condition, around: Around, alternative: bool = False
) -> Any:
    field = _asked(record, condition.field)
    held = column(model, field)
    if alternative and condition.op in ("empty", "not_empty"):
        # As one of several ways emptiness narrows nothing down: to gather a million records way by way took 2.2 s.
        held = NodeList((SQL("+"), held), glue="")
    match condition.op:
        case "empty":
            # With a second term an index on the day would not be used.
            return held.is_null() if field.kind in _NEVER_BLANK else held.is_null() | (held == "")
        case "not_empty":
            return held.is_null(False) if field.kind in _NEVER_BLANK else held.is_null(False) & (held != "")
        case "contains":
            return _containing(field, held, str(condition.value))
        case "in" if field.kind is FieldKind.TAGS:
            return reduce(or_, [_tagged(held, word) for word in coerce(field, condition.value)], SQL("0"))
        case "in":
            return held.in_([_value(field, value, around) for value in condition.value])
        case "month":
            return _in_month(model, record, field, condition, around)
    return _compared(model, field, condition, around)


def _asked(record: RecordType, name: str) -> Field:
    """The field that a condition is about."""
    if name == "id":
        return Field("id", FieldKind.INTEGER, "id")
    if record.has(name):
        return record.field(name)
    raise KebuError(
        N_("{kind} have no field “{name}”."),
        N_("Fields are: {fields}."),
        kind=record.plural,
        name=name,
        fields=", ".join(one.name for one in record.fields),
    )


def _compared(model: type[Model], field: Field, condition: Condition, around: Around) -> Any:
    """A value held against another; what is not there differs from every value."""
    held, other = column(model, field), condition.op == "!="
    if condition.value is None or condition.value == "":
        empty = held.is_null() | (held == "")
        return ~empty if other else empty
    if field.kind is FieldKind.TAGS:
        words = coerce(field, condition.value) if field.choices else (str(condition.value),)
        tagged = reduce(and_, [_tagged(held, word) for word in words], SQL("1"))
        return ~tagged if other else tagged
    if field.kind is FieldKind.PHONE:
        phone = coerce(field, condition.value)
        same = (held == phone.typed) | (fn.coalesce(_normal(model, field), "") == (phone.normal or phone.typed))
        return held.is_null() | ~same if other else same
    value = _value(field, condition.value, around)
    if other:
        return held.is_null() | (held != value)
    if condition.op == "has":
        return (held == value) | _further(model, field, value, around) if field.also else held == value
    if compare := _COMPARISONS.get(condition.op):
        return compare(held, value)
    raise InvalidValue(condition.field, N_("“{op}” is no comparison."), op=condition.op)


def _further(model: type[Model], field: Field, wanted: object, around: Around) -> Any:
    """Whether one of the further links of a field points to a record."""
    other, kind = around.kind(field.also)
    alias: Any = other.alias()
    numbers = alias.select(getattr(alias, kind.parent)).where(getattr(alias, field.name) == wanted)
    own: Any = model.id  # type: ignore[attr-defined]
    return own.in_(numbers)


def _containing(field: Field, held: Any, part: str) -> Any:
    """Whether the words that a person reads hold a part; of a list of values those count, not the codes."""
    if not field.choices:
        return held.contains(part)
    wanted = part.casefold()
    codes = [one.code for one in field.choices if wanted in translate(one.label).casefold()]
    if field.kind is FieldKind.TAGS:
        return reduce(or_, [_tagged(held, code) for code in codes], SQL("0"))
    return held.in_(codes)


def _normal(model: type[Model], field: Field) -> Any:
    if field.custom:
        return own_part(model, normal_column(field))
    return getattr(model, normal_column(field))


def _tagged(held: Any, word: str) -> Any:
    found = (SQL("EXISTS(SELECT 1 FROM json_each("), held, SQL(") WHERE json_each.value = ?)", [word]))
    return Expression(NodeList(found), OP.EQ, SQL("1"))


def _value(field: Field, raw: Any, around: Around) -> object:
    if isinstance(raw, str) and field.kind in (FieldKind.DATE, FieldKind.WALL) and (told := _DAY.fullmatch(raw)):
        sign, days = told.groups()
        raw = around.today + timedelta(days=int(days or 0) * (-1 if sign == "-" else 1))
    return encode(field, coerce(field, raw, currency=around.currency), around.currency)


def _in_month(model: type[Model], record: RecordType, field: Field, condition: Condition, around: Around) -> Any:
    """That a day comes round in a month; month and day have an index, as birthdays are sought by them."""
    held, month = column(model, field), _month(condition, around.today)
    day = fn.substr(held, SQL("6"))
    found = held.is_null(False) & (day >= f"{month:02}") & (day < f"{month + 1:02}")
    moon = field.name + LUNAR
    if field.custom or not record.has(moon):
        return found
    return _by_moon(held, getattr(model, moon), found, _first(condition, month, around.today))


def _by_moon(held: Any, flag: Any, found: Any, first: date) -> Any:
    """That a day comes round in a month: by the sun as ``found`` says, or by the moon where a flag says so."""
    days = [first + timedelta(days=number) for number in range(calendar.monthrange(first.year, first.month)[1])]
    births = json.dumps([born.isoformat() for day in days for born in lunar.births(day)])
    # An index on those by the moon is found by this very comparison.
    kept = Expression(flag, OP.EQ, SQL("1"))
    listed = SQL("(SELECT value FROM json_each(?))", [births])
    return (found & (fn.coalesce(flag, SQL("0")) == SQL("0"))) | (kept & Expression(held, OP.IN, listed))


def _first(condition: Condition, month: int, today: date) -> date:
    """The first day of the month that is asked for: of this year, and of the next one when the next month is in it."""
    return date(today.year + (condition.value == "next" and month < today.month), month, 1)


def _month(condition: Condition, today: date) -> int:
    said = str(condition.value)
    if said in ("this", "next"):
        return today.month if said == "this" else today.month % 12 + 1
    if said.isdecimal() and 1 <= int(said) <= 12:
        return int(said)
    raise InvalidValue(condition.field, N_("“{value}” is no month."), N_("Write a number from 1 to 12."), value=said)
