"""The records of lists on their way into the book: one row's values, and what the book knows that they are compared with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Ref = tuple[str, int]
"""A record that another links to: its kind, and its place among the new ones, or -id when it is in the book."""
Key = tuple[object, ...]


@dataclass(slots=True)
class Entry:
    """What one row of a list says, besides its customer and contact.

    Args:
        values: its own values; ``links`` the texts that name other records, by link field.
        line: the values of the line that the row is, None when it is none; ``line_links`` as ``links``.
        also: the values of further records that the row makes, by kind.
        head: the row whose record this row belongs to, as a further line; None when it begins one.
        lines: of a head all its lines in order.
        amount: what the sheet says that the line comes to; ``notes`` what fits no field.
        stated: what the sheet says that the whole comes to; ``whole`` whether one made-up line stands for it.
        currencies: those that its amounts are written in.
        people: the further persons who took part.
        undated: the moment of which the sheet says only that it was: its value is a guess.
    """

    values: dict[str, Any]
    links: dict[str, str] = field(default_factory=dict)
    line: dict[str, Any] | None = None
    line_links: dict[str, str] = field(default_factory=dict)
    also: dict[str, dict[str, Any]] = field(default_factory=dict)
    head: Entry | None = None
    lines: list[Entry] = field(default_factory=list)
    amount: Any = None
    notes: list[str] = field(default_factory=list)
    stated: Any = None
    whole: bool = False
    undated: str = ""
    currencies: tuple[str, ...] = ()
    people: tuple[dict[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class NewEntry:
    """A record of a list that is to be written, with the records that it links to by field ("about" for any)."""

    values: dict[str, Any]
    links: dict[str, Ref]


@dataclass(frozen=True, slots=True)
class Facts:
    """What lists are compared with, of the book.

    Args:
        short: customers' ids by short name, folded; ``codes`` by the number that another program gave.
        entries: by kind, the ids of records by what two rows of the same record share; see ``list_book.key``.
        titles: by kind, the ids of records by number or title, see ``fold_number``.
        owners: by kind and id, the customer's id, where records are known by their number.
        sales: by customer and what else tells a sale, its ids with number and day; see ``list_keys.sale_keys``.
        people: the titles of contacts by id.
    """

    short: Mapping[str, Sequence[int]] = field(default_factory=dict)
    codes: Mapping[str, Sequence[int]] = field(default_factory=dict)
    entries: Mapping[str, Mapping[Key, int]] = field(default_factory=dict)
    titles: Mapping[str, Mapping[str, Sequence[int]]] = field(default_factory=dict)
    owners: Mapping[tuple[str, int], int] = field(default_factory=dict)
    sales: Mapping[Key, Sequence[tuple[int, str, str]]] = field(default_factory=dict)
    people: Mapping[int, str] = field(default_factory=dict)
