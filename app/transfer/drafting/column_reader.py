"""How the cells of each column of a sheet are read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from app.records.fields import Field, FieldKind
from app.transfer.columns import crosstabs, more_contacts
from app.transfer.columns.own_columns import NEW, with_words
from app.transfer.columns.own_kinds import field as own_field
from app.transfer.columns.proposals import CONTACTS, CUSTOM, Column, Proposal
from app.transfer.converting import beside, list_values, priced_in, quick, same_above, values, yearless
from app.transfer.converting.home import home, ordering
from app.transfer.converting.outcome import Outcome, Settings
from app.transfer.converting.splitting import plain_name, renamed, several
from app.transfer.drafting.context import Context
from app.transfer.grid.cells import at, blank, chosen, column_cells, text
from app.transfer.grid.list_kinds import CURRENCY, kind_of, record_of
from app.transfer.grid.sheets import Cell, Sheet

_TELLING = 400
"""So many rows tell where a sheet is at home."""


class ColumnReader:
    """Gives the cells of columns and the way to read them.

    Attributes:
        home: where the sheet is at home, which says how numbers and days are written.
        record, list: the type of its records; the kind of list, None for customers, contacts and products.
        money: in which currencies its amounts are.
        orders: for each column that could be read in several ways, by its key, which one was taken and what decided it.
    """

    def __init__(self, sheet: Sheet, proposal: Proposal, context: Context) -> None:
        self.sheet, self.proposal, self.context = sheet, proposal, context
        self.numbers = proposal.layout.data
        self.orders: dict[str, str] = {}
        self._rows = chosen(sheet.rows, self.numbers)
        self._down = same_above.carried(sheet, proposal)
        self._unit = f"({unit})" if (unit := crosstabs.money_unit(sheet, proposal.layout)) else ""
        first = self._rows[:_TELLING]
        self.home = home(proposal, lambda column: column_cells(first, column.index), context.region)
        self.record, self.list = record_of(context.types, proposal.kind), kind_of(context.types, proposal.kind)
        self._own = {
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
        found = column_cells(self._rows, index)
        if self._down or self.context.edits:
            for place, number in enumerate(self.numbers):
                if (origin := self._down.get((number, index))) is not None and blank(found[place]):
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

    def field(self, target: str) -> Field | None:
        """The field that a target names, None for one of the user's own that is not there."""
        if target.startswith(CUSTOM):
            return self._own.get(target)
        if self.list is not None:
            return self.list.field(self.context.types, target)
        record = self.record
        if "." in target:
            owner, target = more_contacts.plain(target)[0].split(".", 1)
            record = self.context.types[owner]
        return record.field(target) if record.has(target) else None

    def target(self, target: str) -> str:
        """In a sheet of contacts the contact's fields need no owner."""
        return target.removeprefix("contact.") if self.proposal.kind == CONTACTS else target

    def convert(self, column: Column, cells: Sequence[Cell]) -> Callable[[Cell], Outcome]:
        """How the cells of a column are read."""
        made = []
        for target in column.targets:
            found = with_words(self.field(target), column)
            header = column.header + ("" if crosstabs.OWN_UNIT.search(column.header) else self._unit)
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

    def at_once(self, column: Column) -> quick.Quick | None:
        """How the usual spellings of a column are read at once, None where each cell needs more than a look."""
        target = column.target or ""
        renaming = target == "name" and (self.proposal.kind == CONTACTS or self.proposal.persons)
        found = self.field(target)
        if len(column.targets) != 1 or found is None:
            return None
        region = self.home.region if column.index not in self.context.orders else ""
        return quick.reader("contact.name" if renaming else target, found, region)

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
