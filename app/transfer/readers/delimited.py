"""Text tables: comma, semicolon, tab or bar between the cells, found from the text itself."""

from __future__ import annotations

import csv
import io
import itertools
import math
import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from app.shared.errors import Cancelled
from app.shared.i18n import N_, _, ngettext
from app.transfer.grid.guards import bare
from app.transfer.grid.sheets import Cell, Sheet, Workbook
from app.transfer.readers.encoding import decode
from app.transfer.readers.reasons import refusal

DELIMITERS = (",", ";", "\t", "|")
_SAMPLE_TEXT = 1 << 17
_SAMPLE_RECORDS = 300
_STEP = 5000
_RUNAWAY_LINES = 20
_BINARY_SHARE = 0.05
_CELL = re.compile(r'"([^"]*(?:""[^"]*)*)"(?=[\t\n]|\Z)|([^\t\n]*)')
"""A quoted cell ends where its last quotation mark stands before a tab, a line end or the end."""


def read(
    file: Path, byte_limit: int, cell_limit: int, progress: Callable[[float], None], cancelled: Callable[[], bool]
) -> Workbook:
    """Read a text table; its one sheet has the file's name.

    Row i + 1 is record i + 1 of the CSV parser: line breaks inside quotes do not start a record, a blank line is one.
    What is pasted has a name without an ending, and so may have a list; most of what is pasted has tabs between its cells.

    Raises:
        SheetError: no text, or too much of it.
        Cancelled: ``cancelled`` said so.
    """
    if file.stat().st_size > byte_limit:
        raise refusal("too_big", file)
    decoded = decode(file.read_bytes())
    text = decoded.text.replace("\0", "").replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise refusal("empty", file)
    if _binary(text):
        raise refusal("not_a_sheet", file)
    declared, text = _declared(text)
    tabs = file.suffix.lower() in ("", ".tsv")
    tabbed = "\t" in text and (file.suffix.lower() == ".tsv" or (tabs and _mostly_tabbed(text)))
    delimiter = declared or ("\t" if tabbed else find_delimiter(text, "\t" if tabs else ","))
    warnings = []
    if decoded.lost:
        warnings.append(
            ngettext(
                "{count} character could not be read ({encoding}); it is shown as �.",
                "{count} characters could not be read ({encoding}); they are shown as �.",
                decoded.lost,
            ).format(count=decoded.lost, encoding=decoded.encoding)
        )
    rows = _rows(file, text, delimiter, csv.QUOTE_MINIMAL, cell_limit, progress, cancelled)
    if rows is None or (text.count('"') % 2 and _runaway(rows)):
        rows = _rows(file, text, delimiter, csv.QUOTE_NONE, cell_limit, progress, cancelled)
        if rows is None:
            raise refusal("long_cell", file)
        warnings.append(_("A quotation mark is never closed; quotation marks were taken as part of the text."))
    while rows and not any(cell is not None for cell in rows[-1]):
        rows.pop()
    sheet = Sheet(file.stem, rows)
    return Workbook(file, "csv", (sheet,), decoded.encoding, delimiter, tuple(warnings))


def _binary(text: str) -> bool:
    sample = text[:4096]
    odd = sum(1 for sign in sample if sign < " " and sign not in "\t\n\f\x1a\x1b")
    return odd > _BINARY_SHARE * len(sample)


def _declared(text: str) -> tuple[str, str]:
    """Excel's own first line ``sep=;`` names the delimiter; the line stays as a blank record."""
    first, _newline, _rest = text.partition("\n")
    if first[:4].lower() == "sep=" and len(first) == 5:
        return first[4], text[len(first) :]
    return "", text


def _mostly_tabbed(text: str) -> bool:
    """Whether most records of a text have several cells between tabs; a tab may stand in a note as well."""
    widths = [len(record) for record in _batch(itertools.islice(_tabbed(text), _SAMPLE_RECORDS)) or () if any(record)]
    return sum(width > 1 for width in widths) * 2 > len(widths)


def find_delimiter(text: str, usual: str = ",") -> str:
    """The delimiter under which most records have the same number of cells, at least two.

    Args:
        text: the text, or its beginning.
        usual: what to take when none fits, or several fit alike.
    """
    sample = text[:_SAMPLE_TEXT]
    if len(sample) < len(text):
        sample = sample[: sample.rfind("\n") + 1] or sample
    best, best_score = usual, 0.0
    for delimiter in sorted(DELIMITERS, key=lambda sign: sign != usual):
        if delimiter in sample and (score := _score(sample, delimiter)) > best_score:
            best, best_score = delimiter, score
    return best


def _score(sample: str, delimiter: str) -> float:
    try:
        reader = csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter)
        records = list(itertools.islice(reader, _SAMPLE_RECORDS))
    except csv.Error:
        return 0.0
    widths = Counter(len(record) for record in records if any(record) and not record[0].startswith("#"))
    split = Counter({width: count for width, count in widths.items() if width > 1})
    if not split:
        return 0.0
    width, count = max(split.items(), key=lambda item: (item[1], item[0]))
    near = sum(number for other, number in split.items() if abs(other - width) <= width // 10)
    return max(count, near) / widths.total() * (1 + math.log2(width) / 5) + split.total() / widths.total() / 10


def _rows(
    file: Path, text: str, delimiter: str, quoting: int, cell_limit: int,
    progress: Callable[[float], None], cancelled: Callable[[], bool],
) -> list[list[Cell]] | None:  # fmt: skip
    """All records, or None when a cell is longer than the csv module takes."""
    reader: Iterator[list[str]]
    if delimiter == "\t" and quoting == csv.QUOTE_MINIMAL and '"' in text:
        reader = _tabbed(text)
    else:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, quoting=quoting)  # type: ignore[arg-type]
    formulas = '="' in text or "'" in text
    total = text.count("\n") + 1
    rows: list[list[Cell]] = []
    cells = 0
    while batch := _batch(reader):
        if cancelled():
            raise Cancelled(N_("Reading was stopped."))
        cells += sum(map(len, batch))
        if cells > cell_limit:
            raise refusal("too_many_cells", file, sheet=file.stem)
        rows.extend([[_plain(cell) if formulas else cell or None for cell in row] for row in batch])
        progress(min(len(rows) / total, 1.0))
        if len(batch) < _STEP:
            break
    return None if batch is None else rows


def _tabbed(text: str) -> Iterator[list[str]]:
    """Records as spreadsheets copy them: only cells of several lines stand in quotation marks, others keep what they have."""
    row: list[str] = []
    at, end, longest = 0, len(text), csv.field_size_limit()
    while at < end or row:
        match = _CELL.match(text, at)
        assert match is not None
        quoted = match[1]
        row.append(match[2] if quoted is None else quoted.replace('""', '"'))
        if len(row[-1]) > longest:
            raise csv.Error("a cell is too long")
        at = match.end() + 1
        if match.end() >= end or text[match.end()] == "\n":
            yield row if row != [""] else []
            row = []


def _batch(reader: Iterator[list[str]]) -> list[list[str]] | None:
    try:
        return list(itertools.islice(reader, _STEP))
    except csv.Error:
        return None


def _plain(cell: str) -> str | None:
    """Without what programs put around a text so that Excel leaves it alone: ``="00123"``, ``'+A1`` and ``'00123``."""
    if cell[:2] == '="' and cell[-1:] == '"' and len(cell) > 2:
        return cell[2:-1] or None
    return bare(cell) or None


def _runaway(rows: list[list[Cell]]) -> bool:
    return bool(rows) and any(isinstance(cell, str) and cell.count("\n") > _RUNAWAY_LINES for cell in rows[-1])
