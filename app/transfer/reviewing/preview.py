"""What the mapping screen shows and changes: names of targets, samples before and after, a sheet read anew."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from app.records import values as shown_values
from app.records.fields import Field, RecordType
from app.records.workspace import Workspace
from app.shared import phones
from app.shared.i18n import N_, _, translate
from app.transfer.columns.more_contacts import plain
from app.transfer.columns.own_columns import as_text
from app.transfer.columns.proposals import CONTACTS, CUSTOM, CUSTOMERS, KINDS, NOTES, Column, Proposal
from app.transfer.columns.proposing import propose
from app.transfer.converting import calendars
from app.transfer.converting.abroad import country_name
from app.transfer.converting.outcome import OTHERS
from app.transfer.drafting.context import Context
from app.transfer.drafting.looking import outcomes
from app.transfer.grid.cells import blank, changed, text
from app.transfer.grid.list_kinds import kind_of, kinds, record_of
from app.transfer.grid.list_words import list_words
from app.transfer.grid.sheets import Sheet, Workbook
from app.transfer.layout import hidden
from app.transfer.layout.detecting import detect
from app.transfer.queries import vocabulary

SAMPLED = 500
_SHORT_DAY = re.compile(r"(?P<first>\d{1,2})\s*([-/.])\s*(?P<second>\d{1,2})\s*\2\s*(?:\d{4}|\d\d)\b")
_MONTHS = 12
_COMPANY = N_("Company")
_REASONS = {
    "title": N_("Title, skipped"),
    "note": N_("Remark, skipped"),
    "blank": N_("Blank row, skipped"),
    "group": N_("Group; it goes to the rows below"),
    "total": N_("Total, skipped"),
    "repeated header": N_("Repeated header, skipped"),
    "footer": N_("Footer, skipped"),
    "beside": N_("Read; it stands in the columns at the right"),
    "hidden": N_("Hidden, left out"),
}


@dataclass(frozen=True, slots=True)
class Sample:
    """One cell and what becomes of it.

    Args:
        before: the cell as it stands in the file.
        after: a text for each target of its column, "" for nothing.
        clear: whether it was understood wholly.
    """

    before: str
    after: tuple[str, ...]
    clear: bool


@dataclass(frozen=True, slots=True)
class ColumnLook:
    """A column as it will be read, from its first filled cells.

    Args:
        samples: some different cells.
        unclear: texts that were not understood; ``unclear_count`` cells hold them.
        count: how many cells were looked at; ``fit`` of them were understood.
        order: for dates "ymd", "dmy" or "mdy", for phone numbers their country; ``shown`` the text that decided it.
        countries: those that phone numbers could be of, each with its name in the language in use.
        years: the counts of years that dates may use besides the usual one ("roc", "be").
        unsure: how many dates could be read the other way round, while nothing in the column tells day from month.
    """

    samples: tuple[Sample, ...]
    unclear: tuple[str, ...]
    unclear_count: int
    count: int
    order: str = ""
    shown: str = ""
    countries: tuple[tuple[str, str], ...] = ()
    years: tuple[str, ...] = ()
    unsure: int = 0

    @property
    def fit(self) -> int:
        """How many of the cells were understood."""
        return self.count - self.unclear_count


def read_anew(
    ws: Workspace, sheet: Sheet, kind: str | None = None, header_row: int | None = -1, *, leave: bool = False
) -> Proposal:
    """What a sheet holds when the user says its kind, or its header row (1-based, None for none, -1 to find it).

    Args:
        leave: whether rows and columns that are hidden are left out.
    """
    words = vocabulary(ws)
    if leave and header_row and header_row - 1 in sheet.hidden_rows:
        header_row = -1
    shown = hidden.shown(sheet) if leave else sheet
    layout = detect(shown, words, header_row)
    if (listed := kind_of(words.every, kind)) is not None:
        found = header_row == -1 or header_row == detect(shown, words).header_row
        layout = detect(shown, list_words(words, listed), -1 if found else header_row)
    return propose(sheet, words, kind, layout, leave=leave, today=ws.clock.today())


def left_out(proposal: Proposal) -> Proposal:
    """The proposal of a sheet that the user does not want to import."""
    return replace(proposal, kind=None, reason=_("You left it out."))


def skip_reason(code: str) -> str:
    """Why a row is no record, in the language in use."""
    return translate(_REASONS.get(code, code))


def field_of(types: Mapping[str, RecordType], kind: str | None, target: str) -> Field | None:
    """The field that a target names, None for notes of a sheet and the user's new fields."""
    if (listed := kind_of(types, kind)) is not None:
        return listed.field(types, target)
    record, name = record_of(types, kind), target
    if "." in target and not target.startswith(CUSTOM):
        owner, name = plain(target)[0].split(".", 1)
        record = types[owner]
    return record.field(name) if record.has(name) else None


def target_name(types: Mapping[str, RecordType], kind: str | None, targets: Sequence[str]) -> str:
    """What a person calls the fields that a column goes to, in the language in use."""
    return " + ".join(_one_name(types, kind, target) for target in targets) or _("Not imported")


def _one_name(types: Mapping[str, RecordType], kind: str | None, target: str) -> str:
    if target.startswith(CUSTOM):
        return target.removeprefix(CUSTOM)
    field = field_of(types, kind, target)
    if field is None:
        return _("Notes") if target == NOTES else target
    if kind == CUSTOMERS and target == "name":
        return _("Customer name")
    if kind == CUSTOMERS and target == "contact.name":
        return _("Contact’s name")
    if target in ("customer", "contact.customer"):
        return _(_COMPANY) if kind in KINDS else translate(types["customer"].label)
    if kind not in KINDS and target == "contact.name":
        return translate(types["contact"].label)
    if (number := plain(target)[1]) > 1:
        return _("Contact {number}: {field}").format(number=number, field=translate(field.label))
    if "." in target:
        owner = translate(types[target.split(".", 1)[0]].label)
        return _("{owner}: {field}").format(owner=owner, field=translate(field.label))
    return translate(field.label)


def targets(types: Mapping[str, RecordType], kind: str | None) -> list[tuple[str, list[str]]]:
    """All fields that a column of a sheet may go to, in groups: (the group's label, targets)."""
    if (listed := kind_of(types, kind)) is not None:
        return [(translate(record.label), names) for record, names in listed.groups(types)]
    groups = [(record_of(types, kind).name, "")]
    if kind == CUSTOMERS:
        groups += [("contact", "contact."), ("contact", "contact2."), ("contact", "contact3.")]
    elif kind == CONTACTS:
        groups.append(("customer", "customer."))
    found = []
    for record, prefix in groups:
        names = [
            f"{prefix}{field.name}" for field in types[record].fields
            if field.imported and not field.readonly and field.name != NOTES
            and f"{prefix}{field.name}" not in ("customer.name", "contact.is_primary", "contact2.customer", "contact3.customer")
        ]  # fmt: skip
        number = plain(f"{prefix}name")[1]
        label = translate(types[record].label)
        found.append((_("Contact {number}").format(number=number) if number > 1 else label, names))
    return found


def types_of(ws: Workspace) -> dict[str, RecordType]:
    """The record types that an import may fill."""
    return {one.name: one for one in ws.dictionary.types}


def kinds_of(ws: Workspace) -> list[tuple[str, str]]:
    """The kinds that a sheet may hold, each with its label in the language in use."""
    types = types_of(ws)
    return [
        (kind, translate(record_of(types, kind).label_plural)) for kind in (*KINDS, *(one.kind for one in kinds(types)))
    ]


def look(ws: Workspace, sheet: Sheet, proposal: Proposal, index: int, order: str = "", limit: int = 6) -> ColumnLook:
    """How a column will be read, from its first cells.

    Args:
        sheet: the sheet of the proposal.
        index: the column.
        order: how its days are read when the user says so.
        limit: how many samples and unclear texts to give.
    """
    types = types_of(ws)
    column = next(one for one in proposal.columns if one.index == index)
    context = Context(types, ws.region, ws.currency, orders={index: order} if order else {}, today=ws.clock.today())
    found, decided = outcomes(sheet, proposal, column, context, SAMPLED)
    samples: dict[str, Sample] = {}
    unclear: dict[str, None] = {}
    missed = 0
    for cell, outcome in found:
        clear = not outcome.note and not outcome.reason
        before = text(cell)
        if not clear:
            missed += 1
            unclear.setdefault(before)
        if before not in samples:
            held: dict[str, list[str]] = {}
            for target, value in outcome.values:
                field = field_of(types, proposal.kind, target)
                said = shown_values.show(field, value, currency=ws.currency) if field else str(as_text(value))
                said = ", ".join(one.name for one in value) if target == OTHERS else said
                held.setdefault(target, []).append(said)
            after = [" ".join(held.pop(target, [])) for target in column.targets]
            extra = [word for words in held.values() for word in words]
            extra += [phones.pretty(phone) for phone, _label in outcome.spare]
            if extra and after:
                after[-1] = ", ".join(part for part in (after[-1], *extra) if part)
            samples[before] = Sample(before, tuple(after), clear)
    told, shown, codes = (*decided.split("|"), "", "")[:3]
    countries = tuple((code, country_name(code)) for code in codes.split(",") if code)
    seen = _spread(list(samples.values()), limit)
    births = any(target.endswith("birthday") for target in column.targets)
    dates = [cell for cell, _outcome in found] if told and not countries else []
    years = calendars.ways(dates, column.header, births=births)
    dated = told and not countries and not shown and not order
    unsure = sum(_either_way(text(cell)) for cell, _outcome in found) if dated else 0
    return ColumnLook(seen, tuple(unclear)[:12], missed, len(found), told, shown, countries, years, unsure)


def _either_way(words: str) -> bool:
    """Whether day and month of a date could change places."""
    match = _SHORT_DAY.match(words)
    if match is None:
        return False
    first, second = int(match["first"]), int(match["second"])
    return first != second and max(first, second) <= _MONTHS


def _spread(samples: Sequence[Sample], limit: int) -> tuple[Sample, ...]:
    """Samples that show each way a column is read: those whose text changes first."""
    changed = [one for one in samples if one.clear and one.after != (one.before,)]
    same = [one for one in samples if one.clear and one.after == (one.before,)]
    return tuple(
        (changed[: limit - 1] + same + changed[limit - 1 :] + [one for one in samples if not one.clear])[:limit]
    )


def confidence(column: Column, wanted: Sequence[str]) -> float | None:
    """How sure it is that a column holds certain fields; None where nothing speaks for it."""
    if column.targets == tuple(wanted):
        return column.confidence
    return next((one.confidence for one in column.alternatives if one.targets == tuple(wanted)), None)


def changed_cells(book: Workbook, edits: Mapping[tuple[str, int, int], str]) -> Workbook:
    """A file with some cells changed by the user: (sheet, row as Excel numbers it, column) → text."""
    if not edits:
        return book
    sheets = []
    for sheet in book.sheets:
        mine = {
            (row - 1, column): None if blank(value) else value
            for (name, row, column), value in edits.items()
            if name == sheet.name
        }
        sheets.append(replace(sheet, rows=changed(sheet.rows, mine)) if mine else sheet)
    return replace(book, sheets=tuple(sheets))
