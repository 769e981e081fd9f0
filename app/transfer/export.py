"""Writing records to a spreadsheet that can be imported again without loss."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from app.records import queries
from app.records.conditions import Condition
from app.records.fields import Field, FieldKind, RecordType
from app.records.record import Record
from app.records.values import show
from app.records.workspace import Workspace
from app.shared.errors import KebuError
from app.shared.i18n import N_, translate

_PAGE = 2000
_NUMBERS = {FieldKind.MONEY, FieldKind.PRICE, FieldKind.QUANTITY, FieldKind.INTEGER}


def export(
    ws: Workspace, kind: str, path: Path, *, where: Sequence[Condition] = (), numbers: Sequence[int] | None = None
) -> int:
    """Write records with all their exported fields, headed by labels in the language in use; returns how many.

    Args:
        kind: which records.
        path: an .xlsx or .csv file; replaced when it is there.
        where: only those that fit.
        numbers: these records in this order instead.

    Raises:
        KebuError: the ending of the name is another, or the file cannot be written.
    """
    from app.transfer.writing import write_csv, write_xlsx

    ending = path.suffix.lower()
    if ending not in (".xlsx", ".csv"):
        raise KebuError(
            N_("“{name}” ends neither in .xlsx nor in .csv."), N_("Give the file one of these endings."), name=path.name
        )
    record = ws.dictionary.type(kind)
    fields = columns(record)
    wanted = queries.ids(ws, kind, where, (("id", False),)) if numbers is None else array("q", numbers)
    headers = [field.label if field.custom else translate(field.label) for field in fields]
    rows = _rows(ws, record, fields, wanted)
    if ending == ".csv":
        return write_csv(path, headers, rows)
    kinds = ["money" if field.kind is FieldKind.MONEY else "" for field in fields]
    return write_xlsx(path, translate(record.label_plural), headers, rows, kinds)


def columns(record: RecordType) -> tuple[Field, ...]:
    """The fields that an export of these records holds."""
    return tuple(field for field in record.fields if field.exported and field.kind is not FieldKind.IMAGE)


def _rows(ws: Workspace, record: RecordType, fields: tuple[Field, ...], numbers: Sequence[int]) -> Iterator[list[Any]]:
    names = [field.name for field in fields]
    wanted = [*names, "currency"] if record.has("currency") else names
    for start in range(0, len(numbers), _PAGE):
        page = queries.rows(ws, record.name, numbers[start : start + _PAGE], wanted)
        titles = {
            field.name: queries.titles(ws, field.link, sorted({row[field.name] for row in page} - {None}))
            for field in fields
            if field.link
        }
        for row in page:
            yield [_cell(field, row, titles, ws.currency) for field in fields]


def _cell(field: Field, row: Record, titles: dict[str, dict[int, str]], currency: str) -> Any:
    """A value as a cell; what the import reads back is the same value."""
    value = row[field.name]
    if value is None or value == ():
        return None
    if field.link:
        return titles[field.name].get(value)
    if field.kind is FieldKind.PHONE:
        return value.typed
    if field.kind is FieldKind.PERCENT:
        return show(field, value)
    if field.kind is FieldKind.DATE:
        return value
    if field.kind in _NUMBERS:
        return _number(value)
    if field.kind is FieldKind.BOOLEAN or field.kind is FieldKind.CHOICE or field.kind is FieldKind.TAGS:
        return show(field, value)
    if field.kind is FieldKind.INSTANT:
        return value.astimezone().replace(tzinfo=None)
    return value


def _number(value: Decimal | int) -> Decimal | int:
    if isinstance(value, Decimal) and value == value.to_integral_value():
        return value.quantize(Decimal(1))
    return value
