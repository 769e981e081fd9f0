"""What a total is called: alone in a row of a list, or in front of more words under the lines of a document."""

from __future__ import annotations

import re
from functools import partial

_WHOLE = (
    "total|totals|grand total|sum|summe|gesamt|gesamtbetrag|gesamtsumme|gesamtpreis|gesamtwert|gesamt netto|gesamt brutto|"
    "endsumme|endbetrag|angebotssumme|auftragssumme|bruttosumme|bruttobetrag|somme|total ht|total ttc|total général|"
    "total general|total geral|importe total|valor total|suma|totale|totale generale|importo totale|totaal|eindtotaal|"
    "razem|łącznie|ogółem|do zapłaty|celkem|celková cena|celková suma|spolu|součet|toplam|genel toplam|összesen|"
    "mindösszesen|végösszeg|fizetendő|total de plată|ukupno|sveukupno|skupaj|summa|slutsumma|totalt|att betala|i alt|"
    "at betale|yhteensä|loppusumma|kokku|kopā|iš viso|σύνολο|γενικό σύνολο|итого|всего|общий итог|разом|усього|всього|"
    "загальна сума|общо|всичко|укупно|свеукупно|合计|总计|共计|总价|总金额|价税合计|含税合计|合計|總計|共計|總價|總金額|総計|総合計|"
    "합계|총 합계|총계|총액|tổng cộng|tổng tiền|jumlah total|jumlah besar|jumlah keseluruhan|total keseluruhan|"
    "รวมทั้งสิ้น|รวมทั้งหมด|รวมเงิน|ยอดรวม|ยอดรวมทั้งสิ้น|المجموع|المجموع الكلي|الإجمالي|الاجمالي|الإجمالي الكلي|סה כ|סך הכל|جمع کل"
).split("|")
_PARTS = (
    "sub total|sub totals|net total|zwischensumme|nettosumme|nettobetrag|sous total|subtotale|imponibile|base imponible|"
    "sub totaal|suma częściowa|mezisoučet|medzisúčet|részösszeg|ara toplam|delsumma|delsum|välisumma|μερικό σύνολο|"
    "подытог|промежуточный итог|проміжний підсумок|međuzbroj|小计|小計|不含税合计|不含稅合計|소계|tạm tính"
).split("|")
_ALONE = "tổng|tổng số|cộng|jumlah|รวม|누계|مجموع|مجموع کلي|اجمالي|إجمالي|جمع".split("|")
"""Words that mean a total where nothing else stands, and begin the names of goods."""
_LOOSE = re.compile(r"[\s:：\"“”״׳'’-]")
_UNSPACED = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def _key(words: str) -> str:
    return _LOOSE.sub("", words).casefold()


_KEYS = frozenset(map(_key, (*_WHOLE, *_PARTS, *_ALONE)))
_LONGEST = max(map(len, _KEYS)) * 2
"""Blanks between the signs included."""
BEGINS = frozenset(sign for key in _KEYS for sign in (key[0], key[0].upper()))
"""With what such words begin, for a quick look."""


def is_total(words: str) -> bool:
    """Whether a text without blanks in front is a word for a total, and nothing else."""
    return len(words) <= _LONGEST and words[:1] in BEGINS and _key(words) in _KEYS


def _pattern(word: str) -> str:
    """A word with the blanks that people put into it; where words stand apart, another letter behind makes another word."""
    if _UNSPACED.search(word):
        return r"\s*".join(map(re.escape, word.replace(" ", "")))
    return r"[\s\"“”״׳'’-]*".join(map(re.escape, word.split())) + r"(?![^\W\d_])"


_any = partial(str.join, "|")
BEGINNING = re.compile(
    rf"\s*(?:本页|本頁)?(?:{_any(map(_pattern, sorted((*_WHOLE, *_PARTS), key=len, reverse=True)))})", re.IGNORECASE
)
"""A text that begins with a total: its amount, the currency or what is in it may follow."""
PART = re.compile(_any(map(_pattern, _PARTS)), re.IGNORECASE)
"""The total of a part, or before taxes."""
