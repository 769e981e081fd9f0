"""An .xlsx as a stream: inline strings, whole columns of a batch made into XML at a time.

openpyxl, write-only, takes seven times as long for 100,000 rows of 20 columns. Text is always a text cell, so no text
can become a formula.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import IO, Any, BinaryIO
from xml.sax.saxutils import escape

from app.transfer.exporting import xlsx_package as package
from app.transfer.grid.cells import letter
from app.transfer.readers.formats import shown

MOST_ROWS = 1_048_575
"""Rows under the header that Excel can hold."""
LONGEST_TEXT = 32_767
_BATCH = 1000
_EXACT = 10**15
_EPOCH = datetime(1899, 12, 30)
_FIRST_DAY = date(1900, 3, 1)
"""Excel counts a 29 February 1900 that never was; days before it cannot be real dates."""
ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPE_LOOKALIKE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


class TooManyRows(Exception):
    """More rows than a sheet can hold."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a sheet.

    Args:
        header: what stands above it.
        kind: "money" for the decimals of the amounts, "price" for at least two, "percent" for texts such as 13% that
            become numbers; else the value decides.
        width: in characters of the font; 0 goes by the first rows.
        hidden: whether a spreadsheet shows it.
    """

    header: str
    kind: str = ""
    width: float = 0
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet; its cells are None, str, int, float, Decimal, bool, date, datetime, time.

    Args:
        name: any text.
        columns: the columns.
        rows: each as long as the columns.
        hidden: whether a spreadsheet shows it.
        pages: instead of the rows, for speed: some rows at a time as the cells of each column.
    """

    name: str
    columns: Sequence[Column]
    rows: Iterable[Sequence[Any]] = ()
    hidden: bool = False
    pages: Iterable[Sequence[Sequence[Any]]] | None = None


def write_tables(target: BinaryIO, tables: Sequence[Table]) -> list[int]:
    """Write a whole workbook; gives the number of rows under the header of each sheet.

    Args:
        target: a binary file that can seek.
        tables: the sheets. Of their names what Excel does not allow is taken out, and no two are alike.

    Raises:
        TooManyRows: more than ``MOST_ROWS`` in one sheet.
    """
    counts = []
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for number, table in enumerate(tables, 1):
            with archive.open(f"xl/worksheets/sheet{number}.xml", "w", force_zip64=True) as sheet:
                counts.append(_sheet(sheet, table, first=number == 1))
        sheets = zip(sheet_names([table.name for table in tables]), tables, counts, strict=True)
        for name, content in package.parts(
            [package.Part(name, len(table.columns), count, table.hidden) for name, table, count in sheets]
        ):
            archive.writestr(name, content)
    return counts


def _sheet(sheet: IO[bytes], table: Table, first: bool) -> int:
    pages = iter(_pages(table.rows) if table.pages is None else table.pages)
    page = next(pages, None)
    sheet.write(_opening(table.columns, page, first).encode())
    names = [letter(column) for column in range(len(table.columns))]
    kinds = [column.kind for column in table.columns]
    count = 0
    while page:
        start = count + 2
        count += len(page[0])
        if count > MOST_ROWS:
            raise TooManyRows
        sheet.write(_rows(page, list(map(str, range(start, count + 2))), names, kinds).encode())
        page = next(pages, None)
    sheet.write(b"</sheetData>")
    if names and count:
        sheet.write(f'<autoFilter ref="A1:{names[-1]}{count + 1}"/>'.encode())
    sheet.write(b"</worksheet>")
    return count


def _pages(rows: Iterable[Sequence[Any]]) -> Iterator[Sequence[Sequence[Any]]]:
    source = iter(rows)
    while batch := list(itertools.islice(source, _BATCH)):
        yield list(zip(*batch, strict=True))


def _rows(page: Sequence[Sequence[Any]], numbers: list[str], names: list[str], kinds: list[str]) -> str:
    """The XML of some rows, joined once from pieces: a string made for each cell would take three times as long."""
    lanes: list[str | Sequence[str]] = ['<row r="', numbers, '">']
    for values, name, kind in zip(page, names, kinds, strict=True):
        lanes += _lanes(values, name, numbers, kind)
    lanes.append("</row>")
    pieces: list[Iterable[str]] = []
    fixed = ""
    for lane in lanes:
        if isinstance(lane, str):
            fixed += lane
        else:
            pieces += [itertools.repeat(fixed, len(numbers)), lane]
            fixed = ""
    pieces.append(itertools.repeat(fixed, len(numbers)))
    return "".join(itertools.chain.from_iterable(zip(*pieces, strict=True)))


def _lanes(values: Sequence[Any], name: str, numbers: list[str], kind: str) -> list[str | Sequence[str]]:
    """What the cells of a column are joined from: text that stands in every row, and texts of one row each."""
    if not values or (values[0] is None and values.count(None) == len(values)):
        return []
    start, end = f'<c r="{name}', "</t></is></c>"
    kinds = set(map(type, values))
    if kinds <= {str, type(None)} and kind != "percent" and (plain := _plain(values)) is not None:
        if all(values):
            return [start, numbers, plain, values, end]
        return [[f"{start}{n}{plain}{v}{end}" if v else "" for n, v in zip(numbers, values, strict=True)]]
    if kinds == {int} and max(values) < _EXACT and min(values) > -_EXACT:
        return [start, numbers, f'" s="{_style(kind, 0)}"><v>', list(map(str, values)), "</v></c>"]
    if kinds <= {date, type(None)}:
        cells = list(map(_day, values))
    elif kinds <= {str, type(None)}:
        known = {value: _cell(value, kind) for value in set(values)}
        cells = [known[value] for value in values]
    else:
        # 1 == True == Decimal("1.00"): equal values of other types can be different cells.
        cells = [_cell(value, kind) for value in values]
    if all(cells):
        return [start, numbers, cells]
    return [[f"{start}{n}{cell}" if cell else "" for n, cell in zip(numbers, cells, strict=True)]]


def _plain(values: Sequence[str | None]) -> str | None:
    """What stands between a cell's place and its text where every text can stand in XML as it is, else None."""
    joined = "".join(filter(None, values))
    if len(joined) > LONGEST_TEXT and max(map(len, filter(None, values))) > LONGEST_TEXT:
        return None
    if not joined.isprintable() or any(sign in joined for sign in ("&", "<", ">", "_x")):
        return None
    blanks = ' xml:space="preserve"' if " " in joined else ""
    return f'" s="{package.TEXT}" t="inlineStr"><is><t{blanks}>'


def _cell(value: Any, kind: str) -> str:
    """A cell after its place; nothing for an empty one."""
    match value:
        case None | "":
            return ""
        case str() if kind == "percent" and (share := _percent(value)):
            return share
        case bool():
            return f'" t="b"><v>{int(value)}</v></c>'
        case int() | float() | Decimal() if _exact(value):
            return f'" s="{_style(kind, value)}"><v>{_number(value)}</v></c>'
        case datetime() if value.date() >= _FIRST_DAY:
            plain = value.replace(tzinfo=None)
            return f'" s="{package.DATETIME}"><v>{_serial(plain - _EPOCH)}</v></c>'
        case date() if not isinstance(value, datetime) and value >= _FIRST_DAY:
            return f'" s="{package.DATE}"><v>{value.toordinal() - _EPOCH.toordinal()}</v></c>'
        case time():
            span = timedelta(hours=value.hour, minutes=value.minute, seconds=value.second)
            return f'" s="{package.TIME}"><v>{_serial(span)}</v></c>'
    text = f"{value:f}" if isinstance(value, Decimal) else str(value)
    return f'" s="{package.TEXT}" t="inlineStr"><is><t xml:space="preserve">{clean(text)}</t></is></c>'


@lru_cache(maxsize=20_000)
def _day(value: date | None) -> str:
    """The cell of a day; the days of a list are few."""
    return _cell(value, "")


def _percent(text: str) -> str:
    """A text such as 13% as a number shown as percent, after its place; nothing where it would not be read back the same."""
    if not text.endswith("%"):
        return ""
    share = Decimal(text[:-1]).scaleb(-2)
    decimals = len(text[:-1].partition(".")[2])
    number = f"{share:f}"
    if shown(float(number), "0%") != text:
        return ""
    return f'" s="{package.PERCENT[min(decimals, len(package.PERCENT) - 1)]}"><v>{number}</v></c>'


def _style(kind: str, value: int | float | Decimal) -> int:
    """An amount shows the decimals of its currency, which its own exponent tells."""
    if kind == "money":
        exponent = value.as_tuple().exponent if isinstance(value, Decimal) else 0
        return package.MONEY.get(-exponent if isinstance(exponent, int) else 2, package.MONEY[2])
    return package.PRICE if kind == "price" else package.GENERAL


def _exact(value: int | float | Decimal) -> bool:
    """Excel keeps 15 digits; a longer number is written as text so that nothing of it is lost."""
    if isinstance(value, float):
        return abs(value) < float("inf")
    if isinstance(value, int):
        return abs(value) < _EXACT
    plain = str(value).replace(".", "", 1)
    if len(plain) <= 15 and plain.isdigit():
        return True
    return value.is_finite() and len(value.normalize().as_tuple().digits) <= 15 and abs(value) < _EXACT


def _number(value: int | float | Decimal) -> str:
    return f"{value:f}" if isinstance(value, Decimal) else repr(value)


def _serial(span: timedelta) -> str:
    return repr(span / timedelta(days=1))


def clean(text: str) -> str:
    """Text as XML content; ``_x000D_`` is kept as text. See ``as_written`` for what is lost."""
    return escape(_ESCAPE_LOOKALIKE.sub("_x005F_", as_written(text)))


def as_written(text: str) -> str:
    """Text as a cell holds it: signs that XML forbids are dropped, line ends are one sign, at most 32,767 signs."""
    text = ILLEGAL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return text if len(text) <= LONGEST_TEXT else text[: LONGEST_TEXT - 1] + "…"


def _opening(columns: Sequence[Column], page: Sequence[Sequence[Any]] | None, first: bool) -> str:
    widths = "".join(
        f'<col min="{i}" max="{i}" width="{_column_width(column, page[i - 1][:200] if page else ()):g}" '
        f'customWidth="1" hidden="{int(column.hidden)}"/>'
        for i, column in enumerate(columns, 1)
    )
    cells = "".join(
        f'<c r="{letter(i)}1" s="{package.HEADER}" t="inlineStr"><is><t xml:space="preserve">'
        f"{clean(column.header)}</t></is></c>"
        for i, column in enumerate(columns)
    )
    chosen = ' tabSelected="1"' if first else ""
    return (
        f'{package.HEAD}<worksheet xmlns="{package.MAIN}"><sheetViews><sheetView{chosen} workbookViewId="0">'
        '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
        + (f"<cols>{widths}</cols>" if widths else "")
        + f'<sheetData><row r="1">{cells}</row>'
    )


def _column_width(column: Column, values: Sequence[Any]) -> float:
    """Room for the header with its filter arrow, and for what stands below."""
    least = _width(column.header) + 3
    found = column.width or max([0, *(_width(str(value)) for value in values if value is not None)])
    return min(max(least, found) + 1, 48) if column.header or found else 8


def _width(text: str) -> int:
    line = text.split("\n", 1)[0][:60]
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in line)


def sheet_names(wanted: Sequence[str]) -> list[str]:
    """Names that Excel takes, no two alike: at most 31 signs, none of ``[]:*?/\\``, no apostrophe at the ends."""
    names: list[str] = []
    taken: set[str] = set()
    for name in wanted:
        plain = ILLEGAL.sub("", re.sub(r"[\[\]:*?/\\\r\n\t]", " ", name)).strip(" '")[:31].strip(" '") or "Sheet1"
        fresh, number = plain, 2
        while fresh.casefold() in taken:
            fresh = f"{plain[: 30 - len(str(number))]} {number}"
            number += 1
        taken.add(fresh.casefold())
        names.append(fresh)
    return names
