"""What one cell gives, and what its reading depends on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from app.shared.dates import DateOrder
from app.shared.phones import Phone
from app.transfer.grid.cells import text
from app.transfer.grid.sheets import Cell


class Outcome(NamedTuple):
    """What one cell gives; a tuple, since an import makes millions of them.

    Args:
        values: targets with their values.
        note: text for the notes; None keeps nothing.
        reason: why the cell is a problem, in the language in use, or "".
        suggestion: a value that would do, or "".
        spare: phone numbers beyond the first, each with the name beside it.
        once: whether the reason is told of the first such cell of a column only.
    """

    values: tuple[tuple[str, Any], ...] = ()
    note: str = ""
    reason: str = ""
    suggestion: str = ""
    spare: tuple[tuple[Phone, str], ...] = ()
    once: bool = False


EMPTY = Outcome()
OTHERS = "#others"
MONEY = "#currency"
"""The target of the currencies in which the amounts of a row are written."""
Convert = Callable[[Cell], Outcome]


@dataclass(frozen=True, slots=True)
class Settings:
    """What conversion depends on: the country of phone numbers, the currency, and how this column writes dates and shares.

    Args:
        percent_as_share: whether the column writes 0.13 for 13 %.
        mixed: whether it writes percentages too, so that a share is told.
        factor: what the amounts are multiplied by; ``pointed`` whether points part their thousands.
        stated: the currency that the header names; ``named`` whether the record names its own, so that any will do.
        all_in: the one foreign currency in which all amounts of the sheet are, so that the figures are taken.
        other: a second country whose numbers are taken where they are none of ``region``; "" for none.
        fractions: whether a program wrote all whole numbers of the column as fractions (``2.0``).
        year: the year of days that are written without one, 0 when nothing tells it; ``today`` then decides.
    """

    region: str = "CN"
    currency: str = "CNY"
    order: DateOrder = DateOrder.YMD
    percent_as_share: bool = False
    mixed: bool = False
    factor: Decimal = Decimal(1)
    pointed: bool = False
    other: str = ""
    stated: str = ""
    named: bool = False
    all_in: str = ""
    fractions: bool = False
    year: int = 0
    today: date | None = None


def kept(cell: Cell, reason: str, suggestion: str = "") -> Outcome:
    """A cell that does not fit: its text goes to the notes."""
    return Outcome(note=text(cell), reason=reason, suggestion=suggestion)
