"""Whether a sheet lists customers or contacts, and which of its columns name them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.customers.synonyms_farther import PARENTS
from app.shared.i18n import N_
from app.transfer.columns.decision import Decision
from app.transfer.columns.families import parents, pupil
from app.transfer.columns.name_columns import CALLED, NameColumns
from app.transfer.columns.nicknames import nicknames
from app.transfer.columns.proposals import CONTACTS, CUSTOMERS
from app.transfer.columns.seen import Seen
from app.transfer.columns.staff import subscribers
from app.transfer.grid.folding import fold, folded
from app.transfer.grid.headers import CONTACT, CUSTOMER, PERSON, PRODUCT
from app.transfer.grid.scale import ALL_BUT, FEW, HALF, LARGELY, LIKELY, MOSTLY, SAID

_REASON = N_("It has names and ways to reach them.")
_COMPANIES = N_("A column holds names of companies.")
_PERSONS = N_("A column holds names of persons.")
_ENOUGH = 0.4
"""So many persons are enough under a bare name where the sheet tells of their jobs and of hardly a company."""
_SHORT, _LONG, _SENTENCE = 3, 30, 60
"""Between how many letters the names of companies have on the average that no header tells of; such long ones are sentences."""
_SHARED, _UNNAMED = 0.4, 0.8
"""What a column counts for that may tell of goods as well, and one of numbers whose header says nothing."""
_TURNED = re.compile(r"[^\W\d_][^\d,;()&]{0,30}, ?[^\W\d_][^\d,;()&]{0,24}")
_CUSTOMER_FIELDS = frozenset({
    "phone", "mobile", "fax", "email", "website", "wechat", "qq", "country", "province", "city", "address", "postcode",
    "tax_number", "bank", "bank_account", "industry", "level", "credit_limit", "payment_terms", "source", "last_contact_on",
    "next_follow_up_on", "owner", "title", "department", "gender", "birthday",
})  # fmt: skip
_GOOGLE = folded("Given Name|Family Name")
"""Parts of names beside which an address book keeps the whole name."""
_CALLINGS = folded("occupation|profession|beruf|职业|職業|profesión|métier")
"""What somebody lives by, as lists of private persons tell it."""
_OF_PERSON = folded("account name|account|customer company|client company")
"""Names of the company in lists of persons with first and last name, as CRM programs write them."""
_CUSTOMERS = tuple(map(fold, ("customer", "client", "account", "kunde", "debitor", "客户", "客戶", "klant", "cliente")))
_PARENTS = folded(
    "Verbundenes Unternehmen|parent company|parent|related company|associated company|关联公司|上级公司|母公司|"
    "所属公司|所属客户|parent account|related company name|parent_id/name|parent_id|Related Company/Name|"
    "Société liée|关联公司/名称|related_company|Compañía relacionada|Empresa relacionada|Azienda collegata|"
    f"subsidiary of|parent_id/id|parent_id/.id|Related Company/External ID|Related Company/ID|{PARENTS}"
)


def customer_kind(columns: Sequence[Seen], suppliers: bool, wanted: bool) -> Decision | None:
    """Say whether a sheet lists customers or contacts.

    Args:
        columns: its columns.
        suppliers: whether they are suppliers.
        wanted: whether the user says that it does.
    """
    if (child := pupil(columns)) is not None:
        return Decision(CUSTOMERS, _REASON, child.index, parents(columns)[0].index, persons=True)
    names = NameColumns.of(columns)
    if names.companies and names.bare and names.companies[0].index != names.bare[0].index:
        return _companies_and_bare(names, suppliers)
    if names.companies:
        return _companies(names, suppliers)
    if names.bare:
        return _bare(names, suppliers, wanted)
    if names.parts:
        return Decision(CUSTOMERS, _REASON, parts=True, persons=True, suppliers=suppliers)
    return _by_looks(names, suppliers)


def _companies_and_bare(names: NameColumns, suppliers: bool) -> Decision:
    company, bare = names.companies[0], names.bare[0].index
    if fold(company.header) in _PARENTS:
        return Decision(CUSTOMERS, _REASON, bare, None, suppliers=suppliers)
    called = [one for one in names.called if one.evidence.filled and fold(one.header).startswith(CALLED)]
    if names.bare[0].evidence.share("person") < FEW and company.evidence.filled < HALF * names.bare[0].evidence.filled:
        return Decision(CUSTOMERS, _REASON, bare, called[0].index if called else None, names.parts, suppliers=suppliers)
    if called and not names.parts:
        # Nombre, Razón Social, Persona de Contacto: the plain name is how the company is called.
        return Decision(CUSTOMERS, _REASON, company.index, called[0].index, suppliers=suppliers)
    kind = CONTACTS if names.given and names.family else CUSTOMERS
    return Decision(kind, _REASON, company.index, bare, suppliers=suppliers)


def _companies(names: NameColumns, suppliers: bool) -> Decision | None:
    company, plain, called, parts = names.companies[0], names.plain, names.called, names.parts
    persons = called or names.owned
    of_persons = parts and names.ours and fold(company.header) in _OF_PERSON
    if of_persons and not persons:
        return _contacts(names, suppliers)
    if plain and not called and plain[0].index < company.index and _tells_titles(names.columns):
        return Decision(CONTACTS, _REASON, company.index, plain[0].index, suppliers=suppliers)
    if persons or (names.ours and (parts or plain)):
        person = _person(names)
        return Decision(CUSTOMERS, _REASON, company.index, person, parts and person is None, suppliers=suppliers)
    if (parts or plain) and _numbered_once(names):
        person = plain[0].index if plain else None
        return Decision(CUSTOMERS, _REASON, company.index, person, person is None, suppliers=suppliers)
    if (parts or plain) and (company.evidence.filled or not names.of_customers):
        return _contacts(names, suppliers)
    if company.evidence.filled:
        return Decision(CUSTOMERS, _REASON, company.index, None, suppliers=suppliers)
    return None


def _numbered_once(names: NameColumns) -> bool:
    """Whether a number of the customer's (Kundennummer) stands before each company, and each of both just once: a list of customers,
    though it tells their persons by first and last name."""
    company = names.companies[0]
    numbers = [
        one for one in names.filled
        if one.index < company.index and one.other("identity") and fold(one.header).startswith(_CUSTOMERS)
        and one.evidence.filled == one.evidence.rows
    ]  # fmt: skip
    once = all(one.evidence.distinct == 1.0 for one in (*numbers, company))
    return bool(numbers) and once and company.evidence.filled == company.evidence.rows


def _contacts(names: NameColumns, suppliers: bool) -> Decision:
    """Contacts with the companies beside them, by their whole name where it is told."""
    full = next((one.index for one in names.plain if one.evidence.filled), None)
    return Decision(
        CONTACTS, _REASON, names.companies[0].index, full, names.parts and full is None, suppliers=suppliers
    )


def _person(names: NameColumns) -> int | None:
    """The column with the whole name of a company's person."""
    called, plain = names.called, names.plain
    if called and (called[0].evidence.filled or not names.parts):
        return called[0].index
    return plain[0].index if plain else None


def _tells_titles(columns: Sequence[Seen]) -> bool:
    return any(one.score(CONTACT, "title") > SAID for one in columns)


def _bare(names: NameColumns, suppliers: bool, wanted: bool) -> Decision | None:
    bare, parts = names.bare[0], names.parts
    separate = [one for one in names.people if one.evidence.filled and one.index != bare.index]
    other = separate[0].index if separate else None
    least = _ENOUGH if with_jobs(names.columns) and bare.evidence.share("company") < FEW else LARGELY
    persons = (bare.evidence.share("person") > least or _turned(names)) and other is None and not parts
    if parts and any(fold(one.header) in _GOOGLE for one in (*names.given, *names.family)):
        return Decision(CONTACTS, _REASON, person=bare.index, persons=True, suppliers=suppliers)
    if not wanted and not customer_weight(names.columns):
        return None
    return Decision(
        CUSTOMERS, _REASON, bare.index, other, parts and other is None, persons and not suppliers, suppliers
    )


def _turned(names: NameColumns) -> bool:
    """Whether most names stand with the family name first (Rossi, Ugo) in a sheet that tells what those named do."""
    said = names.bare[0].evidence.samples
    return with_jobs(names.columns) and sum(map(bool, map(_TURNED.fullmatch, said))) > LARGELY * len(said)


def _by_looks(names: NameColumns, suppliers: bool) -> Decision | None:
    """The customers of a sheet whose headers name none: by what stands in the columns."""
    named = names.named
    firms = [
        one
        for one in names.filled
        if not one.meanings and one.evidence.share("company") > LARGELY and one.evidence.distinct > ALL_BUT
    ]
    if named and firms and firms[0].index < named[0].index:
        return Decision(CUSTOMERS, _REASON, firms[0].index, named[0].index, suppliers=suppliers)
    if named:
        return Decision(CUSTOMERS, _REASON, named[0].index, persons=True, suppliers=suppliers)
    if (called := nicknames(names.columns)) is not None:
        return Decision(CUSTOMERS, _REASON, called.index, persons=True, suppliers=suppliers)
    people = names.looking("person", MOSTLY)
    if people and not any(one.header for one in names.filled):
        # What comes again (their jobs) names nobody where another column has a text of its own in each row.
        own = [one for one in names.looking("person", 0.0) if one.evidence.distinct >= ALL_BUT]
        people = [one for one in people if one in own] or own or people
    companies = [one for one in names.looking("company", HALF) if one.evidence.mean < _SENTENCE]
    if companies:
        beside = [one for one in people if one is not companies[0]]
        person = beside[0].index if beside else None
        return Decision(CUSTOMERS, _COMPANIES, companies[0].index, person, suppliers=suppliers)
    if people and any(one.evidence.share("mobile", "email", "phone") > HALF for one in names.filled):
        firm = _beside_persons(names.filled, people[0])
        if firm is not None:
            return Decision(CUSTOMERS, _COMPANIES, firm.index, people[0].index)
        return Decision(CUSTOMERS, _PERSONS, people[0].index, persons=True, suppliers=suppliers)
    given = next((one.index for one in names.given if one.evidence.filled), None)
    return Decision(CONTACTS, _REASON, person=given, persons=True) if subscribers(names.columns) else None


def _beside_persons(filled: Sequence[Seen], person: Seen) -> Seen | None:
    """The column right before persons' names in a list without headers, when it may well hold their companies: texts that differ."""
    before = [one for one in filled if one.index < person.index and not one.evidence.rising]
    if any(one.header for one in filled) or not before:
        return None
    one = before[-1]
    texts = one.evidence.shares.get("text", 0.0) + one.evidence.shares.get("company", 0.0)
    return (
        one if texts >= ALL_BUT and one.evidence.distinct >= ALL_BUT and _SHORT < one.evidence.mean <= _LONG else None
    )


def customer_weight(columns: Sequence[Seen]) -> float:
    """How many columns tell of customers; one that may tell of products as well counts less."""
    total = 0.0
    for one in columns:
        if one.joined:
            total += 1
        elif one.meanings and one.meanings[0].score >= LIKELY:
            ours = [m for m in one.meanings if m.record in (CUSTOMER, CONTACT, PERSON)]
            products = [m for m in one.meanings if m.record == PRODUCT]
            if ours and (not products or ours[0].field in _CUSTOMER_FIELDS or ours[0].owned):
                total += 1.0 if not products else _SHARED
        elif one.evidence.filled and one.evidence.share("mobile", "email") > MOSTLY:
            total += _UNNAMED
    return total


def with_jobs(columns: Sequence[Seen]) -> bool:
    """Whether a sheet of persons says what they do in a company: they are its contacts, and no customers themselves."""
    filled = [one for one in columns if one.evidence.filled]
    if any(is_parent(one.header) or one.score(CUSTOMER, "kind") >= SAID for one in filled):
        return False
    jobs = [one for one in filled if fold(one.header) not in _CALLINGS]
    return any(one.score(CONTACT, field) >= SAID for one in jobs for field in ("title", "department"))


def is_parent(header: str) -> bool:
    """Whether the header names the company that a row's person belongs to, in a sheet of customers."""
    return fold(header) in _PARENTS
