"""What is typed or pasted into the lines of a quote."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from app.products.queries import ProductChoice, by_code
from app.records.values import coerce
from app.records.workspace import Workspace
from app.sales.settings import TaxChoice, default_tax, read_tax
from app.sales.statuses import valid_until
from app.sales.view import Line
from app.shared.errors import InvalidValue
from app.shared.i18n import N_
from app.shared.money import parse_amount

COLUMNS = ("name", "specification", "unit", "quantity", "price", "discount_percent", "tax_rate", "cost")
MOST_ROWS = 2000
_FOLD = re.compile(r"([0-9](?:\.[0-9]+)?|[0-9]{2})\s*折")
_DAYS = re.compile(r"([0-9]{1,4})\s*(?:天|日|days?|d)?", re.IGNORECASE)
_NO_DISCOUNT = {"-", "—", "–", "无", "none"}


@dataclass(frozen=True, slots=True)
class CellProblem:
    """A pasted cell that could not be taken: its row and column from 0, its text, and why."""

    row: int
    column: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Pasted:
    """The lines of pasted rows, and the cells that were left empty because they could not be read."""

    lines: tuple[Line, ...]
    problems: tuple[CellProblem, ...]


def new_line(ws: Workspace) -> Line:
    """An empty line with the tax that new lines bear."""
    tax = default_tax(ws)
    return Line(tax_rate=tax.rate, tax_exempt=tax.exempt)


def with_product(ws: Workspace, line: Line, product: ProductChoice) -> Line:
    """The line with a product's name, specification, unit, price, cost and tax; its quantity stays, 1 at first."""
    tax = TaxChoice(product.tax_rate) if product.tax_rate is not None else default_tax(ws)
    return replace(
        line,
        product=product.id,
        name=product.name,
        specification=product.specification or product.code,
        unit=product.unit,
        quantity=Decimal(1) if line.quantity is None else line.quantity,
        price=product.price,
        cost=product.cost,
        tax_rate=tax.rate,
        tax_exempt=tax.exempt,
    )


def with_cell(ws: Workspace, line: Line, column: str, text: str) -> Line:
    """The line with what was typed into one cell; an empty text empties it.

    A discount may be written as ``5``, ``5%`` or ``95折``; a tax as ``13``, ``13%`` or ``免税``. A name that is typed
    over makes the line free text.

    Raises InvalidValue with a plain reason.
    """
    text = text.strip()
    if column == "tax_rate":
        return _with_tax(line, text)
    field = ws.dictionary.type("quote_line").field(column)
    if column == "discount_percent":
        return replace(line, discount_percent=_discount(text, coerce(field, _plain_discount(text))))
    value = coerce(field, text)
    if column in ("name", "specification", "unit"):
        freed = column == "name" and value != line.name
        texts: dict[str, Any] = {column: value or ""}
        changed = replace(line, **texts)
        return replace(changed, product=None) if freed else changed
    figures: dict[str, Any] = {column: value}
    return replace(line, **figures)


def paste(ws: Workspace, text: str, columns: Sequence[str] = COLUMNS, over: Sequence[Line] = ()) -> Pasted:
    """Rows copied from a spreadsheet as lines; the first cell of a row goes to the first of the columns.

    A first cell that is a product's code brings the product; the other cells then take precedence over it. Cells
    beyond the columns and rows beyond 2,000 are left out. The first rows change the lines of ``over``, if there are any.
    """
    lines: list[Line] = []
    problems: list[CellProblem] = []
    for number, row in enumerate(_rows(text.strip("\r\n"))):
        if len(lines) >= MOST_ROWS:
            break
        line = over[len(lines)] if len(lines) < len(over) else new_line(ws)
        for place, (column, cell) in enumerate(zip(columns, row, strict=False)):
            if not cell.strip():
                continue
            product = by_code(ws, cell) if column == "name" else None
            if product:
                line = with_product(ws, line, product)
                continue
            try:
                line = with_cell(ws, line, column, cell)
            except InvalidValue as error:
                problems.append(CellProblem(number, place, cell, error.sentence()))
        if not line.empty:
            lines.append(line)
    return Pasted(tuple(lines), tuple(problems))


def validity(text: str, day: dt.date) -> dict[str, Any]:
    """The last day of a quote of this day as header values, from a number of days (``30``, ``30 days``, ``30天``) or a date.

    A date is left to ``update_quote`` to read.
    """
    if found := _DAYS.fullmatch(text.strip()):
        return {"valid_until": valid_until(day, int(found[1]))}
    return {"valid_until": text}


def whole_discount(text: str) -> dict[str, Any]:
    """The discount on the whole as header values: ``5%`` and ``95折`` are percentages, anything else is an amount.

    Raises InvalidValue for a percentage that is none.
    """
    plain = _plain_discount(text.strip())
    if plain.endswith(("%", "％")) or _FOLD.fullmatch(text.strip()):
        value = parse_amount(plain.rstrip("%％ "))
        if value is None:
            raise InvalidValue(
                "discount",
                N_("“{value}” is no discount."),
                N_("Write an amount, or a percentage such as 5%."),
                value=text,
            )
        return {"discount_percent": _discount(text, value), "discount": None}
    return {"discount": plain or None, "discount_percent": None}


def _rows(text: str) -> list[list[str]]:
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter="\t"))
    except csv.Error:
        return [row.split("\t") for row in text.splitlines()]


def _with_tax(line: Line, text: str) -> Line:
    if not text:
        return replace(line, tax_rate=None, tax_exempt=False)
    tax = read_tax(text)
    if tax is None:
        raise InvalidValue(
            "tax_rate", N_("“{value}” is no tax rate."), N_("Write a rate such as 13, or exempt."), value=text
        )
    return replace(line, tax_rate=tax.rate, tax_exempt=tax.exempt)


def _plain_discount(text: str) -> str:
    if text.lower() in _NO_DISCOUNT:
        return ""
    if found := _FOLD.fullmatch(text):
        kept = Decimal(found[1])
        return str(100 - kept * 10 if kept < 10 else 100 - kept)
    return text


def _discount(text: str, value: Decimal | None) -> Decimal | None:
    if value is not None and not 0 <= value <= 100:
        raise InvalidValue(
            "discount_percent",
            N_("“{value}” is no discount."),
            N_("Write how much is taken off, from 0 to 100 %."),
            value=text,
        )
    return value or None
