"""Tables that lie on their side: the names of the fields in the first column, a record in each other one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from app.transfer.grid.cells import at, blank, is_moment, is_number, text, widest
from app.transfer.grid.evidence import traits
from app.transfer.grid.headers import CONTACT, CUSTOMER, PRODUCT, Vocabulary
from app.transfer.grid.scale import FEW, HALF, KNOWN
from app.transfer.grid.sheets import Cell, Sheet
from app.transfer.layout import periods
from app.transfer.layout.lengths import LABEL

_LONGEST, _MOST_ROWS = 400, 80
_FEWEST = 3
_FITS = {
    "phone": ("phone", "mobile", "phones"), "mobile": ("phone", "mobile", "phones"), "fax": ("phone", "mobile", "phones"),
    "email": ("email",), "tax_number": ("tax", "number"), "price": ("number", "money"),
    "website": ("url",), "postcode": ("postcode", "number"), "bank_account": ("number", "tax", "phone", "code"),
}  # fmt: skip
_END = ":： "
_NUMBERED = re.compile(
    r"(?:客户|公司|单位|供应商|产品|customer|company|client|supplier|product|no\.?|#)?\s*[\dA-Z一二三四五六七八九十]{1,3}",
    re.IGNORECASE,
)


def straight(sheet: Sheet, words: Vocabulary) -> Sheet | None:
    """The table with its fields across and its records below each other; None when it does not lie on its side."""
    if len(sheet.rows) > _LONGEST or widest(sheet.rows) > _LONGEST:
        return None
    filled = [number for number, row in enumerate(sheet.rows) if any(not blank(cell) for cell in row)]
    if not _FEWEST <= len(filled) <= _MOST_ROWS:
        return None
    width = max(map(len, sheet.rows))
    for column in range(min(3, width - 2)):
        first = _labelled(sheet.rows, filled, column, words)
        if first is None:
            first = _dated(sheet.rows, filled, column)
        if first is not None:
            return _turned(sheet, [number for number in filled if number >= first], column)
    return None


def _labelled(rows: Sequence[list[Cell]], filled: Sequence[int], column: int, words: Vocabulary) -> int | None:
    """The first row of the table when the column holds its labels, after titles."""
    start = next((number for number in filled if len(_values(rows[number], column)) >= 2), None)
    if start is None:
        return None
    if not _label(at(rows[start], column)) and all(
        _NUMBERED.fullmatch(text(cell)) for cell in _values(rows[start], column)
    ):
        start = next((number for number in filled if number > start), start)
    body = [number for number in filled if number >= start]
    labels = [(number, _label(at(rows[number], column))) for number in body]
    known = [(number, label) for number, label in labels if label and words.known(label)]
    if len(known) < _FEWEST or len(known) < HALF * len(body) or len({label for _number, label in known}) < len(known):
        return None
    if any(words.known(text(cell)) for number in body for cell in _values(rows[number], column)):
        return None
    name = next((number for number, label in known if _names(label, words)), None)
    values = [text(cell) for cell in _values(rows[name], column)] if name is not None else []
    if (
        len(values) < 2
        or len(set(values)) < len(values)
        or any(isinstance(one, str) and one.isdigit() for one in values)
    ):
        return None
    return start if _fits(rows, known, column, words) else None


def _dated(rows: Sequence[list[Cell]], filled: Sequence[int], column: int) -> int | None:
    """The first row of a crosstab with a company in each column and a month in each row."""
    start = next((number for number in filled if len(_values(rows[number], column)) >= 2), None)
    if start is None or sum("company" in traits(cell) for cell in _values(rows[start], column)) * 2 < len(
        _values(rows[start], column)
    ):
        return None
    told = [(number, cell) for number in filled if number > start and not blank(cell := at(rows[number], column))]
    spans = periods.columns(told)
    below = [cell for number in spans for cell in _values(rows[number], column)]
    if len(spans) < max(_FEWEST, HALF * len(told)) or sum(map(is_number, below)) * 2 < len(below):
        return None
    return start


def _values(row: list[Cell], column: int) -> list[Cell]:
    return [cell for cell in row[column + 1 :] if not blank(cell)]


def _label(cell: Cell) -> str:
    value = text(cell).rstrip(_END) if isinstance(cell, str) else ""
    return value if len(value) <= LABEL else ""


def _names(label: str, words: Vocabulary) -> bool:
    return any(
        one.score >= KNOWN and one.field == "name" and one.record in (CUSTOMER, CONTACT, PRODUCT) for one in words.lookup(label)
    )  # fmt: skip


def _fits(rows: Sequence[list[Cell]], known: Sequence[tuple[int, str]], column: int, words: Vocabulary) -> bool:
    """Whether what stands beside the labels is what they name, as in no list of fields with their rules."""
    told = [fit for number, label in known if (fit := fitting(label, _values(rows[number], column), words)) is not None]
    return any(fit >= HALF for fit in told) and all(fit >= FEW for fit in told)


def fitting(label: str, cells: Sequence[Cell], words: Vocabulary) -> float | None:
    """The share of the cells beside a label that look like what it names; None where that cannot be told."""
    wanted = next((kinds for one in words.lookup(label)[:2] if (kinds := _FITS.get(one.field))), None)
    if wanted is None or not cells:
        return None
    return sum(is_number(cell) or is_moment(cell) or bool(traits(cell) & set(wanted)) for cell in cells) / len(cells)


def _turned(sheet: Sheet, rows: Sequence[int], column: int) -> Sheet:
    lines = [sheet.rows[number][column:] for number in rows]
    titles: list[list[Cell]] = [[cell for cell in row if not blank(cell)] for row in sheet.rows[: rows[0]]]
    titles = [row for row in titles if row]
    turned = [list(one) for one in zip_longest(*lines)]
    turned = [*titles, [_label(cell) or cell for cell in turned[0]], *turned[1:]]
    place = {number: at_row for at_row, number in enumerate(rows)}
    shift = len(titles) - column
    return replace(
        sheet, rows=turned, merged=(), within=sheet.title, anew=True, top=0,
        hidden_rows=frozenset(index + shift for index in sheet.hidden_columns if index > column),
        hidden_columns=frozenset(place[row] for row in sheet.hidden_rows if row in place),
        comments={
            (index + shift, place[row]): note for (row, index), note in sheet.comments.items() if row in place and index > column
        },
        links={(index + shift, place[row]): link for (row, index), link in sheet.links.items() if row in place and index > column},
    )  # fmt: skip
