"""One document per sheet, as firms keep quotes: labels beside values, a table of lines, then the total and the terms.

It becomes a table of its lines: what is said once stands in further columns, in the row of the first line.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from app.records.fields import FieldKind
from app.shared.i18n import _
from app.shared.text import closed_up
from app.transfer.grid.cells import at, blank, text, widest
from app.transfer.grid.headers import Vocabulary
from app.transfer.grid.list_kinds import CUSTOMER, ListKind, kinds
from app.transfer.grid.list_sorts import SORTS
from app.transfer.grid.list_sorts import told as sort_told
from app.transfer.grid.list_words import ListWords, list_words
from app.transfer.grid.scale import KNOWN
from app.transfer.grid.sheets import Cell, Sheet
from app.transfer.layout import addressees
from app.transfer.layout.document_labels import Document, Pair, cleaned, read, without_own
from app.transfer.layout.document_lines import (
    INSIDE,
    LOOKED_AT,
    alone,
    find_lines,
    last_line,
)
from app.transfer.layout.header_rows import find_header

_SUMS = (FieldKind.MONEY, FieldKind.PRICE, FieldKind.PERCENT)
_MOST_ROWS, _MOST_COLUMNS = 400, 40
_SEVERAL, _TITLE, _NUMBERED = 25, 12, 4
"""Times so many rows a sheet of several documents may have; so long a title is at the most, and a number of a document at least."""


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
    made = Document(0, 0, 0)
    for number in between:
        read(number, rows[number], words, made, below=False)
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


def _document(sheet: Sheet, words: ListWords, kind: ListKind, *, certain: bool) -> Document | None:
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
    made = Document(header, first, last)
    for number, row in enumerate(rows):
        if number < header or number > last:
            read(number, row, words, made, below=number > last)
    if all(pair.target != CUSTOMER for pair in made.pairs):
        made.pairs += [Pair(*one) for one in addressees.told(rows, header, words.whole[CUSTOMER])]
    without_own(made)
    if _several(rows, made, words, kind):
        _of_each(made, rows[header], words, kind)
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
    made = Document(header, header, header)
    for number in range(header):
        read(number, rows[number], words, made, below=False)
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


def _several(rows: Sequence[list[Cell]], made: Document, words: ListWords, kind: ListKind) -> bool:
    """Whether the lines tell the numbers of several documents, and not only their own."""
    for column, cell in enumerate(rows[made.header]):
        said = words.targets(text(cell)) if isinstance(cell, str) else []
        if any(target == kind.record.number and one.score >= KNOWN for target, one in said):
            numbers = {text(at(row, column)) for row in rows[made.first : made.last + 1]} - {""}
            return len(numbers) > 1 and all(len(number) >= _NUMBERED for number in numbers)
    return False


def _of_each(made: Document, header: Sequence[Cell], words: ListWords, kind: ListKind) -> None:
    """Keep of what is said once what is true of each document: no sum of them all, and nothing that the lines tell themselves."""
    made.several = True
    told = {target for cell in header if isinstance(cell, str) for target, _one in words.targets(cell)}
    common: list[Pair] = []
    for pair in made.pairs:
        field = kind.field(words.whole, pair.target)
        if pair.target in told or (field is not None and field.kind in _SUMS):
            made.rest.append(f"{pair.label}: {text(pair.value)}")
        else:
            common.append(pair)
    made.pairs = common


def _moments(kind: ListKind) -> set[str]:
    return {kind.moment.name} if kind.moment is not None else set()


def _table(sheet: Sheet, found: Document) -> Sheet:
    rows: list[list[Cell]] = [list(row) for row in sheet.rows[: found.last + 1]]
    width = max(len(row) for row in rows[found.header :])
    held: dict[str, list[Cell]] = {}
    for pair in found.pairs:
        held.setdefault(cleaned(pair.label), []).append(pair.value)
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
        said: Cell = values[0] if len(values) == 1 else "\n".join(map(text, values))
        again = found.several and label != _("Other text")
        for number in range(found.first, (found.last if again else found.first) + 1):
            rows[number].append(None if all(map(blank, rows[number])) else said)
    merged = tuple(one for one in sheet.merged if one[0] > found.header and one[2] <= found.last)
    inside = range(found.header, found.last + 1)
    return replace(
        sheet, rows=rows, merged=merged,
        comments={place: note for place, note in sheet.comments.items() if place[0] in inside},
        links={place: link for place, link in sheet.links.items() if place[0] in inside},
    )  # fmt: skip
