"""The rows of a sheet as values of fields, before anything is compared with the book."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any

from app.records.fields import FieldKind
from app.shared.i18n import translate
from app.transfer.columns import births, crosstabs, variants
from app.transfer.columns.column_signs import called_by_role, is_identity, of_company, of_contact
from app.transfer.columns.proposals import CONTACTS, CUSTOMERS, NOTES, Column, Proposal
from app.transfer.converting import beside, note_dates, priced_in, quick, values
from app.transfer.converting.outcome import EMPTY, MONEY, Outcome
from app.transfer.converting.problems import Problem
from app.transfer.converting.spare import before, joined, sorts_beside, take_room
from app.transfer.drafting import groups, owed, payments, related
from app.transfer.drafting.column_reader import ColumnReader
from app.transfer.drafting.context import Context
from app.transfer.drafting.finishing import finish
from app.transfer.drafting.rows import MORE, Draft, Gathered
from app.transfer.grid import foreign_ids
from app.transfer.grid.cells import blank, is_error, put, text
from app.transfer.grid.scale import FEW
from app.transfer.grid.sheets import Cell, Sheet

_CAREFUL = frozenset("address postcode province city bank_account tax_number code barcode customer every zone".split())
_SIGNED = {"wechat": frozenset(":："), "qq": frozenset(":："), "website": frozenset("#")}
"""Fields of plain texts, and the signs of those that need more."""
_MEMO = 60_000
_TEXTS = (NOTES, "text")
_NO_NAMES = frozenset({"null", "(null)", "none", "[not provided]", "not provided", "-", "--", "n/a", "#n/a", "."})
_ROUND = 5000


def draft(sheet: Sheet, proposal: Proposal, context: Context) -> tuple[Sequence[Draft], dict[str, str]]:
    """Turn the data rows of a sheet into drafts.

    Returns:
        The drafts in the order of the rows, and for each date column (by its key) how its dates are read.
    """
    reader = ColumnReader(sheet, proposal, context)
    drafter = Drafter(reader)
    for column in sorted(proposal.columns, key=lambda one: (one.spare, variants.is_one(one))):
        context.pause()
        drafter.column(column)
    drafter.crosstabs()
    if reader.list is None:
        drafter.foreign()
    if context.related:
        related.apply(proposal, drafter, context.related)
    if sheet.comments or sheet.links:
        drafter.beside()
    called_by_role(proposal, drafter.more)
    for number in sorted(drafter.more):
        for held, further in zip(drafter.values, drafter.more[number], strict=True):
            if further:
                held.setdefault(MORE, []).append(further)
    for place, line in births.join(proposal.columns, drafter.values):
        put(drafter.notes, place, line)
    gathered = Gathered(
        drafter.numbers, drafter.values, drafter.notes, drafter.problems, reader.home.region, context.pause
    )
    made = finish(proposal, context.types, gathered, context.currency)
    groups.apply(sheet, proposal, context.types, made)
    owed.tell(sheet, proposal, made)
    payments.tell(sheet, proposal, made)
    return made, reader.orders


class Drafter:
    """Turns the columns of one sheet into values of its rows."""

    def __init__(self, reader: ColumnReader) -> None:
        self.reader, self.context, self.proposal = reader, reader.context, reader.proposal
        self.sheet, self.numbers = reader.sheet, reader.numbers
        self.values: list[dict[str, Any]] = [{} for _number in self.numbers]
        self.notes: list[list[str] | None] = [None] * len(self.numbers)
        self.problems: list[list[Problem] | None] = [None] * len(self.numbers)
        self.once: set[tuple[int, str]] = set()
        self.more: dict[int, list[dict[str, Any]]] = {}
        self.blocks: dict[str, dict[int, list[str]]] = {}

    def beside(self) -> None:
        """Take what stands beside the cells."""
        places = {number: place for place, number in enumerate(self.numbers)}
        for number, target, value in beside.found(self.sheet, self.proposal):
            if not target or self.values[places[number]].setdefault(target, value) != value:
                self._note(places[number], value)

    def column(self, column: Column) -> None:
        """Convert one column."""
        column, number = of_contact(column)
        if number > 1:
            main = self.values
            self.values = self.more.setdefault(number, [{} for _number in self.numbers])
            self.column(column)
            self.values = main
            return
        if not column.evidence.filled or not column.targets:
            if column.targets and not all(map(blank, cells := self.reader.cells(column))):
                self._converted(column, cells)
            return
        cells = self.reader.cells(column)
        if column.targets == (NOTES,) and column.labelled:
            self._labelled(column, cells)
        elif column.part:
            key = f"#{column.part}"
            for held, cell in zip(self.values, cells, strict=True):
                if not blank(cell) and text(cell).casefold() not in _NO_NAMES:
                    held[key] = f"{held[key]} {text(cell)}" if key in held else text(cell)
        elif column.spare:
            self._spare(column, cells)
        elif not variants.put(self.values, column, cells):
            self._converted(column, cells)

    def _spare(self, column: Column, cells: Sequence[Cell]) -> None:
        """Put further values where the row has room; what finds none goes to the notes."""
        convert, sorts = self.reader.convert(column, cells), sorts_beside(self.proposal, column, self.reader.cells)
        for at_row, cell in enumerate(cells):
            if not blank(cell) and (outcome := convert(cell)) is not EMPTY:
                sort = sorts.get(at_row, "")
                for line in take_room(self.values[at_row], column, cell, outcome, sort):
                    self._note(at_row, f"{before(column, sort)}: {line}")

    def _filled(self, cells: Sequence[Cell]) -> Iterator[tuple[int, Cell]]:
        """The cells that hold something, with their places; now and then a look whether to stop."""
        return chain.from_iterable(self._rounds(cells))

    def _rounds(self, cells: Sequence[Cell]) -> Iterator[list[tuple[int, Cell]]]:
        for start in range(0, len(cells), _ROUND):
            self.context.pause()
            rows = enumerate(cells[start : start + _ROUND], start)
            yield [(place, cell) for place, cell in rows if cell is not None]

    def _labelled(self, column: Column, cells: Sequence[Cell]) -> None:
        header, sorts = column.header, sorts_beside(self.proposal, column, self.reader.cells)
        if column.block:
            crosstabs.gather(self.blocks.setdefault(column.block, {}), column, cells)
            return
        theirs = self.proposal.kind == CONTACTS and of_company(column, self.proposal)
        above = self.proposal.kind == CUSTOMERS and foreign_ids.of_parent(column.header)
        identity = is_identity(column) and not above and (self.proposal.kind != CONTACTS or theirs)
        order = self.context.orders.get(column.index, "")
        tell = note_dates.teller(column, cells, self.reader.home, order, self.context.today)
        alone, front, notes = not (sorts or identity or theirs or above), f"{header}: ", self.notes
        for place, cell in self._filled(cells):
            if cell.__class__ is not str and is_error(cell):
                self._problem(column, place, cell, values.error_told(cell))
                continue
            value, reason = tell(cell)
            if value and alone and not reason:
                if (held := notes[place]) is None:
                    notes[place] = [front + value]
                else:
                    held.append(front + value)
            elif value:
                self._note(place, f"{before(column, sorts[place]) if place in sorts else header}: {value}")
                if reason:
                    self._problem(column, place, value, reason)
                if identity:
                    self.values[place].setdefault("#identity", value)
                    self.values[place].setdefault("#numbers", []).append(value)
                if theirs:
                    self.values[place].setdefault("#code", value)
                if above and (name := self.context.names.get(foreign_ids.key(value))):
                    self.values[place].setdefault("#parent", name)
                    self.values[place].setdefault("#above", value)

    def crosstabs(self) -> None:
        """Put each crosstab's amounts of a row into the notes as one line."""
        for name, held in self.blocks.items():
            for place, items in held.items():
                self._note(place, f"{name}: {'; '.join(items)}")

    def foreign(self) -> None:
        """Take amounts out whose currency the row names, where the field holds only that of the book."""
        for place, target, note, problem in priced_in.apart(
            self.reader.money, self.reader.cells, self.values, self.numbers, self.context.currency
        ):
            if target:
                del self.values[place][target]
                self._note(place, note)
            put(self.problems, place, problem)

    def _plain(self, column: Column, cells: Sequence[Cell]) -> bool:
        """Put in a column of plain texts the short way; False when it needs more."""
        target = column.target or ""
        found = self.reader.field(target)
        name = target.rpartition(".")[2]
        if (
            len(column.targets) != 1
            or found is None
            or found.kind not in (FieldKind.TEXT, FieldKind.URL)
            or name in _CAREFUL
            or (name in _SIGNED and any(isinstance(cell, str) and not _SIGNED[name].isdisjoint(cell) for cell in cells))
        ):
            return False
        if name == "name" and (target == "contact.name" or self.proposal.kind == CONTACTS or self.proposal.persons):
            return False
        target = self.reader.target(target)
        nothing, longest = values.NOTHING, values.LONGEST
        for place, cell in self._filled(cells):
            if cell.__class__ is str and cell.isprintable() and "_x" not in cell:
                value = cell.strip()
            elif is_error(cell):
                self._problem(column, place, cell, values.error_told(cell))
                continue
            else:
                value = text(cell)
                if "\n" in value or "\t" in value:
                    value = " ".join(value.split())
            if not value or (len(value) <= longest and value.casefold() in nothing):
                continue
            held = self.values[place]
            if target in held:
                self._again(column, place, target, value)
            else:
                held[target] = value
        return True

    def _converted(self, column: Column, cells: Sequence[Cell]) -> None:
        if self._plain(column, cells):
            return
        convert = self.reader.convert(column, cells)
        left: Sequence[tuple[int, Cell]]
        if fast := self.reader.at_once(column):
            left = self._fast(fast, self.reader.target(column.target or ""), cells, column.evidence.distinct)
        else:
            left = list(self._filled(cells))
        memo: dict[object, Outcome] = {}
        for number, (place, cell) in enumerate(left):
            if number % _ROUND == 0:
                self.context.pause()
            key: object = cell if cell.__class__ is str else (cell.__class__, cell)
            outcome = memo.get(key)
            if outcome is None:
                outcome = convert(cell)
                if len(memo) < _MEMO:
                    memo[key] = outcome
            if outcome is EMPTY:
                continue
            self._put(column, place, cell, outcome)

    def _fast(self, read: quick.Quick, target: str, cells: Sequence[Cell], distinct: float) -> list[tuple[int, Cell]]:
        """Put in the cells that are spelt the usual way; gives the others with their places."""
        if distinct < FEW and len(cells) > _ROUND:
            read = {cell: read(cell) for cell in set(cells) if cell.__class__ is str}.get
        left: list[tuple[int, Cell]] = []
        for start in range(0, len(cells), _ROUND):
            self.context.pause()
            rows = zip(self.values[start : start + _ROUND], cells[start : start + _ROUND], strict=True)
            for place, (held, cell) in enumerate(rows, start):
                if cell.__class__ is not str or target in held or (value := read(cell)) is None:
                    if cell is not None:
                        left.append((place, cell))
                else:
                    held[target] = value
        return left

    def _put(self, column: Column, place: int, cell: Cell, outcome: Outcome) -> None:
        held = self.values[place]
        for target, value in outcome.values:
            target = self.reader.target(target)
            if target == MONEY:
                held.setdefault(target, []).append(value)
            elif target not in held:
                held[target] = value
            else:
                self._again(column, place, target, value)
        if outcome.note:
            self._note(place, f"{column.header}: {outcome.note}")
        if outcome.spare:
            held.setdefault("#spare", []).append((column, outcome.spare, text(cell)))
        if outcome.reason and not (outcome.once and (column.index, outcome.reason) in self.once):
            self.once.add((column.index, outcome.reason))
            self._problem(column, place, cell, outcome.reason, outcome.suggestion)

    def _again(self, column: Column, place: int, target: str, value: Any) -> None:
        """A second value for a field: lines of an address and notes are joined, others go to the notes."""
        held = self.values[place]
        if held[target] == value:
            return
        if isinstance(value, str) and target.endswith("address"):
            held[target] = joined(held[target], value)
        elif isinstance(value, tuple) or target.endswith(_TEXTS):
            said = held[target]
            held[target] = tuple(dict.fromkeys((*said, *value))) if isinstance(value, tuple) else f"{said}\n{value}"
        else:
            field = None if target in map(self.reader.target, column.targets) else self.reader.field(target)
            label = f"{translate(field.label)} " if field and "name" not in target else ""
            self._note(place, f"{column.header}: {label}{value}")

    def _note(self, place: int, line: str) -> None:
        put(self.notes, place, line)

    def _problem(self, column: Column, place: int, cell: Cell, reason: str, suggestion: str = "") -> None:
        row = self.numbers[place] + 1
        put(self.problems, place, Problem(row, column.key, text(cell), reason, suggestion, index=column.index))
