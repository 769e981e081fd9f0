"""Where the table of a sheet is: its header, its data rows, and why each other row is none."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from app.transfer.cells import at, blank, is_moment, is_number, letter, text
from app.transfer.evidence import traits
from app.transfer.headers import Vocabulary, fold, pieces
from app.transfer.sheets import Cell, Sheet

TITLE, NOTE, BLANK, GROUP, TOTAL, REPEATED, FOOTER = "title", "note", "blank", "group", "total", "repeated header", "footer"
_SEARCHED = 60
_BELOW = 12
_LOOKED_AT = 400
_TOTAL = re.compile(
    r"(?:本页|本月|年度|全部|总)?(?:合\s*计|总\s*计|小\s*计|共\s*计|累\s*计|汇\s*总|总\s*额|平均)(?:[:：(（].*)?|"
    r"(?:grand |sub ?)?totals?:?|sum:?|summe|gesamt|итого:?|合计.{0,12}",
    re.IGNORECASE,
)
_TOTAL_BEGINS = frozenset("本月年全总合小共累汇平gstиGSTИſ")
_FOOTER = re.compile(
    r"(?:制表|填表|审核|经办|复核|批准|主管|打印|编制)[人日时]?[^\d]{0,6}[:：].*|(?:备注|说明|注|附注|注意|温馨提示|"
    r"note)s?\s*[:：].*|第\s*\d+\s*页.*|"
    r"共\s*\d+\s*[页条行家户个笔].*|(?:printed|generated|exported|page \d+).*|以上.{0,30}|[*※].{4,}|-+ ?end ?-+",
    re.IGNORECASE,
)
_DECORATED = re.compile(r"^[\s—\-=_*#~·.【\[<《▲●■◆★☆]{2,}|[—\-=_*~]{2,}\s*$|^【.*】$|^[一二三四五六七八九十]+[、.．]|"
                        r"[:：]\s*$|^.{0,14}(?:新增|客户群|地区|片区|类客户|年度)$|^\d{4}年(?:\d{1,2}月)?\S{0,4}$")
_PLACE = re.compile(r"^[\u4e00-\u9fff]{2,4}(?:省|市|区|县|自治区)$")
_DATALIKE = {"email", "mobile", "phone", "phones", "date", "money", "tax", "url", "number", "company", "address"}


@dataclass(frozen=True, slots=True)
class Layout:
    """The table of one sheet.

    Args:
        header_rows: the rows (0-based) that hold the header, none when there is no header.
        headers: the header text of each column; two rows are joined with " / "; "" where there is none.
        columns: the columns (0-based) that hold a header or data.
        data: the rows (0-based) that hold records.
        skipped: all other rows up to the last one, each with the reason.
        form: whether the sheet is a form, with labels beside values, not a table.
        filled: values carried down from merged cells: (row, column) → the row that holds the value.
    """

    header_rows: tuple[int, ...]
    headers: tuple[str, ...]
    columns: tuple[int, ...]
    data: tuple[int, ...]
    skipped: tuple[tuple[int, str], ...] = ()
    form: bool = False

    @property
    def header_row(self) -> int | None:
        """The header's row as Excel numbers it, the lower one of two; None without a header."""
        return self.header_rows[-1] + 1 if self.header_rows else None

    def header(self, column: int) -> str:
        """The header of a column, or its letter."""
        return (self.headers[column] if column < len(self.headers) else "") or letter(column)


def detect(sheet: Sheet, words: Vocabulary, header_row: int | None = -1) -> Layout:
    """Find the table of a sheet.

    Args:
        sheet: the sheet as read.
        words: what headers may mean.
        header_row: the header's row (1-based) if the user says so, None for no header, -1 to find it.
    """
    rows = sheet.rows
    width = max(map(len, rows), default=0)
    if header_row == -1:
        header = _find_header(rows, words)
    else:
        header = None if header_row is None else min(header_row - 1, len(rows) - 1)
    header_rows, headers = _headers(sheet, header, words, width)
    first = header_rows[-1] + 1 if header_rows else _first_data(rows)
    skipped: list[tuple[int, str]] = []
    top = header_rows[0] if header_rows else first
    for number in range(top):
        skipped.append((number, _above(rows, number, header)))
    body = list(range(first, len(rows)))
    data, more = _body(rows, body, headers, words, width, header_rows)
    skipped += more
    columns = tuple(
        column for column in range(width)
        if (column < len(headers) and headers[column]) or any(not blank(at(rows[number], column)) for number in data)
    )  # fmt: skip
    form = header is not None and _labels_above(rows[:top], words) >= 3
    return Layout(header_rows, tuple(headers), columns, tuple(data), tuple(skipped), form)


def _first_data(rows: list[list[Cell]]) -> int:
    return next((number for number, row in enumerate(rows) if any(not blank(cell) for cell in row)), 0)


def _above(rows: list[list[Cell]], number: int, header: int | None) -> str:
    filled = [text(cell) for cell in rows[number] if not blank(cell)]
    if not filled:
        return BLANK
    earlier = any(not blank(cell) for row in rows[:number] for cell in row)
    return NOTE if earlier or header is None or filled[0].startswith("#") else TITLE


def _find_header(rows: list[list[Cell]], words: Vocabulary) -> int | None:
    """The row that is most like a header: words that name fields, no data in it, data under it."""
    widths = sorted(sum(not blank(cell) for cell in row) for row in rows[:400] if row)
    usual = widths[int(len(widths) * 0.75)] if widths else 0
    best, best_score = None, 0.0
    for number, row in enumerate(rows[:_SEARCHED]):
        cells = [(column, cell) for column, cell in enumerate(row) if not blank(cell)]
        if not cells or (text(cells[0][1]).startswith("#") and len(text(cells[0][1])) > 1):
            continue
        score = _header_score(cells, rows, number, words, usual)
        if score > best_score:
            best, best_score = number, score
        if best is not None and number > best + _BELOW and best_score > 6:
            break
    return best


def _header_score(
    cells: list[tuple[int, Cell]], rows: list[list[Cell]], number: int, words: Vocabulary, usual: int
) -> float:
    known = plain = data = 0.0
    seen: set[str] = set()
    for _column, cell in cells:
        if is_number(cell) or is_moment(cell) or isinstance(cell, bool):
            data += 1
            continue
        value = text(cell)
        found = words.lookup(value) if len(value) <= 60 else ()
        sure = found[0].score if found else 0.0
        if not found and len(value) <= 60 and len(pieces(value)) > 1 and all(words.known(part) for part in pieces(value)):
            sure = 0.9
        if sure >= 0.9 or (sure >= 0.6 and not traits(value) & _DATALIKE):
            known += sure
        elif traits(value) & _DATALIKE or value.replace(".", "").isdigit():
            data += 1
        elif len(value) > 40 or value.endswith(("。", "！", "!")):
            data += 0.5
        else:
            plain += 1
        if value in seen:
            data += 0.3
        seen.add(value)
    below = rows[number + 1 : number + 6]
    contrast = sum(
        any(_like_data(at(row, column)) for row in below)
        for column, _cell in cells
    )
    if not known and (data or not contrast or len(cells) < 2):
        return 0.0
    if len(cells) < 2 and (usual > 1 or not known):
        return 0.0
    if len(cells) * 3 < usual:
        return 0.0
    return known * 3 + plain * 0.4 + contrast * 0.2 - data * 1.5 - number * 0.01


def _like_data(cell: Cell) -> bool:
    if blank(cell):
        return False
    return is_number(cell) or is_moment(cell) or bool(traits(cell) & (_DATALIKE | {"number", "code"}))


def _headers(
    sheet: Sheet, header: int | None, words: Vocabulary, width: int
) -> tuple[tuple[int, ...], list[str]]:
    """The header rows and the joined texts."""
    rows = sheet.rows
    if header is None:
        return (), [""] * width
    upper, lower = header, header
    across = {r0 for r0, c0, r1, c1 in sheet.merged if c1 > c0 and r0 == r1 and c1 - c0 + 1 < max(3, width)}
    down = {r0: r1 for r0, c0, r1, c1 in sheet.merged if r1 == r0 + 1 and c0 == c1}
    if (header in across or header in down) and _second_header(rows, header, words, sheet):
        lower = header + 1
    elif header > 0 and ((header - 1) in down or (header - 1) in across) and _second_header(rows, header - 1, words, sheet):
        upper = header - 1
    elif _gaps_named_below(rows, header, words, width):
        lower = header + 1
    elif header > 0 and _gaps_named_below(rows, header - 1, words, width):
        upper = header - 1
    one = [_clean(at(rows[lower], column)) for column in range(width)]
    if upper == lower:
        return (header,), one
    top = _spread(sheet, upper, width, one)
    joined = []
    for above, under in zip(top, one, strict=True):
        if not under or fold(above) == fold(under):
            joined.append(above or under)
        else:
            joined.append(f"{above} / {under}" if above else under)
    return (upper, lower), joined


def _second_header(rows: list[list[Cell]], upper: int, words: Vocabulary, sheet: Sheet) -> bool:
    """Whether the row under this one belongs to the header: it names what merged cells above leave open."""
    if upper + 1 >= len(rows):
        return False
    spans = [(c0, c1) for r0, c0, r1, c1 in sheet.merged if r0 == upper and r1 == upper and c1 > c0]
    if not spans or not any(not blank(at(rows[upper], c0)) for c0, _ in spans):
        return False
    if sum(not blank(cell) for cell in rows[upper]) < 2:
        return False
    grouped = {column for c0, c1 in spans for column in range(c0, c1 + 1)}
    for column, cell in enumerate(rows[upper]):
        under = at(rows[upper + 1], column)
        if column not in grouped and not blank(cell) and not blank(under) and text(under) != text(cell):
            return False
    inside = [at(rows[upper + 1], column) for c0, c1 in spans for column in range(c0, c1 + 1)]
    named = [cell for cell in inside if isinstance(cell, str) and not blank(cell)]
    return bool(named) and all(len(cell) <= 20 and not traits(cell) & _DATALIKE and not cell.strip().isdigit() for cell in named)


def _gaps_named_below(rows: list[list[Cell]], upper: int, words: Vocabulary, width: int) -> bool:
    """Without merges (text files): the next row names just the columns that this one leaves open, or that it groups."""
    if upper + 1 >= len(rows):
        return False
    above, under = rows[upper], rows[upper + 1]
    gaps = [column for column in range(width) if blank(at(above, column)) and not blank(at(under, column))]
    firsts = [column - 1 for column in gaps if column and not blank(at(above, column - 1)) and not blank(at(under, column - 1))]
    if not gaps or not firsts or sum(not blank(cell) for cell in above) < 2:
        return False
    named = [text(at(under, column)) for column in range(width) if not blank(at(under, column))]
    return len(named) <= width - 1 and sum(words.known(one) for one in named) >= max(2, len(named) * 0.6)


def _spread(sheet: Sheet, row: int, width: int, under: list[str]) -> list[str]:
    """The texts of the upper header row, each over all columns of its merged cell."""
    top = [_clean(at(sheet.rows[row], column)) for column in range(width)]
    merged = False
    for r0, c0, r1, c1 in sheet.merged:
        if r0 <= row <= r1 and c1 > c0:
            merged = True
            for column in range(c0, min(c1 + 1, width)):
                top[column] = top[column] or _clean(at(sheet.rows[r0], c0))
    if not merged:
        for column in range(1, width):
            if not top[column] and under[column] and under[column - 1]:
                top[column] = top[column - 1]
    return top


def _clean(cell: Cell) -> str:
    return " ".join(text(cell).split())


def _body(
    rows: list[list[Cell]], body: list[int], headers: list[str], words: Vocabulary, width: int, header_rows: tuple[int, ...]
) -> tuple[list[int], list[tuple[int, str]]]:
    """The data rows, and the others with their reasons."""
    names = _name_columns(headers, words)
    keys = [fold(one) for one in headers]
    own = {column: {fold(text(at(rows[number], column))) for number in header_rows} for column in range(width)}
    data: list[int] = []
    skipped: list[tuple[int, str]] = []
    usual = _usual(rows, body)
    plain = {one.strip().casefold() for column in own for one in _raw(rows, header_rows, column)}
    for number in body:
        row = rows[number]
        if _surely_data(row, usual, plain):
            data.append(number)
            continue
        filled = [(column, cell) for column, cell in enumerate(row) if not blank(cell)]
        reason = _reason(filled, names, keys, own, usual, width)
        if reason:
            skipped.append((number, reason))
        else:
            data.append(number)
    data, tail = _without_tail(rows, data, names)
    total = _unlabelled_total(rows, data, names)
    if total is not None:
        data.remove(total)
        tail.append((total, TOTAL))
    return data, sorted(skipped + tail)


def _raw(rows: list[list[Cell]], header_rows: tuple[int, ...], column: int) -> list[str]:
    return [value for number in header_rows if (value := text(at(rows[number], column)))]


def _surely_data(row: list[Cell], usual: int, headers: set[str]) -> bool:
    """A quick look that settles most rows of a long sheet: well filled, and no word of a header or a total in front."""
    if len(row) - row.count(None) <= max(3, usual // 2):
        return False
    seen = 0
    for cell in row:
        if isinstance(cell, str):
            value = cell.strip()
            if not value or value[0] == "#" or value.casefold() in headers:
                return False
            if value[0] in _TOTAL_BEGINS and len(value) < 20 and _TOTAL.fullmatch(value):
                return False
            seen += 1
            if seen == 3:
                return True
    return seen > 0


def _name_columns(headers: list[str], words: Vocabulary) -> set[int]:
    found = set()
    for column, header in enumerate(headers):
        last = header.rsplit(" / ", 1)[-1]
        meanings = words.lookup(last) if header else ()
        named = any(
            one.score >= 0.9 and (one.field in ("name", "given", "family") or (one.record, one.field) == ("contact", "customer"))
            for one in meanings[:3]
        )
        if named and not any(one.field == "unit" for one in meanings):
            found.add(column)
    return found


def _usual(rows: list[list[Cell]], body: list[int]) -> int:
    counts = sorted(sum(not blank(cell) for cell in rows[number]) for number in body[:2000])
    counts = [count for count in counts if count]
    return counts[len(counts) // 2] if counts else 0


def _reason(
    filled: list[tuple[int, Cell]], names: set[int], keys: list[str], own: dict[int, set[str]], usual: int, width: int
) -> str:
    if not filled:
        return BLANK
    first = text(filled[0][1])
    if first.startswith("#") and len(first) > 1 and not isinstance(filled[0][1], float) and (
        (first[1].isalpha() or first[1].isspace()) and len(filled) <= max(2, usual // 2)
    ):
        return NOTE
    same = sum(
        1 for column, cell in filled
        if isinstance(cell, str) and (key := fold(cell)) and (key in own.get(column, ()) or key == keys[column])
    )  # fmt: skip
    if len(filled) > 1 and same >= 2 and same >= len(filled) * 0.6:
        return REPEATED
    labels = [text(cell) for _, cell in filled[:4] if isinstance(cell, str)]
    if any(_TOTAL.fullmatch(label) for label in labels[:3]) and not any(
        column in names and not _TOTAL.fullmatch(text(cell)) for column, cell in filled if isinstance(cell, str)
    ):
        return TOTAL
    texts = [cell for _, cell in filled if isinstance(cell, str)]
    if len(filled) == 1 and usual >= 3:
        return _single(filled[0][0], first, names)
    if len(filled) <= 3 and len(texts) == len(filled) and usual >= 3 and _FOOTER.fullmatch(first):
        return FOOTER
    return ""


def _single(column: int, value: str, names: set[int]) -> str:
    """Why a row with one cell only is no record, or "" when it is one (a customer of whom only the name is known)."""
    if _FOOTER.fullmatch(value):
        return FOOTER
    if _DECORATED.search(value) or _PLACE.match(value):
        return GROUP
    if column in names or not names:
        return "" if len(value) <= 60 else NOTE
    looks = traits(value)
    if looks & {"phone", "mobile", "email"}:
        return ""
    return NOTE if len(value) > 20 else GROUP


def _without_tail(
    rows: list[list[Cell]], data: list[int], names: set[int]
) -> tuple[list[int], list[tuple[int, str]]]:
    """Cut off remarks under the table: rows at its end that fill few of the columns which all others fill."""
    if len(data) < 5:
        return data, []
    head = data[: max(4, int(len(data) * 0.8))]
    head = head[:: max(1, len(head) // _LOOKED_AT)]
    width = max(len(rows[number]) for number in head)
    core = [column for column in range(width) if sum(not blank(at(rows[number], column)) for number in head) >= 0.8 * len(head)]
    if len(core) < 3:
        return data, []
    texts = {column for column in core if sum(isinstance(at(rows[number], column), str) for number in head) > len(head) / 2}
    tail: list[int] = []
    for number in reversed(data):
        cells = [(column in texts, at(rows[number], column)) for column in core]
        if sum(not blank(cell) and isinstance(cell, str) == plain for plain, cell in cells) / len(core) >= 0.34:
            break
        tail.append(number)
    if not tail or len(tail) > len(data) / 2:
        return data, []
    sure = [number for number in tail if not any(not blank(at(rows[number], column)) for column in names)]
    named = [number for number in tail if number not in sure]
    if any("company" in traits(at(rows[number], column)) for number in named for column in names):
        named = []
    gone = set(sure) | (set(named) if sure and all(sum(not blank(cell) for cell in rows[number]) <= 2 for number in named) else set())
    gone = {number for number in gone if not any(traits(cell) & {"phone", "email"} for cell in rows[number] if not blank(cell))}
    return [number for number in data if number not in gone], [(number, FOOTER) for number in sorted(gone)]


def _unlabelled_total(rows: list[list[Cell]], data: list[int], names: set[int]) -> int | None:
    """The last row when it has no name and a number in it is the sum of those above."""
    if len(data) < 3:
        return None
    last = data[-1]
    if any(not blank(at(rows[last], column)) for column in names):
        return None
    for column, cell in enumerate(rows[last]):
        if isinstance(cell, (int, float)) and not isinstance(cell, bool) and cell:
            above = [value for number in data[:-1] if isinstance(value := at(rows[number], column), (int, float))]
            total = sum(map(float, above))
            if len(above) >= 2 and abs(total - float(cell)) < max(0.01, abs(total) * 1e-6):
                return last
    return None


def _labels_above(rows: list[list[Cell]], words: Vocabulary) -> int:
    """How many label cells with an empty or filled cell beside them stand above the header, as forms have."""
    found = 0
    for row in rows:
        for cell in row:
            if isinstance(cell, str) and not blank(cell):
                value = text(cell).rstrip(":： ")
                label = re.split(r"\s*[:：]\s*", value)[0]
                if 2 <= len(label) <= 20 and words.known(label):
                    found += 1
    return found


def without(layout: Layout, gone: dict[int, str]) -> Layout:
    """The layout with some data rows skipped for a reason."""
    return replace(
        layout, data=tuple(number for number in layout.data if number not in gone),
        skipped=tuple(sorted((*layout.skipped, *gone.items()))),
    )  # fmt: skip
