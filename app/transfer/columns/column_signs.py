"""What the header of a column says of its values: whose they are, and whether they are numbers that tell records apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from app.transfer.columns import roles
from app.transfer.columns.more_contacts import plain
from app.transfer.columns.proposals import Column, Proposal
from app.transfer.grid import foreign_ids
from app.transfer.grid.folding import fold
from app.transfer.grid.header_words import IDENTITY, SERIAL
from app.transfer.grid.scale import UNIQUE

_OWNERS = ("客户", "单位", "公司", "企业", "customer", "account", "company", "client", "organi")
_WORDS, _MACHINES = frozenset(map(fold, IDENTITY)), frozenset(map(fold, SERIAL))


def of_contact(column: Column) -> tuple[Column, int]:
    """A column as if it were the first contact's, and which contact it is of."""
    found = [plain(target) for target in column.targets]
    number = max((number for _target, number in found), default=1)
    return (replace(column, targets=tuple(target for target, _number in found)), number) if number > 1 else (column, 1)


def of_company(column: Column, proposal: Proposal) -> bool:
    """Whether a column of a list of persons holds the number of their company; in a program's export it may be their own."""
    if foreign_ids.of_company(column.header):
        mine = [one for one in proposal.columns if one.evidence.filled and foreign_ids.own(one.header)]
        return not proposal.program or any(one.index != column.index for one in mine)
    return not proposal.program and fold(column.header).startswith(_OWNERS) and is_number(column)


def is_identity(column: Column) -> bool:
    """Whether a column holds numbers that tell its records apart."""
    return column.evidence.distinct > UNIQUE and is_number(column)


def is_number(column: Column) -> bool:
    """Whether a column is called as numbers of another program are."""
    header = fold(column.header)
    # A user may be the customer of a shop.
    if header in _MACHINES or (foreign_ids.of_staff(header) and not header.startswith("user")):
        return False
    return header in _WORDS or header.endswith(("id", "编号", "编码", "代码", "key"))


def called_by_role(proposal: Proposal, more: Mapping[int, Iterable[dict[str, Any]]]) -> None:
    """Call further contacts as their headers do: 老板 as a title, 财务 as the name where 财务电话 is all that is given.

    Args:
        more: the values of the further contacts by their numbers; they are changed.
    """
    headers: dict[int, list[str]] = {}
    for column in proposal.columns:
        for _target, number in map(plain, column.targets):
            headers.setdefault(number, []).append(column.header)
    for number, people in more.items():
        roles.name(people, roles.title(headers.get(number, ())))
