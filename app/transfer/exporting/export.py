"""Writing a list of records to a file: the ending of its name says which kind of file."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from app.records import queries, several
from app.records.conditions import Condition
from app.records.fields import Field, RecordType
from app.records.paging import Page, pages
from app.records.workspace import Workspace
from app.shared.collector import resting
from app.shared.errors import Cancelled, DamagedBook, KebuError
from app.shared.i18n import N_, translate
from app.transfer.exporting import abouts, cell_values, fingerprints, origins
from app.transfer.exporting.beside import names
from app.transfer.exporting.cell_values import columns
from app.transfer.grid.own_headers import ABOUT_ID, ABOUT_KIND, beside

Order = Sequence[tuple[str, bool]]
Progress = Callable[[float], None]
Stop = Callable[[], bool]
ENDINGS = (".xlsx", ".csv", ".json", ".vcf", ".ics")
ENCODINGS = ("utf-8", "gb18030")
_CARDS = ("contact", "customer")

__all__ = ["ENCODINGS", "ENDINGS", "columns", "export", "kinds_of"]


def kinds_of(ending: str) -> tuple[str, ...] | None:
    """The kinds of records that a kind of file takes, None when it takes all."""
    return {".vcf": _CARDS, ".ics": ("reminder",)}.get(ending)


def export(
    ws: Workspace, kind: str, path: Path, *, where: Sequence[Condition] = (), numbers: Sequence[int] | None = None,
    fields: Sequence[str] | None = None, order: Order = (), encoding: str = "utf-8", vcard: str = "3.0",
    progress: Progress | None = None, cancelled: Stop | None = None,
) -> int:  # fmt: skip
    """Write records to a file, which is replaced when it is there; returns how many.

    Sheets are headed by labels in the language in use, JSON has the dictionary's names. An .xlsx also holds, in hidden
    columns, what an import needs to see what was edited in it since.

    Args:
        kind: which records.
        path: an .xlsx, .csv or .json file; .vcf for contacts and customers; .ics for reminders.
        where: only those that fit.
        numbers: these records in this order instead.
        fields: the names of the fields wanted, in their order, those that lists show beside them too; all exported ones
            when None. Cards and calendars have their own.
        order: pairs of field and whether it is descending; by id when empty.
        encoding: of .csv files: "utf-8" or "gb18030".
        vcard: the version of .vcf files: "3.0" or "4.0".
        progress: called with a fraction from 0 to 1 now and then.
        cancelled: asked now and then whether to stop.

    Raises:
        KebuError: the ending of the name is another, it does not take these records, there is no such field or
            encoding, or the file cannot be written; the old file stays as it was.
        Cancelled: ``cancelled`` said so; the old file stays as it was.
    """
    record = ws.dictionary.type(kind)
    ending = _ending(path, record)
    if encoding not in ENCODINGS:
        raise KebuError(N_("“{name}” is no encoding that can be written."), N_("Use utf-8 or gb18030."), name=encoding)
    chosen = _chosen(record, fields)
    found = queries.ids(ws, record.name, where, order or (("id", False),)) if numbers is None else array("q", numbers)
    wanted = _Watched(found, progress or (lambda fraction: None), cancelled or (lambda: False))
    match ending:
        case ".json":
            from app.transfer.exporting.writing_json import write_json

            return write_json(ws, path, record, wanted, None if fields is None else chosen)
        case ".vcf":
            from app.transfer.exporting.cards import write_cards

            return write_cards(ws, path, record, wanted, vcard)
        case ".ics":
            from app.transfer.exporting.calendar import write_calendar

            return write_calendar(ws, path, wanted)
        case ".csv":
            from app.transfer.exporting.writing import write_csv

            heads = [cell_values.heading(field) for field in chosen]
            return write_csv(path, heads, rows(ws, record, chosen, wanted), encoding)
    return _workbook(ws, path, record, chosen, wanted)


def _ending(path: Path, record: RecordType) -> str:
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        raise KebuError(
            N_("“{name}” has no ending that says which kind of file to write."),
            N_("Give the file one of these endings: {endings}."), name=path.name, endings=", ".join(ENDINGS),
        )  # fmt: skip
    kinds = kinds_of(ending)
    if kinds is not None and record.name not in kinds:
        raise KebuError(
            N_("A file with the ending {ending} cannot hold these records: {kind}."),
            N_("Write them to an .xlsx, .csv or .json file."), ending=ending, kind=translate(record.label_plural),
        )  # fmt: skip
    return ending


def _chosen(record: RecordType, wanted: Sequence[str] | None) -> tuple[Field, ...]:
    if wanted is None:
        return columns(record)
    chosen = []
    more = {one.name: one for one in beside(record)}
    for name in dict.fromkeys(wanted):
        if name in more:
            chosen.append(more[name])
            continue
        if not record.has(name) or record.field(name) not in columns(record):
            raise KebuError(
                N_("{kind} have no field “{name}”."), N_("Fields are: {fields}."), kind=record.plural, name=name,
                fields=", ".join(field.name for field in columns(record)),
            )  # fmt: skip
        chosen.append(record.field(name))
    if not chosen:
        raise KebuError(N_("No field was chosen."), N_("Choose at least one."))
    return tuple(chosen)


class _Watched(Sequence[int]):
    """The ids, telling how far a reader has come and stopping it when it is asked to."""

    def __init__(self, numbers: Sequence[int], report: Progress, stop: Stop) -> None:
        self._numbers, self._report, self._stop = numbers, report, stop

    def __len__(self) -> int:
        return len(self._numbers)

    def __getitem__(self, place: Any) -> Any:
        if self._stop():
            raise Cancelled(N_("The export was stopped; nothing was written."))
        if isinstance(place, slice) and self._numbers:
            self._report(min(1.0, (place.start or 0) / len(self._numbers)))
        return self._numbers[place]


def cell_pages(
    ws: Workspace, record: RecordType, fields: Sequence[Field], numbers: Sequence[int], marked: bool = False
) -> Iterator[list[Sequence[Any]]]:
    """The cells of records, some rows at a time, column by column; with ``marked`` ids and marks are two more columns."""

    def titles(kind: str, wanted: Sequence[int]) -> dict[int, str]:
        return queries.titles(ws, kind, wanted)

    more = beside(record)
    read = [field for field in fields if field not in more]
    for page in pages(ws, record.name, numbers, read):
        try:
            held = [_cells(ws, record, field, page, titles) for field in read]
        except (ValueError, TypeError) as error:
            raise DamagedBook(
                N_("{label} number {number} holds a value that cannot be read: the book is damaged."),
                N_("See what is wrong with: kebu check"), label=translate(record.label), number=page.ids[0],
            ) from error  # fmt: skip
        shown = list(held)
        for place, field in enumerate(fields):
            if field in more:
                shown.insert(place, names(ws, page.ids))
        yield [*shown, page.ids, fingerprints.marks(held)] if marked else shown


def _cells(ws: Workspace, record: RecordType, field: Field, page: Page, titles: cell_values.Titles) -> Sequence[Any]:
    if record.soft_parent and field.name in (ABOUT_KIND, ABOUT_ID):
        return abouts.cells(ws, record, field, page.ids)
    if not field.also:
        return cell_values.cells(field, page, titles)
    named = several.names(ws, record, field, list(zip(page.ids, page.columns[field.name], strict=True)))
    return [named.get(number) or None for number in page.ids]


def rows(
    ws: Workspace, record: RecordType, fields: Sequence[Field], numbers: Sequence[int], marked: bool = False
) -> Iterator[tuple[Any, ...]]:
    """The cells of records, row by row; see ``cell_pages``."""
    for page in cell_pages(ws, record, fields, numbers, marked):
        yield from zip(*page, strict=True)


def _workbook(ws: Workspace, path: Path, record: RecordType, fields: Sequence[Field], numbers: Sequence[int]) -> int:
    from app.transfer.exporting.writing import write_workbook
    from app.transfer.exporting.xlsx_stream import Column, Table

    heads = [Column(cell_values.heading(field), cell_values.kind_of(field), field.width / 8) for field in fields]
    read = [field.name for field in fields if field not in beside(record)]
    marks = origins.marks_header(origins.book_id(ws), record.name, read)
    hidden = [Column(origins.ID_HEADER, hidden=True), Column(marks, hidden=True)]
    table = Table(
        translate(record.label_plural), [*heads, *hidden], pages=cell_pages(ws, record, fields, numbers, marked=True)
    )
    listed = origins.list_rows(record.name, numbers[:])
    told = Table("kebu", [Column(origins.LIST_HEADER), Column("ids")], listed, hidden=True)
    with resting():
        return write_workbook(path, [table, told])[0]
