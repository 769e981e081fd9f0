"""When two customers may be the same: what is compared of them, and how alike two names are.

The import compares the rows of a file with the book by this, and the book is searched for doubles by it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from app.records import queries
from app.records.workspace import Workspace
from app.shared.names import company_key, person_key
from app.shared.phones import Phone

SHARED = 3
"""A phone or e-mail that customers of so many different names have is a switchboard, or an address of an office."""
SIMILAR, VERY_SIMILAR = 60, 85
_IN_ORDER = 80.0
OFFICE = re.compile(
    r"(?:info|sales?|admin|contact|office|service|kefu|hr|support|mail|post|marketing|export|hello|noreply|webmaster|enquir\w+)\d*@"
)
SERVICE = re.compile(r"\+86[48]00")
_SHORTEST = 7
_PLACE_END = re.compile(r"(?:市|区|县|省)$")
_SIGNS = re.compile(r"\W")
_DIGITS = re.compile(r"\d")
_CUSTOMER = ("name", "kind", "tax_number", "city", "address", "phone", "mobile", "email")
_CONTACT = ("customer", "name", "phone", "mobile", "email")


@dataclass(slots=True)
class Known:
    """A customer as matching sees it."""

    name: str
    key: str
    person: bool
    tax: str = ""
    city: str = ""
    identity: str = ""
    address: str = ""
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    book_id: int = 0
    row: int = 0
    sheet: str = ""
    contact: str = ""

    @property
    def place(self) -> str:
        """The address as addresses are compared; made when it is asked for, which is seldom."""
        return self.address.casefold()


def known(
    values: dict[str, Any],
    contact: dict[str, Any],
    *,
    row: int = 0,
    sheet: str = "",
    identity: str = "",
    book_id: int = 0,
) -> Known:
    """A customer's values, with those of its contact, as matching compares them."""
    get = values.get
    one = described(get("name"), get("kind"), get("tax_number"), get("city"), get("address"), book_id)
    one.row, one.sheet, one.identity = row, sheet, identity
    add_reach(one, values)
    if contact:
        add_reach(one, contact)
        one.contact = contact.get("name") or ""
    return one


def described(
    name: str | None, kind: str | None, tax: str | None, city: str | None, address: str | None, book_id: int = 0
) -> Known:
    """A customer by its own words, phones and e-mails still left out."""
    name = str(name or "")
    person = kind == "person"
    one = Known(name, person_key(name) if person else company_key(name) or name.casefold(), person)
    one.book_id = book_id
    if tax:
        one.tax = (tax if tax.isalnum() else _SIGNS.sub("", tax)).upper()
    if city:
        one.city = _city(city)
    if address:
        one.address = address
    return one


@lru_cache(maxsize=4096)
def _city(name: str) -> str:
    return _PLACE_END.sub("", name.casefold())


def add_reach(one: Known, values: dict[str, Any]) -> None:
    """Add the phones and e-mails of some values."""
    for phone in (values.get("phone"), values.get("mobile")):
        if isinstance(phone, Phone):
            normal = phone.normal
            if len(normal) >= _SHORTEST and normal not in one.phones:
                one.phones += (normal,)
    email = values.get("email")
    if email and (folded := str(email).casefold()) not in one.emails:
        one.emails += (folded,)


def reachable(one: Known, phone: str | None, mobile: str | None, email: str | None) -> None:
    """Add phones in their normal form and an e-mail."""
    for normal in (phone, mobile):
        if normal and len(normal) >= _SHORTEST and normal not in one.phones:
            one.phones += (normal,)
    if email and (folded := email.casefold()) not in one.emails:
        one.emails += (folded,)


def common(first: Iterable[str], second: Iterable[str]) -> list[str]:
    """The phones or e-mails that two customers share."""
    return [value for value in first if value in second]


def likeness(first: str, second: str) -> int:
    """How alike two name keys are, 0 to 100; a short name inside the long one counts as alike."""
    from rapidfuzz import fuzz

    if not first or not second:
        return 0
    ratio = fuzz.ratio(first, second)
    if ratio < _IN_ORDER and min(len(first), len(second)) >= 3:
        short, long = sorted((first, second), key=len)
        if in_order(short, long):
            ratio = _IN_ORDER
    return round(ratio)


def in_order(short: str, long: str) -> bool:
    """Whether the letters of one name stand in another, in their order."""
    at = -1
    for sign in short:
        at = long.find(sign, at + 1)
        if at < 0:
            return False
    return True


def other_digits(first: str, second: str) -> bool:
    """Whether two names differ in more than their figures: a second works is no second spelling."""
    return _DIGITS.sub("", first) != _DIGITS.sub("", second)


@dataclass(frozen=True, slots=True)
class People:
    """All customers of a book as they are compared, by id, and the contacts of each: key of the name, and ways to reach."""

    customers: dict[int, Known]
    contacts: dict[int, list[tuple[str, frozenset[str]]]]


def people(ws: Workspace) -> People:
    """Read what is compared of all customers, with the phones and e-mails of their contacts."""
    found: dict[int, Known] = {}
    contacts: dict[int, list[tuple[str, frozenset[str]]]] = {}
    for number, name, kind, tax, city, address, *reach in queries.columns(ws, "customer", _CUSTOMER):
        found[number] = one = described(name, kind, tax, city, address, book_id=number)
        reachable(one, *reach)
    for _number, customer, name, *reach in queries.columns(ws, "contact", _CONTACT):
        if (held := found.get(customer)) is not None:
            reachable(held, *reach)
            ways = frozenset(way.casefold() for way in reach if way and len(way) >= _SHORTEST)
            contacts.setdefault(customer, []).append((person_key(name or ""), ways))
    return People(found, contacts)
