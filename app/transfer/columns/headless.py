"""Names and goods in lists without a header: by their letters, beside numbers to reach somebody or under the name of such a list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from app.transfer.columns.seen import Seen
from app.transfer.grid.folding import fold
from app.transfer.grid.headers import PERSON, PRODUCT, Meaning
from app.transfer.grid.scale import ALL_BUT, HALF, MOSTLY, NEARLY

_CALLED = tuple(
    map(
        fold,
        (
            "客户|客戶|顾客|顧客|会员|會員|得意先|取引先|고객|거래처|회원|customer|client|member|kunden|klient|cliente|clienti|khách hàng|"
            "khachhang|pelanggan|ลูกค้า|عملاء|العملاء|زبائن|לקוחות|клиент|покупател|контрагент|клієнт|müşteri|πελάτ|zákazn|ügyfél|asiakas|asiakkaat|"
            "kunder|klanten|kontrahen"
        ).split("|"),
    )
)
"""In names of sheets that list customers."""
_EASTERN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_LONGEST, _WORD, _SIGNS, _SURE = 40, 14, 3, 0.95
_STRAYS = 1 - ALL_BUT
_DIGITS, _FEW_COLUMNS = 4, 4


def parts(columns: Sequence[Seen]) -> Sequence[Seen]:
    """The columns, two of single words beside each other told to be the parts of names where a list has no header."""
    if any(one.header for one in columns) or not _reached(columns):
        return columns
    lettered = [one for one in columns if _lettered(one)]
    if len(lettered) != 2 or lettered[1].index != lettered[0].index + 1 or not all(map(_words, lettered)):
        return columns
    eastern = all(_EASTERN.search(sample) for one in lettered for sample in one.evidence.samples)
    fields = ("family", "given") if eastern else ("given", "family")
    said = {one.index: (Meaning(PERSON, name, _SURE),) for one, name in zip(lettered, fields, strict=True)}
    return [replace(one, meanings=said.get(one.index, one.meanings)) for one in columns]


def goods(columns: Sequence[Seen]) -> Sequence[Seen]:
    """The columns, texts that differ told to be goods where a list without a header has sums of money behind them and nothing else."""
    held = [one for one in columns if one.evidence.filled]
    if any(one.header for one in columns) or _reached(columns) or not 1 < len(held) <= _FEW_COLUMNS:
        return columns
    rows = max(one.evidence.filled for one in held)
    prices = [one for one in held if one.evidence.share("money") >= NEARLY and one.evidence.filled * 2 >= rows]
    worded = [one for one in held if _worded(one) and one.evidence.filled * 2 >= rows]
    if len(prices) != 1 or len(worded) != 1 or worded[0].index > prices[0].index or rows < _SIGNS:
        return columns
    said = {
        worded[0].index: (Meaning(PRODUCT, "name", _SURE),),
        prices[0].index: (Meaning(PRODUCT, "price", _SURE),),
    }
    return [replace(one, meanings=said.get(one.index, one.meanings)) for one in columns]


def _worded(one: Seen) -> bool:
    """Whether a column holds texts that differ, as what is sold is called: none of days, numbers, sums or persons."""
    evidence = one.evidence
    if evidence.distinct < ALL_BUT or not _SIGNS < evidence.mean <= _LONGEST * 3:
        return False
    if evidence.share("email", "url", "phone", "date", "code", "number", "money") > _STRAYS:
        return False
    letters = sum(sum(map(str.isalpha, sample)) * 2 > len(sample) for sample in evidence.samples)
    return evidence.share("person") < MOSTLY and letters >= NEARLY * len(evidence.samples)


def named(sheet: str, columns: Sequence[Seen]) -> Seen | None:
    """The first column of a list without a header that holds different texts of letters, as names are; None where none does.

    Args:
        sheet: the sheet's name, which may say that it lists customers.
        columns: its columns.
    """
    if any(one.header for one in columns):
        return None
    lettered = [one for one in columns if _lettered(one)]
    known = _reached(columns) or (len(lettered) == 1 and any(word in fold(sheet) for word in _CALLED))
    return lettered[0] if lettered and known else None


def _reached(columns: Sequence[Seen]) -> bool:
    """Whether a column holds numbers or addresses by which somebody is reached, each one's own."""
    return any(
        one.evidence.share("mobile", "phone", "email") >= NEARLY and one.evidence.distinct >= MOSTLY
        for one in columns if one.evidence.filled
    )  # fmt: skip


def _lettered(one: Seen) -> bool:
    evidence = one.evidence
    if not evidence.filled or evidence.distinct < MOSTLY or not 1 < evidence.mean <= _LONGEST:
        return False
    if evidence.share("email", "url", "phone", "address", "date", "code", "number", "money") > _STRAYS:
        return False
    return all(
        sum(map(str.isalpha, sample)) * 2 > len(sample) and sum(map(str.isdigit, sample)) * _DIGITS <= len(sample)
        for sample in evidence.samples
    )


def _words(one: Seen) -> bool:
    """Whether a column holds single words that begin as names do."""
    eastern = any(map(_EASTERN.search, one.evidence.samples))
    if (
        one.evidence.mean > (_SIGNS if eastern else _WORD)
        or one.evidence.share("company")
        or one.evidence.share("person") > HALF
    ):
        return False
    blank = sum(" " in sample for sample in one.evidence.samples)
    return blank * 2 < len(one.evidence.samples) and all(
        re.sub("[-' ]", "", sample).isalpha() and not sample[0].islower() for sample in one.evidence.samples
    )
