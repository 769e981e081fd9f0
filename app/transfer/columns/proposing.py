"""What a sheet holds: customers, contacts or products, or a list of other records."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.shared.i18n import _
from app.transfer.columns import (
    births,
    cash_books,
    mapping,
    own_lists,
    places_told,
    supplying,
    twins,
    variants,
    visits_told,
)
from app.transfer.columns.list_choice import better, sort
from app.transfer.columns.list_mapping import propose_list
from app.transfer.columns.programs import lists
from app.transfer.columns.proposals import CONTACTS, CUSTOMERS, Proposal
from app.transfer.grid.foreign_ids import of_company
from app.transfer.grid.headers import Vocabulary
from app.transfer.grid.list_kinds import kind_of, kinds
from app.transfer.grid.sheets import Sheet
from app.transfer.layout import hidden
from app.transfer.layout.detecting import Layout


def propose(
    sheet: Sheet, words: Vocabulary, kind: str | None = None, layout: Layout | None = None, *, leave: bool = False,
    hint: str = "", today: date | None = None,
) -> Proposal:  # fmt: skip
    """Say what a sheet holds and where its columns go.

    Args:
        sheet: the sheet as read.
        words: what headers may mean.
        kind: the kind of its records if the user says so.
        layout: where its table is, if known.
        leave: whether rows and columns that are hidden are left out.
        hint: what else tells of the sheet, such as the name of its file.
        today: the day of the import; None when it is not known.
    """
    shown = hidden.shown(sheet) if leave else sheet
    if kind is None and layout is None and (mine := own_lists.propose_own(shown, words)) is not None:
        return replace(mine, hidden=hidden.of(sheet, taken=not leave))
    found = _propose(sheet, shown, words, kind, layout, leave, hint)
    if not sheet.kind and sheet.origin is None:
        found = visits_told.placed(found, shown, today)
    return own_lists.without_computed(found, words)


def _propose(
    sheet: Sheet, shown: Sheet, words: Vocabulary, kind: str | None, layout: Layout | None, leave: bool, hint: str
) -> Proposal:
    wanted = kind or sheet.kind or (_own(sheet.origin.kind, words) if sheet.origin is not None else None)
    listed = kind_of(words.every, wanted)
    first = mapping.propose(sheet, words, kind if listed is None else None, layout, leave=leave)
    if (known := _program_list(shown, words, wanted, first, layout)) is not None:
        return known
    if listed is not None:
        return _as(first, propose_list(shown, words, listed, layout, sort(shown, words, listed, hint)))
    found = better(shown, words, first, hint) if kind is None and not sheet.kind and layout is None else None
    if found is not None:
        return _as(first, found)
    if sheet.kind or sheet.origin is not None:
        return first
    first = cash_books.placed(first, lambda: mapping.propose(sheet, words, CUSTOMERS, layout, leave=leave))
    told = supplying.placed(_with_companies(first), shown, hint, words.every["customer"].field("kind"))
    return variants.placed(twins.placed(births.placed(places_told.placed(told))), shown)


def _program_list(
    sheet: Sheet, words: Vocabulary, wanted: str | None, first: Proposal, layout: Layout | None
) -> Proposal | None:
    """The sheet as a known program's list of deals, quotes, activities or tasks; None when it is none, or not as wanted."""
    if sheet.kind or sheet.origin is not None or not first.layout.data:
        return None
    program = lists.recognise(first.layout.headers)
    kind = kind_of(words.every, program.kind) if program is not None else None
    if program is None or kind is None or wanted not in (None, program.kind):
        return None
    return _as(first, propose_list(sheet, words, kind, layout or first.layout, program.sort, program))


def _with_companies(found: Proposal) -> Proposal:
    """A list of persons that says of which column a person's company is found by number."""
    if found.kind != CONTACTS or found.column_of("customer") is not None:
        return found
    reason = _("By this number the person's company is found; it is kept in the notes as well.")
    columns = tuple(
        replace(one, reason=reason, confidence=0.9) if one.labelled and of_company(one.header) else one
        for one in found.columns
    )
    return replace(found, columns=columns)


def _own(name: str, words: Vocabulary) -> str | None:
    """The kind of a sheet that Kebu wrote; lines come in as what they are lines of."""
    owner = next(
        (one.record for one in kinds(words.every) if one.line is not None and one.line.name == name),
        words.every.get(name),
    )
    return owner.plural if owner is not None else None


def _as(first: Proposal, found: Proposal) -> Proposal:
    """A proposal of a list with what was seen of the sheet itself."""
    return replace(
        first, layout=found.layout, kind=found.kind, reason=found.reason, columns=found.columns, persons=False, suppliers=False,
        sort=found.sort, program=found.program or first.program,
    )  # fmt: skip
