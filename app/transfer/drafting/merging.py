"""How the values of a row go into a record that is already there."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any

from app.customers.alike import in_order
from app.customers.joining import lines_added, nothing, same
from app.shared.phones import Phone, is_mobile, problem

UPDATE, OVERWRITE, SKIP, ADD = "update", "overwrite", "skip", "add"
_NUMBERS = ("mobile", "phone")
MODES = (UPDATE, OVERWRITE, SKIP, ADD)
ALWAYS, GIVEN, EMPTY, APPEND = "always", "given", "empty", "append"
WRITES = (ALWAYS, GIVEN, EMPTY, APPEND)
"""When a column replaces what the book holds: always, where the file has something, where the book has nothing; or is added."""
LOOKED_AT = ("name", "short_name", "notes")
"""Fields of a record that merging looks at besides those that a row gives, and its phones."""
_NOTES = ("notes", "remarks")
_GROWING = ("received",)
"""Sums of what came in so far: of two the greater is the newer."""
_KEPT = 3
_LATER = ("last_contact_on",)
"""Days of which, in two rows about one customer, the later is right."""


def changes(
    held: Mapping[str, Any], given: Mapping[str, Any], overwrite: bool, wanted: Collection[str] = ()
) -> dict[str, Any]:
    """What a row changes in a record: empty fields are filled, tags and notes added to, others only if ``overwrite``.

    A second phone number goes into the other phone field if that is empty and fits; one that mends a broken number takes
    its place.

    Args:
        wanted: fields whose value of the row the user chose.
    """
    found: dict[str, Any] = {}
    for name, value in given.items():
        if nothing(value):
            continue
        old: Any = held.get(name)
        if old == value:
            continue
        if nothing(old):
            if not (
                isinstance(value, Phone) and any(isinstance(one, Phone) and same(one, value) for one in held.values())
            ):
                found[name] = value
        elif name in _NOTES:
            if (notes := lines_added(old, value)) != old:
                found[name] = notes
        elif isinstance(value, tuple):
            union = tuple(dict.fromkeys((*old, *value)))
            if union != tuple(old):
                found[name] = union
        elif same(old, value):
            continue
        elif overwrite or name in wanted or (name in _GROWING and value > old) or _mended(old, value):
            found[name] = value
        elif name in _NUMBERS and (free := _free_number(value, held, given, found)):
            found[free] = value
    return found


def _mended(old: Any, new: Any) -> bool:
    """Whether a number is a broken one put right: with the digit that was missing or too many, or its lost last digits."""
    if not (isinstance(old, Phone) and isinstance(new, Phone) and problem(old)) or problem(new):
        return False
    broken, whole = old.normal, new.normal.removeprefix("+86").partition(";")[0]
    if not broken or broken.startswith("+"):
        return False
    if len(broken) == len(whole):
        return broken[:_KEPT] == whole[:_KEPT]
    return in_order(*sorted((broken, whole), key=len))


def _free_number(value: Any, held: Mapping[str, Any], given: Mapping[str, Any], found: Mapping[str, Any]) -> str:
    """The empty field for a second phone number: the mobile or the phone for a mobile one, else the phone; or ""."""
    if not isinstance(value, Phone):
        return ""
    if any(isinstance(one, Phone) and same(one, value) for record in (held, found) for one in record.values()):
        return ""
    fitting = _NUMBERS if is_mobile(value.normal) else ("phone",)
    return next((name for name in fitting if all(nothing(one.get(name)) for one in (held, given, found))), "")


def join(
    held: dict[str, Any], given: Mapping[str, Any], label: Callable[[str], str], quiet: frozenset[str],
    wanted: Collection[str] = (),
) -> None:  # fmt: skip
    """Put a second row of the file into the record that the first one makes; what differs goes to the notes.

    Args:
        label: a field's name as people read it.
        quiet: fields whose differences are not worth a note.
        wanted: fields whose second value the user chose.
    """
    later = [name for name in _LATER if name not in wanted and given.get(name) and held.get(name)]
    wanted = (*wanted, *(name for name in later if given[name] > held[name]))
    quiet = quiet.union(later)
    found = changes(held, given, overwrite=False, wanted=wanted)
    placed = [one for one in found.values() if isinstance(one, Phone)]
    lost = [
        f"{label(name)}: {value}" for name, value in given.items()
        if name not in quiet and name not in wanted and name != "notes" and not isinstance(value, tuple)
        and not nothing(held.get(name)) and not same(held[name], value) and not any(value is one for one in placed)
    ]  # fmt: skip
    held.update(found)
    if lost:
        held["notes"] = lines_added(held.get("notes"), *lost)
