"""Sheets that Kebu wrote, coming back: a whole book into an empty one, or a list with the cells that were edited."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from app.records import queries, several
from app.records.fields import Field, FieldKind, RecordType
from app.records.values import coerce, show, to_json
from app.records.workspace import Workspace
from app.shared.errors import InvalidValue, KebuError
from app.shared.i18n import N_, _, using
from app.transfer.converting.problems import Problem
from app.transfer.converting.values import error_told
from app.transfer.drafting import merging
from app.transfer.exporting import export
from app.transfer.exporting.cell_values import heading
from app.transfer.exporting.fingerprints import parted
from app.transfer.grid.cells import is_error, text
from app.transfer.grid.headers import RECORDS
from app.transfer.grid.list_kinds import kinds as list_kinds
from app.transfer.grid.sheets import Sheet, Workbook
from app.transfer.grid.stopping import watched
from app.transfer.plans.book_restore import Restoration, restoration
from app.transfer.plans.lost_letters import lost_letters
from app.transfer.plans.options import BOOK, FILE, Options
from app.transfer.plans.planned import (
    KEEP,
    LEAVE,
    MERGE,
    Action,
    Decisions,
    Own,
    PlannedRow,
    Preferred,
    Removed,
    SheetPlan,
    Writes,
)
from app.transfer.plans.round_trip import Change, EditedRow, Fate, conflicts, fate, parted_rows, places, strangers
from app.transfer.plans.strange_columns import unread
from app.transfer.plans.write_modes import KEPT

DELETE = "delete"
"""What becomes of the records whose rows were taken out of a sheet, when the user says so."""
_PAGE = 2000


def own_sheets(ws: Workspace, book: Workbook, options: Options) -> dict[str, Own]:
    """The sheets of a file that this book, or a whole book, was written to; by their names.

    Args:
        options: see ``Options``; of the cells that the user changed in the preview, and of conflicts and removed rows.

    Raises:
        SheetError: the hidden sheet of a whole book was changed.
    """
    whole = restoration(ws, book)
    if whole is not None:
        kinds = {sheet.name: sheet.origin.kind for sheet in book.sheets if sheet.origin}
        return {
            name: RestoredSheet(whole, kind, ws.dictionary.type(kind).plural)
            for name, kind in kinds.items()
            if kind in whole.records
        }
    mine = ws.book.fact("id")
    types = {one.name: one for one in ws.dictionary.types}
    found: dict[str, Own] = {}
    for sheet in book.sheets:
        record = types.get(sheet.origin.kind) if sheet.origin else None
        if record is None or sheet.origin is None:
            continue
        if mine and sheet.origin.book == mine:
            trip = _trip(ws, sheet)
            found[sheet.name] = replace(trip, side=options.conflicts, sweep=options.removed == DELETE)
        elif not record.standalone and not any(one.line is record for one in list_kinds(ws.dictionary.types)):
            found[sheet.name] = StrangeSheet()
    return found


@dataclass(frozen=True, slots=True)
class StrangeSheet:
    """A sheet of another book with records that mean nothing alone, such as the lines of its quotes; it is left out."""

    def wants(self, number: int) -> bool:  # noqa: ARG002 - as ``Own`` has it
        """Whether a row goes through the usual import: none does."""
        return False

    def joined(
        self, plan: SheetPlan, place: int, decisions: Decisions, preferred: Preferred, mode: str,  # noqa: ARG002
        writes: Writes,  # noqa: ARG002
    ) -> SheetPlan:  # fmt: skip
        """The plan of the sheet, which holds nothing."""
        reason = _("Its rows belong to another book.")
        return replace(plan, proposal=replace(plan.proposal, kind=None, reason=reason), rows=())


@dataclass(frozen=True, slots=True)
class RestoredSheet:
    """One sheet of a whole book that goes into an empty book."""

    whole: Restoration
    kind: str
    plural: str

    def wants(self, number: int) -> bool:  # noqa: ARG002 - as ``Own`` has it
        """Whether a row goes through the usual import: none does."""
        return False

    def joined(
        self, plan: SheetPlan, place: int, decisions: Decisions, preferred: Preferred, mode: str,  # noqa: ARG002
        writes: Writes,
    ) -> SheetPlan:  # fmt: skip
        """The plan of the sheet, with what is written put into ``writes``."""
        writes.restore = self.whole
        rows = tuple(
            PlannedRow(one.row, Action.PROBLEM if one.lost else Action.CREATE, one.title, None, tuple(one.problems))
            for one in self.whole.records[self.kind]
        )
        return replace(plan, proposal=replace(plan.proposal, kind=self.plural), rows=rows)


@dataclass(frozen=True, slots=True)
class TripRow:
    """One row that stands for a record: what was edited in it, and what stands against it."""

    row: int
    id: int
    title: str
    fate: Fate
    values: Mapping[str, Any]
    changes: tuple[Change, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class TripSheet:
    """A list that was exported from this book and edited since.

    Args:
        record: what its rows are.
        rows: those that stand for records.
        notes: what is to be told of its columns.
        numbers: the rows that stand for records, as Excel numbers them.
        removed: records whose rows were taken out.
        side: whose value holds in a conflict that nobody decided: the "book"'s or the "file"'s.
        sweep: whether removed records are deleted unless the user says otherwise.
    """

    record: RecordType
    rows: tuple[TripRow, ...]
    notes: tuple[Problem, ...]
    numbers: frozenset[int]
    removed: tuple[Removed, ...] = ()
    side: str = BOOK
    sweep: bool = False

    def wants(self, number: int) -> bool:
        """Whether a row, as Excel numbers it, goes through the usual import: those that someone added do."""
        return number not in self.numbers

    def joined(
        self, plan: SheetPlan, place: int, decisions: Decisions, preferred: Preferred, mode: str, writes: Writes
    ) -> SheetPlan:
        """The plan of the added rows with those of the records; what was edited is put into ``writes``.

        What the user said of a row is "merge" (the file's side of its conflicts), "keep" (the book's) or "skip"; of a
        field ``preferred`` tells the side, see ``write_modes.preferring``; a removed record is decided under minus its
        id, as "delete" or "keep".
        """
        side = FILE if mode == merging.OVERWRITE else self.side
        changes: list[Change] = []
        rows = list(plan.rows)
        for one in self.rows:
            decision = decisions.get((place, one.row), "")
            chosen = preferred.get((place, one.row), frozenset())
            found = [replace(change, taken=_taken(change, decision, chosen, side)) for change in one.changes]
            rows.append(self._planned(one, found, decision, writes))
            changes += found
        removed = []
        for gone in self.removed:
            say = decisions.get((place, -gone.id), DELETE if self.sweep else KEEP)
            removed.append(replace(gone, deleted=say == DELETE))
            if say == DELETE:
                writes.deletes[self.record.name].append(gone.id)
        rows.sort(key=lambda one: one.number)
        kind = plan.proposal.kind or self.record.plural
        return replace(
            plan, proposal=replace(plan.proposal, kind=kind), rows=tuple(rows), changes=tuple(changes), notes=self.notes,
            removed=tuple(removed),
        )  # fmt: skip

    def _planned(self, one: TripRow, changes: Sequence[Change], decision: str, writes: Writes) -> PlannedRow:
        planned = PlannedRow(one.row, Action.DUPLICATE, one.title, None, one.problems, decision)
        if one.fate is Fate.GONE:
            return planned._replace(action=Action.PROBLEM)
        if not changes:
            return planned
        values = {change.field: one.values[change.field] for change in changes if change.taken}
        kept = [change for change in changes if not change.taken]
        if values:
            held = writes.updates[self.record.name]
            held[one.id] = {**held.get(one.id, {}), **values}
        problems = one.problems
        if not decision:
            problems += tuple(_told(self.record, change, fatal=not values) for change in kept)
        return planned._replace(action=Action.UPDATE if values else Action.SKIP, problems=problems)


def _taken(change: Change, decision: str, chosen: frozenset[str], side: str) -> bool:
    """Whether a cell's value is taken."""
    if decision == LEAVE:
        return False
    if not change.conflict or change.field in chosen:
        return True
    if KEPT + change.field in chosen:
        return False
    return decision == MERGE or (decision != KEEP and side == FILE)


def _told(record: RecordType, change: Change, *, fatal: bool) -> Problem:
    reason = _("Changed in the book as well since the export; the book keeps “{value}”.")
    field = record.field(change.field)
    return Problem(change.row, heading(field), change.said[1], reason.format(value=change.said[0]), fatal=fatal)


def _trip(ws: Workspace, sheet: Sheet) -> TripSheet:
    origin = sheet.origin
    if origin is None or not sheet.rows:
        raise KebuError(N_("This sheet was not written by Kebu."))
    record = ws.dictionary.type(origin.kind)
    found = places(sheet.rows[0], record, origin)
    known, added = parted_rows(sheet, origin, found)
    edited = [row for row in known if row.cells]
    with using(origin.language):
        now = _marks_now(ws, record, origin.fields, [row.id for row in edited])
    held = _held(ws, record, [row.id for row in edited], found)
    rows = []
    for row in watched(known):
        what = fate(row, now.get(row.id))
        title = _title(sheet, record, found, row)
        if what is Fate.SAME:
            rows.append(TripRow(row.index + 1, row.id, title, what, {}))
            continue
        if what is Fate.GONE:
            reason = _("The record was deleted in the book since the export; the row was left out.")
            problem = Problem(row.index + 1, "", "", reason, fatal=True)
            rows.append(TripRow(row.index + 1, row.id, title, what, {}, (), (problem,)))
            continue
        with using(origin.language):
            values, problems = _values(ws, record, row, held[row.id], found if record.name in RECORDS else {})
        clash = conflicts(row, now[row.id])
        changes = tuple(
            _change(ws, record, row, name, held[row.id][name], value, clash) for name, value in values.items()
        )
        rows.append(TripRow(row.index + 1, row.id, title, what, values, changes, tuple(problems)))
    strange = unread(ws, sheet, record, known, strangers(sheet.rows[0], found))
    removed = _removed(ws, record, origin.listed - {row.id for row in known})
    return TripSheet(
        record,
        tuple(rows),
        _notes(strange, record, added, ws.dictionary.types),
        frozenset(one.row for one in rows),
        removed,
    )


def _change(
    ws: Workspace, record: RecordType, row: EditedRow, name: str, old: Any, new: Any, clash: frozenset[str]
) -> Change:
    field = record.field(name)
    said = (_said(ws, field, old), _said(ws, field, new))
    return Change(row.index + 1, row.id, name, to_json(field, old), to_json(field, new), said, name in clash)


def _said(ws: Workspace, field: Field, value: Any) -> str:
    """A value as a person reads it."""
    if field.link:
        numbers = value if isinstance(value, tuple) else (value,) if value else ()
        named = queries.titles(ws, field.link, numbers)
        return several.JOINT.join(named.get(number, "") for number in numbers)
    return show(field, value, currency=ws.currency, today=ws.clock.today()) if value not in (None, "", ()) else ""


def _removed(ws: Workspace, record: RecordType, numbers: frozenset[int]) -> tuple[Removed, ...]:
    """The records of those ids that are in the book and may be deleted; a quote that was sent may not."""
    wanted = sorted(numbers)
    if record.name == "quote":
        found = queries.rows(ws, record.name, wanted, ("revision",))
        wanted = [one.id for one in found if not one["revision"]]
    titles = queries.titles(ws, record.name, wanted)
    return tuple(Removed(number, str(titles[number] or f"#{number}")) for number in wanted if number in titles)


def _title(sheet: Sheet, record: RecordType, found: Mapping[str, int], row: EditedRow) -> str:
    place = found.get(record.title, -1)
    cells = sheet.rows[row.index]
    return text(cells[place]) if 0 <= place < len(cells) else f"#{row.id}"


def _notes(
    strange: Sequence[str], record: RecordType, added: list[int], types: Sequence[RecordType]
) -> tuple[Problem, ...]:
    out = []
    for header in strange:
        reason = _("This column is none that was exported; in rows that were exported it is not read.")
        out.append(Problem(1, header, "", reason))
    if added and record.name not in RECORDS and not any(one.record.name == record.name for one in list_kinds(types)):
        reason = _("New rows of this kind are not imported from a list; add them in the book.")
        out += [Problem(index + 1, "", "", reason, fatal=True) for index in added]
    return tuple(out)


def _marks_now(
    ws: Workspace, record: RecordType, names: tuple[str, ...], numbers: list[int]
) -> dict[int, dict[str, str]]:
    """The marks that an export would write now, for the fields that are still there."""
    fields = [record.field(name) for name in names if record.has(name)]
    found = {}
    for row in export.rows(ws, record, fields, numbers, marked=True):
        found[row[-2]] = dict(zip([field.name for field in fields], parted(row[-1]), strict=True))
    return found


def _held(
    ws: Workspace, record: RecordType, numbers: list[int], found: Mapping[str, int]
) -> dict[int, Mapping[str, Any]]:
    names = [*found, *(["currency"] if record.has("currency") else [])]
    out: dict[int, Mapping[str, Any]] = {}
    for start in range(0, len(numbers), _PAGE):
        out |= {row.id: row.values for row in queries.rows(ws, record.name, numbers[start : start + _PAGE], names)}
    return out


def _values(
    ws: Workspace, record: RecordType, row: EditedRow, held: Mapping[str, Any], at: Mapping[str, int]
) -> tuple[dict[str, Any], list[Problem]]:
    """The values that edited cells mean, where they differ from the book's; and the cells that do not fit."""
    values: dict[str, Any] = {}
    problems: list[Problem] = []
    for name, cell in row.cells.items():
        field = record.field(name)
        told = error_told(cell) if is_error(cell) else ""
        old = held.get(name)
        if isinstance(cell, str) and lost_letters(cell, getattr(old, "typed", "") or _said(ws, field, old)):
            told = _("The file was saved without some letters of this text; the book keeps its own.")
        if told:
            problems.append(Problem(row.index + 1, heading(field), text(cell), told, index=at.get(name, -1)))
            continue
        try:
            if field.readonly:
                raise InvalidValue(name, N_("Only the program sets this field."))
            value: Any
            if field.link and cell is not None and text(cell):
                value = _linked_all(ws, field, text(cell)) if field.also else _linked(ws, field.link, text(cell))
            elif field.also:
                value = ()
            else:
                value = coerce(field, cell, currency=str(held.get("currency") or ws.currency), region=ws.region)
            if field.required and value in (None, ""):
                raise InvalidValue(name, N_("“{label}” is required."), N_("Fill it in."), label=heading(field))
        except InvalidValue as error:
            problems.append(
                Problem(row.index + 1, heading(field), text(cell), error.sentence(), index=at.get(name, -1))
            )
            continue
        same = value == held.get(name) or (field.kind is FieldKind.PHONE and _typed(value) == _typed(held.get(name)))
        if not same and not (value in (None, "") and held.get(name) in (None, "")):
            values[name] = value
    return values, problems


def _typed(value: Any) -> str:
    return value.typed if value is not None else ""


def _linked_all(ws: Workspace, field: Field, said: str) -> tuple[int, ...]:
    """The records that a cell names: one whose name may hold a comma, or several."""
    try:
        return (_linked(ws, field.link, said),)
    except InvalidValue:
        parts = several.parted(said)
        if len(parts) < 2:
            raise
        return tuple(_linked(ws, field.link, one) for one in parts)


def _linked(ws: Workspace, kind: str, title: str) -> int:
    record = ws.dictionary.type(kind)
    numbers = queries.ids(ws, kind, (queries.Condition(record.title, "=", title),), limit=2)
    if len(numbers) != 1:
        message = N_("“{value}” is not there.") if not numbers else N_("Several records are called “{value}”.")
        raise InvalidValue(record.title, message, value=title)
    return numbers[0]
