"""What a plan of an import is made of: its rows and sheets, what is to be written, and what the book holds."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from app.customers.alike import Known
from app.shared.i18n import _
from app.shared.packed import Packed
from app.transfer.columns.proposals import Proposal
from app.transfer.converting.problems import Problem
from app.transfer.drafting.entries import Facts, NewEntry
from app.transfer.drafting.rows import Draft
from app.transfer.plans.match_rules import DEFAULT
from app.transfer.plans.matching import Match

if TYPE_CHECKING:
    from app.transfer.plans.book_restore import Restoration
    from app.transfer.plans.round_trip import Change

MERGE, KEEP, LEAVE = "merge", "keep", "skip"
"""What can be decided about a row that may be a double."""
Decisions = Mapping[tuple[int, int], str]
Preferred = Mapping[tuple[int, int], frozenset[str]]


class Action(StrEnum):
    """What happens with a row."""

    CREATE = "create"
    UPDATE = "update"
    DUPLICATE = "duplicate"
    SKIP = "skip"
    PROBLEM = "problem"


class PlannedRow(NamedTuple):
    """One data row and what happens with it.

    Args:
        number: the row as Excel numbers it.
        action: what happens with it.
        title: the name in it.
        match: the record or row that it is like, or None.
        problems: cells that do not fit; with a fatal one it is not imported.
        decision: what the user said: "merge", "keep" (both), "skip", or "".
        pending: whether it only looks like another, and nobody has decided.
    """

    number: int
    action: Action
    title: str
    match: Match | None = None
    problems: tuple[Problem, ...] = ()
    decision: str = ""
    pending: bool = False


def doubt(draft: Draft, match: Match) -> Problem:
    """What is told of a row that only looks like another."""
    where = _("row {row}").format(row=match.row) if match.row else _("the book")
    reason = _("It may be the same as “{name}” in {where}: {reason}, names {score}% alike.").format(
        name=match.title, where=where, reason=match.reason, score=match.score
    )
    return Problem(draft.number, "", str(draft.customer.get("name") or ""), reason)


def already_there(number: int, title: str) -> Match:
    """What tells of a row that is about a record of the book which is no customer."""
    return Match(number, 0, title, _("Already there"), certain=True, score=100, ref=0)


@dataclass(frozen=True, slots=True)
class SheetDrafts:
    """One sheet made ready for planning: where it comes from, what was proposed, and its rows as values.

    ``own`` knows the rows of a sheet that Kebu wrote; only those that someone added are drafts then.
    """

    file: str
    proposal: Proposal
    drafts: Sequence[Draft]
    orders: Mapping[str, str] = field(default_factory=dict)
    own: Own | None = None


class Own(Protocol):
    """A sheet that Kebu wrote, coming back."""

    def wants(self, number: int) -> bool:
        """Whether a row, as Excel numbers it, goes through the usual import."""

    def joined(
        self, plan: SheetPlan, place: int, decisions: Decisions, preferred: Preferred, mode: str, writes: Writes
    ) -> SheetPlan:
        """The plan of the sheet with the rows that the usual import left out; what they write is put into ``writes``."""


@dataclass(frozen=True, slots=True)
class SheetPlan:
    """What happens with one sheet. ``orders`` tells for each date column how its days are read ("dmy|28/10/2007").

    ``changes`` are the cells that were edited in a sheet that Kebu wrote, ``notes`` what is to be told of its columns,
    ``removed`` the records whose rows were taken out of it.
    """

    file: str
    proposal: Proposal
    rows: Sequence[PlannedRow]
    orders: Mapping[str, str]
    changes: tuple[Change, ...] = ()
    notes: tuple[Problem, ...] = ()
    removed: tuple[Removed, ...] = ()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All problems in the order of the rows."""
        return self.notes + tuple(problem for row in self.rows for problem in row.problems)


@dataclass(frozen=True, slots=True)
class Removed:
    """A record whose row was taken out of a sheet that Kebu wrote; it stays in the book unless ``deleted``."""

    id: int
    title: str
    deleted: bool = False


@dataclass(slots=True)
class Writes:
    """What is to be written. Contacts name their customer by its place among the new ones, or by -id when it is in the book.

    ``entries`` are the records of lists, by kind; ``ties`` the links between customers that numbers tell, by customer and
    field; ``joins`` the persons of the book (customers of their own) who become contacts, each with their customer.
    """

    customers: list[dict[str, Any]] | Packed[dict[str, Any]] = field(default_factory=list)
    contacts: list[tuple[int, dict[str, Any]]] | Packed[tuple[int, dict[str, Any]]] = field(default_factory=list)
    products: list[dict[str, Any]] = field(default_factory=list)
    updates: dict[str, dict[int, dict[str, Any]]] = field(default_factory=lambda: defaultdict(dict))
    deletes: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    entries: dict[str, list[NewEntry]] = field(default_factory=dict)
    ties: dict[tuple[int, str], int] = field(default_factory=dict)
    joins: list[tuple[int, int]] = field(default_factory=list)
    restore: Restoration | None = None

    def __bool__(self) -> bool:
        made = self.customers or self.contacts or self.products or self.entries or self.joins
        return bool(self.restore or made or any(self.updates.values()) or any(self.deletes.values()))

    @property
    def made(self) -> Counter[str]:
        """How many new records of each kind there are."""
        restored = self.restore.made if self.restore is not None else {}
        found = {"customer": len(self.customers), "contact": len(self.contacts), "product": len(self.products)}
        return Counter(found) + Counter({kind: len(rows) for kind, rows in self.entries.items()}) + Counter(restored)

    def clear(self) -> None:
        """Let all records go."""
        empty = Writes()
        for one in fields(self):
            setattr(self, one.name, getattr(empty, one.name))


@dataclass(frozen=True, slots=True)
class Waiting:
    """A person of the book who came before the company and stands as a customer of its own.

    Args:
        customer, contact: the ids of both records of the person.
        name, reach: of the contact, as contacts are compared.
        header: what the number of the company stood under.
    """

    customer: int
    contact: int
    name: str
    reach: str
    header: str


@dataclass(frozen=True, slots=True)
class Book:
    """What the book already holds, as matching needs it.

    Args:
        customers: the customers; ``contacts`` of each by its id: (contact's id, name, phone or e-mail).
        products: the ids of products by what two rows of the same product share.
        fetch: the values of records by kind, ids and names of fields.
        rules: by which records are found, see ``match_rules``.
        lists: what lists of other records are compared with; ``today`` the day of the import.
        codes: the ids of customers by the folded header and the key of a number that another program gave them.
        waiting: by the key of its number, the persons who came before their company.
    """

    customers: Sequence[Known] = ()
    contacts: Mapping[int, Sequence[tuple[int, str, str]]] = field(default_factory=dict)
    products: Mapping[tuple[str, str], int] = field(default_factory=dict)
    fetch: Callable[[str, list[int], Collection[str]], dict[int, Mapping[str, Any]]] = lambda kind, ids, names: {}
    rules: Sequence[str] = DEFAULT
    lists: Facts = field(default_factory=Facts)
    today: date = date.max
    codes: Mapping[tuple[str, str], Sequence[int]] = field(default_factory=dict)
    waiting: Mapping[str, list[Waiting]] = field(default_factory=dict)
