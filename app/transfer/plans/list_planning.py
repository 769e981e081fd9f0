"""What happens with each row of a list: its customer found or made, its record found again or made, its links set."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from app.customers.alike import known
from app.shared.i18n import _, translate
from app.transfer.converting.problems import Problem
from app.transfer.drafting import list_quotes, merging
from app.transfer.drafting.entries import Entry, Key, NewEntry, Ref
from app.transfer.drafting.list_keys import key
from app.transfer.grid.folding import fold_number
from app.transfer.grid.list_kinds import CONTACT, CONTRACT, CUSTOMER, POSITION, SAID, TOTAL, ListKind
from app.transfer.grid.stopping import watched
from app.transfer.plans import linking, list_days
from app.transfer.plans.called import apart, meant
from app.transfer.plans.list_days import Days
from app.transfer.plans.list_host import Draft, Held, Host, Row, title_of
from app.transfer.plans.planned import KEEP, LEAVE, MERGE, Action
from app.transfer.plans.product_keys import product_keys
from app.transfer.plans.same_sale import Sales


class Lists:
    """Plans the rows of lists. It is made when the first list is planned, after all customers and contacts."""

    def __init__(self, host: Host, codes: Iterable[tuple[str, int]] = ()) -> None:
        self.host = host
        facts = host.book.lists
        self.linker = linking.Linker(host.index, facts, linking.places(host.book.customers))
        self.held: dict[str, dict[Key, int]] = {kind: dict(known) for kind, known in facts.entries.items()}
        self._dayless: dict[str, dict[Key, int]] = {}
        self.fresh: dict[str, dict[Key, dict[str, Any]]] = {}
        self.made: dict[int, tuple[Entry, int]] = {}
        self.titles: dict[str, dict[str, list[int]]] = {
            kind: {title: [-one for one in ids] for title, ids in known.items()} for kind, known in facts.titles.items()
        }
        self.rows: dict[int, Row] = {}
        self.days = Days(host, self)
        self.sales = Sales(host, facts.sales)
        for code, ref in codes:
            self.linker.coded(code, ref)
        for ref, at in enumerate(watched(host.customer_at)):
            if at >= 0 and (name := host.writes.customers[at].get("short_name")):
                self.linker.shortened(str(name), ref)
        self._contacts: dict[int, int] = {}
        self._products: dict[int, int] = {}
        self._seen_contacts = 0

    def taking(self, kind: ListKind) -> Callable[[Draft, Row, bool], None]:
        """What plans the rows of one sheet that lists one kind of record."""
        self.sales.sheet += 1
        return lambda draft, row, _contacts: self.take(draft, row, kind)

    def settle(self) -> None:
        """Let what is written about customers change their days."""
        self.days.settle()

    def known(self, kind: ListKind, values: Mapping[str, Any], at: int) -> bool:
        """Whether a record is in the book, or on its way."""
        mark, name = key(kind, values, at), kind.record.name
        return mark is not None and (mark in self.held.get(name, {}) or mark in self.fresh.get(name, {}))

    def take(self, draft: Draft, row: Row, kind: ListKind) -> None:
        """Plan one row that can be imported."""
        entry = draft.entry
        assert entry is not None
        row.title = title_of(draft, kind)
        self.rows[id(entry)] = row
        if entry.head is not None:
            self._follow(entry.head, row, draft.number)
            return
        self._dated(draft, row, kind, entry)
        list_days.not_ahead(entry, self.host.book.today)
        owner, stop = self._owner(draft, row, kind)
        if stop:
            return
        at = self.host.customer_at[owner] if owner is not None else None
        if self._again(draft, row, kind, entry, at):
            return
        if owner is None and (draft.customer.get("name") or draft.contact) and kind.owner:
            owner = self._new_customer(draft, row)
            at = self.host.customer_at[owner]
        links = dict(self._links(draft, row, kind, entry, owner))
        if row.action is Action.PROBLEM and any(problem.fatal for problem in row.problems):
            return
        self.write(kind, entry, links, at)
        if owner is not None:
            self._people(kind, (*self._persons(draft, kind, owner)[1:], *entry.people), owner)
        row.action = Action.CREATE
        if owner is not None:
            self._fill(owner, draft, row)
            self.days.step(kind, entry, at, links)

    def _follow(self, head: Entry, row: Row, number: int) -> None:
        first = self.rows.get(id(head))
        if first is None or first.action is Action.PROBLEM:
            reason = _("The first row of its record is not imported.")
            row.problems = [*row.problems, Problem(number, "", "", reason, fatal=True)]
            return
        row.action, row.match = first.action, first.match

    def _dated(self, draft: Draft, row: Row, kind: ListKind, entry: Entry) -> None:
        """Say that a record without a day has that of the import, see ``list_days.dated``."""
        moment = kind.moment
        if moment and moment.required and kind.line is not None and entry.values.get(moment.name) is None:
            reason = _("There is no day; that of the import is taken.")
            row.problems = [*row.problems, Problem(draft.number, translate(moment.label), "", reason)]

    def _owner(self, draft: Draft, row: Row, kind: ListKind) -> tuple[int | None, bool]:
        """The customer's place in the index, or None when it is to be made or there is none; and whether the row ends here."""
        if not kind.owner or not (draft.customer or draft.contact):
            return None, False
        found = self.linker.find(draft.customer, draft.contact, self.host.pause)
        name = str(draft.customer.get("name") or "")
        if found.ref is not None:
            return found.ref, False
        if found.like is not None:
            row.match = found.like
            if row.decision == MERGE:
                self.linker.choose(name, found.like.ref)
                return found.like.ref, False
            if found.several and row.decision != KEEP:
                row.pending = not row.decision
                self._stop(
                    draft,
                    row,
                    _("{count} customers are called “{name}”; say which by a phone, a city or a number.").format(
                        count=found.several, name=name
                    ),
                )
                return None, True
            if not row.decision:
                row.pending = True
                if self.host.undecided == LEAVE:
                    row.action = Action.SKIP
                    return None, True
                reason = _("“{name}” is not in the book; perhaps it is “{like}”. It is added.").format(
                    name=name, like=found.like.title
                )
                row.problems = [*row.problems, Problem(draft.number, "", name, reason, found.like.title)]
            return None, False
        if not name and not (kind.owned and not found.several and linking.called_by_reach(draft.customer)):
            if kind.owned or found.several:
                self._stop(
                    draft,
                    row,
                    _("The book has no customer with this number or phone.")
                    if not found.several
                    else _("Several customers have this phone."),
                )
                return None, True
            draft.customer.clear()
        return None, False

    @staticmethod
    def _stop(draft: Draft, row: Row, reason: str) -> None:
        row.problems = [
            *row.problems,
            Problem(draft.number, "", str(draft.customer.get("name") or ""), reason, fatal=True),
        ]
        row.action = Action.PROBLEM

    def _new_customer(self, draft: Draft, row: Row) -> int:
        host = self.host
        has = host.types[CUSTOMER].has
        values = {name: value for name, value in draft.customer.items() if has(name)}
        if (said := draft.customer.get(SAID)) and not has("code"):
            values["notes"] = "\n".join(filter(None, (values.get("notes"), said)))
        ref = host.index.add(known(values, draft.contact, row=draft.number))
        host.customer_at.append(len(host.writes.customers))
        host.writes.customers.append(values)
        if code := str(draft.customer.get("code") or ""):
            self.linker.coded(code, ref)
        if row.decision == KEEP:
            self.linker.choose(str(values.get("name") or ""), ref)
        if not any(problem.value == values.get("name") and not problem.fatal for problem in row.problems):
            reason = _("“{name}” is not in the book; it is added as a customer.").format(name=values.get("name"))
            row.problems = [*row.problems, Problem(draft.number, "", str(values.get("name") or ""), reason)]
        return ref

    def _again(self, draft: Draft, row: Row, kind: ListKind, entry: Entry, at: int | None) -> bool:
        """Whether the row's record is there already, in the book or further up."""
        name, number = kind.record.name, entry.values.get(kind.record.number)
        mark = key(kind, entry.values, at if at is not None else f"new:{draft.customer.get('name') or ''}")
        there = list_days.held(self.held.get(name, {}), self._dayless.setdefault(name, {}), mark)
        fresh = self.fresh.setdefault(name, {}).get(mark) if mark else None
        if mark is None or (there is None and fresh is None):
            return self._same_sale(draft, row, kind, entry, at)
        if mark[0] == "number" and self._another(draft, kind, name, there, fresh, at):
            self._stop(draft, row, _("The number {number} belongs to another customer.").format(number=number))
            return True
        if self.host.mode == merging.ADD:
            if mark[0] == "number":
                self._stop(draft, row, _("The number {number} is taken.").format(number=number))
            return mark[0] == "number"
        if fresh is not None and self._more_lines(draft, row, kind, entry, fresh):
            return True
        if self.host.mode == merging.SKIP:
            row.action = Action.SKIP
            return True
        row.action = Action.DUPLICATE
        if fresh is not None:
            fresh.update(merging.changes(fresh, entry.values, False))
        elif there is not None and kind.record.has(CONTRACT):
            self.sales.fill(row, kind, entry, there)
        elif there is not None and kind.line is None:
            self.host.later.append((row, name, there, dict(entry.values)))
        return True

    def _same_sale(self, draft: Draft, row: Row, kind: ListKind, entry: Entry, at: int | None) -> bool:
        """Whether another list told of the same sale, which takes what this row tells of it."""
        if at is None or self.host.mode == merging.ADD:
            return False
        found = self.sales.same(draft, row, kind, entry, at)
        if found is None or self.host.mode == merging.SKIP:
            return row.action is Action.DUPLICATE
        if not found.id and list_quotes.near(found.values.get(TOTAL), entry.values.get(TOTAL)):
            self._more_lines(draft, row, kind, entry, found.values)
        self.sales.fill(row, kind, entry, found.id, found)
        return True

    def _another(
        self, draft: Draft, kind: ListKind, name: str, there: int | None, fresh: dict[str, Any] | None, at: int | None
    ) -> bool:
        """Whether the record with this number is of another customer than the row names."""
        if at is None and not draft.customer.get("name"):
            return False
        if there is not None:
            held = self.host.book.lists.owners.get((name, there))
            return held is not None and (at is None or held != -at)
        entry, place = self.made.get(id(fresh), (None, -1))
        owner = self.host.writes.entries[name][place].links.get(kind.owner) if entry is not None else None
        return owner is not None and (at is None or owner[1] != at)

    def _more_lines(self, draft: Draft, row: Row, kind: ListKind, entry: Entry, fresh: dict[str, Any]) -> bool:
        """Whether the row is the first line of a new record that has none yet, such as one of another sheet."""
        head, place = self.made.get(id(fresh), (entry, -1))
        if kind.line is None or place < 0 or not entry.lines or entry.whole or (head.lines and not head.whole):
            return False
        written = self.host.writes.entries[kind.line.name]
        made: Ref = (kind.record.name, place)
        written[:] = [line for line in written if line.links.get(kind.line.parent) != made]
        if kind.record.name == list_quotes.QUOTE and (reason := list_quotes.with_lines(fresh, head, entry.lines)):
            row.problems = [*row.problems, Problem(draft.number, "", "", reason)]
        head.lines = entry.lines
        self._lines(kind, entry, made)
        row.action = Action.CREATE
        return True

    def _links(
        self, draft: Draft, row: Row, kind: ListKind, entry: Entry, owner: int | None
    ) -> Iterator[tuple[str, Ref]]:
        """The records that the row's record links to."""
        if owner is not None:
            yield kind.owner, (CUSTOMER, self.host.customer_at[owner])
            if kind.contact and draft.contact.get("name"):
                yield kind.contact, (CONTACT, self._contact(owner, self._persons(draft, kind, owner)[0]))
        for link in kind.links:
            said = entry.links.get(link.name)
            found = self._named(link.link, said) if said else None
            if found is not None:
                yield link.name, (link.link, found)
            elif said:
                self._unlinked(draft, row, kind, entry, link.name, said)
            elif link.required:
                self._stop(draft, row, _("“{label}” is required.").format(label=translate(link.label)))

    def _unlinked(self, draft: Draft, row: Row, kind: ListKind, entry: Entry, name: str, said: str) -> None:
        link = kind.record.field(name)
        reason = _("“{value}” is not there, or several are called so.").format(value=said)
        if link.required:
            self._stop(draft, row, reason)
            return
        row.problems = [*row.problems, Problem(draft.number, translate(link.label), said, reason)]
        if kind.notes:
            line = f"{translate(link.label)}: {said}"
            entry.values[kind.notes] = "\n".join(filter(None, (entry.values.get(kind.notes), line)))

    def _named(self, kind: str, said: str) -> int | None:
        """The one record of a kind with this number or title: its place among the new ones, or -id; None for none or several."""
        if kind == CUSTOMER:
            ref = self.linker.find({"name": said}, {}, self.host.pause).ref
            return None if ref is None else self.host.customer_at[ref]
        if kind == "product":
            return self._product({"code": said, "name": said})
        found = self.titles.get(kind, {}).get(fold_number(said), [])
        return found[0] if len(found) == 1 else None

    def _product(self, values: Mapping[str, Any]) -> int | None:
        rules = self.host.book.rules
        for wanted in (values, {"code": values.get("code")}, {**values, "unit": None}, {"name": values.get("name")}):
            for mark in product_keys(dict(wanted), rules) if any(wanted.values()) else ():
                held = self.host.products.get(mark)
                if isinstance(held, int):
                    return -held
                if held is not None:
                    made = self.host.writes.products
                    for at in range(len(self._products), len(made)):
                        self._products[id(made[at])] = at
                    return self._products[id(held)]
        return None

    def _contact(self, ref: int, values: dict[str, Any]) -> int:
        """A contact of a customer, made when it is not there: its place among the new ones, or -id."""
        held = self._there(ref, values)
        if held is None:
            self.host.add_contact(ref, values)
        elif held[2] is None:
            return -held[3]
        else:
            held[2].update(merging.changes(held[2], values, False))
        contacts = self.host.writes.contacts
        while self._seen_contacts < len(contacts):
            self._contacts[id(contacts[self._seen_contacts][1])] = self._seen_contacts
            self._seen_contacts += 1
        return len(contacts) - 1 if held is None else self._contacts[id(held[2])]

    def _there(self, ref: int, values: dict[str, Any]) -> Held | None:
        return self.host.held_contact(ref, values) or self._meant(ref, values)

    def _meant(self, ref: int, values: Mapping[str, Any]) -> Held | None:
        """The contact of a customer that is only called by a title or a part of the name."""
        if any(values.get(name) for name in ("phone", "mobile", "email")):
            return None
        people = self.host.people(ref)
        titles = self.host.book.lists.people
        told = [
            (name, str((titles.get(at) if record is None else record.get("title")) or ""))
            for name, _reach, record, at in people
        ]
        at = meant(str(values.get("name") or ""), told)
        return None if at is None else people[at]

    def write(self, kind: ListKind, entry: Entry, links: dict[str, Ref], at: int | None) -> None:
        """Put a record and its lines among what is written."""
        rows = self.host.writes.entries.setdefault(kind.record.name, [])
        values = list_days.dated(entry, kind, self.host.book.today)
        rows.append(NewEntry(values, links))
        place = len(rows) - 1
        mark = key(kind, entry.values, at)
        if mark is not None:
            self.fresh.setdefault(kind.record.name, {})[mark] = values
        self.sales.put(kind, values, at)
        for name in (kind.record.number, kind.record.title):
            if name and values.get(name):
                held = self.titles.setdefault(kind.record.name, {}).setdefault(fold_number(str(values[name])), [])
                if place not in held:
                    held.append(place)
        self.made[id(values)] = entry, place
        self._lines(kind, entry, (kind.record.name, place))

    def _lines(self, kind: ListKind, entry: Entry, parent: Ref) -> None:
        """Put the lines of a record among what is written."""
        if kind.line is None:
            return
        lines = self.host.writes.entries.setdefault(kind.line.name, [])
        for number, one in enumerate(entry.lines, 1):
            line = dict(one.line or {})
            made: dict[str, Ref] = {kind.line.parent: parent}
            for link in kind.line.fields:
                if link.link == "product":
                    said = one.line_links.get(link.name)
                    known = {name: line.get(name) for name in ("name", "specification", "unit")}
                    found = self._product({"code": said, **known})
                    if found is not None:
                        made[link.name] = ("product", found)
                elif link.link and link.name in one.line_links:
                    other = self._named(link.link, one.line_links[link.name])
                    if other is not None:
                        made[link.name] = (link.link, other)
            lines.append(NewEntry({POSITION: number, **line}, made))

    def _persons(self, draft: Draft, kind: ListKind, owner: int) -> list[dict[str, Any]]:
        """The persons that the cell of a row's contact names."""
        several = draft.contact.get("name") and kind.contact and kind.record.field(kind.contact).also
        return apart(draft.contact, partial(self._there, owner)) if several else [draft.contact]

    def _people(self, kind: ListKind, people: Sequence[dict[str, Any]], owner: int) -> None:
        """Let the further persons of a row take part in the record that was just put among what is written."""
        if not people:
            return
        place = len(self.host.writes.entries[kind.record.name]) - 1
        other = self.host.types[kind.record.field(kind.contact).also]
        rows = self.host.writes.entries.setdefault(other.name, [])
        for person in people:
            links = {other.parent: (kind.record.name, place), kind.contact: (CONTACT, self._contact(owner, person))}
            rows.append(NewEntry({}, links))

    def _fill(self, ref: int, draft: Draft, row: Row) -> None:
        """Fill what the row knows of its customer and the book does not."""
        has = self.host.types[CUSTOMER].has
        rest = {name: value for name, value in draft.customer.items() if has(name) and name not in ("name", "kind")}
        if rest:
            self.host.into(ref, rest, row, True)
