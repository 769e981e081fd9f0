"""What the headers of a list mean: the words of its record type, of its lines, and of the customer and contact in its rows."""

from __future__ import annotations

import re
from collections.abc import Iterable

from app.records.fields import Field, RecordType
from app.shared.i18n import LANGUAGES, catalogue
from app.transfer.grid import amount_words, header_words, list_sorts
from app.transfer.grid.done_words import PLANNED
from app.transfer.grid.folding import fold
from app.transfer.grid.foreign_ids import of_company, of_parent
from app.transfer.grid.headers import OTHER, Meaning, Vocabulary
from app.transfer.grid.list_kinds import AMOUNT, CODE, CONTACT, CUSTOMER, OWED, TOTAL, ListKind, next_fields
from app.transfer.grid.scale import KNOWN, SAID

_PART = re.compile(
    "未|已|开票|到账|回款|收款|付款|欠|余|退|税额|税金|成本|毛利|利润|加权|提成|佣金|返利|返点|定金|订金|押金|保证金|抵扣|优惠|补贴"
)
"""What of an amount is paid, billed or left is not the amount, where only the end of a header says so (开票合计)."""
_DONE = frozenset(("date", "won_on", "delivered_on", "done_at", "received"))
"""What was done: headers of what is to be only end like its own (预计成交日期)."""
_WHOLE = re.compile("合计|总|累计|已|未|剩余|库存|可用|欠")
"""What of a quantity is that of a whole document, or what is left of it."""
_SHORT = 2
_NUMBERS = ("编码", "编号", "代码")
_EASTERN = re.compile(
    r"[\u0e00-\u0e7f\u3040-\u30ff\uac00-\ud7a3]|"
    "商品|品目|品番|货号|物料|存货|物品|货品|药品|材料|配件|零件|部件|备件|器械|图书|原料|耗材|物资|工件|模具|应税劳务"
)
_NEXT = (
    "follow up date",
    "下次",
    "下一步",
    "下步",
    "下回",
    "next",
    "nächst",
    "wiedervorlage",
    "prochain",
    "date prochain",
    "relance",
    "date de relance",
    "próxim",
    "fecha próxim",
    "data próxim",
    "data do próxim",
    "prossim",
    "data prossim",
    "volgend",
    "vervolg",
    "terugbellen",
    "następn",
    "data następn",
    "kolejny",
    "další",
    "datum další",
    "ďalší",
    "következő",
    "următor",
    "pasul următor",
    "nästa",
    "næste",
    "neste",
    "seuraava",
    "sonraki",
    "επόμεν",
    "следующ",
    "дата следующ",
    "перезвонить",
    "наступн",
    "次回",
    "次の",
    "ネクスト",
    "다음",
    "후속",
    "bước tiếp",
    "langkah selanjutnya",
    "jadwal berikutnya",
    "ขั้นตอนต่อไป",
    "นัดครั้งต่อไป",
)
_ABOUT = ("关联客户", "相关客户", "对应客户", "companies", "regarding", "related to")
_CODES = tuple(
    map(
        fold,
        (
            "客户|客戶|会员|會員|顧客|单位|單位|公司|往来|往來|得意先|取引先|거래처|고객|회원|customer|client|account|acct|mã khách|mã kh|"
            "kunde|kd nr|debitor|code client|numéro client|numéro de client|n° client|réf client|código cliente|código de cliente|"
            "número de cliente|nº cliente|codice cliente|cod cliente|numero cliente|klant|kontrahent|odběratel|zákazník|müşteri|cari|"
            "รหัสลูกค้า|id pelanggan|kode pelanggan|kod pelanggan|كود العميل|رقم العميل|معرف العميل|"
            "код клиента|код контрагента|код покупателя|номер клиента"
        ).split("|"),
    )
)
_OWED = (
    "未到账|未到账金额|未付|未付款|未付金额|未付款金额|未收|未收款|未收金额|未收款金额|未回款|未回款金额|余款|余款金额|欠款|欠款金额|尚欠|"
    "尚欠金额|尾款|尾款金额|应收余额|剩余款项|剩余货款|剩余金额|未结金额|未结清金额|待收|待收款|待收金额|待付金额|balance|"
    "balance due|amount due|outstanding|outstanding amount|open amount|pending amount|amount pending|balance amount|"
    "due amount|remaining amount|still owed|amount owed|unpaid|unpaid amount|remaining balance|restbetrag"
)
_OWED_FOLDED = frozenset(map(fold, f"{_OWED}|{amount_words.OWED}".split("|")))
_AMOUNTS = "金额|小计|总价|合计|金额元|含税金额|价税小计|不含税金额|行金额|amount|line total|subtotal|total|extended price|betrag"


class ListWords(Vocabulary):
    """The words of one kind of list.

    Args:
        words: the vocabulary of the whole dictionary.
        kind: the kind of list.
        sort: what the list is besides, see ``list_sorts``; "" for nothing.
    """

    def __init__(self, words: Vocabulary, kind: ListKind, sort: str = "") -> None:
        self.kind, self.sort = kind, sort
        types = [kind.record, *([kind.line] if kind.line else []), words.every[CUSTOMER], words.every[CONTACT]]
        super().__init__(types, {one.name for one in types})
        self.whole = words.every
        if kind.after is not None:
            for field in next_fields(kind.after):
                for word in field.synonyms:
                    if word.startswith(_NEXT):
                        self._add(word, kind.after.name, field.name)
            for word in list_sorts.following(sort):
                self._add(word, kind.after.name, next_fields(kind.after)[0].name)
        if kind.line is not None and kind.priced:
            for word in f"{_AMOUNTS}|{amount_words.AMOUNTS}".split("|"):
                self._add(word, kind.line.name, AMOUNT)
        self._add_goods(words.every.get("product"))
        self._add_all(f"{_OWED}|{amount_words.OWED}".split("|") if kind.paid else (), kind.record.name, OWED)
        self._add_all(_ABOUT if kind.record.soft_parent else (), CUSTOMER, "name")
        for field_name, known in list_sorts.words(sort).items():
            owner, _dot, name = field_name.rpartition(".")
            for word in known:
                self._add(word, kind.line.name if owner and kind.line else kind.record.name, name)
        left = [one for one in kind.record.fields if not kind.takes(kind.record, one)]
        if kind.line is not None:
            parent = kind.line.field(kind.line.parent)
            left += [one for one in kind.line.fields if one is not parent and not kind.takes(kind.line, one)]
            for language in LANGUAGES if kind.record.number else ():
                self._add(catalogue(language).gettext(parent.label), kind.record.name, kind.record.number)
        self._called = frozenset(fold(word) for word in (kind.record.name, kind.record.plural, *kind.record.synonyms))
        self._add_all(self._called if kind.record.number else (), kind.record.name, kind.record.number)
        self.program = {fold(catalogue(language).gettext(one.label)) for one in left for language in LANGUAGES}

    def _add_all(self, known: Iterable[str], record: str, field: str) -> None:
        for word in known:
            self._add(word, record, field)

    def _add_goods(self, product: RecordType | None) -> None:
        """Let what names a product's number and name in languages without blanks name those of a line."""
        line = self.kind.line
        if product is None or line is None or not line.has("product"):
            return
        for name, target in (("code", "product"), ("name", "name")):
            for word in product.field(name).synonyms if product.has(name) else ():
                if len(word) > _SHORT and _EASTERN.search(word) and fold(word) not in self._other:
                    self._add(word, line.name, target)
        for goods in filter(_EASTERN.search, header_words.OF_PRODUCT):
            self._add_all((f"{goods}{number}" for number in _NUMBERS), line.name, "product")

    def takes(self, record: RecordType, field: Field) -> bool:
        """Whether the words of a field count."""
        if record.name in (self.kind.record.name, getattr(self.kind.line, "name", "")):
            return self.kind.takes(record, field)
        return super().takes(record, field)

    def targets(self, header: str) -> list[tuple[str, Meaning]]:
        """The targets that a header may mean, surest first."""
        found: list[tuple[str, Meaning]] = []
        for one in () if fold(header) in self.program or list_sorts.ours(self.sort, header) else self.lookup(header):
            if one.record == OTHER:
                if one.field == "identity" and fold(header).startswith(_CODES) and self.kind.owner:
                    found.append((CODE, one))
            elif self._told(one, header) and (target := self.kind.target(one.record, one.field)) is not None:
                found.append((target, one))
        if list_sorts.surely(self.sort, [header]):
            # What was broken is no outcome, though an issue may be one elsewhere.
            found = [pair for pair in found if pair[0] == self.kind.record.title] or found
        if not found and self.kind.owner and of_company(header) and not of_parent(header):
            found.append((CODE, Meaning(OTHER, "identity", SAID)))
        return found

    def names_record(self, header: str) -> bool:
        """Whether a header is what the kind of record itself is called (Angebot), and no word of its number's own."""
        return fold(header) in self._called

    @staticmethod
    def _told(one: Meaning, header: str) -> bool:
        """Whether a meaning is the header's own, and not only that of its end (开票合计, 预计成交日期)."""
        unlike = {AMOUNT: _PART, TOTAL: _PART, "quantity": _WHOLE, **dict.fromkeys(_DONE, PLANNED)}.get(one.field)
        return one.score > KNOWN or unlike is None or not unlike.search(header)


def tells_owed(header: str) -> bool:
    """Whether a header says that the column holds what is still owed."""
    return fold(header) in _OWED_FOLDED or fold(header).removeprefix("当前") in _OWED_FOLDED


def list_words(words: Vocabulary, kind: ListKind, sort: str = "") -> ListWords:
    """The words of a kind of list, made once per vocabulary and sort."""
    name = f"{kind.kind}|{sort}"
    made = words.lists.get(name)
    if made is None:
        made = words.lists[name] = ListWords(words, kind, sort)
    assert isinstance(made, ListWords)
    return made
