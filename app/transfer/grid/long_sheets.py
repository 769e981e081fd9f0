"""The cells of a very long sheet, held as the columns that the reading child sends: a tenth of the memory of single cells."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, overload

from app.transfer.grid.sheets import Cell
from app.transfer.grid.stopping import pause

LONG = 150_000
"""From so many rows on a sheet is held in columns."""
_LOOKED_AT = 16
_ROUND = 5
"""So many parts are gone through between two looks whether to stop."""
Unpack = Callable[[Any], Sequence[Cell]]


class LongRows(Sequence[list[Cell]]):
    """The rows of a sheet; each is made when it is looked at, so that changing one changes nothing.

    Args:
        block: how many rows each part but the last has.
        unpack: gives the cells of one packed column.
    """

    def __init__(self, block: int, unpack: Unpack) -> None:
        self._block, self._unpack = block, unpack
        self._parts: list[list[Any]] = []
        self._count = 0
        self._seen: OrderedDict[int, list[list[Cell]]] = OrderedDict()

    def add(self, packed: list[Any]) -> None:
        """Take the next rows as packed columns.

        Raises:
            ValueError: the part before has fewer rows than a block, this one more, or its columns differ in length.
        """
        counts = {len(self._cells(column)) for column in packed}
        if not counts:
            return
        if self._count % self._block or len(counts) > 1 or max(counts) > self._block:
            raise ValueError("only the last part may be short")
        self._parts.append(packed)
        self._count += counts.pop()

    def put(self, row: int, column: int, cell: Cell) -> None:
        """Put a value into a cell that the sheet has."""
        number, at = divmod(row, self._block)
        part = self._parts[number]
        if not isinstance(part[column], _Changed):
            part[column] = _Changed(self._unpack(part[column]))
        part[column][at] = cell
        self._seen.pop(number, None)

    def changed(self, cells: Mapping[tuple[int, int], Cell]) -> LongRows:
        """The same rows with other values in some cells, (row, column); these here stay as they are."""
        made = LongRows(self._block, self._unpack)
        made._parts, made._count = [list(part) for part in self._parts], self._count
        for (row, column), cell in cells.items():
            part = made._parts[row // self._block]
            while column >= len(part):
                part.append(_Changed([None] * len(self._cells(part[0]))))
            # A column of cells that were changed before belongs to both.
            if isinstance(part[column], _Changed):
                part[column] = _Changed(part[column])
            made.put(row, column, cell)
        return made

    def __delitem__(self, place: slice) -> None:
        """Leave out the rows from a place to the end."""
        self._count = place.indices(self._count)[0]
        del self._parts[-(-self._count // self._block) :]
        self._seen.clear()

    def cell(self, row: int, column: int) -> Cell:
        """One cell, without making its row."""
        number, at = divmod(row, self._block)
        return self._cells(self._parts[number][column])[at]

    def width(self, row: int) -> int:
        """How many columns a row has."""
        return len(self._parts[row // self._block])

    @property
    def widest(self) -> int:
        """How many columns the widest row has."""
        return max(map(len, self._parts), default=0)

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, place: int) -> list[Cell]: ...
    @overload
    def __getitem__(self, place: slice) -> list[list[Cell]]: ...
    def __getitem__(self, place: int | slice) -> list[Cell] | list[list[Cell]]:
        if isinstance(place, slice):
            start, stop, step = place.indices(self._count)
            if step == 1:
                return list(islice(self._from(start), max(stop - start, 0)))
            return [self[one] for one in range(start, stop, step)]
        if not -self._count <= place < self._count:
            raise IndexError(place)
        number, at = divmod(place % self._count, self._block)
        return list(self._rows(number)[at])

    def __iter__(self) -> Iterator[list[Cell]]:
        return self._from(0)

    def _from(self, start: int) -> Iterator[list[Cell]]:
        left = self._count - start
        for number in range(start // self._block, len(self._parts)):
            if number % _ROUND == 0:
                pause()
            rows = self._made(number)
            part = rows[max(start - number * self._block, 0) :][:left]
            yield from part
            left -= len(part)

    def _rows(self, number: int) -> list[list[Cell]]:
        held = self._seen.get(number)
        if held is None:
            held = self._seen[number] = self._made(number)
            if len(self._seen) > _LOOKED_AT:
                self._seen.popitem(last=False)
        return held

    def _made(self, number: int) -> list[list[Cell]]:
        return list(map(list, zip(*map(self._cells, self._parts[number]), strict=True)))

    def _cells(self, packed: Any) -> Sequence[Cell]:
        return packed if isinstance(packed, _Changed) else self._unpack(packed)

    def column(self, index: int) -> list[Cell]:
        """All cells of one column."""
        found: list[Cell] = []
        for number, part in enumerate(self._parts):
            if number % (_ROUND * _ROUND) == 0:
                pause()
            count = min(self._block, self._count - number * self._block)
            found += self._cells(part[index])[:count] if index < len(part) else [None] * count
        return found


class Chosen(Sequence[list[Cell]]):
    """Some rows of a long sheet.

    Args:
        rows: all rows.
        numbers: which of them, in this order.
    """

    def __init__(self, rows: LongRows, numbers: Sequence[int]) -> None:
        self._rows, self._numbers = rows, numbers

    def __len__(self) -> int:
        return len(self._numbers)

    @overload
    def __getitem__(self, place: int) -> list[Cell]: ...
    @overload
    def __getitem__(self, place: slice) -> list[list[Cell]]: ...
    def __getitem__(self, place: int | slice) -> list[Cell] | list[list[Cell]]:
        if isinstance(place, slice):
            return [self._rows[number] for number in self._numbers[place]]
        return self._rows[self._numbers[place]]

    def column(self, index: int) -> list[Cell]:
        """The cells of one column."""
        return list(map(self._rows.column(index).__getitem__, self._numbers))


class _Changed(list[Cell]):
    """A column of a part whose cells were changed."""
