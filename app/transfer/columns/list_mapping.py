"""Where the columns of a list go, and whether a sheet is one: by its headers, its name, and what stands in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from app.records.fields import Field, FieldKind
from app.shared.i18n import N_, _
from app.transfer.columns.decision import EMPTY
from app.transfer.columns.list_weighing import ListWeights
from app.transfer.columns.own_kinds import proposed
from app.transfer.columns.programs.lists import IDLE, LABELLED, MORE, told
from app.transfer.columns.programs.recognised import REASON, Program
from app.transfer.columns.proposals import CUSTOM, NOTES, Alternative, Column, Proposal, unplaced
from app.transfer.columns.seen import ListSeen
from app.transfer.grid.cells import chosen, column_cells, text
from app.transfer.grid.done_words import PLANNED
from app.transfer.grid.evidence import Evidence, gather
from app.transfer.grid.folding import fold, folded
from app.transfer.grid.headers import OTHER, PERSON, Vocabulary
from app.transfer.grid.list_kinds import AMOUNT, CODE, CONTRACT, CUSTOMER, TOTAL, WON_ON, ListKind
from app.transfer.grid.list_sorts import REASONS, SALES
from app.transfer.grid.list_words import ListWords, list_words
from app.transfer.grid.remarks import is_remark
from app.transfer.grid.sheets import Sheet
from app.transfer.grid.times import is_clock
from app.transfer.layout.data_rows import BESIDE
from app.transfer.layout.detecting import Layout, detect

K = FieldKind
_LEAST = 0.45
_REACH = frozenset(
    (
        "phone",
        "mobile",
        "email",
        "wechat",
        "qq",
        "fax",
        "city",
        "province",
        "country",
        "postcode",
        "address",
        "tax_number",
        "code",
        "short_name",
        "title",
        "department",
    )
)
_SECOND = {"date": frozenset({"won_on", "delivered_on"}), "number": frozenset({CONTRACT})}
_NUMERAL = re.compile(r"[(（]?[一二三四五六七八九十]{1,3}[)）、.]?")
_POSITIONS = folded("item|items|item no|no|no.|nr|nr.|pos|pos.|position|line|s/n|sn|sr|sr no|sl no|项|项次|行号")
_PLAIN = tuple((word, "") for word in ("normal", "medium", "none", "中", "普通"))
"""What programs fill in as the priority of what has none."""
_MONEY = re.compile(
    r"[(（\[【]\s*(?:元|万元|円|圓|원|đ|₫|vnd|บาท|rp|руб\.?|₽|€|\$|£|¥|￥|rmb|cny|usd|eur)\s*[)）\]】]", re.IGNORECASE
)
_LABEL_END = re.compile(r"\s*[:：]")
_TO_CLOSE = N_(
    "The day on which a deal was to close: that of one that is won counts as the day it was won, others are kept in the notes."
)
_SURE_REASON = N_("Its columns are those of this kind of record.")


def _beside(sheet: Sheet, layout: Layout) -> Layout:
    """Tell of rows over the lines of a document whose labels stand as columns beside these."""
    top = layout.header_rows[0] if layout.header_rows else 0
    named = {fold(header) for header in layout.headers if header}
    read = {
        number: BESIDE for number, _reason in layout.skipped
        if number < top and any(isinstance(cell, str) and fold(_LABEL_END.split(text(cell))[0]) in named for cell in sheet.rows[number])
    }  # fmt: skip
    return replace(layout, skipped=tuple((number, read.get(number, reason)) for number, reason in layout.skipped))


def propose_list(
    sheet: Sheet, words: Vocabulary, kind: ListKind, layout: Layout | None = None, sort: str = "",
    program: Program | None = None,
) -> Proposal:  # fmt: skip
    """Where the columns of a sheet go that holds records of this kind.

    Args:
        sheet: the sheet as read.
        words: the vocabulary of the whole dictionary.
        kind: the kind of list.
        layout: where its table is, if known.
        sort: what the list is besides, see ``list_sorts``.
        program: the known program that wrote it, whose headers mean what it means by them.
    """
    mine = list_words(words, kind, sort)
    layout = layout or detect(sheet, mine, 1 if sheet.origin is not None else -1)
    rows = chosen(sheet.rows, layout.data)
    seen = [
        _see(mine, index, layout.headers[index] if index < len(layout.headers) else "", gather(column_cells(rows, index)))
        for index in layout.columns if not is_remark(layout.header(index))
    ]  # fmt: skip
    columns = _Mapper(mine, seen, program).columns() if layout.data else ()
    if kind.line is not None:
        layout = _beside(sheet, layout)
    reason = _(REASONS.get(sort, _SURE_REASON)) if layout.data else _(EMPTY)
    name = program.name if program is not None else ""
    if layout.data and name and sort not in REASONS:
        reason = _(REASON).format(program=name)
    return Proposal(sheet.name, layout, kind.kind if layout.data else None, reason, columns, program=name, sort=sort)


def _see(words: ListWords, index: int, header: str, evidence: Evidence) -> ListSeen:
    parts = (
        [header]
        if " / " not in header
        else [header.replace(" / ", ""), header.rpartition(" / ")[2], header.partition(" / ")[0]]
    )
    for part in parts:
        found = [(target, one.score + _bias(words.kind, target)) for target, one in words.targets(part)] if part else []
        found = _doubtful(words.kind, found)
        if _MONEY.search(part):
            found = [(target, score) for target, score in found if not target.endswith("_percent")]
        if found:
            break
    rows = (
        any(one.record == OTHER and one.field in ("row", "secret") for one in words.lookup(parts[0]))
        if header
        else False
    )
    numerals = bool(evidence.samples) and all(_NUMERAL.fullmatch(sample) for sample in evidence.samples)
    if numerals or (words.kind.line is not None and evidence.rising and fold(header) in _POSITIONS):
        rows, found = True, []
    return ListSeen(index, header, evidence, tuple(found), rows, is_clock(evidence.samples), numerals)


def _bias(kind: ListKind, target: str) -> float:
    """The list's own fields come before those of its lines, these before those of other records."""
    owner, _dot, name = target.rpartition(".")
    if target in (CUSTOMER, "contact.name") or not owner:
        return 0.02
    if kind.line is not None and owner == kind.line.name:
        return 0.015
    if owner not in (CUSTOMER, "contact"):
        return 0.03
    return (-0.01 if name in _REACH else -0.6) + 0.005 * (owner == "contact" and name in ("phone", "mobile", "title"))


def _doubtful(kind: ListKind, found: list[tuple[str, float]]) -> list[tuple[str, float]]:
    """A header that may mean two days or two numbers of a record leaves the first of them to a header that means it alone."""
    targets = {target for target, _score in found}
    for first in (kind.moment.name if kind.moment else "", kind.record.number):
        others = targets & _SECOND.get(first, frozenset())
        if first in targets and others:
            weight = {first: 0.01} | dict.fromkeys(others, 0.02)
            found = [(target, score - weight.get(target, 0.0)) for target, score in found]
    return found


class _Mapper:
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
        offers = []
        for index, target in self.told.items():
            if target not in (IDLE, LABELLED):
                self._take(index, target.removesuffix(MORE), 0.97)
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
            if score >= _LEAST and index not in self.chosen and target not in self.taken:
                self._take(index, target, score)
        self._sums()
        self._parts()
        self._times()
        self._persons()
        self._by_content()
        bare = unplaced((one.index, one.header, one.evidence) for one in self.seen)
        return tuple(self._column(one, base) for one, base in zip(self.seen, bare, strict=True))

    def _take(self, index: int, target: str, score: float) -> None:
        self.chosen[index] = target, score
        self.taken.setdefault(target, index)

    def _column(self, one: ListSeen, base: Column) -> Column:
        rest = sorted(self.options.get(one.index, ()), key=lambda option: -option[1])
        target, score = self.chosen.get(one.index, ("", 0.0))
        others = tuple(
            Alternative((name,), round(max(0.0, min(sure, 0.99)), 2))
            for name, sure in rest
            if name != target and sure > 0
        )[:4]
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
                base, targets=(target,), part=self.parts.get(one.index, ""), confidence=round(min(score, 0.99), 2),
                reason=reason, labelled=target == NOTES,
            )  # fmt: skip
        if not one.evidence.filled:
            return replace(base, reason=_("The column is empty."))
        if one.row_number and (one.evidence.rising or one.numerals or one.evidence.share("number") > 0.8):
            return replace(base, confidence=0.95, reason=_("It numbers the rows."))
        if fold(base.header) in self.words.program and not one.targets:
            return replace(base, confidence=0.95, reason=_("Only the program sets this field."))
        if not self.kind.notes and not self.kind.line_notes:
            return replace(
                base, targets=(f"{CUSTOM}{base.header}",), confidence=0.4, new_kind=proposed(one.evidence),
                reason=_("No field fits; it becomes a field of your own."),
            )  # fmt: skip
        return replace(
            base, targets=(NOTES,), labelled=True, confidence=0.4,
            reason=_("No field fits; its text goes to the notes with the header in front."),
        )  # fmt: skip

    def _known(self, one: ListSeen, base: Column, target: str) -> Column:
        """A column that the program's own headers tell of."""
        name = self.program.name if self.program is not None else ""
        if self.told[one.index] == IDLE:
            said = _("It holds what {program} fills in by itself.") if name else _("Only the program needs it.")
            return replace(base, confidence=0.95, reason=said.format(program=name))
        reason = _(REASON).format(program=name) if name else _("The header says “{header}”.").format(header=one.header)
        if target == WON_ON and PLANNED.search(one.header):
            reason = _(_TO_CLOSE)
        return replace(
            base, targets=(target or NOTES,), confidence=0.97, reason=reason, labelled=self.told[one.index] == LABELLED,
            words=_PLAIN if target == "priority" else (),
        )  # fmt: skip

    def _field(self, target: str) -> Field | None:
        return self.kind.field(self.words.whole, target)

    def _sums(self) -> None:
        """An amount beside the number of the record is its total where nothing is said of lines."""
        amount = amount_of(self.kind)
        lines = {name for name in self.taken if amount and name.partition(".")[0] == amount.partition(".")[0]}
        if lines == {amount} and self.kind.record.number in self.taken and TOTAL not in self.taken:
            index = self.taken.pop(amount)
            self._take(index, TOTAL, self.chosen[index][1])

    def _parts(self) -> None:
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
                self._take(index, "contact.name", 0.95)

    def _times(self) -> None:
        """A column with the time of the day beside the day's column."""
        moment = self.kind.moment
        if moment is None or moment.kind is not K.WALL or moment.name not in self.taken:
            return
        for one in self.seen:
            if one.clock and one.index not in self.chosen:
                self._take(one.index, moment.name, 0.9)
                return

    def _persons(self) -> None:
        """Where no column names the customer, the person in the row is one."""
        named = "contact.name" in self.taken and not self.parts
        if self.kind.owner and not {CUSTOMER, CODE} & self.taken.keys() and named:
            index = self.taken.pop("contact.name")
            self._take(index, CUSTOMER, self.chosen[index][1])

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
            idle = [one for one in idle if self.kind.line is None or not PLANNED.search(one.header)]
            free = [one for one in free if one in idle or "date" not in shares]
            found = _fullest(free, shares) or (_fullest(idle, shares) if "date" in shares else None)
            if target not in self.taken and found is not None:
                self._take(found.index, target, 0.6)
                free = [one for one in free if one is not found]
        title = self.kind.record.title
        if (
            self.kind.record.has(title)
            and title not in self.taken
            and self.kind.record.field(title).required
            and not self.kind.line
        ):
            longest = max(free, key=lambda one: one.evidence.mean, default=None)
            if longest is not None and longest.evidence.mean >= 4 and longest.evidence.share("number", "date") < 0.5:
                self._take(longest.index, title, 0.55)


def _fullest(columns: Sequence[ListSeen], shares: Sequence[str]) -> ListSeen | None:
    """The column with most cells of a sort; the first of several."""
    found = [one for one in columns if one.evidence.share(*shares) > 0.6]
    return max(found, key=lambda one: one.evidence.filled, default=None)


def amount_of(kind: ListKind) -> str:
    """The target of a line's amount."""
    return f"{kind.line.name}.{AMOUNT}" if kind.line is not None else ""
