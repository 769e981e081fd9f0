"""Names and goods in lists without a header: by their letters, beside numbers to reach somebody or under the name of such a list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from app.transfer.columns.seen import Seen
from app.transfer.grid import header_words
from app.transfer.grid.folding import fold
from app.transfer.grid.headers import CUSTOMER, PERSON, PRODUCT, Meaning
from app.transfer.grid.scale import ALL_BUT, HALF, MOSTLY, NEARLY, SAID

_CALLED = tuple(
    map(
        fold,
        (
            "客户|客戶|顾客|顧客|会员|會員|得意先|取引先|고객|거래처|회원|customer|client|member|kunden|klient|klienc|cliente|clienti|"
            "khách hàng|khachhang|pelanggan|ลูกค้า|عملاء|العملاء|زبائن|לקוחות|"
            "клиент|покупател|контрагент|клієнт|müşteri|πελάτ|zákazn|ügyfél|asiakas|asiakkaat|"
            "kunder|klanten|kontrahen"
        ).split("|"),
    )
)
_CALLED += tuple(map(fold, header_words.SUPPLIERS))
"""In names of sheets that list customers, or suppliers."""
_PERSONS = tuple(
    map(
        fold,
        (
            "联系人|通讯录|名单|連絡先|名簿|アドレス帳|연락처|주소록|contact|kontakt|contatt|contato|person|people|address book|"
            "address list|adressbuch|adressliste|adressen|carnet d adresses|annuaire|agenda|rubrica|adresář|контакт|адресная книга|rehber"
        ).split("|"),
    )
)
"""In names of sheets that list persons."""
_GREETING = re.compile(
    r"(?:herrn?|frau|mr|mrs|ms|miss|messrs|monsieur|madame|mme|mlle|señora?|sra?|dña|signora?|sig(?:\.ra)?|senhora?|dhr|mevr(?:ouw)?|pani?|"
    r"hr|fr)\.?\s+\w",
    re.IGNORECASE,
)
_GOODS = tuple(
    map(
        fold,
        (
            "商品|产品|產品|物料|货品|存货|价格表|价目|报价|單價|상품|제품|단가|product|pricelist|price list|artikel|preisliste|produit|"
            "tarif|producto|precios|prodott|listino|produto|preços|produkt|cennik|ceník|товар|прайс|номенклатур|ürün"
        ).split("|"),
    )
)
"""In names of sheets that list goods."""
_CENTS = re.compile(r"-?\d+[.,]\d\d")
_EASTERN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_LONGEST, _WORD, _SIGNS, _SURE = 40, 14, 3, 0.95
_STRAYS = 1 - ALL_BUT
_DIGITS, _FEW_COLUMNS = 4, 4


def parts(columns: Sequence[Seen], sheet: str = "") -> Sequence[Seen]:
    """The columns, two of single words beside each other told to be the parts of names where a list has no header.

    Args:
        columns: the columns.
        sheet: the sheet's name; where it says that it lists customers, addresses may stand beside their names.
    """
    called = any(word in fold(sheet) for word in (*_CALLED, *_PERSONS))
    if any(one.header for one in columns) or not (called or _reached(columns)):
        return columns
    lettered = [one for one in columns if _lettered(one) and not (called and not _words(one))]
    if called and len(lettered) > 2 and _dated(columns, lettered[1].index + 1):
        # Towns and streets stand behind the days of birth.
        lettered = lettered[:2]
    if len(lettered) != 2 or lettered[1].index != lettered[0].index + 1 or not all(map(_words, lettered)):
        return columns
    eastern = all(_EASTERN.search(sample) for one in lettered for sample in one.evidence.samples)
    fields = ("family", "given") if eastern else ("given", "family")
    said = {one.index: (Meaning(PERSON, name, _SURE),) for one, name in zip(lettered, fields, strict=True)}
    return [replace(one, meanings=said.get(one.index, one.meanings)) for one in columns]


def goods(columns: Sequence[Seen], sheet: str = "") -> Sequence[Seen]:
    """The columns, texts that differ told to be goods where a list without a header has sums of money behind them and nothing else.

    Args:
        columns: the columns.
        sheet: the sheet's name; where it says that it lists goods, other columns may stand beside theirs.
    """
    held = [one for one in columns if one.evidence.filled]
    if any(one.header for one in columns) or _reached(columns) or len(held) < 2:
        return columns
    # Sums beside days were spent or taken, and those of customers are what they owe or bought.
    if any(word in fold(sheet) for word in (*_CALLED, *_PERSONS)) or any(
        one.evidence.share("date") >= HALF for one in held
    ):
        return columns
    said = _listed_goods(held) if any(word in fold(sheet) for word in _GOODS) else _plain_goods(held)
    return [replace(one, meanings=said.get(one.index, one.meanings)) for one in columns]


def _plain_goods(held: Sequence[Seen]) -> dict[int, tuple[Meaning, ...]]:
    """What the columns of a list mean that is all but goods and prices."""
    rows = max(one.evidence.filled for one in held)
    prices = [one for one in held if _paid(one) and one.evidence.filled * 2 >= rows]
    worded = [one for one in held if _worded(one) and one.evidence.filled * 2 >= rows]
    if len(held) > _FEW_COLUMNS or len(prices) != 1 or len(worded) != 1 or rows < _SIGNS:
        return {}
    return _meant(worded[0], prices[0]) if worded[0].index < prices[0].index else {}


def _listed_goods(held: Sequence[Seen]) -> dict[int, tuple[Meaning, ...]]:
    """What the columns of a list of goods mean: their numbers, their names, of several words if there are such, and their prices."""
    rows = max(one.evidence.filled for one in held)
    texts = [one for one in held if _differs(one) and one.evidence.filled * 2 >= rows]
    several = [
        one for one in texts if sum(" " in sample for sample in one.evidence.samples) * 2 > len(one.evidence.samples)
    ]
    for name in (several or texts)[:1]:
        behind = [one for one in held if one.index > name.index and one.evidence.share("number", "money") >= NEARLY]
        prices = [one for one in behind if not one.evidence.rising and one.evidence.distinct * one.evidence.filled > 1]
        codes = [one for one in held if one.index < name.index and _numbers(one)]
        for price in prices[:1]:
            return _meant(name, price) | {one.index: (Meaning(PRODUCT, "code", _SURE),) for one in codes[:1]}
    return {}


def _meant(name: Seen, price: Seen) -> dict[int, tuple[Meaning, ...]]:
    return {name.index: (Meaning(PRODUCT, "name", _SURE),), price.index: (Meaning(PRODUCT, "price", _SURE),)}


def _paid(one: Seen) -> bool:
    """Whether a column holds sums of money, by their signs or by the cents that each of them has."""
    if one.evidence.share("money") >= NEARLY:
        return True
    samples = one.evidence.samples
    return one.evidence.share("number") >= NEARLY and all(map(_CENTS.fullmatch, samples)) and len(set(samples)) > 1


def _numbers(one: Seen) -> bool:
    """Whether each row has a number or a short word of its own there."""
    return one.evidence.distinct == 1.0 and not any(" " in sample for sample in one.evidence.samples)


def _worded(one: Seen) -> bool:
    """Whether a column holds texts that differ, as what is sold is called: none of days, numbers, sums or persons."""
    return _differs(one) and one.evidence.share("person") < MOSTLY


def _differs(one: Seen) -> bool:
    """Whether a column holds texts that differ, and no companies, days, numbers, or sums."""
    evidence = one.evidence
    if evidence.distinct < ALL_BUT or not _SIGNS < evidence.mean <= _LONGEST * 3 or evidence.share("company") >= HALF:
        return False
    if evidence.share("email", "url", "phone", "date", "code", "number", "money") > _STRAYS:
        return False
    letters = sum(sum(map(str.isalpha, sample)) > sum(map(str.isdigit, sample)) for sample in evidence.samples)
    return letters >= NEARLY * len(evidence.samples)


def named(sheet: str, columns: Sequence[Seen]) -> Seen | None:
    """The first column of a list without a header that holds different texts of letters, as names are; None where none does.

    Args:
        sheet: the sheet's name, which may say that it lists customers.
        columns: its columns.
    """
    if any(one.header for one in columns):
        return None
    lettered = [one for one in columns if _lettered(one)]
    called = any(word in fold(sheet) for word in _CALLED)
    if (
        any(word in fold(sheet) for word in _PERSONS)
        and len(persons := [one for one in lettered if _persons(one)]) == 1
    ):
        return persons[0]
    if called and not lettered and len(begun := [one for one in columns if _begun(one)]) == 1:
        return begun[0]
    return (
        lettered[0]
        if lettered
        and (_reached(columns) or (called and len(lettered) == 1 and lettered[0].evidence.distinct >= ALL_BUT))
        else None
    )


def greeted(columns: Sequence[Seen]) -> Seen | None:
    """The column of names most of which begin as one speaks to somebody (Herr Müller, Mrs. Lee)."""
    called = [one for one in columns if one.evidence.filled and one.score(CUSTOMER, "name") >= SAID]
    return next(
        (
            one
            for one in called
            if sum(map(bool, map(_GREETING.match, one.evidence.samples))) * 2 > len(one.evidence.samples)
        ),
        None,
    )


def _dated(columns: Sequence[Seen], index: int) -> bool:
    return any(one.index == index and one.evidence.share("date") >= HALF for one in columns)


def _persons(one: Seen) -> bool:
    return one.evidence.share("person") >= MOSTLY and one.evidence.distinct >= ALL_BUT


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


def _begun(one: Seen) -> bool:
    """Whether each row has a text of its own there that begins with a letter, as names with numbers do (Shop_12)."""
    own = one.evidence.filled and one.evidence.distinct == 1.0 and one.evidence.share("email", "url", "date") <= _STRAYS
    return bool(own) and all(sample[:2].isalpha() for sample in one.evidence.samples)


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
