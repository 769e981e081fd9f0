"""Whom a document is for, where the address stands in it as on a letter, without labels."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.records.fields import RecordType
from app.shared.i18n import translate
from app.shared.text import one_line
from app.transfer.grid.cells import at, blank, text
from app.transfer.grid.list_kinds import CUSTOMER
from app.transfer.grid.sheets import Cell

_COLUMNS, _TALLEST, _LEAST = 4, 6, 2
_CITY = re.compile(
    r"(?:[A-Z]{1,3}[- ])?\d{4,6}(?: ?[A-Z]{2})?\s+([A-ZÀ-Þ][^\d:@]{1,40})|([A-ZÀ-Þ][^\d:@]{1,40}),\s*[A-Z]{2}\s+\d{5}(?:-\d{4})?"
)
_CALL = re.compile(
    r"(?:an(?: die| den| das)?|to|herrn?|frau|firma|fa\.|familie|eheleute|monsieur|madame|m\.|mme|messieurs|sociét[ée]|"
    r"spett(?:\.|abile|\.?le)?(?: ditta)?|egr\.?|gent\.?(?:ma)?|sig\.?(?:ra)?|señor(?:es|a)?|sr\.?|sra\.?|sres\.?|d\.|dña\.|"
    r"exmo\.?(?: senhor)?|mr\.?|mrs\.?|ms\.?|messrs\.?|de heer|mevrouw|sz\.? ?p\.?)(?=\s|[:：]|$)[\s:：]*",
    re.IGNORECASE,
)
_REACH = re.compile(r"@|www\.|\btel|\bfax|\bphone|\d{3}[ /-]\d{3,}[ /-]?\d{2,}|·", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Addressee:
    """Whom a document is for: name, address and city as they stand there, and where the name stands."""

    name: str
    address: str
    city: str
    row: int
    column: int


def told(rows: Sequence[list[Cell]], header: int, customer: RecordType) -> list[tuple[str, Cell, str, int, int]]:
    """The address above the lines of a document as labels with values, targets and their place; empty where there is none.

    Args:
        rows: the rows of the sheet.
        header: the row over the lines.
        customer: the record type, whose labels are taken.
    """
    found = addressee(rows, header)
    if found is None:
        return []
    place = found.row, found.column
    more = [(name, said) for name, said in (("address", found.address), ("city", found.city)) if said]
    return [
        (translate(customer.label), found.name, CUSTOMER, *place),
        *((translate(customer.field(name).label), said, f"{CUSTOMER}.{name}", *place) for name, said in more),
    ]


def addressee(rows: Sequence[list[Cell]], header: int) -> Addressee | None:
    """The address above the lines of a document, the last of several; None where there is none.

    Args:
        rows: the rows of the sheet.
        header: the row over the lines.
    """
    found: list[Addressee] = []
    for column in range(_COLUMNS):
        for end in range(header):
            if _CITY.fullmatch(_said(rows, end, column)):
                found += _block(rows, end, column)
    return found[-1] if found else None


def _said(rows: Sequence[list[Cell]], row: int, column: int) -> str:
    cell = at(rows[row], column)
    return one_line(text(cell)) if isinstance(cell, str) and not blank(cell) else ""


def _block(rows: Sequence[list[Cell]], end: int, column: int) -> list[Addressee]:
    """The address that ends in a row with postcode and city; nothing for a letterhead."""
    first = end
    while first > 0 and end - first < _TALLEST and _said(rows, first - 1, column):
        first -= 1
    lines = [_said(rows, number, column) for number in range(first, end)]
    called = bool(lines) and _CALL.match(lines[0]) is not None
    if not called and (first == 0 or any(":" in line or "：" in line for line in lines)):
        return []
    if any(_REACH.search(line) for line in lines):
        return []
    if called:
        rest = _CALL.sub("", lines[0], count=1).strip()
        lines = [rest, *lines[1:]] if rest else lines[1:]
    if len(lines) < _LEAST:
        return []
    last = _said(rows, end, column)
    match = _CITY.fullmatch(last)
    city = (match[1] or match[2]).strip() if match else ""
    return [Addressee(lines[0], ", ".join((*lines[1:], last)), city, first, column)]
