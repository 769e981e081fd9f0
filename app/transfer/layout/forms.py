"""Forms: labels beside their values, one customer per sheet or one below the other. They are read as a table."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from app.shared.i18n import _
from app.transfer.grid.cells import blank, text, widest
from app.transfer.grid.evidence import traits
from app.transfer.grid.headers import CONTACT, CUSTOMER, Vocabulary
from app.transfer.grid.scale import KNOWN, LARGELY, MOSTLY
from app.transfer.grid.sheets import Cell, Sheet
from app.transfer.layout.document_lines import INSIDE
from app.transfer.layout.lengths import LABEL, LONG_LABEL
from app.transfer.layout.turned import fitting

_MOST_ROWS, _MOST_COLUMNS, _LOOKED_AT = 2000, 24, 60
_MOST_PAIRS = 200
_FEWEST, _FEWEST_ROWS, _FEWEST_HEAD = 4, 3, 2
_TWICE = 4
"""Rows: labels over their values, at least twice."""
_END = re.compile(r"\s*[:：]\s*$")
_SECTION = re.compile(r"^(?:[（(]?[一二三四五六七八九十\d]{1,2}[)）、.．]\s*)")
_HEADING = re.compile(
    r"(?:基本|开票|联系|其他|其它|公司|客户|附加|补充)?(?:信息|资料|情况|内容)|.{0,8}(?:information|details)",
    re.IGNORECASE,
)
_TICKED, _OPEN = "☑☒■√✓✔●", "□☐○◯"
_BOX = re.compile(rf"[{_TICKED}]\s*([^\s{_TICKED}{_OPEN}]+)")
_WEB = re.compile(r"https?$|^\d+$", re.IGNORECASE)
Pair = tuple[str, Cell]
Grid = Sequence[list[Cell]]


@dataclass(slots=True)
class _Form:
    """One form: its labels with their values, what else stands in it, and where it begins."""

    row: int
    band: int
    pairs: list[Pair] = field(default_factory=list)
    rest: list[str] = field(default_factory=list)


def tabled(sheet: Sheet, words: Vocabulary) -> Sheet | None:
    """The forms of a sheet as a table: a row of labels and a row of values for each; None when it holds no form."""
    rows = sheet.rows
    if len(rows) > _MOST_ROWS or widest(rows) > _MOST_COLUMNS:
        return None
    head = [_label(cell, words) or bool(_inside(cell, words)) for row in rows[:_LOOKED_AT] for cell in row]
    if sum(map(bool, head)) < _FEWEST:
        return None
    forms = _over_values(rows, words)
    for band, grid in enumerate(() if forms else _bands(rows, words)):
        found = _forms(grid, band, words)
        if not found:
            return None
        forms += found
    forms.sort(key=lambda one: (one.row, one.band))
    forms[-1].rest += sheet.comments.values()
    return replace(
        sheet, rows=_table(forms), merged=(), comments={}, links={}, hidden_rows=frozenset(), hidden_columns=frozenset(),
        within=sheet.title, top=0, anew=True,
    )  # fmt: skip


def _over_values(rows: Grid, words: Vocabulary) -> list[_Form]:
    """A form whose labels stand over their values, row by row: labels, values, other labels, their values."""
    filled = [
        (number, [(column, cell) for column, cell in enumerate(row) if not blank(cell)])
        for number, row in enumerate(rows)
    ]
    filled = [(number, cells) for number, cells in filled if cells]
    while filled and len(filled[0][1]) == 1:
        filled.pop(0)
    if len(filled) < _TWICE or len(filled) % 2 or len(filled) > _LOOKED_AT:
        return []
    form = _Form(filled[0][0], 0)
    seen: set[str] = set()
    for (_head, heads), (_row, cells) in zip(filled[::2], filled[1::2], strict=True):
        labels = {column: _label(cell, words) for column, cell in heads}
        if len(labels) < 2 or not all(labels.values()) or seen & set(labels.values()):
            return []
        if any(column not in labels or _label(cell, words) for column, cell in cells):
            return []
        seen.update(labels.values())
        form.pairs += [(label, dict(cells).get(column)) for column, label in labels.items()]
    return [form] if _names(form.pairs, words) and _fits([form], words) else []


def _bands(rows: Grid, words: Vocabulary) -> list[Grid]:
    """The sheet cut between forms that stand side by side: where the customer's name is asked twice in a row."""
    starts: set[int] = set()
    for row in rows[:_LOOKED_AT]:
        asked = [
            column for column, cell in enumerate(row)
            if (label := _label(cell, words)) and _owner(label, words) == CUSTOMER
            and not _label(row[column + 1] if column + 1 < len(row) else None, words)
        ]  # fmt: skip
        starts.update(asked if len(asked) > 1 else ())
    edges = [0, *sorted(starts)[1:]]
    ends = [*edges[1:], _MOST_COLUMNS]
    return [[row[first:last] for row in rows] for first, last in zip(edges, ends, strict=True)] if starts else [rows]


def _table(forms: Sequence[_Form]) -> list[list[Cell]]:
    """A row of all labels, and the values of each form; a label that comes again in a form has a column of its own."""
    columns: dict[tuple[str, int], int] = {}
    lines: list[dict[int, Cell]] = []
    for form in forms:
        seen: Counter[str] = Counter()
        line: dict[int, Cell] = {}
        pairs = [*form.pairs, *([(_("Other text"), "\n".join(form.rest))] if form.rest else [])]
        for label, value in pairs:
            line[columns.setdefault((label, seen[label]), len(columns))] = _ticked(value)
            seen[label] += 1
        lines.append(line)
    return [[label for label, _nth in columns], *([line.get(place) for place in range(len(columns))] for line in lines)]


def _ticked(value: Cell) -> Cell:
    """The choice that is ticked in ☑企业 □个人; all other values as they are."""
    if not isinstance(value, str) or not any(sign in value for sign in _OPEN):
        return value
    found = _BOX.findall(value)
    return "、".join(found) or (None if value.strip()[0] in _OPEN else value)


def _forms(rows: Grid, band: int, words: Vocabulary) -> list[_Form]:
    """The forms of a grid, in which labels stand beside their values; none when it is no form."""
    read = _Reading([[(column, cell) for column, cell in enumerate(row) if not blank(cell)] for row in rows], words)
    if not read.promising:
        return []
    read.all()
    if not read.accounted:
        return []
    forms = _parted(read.pairs, band, words)
    if len(forms) == 1 and (firm := _headed(read, words)):
        forms[0].pairs.insert(0, (_("Customer"), firm))
    if any(sum(value is not None for _label, value in one.pairs) < _FEWEST for one in forms[:1]):
        return []
    if any(len(one.pairs) > _MOST_PAIRS for one in forms):
        return []
    if not all(_names(one.pairs, words) for one in forms) or not _fits(forms, words):
        return []
    starts = [one.row for one in forms]
    repeated = read.repeated
    for row, said in read.rest:
        if said not in repeated or len(forms) == 1:
            forms[max(0, bisect_right(starts, row) - 1)].rest.append(said)
    return forms


class _Reading:
    """Pairs labels with values, row by row, and counts how much of a grid that explains.

    ``pairs`` are what was paired, ``rest`` what stands in no pair, ``titles`` headings; each with its row.
    """

    def __init__(self, filled: list[list[tuple[int, Cell]]], words: Vocabulary) -> None:
        self._filled, self._words = filled, words
        cells = [((row, column), cell) for row, held in enumerate(filled) for column, cell in held]
        self._labels = {place: label for place, cell in cells if (label := _label(cell, words))}
        self._inside = {place: pair for place, cell in cells if (pair := _inside(cell, words))}
        times = Counter(column for _row, column in self._labels)
        self._usual = {column for column, count in times.items() if count > 1}
        self.pairs: list[tuple[int, Pair]] = []
        self.rest: list[tuple[int, str]] = []
        self.titles: list[tuple[int, str]] = []
        self._matched = self._free = 0
        self._asked = False

    @property
    def promising(self) -> bool:
        """Whether there are labels enough for a form."""
        known = {row for row, _column in (*self._labels, *self._inside)}
        return len(self._labels) + len(self._inside) >= _FEWEST and len(known) >= _FEWEST_ROWS

    @property
    def repeated(self) -> set[str]:
        """The lines that stand in the grid more than once, as the titles of forms below each other do."""
        return {
            said for said, count in Counter(said for _row, said in (*self.titles, *self._alone)).items() if count > 1
        }

    @property
    def accounted(self) -> bool:
        """Whether most of the grid are pairs and titles, and most labels stand beside a value of theirs."""
        repeated = self.repeated
        again = sum(said in repeated for _row, said in self._alone)
        enough = MOSTLY * sum(map(len, self._filled))
        labels = len(self._labels) + len(self._inside)
        return self._matched + len(self.titles) + again >= enough and self._free >= LARGELY * labels

    @property
    def _alone(self) -> list[tuple[int, str]]:
        return [(row, said) for row, said in self.rest if len(self._filled[row]) == 1]

    def all(self) -> None:
        """Go through all rows."""
        lists = _lists(self._filled, self._labels, self._words)
        for row, cells in enumerate(self._filled):
            if row in lists:
                self.pairs += [(row, pair) for pair in lists[row]]
                self._matched += len(cells)
                self._free += sum((row, column) in self._labels for column, _cell in cells)
                continue
            at = 0
            while at < len(cells):
                at += self._cell(row, cells, at)
            if cells:
                self._asked = len(cells) == 1 and (row, cells[0][0]) in self._labels

    def _cell(self, row: int, cells: list[tuple[int, Cell]], at: int) -> int:
        """Read one cell; returns how many were taken: two when the next one is its value."""
        column, cell = cells[at]
        after = cells[at + 1] if at + 1 < len(cells) else None
        if (row, column) in self._inside:
            self.pairs.append((row, self._inside[row, column]))
            self._matched, self._free = self._matched + 1, self._free + 1
        elif (row, column) in self._labels or (after and _beside(cell, column in self._usual)):
            apart = after is None or ((row, after[0]) not in self._labels and (row, after[0]) not in self._inside)
            value = after[1] if after and apart else None
            self.pairs.append((row, (self._labels.get((row, column)) or _END.sub("", text(cell)), value)))
            self._matched += 1 if value is None else 2
            self._free += apart and (row, column) in self._labels
            return 1 if value is None else 2
        elif len(cells) == 1 and isinstance(cell, str):
            self._line(row, cell)
        else:
            self.rest.append((row, text(cell)))
        return 1

    def _line(self, row: int, cell: str) -> None:
        """A text alone in its row: the value of the label above it, a heading, or something else."""
        heading = _HEADING.fullmatch(_SECTION.sub("", text(cell)))
        if self._asked and self.pairs[-1][1][1] is None and not heading:
            self.pairs[-1] = (self.pairs[-1][0], (self.pairs[-1][1][0], cell))
            self._matched += 1
        else:
            (self.rest if self.pairs and not heading else self.titles).append((row, text(cell)))


def _lists(
    filled: Sequence[list[tuple[int, Cell]]], labels: Mapping[tuple[int, int], str], words: Vocabulary
) -> dict[int, list[Pair]]:
    """The rows of lists of contacts within a form, with their headers (联系人, 职务, 手机), as labels with values."""
    found: dict[int, list[Pair]] = {}
    for row, cells in enumerate(filled):
        heads = {column: labels.get((row, column), "") for column, _cell in cells}
        if row in found or len(heads) < 2 or not all(heads.values()):
            continue
        owners = {column: _owner(label, words) for column, label in heads.items()}
        names = [column for column, owner in owners.items() if owner == CONTACT]
        if CUSTOMER in owners.values():
            continue
        below = []
        for number in range(row + 1, len(filled)):
            columns = {column for column, _cell in filled[number]}
            if (
                not columns <= heads.keys()
                or not columns & set(names)
                or any((number, column) in labels for column in columns)
            ):
                break
            below.append(number)
        if below:
            found[row] = []
            for number in below:
                values = dict(filled[number])
                found[number] = [(label, values.get(column)) for column, label in heads.items()]
    head = [(row, label) for (row, _column), label in labels.items() if row not in found]
    asked = any(_owner(label, words) == CUSTOMER for _row, label in head)
    return found if asked and len({row for row, _label in head}) >= _FEWEST_HEAD else {}


def _headed(read: _Reading, words: Vocabulary) -> str:
    """The company that stands alone over the labels of a form that asks for no company, as in a mail or on a card."""
    titles = [said for _row, said in read.titles]
    asked = any(_owner(label, words) == CUSTOMER for _row, (label, _value) in read.pairs)
    return titles[0] if len(titles) == 1 and not asked and "company" in traits(titles[0]) else ""


def _parted(pairs: Sequence[tuple[int, Pair]], band: int, words: Vocabulary) -> list[_Form]:
    """The pairs of each form: a new one begins where the name of a customer is asked again, or the label before it."""
    labels = [label for _row, (label, _value) in pairs]
    names = [label for label in labels if _owner(label, words) == CUSTOMER] or [
        label for label in labels if _owner(label, words) == CONTACT
    ]
    times = Counter(labels)
    start = names[0] if names else labels[0]
    if times[labels[0]] == times[start] > 1:
        start = labels[0]
    out = [_Form(pairs[0][0], band)]
    begun = False
    for row, (label, value) in pairs:
        if label == start and begun:
            out.append(_Form(row, band))
        begun = begun or label == start
        out[-1].pairs.append((label, value))
    return out


def _fits(forms: Sequence[_Form], words: Vocabulary) -> bool:
    """Whether phones and e-mails stand beside their labels: a list of fields with rules for them is no form."""
    pairs = [pair for form in forms for pair in form.pairs if pair[1] is not None]
    told = [fit for label, value in pairs if (fit := fitting(label, [value], words)) is not None]
    return not told or sum(told) * 3 >= len(told)


def _owner(label: str, words: Vocabulary) -> str:
    """Whose name a label asks for: the customer's, a contact's, or nobody's."""
    found = [one for one in words.lookup(label) if one.score >= KNOWN and one.field == "name"]
    return next((one.record for one in found if one.record in (CUSTOMER, CONTACT)), "")


def _beside(cell: Cell, usual: bool) -> bool:
    """Whether a cell whose words name no field is a label: by its colon, or by the labels above and below it."""
    if isinstance(cell, str) and INSIDE.fullmatch(cell):
        return False
    return isinstance(cell, str) and len(cell) < LABEL and (usual or _END.search(cell) is not None)


def _label(cell: Cell, words: Vocabulary) -> str:
    if not isinstance(cell, str):
        return ""
    label = _SECTION.sub("", _END.sub("", text(cell))).strip()
    return label if 2 <= len(label) <= LONG_LABEL and words.known(label) else ""


def _inside(cell: Cell, words: Vocabulary) -> Pair | None:
    """The label and the value of a cell that holds both: ``电话：0512-66001122``."""
    match = INSIDE.fullmatch(cell) if isinstance(cell, str) else None
    if match is None or _WEB.search(match[1]) or not words.known(match[1]):
        return None
    return match[1], match[2].strip()


def _names(pairs: list[Pair], words: Vocabulary) -> bool:
    """Whether one of the labels names a customer or a contact."""
    return any(
        one.score >= KNOWN and one.record in (CUSTOMER, CONTACT) and one.field == "name"
        for label, value in pairs if value is not None
        for one in words.lookup(label)
    )  # fmt: skip
