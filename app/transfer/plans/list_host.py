"""What planning a list needs of the planner of the whole import, and of its rows."""

from __future__ import annotations

from collections.abc import Mapping, MutableSequence
from typing import Any, Protocol

from app.records.fields import RecordType
from app.transfer.converting.problems import Problem
from app.transfer.drafting.entries import Entry
from app.transfer.grid.list_kinds import ListKind
from app.transfer.plans.matching import CustomerIndex, Match
from app.transfer.plans.planned import Action, Book, Writes
from app.transfer.plans.write_modes import Policies

Held = tuple[str, str, dict[str, Any] | None, int]
"""A contact: its key, how it is reached, its values when it is new, and its id when it is in the book."""


class Row(Protocol):
    """A row of the plan in the making."""

    action: Action
    title: str
    match: Match | None
    problems: list[Problem]
    decision: str
    pending: bool
    policy: Policies


class Draft(Protocol):
    """A row as values."""

    number: int
    customer: dict[str, Any]
    contact: dict[str, Any]
    entry: Entry | None


class Host(Protocol):
    """The planner of the whole import, as lists use it."""

    book: Book
    types: Mapping[str, RecordType]
    mode: str
    undecided: str
    writes: Writes
    index: CustomerIndex
    customer_at: MutableSequence[int]
    own: set[int]
    products: dict[tuple[str, str], int | dict[str, Any]]
    later: list[tuple[Any, str, int, dict[str, Any]]]

    def people(self, ref: int) -> list[Held]:
        """The contacts of a customer."""

    def held_contact(self, ref: int, values: dict[str, Any]) -> Held | None:
        """The contact of a customer that these values are about."""

    def add_contact(self, ref: int, values: dict[str, Any], first: bool = False) -> None:
        """Make a contact."""

    def into(self, ref: int, values: dict[str, Any], row: Any, quiet: bool) -> None:
        """Fill what is empty in a customer."""

    def pause(self) -> None:
        """Stop when the user says so."""


def title_of(draft: Draft, kind: ListKind) -> str:
    """What the preview calls a row: its customer, and what its record is called."""
    values = draft.entry.values if draft.entry else {}
    said = str(values.get(kind.record.number or kind.record.title) or "").split("\n", 1)[0].strip()
    line = draft.entry.line if draft.entry else None
    if not said and line:
        said = str(line.get("name") or "")
    name = str(draft.customer.get("name") or "")
    return " · ".join(part for part in (name, said if len(said) <= 40 else said[:39] + "…") if part)
