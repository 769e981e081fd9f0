"""How long something holds or takes, in words: 30天, 两周, 15 días, 30 Tage, 1 month."""

from __future__ import annotations

import re

from app.shared import phrase_hours
from app.shared.text import half_width

_DAYS, _WEEKS, _MONTHS, _YEARS = 1, 7, 30, 365
_UNITS = (
    (_MONTHS, (
        "个月|個月|月|months?|mths?|monate?n?|mois|mes(?:es)?|mês|mesi|mese|maand(?:en)?|miesi(?:ąc|ące|ęcy)|měsíc[eů]?|mesiac(?:e|ov)?|"
        "hónap|luni|lună|månad(?:er)?|måned(?:er)?|kuukautta|kuukausi|kk|ay|μήν(?:ας|ες)|месяц(?:а|ев)?|мес|місяц(?:ь|і|ів)|месец[аи]?|"
        "mjesec[ai]?|meseci?|か月|ヶ月|カ月|ヵ月|개월|달|tháng|bulan|เดือน|חודש(?:ים)?|شهر|أشهر|ماه"
    )),
    (_WEEKS, (
        "周|週|星期|礼拜|weeks?|wks?|wochen?|semaines?|semanas?|settiman[ae]|weken|week|tydzień|tygodni(?:e|a)?|týd(?:en|ny|nů)|"
        "týžd(?:eň|ne|ňov)|hét|săptămân[iă]|veck(?:a|or)|uger?|uker?|viikkoa?|hafta|εβδομάδ(?:α|ες)|недел[яьию]|тиж(?:день|ні|нів)|"
        "седмиц[аи]|tjed(?:an|na)|nedelj[aei]|週間|주일?|tuần|minggu|สัปดาห์|שבועות?|أسبوع|أسابيع|هفته"
    )),
    (_YEARS, "年|years?|jahre?|ans?|années?|años?|anos?|anni|anno|jaar|lat|rok[uy]?|let|év|ani?|år|yıl|года?|лет|年間|년|năm|tahun"),
    (_DAYS, (
        "天|日|个?工作日|days?|d|business days|calendar days|working days|kalendertage|werktage|tage?n?|tg|jours?|"
        "días?(?: naturales| hábiles)?|"
        "dias?(?: úteis| corridos)?|giorni|gg|dagen|dni|dnů|dní|dny|nap|zile|dagar|dage|dager|päivää|pv|gün|ημέρες|μέρες|"
        "дн(?:ей|я|ів|і)?|дні|днів|дана|dana|日間|일|ngày|hari|วัน|ימים|يوم(?:ا|اً)?|أيام|روز"
    )),
)  # fmt: skip
_CHINESE = "[一二两三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九半]"
_COUNT = rf"(\d{{1,3}}|{_CHINESE})"
_SHORT = {_YEARS: "|yrs?|y", _MONTHS: "|mos?|m"}
_NAMED = {
    **phrase_hours.ENGLISH_NUMBERS, "ein": 1, "eine": 1, "einem": 1, "zwei": 2, "drei": 3, "fünf": 5, "zehn": 10, "un": 1, "deux": 2,
    "trois": 3, "cinq": 5, "dos": 2, "tres": 3, "cinco": 5, "due": 2, "tre": 3, "dois": 2, "três": 3, "twee": 2, "dwa": 2,
}  # fmt: skip
_FIGURE = rf"\d{{1,4}}(?:[.,]\d{{1,2}})?|{_CHINESE}|(?:{'|'.join(sorted(_NAMED, key=len, reverse=True))})(?=[\s-])"
_NUMBER = rf"({_FIGURE})"
_BEFORE = (
    r"(?:自|从)?(?:报价|即)?(?:之)?日?起?\s*|(?:valid(?:ity)?(?: for)?|gültig|válid[ao](?: por)?|"
    r"valable|valido?(?: per)?|ważn[ay]|срок)\s*:?\s*"
)
_BEHIND = r"\s*\.?\s*(?:内|有效|以内|之内|from date|net)*"
_SPANS = [
    (days, re.compile(rf"(?:{_BEFORE})?{_COUNT}\s*(?:{units}){_BEHIND}", re.IGNORECASE)) for days, units in _UNITS
]
_WHOLE = [
    (days, re.compile(rf"{_NUMBER}[\s-]*(?:{units}{_SHORT.get(days, '')})\.?", re.IGNORECASE)) for days, units in _UNITS
]
_OF = dict(_UNITS)
_YEARS_AND_MONTHS = re.compile(
    rf"{_NUMBER}\s*(?:{_OF[_YEARS]}{_SHORT[_YEARS]})\.?[\s,+]*(?:零|又|and|und|et|y|e|en|i)?\s*"
    rf"(?:(半)|{_NUMBER}\s*(?:{_OF[_MONTHS]}{_SHORT[_MONTHS]})\.?)",
    re.IGNORECASE,
)
"""一年半, 1年零6个月, 1 year 6 months."""
_WARRANTY = re.compile(
    r"质量保证期?|[质保][保修固用质证證]期?|保修期限|质保时间|有效期?|为期?|[:：]|"
    r"(?<![^\W\d_])(?:warranty|guarante(?:e|ed)|garant(?:ie|ía|ia|i|ii)|garanzia|gwarancj[ai]|gewährleistung|záruk[ay]|гарантия|takuu|jótállás)"
    r"(?![^\W\d_])",
    re.IGNORECASE,
)
"""What a cell says of a warranty besides how long it holds."""
_COVERS = re.compile(
    r"三包|包[修换]|[（(][^\d（()）]*[)）]|(?:全国)?联保|整[机车]|主机|免费|上门|原厂|厂家|"
    r"\b(?:limited|manufacturer'?s?|parts?(?: (?:and|&) labou?r)?|labou?r|full|standard|extended|carry[- ]in|on[- ]?site)\b",
    re.IGNORECASE,
)
"""What it says of what is covered."""
_EDGES = " \t,，;；.。-"
_MOST = 3660


def days(said: str) -> int | None:
    """How many days a text tells; None when it tells no span of time."""
    text = half_width(said).strip()
    for length, pattern in _SPANS:
        if (match := pattern.fullmatch(text)) and (count := _count(match[1])) * length <= _MOST:
            return round(count * length) or None
    return None


def warranty(said: str) -> tuple[int | None, bool]:
    """How many months a cell tells of a warranty, None when it tells none; and whether it says what is covered as well."""
    plain = _WARRANTY.sub(" ", half_width(said)).strip(_EDGES)
    bare = _COVERS.sub(" ", plain).strip(_EDGES)
    return months(bare), bare != plain


def months(said: str) -> int | None:
    """How many months a text tells, without a unit or with one; None when it tells none, or not whole ones (15天)."""
    text = half_width(said).strip()
    if match := _YEARS_AND_MONTHS.fullmatch(text):
        return _whole(_count(match[1]) * 12 + (6 if match[2] else _count(match[3])))
    if match := re.fullmatch(_NUMBER, text):
        return _whole(_count(match[1]))
    for length, pattern in _WHOLE:
        if match := pattern.fullmatch(text):
            count = _count(match[1])
            if length == _YEARS:
                return _whole(count * 12)
            years = _whole(count * length / _YEARS)
            return years * 12 if years and length != _MONTHS else _whole(count * length / _MONTHS)
    return None


def _whole(count: float) -> int | None:
    return int(count) if count == int(count) else None


def _count(said: str) -> float:
    if said == "半":
        return 0.5
    said = said.replace(",", ".").casefold()
    return float(said) if "." in said else _NAMED.get(said) or phrase_hours.count(said)
