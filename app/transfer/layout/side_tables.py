"""Tables side by side in one sheet, with a blank column between: two lists, or a list with a legend beside it."""

from __future__ import annotations

from collections.abc import Sequence

from app.transfer.grid.cells import at, blank, text, widest
from app.transfer.grid.folding import fold
from app.transfer.grid.headers import CONTACT, CUSTOMER, OTHER, PRODUCT, Vocabulary
from app.transfer.grid.scale import MOSTLY, NEARLY, SAID
from app.transfer.grid.sheets import Cell
from app.transfer.grid.stopping import watched
from app.transfer.layout.header_rows import find_header

_LOOKED_AT, _WIDEST = 400, 256
_REACHED = 0.55
"""So sure a header must be that tells how somebody is reached."""
_FEWEST_MORE = 3
_SAME_RECORD = tuple(
    map(fold, ("开票", "发票", "收货", "送货", "配送", "上级", "母公司", "推荐", "billing", "invoice", "ship"))
)
_REACH = frozenset({"name", "phone", "mobile", "fax", "email", "wechat", "qq", "address"})
Side = tuple[int, int]


def find(rows: Sequence[list[Cell]], words: Vocabulary) -> list[Side]:
    """The columns of each table, from the first to before the last; one pair when there is one table."""
    width = widest(rows)
    if width > _WIDEST:
        return [(0, width)]
    header = find_header(list(rows), words)
    parts = _parts(rows, width, header) if header is not None else []
    if header is None or len(parts) < 2:
        return [(0, width)]
    found = [parts[0]]
    for part in parts[1:]:
        if _apart(rows, header, found[-1], part, words):
            found.append(part)
        else:
            found[-1] = (found[-1][0], part[1])
    return [(0 if number == 0 else first, last) for number, (first, last) in enumerate(found)]


def _parts(rows: Sequence[list[Cell]], width: int, header: int) -> list[Side]:
    """The columns between those that are blank from top to bottom."""
    head = rows[header]
    gaps = {
        column for column in range(width)
        if blank(at(head, column)) and all(column >= len(row) or blank(row[column]) for row in watched(rows))
    }  # fmt: skip
    parts: list[Side] = []
    for column in range(width):
        if column in gaps:
            continue
        if parts and parts[-1][1] == column:
            parts[-1] = (parts[-1][0], column + 1)
        else:
            parts.append((column, column + 1))
    return parts


def _apart(rows: Sequence[list[Cell]], header: int, left: Side, right: Side, words: Vocabulary) -> bool:
    """Whether two groups of columns are tables of their own."""
    heads = [_heads(rows[header], side) for side in (left, right)]
    if right[1] - right[0] < 2 or left[1] - left[0] < 2:
        return False
    if not heads[0] or not heads[1]:
        bare = right if not heads[1] else left
        return _own_header(rows, bare, words) or _short(rows, bare, left if bare == right else right)
    if [fold(one) for one in heads[0].values()] == [fold(one) for one in heads[1].values()] and len(heads[0]) > 1:
        return True
    first, second = (_name(one, words) for one in heads)
    if first is not None and second is not None:
        return not _deals(heads, words) and _other_names(rows, header, first, second)
    legend = right if second is None else left
    reach = any(
        one.score >= _REACHED and one.field in _REACH
        for header in heads[legend == right].values()
        for one in words.lookup(header)
    )
    return not reach and _short(rows, legend, left if legend == right else right)


def _heads(row: list[Cell], side: Side) -> dict[int, str]:
    return {column: text(cell) for column, cell in enumerate(row[side[0] : side[1]], side[0]) if not blank(cell)}


def _name(heads: dict[int, str], words: Vocabulary) -> int | None:
    """The column with the names of a table's records."""
    wanted = ((CUSTOMER, "name"), (PRODUCT, "name"))
    for column, header in heads.items():
        meanings = words.lookup(header)
        if fold(header).startswith(_SAME_RECORD) or any(
            (one.record, one.field) == (CONTACT, "name") for one in meanings[:1]
        ):
            continue
        if any(one.score >= SAID and (one.record, one.field) in wanted for one in meanings[:3]):
            return column
    return None


def _deals(heads: Sequence[dict[int, str]], words: Vocabulary) -> bool:
    return any(
        one.record == OTHER and one.field == "deal" for side in heads for header in side.values() for one in words.lookup(header)
    )  # fmt: skip


def _other_names(rows: Sequence[list[Cell]], header: int, left: int, right: int) -> bool:
    """Whether two columns name different records: neither the same in each row, nor one again and again as in deals."""
    pairs = [(text(at(row, left)), text(at(row, right))) for row in rows[header + 1 :][:_LOOKED_AT]]
    for side in (0, 1):
        filled = [pair[side] for pair in pairs if pair[side]]
        if not filled or len(set(filled)) < NEARLY * len(filled):
            return False
    same = sum(bool(one) and one == other for one, other in pairs)
    return same * 2 < len([pair for pair in pairs if all(pair)]) or not any(all(pair) for pair in pairs)


def _filled(rows: Sequence[list[Cell]], side: Side) -> list[int]:
    return [
        number for number, row in enumerate(watched(rows)) if any(not blank(cell) for cell in row[side[0] : side[1]])
    ]


def _own_header(rows: Sequence[list[Cell]], side: Side, words: Vocabulary) -> bool:
    """Whether columns that the header leaves open have one of their own in another row."""
    return find_header([row[side[0] : side[1]] for row in watched(rows)], words) is not None


def _short(rows: Sequence[list[Cell]], side: Side, other: Side) -> bool:
    """Whether columns hold something in a few rows one after the other only, as a legend does, not a note here and there."""
    mine, theirs = _filled(rows, side), _filled(rows, other)
    if len(mine) < 2 or mine[-1] - mine[0] + 1 != len(mine):
        return False
    full = sum(
        sum(not blank(cell) for cell in rows[number][side[0] : side[1]]) >= min(2, side[1] - side[0]) for number in mine
    )
    return full >= len(mine) - 1 and len(mine) <= MOSTLY * len(theirs) and len(theirs) - len(mine) >= _FEWEST_MORE
