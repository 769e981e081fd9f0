"""Which rows under a header are records, and why each other row is none."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import zip_longest

from app.transfer.grid import total_words
from app.transfer.grid.cells import at, blank, text
from app.transfer.grid.evidence import traits
from app.transfer.grid.folding import fold
from app.transfer.grid.headers import Vocabulary
from app.transfer.grid.scale import MOSTLY, NEARLY, SAID
from app.transfer.grid.sheets import Cell
from app.transfer.grid.stopping import watched
from app.transfer.layout.lengths import LABEL, NAME
from app.transfer.layout.under_header import NEAR, means_no_record

TITLE, NOTE, BLANK, GROUP, TOTAL, REPEATED, FOOTER, HIDDEN = (
    "title",
    "note",
    "blank",
    "group",
    "total",
    "repeated header",
    "footer",
    "hidden",
)
BESIDE = "beside"
"""A row of a document whose values were put into columns beside its lines."""
_LOOKED_AT = 400
_FEWEST_ROWS, _FEWEST_COLUMNS, _THIRD = 5, 3, 0.34
"""A table must have so many rows and full columns to tell what stands under it: rows that fill less than a third of the columns."""
_FEW_CELLS, _SUMMED = 3, 3
"""So few filled cells in a table of more columns may be a footer; so many rows there must be where the last may be a sum."""
_CENT, _ROUNDED = 0.01, 1e-6
"""By how much a sum may differ from that of the numbers above it: a cent, or what is rounded of a large one."""
_ODD_BEGINS = frozenset("#-=_*─━~·.＝—")
_RULE = re.compile(r"[-=_*─━～~·.＝—]{2,}")
_COMPOSED = re.compile(
    r"(?:本页|本頁|本月|年度|全部|总|總)?(?:[合总總総小共累]\s*[计計]|[汇彙]\s*[总總]|[总總]\s*[额額]|平均)(?:[:：(（].*)?|"
    r"[^\d\s]{1,10}(?:[小合总總総]\s*[计計])[:：]?|"
    r"(?:(?:\d\d){1,2}年)?(?:\d{1,2}月份?|第?[一二三四1-4]季度|[上下]半年)?[小合总總]\s*[计計]|"
    r"合[计計].{0,12}|"
    r"total [a-z]{1,20}(?: [a-z]{1,12})?\s*:\s*\d[\d,. ]*|"
    r"(?:客户|会员|商户|家数|户数|人数|记录|条数)?(?:总数|合计|总计|数量)\s*[:：]\s*\d+\s*[家户个条人位名]?",
    re.IGNORECASE,
)
_TOTAL_OF = re.compile(
    r"(?:sub-?)?totale?(?: (?:for|of|de|du|di|per|pour|para|von|für))?:?\s+|(?:zwischen)?summe(?: von| für)?:?\s+|итого(?: по| для)?:?\s+",
    re.IGNORECASE,
)
"""In front of the name of a group: what its rows come to."""
_COUNT = re.compile(r"共?\s*[\d.,，]+\s*[家户个条人笔项位件台间間戶個筆項臺名社명개건]?")
_COMPOSED_BEGINS = frozenset("本月年全总總総合小共累汇彙平tT")
_TOTAL_BEGINS = total_words.BEGINS | _COMPOSED_BEGINS
_DOUBTFUL_BEGINS = _ODD_BEGINS | _TOTAL_BEGINS | {sign for sign in map(chr, range(0x3001)) if sign.isspace()}
_FOOTER = re.compile(
    r"(?:制表|填表|审核|经办|复核|批准|主管|打印|编制)[人日时]?[^\d]{0,6}[:：].*|(?:备注|说明|注|附注|注意|温馨提示|"
    r"note)s?\s*[:：].*|第\s*\d+\s*页.*|"
    r"共\s*\d+\s*[页条行家户个笔间間戶個筆頁條單单].*|(?:printed|generated|exported|page \d+).*|以上.{0,30}|[*※].{4,}|-+ ?end ?-+|"
    r"(?:copyright \(c\)|©|confidential information).*",
    re.IGNORECASE,
)
_PRINTED = re.compile(
    r"(?:(?:accrual|cash) basis\s+)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?[a-z]{3,9}\.? \d{1,2}, ?\d{4},?\s+\d{1,2}:\d\d.*",
    re.IGNORECASE,
)
"""When a report was made, as programs write it under its rows."""
_DECORATED = re.compile(
    r"^[\s—\-=_*#~·.【\[<《▲●■◆★☆]{2,}|[—\-=_*~]{2,}\s*$|^【.*】$|^[一二三四五六七八九十]+[、.．]|"
    r"[:：]\s*$|^以下(?:为|是|均|全|都)|^.{0,14}(?:新增|客户群|地区|片区|类客户|年度)$|"
    r"^(?:重点|普通|一般|潜在|意向|老|新|大|小|中小|VIP|战略|核心|休眠|流失|成交|未成交|合作|终端|零售|个人|企业|[A-DVS]级?|"
    r"[待已未曾](?:联系|成交|签约|合作|跟进|开发|拜访|流失|回访))的?客户$|^\d{4}年(?:\d{1,2}月)?\S{0,4}$"
)
_PAGE = re.compile(r"表|名[单录册]|清单|资料|目录|[(（]续|\blist\b|\bpage\b|continued", re.IGNORECASE)
_PLACE = re.compile(r"^[\u4e00-\u9fff]{2,4}(?:省|市|区|县|自治区)$")


def data_rows(
    rows: Sequence[list[Cell]],
    body: list[int],
    headers: list[str],
    words: Vocabulary,
    width: int,
    header_rows: tuple[int, ...],
) -> tuple[list[int], list[tuple[int, str]]]:
    """The data rows, and the others with their reasons."""
    names = _name_columns(headers, words)
    keys = [fold(one) for one in headers]
    own = {column: {fold(text(at(rows[number], column))) for number in header_rows} for column in range(width)}
    data: list[int] = []
    skipped: list[tuple[int, str]] = []
    usual = _usual(rows, body)
    plain = {one.strip().casefold() for column in own for one in _raw(rows, header_rows, column)}
    sure = _sure(usual, plain)
    again = _titles(rows[: header_rows[0]]) if header_rows else set()
    near = 0
    apart = _apart(rows, body, headers)
    groups: set[str] = set()
    for number in watched(body):
        row = rows[number]
        if near >= NEAR and sure(row):
            data.append(number)
            continue
        filled = [(column, cell) for column, cell in enumerate(row) if not blank(cell)]
        near += bool(filled)
        if len(filled) == 1:
            groups.add(fold(text(filled[0][1])))
        reason = _reason(filled, names, keys, own, usual, width)
        reason = reason or _of_group(filled, apart, groups)
        if not reason and header_rows and near <= NEAR and means_no_record(filled, names, headers, words):
            again.add(_texts(row))
            reason = NOTE
        elif not reason and again and _texts(row) in again:
            reason = NOTE
        if reason:
            skipped.append((number, reason))
        else:
            data.append(number)
    over = dict(_over_headers(rows, data, [row for row, why in skipped if why == REPEATED]))
    data = [number for number in data if number not in over] if over else data
    skipped += over.items()
    data, ends = _before_footer(rows, data, names, skipped)
    skipped += ends
    data, tail = _without_tail(rows, data, names)
    total = _unlabelled_total(rows, data, names)
    if total is not None:
        data.remove(total)
        tail.append((total, TOTAL))
    return data, sorted(skipped + tail)


def _apart(rows: Sequence[list[Cell]], body: list[int], headers: list[str]) -> set[int]:
    """Columns without a header, among those with one, that hold nothing beside other cells: the names of groups stand in them."""
    if sum(map(bool, headers)) < _FEW_CELLS:
        return set()
    open_ones = {column for column, header in enumerate(headers) if not header}
    seen: set[int] = set()
    longest = 0
    for number in body[:_LOOKED_AT] if open_ones else ():
        filled = [column for column, cell in enumerate(rows[number]) if not blank(cell)]
        longest = max(longest, len(filled))
        if len(filled) == 1:
            seen.update(open_ones.intersection(filled))
        elif filled and not (_is_total(first := text(rows[number][filled[0]])) or _TOTAL_OF.match(first)):
            open_ones.difference_update(filled)
    return seen & open_ones if longest >= _FEW_CELLS else set()


def _of_group(filled: list[tuple[int, Cell]], apart: set[int], groups: set[str]) -> str:
    """Whether a row is the name of a group in a column of such, or the total of one that is named above."""
    first = text(filled[0][1])
    said = _TOTAL_OF.match(first) if groups else None
    if said and fold(first[said.end() :]) in groups:
        return TOTAL
    named = len(filled) == 1 and filled[0][0] in apart
    return GROUP if named and not traits(first) & {"phone", "mobile", "email"} else ""


def _is_total(value: str) -> bool:
    return total_words.is_total(value) or _COMPOSED.fullmatch(value) is not None


def _reached(cell: str) -> bool:
    """Whether a cell tells where somebody is reached: no total does, a firm that is called as one may."""
    held = traits(cell)
    return bool(held & {"email", "mobile"}) or ("phone" in held and cell.lstrip()[0] in "+0(（")


def _texts(row: list[Cell]) -> tuple[str, ...]:
    return tuple(text(cell) for cell in row if not blank(cell))


def _titles(above: Sequence[list[Cell]]) -> set[tuple[str, ...]]:
    """What stands over the header and may come again on each page."""
    return {told for row in above[-_LOOKED_AT:] if 0 < len(told := _texts(row)) <= 2}


def _over_headers(rows: Sequence[list[Cell]], data: list[int], repeated: list[int]) -> list[tuple[int, str]]:
    """Rows of one cell right over a header that comes again: the title of the page, or the name of a group."""
    found = []
    held = set(data)
    for number in repeated:
        above = next((row for row in range(number - 1, max(-1, number - 4), -1) if _texts(rows[row])), -1)
        told = _texts(rows[above]) if above in held else ()
        if len(told) == 1 and "company" not in traits(told[0]):
            found.append((above, NOTE if _PAGE.search(told[0]) else GROUP))
    return found


def _raw(rows: Sequence[list[Cell]], header_rows: tuple[int, ...], column: int) -> list[str]:
    return [value for number in header_rows if (value := text(at(rows[number], column)))]


def _sure(usual: int, headers: set[str]) -> Callable[[list[Cell]], bool]:
    """A quick look that settles most rows of a long sheet: well filled, and no word of a header or a total in front.

    Args:
        usual: how many cells most rows fill.
        headers: what the columns are called, folded.
    """
    least = max(3, usual // 2)
    longest = max(map(len, headers), default=0)
    short: dict[str, bool] = {}

    def plain(cell: str) -> bool:
        value = cell.strip()
        if not value or value[0] in _ODD_BEGINS or (len(value) <= longest and value.casefold() in headers):
            return False
        if total_words.is_total(value):
            return False
        summed = value[0] in _COMPOSED_BEGINS or value[-1] in "计計"
        return not (summed and len(value) < LABEL and _COMPOSED.fullmatch(value))

    def sure(row: list[Cell]) -> bool:
        if len(row) - row.count(None) <= least:
            return False
        seen = 0
        for cell in row:
            if isinstance(cell, str):
                if len(cell) > longest:
                    if (cell[0] in _DOUBTFUL_BEGINS or cell[-1].isspace()) and not plain(cell):
                        return False
                elif not (short[cell] if cell in short else short.setdefault(cell, plain(cell))):
                    return False
                seen += 1
                if seen == 3:
                    return True
        return seen > 0

    return sure


def _name_columns(headers: list[str], words: Vocabulary) -> set[int]:
    found = set()
    for column, header in enumerate(headers):
        last = header.rsplit(" / ", 1)[-1]
        meanings = words.lookup(last) if header else ()
        named = any(
            one.score >= SAID
            and (one.field in ("name", "given", "family") or (one.record, one.field) == ("contact", "customer"))
            for one in meanings[:3]
        )
        if named and not any(one.field == "unit" for one in meanings):
            found.add(column)
    return found


def _usual(rows: Sequence[list[Cell]], body: list[int]) -> int:
    counts = sorted(len(row := rows[number]) - sum(map(blank, row)) for number in body[:2000])
    counts = [count for count in counts if count]
    return counts[int(len(counts) * MOSTLY)] if counts else 0


def _reason(
    filled: list[tuple[int, Cell]], names: set[int], keys: list[str], own: dict[int, set[str]], usual: int, width: int
) -> str:
    if not filled:
        return BLANK
    if all(isinstance(cell, str) and _RULE.fullmatch(cell.strip()) for _, cell in filled):
        return NOTE
    first = text(filled[0][1])
    if (
        first.startswith("#")
        and len(first) > 1
        and not isinstance(filled[0][1], float)
        and ((first[1].isalpha() or first[1].isspace()) and len(filled) <= max(2, usual // 2))
    ):
        return NOTE
    same = sum(
        1 for column, cell in filled
        if isinstance(cell, str) and (key := fold(cell)) and (key in own.get(column, ()) or key == keys[column])
    )  # fmt: skip
    if len(filled) > 1 and same >= 2 and same >= len(filled) * MOSTLY:
        return REPEATED
    labels = [text(cell) for _, cell in filled[:4] if isinstance(cell, str)]
    if any(_is_total(label) for label in labels[:3]) and not any(
        (column in names and not (_is_total(text(cell)) or _COUNT.fullmatch(text(cell)))) or _reached(cell)
        for column, cell in filled
        if isinstance(cell, str)
    ):
        return TOTAL
    texts = [cell for _, cell in filled if isinstance(cell, str)]
    if len(filled) == 1 and _PRINTED.fullmatch(first):
        return FOOTER
    if len(filled) == 1 and width > _FEW_CELLS and filled[0][0] not in names and _FOOTER.fullmatch(first):
        return FOOTER
    if len(filled) == 1 and usual > 1:
        return _single(filled[0][0], first, names if usual > 2 else {filled[0][0]})
    if len(filled) <= _FEW_CELLS <= usual and len(texts) == len(filled) and _FOOTER.fullmatch(first):
        return FOOTER
    return ""


def _single(column: int, value: str, names: set[int]) -> str:
    """Why a row with one cell only is no record, or "" when it is one (a customer of whom only the name is known)."""
    if _FOOTER.fullmatch(value):
        return FOOTER
    if len(value) == 1 and value.isascii() and value.isalpha():
        return NOTE
    if _DECORATED.search(value) or _PLACE.match(value):
        return GROUP
    if column in names or not names:
        return "" if len(value) <= NAME else NOTE
    looks = traits(value)
    if looks & {"phone", "mobile", "email"}:
        return ""
    return NOTE if len(value) > LABEL else GROUP


def _before_footer(
    rows: Sequence[list[Cell]], data: list[int], names: set[int], skipped: list[tuple[int, str]]
) -> tuple[list[int], list[tuple[int, str]]]:
    """Cut off single remarks right before a footer: the title of a report, as Salesforce writes it under the rows."""
    footers = {number for number, reason in skipped if reason == FOOTER}
    ends: list[tuple[int, str]] = []
    while len(data) > 1 and footers and max(footers) > data[-1]:
        filled = [column for column, cell in enumerate(rows[data[-1]]) if not blank(cell)]
        if len(filled) != 1 or filled[0] in names:
            break
        ends.append((data[-1], FOOTER))
        data = data[:-1]
    return data, ends


def _without_tail(
    rows: Sequence[list[Cell]], data: list[int], names: set[int]
) -> tuple[list[int], list[tuple[int, str]]]:
    """Cut off remarks under the table: rows at its end that fill few of the columns which all others fill."""
    if len(data) < _FEWEST_ROWS:
        return data, []
    head = data[: max(_FEWEST_ROWS - 1, int(len(data) * NEARLY))]
    head = head[:: max(1, len(head) // _LOOKED_AT)]
    columns = list(enumerate(zip_longest(*map(rows.__getitem__, head))))
    core = [column for column, cells in columns if len(head) - sum(map(blank, cells)) >= NEARLY * len(head)]
    if len(core) < _FEWEST_COLUMNS:
        return data, []
    texts = {column for column, cells in columns if sum(isinstance(cell, str) for cell in cells) > len(head) / 2}
    tail: list[int] = []
    for number in reversed(data):
        cells = [(column in texts, at(rows[number], column)) for column in core]
        if sum(not blank(cell) and isinstance(cell, str) == plain for plain, cell in cells) / len(core) >= _THIRD:
            break
        tail.append(number)
    if not tail or len(tail) > len(data) / 2:
        return data, []
    sure = [number for number in tail if not any(not blank(at(rows[number], column)) for column in names)]
    named = [number for number in tail if number not in sure]
    if any("company" in traits(at(rows[number], column)) for number in named for column in names):
        named = []
    gone = set(sure) | (
        set(named) if sure and all(sum(not blank(cell) for cell in rows[number]) <= 2 for number in named) else set()
    )
    gone = {
        number
        for number in gone
        if not any(traits(cell) & {"phone", "email"} for cell in rows[number] if not blank(cell))
    }
    return [number for number in data if number not in gone], [(number, FOOTER) for number in sorted(gone)]


def _unlabelled_total(rows: Sequence[list[Cell]], data: list[int], names: set[int]) -> int | None:
    """The last row when it has no name and a number in it is the sum of those above."""
    if len(data) < _SUMMED:
        return None
    last = data[-1]
    if any(not blank(at(rows[last], column)) for column in names):
        return None
    if not names and any(isinstance(cell, str) and any(map(str.isalpha, cell)) for cell in rows[last]):
        return None
    for column, cell in enumerate(rows[last]):
        if isinstance(cell, (int, float)) and not isinstance(cell, bool) and cell:
            above = [value for number in data[:-1] if isinstance(value := at(rows[number], column), (int, float))]
            total = sum(map(float, above))
            if len(above) >= 2 and abs(total - float(cell)) < max(_CENT, abs(total) * _ROUNDED):
                return last
    return None
