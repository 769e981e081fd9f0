"""What a sheet is about: customers, contacts, products, or something that is not imported now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.shared.i18n import N_
from app.transfer.columns import headless
from app.transfer.columns.customer_kinds import customer_kind, customer_weight, with_jobs
from app.transfer.columns.decision import DEALS, EMPTY, FORM, HELPER, NOTHING, STAFF, Decision
from app.transfer.columns.name_columns import PLAIN_NAMES
from app.transfer.columns.proposals import CONTACTS, CUSTOMERS, PRODUCTS
from app.transfer.columns.seen import Seen
from app.transfer.columns.staff import vain
from app.transfer.grid import header_words
from app.transfer.grid.folding import fold, folded
from app.transfer.grid.foreign_ids import foreign
from app.transfer.grid.headers import CONTACT, CUSTOMER, PERSON, PRODUCT
from app.transfer.grid.scale import ALL_BUT, EACH, FEW, HALF, KNOWN, LIKELY, NEARLY, SAID

_OWNERS = ("客户", "单位", "公司", "customer", "account", "company", "client", "kunden")
_MODELS = folded("型号|规格型号|model|产品型号")
_PRODUCT_FIELDS = frozenset(
    {"specification", "unit", "price", "cost", "tax_rate", "category", "barcode", "warranty_months"}
)
_DEALS = 4
"""So many columns that only deals have make a list of deals of it, whatever else stands there."""
_SHORT_LIST = 8
"""In so short a list of names that come again it is not asked whether they are reached."""
_SHARED = 0.5
"""What a column counts for that may tell of customers as well."""
_SUPPLYING = tuple(folded("供应|供货|厂家|厂商|supplier|vendor|manufacturer|lieferant|hersteller|fournisseur"))
"""What the headers of a price list's makers and suppliers begin with."""
_PRICED, _FEW_NAMED = 0.7, 4
"""How sure a header is one of prices, beside which a word for the goods is looked for; and of so many rows one must have its name."""
_PROJECTS = folded("项目名称|项目|工程名称|工程|项目内容|project|project name")
_PROJECT_DAYS = folded(
    "project start|project end|project start date|project end date|projektstart|projektende|projektbeginn|début du projet|fin du projet|"
    "inicio del proyecto|fin del proyecto|项目开始日期|项目结束日期|项目开始时间|项目结束时间|开工日期|竣工日期"
)
_UNCLEAR = _PROJECTS | folded("description|title|type")
"""What goods are called only where no other column names them."""
_TICKETS = ("ticket", "case")
_VALUED = ("price", "cost", "barcode", "unit", "tax_rate", "warranty_months")
_DESCRIBED = folded(
    "description|descrição|descripción|descrizione|descripcion|descricao|beschreibung|omschrijving|opis|title|subject"
)
_BILLED = (
    folded("date|datum|fecha|data|invoice date"),
    folded("total|amount|betrag|montant|importe|importo|valor|totale"),
)
_TERMS = folded(
    "due|due date|paid|balance|status|tax|vat|net|mwst|fällig|fällig am|échéance|vencimiento|scadenza|iva|tva|estado|statut|stato"
)
_REACHED = ("phone", "mobile", "email", "address", "city", "postcode", "birthday", "tax_number", "title", "department")
_SERIALS, _NAMES = frozenset(map(fold, header_words.SERIAL)), folded("名称|name|品名")


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
        if name in map(fold, header_words.STAFF) or (name in map(fold, header_words.USERS) and _users(columns)):
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
    product, customer = _product(columns), customer_kind(columns, suppliers, bool(wanted))
    if not wanted and product is not None and product.name in [one.index for one in _plainly_called(columns)]:
        customer = None
    if wanted == PRODUCTS:
        return product or Decision(None, NOTHING)
    if wanted in (CUSTOMERS, CONTACTS):
        return _as(customer, wanted)
    if _machines(columns) or (customer and (_reached(columns) or _projects(product, columns))):
        product = None
    best = product if product and (not customer or _product_weight(columns) > customer_weight(columns)) else customer
    best = best or _product(columns, 1) or _headless(sheet, columns, suppliers)
    if best is None or best.kind is None:
        return Decision(None, NOTHING)
    members = any(word in fold(sheet) for word in _MEMBERS)
    best = _each_once(best, columns) if members else best
    deals = sum(one.other("deal") for one in columns) >= _DEALS
    alone = best.persons and best.person is None and not deals
    if alone and (_of_others(sheet, columns) or (not members and with_jobs(columns))):
        return _as(best, CONTACTS)
    if _is_deals(columns, best) or (best.kind != PRODUCTS and _billed(columns)):
        return Decision(None, DEALS)
    if best.kind != PRODUCTS and any(
        vain(one, columns) for one in columns if one.index == (best.name, best.person)[best.name is None]
    ):
        return Decision(None, NOTHING)
    return best


def _each_once(best: Decision, columns: Sequence[Seen]) -> Decision:
    """Customers with a person each, where a list of clients names another company beside each of its persons."""
    firm = next((one.evidence for one in columns if one.index == best.name), None)
    once = best.kind == CONTACTS and firm is not None and firm.filled == firm.rows and firm.distinct == 1.0
    return replace(best, kind=CUSTOMERS) if once else best


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
    if _of_projects(columns) or (best.kind == PRODUCTS and _ticketed(best, columns)):
        return True
    names = next((one for one in columns if one.index in (best.name, best.person)), None)
    rows = names.evidence.filled if names else max((one.evidence.filled for one in columns), default=0)
    told = [one for one in columns if one.other("deal")]
    if len(told) >= _DEALS:
        return True
    # A number that few of those named have (the quote of some leads) is not what the rows are about.
    deals = sum(one.evidence.filled * 4 >= 3 * rows for one in told)
    if not deals:
        return False
    if best.persons and deals < 2 and _addressed(columns):
        return False
    tickets = any(fold(one.header).startswith(_TICKETS) and one.other("deal") for one in columns)
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


def _jobs(name: Seen, columns: Sequence[Seen]) -> bool:
    """Whether what a column describes are jobs with their days, not goods: nothing tells what they cost or how they are counted."""
    days = sum(one.evidence.share("date") >= HALF for one in columns if one.evidence.filled)
    valued = any(one.score(PRODUCT, field) >= LIKELY for one in columns for field in _VALUED)
    return fold(name.header) in _DESCRIBED and days >= 2 and not valued


def _product_weight(columns: Sequence[Seen]) -> float:
    total = 0.0
    for one in columns:
        if one.meanings and one.meanings[0].score >= LIKELY:
            products = [m for m in one.meanings if m.record == PRODUCT]
            others = [m for m in one.meanings if m.record in (CUSTOMER, CONTACT) and m.field != "name"]
            if products and (products[0].field in _PRODUCT_FIELDS or products[0].owned or not others):
                total += 1.0 if not others else _SHARED
    return total


def _machines(columns: Sequence[Seen]) -> bool:
    """Whether a sheet lists single machines by their serial numbers with the customers that have them: these are what is imported."""
    held = [one for one in columns if one.evidence.filled]
    numbered = any(fold(one.header) in _SERIALS and one.evidence.distinct >= ALL_BUT for one in held)
    return numbered and any(one.score(CUSTOMER, "name") >= SAID and fold(one.header) not in _NAMES for one in held)


def _reached(columns: Sequence[Seen]) -> bool:
    """Whether what stands in the columns tells of somebody to be reached, and nothing of goods but words that serve for both (Group)."""
    held = [one for one in columns if one.evidence.filled]
    goods = ("price", "cost", "unit", "barcode", "tax_rate", "warranty_months")
    if any(one.score(PRODUCT, field) >= KNOWN for one in held for field in goods):
        return False
    reached = [one for one in held if one.evidence.share("phone", "mobile", "phones", "email") >= HALF and _theirs(one)]
    return bool(reached)


def _projects(product: Decision | None, columns: Sequence[Seen]) -> bool:
    """Whether what seemed goods are projects of customers that another column names."""
    named = any(
        one.index == product.name and fold(one.header) in _PROJECTS for one in columns if product is not None
    )  # fmt: skip
    return named and any(
        one.evidence.filled and fold(one.header) not in _PROJECTS and one.score(CUSTOMER, "name") >= SAID for one in columns
    )  # fmt: skip


def _of_projects(columns: Sequence[Seen]) -> bool:
    """Whether what is called by a plain name are projects, by the headers of their days, with the customers whose they are."""
    held = [one for one in columns if one.evidence.filled]
    whose = [one for one in held if one.score(CUSTOMER, "name") >= SAID]
    called = [one for one in whose if fold(one.header) in PLAIN_NAMES]
    return bool(called) and len(whose) > len(called) and any(fold(one.header) in _PROJECT_DAYS for one in columns)


def _ticketed(product: Decision, columns: Sequence[Seen]) -> bool:
    """Whether what is described are requests with numbers of their own, and no goods."""
    unclear = any(one.index == product.name and fold(one.header) in _UNCLEAR for one in columns)
    return unclear and any(one.other("deal") and fold(one.header).startswith(_TICKETS) for one in columns)


def _theirs(one: Seen) -> bool:
    """Whether a column of numbers or addresses is that of the row itself, by its header, and not of a supplier."""
    fields = ("phone", "mobile", "email", "fax")
    said = any(one.score(record, field) >= KNOWN for record in (CUSTOMER, CONTACT) for field in fields)
    return said and not fold(one.header).startswith(_SUPPLYING)


def _beside_code(columns: Sequence[Seen]) -> Seen | None:
    """The goods of a price list whose header says only what they are (Vino): texts that differ, right behind their numbers."""
    coded = next((one for one in columns if one.evidence.filled and one.score(PRODUCT, "code") >= KNOWN), None)
    reached = any(
        one.evidence.share("phone", "mobile", "email", "address") >= HALF for one in columns if one.evidence.filled
    )
    if coded is None or reached:
        return None
    after = [one for one in columns if one.index > coded.index and one.evidence.filled]
    one = after[0] if after else None
    if one is None or one.evidence.share("number", "money", "date", "phone") >= FEW or one.evidence.distinct < NEARLY:
        return None
    return one if one.evidence.filled >= coded.evidence.filled else None


def _before_price(columns: Sequence[Seen]) -> Seen | None:
    """What a list of prices calls its goods by where no header says so: the first column in which every row has a text of its own,
    of several words if there is one."""
    rows = max((one.evidence.filled for one in columns), default=0)
    prices = [one for one in columns if one.score(PRODUCT, "price") >= _PRICED and one.evidence.filled * 2 >= rows]
    tells = ("phone", "mobile", "email", "address", "date", "money", "person")
    reached = any(
        one.evidence.share("phone", "mobile", "email", "address") >= HALF
        and not any(meaning.record == PRODUCT for meaning in one.meanings)
        for one in columns
    )
    if not prices or reached:
        return None
    own = [
        one
        for one in columns
        if one.index < prices[0].index
        and one.evidence.filled >= ALL_BUT * rows
        and one.evidence.distinct >= ALL_BUT
        and not (one.evidence.rising or one.meanings)
        and one.evidence.share(*tells) < FEW
        and one.evidence.share("number") < ALL_BUT
    ]
    worded = [
        one for one in own if sum(" " in sample for sample in one.evidence.samples) * 2 > len(one.evidence.samples)
    ]
    return next(iter((*worded, *own)), None)


def _plainly_called(columns: Sequence[Seen]) -> list[Seen]:
    """The goods of a price list that calls them by a word that may mean customers as well (Nombre, Nazwa): each row has one of its
    own and a price, and nothing tells of somebody to be reached, or of a day."""
    held, rows = _held(columns)
    if not any(one.score(PRODUCT, "price") >= _PRICED and one.evidence.filled * 2 >= rows for one in held):
        return []
    for one in held:
        persons = any(meaning.record == PERSON and meaning.field != "given" for meaning in one.meanings)
        reached = any(one.score(record, field) >= KNOWN for record in (CUSTOMER, CONTACT) for field in _REACHED)
        if persons or reached or one.evidence.share("phone", "mobile", "email", "address", "date") >= HALF:
            return []
    named = [one for one in held if fold(one.header) in PLAIN_NAMES]
    return [one for one in named if len(named) == 1 and _each(one, rows)]


def _numbered(columns: Sequence[Seen]) -> list[Seen]:
    """The goods of a price list that knows them by their numbers alone."""
    held, rows = _held(columns)
    coded = [one for one in held if one.score(PRODUCT, "code") >= KNOWN and not one.evidence.rising]
    return [one for one in coded if _each(one, rows) and not any(m.record in (CUSTOMER, CONTACT) for m in one.meanings)]


def _held(columns: Sequence[Seen]) -> tuple[list[Seen], int]:
    """The columns with something in them, and how many rows have something."""
    held = [one for one in columns if one.evidence.filled]
    return held, max((one.evidence.filled for one in held), default=0)


def _each(one: Seen, rows: int) -> bool:
    """Whether a column has another text in each row."""
    full = one.evidence.filled >= ALL_BUT * rows and one.evidence.distinct >= ALL_BUT
    return full and one.evidence.share("number", "money") < FEW


def _telling(found: list[tuple[float, int, Seen]], columns: Sequence[Seen]) -> list[tuple[float, int, Seen]]:
    """Those of the columns that may name goods in which names stand: texts, and in more than a few of the rows."""
    rows = max((one.evidence.filled for one in columns), default=0)
    full = [one for one in found if one[2].evidence.filled * 2 >= rows] or found
    return [one for one in full if one[2].evidence.share("number") < NEARLY] or full


def _product(columns: Sequence[Seen], least: int = 2) -> Decision | None:
    """The products of a sheet; ``least`` other columns must tell of products where its names may be anything's."""
    rows = max((one.evidence.filled for one in columns), default=0)
    found = [
        (one.score(PRODUCT, "name"), -one.index, one) for one in columns
        if one.evidence.filled * _FEW_NAMED > rows and one.score(PRODUCT, "name") >= LIKELY
    ]  # fmt: skip
    if not found:
        models = [one for one in columns if one.evidence.filled and fold(one.header) in _MODELS]
        if not any(one.score(PRODUCT, "price") >= _PRICED and one.evidence.filled for one in columns):
            return None
        if models:
            return Decision(PRODUCTS, N_("It has models and prices."), models[0].index)
        goods = (
            _beside_code(columns)
            or _before_price(columns)
            or next(iter(_plainly_called(columns) or _numbered(columns)), None)
        )
        return None if goods is None else Decision(PRODUCTS, N_("It has names and prices of products."), goods.index)
    clear = [one for one in found if fold(one[2].header) not in _UNCLEAR] or found
    best = max(_telling(clear, columns))[2]
    signals = sum(
        any(one.score(PRODUCT, field) >= LIKELY for field in (*_PRODUCT_FIELDS, "code"))
        for one in columns
        if one is not best
    )
    only = not any(m.record in (CUSTOMER, CONTACT) for m in best.meanings)
    if signals < 1 or (not only and signals < least) or _jobs(best, columns):
        return None
    return Decision(PRODUCTS, N_("It has names and prices of products."), best.index)


_MEMBERS = tuple(map(fold, ("会员", "客户", "顾客", "客戶", "會員", "customer", "client", "member", "kunden")))
"""In names of sheets whose persons are customers, whatever they do."""
