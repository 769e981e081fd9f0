"""Phone numbers of customers abroad: those without a country code are of the customer's country, not of the book's."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from app.shared import i18n, phones
from app.shared.phones import Phone

_ALSO = {
    "usa": "US", "u.s.a.": "US", "u.s.": "US", "america": "US", "united states of america": "US", "uk": "GB", "england": "GB",
    "great britain": "GB", "scotland": "GB", "wales": "GB", "holland": "NL", "the netherlands": "NL", "south korea": "KR", "korea": "KR",
    "russia": "RU", "uae": "AE", "czech republic": "CZ", "turkey": "TR", "vietnam": "VN", "viet nam": "VN", "hong kong": "HK",
    "macau": "MO", "prc": "CN", "p.r. china": "CN", "people's republic of china": "CN", "中华人民共和国": "CN", "香港": "HK", "台湾": "TW",
    "澳门": "MO", "臺灣": "TW", "tschechien": "CZ", "schweiz": "CH", "großbritannien": "GB", "brasil": "BR", "méxico": "MX",
}  # fmt: skip


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    from babel import Locale

    found: dict[str, str] = {}
    for language in ("zh", "en", "de", "fr", "es"):
        for code, name in Locale(language).territories.items():
            if len(code) == 2 and code.isalpha():
                found.setdefault(str(name).casefold(), code)
                found.setdefault(code.casefold(), code)
    return found | _ALSO


@lru_cache(maxsize=1000)
def region_of(country: str) -> str:
    """The ISO code of a country by its name in Chinese, English, German, French or Spanish, or its code; "" when unknown."""
    return _names().get(country.strip().casefold(), "")


def country_name(code: str) -> str:
    """What a country is called in the language in use."""
    from babel import Locale

    return str(Locale.parse(i18n.language()).territories.get(code, code))


def read_again(country: object, region: str, *records: dict[str, Any]) -> None:
    """Read the numbers of records again, those without a country code as numbers of their country.

    Args:
        country: the country as the row says it.
        region: the country whose numbers the book takes them for.
        records: values of the row; their phones are changed where the country's rules know them.
    """
    if not isinstance(country, str) or not country or not any(map(_open, records)):
        return
    code = region_of(country)
    if not code or code == region:
        return
    for record in records:
        for name, value in record.items():
            if isinstance(value, Phone) and not value.typed.lstrip("'").startswith(("+", "00")):
                there = phones.parse(value.typed, code)
                if there.normal.startswith("+") and not phones.problem(there):
                    record[name] = Phone(value.typed, there.normal)


def _open(record: Mapping[str, Any]) -> bool:
    return any(isinstance(value, Phone) and not value.typed.startswith("+") for value in record.values())
