"""What a sheet is about: customers, contacts, products, or something that is not imported now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.shared.i18n import N_
from app.transfer.columns import headless, product_kinds
from app.transfer.columns.customer_kinds import customer_kind, customer_weight, with_jobs
from app.transfer.columns.decision import DEALS, EMPTY, FORM, HELPER, NOTHING, STAFF, Decision
from app.transfer.columns.proposals import CONTACTS, CUSTOMERS, PRODUCTS
from app.transfer.columns.seen import Seen
from app.transfer.columns.staff import clocked, vain
from app.transfer.grid import header_words
from app.transfer.grid.folding import fold, folded
from app.transfer.grid.foreign_ids import foreign
from app.transfer.grid.headers import CONTACT, CUSTOMER
from app.transfer.grid.scale import EACH, HALF, KNOWN

_OWNERS = ("客户", "单位", "公司", "customer", "account", "company", "client", "kunden")
_DEALS = 4
"""So many columns that only deals have make a list of deals of it, whatever else stands there."""
_ABOUT = 0.75
"""So many of those named have the number of what their rows are about."""
_SHORT_LIST = 8
"""In so short a list of names that come again it is not asked whether they are reached."""
_BILLED = (
    folded("date|datum|fecha|data|invoice date"),
    folded("total|amount|betrag|montant|importe|importo|valor|totale"),
)
_TERMS = folded(
    "due|due date|paid|balance|status|tax|vat|net|mwst|fällig|fällig am|échéance|vencimiento|scadenza|iva|tva|estado|statut|stato"
)


def decide(sheet: str, form: bool, columns: Sequence[Seen], wanted: str | None = None) -> Decision:
    """Say what a sheet is about.

    Args:
        sheet: its name.
        form: whether it is a form.
        columns: its columns.
        wanted: the kind that the user says it is, or None.
    """
    if not wanted and (nothing := _nothing(sheet, form, columns)):
        return Decision(None, nothing)
    if not any(one.evidence.filled for one in columns):
        return Decision(None, EMPTY)
    suppliers = _of_suppliers(sheet, columns)
    product, customer = product_kinds.product_kind(columns), customer_kind(columns, suppliers, bool(wanted))
    if wanted == PRODUCTS:
        return product or Decision(None, NOTHING)
    if wanted in (CUSTOMERS, CONTACTS):
        return _as(customer, wanted)
    if not wanted and product is not None and _plainly_named(product, columns):
        customer = None
    best = (
        _heavier(product, customer, columns)
        or _greeted(columns)
        or product_kinds.product_kind(columns, 1)
        or _headless(sheet, columns, suppliers)
    )
    if best is None or best.kind is None:
        return Decision(None, NOTHING)
    members = any(word in fold(sheet) for word in _MEMBERS)
    best = _each_once(best, columns) if members else best
    if _persons_of_others(best, sheet, columns, members):
        return _as(best, CONTACTS)
    reason = _not_imported(best, columns)
    return Decision(None, reason) if reason else best


def _nothing(sheet: str, form: bool, columns: Sequence[Seen]) -> str:
    """Why nothing of a sheet is taken, whatever its columns hold; "" where something may be."""
    name = fold(sheet)
    if name in map(fold, header_words.HELPERS):
        return HELPER
    if name in map(fold, header_words.STAFF) or (name in map(fold, header_words.USERS) and _users(columns)):
        return STAFF
    return FORM if form else STAFF if clocked(columns) else ""


def _of_suppliers(sheet: str, columns: Sequence[Seen]) -> bool:
    """Whether those whom a sheet lists are suppliers: its name says so, or the head of a column."""
    return any(fold(word) in fold(sheet) for word in header_words.SUPPLIERS) or any(
        fold(one.header).startswith(("供应商名", "供货商", "suppliername", "vendorname", "lieferant"))
        for one in columns
        if one.evidence.filled
    )


def _plainly_named(product: Decision, columns: Sequence[Seen]) -> bool:
    """Whether the column of the names of goods is called so and nothing else."""
    return product.name in [one.index for one in product_kinds.plainly_called(columns)]


def _heavier(product: Decision | None, customer: Decision | None, columns: Sequence[Seen]) -> Decision | None:
    """The products or the customers of a sheet, whichever more of its columns tell of."""
    if product_kinds.machines(columns):
        return customer
    if product is None or customer is None:
        return product or customer
    if product_kinds.reached_by(columns) or product_kinds.projects(product, columns):
        return customer
    return product if product_kinds.product_weight(columns) > customer_weight(columns) else customer


def _persons_of_others(best: Decision, sheet: str, columns: Sequence[Seen], members: bool) -> bool:
    """Whether the persons of a sheet belong to customers elsewhere; ``members``: it is called a list of customers."""
    if not best.persons or best.person is not None or sum(one.other("deal") for one in columns) >= _DEALS:
        return False
    return _of_others(sheet, columns) or (not members and with_jobs(columns))


def _not_imported(best: Decision, columns: Sequence[Seen]) -> str:
    """Why a sheet is not imported though it holds names, "" where it is."""
    if _is_deals(columns, best) or (best.kind != PRODUCTS and _billed(columns)):
        return DEALS
    names = best.person if best.name is None else best.name
    empty = best.kind != PRODUCTS and any(vain(one, columns) for one in columns if one.index == names)
    return NOTHING if empty else ""


def _each_once(best: Decision, columns: Sequence[Seen]) -> Decision:
    """Customers with a person each, where a list of clients names another company beside each of its persons."""
    firm = next((one.evidence for one in columns if one.index == best.name), None)
    once = best.kind == CONTACTS and firm is not None and firm.filled == firm.rows and firm.distinct == 1.0
    return replace(best, kind=CUSTOMERS) if once else best


def _greeted(columns: Sequence[Seen]) -> Decision | None:
    """The customers of a list that tells nothing of them but how one speaks to them, and a number perhaps."""
    one = headless.greeted(columns)
    return Decision(CUSTOMERS, N_("A column holds names of persons."), one.index, persons=True) if one else None


def _headless(sheet: str, columns: Sequence[Seen], suppliers: bool) -> Decision | None:
    """The customers of a list without a header, or the suppliers where its name says that it lists them."""
    one = headless.named(sheet, columns)
    if one is None:
        return None
    return Decision(
        CUSTOMERS, N_("A column holds names of persons."), one.index, persons=not suppliers, suppliers=suppliers
    )


def _users(columns: Sequence[Seen]) -> bool:
    """Whether the columns tell what somebody may do in a program: two of them, or one beside the name to sign in with."""
    heads = {fold(one.header) for one in columns if one.evidence.filled}
    rights = len(heads & set(map(fold, header_words.RIGHTS)))
    return rights > 1 or (rights > 0 and bool(heads & folded("username|user name|login|用户名|账号|alias")))


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


def _as(found: Decision | None, wanted: str) -> Decision:
    if found is None:
        return Decision(None, NOTHING)
    if wanted == CONTACTS and found.kind == CUSTOMERS and found.person is None and not found.parts:
        return Decision(wanted, found.reason, None, found.name, False, True, found.suppliers)
    return Decision(wanted, found.reason, found.name, found.person, found.parts, found.persons, found.suppliers)


def _is_deals(columns: Sequence[Seen], best: Decision) -> bool:
    if product_kinds.of_projects(columns) or (best.kind == PRODUCTS and product_kinds.ticketed(best, columns)):
        return True
    names = next((one for one in columns if one.index in (best.name, best.person)), None)
    rows = names.evidence.filled if names else max((one.evidence.filled for one in columns), default=0)
    told = [one for one in columns if one.other("deal")]
    if len(told) >= _DEALS:
        return True
    # A number that few of those named have (the quote of some leads) is not what the rows are about.
    deals = sum(one.evidence.filled >= _ABOUT * rows for one in told)
    if not deals:
        return False
    if best.persons and deals < 2 and _addressed(columns):
        return False
    tickets = any(fold(one.header).startswith(product_kinds.TICKETS) and one.other("deal") for one in columns)
    if best.kind == CONTACTS and with_jobs(columns) and not tickets:
        return False
    distinct = names.evidence.distinct if names else 1.0
    if names and names.evidence.filled < _SHORT_LIST:
        return deals >= 2 or distinct < EACH
    reached = any(
        one.score(CUSTOMER, field) > KNOWN
        for one in columns
        for field in ("phone", "mobile", "email")
        if one.evidence.filled
    )
    return (distinct < EACH or not reached) if best.kind != PRODUCTS else deals >= 2 or distinct < EACH


def _addressed(columns: Sequence[Seen]) -> bool:
    """Whether rows tell where somebody lives and by which number he is reached: who parcels go to is a customer."""
    return all(
        any(one.score(CUSTOMER, field) > KNOWN and one.evidence.filled >= HALF * one.evidence.rows for field in fields for one in columns)
        for fields in (("phone", "mobile"), ("address",))
    )  # fmt: skip


def _billed(columns: Sequence[Seen]) -> bool:
    """Whether each row tells on which day somebody was billed how much and on which terms, and nothing of how to reach him."""
    held = [one for one in columns if one.evidence.filled]
    heads = [fold(one.header) for one in held]
    days, totals = (any(head in words for head in heads) for words in _BILLED)
    reached = any(
        one.score(record, field) > KNOWN
        for one in held
        for record in (CUSTOMER, CONTACT)
        for field in ("phone", "mobile", "email", "address", "city")
    )
    return days and totals and sum(head in _TERMS for head in heads) >= 2 and not reached


_MEMBERS = tuple(map(fold, ("会员", "客户", "顾客", "客戶", "會員", "customer", "client", "member", "kunden")))
"""In names of sheets whose persons are customers, whatever they do."""
