"""What two rows, or a row and a record of the book, share when they are the same entry of a list."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from app.transfer.drafting.entries import Key
from app.transfer.grid.list_kinds import ABOUT, CONTRACT, TOTAL, ListKind


def key(kind: ListKind, values: Mapping[str, Any], owner: object) -> Key | None:
    """What tells an entry: its number; without one its customer, its day and time, and its words; None when it has none.

    Args:
        kind: the kind of list.
        values: its own values.
        owner: its customer: any value that is the same for the same customer.
    """
    number = values.get(kind.record.number) if kind.record.number else None
    if number not in (None, ""):
        return ("number", folded(number))
    told = tuple(folded(values.get(name)) for name in key_fields(kind))
    return ("entry", owner if kind.owner else None, *told) if any(told) else None


def key_fields(kind: ListKind) -> list[str]:
    """The fields by which an entry without a number is known: when it is, and its title; of one with lines its total."""
    names = [kind.moment.name] if kind.moment is not None else []
    title = kind.record.title
    if kind.record.has(title) and title != kind.record.number:
        names.append(title)
    elif kind.record.has("total"):
        names.append("total")
    return names


def sale_keys(kind: ListKind, values: Mapping[str, Any], owner: object) -> list[Key]:
    """What a sale shares with a row of another list that tells of it: its customer with its number, its contract, its total."""
    if not kind.record.has(CONTRACT) or owner is None:
        return []
    told = ((name, values.get(name)) for name in (kind.record.number, CONTRACT, TOTAL))
    return [("sale", owner, name, folded(value)) for name, value in told if value]


def held_fields(kind: ListKind) -> list[str]:
    """The fields that are read of every record of the book to know its entries again."""
    link = ["about_kind", "about_id"] if kind.owner == ABOUT else [kind.owner] if kind.owner else []
    number = [kind.record.number] if kind.record.number else []
    contract = [CONTRACT] if kind.record.has(CONTRACT) else []
    return list(dict.fromkeys((*number, *link, *contract, *key_fields(kind))))


def folded(value: Any) -> str:
    """A value as keys compare it: moments to the minute, texts without case, width and blanks."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.replace(tzinfo=None).isoformat(timespec="minutes").casefold()
    if isinstance(value, date):
        return value.isoformat()
    return "".join(unicodedata.normalize("NFKC", str(value)).casefold().split())
