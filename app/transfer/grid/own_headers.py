"""The columns of Kebu's own exports, and what they are called."""

from __future__ import annotations

from app.records.fields import Field, FieldKind, RecordType
from app.shared.i18n import N_, catalogue

JSON = "json"
"""Stands for the language of JSON files: the names of the dictionary."""
ABOUT_KIND, ABOUT_ID = "about_kind", "about_id"
ABOUT_CUSTOMER, ABOUT = "about_customer", "about"
_ABOUT = {ABOUT_ID: ABOUT_CUSTOMER, ABOUT_KIND: ABOUT}
_CUSTOMER = N_("Customer")
CONTACT = Field("contact_name", FieldKind.TEXT, N_("Contact"), width=120)
"""The name of a customer's main contact, as the list of customers names the column."""


def exported(record: RecordType) -> tuple[Field, ...]:
    """The fields that an export of these records holds."""
    return tuple(field for field in record.fields if field.exported and field.kind is not FieldKind.IMAGE)


def beside(record: RecordType) -> tuple[Field, ...]:
    """The columns that a list of these records may have beside its fields."""
    return (CONTACT,) if record.name == "customer" else ()


def label(field: Field, language: str) -> str:
    """What an export in a language calls a field; of the record that one is about it names the customer."""
    if language == JSON:
        return _named(field)
    said = _CUSTOMER if field.name == ABOUT_ID else field.label
    return said if field.custom else catalogue(language).gettext(said)


def idle(record: RecordType) -> frozenset[str]:
    """What a JSON file tells beside its fields and nobody but the book itself needs: ids, and names told once more."""
    links = [one for one in record.fields if one.link]
    names = {"id", "about_name", ABOUT_KIND, ABOUT_ID} | {one.name for one in links}
    return frozenset(names | {f"{one.name}_name" for one in links if one.also})


def _named(field: Field) -> str:
    if field.custom:
        return f"custom:{field.label}"
    if field.link:
        return f"{field.name}s" if field.also else f"{field.name}_name"
    return _ABOUT.get(field.name, field.name)
