"""Which rows are about the same customer, contact or product, in the file and in the book."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain

from app.customers.alike import OFFICE, SERVICE, SHARED, VERY_SIMILAR, Known, common, likeness, other_digits
from app.customers.alike import SIMILAR as ALIKE
from app.customers.kin import Kin, kin
from app.shared.i18n import N_, _, translate
from app.shared.loose_names import loose_key
from app.shared.names import person_key
from app.transfer.grid.stopping import watched
from app.transfer.plans.match_rules import DEFAULT, EMAIL, NAME, NAME_CITY, PHONE, SIMILAR, TAX

_FEW = 8
_NAMESAKES, _SPELLINGS = 200, 5
_TAX_LENGTH = 8


@dataclass(frozen=True, slots=True)
class Match:
    """What a row is like.

    Args:
        book_id: the record in the book, 0 when it is a row of the file.
        row: the row of the file (as Excel numbers it), 0 when it is in the book.
        title: its name.
        reason: why, in the language in use.
        certain: whether it surely is the same; otherwise a person decides.
        score: how alike the names are, 0 to 100.
        ref: the place in the index.
        rule: by which rule, see ``match_rules``.
        stood: whether it is a person who stood for the company that the row names.
    """

    book_id: int
    row: int
    title: str
    reason: str
    certain: bool
    score: int
    ref: int
    rule: str = ""
    stood: bool = False


class CustomerIndex:
    """Finds the customers that a row is like."""

    def __init__(self, rules: Sequence[str] = DEFAULT) -> None:
        """
        Args:
            rules: by which a customer is found, see ``match_rules``; the first that is sure decides, else the first at all.
        """
        of = CustomerIndex
        known = {
            TAX: of._by_tax, NAME: of._by_name, NAME_CITY: of._by_name_and_city, PHONE: of._by_phone, EMAIL: of._by_email,
            SIMILAR: of._same_place,
        }  # fmt: skip
        # Not bound to the index: it would hold itself, and stay when the plan is made.
        self._rules = [known[rule] for rule in rules if rule in known]
        self._rules_alone = [rule for rule in self._rules if rule is of._same_place]
        self.all: list[Known] = []
        self._key: dict[str, list[int]] = defaultdict(list)
        self._untaxed: dict[str, list[int]] = defaultdict(list)
        self._unnumbered: dict[str, list[int]] = defaultdict(list)
        self._numbered: dict[tuple[str, str], list[int]] = defaultdict(list)
        self._sheets: set[str] = set()
        self._tax: dict[str, int] = {}
        self._phone: dict[str, list[int]] = {}
        self._email: dict[str, list[int]] = {}
        self._block: dict[tuple[str, str, bool], list[int]] = defaultdict(list)
        self._shared: set[str] = set()
        self._again: set[str] | None = None
        self._common: set[str] | None = None
        self._asked: tuple[Known | None, bool] = None, False
        self._kin: Kin = {}

    def survey(self, drafts: Sequence[Known], only: bool = False) -> None:
        """Learn which phones and e-mails several different names share: a switchboard, or an address of the office.

        Args:
            only: these are all that will ever be put in or looked for; what stands once among them is not indexed then.
        """
        told = Counter(chain.from_iterable(one.phones + one.emails for one in watched(drafts)))
        twice = {value for value, count in told.items() if count > 1}
        del told
        again = set(twice)
        names: dict[str, set[str]] = defaultdict(set)
        words: dict[str, str] = {}
        for one in watched(drafts):
            key = one.key
            if not (twice.isdisjoint(one.phones) and twice.isdisjoint(one.emails)):
                for value in twice.intersection(one.phones + one.emails):
                    names[value].add(key)
            if key in words:
                again.add(key)
            else:
                words[key] = "" if one.person else one.name
            if one.tax in words:
                again.add(one.tax)
            elif one.tax:
                words[one.tax] = ""
        self._shared |= {value for value, held in names.items() if len(held) >= SHARED}
        self._kin = kin({key: name for key, name in words.items() if name})
        self._again = again | self._kin.keys() if only else None
        self._common = self._again - self._shared if self._again is not None else None
        self._asked = None, False

    def add(self, one: Known) -> int:
        """Put a customer in; returns its place."""
        ref = len(self.all)
        self.all.append(one)
        if one.key and one.city and not one.person:
            self._block[one.city, one.key[:3], bool(one.tax)].append(ref)
        if not self._stands_alone(one):
            again = self._again
            if one.key and (again is None or one.key in again):
                self._key[one.key].append(ref)
                if one.row and one.identity:
                    self._numbered[one.key, one.identity].append(ref)
                    self._sheets.add(one.sheet)
                else:
                    self._unnumbered[one.key].append(ref)
                if not one.tax:
                    self._untaxed[one.key].append(ref)
            if one.tax and (again is None or one.tax in again):
                self._tax.setdefault(one.tax, ref)
            self._enter(ref, one)
        return ref

    def _stands_alone(self, one: Known) -> bool:
        """Whether nothing by which a customer is found is that of another too; asked before it is sought and put in."""
        asked, alone = self._asked
        if asked is one:
            return alone
        again = self._again
        alone = not (
            again is None
            or one.key in again
            or (one.tax and one.tax in again)
            or not (again.isdisjoint(one.phones) and again.isdisjoint(one.emails))
        )
        self._asked = one, alone
        return alone

    def reach(self, ref: int, one: Known) -> None:
        """Take phones, e-mails and the tax number of a row into the customer it was found to be about."""
        held = self.all[ref]
        if not (
            all(phone in held.phones for phone in one.phones)
            and all(email in held.emails for email in one.emails)
            and (held.tax or not one.tax)
            and (held.city or not one.city)
        ):
            self.all[ref] = replace(
                held, phones=_both(held.phones, one.phones), emails=_both(held.emails, one.emails),
                tax=held.tax or one.tax, city=held.city or one.city,
            )  # fmt: skip
            self._enter(ref, one)
        if one.tax:
            self._tax.setdefault(one.tax, ref)

    def renamed(self, ref: int, one: Known) -> None:
        """Let the person who stood for a company be found by the company's name from now on."""
        self.all[ref] = replace(self.all[ref], name=one.name, key=one.key, person=False)
        for table in (self._key, self._untaxed, self._unnumbered):
            table[one.key].append(ref)

    def _enter(self, ref: int, one: Known) -> None:
        for table, values in ((self._phone, one.phones), (self._email, one.emails)):
            for value in values:
                if value in self._shared if self._common is None else value not in self._common:
                    continue
                if (refs := table.get(value)) is None:
                    table[value] = [ref]
                elif ref not in refs:
                    refs.append(ref)

    def find(self, one: Known) -> Match | None:
        """The customer that a row is about: surely the same, or one so like it that a person should look."""
        doubtful: Match | None = None
        for rule in self._rules_alone if self._stands_alone(one) else self._rules:
            found = rule(self, one)
            if found is not None:
                if found.certain:
                    return found
                doubtful = doubtful or found
        return doubtful

    def named(self, one: Known) -> list[int]:
        """All customers of this name, legal forms left out."""
        return list(self._key.get(one.key, ())) if one.key else []

    def reached(self, one: Known) -> list[int]:
        """All customers that share a phone or an e-mail with this one."""
        found = [ref for value in sorted(one.phones) for ref in self._phone.get(value, ())]
        return list(
            dict.fromkeys((*found, *(ref for value in sorted(one.emails) for ref in self._email.get(value, ()))))
        )

    def _by_tax(self, one: Known) -> Match | None:
        return self._same_tax(self._tax[one.tax], one) if len(one.tax) >= _TAX_LENGTH and one.tax in self._tax else None

    def _by_name(self, one: Known) -> Match | None:
        sure: list[Match] = []
        moved: Match | None = None
        doubtful: Match | None = None
        for ref in self._of_name(one):
            found = self._same_name(ref, one)
            if found and found.certain:
                if self._elsewhere(ref, one):
                    moved = moved or found
                else:
                    sure.append(found)
            doubtful = doubtful or found
        if len(sure) > 1:
            return self._one_of([found for found in sure if found.title == one.name] or sure, one)
        return sure[0] if sure else moved or doubtful or self._by_kin(one)

    def _by_kin(self, one: Known) -> Match | None:
        """One whose name may be another spelling of this, or its short form: for a person to decide."""
        if one.person:
            return None
        for key, short in self._kin.get(one.key, ()):
            for ref in self._key.get(key, ())[:_SPELLINGS]:
                held = self.all[ref]
                shared = common(held.phones, one.phones) or common(held.emails, one.emails)
                numbered = held.identity and one.identity and held.identity != one.identity and held.sheet == one.sheet
                if held.person or (held.tax and one.tax and held.tax != one.tax):
                    continue
                if shared or not ((numbered or short) and self._elsewhere(ref, one)):
                    score = likeness(loose_key(held.name, held.key), loose_key(one.name, one.key))
                    return self._match(
                        ref, _("The same name written another way"), certain=False, score=score, rule=NAME
                    )
        return None

    def _of_name(self, one: Known) -> Sequence[int]:
        """Customers of this name; of very many (“散客”) the first ones, and those that share a phone or an e-mail."""
        table = self._key
        if len(one.tax) >= _TAX_LENGTH and not one.identity and CustomerIndex._by_tax in self._rules:
            table = self._untaxed  # one with this number is found by it, those with another are others
        refs = table.get(one.key, ()) if one.key else ()
        if (
            len(refs) > _FEW
            and one.row
            and one.identity
            and self._sheets == {one.sheet}
            and not self._at_switchboard(one)
        ):
            # Rows of its sheet with other numbers are others, unless they share a phone or an e-mail.
            theirs = self._numbered.get((one.key, one.identity), ())
            alike = (ref for ref in self.reached(one) if self.all[ref].key == one.key)
            others: Sequence[int] = self._unnumbered.get(one.key, ())
            if one.tax:
                others = [ref for ref in others if self.all[ref].tax in ("", one.tax)]
            refs = sorted({*others, *theirs, *alike})
        if len(refs) <= _NAMESAKES:
            return refs
        return sorted({*refs[:_NAMESAKES], *(ref for ref in self.reached(one) if self.all[ref].key == one.key)})

    def _at_switchboard(self, one: Known) -> bool:
        return not self._shared.isdisjoint(one.phones) or not self._shared.isdisjoint(one.emails)

    def _one_of(self, sure: list[Match], one: Known) -> Match:
        """Of several of one name the one that shares more.

        Where the book has several and the row's phone, e-mail or address is none of theirs, a person decides. A row that
        says no more than the name changes nothing, so that the first will do.
        """
        told = one.phones or one.emails or one.address
        if not told or sum(found.book_id > 0 for found in sure) < 2:
            return sure[0]
        nearer = next((found for found in sure if self._nearer(self.all[found.ref], one)), None)
        return nearer or self._match(sure[0].ref, _("Several have this name"), certain=False)

    @staticmethod
    def _nearer(held: Known, one: Known) -> bool:
        same = common(held.phones, one.phones) or common(held.emails, one.emails)
        return bool(same or (held.address and held.place == one.place))

    def _by_name_and_city(self, one: Known) -> Match | None:
        for ref in self._of_name(one) if one.city else ():
            if self.all[ref].city == one.city and self._same_name(ref, one):
                return self._match(ref, _("Same name and city"), certain=True, rule=NAME_CITY)
        return None

    def _by_phone(self, one: Known) -> Match | None:
        return self._same_reach(one, self._phone, one.phones, N_("Same phone"), PHONE)

    def _by_email(self, one: Known) -> Match | None:
        return self._same_reach(one, self._email, one.emails, N_("Same e-mail"), EMAIL)

    def _same_tax(self, ref: int, one: Known) -> Match:
        held = self.all[ref]
        score = likeness(held.key, one.key) if held.key and one.key and held.key != one.key else 100
        if score < ALIKE:
            return self._match(ref, _("Same tax number, but another name"), certain=False, score=score, rule=TAX)
        return self._match(ref, _("Same tax number"), certain=True, rule=TAX)

    def _elsewhere(self, ref: int, one: Known) -> bool:
        held = self.all[ref]
        return bool(held.city and one.city and held.city != one.city)

    def _same_name(self, ref: int, one: Known) -> Match | None:
        held = self.all[ref]
        numbered = (
            held.identity
            and one.identity
            and held.identity != one.identity
            and held.row
            and one.row
            and held.sheet == one.sheet
        )
        if not numbered and held.tax and one.tax and held.tax != one.tax:
            return None
        shared = common(held.phones, one.phones) or common(held.emails, one.emails)
        if numbered:
            return (
                self._match(ref, _("Same name and phone or e-mail, but another number"), certain=False)
                if shared
                else None
            )
        if held.person or one.person:
            if shared:
                return self._match(ref, _("Same name and phone or e-mail"), certain=True)
            if (held.phones or held.emails) and (one.phones or one.emails):
                return None
            alike = held.place == one.place and held.city == one.city and not (held.identity or one.identity)
            return self._match(ref, _("Same name"), alike)
        if self._elsewhere(ref, one):
            if held.book_id and any(value not in self._shared and not SERVICE.match(value) for value in shared):
                return self._match(ref, _("Same name and phone or e-mail"), certain=True)
            return self._match(ref, _("Same name, but another city"), certain=False) if shared else None
        if (
            len(one.key) <= 3
            and len(one.name) <= 4
            and not shared
            and held.address
            and one.address
            and held.place != one.place
        ):
            return self._match(ref, _("Same short name, but another address"), certain=False)
        return self._match(ref, _("Same name"), certain=True)

    def _same_reach(
        self, one: Known, table: dict[str, list[int]], values: Sequence[str], reason: str, rule: str
    ) -> Match | None:
        if one.person:
            return None
        for value in values:
            if value in self._shared:
                continue
            for ref in table.get(value, ())[:5]:
                held = self.all[ref]
                if held.person and held.book_id and one.contact and person_key(one.contact) == held.key:
                    # The company was not known when the customer was made; now it is.
                    score = likeness(held.key, one.key)
                    found = self._match(ref, _("Called as its contact"), certain=False, score=score, rule=rule)
                    return replace(found, stood=True)
                if held.person or held.key == one.key or (held.tax and one.tax):
                    continue
                score = likeness(held.key, one.key)
                numbered = held.identity and one.identity and held.sheet == one.sheet
                needed = VERY_SIMILAR if numbered or OFFICE.match(value) else ALIKE
                if score >= needed:
                    return self._match(ref, translate(reason), certain=False, score=score, rule=rule)
        return None

    def _same_place(self, one: Known) -> Match | None:
        """Names that differ by a letter or two, in the same city."""
        if one.person or not one.city or len(one.key) < 4:
            return None
        taxed = () if one.tax else self._block.get((one.city, one.key[:3], True), ())[-12:]
        for ref in (*taxed, *self._block.get((one.city, one.key[:3], False), ())[-12:]):
            held = self.all[ref]
            if held.key == one.key or (held.identity and one.identity) or (held.tax and one.tax):
                continue
            score = likeness(held.key, one.key)
            if score >= VERY_SIMILAR and other_digits(held.key, one.key):
                return self._match(ref, _("Similar name in the same city"), certain=False, score=score, rule=SIMILAR)
        return None

    def _match(self, ref: int, reason: str, certain: bool, score: int = 100, rule: str = NAME) -> Match:
        held = self.all[ref]
        return Match(held.book_id, held.row, held.name, reason, certain, score, ref, rule)


def _both(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[str, ...]:
    return (*first, *(value for value in second if value not in first))
