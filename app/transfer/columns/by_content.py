"""What stands in a column whose header says nothing, and headers that name a field less well than others do."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from app.shared import phones
from app.shared.i18n import N_
from app.shared.text import HAN
from app.transfer.columns.seen import Seen
from app.transfer.grid.folding import fold, folded
from app.transfer.grid.headers import CONTACT, CUSTOMER, PRODUCT
from app.transfer.grid.scale import HALF, LARGELY, MOSTLY, SAID

_BY_CONTENT: tuple[tuple[tuple[str, ...], str, float], ...] = (
    (("email",), "email", 0.72),
    (("mobile",), "mobile", 0.7),
    (("phone", "phones"), "phone", 0.62),
    (("url",), "website", 0.6),
    (("address",), "address", 0.52),
)
CONTENT_WORDS = {
    "email": N_("e-mail addresses"),
    "mobile": N_("mobile numbers"),
    "phone": N_("phone numbers"),
    "website": N_("web addresses"),
    "address": N_("addresses"),
}
_CALLED = 0.12
"""How much less a guess counts where there is a header."""
_TAX, _TAX_LENGTH = 0.6, 14
"""How sure a column is one of tax numbers that looks like them, and how long these are on the average."""
_SOCIAL = re.compile(
    r"\b(?:linkedin|facebook|fb|twitter|x|instagram|xing|youtube|tiktok|vk|t|github|pinterest)\.(?:com|me|be)/", re.I
)
_NUMBER_OF = re.compile(r"id$|nr$|no$|code|kod|num|ref|#", re.I)
_ANY_NUMBER = folded("number|numbers|numero|número|numéro|nummer|numer|номер|nomor")
_WAYS = frozenset("work office home business main other direct day evening cell private hotline".split())
_LESSER = folded(
    "county|account|konto|kontonummer|kontonr|siren|siret|n° siret|ičo|regon|codice fiscale|cod fiscale|"
    "rrp|srp|msrp|uvp|ррц|рекомендованная розничная цена|recommended retail price|suggested retail price|建议零售价|市场价|"
    "pec|email pec|e mail pec|indirizzo pec|posta elettronica certificata|"
    "pan|pan no|pan number|sale price|saleprice|special price|compare at price|variant compare at price|okres|work city|ilçe|"
    "product type|producttype|product family|productfamily|"
    "brand|brand name|品牌|商标|marke|marque|marca|marcă|merk|märke|mærke|merke|varumärke|marka|značka|"
    "znamka|márka|марка|бренд|торговая марка|"
    "メーカー|ブランド|브랜드|thương hiệu|merek|ยี่ห้อ|manufacturer|hersteller|fabricante|fabricant|produttore|producent"
)
"""Words for a field beside which there may be a better one: a county beside a state, an account number beside an IBAN."""

_WHERE = folded(
    "location|locations|client location|customer location|business location|place|lieu|lugar|localização|posizione|luogo|"
    "lokalizacja|umístění|местоположение|розташування|konum|lokasi"
)
"""Where somebody is: his town, or his address."""
_TOWN, _STREET = 0.56, 0.52
_ANY_PRICE = folded("price|preis|prix|precio|prezzo|preço|prijs|cena|цена|单价|价格|價格|單價")
_SELLING = re.compile(r"^vk|verkauf|selling|vente|venta|venda|vendita|verkoop|sprzeda|prodej|продаж|(?<!零)售价|销售价")
"""What the goods cost, without a word of who pays it, and what those who buy them pay."""


def lesser(one: Seen, seen: Sequence[Seen]) -> bool:
    """Whether a header names its field less well than other words do, or than that of another of the columns."""
    header = fold(one.header)
    if header in _ANY_PRICE:
        return any(
            other.evidence.filled and other.score(PRODUCT, "price") >= SAID and _SELLING.search(fold(other.header))
            for other in seen
        )
    return header in _LESSER


def by_content(one: Seen, seen: Sequence[Seen], spots: Callable[[str], list[str]]) -> dict[str, float]:
    """The fields that a column may go to by what stands in it, with scores.

    Args:
        one: the column.
        seen: all columns of its sheet.
        spots: gives the targets of a field's name.
    """
    evidence, found = one.evidence, dict[str, float]()
    for kinds, name, score in _BY_CONTENT:
        if evidence.filled and evidence.share(*kinds) >= MOSTLY and evidence.share("date") < HALF:
            if one.header and _doubtful(one, name, seen):
                continue
            for target in spots(name):
                found.setdefault(target, score if not one.header else score - _CALLED)
    if fold(one.header) in _WHERE and evidence.filled and evidence.share("code", "number", "url", "date") < HALF:
        numbered = sum(any(map(str.isdigit, sample)) for sample in evidence.samples) * 2 > len(evidence.samples)
        for name, score in (("city", 0.0 if numbered else _TOWN), ("address", _STREET)):
            for target in spots(name) if score else ():
                found[target] = max(score, found.get(target, 0.0))
    if evidence.share("tax") > LARGELY and (evidence.mean >= _TAX_LENGTH or evidence.share("tax signs") > LARGELY):
        found.setdefault(spots("tax_number")[0], _TAX)
    return found


def _doubtful(one: Seen, name: str, seen: Sequence[Seen]) -> bool:
    """Whether what stands under an unknown header is rather something else: what the header says to be no field, a number of
    an office beside the phones, a page of a social network, codes of so many digits."""
    if one.score(PRODUCT, "code") >= SAID or one.other("plain"):
        return True
    if name == "website":
        return bool(one.evidence.samples) and all(map(_SOCIAL.search, one.evidence.samples))
    said = max(one.score(record, field) for record in (CUSTOMER, CONTACT) for field in ("phone", "mobile"))
    if name != "phone" or said or HAN.search(one.header) or fold(one.header) in _WAYS:
        return False
    if fold(one.header) in _ANY_NUMBER and _dialled(one.evidence.samples):
        return False
    called = any(
        max(other.score(record, field) for record in (CUSTOMER, CONTACT) for field in ("phone", "mobile")) >= SAID
        for other in seen
        if other is not one and other.evidence.filled
    )
    return called or bool(_NUMBER_OF.search(one.header.strip()))


def _dialled(samples: Sequence[str]) -> bool:
    """Whether the numbers of a column that is called so, and nothing more, are those of telephones of one country with its code."""
    countries = {phones.country(f"+{sample}") if sample.isdecimal() else "" for sample in samples}
    return len(samples) > 1 and len(countries) == 1 and "" not in countries
