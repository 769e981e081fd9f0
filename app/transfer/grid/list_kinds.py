"""Which records come in from lists of their own: all that the dictionary has besides customers, contacts and products."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from app.records.fields import Field, FieldKind, RecordType
from app.shared.i18n import LANGUAGES, N_, catalogue

K = FieldKind
RECORDS = ("customer", "contact", "product")
"""The records that have ways of their own to come in."""
CUSTOMER, CONTACT = "customer", "contact"
ABOUT = "about"
"""Stands for the link of a record that may be about any other."""
CODE = "customer.code"
"""The number that another program gave to a customer: it finds the customer, and nothing is written."""
SAID = "#said"
"""Under it a row keeps that number with its header, for the notes of a customer that the book lacks."""
POSITION, AMOUNT, TOTAL, CURRENCY = "position", "amount", "total", "currency"
OWED, RECEIVED, CONTRACT, WON_ON = "owed", "received", "contract_number", "won_on"
_MOMENTS = (K.DATE, K.WALL)
_NOTES = ("notes", "remarks")
_EASTERN = re.compile(r"[\u0e00-\u0e7f\u3040-\u9fff\uac00-\ud7a3]")
"""Letters of languages that set no blanks between words."""
_CODE_FIELD = Field("code", K.TEXT, N_("Code"))
_OWED_FIELD = Field(OWED, K.MONEY, N_("Still owed"))
_AMOUNT_FIELD = Field(AMOUNT, K.MONEY, N_("Amount, compared only"))


@dataclass(frozen=True)
class ListKind:
    """One record type as lists of it are imported; everything follows from the dictionary.

    Args:
        record: the record type.
        line: the type of its lines, each a row of the list; None when it has none.
        after: the type that says what is to be done next (a reminder), when a row may make one as well; else None.
    """

    record: RecordType
    line: RecordType | None = None
    after: RecordType | None = None

    @cached_property
    def kind(self) -> str:
        """The kind as imports name it: the plural."""
        return self.record.plural

    @cached_property
    def owner(self) -> str:
        """The link to the customer: the name of the field, ``ABOUT``, or "" when there is none."""
        if self.record.soft_parent:
            return ABOUT
        return _link(self.record, CUSTOMER)

    @cached_property
    def contact(self) -> str:
        """The field that links to the contact, or ""."""
        return _link(self.record, CONTACT)

    @cached_property
    def owned(self) -> bool:
        """Whether a record without a customer is refused."""
        return bool(self.owner) and self.owner != ABOUT and self.record.field(self.owner).required

    @cached_property
    def links(self) -> tuple[Field, ...]:
        """Its links to records other than the customer and the contact."""
        return tuple(one for one in self.record.fields if one.link and one.name not in (self.owner, self.contact))

    @cached_property
    def moment(self) -> Field | None:
        """The field that says when: the first day or time, a required one before others."""
        found = [one for one in self.record.fields if one.kind in _MOMENTS and not one.readonly]
        return next((one for one in found if one.required), found[0] if found else None)

    @cached_property
    def due(self) -> str:
        """The target of the day on which a row says that something is to be done next, or ""."""
        return f"{self.after.name}.{next_fields(self.after)[0].name}" if self.after is not None else ""

    @cached_property
    def notes(self) -> str:
        """The field that takes what fits nowhere else, or ""."""
        long = [one.name for one in self.record.fields if one.kind is K.LONG_TEXT and not one.readonly]
        return next(
            (name for name in _NOTES if name in long),
            self.record.title if self.record.title in long else (long or [""])[-1],
        )

    @cached_property
    def line_notes(self) -> str:
        """The field of a line that takes what fits nowhere else, or ""."""
        if self.line is None:
            return ""
        long = [one.name for one in self.line.fields if one.kind is K.LONG_TEXT]
        return long[0] if long else "specification" if self.line.has("specification") else ""

    @cached_property
    def priced(self) -> bool:
        """Whether its lines have a quantity and a price, so that amounts can be compared."""
        return self.line is not None and self.line.has("quantity") and self.line.has("price")

    @cached_property
    def amount(self) -> str:
        """The target of a line's amount, "" where there are no lines."""
        return f"{self.line.name}.{AMOUNT}" if self.line is not None else ""

    @cached_property
    def paid(self) -> bool:
        """Whether its records tell what was received of a total, so that what is still owed tells it as well."""
        return self.record.has(RECEIVED) and self.record.has(TOTAL)

    @cached_property
    def needed(self) -> list[Field]:
        """The fields without which a record is refused, and which nothing but the sheet can tell."""
        return [
            one for one in self.record.fields
            if one.required and not one.default and not one.link and one.kind is not K.CHOICE and one.name != CURRENCY
            and self.takes(self.record, one)
        ]  # fmt: skip

    def takes(self, record: RecordType, field: Field) -> bool:
        """Whether a column may go to a field: also the number that only the program sets, and the total, to compare it."""
        if field.name == POSITION or not field.imported or field.kind is K.IMAGE:
            return False
        if record is self.line and field.link == self.record.name:
            return False
        return not field.readonly or (record is self.record and field.name in (record.number, TOTAL))

    def target(self, record: str, field: str) -> str | None:
        """The target of a field of a record, None when this kind has no place for it."""
        if record == self.record.name:
            if field == self.owner:
                return CUSTOMER
            return "contact.name" if field == self.contact else field
        if record == CUSTOMER and self.owner:
            return CUSTOMER if field == "name" else f"customer.{field}"
        if record == CONTACT and self.owner:
            if field == "customer":
                return CUSTOMER
            return f"contact.{field}" if self.contact or field != "name" else None
        if (self.line is not None and record == self.line.name) or (
            self.after is not None and record == self.after.name
        ):
            return f"{record}.{field}"
        return None

    def field(self, types: Mapping[str, RecordType], target: str) -> Field | None:
        """The field that a target names."""
        if target == CUSTOMER and self.owner:
            return self.record.field(self.owner) if self.owner != ABOUT else types[CUSTOMER].field("name")
        owner, _dot, name = target.rpartition(".")
        if target == CODE and not types[CUSTOMER].has(name):
            return _CODE_FIELD
        record = types.get(owner) if owner else self.record
        if record is not None and record.has(name):
            return record.field(name)
        if target == OWED and self.paid:
            return _OWED_FIELD
        return _AMOUNT_FIELD if record is self.line and self.priced and name == AMOUNT else None

    def groups(self, types: Mapping[str, RecordType]) -> list[tuple[RecordType, list[str]]]:
        """All targets that a column may go to, by the record that they belong to."""
        own = [
            self.target(self.record.name, one.name) or "" for one in self.record.fields if self.takes(self.record, one)
        ]
        own = [CUSTOMER, *own] if self.owner == ABOUT else [*own, OWED] if self.paid else own
        found = [(self.record, [name for name in own if name != self.notes or name == self.record.title])]
        if self.line is not None:
            lines = [f"{self.line.name}.{one.name}" for one in self.line.fields if self.takes(self.line, one)]
            found.append((self.line, [*lines, f"{self.line.name}.{AMOUNT}"] if self.priced else lines))
        if self.owner:
            theirs = [f"customer.{one.name}" for one in types[CUSTOMER].fields if one.imported and one.name != "name"]
            found.append((types[CUSTOMER], theirs if CODE in theirs else [CODE, *theirs]))
        if self.contact:
            people = [
                one.name
                for one in types[CONTACT].fields
                if one.imported and one.name not in ("customer", "name", "is_primary")
            ]
            found.append((types[CONTACT], [f"contact.{name}" for name in people]))
        if self.after is not None:
            found.append((self.after, [f"{self.after.name}.{one.name}" for one in next_fields(self.after)]))
        return found

    def named(self, *texts: str) -> bool:
        """Whether one of the texts, such as a sheet's name or title, calls this kind of record."""
        latin, chinese = _names(self.record)
        return any(
            any(word in closed(text) for word in chinese) or (latin.search(_spelt(text)) is not None)
            for text in texts if text
        )  # fmt: skip


def closed(text: str) -> str:
    """A text without blanks and in letters of plain width, as words are compared: ``报　价　单`` is 报价单."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def next_fields(record: RecordType) -> list[Field]:
    """The fields of a reminder that a row of another list may fill: when it is due, and what is to be done."""
    due = next((one for one in record.fields if one.kind in _MOMENTS and one.required), None)
    return [due, record.field(record.title)] if due is not None and record.has(record.title) else []


def kinds(types: Mapping[str, RecordType] | Iterable[RecordType]) -> list[ListKind]:
    """All kinds of lists, in the order of the dictionary."""
    held = tuple(types.values() if isinstance(types, Mapping) else types)
    if not all(any(one.name == name for one in held) for name in (CUSTOMER, CONTACT)):
        return []
    return list(_kinds(held))


@lru_cache(maxsize=64)
def _kinds(types: tuple[RecordType, ...]) -> tuple[ListKind, ...]:
    after = next((one for one in types if one.soft_parent and one.standalone and len(next_fields(one)) == 2), None)
    found = []
    for record in types:
        if not record.standalone or not record.imported or record.name in RECORDS:
            continue
        line = next(
            (one for one in types if one.parent and one.has(POSITION) and one.field(one.parent).link == record.name),
            None,
        )
        made = ListKind(record, line)
        if made.owner and made.owner != ABOUT:
            made = ListKind(record, line, after)
        found.append(made)
    return tuple(found)


def kind_of(types: Mapping[str, RecordType] | Iterable[RecordType], plural: str | None) -> ListKind | None:
    """The kind of this plural, None when it is customers, contacts, products or nothing."""
    return next((one for one in kinds(types) if one.kind == plural), None) if plural else None


def record_of(types: Mapping[str, RecordType], kind: str | None) -> RecordType:
    """The record type of a kind of import; the customer where there is none."""
    return next((one for one in types.values() if one.plural == kind), types[CUSTOMER])


def _link(record: RecordType, kind: str) -> str:
    if record.parent and record.field(record.parent).link == kind:
        return record.parent
    return next((one.name for one in record.fields if one.link == kind), "")


@lru_cache(maxsize=64)
def _names(record: RecordType) -> tuple[re.Pattern[str], tuple[str, ...]]:
    words = {record.name.replace("_", " "), record.plural.replace("_", " "), *record.synonyms}
    for label in (record.label, record.label_plural):
        words |= {label, *(catalogue(language).gettext(label) for language in LANGUAGES)}
    spelt = sorted({_spelt(word) for word in words if word and not _EASTERN.search(word)}, key=len, reverse=True)
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, spelt))})\b")
    return pattern, tuple(closed(word) for word in words if len(word) > 1 and _EASTERN.search(word))


def _spelt(text: str) -> str:
    """A text as words between blanks are compared: in small letters without accents (TEKLİF, Cotización)."""
    apart = unicodedata.normalize("NFKD", text).casefold().replace("_", " ").replace("ı", "i")
    return " ".join("".join(sign for sign in apart if not unicodedata.combining(sign)).split())
