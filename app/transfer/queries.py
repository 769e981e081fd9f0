"""What an import asks of the book, and what it proposes for a file; nothing is written here."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from app.customers.alike import Known, described, reachable
from app.records import queries
from app.records.dictionary import Dictionary
from app.records.fields import RecordType
from app.records.workspace import Workspace
from app.shared.collector import resting
from app.shared.errors import KebuError
from app.shared.i18n import N_
from app.transfer.columns.own_columns import resolved
from app.transfer.columns.own_lists import is_own, unguarded
from app.transfer.columns.proposals import CONTACTS, KINDS, PRODUCTS, Proposal
from app.transfer.columns.proposing import propose
from app.transfer.converting import people_told
from app.transfer.drafting import across, list_book, related
from app.transfer.drafting.context import Context
from app.transfer.drafting.drafts import draft
from app.transfer.drafting.merging import MODES
from app.transfer.grid.headers import Vocabulary
from app.transfer.grid.list_kinds import CODE, kind_of, kinds
from app.transfer.grid.sheets import Sheet, Workbook
from app.transfer.grid.stopping import heeding, watched
from app.transfer.layout import shaping
from app.transfer.layout.hidden import LEAVE
from app.transfer.plans import match_rules, numbered
from app.transfer.plans.options import Options
from app.transfer.plans.own_sheets import RestoredSheet, own_sheets
from app.transfer.plans.planned import Book, SheetDrafts
from app.transfer.plans.planning import ImportPlan, plan
from app.transfer.plans.product_keys import SEVERAL, product_keys

Progress = Callable[[float], None]
Cancelled = Callable[[], bool]
_SAVED_AGAIN = ("xlsx", "xls", "xlsb", "ods", "html", "xml")
"""What a program that has opened a .csv file may save it as, cells in a clipboard among them."""
_CUSTOMER_FIELDS = ("name", "kind", "tax_number", "city", "address", "phone", "mobile", "email")
_CONTACT_FIELDS = ("customer", "name", "phone", "mobile", "email")
_PRODUCT_FIELDS = ("code", "name", "specification", "unit", "barcode")


def vocabulary(ws: Workspace) -> Vocabulary:
    """The words that name fields, the user's own fields included."""
    return _vocabulary(ws.dictionary)


@lru_cache(maxsize=2)
def _vocabulary(dictionary: Dictionary) -> Vocabulary:
    # Laying out thousands of words takes longer than reading a small file, and a dictionary never changes.
    return Vocabulary(dictionary.types)


def prepared(ws: Workspace, book: Workbook, kind: str = "") -> Workbook:
    """A file as it is imported: a sheet for each table, and its forms and turned tables as plain ones.

    Args:
        kind: what its sheets hold when the user says so.
    """
    listed = kind_of(ws.dictionary.types, kind and ws.dictionary.type(kind).plural)
    words = vocabulary(ws)
    if book.format in _SAVED_AGAIN:
        book = replace(book, sheets=tuple(unguarded(sheet, words) for sheet in book.sheets))
    ours = [sheet.name for sheet in book.sheets if not kind and is_own(sheet, words)]
    made = shaping.prepared(book, words, listed.kind if listed else "", ours)
    return _running_text(ws, book, made) if made.format == "csv" and not kind else made


def _running_text(ws: Workspace, book: Workbook, made: Workbook) -> Workbook:
    """A text file that holds no table, with the people that its text tells of as one."""
    if len(made.sheets) != 1 or len(book.sheets) != 1 or len(book.sheets[0].rows) > people_told.LONGEST:
        return made
    if propose(made.sheets[0], vocabulary(ws), hint=book.path.stem).kind is not None:
        return made
    told = people_told.tabled(book, ws.dictionary, ws.region)
    return made if told is book else told


def proposals(ws: Workspace, book: Workbook, options: Options | None = None) -> list[Proposal]:
    """What each sheet of a file holds and where its columns go.

    Raises:
        KebuError: there is no sheet of the wanted name, or no such kind.
    """
    options = options or Options()
    kind = _kind(ws, options.kind)
    sheets = _sheets(book, options.sheet)
    words = vocabulary(ws)
    leave = options.hidden == LEAVE
    with resting():
        said, today = book.path.stem, ws.clock.today()
        found = [propose(sheet, words, kind, leave=leave, hint=said, today=today) for sheet in sheets]
        for at in () if kind else across.contacts(sheets, found):
            found[at] = propose(sheets[at], words, CONTACTS, leave=leave, hint=said, today=today)
    return found


def _kind(ws: Workspace, name: str) -> str | None:
    if not name:
        return None
    record = ws.dictionary.type(name)
    importable = [*KINDS, *(one.kind for one in kinds(ws.dictionary.types))]
    if record.plural not in importable:
        raise KebuError(
            N_("Records of the kind “{name}” cannot be imported."),
            N_("Kinds are: {kinds}."),
            name=name,
            kinds=", ".join(importable),
        )
    return record.plural


def _sheets(book: Workbook, name: str) -> Sequence[Sheet]:
    if not name:
        return book.sheets
    wanted = name.casefold()
    found = [sheet for sheet in book.sheets if wanted in (sheet.name.casefold(), sheet.title.casefold())]
    if not found:
        raise KebuError(
            N_("There is no sheet “{name}”."), N_("The sheets are: {sheets}."), name=name,
            sheets=", ".join(dict.fromkeys(sheet.title for sheet in book.sheets)),
        )  # fmt: skip
    return found


def handed_over(sources: list[tuple[Workbook, list[Proposal]]]) -> Iterator[tuple[Workbook, list[Proposal]]]:
    """Files with their proposals, each taken out of the list; ``make_plan`` then lets them go before it compares."""
    while sources:
        yield sources.pop(0)


def make_plan(
    ws: Workspace, sources: Iterable[tuple[Workbook, Sequence[Proposal]]], options: Options | None = None,
    progress: Progress | None = None, cancelled: Cancelled | None = None,
) -> ImportPlan:  # fmt: skip
    """Work out what an import of some files would do; nothing is written.

    Args:
        sources: each file with the proposals for its sheets, as the user left them; sheets without a kind give nothing.
        options: see ``Options``.
        progress: called with a fraction from 0 to 1.
        cancelled: asked now and then whether to stop.

    Raises:
        Cancelled: ``cancelled`` said so.
        KebuError: an option does not exist.
    """
    options = options or Options()
    if options.on_duplicate not in MODES:
        raise KebuError(
            N_("“{mode}” is no way to treat duplicates."),
            N_("Choose update, overwrite, skip or add."),
            mode=options.on_duplicate,
        )
    with resting(), heeding(cancelled):
        return _plan(ws, sources, options, progress or (lambda fraction: None), cancelled or (lambda: False))


def _drafted(
    ws: Workspace,
    types: Mapping[str, RecordType],
    sources: Iterable[tuple[Workbook, Sequence[Proposal]]],
    options: Options,
    report: Progress,
    stop: Cancelled,
) -> list[SheetDrafts]:
    """The rows of all files as drafts; with the return of it nothing here holds the files any more."""
    ready: list[SheetDrafts] = []
    chosen = [(book, one) for book, found in sources for one in found]
    books = {id(book): book for book, _proposal in chosen}
    own = {key: own_sheets(ws, book, options) for key, book in books.items()}
    names, known = across.names(ws, chosen), related.learned(chosen)
    for number, (book, proposal) in enumerate(chosen):
        name = str(book.path)
        mine = own[id(book)].get(proposal.sheet)
        if proposal.kind is None or isinstance(mine, RestoredSheet):
            ready.append(SheetDrafts(name, proposal, (), own=mine))
            continue
        proposal = resolved(proposal, ws.dictionary.type(proposal.kind))
        sheet = next(sheet for sheet in book.sheets if sheet.name == proposal.sheet)
        context = Context(
            types,
            ws.region,
            ws.currency,
            cancelled=stop,
            orders=options.orders.get(number, {}),
            names=names,
            today=ws.clock.today(),
            related=known,
        )
        drafts, orders = draft(sheet, proposal, context)
        if mine is not None:
            drafts = [one for one in drafts if mine.wants(one.number)]
        ready.append(SheetDrafts(name, proposal, drafts, orders, mine))
        report(0.6 * (number + 1) / len(chosen))
    return ready


def _plan(
    ws: Workspace,
    sources: Iterable[tuple[Workbook, Sequence[Proposal]]],
    options: Options,
    report: Progress,
    stop: Cancelled,
) -> ImportPlan:
    types = {one.name: one for one in ws.dictionary.types}
    seen = ws.book.journal.last()
    ready = _drafted(ws, types, sources, options, report, stop)
    wanted = {one.proposal.kind for one in ready}
    lists = [one for one in kinds(types) if one.kind in wanted]
    goods = PRODUCTS in wanted or any(one.line or one.links for one in lists)
    held = snapshot(ws, customers=bool(wanted - {None, PRODUCTS}), products=goods, rules=options.match)
    if lists:
        coded = any(one.proposal.column_of(CODE) for one in ready)
        held = replace(held, lists=list_book.facts(ws, lists, coded), today=ws.clock.today())
    others = [one for one in ready if numbered.of_others(one.proposal)]
    if any(draft.code or draft.above for one in others for draft in one.drafts):
        held = replace(held, codes=list_book.codes(ws))
    if numbered.awaited(one.proposal for one in ready):
        held = replace(held, waiting=numbered.waiting(ws))
    report(0.8)
    found = plan(
        ready, held, types, options.on_duplicate, options.decisions, options.undecided, stop, options.preferred
    )
    report(1.0)
    return replace(found, seen=seen)


def snapshot(
    ws: Workspace, customers: bool = True, products: bool = True, rules: tuple[str, ...] | None = None
) -> Book:
    """What the book holds, as matching needs it; ``rules`` None are those of the book."""
    rules = match_rules.rules(ws) if rules is None else rules
    people: list[Known] = []
    contacts: dict[int, list[tuple[int, str, str]]] = {}
    goods: dict[tuple[str, str], int] = {}
    if customers:
        by_id = {}
        for number, name, kind, tax, city, address, *reach in watched(
            queries.columns(ws, "customer", _CUSTOMER_FIELDS)
        ):
            by_id[number] = one = described(name, kind, tax, city, address, book_id=number)
            reachable(one, *reach)
            people.append(one)
        for number, customer, name, *reach in watched(queries.columns(ws, "contact", _CONTACT_FIELDS) if by_id else ()):
            phone, mobile, email = reach
            contacts.setdefault(customer, []).append((number, name or "", mobile or phone or (email or "").casefold()))
            if customer in by_id:
                reachable(by_id[customer], *reach)
    if products:
        for number, *values in queries.columns(ws, "product", _PRODUCT_FIELDS):
            for product in product_keys(dict(zip(_PRODUCT_FIELDS, values, strict=True)), rules):
                if goods.setdefault(product, number) != number and product[0] == "code":
                    goods[SEVERAL, product[1]] = number

    def fetch(kind: str, numbers: list[int], names: Collection[str]) -> dict[int, Mapping[str, Any]]:
        return {row.id: row.values for row in queries.rows(ws, kind, numbers, tuple(names))}

    return Book(people, contacts, goods, fetch, rules)
