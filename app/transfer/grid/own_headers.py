"""The columns of Kebu's own exports, and what they are called."""

from __future__ import annotations

from app.records.fields import Field, FieldKind, RecordType
from app.shared.i18n import N_, catalogue

ABOUT_KIND, ABOUT_ID = "about_kind", "about_id"
_CUSTOMER = N_("Customer")


def exported(record: RecordType) -> tuple[Field, ...]:
    """The fields that an export of these records holds."""
    return tuple(field for field in record.fields if field.exported and field.kind is not FieldKind.IMAGE)


def label(field: Field, language: str) -> str:
    """What an export in a language calls a field; of the record that one is about it names the customer."""
    said = _CUSTOMER if field.name == ABOUT_ID else field.label
    return said if field.custom else catalogue(language).gettext(said)
