"""The rows of a sheet as values of fields, before anything is compared with the book."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from app.records.fields import Field, FieldKind, RecordType
from app.shared import phones
from app.shared.dates import DateOrder
from app.shared.errors import Cancelled
from app.shared.i18n import N_, _, translate
from app.shared.phones import Phone
from app.transfer import persons, places, values
from app.transfer.cells import at, blank, is_error, text
from app.transfer.headers import fold
from app.transfer.problems import Problem
from app.transfer.proposals import CONTACTS, CUSTOM, CUSTOMERS, NOTES, PRODUCTS, RECORD_OF, Column, Proposal
from app.transfer.sheets import Cell, Sheet
from app.transfer.values import EMPTY, Outcome

_SEPARATED = re.compile(r"\s*[/、／|,，;；\n]\s*|\s{2,}")
_WORD = re.compile(r"\w")
_CAREFUL = frozenset({"address", "province", "city", "bank_account", "tax_number", "code", "barcode", "customer"})
_ACCOUNT = re.compile(r"\d[\d\s-]{8,30}\d")
_MEMO = 60_000


@dataclass(slots=True)
class Draft:
    """One data row.

    Args:
        number: the row as Excel numbers it.
        customer, contact, product: the values of each record in the row; empty when it holds none.
        parent: the company that the row's person belongs to, in a sheet of customers.
        identity: the number that another program gave to the record.
        problems: what does not fit; with a fatal one the row is not imported.
    """

    number: int
    customer: dict[str, Any] = field(default_factory=dict)
    contact: dict[str, Any] = field(default_factory=dict)
    product: dict[str, Any] = field(default_factory=dict)
    parent: str = ""
    identity: str = ""
    problems: list[Problem] = field(default_factory=list)

    @property
    def fatal(self) -> bool:
        """Whether the row cannot be imported."""
        return any(problem.fatal for problem in self.problems)


@dataclass(frozen=True, slots=True)
class Context:
    """What drafting needs to know: the record types, the country and currency, cells changed by the user, and when to stop."""

    types: Mapping[str, RecordType]
    region: str = "CN"
    currency: str = "CNY"
    edits: Mapping[tuple[int, int], str] = field(default_factory=dict)
    cancelled: Callable[[], bool] = lambda: False
    orders: Mapping[int, str] = field(default_factory=dict)


def draft(sheet: Sheet, proposal: Proposal, context: Context) -> tuple[list[Draft], dict[str, str]]:
    """Turn the data rows of a sheet into drafts.

    Returns:
        The drafts in the order of the rows, and for each date column (by its key) how its dates are read.
    """
    drafter = _Drafter(sheet, proposal, context)
    for column in proposal.columns:
        if context.cancelled():
            raise Cancelled(N_("The import was stopped; nothing was changed."))
        drafter.column(column)
    return drafter.finished(), drafter.orders


class _Drafter:
    def __init__(self, sheet: Sheet, proposal: Proposal, context: Context) -> None:
        self.sheet, self.proposal, self.context = sheet, proposal, context
        self.numbers = proposal.layout.data
        self.values: list[dict[str, Any]] = [{} for _number in self.numbers]
        self.notes: list[list[str]] = [[] for _number in self.numbers]
        self.problems: list[list[Problem] | None] = [None] * len(self.numbers)
        self.orders: dict[str, str] = {}
        self.down = _carried(sheet, set(self.numbers))
        self.record = context.types[RECORD_OF[proposal.kind or CUSTOMERS]]

    def cells(self, column: Column) -> list[Cell]:
        """The cells of a column's data rows, with merged cells carried down and the user's changes put in."""
        rows, index = self.sheet.rows, column.index
        found: list[Cell] = [row[index] if index < len(row) else None for row in map(rows.__getitem__, self.numbers)]
        if self.down or self.context.edits:
            for place, number in enumerate(self.numbers):
                if (origin := self.down.get((number, index))) is not None and blank(found[place]):
                    found[place] = at(rows[origin], index)
                if (edited := self.context.edits.get((number + 1, index))) is not None:
                    found[place] = edited or None
        return found

    def column(self, column: Column) -> None:
        """Convert one column."""
        if not column.evidence.filled or not column.targets:
            if any(index == column.index for _row, index in self.context.edits) and column.targets:
                self._converted(column, self.cells(column))
            return
        cells = self.cells(column)
        if column.targets == (NOTES,) and column.labelled:
            self._labelled(column, cells)
        elif column.part:
            key = f"#{column.part}"
            for held, cell in zip(self.values, cells, strict=True):
                if not blank(cell):
                    held[key] = f"{held[key]} {text(cell)}" if key in held else text(cell)
        else:
            self._converted(column, cells)

    def _labelled(self, column: Column, cells: Sequence[Cell]) -> None:
        header = column.header
        identity = _identity(column)
        for place, cell in enumerate(cells):
            if cell is None:
                continue
            value = text(cell)
            if value and value.casefold() not in values.NOTHING:
                self.notes[place].append(f"{header}: {value}")
                if identity:
                    self.values[place].setdefault("#identity", value)

    def _field(self, target: str) -> Field | None:
        if target.startswith(CUSTOM):
            return None
        record = self.record
        if "." in target:
            owner, target = target.split(".", 1)
            record = self.context.types[owner]
        return record.field(target) if record.has(target) else None

    def _convert(self, column: Column, cells: Sequence[Cell]) -> Callable[[Cell], Outcome]:
        made = []
        for target in column.targets:
            found = self._field(target)
            settings, shown = values.settings_for(found, column.header, cells, self.context.region, self.context.currency)
            if found is not None and found.kind is FieldKind.DATE:
                wanted = self.context.orders.get(column.index)
                if wanted:
                    settings = values.Settings(settings.region, settings.currency, DateOrder(wanted))
                self.orders[column.key] = f"{settings.order.value}|{shown}"
            if found is not None and found.kind is FieldKind.LINK:
                made.append(_name(target))
            else:
                made.append(values.converter(target, found, settings))
        if len(made) == 1:
            if column.target == "name" and (self.proposal.kind == CONTACTS or self.proposal.persons):
                return _renamed(made[0], self.record.field("name"), column)
            return made[0]
        return _several(column.targets, made, self.context.region)

    def _plain(self, column: Column, cells: Sequence[Cell]) -> bool:
        """Put in a column of plain texts the short way; False when it needs more."""
        target = column.target or ""
        found = self._field(target)
        name = target.rpartition(".")[2]
        if len(column.targets) != 1 or found is None or found.kind not in (FieldKind.TEXT, FieldKind.URL) or name in _CAREFUL:
            return False
        if name == "name" and (target == "contact.name" or self.proposal.kind == CONTACTS or self.proposal.persons):
            return False
        nothing, longest = values.NOTHING, values.LONGEST
        for held, place, cell in zip(self.values, range(len(cells)), cells, strict=True):
            if cell is None:
                continue
            if is_error(cell):
                self._problem(place, Problem(
                    self.numbers[place] + 1, column.key, str(cell), _("The cell holds an error of the spreadsheet."), index=column.index
                ))  # fmt: skip
                continue
            value = text(cell)
            if "\n" in value or "\t" in value:
                value = " ".join(value.split())
            if not value or (len(value) <= longest and value.casefold() in nothing):
                continue
            if target in held:
                self._again(column, place, target, value)
            else:
                held[target] = value
        return True

    def _converted(self, column: Column, cells: Sequence[Cell]) -> None:
        if self._plain(column, cells):
            return
        convert = self._convert(column, cells)
        memo: dict[object, Outcome] = {}
        contacts = self.proposal.kind == CONTACTS
        for place, cell in enumerate(cells):
            if cell is None:
                continue
            key: object = cell if cell.__class__ is str else (cell.__class__, cell)
            outcome = memo.get(key)
            if outcome is None:
                outcome = convert(cell)
                if len(memo) < _MEMO:
                    memo[key] = outcome
            if outcome is EMPTY:
                continue
            held = self.values[place]
            for target, value in outcome.values:
                if contacts and target.startswith("contact."):
                    target = target[8:]
                if target not in held:
                    held[target] = value
                else:
                    self._again(column, place, target, value)
            if outcome.note:
                self.notes[place].append(f"{column.header}: {outcome.note}")
            if outcome.spare:
                held.setdefault("#spare", []).append((column, outcome.spare, text(cell)))
            if outcome.reason:
                self._problem(place, Problem(
                    self.numbers[place] + 1, column.key, text(cell), outcome.reason, outcome.suggestion, index=column.index
                ))  # fmt: skip

    def _again(self, column: Column, place: int, target: str, value: Any) -> None:
        """A second value for a field: lines of an address and notes are joined, others go to the notes."""
        held = self.values[place]
        if held[target] == value:
            return
        if isinstance(value, str) and target.endswith("address"):
            chinese = any("\u4e00" <= sign <= "\u9fff" for sign in value)
            if value not in held[target]:
                held[target] = f"{held[target]}{'' if chinese else ', '}{value}"
        elif target.endswith(NOTES):
            held[target] = f"{held[target]}\n{value}"
        elif isinstance(value, tuple):
            held[target] = tuple(dict.fromkeys((*held[target], *value)))
        else:
            self.notes[place].append(f"{column.header}: {value}")

    def _problem(self, place: int, problem: Problem) -> None:
        known = self.problems[place]
        if known is None:
            self.problems[place] = [problem]
        else:
            known.append(problem)

    def finished(self) -> list[Draft]:
        """The drafts, when all columns are converted."""
        kind = self.proposal.kind
        finish = {CUSTOMERS: self._customer, CONTACTS: self._contact, PRODUCTS: self._product}[kind or CUSTOMERS]
        name = next((column for column in self.proposal.columns if column.part or {"name", "customer"} & set(column.targets)), None)
        self.name_key, self.name_index = (name.key, name.index) if name else ("", -1)
        self.named = sum(bool(held.get("name")) for held in self.values)
        flag = self.proposal.column_of("kind")
        self.is_company = flag is not None and fold(flag.header) in _COMPANY_FLAGS
        out = []
        for place, held in enumerate(self.values):
            one = Draft(self.numbers[place] + 1, problems=self.problems[place] or [])
            one.identity = held.pop("#identity", "")
            finish(one, held, self.notes[place])
            out.append(one)
        return out

    def _name_of(self, held: dict[str, Any], target: str) -> str:
        given, middle, family = held.pop("#given", ""), held.pop("#middle", ""), held.pop("#family", "")
        if (given or family) and target not in held:
            held[target] = persons.whole(given, middle, family)
        name = held.get(target) or ""
        if name and not _WORD.search(name):
            return ""
        return str(name)

    def _spread(self, held: dict[str, Any], notes: list[str], contact: bool) -> None:
        """Put further numbers of a cell into free phone fields; what finds no place goes to the notes."""
        for column, spare, whole in held.pop("#spare", ()):
            lost = False
            for phone, label in spare:
                if any(isinstance(value, Phone) and value.normal == phone.normal for value in held.values()):
                    lost = lost or self._labelled_person(held, contact, label)
                    continue
                mobile = phones.is_mobile(phone.normal)
                slots = [f"contact.{'mobile' if mobile else 'phone'}"] if contact and mobile and "contact.name" in held else []
                slots += ["mobile", "phone"] if mobile else ["phone", "mobile"]
                slot = next((slot for slot in slots if slot not in held), None)
                lost = lost or bool(label)
                if slot is None:
                    lost = True
                else:
                    held[slot] = phone
                self._labelled_person(held, contact, label)
            if lost:
                notes.append(f"{column.header}: {whole}")

    @staticmethod
    def _labelled_person(held: dict[str, Any], contact: bool, label: str) -> bool:
        from app.transfer.evidence import traits

        if label and contact and "contact.name" not in held and "person" in traits(label):
            held["contact.name"] = label
        return bool(label)

    def _customer(self, one: Draft, held: dict[str, Any], notes: list[str]) -> None:
        persons_only = self.proposal.persons
        if persons_only or self.proposal.column_of("contact.name") is None:
            self._name_of(held, "name")
        self._name_of(held, "contact.name")
        self._spread(held, notes, contact=True)
        one.parent = str(held.pop("contact.customer", "") or "")
        contact: dict[str, Any] = {}
        customer: dict[str, Any] = {}
        for key, value in held.items():
            if key[:8] == "contact.":
                contact[key[8:]] = value
            else:
                customer[key] = value
        name = "" if not _WORD.search(str(customer.get("name") or "")) else str(customer["name"])
        person = str(contact.get("name") or "")
        if not name and person:
            customer["name"], customer["kind"] = person, "person"
            if self.named:
                one.problems.append(Problem(
                    one.number, self.name_key, text(customer.get("name")), _("There is no customer name; the contact's name is used."),
                    person, index=self.name_index,
                ))  # fmt: skip
        elif not name:
            self._nameless(one, held, str(customer.get("name") or ""))
        if contact and not person:
            self._unnamed(customer, contact, notes)
            contact = {}
        self._kind(customer)
        self._noted(customer, notes)
        one.customer, one.contact = customer, contact
        if one.parent and not contact:
            self._person_of_company(one)

    def _person_of_company(self, one: Draft) -> None:
        """A row of a company's person in a sheet of customers becomes its contact."""
        fields = self.context.types["contact"]
        person = {key: value for key, value in one.customer.items() if fields.has(key) and key != "customer"}
        rest = {key: value for key, value in one.customer.items() if key not in person and key not in ("kind", "status")}
        notes = [person.get("notes") or ""]
        notes += [f"{translate(self.record.field(key).label)}: {value}" for key, value in rest.items() if not key.startswith(CUSTOM)]
        person["notes"] = "\n".join(line for line in notes if line) or None
        one.contact = {key: value for key, value in person.items() if value is not None}
        one.customer = {"name": one.parent}

    def _unnamed(self, customer: dict[str, Any], contact: dict[str, Any], notes: list[str]) -> None:
        """What a nameless contact has goes to the customer, or to the notes."""
        fields = self.context.types["contact"]
        for key, value in contact.items():
            if self.record.has(key) and key not in customer:
                customer[key] = value
            elif customer.get(key) != value:
                notes.append(f"{translate(fields.field(key).label)}: {value}")

    def _contact(self, one: Draft, held: dict[str, Any], notes: list[str]) -> None:
        name = self._name_of(held, "name")
        self._spread(held, notes, contact=False)
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
            if called:
                contact["name"] = name = called
            elif not company:
                self._nameless(one, held, odd)
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
        one.customer = customer

    def _unnamed_contact(self, customer: dict[str, Any], contact: dict[str, Any], notes: list[str]) -> None:
        types = self.context.types["customer"]
        for key, value in contact.items():
            if types.has(key) and key not in customer:
                customer[key] = value
            elif not key.startswith(CUSTOM):
                notes.append(f"{translate(self.record.field(key).label)}: {value}")
        self._noted(customer, notes)

    def _product(self, one: Draft, held: dict[str, Any], notes: list[str]) -> None:
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
            Problem(one.number, self.name_key, value, _("There is no name."), suggestion or phone, True, self.name_index)
        )

    def _kind(self, customer: dict[str, Any]) -> None:
        if "kind" in customer:
            return
        if self.proposal.persons or (self.is_company and not customer.get("kind")):
            customer["kind"] = "person"
        elif self.proposal.suppliers:
            customer["kind"] = "supplier"

    @staticmethod
    def _noted(record: dict[str, Any], notes: list[str]) -> None:
        if notes:
            own = record.get(NOTES)
            record[NOTES] = "\n".join([own, *notes] if own else notes)


_COMPANY_FLAGS = frozenset(map(fold, ("Ist ein Unternehmen", "is a company", "is company", "是否公司", "是否企业")))


def _identity(column: Column) -> bool:
    from app.transfer.header_words import IDENTITY

    words = {fold(word) for word in IDENTITY}
    header = fold(column.header)
    return column.evidence.distinct > 0.99 and (header in words or header.endswith(("id", "编号", "编码", "代码", "key")))


def _carried(sheet: Sheet, data: set[int]) -> dict[tuple[int, int], int]:
    """Cells of merged ranges over several data rows: each with the row that holds the value."""
    found = {}
    for r0, c0, r1, c1 in sheet.merged:
        if r1 > r0 and r0 in data:
            for row in range(r0 + 1, r1 + 1):
                for column in range(c0, c1 + 1):
                    found[row, column] = r0
    return found


def _name(target: str) -> Callable[[Cell], Outcome]:
    def convert(cell: Cell) -> Outcome:
        value = " ".join(text(cell).split())
        return EMPTY if not value or value.casefold() in values.NOTHING else Outcome(((target, value),))

    return convert


def _renamed(convert: Callable[[Cell], Outcome], name: Field, column: Column) -> Callable[[Cell], Outcome]:
    """In a sheet of contacts the name's cell may hold the title as well."""
    if column.part:
        return convert
    read = values.converter("contact.name", name, values.Settings())

    def rename(cell: Cell) -> Outcome:
        found = read(cell)
        return found._replace(values=tuple(("name" if target == "contact.name" else target, one) for target, one in found.values))

    return rename


def _several(targets: tuple[str, ...], made: list[Callable[[Cell], Outcome]], region: str) -> Callable[[Cell], Outcome]:
    """How a cell is split into several fields."""
    names = [target.rpartition(".")[2] for target in targets]
    if "name" in names and set(names) & {"phone", "mobile"}:
        return made[names.index("name")]
    if set(names) == {"name", "title"}:
        return _name_and_title(targets[names.index("name")], targets[names.index("title")], made[names.index("name")])
    if set(names) == {"bank", "bank_account"}:
        return _bank(targets[names.index("bank")], targets[names.index("bank_account")])
    if set(names) <= {"phone", "mobile", "fax"}:
        return made[names.index("phone")] if "phone" in names else made[0]

    def convert(cell: Cell) -> Outcome:
        value = text(cell)
        if not value:
            return EMPTY
        if set(names) == {"province", "city"} and (found := places.split_place(value)):
            prefix = targets[0].removesuffix(names[0])
            parts = ((f"{prefix}province", found[0]), (f"{prefix}city", found[1]), (f"{prefix}address", found[2]))
            return Outcome(tuple(pair for pair in parts if pair[1]))
        pieces = [piece for piece in _SEPARATED.split(value) if piece]
        if len(pieces) > len(made):
            first = made[0](cell)
            return Outcome(first.values, note=first.note or value, reason=first.reason)
        joined = [one(piece) for one, piece in zip(made, pieces, strict=False)]
        return Outcome(
            tuple(pair for one in joined for pair in one.values), note=value if any(one.note for one in joined) else "",
            reason=next((one.reason for one in joined if one.reason), ""), spare=tuple(s for one in joined for s in one.spare),
        )  # fmt: skip

    return convert


def _bank(bank: str, account: str) -> Callable[[Cell], Outcome]:
    def convert(cell: Cell) -> Outcome:
        value = text(cell)
        match = _ACCOUNT.search(value)
        if not match:
            return Outcome(((account if value.replace(" ", "").isdigit() else bank, value),)) if value else EMPTY
        name = (value[: match.start()] + value[match.end() :]).strip(" :：/,，;；\n")
        name = re.sub(r"\s*(?:账号|帐号|A/?C|户名)[:：]?\s*$|^开户行[:：]\s*", "", name)
        pairs = ((bank, name), (account, match[0].strip()))
        return Outcome(tuple(pair for pair in pairs if pair[1]))

    return convert


def _name_and_title(name: str, title: str, read: Callable[[Cell], Outcome]) -> Callable[[Cell], Outcome]:
    def convert(cell: Cell) -> Outcome:
        found = read(cell)
        value = text(cell)
        pieces = [piece.strip(" ()（）") for piece in re.split(r"[/／|、,，(（-]", value) if piece.strip(" ()（）")]
        if len(found.values) == 1 and not found.note and len(pieces) == 2:
            return Outcome(((name, pieces[0]), (title, pieces[1])), spare=found.spare)
        pairs = tuple((title if target.endswith("title") else name, one) for target, one in found.values)
        return Outcome(pairs, found.note, spare=found.spare)

    return convert


def outcomes(
    sheet: Sheet, proposal: Proposal, column: Column, context: Context, limit: int
) -> tuple[list[tuple[Cell, Outcome]], str]:
    """How the first filled cells of a column are read, for the mapping screen; nothing is drafted.

    Args:
        limit: how many data rows to look at.

    Returns:
        The cells with what they give, and for a column of dates how they are read ("dmy|28/10/2007").
    """
    layout = replace(proposal.layout, data=proposal.layout.data[:limit])
    drafter = _Drafter(sheet, replace(proposal, layout=layout), context)
    cells = [cell for cell in drafter.cells(column) if not blank(cell)]
    if not column.targets:
        return [(cell, EMPTY) for cell in cells], ""
    if column.part or (column.targets == (NOTES,) and column.labelled):
        front = "" if column.part else f"{column.header}: "
        return [(cell, Outcome(((column.targets[0], front + text(cell)),))) for cell in cells], ""
    convert = drafter._convert(column, cells)
    return [(cell, convert(cell)) for cell in cells], drafter.orders.get(column.key, "")
