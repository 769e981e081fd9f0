"""Values of records as cells of a sheet, a whole column at a time; what an import reads back is the same value."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from app.records.fields import Field, FieldKind, RecordType
from app.records.paging import Page
from app.records.values import plain
from app.shared.i18n import N_, language, translate
from app.shared.money import from_millionths, from_minor
from app.transfer.grid.own_headers import exported, label

Titles = Callable[[str, Sequence[int]], dict[int, str]]
TABS = ", "


def columns(record: RecordType) -> tuple[Field, ...]:
    """The fields that an export of these records holds."""
    return exported(record)


def heading(field: Field) -> str:
    """The header of a field's column, in the language in use; of the record that one is about it names the customer."""
    return label(field, language())


def cells(field: Field, page: Page, titles: Titles) -> Sequence[Any]:
    """The cells of one column of a page.

    Args:
        field: the field of the column.
        page: the records.
        titles: gives the titles of linked records by kind and ids.
    """
    held = page.columns[field.name]
    if held.count(None) == len(held):
        return held
    match field.kind:
        case FieldKind.MONEY:
            pairs = zip(held, page.currencies, strict=True)
            return [None if value is None else from_minor(value, currency) for value, currency in pairs]
        case FieldKind.LINK:
            names = titles(field.link, sorted({value for value in held if value is not None}))
            return [names.get(value) for value in held]
    reader = _readers(field)
    if reader is None:
        return held
    known = {value: None if value is None else reader(value) for value in set(held)}
    return [known[value] for value in held]


def _readers(field: Field) -> Callable[[Any], Any] | None:
    match field.kind:
        case FieldKind.PRICE | FieldKind.QUANTITY:
            return lambda raw: _whole(from_millionths(raw))
        case FieldKind.PERCENT:
            return lambda raw: plain(from_millionths(raw)) + "%"
        case FieldKind.DATE:
            return date.fromisoformat
        case FieldKind.WALL:
            return datetime.fromisoformat
        case FieldKind.INSTANT:
            return lambda raw: datetime.fromisoformat(raw).astimezone().replace(tzinfo=None)
        case FieldKind.BOOLEAN:
            words = {True: translate(N_("Yes")), False: translate(N_("No"))}
            return lambda raw: words[bool(raw)]
        case FieldKind.CHOICE:
            labels = {choice.code: translate(choice.label) for choice in field.choices}
            return lambda raw: labels.get(raw, raw)
        case FieldKind.TAGS:
            told = {choice.code: translate(choice.label) for choice in field.choices}
            return lambda raw: TABS.join(told.get(code, code) for code in json.loads(raw)) or None
    return None


def _whole(value: Decimal) -> Decimal | int:
    return int(value) if value == value.to_integral_value() else value


def kind_of(field: Field) -> str:
    """The style of a field's column, see ``xlsx_stream.Column``."""
    return {FieldKind.MONEY: "money", FieldKind.PRICE: "price", FieldKind.PERCENT: "percent"}.get(field.kind, "")
