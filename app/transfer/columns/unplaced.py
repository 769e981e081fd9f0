"""Columns that go to no field: before any is looked for, and where none is found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from app.shared.i18n import _
from app.transfer.columns.proposals import NOTES, Column
from app.transfer.grid.cells import letter
from app.transfer.grid.evidence import Evidence

LEFT_OUT, NOTED = 0.95, 0.4
"""How sure it is that a column holds nothing to import; and that one has no field, for the user knows better."""


def columns(seen: Iterable[tuple[int, str, Evidence]]) -> Iterator[Column]:
    """The columns of a sheet that go nowhere yet, from their places, their headers and what stands in them."""
    times: Counter[str] = Counter()
    for index, said, evidence in seen:
        header = said or letter(index)
        times[header] += 1
        key = header if times[header] == 1 else f"{header} ({times[header]})"
        yield Column(index, letter(index), header, key, (), evidence=evidence)


def empty(column: Column) -> Column:
    """A column without a filled cell."""
    return replace(column, reason=_("The column is empty."))


def numbering(column: Column) -> Column:
    """A column that only numbers the rows."""
    return replace(column, confidence=LEFT_OUT, reason=_("It numbers the rows."))


def noted(column: Column) -> Column:
    """A column whose text is kept in the notes."""
    reason = _("No field fits; its text goes to the notes with the header in front.")
    return replace(column, targets=(NOTES,), labelled=True, confidence=NOTED, reason=reason)
