"""Where each column of a sheet goes: by what its header says and by what stands in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from app.records.fields import Field
from app.shared.i18n import N_, _
from app.transfer.columns import crosstabs, families, headless, more_contacts, name_parts, salutations, twins
from app.transfer.columns.by_content import CONTENT_WORDS, by_content, lesser
from app.transfer.columns.customer_kinds import is_parent
from app.transfer.columns.decision import Decision
from app.transfer.columns.kinds import decide
from app.transfer.columns.name_columns import BARE, TRADING
from app.transfer.columns.programs import recognised
from app.transfer.columns.proposals import CONTACTS, CUSTOMERS, NOTES, PRODUCTS, Alternative, Column, Proposal, unplaced
from app.transfer.columns.seen import Seen
from app.transfer.columns.weighing import EXPECTED, PERSONAL, weighed
from app.transfer.grid.cells import chosen, column_cells
from app.transfer.grid.evidence import MANY_COLUMNS, gather
from app.transfer.grid.folding import fold
from app.transfer.grid.headers import CONTACT, CUSTOMER, OTHER, PERSON, PRODUCT, Meaning, Vocabulary
from app.transfer.grid.remarks import is_remark
from app.transfer.grid.sheets import Cell, Sheet
from app.transfer.layout import hidden
from app.transfer.layout.detecting import Layout, detect
from app.transfer.layout.tables import own_name

_SEVERAL, _STAFF = 4, 0.9
_OF_PERSONS, _COUNTERS = frozenset({"title", "department", "gender"}), frozenset({"id", "productid", "itemid"})
_IN_CHARGE, _SORTS = ("负责人", "負責人"), frozenset({"type", "typ", "类型"})
_LINES = re.compile(
    r"\d|apt|suite|bairro|barrio|colonia|neighbou?rhood|complement|line|unit|floor|building|district|hausn|housen|streetn|huisn|civico|door|区县|县区|^区$|所在区|所属区|街道|门牌|楼|乡镇|straße2|formatted"
)


def propose(
    sheet: Sheet, words: Vocabulary, kind: str | None = None, layout: Layout | None = None, *, leave: bool = False
) -> Proposal:  # fmt: skip
    """Say what a sheet holds and where its columns go.

    Args:
        sheet: the sheet as read.
        words: what headers may mean.
        kind: the kind of its records if the user says so.
        layout: where its table is, if known.
        leave: whether rows and columns that are hidden are left out.
    """
    whole, sheet = sheet, hidden.shown(sheet) if leave else sheet
    layout = layout or detect(sheet, words)
    if leave:
        layout = replace(layout, skipped=hidden.told(layout.skipped, whole))
    kind = kind or sheet.kind or None
    rows = chosen(sheet.rows, layout.data)
    tabled = {} if sheet.kind else crosstabs.find(sheet, layout)
    seen = headless.goods(headless.parts(twins.lowered(salutations.apart([
        _see(column_cells(rows, index), layout, index, words, index in tabled)
        for index in layout.columns if not is_remark(layout.header(index))
    ]))))  # fmt: skip
    program = recognised.recognise([one.header for one in seen]) if rows and not sheet.kind else None
    decision = recognised.decision(program, seen, kind) or (
        decide(own_name(sheet), layout.form and kind is None, seen, kind)
        if layout.data
        else Decision(None, N_("It holds no rows."))
    )
    settled = bool(sheet.kind or recognised.decision(program, seen, kind))
    if kind is None and not settled:
        decision = more_contacts.settled(decision, seen, words)
    told = (
        sheet.targets if sheet.kind and decision.kind == sheet.kind else recognised.told(program, seen, decision.kind)
    )
    columns = recognised.placed(_Mapper(words, seen, decision, told, settled).columns(), program, decision.kind, seen)
    if tabled and decision.kind:
        columns = crosstabs.placed(columns, tabled)
    return Proposal(
        sheet.name, layout, decision.kind, _(decision.reason), columns, decision.persons, decision.suppliers, sheet.within,
        hidden.of(whole, taken=not leave), sheet.anew, program.name if program else "",
    )  # fmt: skip


def _see(cells: list[Cell], layout: Layout, index: int, words: Vocabulary, amounts: bool = False) -> Seen:
    header = layout.headers[index] if index < len(layout.headers) else ""
    evidence = gather(cells, len(layout.columns) > MANY_COLUMNS and not words.lookup(header))
    if amounts:
        return Seen(index, header, (), (), evidence)
    if " / " not in header:
        return Seen(
            index, header, words.lookup(header) if header else (), words.joined(header) if header else (), evidence
        )
    upper, _slash, lower = header.partition(" / ")
    glued = words.lookup(upper + lower)
    sure = glued if glued and glued[0].score >= 0.93 else ()
    found = sure or words.lookup(lower) or words.lookup(upper)
    return Seen(index, header, found, words.joined(lower), evidence)


def _sorts(one: Seen) -> bool:
    """Whether a column called type says again and again of which sort the goods are."""
    return one.evidence.filled >= _SEVERAL - 1 and one.evidence.distinct < _STAFF


class _Mapper:
    """Gives each column of one sheet its field."""

    def __init__(
        self, words: Vocabulary, seen: Sequence[Seen], decision: Decision, told: Sequence[str], settled: bool
    ) -> None:
        self.words = words
        self.seen = seen
        self.told, self.settled = told, settled
        self.decision = decision
        self.contact = decision.person is not None or (decision.parts and not decision.persons)
        self.parents = any(is_parent(one.header) and one.evidence.filled for one in seen)
        self.taken: dict[str, list[int]] = {}
        self.chosen: dict[int, tuple[tuple[str, ...], float, str, str]] = {}
        self.options: dict[int, list[tuple[str, float, str]]] = {}

    def columns(self) -> tuple[Column, ...]:
        """The columns with their fields."""
        if self.decision.kind:
            for one, target in zip(self.seen, self.told, strict=False):
                if target:
                    self._take(one.index, (target,), 0.99, "")
            if not self.settled:
                self._names()
                self._several()
            elif self.decision.kind == CUSTOMERS and "contact.name" not in self.taken:
                self._parts("contact.name", [one for one in self.seen if any(part.owned for part in one.meanings)])
            self._assign()
        bare = unplaced((one.index, one.header, one.evidence) for one in self.seen)
        return tuple(self._column(one, base) for one, base in zip(self.seen, bare, strict=True))

    def _column(self, one: Seen, base: Column) -> Column:
        others = sorted(self.options.get(one.index, []), key=lambda option: -option[1])
        if one.index in self.chosen:
            targets, score, part, reason = self.chosen[one.index]
            rest = tuple(
                Alternative((target,), round(conf, 2)) for target, conf, _part in others if (target,) != targets
            )[:4]
            labelled = targets == (NOTES,) and (
                score < 0.95 - 0.3 * (not one.evidence.filled) or self.taken[NOTES][0] != one.index
            )
            return replace(
                base, targets=targets, part=part, confidence=round(min(score, 0.99), 2), reason=reason, alternatives=rest,
                labelled=labelled,
            )  # fmt: skip
        rest = tuple(Alternative((target,), round(conf, 2)) for target, conf, _part in others)[:4]
        if not self.decision.kind or not one.evidence.filled:
            return replace(base, reason=_("The column is empty.") if not one.evidence.filled else "", alternatives=rest)
        if one.other("secret"):
            return replace(base, confidence=0.99, reason=_("Passwords are never imported."))
        if one.other("row") and (one.evidence.rising or one.evidence.share("number") > 0.7):
            return replace(base, confidence=0.95, reason=_("It numbers the rows."))
        return replace(
            base, targets=(NOTES,), labelled=True, confidence=0.4, alternatives=rest,
            reason=_("No field fits; its text goes to the notes with the header in front."),
        )  # fmt: skip

    def _names(self) -> None:
        """Place the columns with names first: the kind of the sheet hangs on them."""
        kind, found = self.decision.kind, self.decision
        company = {CUSTOMERS: "name", CONTACTS: "customer", PRODUCTS: "name"}[kind or CUSTOMERS]
        person = "contact.name" if kind == CUSTOMERS and self.contact else "name"
        if found.name is not None and found.name not in self.chosen:
            self._take(found.name, (company,), self._sure(found.name), "")
        if found.person is not None and found.person not in self.chosen:
            one = self._by_index(found.person)
            joined = tuple(self._target(m) for m in one.joined)
            targets = tuple(target for target in joined if target) or (person,)
            self._take(found.person, targets if person in targets else (person,), self._sure(found.person), "")
        if kind == CUSTOMERS and found.name is not None:
            self._also_called(found.name, TRADING if found.person is None else TRADING | BARE)
        if found.parts or found.person is not None or found.persons:
            self._parts(person, self.seen if found.parts or self._whole_in_parts() else ())

    def _also_called(self, name: int, words: frozenset[str]) -> None:
        """A plain name beside the company's and that of its person is what the company is called by: Nombre, Razón Social; so is the
        name that it trades under."""
        free = [
            one
            for one in self.seen
            if fold(one.header) in words and one.evidence.filled and one.index not in self.chosen
        ]
        if len(free) == 1 and fold(self._by_index(name).header) not in words:
            self._take(free[0].index, ("short_name",), 0.8, "")

    def _parts(self, person: str, columns: Sequence[Seen]) -> None:
        """Give the columns with parts of a person's name that name."""
        for one in name_parts.once(columns):
            part = next((m.field for m in one.meanings if m.record == PERSON and m.score >= 0.9), "")
            if part and one.index not in self.chosen and (one.evidence.filled or part != "middle"):
                self._take(one.index, (person,), 0.95, part)

    def _whole_in_parts(self) -> bool:
        """Whether first and last names stand beside whole names, just once each."""
        filled = [one for one in self.seen if one.evidence.filled]
        once = name_parts.once(filled)
        parts = Counter(m.field for one in once for m in one.meanings if m.record == PERSON and m.score >= 0.9)
        return parts["given"] == 1 and parts["family"] == 1

    def _several(self) -> None:
        """Give the columns of further contacts, and of the first one where it is numbered too, their fields."""
        if self.decision.kind != CUSTOMERS or self.decision.name is None:
            return
        several = families.find(self.seen, self.words)
        for index, (number, field) in (
            several or more_contacts.find(self.seen, self.words, self.decision.persons)
        ).items():
            if index not in self.chosen:
                self._take(index, (more_contacts.target_of(number, field),), 0.9, "")

    def _by_index(self, index: int) -> Seen:
        return next(one for one in self.seen if one.index == index)

    def _sure(self, index: int) -> float:
        one = self._by_index(index)
        if one.joined:
            return 0.86
        header = max((m.score for m in one.meanings if m.field in ("name", "customer")), default=0.55)
        return header if one.evidence.filled else header - 0.2

    def _take(self, index: int, targets: tuple[str, ...], score: float, part: str) -> None:
        one = self._by_index(index)
        self.chosen[index] = (targets, score, part, self._reason(one, targets[0]))
        for target in targets:
            self.taken.setdefault(target, []).append(index)

    def _reason(self, one: Seen, target: str) -> str:
        field = self._field(target)
        share = one.evidence.share(*EXPECTED.get(field.kind, ())) if field else 0.0
        if one.header and any(m.score >= 0.6 for m in (*one.meanings, *one.joined)):
            if field and field.kind in EXPECTED and one.evidence.filled:
                good = round(share * one.evidence.filled)
                return _("The header says “{header}”; {good} of {count} values fit.").format(
                    header=one.header, good=good, count=one.evidence.filled
                )
            return _("The header says “{header}”.").format(header=one.header)
        word = CONTENT_WORDS.get(target.rpartition(".")[2])
        if word:
            return _("Most of the cells hold {what}.").format(what=_(word))
        return _("It is the likeliest column by what stands in it.")

    def _assign(self) -> None:
        candidates: list[tuple[float, int, str, bool]] = []
        for one in self.seen:
            for target, score, second in self._candidates(one):
                self.options.setdefault(one.index, []).append((target, score, ""))
                candidates.append((score, one.index, target, second))
            if one.index not in self.chosen and one.joined:
                self._take_joined(one)
        candidates.sort(key=lambda entry: (-round(entry[0], 3), entry[1]))
        for score, index, target, second in candidates:
            if index in self.chosen or score < 0.45:
                continue
            if target == NOTES or not self.taken.get(target):
                self._take(index, (target,), score, "")
                continue
            lines = target.endswith("address") and self._same_lines(index, self.taken[target], second)
            if lines or (target == "tags" and score > 0.9):
                self._take(index, (target,), score - 0.05, "")

    def _take_joined(self, one: Seen) -> None:
        alone = self.decision.kind == CUSTOMERS and not {m.field for m in one.joined} & {"name", *_OF_PERSONS}
        targets = tuple(
            target for m in one.joined if (target := (alone and self._shared(m)) or self._target(m) or self._shared(m))
        )
        free = tuple(target for target in targets if not self.taken.get(target))
        if free and one.evidence.filled:
            self._take(one.index, free, 0.86, "")

    def _shared(self, meaning: Meaning) -> str | None:
        """The customer's field of the same name, where a sheet has no contacts."""
        if self.decision.kind == CUSTOMERS and meaning.record == CONTACT and meaning.field not in ("name", NOTES):
            return meaning.field if self.words.types[CUSTOMER].has(meaning.field) else None
        return None

    def _same_lines(self, index: int, others: list[int], second: bool) -> bool:
        """Whether two columns are lines of one address; a ``second`` one is where the first is numbered like it (住所1, 住所2)."""
        header, first = (fold(self._by_index(place).header) for place in (index, others[0]))
        if (second and header[:-1] != first[:-1]) or "formatted" in header or "formatted" in first:
            return False
        return bool(_LINES.search(header) or _LINES.search(first))

    def _candidates(self, one: Seen) -> list[tuple[str, float, bool]]:
        """The fields that one column may go to, with scores."""
        if one.index in self.chosen or one.other("secret"):
            return []
        found, understood = self._by_header(one)
        identity = one.other("identity") or one.other("row") or one.other("deal")
        if (not understood or not one.header) and not identity and self.decision.kind != PRODUCTS:
            for target, score in by_content(one, self.seen, self._spots).items():
                found.setdefault(target, (score, False))
        if identity and self.decision.kind != PRODUCTS:
            found = {target: value for target, value in found.items() if value[0] > 0.99}
        elif self.decision.kind == PRODUCTS and (
            self._shared_code(one) or (one.other("identity") and one.score(PRODUCT, "code") == 0)
        ):
            found.pop("code", None)
        return [(target, score, second) for target, (score, second) in found.items()]

    def _shared_code(self, one: Seen) -> bool:
        """Whether many goods of different names share what a column says (the id of their series): no code of theirs."""
        if self.decision.name is None or one.evidence.filled < _SEVERAL:
            return False
        return one.evidence.distinct < 0.7 and self._by_index(self.decision.name).evidence.distinct > 0.95

    def _by_header(self, one: Seen) -> tuple[dict[str, tuple[float, bool]], bool]:
        """The fields that the header of a column names, and whether it is understood."""
        found: dict[str, tuple[float, bool]] = {}
        understood, header = False, fold(one.header)
        for meaning in one.meanings:
            if meaning.record == OTHER:
                understood = understood or meaning.score > 0.9
                continue
            if self._of_ours(one, header, meaning):
                understood = True
                continue
            target = self._target(meaning)
            if target == "contact.customer" and self.decision.person is not None and is_parent(one.header):
                # Of companies with their contacts in the row it is the company above (门店, 联系人, 所属客户).
                target = "parent_company"
            field = self._field(target) if target else None
            if target is None or field is None or (target == "contact.customer" and not is_parent(one.header)):
                continue
            understood = understood or meaning.score >= 0.8
            if meaning.second and self.decision.kind == CONTACTS and target.startswith("customer."):
                continue
            owner = meaning.field == "owner" and one.score(CONTACT, "name") >= meaning.score
            less = 0.03 * (owner or fold(one.header) in _COUNTERS or lesser(one, self.seen))
            if header in _SORTS:
                less += 0.03 if target == "category" else 0.6 * (target == "specification" and _sorts(one))
            kind, contact = self.decision.kind, self.contact
            score = weighed(meaning, target, field, one.evidence, kind=kind, contact=contact) - less
            if target not in found or found[target][0] < score:
                found[target] = score, meaning.second
        return found, understood

    def _of_ours(self, one: Seen, header: str, meaning: Meaning) -> bool:
        """Whether a column tells something of the user's own people: the address of who is in charge of a person (负责人邮箱), or the
        department right behind who serves the customer."""
        if self.decision.persons and meaning.owned and header.startswith(_IN_CHARGE):
            return True
        before = next((other for other in self.seen if other.index == one.index - 1), None)
        return meaning.field == "department" and before is not None and before.score(CUSTOMER, "owner") >= _STAFF

    def _spots(self, name: str) -> list[str]:
        if self.decision.kind == CONTACTS:
            return [name] if self.words.types[CONTACT].has(name) else [f"customer.{name}"]
        spots = [name]
        if self.contact and self.words.types[CONTACT].has(name):
            spots = [f"contact.{name}", name] if name in PERSONAL else [name, f"contact.{name}"]
        return spots

    def _target(self, meaning: Meaning) -> str | None:
        """The field of a meaning, as this kind of sheet calls it."""
        kind = self.decision.kind
        if kind == PRODUCTS:
            return meaning.field if meaning.record == PRODUCT else None
        if meaning.record == CUSTOMER:
            if kind == CUSTOMERS:
                return meaning.field
            return {"name": "customer", "notes": NOTES}.get(meaning.field, f"customer.{meaning.field}")
        if meaning.record == CONTACT:
            if kind == CONTACTS:
                return meaning.field
            if meaning.field == "customer":
                return "contact.customer"
            if self.contact and self.decision.persons:
                # The pupil's own; what the parents' columns hold is placed by their names.
                return (
                    meaning.field if self.words.types[CUSTOMER].has(meaning.field) and meaning.field != "name" else None
                )
            theirs = (self.contact and meaning.field != "notes") or (self.parents and meaning.field in _OF_PERSONS)
            return f"contact.{meaning.field}" if theirs else None
        return None

    def _field(self, target: str) -> Field | None:
        records = {CUSTOMERS: CUSTOMER, CONTACTS: CONTACT, PRODUCTS: PRODUCT}
        record, name = records[self.decision.kind or CUSTOMERS], target
        if "." in target:
            record, name = more_contacts.plain(target)[0].split(".", 1)
        types = self.words.types
        return types[record].field(name) if types[record].has(name) else None
