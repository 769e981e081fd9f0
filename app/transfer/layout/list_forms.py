"""One document per sheet, as firms keep quotes: labels beside values, a table of lines, then the total and the terms.

It becomes a table of its lines: what is said once stands in further columns, in the row of the first line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from app.shared.i18n import _, translate
from app.transfer.grid.cells import at, blank, is_number, text, widest
from app.transfer.grid.headers import Vocabulary, fold
from app.transfer.grid.list_kinds import AMOUNT, CUSTOMER, TOTAL, ListKind, kinds
from app.transfer.grid.list_words import ListWords, list_words
from app.transfer.grid.sheets import Cell, Sheet
from app.transfer.layout.header_rows import find_header

_MOST_ROWS, _MOST_COLUMNS, _LOOKED_AT = 400, 40, 40
_SURE, _FEWEST = 0.8, 3
_END = re.compile(r"\s*[:：]\s*$")
_INSIDE = re.compile(r"\s*([^\s:：][^:：]{0,18}?)\s*[:：]\s*(\S.*)", re.DOTALL)
_TOTAL = re.compile(
    r"(?:本页)?(?:合\s*计|总\s*计|小\s*计|共\s*计|总\s*价|总金额|价税合计|不含税合计|含税合计|grand total|sub ?total|total|sum|"
    r"summe|gesamt)(?:金额|人民币|amount|price|[^\d:：]{0,8})?(?:[(（][^)）]*[)）])?\s*[:：]?.*",
    re.IGNORECASE | re.DOTALL,
)
_CAPITALS = re.compile(r"大写|[零壹贰叁肆伍陆柒捌玖拾佰仟万亿元角分整圆]{5,}|in words", re.IGNORECASE)
_SELLER = re.compile(
    r"^(?:from|我方|报价方|供方|卖方|乙方|供货方|供应商|seller|vendor|supplier|发件人|报价单位|报价人)", re.IGNORECASE
)
_PERSONAL = frozenset(
    ("phone", "mobile", "email", "fax", "address", "wechat", "qq", "city", "province", "name", "title", "tax_number")
)
_PART = re.compile(r"小\s*计|sub ?total", re.IGNORECASE)
_POINT = re.compile(r"^[(（]?(?:\d{1,2}|[一二三四五六七八九十])[)）、.．]\s*")
_NUMBER = re.compile(r"-?[\d,，]+(?:\.\d+)?")


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


def tabled(sheet: Sheet, words: Vocabulary, kind: str = "") -> Sheet | None:
    """The sheet as a table of lines, None when it is no document.

    Args:
        sheet: the sheet as read.
        words: the vocabulary of the whole dictionary.
        kind: the kind of document when the user says so; else only one whose title says what it is.
    """
    rows = sheet.rows
    if len(rows) > _MOST_ROWS or widest(rows) > _MOST_COLUMNS:
        return None
    for one in kinds(words.every):
        if kind not in ("", one.kind):
            continue
        if one.line is None:
            if (plain := _of_one_customer(sheet, list_words(words, one), one)) is not None:
                return plain
            continue
        found = _document(sheet, list_words(words, one), one, certain=bool(kind))
        if found is not None:
            return _table(sheet, found)
    return None


def _document(sheet: Sheet, words: ListWords, kind: ListKind, *, certain: bool) -> _Document | None:
    rows = sheet.rows
    header = _header(rows, words, kind)
    if header is None:
        return None
    above = [text(cell) for row in rows[:header] for cell in row if isinstance(cell, str)]
    if not certain and not kind.named(sheet.name, *above):
        return None
    first = header + 1
    last = _last(rows, header, words, kind)
    if last < first:
        return None
    made = _Document(header, first, last)
    for number, row in enumerate(rows):
        if number < header or number > last:
            _read(number, row, words, made, below=number > last)
    _ours(made)
    told = {pair.target for pair in made.pairs}
    return made if told & {CUSTOMER, kind.record.number, *_moments(kind)} else None


def _of_one_customer(sheet: Sheet, words: ListWords, kind: ListKind) -> Sheet | None:
    """A list about one customer, who is named over it: the name goes into a column of its own."""
    rows = sheet.rows
    header = find_header(rows[:_LOOKED_AT], words) if kind.owned else None
    if not header:
        return None
    said = [words.targets(text(cell)) for cell in rows[header] if isinstance(cell, str)]
    sure = {target for found in said for target, one in found if one.score >= _SURE}
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


def _line_targets(row: Sequence[Cell], words: ListWords, kind: ListKind) -> dict[int, set[str]]:
    prefix = f"{kind.line.name}." if kind.line else "\0"
    found = {}
    for column, cell in enumerate(row):
        if isinstance(cell, str) and not blank(cell) and len(text(cell)) <= 24:
            held = {
                target.removeprefix(prefix)
                for target, one in words.targets(" ".join(text(cell).split()))
                if one.score >= _SURE and target.startswith(prefix)
            }
            if held:
                found[column] = held
    return found


def _header(rows: Sequence[list[Cell]], words: ListWords, kind: ListKind) -> int | None:
    """The header of the lines: several of their words, and neither the number nor the customer among them."""
    for number, row in enumerate(rows[:_LOOKED_AT]):
        found = _line_targets(row, words, kind)
        told = set().union(*found.values()) if found else set()
        if (
            len(found) < _FEWEST
            or not told & {"name", "specification", "product"}
            or not told & {"quantity", "price", AMOUNT}
        ):
            continue
        filled = [cell for cell in row if not blank(cell)]
        sure = [
            target
            for cell in filled
            if isinstance(cell, str)
            for target, one in words.targets(text(cell))[:1]
            if one.score >= 0.9
        ]
        if kind.record.number in sure and CUSTOMER in sure:
            return None
        if len(found) * 2 >= len(filled):
            return number
    return None


def _last(rows: Sequence[list[Cell]], header: int, words: ListWords, kind: ListKind) -> int:
    """The last line: before the total, the terms, or rows that fill no column of figures."""
    columns = _line_targets(rows[header], words, kind)
    names = [column for column, held in columns.items() if held & {"name", "specification", "product"}]
    figures = [column for column, held in columns.items() if held & {"quantity", "price", AMOUNT}]
    last = header
    for number in range(header + 1, len(rows)):
        row = rows[number]
        filled = [cell for cell in row if not blank(cell)]
        if not filled:
            continue
        said = next((text(cell) for cell in filled if isinstance(cell, str)), "")
        if _TOTAL.fullmatch(said.replace(" ", "")) or _CAPITALS.search(said):
            break
        named = any(not blank(at(row, column)) for column in names)
        figured = any(is_number(at(row, column)) or _NUMBER.search(text(at(row, column))) for column in figures)
        if not named or (not figured and _INSIDE.fullmatch(said)):
            if last == header:
                continue
            break
        if not figured and len(filled) < 2:
            break
        last = number
    return last


def _read(number: int, row: Sequence[Cell], words: ListWords, made: _Document, *, below: bool) -> None:
    """Take the labels of one row with their values; below the lines also the total, and all other text."""
    cells = [(column, cell) for column, cell in enumerate(row) if not blank(cell)]
    place = 0
    spare: list[str] = []
    said = next((text(cell) for _column, cell in cells if isinstance(cell, str)), "")
    if below and _TOTAL.fullmatch(said.replace(" ", "")):
        value = next((cell for _column, cell in reversed(cells) if is_number(cell)), None)
        if value is None and (figures := _NUMBER.findall("".join(text(cell) for _column, cell in cells))):
            value = max(figures, key=len)
        if value is not None:
            # The last one holds, but a part's sum is none.
            before = next((pair for pair in made.pairs if pair.target == TOTAL), None)
            if before is None or not _PART.search(said):
                made.pairs = [pair for pair in made.pairs if pair is not before]
                made.pairs.append(_Pair(_total_label(said, words), value, TOTAL, number, cells[0][0]))
        return
    while place < len(cells):
        column, cell = cells[place]
        after = cells[place + 1] if place + 1 < len(cells) else None
        inside = _INSIDE.fullmatch(cell) if isinstance(cell, str) else None
        label = _END.sub("", text(cell)) if isinstance(cell, str) else ""
        target = _target(label, words)
        if inside and (held := _target(inside[1], words)):
            for name, value, wanted in _several(inside[1], inside[2].strip(), held, words):
                made.pairs.append(_Pair(name, value, wanted, number, column))
        elif (
            target
            and after is not None
            and not (
                isinstance(after[1], str)
                and (_target(_END.sub("", text(after[1])), words) or _INSIDE.fullmatch(after[1]))
            )
        ):
            made.pairs.append(_Pair(label, after[1], target, number, column))
            place += 1
        elif target and isinstance(cell, str) and _END.search(cell):
            pass
        elif below and not _CAPITALS.search(text(cell)):
            spare.append(text(cell))
        place += 1
    if spare:
        made.rest.append(" ".join(spare))


def _total_label(said: str, words: ListWords) -> str:
    """What the column of the total is called: as the sheet says, if that can mean nothing else."""
    label = re.split(r"[(（:：]", said)[0].strip()
    sure = [target for target, one in words.targets(label) if one.score >= _SURE]
    return label if sure == [TOTAL] else translate(words.kind.record.field(TOTAL).label)


def _several(label: str, value: str, target: str, words: ListWords) -> list[tuple[str, str, str]]:
    """The pairs of a cell that holds several: ``联系人：张伟  电话：0512-66001122``."""
    parts = re.split(r"(?:\s{2,}|[　\n;；])(?=[^\s:：]{1,12}\s*[:：])", value)
    found = [(label, parts[0].strip(), target)]
    for part in parts[1:]:
        match = _INSIDE.fullmatch(part)
        if match and (held := _target(match[1], words)):
            found.append((match[1], match[2].strip(), held))
        else:
            found[-1] = (found[-1][0], f"{found[-1][1]} {part}".strip(), found[-1][2])
    return found


def _target(label: str, words: ListWords) -> str:
    """What a label says of the whole document, or "": no word of a line."""
    label = _clean(label)
    if not 1 < len(fold(label)) <= 24 or _SELLER.match(label):
        return ""
    line = f"{words.kind.line.name}." if words.kind.line else "\0"
    return next(
        (target for target, one in words.targets(label) if one.score >= _SURE and not target.startswith(line)), ""
    )


def _clean(label: str) -> str:
    """A label without the number of its point: ``2、交货期`` is ``交货期``."""
    return _POINT.sub("", " ".join(label.split()))


def _ours(made: _Document) -> None:
    """Leave out the seller's own address and phone: those above the customer, below the lines, or in another column of labels."""
    customer = next((pair for pair in made.pairs if pair.target == CUSTOMER), None)
    kept: list[_Pair] = []
    for pair in sorted(
        made.pairs, key=lambda one: (one.target, customer is not None and one.column != customer.column)
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
