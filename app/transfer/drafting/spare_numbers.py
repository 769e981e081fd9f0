"""Further numbers of a cell with several, each in a field that is free."""

from __future__ import annotations

from typing import Any

from app.shared import phones
from app.shared.phones import Phone
from app.transfer.converting import private
from app.transfer.converting.spare import FAX
from app.transfer.grid.evidence import traits


def spread(held: dict[str, Any], notes: list[str], contact: bool) -> None:
    """Put further numbers of a row's cells into free phone fields; what finds no place goes to the notes.

    Args:
        held: the values of the row.
        notes: the lines of its notes.
        contact: whether the row may hold a contact beside its customer.
    """
    for column, spare, whole in held.pop("#spare", ()):
        lost = False
        for phone, label in spare:
            called = held.get("contact.name")
            mobile = phones.is_mobile(phone.normal)
            own = f"contact.{'mobile' if mobile else 'phone'}"
            if any(isinstance(value, Phone) and value.normal == phone.normal for value in held.values()):
                lost = lost or _labelled_person(held, contact, label)
                if held.get("contact.name") != called:
                    held.setdefault(own, phone)
                continue
            _labelled_person(held, contact, label)
            theirs = "contact.name" in held and (not label or label in str(held["contact.name"]))
            fax = bool(FAX.search(label))
            if fax:
                slots = ["fax"]
            else:
                slots = [own] if contact and theirs and (mobile or label) else []
                slots += ["mobile", "phone"] if mobile else ["phone", "mobile"]
            slot = next((slot for slot in slots if slot not in held), None)
            lost = lost or bool(label and not fax)
            if slot is None:
                lost = True
            else:
                held[slot] = phone
        if lost:
            notes.append(f"{column.header}: {whole}")


def _labelled_person(held: dict[str, Any], contact: bool, label: str) -> bool:
    """Call the contact as a number's label does that is a person's name."""
    if (
        label and contact and "contact.name" not in held
        and ("person" in traits(label) or private.NICKNAME.fullmatch(label))
    ):  # fmt: skip
        held["contact.name"] = label
    return bool(label)
