"""The province and the city that an address names, where it names them beyond doubt."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from app.shared.paths import resource
from app.shared.text import half_width

_PEOPLES = "土家|朝鲜|布依|哈尼|景颇|傈僳|蒙古|柯尔克孜|哈萨克|[苗藏羌彝侗壮傣白回]"
_SHORT = re.compile(rf"(?:省|市|地区|盟|(?:壮族|回族|维吾尔)?自治区|特别行政区|(?:(?:{_PEOPLES})族?)+自治州)$")
_MUNICIPALITIES = frozenset({"北京市", "天津市", "上海市", "重庆市"})
_FRONT = re.compile(r"(?:地址[:：]\s*)?(?:\d{6}\s*)?(?:中华人民共和国|中国)?[\s,，]*")
_GAP = " \t\n,，/·-—"
_DISTRICT = re.compile(
    r"[^\s\d路街道巷弄号楼大]{1,7}?(?:工业园区|园区|开发区|高新区|新区|自治县|地区|[区县市镇旗])(?![场政场所民])"
)
_DISTRICT_SIGN = re.compile(r"[区县镇乡市州旗]")
_ROAD = re.compile(
    r"[东南西北中新老]?[一二三四五六七八九十\d]*(?:路|街|道|大道|大街|巷|弄|桥|广场|大厦|大酒店|饭店|宾馆)"
)
_NO_CITY = frozenset("场政民容区立")
_FRONT_SIGNS = frozenset("地中0123456789")
_USUAL = (6, 3, 7, 8, 4)
STATES = (
    "AL|AK|AZ|AR|CA|CO|CT|DC|DE|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|OK|"
    "OR|PA|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY|PR"
)
_CANADA = "AB|BC|MB|NB|NL|NS|NT|NU|ON|PE|QC|SK|YT"
_AMERICAN = re.compile(
    rf"(?:^|^(?:.*[,\n])?\s*(?P<city>[A-Z][A-Za-z.'’ -]{{1,30}}?))[,\s]\s*(?:(?P<state>{STATES})[.,]?\s+(?P<zip>\d{{5}}(?:-\d{{4}})?)"
    rf"|(?P<province>{_CANADA})[.,]?\s+(?P<code>[A-Z]\d[A-Z]\s?\d[A-Z]\d))"
    r"(?:[,\s]+(?:USA|U\.S\.A\.|US|United States(?: of America)?|Canada))?\s*$",
    re.DOTALL,
)
_GERMAN = re.compile(
    r"^.*[,\n]\s*(?:(?:D|DE)[- ])?(?P<zip>\d{5})\s+(?P<city>[A-ZÄÖÜ][A-Za-zÀ-ÿ .()/-]{1,40}?)\s*(?:,\s*(?:Germany|Deutschland))?\s*$",
    re.DOTALL,
)
_STREET = re.compile(
    r"\b(?:st|street|ave|avenue|rd|road|blvd|boulevard|ln|lane|dr|drive|ct|court|way|pl|place|suite|ste|unit|floor|fl|hwy|"
    r"highway|pkwy|parkway|box|sq|square|terrace|circle|cir|north|south|east|west|n|s|e|w)\.?$",
    re.IGNORECASE,
)
_IDEOGRAPH = re.compile(r"[\u4e00-\u9fff]")
_CHINA = frozenset({"", "中国", "china", "cn", "prc", "p.r. china", "中华人民共和国"})


@dataclass(frozen=True, slots=True)
class Place:
    """What an address names, "" for nothing."""

    province: str = ""
    city: str = ""
    postcode: str = ""


@dataclass(frozen=True, slots=True)
class _Tables:
    """Names of places by their first two characters, longest first: (name, official name, province); see china.txt.

    ``written`` has the places that are written out, province and city or the city alone, as nearly all addresses do.
    """

    provinces: Mapping[str, list[tuple[str, str]]]
    cities: Mapping[str, list[tuple[str, str, str]]]
    written: Mapping[str, Place]


@lru_cache(maxsize=1)
def _tables() -> _Tables:
    provinces: dict[str, list[tuple[str, str]]] = {}
    cities: dict[str, list[tuple[str, str, str]]] = {}
    written: dict[str, Place] = {}
    lines = [line.split("\t") for line in resource("places", "china.txt").read_text("utf-8").splitlines()]
    table = [(line[0], line[1].split(), line[2].split()) for line in lines if not line[0].startswith("#")]
    owners = Counter(city for _province, prefectures, counties in table for city in (*prefectures, *counties))
    for province, prefectures, counties in table:
        for name in {province, _SHORT.sub("", province)}:
            provinces.setdefault(name[:2], []).append((name, province))
        if province in _MUNICIPALITIES:
            written[province] = Place(province, province)
        for city in (*prefectures, *counties):
            if owners[city] > 1:
                continue
            for name in {city, _SHORT.sub("", city)} if city in prefectures else {city}:
                cities.setdefault(name[:2], []).append((name, city, province))
            written[city] = written[province + city] = Place(province, city)
    for one in provinces.values():
        one.sort(key=lambda entry: -len(entry[0]))
    for other in cities.values():
        other.sort(key=lambda entry: -len(entry[0]))
    return _Tables(provinces, cities, written)


def locate(address: str) -> Place | None:
    """The place that an address names, or None.

    Chinese addresses name it in front (江苏省苏州市…, 深圳南山区…), American and German ones at the end. A name that may
    be a street's (南京路 88 号, 中山区) is none.
    """
    if not address or address.isdigit():
        return None
    if address[0] >= "\u2e80" or _IDEOGRAPH.search(address, 0, 12):
        return _chinese(address)
    if address[-1] in ").,":
        address = address.rstrip("). ,")
    match = _AMERICAN.match(address)
    if match:
        city = (match["city"] or "").strip(" ,")
        return Place(
            match["state"] or match["province"], "" if _STREET.search(city) else city, match["zip"] or match["code"]
        )
    match = _GERMAN.match(address)
    return Place("", match["city"].strip(), match["zip"]) if match else None


def _chinese(address: str) -> Place | None:
    tables = _tables()
    if address[:2] in tables.provinces or address[:2] in tables.cities:
        for length in _USUAL:
            if (place := tables.written.get(address[:length])) and address[length : length + 1] not in _NO_CITY:
                return place
    elif address[0] not in _FRONT_SIGNS and address.isalnum():
        return None
    text = half_width(address) if not address.isalnum() else address
    if text[0] in _FRONT_SIGNS and (front := _FRONT.match(text)):
        text = text[front.end() :]
    if text[:2] not in tables.provinces and text[:2] not in tables.cities:
        return None
    found = _province(text)
    city = _city(text, "")
    if city and (found is None or text.startswith(city[0])):
        return Place(city[1], city[0])
    if found is None:
        return None
    province, rest, sure = found
    rest = rest.lstrip(_GAP)
    if province in _MUNICIPALITIES:
        rest = rest.removeprefix(province).lstrip(_GAP)
        return Place(province, province) if sure or not rest or _DISTRICT.match(rest) else None
    city = _city(rest, province)
    if city:
        return Place(province, city[0])
    return Place(province) if sure or not rest or _DISTRICT.match(rest) else None


def _province(text: str) -> tuple[str, str, bool] | None:
    """The province in front of a text, what follows, and whether it is written out (江苏省)."""
    for name, official in _tables().provinces.get(text[:2], ()):
        if not text.startswith(name):
            continue
        rest = text[len(name) :]
        if name == official:
            if rest[:1] not in _NO_CITY:
                return official, rest, True
        elif official in _MUNICIPALITIES or not rest.startswith("市"):
            return official, rest, False
    return None


def _city(text: str, province: str) -> tuple[str, str] | None:
    """The city in front of a text with its province: with 市, or without where no street's name can follow."""
    for name, official, owner in _tables().cities.get(text[:2], ()):
        if not text.startswith(name) or (province and owner != province):
            continue
        rest = text[len(name) :]
        if name == official:
            if rest[:1] not in _NO_CITY:
                return official, owner
        elif _DISTRICT_SIGN.match(rest):
            continue
        elif not (_ROAD.match(rest) if province else not _DISTRICT.match(rest.lstrip(_GAP))):
            return official, owner
    return None


def without_names(address: str, names: Iterable[object]) -> str:
    """An address without the name of its customer or contact in front, as bills have it; as it was when nothing else is left."""
    if ", " not in address:
        return address
    own = {str(name).casefold() for name in names if name}
    first, _comma, rest = address.partition(", ")
    while rest and first.casefold() in own:
        address = rest
        first, _comma, rest = address.partition(", ")
    return address


def complete(record: dict[str, Any]) -> None:
    """Fill the empty province, city and postcode of a record from its address, unless what is there says otherwise.

    Args:
        record: values of a row; its address stays as it was typed.
    """
    address = record.get("address")
    if not address:
        return
    province, city = record.get("province"), record.get("city")
    if province and city:
        return
    place = locate(address)
    if place is None or (province and place.province and not _alike(province, place.province)):
        return
    chinese = place.province[-1:] > "\u2e80"
    if chinese and str(record.get("country") or "").casefold() not in _CHINA:
        return
    if city and not _alike(city, place.city) and city not in address:
        return
    for name, value in (("province", place.province), ("city", place.city), ("postcode", place.postcode)):
        if value and not record.get(name):
            record[name] = value


def _alike(one: str, other: str) -> bool:
    first, second = (_SHORT.sub("", name.strip()).casefold() for name in (one, other))
    return bool(first and second) and (first.startswith(second) or second.startswith(first))
