"""What the headers of a list may mean, and where its columns go."""

from __future__ import annotations

import re
from dataclasses import replace

from app.shared.i18n import N_, _
from app.transfer.columns.decision import EMPTY
from app.transfer.columns.doubts import RULED_OUT
from app.transfer.columns.list_placing import ListPlacing
from app.transfer.columns.programs.recognised import REASON, Program
from app.transfer.columns.proposals import Proposal
from app.transfer.columns.seen import ListSeen
from app.transfer.grid.cells import chosen, column_cells, text
from app.transfer.grid.evidence import Evidence, gather
from app.transfer.grid.folding import fold, folded
from app.transfer.grid.headers import OTHER, Vocabulary
from app.transfer.grid.list_kinds import CONTRACT, CUSTOMER, ListKind
from app.transfer.grid.list_sorts import REASONS
from app.transfer.grid.list_words import ListWords, list_words
from app.transfer.grid.remarks import is_remark
from app.transfer.grid.sheets import Sheet
from app.transfer.grid.times import is_clock
from app.transfer.layout.data_rows import BESIDE
from app.transfer.layout.detecting import Layout, detect

_REACH = frozenset(
    "phone mobile email wechat qq fax city province country postcode address tax_number code short_name title department".split()
)
"""What a list may tell of the customer or the contact of its records."""
_OWN = 0.02  # more for a field of the record itself, and for whom it is of
_OF_LINE = 0.015  # more for a field of its lines
_AFTER = 0.03  # more for one of what is to be done next, which its header says
_OF_OTHER = 0.01  # less for a field of the customer or the contact
_OFTEN = 0.005  # more for what lists tell of a contact rather than of a company
_VAGUE, _CLEAR = 0.01, 0.02  # less for a header that may mean two days or numbers: for the first, and for the other
_SECOND = {"date": frozenset({"won_on", "delivered_on"}), "number": frozenset({CONTRACT})}
_NUMERAL = re.compile(r"[(（]?[一二三四五六七八九十]{1,3}[)）、.]?")
_POSITIONS = folded("item|items|item no|no|no.|nr|nr.|pos|pos.|position|line|s/n|sn|sr|sr no|sl no|项|项次|行号")
_MONEY = re.compile(
    r"[(（\[【]\s*(?:元|万元|円|圓|원|đ|₫|vnd|บาท|rp|руб\.?|₽|€|\$|£|¥|￥|rmb|cny|usd|eur)\s*[)）\]】]", re.IGNORECASE
)
_LABEL_END = re.compile(r"\s*[:：]")
_SURE_REASON = N_("Its columns are those of this kind of record.")


def _beside(sheet: Sheet, layout: Layout) -> Layout:
    """Tell of rows over the lines of a document whose labels stand as columns beside these."""
    top = layout.header_rows[0] if layout.header_rows else 0
    named = {fold(header) for header in layout.headers if header}
    read = {
        number: BESIDE for number, _reason in layout.skipped
        if number < top and any(isinstance(cell, str) and fold(_LABEL_END.split(text(cell))[0]) in named for cell in sheet.rows[number])
    }  # fmt: skip
    return replace(layout, skipped=tuple((number, read.get(number, reason)) for number, reason in layout.skipped))


def propose_list(
    sheet: Sheet, words: Vocabulary, kind: ListKind, layout: Layout | None = None, sort: str = "",
    program: Program | None = None,
) -> Proposal:  # fmt: skip
    """Where the columns of a sheet go that holds records of this kind.

    Args:
        sheet: the sheet as read.
        words: the vocabulary of the whole dictionary.
        kind: the kind of list.
        layout: where its table is, if known.
        sort: what the list is besides, see ``list_sorts``.
        program: the known program that wrote it, whose headers mean what it means by them.
    """
    mine = list_words(words, kind, sort)
    layout = layout or detect(sheet, mine, 1 if sheet.origin is not None else -1)
    rows = chosen(sheet.rows, layout.data)
    seen = [
        _see(mine, index, layout.headers[index] if index < len(layout.headers) else "", gather(column_cells(rows, index)))
        for index in layout.columns if not is_remark(layout.header(index))
    ]  # fmt: skip
    columns = ListPlacing(mine, seen, program).columns() if layout.data else ()
    if kind.line is not None:
        layout = _beside(sheet, layout)
    reason = _(REASONS.get(sort, _SURE_REASON)) if layout.data else _(EMPTY)
    name = program.name if program is not None else ""
    if layout.data and name and sort not in REASONS:
        reason = _(REASON).format(program=name)
    return Proposal(sheet.name, layout, kind.kind if layout.data else None, reason, columns, program=name, sort=sort)


def _see(words: ListWords, index: int, header: str, evidence: Evidence) -> ListSeen:
    parts = (
        [header]
        if " / " not in header
        else [header.replace(" / ", ""), header.rpartition(" / ")[2], header.partition(" / ")[0]]
    )
    for part in parts:
        found = [(target, one.score + _bias(words.kind, target)) for target, one in words.targets(part)] if part else []
        found = _doubtful(words.kind, found)
        if _MONEY.search(part):
            found = [(target, score) for target, score in found if not target.endswith("_percent")]
        if found:
            break
    rows = (
        any(one.record == OTHER and one.field in ("row", "secret") for one in words.lookup(parts[0]))
        if header
        else False
    )
    numerals = bool(evidence.samples) and all(_NUMERAL.fullmatch(sample) for sample in evidence.samples)
    if numerals or (words.kind.line is not None and evidence.rising and fold(header) in _POSITIONS):
        rows, found = True, []
    return ListSeen(index, header, evidence, tuple(found), rows, is_clock(evidence.samples), numerals)


def _bias(kind: ListKind, target: str) -> float:
    """The list's own fields come before those of its lines, these before those of other records."""
    owner, _dot, name = target.rpartition(".")
    if target in (CUSTOMER, "contact.name") or not owner:
        return _OWN
    if kind.line is not None and owner == kind.line.name:
        return _OF_LINE
    if owner not in (CUSTOMER, "contact"):
        return _AFTER
    often = owner == "contact" and name in ("phone", "mobile", "title")
    return _OFTEN * often - (_OF_OTHER if name in _REACH else RULED_OUT)


def _doubtful(kind: ListKind, found: list[tuple[str, float]]) -> list[tuple[str, float]]:
    """A header that may mean two days or two numbers of a record leaves the first of them to a header that means it alone."""
    targets = {target for target, _score in found}
    for first in (kind.moment.name if kind.moment else "", kind.record.number):
        others = targets & _SECOND.get(first, frozenset())
        if first in targets and others:
            weight = {first: _VAGUE} | dict.fromkeys(others, _CLEAR)
            found = [(target, score - weight.get(target, 0.0)) for target, score in found]
    return found
