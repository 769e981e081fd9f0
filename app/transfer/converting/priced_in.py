"""Amounts beside a column that names their currency, in records whose amounts are all in the currency of the book."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from app.records.fields import Field, FieldKind
from app.shared.currencies import named
from app.shared.i18n import _
from app.transfer.columns.proposals import Column, Proposal
from app.transfer.converting.amounts import foreign
from app.transfer.converting.problems import Problem
from app.transfer.grid.cells import text
from app.transfer.grid.folding import fold, folded
from app.transfer.grid.sheets import Cell

_HEADERS = folded("币种|币别|货币|结算币种|currency|curr|currency code|currency iso code|währung")
_KINDS = (FieldKind.MONEY, FieldKind.PRICE)


class Money(NamedTuple):
    """The columns of amounts of a sheet, that of their currencies, and the one foreign currency in which all of them are."""

    columns: tuple[tuple[Column, str], ...] = ()
    told: Column | None = None
    all_in: str = ""


def money(
    proposal: Proposal, field: Callable[[str], Field | None], cells: Callable[[Column], Sequence[Cell]], currency: str
) -> Money:
    """What a sheet says of the currency of its amounts.

    Args:
        proposal: where the columns go; ``field`` gives the field of a target, ``cells`` those of a column.
        currency: the currency of the book.
    """
    columns = tuple(
        (one, target) for one in proposal.columns for target in one.targets
        if (held := field(target)) is not None and held.kind in _KINDS
    )  # fmt: skip
    if not columns:
        return Money()
    told = next((one for one in proposal.columns if fold(one.header) in _HEADERS and one.evidence.filled), None)
    said = {named(text(cell), currency) for cell in (cells(told) if told else ())}
    for column, _target in columns:
        said.add(named(column.header, currency, amount=False))
        said |= {named(cell, currency) for cell in {cell for cell in cells(column) if isinstance(cell, str)}}
    said.discard("")
    code = said.pop() if len(said) == 1 else currency
    return Money(columns, told, code if code != currency else "")


def apart(
    found: Money, cells: Callable[[Column], Sequence[Cell]], rows: Sequence[dict[str, Any]], numbers: Sequence[int],
    currency: str,
) -> Iterator[tuple[int, str, str, Problem]]:  # fmt: skip
    """The amounts of rows whose column of currencies names another than the book's; of a sheet in one such the first row.

    Args:
        found: what ``money`` found; ``cells`` gives the cells of a column.
        rows: the values of the rows; ``numbers`` those of the rows in the sheet, 0-based.
        currency: the currency of the book.

    Returns:
        The row's place, the target to be emptied or "", the line for its notes or "", and the problem to be told.
    """
    if found.all_in and numbers:
        column = found.columns[0][0]
        reason = _(
            "All amounts are in {code}, those of the book in {currency}: the figures are taken as they are, and noted."
        ).format(code=found.all_in, currency=currency)
        yield 0, "", "", Problem(numbers[0] + 1, column.key, "", reason, index=column.index)
    for place, cell in enumerate(cells(found.told)) if found.told and found.columns else ():
        code = named(text(cell), currency)
        if code in ("", currency):
            continue
        for column, target in found.columns:
            if (value := rows[place].get(target)) is not None:
                said, why = f"{value:f} {code}", foreign(code, currency)
                problem = Problem(numbers[place] + 1, column.key, said, why, index=column.index)
                if not found.all_in:
                    yield place, target, f"{column.header}: {said}", problem
