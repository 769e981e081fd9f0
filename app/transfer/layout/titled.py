"""Lists of persons under the name of their company: 苏州甲有限公司, its contacts; 苏州乙有限公司, its contacts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.shared.i18n import N_, _
from app.transfer.grid.cells import at, blank, text
from app.transfer.grid.evidence import traits
from app.transfer.grid.folding import fold
from app.transfer.grid.headers import CONTACT, CUSTOMER, Vocabulary
from app.transfer.grid.remarks import is_remark
from app.transfer.grid.scale import MOSTLY, SAID
from app.transfer.grid.sheets import Cell, Sheet
from app.transfer.layout.header_rows import find_header
from app.transfer.layout.lengths import SENTENCE

COMPANY = N_("Company")
_LONGEST = 3000
_FEWEST = 2


def joined(sheet: Sheet, words: Vocabulary) -> Sheet | None:
    """The list with the company behind each person, in a column of its own; None when it is no such list."""
    rows = sheet.rows
    if len(rows) > _LONGEST:
        return None
    header = find_header(rows, words)
    if header is None or not _of_persons(rows[header], words):
        return None
    ours = {column for column, cell in enumerate(rows[header]) if isinstance(cell, str) and is_remark(cell)}
    seen = [[None if column in ours else cell for column, cell in enumerate(row)] for row in rows] if ours else rows
    heads = [fold(text(cell)) for cell in seen[header]]
    width = max(map(len, rows))
    company = next(
        (told for number in range(header - 1, max(-1, header - 3), -1) if (told := _company(seen[number]))), ""
    )
    made: list[list[Cell]] = [list(row) for row in rows]
    made[header] += [None] * (width - len(made[header])) + [_(COMPANY)]
    companies = {company} - {""}
    empty = bool(company)
    for number in range(header + 1, len(rows)):
        row = seen[number]
        if all(map(blank, row)) or _again(row, heads):
            continue
        if told := _company(row):
            if empty and company:
                return None
            company, empty = told, True
            companies.add(told)
            made[number] = []
        elif not company:
            return None
        else:
            made[number] += [None] * (width - len(made[number])) + [company]
            empty = False
    return replace(sheet, rows=made) if len(companies) >= _FEWEST and not empty else None


def _of_persons(row: Sequence[Cell], words: Vocabulary) -> bool:
    """Whether a header has the name of a person and none of a company."""
    found = [one for cell in row if not blank(cell) for one in words.lookup(text(cell))[:2] if one.score >= SAID]
    names = {one.record for one in found if one.field in ("name", "customer")}
    return CONTACT in names and CUSTOMER not in names and not any(one.field == "customer" for one in found)


def _company(row: Sequence[Cell]) -> str:
    """The company in a row that holds nothing else."""
    filled = [cell for cell in row if not blank(cell)]
    if len(filled) != 1 or not isinstance(filled[0], str):
        return ""
    return text(filled[0]) if "company" in traits(filled[0]) and len(text(filled[0])) <= SENTENCE else ""


def _again(row: list[Cell], heads: Sequence[str]) -> bool:
    """Whether a row is the header once more."""
    filled = [(column, fold(text(cell))) for column, cell in enumerate(row) if not blank(cell)]
    return len(filled) > 1 and sum(
        text(at(row, column)) != "" and heads[column : column + 1] == [said] for column, said in filled
    ) >= (MOSTLY * len(filled))
