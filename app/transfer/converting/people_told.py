"""People told of in running text, as a table: a numbered chain of orders (接龙), a list of recipients, the signature of a mail."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from app.records.dictionary import Dictionary
from app.shared.i18n import ngettext, translate
from app.transfer.converting.card_text import CardText, read_card
from app.transfer.converting.people_noted import noted
from app.transfer.grid.cells import text
from app.transfer.grid.scale import HALF, MOSTLY
from app.transfer.grid.sheets import Cell, Sheet, Workbook

LONGEST = 500
"""A text of more lines is no list that somebody wrote by hand."""
_ENTRY = re.compile(r"\s*[(（【]?(\d{1,3})\s*[)）】.、．:：]\s*(\S.*)")
_GOODS = re.compile(
    r"(?:(?<=[\s，,;；])|^)([^\s，,;；\d]{1,12}\s?[x×*]?\s?\d+(?:\.\d+)?\s?(?:个|块|件|盒|箱|袋|斤|公斤|kg|只|条|份|套|包|瓶|支|本|台|桶|双|罐|提|板|串|打))(?=$|[\s，,;；。])"
)
_CHAIN = re.compile(r"^[#＃\s]*(?:接龙|群接龙)[#＃\s:：]*")
_RULE = re.compile(r"\s*[-=_*—]{2,}\s*$")
_TITLE, _FEWEST, _WIDE = 30, 2, 8
_REACH = ("mobile", "phone", "email", "wechat", "qq")
_EDGES = " ,，;；。、"


@dataclass(slots=True)
class _Told:
    """What a text tells: its people, and the lines that are none."""

    people: list[CardText] = field(default_factory=list)
    rest: list[str] = field(default_factory=list)


def tabled(book: Workbook, dictionary: Dictionary, region: str) -> Workbook:
    """A text file that is no table as a table of the people that it tells of; the same where it tells of none.

    Args:
        dictionary: whose fields give the labels that are read.
        region: the country of numbers without a country code.
    """
    (sheet,) = book.sheets
    if _is_table(sheet.rows):
        return book
    sign = book.delimiter or ","
    glue = sign if sign == "\t" else f"{sign} "
    lines = [glue.join(text(cell) for cell in row).rstrip(glue) for row in sheet.rows]
    told = (
        _chain(lines, dictionary, region)
        or _noted_lines(lines, dictionary, region)
        or _cards(lines, dictionary, region)
    )
    if told is None:
        return book
    made = _sheet(sheet, told.people, dictionary)
    warnings = book.warnings
    if told.rest:
        said = ngettext(
            "{count} line tells of nobody and is left out: {lines}", "{count} lines tell of nobody and are left out: {lines}",
            len(told.rest),
        )  # fmt: skip
        warnings = (*warnings, said.format(count=len(told.rest), lines=" / ".join(told.rest)))
    return replace(book, sheets=(made,), warnings=warnings)


def _is_table(rows: Sequence[Sequence[Cell]]) -> bool:
    widths = Counter(sum(cell is not None for cell in row) for row in rows)
    widths.pop(0, None)
    wide = max((count for width, count in widths.items() if width > 1), default=0)
    widest = max(widths, default=0)
    # Rows of a wide table differ by their empty cells.
    near = sum(count for width, count in widths.items() if width >= MOSTLY * widest) if widest >= _WIDE else 0
    return max(wide, near) > HALF * max(1, widths.total())


def _chain(lines: Sequence[str], dictionary: Dictionary, region: str) -> _Told | None:
    """The people of a numbered list; None where the text is none."""
    entries: list[str] = []
    rest: list[str] = []
    for line in lines:
        match = _ENTRY.fullmatch(line)
        if match and int(match[1]) == len(entries) + 1:
            entries.append(match[2])
        elif line.strip():
            rest.append(line.strip())
    if len(entries) < _FEWEST:
        return None
    title = _CHAIN.sub("", next((line for line in rest if _CHAIN.sub("", line)), "")).strip(_EDGES + "：:")
    people = [_entry(entry, title if len(title) <= _TITLE else "", dictionary, region) for entry in entries]
    reached = sum(any(one.customer.get(name) or one.contact.get(name) for name in _REACH) for one in people)
    return _Told(people, rest) if reached >= HALF * len(people) else None


def _entry(entry: str, title: str, dictionary: Dictionary, region: str) -> CardText:
    """One entry of a numbered list: who it is, and what is wanted as notes."""
    goods = [match[1] for match in _GOODS.finditer(entry)]
    found = read_card(_GOODS.sub(" ", entry), dictionary, region)
    left = [one for one in found.left if one.strip(_EDGES)]
    if not found.customer.get("name") and left:
        found.customer = {"name": left.pop(0).strip(_EDGES), "kind": "person", **found.customer}
    wanted = " ".join((*left, *goods))
    if wanted:
        found.customer["notes"] = "\n".join(
            filter(None, (found.customer.get("notes"), f"{title}: {wanted}" if title else wanted))
        )
    return found


def _noted_lines(lines: Sequence[str], dictionary: Dictionary, region: str) -> _Told | None:
    """The people noted one in a line; None where the text is otherwise."""
    found = noted(lines, dictionary, region)
    return _Told(*found) if found else None


def _cards(lines: Sequence[str], dictionary: Dictionary, region: str) -> _Told | None:
    """The people of one signature, or of several with a rule or blank lines between; None where there is none."""
    blocks: list[list[str]] = [[]]
    for line in lines:
        if _RULE.fullmatch(line) or not line.strip():
            blocks.append([])
        else:
            blocks[-1].append(line)
    cards = [read_card("\n".join(block), dictionary, region) for block in blocks if block]
    if len(cards) > 1 and all(map(_whole, cards)):
        return _Told([_noted(one) for one in cards])
    whole = [line for block in blocks for line in block]
    one = read_card("\n".join(whole), dictionary, region)
    size, left = sum(map(len, whole)), sum(map(len, one.left))
    return _Told([_noted(one)]) if _whole(one) and left <= HALF * size else None


def _whole(card: CardText) -> bool:
    """Whether a text tells somebody's name and a way to reach him."""
    both = {**card.customer, **card.contact}
    return bool(card.customer.get("name")) and any(both.get(name) for name in _REACH)


def _noted(card: CardText) -> CardText:
    if card.left:
        card.customer["notes"] = "\n".join(filter(None, (card.customer.get("notes"), *card.left)))
    return card


def _sheet(sheet: Sheet, people: Sequence[CardText], dictionary: Dictionary) -> Sheet:
    """The people as a table whose columns say their fields."""
    rows = [one.customer | {f"contact.{name}": value for name, value in one.contact.items()} for one in people]
    targets = ["name", *dict.fromkeys(name for row in rows for name in row if name != "name")]
    table: list[list[Cell]] = [[_header(target, dictionary) for target in targets]]
    for row in rows:
        table.append([row.get(name) for name in targets])
    return replace(sheet, rows=table, kind="customers", targets=tuple(targets), anew=True)


def _header(target: str, dictionary: Dictionary) -> str:
    owner, _dot, name = target.rpartition(".")
    label = translate(dictionary.type(owner or "customer").field(name).label)
    return f"{translate(dictionary.type(owner).label)} · {label}" if owner else label
