"""One record as queries give it: frozen, without a book behind it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Record:
    """The values of one record by field name; ``title`` names it to a person."""

    kind: str
    id: int
    title: str
    values: Mapping[str, Any]

    def __getitem__(self, name: str) -> Any:
        return self.values[name]

    def get(self, name: str, default: Any = None) -> Any:
        """The value of a field, or the default when it was not asked for."""
        return self.values.get(name, default)
