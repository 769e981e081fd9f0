"""The whole book as one workbook: a sheet per kind of record, and a hidden one for what is no record.

A person reads and edits the cells; beside them each row holds, hidden, exactly what the book holds, so that nothing is
lost on the way back (``book_restore``). Pictures and texts too long for a cell lie in parts in the hidden sheet.
"""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from app.records import queries
from app.records.fields import FieldKind, RecordType
from app.records.paging import PAGE, settings, stored
from app.records.workspace import Workspace
from app.shared.errors import Cancelled, KebuError
from app.shared.i18n import N_, translate
from app.transfer.exporting import cell_values, origins
from app.transfer.exporting.book_facts import told_field, told_value
from app.transfer.exporting.export import rows
from app.transfer.exporting.xlsx_stream import Column, Table

FACTS = (origins.BOOK_HEADER, "kind", "id", "field", "part", "value")
LONGEST = 32_000
Progress = Callable[[float], None]
Stop = Callable[[], bool]
Fact = tuple[str, str, int, str, int, str]


def export_book(
    ws: Workspace, path: Path, progress: Progress | None = None, cancelled: Stop | None = None
) -> dict[str, int]:
    """Write everything that the book holds into one .xlsx; gives how many records of each kind.

    Args:
        path: the workbook; replaced when it is there.
        progress: called with a fraction from 0 to 1 now and then.
        cancelled: asked now and then whether to stop.

    Raises:
        KebuError: the name does not end in .xlsx, or the file cannot be written; the old file stays as it was.
        Cancelled: ``cancelled`` said so; the old file stays as it was.
    """
    from app.transfer.exporting.writing import write_workbook

    if path.suffix.lower() != ".xlsx":
        raise KebuError(N_("The whole book goes into an .xlsx file."), N_("Give the file this ending."))
    writer = _Writer(ws, progress or (lambda fraction: None), cancelled or (lambda: False))
    kinds = ws.dictionary.types
    tables = [writer.table(record) for record in kinds]
    counts = write_workbook(path, [*tables, Table("kebu", list(map(Column, FACTS)), writer.facts(), hidden=True)])
    return {record.plural: count for record, count in zip(kinds, counts, strict=False)}


class _Writer:
    """Makes the sheets; what does not fit into cells is kept for the hidden one, which is written last."""

    def __init__(self, ws: Workspace, report: Progress, stop: Stop) -> None:
        self._ws, self._report, self._stop = ws, report, stop
        self._book = origins.book_id(ws)
        self._long: list[Fact] = []
        self._total = sum(queries.count(ws, record.name) for record in ws.dictionary.types) or 1
        self._done = 0

    def table(self, record: RecordType) -> Table:
        """The sheet of one kind of record."""
        fields = [field for field in record.fields if field.kind is not FieldKind.IMAGE]
        marks = origins.marks_header(self._book, record.name, [field.name for field in fields])
        columns = [
            *(Column(cell_values.heading(one), cell_values.kind_of(one), one.width / 8) for one in fields),
            *(Column(name, hidden=True) for name in (origins.ID_HEADER, marks, origins.EXACT_HEADER)),
        ]
        return Table(translate(record.label_plural), columns, self._rows(record, fields))

    def _rows(self, record: RecordType, fields: list[Any]) -> Iterator[tuple[Any, ...]]:
        numbers = queries.ids(self._ws, record.name, (), (("id", False),))
        for start in range(0, len(numbers), PAGE):
            if self._stop():
                raise Cancelled(N_("The export was stopped; nothing was written."))
            page = numbers[start : start + PAGE]
            exact = {row["id"]: self._exact(record, row) for row in stored(self._ws, record.name, page)}
            for cells in rows(self._ws, record, fields, page, marked=True):
                yield *cells, exact.get(cells[-2], "{}")
            self._done += len(page)
            self._report(self._done / self._total)

    def _exact(self, record: RecordType, row: dict[str, Any]) -> str:
        number = row.pop("id")
        text = as_json({name: value for name, value in row.items() if value is not None})
        if len(text) <= LONGEST:
            return text
        self._long += _parts("row", record.name, number, "", text)
        return origins.VALUE_IN_PARTS

    def facts(self) -> Iterator[Fact]:
        """What is no cell of a record: the book itself, its settings, the user's own fields, pictures, long texts."""
        ws = self._ws
        yield from _parts("book", "", 0, "", as_json({"version": 1, "book": self._book, "currency": ws.currency}))
        for name, value in settings(ws).items():
            yield from _parts("setting", "", 0, name, as_json(json.loads(value)))
        for own in ws.definitions.fields:
            yield from _parts("custom_field", own.record, 0, own.name, as_json(told_field(own)))
        for one in ws.definitions.values:
            yield from _parts("list_value", one.record, one.id, one.field, as_json(told_value(one)))
        yield from self._long
        for record in ws.dictionary.types:
            names = [field.name for field in record.fields if field.kind is FieldKind.IMAGE]
            for number in queries.ids(ws, record.name, (), (("id", False),)) if names else ():
                for row in queries.rows(ws, record.name, (number,), names):
                    for name in names:
                        if row[name] is not None:
                            yield from _parts("image", record.name, number, name, b64encode(row[name]).decode())


def as_json(value: Any) -> str:
    """JSON of plain ASCII, without what an .xlsx takes for an escape (``_x000D_``)."""
    return json.dumps(value, separators=(",", ":")).replace("_x", "\\u005fx")


def _parts(what: str, kind: str, number: int, field: str, text: str) -> Iterator[Fact]:
    for part, start in enumerate(range(0, len(text), LONGEST)):
        yield what, kind, number, field, part, text[start : start + LONGEST]
