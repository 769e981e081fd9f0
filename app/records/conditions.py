"""Conditions on the fields of a record, turned into SQL by peewee."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from operator import and_, or_
from typing import Any

from peewee import SQL, Expression, Model, fn

from app.records.fields import Field, FieldKind, RecordType
from app.records.storage import CUSTOM, encode, normal_column
from app.records.values import coerce
from app.shared.errors import InvalidValue, KebuError
from app.shared.i18n import N_, translate

OPERATORS = ("=", "!=", "<", "<=", ">", ">=", "in", "contains", "empty", "not_empty")


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition: a field's name, one of ``OPERATORS``, and the value (Python value or text) if it takes one."""

    field: str
    op: str
    value: Any = None


def expression(model: type[Model], record: RecordType, where: Sequence[Condition], currency: str) -> Expression | None:
    """All conditions joined by AND, or None when there are none. Raises KebuError for an unknown field or value."""
    parts = [_one(model, record, condition, currency) for condition in where]
    return reduce(and_, parts) if parts else None


def column(model: type[Model], field: Field) -> Any:
    """The SQL of a field's value, the user's own fields included."""
    if field.custom:
        return fn.json_extract(getattr(model, CUSTOM), f"$.{field.name}")
    return getattr(model, field.name)


def _one(model: type[Model], record: RecordType, condition: Condition, currency: str) -> Any:
    if condition.field == "id":
        field = Field("id", FieldKind.INTEGER, "id")
    elif not record.has(condition.field):
        raise KebuError(
            N_("{kind} have no field “{name}”."),
            N_("Fields are: {fields}."),
            kind=record.plural,
            name=condition.field,
            fields=", ".join(one.name for one in record.fields),
        )
    else:
        field = record.field(condition.field)
    held = column(model, field)
    match condition.op:
        case "empty":
            return (held.is_null()) | (held == "")
        case "not_empty":
            return held.is_null(False) & (held != "")
        case "contains":
            return _containing(field, held, str(condition.value))
        case "in":
            if field.kind is FieldKind.TAGS:
                return reduce(or_, [_tagged(field, word) for word in coerce(field, condition.value)], SQL("0"))
            return held.in_([_value(field, value, currency) for value in condition.value])
    if condition.value is None or condition.value == "":
        empty = held.is_null() | (held == "")
        return ~empty if condition.op == "!=" else empty
    if field.kind is FieldKind.TAGS:
        words = coerce(field, condition.value) if field.choices else (str(condition.value),)
        tagged = reduce(and_, [_tagged(field, word) for word in words], SQL("1"))
        return ~tagged if condition.op == "!=" else tagged
    if field.kind is FieldKind.PHONE:
        value = coerce(field, condition.value)
        same = (held == value.typed) | (fn.coalesce(_normal(model, field), "") == (value.normal or value.typed))
        return held.is_null() | ~same if condition.op == "!=" else same
    value = _value(field, condition.value, currency)
    match condition.op:
        case "=":
            return held == value
        case "!=":
            return held.is_null() | (held != value)
        case "<":
            return held < value
        case "<=":
            return held <= value
        case ">":
            return held > value
        case ">=":
            return held >= value
    raise InvalidValue(condition.field, N_("“{op}” is no comparison."), op=condition.op)


def _containing(field: Field, held: Any, part: str) -> Any:
    """Whether the words that a person reads hold a part; of a list of values those count, not the codes."""
    if not field.choices:
        return held.contains(part)
    wanted = part.casefold()
    codes = [one.code for one in field.choices if wanted in translate(one.label).casefold()]
    if field.kind is FieldKind.TAGS:
        return reduce(or_, [_tagged(field, code) for code in codes], SQL("0"))
    return held.in_(codes)


def _normal(model: type[Model], field: Field) -> Any:
    if field.custom:
        return fn.json_extract(getattr(model, CUSTOM), f"$.{normal_column(field)}")
    return getattr(model, normal_column(field))


def _tagged(field: Field, word: str) -> Any:
    held = f"json_extract(t1.{CUSTOM}, '$.{field.name}')" if field.custom else f"t1.{field.name}"
    return fn.EXISTS(SQL(f"SELECT 1 FROM json_each({held}) WHERE json_each.value = ?", [word]))


def _value(field: Field, raw: Any, currency: str) -> object:
    return encode(field, coerce(field, raw, currency=currency), currency)
