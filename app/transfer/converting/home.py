"""The country whose way of writing a sheet follows: its numbers without a country code, and its order of day and month."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from app.shared import phones
from app.shared.dates import DateOrder, OrderGuess
from app.transfer.columns.proposals import Column, Proposal
from app.transfer.converting import calendars
from app.transfer.converting.abroad import region_of
from app.transfer.grid.cells import blank, text
from app.transfer.grid.evidence import MANY_COLUMNS
from app.transfer.grid.scale import FEW, HALF, MOSTLY, NEARLY
from app.transfer.grid.sheet_languages import Written, in_chinese, written
from app.transfer.grid.sheets import Cell

Cells = Callable[[Column], Sequence[Cell]]
_MOST, _SHORT, _FEWEST = 60, 40, 2
_REACH = frozenset(("phone", "mobile", "fax"))
_MONEY = (
    ("GB", re.compile(r"£|\bGBP\b")),
    ("TW", re.compile(r"NT\$|\bNTD\b|\bTWD\b|新[台臺]幣")),
    ("HK", re.compile(r"HK\$|\bHKD\b|港[幣币元]")),
    ("SG", re.compile(r"(?<![A-Z])S\$|\bSGD\b")),
    ("AU", re.compile(r"(?<![A-Z])A\$|\bAUD\b")),
    ("CA", re.compile(r"(?<![A-Z])C(?:A)?\$|\bCAD\b")),
    ("JP", re.compile(r"\d\s*円|\bJPY\b")),
    ("KR", re.compile(r"₩|\d\s*원|\bKRW\b")),
    ("VN", re.compile(r"₫|\bVND\b|\d\s*đ\b")),
    ("IN", re.compile(r"₹|\bINR\b|\bRs\.?\s*\d")),
    ("TH", re.compile(r"฿|\bTHB\b")),
    ("PH", re.compile(r"₱|\bPHP\b")),
    ("MY", re.compile(r"\bRM\s?\d|\bMYR\b")),
    ("ID", re.compile(r"\bRp\.?\s?\d|\bIDR\b")),
    ("CH", re.compile(r"\bCHF\b|\bSFr\b")),
    ("PL", re.compile(r"\d\s*zł|\bPLN\b")),
    ("CZ", re.compile(r"\d\s*Kč|\bCZK\b")),
    ("RU", re.compile(r"₽|\bRUB\b|\d\s*руб")),
    ("TR", re.compile(r"₺|\bTRY\b|\d\s*TL\b")),
    ("BR", re.compile(r"R\$|\bBRL\b")),
    ("AE", re.compile(r"\bAED\b|\bDhs?\b|د\.إ")),
    ("SA", re.compile(r"\bSAR\b|﷼")),
    ("IL", re.compile(r"₪|\bILS\b")),
    ("ZA", re.compile(r"\bZAR\b")),
    ("NZ", re.compile(r"NZ\$|\bNZD\b")),
)
_ANY = re.compile(
    r"[£$₩₫₹฿₱₽₺₪﷼円원đ]|zł|Kč|руб|د\.إ|[台臺港][幣币元]|"
    r"\b(?:[A-Z]{3}|RM|Rp|Rs|TL|Dhs?)\b|RM\d|Rp\d"
)
"""What any of them holds."""
_POSTCODES = (
    ("GB", re.compile(r"\b(?:[A-Z]{1,2}\d[A-Z\d]?) \d[A-Z]{2}\b")),
    ("CA", re.compile(r"\b[ABCEGHJ-NPRSTVXY]\d[A-Z] ?\d[A-Z]\d\b")),
    ("NL", re.compile(r"\b[1-9]\d{3} ?[A-Z]{2}\b(?!\s*\d)")),
)
_PLACES = (
    ("HK", re.compile(r"香港|九龍|新界|\bHong Kong\b|\bKowloon\b|\bN\.T\.(?:,|$)")),
    (
        "TW",
        re.compile(
            r"[台臺](?:北|中|南|東|灣)(?:市|縣|,|$)|新北市|高雄市|桃園市|新竹[市縣]|基隆市|苗栗縣|彰化縣|南投縣|雲林縣|嘉義[市縣]|屏東縣|宜蘭縣|花蓮縣|澎湖縣|金門縣|\bTaiwan\b|\bTaipei\b"
        ),
    ),
    ("SG", re.compile(r"\bSingapore\b|\bS\(?\d{6}\)?")),
    ("JP", re.compile(r"[都道府県].{1,6}[市区町村]|〒\d{3}")),
)
_LAST = re.compile(r"[,\n]\s*([^,\n\d]{2,30}?)[\s\d.-]*$")
_TAIWAN = "TW"
_MONTH_FIRST = frozenset(("US", "PH", "PR", "GU"))
_YEAR_FIRST = frozenset(("CN", "JP", "KR", "TW", "HU", "LT", "MN"))
_OPEN = re.compile(r"[^\d+]*(?:\+|00(?=[1-9]))")
_PARTS = re.compile(r"\s+/\s+|[,;、，；\n]|\s{2,}")
_NUMBER = re.compile(r"[(]?\d[\d ()./-]{4,20}\d")
_AMERICAN = re.compile(r"(?:1[ .-])?(?!\(?[48]00)(?:\([2-9]\d\d\) ?|[2-9]\d\d[-.])[2-9]\d\d[-. ]\d{4}(?!\d)")
"""400 and 800 stand before Chinese numbers as well."""
_EASTERN = frozenset("CN TW HK MO JP KR SG MY TH VN".split())
"""Where no number is written like that."""
_COMMA, _POINT = re.compile(r"\d,\d\d(?!\d)"), re.compile(r"\d\.\d{1,2}(?!\d)")
"""Decimals behind a comma, and behind a point."""


@dataclass(frozen=True, slots=True)
class Home:
    """Where a sheet is at home.

    Args:
        region: the country whose numbers are those without a country code.
        shown: the text of the sheet that tells another country than the book's, "" for none.
        order: how its days of two readings are written; None when nothing tells.
        republic: what tells that its years of two figures are counted from 1912, "" for nothing.
    """

    region: str
    shown: str = ""
    order: DateOrder | None = None
    republic: str = ""


@dataclass(frozen=True, slots=True)
class _Sign:
    """What tells a country: its codes, the likeliest first, the text that tells it, and whether it does so without numbers."""

    codes: tuple[str, ...]
    shown: str
    sure: bool = True


def home(proposal: Proposal, cells: Cells, region: str) -> Home:
    """Where a sheet is at home, by a column with countries, the language of its headers, its addresses, and its money.

    Its numbers must fit: a list with local numbers of the book's own country stays there.

    Args:
        proposal: the sheet with where its columns go.
        cells: the cells of a column.
        region: the country of the book.
    """
    proposal = replace(proposal, columns=proposal.columns[:MANY_COLUMNS])
    language = _language(written(tuple(column.header for column in proposal.columns)))
    signs = [
        sign
        for sign in (
            _countries(proposal, cells),
            language,
            _places(proposal, cells),
            _money(proposal, cells),
        )
        if sign is not None
    ]
    found = _of_signs(proposal, cells, region, signs)
    if found.order is None and (comma := _comma(proposal, cells)):
        # Whoever writes the decimals behind a comma writes the day before the month.
        found = replace(found, order=DateOrder.DMY, shown=found.shown or comma)
    return replace(found, republic=_republic(proposal, cells, found, signs))


def _republic(proposal: Proposal, cells: Cells, found: Home, signs: Sequence[_Sign]) -> str:
    """What tells that a sheet counts its years from 1912: it is at home in Taiwan, says so by its words and nothing speaks for
    Hong Kong, or has another year that can only be counted so."""
    if found.region == _TAIWAN:
        return found.shown or _TAIWAN
    dated = (column for column in proposal.columns if column.evidence.share("date") >= MOSTLY)
    if sure := next((said for column in dated if (said := calendars.proof(cells(column)))), ""):
        return sure
    likely = [sign for sign in signs if _TAIWAN in sign.codes]
    return likely[0].shown if likely and all(_TAIWAN in sign.codes for sign in signs) else ""


def ordering(
    order: DateOrder, shown: str, cells: Sequence[Cell], home: Home, today: date | None, wanted: str = ""
) -> OrderGuess:
    """How a column of dates is read: as the user says, as its texts tell, or as is usual where the sheet is at home.

    Args:
        order: what its texts alone tell; ``shown`` the text that does, "" for none.
        today: the day of the import; None when it is not known.
        wanted: the user's word ("dmy"), "" for none.
    """
    if wanted in set(DateOrder):
        return OrderGuess(DateOrder(wanted), shown)
    guess = calendars.decided(OrderGuess(order, shown), cells, home.republic, today)
    if not guess.evidence and home.order is not None:
        return OrderGuess(home.order, home.shown)
    return guess


def _of_signs(proposal: Proposal, cells: Cells, region: str, signs: Sequence[_Sign]) -> Home:
    """The country that the signs tell and the numbers fit."""
    plain = _plain(proposal, cells)
    chinese = in_chinese(tuple(column.header for column in proposal.columns))
    american = None if chinese or region not in _EASTERN else _american(plain)
    if not signs:
        return american or Home(region)
    own = _fit(plain, region)
    for sign in signs:
        best = max(sign.codes, key=lambda code: (_fit(plain, code), -sign.codes.index(code)))
        if best == region:
            return Home(region)
        order = None if chinese else _order(best)
        fit = _fit(plain, best)
        if plain and fit >= own and fit >= (FEW if sign.sure else MOSTLY):
            return Home(best, sign.shown, order)
        if not plain:
            return Home(best if sign.sure else region, sign.shown, order)
    return american or Home(region)


def _american(plain: tuple[str, ...]) -> Home | None:
    """North America, where nearly all numbers are written as there: (415) 555-0100, 415-555-0100."""
    like = [number for number in plain if _AMERICAN.match(number)]
    return Home("US", like[0], _order("US")) if like and len(like) >= NEARLY * len(plain) else None


def _order(code: str) -> DateOrder:
    return DateOrder.MDY if code in _MONTH_FIRST else DateOrder.YMD if code in _YEAR_FIRST else DateOrder.DMY


def _columns(proposal: Proposal, names: Collection[str]) -> list[Column]:
    return [
        column
        for column in proposal.columns
        if any(target.rpartition(".")[2] in names for target in column.targets) and column.evidence.filled
    ]


def _texts(columns: Iterable[Column], cells: Cells) -> list[str]:
    return [value for column in columns for cell in cells(column) if not blank(cell) and (value := text(cell))]


def _countries(proposal: Proposal, cells: Cells) -> _Sign | None:
    """The country that most rows name."""
    texts = _texts(_columns(proposal, ("country",)), cells)
    return _most([(code, value) for value in texts if (code := region_of(value))], len(texts))


def _language(found: Written) -> _Sign | None:
    return _Sign(found.countries, found.header, found.count >= _FEWEST) if found.countries else None


def _places(proposal: Proposal, cells: Cells) -> _Sign | None:
    """The country that most addresses name at their end, or show by a city or the form of a postcode."""
    texts = _texts(_columns(proposal, ("address", "postcode", "city", "province")), cells)
    rows = max((column.evidence.filled for column in _columns(proposal, ("address", "postcode", "city"))), default=0)
    found = []
    for value in texts:
        if (match := _LAST.search(value)) and (code := region_of(match[1])):
            found.append((code, match[1]))
            continue
        patterns = [code for code, pattern in (*_PLACES, *_POSTCODES) if pattern.search(value)]
        found += [(code, value if len(value) < _SHORT else value[-_SHORT:]) for code in patterns[:1]]
    return _most(found, min(rows, len(texts)))


def _money(proposal: Proposal, cells: Cells) -> _Sign | None:
    """The country whose money alone stands in the cells or headers."""
    held = {cell for column in proposal.columns for cell in cells(column) if cell.__class__ is str}
    texts = [
        one
        for one in (*(column.header for column in proposal.columns), *held)
        if len(one) < _SHORT and _ANY.search(one)
    ]
    found: dict[str, str] = {}
    for code, sign in _MONEY:
        if shown := next((match[0] for value in texts if (match := sign.search(value))), ""):
            found[code] = shown
    return _Sign(tuple(found), next(iter(found.values())), sure=False) if len(found) == 1 else None


def _comma(proposal: Proposal, cells: Cells) -> str:
    """An amount whose decimals stand behind a comma, where no sign tells an eastern country and none stand behind a point."""
    if in_chinese(tuple(column.header for column in proposal.columns)):
        return ""
    figures = [one for one in proposal.columns if one.evidence.share("number", "money") > HALF]
    texts = _texts(figures, cells)
    if any(map(_POINT.search, texts)):
        return ""
    return next((one for one in texts if _COMMA.search(one)), "")


def _most(found: Sequence[tuple[str, str]], of: int) -> _Sign | None:
    if not found or not of:
        return None
    (code, count), *_rest = Counter(code for code, _shown in found).most_common(1)
    return _Sign((code,), next(shown for one, shown in found if one == code)) if count >= MOSTLY * of else None


def _plain(proposal: Proposal, cells: Cells) -> tuple[str, ...]:
    """Different numbers of a sheet without a country code."""
    found: dict[str, None] = {}
    for value in _texts(_columns(proposal, _REACH), cells):
        for part in _PARTS.split(value):
            if (match := _NUMBER.search(part)) and not _OPEN.match(part):
                found.setdefault(match[0])
        if len(found) >= _MOST:
            break
    return tuple(found)


@lru_cache(maxsize=512)
def _fit(plain: tuple[str, ...], code: str) -> float:
    """The share of numbers that are numbers of a country."""
    return sum(phones.is_of(number, code) for number in plain) / len(plain) if plain else 0.0
