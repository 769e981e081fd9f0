"""The rows of a sheet as values of fields, before anything is compared with the book."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from app.records.fields import Field, FieldKind
from app.shared.i18n import translate
from app.transfer.columns import births, crosstabs, more_contacts, variants
from app.transfer.columns.column_signs import called_by_role, is_identity, of_company, of_contact
from app.transfer.columns.own_columns import NEW, with_words
from app.transfer.columns.own_kinds import field as own_field
from app.transfer.columns.proposals import CONTACTS, CUSTOM, CUSTOMERS, NOTES, Column, Proposal
from app.transfer.converting import beside, list_values, note_dates, priced_in, quick, same_above, values, yearless
from app.transfer.converting.home import home, ordering
from app.transfer.converting.outcome import EMPTY, MONEY, Outcome, Settings
from app.transfer.converting.problems import Problem
from app.transfer.converting.spare import before, joined, sorts_beside, take_room
from app.transfer.converting.splitting import plain_name, renamed, several
from app.transfer.drafting import groups, owed, payments, related
from app.transfer.drafting.context import Context
from app.transfer.drafting.finishing import MORE, Draft, Gathered, finish
from app.transfer.grid import foreign_ids
from app.transfer.grid.cells import at, blank, chosen, column_cells, is_error, put, text
from app.transfer.grid.list_kinds import CURRENCY, kind_of, record_of
from app.transfer.grid.sheets import Cell, Sheet

_CAREFUL = frozenset("address postcode province city bank_account tax_number code barcode customer every zone".split())
_SIGNED = {"wechat": frozenset(":："), "qq": frozenset(":："), "website": frozenset("#")}
"""Fields of plain texts, and the signs of those that need more."""
_MEMO = 60_000
_TEXTS = (NOTES, "text")
_NO_NAMES = frozenset({"null", "(null)", "none", "[not provided]", "not provided", "-", "--", "n/a", "#n/a", "."})
_ROUND = 5000
_FEW = 0.3
_TELLING = 400
"""So many rows tell where a sheet is at home."""


def draft(sheet: Sheet, proposal: Proposal, context: Context) -> tuple[Sequence[Draft], dict[str, str]]:
    """Turn the data rows of a sheet into drafts.

    Returns:
        The drafts in the order of the rows, and for each date column (by its key) how its dates are read.
    """
    drafter = Drafter(sheet, proposal, context)
    for column in sorted(proposal.columns, key=lambda one: (one.spare, variants.is_one(one))):
        context.pause()
        drafter.column(column)
    drafter.crosstabs()
    if drafter.list is None:
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
        drafter.numbers, drafter.values, drafter.notes, drafter.problems, drafter.home.region, context.pause
    )
    made = finish(proposal, context.types, gathered, context.currency)
    groups.apply(sheet, proposal, context.types, made)
    owed.tell(sheet, proposal, made)
    payments.tell(sheet, proposal, made)
    return made, drafter.orders


class Drafter:
    """Turns the columns of one sheet into values of its rows."""

    def __init__(self, sheet: Sheet, proposal: Proposal, context: Context) -> None:
        self.sheet, self.proposal, self.context = sheet, proposal, context
        self.numbers = proposal.layout.data
        self.rows = chosen(sheet.rows, self.numbers)
        self.values: list[dict[str, Any]] = [{} for _number in self.numbers]
        self.notes: list[list[str] | None] = [None] * len(self.numbers)
        self.problems: list[list[Problem] | None] = [None] * len(self.numbers)
        self.orders: dict[str, str] = {}
        self.once: set[tuple[int, str]] = set()
        self.more: dict[int, list[dict[str, Any]]] = {}
        self.unit = f"({unit})" if (unit := crosstabs.money_unit(sheet, proposal.layout)) else ""
        self.blocks: dict[str, dict[int, list[str]]] = {}
        self.down = same_above.carried(sheet, proposal)
        first = self.rows[:_TELLING]
        self.home = home(proposal, lambda column: column_cells(first, column.index), context.region)
        self.record, self.list = record_of(context.types, proposal.kind), kind_of(context.types, proposal.kind)
        self.own = {
            target: own_field(target, target.removeprefix(CUSTOM), column.new_kind)
            for column in proposal.columns
            for target in column.targets
            if target.startswith(CUSTOM)
        }
        self.money = priced_in.Money()
        if self.list is None:
            self.money = priced_in.money(proposal, self.field, self.cells, context.currency)

    def cells(self, column: Column) -> list[Cell]:
        """The cells of a column's data rows, with merged cells carried down and the user's changes put in."""
        index = column.index
        found = column_cells(self.rows, index)
        if self.down or self.context.edits:
            for place, number in enumerate(self.numbers):
                if (origin := self.down.get((number, index))) is not None and blank(found[place]):
                    found[place] = at(self.sheet.rows[origin], index)
                if (edited := self.context.edits.get((number + 1, index))) is not None:
                    found[place] = edited or None
        same_above.ditto(found)
        if self.sheet.links:
            beside.followed(self.sheet, self.numbers, index, column.target, found)
        if column.words:
            meant = {word.casefold(): code or None for word, code in column.words if code != NEW}
            found = [cell if blank(cell) else meant.get(text(cell).casefold(), cell) for cell in found]
        return found

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
            if column.targets and not all(map(blank, cells := self.cells(column))):
                self._converted(column, cells)
            return
        cells = self.cells(column)
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
        convert, sorts = self.convert(column, cells), sorts_beside(self.proposal, column, self.cells)
        for at_row, cell in enumerate(cells):
            if not blank(cell) and (outcome := convert(cell)) is not EMPTY:
                sort = sorts.get(at_row, "")
                for line in take_room(self.values[at_row], column, cell, outcome, sort):
                    self._note(at_row, f"{before(column, sort)}: {line}")

    def _filled(self, cells: Sequence[Cell]) -> Iterator[tuple[int, Cell]]:
        """The cells that hold something, with their places; now and then a look whether to stop."""
        for start in range(0, len(cells), _ROUND):
            self.context.pause()
            for place, cell in enumerate(cells[start : start + _ROUND], start):
                if cell is not None:
                    yield place, cell

    def _labelled(self, column: Column, cells: Sequence[Cell]) -> None:
        header, sorts = column.header, sorts_beside(self.proposal, column, self.cells)
        if column.block:
            crosstabs.gather(self.blocks.setdefault(column.block, {}), column, cells)
            return
        theirs = self.proposal.kind == CONTACTS and of_company(column, self.proposal)
        above = self.proposal.kind == CUSTOMERS and foreign_ids.of_parent(column.header)
        identity = is_identity(column) and not above and (self.proposal.kind != CONTACTS or theirs)
        order = self.context.orders.get(column.index, "")
        tell = note_dates.teller(column, cells, self.home, order, self.context.today)
        alone, front, notes = not (sorts or identity or theirs or above), f"{header}: ", self.notes
        for place, cell in self._filled(cells):
            if is_error(cell):
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
            self.money, self.cells, self.values, self.numbers, self.context.currency
        ):
            if target:
                del self.values[place][target]
                self._note(place, note)
            put(self.problems, place, problem)

    def field(self, target: str) -> Field | None:
        """The field that a target names, None for one of the user's own that is not there."""
        if target.startswith(CUSTOM):
            return self.own.get(target)
        if self.list is not None:
            return self.list.field(self.context.types, target)
        record = self.record
        if "." in target:
            owner, target = more_contacts.plain(target)[0].split(".", 1)
            record = self.context.types[owner]
        return record.field(target) if record.has(target) else None

    def convert(self, column: Column, cells: Sequence[Cell]) -> Callable[[Cell], Outcome]:
        """How the cells of a column are read."""
        made = []
        for target in column.targets:
            found = with_words(self.field(target), column)
            header = column.header + ("" if crosstabs.OWN_UNIT.search(column.header) else self.unit)
            settings = self._settings(column, found, header, cells)
            if self.list is not None:
                made.append(list_values.converter(target, found, settings, self.proposal.sort))
            elif found is not None and found.kind is FieldKind.LINK:
                made.append(plain_name(target))
            else:
                made.append(values.converter(target, found, settings))
        if len(made) == 1:
            if column.target == "name" and (self.proposal.kind == CONTACTS or self.proposal.persons):
                return renamed(made[0], self.record.field("name"), column)
            return made[0]
        return several(column.targets, made, self.home.region)

    def _settings(self, column: Column, found: Field | None, header: str, cells: Sequence[Cell]) -> Settings:
        """How a column is read, noting what decided where it could be read otherwise; the user's word goes first."""
        home, own, wanted = self.home, self.context.region, self.context.orders.get(column.index, "")
        settings, shown = values.settings_for(found, header, cells, home.region, self.context.currency)
        named = self.list is not None and self.list.record.has(CURRENCY)
        settings = replace(settings, named=named, all_in=self.money.all_in, today=self.context.today)
        if found is not None and found.kind in (FieldKind.DATE, FieldKind.WALL):
            guess = ordering(settings.order, shown, cells, home, self.context.today, wanted)
            year = settings.year or yearless.above(self.sheet.rows, self.proposal.layout.header_rows, self.sheet.name)
            settings, shown = replace(settings, order=guess.order, year=year), guess.evidence
            self.orders[column.key] = f"{settings.order.value}|{shown}"
        elif found is not None and found.kind is FieldKind.PHONE and (home.region != own or wanted):
            region = wanted or home.region
            settings = replace(settings, region=region, other=own if region != own else "")
            self.orders[column.key] = f"{region}|{home.shown}|{home.region},{own}"
        return settings

    def _plain(self, column: Column, cells: Sequence[Cell]) -> bool:
        """Put in a column of plain texts the short way; False when it needs more."""
        target = column.target or ""
        found = self.field(target)
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
        target = self._own(target)
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

    def _own(self, target: str) -> str:
        """In a sheet of contacts the contact's fields need no owner."""
        return target.removeprefix("contact.") if self.proposal.kind == CONTACTS else target

    def _quick(self, column: Column) -> quick.Quick | None:
        target = column.target or ""
        renaming = target == "name" and (self.proposal.kind == CONTACTS or self.proposal.persons)
        found = self.field(target)
        if len(column.targets) != 1 or found is None:
            return None
        region = self.home.region if column.index not in self.context.orders else ""
        return quick.reader("contact.name" if renaming else target, found, region)

    def _converted(self, column: Column, cells: Sequence[Cell]) -> None:
        if self._plain(column, cells):
            return
        convert = self.convert(column, cells)
        left: Sequence[tuple[int, Cell]]
        if fast := self._quick(column):
            left = self._fast(fast, self._own(column.target or ""), cells, column.evidence.distinct)
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
        if distinct < _FEW and len(cells) > _ROUND:
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
            target = self._own(target)
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
            field = None if target in map(self._own, column.targets) else self.field(target)
            label = f"{translate(field.label)} " if field and "name" not in target else ""
            self._note(place, f"{column.header}: {label}{value}")

    def _note(self, place: int, line: str) -> None:
        put(self.notes, place, line)

    def _problem(self, column: Column, place: int, cell: Cell, reason: str, suggestion: str = "") -> None:
        row = self.numbers[place] + 1
        put(self.problems, place, Problem(row, column.key, text(cell), reason, suggestion, index=column.index))
