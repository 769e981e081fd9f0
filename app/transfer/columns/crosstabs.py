"""Columns of a crosstab, such as the amounts of twelve months and their total: kept together as one readable line."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from app.shared.i18n import _
from app.transfer.columns.proposals import NOTES, Column
from app.transfer.grid.cells import blank, is_number, text
from app.transfer.grid.sheets import Cell, Sheet
from app.transfer.layout import periods
from app.transfer.layout.detecting import Layout
from app.transfer.layout.periods import Period

_TOTAL = re.compile(
    r"(?:(?:19|20)\d\d年?度?|全年度?|年度?|本年度?|累计|总|销售|采购|金额|第?[一二三四1-4]季度|[上下]半年|q[1-4]|grand|row|year|annual|"
    r"\s|[-_])*"
    r"(?:合\s*计|总\s*计|小\s*计|共\s*计|总\s*额|总和|汇总|累计|平均|月均|均值|总?金额|总?销售额|总量|totals?|sum|average|avg|"
    r"ytd|mean|同比|环比|增长率?|占比|growth|share)"
    r"(?:\s*(?:金额|数量|销售额|增长率?|额|[(（].*[)）]|[%％]))*",
    re.IGNORECASE,
)
_PLAIN_SHEET = re.compile(r"(?:sheet|工作表|表|table|tabelle|feuil)\s*\d*", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d\s*年\s*(?=\d{1,2}\s*月)")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
OWN_UNIT = re.compile(r"[元圆万%％]|[(（/／]分|rmb|usd|cny|eur", re.IGNORECASE)
"""A header with a unit of its own."""
_MONEY = re.compile(r"(?:人民币)?[百千万亿]{0,2}(?:[元圆]|美元|欧元|港[元币])?|[分角]|rmb|cny|usd|eur", re.IGNORECASE)
_LONGEST = 40
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Place:
    """Where a column of a crosstab stands: the name of the whole ("销售额 2023"), and its own ("1月")."""

    block: str
    item: str


@dataclass(frozen=True, slots=True)
class _Run:
    spans: dict[int, Period]
    columns: tuple[int, ...]


def find(sheet: Sheet, layout: Layout) -> dict[int, Place]:
    """The columns of crosstabs in a table, with the totals beside them; nothing where there are none."""
    if not layout.header_rows:
        return {}
    headers = [(index, header) for index, header in enumerate(layout.headers) if header]
    cells = [(index, _spoken(header)) for index, header in headers]
    found: dict[int, Place] = {}
    for run in _joined(periods.runs(cells), dict(headers)):
        name = _name(sheet, layout, run, dict(headers))
        found.update({index: Place(name, _item(run, index, layout.headers[index])) for index in run.columns})
    return found


def _spoken(header: str) -> str:
    """A header in two rows as one: 2023年 over 1月 is 2023年1月; 2023年销售额 over 1 is the first month."""
    upper, _slash, lower = header.rpartition(" / ")
    whole = periods.period(upper + lower)
    return lower if whole is None or (whole.sort == periods.YEAR and periods.period(lower)) else upper + lower


def _joined(runs: Sequence[Sequence[tuple[int, Period]]], headers: Mapping[int, str]) -> list[_Run]:
    """Each run with the columns of totals inside it and beside it; one inside another is a part of that."""
    made: list[_Run] = []
    taken: set[int] = set()
    for run in sorted(runs, key=lambda run: (-len(run), run[0][0])):
        spans = dict(run)
        if taken & spans.keys():
            continue
        first, last = min(spans), max(spans)
        inside = {
            index
            for index in range(first, last + 1)
            if index in headers and index not in taken and (_total(headers[index]) or periods.period(headers[index]))
        }
        apart = [dict(other) for other in runs if other is not run]
        others = {column for other in apart if not inside & other.keys() for column in other}
        columns = spans.keys() | inside
        for step, edge in ((1, last), (-1, first)):
            index = edge + step
            while index in headers and index not in taken | others and _sums_up(headers[index], bool(inside)):
                columns = columns | {index}
                index += step
        taken |= columns
        made.append(_Run(spans, tuple(sorted(columns))))
    return made


def _sums_up(header: str, parts: bool) -> bool:
    """Whether a column beside a run belongs to it: a total, or the last quarter where others stand inside."""
    return _total(header) or (parts and periods.period(header) is not None)


def _total(header: str) -> bool:
    return any(_TOTAL.fullmatch(part) for part in (header, header.rpartition(" / ")[2]))


def _name(sheet: Sheet, layout: Layout, run: _Run, headers: Mapping[int, str]) -> str:
    """What the amounts are: by the header, the title over the table or the name of the sheet."""
    years = {one.year for one in run.spans.values()}
    uppers = {headers[index].rpartition(" / ")[0] for index in run.spans}
    upper = uppers.pop() if len(uppers) == 1 else ""
    name = upper if upper and not _bare_year(upper) else _measure(run)
    above = _above(sheet, layout)
    if not name:
        title = next((one for one in above if len(one) <= _LONGEST and not periods.UNIT.search(one)), "")
        plain = _PLAIN_SHEET.fullmatch(sheet.title) is not None
        own = "" if plain else sheet.title
        name = f"{own} {title}" if own and _bare_year(title) else title or own or _("Amounts")
    year = years.pop() if len(years) == 1 else 0
    shown = upper if not year else str(year)
    if shown and shown not in name:
        name = f"{name} {shown}"
    unit = unit_above(sheet, layout)
    return f"{name} ({unit})" if unit and unit not in name else name


def _above(sheet: Sheet, layout: Layout) -> list[str]:
    first = layout.header_rows[0] if layout.header_rows else 0
    return [text(cell) for number in range(first) for cell in sheet.rows[number] if not blank(cell)]


def unit_above(sheet: Sheet, layout: Layout) -> str:
    """The unit that a note over the table gives to its amounts (单位：万元), or ""."""
    return next((match[1] or match[2] for one in _above(sheet, layout) if (match := periods.UNIT.search(one))), "")


def money_unit(sheet: Sheet, layout: Layout) -> str:
    """The unit that a note over the table gives to amounts of money, or ""."""
    unit = unit_above(sheet, layout)
    return unit if _MONEY.fullmatch(unit) else ""


def _bare_year(upper: str) -> bool:
    one = periods.period(upper)
    return one is not None and not one.rest


def _measure(run: _Run) -> str:
    """The word that all headers share beside their span of time: 销售额 in 1月销售额, 2月销售额."""
    rests = {one.rest for one in run.spans.values()}
    return rests.pop() if len(rests) == 1 else ""


def _item(run: _Run, index: int, header: str) -> str:
    """What a column is called within its crosstab: without what the name of the whole says."""
    one, years = run.spans.get(index), {held.year for held in run.spans.values()}
    upper, _slash, lower = header.rpartition(" / ")
    if one is None:
        return lower
    if one.sort == periods.BARE:
        return f"{lower}月" if max(held.at for held in run.spans.values()) <= _MONTHS else lower
    if periods.period(lower) is None:
        lower = f"{upper} {lower}"
    measure = _measure(run)
    lower = lower.replace(measure, "").strip(" -_()（）") or lower if measure else lower
    if _DAY.fullmatch(lower) and all(held.sort == periods.DAY for held in run.spans.values()):
        firsts = {date.fromordinal(held.at).day for held in run.spans.values()} == {1}
        return lower[:7] if firsts else lower
    if len(years) == 1 or not one.year or str(one.year) in lower:
        return _YEAR.sub("", lower) if len(years) == 1 else lower
    return upper + lower if upper.endswith("年") else f"{upper} {lower}"


def placed(columns: Sequence[Column], places: Mapping[int, Place]) -> tuple[Column, ...]:
    """The columns of a sheet with those of a crosstab sent to the notes together."""
    out = []
    for one in columns:
        place = places.get(one.index)
        if place is not None and one.evidence.filled:
            reason = _("It belongs to a crosstab; its amounts stand together in the notes.")
            told = replace(one, targets=(NOTES,), part="", confidence=0.9, reason=reason, labelled=True)
            out.append(replace(told, block=place.block, item=place.item))
        else:
            out.append(one)
    return tuple(out)


def said(item: str, cell: Cell) -> str:
    """One column's part of the line: its name and its amount, with thousands apart."""
    return f"{item} {amount(cell)}"


def amount(cell: Cell) -> str:
    """A number as people write it: 1,200 or 0.5; all else as it stands."""
    if not is_number(cell) or not isinstance(cell, (int, float)):
        return text(cell)
    value = round(float(cell), 6)
    return f"{value:,.0f}" if value.is_integer() else f"{value:,.6f}".rstrip("0")


def gather(held: dict[int, list[str]], column: Column, cells: Sequence[Cell]) -> None:
    """Put what a column of a crosstab says of each row to what the columns before say of it."""
    for place, cell in enumerate(cells):
        if not blank(cell):
            held.setdefault(place, []).append(said(column.item, cell))
