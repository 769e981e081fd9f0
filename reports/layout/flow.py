"""Laying blocks on pages: rows stay whole, glued blocks stay together, a table's header is repeated."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from reports.layout.pen import Pen

Draw = Callable[[Pen, float], None]


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """Something to draw at a height.

    Args:
        height: what it takes, without the gap above it.
        draw: draws it with its top at the given height.
        gap: room above it, not taken at the top of a page.
        glued: whether it stays on one page with the block after it.
        head: the block to draw above it where it is the first of its table on a page.
        low: the room to leave under it when it is to stand at the foot of its page; less where the page is full.
    """

    height: float
    draw: Draw
    gap: float = 0
    glued: bool = False
    head: Block | None = None
    low: float | None = None


@dataclass(frozen=True, slots=True)
class Placed:
    """A block and the height of its top."""

    block: Block
    top: float


def paginate(blocks: Iterable[Block], first_top: float, next_top: float, bottom: float) -> list[list[Placed]]:
    """Put the blocks on pages; there is always one page.

    Args:
        first_top: where the first page's room begins.
        next_top: where it begins on the pages after it.
        bottom: where it ends.
    """
    pages: list[list[Placed]] = [[]]
    top = first_top
    for chunk in _chunks(blocks):
        height = _height(chunk, _head_on(pages[-1]))
        helps = bool(pages[-1]) or (top == first_top and next_top + height <= bottom)
        if top + height > bottom and helps:
            pages.append([])
            top = next_top
        for block in chunk:
            if pages[-1] and top + _height([block], _head_on(pages[-1])) > bottom:
                pages.append([])
                top = next_top
            if block.head and block.head is not _head_on(pages[-1]):
                top += block.head.gap if pages[-1] else 0
                pages[-1].append(Placed(block.head, top))
                top += block.head.height
            top += block.gap if pages[-1] else 0
            if block.low is not None:
                top = max(top, bottom - block.height - block.low)
            pages[-1].append(Placed(block, top))
            top += block.height
    return pages


def _chunks(blocks: Iterable[Block]) -> Iterable[list[Block]]:
    chunk: list[Block] = []
    for block in blocks:
        chunk.append(block)
        if not block.glued:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _head_on(page: Sequence[Placed]) -> Block | None:
    if not page:
        return None
    last = page[-1].block
    return last.head


def _height(chunk: Sequence[Block], head: Block | None) -> float:
    height = 0.0
    for block in chunk:
        if block.head and block.head is not head:
            height += block.head.gap + block.head.height
        head = block.head
        height += block.gap + block.height
    return height
