"""What the review screen shows: rows that need a decision, two sides with the merged result, problem cells."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from operator import attrgetter
from typing import Any

from app.customers.joining import same
from app.records import queries
from app.records.values import show
from app.records.workspace import Workspace
from app.shared.i18n import N_, _, translate
from app.transfer.columns.proposals import CUSTOM
from app.transfer.converting.problems import Problem
from app.transfer.drafting import merging
from app.transfer.drafting.rows import Draft
from app.transfer.grid.list_kinds import kind_of
from app.transfer.layout.data_rows import BESIDE, BLANK, GROUP
from app.transfer.plans.matching import Match
from app.transfer.plans.person_rows import contact_key, stood_for
from app.transfer.plans.planned import LEAVE, Action, PlannedRow
from app.transfer.plans.planning import ImportPlan
from app.transfer.plans.write_modes import merged, policies
from app.transfer.reviewing.preview import skip_reason
from app.transfer.reviewing.trip_review import NO_TRIP, TripDigest

SAME, ADDED, APPENDED, FILE, BOOK, BOTH = "same", "added", "appended", "file", "book", "both"
CONTACT = "contact"
_NOTHING = (None, "", ())


@dataclass(frozen=True, slots=True)
class Pair:
    """A row that only looks like another record or row.

    Args:
        place: the sheet's place in the plan; ``number`` the row as Excel numbers it; ``title`` its name.
        match: what it is like; ``decision`` what the user said, "" for nothing yet.
        written: whether the plan writes something of the row.
        name: of a row of a list the customer's name that it asks about; who that is holds for all rows after it.
        waits: whether such a row is not imported before someone says which of several customers it means.
    """

    place: int
    number: int
    title: str
    match: Match
    decision: str
    written: bool = True
    name: str = ""
    waits: bool = False

    @property
    def key(self) -> tuple[int, int]:
        """What decisions call it."""
        return self.place, self.number


@dataclass(frozen=True, slots=True)
class Line:
    """One field of two records side by side.

    Args:
        name: the field; ``label`` as people read it.
        file, held, merged: what stands in the row, in what is there, and in the result.
        how: "same", "added" (was empty), "appended", "file" or "book" (which side stays), or "both".
        free: whether the user may choose between the two sides.
    """

    name: str
    label: str
    file: str
    held: str
    merged: str
    how: str
    free: bool = False


@dataclass(frozen=True, slots=True)
class Doubt:
    """A problem cell with the sheet and the name of its row; ``written`` whether the row is imported all the same."""

    place: int
    title: str
    problem: Problem
    written: bool = False

    @property
    def key(self) -> tuple[int, int]:
        """What decisions call its row."""
        return self.place, self.problem.row


@dataclass(frozen=True, slots=True)
class Digest:
    """A plan as the review shows it, gathered in one pass.

    Args:
        pairs: rows that a person should decide about, and those that were decided, in the order of the file.
        doubts: cells that do not fit, in the order of the file.
        added, there: rows that are added, and rows that are in the book or the file already, each with its sheet's place;
            those of ``pairs`` are in neither.
        out: rows that are not imported: (sheet's place, row, name, why).
        count: how many rows are written.
        trip: what is to be decided of sheets that Kebu wrote and that come back.
        people: the new contacts of customers that the book has, see ``updates.newcomers``.
    """

    pairs: list[Pair]
    doubts: list[Doubt]
    added: list[tuple[int, PlannedRow]]
    there: list[tuple[int, PlannedRow]]
    out: list[tuple[int, int, str, str]]
    count: int
    trip: TripDigest = NO_TRIP
    people: Mapping[int, Sequence[int]] = field(default_factory=dict)


def digest(plan: ImportPlan) -> Digest:
    """What the review shows of a plan, but for the sheets that come back (see ``trip_review``)."""
    made = Digest([], [], [], [], [], sum(_written(sheet.rows) for sheet in plan.sheets))
    for place, sheet in enumerate(plan.sheets):
        if sheet.proposal.kind is None:
            continue
        made.out.extend(
            (place, row + 1, "", skip_reason(reason))
            for row, reason in sheet.proposal.layout.skipped
            if reason not in (BLANK, GROUP, BESIDE)
        )
        for row in sheet.rows:
            _place(made, place, row)
    made.out.sort()
    _name(made.pairs, plan)
    return made


def _name(pairs: list[Pair], plan: ImportPlan) -> None:
    """Tell of the pairs of lists which customer's name they ask about, and whether they wait for the answer."""
    several = _("Several have this name")
    lists = {pair.place for pair in pairs if kind_of(plan.types, plan.sheets[pair.place].proposal.kind) is not None}
    for place in lists & set(range(len(plan.sources))):
        names = {draft.number: str(draft.customer.get("name") or "") for draft in plan.sources[place].drafts}
        pairs[:] = [
            replace(pair, name=names.get(pair.number, ""), waits=pair.match.reason == several)
            if pair.place == place else pair for pair in pairs
        ]  # fmt: skip


def _written(rows: Iterable[PlannedRow]) -> int:
    return sum(row.action is Action.CREATE or row.action is Action.UPDATE for row in rows)


def _place(made: Digest, place: int, row: PlannedRow) -> None:
    action = row.action
    if row.match is not None and not row.match.certain and (row.pending or row.decision):
        made.pairs.append(Pair(place, row.number, row.title, row.match, row.decision, _written((row,)) > 0))
    elif action is Action.CREATE:
        made.added.append((place, row))
    elif action is Action.UPDATE or action is Action.DUPLICATE:
        made.there.append((place, row))
    if action is Action.SKIP or (action is Action.PROBLEM and not row.pending):
        why = next((problem.reason for problem in row.problems if problem.fatal), "")
        why = _("Left out") if row.decision == LEAVE else why
        made.out.append((place, row.number, row.title, why))
    if action is not Action.SKIP:
        wrote = action is Action.CREATE or action is Action.UPDATE
        made.doubts.extend(
            Doubt(place, row.title, problem, wrote) for problem in row.problems if problem.index >= 0 or problem.fatal
        )


def compare(ws: Workspace, plan: ImportPlan, pair: Pair, preferred: Collection[str] = ()) -> list[Line]:
    """The two sides of a pair, field by field, with the result of merging them.

    Args:
        preferred: fields in which the user chose the row's value.
    """
    record = ws.dictionary.type("customer")
    draft = _draft(plan, pair.place, pair.number)
    held, people = _other(ws, plan, pair)
    given = draft.customer
    overwrite = plan.mode == merging.OVERWRITE
    policy = policies(plan.sources[pair.place].proposal).get("customer", {})
    result = {**held, **merged(record, held, given, overwrite, stood_for(pair.match, frozenset(preferred)), policy)}
    today = ws.clock.today()

    def said(name: str, values: Mapping[str, Any]) -> str:
        value = values.get(name)
        if value in _NOTHING:
            return ""
        return show(record.field(name), value, currency=ws.currency, today=today) if record.has(name) else str(value)

    lines: list[Line] = []
    names = [field.name for field in record.fields if field.imported] + [
        name for name in given if name.startswith(CUSTOM)
    ]
    for name in names:
        old, new = held.get(name), given.get(name)
        if (old in _NOTHING and result.get(name) in _NOTHING) or name in ("created_on", "kind", "status"):
            continue
        label = translate(record.field(name).label) if record.has(name) else name.removeprefix(CUSTOM)
        how, free = BOOK, False
        if new in _NOTHING:
            how = BOOK if same(result.get(name), old) else FILE if result.get(name) in _NOTHING else ADDED
        elif old in _NOTHING:
            how = SAME if result.get(name) in _NOTHING else ADDED
        elif same(old, new):
            how = SAME
        elif name == "notes" or isinstance(new, tuple):
            how = SAME if same(result.get(name), old) else APPENDED
        else:
            free = True
            how = FILE if same(result.get(name), new) else BOOK
        lines.append(Line(name, label, said(name, given), said(name, held), said(name, result), how, free))
        if name == "name":
            lines += _contact(draft.contact, people)
    return lines


def _contact(given: Mapping[str, Any], people: list[Mapping[str, Any]]) -> list[Line]:
    if not given and not people:
        return []
    mine, theirs = _person(given), ", ".join(map(_person, people))
    known = any(contact_key(one)[0] == contact_key(given)[0] for one in people)
    if known and mine:
        how = SAME if mine in map(_person, people) else BOOK
    else:
        how = BOOK if not mine else ADDED if not people else BOTH
    merged = ", ".join(part for part in (theirs, "" if known else mine) if part)
    return [Line(CONTACT, _("Contact"), mine, theirs, merged, how)]


def _person(values: Mapping[str, Any]) -> str:
    return " ".join(str(values[name]) for name in ("name", "title") if values.get(name))


def _draft(plan: ImportPlan, place: int, number: int) -> Draft:
    draft = _numbered(plan.sources[place].drafts, number)
    assert draft is not None, "a pair is made of a row"
    return draft


def _numbered(drafts: Sequence[Draft], number: int) -> Draft | None:
    """The draft of a row, found without unpacking all of them: they stand in the order of the rows."""
    at = bisect_left(drafts, number, key=attrgetter("number"))
    return drafts[at] if at < len(drafts) and drafts[at].number == number else None


def _other(ws: Workspace, plan: ImportPlan, pair: Pair) -> tuple[dict[str, Any], list[Mapping[str, Any]]]:
    match = pair.match
    if match.book_id:
        found = queries.get(ws, "customer", match.book_id)
        numbers = queries.ids(
            ws, "contact", where=(queries.Condition("customer", "=", match.book_id),), order=(("id", False),), limit=3
        )
        return dict(found.values), [row.values for row in queries.rows(ws, "contact", numbers, ("name", "title"))]
    places = [pair.place, *(place for place in range(len(plan.sources)) if place != pair.place)]
    for place in places:
        draft = _numbered(plan.sources[place].drafts, match.row)
        if draft is not None and draft.customer.get("name") == match.title:
            return dict(draft.customer), [draft.contact] if draft.contact else []
    return {}, []


def where(pair: Pair) -> str:
    """Where the record stands that a row is like, in the language in use."""
    return _("In the book") if pair.match.book_id else _("Row {row} of the sheet").format(row=pair.match.row)


def why(pair: Pair) -> str:
    """Why a row is like another, in one sentence."""
    return _(WHY).format(reason=pair.match.reason, score=pair.match.score)


WHY = N_("{reason}, names {score}% alike")
