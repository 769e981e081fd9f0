"""A data row on its way from values of columns to the records that it holds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from app.transfer.converting.problems import Problem
from app.transfer.drafting.entries import Entry

MORE = "#more"
"""Of a row's values: those of further contacts in columns of their own, each named as the first contact's are."""


@dataclass(slots=True)
class Draft:
    """One data row.

    Args:
        number: the row as Excel numbers it.
        customer, contact, product: the values of each record in the row; empty when it holds none.
        others: further contacts, whose names stand in the same cell or in columns of their own.
        parent: the company that the row's person belongs to, in a sheet of customers.
        identity, numbers: the first, and all numbers of other programs; ``code``, ``above``: those of a person's company.
        entry: in a list of other records, what the row says of them; None else.
        problems: what does not fit; with a fatal one the row is not imported.
    """

    number: int
    customer: dict[str, Any] = field(default_factory=dict)
    contact: dict[str, Any] = field(default_factory=dict)
    product: dict[str, Any] = field(default_factory=dict)
    others: tuple[dict[str, Any], ...] = ()
    parent: str = ""
    identity: str = ""
    code: str = ""
    above: str = ""
    numbers: tuple[str, ...] = ()
    entry: Entry | None = None
    problems: list[Problem] = field(default_factory=list)

    @property
    def fatal(self) -> bool:
        """Whether the row cannot be imported."""
        return bool(self.problems) and any(problem.fatal for problem in self.problems)


@dataclass(slots=True)
class Gathered:
    """What the columns give for each data row, in the order of ``numbers`` (0-based rows of the sheet).

    Args:
        values: targets with their values; "#" in front of what is no field: parts of names, an identity, spare phones.
        notes: lines for the notes.
        problems: what does not fit, None for nothing.
        region: the country whose phone numbers those without a country code are.
    """

    numbers: tuple[int, ...]
    values: list[dict[str, Any]]
    notes: list[list[str] | None]
    problems: list[list[Problem] | None]
    region: str = "CN"
    pause: Callable[[], None] = lambda: None
