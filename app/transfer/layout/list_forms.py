"""One document per sheet, as firms keep quotes: labels beside values, a table of lines, then the total and the terms.

It becomes a table of its lines: what is said once stands in further columns, in the row of the first line.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from app.shared.i18n import _, translate
from app.shared.text import closed_up, one_line
from app.transfer.grid import total_words
from app.transfer.grid.cells import blank, is_number, text, widest
from app.transfer.grid.folding import fold
from app.transfer.grid.headers import Vocabulary
from app.transfer.grid.list_kinds import CUSTOMER, TOTAL, ListKind, kinds
from app.transfer.grid.list_sorts import SORTS
from app.transfer.grid.list_sorts import told as sort_told
from app.transfer.grid.list_words import ListWords, list_words
from app.transfer.grid.scale import KNOWN
from app.transfer.grid.sheets import Cell, Sheet
from app.transfer.layout import addressees
from app.transfer.layout.document_lines import (
    CAPITALS,
    INSIDE,
    LOOKED_AT,
    NET,
    NUMBER,
    OFF,
    TAX,
    alone,
    find_lines,
    last_line,
)
from app.transfer.layout.header_rows import find_header
from app.transfer.layout.lengths import LONG_LABEL

_MOST_ROWS, _MOST_COLUMNS = 400, 40
_SEVERAL, _TITLE = 25, 12
_EXACT = Decimal("0.02")
_END = re.compile(r"\s*[:：]\s*$")
_SELLER = re.compile(
    r"^(?:from|我方|报价方|供方|卖方|乙方|供货方|供应商|seller|vendor|supplier|发件人|报价单位|报价人)", re.IGNORECASE
)
_PERSONAL = frozenset(
    ("phone", "mobile", "email", "fax", "address", "wechat", "qq", "city", "province", "name", "title", "tax_number")
)
_POINT = re.compile(r"^[(（]?(?:\d{1,2}|[一二三四五六七八九十])[)）、.．]\s*")


@dataclass(slots=True)
class _Pair:
    label: str
    value: Cell
    target: str
    row: int
    column: int


@dataclass(slots=True)
class _Document:
    header: int
    first: int
    last: int
    pairs: list[_Pair] = field(default_factory=list)
    rest: list[str] = field(default_factory=list)
    part: Decimal | None = None
    rate: Decimal | None = None


def tabled(sheet: Sheet, words: Vocabulary, kind: str = "", taken: frozenset[str] = frozenset()) -> list[Sheet]:
    """The sheet as tables of lines, one for each document in it; empty when it holds none.

    Args:
        sheet: the sheet as read.
        words: the vocabulary of the whole dictionary.
        kind: the kind of document when the user says so; else only one whose title says what it is.
        taken: the names of the sheets of the file, which none of several documents may have.
    """
    rows = sheet.rows
    if widest(rows) > _MOST_COLUMNS:
        return []
    for one in kinds(words.every):
        if kind not in ("", one.kind) or len(rows) > (_MOST_ROWS if one.line is None else _MOST_ROWS * _SEVERAL):
            continue
        if one.line is None:
            if (plain := _of_one_customer(sheet, list_words(words, one), one)) is not None:
                return [plain]
            continue
        for sort in ("", *SORTS.get(one.record.name, ())):
            found = _documents(sheet, list_words(words, one, sort), one, bool(kind), taken)
            if found and (len(rows) <= _MOST_ROWS or len(found) > 1):
                return found
    return []


def _documents(sheet: Sheet, words: ListWords, kind: ListKind, certain: bool, taken: frozenset[str]) -> list[Sheet]:
    """The documents of one sheet as tables."""
    found: list[Sheet] = []
    for part in _parts(sheet, words, kind):
        document = _document(part, words, kind, certain=certain or bool(found))
        if document is None:
            if not found:
                break
            continue
        made = _table(part, document)
        found.append(made if not found else replace(made, name=_name(sheet, document.header, taken, found)))
    return found


def _name(sheet: Sheet, header: int, taken: Collection[str], found: Sequence[Sheet]) -> str:
    """What a further document of a sheet is called."""
    name = _("{sheet} · row {row}").format(sheet=sheet.name, row=header + 1)
    while name in taken or any(one.name == name for one in found):
        name += "’"
    return name


def _parts(sheet: Sheet, words: ListWords, kind: ListKind) -> list[Sheet]:
    """The sheet, or a sheet for each of several documents that stand below each other, its cells where they stood."""
    rows = sheet.rows
    starts, header = [0], find_lines(rows, words, kind)
    if header is None:
        return [sheet]
    titles = {closed_up(text(row[at])) for row in rows[:header] if (at := alone(row)) is not None}
    while True:
        last = last_line(rows, header, words, kind)
        after = find_lines(rows[last + 1 : last + 1 + LOOKED_AT], words, kind)
        if after is None:
            break
        between = range(last + 1, last + 1 + after)
        start = _start(rows, between, words, kind, titles)
        header = last + 1 + after
        if start is not None:
            starts.append(start)
    if len(starts) == 1:
        return [sheet]
    return [
        replace(
            sheet, rows=[[]] * top + list(rows[top:end]), within=sheet.title, top=top,
            merged=tuple(one for one in sheet.merged if top <= one[0] < end),
            comments={place: note for place, note in sheet.comments.items() if top <= place[0] < end},
            links={place: link for place, link in sheet.links.items() if top <= place[0] < end},
        )
        for top, end in zip(starts, [*starts[1:], len(rows)], strict=True)
    ]  # fmt: skip


def _start(
    rows: Sequence[list[Cell]], between: range, words: ListWords, kind: ListKind, titles: set[str]
) -> int | None:
    """Where the head of a further document begins: at a title that the first one has, at its own, or at its labels."""
    made = _Document(0, 0, 0)
    for number in between:
        _read(number, rows[number], words, made, below=False)
    named = [pair.row for pair in made.pairs if pair.target in (CUSTOMER, kind.record.number)]
    if not named:
        return None
    for number in between:
        column = alone(rows[number])
        said = "" if column is None else text(rows[number][column])
        if said and (
            closed_up(said) in titles or (len(said) <= _TITLE and kind.named(said) and not INSIDE.fullmatch(said))
        ):
            return number
    return min(named)


def _document(sheet: Sheet, words: ListWords, kind: ListKind, *, certain: bool) -> _Document | None:
    rows = sheet.rows
    header = find_lines(rows, words, kind)
    if header is None:
        return None
    above = [text(cell) for row in rows[:header] for cell in row if isinstance(cell, str)]
    if not certain and not _says(sheet, above, rows[header], words, kind):
        return None
    first = header + 1
    last = last_line(rows, header, words, kind)
    if last < first:
        return None
    made = _Document(header, first, last)
    for number, row in enumerate(rows):
        if number < header or number > last:
            _read(number, row, words, made, below=number > last)
    if all(pair.target != CUSTOMER for pair in made.pairs):
        made.pairs += [_Pair(*one) for one in addressees.told(rows, header, words.whole[CUSTOMER])]
    _ours(made)
    told = {pair.target for pair in made.pairs}
    wanted = {CUSTOMER} if words.sort else {CUSTOMER, kind.record.number, *_moments(kind)}
    return made if told & wanted else None


def _says(sheet: Sheet, above: Sequence[str], header: Sequence[Cell], words: ListWords, kind: ListKind) -> bool:
    """Whether what stands over the lines says that it is such a document: a quote, or of a sale a delivery note."""
    if not words.sort:
        return kind.named(sheet.name, *above)
    return sort_told(words.sort, [sheet.name, *above], [cell for cell in header if isinstance(cell, str)])


def _of_one_customer(sheet: Sheet, words: ListWords, kind: ListKind) -> Sheet | None:
    """A list about one customer, who is named over it: the name goes into a column of its own."""
    rows = sheet.rows
    header = find_header(rows[:LOOKED_AT], words) if kind.owned else None
    if not header:
        return None
    said = [words.targets(text(cell)) for cell in rows[header] if isinstance(cell, str)]
    sure = {target for found in said for target, one in found if one.score >= KNOWN}
    if CUSTOMER in sure or not {one.name for one in kind.needed} <= sure:
        return None
    made = _Document(header, header, header)
    for number in range(header):
        _read(number, rows[number], words, made, below=False)
    pair = next((pair for pair in made.pairs if pair.target == CUSTOMER), None)
    if pair is None:
        return None
    width = max(map(len, rows[header:]))
    out: list[list[Cell]] = [list(row) for row in rows]
    for number in range(header, len(out)):
        if any(not blank(cell) for cell in out[number]):
            out[number] += [None] * (width - len(out[number]))
            out[number].append(pair.label if number == header else pair.value)
    return replace(sheet, rows=out)


def _moments(kind: ListKind) -> set[str]:
    return {kind.moment.name} if kind.moment is not None else set()


def _read(number: int, row: Sequence[Cell], words: ListWords, made: _Document, *, below: bool) -> None:
    """Take the labels of one row with their values; below the lines also the total, and all other text."""
    cells = [(column, cell) for column, cell in enumerate(row) if not blank(cell)]
    said = next((text(cell) for _column, cell in cells if isinstance(cell, str)), "")
    if below and _tax(said, cells, made):
        return
    if below and total_words.BEGINNING.match(said):
        _total(number, said, cells, words, made)
        return
    place = 0
    spare: list[str] = []
    while place < len(cells):
        taken = _label(number, cells[place : place + 2], words, made, below=below)
        if not taken:
            if below and not CAPITALS.search(text(cells[place][1])):
                spare.append(text(cells[place][1]))
            taken = 1
        place += taken
    if spare:
        made.rest.append(" ".join(spare))


def _tax(said: str, cells: Sequence[tuple[int, Cell]], made: _Document) -> bool:
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


def _total(number: int, said: str, cells: Sequence[tuple[int, Cell]], words: ListWords, made: _Document) -> None:
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
        made.pairs.append(_Pair(_total_label(said, words), value, TOTAL, number, cells[0][0]))


def _label(number: int, cells: Sequence[tuple[int, Cell]], words: ListWords, made: _Document, *, below: bool) -> int:
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
            made.pairs.append(_Pair(name, said, wanted, number, column))
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
    made.pairs.append(_Pair(label, value, target, number, column))
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
    label = _clean(label)
    if not 1 < len(fold(label)) <= LONG_LABEL or _SELLER.match(label):
        return ""
    line = f"{words.kind.line.name}." if words.kind.line else "\0"
    return next(
        (target for target, one in words.targets(label) if one.score >= KNOWN and not target.startswith(line)), ""
    )


def _clean(label: str) -> str:
    """A label without the number of its point: ``2、交货期`` is ``交货期``."""
    return _POINT.sub("", one_line(label))


def _ours(made: _Document) -> None:
    """Leave out the seller's own address and phone: those above the customer, below the lines, or in another column of labels."""
    customer = next((pair for pair in made.pairs if pair.target == CUSTOMER), None)
    kept: list[_Pair] = []
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


def _table(sheet: Sheet, found: _Document) -> Sheet:
    rows: list[list[Cell]] = [list(row) for row in sheet.rows[: found.last + 1]]
    width = max(len(row) for row in rows[found.header :])
    held: dict[str, list[Cell]] = {}
    for pair in found.pairs:
        held.setdefault(_clean(pair.label), []).append(pair.value)
    if found.rest:
        held.setdefault(_("Other text"), []).append("\n".join(dict.fromkeys(found.rest)))
    for number in range(found.header, found.last + 1):
        rows[number] += [None] * (width - len(rows[number]))
    if found.rate is not None:
        # The tax stands under the lines, so that their prices are without it.
        for label, value in ((_("Tax rate"), f"{found.rate}%"), (_("Prices include tax"), _("No"))):
            rows[found.header].append(label)
            for number in range(found.first, found.last + 1):
                rows[number].append(value)
    for label, values in held.items():
        rows[found.header].append(label)
        rows[found.first].append(values[0] if len(values) == 1 else "\n".join(map(text, values)))
    merged = tuple(one for one in sheet.merged if one[0] > found.header and one[2] <= found.last)
    inside = range(found.header, found.last + 1)
    return replace(
        sheet, rows=rows, merged=merged,
        comments={place: note for place, note in sheet.comments.items() if place[0] in inside},
        links={place: link for place, link in sheet.links.items() if place[0] in inside},
    )  # fmt: skip
