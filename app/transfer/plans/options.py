"""How to import, as the user or a script says it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.transfer.drafting.merging import UPDATE
from app.transfer.layout.hidden import TAKE
from app.transfer.plans.planned import KEEP, Decisions, Preferred

BOOK, FILE = "book", "file"
"""Which side holds where both were changed."""


@dataclass(frozen=True, slots=True)
class Options:
    """How to import.

    Args:
        sheet: only the sheet of this name; every sheet that holds records when "".
        kind: the kind of its records when the user says so: "customers", "contacts", "products" or that of a list.
        on_duplicate: "update", "overwrite", "skip" or "add".
        undecided: "keep" adds rows that only look like others, "skip" leaves them out.
        decisions: what the user said about rows: (sheet's place in the plan, row) → "merge", "keep" or "skip".
        preferred: fields in which the user chose the side of a row: (sheet's place, row) → names, see ``write_modes``.
        orders: how columns of dates and phones are read: sheet's place → column → "ymd", "dmy", "mdy" … or a country.
        match: by which rules records are found, see ``match_rules``; None for those of the book.
        hidden: "take" or "leave", for rows and columns that are hidden.
        conflicts: which side holds where a cell was edited in a sheet that Kebu wrote and the book's value was changed as
            well since: "book" or "file".
        removed: whether records whose rows were taken out of such a sheet are left ("keep") or deleted ("delete").
    """

    sheet: str = ""
    kind: str = ""
    on_duplicate: str = UPDATE
    undecided: str = KEEP
    decisions: Decisions = field(default_factory=dict)
    preferred: Preferred = field(default_factory=dict)
    orders: Mapping[int, Mapping[int, str]] = field(default_factory=dict)
    match: tuple[str, ...] | None = None
    hidden: str = TAKE
    conflicts: str = BOOK
    removed: str = KEEP
