"""Which companies of a sheet are suppliers: by its name and title, by the header of the names, by a column that says so."""

from __future__ import annotations

from dataclasses import replace

from app.records.fields import Choice, Field
from app.shared.i18n import N_, _
from app.transfer.columns.proposals import CONTACTS, CUSTOMERS, Column, Proposal
from app.transfer.grid import header_words
from app.transfer.grid.cells import at, text
from app.transfer.grid.choices import choice_words
from app.transfer.grid.folding import bare, fold, folded
from app.transfer.grid.scale import MOSTLY
from app.transfer.grid.sheets import Sheet

REASON = N_("It says which of them are customers and which are suppliers.")
_HEADERS = folded(
    "类别|类型|分类|性质|单位类型|单位类别|单位性质|单位分类|往来类型|往来单位类型|往来性质|往来类别|客户类型|客户类别|客户性质|公司类型|公司类别|关系|"
    "业务关系|合作关系|身份|角色|type|category|kind|relationship|relation|account type|company type|partner type|contact type|role"
)
_SUPPLIERS = tuple(
    map(
        fold,
        (
            "供应商|供货商|供货单位|供应单位|厂商|供應商|仕入先|공급업체|공급처|supplier|vendor|lieferant|fournisseur|proveedor|fornecedor|fornitore|"
            "leverancier|dostawca|dodavatel|beszállító|furnizor|leverantör|leverandør|toimittaja|tedarikçi|поставщик|постачальник|dobavljač"
        ).split("|"),
    )
)
_CUSTOMERS = ("客户", "顾客", "customer", "client", "kunden")
_TITLES = tuple(map(fold, header_words.SUPPLIERS))
_ROWS_ABOVE, _LONGEST = 12, 12
SUPPLIER = "supplier"


def placed(proposal: Proposal, sheet: Sheet, hint: str, kind: Field) -> Proposal:
    """A list of companies that tells which of them are suppliers.

    Args:
        proposal: what was proposed.
        sheet: its sheet.
        hint: what else tells of it, such as the name of its file.
        kind: the field that says what a customer is.
    """
    if proposal.kind not in (CUSTOMERS, CONTACTS) or proposal.persons:
        return proposal
    if not proposal.suppliers and _said(proposal, sheet, hint):
        proposal = replace(proposal, suppliers=True)
    if proposal.kind == CUSTOMERS and proposal.column_of("kind") is None:
        return _told(proposal, sheet, kind)
    return proposal


def _said(proposal: Proposal, sheet: Sheet, hint: str) -> bool:
    """Whether the header of the names, the title, or the file's name where sheets have none says that all are suppliers."""
    name = proposal.column_of("name" if proposal.kind == CUSTOMERS else "customer")
    header = fold(name.header) if name is not None else ""
    if header.startswith(_SUPPLIERS):
        return True
    if any(word in header for word in _CUSTOMERS):
        return False
    first = proposal.layout.header_row or 0
    above = [text(cell) for row in sheet.rows[max(0, first - _ROWS_ABOVE) : max(0, first - 1)] for cell in row if cell]
    said = [fold(one) for one in (sheet.name, sheet.title, *above, hint) if one]
    return any(word in one for one in said for word in _TITLES) and not any(
        word in one for one in said for word in _CUSTOMERS
    )


def _told(proposal: Proposal, sheet: Sheet, kind: Field) -> Proposal:
    for column in proposal.columns:
        if column.labelled and column.evidence.filled and fold(bare(column.header)) in _HEADERS:
            words = _words(column, proposal, sheet, kind)
            if words is not None:
                made = replace(column, targets=("kind",), labelled=False, confidence=0.9, reason=_(REASON), words=words)
                return replace(
                    proposal, columns=tuple(made if one is column else one for one in proposal.columns), suppliers=False
                )
    return proposal


def _words(column: Column, proposal: Proposal, sheet: Sheet, kind: Field) -> tuple[tuple[str, str], ...] | None:
    """What the column's words mean that are not those of the field, None when it tells of no supplier."""
    said = [text(at(sheet.rows[number], column.index)) for number in proposal.layout.data]
    said = [one for one in said if one]
    known = choice_words(kind)
    found = {one: _meant(one, kind) for one in set(said) if one.casefold() not in known}
    fitting = sum(one.casefold() in known or bool(found.get(one)) for one in said)
    suppliers = any((found.get(one) or known.get(one.casefold())) == SUPPLIER for one in said)
    if not suppliers or fitting < MOSTLY * len(said):
        return None
    return tuple((word, code) for word, code in sorted(found.items()) if code)


def _meant(said: str, kind: Field) -> str:
    """The kind that a text such as 供应商（主） means; "" for none, and for one that is both, whose text is kept in the notes."""
    word = fold(said)
    if len(word) > _LONGEST:
        return ""
    supplies, buys = any(one in word for one in _SUPPLIERS), any(one in word for one in _CUSTOMERS)
    if supplies or buys:
        return "" if supplies and buys else SUPPLIER if supplies else "company"
    choices: tuple[Choice, ...] = kind.choices
    return next((one.code for one in choices if any(fold(name) in word for name in one.synonyms)), "")
