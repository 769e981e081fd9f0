"""Rows of customers that name themselves as their own head office, or as who introduced them: left out, and told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from app.records.fields import Field, RecordType
from app.shared.i18n import _, translate
from app.transfer.columns.proposals import Proposal
from app.transfer.converting.problems import Problem
from app.transfer.grid.folding import fold
from app.transfer.grid.foreign_ids import key


def linking(record: RecordType) -> tuple[Field, ...]:
    """The fields by which a record names others of its own kind."""
    return tuple(field for field in record.fields if field.link == record.name)


def cleared(
    customer: dict[str, Any], numbers: Sequence[str], number: int, links: Sequence[Field], proposal: Proposal
) -> list[Problem]:
    """Take links of a customer to itself out of its values; gives what is told of them.

    Args:
        customer: its values; links are still names, or numbers of another program.
        numbers: its own numbers of other programs.
        number: the row as Excel numbers it.
        links: see ``linking``.
        proposal: where the columns go.
    """
    return [_problem(customer, field, number, proposal) for field in links if _itself(customer, numbers, field)]


def _itself(customer: Mapping[str, Any], numbers: Sequence[str], field: Field) -> bool:
    said = customer.get(field.name)
    if not isinstance(said, str) or not said:
        return False
    return fold(said) == fold(str(customer.get("name") or "")) or key(said) in map(key, numbers)


def _problem(customer: dict[str, Any], field: Field, number: int, proposal: Proposal) -> Problem:
    said = str(customer.pop(field.name))
    column = proposal.column_of(field.name)
    reason = _("{label}: the row names itself; nothing is entered.").format(label=translate(field.label))
    header, index = (column.key, column.index) if column else (translate(field.label), -1)
    return Problem(number, header, said, reason, index=index)
