"""How well a column of a list fits the field that its header names: put right by what stands in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol

from app.records.fields import Field, FieldKind
from app.shared.money import parse_amount
from app.transfer.columns.doubts import DOUBTED, LITTLE, NO_DAY, OUTDONE, RULED_OUT, SLIGHTLY
from app.transfer.columns.name_columns import DWELL
from app.transfer.columns.seen import ListSeen
from app.transfer.grid.choices import choice_words
from app.transfer.grid.done_words import done_word
from app.transfer.grid.evidence import Evidence
from app.transfer.grid.folding import fold, folded
from app.transfer.grid.list_kinds import CUSTOMER, OWED, RECEIVED
from app.transfer.grid.list_sorts import SALES, nickname, sold_for
from app.transfer.grid.list_sorts import words as words_of
from app.transfer.grid.list_words import ListWords
from app.transfer.grid.scale import FEW, HALF, KNOWN, LARGELY, MOSTLY, SAID

K = FieldKind
_HOSTS = folded("接待人|接待人员|接待人姓名|接待人員")
_BETWEEN, _SURELY = folded("对接人|对接人员|对接人姓名"), folded("姓名|联系人|联系人姓名|客户联系人|医生|医生姓名")
"""Who stands between the two sides, and who is surely the customer's where both are named."""
_SUPPLIERS = tuple(
    folded(
        "供应商|供货商|供方|厂家|厂商|供應商|supplier|vendor|lieferant|fournisseur|proveedor|fornitore|fornecedor|поставщик"
    )
)
"""Who sold the goods to the user, where another column names who buys them."""
_ANY_NUMBER = folded(
    "编号|編號|单号|單號|号码|no|no.|№|id|ref|ref no|reference|numéro|numero|número|nummer|numer|číslo|номер|n°|nº|番号|번호"
)
"""Numbers of whatever the row is about, or only of the row."""
_REMARKS = folded(
    "备注|備註|附注|说明|notes?|note|remarks?|remark|comments?|comment|bemerkung|remarque|observaciones|uwagi|примечание|備考|비고"
)
_MONEYED = re.compile(r"[(（\[]\s*(?:元|￥|¥|\$|€|rmb|cny|usd|eur)|金额", re.IGNORECASE)
"""In headers of amounts, which are no percentages."""
_ENTERED = tuple(folded("创建|提交|登记|申请|申报|提报"))
"""What the headers of the days begin with on which something was written down, rather than done."""
_AFTERWARDS = tuple(
    folded("发票|开票|发货|送货|出货|出库|交货|到货|付款|支付|收款|invoice|delivery|delivered|shipped|payment|paid")
)
"""What the headers of the days begin with on which what was sold was billed, sent or paid."""
_SOLD_ON = frozenset(("date", "won_on"))
_PLACES = frozenset(("country", "city", "address", "postcode"))
_NUMBERS = (K.MONEY, K.PRICE, K.QUANTITY, K.PERCENT, K.INTEGER)
_SHORT, _LONGEST, _HUNDRED, _RATE, _TAX = 3, 60, 100, 30, 8
"""Shorter numbers may count rows; longer texts are no better; no share and no rate of a tax is greater; shorter numbers are not those
of a tax."""
_VAGUE = 0.06  # less where another column is called more clearly so
_COST = 0.1  # less for what goods cost under a word for what they are sold for
_NEVER = 0.7  # less for the time of the day as a day, and for numbers of rows as anything
_NO_DAYS = 0.4  # less for days where hardly any stand
_FIT = 0.05  # less by this share of the cells that are no days; more for units that are some
_ODD = 0.1  # less by this share of the cells that are no numbers
_RANK = 0.02  # less by this share of the words for a title that come before
_LETTERS = 2000  # more for a title by its letters over so many


class ListWeights:
    """Weighs the columns of one list against the fields that their headers name.

    Args:
        words: the vocabulary of the kind of list.
        seen: its columns.
    """

    def __init__(self, words: ListWords, seen: Sequence[ListSeen]) -> None:
        self.words, self.kind, self.seen = words, words.kind, seen
        # Days that end something are those of payments where payments are told of.
        self.paid = any(target in (OWED, RECEIVED) and score >= KNOWN for one in seen for target, score in one.targets)

    def weigh(self, one: ListSeen, target: str, score: float) -> float:
        """The score of a header for a target, put right by what stands in the column."""
        field, evidence = self.kind.field(self.words.whole, target), one.evidence
        if field is None:
            return 0.0
        if not evidence.filled:
            return score - OUTDONE
        owner = target.rpartition(".")[0]
        if field.kind is K.PERCENT and (_MONEYED.search(one.header) or _amounts(evidence, field)):
            return score - RULED_OUT
        if field.name == "cost" and sold_for(self.words.sort, one.header):
            return score - _COST
        if field.name == "province" and self._state(one):
            return score - RULED_OUT
        if field.kind is K.LINK and owner and evidence.share("code") < HALF:
            return score - _VAGUE
        if not owner and field.name == self.kind.record.number:
            score -= self._not_its_number(one, field)
        if field.kind in (K.DATE, K.WALL):
            return score - self._not_day(one, target, field)
        if target == "status" and self.words.sort == SALES:
            # Orders are won whatever their state, unless they were called off.
            return score - OUTDONE * (evidence.share("number", "date", "money") > HALF)
        if misfit := _MISFITS.get(field.kind):
            return score - misfit(field, evidence)
        if target in (CUSTOMER, "contact.name"):
            return score - self._not_name(one, target)
        return score - self._not_text(one, field)

    def _state(self, one: ListSeen) -> bool:
        """Whether a word for a state, which may be how things stand (estado), names no place: nothing else tells where."""
        said = {target.rpartition(".")[2] for target, _score in one.targets}
        return "status" in said and not any(
            other is not one and other.evidence.filled and target.rpartition(".")[2] in _PLACES and score >= KNOWN
            for other in self.seen
            for target, score in other.targets
        )

    def _not_its_number(self, one: ListSeen, field: Field) -> float:
        said, less = fold(one.header), 0.0
        if said in _ANY_NUMBER and self._elsewhere(one, field.name, _ANY_NUMBER):
            less = SLIGHTLY
        if self.words.names_record(one.header):
            # It names its subject where no text of it holds a figure.
            less += DOUBTED * (not any(sign.isdigit() for sample in one.evidence.samples for sign in sample))
        if self.kind.named(one.header):
            # A column called as the record itself (报价) holds its number or its price.
            exact = said in set(map(fold, field.synonyms))
            less += 0.0 if exact else DOUBTED * (one.evidence.share("number", "money") >= HALF)
        return less

    def _elsewhere(self, one: ListSeen, target: str, vague: frozenset[str]) -> bool:
        """Whether another column is called by a word for a field that means nothing else."""
        return any(
            other is not one and other.evidence.filled and fold(other.header) not in vague
            and any(name == target and score >= SAID for name, score in other.targets)
            for other in self.seen
        )  # fmt: skip

    def _not_day(self, one: ListSeen, target: str, field: Field) -> float:
        if one.clock:
            return _NEVER
        evidence, share = one.evidence, one.evidence.share
        less = 0.0
        if {name for name, _score in one.targets} >= {"due_on", "valid_until"}:
            less = OUTDONE * (target == ("valid_until" if self.paid else "due_on"))
        if "done" in field.name and not field.required:
            words = sum(done_word(sample) is not None for sample in evidence.samples) / max(1, len(evidence.samples))
            return less + DOUBTED * (max(words, share("date")) < HALF)
        if fold(one.header).startswith(_ENTERED) and field.required:
            less += SLIGHTLY
        if target == "date" and self._later(one):
            less += _VAGUE
        if field.required and self._fuller(one, target):
            less += _VAGUE
        good = max(share("date"), MOSTLY if share("number") > MOSTLY and evidence.mean >= NO_DAY else 0.0)
        return less + (_NO_DAYS if good < FEW and evidence.filled > LITTLE else _FIT * (1 - good))

    def _fuller(self, one: ListSeen, target: str) -> bool:
        """Whether rows without this day have another of the same sort."""
        return any(
            other.evidence.filled > one.evidence.filled and any(name == target and score >= SAID for name, score in other.targets)
            for other in self.seen
        )  # fmt: skip

    def _later(self, one: ListSeen) -> bool:
        """Whether a day is that of what follows a sale, where another column tells the day of the sale itself."""
        sold = (
            fold(other.header) for other in self.seen
            if other is not one and other.evidence.filled
            and any(name in _SOLD_ON and score >= KNOWN for name, score in other.targets)
        )  # fmt: skip
        return fold(one.header).startswith(_AFTERWARDS) and any(not head.startswith(_AFTERWARDS) for head in sold)

    def _not_name(self, one: ListSeen, target: str) -> float:
        if target == CUSTOMER and (fold(one.header).startswith(_SUPPLIERS) or self._place(one)) and self._named(one):
            return RULED_OUT
        if target == "contact.name" and self._staff(one):
            return RULED_OUT
        if target == "contact.name" and fold(one.header) in _BETWEEN and any(
            fold(other.header) in _SURELY and other.evidence.filled for other in self.seen if other is not one
        ):  # fmt: skip
            return _VAGUE
        if self._goods(one):
            return OUTDONE
        if nickname(self.words.sort, one.header) and self._named(one):
            return RULED_OUT
        share = one.evidence.share
        # 梁生 13802610077 is a name with its number.
        other = share("number", "phone", "date", "unit", "money", "boolean") > LARGELY and share("phones") < HALF
        return RULED_OUT if other else 0.0

    def _named(self, one: ListSeen) -> bool:
        """Whether another column than that of nicknames tells who bought."""
        return any(
            other is not one and other.evidence.filled and target in (CUSTOMER, "contact.name") and score >= KNOWN
            for other in self.seen
            for target, score in other.targets
        )

    def _place(self, one: ListSeen) -> bool:
        """Whether a column names where somebody lives, or which of the user's shops he goes to: 门店 beside 客户姓名."""
        said = fold(one.header)
        others = [fold(other.header) for other in self.seen if other is not one and other.evidence.filled]
        return any(
            said.startswith(places) and any(other.startswith(persons) for other in others) for persons, places in DWELL
        )  # fmt: skip

    def _goods(self, one: ListSeen) -> bool:
        """Whether a column such as 名称 is the only one that may name the goods of the lines."""
        if self.kind.line is None:
            return False
        goods = f"{self.kind.line.name}.name"
        named = [
            other for other in self.seen if any(target == goods and score >= KNOWN for target, score in other.targets)
        ]
        return named == [one]

    def _not_text(self, one: ListSeen, field: Field) -> float:
        evidence, share = one.evidence, one.evidence.share
        if field.name == "unit":
            return -_FIT if share("unit") > HALF else OUTDONE * (share("company", "long") > HALF)
        if field.kind is K.LONG_TEXT and field.name == self.kind.record.title:
            said = [fold(word) for word in (*words_of(self.words.sort).get(field.name, ()), *field.synonyms)]
            rank = said.index(fold(one.header)) / len(said) if fold(one.header) in said else 1.0
            length = 0.0 if self.kind.record.soft_parent else min(evidence.mean, _LONGEST) / _LETTERS
            # A remark is what was said where no other column tells it.
            remark = OUTDONE * (fold(one.header) in _REMARKS and self._elsewhere(one, field.name, _REMARKS))
            return remark + _RANK * rank - length + (RULED_OUT if share("number", "date", "phone") > LARGELY else 0.0)
        if one.row_number and (evidence.rising or one.numerals or _counts(evidence)):
            return _NEVER
        if field.name == "tax_number" and evidence.mean < _TAX and _amounts(evidence, field):
            return RULED_OUT
        return RULED_OUT if share("date") > LARGELY and field.name != self.kind.record.number else 0.0

    def _staff(self, one: ListSeen) -> bool:
        """Whether a column such as 负责人 names the user's own people: in a list where nothing else is said of them."""
        said = fold(one.header)
        others = [other for other in self.seen if other is not one]
        # Who receives a visitor is of the customer's people where another column names the visitor of one's own.
        if said in _HOSTS and any(self._own(other) for other in others):
            return False
        return self._own(one) and not any(fold(other.header).startswith(said) for other in others)

    def _own(self, one: ListSeen) -> bool:
        return any(found.field == "owner" and found.score >= KNOWN for found in self.words.lookup(one.header))


def _amounts(evidence: Evidence, field: Field) -> bool:
    """Whether a column with a word for a tax holds its amounts, which reach beyond any rate."""
    found = map(parse_amount, evidence.samples)
    return any(one is not None and abs(one) > (_RATE if "tax" in field.name else _HUNDRED) for one in found)


def _counts(evidence: Evidence) -> bool:
    return all(sample.isdigit() and len(sample) < _SHORT for sample in evidence.samples)


class _Misfit(Protocol):
    """How much less the column fits a field of one sort."""

    def __call__(self, field: Field, evidence: Evidence, /) -> float: ...


def _not_number(_field: Field, evidence: Evidence) -> float:
    wrong = evidence.share("company", "person", "address", "date", "long", "email")
    return RULED_OUT if wrong > HALF else _ODD * (1 - evidence.share("number", "money"))


def _not_choice(field: Field, evidence: Evidence) -> float:
    telling = evidence.filled > LITTLE or evidence.share("phone", "number") > HALF
    return RULED_OUT if telling and _fitting(field, evidence.samples) < FEW else 0.0


def _not_phone(_field: Field, evidence: Evidence) -> float:
    return DOUBTED if evidence.share("phone", "mobile", "phones") < FEW else 0.0


def _not_email(_field: Field, evidence: Evidence) -> float:
    return DOUBTED if evidence.share("email") < FEW else 0.0


_MISFITS: dict[FieldKind, _Misfit] = {
    **dict.fromkeys(_NUMBERS, _not_number),
    K.CHOICE: _not_choice,
    K.BOOLEAN: _not_choice,
    K.PHONE: _not_phone,
    K.EMAIL: _not_email,
}


def _fitting(field: Field, samples: Sequence[str]) -> float:
    """The share of texts that are values of a choice field, or hold the word of one."""
    known = choice_words(field)
    long = [word for word in known if len(word) > 1]
    good = sum(one.casefold() in known or any(word in one.casefold() for word in long) for one in samples)
    return good / len(samples) if samples else 0.0
