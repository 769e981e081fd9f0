"""Which field each column of customers, contacts or products goes to: by what its header says and by what stands in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from app.records.fields import Field
from app.shared.i18n import _
from app.transfer.columns import families, house_numbers, more_contacts, name_parts, unplaced
from app.transfer.columns.by_content import CONTENT_WORDS, by_content, lesser
from app.transfer.columns.customer_kinds import is_parent
from app.transfer.columns.decision import Decision
from app.transfer.columns.doubts import LEAST, OUTDONE, RULED_OUT, SLIGHTLY
from app.transfer.columns.name_columns import BARE, TRADING
from app.transfer.columns.proposals import CONTACTS, CUSTOMERS, MEANT, NOTES, PRODUCTS, SUREST, Alternative, Column
from app.transfer.columns.seen import Seen
from app.transfer.columns.weighing import EXPECTED, PERSONAL, weighed
from app.transfer.grid.folding import fold
from app.transfer.grid.headers import CONTACT, CUSTOMER, OTHER, PERSON, PRODUCT, Meaning, Vocabulary
from app.transfer.grid.scale import ALL_BUT, EACH, KNOWN, LARGELY, LIKELY, SAID

_SEVERAL = 4
"""So many goods of which so many differ share what is no code of theirs; a column of sorts has one row less at the least."""
_PART, _FURTHER, _JOINED, _CALLED, _UNTOLD = 0.95, 0.9, 0.86, 0.8, 0.55
"""How sure a column is: part of a name, of a further contact, of several fields, what a company is called, and a name that only
its cells tell of."""
_UNFILLED, _AGAIN = 0.2, 0.05
"""How much less sure are names where none stand, and a second column of a field."""
_ALTERNATIVES = 4
_OF_PERSONS, _COUNTERS = frozenset({"title", "department", "gender"}), frozenset({"id", "productid", "itemid"})
_IN_CHARGE, _SORTS = ("负责人", "負責人"), frozenset({"type", "typ", "类型"})
_LINES = re.compile(
    r"\d|apt|suite|bairro|barrio|colonia|neighbou?rhood|complement|line|unit|floor|building|district|hausn|housen|streetn|huisn|civico|door|区县|县区|^区$|所在区|所属区|街道|门牌|楼|乡镇|straße2|formatted|"
    r"exterior|interior|n[oº]ext|n[oº]int|n[uú]mext|n[uú]mint|nrdomu|numerdomu|lokalu|mieszkania|popisn|orientačn|^дом$|дома|будинку|квартир|"
    r"binano|kapı|daire|^toev|zusatz|^piso|puerta|^apto|apartament"
)


def _sorts(one: Seen) -> bool:
    """Whether a column called type says again and again of which sort the goods are."""
    return one.evidence.filled >= _SEVERAL - 1 and one.evidence.distinct < ALL_BUT


class Placing:
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
            # A step takes columns that are still free: the surer comes first.
            self._as_told()
            self._names()  # the kind of the sheet hangs on them
            self._several()  # of further contacts: before their phones may be the customer's
            self._assign()
        bare = unplaced.columns((one.index, one.header, one.evidence) for one in self.seen)
        return tuple(self._column(one, base) for one, base in zip(self.seen, bare, strict=True))

    def _column(self, one: Seen, base: Column) -> Column:
        others = sorted(self.options.get(one.index, []), key=lambda option: -option[1])
        if one.index in self.chosen:
            targets, score, part, reason = self.chosen[one.index]
            rest = tuple(
                Alternative((target,), round(conf, 2)) for target, conf, _part in others if (target,) != targets
            )[:_ALTERNATIVES]
            labelled = targets == (NOTES,) and (
                score < MEANT - OUTDONE * (not one.evidence.filled) or self.taken[NOTES][0] != one.index
            )
            return replace(
                base, targets=targets, part=part, confidence=round(min(score, SUREST), 2), reason=reason, alternatives=rest,
                labelled=labelled,
            )  # fmt: skip
        rest = tuple(Alternative((target,), round(conf, 2)) for target, conf, _part in others)[:_ALTERNATIVES]
        if not self.decision.kind or not one.evidence.filled:
            bare = replace(base, alternatives=rest)
            return bare if one.evidence.filled else unplaced.empty(bare)
        if one.other("secret"):
            return replace(base, confidence=SUREST, reason=_("Passwords are never imported."))
        if one.other("row") and one.evidence.numbering:
            return unplaced.numbering(base)
        return unplaced.noted(replace(base, alternatives=rest))

    def _as_told(self) -> None:
        """What the program that wrote the sheet, or its reader, says of the columns."""
        for one, target in zip(self.seen, self.told, strict=False):
            if target:
                self._take(one.index, (target,), SUREST, "")

    def _names(self) -> None:
        """The columns with names; where the program has told of the others, the parts of the contact's that say whose they are."""
        kind, found = self.decision.kind, self.decision
        if self.settled:
            if kind == CUSTOMERS and "contact.name" not in self.taken:
                self._parts("contact.name", [one for one in self.seen if any(part.owned for part in one.meanings)])
            return
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
            self._take(free[0].index, ("short_name",), _CALLED, "")

    def _parts(self, person: str, columns: Sequence[Seen]) -> None:
        """Give the columns with parts of a person's name that name."""
        for one in name_parts.once(columns):
            part = next((m.field for m in one.meanings if m.record == PERSON and m.score >= SAID), "")
            if part and one.index not in self.chosen and (one.evidence.filled or part != "middle"):
                self._take(one.index, (person,), _PART, part)

    def _whole_in_parts(self) -> bool:
        """Whether first and last names stand beside whole names, just once each."""
        filled = [one for one in self.seen if one.evidence.filled]
        once = name_parts.once(filled)
        parts = Counter(m.field for one in once for m in one.meanings if m.record == PERSON and m.score >= SAID)
        return parts["given"] == 1 and parts["family"] == 1

    def _several(self) -> None:
        """Give the columns of further contacts, and of the first one where it is numbered too, their fields."""
        if self.settled or self.decision.kind != CUSTOMERS or self.decision.name is None:
            return
        several = families.find(self.seen, self.words)
        for index, (number, field) in (
            several or more_contacts.find(self.seen, self.words, self.decision.persons)
        ).items():
            if index not in self.chosen:
                self._take(index, (more_contacts.target_of(number, field),), _FURTHER, "")

    def _by_index(self, index: int) -> Seen:
        return next(one for one in self.seen if one.index == index)

    def _sure(self, index: int) -> float:
        one = self._by_index(index)
        if one.joined:
            return _JOINED
        header = max((m.score for m in one.meanings if m.field in ("name", "customer")), default=_UNTOLD)
        return header if one.evidence.filled else header - _UNFILLED

    def _take(self, index: int, targets: tuple[str, ...], score: float, part: str) -> None:
        one = self._by_index(index)
        self.chosen[index] = (targets, score, part, self._reason(one, targets[0]))
        for target in targets:
            self.taken.setdefault(target, []).append(index)

    def _reason(self, one: Seen, target: str) -> str:
        field = self._field(target)
        share = one.evidence.share(*EXPECTED.get(field.kind, ())) if field else 0.0
        if one.header and any(m.score >= LIKELY for m in (*one.meanings, *one.joined)):
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
            if index in self.chosen or score < LEAST:
                continue
            if target == NOTES or not self.taken.get(target):
                self._take(index, (target,), score, "")
                continue
            lines = target.endswith("address") and self._same_lines(index, self.taken[target], second)
            if lines or (target == "tags" and score > SAID):
                self._take(index, (target,), score - _AGAIN, "")

    def _take_joined(self, one: Seen) -> None:
        alone = self.decision.kind == CUSTOMERS and not {m.field for m in one.joined} & {"name", *_OF_PERSONS}
        targets = tuple(
            target for m in one.joined if (target := (alone and self._shared(m)) or self._target(m) or self._shared(m))
        )
        free = tuple(target for target in targets if not self.taken.get(target))
        if free and one.evidence.filled:
            self._take(one.index, free, _JOINED, "")

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
        return bool(_LINES.search(header) or _LINES.search(first) or header in house_numbers.NUMBERS)

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
            found = {target: value for target, value in found.items() if value[0] > SUREST}
        elif self.decision.kind == PRODUCTS and (
            self._shared_code(one) or (one.other("identity") and one.score(PRODUCT, "code") == 0)
        ):
            found.pop("code", None)
        return [(target, score, second) for target, (score, second) in found.items()]

    def _shared_code(self, one: Seen) -> bool:
        """Whether many goods of different names share what a column says (the id of their series): no code of theirs."""
        if self.decision.name is None or one.evidence.filled < _SEVERAL:
            return False
        return one.evidence.distinct < LARGELY and self._by_index(self.decision.name).evidence.distinct > EACH

    def _by_header(self, one: Seen) -> tuple[dict[str, tuple[float, bool]], bool]:
        """The fields that the header of a column names, and whether it is understood."""
        found: dict[str, tuple[float, bool]] = {}
        understood, header = False, fold(one.header)
        for meaning in one.meanings:
            if meaning.record == OTHER:
                understood = understood or meaning.score > SAID
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
            understood = understood or meaning.score >= KNOWN
            if meaning.second and self.decision.kind == CONTACTS and target.startswith("customer."):
                continue
            owner = meaning.field == "owner" and one.score(CONTACT, "name") >= meaning.score
            less = SLIGHTLY * (owner or fold(one.header) in _COUNTERS or lesser(one, self.seen))
            if header in _SORTS:
                less += SLIGHTLY if target == "category" else RULED_OUT * (target == "specification" and _sorts(one))
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
        return meaning.field == "department" and before is not None and before.score(CUSTOMER, "owner") >= SAID

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
