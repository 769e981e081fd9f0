"""What a sheet is about: customers, contacts, products, or something that is not imported now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.shared.i18n import N_
from app.transfer.columns.proposals import CONTACTS, CUSTOMERS, PRODUCTS
from app.transfer.columns.seen import Seen
from app.transfer.columns.staff import crowd, fullest, is_staff, measures, persons_of, subscribers, vain
from app.transfer.grid import header_words
from app.transfer.grid.foreign_ids import foreign
from app.transfer.grid.headers import CONTACT, CUSTOMER, OTHER, PERSON, PRODUCT, fold
from app.transfer.grid.headers import bare as bare_header

_OWNERS = ("客户", "单位", "公司", "customer", "account", "company", "client", "kunden")
_BARE = frozenset(map(fold, ("name", "名称", "nom", "nombre", "抬头", "имя", "наименование", "название")))
_MODELS = frozenset(map(fold, ("型号", "规格型号", "model", "产品型号")))
_PERSON_WORDS = frozenset(
    map(fold, ("姓名", "full name", "fullname", "display name", "名字", "会员姓名", "姓 名", "称呼", "фио"))
)
_PRODUCT_FIELDS = frozenset(
    {"specification", "unit", "price", "cost", "tax_rate", "category", "barcode", "warranty_months"}
)
_CUSTOMER_FIELDS = frozenset({
    "phone", "mobile", "fax", "email", "website", "wechat", "qq", "country", "province", "city", "address", "postcode",
    "tax_number", "bank", "bank_account", "industry", "level", "credit_limit", "payment_terms", "source", "last_contact_on",
    "next_follow_up_on", "owner", "title", "department", "gender", "birthday",
})  # fmt: skip

_SURE, _DEALS = 0.9, 4
_DWELLERS, _DWELLINGS = ("业主", "住户", "户主", "租客", "業主"), ("小区", "楼盘", "社区", "小區", "租户")
"""Who lives somewhere is the customer, and not the place."""


@dataclass(frozen=True, slots=True)
class Decision:
    """The kind of a sheet.

    Args:
        kind: see ``Proposal``; ``reason`` is its message id.
        name: the column with the customer's or product's name; ``person`` with the contact's, ``company`` with a contact's company.
        parts: whether persons' names stand in several columns.
        persons: whether the customers are persons.
    """

    kind: str | None
    reason: str
    name: int | None = None
    person: int | None = None
    parts: bool = False
    persons: bool = False
    suppliers: bool = False


NOTHING = N_("There is no column with names.")
DEALS = N_(
    "It lists orders, invoices or tickets, which the book does not keep. Choose a kind to import it all the same."
)
HELPER = N_("It explains the other sheets.")
STAFF = N_("It lists the people of your own company.")
FORM = N_("It is a form, not a table.")
EMPTY = N_("It holds no rows.")


def decide(sheet: str, form: bool, columns: Sequence[Seen], wanted: str | None = None) -> Decision:
    """Say what a sheet is about.

    Args:
        sheet: its name.
        form: whether it is a form.
        columns: its columns.
        wanted: the kind that the user says it is, or None.
    """
    if not wanted:
        name = fold(sheet)
        if name in map(fold, header_words.HELPERS):
            return Decision(None, HELPER)
        if name in map(fold, header_words.STAFF):
            return Decision(None, STAFF)
        if form:
            return Decision(None, FORM)
    if not any(one.evidence.filled for one in columns):
        return Decision(None, EMPTY)
    suppliers = any(fold(word) in fold(sheet) for word in header_words.SUPPLIERS) or any(
        fold(one.header).startswith(("供应商名", "供货商", "suppliername", "vendorname", "lieferant"))
        for one in columns
        if one.evidence.filled
    )
    product, customer = _product(columns), _customer(columns, suppliers, bool(wanted))
    if wanted == PRODUCTS:
        return product or Decision(None, NOTHING)
    if wanted in (CUSTOMERS, CONTACTS):
        return _as(customer, wanted)
    best = product if product and (not customer or _product_weight(columns) > _customer_weight(columns)) else customer
    best = best or _product(columns, 1)
    if best is None or best.kind is None:
        return Decision(None, NOTHING)
    members = any(word in fold(sheet) for word in _MEMBERS)
    if best.persons and (_of_others(sheet, columns) or (not members and _with_jobs(columns))):
        return _as(best, CONTACTS)
    if _is_deals(columns, best):
        return Decision(None, DEALS)
    if best.kind != PRODUCTS and any(
        vain(one, columns) for one in columns if one.index == (best.name, best.person)[best.name is None]
    ):
        return Decision(None, NOTHING)
    return best


def _of_others(sheet: str, columns: Sequence[Seen]) -> bool:
    """Whether a sheet of persons tells the numbers of their customers, and nothing more of them."""
    name = fold(sheet)
    called = any(word in name for word in ("联系人", "联络人", "contact", "ansprechpartner"))
    return foreign(columns, called) or (
        called
        and any(
            one.evidence.filled and fold(one.header).startswith(_OWNERS) and one.other("identity") for one in columns
        )
    )


def _with_jobs(columns: Sequence[Seen]) -> bool:
    """Whether a sheet of persons says what they do in a company: they are its contacts, and no customers themselves."""
    filled = [one for one in columns if one.evidence.filled]
    if any(is_parent(one.header) or one.score(CUSTOMER, "kind") >= _SURE for one in filled):
        return False
    jobs = [one for one in filled if fold(one.header) not in _CALLINGS]
    return any(one.score(CONTACT, field) >= _SURE for one in jobs for field in ("title", "department"))


def _as(found: Decision | None, wanted: str) -> Decision:
    if found is None:
        return Decision(None, NOTHING)
    if wanted == CONTACTS and found.kind == CUSTOMERS and found.person is None and not found.parts:
        return Decision(wanted, found.reason, None, found.name, False, True, found.suppliers)
    return Decision(wanted, found.reason, found.name, found.person, found.parts, found.persons, found.suppliers)


def _is_deals(columns: Sequence[Seen], best: Decision) -> bool:
    deals = sum(one.other("deal") for one in columns)
    if not deals or deals >= _DEALS:
        return bool(deals)
    names = next((one for one in columns if one.index in (best.name, best.person)), None)
    distinct = names.evidence.distinct if names else 1.0
    if names and names.evidence.filled < 8:
        return deals >= 2 or distinct < 0.95
    reached = any(
        one.score(CUSTOMER, field) > 0.8
        for one in columns
        for field in ("phone", "mobile", "email")
        if one.evidence.filled
    )
    return (distinct < 0.95 or not reached) if best.kind != PRODUCTS else deals >= 2 or distinct < 0.95


def _product_weight(columns: Sequence[Seen]) -> float:
    total = 0.0
    for one in columns:
        if one.meanings and one.meanings[0].score >= 0.6:
            products = [m for m in one.meanings if m.record == PRODUCT]
            others = [m for m in one.meanings if m.record in (CUSTOMER, CONTACT) and m.field != "name"]
            if products and (products[0].field in _PRODUCT_FIELDS or products[0].owned or not others):
                total += 1.0 if not others else 0.5
    return total


def _customer_weight(columns: Sequence[Seen]) -> float:
    total = 0.0
    for one in columns:
        if one.joined:
            total += 1
        elif one.meanings and one.meanings[0].score >= 0.6:
            ours = [m for m in one.meanings if m.record in (CUSTOMER, CONTACT, PERSON)]
            products = [m for m in one.meanings if m.record == PRODUCT]
            if ours and (not products or ours[0].field in _CUSTOMER_FIELDS or ours[0].owned):
                total += 1.0 if not products else 0.4
        elif one.evidence.filled and one.evidence.share("mobile", "email") > 0.6:
            total += 0.8
    return total


def _product(columns: Sequence[Seen], least: int = 2) -> Decision | None:
    """The products of a sheet; ``least`` other columns must tell of products where its names may be anything's."""
    found = [
        (one.score(PRODUCT, "name"), -one.index, one) for one in columns
        if one.evidence.filled and one.score(PRODUCT, "name") >= 0.6
    ]  # fmt: skip
    if not found:
        models = [one for one in columns if one.evidence.filled and fold(one.header) in _MODELS]
        if not models or not any(one.score(PRODUCT, "price") > 0.8 for one in columns):
            return None
        return Decision(PRODUCTS, N_("It has models and prices."), models[0].index)
    clear = [
        one for one in found if fold(one[2].header) not in (fold("description"), fold("title"), fold("type"))
    ] or found
    best = max(clear)[2]
    signals = sum(
        any(one.score(PRODUCT, field) >= 0.6 for field in (*_PRODUCT_FIELDS, "code"))
        for one in columns
        if one is not best
    )
    only = not any(m.record in (CUSTOMER, CONTACT) for m in best.meanings)
    if signals < 1 or (not only and signals < least):
        return None
    return Decision(PRODUCTS, N_("It has names and prices of products."), best.index)


def _customer(columns: Sequence[Seen], suppliers: bool, wanted: bool) -> Decision | None:
    filled = [one for one in columns if one.evidence.filled]
    given = [one for one in columns if one.score(PERSON, "given") >= 0.9]
    family = [one for one in columns if one.score(PERSON, "family") >= 0.9]
    parts = bool(given and family and (given[0].evidence.filled or family[0].evidence.filled))
    bare = [
        one
        for one in columns
        if fold(one.header) in _BARE and one.evidence.share("number") < 0.8 and one.evidence.filled and not _part(one)
    ]
    company = [
        one for one in columns
        if one.score(CUSTOMER, "name") >= 0.6 and fold(one.header) not in _BARE and not measures(one)
        and not any(m.record == CONTACT and m.field == "name" and m.score > one.score(CUSTOMER, "name") for m in one.meanings)
    ]  # fmt: skip
    company.sort(key=lambda one: (-bool(one.evidence.filled), -round(one.score(CUSTOMER, "name"), 1), one.index))
    company = fullest(company)
    own = persons_of(company)
    company = [one for one in company if one is not own]
    if any(fold(one.header).startswith(_DWELLERS) and one.evidence.filled for one in columns):
        company = [one for one in company if not fold(one.header).startswith(_DWELLINGS)]
    people = [
        one for one in columns
        if one.score(CONTACT, "name") >= 0.6 and one not in company and one not in bare and not one.other("secret")
        and one.evidence.share("boolean") < 0.6
    ]  # fmt: skip
    people = [
        one for one in people
        if not ((one.score(CUSTOMER, "owner") > _SURE and len(people) > 1) or is_staff(one, columns))
    ]  # fmt: skip
    people.sort(
        key=lambda one: (-bool(one.evidence.filled), fold(one.header) in _LEGAL, -one.score(CONTACT, "name"), one.index)
    )
    sure = any(fold(one.header).startswith(_CALLED) and one.evidence.filled for one in people)
    people = [own, *people] if own is not None and not sure else people
    reason = N_("It has names and ways to reach them.")
    customer_person = [one for one in people if fold(one.header).startswith(("客户", "会员", "customer"))]
    if company and bare and company[0].index != bare[0].index:
        if fold(company[0].header) in _PARENTS:
            return Decision(CUSTOMERS, reason, bare[0].index, None, suppliers=suppliers)
        if given and family:
            return Decision(CONTACTS, reason, company[0].index, bare[0].index, suppliers=suppliers)
        return Decision(CUSTOMERS, reason, company[0].index, bare[0].index, suppliers=suppliers)
    if company:
        plain = [one for one in people if fold(bare_header(one.header)) in _PERSON_WORDS]
        called = [one for one in people if one not in plain]
        owned = parts and any(m.owned for one in (*given, *family) for m in one.meanings if m.record == PERSON)
        ours = fold(company[0].header).startswith(
            ("客户", "customer", "account", "client", "供应商", "supplier", "vendor")
        )
        if parts and ours and not (called or owned) and fold(company[0].header) in _OF_PERSON:
            full = next((one.index for one in plain if one.evidence.filled), None)
            return Decision(CONTACTS, reason, company[0].index, full, parts and full is None, suppliers=suppliers)
        if (
            plain
            and not called
            and plain[0].index < company[0].index
            and any(one.score(CONTACT, "title") > 0.9 for one in columns)
        ):
            return Decision(CONTACTS, reason, company[0].index, plain[0].index, suppliers=suppliers)
        if called or owned or (parts and ours) or (plain and ours):
            person = (
                called[0].index
                if called and not (parts and not called[0].evidence.filled)
                else plain[0].index
                if plain
                else None
            )
            return Decision(CUSTOMERS, reason, company[0].index, person, parts and person is None, suppliers=suppliers)
        if (parts or plain) and (company[0].evidence.filled or not customer_person):
            full = next((one.index for one in plain if one.evidence.filled), None)
            return Decision(CONTACTS, reason, company[0].index, full, parts and full is None, suppliers=suppliers)
        return (
            Decision(CUSTOMERS, reason, company[0].index, None, suppliers=suppliers)
            if company[0].evidence.filled
            else None
        )
    if bare:
        separate = [one for one in people if one.evidence.filled and one.index != bare[0].index]
        other = separate[0].index if separate else None
        least = 0.4 if _with_jobs(columns) and bare[0].evidence.share("company") < 0.3 else 0.7
        persons = bare[0].evidence.share("person") > least and other is None and not parts
        if parts and any(fold(one.header) in map(fold, ("Given Name", "Family Name")) for one in (*given, *family)):
            return Decision(CONTACTS, reason, None, bare[0].index, False, True, suppliers)
        if not wanted and not _customer_weight(columns):
            return None
        return Decision(
            CUSTOMERS, reason, bare[0].index, other, parts and other is None, persons and not suppliers, suppliers
        )
    if parts:
        return Decision(CUSTOMERS, reason, None, None, True, True, suppliers)
    named = [one for one in people if one.evidence.filled and not crowd(one, columns)]
    firms = [
        one for one in filled if not one.meanings and one.evidence.share("company") > 0.7 and one.evidence.distinct > 0.9
    ]  # fmt: skip
    if named and firms and firms[0].index < named[0].index:
        return Decision(CUSTOMERS, reason, firms[0].index, named[0].index, suppliers=suppliers)
    if named:
        return Decision(CUSTOMERS, reason, named[0].index, None, False, True, suppliers)
    companies = [
        one for one in filled if one.evidence.share("company") > 0.5 and one.evidence.mean < 60 and not _meant(one)
    ]
    if companies:
        beside = [
            one for one in filled if one.evidence.share("person") > 0.6 and not _meant(one) and one is not companies[0]
        ]
        person = beside[0].index if beside and not parts else None
        return Decision(
            CUSTOMERS, N_("A column holds names of companies."), companies[0].index, person, suppliers=suppliers
        )
    persons_ = [one for one in filled if one.evidence.share("person") > 0.6 and not _meant(one)]
    if persons_ and any(one.evidence.share("mobile", "email", "phone") > 0.5 for one in filled):
        firm = _beside_persons(filled, persons_[0])
        if firm is not None:
            return Decision(CUSTOMERS, N_("A column holds names of companies."), firm.index, persons_[0].index)
        return Decision(
            CUSTOMERS, N_("A column holds names of persons."), persons_[0].index, None, False, True, suppliers
        )
    return Decision(CONTACTS, reason, persons=True) if subscribers(columns) else None


def _beside_persons(filled: Sequence[Seen], person: Seen) -> Seen | None:
    """The column right before persons' names in a list without headers, when it may well hold their companies: texts that differ."""
    before = [one for one in filled if one.index < person.index and not one.evidence.rising]
    if any(one.header for one in filled) or not before:
        return None
    one = before[-1]
    texts = one.evidence.shares.get("text", 0.0) + one.evidence.shares.get("company", 0.0)
    return one if texts >= _SURE and one.evidence.distinct >= _SURE and 3 < one.evidence.mean <= 30 else None


_MEMBERS = tuple(map(fold, ("会员", "客户", "顾客", "客戶", "會員", "customer", "client", "member", "kunden")))
"""In names of sheets whose persons are customers, whatever they do."""
_CALLINGS = frozenset(map(fold, ("occupation", "profession", "beruf", "职业", "職業", "profesión", "métier")))
"""What somebody lives by, as lists of private persons tell it."""
_LEGAL = frozenset(map(fold, ("法人", "法人代表", "法定代表人", "企业法人")))
"""Who stands for a company before the law: its contact only where the list names no other."""
_OF_PERSON = frozenset(map(fold, ("account name", "account", "customer company", "client company")))
"""Names of the company in lists of persons with first and last name, as CRM programs write them."""
_CALLED = tuple(
    map(fold, ("联系人", "联络人", "聯絡人", "contact name", "contact person", "primary contact", "ansprechpartner"))
)
"""Begins of headers that leave no doubt who the contact is."""
_PARENTS = frozenset(map(fold, (
    "Verbundenes Unternehmen", "parent company", "parent", "related company", "associated company", "关联公司", "上级公司", "母公司",
    "所属公司", "所属客户", "parent account", "related company name", "parent_id/name", "parent_id", "Related Company/Name",
    "Société liée", "关联公司/名称", "related_company", "Compañía relacionada", "Empresa relacionada", "Azienda collegata",
    "subsidiary of", "parent_id/id", "parent_id/.id", "Related Company/External ID", "Related Company/ID",
)))  # fmt: skip


def is_parent(header: str) -> bool:
    """Whether the header names the company that a row's person belongs to, in a sheet of customers."""
    return fold(header) in _PARENTS


def _part(one: Seen) -> bool:
    """Whether a column holds a part of names."""
    return any(meaning.record == PERSON and meaning.score >= _SURE for meaning in one.meanings)


def _meant(one: Seen) -> bool:
    return bool(one.meanings) and one.meanings[0].score >= 0.8 and one.meanings[0].record != OTHER
