"""What a document says beside its lines: labels with their values, its total, its tax, and all other text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from app.shared.i18n import translate
from app.shared.text import one_line
from app.transfer.grid import total_words
from app.transfer.grid.cells import blank, is_number, text
from app.transfer.grid.folding import fold
from app.transfer.grid.list_kinds import CUSTOMER, TOTAL
from app.transfer.grid.list_words import ListWords
from app.transfer.grid.scale import KNOWN
from app.transfer.grid.sheets import Cell
from app.transfer.layout.document_lines import (
    CAPITALS,
    INSIDE,
    NET,
    NUMBER,
    OFF,
    TAX,
)
from app.transfer.layout.lengths import LONG_LABEL

_PAIR = 2
_EXACT = Decimal("0.02")
"""So near to a whole percentage a tax must come out, for amounts are rounded."""
_END = re.compile(r"\s*[:：]\s*$")
_SELLER = re.compile(
    r"^(?:from|我方|报价方|供方|卖方|乙方|供货方|供应商|seller|vendor|supplier|发件人|报价单位|报价人)", re.IGNORECASE
)
_PERSONAL = frozenset(
    ("phone", "mobile", "email", "fax", "address", "wechat", "qq", "city", "province", "name", "title", "tax_number")
)
_POINT = re.compile(r"^[(（]?(?:\d{1,2}|[一二三四五六七八九十])[)）、.．]\s*")


@dataclass(slots=True)
class Pair:
    """A label with its value, where they stand, and what the label names."""

    label: str
    value: Cell
    target: str
    row: int
    column: int


@dataclass(slots=True)
class Document:
    """A document: where its lines are, and what was read beside them so far.

    ``part`` is the sum of its lines without the tax, ``rate`` that of the tax, where they are told; ``several`` is whether its lines
    are those of several documents, as on a statement of account.
    """

    header: int
    first: int
    last: int
    pairs: list[Pair] = field(default_factory=list)
    rest: list[str] = field(default_factory=list)
    part: Decimal | None = None
    rate: Decimal | None = None
    several: bool = False


def read(number: int, row: Sequence[Cell], words: ListWords, made: Document, *, below: bool) -> None:
    """Take the labels of one row with their values; below the lines also the total, and all other text."""
    cells = [(column, cell) for column, cell in enumerate(row) if not blank(cell)]
    said = next((text(cell) for _column, cell in cells if isinstance(cell, str)), "")
    if below and _tax(said, cells, made):
        return
    if below and total_words.BEGINNING.match(said):
        _total(number, said, cells, words, made)
        return
    place, known = 0, len(made.pairs)
    spare: list[str] = []
    while place < len(cells):
        taken = _label(number, cells[place : place + 2], words, made, below=below)
        if not taken and not below:
            taken = _unknown([cell for _column, cell in cells[place : place + 2]], words, spare)
        elif not taken:
            if not CAPITALS.search(text(cells[place][1])):
                spare.append(text(cells[place][1]))
            taken = 1
        place += taken
    # Over the lines stands the seller's own letterhead as well: only what is told beside a label of the document is kept.
    if spare and (below or len(made.pairs) > known):
        made.rest.append((" " if below else "\n").join(spare))


def _unknown(cells: Sequence[Cell], words: ListWords, spare: list[str]) -> int:
    """Keep a label of no field with its value; how many cells were used, whether they are any or not."""
    said = text(cells[0])
    if INSIDE.fullmatch(said):
        spare.extend([] if _SELLER.match(said) else [said])
        return 1
    label = _END.sub("", said)
    named = isinstance(cells[0], str) and len(fold(label)) <= LONG_LABEL and not any(map(str.isdigit, label))
    if len(cells) < _PAIR or not named or _SELLER.match(label) or _is_label(cells[1], words):
        return 1
    spare.append(f"{label}: {text(cells[1])}")
    return _PAIR


def _tax(said: str, cells: Sequence[tuple[int, Cell]], made: Document) -> bool:
    """Take the rate of the tax from a row that tells its rate or its amount."""
    match = TAX.fullmatch(said.strip(" :："))
    figure = _figure(cells) if match else None
    if match is None or figure is None:
        return False
    rate = next((one.replace(",", ".") for one in match.groups() if one), "")
    share = figure / made.part * 100 if made.part else Decimal(-1)
    whole = Decimal(round(share))
    made.rate = Decimal(rate) if rate else whole if abs(share - whole) < _EXACT else None
    return made.rate is not None


def _total(number: int, said: str, cells: Sequence[tuple[int, Cell]], words: ListWords, made: Document) -> None:
    """Take the total from the row that holds it: the last one holds, but a part's sum is none."""
    value = next((cell for _column, cell in reversed(cells) if is_number(cell)), None)
    if value is None and (figures := NUMBER.findall("".join(text(cell) for _column, cell in cells))):
        value = max(figures, key=len)
    if value is None:
        return
    before = next((pair for pair in made.pairs if pair.target == TOTAL), None)
    part = total_words.PART.search(said) or NET.search(said)
    if part:
        made.part = _figure(cells)
    if before is None or not part:
        made.pairs = [pair for pair in made.pairs if pair is not before]
        made.pairs.append(Pair(_total_label(said, words), value, TOTAL, number, cells[0][0]))


def _label(number: int, cells: Sequence[tuple[int, Cell]], words: ListWords, made: Document, *, below: bool) -> int:
    """Take a label with its value from the cell that holds it, or from it and the next one.

    Returns:
        How many cells were used; 0 when the first of them is no label.
    """
    column, cell = cells[0]
    if not isinstance(cell, str):
        return 0
    inside = INSIDE.fullmatch(cell)
    if inside and (held := _target(inside[1], words)):
        for name, said, wanted in _several(inside[1], inside[2].strip(), held, words):
            made.pairs.append(Pair(name, said, wanted, number, column))
        return 1
    label = _END.sub("", text(cell))
    target = _target(label, words)
    if not target:
        return 0
    value = cells[1][1] if len(cells) > 1 else None
    if value is None or _is_label(value, words):
        return 1 if _END.search(cell) else 0
    if below and isinstance(value, (int, float)) and OFF.search(label):
        value = abs(value)
    made.pairs.append(Pair(label, value, target, number, column))
    return 2


def _is_label(cell: Cell, words: ListWords) -> bool:
    return isinstance(cell, str) and bool(_target(_END.sub("", text(cell)), words) or INSIDE.fullmatch(cell))


def _figure(cells: Sequence[tuple[int, Cell]]) -> Decimal | None:
    """The last number of a row."""
    value = next((cell for _column, cell in reversed(cells) if is_number(cell)), None)
    return None if value is None else Decimal(str(value))


def _total_label(said: str, words: ListWords) -> str:
    """What the column of the total is called: as the sheet says, if that can mean nothing else."""
    label = re.split(r"[(（:：]", said)[0].strip()
    sure = [target for target, one in words.targets(label) if one.score >= KNOWN]
    return label if sure == [TOTAL] else translate(words.kind.record.field(TOTAL).label)


def _several(label: str, value: str, target: str, words: ListWords) -> list[tuple[str, str, str]]:
    """The pairs of a cell that holds several: ``联系人：张伟  电话：0512-66001122``."""
    parts = re.split(r"(?:\s{2,}|[　\n;；])(?=[^\s:：]{1,12}\s*[:：])", value)
    found = [(label, parts[0].strip(), target)]
    for part in parts[1:]:
        match = INSIDE.fullmatch(part)
        if match and (held := _target(match[1], words)):
            found.append((match[1], match[2].strip(), held))
        else:
            found[-1] = (found[-1][0], f"{found[-1][1]} {part}".strip(), found[-1][2])
    return found


def _target(label: str, words: ListWords) -> str:
    """What a label says of the whole document, or "": no word of a line."""
    label = cleaned(label)
    if not 1 < len(fold(label)) <= LONG_LABEL or _SELLER.match(label):
        return ""
    line = f"{words.kind.line.name}." if words.kind.line else "\0"
    return next(
        (target for target, one in words.targets(label) if one.score >= KNOWN and not target.startswith(line)), ""
    )


def cleaned(label: str) -> str:
    """A label without the number of its point: ``2、交货期`` is ``交货期``."""
    return _POINT.sub("", one_line(label))


def without_own(made: Document) -> None:
    """Leave out the seller's own address and phone: those above the customer, below the lines, or in another column of labels."""
    customer = next((pair for pair in made.pairs if pair.target == CUSTOMER), None)
    kept: list[Pair] = []
    for pair in sorted(
        made.pairs,
        key=lambda one: (one.target, one.row > made.last, customer is not None and one.column != customer.column),
    ):
        personal = pair.target.rpartition(".")[2] in _PERSONAL and pair.target != CUSTOMER
        if personal and (pair.row > made.last or (customer is not None and pair.row < customer.row)):
            continue
        if any(one.target == pair.target for one in kept) and pair.target != "remarks":
            if not personal:
                made.rest.append(f"{pair.label}: {text(pair.value)}")
            continue
        kept.append(pair)
    made.pairs = sorted(kept, key=lambda one: (one.row, one.column))
