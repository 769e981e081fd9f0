"""The lines of a document such as a quote: the header over them, and the last of them before the total and the terms."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.shared.text import one_line
from app.transfer.grid import total_words
from app.transfer.grid.cells import at, blank, is_number, text
from app.transfer.grid.list_kinds import AMOUNT, CUSTOMER, ListKind
from app.transfer.grid.list_words import ListWords
from app.transfer.grid.scale import KNOWN, SAID
from app.transfer.grid.sheets import Cell
from app.transfer.layout.lengths import LONG_LABEL

LOOKED_AT = 40
"""So many rows are looked at for a header."""
_FEWEST = 3
NET = re.compile(
    r"不含税|netto|nettó|total h\.?t|bez dph|bez vat|bez pdv|brez ddv|без (?:ндс|пдв|ддс)|fără tva|"
    r"veroton|kdv hariç|sin iva|sem iva|iva esclusa|excl|καθαρή αξία|税抜",
    re.IGNORECASE,
)
"""What tells that a total is the one before taxes."""
TAX = re.compile(
    r"(?:增值)?税[金额款费]?(?:合计)?\s*(?:[(（]?\s*(\d{1,2}(?:\.\d+)?)\s*[%％]\s*[)）]?)?|"
    r"(?:\+?\s*)?(?:zzgl\.?\s*)?(?:(\d{1,2}(?:[.,]\d+)?)\s*%\s*)?"
    r"(?:vat|gst|sales tax|tax|mwst\.?|ust\.?|t\.?v\.?a\.?|i\.?v\.?a\.?|btw|kdv|"
    r"dph|áfa|alv|moms|mva|pdv|ddv|ндс|пдв|ддс|φπα|ppn|igv|消費税|부가세|thuế gtgt)\s*(?:[(@]?\s*(\d{1,2}(?:\.\d+)?)\s*%\s*\)?)?",
    re.IGNORECASE,
)
OFF = re.compile(
    r"优惠|折让|减免|discount|rabatt|less|remise|descuento|desconto|sconto|korting|rabat|sleva|zľava|kedvezmény|indirim|iskonto|скидка|знижка|popust|値引|할인",
    re.IGNORECASE,
)
CAPITALS = re.compile(
    r"大写|[零壹贰叁肆伍陆柒捌玖拾佰仟万亿元角分整圆]{5,}|in words|^\s*say\b.*\bonly\b", re.IGNORECASE
)
INSIDE = re.compile(r"\s*([^\s:：][^:：]{0,18}?)\s*[:：]\s*(\S.*)", re.DOTALL)
NUMBER = re.compile(r"-?[\d,，]+(?:\.\d+)?")


def line_targets(row: Sequence[Cell], words: ListWords, kind: ListKind) -> dict[int, set[str]]:
    """The columns of a row whose text surely names fields of a line, with these fields."""
    prefix = f"{kind.line.name}." if kind.line else "\0"
    found = {}
    for column, cell in enumerate(row):
        if isinstance(cell, str) and not blank(cell) and len(text(cell)) <= LONG_LABEL:
            held = {
                target.removeprefix(prefix)
                for target, one in words.targets(one_line(text(cell)))
                if one.score >= KNOWN and target.startswith(prefix)
            }
            if held:
                found[column] = held
    return found


def find_lines(rows: Sequence[list[Cell]], words: ListWords, kind: ListKind) -> int | None:
    """The header of the lines: several of their words, and neither the number nor the customer among them."""
    top = next((number for number, row in enumerate(rows) if row and not all(map(blank, row))), 0)
    for number, row in enumerate(rows[top : top + LOOKED_AT], top):
        found = line_targets(row, words, kind)
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
            if one.score >= SAID
        ]
        if kind.record.number in sure and CUSTOMER in sure:
            return None
        if len(found) * 2 >= len(filled):
            return number
    return None


def last_line(rows: Sequence[list[Cell]], header: int, words: ListWords, kind: ListKind) -> int:
    """The last line: before the total, the terms, or rows that fill no column of figures."""
    columns = line_targets(rows[header], words, kind)
    names = [column for column, held in columns.items() if held & {"name", "specification", "product"}]
    figures = [column for column, held in columns.items() if held & {"quantity", "price", AMOUNT}]
    last = header
    for number in range(header + 1, len(rows)):
        row = rows[number]
        filled = [cell for cell in row if not blank(cell)]
        if not filled:
            continue
        said = next((text(cell) for cell in filled if isinstance(cell, str)), "")
        if total_words.BEGINNING.match(said) or CAPITALS.search(said):
            break
        named = any(not blank(at(row, column)) for column in names)
        figured = any(is_number(at(row, column)) or NUMBER.search(text(at(row, column))) for column in figures)
        if not named or (not figured and INSIDE.fullmatch(said)):
            if last == header:
                continue
            break
        if not figured and len(filled) < 2:
            break
        last = number
    return last


def alone(row: Sequence[Cell]) -> int | None:
    """The column of the only filled cell of a row, when that is a text and no label."""
    filled = [column for column, cell in enumerate(row) if not blank(cell)]
    cell = row[filled[0]] if len(filled) == 1 else None
    return filled[0] if isinstance(cell, str) and ":" not in cell and "：" not in cell else None
