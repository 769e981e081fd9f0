"""Whether a sheet lists products, and which of its columns names them."""

from __future__ import annotations

from collections.abc import Sequence

from app.shared.i18n import N_
from app.transfer.columns.decision import Decision
from app.transfer.columns.name_columns import PLAIN_NAMES
from app.transfer.columns.proposals import PRODUCTS
from app.transfer.columns.seen import Seen
from app.transfer.grid import header_words
from app.transfer.grid.folding import fold, folded
from app.transfer.grid.headers import CONTACT, CUSTOMER, PERSON, PRODUCT
from app.transfer.grid.scale import ALL_BUT, FEW, HALF, KNOWN, LIKELY, NEARLY, SAID

_MODELS = folded("型号|规格型号|model|产品型号")
_PRODUCT_FIELDS = frozenset(
    {"specification", "unit", "price", "cost", "tax_rate", "category", "barcode", "warranty_months"}
)
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
TICKETS = ("ticket", "case")
_VALUED = ("price", "cost", "barcode", "unit", "tax_rate", "warranty_months")
_DESCRIBED = folded(
    "description|descrição|descripción|descrizione|descripcion|descricao|beschreibung|omschrijving|opis|title|subject"
)
_REACHED = ("phone", "mobile", "email", "address", "city", "postcode", "birthday", "tax_number", "title", "department")
_SERIALS, _NAMES = frozenset(map(fold, header_words.SERIAL)), folded("名称|name|品名")


def _jobs(name: Seen, columns: Sequence[Seen]) -> bool:
    """Whether what a column describes are jobs with their days, not goods: nothing tells what they cost or how they are counted."""
    days = sum(one.evidence.share("date") >= HALF for one in columns if one.evidence.filled)
    valued = any(one.score(PRODUCT, field) >= LIKELY for one in columns for field in _VALUED)
    return fold(name.header) in _DESCRIBED and days >= 2 and not valued


def product_weight(columns: Sequence[Seen]) -> float:
    total = 0.0
    for one in columns:
        if one.meanings and one.meanings[0].score >= LIKELY:
            products = [m for m in one.meanings if m.record == PRODUCT]
            others = [m for m in one.meanings if m.record in (CUSTOMER, CONTACT) and m.field != "name"]
            if products and (products[0].field in _PRODUCT_FIELDS or products[0].owned or not others):
                total += 1.0 if not others else _SHARED
    return total


def machines(columns: Sequence[Seen]) -> bool:
    """Whether a sheet lists single machines by their serial numbers with the customers that have them: these are what is imported."""
    held = [one for one in columns if one.evidence.filled]
    numbered = any(fold(one.header) in _SERIALS and one.evidence.distinct >= ALL_BUT for one in held)
    return numbered and any(one.score(CUSTOMER, "name") >= SAID and fold(one.header) not in _NAMES for one in held)


def reached_by(columns: Sequence[Seen]) -> bool:
    """Whether what stands in the columns tells of somebody to be reached, and nothing of goods but words that serve for both (Group)."""
    held = [one for one in columns if one.evidence.filled]
    goods = ("price", "cost", "unit", "barcode", "tax_rate", "warranty_months")
    if any(one.score(PRODUCT, field) >= KNOWN for one in held for field in goods):
        return False
    reached = [one for one in held if one.evidence.share("phone", "mobile", "phones", "email") >= HALF and _theirs(one)]
    return bool(reached)


def projects(product: Decision | None, columns: Sequence[Seen]) -> bool:
    """Whether what seemed goods are projects of customers that another column names."""
    named = any(
        one.index == product.name and fold(one.header) in _PROJECTS for one in columns if product is not None
    )  # fmt: skip
    return named and any(
        one.evidence.filled and fold(one.header) not in _PROJECTS and one.score(CUSTOMER, "name") >= SAID for one in columns
    )  # fmt: skip


def of_projects(columns: Sequence[Seen]) -> bool:
    """Whether what is called by a plain name are projects, by the headers of their days, with the customers whose they are."""
    held = [one for one in columns if one.evidence.filled]
    whose = [one for one in held if one.score(CUSTOMER, "name") >= SAID]
    called = [one for one in whose if fold(one.header) in PLAIN_NAMES]
    return bool(called) and len(whose) > len(called) and any(fold(one.header) in _PROJECT_DAYS for one in columns)


def ticketed(product: Decision, columns: Sequence[Seen]) -> bool:
    """Whether what is described are requests with numbers of their own, and no goods."""
    unclear = any(one.index == product.name and fold(one.header) in _UNCLEAR for one in columns)
    return unclear and any(one.other("deal") and fold(one.header).startswith(TICKETS) for one in columns)


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


def plainly_called(columns: Sequence[Seen]) -> list[Seen]:
    """The goods of a price list that calls them by a word that may mean customers as well (Nombre, Nazwa): each row has one of its
    own and a price, and nothing tells of somebody to be reached, or of a day."""
    held, rows = _held(columns)
    if not any(one.score(PRODUCT, "price") >= _PRICED and one.evidence.filled * 2 >= rows for one in held):
        return []
    for one in held:
        persons = any(meaning.record == PERSON and meaning.field != "given" for meaning in one.meanings)
        # Birim is a unit as well as a department.
        goods = any(meaning.record == PRODUCT and meaning.score >= KNOWN for meaning in one.meanings)
        reached = not goods and any(
            one.score(record, field) >= KNOWN for record in (CUSTOMER, CONTACT) for field in _REACHED
        )
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


def product_kind(columns: Sequence[Seen], least: int = 2) -> Decision | None:
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
            or next(iter(plainly_called(columns) or _numbered(columns)), None)
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
