"""What customers are by themselves: where one stands in a list, and who its main contact is."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol


class Person(Protocol):
    """A contact as far as these rules go."""

    @property
    def id(self) -> int: ...

    def get(self, name: str, default: object = None) -> object: ...


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record stands in a list: counted from 1, 0 when it is not in it; its neighbours' ids or None."""

    position: int
    total: int
    previous: int | None
    following: int | None


def place(numbers: Sequence[int], number: int) -> Place:
    """Where an id stands among ordered ids."""
    at = _at(numbers, number)
    if at < 0:
        return Place(0, len(numbers), None, None)
    return Place(
        at + 1,
        len(numbers),
        numbers[at - 1] if at else None,
        numbers[at + 1] if at + 1 < len(numbers) else None,
    )


def _at(numbers: Sequence[int], number: int) -> int:
    """The place of a number, -1 when it is not there."""
    if isinstance(numbers, array):
        # Sought as bytes: comparing a million numbers one by one takes a tenth of a second.
        held, mark, size = numbers.tobytes(), array(numbers.typecode, (number,)).tobytes(), numbers.itemsize
        at = held.find(mark)
        while at >= 0 and at % size:
            at = held.find(mark, at + 1)
        return at // size if at >= 0 else -1
    return numbers.index(number) if number in numbers else -1


_REGIONS = re.compile(r"(?<=..)(?:特别行政区|(?:壮族|回族|维吾尔)?自治区|省|市)$")


def short_place(name: str) -> str:
    """A Chinese province or city as lists say it: 江苏省 is 江苏, 广西壮族自治区 is 广西. Names as in GB/T 2260."""
    return _REGIONS.sub("", name)


def main_contact(contacts: Iterable[Person]) -> Person | None:
    """The contact marked as the main one, else the oldest."""
    return min(contacts, key=lambda one: (not one.get("is_primary"), one.id), default=None)


def changed_tags(tags: Sequence[str], add: Iterable[str] = (), remove: Iterable[str] = ()) -> tuple[str, ...]:
    """Tags with some added at the end and some taken out, each once."""
    gone = set(remove)
    return tuple(tag for tag in dict.fromkeys((*tags, *add)) if tag not in gone)
