"""Which target each column of a list goes to: by what its header says and by what stands in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.records.fields import FieldKind
from app.shared.i18n import _
from app.transfer.columns import unplaced
from app.transfer.columns.doubts import LEAST
from app.transfer.columns.list_weighing import ListWeights
from app.transfer.columns.own_kinds import proposed
from app.transfer.columns.programs.lists import IDLE, LABELLED, MORE, told
from app.transfer.columns.programs.recognised import REASON, Program
from app.transfer.columns.proposals import CUSTOM, NOTES, SUREST, TOLD, Alternative, Column
from app.transfer.columns.seen import ListSeen
from app.transfer.grid.amount_words import TAXED, UNTAXED
from app.transfer.grid.done_words import PLANNED, another_day
from app.transfer.grid.folding import fold
from app.transfer.grid.headers import PERSON
from app.transfer.grid.list_kinds import CODE, CUSTOMER, TOTAL
from app.transfer.grid.list_sorts import DEALS, SALES
from app.transfer.grid.list_words import ListWords
from app.transfer.grid.scale import HALF, KNOWN, MOSTLY

_PLAIN = tuple((word, "") for word in ("normal", "medium", "none", "中", "普通"))
"""What programs fill in as the priority of what has none."""
_HALVES, _CLOCK, _SHARES, _TITLE = 0.95, 0.9, 0.6, 0.55
"""How sure a column is that goes with another: the half of a name, a time beside its day; and one that only its cells tell of: by
their sort, or as the longest texts of a record that must have some."""
_WORDS = 4
"""Shorter texts on the average say nothing of what was done."""
_ALTERNATIVES = 4


class ListPlacing:
    """Gives each column of one list its target."""

    def __init__(self, words: ListWords, seen: Sequence[ListSeen], program: Program | None = None) -> None:
        self.words, self.kind, self.seen, self.program = words, words.kind, seen, program
        filled = [one.index for one in seen if one.evidence.filled]
        self.told = told(program, {one.index: one.header for one in seen}, filled) if program is not None else {}
        self.chosen: dict[int, tuple[str, float]] = {}
        self.taken: dict[str, int] = {}
        self.options: dict[int, list[tuple[str, float]]] = {}
        self.parts: dict[int, str] = {}
        self.weights = ListWeights(words, seen)

    def columns(self) -> tuple[Column, ...]:
        """The columns with their targets."""
        # A step takes columns that are still free for targets that are: the surer comes first.
        self._as_told()
        self._by_headers()
        self._totals()  # the targets of lines tell whether there are lines, so all headers come before it
        self._halves()  # a name in two halves is the contact's: before the contact may become the customer
        self._persons()  # makes the contact the customer: before another column is looked for that may name him
        self._times()  # takes the times of the day, which look like days: before the days
        self._by_content()
        bare = unplaced.columns((one.index, one.header, one.evidence) for one in self.seen)
        return tuple(self._column(one, base) for one, base in zip(self.seen, bare, strict=True))

    def _as_told(self) -> None:
        """What the program that wrote the list calls its columns."""
        for index, target in self.told.items():
            if target not in (IDLE, LABELLED):
                self._take(index, target.removesuffix(MORE), TOLD)

    def _by_headers(self) -> None:
        """What the headers say, weighed by what stands in the columns: the surest of all goes first."""
        offers = []
        for one in self.seen:
            for target, score in one.targets if one.index not in self.told else ():
                weighed = self.weights.weigh(one, target, score)
                self.options.setdefault(one.index, []).append((target, weighed))
                offers.append((weighed, one.index, target))
        # What a document says as a whole stands in its last columns, but its number before those of others.
        own, number = self.kind.line is not None, self.kind.record.number
        offers.sort(
            key=lambda one: (-round(one[0], 3), -one[1] if own and "." not in one[2] and one[2] != number else one[1])
        )
        for score, index, target in offers:
            if score >= LEAST and index not in self.chosen and target not in self.taken:
                self._take(index, target, score)

    def _take(self, index: int, target: str, score: float) -> None:
        self.chosen[index] = target, score
        self.taken.setdefault(target, index)

    def _column(self, one: ListSeen, base: Column) -> Column:
        rest = sorted(self.options.get(one.index, ()), key=lambda option: -option[1])
        target, score = self.chosen.get(one.index, ("", 0.0))
        others = tuple(
            Alternative((name,), round(max(0.0, min(sure, SUREST)), 2))
            for name, sure in rest
            if name != target and sure > 0
        )[:_ALTERNATIVES]
        base = replace(base, alternatives=others)
        if self.program is not None and one.index in self.told and one.evidence.filled:
            return self._known(one, base, target)
        if target:
            said = any(name == target for name, _sure in one.targets)
            reason = (
                _("The header says “{header}”.").format(header=base.header)
                if said
                else _("It is the likeliest column by what stands in it.")
            )
            return replace(
                base, targets=(target,), part=self.parts.get(one.index, ""), confidence=round(min(score, SUREST), 2),
                reason=reason, labelled=target == NOTES,
            )  # fmt: skip
        if not one.evidence.filled:
            return unplaced.empty(base)
        if one.row_number and (one.evidence.numbering or one.numerals):
            return unplaced.numbering(base)
        if fold(base.header) in self.words.program and not one.targets:
            return replace(base, confidence=unplaced.LEFT_OUT, reason=_("Only the program sets this field."))
        if not self.kind.notes and not self.kind.line_notes:
            return replace(
                base, targets=(f"{CUSTOM}{base.header}",), confidence=unplaced.NOTED, new_kind=proposed(one.evidence),
                reason=_("No field fits; it becomes a field of your own."),
            )  # fmt: skip
        return unplaced.noted(base)

    def _known(self, one: ListSeen, base: Column, target: str) -> Column:
        """A column that the program's own headers tell of."""
        name = self.program.name if self.program is not None else ""
        if self.told[one.index] == IDLE:
            said = _("It holds what {program} fills in by itself.") if name else _("Only the program needs it.")
            return replace(base, confidence=unplaced.LEFT_OUT, reason=said.format(program=name))
        reason = _(REASON).format(program=name) if name else _("The header says “{header}”.").format(header=one.header)
        return replace(
            base, targets=(target or NOTES,), confidence=TOLD, reason=reason, labelled=self.told[one.index] == LABELLED,
            words=_PLAIN if target == "priority" else (),
        )  # fmt: skip

    def _totals(self) -> None:
        """An amount beside a record's number, or of a deal, is its total where nothing is said of lines: of two, the one with the tax."""
        amount = self.kind.amount
        lines = {name for name in self.taken if amount and name.partition(".")[0] == amount.partition(".")[0]}
        whole = self.kind.record.number in self.taken or self.words.sort == DEALS
        if lines != {amount} or not whole:
            return
        index = self.taken.pop(amount)
        _target, score = self.chosen.pop(index)
        other = self.taken.get(TOTAL)
        if other is None:
            self._take(index, TOTAL, score)
        elif self._taxed(index) and not self._taxed(other):
            del self.chosen[other], self.taken[TOTAL]
            self._take(index, TOTAL, score)

    def _taxed(self, index: int) -> bool:
        """Whether the header of a column of amounts says that the tax is in them."""
        header = next(one.header for one in self.seen if one.index == index)
        return TAXED.search(header) is not None and UNTAXED.search(header) is None

    def _halves(self) -> None:
        """Who bought, where a list of sales tells it by first and last name."""
        if self.words.sort != SALES or not self.kind.contact or "contact.name" in self.taken:
            return
        found: dict[str, int] = {}
        for one in self.seen:
            free = one.evidence.filled and one.index not in self.chosen
            for said in self.words.lookup(one.header) if free else ():
                if said.record == PERSON:
                    found.setdefault(said.field, one.index)
        if {"given", "family"} <= found.keys():
            self.parts = {index: part for part, index in found.items()}
            for index in self.parts:
                self._take(index, "contact.name", _HALVES)

    def _times(self) -> None:
        """A column with the time of the day beside the day's column."""
        moment = self.kind.moment
        if moment is None or moment.kind is not FieldKind.WALL or moment.name not in self.taken:
            return
        for one in self.seen:
            if one.clock and one.index not in self.chosen:
                self._take(one.index, moment.name, _CLOCK)
                return

    def _persons(self) -> None:
        """Where no column names the customer, the person in the row is one; where two do, the one with persons is the contact's."""
        self._companys_person()
        named = "contact.name" in self.taken and not self.parts
        if self.kind.owner and not {CUSTOMER, CODE} & self.taken.keys() and named:
            index = self.taken.pop("contact.name")
            self._take(index, CUSTOMER, self.chosen[index][1])

    def _companys_person(self) -> None:
        """客户 beside 客户单位 is the person of that company, if persons stand there and companies beside them."""
        if not self.kind.contact or "contact.name" in self.taken or CUSTOMER not in self.taken:
            return
        called = [
            one for one in self.seen
            if one.evidence.filled and any(target == CUSTOMER and score >= KNOWN for target, score in one.targets)
            and self.chosen.get(one.index, (CUSTOMER,))[0] == CUSTOMER
        ]  # fmt: skip
        shares = {one.index: (one.evidence.share("person"), one.evidence.share("company")) for one in called}
        people = [index for index, (person, company) in shares.items() if person >= HALF > company]
        firms = [index for index, (_person, company) in shares.items() if company >= HALF and index not in people]
        if len(people) == 1 and firms:
            score = self.chosen[self.taken.pop(CUSTOMER)][1]
            for index in (people[0], firms[0]):
                self.chosen.pop(index, None)
            self._take(people[0], "contact.name", score)
            self._take(firms[0], CUSTOMER, score)

    def _by_content(self) -> None:
        """Fill what a record must have from columns whose header says nothing."""
        free = [
            one
            for one in self.seen
            if one.index not in self.chosen
            and one.evidence.filled
            and not one.row_number
            and not one.targets
            and one.index not in self.told
        ]
        wanted = [(CUSTOMER, ("company",))] if self.kind.owned and CODE not in self.taken else []
        if self.kind.moment is not None and self.kind.moment.required:
            wanted.append((self.kind.moment.name, ("date",)))
        for target, shares in wanted:
            idle = [one for one in self.seen if one.index not in self.chosen and one.index not in self.told]
            if self.kind.line is not None:
                idle = [one for one in idle if not PLANNED.search(one.header)]
            elif target.startswith("done"):
                idle = [one for one in idle if not another_day(one.header)]
            free = [one for one in free if one in idle or "date" not in shares]
            found = _fullest(free, shares) or (_fullest(idle, shares) if "date" in shares else None)
            if target not in self.taken and found is not None:
                self._take(found.index, target, _SHARES)
                free = [one for one in free if one is not found]
        title = self.kind.record.title
        if (
            self.kind.record.has(title)
            and title not in self.taken
            and self.kind.record.field(title).required
            and not self.kind.line
        ):
            told = [one for one in free if one.evidence.share("code") < HALF]
            longest = max(told, key=lambda one: one.evidence.mean, default=None)
            if (
                longest is not None
                and longest.evidence.mean >= _WORDS
                and longest.evidence.share("number", "date") < HALF
            ):
                self._take(longest.index, title, _TITLE)


def _fullest(columns: Sequence[ListSeen], shares: Sequence[str]) -> ListSeen | None:
    """The column with most cells of a sort; the first of several."""
    found = [one for one in columns if one.evidence.share(*shares) > MOSTLY]
    return max(found, key=lambda one: one.evidence.filled, default=None)
