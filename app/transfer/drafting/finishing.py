"""The values of a row, gathered from its columns, made into the records that it holds."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from app.customers.joining import same
from app.records.fields import RecordType
from app.shared import phones
from app.shared.i18n import _, translate
from app.shared.packed import Packed
from app.shared.phones import Phone
from app.transfer.columns.proposals import CONTACTS, CUSTOM, CUSTOMERS, NOTES, PRODUCTS, RECORD_OF, Proposal
from app.transfer.converting import persons, private
from app.transfer.converting.outcome import OTHERS
from app.transfer.converting.persons import Person
from app.transfer.converting.problems import Problem
from app.transfer.converting.spare import repeated, unsaid_parts
from app.transfer.converting.whereabouts import usual
from app.transfer.drafting import merging, own_links
from app.transfer.drafting.list_finishing import ListFinisher
from app.transfer.drafting.rows import MORE, Draft, Gathered
from app.transfer.drafting.spare_numbers import spread
from app.transfer.drafting.tidying import called_by_mail, called_otherwise, put_right
from app.transfer.grid.cells import text
from app.transfer.grid.folding import fold, folded
from app.transfer.grid.list_kinds import kind_of

_ROUND = 1000
_NO_VALUES: dict[str, Any] = {}
_NO_PROBLEMS: list[Problem] = []
_NUMBERS = ("#identity", "#code", "#numbers", "#above")
_FOUND_HERE = frozenset({"name", "mobile", "phone"})
"""Fields of a contact that a row may have without a column for them."""
_WORD = re.compile(r"\w")
_COMPANY_FLAGS = folded("Ist ein Unternehmen|is a company|is company|是否公司|是否企业")


def finish(
    proposal: Proposal, types: Mapping[str, RecordType], gathered: Gathered, currency: str = "CNY"
) -> list[Draft] | Packed[Draft]:
    """The drafts of a sheet, in the order of its rows."""
    if (listed := kind_of(types, proposal.kind)) is not None:
        lists = ListFinisher(proposal, types, listed, currency)
        return lists.rows(gathered, lambda number, problems: Draft(number, problems=problems))
    finisher = _Finisher(proposal, types, gathered)
    kind = proposal.kind or CUSTOMERS
    make = {CUSTOMERS: finisher.customer, CONTACTS: finisher.contact, PRODUCTS: finisher.product}[kind]
    out: Packed[Draft] = Packed()
    parts = tuple(column for column in proposal.columns if column.part)
    numbered = not finisher.told.isdisjoint(_NUMBERS)
    rows = zip(gathered.numbers, gathered.values, gathered.notes, gathered.problems, strict=True)
    for at, (number, held, notes, problems) in enumerate(rows):
        if at % _ROUND == 0:
            gathered.pause()
        one = Draft(number + 1, held, problems=problems or [])
        if numbered:
            one.identity, one.code = held.pop("#identity", ""), held.pop("#code", "")
            one.numbers, one.above = tuple(held.pop("#numbers", ())), held.pop("#above", "")
        lines = notes if notes is not None else []
        if parts:
            lines += unsaid_parts(parts, held)
        make(one, held, [line for line in lines if not repeated(line, held)] if proposal.program else lines)
        if one.customer is held:
            one.customer = dict(held)  # with the room that its fields take, not all columns of the sheet
        if one.product is not held:
            held.clear()
        _slim(one)
        out.append(one)
    return out


def _slim(one: Draft) -> None:
    """Let a finished row share what is empty, which nobody changes in place any more: 25 MB of 100,000 rows."""
    one.contact = one.contact or _NO_VALUES
    one.product = one.product or _NO_VALUES
    one.problems = one.problems or _NO_PROBLEMS


class _Finisher:
    def __init__(self, proposal: Proposal, types: Mapping[str, RecordType], gathered: Gathered) -> None:
        self.proposal, self.types, self.region = proposal, types, gathered.region
        self.here = usual(self.region, gathered.values) if proposal.program else ""
        self.record = types[RECORD_OF[proposal.kind or CUSTOMERS]]
        self.links = own_links.linking(types["customer"])
        name = next(
            (column for column in proposal.columns if column.part or {"name", "customer"} & set(column.targets)), None
        )
        self.name_key, self.name_index = self.name_of = (name.key, name.index) if name else ("", -1)
        self.parts = any(column.part for column in proposal.columns)
        self.named = any(held.get("name") for held in gathered.values)
        flag = proposal.column_of("kind")
        self.is_company = flag is not None and fold(flag.header) in _COMPANY_FLAGS
        self.contact_named = proposal.column_of("contact.name") is not None
        self.told = told = set[str]().union(*gathered.values)
        said = {target.rpartition(".")[2] for target in told}
        self.linked = "#parent" in said or any(field.name in said for field in self.links)
        self.contact_fields = [
            (target, one.name) for one in types["contact"].fields
            if (target := f"contact.{one.name}") in told or MORE in told or one.name in _FOUND_HERE
        ]  # fmt: skip

    def _name_of(self, held: dict[str, Any], target: str, notes: list[str]) -> str:
        if self.parts:
            given, middle, family = held.pop("#given", ""), held.pop("#middle", ""), held.pop("#family", "")
            if given or family:
                built = persons.whole(given, middle, family)
                held[target], other = persons.fuller(str(held.get(target) or ""), built)
                notes += [f"{_('Name')}: {other}"] if other else []
        name = held.get(target) or ""
        if name and not _WORD.search(name):
            return ""
        return str(name)

    def customer(self, one: Draft, held: dict[str, Any], notes: list[str]) -> None:
        self._gather(one, held, notes)
        others = held.pop(OTHERS, ())
        further = [self._further(one, notes) for one in held.pop(MORE)] if MORE in held else []
        customer, contact = self._parted(held)
        name = str(customer.get("name") or "")
        name = private.named(name, customer, self.proposal.suppliers) if _WORD.search(name) else ""
        self._person_of(name, contact, further)
        person = str(contact.get("name") or "")
        if not name and person:
            self._called_as(one, customer, person)
        elif not name and not self._called(one, customer, contact, notes):
            self._nameless(one, {**held, **contact}, str(customer.get("name") or ""))
        if others:
            self._others(one, others, bool(person and name), notes)
        for other in further:
            if other.get("name") and name:
                one.others = (*one.others, other)
            else:
                self._unnamed_further(other, contact if person else customer, notes)
        mine = contact if one.parent and not person else {}
        if contact and not person:
            if not mine:
                self._unnamed(customer, contact, notes)
            contact = {}
        self._kind(customer)
        if private.himself(customer, contact) and not one.others:
            contact.pop("name")
            self._unnamed(customer, contact, notes)
            contact = {}
        if notes:
            self._noted(customer, notes)
        put_right(self.region, self.here, customer, contact)
        if self.linked and (told := own_links.cleared(customer, one.numbers, one.number, self.links, self.proposal)):
            one.problems, one.above = [*one.problems, *told], ""
        one.customer, one.contact = customer, contact
        one.parent = one.parent if contact else persons.belonging(customer, one.parent)
        if one.parent and not contact:
            self._person_of_company(one, mine)

    def _gather(self, one: Draft, held: dict[str, Any], notes: list[str]) -> None:
        """Put together what stands in several columns: names in parts, further numbers, the company above."""
        if self.parts:
            if self.proposal.persons or not self.contact_named:
                self._name_of(held, "name", notes)
            self._name_of(held, "contact.name", notes)
        if "#spare" in held:
            spread(held, notes, contact=True)
        if "#parent" in held:
            persons.above(held, self.is_company)
        if "contact.customer" in held:
            one.parent = str(held.pop("contact.customer") or "")

    @staticmethod
    def _person_of(name: str, contact: dict[str, Any], further: list[dict[str, Any]]) -> None:
        """Name the contact: by the first further one with a name, or by a title that is a person's name."""
        if further and not contact.get("name") and any(one.get("name") for one in further):
            contact.update(further.pop(next(at for at, one in enumerate(further) if one.get("name"))))
        if name and not contact.get("name") and private.is_person(str(contact.get("title") or "")):
            contact["name"] = contact.pop("title")

    def _called_as(self, one: Draft, customer: dict[str, Any], person: str) -> None:
        """Call a customer without a name as its contact."""
        typed = text(customer.get("name"))
        customer["name"], customer["kind"] = person, "person"
        if self.named:
            one.problems.append(Problem(
                one.number, self.name_key, typed, _("There is no customer name; the contact's name is used."),
                person, index=self.name_index,
            ))  # fmt: skip

    def _called(self, one: Draft, customer: dict[str, Any], contact: dict[str, Any], notes: list[str]) -> bool:
        """Call a customer without a name by what else is told; False where there is nothing."""
        row = one.problems, one.number, self.name_of, customer, contact
        return called_otherwise(*row, notes) or called_by_mail(*row)

    def _unnamed_further(self, values: dict[str, Any], record: dict[str, Any], notes: list[str]) -> None:
        """Numbers of a further contact without a name go into free phone fields, the rest into the notes."""
        for key, value in values.items():
            if isinstance(value, Phone):
                before = {name: held for name, held in record.items() if name in ("mobile", "phone")}
                first = "mobile" if phones.is_mobile(value.normal) else "phone"
                added = merging.changes(before, {first: value}, overwrite=False)
                if added or any(same(held, value) for held in before.values()):
                    record.update(added)
                    continue
            notes.append(f"{translate(self.types['contact'].field(key).label)}: {value}")

    def _further(self, held: dict[str, Any], notes: list[str]) -> dict[str, Any]:
        """The values of a further contact from its own columns."""
        if "#spare" in held:
            spread(held, notes, contact=True)
        also = held.pop(OTHERS, ())
        notes += [_("also: {name}").format(name=other.name) for other in also]
        found = {own: held.pop(target) for target, own in self.contact_fields if target in held}
        for key, value in held.items():
            if self.types["contact"].has(key) and key not in found:
                found[key] = value
            else:
                notes.append(f"{key}: {value}")
        return found

    @staticmethod
    def _others(one: Draft, others: tuple[Person, ...], welcome: bool, notes: list[str]) -> None:
        """Further persons of a cell become contacts too, where the row has a company for them."""
        if others and welcome:
            one.others = tuple(other.values() for other in others)
        else:
            notes += [_("also: {name}").format(name=other.words) for other in others]

    def _parted(self, held: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
        """The customer's values, which stay in ``held``, and the contact's."""
        return held, {own: held.pop(target) for target, own in self.contact_fields if target in held}

    def _person_of_company(self, one: Draft, mine: Mapping[str, Any]) -> None:
        """A row of a company's person in a sheet of customers becomes its contact, with what only contacts have."""
        one.identity = ""
        fields = self.types["contact"]
        person = dict(mine) | {
            key: value for key, value in one.customer.items() if fields.has(key) and key != "customer"
        }
        rest = {
            key: value for key, value in one.customer.items() if key not in person and key not in ("kind", "status")
        }
        notes = [person.get("notes") or ""]
        notes += [
            f"{translate(self.record.field(key).label)}: {value}"
            for key, value in rest.items()
            if not key.startswith(CUSTOM)
        ]
        person["notes"] = "\n".join(line for line in notes if line) or None
        one.contact = {key: value for key, value in person.items() if value is not None}
        one.customer = {"name": one.parent}

    def _unnamed(self, customer: dict[str, Any], contact: dict[str, Any], notes: list[str]) -> None:
        """What a nameless contact has goes to the customer, or to the notes."""
        fields = self.types["contact"]
        for key, value in contact.items():
            if self.record.has(key) and key not in customer:
                customer[key] = value
            elif customer.get(key) != value:
                notes.append(f"{translate(fields.field(key).label)}: {value}")

    def contact(self, one: Draft, held: dict[str, Any], notes: list[str]) -> None:
        name = self._name_of(held, "name", notes)
        if "#spare" in held:
            spread(held, notes, contact=False)
        others = held.pop(OTHERS, ())
        company = str(held.pop("customer", "") or "")
        if not _WORD.search(company):
            odd, company = company, ""
        else:
            odd = ""
        customer = {key[9:]: value for key, value in held.items() if key.startswith("customer.")}
        contact = {key: value for key, value in held.items() if not key.startswith("customer.")}
        if not name:
            contact.pop("name", None)
            called = str(contact.get("email") or contact.get("mobile") or contact.get("phone") or "")
            if called and not company:
                contact["name"] = name = called
            elif not company:
                self._nameless(one, held, odd)
        self._others(one, others, bool(company and name), notes)
        if company:
            customer["name"] = company
        elif name:
            customer |= {"name": name, "kind": "person"}
        if name:
            self._noted(contact, notes)
            one.contact = contact
        else:
            self._unnamed_contact(customer, contact, notes)
        if self.proposal.suppliers:
            customer.setdefault("kind", "supplier")
        if not company and name and "address" in contact and "address" not in customer:
            customer["address"] = contact["address"]
        put_right(self.region, self.here, customer, contact)
        one.customer = customer

    def _unnamed_contact(self, customer: dict[str, Any], contact: dict[str, Any], notes: list[str]) -> None:
        types = self.types["customer"]
        for key, value in contact.items():
            if types.has(key) and key not in customer:
                customer[key] = value
            elif not key.startswith(CUSTOM):
                notes.append(f"{translate(self.record.field(key).label)}: {value}")
        self._noted(customer, notes)

    def product(self, one: Draft, held: dict[str, Any], notes: list[str]) -> None:
        held.pop("#spare", None)
        name = str(held.get("name") or "")
        if not _WORD.search(name):
            fallback = str(held.get("specification") or "")
            self._nameless(one, held, name, fallback)
        self._noted(held, notes)
        one.product = held

    def _nameless(self, one: Draft, held: dict[str, Any], value: str, suggestion: str = "") -> None:
        phone = next((str(found) for found in held.values() if isinstance(found, Phone)), "")
        one.problems.append(
            Problem(
                one.number,
                self.name_key,
                value,
                _("There is no name."),
                suggestion or phone,
                fatal=True,
                index=self.name_index,
            )
        )

    def _kind(self, customer: dict[str, Any]) -> None:
        if "kind" in customer:
            return
        if self.proposal.persons or (self.is_company and not customer.get("kind")):
            if not private.is_company(str(customer.get("name") or "")):
                customer["kind"] = "person"
        elif self.proposal.suppliers:
            customer["kind"] = "supplier"

    @staticmethod
    def _noted(record: dict[str, Any], notes: list[str]) -> None:
        if notes:
            own = record.get(NOTES)
            record[NOTES] = "\n".join([own, *notes] if own else notes)
