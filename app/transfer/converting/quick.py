"""Texts spelt the usual way into values without a detour: of 100,000 rows nearly all cells are.

Each reader gives just what ``values.converter`` would, or None to leave the text to that.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from app.records.fields import Field, FieldKind
from app.shared.phones import Phone
from app.transfer.converting.values import LONGEST, NOTHING
from app.transfer.grid.choices import choice_words

Quick = Callable[[str], Any]
_PHONE = re.compile(
    r"1[3-9]\d(?:[- ]?\d{4}){2}|(0)(?:(?:10|2\d)[- ]?[2-8]\d{3}[- ]?\d{4}|[3-9]\d\d[- ]?[2-8]\d{2,3}[- ]?\d{4})",
    re.ASCII,
)
_EMAIL = re.compile(r"[A-Za-z0-9._%+-]+@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}")
"""The usual ones among those that ``mails.EMAIL`` finds, in which nothing is to be tidied."""
_PERSON = re.compile(r"[\u4e00-\u9fff]{2,4}|[A-Z][a-z]+(?: [A-Z][a-z]+){1,2}")
_BEFORE_CODE = frozenset("邮郵 ")
_PLACE_LENGTH, _MOBILE_LENGTH = 4, 11


def reader(target: str, field: Field, region: str) -> Quick | None:
    """The reader for the texts of a field, None when there is none.

    Args:
        target: the field as the mapping names it ("contact.mobile").
        region: the country of phone numbers.
    """
    match field.kind:
        case FieldKind.PHONE:
            return _phone if region == "CN" else None
        case FieldKind.EMAIL:
            return _email
        case FieldKind.CHOICE | FieldKind.BOOLEAN:
            return _choice(field)
        case FieldKind.LINK:
            return _word
        case FieldKind.TEXT | FieldKind.LONG_TEXT:
            return _person if target == "contact.name" else _TEXTS.get(field.name)
        case _:
            return None


def _phone(cell: str) -> Phone | None:
    if len(cell) == _MOBILE_LENGTH and "13" <= cell[:2] <= "19" and cell.isascii() and cell.isdigit():
        return Phone(cell, "+86" + cell)
    found = _PHONE.fullmatch(cell)
    if found is None:
        return None
    digits = cell.replace("-", "").replace(" ", "")
    return Phone(cell, "+86" + (digits[1:] if found[1] else digits))


def _email(cell: str) -> str | None:
    return cell if _EMAIL.fullmatch(cell) else None


def _choice(field: Field) -> Quick:
    known = {word: value for word, value in choice_words(field).items() if word not in NOTHING}
    upper = {word.upper(): value for word, value in known.items() if word.upper().casefold() == word}
    return {**upper, **known}.get


def _person(cell: str) -> str | None:
    return cell if _PERSON.fullmatch(cell) and cell not in NOTHING else None


def _word(cell: str) -> str | None:
    return cell if cell.isalnum() and (len(cell) > LONGEST or cell.casefold() not in NOTHING) else None


def _place(cell: str) -> str | None:
    return cell if len(cell) <= _PLACE_LENGTH and cell.isalnum() and cell.casefold() not in NOTHING else None


def _address(cell: str) -> str | None:
    coded = cell[:6].isdigit() or cell[:1] in _BEFORE_CODE
    return (
        cell.strip() or None if len(cell) > LONGEST and cell.isprintable() and "_x" not in cell and not coded else None
    )


def _code(cell: str) -> str | None:
    return cell if cell.isdigit() else None


_TEXTS: dict[str, Quick] = {
    "tax_number": _word, "bank_account": _word, "code": _word, "barcode": _word, "province": _place, "city": _place,
    "address": _address, "postcode": _code,
}  # fmt: skip
