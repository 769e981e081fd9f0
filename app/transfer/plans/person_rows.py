"""Rows of lists of persons: whose person it is where no company is named, and what of the row is the person's own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from app.customers.alike import Known, known, likeness
from app.shared.i18n import _
from app.shared.names import person_key
from app.shared.phones import Phone
from app.transfer.drafting.rows import Draft
from app.transfer.plans.list_host import Held
from app.transfer.plans.match_rules import CODE, PHONE
from app.transfer.plans.matching import CustomerIndex, Match
from app.transfer.plans.numbered import Numbers
from app.transfer.plans.write_modes import KEPT

_ALIKE = 60
_PLACE = ("address", "city", "province", "postcode", "country")


def alike(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether two persons of one name in one company may be the same: nothing by which both are reached differs in all."""
    told = [(_numbers(one), _numbers(other)), (_mail(one), _mail(other))]
    both = [mine & theirs for mine, theirs in told if mine and theirs]
    return not both or any(both)


def _numbers(values: Mapping[str, Any]) -> set[str]:
    return {one.normal for name in ("mobile", "phone") if isinstance(one := values.get(name), Phone)}


def _mail(values: Mapping[str, Any]) -> set[str]:
    return {str(values["email"]).casefold()} if values.get("email") else set()


def contact_key(values: Mapping[str, Any]) -> tuple[str, str]:
    """A contact's name, and its mobile or e-mail, as it is compared with others of one customer."""
    phone = values.get("mobile") or values.get("phone")
    reach = phone.normal if isinstance(phone, Phone) else str(values.get("email") or "").casefold()
    return person_key(str(values.get("name") or "")), reach


def stood_for(match: Match | None, chosen: frozenset[str]) -> frozenset[str]:
    """The fields in which a merged row has the say: those chosen, and what a company is by which only its person stood."""
    if match is None or not match.stood:
        return chosen
    return chosen | {"kind", "name"} if KEPT + "name" not in chosen else chosen | {"kind"}


def alone(draft: Draft) -> bool:
    """Whether a person's row names no company."""
    return draft.customer.get("name") == draft.contact.get("name")


def by_code(draft: Draft, numbers: Numbers, index: CustomerIndex) -> Match | None:
    """The customer that a person belongs to by its company's number; where the row names a company too, that must fit.

    Args:
        draft: the row of the person.
        numbers: those of customers.
        index: the customers.
    """
    code = draft.code or (draft.above if draft.parent else "")
    if not code:
        return None
    refs = numbers.codes.find(code, numbers.header)
    if not alone(draft):
        name = known(dict(draft.customer), {}).key
        refs = {ref for ref in refs if likeness(index.all[ref].key, name) >= _ALIKE}
    if len(refs) != 1:
        return None
    (ref,) = refs
    held = index.all[ref]
    return Match(held.book_id, held.row, held.name, _("Code"), certain=True, score=100, ref=ref, rule=CODE)


def by_person(
    draft: Draft, one: Known, index: CustomerIndex, held: Callable[[int, dict[str, Any]], Held | None]
) -> Match | None:
    """The customer that has the person as its contact already, by name and phone or e-mail.

    Args:
        draft: the row; ``one`` what matching knows of it.
        index: the customers; ``held`` finds the contact of one that some values are about.
    """
    name = person_key(str(draft.contact.get("name") or ""))
    for ref in index.reached(one) if name else ():
        found = held(ref, draft.contact)
        if found is not None and found[0] == name:
            other = index.all[ref]
            reason = _("Same name and phone or e-mail")
            return Match(other.book_id, other.row, other.name, reason, certain=True, score=100, ref=ref, rule=PHONE)
    return None


def placed(customer: dict[str, Any], contact: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """The values of a person whose company is found by number: the place that the row tells is the person's own."""
    rest = {name: value for name, value in customer.items() if name not in ("name", "kind")}
    told = [str(rest.pop(name)) for name in _PLACE if name in rest]
    return rest, {**contact, "address": ", ".join(told)} if told and "address" not in contact else contact


def without_theirs(reach: str, customer: dict[str, Any]) -> dict[str, Any]:
    """In a row of a known contact: the customer's values without the number that an earlier row gave to this contact.

    Args:
        reach: the contact's number or mailbox, as ``contact_key`` tells it.
        customer: the row's values of the customer.
    """
    theirs = {
        name for name in ("phone", "mobile", "email")
        if reach and (value := customer.get(name))
        and (value.normal if isinstance(value, Phone) else str(value).casefold()) == reach
    }  # fmt: skip
    return {name: value for name, value in customer.items() if name not in theirs} if theirs else customer


def own_numbers(
    held: Known, customer: dict[str, Any], contact: dict[str, Any]
) -> tuple[dict[str, Any], dict[str, Any]]:
    """In a further row of a customer, with another contact: a number that is new is this contact's.

    Args:
        held: what is known of the customer.
        customer: the row's values of it; ``contact`` those of its person.
    """
    moved = {
        name: value for name in ("phone", "mobile", "email")
        if (value := customer.get(name)) and not contact.get(name)
        and (value.normal not in held.phones if isinstance(value, Phone) else str(value).casefold() not in held.emails)
    }  # fmt: skip
    if not moved:
        return customer, contact
    return {name: value for name, value in customer.items() if name not in moved}, {**contact, **moved}
