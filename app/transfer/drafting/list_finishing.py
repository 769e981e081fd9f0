"""The values of a list's row, made into its record, its line, and the customer and contact that it names."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any, Protocol, TypeVar

from app.records.fields import FieldKind, RecordType
from app.shared.i18n import N_, _, translate
from app.transfer.columns.proposals import CUSTOM, NOTES, Proposal
from app.transfer.converting import persons, private
from app.transfer.converting.list_values import DAYS, DONE
from app.transfer.converting.moments import join_times
from app.transfer.converting.outcome import MONEY, OTHERS
from app.transfer.converting.problems import Problem
from app.transfer.drafting import list_activities, list_lines, list_quotes, list_sales
from app.transfer.drafting.entries import Entry
from app.transfer.drafting.list_lines import Row
from app.transfer.grid.cells import text
from app.transfer.grid.evidence import traits
from app.transfer.grid.list_kinds import ABOUT, AMOUNT, CODE, CUSTOMER, SAID, ListKind
from app.transfer.grid.list_sorts import SERVICE
from app.transfer.grid.stopping import watched

_DAYLESS = N_("There is no day; that of the import is taken.")
_BY_WHEN = N_(
    "Only the day by which it is to be done is told: that is taken where it is over, else the day of the import."
)
_UNDATED = N_("It is done, but no day says when; the day it was due is taken, or today when that is still to come.")
R = TypeVar("R", bound=Row)
_PERSONS = 0.7
_MARKS = ("#identity", "#numbers", "#code", "#parent")
"""What rows of customers and contacts are known by; lists find their customers by ``list_kinds.CODE``."""


class Gathered(Protocol):
    """What the columns give for each data row, as ``finishing`` has it."""

    numbers: tuple[int, ...]
    values: list[dict[str, Any]]
    notes: list[list[str] | None]
    problems: list[list[Problem] | None]


class ListFinisher:
    """Makes the records of one sheet's rows."""

    def __init__(self, proposal: Proposal, types: Mapping[str, RecordType], kind: ListKind, currency: str) -> None:
        self.proposal, self.types, self.kind, self.currency = proposal, types, kind, currency
        self.needed = [] if kind.line is not None else kind.needed
        self.line_prefix = f"{kind.line.name}." if kind.line is not None else "\0"
        names = proposal.column_of(CUSTOMER)
        self.persons = names is not None and names.evidence.share("person") > _PERSONS
        self.headers = {target: column.header for column in proposal.columns for target in column.targets}
        self.told = list_activities.told(self.headers)

    def rows(self, gathered: Gathered, make: Callable[[int, list[Problem]], R]) -> list[R]:
        """The drafts of a sheet, in the order of its rows; ``make`` gives an empty one of a row as Excel numbers it."""
        out = []
        self.carry(gathered.values)
        self.carry_day(gathered.values, gathered.problems)
        for number, held, notes, problems in zip(
            watched(gathered.numbers), gathered.values, gathered.notes, gathered.problems, strict=True
        ):
            one = make(number + 1, problems or [])
            for mark in _MARKS:
                held.pop(mark, None)
            self.row(one, held, notes or [])
            out.append(one)
        self.sheet(out)
        return out

    def carry(self, rows: Sequence[dict[str, Any]]) -> None:
        """Give rows without a customer that of the row above, where a list writes it only once for several rows."""
        if self.kind.line is not None or not self.kind.owned or self.proposal.column_of(CUSTOMER) is None:
            return
        blank = [row for row in rows if row and not row.get(CUSTOMER)]
        if not rows or not rows[0].get(CUSTOMER) or len(blank) < max(2, len(rows) // 5):
            return
        above: dict[str, Any] = {}
        for row in rows:
            if row.get(CUSTOMER):
                above = {name: value for name, value in row.items() if name == CUSTOMER or name.startswith("customer.")}
            elif row:
                row.update({name: value for name, value in above.items() if name not in row})

    def carry_day(self, rows: Sequence[dict[str, Any]], problems: Sequence[list[Problem] | None]) -> None:
        """Give rows without a day that of the row above, where a log writes it once for all that happened on it, before all else."""
        moment, kind = self.kind.moment, self.kind
        day = self.proposal.column_of(moment.name) if moment is not None else None
        if moment is None or day is None or kind.record.number or kind.line is not None or not moment.required:
            return
        first = min((one.index for one in self.proposal.columns if one.evidence.filled and one.targets), default=-1)
        told = [row[moment.name] for row in rows if row.get(moment.name)]
        if day.index != first or not told or not rows[0].get(moment.name):
            return
        days = [one.date() if isinstance(one, datetime) else one for one in told if isinstance(one, date)]
        if days not in (sorted(days), sorted(days, reverse=True)):
            return
        above = None
        for row, wrong in zip(rows, problems, strict=True):
            if row.get(moment.name):
                above = row[moment.name]
            elif any(one.index == day.index for one in wrong or ()):
                above = None
            elif above is not None and (row.get(CUSTOMER) or row.get("contact.name")):
                row[moment.name] = above

    def row(self, one: Row, held: dict[str, Any], notes: list[str]) -> None:
        """Make one row's records."""
        join_times(held)
        for column, _spare, whole in held.pop("#spare", ()):
            notes.append(f"{column.header}: {whole}")
        others = held.pop(OTHERS, ())
        several = bool(self.kind.contact) and bool(self.kind.record.field(self.kind.contact).also)
        for other in () if several else others:
            notes.append(_("also: {name}").format(name=" ".join(filter(None, (other.name, other.title)))))
        name = str(held.pop(CUSTOMER, "") or "")
        if said := persons.whole(*(str(held.pop(part, "") or "") for part in ("#given", "#middle", "#family"))):
            held.setdefault("contact.name", said)
        own: dict[str, Any] = {}
        line: dict[str, Any] = {}
        money = tuple(dict.fromkeys(held.pop(MONEY, ())))
        people = tuple(other.values() for other in others) if several else ()
        entry = one.entry = Entry(own, people=people, currencies=money)
        for target, value in held.items():
            owner, _dot, field = target.rpartition(".")
            if target.startswith(CUSTOM) or not owner:
                own[target] = value
            elif owner == CUSTOMER:
                one.customer[field] = value
                if target == CODE:
                    one.customer[SAID] = f"{self.headers[CODE]}: {value}"
            elif owner == "contact":
                one.contact[field] = value
            elif target.startswith(self.line_prefix):
                line[field] = value
            else:
                entry.also.setdefault(owner, {})[field] = value
        one.customer = {"name": name, **one.customer} if name else one.customer
        self._parts(one, entry, own, line)
        if one.contact and not one.contact.get("name"):
            self._unnamed(one, notes)
        self._customer(one)
        if self.kind.record.name == "activity":
            list_activities.complete(entry, notes, self.kind, self.proposal.sort, self.told)
        notes += list_activities.next_step(entry, self.headers)
        if self.proposal.sort == SERVICE:
            list_activities.name_job(entry, notes, self.kind)
            if entry.undated:
                self._guessed(one, entry.undated)
        self._noted(entry, notes)
        self._missing(one, entry)

    def _parts(self, one: Row, entry: Entry, own: dict[str, Any], line: dict[str, Any]) -> None:
        for target in [target for target in own if target.startswith(DONE)]:
            said, name = own.pop(target), target.removeprefix(DONE)
            due = own.get(self.kind.moment.name) if self.kind.moment else None
            if said and isinstance(due, datetime) and name not in own:
                own[name], entry.undated = due, name
                self._guessed(one, name)
            elif said and due is None and self.kind.owner == ABOUT:
                entry.undated = name
        list_sales.days(own, self.kind)
        for target in [target for target in own if target.startswith(DAYS)]:
            span, name = own.pop(target), target.removeprefix(DAYS)
            day = own.get(self.kind.moment.name) if self.kind.moment else None
            if isinstance(day, date) and name not in own:
                own[name] = day + timedelta(days=span)
        for field in self.kind.links:
            if field.name in own:
                entry.links[field.name] = str(own.pop(field.name))
        if self.kind.record.has("all_day") and self.kind.moment is not None and "all_day" not in own:
            moment = own.get(self.kind.moment.name)
            if isinstance(moment, datetime):
                own["all_day"] = moment.time() == time()
        entry.amount = line.pop(AMOUNT, None)
        if self.kind.line is not None and (line or entry.amount is not None):
            for link in self.kind.line.fields:
                if link.link and link.name in line:
                    entry.line_links[link.name] = str(line.pop(link.name))
            entry.line = line

    def _unnamed(self, one: Row, notes: list[str]) -> None:
        """Give the customer what is told of a person without a name; whose department it is the row does not say."""
        fields = self.types[CUSTOMER]
        for name, value in one.contact.items():
            if fields.has(name):
                one.customer.setdefault(name, value)
            else:
                notes.append(f"{self.headers.get(f'contact.{name}', name)}: {text(value)}")
        one.contact = {}

    def _guessed(self, one: Row, name: str) -> None:
        column = self.proposal.column_of(name)
        key, index = (column.key, column.index) if column else ("", -1)
        one.problems.append(Problem(one.number, key, "", _(_UNDATED), index=index))

    def _customer(self, one: Row) -> None:
        name = str(one.customer.get("name") or "")
        if name and not any(map(str.isalnum, name)):
            one.customer.pop("name")
            name = ""
        told = bool(one.customer) and (self.kind.line is None or "code" in one.customer)
        if not name and one.contact.get("name") and self.kind.owner and not told:
            one.customer = {**one.customer, **one.contact, "kind": "person"}
            one.contact = {}
            one.customer.pop("title", None)
        if name and "kind" not in one.customer and self.kind.owner and (private.is_person(name) or self._person(name)):
            one.customer["kind"] = "person"

    def _person(self, name: str) -> bool:
        """Whether the list names persons in its column of customers, and this is the name of one."""
        return self.persons and "person" in traits(name)

    def _noted(self, entry: Entry, notes: list[str]) -> None:
        """Put what fits nowhere into the record's own notes; that of lines waits until all lines are known."""
        own = entry.values.pop(NOTES, None) if self.kind.notes != NOTES else None
        lines = [line for line in (own, *notes) if line]
        if entry.line is not None:
            entry.notes = lines
        elif lines and self.kind.notes:
            entry.values[self.kind.notes] = "\n".join(filter(None, (entry.values.get(self.kind.notes), *lines)))

    def _missing(self, one: Row, entry: Entry) -> None:
        for field in self.needed:
            if field.name == self.kind.record.number or entry.values.get(field.name) not in (None, ""):
                continue
            column = self.proposal.column_of(field.name)
            reason = _("“{label}” is required.").format(label=translate(field.label))
            known = next(
                (problem for problem in one.problems if column is not None and problem.index == column.index), None
            )
            dayless = known is None and field is self.kind.moment
            if known is not None:
                one.problems.remove(known)
                reason = known.reason
            if dayless:
                # It is to be done, or was, all the same, see ``list_days.dated``.
                reason = _(_BY_WHEN if entry.also else _DAYLESS)
            one.problems.append(Problem(
                one.number, column.key if column else "", known.value if known else "", reason,
                known.suggestion if known else "", not dayless, column.index if column else -1,
            ))  # fmt: skip
        if self.kind.owned and not one.customer and not (self.kind.line is not None and entry.line is not None):
            self.nameless(one)

    def nameless(self, one: Row) -> None:
        """Tell that a row names no customer."""
        column = self.proposal.column_of(CUSTOMER)
        reason = _("There is no customer.")
        one.problems.append(
            Problem(one.number, column.key if column else "", "", reason, "", True, column.index if column else -1)
        )

    def sheet(self, drafts: Sequence[Row]) -> None:
        """Finish all rows together: lines find their record, and its figures are compared."""
        if self.kind.line is None:
            return
        choices = {one.name for one in self.kind.record.fields if one.kind is FieldKind.CHOICE}
        own = frozenset(one.header for one in self.proposal.columns if one.target in choices)
        heads = list_lines.grouped(drafts, self.kind, own)
        for head in heads:
            list_quotes.figures(head, self.proposal, self.kind, self.currency)
        if self.kind.owned:
            for head in heads:
                if not head[0].customer and not head[0].fatal:
                    self.nameless(head[0])
