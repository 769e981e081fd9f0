"""What an import would do, row by row, before anything is written."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Mapping, MutableSequence, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import repeat
from operator import itemgetter
from typing import Any

from app.customers.alike import Known, known
from app.customers.joining import also_called
from app.records.fields import RecordType
from app.shared.collector import let_go
from app.shared.i18n import _, translate
from app.shared.names import person_key
from app.shared.packed import Packed, Places
from app.transfer.columns.proposals import CONTACTS, CUSTOM, PRODUCTS
from app.transfer.converting.problems import Problem
from app.transfer.drafting import merging
from app.transfer.drafting.rows import Draft
from app.transfer.grid.list_kinds import kind_of, kinds
from app.transfer.grid.stopping import heeding, pause, watched
from app.transfer.plans import product_rows
from app.transfer.plans.linking import places
from app.transfer.plans.list_planning import Lists
from app.transfer.plans.matching import CustomerIndex, Match
from app.transfer.plans.numbered import Numbers, in_turn
from app.transfer.plans.person_rows import (
    alike,
    alone,
    by_code,
    by_person,
    contact_key,
    own_numbers,
    placed,
    stood_for,
    without_theirs,
)
from app.transfer.plans.planned import (
    KEEP,
    LEAVE,
    MERGE,
    Action,
    Book,
    Decisions,
    Preferred,
    SheetDrafts,
    SheetPlan,
    Writes,
    doubt,
)
from app.transfer.plans.product_keys import several
from app.transfer.plans.row_states import RowState, planned_rows
from app.transfer.plans.settling import ALSO, Later, compare
from app.transfer.plans.write_modes import policies

_Contact = tuple[str, str, dict[str, Any] | None, int]
_NO_PROBLEMS: list[Problem] = []


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What an import would do.

    Args:
        sheets: each sheet with its rows.
        writes: what is written when it runs.
        sources, book, mode, undecided, decisions, types: what it was made from, so that it can be made anew.
        preferred: fields of a customer in which the user chose the row's value: (sheet's place, row) → names.
        seen: the newest operation of the book when it was looked at; None when the plan was made of no book.
    """

    sheets: tuple[SheetPlan, ...]
    writes: Writes
    sources: tuple[SheetDrafts, ...]
    book: Book
    types: Mapping[str, RecordType]
    mode: str = merging.UPDATE
    undecided: str = KEEP
    decisions: Decisions = field(default_factory=dict)
    preferred: Preferred = field(default_factory=dict)
    seen: int | None = None

    def final(self) -> ImportPlan:
        """The plan without what only another decision would need, which is a third of it."""
        return replace(self, sources=(), book=Book())


def plan(
    sources: Sequence[SheetDrafts], book: Book, types: Mapping[str, RecordType], mode: str = merging.UPDATE,
    decisions: Decisions | None = None, undecided: str = KEEP, cancelled: Callable[[], bool] | None = None,
    preferred: Preferred | None = None,
) -> ImportPlan:  # fmt: skip
    """Work out what happens with every row.

    Args:
        sources: the sheets with their drafts.
        book: what the book holds.
        types: the record types by name.
        mode: what happens with rows that are already there: "update", "overwrite", "skip" or "add".
        decisions: what the user said about single rows.
        undecided: what happens with rows that only look like others: "keep" adds them, "skip" leaves them out.
        cancelled: asked now and then whether to stop.
        preferred: fields in which the user chose the value of a row that is merged.
    """
    lists = any(kind_of(types, source.proposal.kind) is not None for source in sources)
    planner = _Planner(book, types, mode, dict(decisions or {}), undecided, lists)
    planner.preferred = dict(preferred or {})
    ranks = {None: 0, CONTACTS: 1} | {one.kind: 2 + at for at, one in enumerate(kinds(types))}
    # Of lists of one kind those come first that name the customer: others are lines of their records.
    order = sorted(range(len(sources)), key=lambda place: (
        rank := ranks.get(sources[place].proposal.kind, 0), rank > 1 and not sources[place].proposal.column_of("customer"), place
    ))  # fmt: skip
    chosen = dict(decisions or {}), dict(preferred or {})
    with heeding(cancelled):
        planner.survey(sources)
        for place in order:
            planner.sheet(place, sources[place])
        planner.settle()
        sheets = tuple(
            source.own.joined(planned, place, *chosen, mode, planner.writes) if source.own is not None else planned
            for place, source in enumerate(sources)
            for planned in (planner.planned(place, source),)
        )
    let_go(planner.index)
    return ImportPlan(sheets, planner.writes, tuple(sources), book, types, mode, undecided, *chosen)


class _Planner:
    def __init__(
        self, book: Book, types: Mapping[str, RecordType], mode: str, decisions: dict[tuple[int, int], str], undecided: str,
        lists: bool = False,
    ) -> None:  # fmt: skip
        self.book, self.types, self.mode, self.decisions = book, types, mode, decisions
        self.undecided = undecided
        self.preferred: dict[tuple[int, int], frozenset[str]] = {}
        self.listing = lists
        # Lists know the records that they link to by the very objects, so that these are not packed away.
        self.writes = Writes() if lists else Writes(customers=Packed(), contacts=Packed())
        self.rows: dict[int, list[RowState]] = {}
        self.index = CustomerIndex(book.rules)
        self.customer_at: MutableSequence[int] = array("q")
        self.contacts: dict[int, list[_Contact]] = {}
        self.fresh = Places()
        self.products: dict[tuple[str, str], int | dict[str, Any]] = dict(book.products)
        self.later: list[Later] = []
        self.seen: dict[int, list[Known | None]] = {}
        self.one: Known | None = None
        self.coded = False
        self.ref = -1
        self.own: set[int] = set()
        self.lists: Lists | None = None
        self.numbers = Numbers(book, {})

    pause = staticmethod(pause)

    def survey(self, sources: Iterable[SheetDrafts]) -> None:
        """Put the book's customers into the index, and learn which phones and e-mails many names share."""
        for place, source in enumerate(sources):
            if source.proposal.kind == PRODUCTS:
                continue
            where = f"{source.file}|{source.proposal.sheet}"
            self.seen[place] = [
                None
                if draft.fatal
                else known(draft.customer, draft.contact, row=draft.number, sheet=where, identity=draft.identity)
                for draft in watched(source.drafts)
            ]
        found = [one for seen in self.seen.values() for one in seen if one is not None]
        self.index.survey([*self.book.customers, *found], only=not self.listing)
        for one in watched(self.book.customers):
            self.index.add(one)
            self.customer_at.append(-one.book_id)
        self.numbers = Numbers(self.book, places(self.book.customers) if self.book.codes else {})

    def sheet(self, place: int, source: SheetDrafts) -> None:
        """Plan the rows of one sheet."""
        out: list[RowState] = []
        handle: Callable[[Any, Any, bool], None]
        handle = partial(product_rows.take, self) if source.proposal.kind == PRODUCTS else self._customer
        if (listed := kind_of(self.types, source.proposal.kind)) is not None:
            self.lists = self.lists or Lists(self, self.numbers.seen)
            handle = self.lists.taking(listed)
        contacts = source.proposal.kind == CONTACTS
        if source.proposal.kind == PRODUCTS:
            self.products |= several(draft.product for draft in source.drafts)
        self.numbers.sheet(source.proposal)
        policy = policies(source.proposal)
        known_of = self.seen.pop(place, None) or repeat(None)
        turn = in_turn(source.drafts, source.proposal)
        pairs: Iterable[tuple[Draft, Known | None]] = zip(watched(source.drafts), known_of, strict=False)
        if turn:
            held = list(pairs)
            pairs = (held[at] for at in turn)
        for draft, one in pairs:
            self.one, self.ref = one, -1
            decision = self.decisions.get((place, draft.number), "") if self.decisions else ""
            title = str(
                (draft.contact if contacts else draft.product or draft.customer).get("name")
                or draft.customer.get("name")
                or ""
            )
            title = one.name if one is not None and one.name == title else title
            row = RowState(
                draft.number, Action.PROBLEM, title, None, draft.problems or _NO_PROBLEMS, decision, policy=policy
            )
            if decision == MERGE:
                row.wanted = self.preferred.get((place, draft.number), row.wanted)
            if decision == LEAVE:
                row.action = Action.SKIP
            elif not draft.fatal:
                handle(draft, row, contacts)
                if self.ref >= 0 and not (contacts and alone(draft)):
                    self.numbers.row(draft, self.ref)
                    if not contacts and self.book.waiting:
                        self._awaited(draft, row, self.ref)
            out.append(row)
        self.rows[place] = [row for _at, row in sorted(zip(turn, out, strict=True), key=itemgetter(0))] if turn else out

    def _awaited(self, draft: Draft, row: RowState, ref: int) -> None:
        """Take persons of the book who waited for this customer in as its contacts."""
        for one in self.numbers.came(draft, row, ref):
            self.people(ref).append((person_key(one.name), one.reach, None, one.contact))
            row.action = Action.UPDATE if row.action is Action.DUPLICATE else row.action

    def _customer(self, draft: Draft, row: RowState, contacts: bool) -> None:
        match = row.match = self._matching(draft, row, contacts)
        if match is None or row.decision == KEEP or not (match.certain or row.decision == MERGE):
            self._new_customer(draft, row, match)
            return
        self.ref = match.ref
        if self.mode == merging.SKIP and row.decision != MERGE:
            row.action = Action.SKIP
            if contacts and draft.contact and not self.held_contact(match.ref, draft.contact):
                self.add_contact(match.ref, draft.contact)
                row.action = Action.CREATE
            return
        self._known_customer(draft, row, contacts)

    def _matching(self, draft: Draft, row: RowState, contacts: bool) -> Match | None:
        """The customer that a row is about: by its company's number, by its person, or by what tells customers apart."""
        one = self.one
        assert one is not None
        coded = by_code(draft, self.numbers, self.index) if contacts or draft.parent else None
        if contacts and coded is None and alone(draft):
            coded = by_person(draft, one, self.index, self.held_contact)
            if coded is None and draft.code:
                reason = _("No customer has this number; the person stands alone.")
                row.problems = [*row.problems, Problem(draft.number, self.numbers.header, draft.code, reason)]
        self.coded = coded is not None
        return coded or (self.index.find(one) if self.mode != merging.ADD or row.decision == MERGE else None)

    def _new_customer(self, draft: Draft, row: RowState, match: Match | None) -> None:
        """Add the customer of a row that is none of those there, as far as is known."""
        assert self.one is not None
        if match and not match.certain and not row.decision:
            row.pending = True
            if self.undecided == LEAVE:
                row.action = Action.SKIP
                return
            row.problems = [*row.problems, doubt(draft, match)]
        ref = self.ref = self.index.add(self.one)
        self.customer_at.append(len(self.writes.customers))
        self.writes.customers.append(draft.customer)
        row.action = Action.CREATE
        if draft.contact:
            self.add_contact(ref, draft.contact, first=True)
        for other in draft.others:
            self.add_contact(ref, other)

    def _known_customer(self, draft: Draft, row: RowState, contacts: bool) -> None:
        """Put what a row says into the customer that is there, and its persons below it."""
        one, ref = self.one, self.ref
        assert one is not None
        customer, contact = draft.customer, draft.contact
        if self.coded and alone(draft):
            customer, contact = placed(customer, contact)
        held = self.held_contact(ref, contact) if contact else None
        if contact and held is None:
            customer, contact = own_numbers(self.index.all[ref], customer, contact)
        elif held is not None and self.mode == merging.UPDATE and not row.policy:
            customer = without_theirs(held[1], customer)
        self.index.reach(ref, one)
        row.action = Action.DUPLICATE
        if row.match is not None and row.match.stood:
            customer, row.wanted = {"kind": "company", **customer}, stood_for(row.match, row.wanted)
        if customer:
            self.into(ref, customer, row, quiet=contacts or bool(draft.parent))
        if row.match is not None and row.match.stood:
            self.index.renamed(ref, one)
        if contact:
            self._person(held, contact, row, Action.CREATE if contacts or draft.parent else Action.UPDATE)
        for other in draft.others:
            added = Action.UPDATE if row.action is Action.DUPLICATE else row.action
            self._person(self.held_contact(ref, other), other, row, added)

    def _person(self, held: _Contact | None, contact: dict[str, Any], row: RowState, added: Action) -> None:
        """Put a person below a customer that is there; ``added``: what the row does if the person is new."""
        if held is None:
            self.add_contact(self.ref, contact)
            row.action = added
        elif held[2] is not None:
            self._join(held, contact)
        else:
            self.later.append((row, "contact", held[3], contact))

    def into(self, ref: int, values: dict[str, Any], row: RowState, quiet: bool) -> None:
        at = self.customer_at[ref]
        if at >= 0:
            fields = frozenset(values) if quiet else frozenset({"name", "kind", "created_on", "status"})
            held = self.writes.customers[at]
            if at not in self.own:
                self.own.add(at)
                held = dict(held)
            merging.join(held, values, self.label("customer"), fields, row.wanted)
            if "name" not in row.wanted:
                held.update(also_called(held, values.get("name")))
            self.writes.customers[at] = held
        else:
            given = {
                name: value
                for name, value in values.items()
                if not quiet or name in row.wanted or name not in ("name", "kind")
            }
            if values.get("name") != self.index.all[ref].name:
                given[ALSO] = values.get("name")
            self.later.append((row, "customer", -at, given))

    def label(self, kind: str) -> Callable[[str], str]:
        record = self.types[kind]
        return lambda name: (
            name.removeprefix(CUSTOM) if name.startswith(CUSTOM) else translate(record.field(name).label)
        )

    def people(self, ref: int) -> list[_Contact]:
        """The contacts of a customer of the index, those that the book holds first; of new ones with their place."""
        found = self.contacts.get(ref)
        if found is None:
            held = self.book.contacts.get(-self.customer_at[ref], ()) if self.customer_at[ref] < 0 else ()
            found = self.contacts[ref] = [(person_key(name), reach, None, number) for number, name, reach in held]
        for place in self.fresh.pop(ref):
            record = self.writes.contacts[place][1]
            found.append((*contact_key(record), record, place))
        return found

    def held_contact(self, ref: int, values: dict[str, Any]) -> _Contact | None:
        key, reach = contact_key(values)
        for held in self.people(ref):
            if (
                held[0] == key
                and (held[1] == reach or held[2] is None or self.mode == merging.OVERWRITE or alike(held[2], values))
            ) or (reach and held[1] == reach and (not key or not held[0] or key[:1] == held[0][:1])):
                return held
        return None

    def add_contact(self, ref: int, values: dict[str, Any], first: bool = False) -> None:
        record = dict(values)
        if first and "is_primary" not in record:
            record["is_primary"] = True
        self.fresh.add(ref, len(self.writes.contacts))
        self.writes.contacts.append((self.customer_at[ref], record))

    def _join(self, held: _Contact, values: dict[str, Any]) -> None:
        """Put a row's values into a new contact."""
        _key, _reach, record, place = held
        assert record is not None
        merging.join(record, values, self.label("contact"), frozenset({"name"}))
        self.writes.contacts[place] = (self.writes.contacts[place][0], record)

    def settle(self) -> None:
        """Compare the rows that are about records of the book with what those hold."""
        if self.lists:
            self.lists.settle()
        self.writes.ties |= self.numbers.ties(self.customer_at)
        self.writes.joins += [(person, self.customer_at[ref]) for person, ref in self.numbers.joins]
        compare(self.later, self.book, self.types, self.mode, self.writes)

    def planned(self, place: int, source: SheetDrafts) -> SheetPlan:
        """The plan of one sheet."""
        return SheetPlan(source.file, source.proposal, planned_rows(self.rows.pop(place)), source.orders)
