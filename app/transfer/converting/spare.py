"""Further values of a field in columns of their own (Home Phone, E-mail 2, Phone 3 - Value): they take the room that is left."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from app.shared import phones
from app.shared.phones import Phone
from app.transfer.columns.house_numbers import HOUSE
from app.transfer.columns.proposals import Column, Proposal
from app.transfer.converting.outcome import Outcome
from app.transfer.grid.cells import text
from app.transfer.grid.evidence import PHONE_DIGITS
from app.transfer.grid.folding import fold
from app.transfer.grid.mails import EMAIL
from app.transfer.grid.sheets import Cell

FAX = re.compile(r"fax|传真|télécopie", re.IGNORECASE)
"""What calls a number a fax."""
_MOBILE = re.compile(r"mobil|cell|iphone|handy|móvil|手机|移动", re.IGNORECASE)
_SORT = re.compile(r"(?:type|label)$")
_VALUE = re.compile(r"value$|formatted$|street$")
_POSTCODE = re.compile(r"\d{6}")
_HOUSE_LENGTH = 8
"""Longer parts of an address do not stand in it by chance."""
_BEFORE = re.compile(r"市|省|国家|州")
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_SHORT = 2
"""Words no longer than that may stand in anything."""


def label_of(proposal: Proposal, column: Column) -> Column | None:
    """The column that says of which sort another's values are: Phone 1 - Type of Phone 1 - Value."""
    header = fold(column.header)
    stem = _VALUE.sub("", header)
    if stem == header:
        return None
    return next(
        (
            one for one in proposal.columns
            if not one.targets and one.evidence.filled and (sort := fold(one.header)) != stem and _SORT.sub("", sort) == stem
        ),
        None,
    )  # fmt: skip


def take_room(held: dict[str, Any], column: Column, cell: Cell, outcome: Outcome, sort: str) -> list[str]:
    """Put the values of a cell where there is room.

    Args:
        held: the values of the row; they are changed.
        column: the cell's column.
        outcome: what the cell gives.
        sort: what the label beside it says, such as "Work Fax".

    Returns:
        The texts that found no room, for the notes.
    """
    left = []
    named = [(target, value) for target, value in outcome.values]
    base = next((target for target, value in named if isinstance(value, Phone)), "phone")
    named += [(base, phone) for phone, _label in outcome.spare]
    for target, value in named:
        if isinstance(value, str) and target.endswith("address"):
            if held.get(target) and fold(column.header).endswith("formatted"):
                # The whole address beside its parts.
                left += [] if repeated(f": {value}", held) else [value]
                continue
            held[target] = joined(str(held.get(target) or ""), value, column.header)
            continue
        if any(_same(known, value) for known in held.values()):
            continue
        slot = next((slot for slot in _slots(target, value, sort or column.header) if slot not in held), None)
        if slot is None:
            left.append(str(value))
        else:
            held[slot] = value
    if outcome.note and not left:
        left.append(outcome.note)
    elif left and (outcome.spare or outcome.note):
        left = [text(cell)]
    return left


def sorts_beside(proposal: Proposal, column: Column, cells: Callable[[Column], Sequence[Cell]]) -> dict[int, str]:
    """What the labels beside a column's values say ("* Work" is Work), by the place of the row."""
    label = label_of(proposal, column)
    if label is None:
        return {}
    told = {place: text(cell).strip(" *") for place, cell in enumerate(cells(label))}
    return {place: said for place, said in told.items() if said}


def before(column: Column, sort: str) -> str:
    """What stands before a value in the notes."""
    return f"{column.header} ({sort})" if sort else column.header


def joined(address: str, part: str, header: str = "") -> str:
    """An address with a further part: the city of a Chinese address goes before its street."""
    if not address or _within(address, part):
        return part
    if _within(part, address):
        return address
    if not _CHINESE.search(address + part):
        if len(part) == 1 and part.isalpha() and address[-1].isdigit():
            return address + part
        return f"{address} {part}" if HOUSE.fullmatch(part) and not address[-1].isdigit() else f"{address}, {part}"
    if _BEFORE.search(header) or re.search(r"(?:city|state|country)", fold(header)):
        return part + address
    return f"{address} {part}" if _POSTCODE.fullmatch(part) else address + part


def _within(part: str, address: str) -> bool:
    """Whether an address has a part already: as words of its own, and the number of a house where it stands first or last."""
    if _CHINESE.search(part) or part not in address:
        return part in address
    if len(part) > _HOUSE_LENGTH:
        return True
    said = re.escape(part)
    pattern = rf"{said}(?!\w).*|.*(?<!\w){said}" if HOUSE.fullmatch(part) else rf"(?:.*(?<!\w))?{said}(?:(?!\w).*)?"
    return re.fullmatch(pattern, address, re.DOTALL) is not None


def _slots(target: str, value: object, sort: str) -> tuple[str, ...]:
    owner, dot, name = target.rpartition(".")
    if not isinstance(value, Phone):
        return (target,)
    if name == "fax" or FAX.search(sort):
        return (f"{owner}{dot}fax",)
    if _MOBILE.search(sort) or phones.is_mobile(value.normal):
        return (f"{owner}{dot}mobile", f"{owner}{dot}phone")
    return (f"{owner}{dot}phone",)


def _same(known: object, value: object) -> bool:
    if isinstance(known, Phone) and isinstance(value, Phone):
        return known.normal == value.normal
    return isinstance(known, str) and isinstance(value, str) and known.casefold() == value.casefold()


def repeated(line: str, values: Mapping[str, Any]) -> bool:
    """Whether a labelled line of the notes only repeats what the record holds: ``Complete Name: Deco, Ann Lee``."""
    wanted = _tokens(line.partition(": ")[2])
    if not wanted or not any(len(one) > _SHORT for one in wanted):
        return False
    if all(one.isdigit() for one in wanted) and sum(map(len, wanted)) < PHONE_DIGITS:
        return False
    have: set[str] = set()
    for value in values.values():
        if isinstance(value, Phone):
            have |= _tokens(value.typed) | _tokens(value.normal)
        elif isinstance(value, str):
            have |= _tokens(value)
    return wanted <= have


def _tokens(value: str) -> set[str]:
    folded = value.casefold()
    mails = set(EMAIL.findall(folded))
    return mails | {one for one in re.split(r"[\W_]+", EMAIL.sub(" ", folded)) if one}


def unsaid_parts(parts: Sequence[Column], held: Mapping[str, Any]) -> list[str]:
    """The parts of a name that the whole name beside them does not say, as lines for the notes."""
    return [
        f"{column.header}: {value}" for column in parts
        if (whole := held.get(column.target or "")) and (value := held.get(f"#{column.part}")) and fold(str(value)) not in fold(str(whole))
    ]  # fmt: skip
