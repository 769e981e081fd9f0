"""A workbook of a whole book, taken into an empty book so that nothing is lost."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Any

from app.records import queries
from app.records.decoding import Decode, decoders
from app.records.fields import Field, FieldKind, RecordType
from app.records.operation import Operation
from app.records.own import Definitions
from app.records.storage import CUSTOM, columns, normal_column
from app.records.values import coerce
from app.records.workspace import Workspace
from app.shared.errors import Cancelled, InvalidValue
from app.shared.i18n import N_, _, translate, using
from app.transfer.converting.problems import Problem
from app.transfer.converting.values import error_told
from app.transfer.exporting import book_facts, origins
from app.transfer.exporting.book_facts import told_value
from app.transfer.grid.cells import at, is_error, text
from app.transfer.grid.own_headers import ABOUT_ID, ABOUT_KIND
from app.transfer.grid.sheets import Cell, Sheet, Workbook
from app.transfer.grid.stopping import watched
from app.transfer.plans.named_records import CUSTOMER, Named
from app.transfer.plans.round_trip import EditedRow, parted_rows, places

_SINGLE = "company"
_BATCH = 20_000
_GREATEST = 2**63 - 1
_ABOUT = (ABOUT_ID, ABOUT_KIND)


@dataclass(slots=True)
class Held:
    """One record of the workbook.

    Args:
        row: its row as Excel numbers it.
        id: its id in the book it comes from; below 0 for a row that someone added.
        raw: what that book's table held, as JSON, "" for a row that is taken from its cells; a hundred thousand records as
            dicts would take some 200 MB.
        edits: values of cells that were edited since, by field; links by the id in the old book.
        problems: cells that do not fit.
        title: what names it to a person.
        lost: whether it cannot be taken, as a record it needs is missing.
        links: the ids in the old book of the records that it links to.
    """

    row: int
    id: int
    raw: str
    edits: dict[str, Any]
    problems: list[Problem] = field(default_factory=list)
    title: str = ""
    lost: bool = False
    links: dict[str, int] = field(default_factory=dict)

    @property
    def stored(self) -> dict[str, Any]:
        """What the old book's table held, made anew each time."""
        return json.loads(self.raw) if self.raw else {}


@dataclass(frozen=True, slots=True)
class Restoration:
    """A whole book that is ready to be written.

    Args:
        facts: what is no record.
        records: the records of each kind in the order of their sheets.
        fields: the names of each kind's fields when the workbook was written.
    """

    facts: book_facts.Facts
    records: dict[str, list[Held]]
    fields: dict[str, frozenset[str]]

    @property
    def total(self) -> int:
        """How many records are written."""
        return sum(self.made.values())

    @property
    def made(self) -> dict[str, int]:
        """How many records of each kind are written."""
        return {kind: sum(not one.lost for one in held) for kind, held in self.records.items()}

    def write(self, ws: Workspace, op: Operation, report: Callable[[float], None], stop: Callable[[], bool]) -> None:
        """Write everything inside a running operation. Raises Cancelled; the operation then leaves nothing."""
        for name, value in self.facts.settings.items():
            op.set_setting(name, value)
        renamed: dict[str, dict[str, str]] = defaultdict(dict)
        for one in self.facts.fields:
            name = op.add_custom_field(
                one.record, one.label, one.kind, searched=one.searched, shown=one.shown, hidden=one.hidden
            )
            own = one.field()
            renamed[one.record] |= {own.name: name, normal_column(own): normal_column(replace(own, name=name))}
        for value in self.facts.values:
            field = renamed[value.record].get(value.field, value.field)
            told = told_value(value)
            op.put_value(value.record, field, value.code, **{key: told[key] for key in told if key != "code"})
        _Writing(ws, op, self, renamed, report, stop).run()


class _Writing:
    """Writes the records, parents first, with the ids that the new book gives them."""

    def __init__(
        self, ws: Workspace, op: Operation, whole: Restoration, renamed: Mapping[str, Mapping[str, str]],
        report: Callable[[float], None], stop: Callable[[], bool],
    ) -> None:  # fmt: skip
        self._ws, self._op, self._whole, self._renamed = ws, op, whole, renamed
        self._report, self._stop = report, stop
        self._new: dict[str, dict[int, int]] = {}
        self._later: list[tuple[str, int, str, str, int]] = []
        self._known: dict[str, tuple[list[str], list[tuple[str, Decode]]]] = {}
        self._done = 0

    def run(self) -> None:
        """Write everything."""
        for record in sorted(self._ws.dictionary.types, key=lambda one: one.soft_parent):
            held = [one for one in self._whole.records.get(record.name, ()) if not one.lost]
            self._new[record.name] = {}
            for start in range(0, len(held), _BATCH):
                if self._stop():
                    raise Cancelled(N_("The import was stopped; nothing was changed."))
                self._insert(record, held[start : start + _BATCH])
                self._done += len(held[start : start + _BATCH])
                self._report(self._done / max(self._whole.total, 1))
        for kind, number, name, other, old in self._later:
            if new := self._new.get(other, {}).get(old):
                self._op.update(kind, number, {name: new})

    def _insert(self, record: RecordType, held: list[Held]) -> None:
        ready = [(one, self._values(record, one)) for one in held]
        if record.name == _SINGLE and ready and (there := queries.ids(self._ws, _SINGLE, limit=1)):
            self._op.update(_SINGLE, there[0], ready[0][1])
            return
        # One insert takes the amounts of all its rows for the same currency.
        for _currency, part in groupby(ready, key=lambda pair: pair[1].get("currency")):
            group = list(part)
            numbers = self._op.insert_many(record.name, [values for _one, values in group])
            for (one, _values), number in zip(group, numbers, strict=True):
                self._new[record.name][one.id] = number
                self._note_later(record, one, number)

    def _values(self, record: RecordType, one: Held) -> dict[str, Any]:
        names = self._renamed.get(record.name, {})
        values: dict[str, Any] = {}
        if one.raw:
            held, reads = self._known_ways(record)
            stored = one.stored
            if own := stored.get(CUSTOM):
                renamed = {names.get(name, name): value for name, value in json.loads(own).items()}
                stored = {**stored, CUSTOM: json.dumps(renamed)}
            row = list(map(stored.get, held))
            values = {name: read(row) for name, read in reads}
        values |= {names.get(name, name): value for name, value in one.edits.items()}
        values |= self._whole.facts.images.get((record.name, one.id), {})
        for link in record.fields:
            if link.link and (old := values.get(link.name)) is not None:
                new = self._new.get(link.link, {})
                several = isinstance(old, tuple)
                values[link.name] = tuple(new[one] for one in old if one in new) if several else new.get(old)
        if record.soft_parent and values.get("about_id") is not None:
            values["about_id"] = self._new.get(values.get("about_kind") or "", {}).get(values["about_id"])
        return values

    def _known_ways(self, record: RecordType) -> tuple[list[str], list[tuple[str, Decode]]]:
        """See ``_ways``."""
        if record.name not in self._known:
            written = self._whole.fields.get(record.name, frozenset())
            self._known[record.name] = _ways(record, written, self._whole.facts.currency)
        return self._known[record.name]

    def _note_later(self, record: RecordType, one: Held, number: int) -> None:
        """Links to kinds that come later, or to the kind itself, are set when those are there."""
        for link in record.fields:
            old = one.edits.get(link.name, one.links.get(link.name)) if link.link else None
            if isinstance(old, int) and (link.link not in self._new or link.link == record.name):
                self._later.append((record.name, number, link.name, link.link, old))


def restoration(ws: Workspace, book: Workbook) -> Restoration | None:
    """The whole book that a workbook holds, or None when it holds none or this book has records already.

    Raises:
        SheetError: its hidden sheet was changed.
    """
    if book.facts is None or any(queries.count(ws, one.name) for one in ws.dictionary.types if one.name != _SINGLE):
        return None
    facts = book_facts.read(book.facts)
    types = _types(ws, facts)
    records: dict[str, list[Held]] = {}
    fields = {one.origin.kind: frozenset(one.origin.fields) for one in book.sheets if one.origin}
    pairs = [(types[sheet.origin.kind], sheet) for sheet in book.sheets if sheet.origin and sheet.origin.kind in types]
    raws = {record.name: dict(_stored(record, sheet, facts)) for record, sheet in pairs}
    named = Named()
    for record, sheet in pairs:
        named.add(record, sheet, raws[record.name])
    for record, sheet in pairs:
        records[record.name] = list(_held(ws, record, sheet, raws[record.name], named, facts.currency))
    _orphans(ws, records)
    return Restoration(facts, records, fields)


def _types(ws: Workspace, facts: book_facts.Facts) -> dict[str, RecordType]:
    """The kinds of records with the user's own fields of the workbook."""
    told = Definitions(tuple(facts.fields), tuple(facts.values))
    return {one.name: one for one in ws.built_in.with_own(told).types}


def _ways(record: RecordType, written: Collection[str], currency: str) -> tuple[list[str], list[tuple[str, Decode]]]:
    """The columns of a kind's table, and how to get the values of the fields that the workbook knew from them."""
    held = [column.name for column in columns(record)]
    fields = [
        field for field in record.fields
        if field.kind is not FieldKind.IMAGE and (field.custom or field.name in written)
    ]  # fmt: skip
    return held, decoders(fields, held, currency)


def _stored(record: RecordType, sheet: Sheet, facts: book_facts.Facts) -> Iterator[tuple[int, str]]:
    """What the table held of each row; a row whose stored values somebody damaged is taken from its cells instead."""
    origin = sheet.origin
    if origin is None:
        return
    held, reads = _ways(record, origin.fields, facts.currency)
    for number, _marks, exact in watched(origin.rows.values()):
        if exact == origins.VALUE_IN_PARTS:
            exact = facts.rows.get((record.name, number), "")
        if exact and _sound(exact, held, reads):
            yield number, exact


def _sound(exact: str, held: Sequence[str], reads: Sequence[tuple[str, Decode]]) -> bool:
    """Whether stored values are such as a table holds, and can be read."""
    try:
        raw = json.loads(exact)
        row = [raw.get(name) for name in held]
        if any(isinstance(one, (dict, list)) or (isinstance(one, int) and abs(one) > _GREATEST) for one in row):
            return False
        for _name, read in reads:
            read(row)
        own = json.loads(raw.get(CUSTOM) or "{}")
    except (ValueError, TypeError, AttributeError, ArithmeticError, RecursionError):
        return False
    return bool(raw) and isinstance(own, dict)


def _held(
    ws: Workspace, record: RecordType, sheet: Sheet, raws: Mapping[int, str], named: Named, currency: str
) -> Iterator[Held]:
    origin = sheet.origin
    if origin is None or not sheet.rows:
        return
    found = places(sheet.rows[0], record, origin)
    known, added = parted_rows(sheet, origin, found)
    rows = [row if row.id in raws else _fresh(sheet, row.index, row.id, found) for row in known]
    rows += [_fresh(sheet, index, -index, found) for index in added]
    links = [field for field in record.fields if field.link]
    for row in watched(sorted(rows, key=lambda one: one.index)):
        one = Held(row.index + 1, row.id, raws.get(row.id, ""), {})
        stored = one.stored
        one.title = str(stored.get(record.title) or "")
        one.links = {field.name: stored[field.name] for field in links if stored.get(field.name) is not None}
        with using(origin.language):
            for name, cell in sorted(row.cells.items(), key=lambda pair: record.field(pair[0]).link != CUSTOMER):
                if not (record.soft_parent and name in _ABOUT):
                    _edit(ws, one, record.field(name), cell, named, currency)
            if record.soft_parent and not row.cells.keys().isdisjoint(_ABOUT):
                held = sheet.rows[row.index]
                _about(one, record, [text(at(held, found[name])) if name in found else "" for name in _ABOUT], named)
        one.title = str(one.edits.get(record.title, one.title) or "")
        missing = [
            field
            for field in record.fields
            if field.required and not field.default and one.edits.get(field.name, stored.get(field.name)) in (None, "")
        ]
        if missing:
            one.lost = True
            reason = _("“{label}” is required.").format(label=translate(missing[0].label))
            one.problems.append(Problem(one.row, translate(missing[0].label), "", reason, fatal=True))
        yield one


def _fresh(sheet: Sheet, index: int, number: int, found: Mapping[str, int]) -> EditedRow:
    row = sheet.rows[index]
    cells = {name: row[place] for name, place in found.items() if place < len(row) and row[place] not in (None, "")}
    return EditedRow(index, number, cells, {})


def _edit(ws: Workspace, one: Held, field: Field, cell: Cell, named: Named, currency: str) -> None:
    if is_error(cell):
        one.problems.append(Problem(one.row, translate(field.label), text(cell), error_told(cell)))
        return
    try:
        if field.link and cell is not None:
            wanted = named.linked(field, text(cell), one.edits.get(CUSTOMER, one.links.get(CUSTOMER)))
            # The further ones of a record that the workbook knows stand in a sheet of their own.
            one.edits[field.name] = wanted[0] if isinstance(wanted, tuple) and one.id > 0 else wanted
        elif not field.readonly or not one.raw:
            one.edits[field.name] = coerce(
                field, cell, currency=str(one.stored.get("currency") or currency), region=ws.region
            )
    except InvalidValue as error:
        one.problems.append(Problem(one.row, translate(field.label), text(cell), error.sentence()))


def _about(one: Held, record: RecordType, said: Sequence[str], named: Named) -> None:
    """What a record is about, by the cells that name the customer and what else."""
    try:
        one.edits[ABOUT_KIND], one.edits[ABOUT_ID] = named.about(*said) if any(said) else (None, None)
    except InvalidValue as error:
        label = translate(record.field(ABOUT_KIND).label)
        one.problems.append(Problem(one.row, label, " ".join(filter(None, said)), error.sentence()))


def _orphans(ws: Workspace, records: Mapping[str, Sequence[Held]]) -> None:
    """Leave out what belongs to a record whose row was removed; links that need not be are emptied."""
    there: dict[str, set[int]] = {}
    for record in ws.dictionary.types:
        for one in watched(records.get(record.name, ())):
            for link in record.fields:
                wanted = one.edits.get(link.name, one.links.get(link.name)) if link.link else None
                if not isinstance(wanted, int) or link.link not in there or wanted in there[link.link]:
                    continue
                if link.name == record.parent or link.required:
                    one.lost = True
                    reason = _("The record that this row belongs to is not in the workbook any more.")
                    one.problems.append(Problem(one.row, translate(link.label), str(wanted), reason, fatal=True))
        there[record.name] = {one.id for one in records.get(record.name, ()) if not one.lost}
