"""Rows right under a header that hold no record: units, hints how to fill in, numbers of the columns, a second language,
what a program calls them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.transfer.grid.cells import is_number, text
from app.transfer.grid.evidence import traits
from app.transfer.grid.folding import fold
from app.transfer.grid.headers import OTHER, Vocabulary
from app.transfer.grid.scale import LIKELY, MOSTLY
from app.transfer.grid.sheets import Cell
from app.transfer.layout.lengths import HEADER

NEAR = 2
"""How many rows under the header are looked at."""
_UNIT = re.compile(
    r"[(（\[【].{0,12}[)）\]】]|(?:人民币)?(?:百|千|万|百万|亿)?[元圆美欧]元?|%|％|‰|[年月日天周]|小时|分钟|[个件台套只箱吨米升家人次]|"
    r"千克|公斤|千米|平方米|立方米|rmb|cny|usd|eur|gbp|hkd|kg|g|t|m|mm|cm|km|m2|㎡|l|ml|pcs|pc|days?|hours?|[¥$€£]",
    re.IGNORECASE,
)
_HINT = re.compile(
    r"[(（\[【*]*(?:必填|选填|必须填?|非必填|可选|可不填|可空|必选|单选|多选|下拉选?择?|自动(?:生成)?|文本|文字|数字|数值|整数|日期|字符|格式|"
    r"例[:：如]|示例|如[:：]|如（|最多|不超过|限\d|请|填写|required|optional|mandatory|text|string|number|numeric|integer|decimal|"
    r"date|boolean|format|max\b|e\.?g\.|example|yyyy|mm/dd|dd/mm|free text|drop-?down|must|may be|leave|with ).*",
    re.IGNORECASE | re.DOTALL,
)
_FIELD = re.compile(r"[A-Za-z]\w*\.[A-Za-z]\w*", re.ASCII)
"""A field as a program calls it: Party.phone."""
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_DATALIKE = frozenset({"email", "mobile", "phone", "phones", "money", "tax", "url", "company"})
Filled = Sequence[tuple[int, Cell]]


def means_no_record(filled: Filled, names: set[int], headers: Sequence[str], words: Vocabulary) -> bool:
    """Whether a row right under the header tells of the columns, not of a record.

    Args:
        filled: its filled cells with their columns.
        names: the columns with the names of records.
        headers: the header of each column.
        words: what headers may mean.
    """
    texts = [(column, text(cell)) for column, cell in filled]
    if not texts:
        return False
    if _numbers([value for _column, value in texts]) and len(texts) >= max(3, sum(map(bool, headers)) - 1):
        return True
    if all(_FIELD.fullmatch(value) for _column, value in texts) and len(_records(texts)) * 2 < len(texts):
        return True
    if any(is_number(cell) or traits(cell) & _DATALIKE for _column, cell in filled):
        return False
    if not any(column in names for column, _cell in filled) and all(_UNIT.fullmatch(value) for _column, value in texts):
        return True
    hints = sum(_HINT.fullmatch(value) is not None or _UNIT.fullmatch(value) is not None for _column, value in texts)
    if (
        hints >= 2
        and hints * 2 >= len(texts)
        and any(_HINT.fullmatch(value) for column, value in texts if column in names)
    ):
        return True
    if hints == len(texts) >= 2 and not any(column in names for column, _value in texts):
        return True
    return len(texts) >= 2 and _said_again(texts, headers, words)


def _records(texts: Sequence[tuple[int, str]]) -> set[str]:
    """The records whose fields the cells of a row name: Party of Party.phone."""
    return {value.partition(".")[0] for _column, value in texts}


def _numbers(values: Sequence[str]) -> bool:
    """Whether the cells count the columns: 1 2 3, A B C, or 甲 乙 1 2."""
    rest = list(values)
    for signs in (_STEMS, "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "①②③④⑤⑥⑦⑧⑨⑩"):
        at = 0
        while rest and at < len(signs) and rest[0].upper() == signs[at]:
            rest.pop(0)
            at += 1
    return _counted(rest)


def _counted(values: Sequence[str]) -> bool:
    numbers = [value.strip("()（）栏第") for value in values]
    return all(one.isdecimal() and int(one) == at for at, one in enumerate(numbers, 1))


def _said_again(texts: Sequence[tuple[int, str]], headers: Sequence[str], words: Vocabulary) -> bool:
    """Whether the row names the same fields as the header, in another language or as a program calls them."""
    told = same = 0
    for column, value in texts:
        header = headers[column] if column < len(headers) else ""
        if not header or len(value) > HEADER or fold(value) == fold(header):
            return False
        mine, theirs = (
            {(one.record, one.field) for one in words.lookup(said) if one.score >= LIKELY and one.record != OTHER}
            for said in (value, header)
        )
        told += bool(mine)
        same += bool({field for _record, field in mine} & {field for _record, field in theirs})
    return told >= max(2, MOSTLY * len(texts)) and same >= max(2, MOSTLY * told)
