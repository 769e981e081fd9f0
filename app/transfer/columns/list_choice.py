"""Whether a sheet is a list of other records, where customers, contacts or products were seen in it, or nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.shared.i18n import _
from app.transfer.columns.decision import DEALS, EMPTY, FORM, HELPER, STAFF
from app.transfer.columns.list_mapping import propose_list
from app.transfer.columns.proposals import CUSTOMERS, PRODUCTS, Proposal
from app.transfer.grid.cells import text
from app.transfer.grid.folding import fold
from app.transfer.grid.headers import OTHER, PERSON, Vocabulary
from app.transfer.grid.list_kinds import AMOUNT, CODE, CUSTOMER, OWED, RECEIVED, TOTAL, ListKind, kinds
from app.transfer.grid.list_sorts import SALES, SERVICE, SORTS, served, sort_of, surely, told
from app.transfer.grid.list_words import ListWords, list_words
from app.transfer.grid.scale import ALL_BUT, KNOWN
from app.transfer.grid.sheets import Sheet
from app.transfer.grid.talk_words import logged
from app.transfer.layout.header_rows import WIDE, find_header

_TALKS = "activity"
_LOOKED_AT = 80
_LONGEST = 40
_RICH = frozenset(
    "level address tax_number bank bank_account website postcode industry fax credit_limit source birthday gender".split()
)
"""What only lists of customers tell."""
_WOOED = frozenset(("status", "next_follow_up_on", "last_contact_on", "owner"))
"""What tells that a list is of customers who are yet to buy."""
_PROSPECTS = frozenset(
    ("level", "source", "industry", "website", "credit_limit", "next_follow_up_on", "last_contact_on")
)
"""What tells that rows are of customers, and of what they bought only besides."""
_REACH = frozenset(("phone", "mobile", "email"))
_DAYS = frozenset(("date", "won_on", "delivered_on"))
_PLANNED = re.compile("意向|预算|预计|计划|目标|潜在|上限|expected|planned|budget|target", re.IGNORECASE)
_TELLING = 5
"""A name of a kind with fewer letters may begin any word."""
_TOLD, _SOME = 4, 3
"""So many fields of its own make a list of a sheet that tells nothing of customers; so many of one that seemed to hold nothing, or
whose customers come again."""
_REPEATED, _OFTEN, _FEWEST = 0.95, 0.6, 6
"""Where fewer of the customers differ they come again; where fewer than the second, and in so many rows, again and again."""
_NAMED, _BESIDES = 5.0, 0.1
"""What a list that is named as its kind counts more, and each column with a field of whatever record."""


def better(sheet: Sheet, words: Vocabulary, first: Proposal, hint: str = "") -> Proposal | None:
    """The sheet as a list, where it is more likely one than what it was taken for; else None.

    Args:
        first: what it was taken for: customers, contacts, products or nothing.
        hint: what else tells of it, such as the file's name.
    """
    if first.reason in {_(reason) for reason in (HELPER, STAFF, EMPTY)} or not sheet.rows:
        return None
    found: list[tuple[float, Proposal]] = []
    pairs = [(one, sort) for one in kinds(words.every) for sort in ("", *SORTS.get(one.record.name, ()))]
    for kind, sort in pairs:
        mine = list_words(words, kind, sort)
        header = find_header(sheet.rows[:_LOOKED_AT], mine)
        if header is None:
            continue
        titles, heads = _titles(sheet, header, hint), _heads(sheet, header)
        told_of = _surely(mine, sheet.rows[header]) | (_of_jobs(kind, heads) if sort == SERVICE else set())
        talks = not sort and kind.record.name == _TALKS and logged(heads, _place(mine, heads))
        if not (_complete(kind, told_of, sort) or (talks and _complete(kind, told_of | _by_reach(told_of)))):
            continue
        own = talks or kind.named(*titles) or (kind.line is not None and _headed(kind, words, sheet.rows[header]))
        shaped = sort == SALES and _documents(kind, told_of)
        named = own if not sort else not own and told(sort, titles, heads, shaped=shaped)
        if not (_worth_a_look(kind, first, named) and (named or not sort)):
            continue
        proposal = propose_list(sheet, words, kind, sort=sort)
        weight = _likelier(kind, proposal, first, named, heads)
        if weight and not (sort == SALES and _not_bought(kind, proposal, first)):
            found.append((weight, proposal))
    return max(found, key=lambda one: one[0])[1] if found else None


def sort(sheet: Sheet, words: Vocabulary, kind: ListKind, hint: str = "") -> str:
    """What a list of this kind is besides, see ``list_sorts``."""
    for name in SORTS.get(kind.record.name, ()):
        header = find_header(sheet.rows[:_LOOKED_AT], list_words(words, kind, name))
        if header is not None and name == sort_of(kind, _titles(sheet, header, hint), _heads(sheet, header)):
            return name
    return ""


def _not_bought(kind: ListKind, proposal: Proposal, first: Proposal) -> bool:
    """Whether rows name nobody who bought, or are of persons with first and last names of whom nothing is told that they bought."""
    if not any(map(proposal.column_of, (CUSTOMER, CODE, "contact.name"))):
        return True
    goods = kind.line is not None and any(
        one.target in (f"{kind.line.name}.name", f"{kind.line.name}.product") for one in proposal.columns
    )
    return first.kind is not None and not goods and any(one.part for one in first.columns)


def _by_reach(targets: set[str]) -> set[str]:
    """The customer, where a list of conversations knows him by his number alone."""
    return {CUSTOMER} if any(target.rpartition(".")[2] in _REACH for target in targets) else set()


def _place(words: ListWords, heads: Sequence[str]) -> int:
    """The place of the header that names the customer; the last one where none does."""
    named = (
        at
        for at, head in enumerate(heads)
        if any(target == CUSTOMER and one.score >= KNOWN for target, one in words.targets(head))
    )
    return next(named, len(heads))


def _titles(sheet: Sheet, header: int, hint: str) -> list[str]:
    above = [text(cell) for row in sheet.rows[:header] for cell in row if isinstance(cell, str)]
    return [sheet.name, hint, *above[:12]]


def _heads(sheet: Sheet, header: int) -> list[str]:
    return [cell for cell in sheet.rows[header][:WIDE] if isinstance(cell, str) and len(cell) <= _LONGEST]


def _headed(kind: ListKind, words: Vocabulary, header: Sequence[object]) -> bool:
    """Whether the headers say what the records are (报价单号), and none that they are others (订单号, Invoice ID)."""
    said = [text for text in header[:WIDE] if isinstance(text, str)]
    mine = list_words(words, kind)
    other = any(
        one.field == "deal" and one.record == OTHER
        for text in said
        if not kind.named(text) and TOTAL not in {target for target, _one in mine.targets(text)}
        for one in words.lookup(text)
    )
    return not other and any(kind.named(text) or _numbering(kind, text) for text in said)


def _numbering(kind: ListKind, header: str) -> bool:
    """Whether a header is a word for the record's number that begins with the record's own name: Angebotsnummer."""
    head = fold(header)
    numbers = kind.record.field(kind.record.number).synonyms if kind.record.number else ()
    return head in map(fold, numbers) and any(
        len(name) >= _TELLING and head.startswith(name) for name in map(fold, kind.record.synonyms)
    )


def _surely(words: ListWords, header: Sequence[object]) -> set[str]:
    """The targets that a header row surely names."""
    found: set[str] = set()
    parts: set[str] = set()
    for cell in header[:WIDE]:
        if isinstance(cell, str) and len(cell) <= _LONGEST:
            found.update(target for target, one in words.targets(cell) if one.score >= KNOWN)
            parts.update(one.field for one in words.lookup(cell) if one.record == PERSON)
    return found | {"contact.name"} if words.sort == SALES and {"given", "family"} <= parts else found


def _complete(kind: ListKind, targets: set[str], sort: str = "") -> bool:
    """Whether there are columns for all that a record of the kind must have."""
    return (sort == SALES and _ledger(kind, targets)) or _has_all(kind, targets, sort)


def _has_all(kind: ListKind, targets: set[str], sort: str) -> bool:
    """Whether the columns tell all that a record of the kind must have, without guessing at ledgers."""
    if kind.line is not None:
        lines = {target.partition(".")[2] for target in targets if target.startswith(f"{kind.line.name}.")}
        listed = bool(lines & {"name", "product", "specification"}) and (
            "quantity" in lines or not kind.line.has("quantity")
        )
        summed = TOTAL in targets or AMOUNT in lines
        return bool(targets & {kind.record.number, CUSTOMER}) and (
            listed or (kind.record.number in targets and summed and bool(targets & _buyers(sort)))
        )
    needed = {one.name for one in kind.needed} - {kind.record.number}
    if sort == SERVICE and kind.moment is not None and kind.due in targets:
        # By when a job is to be done tells its day as well.
        targets = targets | {kind.moment.name}
    owned = not kind.owned or bool(targets & {CUSTOMER, CODE, "contact.name"})
    told = len([one for one in targets if "." not in one]) >= 2
    return needed <= targets and owned and told


def _buyers(sort: str) -> set[str]:
    """What tells whose a record is; the lists of shops may know the buyer by his name or his number alone."""
    return {CUSTOMER, CODE, "contact.name"} if sort == SALES else {CUSTOMER}


def _documents(kind: ListKind, targets: set[str]) -> bool:
    """Whether each row tells who bought how much of what, when or under which number, and for how much: lines that were sold."""
    lines = {target.partition(".")[2] for target in targets if kind.line and target.startswith(f"{kind.line.name}.")}
    theirs = {target.partition(".")[2] for target in targets if target.startswith(f"{CUSTOMER}.")}
    dated = bool(targets & {kind.record.number, *_DAYS})
    priced = bool(lines & {AMOUNT, "price"}) or TOTAL in targets
    sold = "quantity" in lines and bool(lines & {"name", "product"})
    return bool(targets & {CUSTOMER, CODE}) and sold and dated and priced and len(theirs & _PROSPECTS) < 2


def _ledger(kind: ListKind, targets: set[str]) -> bool:
    """Whether each row tells of a sale without its number: to whom and when, and what for how much, or what is owed of it."""
    lines = {target.partition(".")[2] for target in targets if kind.line and target.startswith(f"{kind.line.name}.")}
    sold = bool(lines & {"name", "product"}) and bool(lines & {AMOUNT, "price"} or TOTAL in targets)
    return CUSTOMER in targets and bool(targets & _DAYS) and (sold or OWED in targets)


def _shaped(kind: ListKind, proposal: Proposal, first: Proposal) -> bool:
    """Whether what stands in a ledger is one: all of it in every row, of customers of whom nothing else is said."""
    rows = len(proposal.layout.data)
    needed = [
        one for one in proposal.columns
        if set(one.targets) & {CUSTOMER, AMOUNT, OWED, TOTAL, *_DAYS} or (kind.line and f"{kind.line.name}.name" in one.targets)
    ]  # fmt: skip
    if any(one.evidence.filled < ALL_BUT * rows or _PLANNED.search(one.header) for one in needed):
        return False
    names = proposal.column_of(CUSTOMER)
    told = {
        (one.target or "").rpartition(".")[2]
        for one in first.columns
        if one.evidence.filled and one.confidence >= KNOWN
    }
    repeats = names is not None and names.evidence.distinct < _REPEATED
    # Who has paid so much of it and owes the rest bought it, whatever else is told of him.
    settled = any(proposal.column_of(target) is not None for target in (OWED, RECEIVED))
    return not told & (_RICH if settled else _RICH | _WOOED) and (settled or repeats or not told & _REACH)


def _worth_a_look(kind: ListKind, first: Proposal, named: bool) -> bool:
    if first.kind is None:
        return named or (first.reason not in (_(DEALS), _(FORM)) and kind.line is None)
    if first.kind == PRODUCTS or kind.line is not None:
        return named
    return True


def _of_jobs(kind: ListKind, heads: Sequence[str]) -> set[str]:
    """What a log of jobs need not say under a header of its own: when, where it says what was broken, and what, where it says when."""
    found = {kind.moment.name} if kind.moment is not None and surely(SERVICE, heads) else set()
    return found | ({kind.record.title} if served(heads) else set())


def _likelier(kind: ListKind, proposal: Proposal, first: Proposal, named: bool, heads: Sequence[str]) -> float:
    """How much more likely the sheet is this list than what it was taken for; 0 when it is not."""
    mapped = [
        one
        for one in proposal.columns
        if one.targets and not one.labelled and one.confidence >= KNOWN and one.evidence.filled
    ]
    targets = {target for one in mapped for target in one.targets}
    if kind.record.name == _TALKS and named:
        targets |= _by_reach(targets)
    sure_of = surely(proposal.sort, heads)
    if proposal.sort == SERVICE:
        dated = kind.moment is not None and proposal.column_of(kind.moment.name) is not None
        targets |= {one for one in _of_jobs(kind, heads) if dated or one == kind.record.title}
    if not _has_all(kind, targets, proposal.sort) and not (
        proposal.sort == SALES and _ledger(kind, targets) and _shaped(kind, proposal, first)
    ):
        return 0.0
    own = [
        one
        for one in mapped
        if "." not in (one.target or ".") or (kind.line and (one.target or "").startswith(kind.line.name))
    ]
    weight = len(own) + _NAMED * named + _BESIDES * len(mapped)
    if first.kind is None:
        return weight if named or len({one.target for one in own}) >= _SOME else 0.0
    if first.kind == PRODUCTS or kind.line is not None:
        return weight if named else 0.0
    mine = {one.index for one in own}
    sure = [
        one for one in first.columns
        if one.evidence.filled and one.confidence >= KNOWN and not one.labelled and one.index not in mine
    ]  # fmt: skip
    rich = _RICH & {(one.target or "").rpartition(".")[2] for one in sure}
    names = proposal.column_of(CUSTOMER)
    distinct = names.evidence.distinct if names and names.evidence.filled else 0.0
    if named or sure_of:
        # A dated talk of which four things are told stays one, whatever else is said once of its customer.
        told_once = len(rich) > 1 or len({one.target for one in own}) < _TOLD
        return weight if sure_of or distinct < _REPEATED or not rich or not told_once else 0.0
    reached = {(one.target or "").rpartition(".")[2] for one in sure} & {"phone", "mobile", "email", "name"}
    if not rich and not reached and len(own) >= _TOLD:
        return weight
    repeats = distinct < _OFTEN and len(proposal.layout.data) >= _FEWEST
    return weight if repeats and not rich and len(own) >= _SOME and first.kind == CUSTOMERS else 0.0
