"""Cells into amounts, unit prices, quantities and percentages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from app.records.fields import Field, FieldKind
from app.shared import currencies, money
from app.shared.i18n import _
from app.transfer.converting.outcome import EMPTY, MONEY, Convert, Outcome, Settings, kept
from app.transfer.grid.cells import is_number, text
from app.transfer.grid.sheets import Cell

_PRICE_UNIT = re.compile(r"\s*(?:/|每)\s*\S{1,4}$|\s*[起左右]+$|^(?:约|大约|≈)\s*")
_NO_CENTS = re.compile(r"(?<=\d)[.,][-–—]{1,2}(?![\d-])")
"""1280.- and 12,-- are whole amounts, and none below zero."""
EXEMPT = re.compile(
    r"免税(?:品|商品)?|免征(?:增值税)?|不征税|零税率|(?:tax[\s-]*)?exempt|(?:tax|vat|duty)[\s-]*free|steuerfrei",
    re.IGNORECASE,
)
"""In the place of a rate: no tax is due."""
_EXPONENT = re.compile(r"\d(?:[.,](\d+))?[eE]\+?(\d{1,2})")
_MARKS = re.compile(r"[^\d.,-]+")
_POINTED = re.compile(r"-?\d{1,3}(?:\.\d{3})+(?:,\d*)?")
_SURELY_POINTED = re.compile(r"-?\d{1,3}(?:(?:\.\d{3}){2,}(?:,\d*)?|(?:\.\d{3})+,\d{1,2})")
_MOST_PERCENT = 1000
"""Greater numbers are no percentages."""
_EXACT, _WHOLE = 10**15, 2**53
_DECIMALS = 6
_TYPED = 4
"""A number with more decimals was worked out, and its sheet hardly shows them."""
_LEAST, _MOST = Decimal("0.01"), Decimal("0.3")
# What a spreadsheet's number tells; more digits than these are noise of its arithmetic.
_SIGNIFICANT = 15


def rounded(cell: Cell) -> bool:
    """Whether a spreadsheet has left out the last digits of a long number: 9.13701E+17, or a number of over 15 digits."""
    if isinstance(cell, bool) or (isinstance(cell, str) and "e" not in cell and "E" not in cell):
        return False
    if isinstance(cell, float):
        # A spreadsheet writes zeros for the digits after the fifteenth.
        return abs(cell) >= _WHOLE or (abs(cell) >= _EXACT and int(cell) % 10 == 0)
    if isinstance(cell, int):
        # One of the reader's own making out of a float; an exact one hardly ever is as a float would be.
        return abs(cell) >= _EXACT and (
            not str(abs(cell))[_SIGNIFICANT:].strip("0") or (abs(cell) >= _WHOLE and int(float(cell)) == cell)
        )
    match = _EXPONENT.fullmatch(text(cell)) if isinstance(cell, str) else None
    return match is not None and len(match[1] or "") < int(match[2])


def number(cell: Cell) -> Decimal | None:
    """The amount of a cell, or None."""
    if isinstance(cell, bool):
        return None
    if isinstance(cell, int):
        return Decimal(cell)
    if isinstance(cell, float):
        return Decimal(repr(cell)) if cell == cell and abs(cell) < 1e15 else None
    value = text(cell)
    if _NO_CENTS.search(value):
        value = _NO_CENTS.sub("", value)
    found = money.parse_amount(value)
    if found is None:
        found = money.parse_amount(_PRICE_UNIT.sub("", value).strip())
    return found


def pointed(cells: Sequence[Cell]) -> bool:
    """Whether points part the thousands of a column: in one amount that leaves no doubt (1.024.472), and in none otherwise."""
    held = {cell for cell in cells if isinstance(cell, str) and "." in cell}
    said = {_MARKS.sub("", cell) for cell in held if number(cell) is not None}
    return any(map(_SURELY_POINTED.fullmatch, said)) and all(map(_POINTED.fullmatch, said))


def amount(target: str, field: Field, settings: Settings) -> Convert:
    """How cells become amounts; unit prices keep six decimals, and what is odd about them is told."""
    factor, currency, small = settings.factor, settings.currency, field.kind is FieldKind.MONEY
    price = field.kind is FieldKind.PRICE

    def convert(cell: Cell) -> Outcome:
        value = number(cell.replace(".", "") if settings.pointed and isinstance(cell, str) else cell)
        if value is None:
            return kept(cell, _("This is no amount.")) if text(cell) else EMPTY
        if abs(value) >= Decimal(10) ** 12:
            return kept(cell, _("The amount is too large."))
        code = ""
        if small or price:
            code = (currencies.named(text(cell), currency) if isinstance(cell, str) else "") or settings.stated
        if code and settings.named:
            found = plain(cell, value, code)
            return found._replace(values=(*found.values, (MONEY, code)))
        if code in ("", currency):
            return plain(cell, value)
        if code == settings.all_in:
            found = plain(cell, value)
            return found._replace(note=found.note or text(cell))
        return kept(cell, foreign(code, currency))

    def plain(cell: Cell, value: Decimal, code: str = "") -> Outcome:
        if factor != 1 and not (isinstance(cell, str) and ("万" in cell or "元" in cell)):
            value *= factor
        if small and settings.named and not code:
            # The record names its currency elsewhere, and that says how many decimals there are.
            return Outcome(
                ((target, value if typed_finer(cell, value, currency) else money.round_amount(value, currency)),)
            )
        if small:
            return in_currency(target, cell, value, code or currency)
        rounded = money.from_millionths(money.to_millionths(value))
        note = reason = ""
        if rounded != value and _finer(cell, value):
            note, reason = (
                text(cell),
                _("The amount has more than six decimals; it is rounded to {value}.").format(value=f"{rounded:f}"),
            )
        if price and value < 0:
            reason = _("This unit price is below zero.")
        return Outcome(((target, rounded),), note, reason)

    return convert


def in_currency(target: str, cell: Cell, value: Decimal, currency: str) -> Outcome:
    """An amount in the decimals of its currency; of one that was typed with more the exact figure is kept, and it is told."""
    held = money.round_amount(value, currency)
    if not typed_finer(cell, value, currency):
        return Outcome(((target, held),))
    return Outcome(((target, held),), text(cell), finer(held, currency))


def typed_finer(cell: Cell, value: Decimal, currency: str) -> bool:
    """Whether a person typed more decimals than the currency has."""
    said = Decimal(f"{value:.{_SIGNIFICANT}g}") if isinstance(cell, float) else value
    return _typed(cell) and said != money.round_amount(value, currency)


def _typed(cell: Cell) -> bool:
    """Whether an amount is as a person typed it: a long fraction in a number is what a formula came to."""
    if not isinstance(cell, float):
        return True
    exponent = Decimal(f"{cell:.{_SIGNIFICANT}g}").normalize().as_tuple().exponent
    return isinstance(exponent, int) and -exponent <= _TYPED


def finer(held: Decimal, currency: str) -> str:
    """Why an amount is not as it was typed."""
    reason = _(
        "Amounts in {currency} have {count} decimals; {value} is taken, and the exact figure is kept in the notes."
    )
    return reason.format(currency=currency, count=money.decimals(currency), value=f"{held:f}")


def foreign(code: str, currency: str) -> str:
    """Why an amount in a foreign currency stays in the notes."""
    return _("The amount is in {code}, and this field holds {currency} only; it is kept in the notes.").format(
        code=code, currency=currency
    )


def _finer(cell: Cell, value: Decimal) -> bool:
    """Whether the amount as a person sees it has more than six decimals."""
    if isinstance(cell, float):
        value = Decimal(f"{cell:.{_SIGNIFICANT}g}")
    exponent = value.normalize().as_tuple().exponent
    return isinstance(exponent, int) and exponent < -_DECIMALS


def percent(target: str, field: Field, settings: Settings) -> Convert:
    """How cells become percentages."""

    def convert(cell: Cell) -> Outcome:
        value = text(cell)
        if not value:
            return EMPTY
        if EXEMPT.fullmatch(value):
            return Outcome(((target, Decimal(0)),), note=value)
        signed = value.endswith(("%", "％")) or value.startswith(("%", "％"))
        found = number(value.strip("%％ ")) if isinstance(cell, str) else number(cell)
        if found is None or abs(found) > _MOST_PERCENT:
            return kept(cell, _("This is no percentage."))
        reason = ""
        if not signed and 0 < abs(found) < 1:
            if settings.percent_as_share:
                found *= 100
            elif settings.mixed and _typical(found):
                found *= 100
                shown = money.from_millionths(money.to_millionths(found))
                reason = _("A fraction among percentages; it is taken as {value}%.").format(value=f"{shown:f}")
        return Outcome(((target, money.from_millionths(money.to_millionths(found))),), reason=reason)

    return convert


def _typical(share: Decimal) -> bool:
    """Whether a share is as tax rates are: 1 % to 30 %, nothing finer than a thousandth."""
    return _LEAST <= share <= _MOST and share == round(share, 3)


def shares(cells: Sequence[Cell]) -> tuple[bool, bool]:
    """How a column of percentages writes them.

    Returns:
        Whether all are shares of one (0.13), and whether shares and percentages are mixed.
    """
    found: set[tuple[Decimal, bool]] = set()
    whole = False
    for cell in {cell for cell in cells if is_number(cell) or isinstance(cell, str)}:
        if isinstance(cell, str) and cell.rstrip().endswith(("%", "％")):
            whole = True
        elif (value := number(cell)) is not None:
            whole = whole or abs(value) >= 1
            if 0 < abs(value) < 1:
                found.add((abs(value), is_number(cell)))
    if not found or whole:
        return False, bool(found)
    return all(typed or _typical(value) for value, typed in found), False
