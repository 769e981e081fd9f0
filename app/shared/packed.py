"""A long list whose items are kept small: a million of them take a tenth of the memory, and are made again when looked at."""

from __future__ import annotations

import pickle
import zlib
from array import array
from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, Generic, TypeVar, overload

T = TypeVar("T")
PLAIN = 150_000
"""So many items are kept as they are; only longer lists are packed."""
BLOCK = 256
_LOOKED_AT = 64


class Packed(Sequence[T], Generic[T]):
    """A list that packs its items, in memory alone, once there are very many.

    An item that is changed in place must be put back by ``packed[place] = item``, or be changed inside ``changing``.

    Args:
        plain: how many items are kept as they are.
    """

    def __init__(self, plain: int | None = None) -> None:
        self._most = max(PLAIN if plain is None else plain, BLOCK)
        self._open: list[T] = []
        self._blocks: list[bytes] = []
        self._put: dict[int, T] = {}
        self._seen: OrderedDict[int, list[T]] = OrderedDict()

    def append(self, item: T) -> None:
        """Add an item at the end."""
        self._open.append(item)
        if len(self._open) >= self._most:
            self._pack()
            self._most = BLOCK

    def _pack(self) -> None:
        last = len(self._open) - len(self._open) % BLOCK
        for start in range(0, last, BLOCK):
            self._blocks.append(_packed(self._open[start : start + BLOCK]))
        del self._open[:last]

    def __len__(self) -> int:
        return len(self._blocks) * BLOCK + len(self._open)

    @overload
    def __getitem__(self, place: int) -> T: ...
    @overload
    def __getitem__(self, place: slice) -> list[T]: ...
    def __getitem__(self, place: int | slice) -> T | list[T]:
        if isinstance(place, slice):
            start, stop, step = place.indices(len(self))
            if step == 1:
                return list(islice(self._from(start), max(stop - start, 0)))
            return [self[one] for one in range(start, stop, step)]
        place = self._place(place)
        block, at = divmod(place, BLOCK)
        if block >= len(self._blocks):
            return self._open[place - len(self._blocks) * BLOCK]
        if place in self._put:
            return self._put[place]
        return self._block(block)[at]

    def _place(self, place: int) -> int:
        if not -len(self) <= place < len(self):
            raise IndexError(place)
        return place % len(self)

    def __setitem__(self, place: int, item: T) -> None:
        place = self._place(place)
        first = len(self._blocks) * BLOCK
        if place >= first:
            self._open[place - first] = item
        else:
            self._put[place] = item

    def _block(self, number: int) -> list[T]:
        held = self._seen.get(number)
        if held is None:
            held = self._seen[number] = _unpacked(self._blocks[number])
            if len(self._seen) > _LOOKED_AT:
                self._seen.popitem(last=False)
        return held

    def __iter__(self) -> Iterator[T]:
        return self._from(0)

    def _from(self, start: int) -> Iterator[T]:
        """The items from a place on; blocks are not kept, so that one look at all leaves nothing behind."""
        for number in range(start // BLOCK, len(self._blocks)):
            items = self._merged(number)
            yield from items[start - number * BLOCK :] if start > number * BLOCK else items
        yield from islice(self._open, max(start - len(self._blocks) * BLOCK, 0), None)

    def _merged(self, number: int) -> list[T]:
        items: list[T] = _unpacked(self._blocks[number])
        if self._put:
            first = number * BLOCK
            for at in range(len(items)):
                if first + at in self._put:
                    items[at] = self._put[first + at]
        return items

    def changing(self) -> Iterator[T]:
        """All items one after the other, each of which may be changed in place before the next is taken."""
        self._seen.clear()
        for number in range(len(self._blocks)):
            items = self._merged(number)
            yield from items
            self._blocks[number] = _packed(items)
            for at in range(number * BLOCK, (number + 1) * BLOCK) if self._put else ():
                self._put.pop(at, None)
        yield from self._open

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, (Packed, list, tuple)):
            return NotImplemented
        return len(self) == len(other) and all(mine == theirs for mine, theirs in zip(self, other, strict=True))

    __hash__ = None  # type: ignore[assignment]


class Places:
    """For each of many numbers counted from 0 some places, mostly one."""

    def __init__(self) -> None:
        self._one = array("q")
        self._more: dict[int, list[int]] = {}

    def add(self, number: int, place: int) -> None:
        """Note one more place of a number."""
        one = self._one
        if number >= len(one):
            one.extend([-1] * max(number + 1 - len(one), 1000))
        if one[number] < 0:
            one[number] = place
        else:
            self._more.setdefault(number, []).append(place)

    def pop(self, number: int) -> list[int]:
        """The places of a number, which are forgotten."""
        if number >= len(self._one) or self._one[number] < 0:
            return []
        found = [self._one[number], *self._more.pop(number, ())]
        self._one[number] = -1
        return found


def _packed(items: list[Any]) -> bytes:
    return zlib.compress(pickle.dumps(items, protocol=5), 1)


def _unpacked(block: bytes) -> list[Any]:
    return pickle.loads(zlib.decompress(block))  # type: ignore[no-any-return]


class Mapped(Generic[T]):
    """Items made from those of a list each time they are looked at, so that not all of them are there at once.

    Args:
        items: a list, or anything else that can be gone through more than once.
        change: makes one item of another.
    """

    def __init__(self, items: Collection[Any], change: Callable[[Any], T]) -> None:
        self._items, self._change = items, change

    def __len__(self) -> int:
        return len(self._items)

    def __iter__(self) -> Iterator[T]:
        return map(self._change, self._items)

    def __contains__(self, item: object) -> bool:
        return any(item == one for one in self)


def batches(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """The items in lists of at most that many."""
    source = iter(items)
    while part := list(islice(source, size)):
        yield part
