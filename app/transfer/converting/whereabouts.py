"""What a row says of its place, used for its address and its phones."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from app.shared import phones
from app.shared.phones import Phone
from app.transfer.converting import abroad, addresses

_STATE = re.compile(r"[A-Z]{2}")
_COUNTRY = ("country", "customer.country")
_STATES = frozenset(addresses.STATES.split("|"))
_AMERICAN = frozenset({"US", "CA"})
_NUMBER = re.compile(r"\(?[2-9]\d\d\)?[-. ]?[2-9]\d\d[-. ]\d{4}(?:\s*(?:x|ext\.?)\s*\d+)?", re.IGNORECASE)
_ZIP = re.compile(r"\d{5}(?:-\d{4})?")
_EXTERNAL = re.compile(r"base\.([a-z]{2})")
"""How Odoo's external ids name countries."""


def usual(region: str, rows: Sequence[Mapping[str, Any]]) -> str:
    """The country that most rows of a sheet name, where it writes numbers in the American way; "" for another."""
    named = Counter(country for row in rows for key in _COUNTRY if isinstance(country := row.get(key), str) and country)
    if not named:
        return ""
    code = abroad.region_of(named.most_common(1)[0][0])
    return code if code in _AMERICAN and code != region else ""


def settle(region: str, here: str, customer: dict[str, Any], contact: dict[str, Any]) -> None:
    """Take names off the front of the address, fill province and city from it, and read phones by the country's rules.

    Args:
        region: the country whose numbers the book takes plain ones for.
        here: what ``usual`` says of the sheet.
        customer, contact: the values of a row; they are changed.
    """
    if "address" in customer:
        customer["address"] = addresses.without_names(
            str(customer["address"]), (customer.get("name"), contact.get("name"))
        )
        addresses.complete(customer)
    if "city" in customer:
        customer["city"] = str(customer["city"] or "").rstrip(" ,，;；") or None
    country, province = customer.get("country"), customer.get("province")
    american = province and (
        province in _STATES or (_STATE.fullmatch(str(province)) and _ZIP.fullmatch(str(customer.get("postcode") or "")))
    )
    if country:
        if external := _EXTERNAL.fullmatch(str(country)):
            country = customer["country"] = external[1].upper()
        abroad.read_again(country, region, customer, contact)
    elif here or american:
        for record in (customer, contact):
            theirs = {
                key: value
                for key, value in record.items()
                if isinstance(value, Phone) and _NUMBER.fullmatch(value.typed) and not phones.is_of(value.typed, region)
            }
            abroad.read_again(here or "US", region, theirs)
            record.update(theirs)
