"""What a sheet holds: customers, contacts or products, or a list of other records."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
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
from app.transfer.grid import prefixes
from app.transfer.grid.foreign_ids import of_company
from app.transfer.grid.headers import Vocabulary
from app.transfer.grid.list_kinds import kind_of, kinds
from app.transfer.grid.sheets import Sheet
from app.transfer.layout import hidden
from app.transfer.layout.detecting import Layout

_OF_COMPANY = 0.9
"""How sure it is that a number in a list of persons is that of their company."""


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
    words = words.behind(prefixes.shared(shown.rows, words))
    if kind is None and layout is None and (mine := own_lists.propose_own(shown, words)) is not None:
        return replace(mine, hidden=hidden.of(sheet, taken=not leave))
    asked = _Asked(sheet, shown, words, kind, layout, leave, hint, today)
    return own_lists.without_computed(_propose(asked), words)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is asked of a sheet, as ``propose`` has it; ``shown`` is the part of the sheet that is taken."""

    sheet: Sheet
    shown: Sheet
    words: Vocabulary
    kind: str | None
    layout: Layout | None
    leave: bool
    hint: str
    today: date | None

    @property
    def told(self) -> bool:
        """Whether its reader or a hidden column says what the sheet holds."""
        return bool(self.sheet.kind) or self.sheet.origin is not None

    def table(self, kind: str | None) -> Proposal:
        """The sheet as one of customers, contacts or products."""
        return mapping.propose(self.sheet, self.words, kind, self.layout, leave=self.leave)


_BESIDES: tuple[Callable[[Proposal, _Asked], Proposal], ...] = (
    # Makes customers of what seemed to hold none: before those that ask for customers.
    lambda found, asked: cash_books.placed(found, lambda: asked.table(CUSTOMERS)),
    # Each of the others knows other headers, so none takes a column that another would.
    lambda found, asked: _with_companies(found),
    lambda found, asked: supplying.placed(found, asked.shown, asked.hint, asked.words.every["customer"].field("kind")),
    lambda found, asked: places_told.placed(found),
    lambda found, asked: births.placed(found),
    lambda found, asked: twins.placed(found),
    lambda found, asked: variants.placed(found, asked.shown),
    lambda found, asked: visits_told.placed(found, asked.shown, asked.today),
)
"""What is known of customers, contacts and products besides, once their columns are placed."""


def _propose(asked: _Asked) -> Proposal:
    sheet, shown, words, kind = asked.sheet, asked.shown, asked.words, asked.kind
    wanted = kind or sheet.kind or (_own(sheet.origin.kind, words) if sheet.origin is not None else None)
    listed = kind_of(words.every, wanted)
    found = asked.table(kind if listed is None else None)
    # The headers of a known program say more than words that may mean anything.
    if (known := _program_list(asked, wanted, found)) is not None:
        return known
    if listed is not None:
        return _as(found, propose_list(shown, words, listed, asked.layout, sort(shown, words, listed, asked.hint)))
    if kind is None and not sheet.kind and asked.layout is None:
        likelier = better(shown, words, found, asked.hint)
        if likelier is not None:
            return _as(found, likelier)
    for rule in () if asked.told else _BESIDES:
        found = rule(found, asked)
    return found


def _program_list(asked: _Asked, wanted: str | None, first: Proposal) -> Proposal | None:
    """The sheet as a known program's list of deals, quotes, activities or tasks; None when it is none, or not as wanted."""
    if asked.told or not first.layout.data:
        return None
    fields = {target.rpartition(".")[2] for one in first.columns if one.evidence.filled for target in one.targets}
    program = lists.recognise(first.layout.headers, fields if wanted is None else frozenset())
    kind = kind_of(asked.words.every, program.kind) if program is not None else None
    if program is None or kind is None or wanted not in (None, program.kind):
        return None
    return _as(first, propose_list(asked.shown, asked.words, kind, asked.layout or first.layout, program.sort, program))


def _with_companies(found: Proposal) -> Proposal:
    """A list of persons that says of which column a person's company is found by number."""
    if found.kind != CONTACTS or found.column_of("customer") is not None:
        return found
    reason = _("By this number the person's company is found; it is kept in the notes as well.")
    columns = tuple(
        replace(one, reason=reason, confidence=_OF_COMPANY) if one.labelled and of_company(one.header) else one
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
