"""The one dictionary: every kind of record with its fields, built-in and made by the user."""

from __future__ import annotations

from collections.abc import Iterable

from app.records.fields import RecordType
from app.records.own import Definitions, extended
from app.records.storage import columns
from app.shared.errors import NotFound
from app.shared.i18n import N_
from db.schema import Schema, Table


class Dictionary:
    """All record types by name.

    Args:
        types: the record types, parents before children.
    """

    def __init__(self, types: Iterable[RecordType]) -> None:
        self.types = tuple(types)
        self._by_name = {name: one for one in self.types for name in (one.name, one.plural)}

    def type(self, name: str) -> RecordType:
        """The record type of this singular or plural name. Raises NotFound, naming those there are."""
        try:
            return self._by_name[name.lower()]
        except KeyError:
            raise NotFound(
                N_("There are no records of the kind “{name}”."),
                N_("Kinds are: {kinds}."),
                name=name,
                kinds=", ".join(one.plural for one in self.types if one.standalone),
            ) from None

    def has(self, name: str) -> bool:
        """Whether there is a record type of this name."""
        return name in self._by_name

    def children(self, name: str) -> tuple[tuple[RecordType, str], ...]:
        """Record types that link to this one, each with the linking field."""
        return tuple((one, field.name) for one in self.types for field in one.fields if field.link == name)

    def schema(self) -> Schema:
        """The tables of the built-in types."""
        return Schema(
            tuple(
                Table(
                    one.name,
                    one.code,
                    columns(one),
                    one.title,
                    about=one.soft_parent,
                    derived=one.derived,
                    follows=tuple(held.field for held in one.follows),
                )
                for one in self.types
            )
        )

    def with_own(self, definitions: Definitions) -> Dictionary:
        """The dictionary with the user's own fields and lists of values."""
        return Dictionary(extended(self.types, definitions))
