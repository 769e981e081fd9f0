"""What one field of a record is: its kind, label, import synonyms and what it is used for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class FieldKind(StrEnum):
    """How a value is stored, checked, shown and compared. The Python value of each kind is in brackets."""

    TEXT = "text"  # [str]
    LONG_TEXT = "long_text"  # [str], several lines
    PHONE = "phone"  # [Phone]: what was typed, and its normal form
    EMAIL = "email"  # [str]
    URL = "url"  # [str]
    MONEY = "money"  # [Decimal], minor units of the currency in the book
    PRICE = "price"  # [Decimal], up to six decimals, millionths in the book
    QUANTITY = "quantity"  # [Decimal], up to six decimals, millionths in the book
    PERCENT = "percent"  # [Decimal], 13 for 13 %, millionths in the book
    INTEGER = "integer"  # [int]
    BOOLEAN = "boolean"  # [bool]
    DATE = "date"  # [datetime.date]
    WALL = "wall"  # [datetime.datetime without zone]: what the user's clock shows
    INSTANT = "instant"  # [datetime.datetime, UTC]
    CHOICE = "choice"  # [str], the code of a Choice
    TAGS = "tags"  # [tuple[str, ...]], words, or codes of choices where the field has some
    LINK = "link"  # [int], the id of a record of ``Field.link``
    IMAGE = "image"  # [bytes]


SCALED = {FieldKind.PRICE, FieldKind.QUANTITY, FieldKind.PERCENT}


class ListKind(StrEnum):
    """What the user may do with the values of a field."""

    NONE = ""  # nothing: they are the program's
    FIXED = "fixed"  # name, colour and order them: the program's rules depend on which there are
    OPEN = "open"  # add, retire and merge them as well
    WORDS = "words"  # the same, where the records hold the words themselves
    PHRASES = "phrases"  # phrases that a form offers while one writes into a free text; no record depends on them


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a field.

    Args:
        code: what records hold.
        label: English source text of its label, or the user's own words.
        synonyms: the words that mean it in old sheets.
        color: one of ``COLORS``.
        retired: whether it is offered no more; records that have it keep it.
        own: whether the user made it.
    """

    code: str
    label: str
    synonyms: tuple[str, ...] = ()
    color: str = ""
    retired: bool = False
    own: bool = False


COLORS = ("", "acc", "ok", "warn", "bad", "inf")


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a record type.

    Args:
        name: the name in the book, the command line and JSON.
        kind: how its value is stored, checked and shown.
        label: English source text (marked with ``N_``) of its label.
        synonyms: other headers of it in old sheets, Chinese and English; case, blanks and punctuation do not count.
        required: whether a record without it is refused.
        searched: whether the search finds the record by it.
        pinyin: whether the search finds it by pinyin, in full and by initials.
        shown: whether new lists show it as a column; any listed field can be switched on.
        listed: whether it can be a column of a list.
        exported: whether exports hold it.
        imported: whether a column of a sheet may be mapped to it.
        readonly: whether only the program sets it.
        choices: for ``CHOICE``: the values.
        suggested: for ``TEXT``: whether a form offers the values that other records have.
        link: for ``LINK``: the name of the record type it points to.
        also: for ``LINK``: the record type whose records hold the further ones beside the first; "" when there is one only.
        indexed: whether the book keeps an index on it (fields that lists sort or filter by).
        width: the first width of its column, in logical pixels.
        group: the section of the form it stands in.
        custom: whether the user made it.
        hidden: whether forms and lists leave it out; only the user's own are hidden.
        list: what the user may do with its values.
        list_of: the field whose list of values it shares, as "activity.kind"; "" for a list of its own.
        words: for ``ListKind.WORDS``: values that the user coloured, ordered or retired; the phrases of ``PHRASES``.
        default: what a new record holds when nothing is given, as text; "today" in a date is the day of its making.
        said: for ``TEXT`` that holds a code of the program's: how a person reads it, on a day where that matters.
    """

    name: str
    kind: FieldKind
    label: str
    synonyms: tuple[str, ...] = ()
    required: bool = False
    searched: bool = False
    pinyin: bool = False
    shown: bool = False
    listed: bool = True
    exported: bool = True
    imported: bool = True
    readonly: bool = False
    choices: tuple[Choice, ...] = ()
    suggested: bool = False
    link: str = ""
    also: str = ""
    indexed: bool = False
    width: int = 120
    group: str = ""
    custom: bool = False
    hidden: bool = False
    list: ListKind = ListKind.NONE
    list_of: str = ""
    words: tuple[Choice, ...] = ()
    default: str = ""
    said: Callable[[str, date | None], str] | None = None

    def choice(self, code: str | None) -> Choice | None:
        """The choice with this code, if the field has it."""
        return next((choice for choice in self.choices if choice.code == code), None)

    def color(self, code: str | None) -> str:
        """The colour of a value, one of ``COLORS``."""
        return next((one.color for one in (*self.choices, *self.words) if one.code == code), "")

    @property
    def offered(self) -> tuple[Choice, ...]:
        """The choices without those that are retired."""
        return tuple(one for one in self.choices if not one.retired)


@dataclass(frozen=True, slots=True)
class Stamp:
    """A day that the program notes when a field takes a value, and takes away when it takes another.

    Args:
        field: the date that is noted.
        on: the field that is looked at; value: the value.
        told: the date that stands in when a new record has the value from the beginning.
    """

    field: str
    on: str
    value: str
    told: str


@dataclass(frozen=True, slots=True)
class Follows:
    """A field that follows from other fields or records: it is renewed after each operation that touched those.

    Args:
        field: the field; nobody else writes it.
        sql: its value, as SQL on a row of the record's table, which has the table's name.
        kind: the kind of record that it follows from.
        link: the field of that kind that names the record, "" where it follows from the record's own fields.
        looks_at: the fields of that kind that it is made of.
    """

    field: str
    sql: str
    kind: str
    link: str
    looks_at: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RecordType:
    """One kind of record.

    Args:
        name: singular name in the code, the command line and the table's name.
        plural: name in the command line and JSON.
        code: a number below 32 that tells its rows apart in the search index; never reused.
        label: English source text of one record; ``label_plural`` of several.
        fields: its fields, in the order of forms and exports.
        title: the field that names a record to a person.
        number: the field that holds its document number or code, or "".
        parent: the link field whose record it belongs to and is deleted with, or "".
        soft_parent: whether it belongs to any record, by ``about_kind`` and ``about_id``.
        derived: the field that is filled in records which the program made by itself, or "".
        folded: whether its searched text is also searched as its parent's.
        standalone: whether it has lists, export and search results of its own.
        synonyms: other words for it in old sheets: what sheets of it are called, Chinese and English.
        imported: whether sheets of it can be imported: its records are made of words alone.
        stamps: the days that are noted when a field takes a value.
        follows: the fields that follow from others.
    """

    name: str
    plural: str
    code: int
    label: str
    label_plural: str
    fields: tuple[Field, ...]
    title: str = "name"
    number: str = ""
    parent: str = ""
    soft_parent: bool = False
    derived: str = ""
    folded: bool = False
    standalone: bool = True
    synonyms: tuple[str, ...] = ()
    imported: bool = True
    stamps: tuple[Stamp, ...] = ()
    follows: tuple[Follows, ...] = ()

    def __hash__(self) -> int:
        """Quick, as what is worked out of the dictionary is kept by its records: all fields would be hashed each time."""
        return hash((self.name, len(self.fields)))

    def field(self, name: str) -> Field:
        """The field of this name. Raises KeyError when there is none."""
        for field in self.fields:
            if field.name == name:
                return field
        raise KeyError(f"{self.name} has no field {name}")

    def has(self, name: str) -> bool:
        """Whether there is a field of this name."""
        return any(field.name == name for field in self.fields)
