"""What goes with a person who is erased, what stays, and which words tell of them. Pure.

GDPR, article 17(3)(b), and PIPL, article 47, let data stay that a law makes one keep, such as business letters that were
sent (in Germany six years, § 257 HGB). So a quote that was sent stays with the document as it went out, and loses only its
links to the customer and the contact, unless the user wants it gone as well.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from app.records.fields import Field, FieldKind, ListKind, RecordType
from app.shared.i18n import N_

PERSONS = ("customer", "contact")
DOCUMENT, SENT = "quote", "quote_revision"
"""What may have to stay, and what keeps it as it was sent."""
NOTHING = N_("(erased)")
GAP = "…"
# Records of what was said with somebody, or is to be done about them.
_TALKS = ("activity", "reminder")
_CALL = "calling"
_OWN = "custom"
# Who else took part in what was said.
_PART = "participant"
_SAID = ("text", "outcome", "place")
FILE = "document"
TEXT, CONTENT = "text", "content"
"""What a text tells that names nobody: something said, the content of a file."""
_NAMES = ("name", "short_name")
# Tell one person from all others.
_STRONG = ("email", "wechat", "qq", "tax_number", "bank_account")
_FEWEST = 2
_FEWEST_LATIN = 4
_FEWEST_DIGITS = 7
_HOME = "+86"
_KEPT_VALUES = ("kind", "count", "number", "label")
_PLACE = re.compile(r"\{(\w+)\}")


def owned(record: RecordType, field: Field) -> bool:
    """Whether a record goes with the one that its link names."""
    return bool(field.link) and (
        field.name == record.parent or (record.name in (*_TALKS, _PART) and field.link in PERSONS)
    )


def stays(values: Mapping[str, Any]) -> bool:
    """Whether a quote was sent at any time, by its status and revision."""
    return bool(values.get("revision")) or values.get("status") != "draft"


def looked_at(record: RecordType) -> dict[str, str]:
    """The columns of a record's table whose texts tell who it is about, each with what it tells."""
    if record.name in _TALKS:
        return {name: TEXT for name in _SAID if record.has(name)}
    if record.name == FILE:
        return {"name": TEXT, "content": CONTENT}
    if record.name not in PERSONS:
        return {}
    found: dict[str, str] = {}
    for field in record.fields:
        if field.kind is FieldKind.PHONE and not field.custom:
            found |= {name: name for name in (field.name, field.name + "_normal")}
        elif field.name in (*_NAMES, *_STRONG):
            found[field.name] = field.name
    return found


def free_texts(record: RecordType) -> list[str]:
    """The columns of a record's table in which people write about others."""
    if record.name == SENT:
        return []
    found = [one.name for one in record.fields if not one.custom and _free(record, one)]
    # All fields of the user's own lie in one column, as JSON.
    return [*found, _OWN]


def _free(record: RecordType, field: Field) -> bool:
    """Whether people write about others in a field: notes, what was said, names of files, words of the user's lists."""
    if field.kind is FieldKind.LONG_TEXT or field.list in (ListKind.OPEN, ListKind.WORDS):
        return True
    return field.kind is FieldKind.TEXT and record.name in (*_TALKS, _CALL, FILE) and not field.readonly


def same_person(kind: str, one: Collection[tuple[str, str]], other: Collection[tuple[str, str]]) -> bool:
    """Whether two records of a kind, by the pairs of column and text they held, are of one person.

    A name alone tells a customer, but no contact: many are called 王经理.
    """
    if kind == "customer" and {text for name, text in one if name == "name"} & {
        text for name, text in other if name == "name"
    }:
        return True
    return bool(_strong(one) & _strong(other))


def _strong(said: Iterable[tuple[str, str]]) -> set[str]:
    return {text for name, text in said if name.endswith("_normal") or name in _STRONG}


def words(said: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """The texts that must be found nowhere any more, longest first; too short ones would fit anywhere."""
    found = set()
    for name, text in said:
        bare = text.strip()
        if name in (TEXT, CONTENT):
            continue
        digits = re.sub(r"\D", "", bare)
        if (name.endswith("_normal") or re.fullmatch(r"[\d\s()+./-]+", bare)) and len(digits) < _FEWEST_DIGITS:
            continue
        if len(bare) >= (_FEWEST_LATIN if bare.isascii() else _FEWEST):
            found.add(bare)
        if name.endswith("_normal") and bare.startswith(_HOME):
            # As people write it at home, with its signs or without.
            found.add(bare.removeprefix(_HOME))
    return tuple(sorted(found, key=lambda word: (-len(word), word)))


def redacted(value: Any, gone: Collection[str], said: Collection[str] = ()) -> Any:
    """A JSON value without the words, and without texts that are, or begin, one of those that were said."""
    if isinstance(value, str):
        start = value.rstrip(GAP).strip()
        if len(start) >= _FEWEST and any(text.startswith(start) for text in said):
            return NOTHING
        for word in gone:
            if value == word:
                return NOTHING
            value = value.replace(word, GAP)
        return value
    if isinstance(value, Mapping):
        return {redacted(key, gone, said): redacted(one, gone, said) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [redacted(one, gone, said) for one in value]
    return value


def emptied(name: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """The values of the name of an operation that holds nothing any more."""
    return {
        key: value if key in _KEPT_VALUES or not isinstance(value, str) else NOTHING
        for key, value in values.items()
        if key in _PLACE.findall(name)
    }
