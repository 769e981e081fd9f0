"""Tables below each other in one sheet: where a row is the header of another table than the one above it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from app.transfer.grid.cells import at, blank, is_moment, is_number, text
from app.transfer.grid.evidence import traits
from app.transfer.grid.folding import fold
from app.transfer.grid.headers import CUSTOMER, PRODUCT, Vocabulary
from app.transfer.grid.scale import HALF, MOSTLY, SAID
from app.transfer.grid.sheets import Cell
from app.transfer.grid.stopping import watched
from app.transfer.layout import periods
from app.transfer.layout.header_rows import find_header
from app.transfer.layout.lengths import HEADER, LABEL

_WIDE_LOOK = 300
_SAMPLED = 60
_TITLES = 4
_FORM_ROWS = 40
_FEWEST, _THREE_QUARTERS = 3, 0.75
"""So many headers there must be where no gap stands above them, and so many of them known, or such a part."""
_SHORT = 8
_DATA, _DIGIT = re.compile(r"\d{7}|@"), re.compile(r"\d")
_DATALIKE = frozenset({"email", "mobile", "phone", "phones", "date", "money", "tax", "url", "number", "address"})
_INSIDE = re.compile(r"[:：].")


def find(rows: Sequence[list[Cell]], words: Vocabulary) -> list[int]:
    """The first row of each table, the titles over its header included; [0] when there is one table."""
    held = list(rows)
    header = _first_header(held, words)
    if header is None:
        return [0]
    starts = [0]
    for number in _candidates(held, header + 1, words):
        if not _begins(held, header, number, words):
            continue
        if _form_above(held, starts[-1], number, header, words):
            return [0]
        starts.append(_titled(held, header, number))
        header = number
    return starts


def _first_header(rows: list[list[Cell]], words: Vocabulary) -> int | None:
    """The header of the uppermost table, which may look less like one than a later table's does."""
    header = find_header(rows, words)
    while header is not None:
        earlier = find_header(rows[:header], words)
        if earlier is None or not _plain_header(rows[earlier], words):
            break
        if not any(sum(not blank(cell) for cell in row) > 1 for row in rows[earlier + 1 : header]):
            break
        header = earlier
    return header


def _plain_header(row: list[Cell], words: Vocabulary) -> bool:
    """Whether a row has little else than words that name fields."""
    cells = [text(cell) for cell in row if not blank(cell)]
    return sum(map(words.known, cells)) >= max(2, MOSTLY * len(cells))


def _candidates(rows: list[list[Cell]], first: int, words: Vocabulary) -> list[int]:
    """The rows that may be headers at a quick look: short words only, two of which name fields."""
    short = len(rows) < _WIDE_LOOK
    text_only = {str, type(None)}
    out = []
    telling = 0
    for number in watched(range(first, len(rows))):
        row = rows[number]
        careful = short or not any(rows[number - 1])
        data = _DATA if careful else _DIGIT
        # Mostly the column that told of the row above tells of this one.
        if telling < len(row) and _is_data(row[telling], data):
            continue
        if not set(map(type, row)) <= text_only:
            telling = next((column for column, cell in enumerate(row) if type(cell) not in text_only), telling)
            continue
        words_only = "".join(filter(None, row))  # type: ignore[arg-type]
        if not words_only or data.search(words_only):
            telling = next((column for column, cell in enumerate(row) if _is_data(cell, data)), telling)
            continue
        cells = [cell for cell in row if cell]
        if len(cells) < 2 or max(map(len, cells)) > HEADER:  # type: ignore[arg-type]
            continue
        gap = number > 0 and not any(rows[number - 1])
        if gap or any((words.known if careful else words.exact)(text(cell)) for cell in cells[: 6 if careful else 2]):
            out.append(number)
    return out


def _is_data(cell: Cell, signs: re.Pattern[str]) -> bool:
    """Whether a cell is no text or has signs that no header has."""
    return cell is not None and (type(cell) is not str or signs.search(cell) is not None)


def _begins(rows: list[list[Cell]], header: int, number: int, words: Vocabulary) -> bool:
    """Whether a row heads another table than the header above it does."""
    cells = [(column, text(cell)) for column, cell in enumerate(rows[number]) if not blank(cell)]
    known = [column for column, cell in cells if words.known(cell)]
    if len({cell for _column, cell in cells}) < len(cells) * MOSTLY:
        return False
    if any(traits(cell) & _DATALIKE or "company" in traits(cell) for column, cell in cells if column not in known):
        return False
    own = {column: fold(text(cell)) for column, cell in enumerate(rows[header]) if not blank(cell)}
    same = sum(own.get(column) == fold(cell) for column, cell in cells)
    other = any(_other_name(cell, own.get(column, ""), words) for column, cell in cells)
    if same >= MOSTLY * len(cells) and not other and not _of_other_year(rows, header, number):
        return False
    below = [row for row in rows[number + 1 : number + 6] if any(not blank(cell) for cell in row)]
    if not below or all(words.known(text(cell)) for cell in below[0] if not blank(cell)):
        return False
    above = [row for row in rows[max(header + 1, number - _SAMPLED) : number] if any(not blank(cell) for cell in row)]
    share, gap = len(known) / len(cells), _after_gap(rows, number)
    if not above and not gap:
        return False
    contrast = sum(_stands_out(column, above, below) for column, _cell in cells)
    if not gap and other and len(cells) >= _FEWEST and len(known) >= 2 and share >= HALF and contrast:
        return True
    if not gap:
        return (
            len(cells) >= _FEWEST
            and len(known) >= _FEWEST
            and share >= _THREE_QUARTERS
            and (share == 1 or contrast > 0)
        )
    if len(known) >= 2 and share >= MOSTLY:
        return share == 1 or contrast > 0
    if any(len(cell) > _SHORT for _column, cell in cells):
        return False
    numbers = sum(_stands_out(column, (), below) for column, _cell in cells)
    if len(above) > 1 and len(below) > 1 and any(_changes(column, above, below) for column, _cell in cells):
        return True
    return (bool(known) and share >= HALF and contrast > 0) or numbers >= max(2, HALF * len(cells))


def _of_other_year(rows: list[list[Cell]], header: int, number: int) -> bool:
    """Whether the same crosstab stands there again for another year, as the titles over both say."""
    if not periods.columns([(column, cell) for column, cell in enumerate(rows[number]) if not blank(cell)]):
        return False
    years = [_years(rows[max(0, head - _TITLES) : head]) for head in (header, number)]
    return bool(years[1]) and years[0] != years[1]


def _years(above: Sequence[list[Cell]]) -> set[int]:
    """The years that titles name."""
    told = [[cell for cell in row if not blank(cell)] for row in above]
    spans = [periods.period(text(row[0])) for row in told if len(row) == 1]
    return {one.year for one in spans if one is not None and one.year}


def _other_name(cell: str, held: str, words: Vocabulary) -> bool:
    """Whether a cell names records of another sort than the header above it does: 供应商 under 客户名称."""
    return fold(cell) != held != "" and all(_names(one, words) for one in (cell, held))


def _names(header: str, words: Vocabulary) -> bool:
    return any(
        one.score >= SAID and one.field == "name" and one.record in (CUSTOMER, PRODUCT)
        for one in words.lookup(header)[:2]
    )


def _after_gap(rows: list[list[Cell]], number: int) -> bool:
    """Whether a blank row stands above, with nothing but titles between."""
    for above in range(number - 1, max(-1, number - 1 - _TITLES), -1):
        filled = sum(not blank(cell) for cell in rows[above])
        if not filled:
            return True
        if filled > 2:
            return False
    return False


def _stands_out(column: int, above: Sequence[list[Cell]], below: Sequence[list[Cell]]) -> bool:
    """Whether a column holds numbers, days or phones above or below, where the row has a word."""
    for part in (above, below):
        filled = [cell for row in part if not blank(cell := at(row, column))]
        if filled and sum(map(_like_data, filled)) > len(filled) / 2:
            return True
    return False


def _changes(column: int, above: Sequence[list[Cell]], below: Sequence[list[Cell]]) -> bool:
    """Whether a column holds phones above and numbers below, or the other way round."""
    kinds = []
    for part in (above, below):
        filled = [traits(cell) for row in part if not blank(cell := at(row, column))]
        told = [kind for kind in ("phone", "email", "date") if sum(kind in one for one in filled) * 2 > len(filled)]
        kinds.append(told[0] if told else "number" if sum("number" in one for one in filled) * 2 > len(filled) else "")
    return all(kinds) and kinds[0] != kinds[1]


def _like_data(cell: Cell) -> bool:
    return is_number(cell) or is_moment(cell) or bool(traits(cell) & (_DATALIKE | {"company"}))


def _form_above(rows: list[list[Cell]], first: int, number: int, header: int, words: Vocabulary) -> bool:
    """Whether what stands above is a form, such as the head of a quote over its lines."""
    if number - first > _FORM_ROWS:
        return False
    found: set[str] = set()
    for place in range(first, number):
        cells = [text(cell) for cell in rows[place] if not blank(cell)]
        if place == header or not cells:
            continue
        label = re.split(r"\s*[:：]", cells[0])[0]
        beside = len(cells) > 1 or _INSIDE.search(cells[0])
        if (
            beside
            and 2 <= len(label) <= LABEL
            and words.known(label)
            and not (len(cells) == 1 and periods.UNIT.search(cells[0]))
        ):
            found.add(label)
    return len(found) > 1


def _titled(rows: list[list[Cell]], header: int, number: int) -> int:
    """The row in which the titles over a header begin."""
    first, usual = number, _usual(rows[header + 1 : number][:_SAMPLED])
    for above in range(number - 1, max(header, number - 1 - _TITLES), -1):
        filled = sum(not blank(cell) for cell in rows[above])
        if not filled:
            return above + 1
        if filled > (2 if usual > 3 else 1):
            return first
        first = above
    return first if number - first == 1 else number


def _usual(rows: Sequence[list[Cell]]) -> int:
    counts = Counter(sum(not blank(cell) for cell in row) for row in rows)
    counts.pop(0, None)
    return counts.most_common(1)[0][0] if counts else 0
