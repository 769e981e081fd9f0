"""Which rows are about the same customer, contact or product, in the file and in the book."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from app.shared.i18n import _
from app.shared.names import company_key, person_key
from app.shared.phones import Phone

_SHARED = 3
_SIMILAR, _VERY_SIMILAR = 60, 85
_OFFICE = re.compile(
    r"(?:info|sales?|admin|contact|office|service|kefu|hr|support|mail|post|marketing|export|hello|noreply|webmaster|enquir\w+)\d*@"
)
_PLACE_END = re.compile(r"(?:市|区|县|省)$")
_SIGNS = re.compile(r"\W")
_DIGITS = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Match:
    """What a row is like.

    Args:
        book_id: the record in the book, 0 when it is a row of the file.
        row: the row of the file (as Excel numbers it), 0 when it is in the book.
        title: its name.
        reason: why, in the language in use.
        certain: whether it surely is the same; otherwise a person decides.
        score: how alike the names are, 0 to 100.
        ref: the place in the index.
    """

    book_id: int
    row: int
    title: str
    reason: str
    certain: bool
    score: int
    ref: int


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
    phones: set[str] = field(default_factory=set)
    emails: set[str] = field(default_factory=set)
    book_id: int = 0
    row: int = 0
    sheet: str = ""


def known(values: dict[str, Any], contact: dict[str, Any], **where: Any) -> Known:
    """A customer's values, with those of its contact, as matching compares them."""
    name = str(values.get("name") or "")
    person = values.get("kind") == "person"
    one = Known(name, person_key(name) if person else company_key(name) or name.casefold(), person, **where)
    tax, city = values.get("tax_number"), values.get("city")
    if tax:
        one.tax = _SIGNS.sub("", tax).upper()
    if city:
        one.city = _PLACE_END.sub("", city.casefold())
    one.address = (values.get("address") or "").casefold()
    add_reach(one, values)
    add_reach(one, contact)
    return one


def add_reach(one: Known, values: dict[str, Any]) -> None:
    """Add the phones and e-mails of some values."""
    for name in ("phone", "mobile"):
        phone = values.get(name)
        if isinstance(phone, Phone) and len(phone.normal) >= 7:
            one.phones.add(phone.normal)
    email = values.get("email")
    if email:
        one.emails.add(str(email).casefold())


class CustomerIndex:
    """Finds the customers that a row is like."""

    def __init__(self) -> None:
        self.all: list[Known] = []
        self._key: dict[str, list[int]] = defaultdict(list)
        self._tax: dict[str, int] = {}
        self._phone: dict[str, list[int]] = defaultdict(list)
        self._email: dict[str, list[int]] = defaultdict(list)
        self._block: dict[tuple[str, str], list[int]] = defaultdict(list)
        self._shared: set[str] = set()

    def survey(self, drafts: Iterable[Known]) -> None:
        """Learn which phones and e-mails several different names share: a switchboard, or an address of the office."""
        names: dict[str, set[str]] = defaultdict(set)
        for one in drafts:
            for value in (*one.phones, *one.emails):
                held = names[value]
                if len(held) < _SHARED:
                    held.add(one.key)
        self._shared |= {value for value, held in names.items() if len(held) >= _SHARED}

    def add(self, one: Known) -> int:
        """Put a customer in; returns its place."""
        ref = len(self.all)
        self.all.append(one)
        if one.key:
            self._key[one.key].append(ref)
            if one.city and not one.person:
                self._block[one.city, one.key[:3]].append(ref)
        if one.tax:
            self._tax.setdefault(one.tax, ref)
        self.reach(ref, one)
        return ref

    def reach(self, ref: int, one: Known) -> None:
        """Take phones, e-mails and the tax number of a row into the customer it was found to be about."""
        held = self.all[ref]
        if held is not one:
            held.phones |= one.phones
            held.emails |= one.emails
            held.tax = held.tax or one.tax
            held.city = held.city or one.city
            if one.tax:
                self._tax.setdefault(one.tax, ref)
        for value in one.phones:
            if value not in self._shared and ref not in self._phone[value]:
                self._phone[value].append(ref)
        for value in one.emails:
            if value not in self._shared and ref not in self._email[value]:
                self._email[value].append(ref)

    def find(self, one: Known) -> Match | None:
        """The customer that a row is about: surely the same, or one so like it that a person should look."""
        if len(one.tax) >= 8 and one.tax in self._tax:
            return self._match(self._tax[one.tax], _("Same tax number"), True)
        doubtful: Match | None = None
        for ref in self._key.get(one.key, ()) if one.key else ():
            found = self._same_name(ref, one)
            if found and found.certain:
                return found
            doubtful = doubtful or found
        return doubtful or self._same_reach(one) or self._same_place(one)

    def _same_name(self, ref: int, one: Known) -> Match | None:
        held = self.all[ref]
        common = (held.phones & one.phones) or (held.emails & one.emails)
        if held.row and one.row and held.sheet == one.sheet and held.identity and one.identity and held.identity != one.identity:
            return None
        if held.tax and one.tax and held.tax != one.tax:
            return None
        if held.person or one.person:
            if common:
                return self._match(ref, _("Same name and phone or e-mail"), True)
            if (held.phones or held.emails) and (one.phones or one.emails):
                return None
            alike = held.address == one.address and held.city == one.city and not (held.identity or one.identity)
            return self._match(ref, _("Same name"), alike)
        if held.city and one.city and held.city != one.city:
            return self._match(ref, _("Same name, but another city"), False) if common else None
        if len(one.key) <= 3 and len(one.name) <= 4 and not common and held.address and one.address and held.address != one.address:
            return self._match(ref, _("Same short name, but another address"), False)
        return self._match(ref, _("Same name"), True)

    def _same_reach(self, one: Known) -> Match | None:
        if one.person:
            return None
        for table, values, reason in (
            (self._phone, one.phones, _("Same phone")), (self._email, one.emails, _("Same e-mail")),
        ):  # fmt: skip
            for value in values:
                if value in self._shared:
                    continue
                for ref in table.get(value, ())[:5]:
                    held = self.all[ref]
                    if held.person or held.key == one.key or (held.identity and one.identity and held.sheet == one.sheet):
                        continue
                    score = likeness(held.key, one.key)
                    needed = _VERY_SIMILAR if _OFFICE.match(value) else _SIMILAR
                    if score >= needed and not (held.tax and one.tax):
                        return self._match(ref, reason, False, score)
        return None

    def _same_place(self, one: Known) -> Match | None:
        """Names that differ by a letter or two, in the same city."""
        if one.person or not one.city or len(one.key) < 4:
            return None
        for ref in self._block.get((one.city, one.key[:3]), ())[-12:]:
            held = self.all[ref]
            if held.key == one.key or (held.identity and one.identity) or (held.tax and one.tax):
                continue
            score = likeness(held.key, one.key)
            if score >= _VERY_SIMILAR and _DIGITS.sub("", held.key) != _DIGITS.sub("", one.key):
                return self._match(ref, _("Similar name in the same city"), False, score)
        return None

    def _match(self, ref: int, reason: str, certain: bool, score: int = 100) -> Match:
        held = self.all[ref]
        return Match(held.book_id, held.row, held.name, reason, certain, score, ref)


def likeness(first: str, second: str) -> int:
    """How alike two name keys are, 0 to 100; a short name inside the long one counts as alike."""
    from rapidfuzz import fuzz

    if not first or not second:
        return 0
    ratio = fuzz.ratio(first, second)
    if min(len(first), len(second)) >= 3:
        short, long = sorted((first, second), key=len)
        if _in_order(short, long):
            ratio = max(ratio, 80.0)
    return round(ratio)


def _in_order(short: str, long: str) -> bool:
    signs = iter(long)
    return all(sign in signs for sign in short)


def product_keys(values: dict[str, Any]) -> list[tuple[str, str]]:
    """What two rows of the same product share: the code; without one the barcode and name; else name and specification."""
    code, barcode = (str(values.get(name) or "").strip().casefold() for name in ("code", "barcode"))
    name = re.sub(r"\s+", "", str(values.get("name") or "").casefold())
    specification = re.sub(r"\s+", "", str(values.get("specification") or "").casefold())
    if code:
        return [("code", code)]
    if barcode:
        return [("barcode", f"{barcode}|{name}")]
    return [("name", f"{name}|{specification}|{values.get('unit') or ''}")]


def contact_key(values: dict[str, Any]) -> tuple[str, str]:
    """A contact's name, and its mobile or e-mail, as matching compares them within one customer."""
    phone = values.get("mobile") or values.get("phone")
    reach = phone.normal if isinstance(phone, Phone) else str(values.get("email") or "").casefold()
    return person_key(str(values.get("name") or "")), reach
