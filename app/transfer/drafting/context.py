"""What the drafts of a sheet depend on besides the sheet."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from app.records.fields import RecordType
from app.shared.errors import Cancelled
from app.shared.i18n import N_
from app.transfer.drafting.related import Related


@dataclass(frozen=True, slots=True)
class Context:
    """What drafting needs to know: the record types, the country and currency, cells changed by the user, when to stop,
    the names of companies by the numbers that other programs gave them, the day of the import, and who the rows of all sheets
    are by their numbers."""

    types: Mapping[str, RecordType]
    region: str = "CN"
    currency: str = "CNY"
    edits: Mapping[tuple[int, int], str] = field(default_factory=dict)
    cancelled: Callable[[], bool] = lambda: False
    orders: Mapping[int, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    today: date | None = None
    related: Mapping[str, Related] = field(default_factory=dict)

    def pause(self) -> None:
        """Raise Cancelled when somebody wants to stop."""
        if self.cancelled():
            raise Cancelled(N_("The import was stopped; nothing was changed."))
