"""Conditions of filters in words, as chips, tips and printed lists say them."""

from __future__ import annotations

from typing import Any

from app.records import queries
from app.records.fields import Field, FieldKind
from app.records.queries import AnyOf, Linked, Where
from app.records.workspace import Workspace
from app.shared.i18n import N_, _, listed, translate

OPERATORS: dict[str, str] = {
    "=": N_("is"),
    "!=": N_("is not"),
    "in": N_("is one of"),
    ">": N_("over"),
    "<": N_("under"),
    "contains": N_("contains"),
    ">=": N_("from"),
    "<=": N_("up to"),
    "last": N_("in the last days"),
    "older": N_("longer ago, in days"),
    "coming": N_("in the next days"),
    "month": N_("in the month"),
    "empty": N_("is empty"),
    "not_empty": N_("is not empty"),
}
DAYS = {FieldKind.DATE, FieldKind.WALL}
YES_NO = (("true", N_("Yes")), ("false", N_("No")))
NO_VALUE = {"empty", "not_empty"}
# Counted from today: the comparison that stands in the condition, and the sign before the days.
FROM_TODAY = {"last": (">=", "-"), "older": ("<", "-"), "coming": ("<=", "+")}


def said(ws: Workspace, condition: Where, kind: str = "customer") -> str:
    """A condition on records of a kind in words."""
    if isinstance(condition, AnyOf):
        return _(" or ").join(said(ws, one, kind) for one in condition.conditions)
    if isinstance(condition, Linked):
        first = condition.where[0] if condition.where else None
        if first is not None and first.op == "has" and not condition.none and len(condition.where) == 1:
            field = ws.dictionary.type(condition.kind).field(first.field)
            return _("{name} took part").format(name=value_words(ws, field, first.value))
        words = _("without {kind}: {conditions}") if condition.none else _("with {kind}: {conditions}")
        inner = listed([said(ws, one, condition.kind) for one in condition.where])
        return words.format(kind=translate(ws.dictionary.type(condition.kind).label_plural), conditions=inner)
    field = ws.dictionary.type(kind).field(condition.field)
    name, op, value = translate(field.label), condition.op, condition.value
    if field.kind in DAYS and isinstance(value, str) and value.startswith("today"):
        return _since(name, op, value)
    if op == "month":
        return f"{name} {translate(OPERATORS[op])} {_month_word(str(value))}"
    parts = [name, translate(OPERATORS.get(op, op))]
    return " ".join([*parts, *([] if op in NO_VALUE else [value_words(ws, field, value)])])


def _since(name: str, op: str, value: str) -> str:
    days = value.removeprefix("today").lstrip("+-") or "0"
    sign = "+" if "+" in value else "-"
    op = {">": ">=", "<=": "<"}.get(op, op) if sign == "-" else op
    code = next((code for code, pair in FROM_TODAY.items() if pair == (op, sign)), "")
    words = {
        "last": N_("{name}: in the last {days} days"),
        "older": N_("{name}: more than {days} days ago"),
        "coming": N_("{name}: in the next {days} days"),
    }
    return translate(words[code]).format(name=name, days=days) if code else f"{name} {op} {value}"


def value_words(ws: Workspace, field: Field, value: Any) -> str:
    """What a field is compared with, in words."""
    if isinstance(value, (tuple, list)):
        return _(", ").join(value_words(ws, field, one) for one in value)
    if (choice := field.choice(value)) is not None:
        return translate(choice.label)
    if field.kind is FieldKind.BOOLEAN:
        return translate(dict(YES_NO).get(str(value), str(value)))
    if field.link and isinstance(value, int):
        return queries.titles(ws, field.link, (value,)).get(value) or f"#{value}"
    return str(value)


def months() -> list[tuple[str, str]]:
    """The months that a condition may name: code and word of each."""
    return [("this", N_("this month")), ("next", N_("next month")), *((str(one), str(one)) for one in range(1, 13))]


def _month_word(value: str) -> str:
    return translate(dict(months()).get(value, value))
