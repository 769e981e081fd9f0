"""Which way the money went in lists of payments: who was only ever paid sells to the user, and is no customer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from app.shared.packed import Packed
from app.transfer.columns.cash_books import (
    AMOUNTS,
    BALANCES,
    IN,
    OUT,
    PAYEES,
    keeps_cash,
    of_persons,
    pays,
    tells_sides,
)
from app.transfer.columns.proposals import CUSTOMERS, Column, Proposal
from app.transfer.columns.supplying import SUPPLIER
from app.transfer.converting.amounts import number
from app.transfer.converting.private import is_person
from app.transfer.grid.cells import at, text
from app.transfer.grid.evidence import gather, traits
from app.transfer.grid.folding import bare, fold, folded
from app.transfer.grid.scale import HALF
from app.transfer.grid.sheets import Cell, Sheet

_WAYS = folded(
    "收支|收支类型|收支方向|收/支|收付|收付标志|借贷|借贷标志|借贷方向|方向|交易类型|类型|type|direction|dc|d/c|debit/credit|cr/dr|in/out|soll/haben|"
    "af bij|bij/af|sens|tipo"
)
_CAME = folded(
    "收入|收|入|进|入账|进账|转入|收款|贷|贷方|credit|cr|c|in|income|received|deposit|haben|h|bij|crédit|entrada|ingreso"
)
_WENT = folded(
    "支出|支|出|付|出账|转出|付款|借|借方|debit|dr|d|out|expense|paid|payment|soll|s|af|débit|saída|gasto|withdrawal"
)
_BOOKED = folded("借|贷|借方|贷方|credit|debit|cr|dr|c|d|haben|soll|h|s|crédit|débit")
"""What is said of any account: of a customer's, what was sold and what was paid for it."""
_CENT = 0.005
_ROWS_ABOVE = 12


@dataclass(frozen=True, slots=True)
class Flows:
    """Where a list tells which way the money went.

    Args:
        ins: the columns of what came in; ``outs`` of what went out.
        signed: the column whose sign tells it, -1 for none; ``words`` the one whose words do.
        all_out: whether its header tells that all went out.
    """

    ins: tuple[int, ...] = ()
    outs: tuple[int, ...] = ()
    signed: int = -1
    words: int = -1
    all_out: bool = False

    def came(self, row: list[Cell]) -> bool | None:
        """Whether the money of a row came in; None where the row does not tell."""
        if self.words >= 0:
            said = fold(text(at(row, self.words)))
            return True if said in _CAME else False if said in _WENT else None
        if self.signed >= 0:
            amount = number(at(row, self.signed))
            return None if not amount else amount > 0
        if self.all_out:
            return False
        came, went = (any(number(at(row, index)) for index in columns) for columns in (self.ins, self.outs))
        return came if came != went else None


def tell(sheet: Sheet, proposal: Proposal, drafts: list[Any] | Packed[Any]) -> None:
    """Let those of a list of payments who were only ever paid be suppliers; not persons, who may be the user's own people."""
    found = _flows(proposal, sheet) if proposal.column_of("kind") is None else None
    if found is None:
        return
    paying: set[str] = {""}
    names: list[str] = []
    for draft in drafts:
        names.append(fold(str(draft.customer.get("name") or "")))
        if found.came(sheet.rows[draft.number - 1]) is not False:
            paying.add(names[-1])
    paid = {name: place for place, name in enumerate(names) if name not in paying}
    if of_persons(gather([drafts[place].customer["name"] for place in paid.values()])):
        return
    for place, name in enumerate(names):
        if name in paid and not _one_of_ours(str((draft := drafts[place]).customer["name"])):
            draft.customer["kind"] = SUPPLIER
            drafts[place] = draft


def _flows(proposal: Proposal, sheet: Sheet) -> Flows | None:
    """Where a list of customers who paid or were paid tells which of them; None where it is no such list, or does not tell."""
    name = proposal.column_of("name") if proposal.kind == CUSTOMERS else None
    if name is None:
        return None
    sure = tells_sides(proposal, _title(proposal, sheet))
    if keeps_cash(proposal):
        return _in_columns(proposal, sheet) if sure else None
    if not pays(proposal):
        return None
    heads = {fold(bare(one.header)): one for one in proposal.columns if one.evidence.filled}
    for head, column in heads.items():
        said = set(map(fold, column.evidence.samples))
        if head in _WAYS and said and said <= _CAME | _WENT and (sure or not said <= _BOOKED):
            return Flows(words=column.index)
    money = next((heads[head] for head in heads if head in AMOUNTS and _figures(heads[head])), None)
    if money is not None and any((number(at(row, money.index)) or 0) < 0 for row in _rows(proposal, sheet)):
        return Flows(signed=money.index)
    paid = money is not None or any(head in OUT and head not in IN and _figures(heads[head]) for head in heads)
    return Flows(all_out=True) if paid and fold(bare(name.header)) in PAYEES else None


def _in_columns(proposal: Proposal, sheet: Sheet) -> Flows | None:
    """The columns of what came in and went out; which is which of 借方 and 贷方 depends on who keeps the book, and the balance tells."""
    heads = {one.index: fold(bare(one.header)) for one in proposal.columns if _figures(one)}
    sides = [index for index, head in heads.items() if head in IN | OUT]
    known = {index: heads[index] in IN for index in sides if (heads[index] in IN) != (heads[index] in OUT)}
    balance = next((index for index, head in heads.items() if head in BALANCES), -1)
    told = _by_balance(_rows(proposal, sheet), sides, balance) if balance >= 0 else {}
    found = {**known, **told}
    if len(set(found.values())) == 1:
        found |= {index: not any(found.values()) for index in sides if index not in found}
    if len(found) < len(sides):
        return None
    return Flows(tuple(one for one in sides if found[one]), tuple(one for one in sides if not found[one]))


def _by_balance(rows: Sequence[list[Cell]], sides: Sequence[int], balance: int) -> dict[int, bool]:
    """By column whether the balance rose by what stands in it, where it did in most rows; rows may go up or down in time."""
    votes = dict.fromkeys(sides, 0)
    befores: list[list[Cell] | None] = [None, *rows[:-1]]
    afters: list[list[Cell] | None] = [*rows[1:], None]
    for before, row, after in zip(befores, rows, afters, strict=True):
        now = number(at(row, balance))
        for index in sides:
            amount = number(at(row, index))
            if not amount or now is None:
                continue
            for other in (before, after):
                then = number(at(other, balance)) if other is not None else None
                if then is not None and abs(abs(now - then) - abs(amount)) < _CENT:
                    votes[index] += 1 if now > then else -1
                    break
    return {index: count > 0 for index, count in votes.items() if count}


def _one_of_ours(name: str) -> bool:
    """Whether who was paid may be a person of the user's own; two words in Latin letters may be a firm as well."""
    return is_person(name) or (not name[:1].isascii() and "person" in traits(name))


def _title(proposal: Proposal, sheet: Sheet) -> str:
    """What stands above a list, and the name of its sheet."""
    above = sheet.rows[: max(0, (proposal.layout.header_row or 0) - 1)]
    return "|".join([sheet.name, sheet.title, *(text(cell) for row in above[-_ROWS_ABOVE:] for cell in row if cell)])


def _rows(proposal: Proposal, sheet: Sheet) -> list[list[Cell]]:
    return [sheet.rows[number] for number in proposal.layout.data]


def _figures(column: Column) -> bool:
    return not column.evidence.filled or column.evidence.share("number", "money") > HALF
