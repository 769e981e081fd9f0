"""Phone numbers as people type them: found in a cell, made comparable, and shown in groups.

Plain Chinese numbers are read by regular expressions, since an import normalises hundreds of thousands of them; every
other number is read by libphonenumber.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from app.shared.i18n import N_
from app.shared.patterns import later
from app.shared.phone_cells import EXTENSION_MARK, pieces
from app.shared.text import half_width

if TYPE_CHECKING:
    from phonenumbers import PhoneNumber

_EXTENSION = rf"(?:{EXTENSION_MARK}|\s*-\s*)(\d{{1,6}})\s*\)?"
_CHINA = r"(?:(?:\+|00)?86[-\s]*|\(\+?86\)[-\s]*)?"
# The usual spellings, told apart by the last group that matched.
_USUAL = later(
    r"(?:(?:\+|00)?86[- ]?)?(1[3-9]\d)[- ]?(\d{4})[- ]?(\d{4})"
    r"|\(?0(10|2\d)\)?[- ]?([2-8]\d{3})[- ]?(\d{4})(?:-(\d{1,6}))?"
    r"|\(?0([3-9]\d\d)\)?[- ]?([2-8]\d{2,3})[- ]?(\d{4})(?:-(\d{1,6}))?"
    r"|([48]00)[- ]?(\d{3})[- ]?(\d{4})",
    re.ASCII,
)
_MOBILE = later(rf"{_CHINA}0?(1[3-9]\d(?:[-\s.]?\d){{8}})(?:{_EXTENSION})?", re.IGNORECASE)
_LANDLINE = later(
    rf"({_CHINA})(\(0?|0|)((?:10|2\d)(?=\D*[2-8]\d{{3}}[-\s]?\d{{4}}(?!\d))|[3-9]\d\d)\)?[-\s]*([2-8]\d{{2,3}})[-\s]?(\d{{4}})(?:{_EXTENSION})?",
    re.IGNORECASE,
)
_SERVICE = later(rf"{_CHINA}([48]00(?:[-\s]?\d){{7}})(?:{_EXTENSION})?", re.IGNORECASE)
_LOCAL = later(rf"([2-8]\d{{2,3}}[-\s]?\d{{4}})(?:{_EXTENSION})?", re.IGNORECASE)
_EXTENSION_WORD = later(rf"(?<=\d|\)){EXTENSION_MARK}(?=\d{{1,6}}\s*\)?$)|[转轉]|[分內内][机機線线]号?", re.IGNORECASE)
_TRAILING_ZERO = later(r"(\d{5,})\.0+")
_EXPONENT = later(r"\d(?:\.\d+)?[eE]\+?\d{1,2}")
_MEXICO = later(r"^\+52[\s-]*1[\s-]*((?:\d[\s-]*){10})$")
_DIGITS = later(r"\d")
_NOT_DIGITS = later(r"\D+")
_CHINESE_MOBILE = later(r"\+861[3-9]\d{9}")
_LETTERS = later(r"[^\W\d_]")
_WORDS = later(r"[^\W\d_]{2}|[\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True)
class Phone:
    """A phone number.

    Args:
        typed: what the person or the sheet gave, without outer blanks.
        normal: E.164 such as ``+8613800002317``, with ``;ext=12`` after it when there is an extension (RFC 3966);
            only the digits when the number cannot be placed; "" when there is no digit.
    """

    typed: str
    normal: str

    def __str__(self) -> str:
        return self.typed


def parse(text: str, region: str = "CN") -> Phone:
    """Read one phone number; never fails.

    Args:
        text: the number as typed, perhaps with a name beside it or as a spreadsheet's float.
        region: the country (ISO 3166 code) of numbers without a country code.
    """
    typed = text.strip()
    if region == "CN":
        if len(typed) == 11 and "13" <= typed[:2] <= "19" and typed.isascii() and typed.isdigit():
            return Phone(typed, "+86" + typed)
        if match := _USUAL.fullmatch(typed):
            return Phone(typed, _usual(match))
    plain = _unfloat(half_width(typed).strip())
    if _rounded(typed):
        return Phone(typed, _NOT_DIGITS.sub("", plain))
    normal = _chinese(plain) if region == "CN" else ""
    return Phone(typed, normal or _normal(plain, region))


def _rounded(text: str) -> bool:
    """Whether a spreadsheet has left out the last digits: ``1.38E+10``."""
    if "e" not in text.lower() or not _EXPONENT.fullmatch(text):
        return False
    mantissa, _, power = text.lower().partition("e")
    return len(mantissa.partition(".")[2]) < int(power)


def _usual(match: re.Match[str]) -> str:
    last = match.lastindex or 0
    if last in (7, 11):
        return "+86{}{}{};ext={}".format(*match.group(last - 3, last - 2, last - 1, last))
    return "+86{}{}{}".format(*match.group(last - 2, last - 1, last))


def _unfloat(text: str) -> str:
    """The digits of a number that a spreadsheet gave as ``13800002317.0`` or ``1.3800002317E+10``."""
    if "." not in text and "+" not in text:
        return text
    if match := _TRAILING_ZERO.fullmatch(text):
        return match[1]
    if _EXPONENT.fullmatch(text):
        return str(int(float(text)))
    return text


def _chinese(text: str) -> str:
    """The normal form of a plain Chinese mobile, landline, service or local number, else ""."""
    if text[:1] in "01+(8" and (match := _MOBILE.fullmatch(text)):
        return _joined("+86", match[1], match[2])
    if (match := _LANDLINE.fullmatch(text)) and (match[1] or match[2]):
        return _joined("+86", match[3] + match[4] + match[5], match[6])
    if text[:1] in "48+(" and (match := _SERVICE.fullmatch(text)):
        return _joined("+86", match[1], match[2])
    if text[:1] in "2345678" and (match := _LOCAL.fullmatch(text)):
        return _joined("", match[1], match[2])
    return ""


def _joined(prefix: str, number: str, extension: str | None) -> str:
    digits = number if number.isdigit() else _NOT_DIGITS.sub("", number)
    return f"{prefix}{digits};ext={extension}" if extension else prefix + digits


@lru_cache(maxsize=20_000)
def _normal(text: str, region: str) -> str:
    """The normal form of any text by libphonenumber, or by the first number found in it, or its digits."""
    if not _DIGITS.search(text):
        return ""
    return _international(text, region) or _first_inside(text, region) or _NOT_DIGITS.sub("", text)


def _international(text: str, region: str) -> str:
    import phonenumbers as lib

    prepared = _EXTENSION_WORD.sub(" ext ", text).rstrip(" )")
    if prepared.startswith("00"):
        prepared = "+" + prepared[2:]
    if len(_LETTERS.findall(prepared.replace("ext", "").replace("x", ""))) > 7:
        return ""
    # Mexico has dropped the 1 before its mobile numbers; address books still hold it.
    prepared = _MEXICO.sub(r"+52 \1", prepared)
    try:
        number = lib.parse(prepared, region)
    except lib.NumberParseException:
        return ""
    explicit = prepared.lstrip("( ").startswith("+")
    if not (lib.is_valid_number(number) or ((explicit or region != "CN") and _whole(number))):
        return ""
    normal = lib.format_number(number, lib.PhoneNumberFormat.E164)
    return f"{normal};ext={number.extension}" if number.extension else normal


def _whole(number: PhoneNumber) -> bool:
    """Whether the number is as long as numbers of its country are, with area code."""
    import phonenumbers as lib

    return bool(lib.is_possible_number_with_reason(number) == lib.ValidationResult.IS_POSSIBLE)


@lru_cache(maxsize=20_000)
def is_of(text: str, region: str) -> bool:
    """Whether a text is a number of a country as its rules know it, written without the country's code."""
    import phonenumbers as lib

    plain = _unfloat(half_width(text).strip())
    if region == "CN":
        return plain.lstrip("( ")[:1] in ("0", "1", "4", "8", "+") and _chinese(plain).startswith("+")
    # A Chinese mobile number would pass for one of a country that takes nearly any digits.
    if region not in lib.COUNTRY_CODE_TO_REGION_CODE[1] and _MOBILE.fullmatch(plain):
        return False
    try:
        return bool(lib.is_valid_number(lib.parse(_EXTENSION_WORD.sub(" ext ", plain), region)))
    except lib.NumberParseException:
        return False


def _first_inside(text: str, region: str) -> str:
    """The normal form of the first number within a longer text."""
    for piece in pieces(text, region):
        if piece.number != text:
            return (region == "CN" and _chinese(piece.number)) or _normal(piece.number, region)
    return ""


@dataclass(frozen=True, slots=True)
class Found:
    """A number found in a cell; ``label`` is the name or remark that stands with it."""

    phone: Phone
    label: str


def split(cell_text: str, region: str = "CN") -> list[Found]:
    """All numbers of a cell, in order, each with the name or remark beside it.

    Args:
        cell_text: such as ``王经理 138-0000-0000、0512-66881234/35 转 802``.
        region: the country (ISO 3166 code) of numbers without a country code.
    """
    alone = parse(cell_text, region)
    text = _unfloat(half_width(alone.typed))
    found = pieces(text, region)
    if len(found) < 2 and alone.normal and not _WORDS.search(text):
        return [Found(alone, "")]
    return [Found(parse(piece.number, region), piece.label) for piece in found]


@lru_cache(maxsize=4096)
def is_mobile(normal: str) -> bool:
    """Whether the normal form is surely a mobile number (in some countries the number does not tell)."""
    number = normal.partition(";")[0]
    if number.startswith("+86"):
        return bool(_CHINESE_MOBILE.fullmatch(number))
    if not number.startswith("+"):
        return False
    import phonenumbers as lib

    try:
        return lib.number_type(lib.parse(number)) == lib.PhoneNumberType.MOBILE
    except lib.NumberParseException:
        return False


@lru_cache(maxsize=4096)
def country(normal: str) -> str:
    """The country (ISO 3166 code) of a normal form that is a number as its rules know it; "" for any other."""
    import phonenumbers as lib

    try:
        number = lib.parse(normal.partition(";")[0])
    except lib.NumberParseException:
        return ""
    return lib.region_code_for_number(number) or "" if lib.is_valid_number(number) else ""


@lru_cache(maxsize=4096)
def pretty(phone: Phone, region: str = "CN") -> str:
    """The number in groups for reading: ``138 0000 2317``, ``0512 6688 1234-802``, ``+1 415 555 0132``.

    Args:
        phone: the number.
        region: the country of the reader, whose numbers are shown without country code.
    """
    number, _, extension = phone.normal.partition(";ext=")
    if not number.startswith("+"):
        return phone.typed
    if region == "CN" and number.startswith("+86") and (shown := _grouped(number[3:])):
        return f"{shown}-{extension}" if extension else shown
    import phonenumbers as lib

    try:
        parsed = lib.parse(number)
    except lib.NumberParseException:
        return phone.typed
    home = lib.region_code_for_number(parsed) == region
    style = lib.PhoneNumberFormat.NATIONAL if home else lib.PhoneNumberFormat.INTERNATIONAL
    shown = lib.format_number(parsed, style)
    return f"{shown} ext. {extension}" if extension else shown


def _grouped(national: str) -> str:
    """A Chinese national number in groups, "" when its length is not a usual one."""
    if len(national) == 11 and national[0] == "1":
        return f"{national[:3]} {national[3:7]} {national[7:]}"
    if national[:3] in ("400", "800") and len(national) == 10:
        return f"{national[:3]} {national[3:6]} {national[6:]}"
    area = 2 if national[0] in "12" else 3
    if len(national) - area not in (7, 8):
        return ""
    return f"0{national[:area]} {national[area:-4]} {national[-4:]}"


def problem(phone: Phone) -> str:
    """What is wrong with the number: an English source sentence for the catalogue, "" when nothing seems wrong."""
    if phone.normal.startswith("+") or not phone.typed:
        return ""
    if _rounded(phone.typed):
        return N_("The spreadsheet has rounded this phone number, its last digits are lost")
    digits = phone.normal.partition(";")[0]
    if not digits:
        return N_("There is no digit in the phone number")
    if re.match(r"1[3-9]", digits) and len(digits) in _MOBILE_LENGTHS:
        return _MOBILE_LENGTHS[len(digits)]
    if len(digits) < 5 and not re.fullmatch(r"1[0-2]\d|999|911", digits):
        return N_("The phone number is too short")
    if len(digits) > 15:
        return N_("The phone number is too long")
    return ""


_MOBILE_LENGTHS = {
    9: N_("The mobile number has only 9 digits, two are missing"),
    10: N_("The mobile number has only 10 digits, one is missing"),
    12: N_("The mobile number has 12 digits, one too many"),
    13: N_("The mobile number has 13 digits, two too many"),
}
