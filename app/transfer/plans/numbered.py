"""What rows say of each other by the numbers of other programs: whose customer a number is, who is above, who waited for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from app.records import queries
from app.records.workspace import Workspace
from app.shared.i18n import _
from app.transfer.columns import column_signs
from app.transfer.columns.column_signs import is_identity
from app.transfer.columns.proposals import CONTACTS, CUSTOMERS, Proposal
from app.transfer.converting.problems import Problem
from app.transfer.drafting import list_book
from app.transfer.drafting.rows import Draft
from app.transfer.grid.folding import fold
from app.transfer.grid.foreign_ids import Codes, key, of_company, of_parent, strong
from app.transfer.plans.planned import Book, Waiting

if TYPE_CHECKING:
    from app.transfer.plans.row_states import RowState

_LINKS = ("parent_company", "introduced_by")


def waiting(ws: Workspace) -> dict[str, list[Waiting]]:
    """The persons of the book who wait for their company, by the key of its number."""
    alone = {
        number: name for number, name, kind in queries.columns(ws, "customer", ("name", "kind")) if kind == "person"
    }
    if not alone:
        return {}
    found: dict[str, list[Waiting]] = {}
    several: set[int] = set()
    fields = ("customer", "name", "mobile", "phone", "email", "notes")
    people: dict[int, list[tuple[str, Waiting]]] = {}
    for number, customer, name, mobile, phone, email, notes in queries.columns(ws, "contact", fields):
        if customer not in alone:
            continue
        if customer in people:
            several.add(customer)
        told = people[customer] = []
        if name == alone[customer]:
            reach = mobile or phone or (email or "").casefold()
            for header, code in list_book.lines(notes, of_company):
                told.append((code, Waiting(customer, number, name, reach, header)))
    for customer, told in people.items():
        for code, one in told if customer not in several else ():
            found.setdefault(key(code), []).append(one)
    return found


def of_others(proposal: Proposal) -> bool:
    """Whether rows of a sheet may tell the number of a company that they belong to."""
    if proposal.kind == CONTACTS:
        return any(column_signs.of_company(column, proposal) for column in proposal.columns)
    return proposal.kind == CUSTOMERS and any(of_parent(column.header) for column in proposal.columns)


def awaited(proposals: Iterable[Proposal]) -> bool:
    """Whether a sheet tells the numbers of companies for which persons may wait."""
    return any(
        one.kind == CUSTOMERS and any(column.evidence.filled and is_identity(column) for column in one.columns)
        for one in proposals
    )


class Numbers:
    """The numbers of customers, learnt while rows are planned.

    Attributes:
        codes: those of companies; ``seen`` each number of this import with the place of its customer.
        header: of the column in which the persons of the present sheet name their companies.
    """

    def __init__(self, book: Book, at: Mapping[int, int]) -> None:
        held = {told: [at[number] for number in ids if number in at] for told, ids in book.codes.items()}
        self.codes = Codes(held)
        self.seen: list[tuple[str, int]] = []
        self.header = ""
        self._waiting = dict(book.waiting)
        self._own: frozenset[str] = frozenset()
        self._links: tuple[str, ...] = ()
        self._above: list[tuple[int, str, str]] = []
        self.joins: list[tuple[int, int]] = []

    def sheet(self, proposal: Proposal) -> None:
        """Begin a sheet."""
        self.header = next((one.header for one in proposal.columns if of_company(one.header)), "")
        self._own = frozenset(fold(one.header) for one in proposal.columns)
        self._links = tuple(name for name in _LINKS if proposal.kind == CUSTOMERS and proposal.column_of(name))

    def row(self, draft: Draft, ref: int) -> None:
        """Learn the numbers of a row whose customer is at a place of the index, and which others it names by theirs."""
        for number in draft.numbers:
            self.seen.append((number, ref))
            self.codes.learn(number, ref)
        if draft.above and not draft.contact:
            self._above.append((ref, "parent_company", draft.above))
        for name in self._links:
            if isinstance(said := draft.customer.get(name), str) and not draft.above:
                self._above.append((ref, name, said))

    def came(self, draft: Draft, row: RowState, ref: int) -> Iterator[Waiting]:
        """The persons who waited for a row's company; they become its contacts, and it is told."""
        for number in draft.numbers if self._waiting else ():
            left = []
            for one in self._waiting.get(key(number), ()):
                if not strong(number) and fold(one.header) not in self._own:
                    left.append(one)
                    continue
                self.joins.append((one.customer, ref))
                reason = _("“{name}” came earlier with this number and becomes a contact of it.").format(name=one.name)
                row.problems = [*row.problems, Problem(draft.number, "", number, reason)]
                yield one
            self._waiting[key(number)] = left

    def ties(self, places: Sequence[int]) -> dict[tuple[int, str], int]:
        """Links between customers that their numbers tell: (place, field) → place; places are those of what is written."""
        found: dict[tuple[int, str], int] = {}
        for ref, name, code in self._above:
            refs = self.codes.find(code) - {ref}
            if len(refs) == 1:
                found[places[ref], name] = places[refs.pop()]
        return found


def in_turn(drafts: Sequence[Draft], proposal: Proposal) -> list[int]:
    """The order in which rows are planned where persons stand among companies and name them by number: they come after these.

    Returns:
        The places of the rows; empty for their own order.
    """
    if proposal.kind != CUSTOMERS or not any(of_parent(one.header) for one in proposal.columns):
        return []
    later = {at for at, one in enumerate(drafts) if one.above and one.parent}
    return [*(at for at in range(len(drafts)) if at not in later), *sorted(later)] if later else []
