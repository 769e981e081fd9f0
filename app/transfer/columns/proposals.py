"""What the mapper proposes for a sheet: plain frozen data that the window shows and changes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from app.transfer.columns.own_kinds import proposed
from app.transfer.grid.evidence import Evidence
from app.transfer.grid.scale import SAID
from app.transfer.layout.detecting import Layout
from app.transfer.layout.hidden import Hidden

CUSTOMERS, CONTACTS, PRODUCTS = "customers", "contacts", "products"
KINDS = (CUSTOMERS, CONTACTS, PRODUCTS)
RECORD_OF = {CUSTOMERS: "customer", CONTACTS: "contact", PRODUCTS: "product"}
NOTES = "notes"
CUSTOM = "custom:"
MEANT = 0.95
"""So sure a header must be that its column is the notes themselves."""
_ROBBED = 0.5
"""How sure it is where a column goes that lost its field to the user's choice for another."""
SUREST, TOLD, BY_LOOKS = 0.99, 0.97, 0.85
"""How sure a proposal is of a column: at the most; where the program that wrote the sheet tells of it; where what stands in it and
beside it does."""


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another field that a column could go to, with how sure that would be."""

    targets: tuple[str, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a sheet and where it goes.

    Args:
        index: its place, 0-based; ``letter`` as Excel names it.
        header: its header; the letter when it has none. ``key`` is the header made unique in the sheet ("Phone (2)").
        targets: the fields it goes to: none (not imported), one, or several for a column that is split. A contact's field in
            a sheet of customers is "contact.mobile", a customer's in one of contacts "customer.city"; "notes" keeps it as
            "header: value" (or as it is when the column is the notes), "custom:<label>" in a field of the user's own.
        part: for a name in several columns, which one this is: "given", "middle" or "family".
        confidence: how sure, 0 to 1.
        reason: why, in the language in use.
        alternatives: other fields, likeliest first.
        evidence: what stands in the column.
        labelled: whether its text goes to the notes with the header in front.
        words: values of a choice field that the user explained, each with the code that it means, "" for nothing, "+" for
            a new value.
        new_kind: of a new field of the user's own its kind, see ``own.KINDS``; "" for text.
        write: when it replaces what the book holds, see ``merging.WRITES``; "" as the whole import does.
        spare: whether it holds further values, which take the room that the main column of the field leaves.
        block: of a column of a crosstab in the notes, what the whole is called ("销售额 2023"); ``item`` its own name ("1月").
    """

    index: int
    letter: str
    header: str
    key: str
    targets: tuple[str, ...]
    part: str = ""
    confidence: float = 0.0
    reason: str = ""
    alternatives: tuple[Alternative, ...] = ()
    evidence: Evidence = field(default_factory=lambda: Evidence(0, 0))
    labelled: bool = False
    words: tuple[tuple[str, str], ...] = ()
    write: str = ""
    spare: bool = False
    block: str = ""
    item: str = ""
    new_kind: str = ""

    @property
    def target(self) -> str | None:
        """The first field it goes to, or None."""
        return self.targets[0] if self.targets else None


@dataclass(frozen=True, slots=True)
class Proposal:
    """What one sheet holds and where its columns go.

    Args:
        sheet: the sheet's name.
        layout: where its table is.
        kind: "customers", "contacts", "products", or None when it holds nothing that can be imported.
        reason: why it is that kind, or why it is none, in the language in use.
        columns: its columns from left to right.
        persons: whether its customers are persons, not companies.
        suppliers: whether its customers are suppliers.
        within: the name of the sheet in the file, where that holds several tables.
        hidden: what is hidden in its table, and whether that is taken.
        anew: whether its rows and columns are not those of the file, see ``Sheet``.
        program: the known program whose export it is, "" for none.
        sort: what a list of its kind is besides, see ``list_sorts``; "" for nothing.
    """

    sheet: str
    layout: Layout
    kind: str | None
    reason: str
    columns: tuple[Column, ...]
    persons: bool = False
    suppliers: bool = False
    within: str = ""
    hidden: Hidden = field(default_factory=Hidden)
    anew: bool = False
    program: str = ""
    sort: str = ""

    @property
    def title(self) -> str:
        """The name of the sheet in the file."""
        return self.within or self.sheet

    def mapping(self) -> dict[str, str | None]:
        """Each column's header with the field it goes to."""
        return {column.key: column.target for column in self.columns}

    def changed(self, index: int, targets: Iterable[str]) -> Proposal:
        """The proposal with one column sent elsewhere by the user; other columns with the same single field lose it."""
        wanted = tuple(targets)
        single = {target for target in wanted if target != NOTES and not target.startswith(CUSTOM)}
        columns = []
        for column in self.columns:
            if column.index == index:
                columns.append(
                    replace(
                        column,
                        targets=wanted,
                        confidence=1.0,
                        part="",
                        new_kind=proposed(column.evidence) if wanted and wanted[0].startswith(CUSTOM) else "",
                        spare=False,
                        labelled=wanted == (NOTES,) and not _is_notes(column),
                    )
                )
            elif single & set(column.targets) and not column.part and not column.spare:
                rest = tuple(target for target in column.targets if target not in single)
                columns.append(replace(column, targets=rest or (NOTES,), labelled=not rest, confidence=_ROBBED))
            else:
                columns.append(column)
        return replace(self, columns=tuple(columns))

    def column_of(self, target: str) -> Column | None:
        """The first column that goes to a field."""
        return next((column for column in self.columns if target in column.targets), None)


def _is_notes(column: Column) -> bool:
    return any(alternative.targets == (NOTES,) and alternative.confidence > SAID for alternative in column.alternatives)
