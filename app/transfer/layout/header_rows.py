"""Which rows of a sheet are its header, and what the columns are called."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.shared.text import one_line
from app.transfer.grid.cells import at, blank, is_moment, is_number, text
from app.transfer.grid.evidence import traits
from app.transfer.grid.folding import fold, pieces
from app.transfer.grid.headers import Vocabulary
from app.transfer.grid.remarks import is_remark
from app.transfer.grid.scale import LIKELY, MOSTLY, SAID
from app.transfer.grid.sheets import Cell, Sheet
from app.transfer.layout import periods
from app.transfer.layout.lengths import LABEL, LONG_HEADER, SENTENCE

_SEARCHED = 60
_BELOW, _SURE = 12, 6
"""So far below a row that is so surely the header no better one is looked for."""
_COLUMNS, _LOOKED_AT, _NEAR = 600, 400, 5
"""So much of a wide sheet is looked at, so many rows for how many cells are usual, and so many around a row for what stands there."""
_USUAL = 0.75
"""A row that as many of the others are no wider than has as many cells as is usual."""
_KNOWN = 3.0  # a cell whose text names a field, by how surely it does
_PLAIN = 0.4  # a cell with any other text
_CONTRAST = 0.2  # a column with data right under the row
_DATA = 1.5  # less for a cell with data
_WORDY, _TWICE = 0.5, 0.3  # such parts of a cell with data are a sentence, and a text that comes twice
_LOWER = 0.01  # less for each row further down
WIDE = 120
"""So many filled cells of a row tell whether it is a header."""
_OF_LISTS = frozenset({"notes", "created_on", "owner", "department", "code"})
"""What is said over lists as well: who made them, when, their number, and remarks."""
_NUMBER = re.compile(r"\d+")
_BETWEEN, _CHOICES = re.compile(r"[，、,;；|]"), 2
_CHOOSE = re.compile(
    r"对照|參考|参考|选项|選項|取值|可选|示例|说明|字典|options?|values|legend|example|選択肢|例", re.IGNORECASE
)
_REACH, _FIGURES = {"email", "mobile", "phone", "phones"}, {"date", "money"}
_DATALIKE = {"email", "mobile", "phone", "phones", "date", "money", "tax", "url", "number", "company", "address"}


def find_header(rows: Sequence[list[Cell]], words: Vocabulary) -> int | None:
    """The row that is most like a header: words that name fields, no data in it, data under it."""
    if rows and max(map(len, rows[:_SEARCHED])) > _COLUMNS:
        rows = [row[:_COLUMNS] for row in rows[:_LOOKED_AT]]
    widths = sorted(sum(not blank(cell) for cell in row) for row in rows[:_LOOKED_AT] if row)
    usual = widths[int(len(widths) * _USUAL)] if widths else 0
    best, best_score = None, 0.0
    for number, row in enumerate(rows[:_SEARCHED]):
        cells = [(column, cell) for column, cell in enumerate(row) if not blank(cell)]
        if not cells or (text(cells[0][1]).startswith("#") and len(text(cells[0][1])) > 1):
            continue
        if len(cells) * 3 < usual:
            continue
        score = _header_score(cells[:WIDE], rows, number, words, min(usual, WIDE))
        if score > best_score:
            best, best_score = number, score
        if best is not None and number > best + _BELOW and best_score > _SURE:
            break
    return best if best is None else _first_alike(rows, best)


def _first_alike(rows: Sequence[list[Cell]], header: int) -> int:
    """The uppermost row with the texts of the header, which printed pages say again."""
    said = [text(cell) for cell in rows[header] if not blank(cell)]
    return next(
        number for number in range(header + 1) if [text(cell) for cell in rows[number] if not blank(cell)] == said
    )


def _header_score(
    cells: list[tuple[int, Cell]], rows: Sequence[list[Cell]], number: int, words: Vocabulary, usual: int
) -> float:
    known = plain = data = again = 0.0
    named = reached = 0
    seen: set[str] = set()
    spans = periods.columns(cells) if len(cells) > 1 else set()
    for column, cell in cells:
        if column in spans:
            plain += 1
            continue
        if is_number(cell) or is_moment(cell) or isinstance(cell, bool):
            data += 1
            reached += "mobile" in traits(cell) and _reached(rows, number, column, text(cell))
            continue
        value = text(cell)
        if is_remark(value):
            known += 1
            continue
        found = words.lookup(value) if len(value) <= LONG_HEADER else ()
        sure = found[0].score if found else 0.0
        if (
            not found
            and len(value) <= LONG_HEADER
            and len(pieces(value)) > 1
            and all(words.known(part) for part in pieces(value))
        ):
            sure = SAID
        if sure >= SAID or (sure >= LIKELY and not traits(value) & _DATALIKE):
            known += sure
            named += 1
            again += sure * _repeated(rows, number, column, value)
        elif traits(value) & _DATALIKE or value.replace(".", "").isdigit():
            data += 1
            reached += _reached(rows, number, column, value)
        elif len(value) > SENTENCE or value.endswith(("。", "！", "!")):
            data += _WORDY
        else:
            plain += 1
        if value in seen:
            data += _TWICE
        seen.add(value)
    if data:
        # Beside data a word of headers that other rows have in the same column is a value (Account, Email, Call).
        known, plain = known - again, plain + again
    below = rows[number + 1 : number + 1 + _NEAR]
    contrast = sum(any(_like_data(at(row, column)) for row in below) for column, _cell in cells)
    if not known and (data or not contrast or len(cells) < 2 or _amid(cells, rows, number)):
        return 0.0
    if len(cells) < 2 and (usual > 1 or not known):
        return 0.0
    # 介绍人老周 behind a phone over phones is what the first row of a list without a header says.
    if len(cells) * 3 < usual or reached >= max(named, 1):
        return 0.0
    return known * _KNOWN + plain * _PLAIN + contrast * _CONTRAST - data * _DATA - number * _LOWER


def _reached(rows: Sequence[list[Cell]], number: int, column: int, value: str) -> bool:
    """Whether a cell holds a phone or an e-mail address as one of those right under it does."""
    if not (ways := _ways(value)):
        return False
    return any(ways & _ways(text(at(row, column))) for row in rows[number + 1 : number + 1 + _NEAR])


def _ways(value: str) -> set[str]:
    found = traits(value)
    return set() if found & _FIGURES else _REACH & found


def _repeated(rows: Sequence[list[Cell]], number: int, column: int, value: str) -> bool:
    """Whether the row above or one of those right under it has the same text in the column, or one with another number (Nom 2)."""
    near = (*rows[max(0, number - 1) : number], *rows[number + 1 : number + 1 + _NEAR])
    said = _NUMBER.sub("0", value)
    return any(_NUMBER.sub("0", text(at(row, column))) == said for row in near)


def _amid(cells: Sequence[tuple[int, Cell]], rows: Sequence[list[Cell]], number: int) -> bool:
    """Whether data stand over a row as under it, so that its texts are only some among them."""
    above = rows[max(0, number - _NEAR) : number]
    return any(sum(_like_data(at(row, column)) for row in above) >= 2 for column, _cell in cells)


def _like_data(cell: Cell) -> bool:
    if blank(cell):
        return False
    return is_number(cell) or is_moment(cell) or bool(traits(cell) & (_DATALIKE | {"number", "code"}))


def header_texts(sheet: Sheet, header: int | None, words: Vocabulary, width: int) -> tuple[tuple[int, ...], list[str]]:
    """The header rows and the joined texts."""
    rows = sheet.rows
    if header is None:
        return (), [""] * width
    upper, lower = header, header
    across = {r0 for r0, c0, r1, c1 in sheet.merged if c1 > c0 and r0 == r1 and c1 - c0 + 1 < max(3, width)}
    down = {r0: r1 for r0, c0, r1, c1 in sheet.merged if r1 == r0 + 1 and c0 == c1}
    if (header in across or header in down) and _second_header(sheet, header):
        lower = header + 1
    elif header > 0 and ((header - 1) in down or (header - 1) in across) and _second_header(sheet, header - 1):
        upper = header - 1
    elif _gaps_named_below(rows, header, words, width):
        lower = header + 1
    elif header > 0 and _gaps_named_below(rows, header - 1, words, width):
        upper = header - 1
    one = [_clean(at(rows[lower], column)) for column in range(width)]
    if upper == lower:
        return (header,), one
    top = _spread(sheet, upper, width, one)
    joined = []
    for above, under in zip(top, one, strict=True):
        if not under or fold(above) == fold(under):
            joined.append(above or under)
        else:
            joined.append(f"{above} / {under}" if above else under)
    return (upper, lower), joined


def _second_header(sheet: Sheet, upper: int) -> bool:
    """Whether the row under this one belongs to the header: it names what merged cells above leave open."""
    rows = sheet.rows
    if upper + 1 >= len(rows):
        return False
    spans = [(c0, c1) for r0, c0, r1, c1 in sheet.merged if r0 == upper and r1 == upper and c1 > c0]
    if not spans or not any(not blank(at(rows[upper], c0)) for c0, _ in spans):
        return False
    if sum(not blank(cell) for cell in rows[upper]) < 2:
        return False
    width = max(len(rows[upper]), len(rows[upper + 1]))
    grouped = [column for c0, c1 in spans for column in range(c0, min(c1 + 1, width))]
    for column, cell in enumerate(rows[upper]):
        under = at(rows[upper + 1], column)
        if column not in grouped and not blank(cell) and not blank(under) and text(under) != text(cell):
            return False
    inside = [(column, at(rows[upper + 1], column)) for column in grouped]
    times = periods.columns([pair for pair in inside if not blank(pair[1])])
    named = [cell for column, cell in inside if isinstance(cell, str) and not blank(cell) and column not in times]
    if times and not named:
        return True
    return bool(named) and all(
        len(cell) <= LABEL and not traits(cell) & _DATALIKE and not cell.strip().isdigit() for cell in named
    )


def _gaps_named_below(rows: Sequence[list[Cell]], upper: int, words: Vocabulary, width: int) -> bool:
    """Without merges (text files): the next row names just the columns that this one leaves open, or that it groups."""
    if upper + 1 >= len(rows):
        return False
    above, under = rows[upper], rows[upper + 1]
    gaps = [column for column in range(width) if blank(at(above, column)) and not blank(at(under, column))]
    firsts = [
        column - 1
        for column in gaps
        if column and not blank(at(above, column - 1)) and not blank(at(under, column - 1))
    ]
    if not gaps or not firsts or sum(not blank(cell) for cell in above) < 2:
        return False
    named = [(column, at(under, column)) for column in range(width) if not blank(at(under, column))]
    times = periods.columns(named)
    told = sum(column in times or words.known(text(cell)) for column, cell in named)
    return len(named) <= width - 1 and told >= max(2, len(named) * MOSTLY)


def _spread(sheet: Sheet, row: int, width: int, under: list[str]) -> list[str]:
    """The texts of the upper header row, each over all columns of its merged cell."""
    top = [_clean(at(sheet.rows[row], column)) for column in range(width)]
    merged = False
    for r0, c0, r1, c1 in sheet.merged:
        if r0 <= row <= r1 and c1 > c0:
            merged = True
            for column in range(c0, min(c1 + 1, width)):
                top[column] = top[column] or _clean(at(sheet.rows[r0], c0))
    if not merged:
        for column in range(1, width):
            if not top[column] and under[column] and under[column - 1]:
                top[column] = top[column - 1]
    return top


def _clean(cell: Cell) -> str:
    return one_line(text(cell))


def _tells_choices(label: str, said: str) -> bool:
    """Whether a line tells what may be filled in (类型选项：甲，乙，丙), and is no label with its value."""
    return bool(_CHOOSE.search(label)) or len(_BETWEEN.findall(said)) >= _CHOICES


def labels_above(rows: Sequence[list[Cell]], words: Vocabulary) -> int:
    """How many different labels with an empty or filled cell beside them stand above the header, as forms have."""
    found: set[str] = set()
    for row in rows:
        for cell in row:
            if isinstance(cell, str) and not blank(cell) and not periods.UNIT.search(cell):
                value = text(cell).rstrip(":： ")
                label, *said = re.split(r"\s*[:：]\s*", value, maxsplit=1)
                if said and len(row) - sum(map(blank, row)) == 1 and _tells_choices(label, said[0]):
                    continue
                if 2 <= len(label) <= LABEL and words.known(label) and words.lookup(label)[0].field not in _OF_LISTS:
                    found.add(label)
    return len(found)
