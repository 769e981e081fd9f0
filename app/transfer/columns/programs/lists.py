"""Which known program wrote a list of deals, quotes, activities or tasks, and where its columns go."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from functools import lru_cache

from app.transfer.columns.programs.recognised import Program, likeliest, sign
from app.transfer.columns.programs.table_activities import ACTIVITY_TABLES
from app.transfer.columns.programs.table_deals import DEAL_TABLES, ListTable
from app.transfer.columns.programs.table_orders import ORDER_TABLES
from app.transfer.columns.programs.table_pipelines import PIPELINE_TABLES, of_customers
from app.transfer.grid.done_words import PLANNED
from app.transfer.grid.folding import bare, fold
from app.transfer.grid.list_kinds import WON_ON

IDLE, LABELLED, MORE = "0", "-", "+"
"""What only the program needs; what goes to the notes with its header; behind a target for further text of the same field."""
_TABLE = re.compile(r"(?:[a-z]{1,5}\.)(?=[A-Za-z])")


@lru_cache(maxsize=1)
def _known() -> tuple[Program, ...]:
    return tuple(map(_program, (*DEAL_TABLES, *ORDER_TABLES, *ACTIVITY_TABLES)))


@lru_cache(maxsize=1)
def _by_hand() -> tuple[Program, ...]:
    return tuple(map(_program, PIPELINE_TABLES))


def _program(table: ListTable) -> Program:
    name, signs, kind, sort, columns = table
    targets: dict[str, str] = {}
    last = {LABELLED: 1, IDLE: 2}
    for target, headers in sorted(columns.items(), key=lambda one: last.get(one[0], 0)):
        for header in headers.split("|"):
            targets.setdefault(fold(header), target)
    return Program(name, tuple(map(sign, signs.split("; "))), kind, targets, sort)


def recognise(headers: Sequence[str], fields: Set[str] = frozenset()) -> Program | None:
    """The program whose list of deals, quotes, activities or tasks has these headers, or None.

    Args:
        headers: of the sheet.
        fields: of customers and contacts, which its columns would go to otherwise.
    """
    here = {name for header in headers if header for name in _names(header)}
    if known := likeliest(_known(), here):
        return known
    by_hand = likeliest(_by_hand(), here)
    named = by_hand is not None and any(by_hand.targets.get(name) == "project" for name in here)
    return None if by_hand is not None and of_customers(fields, named) else by_hand


def told(program: Program, headers: Mapping[int, str], filled: Sequence[int]) -> dict[int, str]:
    """Where the columns go: each field to the surest of its headers whose column is filled.

    Args:
        program: see ``recognise``.
        headers: the headers by column.
        filled: the columns with something in them.

    Returns:
        By column a target, ``IDLE`` or ``LABELLED``, with ``MORE`` behind where another column has the field already.
    """
    ranks = {name: rank for rank, name in enumerate(program.targets)}
    known = {
        index: min((name for name in _names(header) if name in ranks), key=ranks.__getitem__, default="")
        for index, header in headers.items() if header
    }  # fmt: skip
    found: dict[int, str] = {}
    taken: set[str] = set()
    for index in sorted((one for one in known if known[one]), key=lambda one: (ranks[known[one]], one)):
        target = program.targets[known[index]]
        if target == WON_ON and PLANNED.search(headers[index]):
            # When a deal is to close is told in the remarks, see ``list_sales``.
            target = LABELLED
        if target in (IDLE, LABELLED) or target.endswith(MORE):
            found[index] = target
        elif index in filled:
            found[index] = LABELLED if target in taken else target
            taken.add(target)
    return found


def _names(header: str) -> tuple[str, ...]:
    """What a header may be called in the tables: as it stands, without brackets, and without the short name of its table."""
    plain = bare(header)
    return tuple(dict.fromkeys((fold(header), fold(plain), fold(_TABLE.sub("", header.strip(), count=1)))))
